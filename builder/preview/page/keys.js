// Everything by the keyboard.

import { byId, fill, make } from "./dom.js";
import { hide } from "./card.js";
import { leave } from "./panels/figures.js";
import { discard } from "./panels/whatif.js";
import { go, lead, leading, panes } from "./sides.js";
import { walk } from "./stepping.js";
import { look, state, view } from "./store.js";

const help = /** @type {HTMLDialogElement} */ (byId("help"));

/** @param {1 | -1} way */
function turn(way) {
  const pane = leading();
  go(pane.side, (pane.aim || pane.current) + way);
}

/**
 * Go to the next figure or claim that stands on the sheets drawn, from what has the focus on.
 * @param {1 | -1} way
 */
function next(way) {
  const pane = leading();
  const things = /** @type {HTMLElement[]} */ ([...pane.column.querySelectorAll(".thing[tabindex]")]);
  if (things.length === 0) return;
  const at = things.indexOf(/** @type {HTMLElement} */ (document.activeElement));
  let index = at + way;
  if (at < 0) {
    const { top } = pane.scroller.getBoundingClientRect();
    index = Math.max(things.findIndex((thing) => thing.getBoundingClientRect().top >= top), 0);
  }
  const thing = things[Math.min(Math.max(index, 0), things.length - 1)];
  thing?.focus({ preventScroll: true });
  thing?.scrollIntoView({ block: "nearest", inline: "nearest" });
}

/** @param {"paper" | "deck"} side */
function enter(side) {
  if (view.sides !== "both" && view.sides !== side) look({ sides: side });
  lead(side);
  panes[side].scroller.focus({ preventScroll: true });
}

function search() {
  look({ panel: "figures", chosen: "", chosenClaim: "" });
  byId("search").focus();
}

/** @param {string} name */
function panel(name) {
  look({ panel: view.panel === name ? "" : name });
  if (view.panel === name) byId(`tab-${name}`).focus();
}

function escape() {
  if (!byId("card").hidden) return hide();
  if (view.chosen || view.chosenClaim) return leave();
  if (state.whatif) return discard();
  if (!view.panel) return;
  look({ panel: "" });
  enter(leading().side); // else what is typed next may still go into a field that is hidden
}

/** @type {[string, string, () => void][]} */
const KEYS = [
  ["j", "Next page or slide", () => turn(1)],
  ["k", "The one before", () => turn(-1)],
  ["]", "Next figure or claim on it", () => next(1)],
  ["[", "The one before", () => next(-1)],
  [".", "Next place of what is chosen", () => walk(1)],
  [",", "The one before", () => walk(-1)],
  ["p", "To the paper", () => enter("paper")],
  ["d", "To the slides", () => enter("deck")],
  ["1", "Paper and slides", () => look({ sides: "both" })],
  ["2", "Paper alone", () => look({ sides: "paper" })],
  ["3", "Slides alone", () => look({ sides: "deck" })],
  ["+", "Larger", () => leading().step(1)],
  ["-", "Smaller", () => leading().step(-1)],
  ["0", "As wide as there is room", () => leading().set("width")],
  ["9", "A whole page or slide", () => leading().set("page")],
  ["/", "Search figures", search],
  ["g", "Pages and slides", () => panel("contents")],
  ["w", "What if", () => panel("whatif")],
  ["e", "Problems", () => panel("problems")],
  ["c", "Changes", () => panel("since")],
  ["v", "Checks for the eye", () => panel("checks")],
  ["x", "Mark changes", () => look({ changes: !view.changes })],
  ["f", "Outline figures and claims", () => look({ outlined: !view.outlined })],
  ["r", "Order of reading", () => look({ reading: !view.reading })],
  ["a", "Alt texts", () => look({ alts: !view.alts })],
  ["m", "Room in boxes", () => look({ fits: !view.fits })],
  ["n", "Notes", () => look({ notes: !view.notes })],
  ["s", "Scroll both sides together", () => look({ linked: !view.linked })],
  ["?", "This list", openHelp],
];

const ACTS = new Map(KEYS.map(([key, , act]) => [key, act]));
ACTS.set("=", () => leading().step(1));

export function openHelp() {
  fill(
    byId("keys"),
    ...[...KEYS, /** @type {[string, string]} */ (["Esc", "Close what is open"])].map(([key, what]) => make("div", {}, make("dt", {}, make("kbd", { text: key })), make("dd", { text: what }))),
  );
  help.showModal();
}

/** @param {KeyboardEvent} event */
function typing({ target }) {
  return target instanceof HTMLElement && target.matches("input:not([type=checkbox], [type=radio]), textarea, select");
}

document.addEventListener("keydown", (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented || help.open) return;
  if (event.key === "Escape") {
    if (typing(event) && event.target instanceof HTMLInputElement && event.target.type === "search" && event.target.value) return;
    return escape();
  }
  if (typing(event) || !view.keys) return;
  const act = ACTS.get(event.key);
  if (!act) return;
  event.preventDefault();
  act();
});
byId("help-button").addEventListener("click", openHelp);
byId("help-close").addEventListener("click", () => help.close());
