// The page's beginning: fonts, the two sides, the panels, and the line to the server.

import { byId } from "./dom.js";
import { loadFonts } from "./drawn.js";
import { ask, follow } from "./live.js";
import { look, on, state, view } from "./store.js";
import { go, panes } from "./sides.js";
import "./status.js";
import "./card.js";
import "./keys.js";
import "./return.js";
import { openPanels } from "./panels/panels.js";

/** @typedef {"paper" | "deck"} Side */

for (const pane of Object.values(panes)) {
  const { element, side } = pane;
  element.addEventListener("click", (event) => {
    const button = event.target instanceof Element ? event.target.closest("button") : null;
    const fit = button?.getAttribute("data-fit");
    const step = button?.getAttribute("data-step");
    if (fit === "width" || fit === "page") pane.set(fit);
    if (step) pane.step(step === "1" ? 1 : -1);
  });
  element.addEventListener("lead", (event) => {
    const { side: to, sheet, rise } = /** @type {CustomEvent} */ (event).detail;
    const { height } = panes[/** @type {Side} */ (to)].data[sheet - 1] ?? { height: 0 };
    go(to, sheet, rise === undefined ? undefined : [0, height - rise, 1, 1], 0.1);
  });
  pane.place.addEventListener("change", () => go(side, Number(pane.place.value) || 1));
  pane.place.addEventListener("keydown", ({ key }) => {
    if (key === "Enter") pane.scroller.focus({ preventScroll: true }); // so that keys are shortcuts again
  });
  pane.scroller.addEventListener("wheel", (event) => zoomed(event, pane), { passive: false });
}

/**
 * @param {WheelEvent} event
 * @param {import("./pane.js").Pane} pane
 */
function zoomed(event, pane) {
  if (!event.ctrlKey) return;
  event.preventDefault();
  pane.step(event.deltaY < 0 ? 1 : -1);
}

for (const button of /** @type {NodeListOf<HTMLElement>} */ (document.querySelectorAll("[data-view]")))
  button.addEventListener("click", () => look({ sides: /** @type {any} */ (button.dataset.view) }));
on(["sides"], () => {
  for (const button of /** @type {NodeListOf<HTMLElement>} */ (document.querySelectorAll("[data-view]"))) button.setAttribute("aria-pressed", String(button.dataset.view === view.sides));
});
byId("close").addEventListener("click", () => look({ panel: "" }));

on(["fonts"], () => void loadFonts(state.fonts));

let told = "";
let asking = 0;

/** Tell the server what is in view, so that it sends these sheets with the next save. */
function seen() {
  clearTimeout(asking);
  asking = window.setTimeout(() => {
    const drawn = Object.fromEntries(Object.values(panes).map((pane) => [pane.side, pane.drawn.map((sheet) => sheet.data.number)]));
    const now = JSON.stringify(drawn);
    if (now === told) return;
    told = now;
    void ask("seen", { tab: state.tab, ...drawn });
  }, 250);
}
on(["tab"], () => {
  told = ""; // the line is a new one
  seen();
});
for (const pane of Object.values(panes)) {
  pane.element.addEventListener("current", seen);
  pane.element.addEventListener("drawn", seen);
}

if (matchMedia("(max-width: 1000px)").matches) look({ panel: "" });
openPanels();
follow();
