// One page or slide: its picture, what stands on it, and what is laid over it.

import { cut, fill, lay, make } from "./dom.js";
import { marksOf, picture } from "./drawn.js";
import { owner, state, view } from "./store.js";
import { inTurn } from "./turns.js";

/** @typedef {import("./types.js").Sheet} Data */
/** @typedef {import("./types.js").Marks} Marks */
/** @typedef {import("./types.js").Side} Side */
/** @typedef {import("./types.js").Words} Words */

const LEADS_OUT = /^(https?:\/\/|mailto:)/i;
const FAINT = 1.5; // points by which what is lit is larger than its words

const PARTS = ["picture", "sheet", "marks"]; // is read, stands there, and can be pointed at

/**
 * A picture as an element that fills its sheet; null where it is none.
 * @param {string} text
 */
function parsed(text) {
  const found = new DOMParser().parseFromString(text, "image/svg+xml").documentElement;
  if (found.localName !== "svg") return null;
  const svg = /** @type {SVGSVGElement} */ (/** @type {unknown} */ (document.importNode(found, true)));
  svg.setAttribute("width", "100%");
  svg.setAttribute("height", "100%");
  return svg;
}

export class SheetView {
  /** @param {Side} side */
  constructor(side) {
    this.side = side;
    /** @type {Data} */
    this.data = { number: 0, digest: "", marks: "", width: 1, height: 1, section: "", sections: [], starts: [] };
    this.near = false;
    /** @type {Map<string, () => void>} parts that are here, to be drawn in their turn */
    this.due = new Map();
    this.shown = "";
    /** @type {Marks | null} */
    this.marks = null;
    this.marked = "";
    this.picture = make("div", { class: "picture", "aria-hidden": "true" });
    this.root = this.picture.attachShadow({ mode: "open" });
    this.heard = make("div", { class: "heard" });
    this.over = make("div", { class: "over" });
    this.laid = make("div", { class: "laid", "aria-hidden": "true" });
    this.frame = make("div", { class: "frame" }, this.picture, this.heard, this.over, this.laid);
    this.caption = make("div", { class: "caption" });
    this.notes = make("div", { class: "notes" });
    this.told = "";
    this.element = make("article", { class: "sheet", "data-side": side }, this.frame, this.caption);
    if (side === "deck") this.element.append(this.notes);
  }

  get name() {
    return `${this.side === "paper" ? "Page" : "Slide"} ${this.data.number}`;
  }

  /**
   * @param {Data} data
   * @param {boolean} seen whether it is in the window
   */
  take(data, seen) {
    const { style } = this.frame;
    if (data.width !== this.data.width) style.setProperty("--wide", String(data.width));
    if (data.height !== this.data.height) style.setProperty("--high", String(data.height));
    this.data = data;
    this.element.dataset.number = String(data.number);
    const section = state.sections
      .filter(({ id }) => data.sections.includes(id))
      .map(({ title }) => title)
      .join(" · ");
    const told = JSON.stringify([data.number, data.title, data.hidden, section, data.notes, data.grounds]);
    if (told !== this.told) {
      this.told = told;
      this.#tell(section);
    }
    if (this.near) this.draw(seen);
  }

  /** @param {string} section */
  #tell(section) {
    const { data } = this;
    this.element.setAttribute("aria-label", [this.name, data.title || section].filter(Boolean).join(": "));
    fill(
      this.caption,
      make("span", { class: "number", text: String(data.number) }),
      make("span", { class: "said", text: data.title || section }),
      data.hidden && make("span", { class: "tag", text: "hidden" }),
    );
    if (this.side !== "deck") return;
    const notes = data.notes ?? [];
    const grounds = data.grounds ?? [];
    fill(
      this.notes,
      ...notes.map((words) => make("p", {}, ...words.map(worded))),
      grounds.length > 0 && make("div", { class: "grounds" }, ...grounds.map((words) => make("p", {}, ...words.map(worded)))),
    );
    this.notes.hidden = notes.length + grounds.length === 0;
    this.light();
  }

  /**
   * Draw the sheet, part by part when its turn comes.
   * @param {boolean} [now] at once
   */
  draw(now = false) {
    const { digest, marks } = this.data;
    if (digest !== this.shown)
      this.#draw("picture", picture(digest), now, (text) => {
        const svg = parsed(text);
        const still = () => digest === this.data.digest && digest !== this.shown;
        if (svg && still()) this.#draw("sheet", svg, now, () => still() && this.#show(svg, digest));
      });
    if (marks !== "" && marks !== this.marked) this.#draw("marks", marksOf(marks), now, (given) => marks === this.data.marks && marks !== this.marked && this.#mark(given, marks));
  }

  /**
   * @template Value
   * @param {string} part one of `PARTS`
   * @param {Value | Promise<Value>} given
   * @param {boolean} now
   * @param {(value: Value) => void} act
   */
  #draw(part, given, now, act) {
    if (given instanceof Promise) {
      void given.then((value) => this.near && this.#draw(part, value, now, act), () => undefined);
    } else if (now) {
      act(given);
    } else {
      this.due.set(part, () => act(given));
      inTurn(this);
    }
  }

  /** Draw the first part that is due; return its name. */
  drawPart() {
    const part = PARTS.find((each) => this.due.has(each)) ?? "";
    const act = this.due.get(part);
    this.due.delete(part);
    act?.();
    return part;
  }

  /** How late its turn comes: what is seen before what is not, pictures before what stands on them. */
  away() {
    const { top, bottom } = this.frame.getBoundingClientRect();
    const beyond = Math.max(0, -bottom, top - innerHeight);
    return (beyond > 0 ? 1e6 + beyond : 0) + (this.due.has("picture") || this.due.has("sheet") ? 0 : 1e5);
  }

  /** Keep nothing of a sheet that is far from what is seen. */
  leave() {
    this.near = false;
    this.due.clear();
    this.shown = this.marked = "";
    this.marks = null;
    this.root.replaceChildren();
    for (const part of [this.heard, this.over, this.laid]) part.replaceChildren();
  }

  /**
   * @param {SVGSVGElement} svg
   * @param {string} digest
   */
  #show(svg, digest) {
    this.root.replaceChildren(svg);
    this.shown = digest;
    this.element.dispatchEvent(new CustomEvent("drawn", { bubbles: true }));
    if (this.marked !== this.data.marks) {
      this.marks = null;
      this.marked = "";
      this.over.replaceChildren();
      this.heard.replaceChildren();
    }
    this.lay();
  }

  /**
   * @param {Marks} marks
   * @param {string} digest
   */
  #mark(marks, digest) {
    this.marks = marks;
    this.marked = digest;
    /** @type {HTMLElement[]} */
    const made = [];
    const [drawn, printed] = [true, false].map((is) => marks.figures.filter(({ form }) => (form === "mark") === is));
    for (const { id, boxes, outline } of drawn ?? []) made.push(...this.#things("figure", id, "", boxes, outline));
    for (const { id, text, boxes } of marks.claims) made.push(...this.#things("claim", id, text, boxes));
    for (const link of marks.links) made.push(...this.#link(link));
    for (const { id, text, boxes } of printed ?? []) made.push(...this.#things("figure", id, text, boxes));
    fill(this.over, ...made);
    fill(this.heard, ...marks.reading.map(({ text, alt, lang }) => make("p", { text: alt ? `Picture: ${alt}` : text, lang: lang || undefined })));
    this.light();
    this.lay();
  }

  /**
   * @param {"figure" | "claim"} kind
   * @param {string} id
   * @param {string} text what is printed there; nothing where a mark of a chart shows the figure
   * @param {import("./types.js").Box[]} boxes
   * @param {[number, number][]} [outline] what of the box is to be pointed at, where not all of it
   */
  #things(kind, id, text, boxes, outline) {
    const said = text || `Mark of ${owner(id)?.printed ?? id}`;
    return boxes.map((box, index) => {
      const named = kind === "figure" ? owner(id)?.label : state.claims[id]?.says;
      const thing =
        index === 0
          ? make("button", { type: "button", tabindex: "-1", "aria-label": `${said}, ${kind}: ${named ?? id}` })
          : make("span", { "aria-hidden": "true" });
      thing.className = `thing ${kind}${text ? "" : " mark"}`;
      thing.dataset[kind] = id;
      if (index === 0) thing.dataset.key = `${kind} ${id} ${Math.round(box[0])} ${Math.round(box[1])}`;
      lay(thing, box, this.data, FAINT);
      if (outline) cut(thing, box, outline, FAINT);
      return thing;
    });
  }

  /**
   * What leads elsewhere: out, in a tab of its own, or to another sheet.
   * @param {import("./types.js").Link} link
   */
  #link({ text, boxes, url, side, sheet, rise }) {
    return boxes.map((box, index) => {
      const heard = index === 0 ? { tabindex: "-1" } : { tabindex: "-1", "aria-hidden": "true" };
      const goal = url ?? `${side === "paper" ? "page" : "slide"} ${sheet}`;
      const named = { ...heard, "aria-label": `${text}, leads to ${goal}`, title: goal };
      const out = url !== undefined && LEADS_OUT.test(url);
      const thing = out
        ? make("a", { ...named, href: url, rel: "noopener noreferrer", target: "_blank" })
        : make("button", { ...named, type: "button", onclick: () => this.element.dispatchEvent(new CustomEvent("lead", { bubbles: true, detail: { side, sheet, rise } })) });
      thing.className = "thing link";
      lay(thing, box, this.data, FAINT);
      return thing;
    });
  }

  /** Light what is looked at, and say of claims whether they hold. */
  light() {
    const falls = new Set(state.whatif?.falls.map((fall) => fall.claim) ?? []);
    const tried = new Set(state.whatif ? state.whatif.figures.map((each) => each.id) : []);
    const changed = new Set(view.changes ? state.since.figures.map((each) => each.id) : []);
    for (const part of [this.over, this.notes])
      for (const thing of /** @type {NodeListOf<HTMLElement>} */ (part.querySelectorAll("[data-figure], [data-claim]"))) {
        const { figure, claim } = thing.dataset;
        const { classList } = thing;
        classList.toggle("lit", figure ? figure === view.figure : claim === view.claim);
        classList.toggle("chosen", figure ? figure === view.chosen : claim === view.chosenClaim);
        classList.toggle("fails", claim !== undefined && (falls.has(claim) || state.claims[claim]?.state === "fails"));
        classList.toggle("tried", figure !== undefined && tried.has(figure));
        classList.toggle("changed", figure !== undefined && changed.has(figure));
      }
    this.element.classList.toggle("differs", view.changes && state.since.sheets[this.side].includes(this.data.number));
  }

  /** Lay over the sheet what the person wants to look at: order of reading, alt texts, margins, broken claims. */
  lay() {
    /** @type {HTMLElement[]} */
    const made = [];
    if (this.near) {
      if (this.marks && view.fits) for (const fit of this.marks.fits) made.push(...this.#fit(fit));
      if (this.marks && (view.reading || view.alts)) made.push(...this.#read(this.marks));
      if (!this.marks || state.build.old) made.push(...this.#broken());
    }
    this.laid.replaceChildren(...made);
  }

  /** @param {Marks["fits"][number]} fit */
  #fit({ name, box, ink }) {
    const room = make("div", { class: "room", "data-name": name });
    const inked = make("div", { class: "ink" });
    lay(room, box, this.data);
    lay(inked, ink, this.data);
    const over = ink[0] < box[0] - 1 || ink[1] < box[1] - 1 || ink[0] + ink[2] > box[0] + box[2] + 1 || ink[1] + ink[3] > box[1] + box[3] + 1;
    inked.classList.toggle("out", over);
    const left = box[1] + box[3] - ink[1] - ink[3];
    room.append(make("span", { class: "tag", text: `${name} · ${over ? "runs over" : `${Math.round(left)} pt left`}` }));
    return [room, inked];
  }

  /** @param {Marks} marks */
  #read(marks) {
    /** @type {HTMLElement[]} */
    const made = [];
    marks.reading.forEach(({ role, alt, box }, index) => {
      if (!box) return;
      if (view.reading) {
        const part = make("div", { class: "read" }, make("span", { class: "tag", text: `${index + 1} ${role}` }));
        lay(part, box, this.data);
        made.push(part);
      }
      if (view.alts && alt) {
        const told = make("div", { class: "alt" }, make("p", { text: alt }));
        lay(told, box, this.data);
        made.push(told);
      }
    });
    return made;
  }

  #broken() {
    /** @type {HTMLElement[]} */
    const made = [];
    for (const claim of Object.values(state.claims)) {
      if (claim.state !== "fails") continue;
      for (const at of claim.places) {
        if (at.side !== this.side || at.sheet !== this.data.number) continue;
        for (const box of at.boxes) {
          const thing = make("div", { class: "fallen" });
          lay(thing, box, this.data, FAINT);
          made.push(thing);
        }
      }
    }
    return made;
  }
}

/**
 * Words as elements: figures and claims are buttons that break over lines, links say where they lead.
 * @param {Words} words
 * @returns {Node}
 */
export function worded(words) {
  const { text, figure, claim, link } = words;
  if (figure) return make("span", { role: "button", class: "thing said figure", "data-figure": figure, tabindex: "-1", text });
  if (claim) return make("span", { role: "button", class: "thing said claim", "data-claim": claim, tabindex: "-1", text });
  if (link && LEADS_OUT.test(link)) return make("a", { href: link, rel: "noreferrer noopener", target: "_blank", text });
  return document.createTextNode(text);
}
