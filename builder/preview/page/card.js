// What is pointed at: lit in every place, with a card that says what it is.

import { byId, fill, make } from "./dom.js";
import { choose, chooseClaim, stateOf } from "./panels/parts.js";
import { bringBeside } from "./stepping.js";
import { look, on, owner, state, view } from "./store.js";

const card = byId("card");
let timer = 0;

/** @param {EventTarget | null} target */
const thingOf = (target) => (target instanceof Element ? /** @type {HTMLElement | null} */ (target.closest("[data-figure], [data-claim]")) : null);

/** @param {HTMLElement | null} thing */
function point(thing) {
  clearTimeout(timer);
  look({ figure: thing ? (thing.dataset.figure ?? "") : view.chosen, claim: thing ? (thing.dataset.claim ?? "") : view.chosenClaim });
  if (!thing || thing.closest("aside")) hide();
  else timer = window.setTimeout(() => show(thing), 120);
}

/** @param {HTMLElement} thing */
function show(thing) {
  const { figure: id, claim } = thing.dataset;
  const figure = owner(id);
  const held = claim ? state.claims[claim] : undefined;
  if (!figure && !held) return;
  if (figure) {
    const pages = new Set(figure.places.filter((at) => at.side === "paper").map((at) => at.sheet)).size;
    const slides = new Set(figure.places.filter((at) => at.side === "deck").map((at) => at.sheet)).size;
    fill(
      card,
      make("strong", { text: figure.printed }),
      make("p", { text: figure.label }),
      make("p", { class: "faint", text: [figure.period, figure.confidence, figure.sources.map((source) => source.publisher || source.title).join("; ")].filter(Boolean).join(" · ") }),
      figure.kind === "cell" && make("p", { class: "faint", text: figure.place?.file ?? "" }),
      figure.formula && make("p", { class: "formula", text: figure.formula }),
      make("p", { class: "faint", text: `${pages} ${pages === 1 ? "page" : "pages"}, ${slides} ${slides === 1 ? "slide" : "slides"}` }),
    );
  } else if (held) {
    const kind = stateOf(held.id);
    fill(card, make("p", { class: `verdict ${kind}`, text: kind === "holds" ? "Holds" : kind === "fails" ? "No longer holds" : "Not known" }), make("p", { text: held.says }), make("p", { class: "formula", text: held.holds }));
  }
  card.hidden = false;
  const { left, top, bottom } = thing.getBoundingClientRect();
  const { offsetWidth, offsetHeight } = card;
  card.style.left = `${Math.max(8, Math.min(left, innerWidth - offsetWidth - 8))}px`;
  card.style.top = `${top - offsetHeight - 8 > 50 ? top - offsetHeight - 8 : Math.min(bottom + 8, innerHeight - offsetHeight - 8)}px`;
}

export function hide() {
  clearTimeout(timer);
  card.hidden = true;
}

document.addEventListener("pointerover", (event) => {
  const thing = thingOf(event.target);
  if (thing || view.figure !== view.chosen || view.claim !== view.chosenClaim || !card.hidden) point(thing);
});
document.addEventListener("focusin", (event) => {
  const thing = thingOf(event.target);
  if (thing) point(thing);
  else hide();
});
document.addEventListener("keydown", (event) => {
  if ((event.key !== "Enter" && event.key !== " ") || !(event.target instanceof HTMLSpanElement) || !thingOf(event.target)) return;
  event.preventDefault();
  event.target.click();
});
document.addEventListener("scroll", hide, { capture: true, passive: true });
document.addEventListener("click", (event) => {
  const thing = thingOf(event.target);
  if (!thing || thing.closest("aside")) return;
  hide();
  if (thing.dataset.figure) choose(thing.dataset.figure);
  else if (thing.dataset.claim) chooseClaim(thing.dataset.claim);
  const sheet = /** @type {HTMLElement | null} */ (thing.closest(".sheet"));
  if (sheet) bringBeside(sheet.dataset.side === "paper" ? "paper" : "deck", Number(sheet.dataset.number));
});
on(["panel", "paper", "deck"], hide);
