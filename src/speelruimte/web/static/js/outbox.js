// What was sent and is not certain to be kept. It stands on this device before it leaves; the same command id goes along
// every time, so the server counts it once, however often it arrives.

import { drop, keep, names, onOtherTab, randomId, read } from "./shelf.js";

const WAITING = "uit:";
const SENDER = "zender";
const OUTCOME = "uitslag";
const LEASE = 4000;
const PATIENCE = 10000;
const FIRST_PAUSE = 500;
const LONGEST_PAUSE = 5000;
const SAME_TAP = 700;

const tab = randomId();
const listeners = [];
let running = false;
let pause = FIRST_PAUSE;
let timer = 0;
let count = 0;
let lastTap = { form: "", at: 0, fields: [] };

/** Call with {kind, item, version, sentence} when something is waiting, kept, refused, failed or taken back. */
export function onChange(listener) {
  listeners.push(listener);
}

function announce(change) {
  for (const listener of listeners) listener(change);
}

/** A name for a form that stays the same when the page is drawn again. */
export function nameOf(form) {
  const hidden = [...form.querySelectorAll("input[type=hidden]")].filter((field) => field.name !== "commando");
  return [form.getAttribute("action"), ...hidden.map((field) => `${field.name}=${field.value}`)].join(" ");
}

export function waiting() {
  return names(WAITING).map((name) => JSON.parse(read(name)));
}

/** Put a filled form in the outbox. A second tap on the same button is the first one. */
export function put(form, submitter, drafts) {
  const item = itemOf(form, submitter, drafts);
  const same = waiting().find((one) => one.form === item.form && sameFields(one, item));
  const tapped = item.at - lastTap.at < SAME_TAP && lastTap.form === item.form && sameFields(lastTap, item);
  lastTap = item;
  if (!same && !tapped) {
    for (const one of waiting()) if (one.form === item.form && !one.tries) drop(one.name); // this is what it became
    keep(item.name, JSON.stringify(item));
    announce({ kind: "waiting", item });
  }
  now();
}

function itemOf(form, submitter, drafts) {
  const at = Date.now();
  const fields = [...new FormData(form)].filter(([name, value]) => name !== "commando" && typeof value === "string");
  if (submitter?.name) fields.push([submitter.name, submitter.value]);
  const id = randomId();
  return {
    id,
    name: `${WAITING}${at}.${String(count++).padStart(6, "0")}.${id}`,
    url: submitter?.getAttribute("formaction") ?? form.getAttribute("action"),
    form: nameOf(form),
    fields,
    drafts,
    at,
    tries: 0,
  };
}

function sameFields(one, other) {
  return JSON.stringify(one.fields) === JSON.stringify(other.fields);
}

/** Take out what is not yet kept. It may have arrived all the same; then the page will show it. */
export function takeBack(which = () => true) {
  for (const item of waiting().filter(which)) {
    drop(item.name);
    announce({ kind: "back", item });
  }
}

/** Try now, without waiting for the pause to pass. */
export function now() {
  clearTimeout(timer);
  pause = FIRST_PAUSE;
  run();
}

async function run() {
  if (running) return;
  running = true;
  let wait = 0;
  while (!wait && names(WAITING).length) {
    wait = leaseFor();
    if (!wait && !(await send(waiting()[0]))) {
      wait = pause;
      pause = Math.min(pause * 2, LONGEST_PAUSE);
    }
  }
  running = false;
  if (!names(WAITING).length) release();
  clearTimeout(timer);
  if (wait) timer = setTimeout(run, wait);
}

/** Become the one tab that sends, and return 0; or return how long another tab may still be at it. */
function leaseFor() {
  const [holder, until] = (read(SENDER) ?? "").split(" ");
  const left = Number(until) - Date.now();
  if (holder && holder !== tab && left > 0) return Math.min(left, LEASE) + 50;
  keep(SENDER, `${tab} ${Date.now() + LEASE}`);
  return 0;
}

function release() {
  if ((read(SENDER) ?? "").startsWith(tab)) drop(SENDER);
}

/** Send one item; returns whether it is settled. */
async function send(item) {
  const renewing = setInterval(leaseFor, LEASE / 4);
  const { version, refusal, trouble } = await answerTo(item);
  clearInterval(renewing);
  if (trouble !== undefined) {
    item.tries += 1;
    if (read(item.name)) keep(item.name, JSON.stringify(item));
    announce({ kind: "failed", item, sentence: trouble });
    return false;
  }
  drop(item.name);
  pause = FIRST_PAUSE;
  const outcome = version ? { kind: "kept", item, version } : { kind: "refused", item, sentence: refusal };
  keep(OUTCOME, JSON.stringify(outcome)); // for the other tabs; nothing of it stays
  drop(OUTCOME);
  announce(outcome);
  return true;
}

/** Only our own "204 with a version" means kept, and only our own sentence means refused: a portal or proxy may say anything. */
async function answerTo({ url, fields, id }) {
  const stop = new AbortController();
  const timeout = setTimeout(() => stop.abort(), PATIENCE);
  try {
    const answer = await fetch(url, {
      method: "POST",
      headers: { "X-Speelruimte": "1" },
      body: new URLSearchParams([...fields, ["commando", id]]),
      redirect: "error",
      cache: "no-store",
      signal: stop.signal,
    });
    const version = answer.status === 204 && Number(answer.headers.get("x-version"));
    if (version) return { version };
    const told = await answer.json();
    return answer.status >= 400 && answer.status < 500 && told.zin ? { refusal: told.zin } : { trouble: told.zin ?? "" };
  } catch {
    return { trouble: "" };
  } finally {
    clearTimeout(timeout);
  }
}

/** Send what was left, and from now on whatever is put in. */
export function begin() {
  onOtherTab((name, value) => {
    if (name === OUTCOME && value) announce(JSON.parse(value));
    if (name.startsWith(WAITING)) announce({ kind: value ? "waiting" : "back", item: value && JSON.parse(value) });
    if (name.startsWith(WAITING) || (name === SENDER && !value)) run();
  });
  addEventListener("online", now);
  addEventListener("pagehide", release);
  run();
}
