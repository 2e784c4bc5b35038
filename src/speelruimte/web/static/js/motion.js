// What moves when a page goes from one state to the next. Presentation only: the state is there already.

import * as connection from "./connection.js";
import * as outbox from "./outbox.js";

const BEAT = 900;
const SLIDE = 640;
const still = matchMedia("(prefers-reduced-motion: reduce)");

let phase = phaseShown();

function phaseShown() {
  return document.querySelector("[data-fase]")?.dataset.fase ?? "";
}

/** A beat in which every phone and the beamer show the backs; then they all turn at once. */
function turnOver() {
  const before = phase;
  phase = phaseShown();
  if (still.matches || phase !== "onthullen" || before !== "toespelen") return;
  const shown = document.querySelector("[data-fase]");
  shown.classList.add("maat");
  setTimeout(() => shown.classList.replace("maat", "keren"), BEAT);
  setTimeout(() => shown.classList.remove("keren"), 2 * BEAT);
}

/** The card that was played slides up to its owner, over whatever the page shows by then. */
function slide({ kind, item }) {
  if (kind !== "kept" || still.matches || !item.url.endsWith("/speel")) return;
  const card = document.querySelector("form[data-stuur] .card.groot");
  const { top, left, width } = card?.getBoundingClientRect() ?? {};
  if (!width) return;
  const copy = card.cloneNode(true);
  Object.assign(copy.style, { position: "fixed", zIndex: 9, top: `${top}px`, left: `${left}px`, width: `${width}px` });
  copy.setAttribute("aria-hidden", "true");
  copy.removeAttribute("id");
  copy.classList.add("glijdt");
  document.body.append(copy);
  setTimeout(() => copy.remove(), SLIDE);
}

export function begin() {
  connection.onChange(({ kind }) => kind === "frame" && turnOver());
  outbox.onChange(slide);
}
