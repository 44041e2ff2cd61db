// The two sides together: scrolling one brings the other to the same section.

import { look, on, state, view } from "./store.js";
import { LINE, Pane } from "./pane.js";

/** @typedef {import("./types.js").Side} Side */

/** @type {Record<Side, Pane>} */
export const panes = { paper: new Pane("paper"), deck: new Pane("deck") };
const both = [panes.paper, panes.deck];

/** @type {Pane} the side that the person moves; the other follows */
let leader = panes.paper;
let apart = false; // whether both were brought to places of their own, until the person moves one

/** @param {Side} side */
export function lead(side) {
  leader = panes[side];
  apart = false;
}

export const leading = () => leader;

/**
 * Where sections begin on a side, from the head on.
 * @param {Pane} pane
 */
function starts(pane) {
  /** @type {{section: string, y: number}[]} */
  const found = [];
  pane.data.forEach((sheet, index) => {
    const begun = sheet.starts.length > 0 ? sheet.starts : sheet.section !== found.at(-1)?.section ? [[sheet.section, 0]] : [];
    for (const [section, y] of /** @type {[string, number][]} */ (begun)) found.push({ section, y: pane.top(index) + y * pane.scale });
  });
  if (found[0]?.y !== 0) found.unshift({ section: "", y: 0 });
  return found;
}

/** Bring the other side to where the leading one is. */
function followed() {
  const other = leader === panes.paper ? panes.deck : panes.paper;
  if (!view.linked || view.sides !== "both" || other.sheets.length === 0) return;
  const here = starts(leader);
  const there = starts(other);
  const y = leader.looked;
  let index = here.findLastIndex((start) => start.y <= y + 0.5);
  if (index < 0) index = 0;
  const end = here[index + 1]?.y ?? leader.column.offsetHeight;
  const begin = here[index]?.y ?? 0;
  let part = end > begin ? Math.min((y - begin) / (end - begin), 1) : 0;
  let found = -1;
  for (; index >= 0 && found < 0; index -= 1) {
    found = there.findIndex((start) => start.section === here[index]?.section);
    if (found < 0) part = 1; // the other side has nothing of it: the end of what came before
  }
  if (found < 0) return;
  const from = there[found]?.y ?? 0;
  const to = there[found + 1]?.y ?? other.column.offsetHeight;
  other.lookAt(from + part * (to - from));
}

for (const pane of both) {
  const takes = () => lead(pane.side);
  for (const kind of ["wheel", "pointerdown", "touchstart", "keydown", "focusin"]) pane.element.addEventListener(kind, takes, { passive: true });
  pane.scroller.addEventListener("scrollend", () => (pane.aim = 0));
  let waiting = false;
  pane.scroller.addEventListener(
    "scroll",
    () => {
      if (waiting) return;
      waiting = true;
      requestAnimationFrame(() => {
        waiting = false;
        pane.scrolled();
        if (pane === leader && !apart) followed();
      });
    },
    { passive: true },
  );
}

/**
 * Bring one place into view, and the other side beside it.
 * @param {Side} side
 * @param {number} number
 * @param {import("./types.js").Box} [box]
 * @param {number} [part] of the window's height at which the box is to be
 */
export function go(side, number, box, part) {
  if (view.sides !== "both" && view.sides !== side) look({ sides: side });
  lead(side);
  panes[side].go(number, box, part);
}

/**
 * Bring a place into view on each side, as far as there is one.
 * @param {{side: Side, sheet: number, boxes: import("./types.js").Box[]}[]} places
 */
export function goToBoth(places) {
  apart = true;
  for (const { side, sheet, boxes } of places) panes[side].go(sheet, boxes[0]);
}

/** @param {string} section */
export function goToSection(section) {
  const sheet = state.paper.find((each) => each.starts.some(([id]) => id === section)) ?? state.paper.find((each) => each.sections.includes(section));
  const slide = state.deck.find((each) => each.section === section);
  if (sheet) {
    const y = sheet.starts.find(([id]) => id === section)?.[1] ?? 0;
    go("paper", sheet.number, [0, y, 1, 1], LINE - 0.06);
  } else if (slide) go("deck", slide.number);
}

for (const side of /** @type {Side[]} */ (["paper", "deck"])) on([side, "sections"], () => panes[side].take());
on(["figure", "claim", "chosen", "chosenClaim", "claims", "whatif", "changes", "since"], () => both.forEach((pane) => pane.light()));
on(["reading", "alts", "fits", "claims", "build"], () => both.forEach((pane) => pane.lay()));
on(["sides"], () => {
  document.documentElement.dataset.sides = view.sides;
  if (view.sides !== "both") lead(view.sides);
  both.forEach((pane) => pane.fit());
});
