// Elements made from plain data. Whatever comes from content goes in as text, never as markup.

const SVG = "http://www.w3.org/2000/svg";

/** @typedef {Node | string | null | undefined | false} Child */

/**
 * Make an element. Keys of `set`: `class`, `text`, `on<event>`, `data-*`, `aria-*` and other attributes;
 * `true` is an attribute without value, `false` and undefined are none.
 * @template {keyof HTMLElementTagNameMap} Name
 * @param {Name} name
 * @param {Record<string, any>} [set]
 * @param {...Child} children
 * @returns {HTMLElementTagNameMap[Name]}
 */
export function make(name, set = {}, ...children) {
  const element = document.createElement(name);
  for (const [key, value] of Object.entries(set)) {
    if (value === undefined || value === false || value === null) continue;
    if (key === "class") element.className = value;
    else if (key === "text") element.textContent = value;
    else if (key.startsWith("on")) element.addEventListener(key.slice(2), value);
    else element.setAttribute(key, value === true ? "" : String(value));
  }
  for (const child of children) if (child) element.append(child);
  return element;
}

/**
 * @param {string} id
 * @returns {HTMLElement}
 */
export function byId(id) {
  const element = document.getElementById(id);
  if (!element) throw new Error(`the page has no #${id}`);
  return element;
}

/**
 * Put children in place of those there, and leave the focus where it was: on what has the same `data-key`, with
 * what is being typed there.
 * @param {HTMLElement} parent
 * @param {...Child} children
 */
export function fill(parent, ...children) {
  const had = document.activeElement;
  const key = had instanceof HTMLElement && parent.contains(had) ? had.dataset.key : undefined;
  parent.replaceChildren(...children.filter((child) => child !== null && child !== undefined && child !== false).map((child) => /** @type {Node | string} */ (child)));
  if (key !== undefined) {
    const now = /** @type {HTMLElement | null} */ (parent.querySelector(`[data-key="${CSS.escape(key)}"]`));
    now?.focus({ preventScroll: true });
    if (had instanceof HTMLInputElement && now instanceof HTMLInputElement && had.type === "text") {
      now.value = had.value;
      now.setSelectionRange(had.selectionStart, had.selectionEnd);
    }
  }
}

/**
 * Put a box of a sheet, in points, over it in per cent of its size.
 * @param {HTMLElement} element
 * @param {import("./types.js").Box} box
 * @param {{width: number, height: number}} sheet
 * @param {number} [more] points on each side
 */
export function lay(element, box, sheet, more = 0) {
  const [left, top, width, height] = box;
  element.style.left = `${(100 * (left - more)) / sheet.width}%`;
  element.style.top = `${(100 * (top - more)) / sheet.height}%`;
  element.style.width = `${(100 * (width + 2 * more)) / sheet.width}%`;
  element.style.height = `${(100 * (height + 2 * more)) / sheet.height}%`;
}

/**
 * Cut what was laid over a sheet to the corners of an outline there, and draw that within it.
 * @param {HTMLElement} element
 * @param {import("./types.js").Box} box where it was laid
 * @param {[number, number][]} outline one line; of several forms it leads back to its first corner after each
 * @param {number} more points on each side of the box
 */
export function cut(element, box, outline, more) {
  const [left, top, width, height] = [box[0] - more, box[1] - more, box[2] + 2 * more, box[3] + 2 * more];
  const spots = outline.map(([x, y]) => [(100 * (x - left)) / width, (100 * (y - top)) / height].map((share) => share.toFixed(2)).join(" "));
  element.style.clipPath = `polygon(evenodd, ${spots.map((spot) => spot.replace(" ", "% ")).join("%, ")}%)`;
  /** @type {string[][]} */
  const forms = [];
  spots.forEach((spot, at) => (spot === spots[0] ? forms.push(at ? [] : [spot]) : forms.at(-1)?.push(spot)));
  const drawn = document.createElementNS(SVG, "svg");
  drawn.setAttribute("viewBox", "0 0 100 100");
  drawn.setAttribute("preserveAspectRatio", "none");
  for (const name of ["rim", "line"])
    for (const form of forms) {
      const line = document.createElementNS(SVG, "polygon");
      line.setAttribute("class", name);
      line.setAttribute("points", form.join());
      drawn.append(line);
    }
  element.append(drawn);
}

/** Whether the person asked for less motion. */
export const still = () => matchMedia("(prefers-reduced-motion: reduce)").matches;

/**
 * Say something to a screen reader, and show it a moment.
 * @param {string} words
 */
export function tell(words) {
  const said = byId("said");
  said.textContent = words;
  said.classList.add("shown");
  clearTimeout(Number(said.dataset.timer));
  said.dataset.timer = String(setTimeout(() => said.classList.remove("shown"), 2600));
}

/**
 * @param {string} text
 * @param {string} what
 */
export async function copy(text, what) {
  try {
    await navigator.clipboard.writeText(text);
    tell(`Copied ${what}`);
  } catch {
    tell(text);
  }
}
