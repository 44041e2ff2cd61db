// What is chosen is brought into view on both sides: its first place on each, then the next ones.

import { goToBoth, panes } from "./sides.js";
import { look, owner, state, view } from "./store.js";

/** @typedef {import("./types.js").At} At */
/** @typedef {import("./types.js").Side} Side */

const SIDES = /** @type {Side[]} */ (["paper", "deck"]);
const NEAR = 0.3; // of a sheet's height: places nearer to one another are seen together

/** What is chosen is printed here, or guarded. */
const places = () => (owner(view.chosen) ?? state.claims[view.chosenClaim])?.places ?? [];

/**
 * Where on a side one is led, one place for those that are seen together: in what is drawn, else in notes.
 * @param {Side} side
 */
function spots(side) {
  const here = places().filter((at) => at.side === side && at.channel !== "alt");
  const drawn = here.filter((at) => at.boxes.length > 0);
  /** @type {At[]} */
  const found = [];
  for (const at of drawn.length > 0 ? drawn : here) {
    const near = found.some((other) => other.sheet === at.sheet && Math.abs((other.boxes[0]?.[1] ?? 0) - (at.boxes[0]?.[1] ?? 0)) < NEAR * (state[side][at.sheet - 1]?.height ?? 0));
    if (!near) found.push(at);
  }
  return found.sort((one, other) => one.sheet - other.sheet || (one.boxes[0]?.[1] ?? 0) - (other.boxes[0]?.[1] ?? 0));
}

/** How many steps there are, and which one is seen, from 1. */
export function stepped() {
  const count = Math.max(...SIDES.map((side) => spots(side).length));
  return { count, at: Math.min(view.step + 1, count) };
}

/** Bring both sides to the place of this step; the side that has fewer stays at its last. */
function show() {
  const found = SIDES.map(spots).flatMap((each) => each[Math.min(view.step, each.length - 1)] ?? []);
  const only = found.length === 1 ? found[0]?.side : "";
  if (only && view.sides !== "both" && view.sides !== only) look({ sides: only });
  goToBoth(found.filter(({ side }) => view.sides === "both" || view.sides === side));
}

/** Bring what was chosen in a list into view. */
export function bring() {
  look({ step: 0 });
  show();
}

/**
 * Go on to its next place, or back to the one before.
 * @param {1 | -1} way
 */
export function walk(way) {
  const { count } = stepped();
  if (count === 0) return;
  look({ step: (view.step + way + count) % count });
  show();
}

/**
 * Bring the other side to what was chosen on this one, where it shows nothing of it.
 * @param {Side} side
 * @param {number} sheet
 */
export function bringBeside(side, sheet) {
  const own = spots(side).findIndex((at) => at.sheet === sheet);
  look({ step: Math.max(own, 0) });
  const other = side === "paper" ? "deck" : "paper";
  const there = spots(other);
  const seen = panes[other].seenSheets();
  if (view.sides !== "both" || there.length === 0 || there.some((at) => seen.includes(at.sheet))) return;
  const section = state[side][sheet - 1]?.sections ?? [];
  const near = there.find((at) => state[other][at.sheet - 1]?.sections.some((id) => section.includes(id)));
  goToBoth([near ?? /** @type {At} */ (there[0])]);
}
