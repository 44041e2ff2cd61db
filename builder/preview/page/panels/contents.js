// The sections with their pages and slides.

import { byId, fill, make } from "../dom.js";
import { go, goToSection, panes } from "../sides.js";
import { on, state, view } from "../store.js";

const panel = byId("contents-panel");

function show() {
  if (view.panel !== "contents") return;
  const named = new Set(state.sections.map(({ id }) => id));
  const sections = [{ id: "", title: "" }, ...state.sections];
  fill(
    panel,
    make("h2", { text: "Pages and slides" }),
    ...sections.map(({ id, title }) => {
      const pages = state.paper.filter((sheet) => (id === "" ? !named.has(sheet.section) : sheet.sections.includes(id)));
      const slides = state.deck.filter((sheet) => (id === "" ? !named.has(sheet.section) : sheet.section === id));
      if (pages.length + slides.length === 0) return null;
      return make(
        "section",
        { class: "part listed" },
        title
          ? make("h3", {}, make("button", { type: "button", class: "section", "data-key": `section ${id}`, onclick: () => goToSection(id), text: title }))
          : make("h3", { text: "Beside the sections" }),
        pages.length > 0 &&
          make("div", { class: "places" }, make("span", { class: "side", text: "Pages" }), ...pages.map(({ number }) => make("button", { type: "button", class: "chip", "data-side": "paper", "data-go": number, "data-key": `page ${id} ${number}`, "aria-label": `Page ${number}`, onclick: () => go("paper", number), text: String(number) }))),
        ...slides.map((slide) =>
          make("button", { type: "button", class: "row", "data-side": "deck", "data-go": slide.number, "data-key": `slide ${slide.number}`, onclick: () => go("deck", slide.number) }, make("span", { class: "number", text: String(slide.number) }), make("span", { class: "said", text: slide.title || "Untitled" })),
        ),
      );
    }),
  );
  mark();
}

function mark() {
  if (view.panel !== "contents") return;
  for (const button of /** @type {NodeListOf<HTMLElement>} */ (panel.querySelectorAll("[data-go]"))) {
    const side = button.dataset.side === "paper" ? "paper" : "deck";
    if (Number(button.dataset.go) === panes[side].current) button.setAttribute("aria-current", "true");
    else button.removeAttribute("aria-current");
  }
}

for (const pane of Object.values(panes)) pane.element.addEventListener("current", mark);
on(["panel", "sections", "paper", "deck"], show);
