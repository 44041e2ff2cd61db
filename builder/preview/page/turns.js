// What is drawn takes turns: a part of a sheet is put in place a frame, so that scrolling stays
// smooth.

/** @typedef {import("./sheet.js").SheetView} SheetView */

const MOST = 5; // milliseconds of a frame: what is put in place is set and painted in the same frame

/** @type {Set<SheetView>} */
const waiting = new Set();
let asked = false;

/**
 * Let a sheet draw a part of it when its turn comes; one that is seen and blank goes first.
 * @param {SheetView} sheet
 */
export function inTurn(sheet) {
  waiting.add(sheet);
  if (asked) return;
  asked = true;
  requestAnimationFrame(turn);
}

function turn() {
  asked = false;
  const began = performance.now();
  let placed = false;
  while (waiting.size > 0 && !placed && performance.now() - began < MOST) {
    const [first] = [...waiting].map((sheet) => ({ sheet, away: sheet.away() })).sort((one, other) => one.away - other.away);
    if (!first) return;
    placed = first.sheet.drawPart() !== "picture";
    if (first.sheet.due.size === 0) waiting.delete(first.sheet);
  }
  for (const sheet of [...waiting].slice(0, 1)) inTurn(sheet);
}
