// Exchanges the secret of a link for a cookie. It stands behind the # so that it is in no log and no history.

const secret = location.hash.slice(1);
const here = location.pathname;
const INSIDE = "/binnen";
const ORGANISER = "/organisator";

function failed() {
  for (const place of document.querySelectorAll("[data-mislukt]")) place.hidden = false;
}

async function enter() {
  const answer = await fetch(here === ORGANISER || here.endsWith(INSIDE) ? here : here + INSIDE, {
    method: "POST",
    headers: { "X-Speelruimte": "1" },
    body: new URLSearchParams({ sleutel: secret }),
  });
  history.replaceState(null, "", here);
  if (!answer.ok) failed();
  else if (here === ORGANISER) location.replace("/begin");
  else if (here.endsWith(INSIDE)) location.replace(here.slice(0, -INSIDE.length));
  else location.reload();
}

if (secret) enter().catch(failed);
