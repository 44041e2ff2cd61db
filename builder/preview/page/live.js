// The line to the server: the state, its patches, and what the person asks for.

import { tell } from "./dom.js";
import { keepDrawn } from "./drawn.js";
import { state, takePatch } from "./store.js";

/** @typedef {import("./types.js").State} State */

let behind = false;

/** Follow the server until it says that it ends. */
export function follow() {
  const events = new EventSource("events");
  events.addEventListener("state", (event) => {
    lost(false);
    whole(JSON.parse(event.data));
  });
  events.addEventListener("patch", (event) => void patched(JSON.parse(event.data)));
  events.addEventListener("bye", () => {
    events.close();
    document.documentElement.dataset.line = "over";
    tell("The preview has ended. Start it again to go on.");
  });
  events.addEventListener("error", () => lost(true));
}

/** @param {boolean} is */
function lost(is) {
  if (document.documentElement.dataset.line !== "over") document.documentElement.dataset.line = is ? "lost" : "up";
}

/** @param {State & {svgs?: Record<string, string>}} patch */
function whole(patch) {
  keepDrawn(patch.svgs ?? {});
  delete patch.svgs;
  takePatch(patch);
}

/** @param {Partial<State> & {svgs?: Record<string, string>}} patch */
async function patched(patch) {
  if (patch.version !== undefined && patch.version <= state.version) return;
  if (patch.version !== state.version + 1) {
    if (behind) return;
    behind = true;
    try {
      whole(await (await fetch("state")).json());
    } finally {
      behind = false;
    }
    return;
  }
  keepDrawn(patch.svgs ?? {});
  delete patch.svgs;
  takePatch(patch);
}

/**
 * Ask the server for something; its answer, or an `error` in its words.
 * @param {string} url
 * @param {unknown} body
 * @returns {Promise<any>}
 */
export async function ask(url, body) {
  try {
    const answer = await fetch(url, {
      method: "POST",
      headers: { "Content-Type": "application/json" },
      body: JSON.stringify(body),
    });
    return await answer.json();
  } catch {
    return { error: "The preview does not answer; is it still running?" };
  }
}
