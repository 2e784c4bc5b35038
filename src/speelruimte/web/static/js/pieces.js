// Pieces of page that the server drew and translated for the scripts, and the two places that tell how things stand.

/** A copy of the piece with this name; nothing when the page does not have it. */
export function piece(name) {
  const made = document.querySelector(`template[data-stuk="${name}"]`);
  return made ? made.content.cloneNode(true) : document.createDocumentFragment();
}

const LOOKS = { typen: "wacht", versturen: "wacht", mislukt: "uit" };
let state = "";

/** Tell in one place what became of what you did: typen, versturen, bewaard or mislukt; `aloud` for who cannot see it. */
export function tell(fresh, aloud = fresh === "mislukt") {
  state = fresh;
  const place = document.getElementById("bewaard");
  if (!place || (place.dataset.staat === state && !aloud)) return;
  place.dataset.staat = state;
  place.classList.remove(...Object.values(LOOKS));
  if (LOOKS[state]) place.classList.add(LOOKS[state]);
  place.setAttribute("aria-live", aloud ? "polite" : "off");
  place.replaceChildren(piece(state));
}

export function told() {
  return state;
}

/** Show one band, or none. `sentence` replaces its words. */
export function band(name, sentence = "") {
  const place = document.getElementById("geen-verbinding");
  if (!place || (place.dataset.staat === name && place.dataset.zin === sentence)) return;
  place.dataset.staat = name;
  place.dataset.zin = sentence;
  place.replaceChildren(piece(name));
  if (sentence) place.querySelector("p")?.replaceChildren(sentence);
  place.hidden = !name;
}
