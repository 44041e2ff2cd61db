// What changed since the last build or an edition.

import { byId, fill, make, tell } from "../dom.js";
import { ask } from "../live.js";
import { go } from "../sides.js";
import { look, on, state, view } from "../store.js";
import { figureButton, nothing, part, rewording, wasNow } from "./parts.js";

const panel = byId("since-panel");

/** @param {string} edition */
async function against(edition) {
  const answer = await ask("since", { edition });
  if (answer.error) tell(answer.error);
}

function show() {
  const { since } = state;
  const count = since.figures.length + since.sentences.length + since.slides.length;
  byId("since-count").textContent = count > 0 ? String(count) : "";
  if (view.panel !== "since") return;
  const sheets = /** @type {const} */ (["paper", "deck"]).flatMap((side) => since.sheets[side].map((number) => ({ side, number })));
  fill(
    panel,
    make("h2", { text: "Changes" }),
    make(
      "label",
      { class: "choice" },
      "Since ",
      make(
        "select",
        { "data-key": "against", onchange: (/** @type {Event} */ event) => void against(/** @type {HTMLSelectElement} */ (event.target).value) },
        ...since.editions.map(({ id, name }) => make("option", { value: id, selected: since.against === id, text: name })),
      ),
    ),
    make("label", { class: "check" }, make("input", { type: "checkbox", checked: view.changes, "data-key": "mark", onchange: (/** @type {Event} */ event) => look({ changes: /** @type {HTMLInputElement} */ (event.target).checked }) }), "Mark them on pages and slides"),
    since.refused && make("p", { class: "refused", text: `Not compared: ${since.refused}` }),
    count + sheets.length === 0 && nothing("Nothing changed."),
    part("Figures", ...since.figures.map(({ id, was, now }) => make("div", { class: "changed" }, state.figures[id] ? figureButton(id, "since") : make("p", { class: "id", text: id }), make("p", {}, wasNow(was, now))))),
    part("Sentences", ...since.sentences.map(({ place, was, now }) => make("div", { class: "changed" }, make("p", { class: "faint", text: place }), make("p", {}, rewording(was, now))))),
    part(
      "Slides",
      ...since.slides.map(({ number, was, title }) =>
        make("button", { type: "button", class: "row", "data-key": `slide ${number} ${was}`, onclick: () => number > 0 && go("deck", number) }, make("span", { class: "said", text: title }), make("span", { class: "value", text: was === 0 ? "new" : number === 0 ? "gone" : `${was} → ${number}` })),
      ),
    ),
    sheets.length > 0 &&
      part("Look different", make("div", { class: "places" }, ...sheets.map(({ side, number }) => make("button", { type: "button", class: "chip", "data-key": `differs ${side} ${number}`, "aria-label": `${side === "paper" ? "Page" : "Slide"} ${number}`, onclick: () => go(side, number), text: `${side === "paper" ? "p." : "slide"} ${number}` })))),
  );
}

on(["since", "panel", "changes", "figures"], show);
