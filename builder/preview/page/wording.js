// How one text became another, word by word.

const MOST = 60_000; // pairs of words that are compared; longer texts are shown whole

/**
 * The pieces of both texts in order: kept, gone and new.
 * @param {string} was
 * @param {string} now
 * @returns {{kind: "same" | "gone" | "new", text: string}[]}
 */
export function reworded(was, now) {
  const old = was.split(/(\s+)/);
  const fresh = now.split(/(\s+)/);
  let head = 0;
  while (head < Math.min(old.length, fresh.length) && old[head] === fresh[head]) head += 1;
  let tail = 0;
  while (tail < Math.min(old.length, fresh.length) - head && old.at(-1 - tail) === fresh.at(-1 - tail)) tail += 1;
  const before = old.slice(head, old.length - tail);
  const after = fresh.slice(head, fresh.length - tail);
  const middle = before.length * after.length > MOST ? [piece("gone", before), piece("new", after)] : compared(before, after);
  return joined([piece("same", old.slice(0, head)), ...middle, piece("same", tail > 0 ? old.slice(-tail) : [])]);
}

/** @typedef {{kind: "same" | "gone" | "new", text: string}} Piece */

/**
 * @param {Piece["kind"]} kind
 * @param {string[]} words
 * @returns {Piece}
 */
const piece = (kind, words) => ({ kind, text: words.join("") });

/**
 * By the longest common subsequence.
 * @param {string[]} old
 * @param {string[]} fresh
 */
function compared(old, fresh) {
  const wide = fresh.length + 1;
  const common = new Uint16Array((old.length + 1) * wide);
  for (let i = old.length - 1; i >= 0; i -= 1)
    for (let j = fresh.length - 1; j >= 0; j -= 1)
      common[i * wide + j] = old[i] === fresh[j] ? 1 + (common[(i + 1) * wide + j + 1] ?? 0) : Math.max(common[(i + 1) * wide + j] ?? 0, common[i * wide + j + 1] ?? 0);
  /** @type {Piece[]} */
  const found = [];
  let i = 0;
  let j = 0;
  while (i < old.length || j < fresh.length) {
    if (i < old.length && j < fresh.length && old[i] === fresh[j]) {
      found.push(piece("same", [old[i] ?? ""]));
      i += 1;
      j += 1;
    } else if (j >= fresh.length || (i < old.length && (common[(i + 1) * wide + j] ?? 0) >= (common[i * wide + j + 1] ?? 0))) {
      found.push(piece("gone", [old[i] ?? ""]));
      i += 1;
    } else {
      found.push(piece("new", [fresh[j] ?? ""]));
      j += 1;
    }
  }
  return found;
}

/** @param {Piece[]} pieces */
function joined(pieces) {
  /** @type {Piece[]} */
  const found = [];
  for (const { kind, text } of pieces) {
    const last = found.at(-1);
    if (text === "") continue;
    if (last?.kind === kind) last.text += text;
    else found.push({ kind, text });
  }
  return found;
}
