// Between the forms of a page, the outbox, and the page that comes back: what people see of sending.

import * as connection from "./connection.js";
import * as drafts from "./drafts.js";
import * as outbox from "./outbox.js";
import { band, piece, tell, told } from "./pieces.js";
import { hints } from "./reading.js";
import { erase } from "./shelf.js";

const PATIENT = 400; // before "not saved yet" is worth saying
const BACK_SHOWN = 5000;

const settling = new Map(); // forms that were kept, until the page shows it: name of the form → what was sent
const refusals = new Map(); // name of the form → the sentence
let trouble = null; // why the last try did not work, as a sentence or ""
let wasAway = false;
let current = true;
let spoken = "";

function formNamed(name) {
  return [...document.querySelectorAll("form[data-stuur]")].find((form) => outbox.nameOf(form) === name);
}

/** Take a plain form out of the browser's hands. */
function submit(event) {
  const form = event.target;
  if (form.getAttribute("action")?.endsWith("/wis-apparaat")) erase(true);
  if (!form.matches("[data-stuur]")) return;
  event.preventDefault();
  const { submitter } = event;
  const send = () => {
    refusals.delete(outbox.nameOf(form));
    outbox.put(form, submitter, drafts.draftsOf(form));
  };
  if (!hints(form, send)) send();
}

/** The second tap of a double tap, or a key held down, is not another move: by now there may be another button there. */
function once(event) {
  const again = event.type === "click" ? event.detail > 1 : event.repeat && event.key === "Enter";
  if (again && event.target.closest?.("button")?.form?.matches("[data-stuur]")) event.preventDefault();
}

function changed({ kind, item, version, sentence }) {
  trouble = kind === "failed" ? sentence : null;
  if (kind === "kept") kept(item, version);
  if (kind === "refused") refused(item, sentence);
  if (kind === "back" && item) drafts.keepDrafts(item.drafts);
  if (kind === "back" || kind === "refused") drafts.restore();
  if (kind === "waiting") setTimeout(paint, PATIENT);
  paint();
}

function kept(item, version) {
  drafts.dropDrafts(item.drafts);
  settling.set(item.form, { fields: item.fields, version });
  spoken = stand();
  tell("bewaard");
  connection.expect(version);
}

/** What was written stays where it is, or comes back as a draft when its form has gone. */
function refused(item, sentence) {
  drafts.keepDrafts(item.drafts);
  refusals.set(item.form, sentence);
  tell("mislukt");
  showRefusals("alert");
}

function stand() {
  return document.getElementById("stand")?.textContent ?? "";
}

/** Empty the forms whose content the page now shows as kept. */
function settle(version) {
  for (const [name, sent] of settling) {
    if (sent.version > version) continue;
    settling.delete(name);
    const form = formNamed(name);
    if (form) reset(form, new Map(sent.fields));
    // One thing is said about one event: what happened at the table, or else that it was kept.
    if (stand() === spoken) tell("bewaard", true);
  }
}

/** Give the fields of a form the server's values, but leave what somebody typed on. */
function reset(form, sent) {
  if (!form.closest("#live")) return; // nobody drew it again
  for (const field of form.elements) {
    if (field.matches("[type=radio], [type=checkbox]")) field.checked = field.defaultChecked;
    else if (field.matches("select")) for (const option of field.options) option.selected = option.defaultSelected;
    else if (field.value === sent.get(field.name)) field.value = field.defaultValue;
  }
}

/** Show each refusal at its form; when that has gone, in the page's own place. */
function showRefusals(role = null) {
  for (const shown of document.querySelectorAll("[data-geweigerd]")) shown.remove();
  const elsewhere = [];
  for (const [name, sentence] of refusals) {
    const form = formNamed(name);
    if (form) form.append(refusal("foutzin", sentence, role));
    else elsewhere.push(refusal("melding", sentence, role));
  }
  document.getElementById("melding")?.replaceChildren(...elsewhere);
}

function refusal(name, sentence, role) {
  const shown = piece(name);
  const box = shown.firstElementChild;
  box.dataset.geweigerd = "";
  if (role) box.setAttribute("role", role);
  box.querySelector("[data-zin]").textContent = sentence;
  return shown;
}

/** Say how the line and the outbox stand. */
function paint() {
  const waiting = outbox.waiting();
  for (const form of document.querySelectorAll("form[data-stuur]")) {
    form.toggleAttribute("data-wacht", waiting.some((item) => item.form === outbox.nameOf(form)));
  }
  const old = waiting.some((item) => item.tries || Date.now() - item.at >= PATIENT);
  if (old) tell("versturen");
  else if (!waiting.length && ["versturen", "typen"].includes(told())) tell(typing() ? "typen" : "");
  showBand(waiting);
}

function showBand(waiting) {
  const stuck = waiting.some((item) => item.tries) || (waiting.length && !current);
  if (stuck || !current) {
    wasAway = true;
    band(stuck ? "verbinding-weg" : "verbinding-weg-lezen", stuck ? (trouble ?? "") : "");
  } else if (wasAway && !waiting.length) {
    wasAway = false;
    band("verbinding-terug");
    setTimeout(() => current && !outbox.waiting().length && band(""), BACK_SHOWN);
  }
}

function typing() {
  return [...document.querySelectorAll("form[data-stuur]")].some(drafts.isDirty);
}

function typed({ target }) {
  if (drafts.keepDraft(target) && !outbox.waiting().length) tell(drafts.isDirty(target.form) ? "typen" : "");
}

function lineChanged(change) {
  if (change.kind === "line") {
    current = change.current;
    if (current) outbox.now();
    paint();
  } else {
    settle(change.version);
    drafts.restore();
    showRefusals();
    paint();
    leaveScreen();
  }
}

/** Take the name of a screen that is no more out of the address, or the next one of that name would open by itself. */
function leaveScreen() {
  const name = location.hash.slice(1);
  if (name && !document.getElementById(name)) history.replaceState(null, "", location.pathname);
}

function click(event) {
  once(event);
  if (event.target.closest?.("[data-probeer]")) {
    outbox.now();
    connection.hurry();
  }
  if (event.target.closest?.("[data-neem-terug]")) outbox.takeBack();
}

export function begin() {
  document.addEventListener("submit", submit);
  document.addEventListener("click", click, true);
  document.addEventListener("keydown", once, true);
  document.addEventListener("input", typed);
  outbox.onChange(changed);
  connection.onChange(lineChanged);
  drafts.restore();
  connection.begin();
  outbox.begin();
  paint();
}
