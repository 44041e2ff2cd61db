// What several panels show alike: places in the content, places on the sheets, old and new words.

import { copy, make } from "../dom.js";
import { go } from "../sides.js";
import { bring, stepped, walk } from "../stepping.js";
import { look, owner, state } from "../store.js";
import { reworded } from "../wording.js";

/** @typedef {import("../types.js").Place} Place */
/** @typedef {import("../types.js").At} At */

/**
 * How a place is said: the file with its line or, of a workbook, its sheet and cell.
 * @param {Place} place
 */
export function said({ file, line, shown }) {
  const cell = /:([^:]+![A-Z]+\d+)$/.exec(shown ?? "")?.[1];
  return cell ? `${file}:${cell}` : line ? `${file}:${line}` : file;
}

/**
 * A line of the content: opened in the editor, or its place copied.
 * @param {Place | null | undefined} place
 * @param {string} [about]
 */
export function sourceLine(place, about = "") {
  if (!place?.file) return null;
  const where = said(place);
  const path = `${state.briefing.content}/${place.file}`.split("/").map(encodeURIComponent).join("/");
  const link = `vscode://file/${path.replace(/^\//, "")}${place.line ? `:${place.line}:${place.column || 1}` : ""}`;
  return make(
    "span",
    { class: "line" },
    make("a", { href: link, class: "open", title: "Open in the editor", "data-key": `open ${where} ${about}`, text: where }),
    make("button", { type: "button", class: "small", "data-key": `copy ${where} ${about}`, "aria-label": `Copy ${where}`, text: "Copy", onclick: () => void copy(`${state.briefing.content}/${where}`, where) }),
  );
}

const CHANNELS = /** @type {Record<string, string>} */ ({ alt: "alt text", notes: "notes", chart: "chart", workbook: "chart data" });

/**
 * Where something is printed, as buttons that lead there.
 * @param {At[]} places
 * @param {string} of
 */
export function placesOf(places, of) {
  return ["paper", "deck"].map((side) => {
    const here = places.filter((at) => at.side === side);
    if (here.length === 0) return null;
    /** @type {Map<string, At[]>} */
    const groups = new Map();
    for (const at of here) {
      const key = `${at.sheet} ${CHANNELS[at.channel] ?? ""}`;
      const group = groups.get(key);
      if (group) group.push(at);
      else groups.set(key, [at]);
    }
    return make(
      "div",
      { class: "places" },
      make("span", { class: "side", text: side === "paper" ? "Pages" : "Slides" }),
      ...[...groups].map(([key, [at, ...more]]) => {
        const first = /** @type {At} */ (at);
        const channel = CHANNELS[first.channel];
        const name = [`${side === "paper" ? "Page" : "Slide"} ${first.sheet}`, channel, more.length > 0 && `${more.length + 1} times`].filter(Boolean).join(", ");
        return make(
          "button",
          { type: "button", class: "chip", title: [name, first.text].filter(Boolean).join(": "), "aria-label": name, "data-key": `${of} ${side} ${key}`, onclick: () => go(/** @type {any} */ (side), first.sheet, first.boxes[0]) },
          String(first.sheet),
          channel && make("small", { text: channel }),
          more.length > 0 && make("small", { text: `×${more.length + 1}` }),
        );
      }),
    );
  });
}

/**
 * A sentence as it was and is now: what it lost, and what it won.
 * @param {string} was
 * @param {string} now
 */
export function rewording(was, now) {
  if (!was || !now) return wasNow(was, now);
  const tags = /** @type {const} */ ({ gone: "del", new: "ins", same: "span" });
  return make("span", { class: "was-now" }, ...reworded(was, now).map(({ kind, text }) => make(tags[kind], { text })));
}

/**
 * @param {string} was
 * @param {string} now
 */
export function wasNow(was, now) {
  return make("span", { class: "was-now" }, was && make("del", { text: was }), was && now && " → ", now && make("ins", { text: now }), !now && make("span", { class: "faint", text: " (gone)" }));
}

/**
 * A button that opens the account of a figure.
 * @param {string} id
 * @param {string} of
 */
export function figureButton(id, of) {
  const figure = owner(id);
  return make(
    "button",
    { type: "button", class: "row", "data-figure": id, "data-key": `${of} figure ${id}`, onclick: () => find("figure", id) },
    make("span", { class: "said", text: figure?.label ?? id }),
    make("span", { class: "value", text: figure?.printed ?? "" }),
  );
}

/** @param {string} id */
export function choose(id) {
  look({ chosen: id, chosenClaim: "", figure: id, claim: "", panel: "figures" });
}

/** @param {string} id */
export function chooseClaim(id) {
  look({ chosen: "", chosenClaim: id, figure: "", claim: id, panel: "figures" });
}

/**
 * Choose a figure or claim by what names it beside the sheets, and bring it into view on both sides.
 * @param {"figure" | "claim"} kind
 * @param {string} id
 */
export function find(kind, id) {
  if (kind === "figure") choose(id);
  else chooseClaim(id);
  bring();
}

/** Where what is chosen stands, with what leads from place to place. */
export function steps() {
  const { count, at } = stepped();
  if (count < 2) return null;
  return make(
    "span",
    { class: "steps" },
    make("button", { type: "button", class: "small", "data-key": "step back", "aria-label": "The place before", title: "The place before (,)", text: "‹", onclick: () => walk(-1) }),
    make("span", { class: "faint", role: "status", text: `${at} of ${count}` }),
    make("button", { type: "button", class: "small", "data-key": "step on", "aria-label": "Next place", title: "Next place (.)", text: "›", onclick: () => walk(1) }),
  );
}

/**
 * @param {string} id
 * @param {string} of
 */
export function claimButton(id, of) {
  const claim = state.claims[id];
  const kind = stateOf(id);
  return make(
    "button",
    { type: "button", class: "row", "data-claim": id, "data-key": `${of} claim ${id}`, onclick: () => find("claim", id) },
    make("span", { class: `dot ${kind}`, "aria-hidden": "true" }),
    make("span", { class: "said", text: claim?.says ?? id }),
    make("span", { class: `tag ${kind}`, text: kind }),
  );
}

/** @param {string} id */
export function stateOf(id) {
  if (state.whatif?.falls.some((fall) => fall.claim === id)) return "fails";
  return state.claims[id]?.state ?? "unknown";
}

/**
 * @param {string} name
 * @param {...(Node | null | false)} content
 */
export function part(name, ...content) {
  const kept = content.filter((each) => each);
  return kept.length === 0 ? null : make("section", { class: "part" }, make("h3", { text: name }), ...kept);
}

/** @param {string} words */
export const nothing = (words) => make("p", { class: "nothing", text: words });
