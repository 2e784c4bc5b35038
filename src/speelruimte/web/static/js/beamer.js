// The big screen: nothing to send, only to stay current.

import * as clock from "./clock.js";
import * as connection from "./connection.js";
import * as motion from "./motion.js";
import { band } from "./pieces.js";

if (location.hash) history.replaceState(null, "", location.pathname);

connection.onChange((change) => {
  if (change.kind === "frame") clock.tick();
  else band(change.current ? "" : "verbinding-weg-lezen");
});
clock.begin();
motion.begin();
connection.begin();
