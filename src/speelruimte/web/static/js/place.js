// Where one is on a page that changes under one's hands: what is new begins at its top, and the focus is never lost.

import * as connection from "./connection.js";

let part = partShown();
let focused = null; // what had the focus last

function partShown() {
  return document.querySelector(".spel")?.id;
}

function isGone(element) {
  return !element.isConnected || element.closest("[inert]");
}

function follow() {
  if (focused && document.activeElement === document.body && isGone(focused)) {
    document.getElementById("inhoud")?.focus({ preventScroll: true });
  }
  if (part === partShown()) return;
  part = partShown();
  if (!document.querySelector(".bovenop:target")) scrollTo(0, 0);
}

export function begin() {
  document.addEventListener("focusin", ({ target }) => (focused = target));
  connection.onChange(({ kind }) => kind === "frame" && follow());
}
