// What the command would print: mistakes and warnings, each leading to its place.

import { byId, fill, make } from "../dom.js";
import { on, state, view } from "../store.js";
import { goToSection } from "../sides.js";
import { claimButton, find, nothing, sourceLine } from "./parts.js";

/** @typedef {import("../types.js").Place} Place */

const panel = byId("problems-panel");

/**
 * The claims that a problem tells of and that no longer hold.
 * @param {string} text
 */
function fallen(text) {
  return Object.values(state.claims)
    .filter(({ id, state: kind }) => kind === "fails" && text.includes(id))
    .map(({ id }) => id);
}

/**
 * What of the briefing a place in the content states: a figure, a claim or a section.
 * @param {Place | null} place
 */
function stated(place) {
  if (!place?.file) return null;
  /** @type {{name: string, line: number, go: () => void} | null} */
  let best = null;
  for (const [kind, held] of /** @type {const} */ ([["figure", state.figures], ["claim", state.claims]]))
    for (const { id, place: own } of Object.values(held))
      if (own?.file === place.file && own.line <= place.line && own.line > (best?.line ?? 0)) best = { name: id, line: own.line, go: () => find(kind, id) };
  const section = state.sections.find(({ file }) => file === place.file);
  return best ?? (section ? { name: section.title, line: 0, go: () => goToSection(section.id) } : null);
}

/** @param {Place | null} place */
function shownAt(place) {
  const found = stated(place);
  return found && make("button", { type: "button", class: "shows", "data-key": `shows ${place?.file} ${place?.line}`, onclick: found.go, text: `Show ${found.name}` });
}

function show() {
  const errors = state.problems.filter((problem) => problem.severity === "error").length;
  const badge = byId("problem-count");
  badge.textContent = state.problems.length > 0 ? String(state.problems.length) : "";
  badge.classList.toggle("error", errors > 0);
  byId("tab-problems").setAttribute("aria-label", `Problems: ${state.problems.length}`);
  if (view.panel !== "problems") return;
  fill(
    panel,
    make("h2", { text: "Problems" }),
    state.build.old && make("p", { class: "verdict fails", text: "Pages and slides are the last good ones until these are mended." }),
    state.problems.length === 0 && nothing("Nothing to mend."),
    ...state.problems.map((problem, index) =>
      make(
        "article",
        { class: `problem ${problem.severity}` },
        make("p", { class: "found" }, make("span", { class: `tag ${problem.severity}`, text: problem.severity }), ` ${problem.found}`),
        problem.hint && make("p", { class: "hint", text: problem.hint }),
        sourceLine(problem.place, `problem ${index}`) ?? (problem.where && make("p", { class: "faint", text: problem.where })),
        fallen(problem.text).length === 0 && shownAt(problem.place),
        ...fallen(problem.text).map((id) => claimButton(id, `problem ${index}`)),
      ),
    ),
  );
}

on(["problems", "panel", "build", "claims", "sections"], show);
