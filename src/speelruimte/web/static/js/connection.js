// Whether this page is current. The stream comes back by itself once it has begun; this begins it again when it never
// did, notices a line that went silent, and fetches the page's live part where no stream comes through.

import { at } from "./shelf.js";

const SECOND = 1000;
const NOTICE = 2 * SECOND; // a stream that was cut comes back within this time
const POLL_EVERY = 5 * SECOND;
const ANSWER_DUE = 3 * SECOND;
const FRAME_DUE = 3 * SECOND; // after a change of our own
const SILENT = 40 * SECOND; // there is a heartbeat every fifteen
const RELOAD_AGAIN = 10 * SECOND;

const live = document.querySelector("[hx-sse\\:connect]");
const listeners = [];
let connection = null;
let begun = false;
let up = false;
let downSince = Date.now();
let heard = Date.now();
let polled = 0;
let shown = 0;
let due = { version: 0, at: Infinity };
let current = true;

/** Call with {kind: "frame"} after the page was drawn again, with {kind: "line", current} when that can no longer be, or can. */
export function onChange(listener) {
  listeners.push(listener);
}

function announce(change) {
  for (const listener of listeners) listener(change);
}

/** Expect the page to show this version soon. */
export function expect(version) {
  if (version <= shown) return;
  due = { version, at: Date.now() + (up ? FRAME_DUE : 0) };
  setTimeout(look, due.at - Date.now() + 10);
}

/** Ask for the newest page now, because something says that the line is there again. */
export function hurry() {
  connection?.delayCanceller?.();
  look();
}

function isUp(fresh) {
  if (up && !fresh) downSince = Date.now();
  up = fresh;
  heard = Date.now();
  if (up) tellCurrent(true);
}

function tellCurrent(fresh) {
  if (current === fresh) return;
  current = fresh;
  announce({ kind: "line", current });
}

function drawn(version) {
  shown = Math.max(shown, version);
  if (shown >= due.version) due = { version: 0, at: Infinity };
  announce({ kind: "frame", version: shown });
}

function look() {
  const now = Date.now();
  if (document.hidden) return;
  if (!begun) connect();
  if (up && now - heard > SILENT) connection?.reader?.cancel();
  const down = !up && now - downSince > NOTICE;
  const overdue = now >= due.at;
  if ((overdue && now - polled >= SECOND) || (down && now - polled >= POLL_EVERY)) poll();
}

/** Begin the stream. Its extension does so once; when that fails it does not try again. */
function connect() {
  begun = true;
  const address = live.getAttribute("hx-sse:connect");
  htmx.ajax("GET", address, { source: live, timeout: POLL_EVERY }).catch(() => {});
}

async function poll() {
  polled = Date.now();
  try {
    const answer = await fetch(`${at}/deel`, {
      headers: { "X-Speelruimte": "1" },
      redirect: "error",
      cache: "no-store",
      signal: AbortSignal.timeout?.(ANSWER_DUE),
    });
    if (answer.status === 401) signedOut();
    const version = Number(answer.headers.get("x-version"));
    if (!answer.ok || !version) throw new Error("not our page");
    const text = await answer.text();
    if (version < shown) return;
    await htmx.swap({ text, target: target(), swap: "innerMorph", sourceElement: live });
    drawn(version);
    tellCurrent(true);
  } catch {
    if (!up) tellCurrent(false);
  }
}

function target() {
  const selector = live.getAttribute("hx-target");
  return selector ? document.querySelector(selector) : live;
}

/** The server says that this browser has no place here any more; the page itself explains it. */
function signedOut() {
  const before = Number(sessionStorage.getItem("herladen"));
  if (Date.now() - before < RELOAD_AGAIN) return;
  sessionStorage.setItem("herladen", Date.now());
  location.reload();
}

export function begin() {
  if (!live) return;
  const on = (name, listener) => live.addEventListener(name, listener);
  on("htmx:sse:before:connection", ({ detail }) => {
    begun = true;
    if (detail.connection.attempt) isUp(false);
  });
  on("htmx:sse:after:connection", ({ detail }) => {
    connection = detail.connection;
    isUp(true);
  });
  on("htmx:sse:error", () => isUp(false));
  on("htmx:sse:close", () => {
    begun = false;
    isUp(false);
  });
  on("htmx:finally:request", () => {
    if (!up) begun = false; // the first try failed
  });
  on("htmx:before:swap", (event) => {
    // Only a stream, or what we fetched ourselves, may replace the page: never the error page of a proxy.
    const kind = event.detail.ctx.response?.headers.get("content-type");
    if (kind !== undefined && !kind?.startsWith("text/event-stream")) event.preventDefault();
  });
  on("htmx:sse:before:message", () => (heard = Date.now()));
  on("htmx:sse:after:message", ({ detail }) => {
    if (!detail.message.event) drawn(Number(detail.message.id));
  });
  on("afgemeld", signedOut);
  setInterval(look, SECOND);
  document.addEventListener("visibilitychange", look);
  addEventListener("online", hurry);
  addEventListener("pageshow", ({ persisted }) => persisted && poll());
}
