// Whether what is seen is the proved file, and how long a save took to the screen.

import { byId, fill, make } from "./dom.js";
import { look, on, state } from "./store.js";

const WORDS = {
  building: "Building",
  shown: "Shown, not yet proved",
  proved: "Proved",
  broken: "Cannot be proved",
};

const LONG = {
  building: "A save was seen; pages and slides follow.",
  shown: "Pages and slides follow the content. The files are being written, read back and compared.",
  proved: "Pages and slides are those of the finished files, which were read back and compared.",
  broken: "Pages and slides follow the content, but it does not hold: no files are made until it does.",
};

let measured = 0;
let pixels = 0;

function show() {
  const { build, whatif } = state;
  const { dataset } = document.documentElement;
  dataset.status = whatif ? "whatif" : build.status;
  dataset.old = build.old ? "yes" : "no";
  const line = dataset.line === "lost" ? "lost" : dataset.line === "over" ? "over" : "";
  const words = line === "lost" ? "Not connected" : line === "over" ? "Ended" : whatif ? "What if" : build.old ? "Last good version" : WORDS[build.status];
  const status = byId("status");
  const times = [pixels > 0 && `${pixels} ms to the screen`, build.seconds.proved && build.status === "proved" && `${build.seconds.proved.toFixed(2)} s to the proof`].filter(Boolean).join(", ");
  if (status.textContent !== words) status.textContent = words;
  byId("status-box").title = [whatif && "These figures are tried, not written.", build.old ? "The content has mistakes. Pages and slides are those from before." : !whatif && LONG[build.status], build.message, times].filter(Boolean).join("\n");
  byId("times").textContent = build.status === "broken" && build.message ? build.message : times;
  const { briefing } = state;
  byId("title").textContent = briefing.title || "Paperdeck preview";
  byId("edition").textContent = [briefing.edition, briefing.date].filter(Boolean).join(" · ");
  document.title = `${briefing.title || "Paperdeck"} (preview)`;
}

const KINDS = /** @type {Record<string, string>} */ ({ paper: "PDF", deck: "PowerPoint", handout: "Handout" });

function files() {
  fill(
    byId("files"),
    ...state.files.map(({ medium, name, url, proved, bytes }) =>
      make(
        "a",
        { href: url, target: "_blank", class: "file", "data-key": `file ${medium}`, title: `${name}${bytes ? `, ${Math.round(bytes / 1024)} kB` : ""}${proved ? ", proved" : ", not yet proved"}` },
        KINDS[medium] ?? medium,
        make("span", { class: "heard", text: proved ? " proved" : " not yet proved" }),
      ),
    ),
  );
}

/** After the sheets in view were drawn of a new save: how long it is since the file was saved. */
function measure() {
  const { save, status, seen } = state.build;
  if (!seen && status !== "shown" && status !== "proved" && status !== "broken") return;
  if (save === 0 || save === measured) return;
  measured = save;
  requestAnimationFrame(() => {
    const channel = new MessageChannel(); // is told after the frame is drawn
    channel.port1.onmessage = () => {
      channel.port1.close();
      pixels = Math.round(performance.timeOrigin + performance.now() - save);
      document.documentElement.dataset.pixels = String(pixels);
      document.documentElement.dataset.saved = String(save);
      show();
    };
    channel.port2.postMessage(0);
  });
}

// By the keyboard, and to who hears the page, its tab says how many problems there are.
byId("status-box").addEventListener("click", () => state.build.status === "broken" && look({ panel: "problems" }));
on(["build", "briefing", "whatif"], show);
on(["build"], measure);
on(["files"], files);
new MutationObserver(show).observe(document.documentElement, { attributeFilter: ["data-line"] });
