// Checks for the eye: colours as others see them, order of reading, alt texts, margins.

import { byId, fill, make } from "../dom.js";
import { look, on, state, view } from "../store.js";
import { part } from "./parts.js";

const panel = byId("checks-panel");

const LOOKS = [
  ["", "As it is"],
  ["grey", "Grey, as printed or copied"],
  ["protan", "Without red cones (protanopia)"],
  ["deutan", "Without green cones (deuteranopia)"],
  ["tritan", "Without blue cones (tritanopia)"],
];

/** @type {[keyof import("../store.js").View, string, string][]} */
const LAID = [
  ["outlined", "Figures and claims outlined", "f"],
  ["reading", "Order of reading", "r"],
  ["alts", "Alt texts", "a"],
  ["fits", "Room left in the boxes of slides", "m"],
];

/** @type {[keyof import("../store.js").View, string, string][]} */
const WAYS = [
  ["notes", "Notes below slides", "n"],
  ["linked", "Both sides scroll together", "s"],
  ["keys", "Single keys are shortcuts", ""],
];

/** @param {[keyof import("../store.js").View, string, string]} choice */
function check([key, name, letter]) {
  const box = make("input", { type: "checkbox", checked: Boolean(view[key]), "data-key": key, onchange: () => look({ [key]: box.checked }) });
  return make("label", { class: "check" }, box, name, letter && make("kbd", { text: letter }));
}

function show() {
  const { dataset } = document.documentElement;
  dataset.look = view.look;
  for (const key of /** @type {const} */ (["outlined", "notes"])) dataset[key] = view[key] ? "yes" : "no";
  if (view.panel !== "checks") return;
  const handout = state.files.find((file) => file.medium === "handout");
  fill(
    panel,
    make("h2", { text: "Checks for the eye" }),
    make(
      "fieldset",
      {},
      make("legend", { text: "Colours" }),
      ...LOOKS.map(([value, name]) => {
        const radio = make("input", { type: "radio", name: "look", value, checked: view.look === value, "data-key": `look ${value}`, onchange: () => look({ look: value ?? "" }) });
        return make("label", { class: "check" }, radio, name ?? "");
      }),
    ),
    make("fieldset", {}, make("legend", { text: "Laid over" }), ...LAID.map(check)),
    make("fieldset", {}, make("legend", { text: "View" }), ...WAYS.map(check)),
    part("Handout", make("p", {}, make("a", { href: handout?.url ?? "file/handout", target: "_blank", text: "Slides with their notes, to print" }), make("span", { class: "faint", text: " made when asked for" }))),
  );
}

on(["panel", "look", "reading", "alts", "fits", "outlined", "notes", "linked", "keys", "files"], show);
