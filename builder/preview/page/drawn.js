// Pictures of sheets and what stands on them: fetched once, as many kept as a few screens need.

const KEPT = 80;

/** @type {Map<string, string>} */
const pictures = new Map();
/** @type {Map<string, import("./types.js").Marks>} */
const marks = new Map();

/**
 * @template Value
 * @param {Map<string, Value>} kept
 * @param {string} digest
 * @param {Value} value
 */
function keep(kept, digest, value) {
  kept.delete(digest);
  kept.set(digest, value);
  for (const oldest of kept.keys()) {
    if (kept.size <= KEPT) break;
    kept.delete(oldest);
  }
}

/** @param {Record<string, string>} given */
export function keepDrawn(given) {
  for (const [digest, text] of Object.entries(given)) keep(pictures, digest, text);
}

/**
 * @param {string} digest
 * @returns {string | Promise<string>}
 */
export function picture(digest) {
  const held = pictures.get(digest);
  if (held !== undefined) return held;
  return fetched(`svg/${digest}`).then(async (answer) => {
    const text = await answer.text();
    keep(pictures, digest, text);
    return text;
  });
}

/**
 * @param {string} digest
 * @returns {import("./types.js").Marks | Promise<import("./types.js").Marks>}
 */
export function marksOf(digest) {
  const held = marks.get(digest);
  if (held !== undefined) return held;
  return fetched(`marks/${digest}`).then(async (answer) => {
    const found = await answer.json();
    keep(marks, digest, found);
    return found;
  });
}

/** @param {string} url */
async function fetched(url) {
  const answer = await fetch(url);
  if (!answer.ok) throw new Error(`${url}: ${answer.status}`);
  return answer;
}

/** @type {Map<string, Promise<unknown>>} */
const faces = new Map();

/**
 * Load the fonts that sheets are set in; each once.
 * @param {{name: string, url: string}[]} fonts
 */
export function loadFonts(fonts) {
  for (const { name, url } of fonts) {
    if (faces.has(url)) continue;
    const face = new FontFace(`pd-${name}`, `url("${url}")`);
    document.fonts.add(face);
    faces.set(url, face.load().catch(() => undefined));
  }
  return Promise.all(faces.values());
}
