// The panel beside the sides, and its tabs.

import { byId } from "../dom.js";
import { look, on, view } from "../store.js";
import "./figures.js";
import "./whatif.js";
import "./problems.js";
import "./since.js";
import "./contents.js";
import "./checks.js";

const NAMES = ["contents", "figures", "whatif", "problems", "since", "checks"];
const tabs = NAMES.map((name) => byId(`tab-${name}`));

function show() {
  NAMES.forEach((name, index) => {
    const chosen = view.panel === name;
    tabs[index]?.setAttribute("aria-selected", String(chosen));
    tabs[index]?.setAttribute("tabindex", chosen || (view.panel === "" && index === 0) ? "0" : "-1");
    byId(`${name}-panel`).hidden = !chosen;
  });
  document.documentElement.dataset.panel = view.panel ? "open" : "closed";
}

tabs.forEach((tab, index) => {
  tab.addEventListener("click", () => look({ panel: view.panel === NAMES[index] ? "" : NAMES[index] }));
  tab.addEventListener("keydown", (event) => {
    const way = { ArrowDown: 1, ArrowRight: 1, ArrowUp: -1, ArrowLeft: -1 }[event.key];
    if (!way) return;
    event.preventDefault();
    const next = (index + way + NAMES.length) % NAMES.length;
    look({ panel: NAMES[next] });
    tabs[next]?.focus();
  });
});

on(["panel"], show);
export const openPanels = show;
