// What helps reading and writing: the size of letters, searching among cards, counting signs, three votes at most, and a
// hint at words that could name somebody.

import { piece } from "./pieces.js";
import { keep, read } from "./shelf.js";

const SIZES = ["", "112.5%", "125%", "150%"];
const SIZE = "letters";

/** Letters as large as somebody chose on this device. */
function applySize() {
  document.documentElement.style.fontSize = SIZES[Number(read(SIZE))] ?? "";
}

function changeSize(by) {
  const size = Math.min(SIZES.length - 1, Math.max(0, Number(read(SIZE)) + by));
  keep(SIZE, String(size));
  applySize();
}

function plain(text) {
  return text.toLowerCase().normalize("NFD").replace(/\p{M}/gu, "");
}

/** Hide the cards in which the words of a search do not occur. A board without any is hidden too. */
function search(field) {
  const sought = plain(field.value).split(/\s+/).filter(Boolean);
  const list = field.closest("form, section, main").querySelector("[data-zoeklijst]");
  for (const card of list.querySelectorAll("[data-zoek]")) {
    card.hidden = !sought.every((word) => plain(card.dataset.zoek).includes(word));
  }
  for (const board of list.querySelectorAll("fieldset")) {
    board.hidden = !board.querySelector("[data-zoek]:not([hidden])");
  }
}

/** Count what a reader sees as one sign each, as the server does. */
export function signs(text) {
  const segments = globalThis.Intl?.Segmenter && new Intl.Segmenter(undefined, { granularity: "grapheme" });
  return segments ? [...segments.segment(text)].length : [...text].length;
}

function count(field) {
  for (const place of field.form?.querySelectorAll("[data-teller]") ?? []) {
    if (place.htmlFor?.contains(field.id)) place.value = `${signs(field.value)}/${place.dataset.teller}`;
  }
}

/** Let at most so many of these boxes be ticked; the others wait until one is given back. */
function limit(group) {
  const boxes = [...group.querySelectorAll("input[type=checkbox]")];
  const ticked = boxes.filter((box) => box.checked).length;
  for (const box of boxes) {
    // A box that is really disabled cannot be walked past by keyboard.
    if (!box.checked && ticked >= Number(group.dataset.hoogstens)) box.setAttribute("aria-disabled", "true");
    else box.removeAttribute("aria-disabled");
  }
}

const CAPITAL = "\\p{Lu}\\p{Ll}+";
const BETWEEN = "(?:(?:[Vv]an|[Dd]er?|[Dd]en|[Tt]en|[Tt]er) )*";
const NAMING = [
  ["naam", new RegExp(`\\b(?:[Dd]e heer|[Mm]evrouw|[Mm]eneer|[Ww]ethouder|[Bb]urgemeester|[Ff]amilie) ${BETWEEN}${CAPITAL}`, "u")],
  ["naam", new RegExp(`\\p{Ll},? (${CAPITAL} ${BETWEEN}${CAPITAL})`, "u")],
  ["adres", new RegExp(`${CAPITAL}(?:straat|laan|weg|plein|dijk|kade|gracht|hof|singel|pad|steeg) ?\\d+\\w?`, "u")],
  ["adres", /\b[1-9]\d{3} ?[A-Z]{2}\b/],
  ["nummer", /\b(?:[A-Z]{1,4}[-/.]?)?\d{2,}[-/.]\d{3,}\b|\b[A-Z]{0,3}\d{6,}\b/],
];

/** The first words in a text that look like a name, an address or a case number, with what they look like. */
export function naming(text) {
  for (const [kind, pattern] of NAMING) {
    const [whole, name = whole] = text.match(pattern) ?? [];
    if (whole) return { kind, found: name };
  }
  return null;
}

/** Ask once whether a text may name somebody. Returns whether it should wait; it never blocks. */
export function hints(form, send) {
  const field = form.querySelector("[data-hint]");
  const named = field && naming(field.value);
  form.querySelector(".hint")?.remove();
  if (!named || field.dataset.zoLaten === field.value) return false;
  const shown = piece(`hint-${named.kind}`);
  if (!shown.childElementCount) return false;
  shown.querySelector("mark").textContent = named.found;
  const [change, leave] = shown.querySelectorAll("button");
  change.addEventListener("click", () => {
    form.querySelector(".hint").remove();
    field.focus();
  });
  leave.addEventListener("click", () => {
    form.querySelector(".hint").remove();
    send();
  });
  field.dataset.zoLaten = field.value;
  (field.closest(".veldje") ?? field).after(shown);
  return true;
}

/** Set right what a new drawing of the page does not know. */
export function paint() {
  applySize();
  for (const group of document.querySelectorAll("[data-hoogstens]")) limit(group);
  for (const field of document.querySelectorAll("[data-zoekveld]")) if (field.value) search(field);
  for (const field of document.querySelectorAll("textarea")) count(field);
}

export function begin() {
  document.addEventListener("input", ({ target }) => {
    if (target.matches("[data-zoekveld]")) search(target);
    if (target.matches("textarea")) count(target);
  });
  document.addEventListener("change", ({ target }) => {
    const group = target.closest("[data-hoogstens]");
    if (group) limit(group);
  });
  document.addEventListener("click", (event) => {
    const size = event.target.closest("[data-letters]");
    if (size) changeSize(Number(size.dataset.letters));
    if (event.target.matches?.("input[aria-disabled]")) event.preventDefault();
  });
  paint();
}
