// Times that run on while the page stands still. The server gives moments in seconds since 1970 and sentences with gaps.

const MINUTE = 60;
const WORTH_SAYING = 2; // minutes

const now = () => Math.floor(Date.now() / 1000);
const minutes = (seconds) => Math.floor(seconds / MINUTE);

function clockTime(seconds) {
  return new Date(seconds * 1000).toLocaleTimeString("nl-NL", { hour: "2-digit", minute: "2-digit" });
}

function filled(sentence, gaps) {
  return sentence.replace(/\{(\w+)\}/g, (gap, name) => gaps[name] ?? gap);
}

/** Write a value in every place with this attribute; `make` gets the attribute's text. */
function write(attribute, make) {
  for (const place of document.querySelectorAll(`[${attribute}]`)) {
    const text = make(place.getAttribute(attribute));
    if (place.textContent !== text) place.textContent = text;
  }
}

function agenda() {
  let before = 0;
  return [...document.querySelectorAll("[data-agenda] > li")].map(({ dataset }) => {
    const length = Number(dataset.minuten) * MINUTE;
    const step = { length, before, opened: Number(dataset.geopend) || 0, now: "nu" in dataset, looksBack: "terugkijken" in dataset };
    before += length;
    return step;
  });
}

/** When the workshop began, by its plan: seen from the step that was opened first. */
function beginning(steps) {
  const opened = steps.filter((step) => step.opened).sort((one, other) => one.opened - other.opened);
  return opened.length ? opened[0].opened - opened[0].before : 0;
}

function tickAgenda(steps) {
  const open = steps.find((step) => step.now && step.opened);
  const spent = open ? now() - open.opened : 0;
  const left = open ? open.length - spent : 0;
  write("data-resterend", (sentence) => (open && left >= 0 ? filled(sentence, { n: Math.ceil(left / MINUTE) }) : late(left)));
  document.querySelector("[data-balk]")?.setAttribute("width", open ? Math.min(100, Math.round((100 * spent) / open.length)) : 0);
  const start = beginning(steps);
  const over = open ? Math.max(now(), open.opened + open.length) - (start + open.before + open.length) : 0;
  write("data-uitloop", (sentence) => (minutes(over) >= WORTH_SAYING ? filled(sentence, { n: minutes(over) }) : ""));
  write("data-derde", (sentence) => (start ? filled(sentence, lastMoment(steps, start)) : ""));
}

function late(left) {
  const sentence = document.querySelector("[data-over]")?.dataset.over ?? "";
  return left < 0 ? filled(sentence, { n: Math.ceil(-left / MINUTE) }) : "";
}

/** The last moment to begin looking back with a third of the time, or what is left when that has passed. */
function lastMoment(steps, start) {
  const first = steps.find((step) => step.looksBack) ?? { before: 0 };
  const length = steps.filter((step) => step.looksBack).reduce((sum, step) => sum + step.length, 0);
  const at = Math.max(start + first.before, now());
  return { tijd: clockTime(at), n: Math.max(0, minutes(start + first.before + length - at)) };
}

/** Fill every clock on the page. */
export function tick() {
  write("data-klok", () => clockTime(now()));
  write("data-tijd", (moment) => clockTime(Number(moment)));
  write("data-sinds", (moment) => String(Math.max(0, minutes(now() - Number(moment)))));
  tickAgenda(agenda());
}

export function begin() {
  tick();
  setInterval(tick, 1000);
}
