// Times that run on while the page stands still. The server gives moments in seconds since 1970.

const MINUTE = 60;

function now() {
  return Math.floor(Date.now() / 1000);
}

/** Fill every clock on the page; the words around the numbers are the server's. */
export function tick() {
  for (const place of document.querySelectorAll("[data-sinds]")) {
    write(place, Math.max(0, Math.floor((now() - Number(place.dataset.sinds)) / MINUTE)));
  }
  for (const place of document.querySelectorAll("[data-klok]")) write(place, clockTime(now()));
}

function write(place, value) {
  if (place.textContent !== String(value)) place.textContent = value;
}

export function clockTime(seconds) {
  return new Date(seconds * 1000).toLocaleTimeString("nl-NL", { hour: "2-digit", minute: "2-digit" });
}

export function begin() {
  tick();
  setInterval(tick, 1000);
}
