// One side: a column of sheets of which only those near to what is seen are drawn.

import { byId, make, still } from "./dom.js";
import { SheetView } from "./sheet.js";
import { owner, state, view } from "./store.js";

/** @typedef {import("./types.js").Side} Side */
/** @typedef {import("./types.js").Box} Box */

const NEAR = "70% 0px"; // how far beyond what is seen sheets are drawn
const ZOOMS = [0.25, 0.35, 0.5, 0.67, 0.8, 1, 1.25, 1.5, 2, 3, 4];
const POINT = 4 / 3; // CSS pixels
export const LINE = 0.3; // of the window's height, where one is taken to look

/**
 * The value at `x` of a line through points that rise.
 * @param {[number, number][]} points
 * @param {number} x
 */
function between(points, x) {
  for (let index = 1; index < points.length; index += 1) {
    const [x0, y0] = /** @type {[number, number]} */ (points[index - 1]);
    const [x1, y1] = /** @type {[number, number]} */ (points[index]);
    if (x <= x1 || index === points.length - 1) return x1 > x0 ? y0 + (Math.min(Math.max(x, x0), x1) - x0) * ((y1 - y0) / (x1 - x0)) : y1;
  }
  return x;
}

export class Pane {
  /** @param {Side} side */
  constructor(side) {
    this.side = side;
    this.element = byId(side);
    this.scroller = /** @type {HTMLElement} */ (this.element.querySelector(".scroller"));
    this.column = /** @type {HTMLElement} */ (this.element.querySelector(".column"));
    this.ticks = /** @type {HTMLElement} */ (this.element.querySelector(".ticks"));
    this.place = /** @type {HTMLInputElement} */ (this.element.querySelector(".at"));
    this.count = /** @type {HTMLElement} */ (this.element.querySelector(".of"));
    this.percent = /** @type {HTMLElement} */ (this.element.querySelector(".percent"));
    /** @type {SheetView[]} */
    this.sheets = [];
    /** @type {"width" | "page" | number} */
    this.zoom = "width";
    this.scale = 1;
    this.wide = 0; // of the widest sheet, in points, when the scale was set
    this.current = 1;
    this.aim = 0; // the sheet that is being scrolled to, or 0
    /** @type {number[] | null} */
    this.tops = null;
    this.seen = new IntersectionObserver((entries) => this.#cross(entries), { root: this.scroller, rootMargin: NEAR });
    /** @type {WeakMap<Element, SheetView>} */
    this.views = new WeakMap();
    new ResizeObserver(() => this.fit()).observe(this.scroller);
    new ResizeObserver(() => {
      this.tops = null;
      this.tick();
    }).observe(this.column);
  }

  get data() {
    return state[this.side];
  }

  /** Follow the state: as many sheets as there are, and each as it is now. */
  take() {
    const { data, sheets } = this;
    const seen = new Set(this.seenSheets());
    while (sheets.length > data.length) {
      const gone = /** @type {SheetView} */ (sheets.pop());
      this.seen.unobserve(gone.element);
      gone.element.remove();
    }
    while (sheets.length < data.length) {
      const sheet = new SheetView(this.side);
      sheets.push(sheet);
      this.views.set(sheet.element, sheet);
      this.column.append(sheet.element);
      this.seen.observe(sheet.element);
    }
    data.forEach((sheet, index) => sheets[index]?.take(sheet, seen.has(sheet.number)));
    this.count.textContent = `of ${data.length}`;
    this.place.max = String(data.length);
    this.column.classList.toggle("empty", data.length === 0);
    if (this.#widest() !== this.wide) this.fit();
    this.scrolled();
  }

  /** @param {IntersectionObserverEntry[]} entries */
  #cross(entries) {
    for (const { target, isIntersecting } of entries) {
      const sheet = this.views.get(target);
      if (!sheet || sheet.near === isIntersecting) continue;
      if (isIntersecting) {
        sheet.near = true;
        sheet.draw();
        sheet.light();
      } else sheet.leave();
    }
  }

  get drawn() {
    return this.sheets.filter((sheet) => sheet.near);
  }

  #widest() {
    return this.data.reduce((most, sheet) => Math.max(most, sheet.width), 0);
  }

  /** Set the scale that the zoom asks for; what is seen stays where it is. */
  fit() {
    const { clientWidth, clientHeight } = this.scroller;
    const wide = this.#widest();
    if (wide === 0 || clientWidth === 0) return;
    this.wide = wide;
    const high = this.data.reduce((most, sheet) => Math.max(most, sheet.height), 1);
    const room = clientWidth - 48;
    const across = room / wide;
    const scale = this.zoom === "width" ? across : this.zoom === "page" ? Math.min(across, (clientHeight - 56) / high) : this.zoom * POINT;
    if (Math.abs(scale - this.scale) > 0.0005) {
      const at = this.#anchor();
      this.scale = scale;
      this.element.style.setProperty("--scale", String(scale));
      this.tops = null;
      if (at) this.scroller.scrollTop = this.top(at.index) + at.part * this.high(at.index);
    }
    this.percent.textContent = `${Math.round((100 * scale) / POINT)}%`;
    this.tick();
  }

  #anchor() {
    if (this.sheets.length === 0) return null;
    const index = this.indexAt(this.scroller.scrollTop);
    return { index, part: (this.scroller.scrollTop - this.top(index)) / (this.high(index) || 1) };
  }

  /** @param {1 | -1} way */
  step(way) {
    const now = this.scale / POINT;
    const next = way > 0 ? ZOOMS.find((zoom) => zoom > now * 1.01) : ZOOMS.findLast((zoom) => zoom < now * 0.99);
    if (next) this.set(next);
  }

  /** @param {"width" | "page" | number} zoom */
  set(zoom) {
    this.zoom = zoom;
    for (const button of this.element.querySelectorAll("[data-fit]")) button.setAttribute("aria-pressed", String(button.getAttribute("data-fit") === zoom));
    this.fit();
  }

  #tops() {
    this.tops ??= this.sheets.map((sheet) => sheet.element.offsetTop);
    return this.tops;
  }

  /** @param {number} index */
  top(index) {
    return this.#tops()[index] ?? 0;
  }

  /** @param {number} index */
  high(index) {
    return (this.#tops()[index + 1] ?? this.column.offsetHeight) - this.top(index);
  }

  /**
   * The sheet at a height of the column.
   * @param {number} y
   */
  indexAt(y) {
    const tops = this.#tops();
    let low = 0;
    let end = tops.length - 1;
    while (low < end) {
      const middle = (low + end + 1) >> 1;
      if (/** @type {number} */ (tops[middle]) <= y) low = middle;
      else end = middle - 1;
    }
    return low;
  }

  /**
   * The height that is looked at: a line at 30% of the window, but the head of the column where it is scrolled to its
   * head, and its foot at its foot. Points of this line between which it moves evenly: `[scrolled, looked]`.
   * @returns {[number, number][]}
   */
  #line() {
    const { scrollHeight, clientHeight } = this.scroller;
    const most = Math.max(scrollHeight - clientHeight, 1);
    const turn = Math.min(clientHeight, most / 2);
    return [
      [0, 0],
      [turn, turn + LINE * clientHeight],
      [most - turn, most - turn + LINE * clientHeight],
      [most, scrollHeight],
    ];
  }

  get looked() {
    return between(this.#line(), this.scroller.scrollTop);
  }

  /** @param {number} y */
  lookAt(y) {
    const turned = this.#line().map(([scrolled, looked]) => /** @type {[number, number]} */ ([looked, scrolled]));
    this.scroller.scrollTop = between(turned, y);
  }

  /** The numbers of those sheets that are seen at all. */
  seenSheets() {
    const { scrollTop, clientHeight } = this.scroller;
    const first = this.indexAt(scrollTop);
    const last = this.indexAt(scrollTop + clientHeight);
    return this.sheets.slice(first, last + 1).map((sheet) => sheet.data.number);
  }

  /** Say which sheet is looked at. */
  scrolled() {
    if (this.sheets.length === 0) return;
    this.current = this.indexAt(this.scroller.scrollTop + this.scroller.clientHeight * 0.4) + 1;
    if (document.activeElement !== this.place) this.place.value = String(this.current);
    this.element.dispatchEvent(new CustomEvent("current"));
  }

  /**
   * Bring a sheet into view, or a box of it to a part of the window's height.
   * @param {number} number
   * @param {Box} [box]
   * @param {number} [part]
   */
  go(number, box, part = 0.42) {
    const index = Math.min(Math.max(number, 1), this.sheets.length) - 1;
    if (index < 0) return;
    this.aim = index + 1;
    const { clientHeight } = this.scroller;
    const y = this.top(index) + (box ? (box[1] + box[3] / 2) * this.scale - clientHeight * part : -12);
    const far = Math.abs(y - this.scroller.scrollTop) > 3 * clientHeight;
    this.scroller.scrollTo({ top: y, behavior: still() || far ? "instant" : "smooth" });
  }

  light() {
    for (const sheet of this.sheets) sheet.light();
    this.tick();
  }

  lay() {
    for (const sheet of this.drawn) sheet.lay();
  }

  /** Mark beside the scroll bar where what is lit stands, and what changed. */
  tick() {
    const all = this.column.offsetHeight;
    if (all === 0 || this.sheets.length === 0) return;
    /** @type {HTMLElement[]} */
    const made = [];
    /** @type {(number: number, y: number, kind: string) => void} */
    const put = (number, y, kind) => {
      if (number < 1 || number > this.sheets.length) return;
      const tick = make("i", { class: kind });
      tick.style.top = `${(100 * (this.top(number - 1) + y * this.scale)) / all}%`;
      made.push(tick);
    };
    if (view.changes) for (const number of state.since.sheets[this.side]) put(number, 0, "changed");
    const lit = [...(owner(view.figure)?.places ?? []), ...(state.claims[view.claim]?.places ?? [])];
    for (const at of lit) if (at.side === this.side && made.length < 400) put(at.sheet, at.boxes[0]?.[1] ?? 0, "lit");
    for (const claim of Object.values(state.claims)) if (claim.state === "fails") for (const at of claim.places) if (at.side === this.side) put(at.sheet, at.boxes[0]?.[1] ?? 0, "fails");
    this.ticks.replaceChildren(...made);
  }
}
