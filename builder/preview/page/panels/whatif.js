// What if a figure were another: tried on both sides, written only when one says so.

import { byId, fill, make, tell } from "../dom.js";
import { ask } from "../live.js";
import { look, on, state, view } from "../store.js";
import { figureButton, nothing, part, placesOf, said, sourceLine, wasNow } from "./parts.js";

/** @typedef {import("../types.js").Figure} Figure */

const panel = byId("whatif-panel");
const banner = byId("whatif-banner");
const WAYS = "Nothing is written until you say so. Every tab of this preview shows what is tried; it ends with the last of them.";
const PAUSE = 160; // ms without a keystroke after which a value is tried

/** @type {Record<string, string>} what was typed here and is not told of yet, by figure; "" ends its trial */
let typed = {};
/** @type {Record<string, string>} */
let refused = {};
let timer = 0; // 0 where nothing typed waits to be sent

/**
 * A field for another value of a figure.
 * @param {Figure} figure
 */
export function tryValue(figure) {
  const id = `try-${figure.id}`;
  const error = make("p", { class: "refused", id: `${id}-why`, role: "alert", text: refused[figure.id] ?? "" });
  const field = make("input", {
    id,
    class: "try",
    type: "text",
    autocomplete: "off",
    spellcheck: "false",
    inputmode: figure.kind === "date" ? "text" : "decimal",
    value: typed[figure.id] || (state.whatif?.values[figure.id] ?? figure.value),
    "aria-label": `Another value for ${figure.label}`,
    "aria-describedby": error.id,
    "data-key": id,
  });
  const changed = () => {
    typed[figure.id] = field.value.trim();
    delete refused[figure.id];
    error.textContent = "";
    clearTimeout(timer);
    timer = window.setTimeout(() => void send(figure.id), PAUSE);
  };
  field.addEventListener("input", changed);
  const step = (/** @type {number} */ way) => {
    const now = Number(field.value.replace(/[ ,\u00a0\u202f]/g, ""));
    if (!Number.isFinite(now)) return;
    const size = 10 ** Math.max(Math.floor(Math.log10(Math.abs(now) || 1)) - 1, -2);
    field.value = String(Number((now + way * size).toPrecision(12)));
    changed();
  };
  field.addEventListener("keydown", (event) => {
    if (figure.kind === "date" || (event.key !== "ArrowUp" && event.key !== "ArrowDown")) return;
    event.preventDefault();
    step(event.key === "ArrowUp" ? 1 : -1);
  });
  return make(
    "div",
    { class: "trying" },
    make(
      "div",
      { class: "field" },
      field,
      figure.kind === "number" && make("button", { type: "button", class: "step", "aria-label": "Less", text: "−", onclick: () => step(-1) }),
      figure.kind === "number" && make("button", { type: "button", class: "step", "aria-label": "More", text: "+", onclick: () => step(1) }),
      make("span", { class: "faint", text: figure.unit }),
    ),
    error,
    state.whatif ? actions("account") : make("p", { class: "faint", text: WAYS }),
    state.whatif && falls(),
  );
}

/** What is tried: in this tab and in others, and what was typed here since; a value that a figure has anyway is none. */
function values() {
  const all = { ...state.whatif?.values, ...typed };
  return Object.fromEntries(Object.entries(all).filter(([, value]) => value !== ""));
}

/** @param {string} [figure] */
async function send(figure) {
  timer = 0;
  const answer = await ask("what-if", { values: values() });
  if (!answer.error) return;
  const id = answer.figure || figure;
  if (id) {
    refused[id] = answer.error;
    delete typed[id];
  }
  const why = document.getElementById(`try-${id}-why`);
  if (why) why.textContent = answer.error;
  else tell(answer.error);
}

export function discard() {
  typed = {};
  refused = {};
  clearTimeout(timer);
  timer = 0;
  void ask("what-if", { values: {} });
}

async function write() {
  const answer = await ask("write", { values: state.whatif?.values ?? values() });
  if (answer.error) return tell(answer.error);
  const written = answer.written ?? [];
  for (const each of answer.refused ?? []) refused[each.figure] = each.why;
  for (const each of written) delete typed[each.figure];
  const why = (answer.refused ?? []).map((/** @type {{figure: string, why: string}} */ each) => `${each.figure}: ${each.why}`).join("; ");
  const where = written.map(said).join(", ");
  tell([where && `Written to ${where}`, why && `Not written: ${why}`].filter(Boolean).join(". "));
}

/** @param {string} of */
function actions(of) {
  return make(
    "div",
    { class: "actions" },
    make("button", { type: "button", class: "main", "data-key": `write ${of}`, onclick: () => void write(), text: "Write to the content" }),
    make("button", { type: "button", "data-key": `discard ${of}`, onclick: discard, text: "Discard" }),
  );
}

function falls() {
  const { whatif } = state;
  if (!whatif || whatif.falls.length === 0) return null;
  return make(
    "div",
    { class: "falls" },
    make("p", { class: "verdict fails", text: whatif.falls.length === 1 ? "One claim would fall" : `${whatif.falls.length} claims would fall` }),
    ...whatif.falls.map((fall) =>
      make(
        "div",
        { class: "fall" },
        make("p", { class: "says", text: fall.says }),
        make("p", { class: "formula", text: fall.holds }),
        ...placesOf(state.claims[fall.claim]?.places ?? [], `fall ${fall.claim}`),
        sourceLine(fall.place, `fall ${fall.claim}`),
      ),
    ),
  );
}

function show() {
  const { whatif } = state;
  banner.hidden = !whatif;
  if (whatif)
    fill(
      banner,
      make("strong", { text: "What if" }),
      make("span", { class: "said", text: `${Object.entries(whatif.values).map(([id, value]) => `${id} = ${value}`).join(", ")}${whatif.falls.length > 0 ? ` · ${whatif.falls.length} ${whatif.falls.length === 1 ? "claim falls" : "claims fall"}` : ""}` }),
      make("button", { type: "button", "data-key": "see", onclick: () => look({ panel: "whatif", chosen: "", chosenClaim: "" }), text: "See what changes" }),
      make("button", { type: "button", "data-key": "end", onclick: discard, text: "Discard" }),
    );
  if (view.panel !== "whatif") return;
  if (!whatif) {
    const editable = Object.values(state.figures).filter((figure) => figure.editable);
    fill(panel, make("h2", { text: "What if" }), make("p", { class: "faint", text: "Choose a figure and give it another value: pages, slides, charts and claims follow at once. " + WAYS }), ...editable.slice(0, 300).map((figure) => figureButton(figure.id, "try")));
    return;
  }
  fill(
    panel,
    make("h2", { text: "What if" }),
    make("p", { class: "faint", text: WAYS }),
    actions("panel"),
    falls(),
    part(
      "Figures that change",
      ...whatif.figures.map(({ id, was, now }) => make("div", { class: "changed" }, figureButton(id, "changes"), make("p", {}, wasNow(was, now)))),
    ),
    whatif.problems.length > 0 && part("Mistakes it makes", ...whatif.problems.map((problem) => make("pre", { class: "problem-text", text: problem.text }))),
    whatif.busy && nothing("Working it out …"),
  );
}

/** Take what is told as what is tried, in whatever tab; what was typed since then is still to be sent. */
function follow() {
  for (const [id, value] of Object.entries(typed)) if (timer === 0 || (state.whatif?.values[id] ?? "") === value) delete typed[id];
}

on(["whatif"], follow);
on(["whatif", "panel", "figures", "claims"], show);
