// What moves when a page goes from one state to the next. Presentation only: the state is there already.

import * as connection from "./connection.js";
import * as outbox from "./outbox.js";

const BEAT = 900;
const SLIDE = 640;
const still = matchMedia("(prefers-reduced-motion: reduce)");

const flying = new Map();

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

/** The card that was played slides up to its owner, over whatever the page shows by the time that it is kept. */
function slide({ kind, item }) {
  if (still.matches || !item?.url.endsWith("/speel")) return;
  if (kind === "waiting") flying.set(item.id, liftedCard(item));
  if (kind !== "kept") return;
  const card = flying.get(item.id);
  flying.delete(item.id);
  if (!card) return;
  document.body.append(card);
  setTimeout(() => card.remove(), SLIDE);
}

function liftedCard(item) {
  const form = [...document.forms].find((one) => outbox.nameOf(one) === item.form);
  const card = form?.querySelector(".card.groot");
  const { top, left, width } = card?.getBoundingClientRect() ?? {};
  if (!width) return null;
  const copy = card.cloneNode(true);
  Object.assign(copy.style, { position: "fixed", zIndex: 9, top: `${top}px`, left: `${left}px`, width: `${width}px` });
  copy.setAttribute("aria-hidden", "true");
  copy.classList.add("glijdt");
  return copy;
}

export function begin() {
  connection.onChange(({ kind }) => kind === "frame" && turnOver());
  outbox.onChange(slide);
}
