// Telling the server that this page is hidden, so that a locked phone counts as present. A page that closes does not.

import { at } from "./shelf.js";

let leaving = false;

export function begin() {
  addEventListener("pagehide", () => (leaving = true));
  addEventListener("pageshow", () => (leaving = false));
  document.addEventListener("visibilitychange", () => {
    if (document.hidden && !leaving) navigator.sendBeacon(`${at}/verborgen`);
  });
}
