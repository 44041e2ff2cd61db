// The figures: a list that is searched, and the account of the one that is chosen.

import { byId, fill, make } from "../dom.js";
import { look, on, owner, state, view } from "../store.js";
import { claimButton, figureButton, find, nothing, part, placesOf, sourceLine, stateOf, steps, wasNow } from "./parts.js";
import { tryValue } from "./whatif.js";

/** @typedef {import("../types.js").Figure} Figure */

const search = /** @type {HTMLInputElement} */ (byId("search"));
const list = byId("figure-list");
const account = byId("account");
const finding = byId("finding");

/** @param {string} words */
const plain = (words) => words.toLocaleLowerCase().normalize("NFKD").replace(/[\u0300-\u036f\u00a0\u202f,]/g, "");

/** @type {Map<string, {figure: Figure, words: string}>} */
const known = new Map();

/** @param {Figure} figure */
function wordsOf(figure) {
  const held = known.get(figure.id);
  if (held?.figure === figure) return held.words;
  const words = plain([figure.id, figure.label, figure.printed, figure.value, figure.unit].join(" "));
  known.set(figure.id, { figure, words });
  return words;
}

export function found() {
  const asked = plain(search.value).split(/\s+/).filter(Boolean);
  return Object.values(state.figures).filter((figure) => asked.every((word) => wordsOf(figure).includes(word)));
}

function showList() {
  if (!isOpen() || view.chosen || view.chosenClaim) return;
  const figures = found();
  const asked = search.value.trim() !== "";
  const claims = Object.values(state.claims).filter((claim) => !asked || plain(`${claim.id} ${claim.says}`).includes(plain(search.value.trim())));
  fill(
    list,
    ...figures.slice(0, 400).map((figure) => figureButton(figure.id, "list")),
    figures.length === 0 && nothing(asked ? "No figure has this name, label or value." : "No figures yet."),
    claims.length > 0 && make("h3", { class: "apart", text: "Claims" }),
    ...claims.slice(0, 200).map((claim) => claimButton(claim.id, "list")),
  );
  byId("found").textContent = asked ? `${figures.length} of ${Object.keys(state.figures).length} figures` : `${figures.length} figures`;
}

const isOpen = () => view.panel === "figures";

function show() {
  if (!isOpen()) return;
  const figure = owner(view.chosen);
  const claim = state.claims[view.chosenClaim];
  finding.hidden = Boolean(figure || claim);
  account.hidden = !finding.hidden;
  if (figure) showFigure(figure);
  else if (claim) showClaim();
  else {
    if (view.chosen || view.chosenClaim) return look({ chosen: "", chosenClaim: "", figure: "", claim: "" });
    showList();
  }
}

const back = () =>
  make("button", { type: "button", class: "back", "data-key": "back", onclick: leave, text: "All figures" });

export function leave() {
  look({ chosen: "", chosenClaim: "", figure: "", claim: "" });
  search.focus({ preventScroll: true });
}

/** @param {Figure} figure */
function showFigure(figure) {
  if (figure.kind === "cell") return showCell(figure);
  const { sources, formula, inputs, dependants, claims, place, cell, row, note } = figure;
  const facts = [
    ["Hedge", figure.hedge],
    ["Period", figure.period],
    ["Confidence", figure.confidence],
    ["Unit", figure.unit],
    ["Exact value", figure.value],
  ].filter(([, value]) => value);
  const tried = state.whatif?.figures.find((each) => each.id === figure.id);
  fill(
    account,
    back(),
    make("h2", { class: "printed", text: figure.printed }),
    tried && make("p", { class: "tried-line" }, "What if: ", wasNow(tried.was, tried.now)),
    make("p", { class: "label", text: figure.label }),
    make("p", { class: "id", text: figure.id }),
    make("dl", { class: "facts" }, ...facts.flatMap(([name, value]) => [make("dt", { text: name }), make("dd", { text: value })])),
    figure.editable && part("What if it were", tryValue(figure)),
    part(sources.length > 1 ? "Sources" : "Source", ...sources.map(source)),
    note && part("Note", make("p", { text: note })),
    formula && part("Formula", make("p", { class: "formula", text: formula }), ...inputs.map((id) => figureButton(id, "input"))),
    part("In the content", sourceLine(place, "figure"), cell ? make("p", { class: "faint", text: cell }) : null, sourceLine(row, "row")),
    dependants.length > 0 && part("Figures that follow from it", ...dependants.map((id) => figureButton(id, "follows"))),
    claims.length > 0 && part("Claims that rest on it", ...claims.map((id) => claimButton(id, "rests"))),
    part("Printed on", steps(), ...placesOf(figure.places, figure.id)),
  );
}

/** @param {Figure} cell */
function showCell(cell) {
  fill(
    account,
    back(),
    make("h2", { class: "printed", text: cell.printed || cell.id }),
    make("p", { class: "label", text: cell.label }),
    make("p", { class: "faint", text: "A number of a data file, of no figure" }),
    part(cell.sources.length > 1 ? "Sources" : "Source", ...cell.sources.map(source)),
    part("Printed on", steps(), ...placesOf(cell.places, cell.id)),
    part("In the content", sourceLine(cell.place, "cell"), cell.cell ? make("p", { class: "faint", text: cell.cell }) : null),
  );
}

/** @param {Figure["sources"][number]} source */
function source({ title, publisher, date, url }) {
  const about = [publisher, date].filter(Boolean).join(", ");
  const name = /^https?:\/\//.test(url) ? make("a", { href: url, target: "_blank", rel: "noreferrer noopener", text: title || url }) : make("span", { text: title });
  return make("p", { class: "source" }, name, about && make("span", { class: "faint", text: ` ${about}` }));
}

function showClaim() {
  const claim = state.claims[view.chosenClaim];
  if (!claim) return;
  const kind = stateOf(claim.id);
  fill(
    account,
    back(),
    make("p", { class: `verdict ${kind}` }, make("span", { class: `dot ${kind}`, "aria-hidden": "true" }), kind === "holds" ? "This claim holds" : kind === "fails" ? "This claim no longer holds" : "Not known whether this claim holds"),
    make("h2", { class: "says", text: claim.says }),
    make("p", { class: "id", text: claim.id }),
    part("Must be true", make("p", { class: "formula", text: claim.holds })),
    part("Figures it rests on", ...claim.figures.map((id) => figureButton(id, "rests on"))),
    part("Stands on", steps(), ...placesOf(claim.places, claim.id)),
    part("In the content", sourceLine(claim.place, "claim")),
  );
}

search.addEventListener("input", showList);
search.addEventListener("keydown", (event) => {
  const first = found()[0];
  if (event.key === "Enter" && first) find("figure", first.id);
});
on(["panel", "chosen", "chosenClaim", "step", "figures", "cells", "claims", "whatif"], show);
