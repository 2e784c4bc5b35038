// Half-typed text. It is kept while somebody types, put back into its field, and shown when its field has gone.

import { waiting } from "./outbox.js";
import { piece } from "./pieces.js";
import { drop, keep, names, read } from "./shelf.js";

const DRAFT = "kladje:";
const FIELDS = "[data-concept]";

/** The page names each draft after its round or step and its field. */
export function draftName(field) {
  return DRAFT + field.dataset.concept;
}

/** What a form holds of drafts: their names and texts. */
export function draftsOf(form) {
  const fields = [...form.elements].filter((field) => field.matches(FIELDS) && field.value.trim());
  return Object.fromEntries(fields.map((field) => [draftName(field), field.value]));
}

export function isDirty(form) {
  return [...form.elements].some((field) => field.matches(FIELDS) && field.value !== field.defaultValue);
}

export function keepDraft(field) {
  if (!field.matches(FIELDS)) return false;
  if (field.value.trim()) keep(draftName(field), field.value);
  else drop(draftName(field));
  return true;
}

/** Put texts back that were not kept after all. */
export function keepDrafts(drafts) {
  for (const [name, text] of Object.entries(drafts)) keep(name, text);
}

/** Forget texts that are kept now, unless somebody typed on since. */
export function dropDrafts(drafts) {
  for (const [name, text] of Object.entries(drafts)) if (read(name) === text) drop(name);
}

/** Put drafts back into untouched fields, and show those whose field has gone. */
export function restore() {
  if (document.querySelector("[data-einde]")) return eraseDrafts();
  const fields = [...document.querySelectorAll(FIELDS)];
  for (const field of fields) {
    const text = read(draftName(field));
    if (!text || field === document.activeElement || field.value !== field.defaultValue) continue;
    field.value = text;
    field.dispatchEvent(new Event("input", { bubbles: true }));
  }
  const onTheWay = waiting().flatMap((item) => Object.keys(item.drafts));
  const shown = new Set([...fields.map(draftName), ...onTheWay]);
  showLost(names(DRAFT).filter((name) => !shown.has(name)));
}

function showLost(lost) {
  const place = document.getElementById("kladjes");
  if (!place || place.dataset.namen === lost.join(" ")) return;
  place.dataset.namen = lost.join(" ");
  place.replaceChildren(...lost.map(lostDraft));
}

function lostDraft(name) {
  const shown = piece("kladje");
  shown.querySelector("blockquote").textContent = read(name);
  shown.querySelector("button").addEventListener("click", () => {
    drop(name);
    restore();
  });
  return shown;
}

export function eraseDrafts() {
  for (const name of names(DRAFT)) drop(name);
  showLost([]);
}
