// The state as the server tells it, what the person has chosen, and who wants to hear of either.

/** @typedef {import("./types.js").State} State */

/**
 * @typedef {object} View
 * @property {string} figure the figure that is lit, or ""
 * @property {string} claim the claim that is lit, or ""
 * @property {string} chosen the figure whose account is open, or ""
 * @property {string} chosenClaim
 * @property {number} step which place of what is chosen is brought into view, from 0
 * @property {string} panel
 * @property {"both" | "paper" | "deck"} sides
 * @property {string} look one of: "", grey, protan, deutan, tritan
 * @property {boolean} reading
 * @property {boolean} alts
 * @property {boolean} fits
 * @property {boolean} outlined
 * @property {boolean} changes
 * @property {boolean} linked
 * @property {boolean} notes
 * @property {boolean} keys
 */

/** @returns {State} what is known before anything is told */
const nothing = () => ({
  version: 0,
  tab: 0,
  build: { status: "building", save: 0, seconds: {}, changed: [], message: "" },
  briefing: { title: "", subtitle: "", language: "", date: "", edition: "", slug: "", fingerprint: "", content: "" },
  files: [],
  fonts: [],
  sections: [],
  paper: [],
  deck: [],
  figures: {},
  cells: {},
  tables: {},
  claims: {},
  problems: [],
  since: { against: "", name: "", refused: "", figures: [], sentences: [], slides: [], sheets: { paper: [], deck: [] }, editions: [] },
  whatif: null,
});

/** @type {State} */
export const state = nothing();

/** @type {View} */
export const view = {
  figure: "",
  claim: "",
  chosen: "",
  chosenClaim: "",
  step: 0,
  panel: "figures",
  sides: "both",
  look: "",
  reading: false,
  alts: false,
  fits: false,
  outlined: false,
  changes: false,
  linked: true,
  notes: true,
  keys: true,
};

/** @type {{keys: Set<string>, act: () => void}[]} */
const listeners = [];

/**
 * Call `act` once after any of the named parts of the state or the view changed.
 * @param {(keyof State | keyof View)[]} keys
 * @param {() => void} act
 */
export function on(keys, act) {
  listeners.push({ keys: new Set(keys), act });
}

/** @param {Iterable<string>} keys */
function announce(keys) {
  const changed = new Set(keys);
  for (const { keys: wanted, act } of listeners) {
    for (const key of changed)
      if (wanted.has(key)) {
        act();
        break;
      }
  }
}

/**
 * Take what the server tells; of a part that it knows nothing of yet, nothing.
 * @param {Partial<State>} patch
 */
export function takePatch(patch) {
  const empty = nothing();
  const given = /** @type {any} */ (patch);
  for (const key of /** @type {const} */ (["build", "briefing", "since"])) if (key in patch) given[key] = { ...empty[key], ...given[key] };
  Object.assign(state, given);
  announce(Object.keys(patch));
}

/**
 * What owns a number: a figure, or a cell of a data file that is none's.
 * @param {string | undefined} id
 * @returns {import("./types.js").Figure | undefined}
 */
export function owner(id) {
  const cell = id ? state.cells[id] : undefined;
  if (!id || !cell) return id ? state.figures[id] : undefined;
  const known = state.tables[id.split("!")[0] ?? ""] ?? [];
  return { ...cell, sources: known };
}

/** @param {Partial<View>} change */
export function look(change) {
  const keys = Object.keys(change).filter((key) => /** @type {any} */ (view)[key] !== /** @type {any} */ (change)[key]);
  if (keys.length === 0) return;
  Object.assign(view, change);
  announce(keys);
}
