// Where a person was comes back with the page, after a reload or by the browser's own button.

import { lead, leading, panes } from "./sides.js";
import { on, state } from "./store.js";

const KEY = "place";

/** @type {{side: import("./types.js").Side, y: number} | null} */
let was = JSON.parse(sessionStorage.getItem(KEY) ?? "null");

addEventListener("pagehide", () => {
  const { side, scroller, scale } = leading();
  sessionStorage.setItem(KEY, JSON.stringify({ side, y: scroller.scrollTop / scale }));
});

on(["paper", "deck"], () => {
  if (!was || state.paper.length === 0 || state.deck.length === 0) return;
  const { side, y } = was;
  was = null;
  lead(side);
  panes[side].scroller.scrollTop = y * panes[side].scale;
});
