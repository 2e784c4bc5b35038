// The participant's page.

import * as connection from "./connection.js";
import * as motion from "./motion.js";
import * as place from "./place.js";
import * as presence from "./presence.js";
import * as reading from "./reading.js";
import * as sending from "./sending.js";

connection.onChange(({ kind }) => {
  if (kind === "frame") reading.paint();
});
reading.begin();
presence.begin();
motion.begin();
place.begin();
sending.begin();
