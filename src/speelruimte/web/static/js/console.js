// The facilitator's page.

import * as clock from "./clock.js";
import * as connection from "./connection.js";
import * as place from "./place.js";
import * as sending from "./sending.js";

// The secret of a link that was opened once more should not stay in the address.
if (location.hash.length > 30) history.replaceState(null, "", location.pathname);

connection.onChange(({ kind }) => {
  if (kind === "frame") clock.tick();
});
clock.begin();
place.begin();
sending.begin();
