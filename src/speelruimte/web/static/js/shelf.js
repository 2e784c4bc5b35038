// What this page keeps on this device, under its workshop and seat. Where nothing can be kept, it lasts as long as the page.

const [, workshop = "", place = ""] = location.pathname.match(/^\/w\/([^/]+)\/([^/]+)/) ?? [];
const { werkplaats = workshop, plaats = place } = document.body.dataset;

/** The address of this page without what follows, such as /w/abc/tafel. */
export const at = workshop && `/w/${workshop}/${place}`;

const ALL = "speelruimte:";
const MINE = `${ALL}${werkplaats}:${plaats}:`;
const spare = new Map();

function storage() {
  try {
    return window.localStorage;
  } catch {
    return null;
  }
}

export function keep(name, value) {
  try {
    storage().setItem(MINE + name, value);
    spare.delete(name);
  } catch {
    spare.set(name, value);
  }
}

export function read(name) {
  return spare.get(name) ?? storage()?.getItem(MINE + name) ?? null;
}

export function drop(name) {
  spare.delete(name);
  storage()?.removeItem(MINE + name);
}

/** The names that begin with this, in order. */
export function names(beginning) {
  const kept = Object.keys(storage() ?? {}).filter((key) => key.startsWith(MINE + beginning));
  return [...spare.keys(), ...kept.map((key) => key.slice(MINE.length))].filter((name) => name.startsWith(beginning)).sort();
}

/** Call with a name and its new value whenever another tab of this seat keeps or drops something. */
export function onOtherTab(listener) {
  addEventListener("storage", ({ key, newValue }) => {
    if (key?.startsWith(MINE)) listener(key.slice(MINE.length), newValue);
  });
}

/** Erase what this device keeps: of this seat, or of everybody. */
export function erase(everybody = false) {
  spare.clear();
  for (const key of Object.keys(storage() ?? {})) {
    if (key.startsWith(everybody ? ALL : MINE)) storage().removeItem(key);
  }
}

/** A name that nobody else has. Works on plain http too, where crypto.randomUUID does not exist. */
export function randomId() {
  return [...crypto.getRandomValues(new Uint8Array(12))].map((byte) => byte.toString(16).padStart(2, "0")).join("");
}
