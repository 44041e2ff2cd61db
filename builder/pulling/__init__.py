"""An edited deck and its content in; what was changed, where, and the changed content out.

    plan of the content --+
                          +-- aligned --> edits --> changes and refusals --> files, when asked
    deck as edited -------+

Only figures and cells of tables are taken back. Words belong to their author: those that were
changed are shown with their place in the content. So are slides that were moved, copied, deleted or
added, remarks on them, titles of axes and feet.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from pathlib import Path

from builder import project
from builder.content import read_content
from builder.frozen import dataclass
from builder.model.briefing import Content
from builder.model.ledger import LedgerPlace, entries_of
from builder.model.text import Line
from builder.outputs import BOTH, OUTPUTS, LaidOut, Plans
from builder.outputs.pptx.plan.deck import DeckPlan
from builder.outputs.pptx.plan.ledger import FOOTER, printed_parts
from builder.outputs.pptx.plan.model import ChartItem
from builder.problems import Problems, known_names
from builder.pulling.apply import Files
from builder.pulling.bound import Bindings
from builder.pulling.changes import (
    Change,
    DataCell,
    DeckPlace,
    Pulled,
    Refusal,
    Standing,
    Touched,
    UnknownFigureError,
    Wording,
    change_lines,
    refusal_lines,
)
from builder.pulling.decide import decided
from builder.pulling.derived import following, sums_of, unfollowed, unsummed
from builder.pulling.gather import Gathered, around, place_of
from builder.pulling.planned import PlannedText, known_texts, planned_text
from builder.pulling.shown import ShownSlide, read_slides
from builder.pulling.slides import compare_slides, unseen
from builder.pulling.text import level
from builder.verify import Reading, read_deck
from builder.verify.apart import apart
from builder.verify.slides import Origins, origins

__all__ = [
    "Change",
    "DeckPlace",
    "Pulled",
    "Refusal",
    "UnknownFigureError",
    "Wording",
    "change_lines",
    "pull",
    "refusal_lines",
]


@dataclass(frozen=True)
class Edited:
    """A deck as someone left it: what it says, and its slides."""

    deck: Path
    reading: Reading
    slides: tuple[ShownSlide, ...]


def pull(
    deck: Path,
    folder: Path,
    *,
    write: bool = False,
    accepted: Collection[str] = (),
    progress: project.Progress = project.silent,
) -> Pulled:
    """Return what was changed in a deck; with `write`, put the changes into the content's files.

    A value that is in doubt is taken if the name of its figure or cell is `accepted`. What is
    refused stays as it is, and so does every file when the deck was built from another
    content than the folder's. The content may need mending afterwards (`consequences`).

    Raises:
        ContentError: the content as it is must be mended first.
        UnreadableFileError: the file is no deck, or damaged.
        UnknownFigureError: an accepted name is no figure's and no cell's.
        OSError: a file of the content cannot be written; none was changed.
    """
    progress("reading the deck")
    edited = apart(lambda at: _edited(at(deck)), deck)
    problems = Problems()
    laid = project.lay_out(project.plan(folder, problems, progress), progress=progress)
    content = read_content(folder, problems)
    assert content is not None
    progress("comparing the deck with the content")
    pulled = _compared(edited, laid, content, accepted)
    if not pulled.changes:
        return pulled
    files = Files(folder, content)
    progress("looking up every place that follows")
    ledgers = tuple(
        Touched(medium, entry)
        for medium in BOTH
        for entry in entries_of(OUTPUTS[medium].places(laid))
    )
    bindings = Bindings(content, laid.briefing)
    changes = tuple(
        replace(files.place(change), touches=_touches(change, ledgers, bindings))
        for change in pulled.changes
    )
    files.check()
    return replace(pulled, changes=changes, written=files.write() if write else ())


def compared(deck: Path, plans: Plans, content: Content, accepted: Collection[str] = ()) -> Pulled:
    """Return what a deck says otherwise than the plans of its content, without any place there.

    Raises:
        UnreadableFileError: the file is no deck, or damaged.
        UnknownFigureError: an accepted name is no figure's and no cell's.
    """
    return _compared(_edited(deck), plans, content, accepted)


def standings(
    told: Origins, planned: Iterable[PlannedText], shown: Iterable[ShownSlide]
) -> tuple[Standing, ...]:
    """Return what became of slides as a whole, in the order of the deck; those gone come last."""
    was = {slide.number: slide.title for slide in planned}
    now = {slide.number: slide.title for slide in shown}

    def found() -> Iterator[Standing]:
        for number in sorted((*told.copies, *told.added, *told.moved)):
            if number in told.added:
                what = "is new"
            elif number in told.copies:
                what = f"is a copy of slide {told.made_as[number]}"
            else:
                what = f"was slide {told.made_as[number]}"
            yield Standing(number, around(now.get(number, ""), ""), what)
        for number in told.gone:
            yield Standing(number, around(was.get(number, ""), ""), "is gone")

    return tuple(found())


def asides(
    planned: Iterable[LedgerPlace],
    places: Iterable[LedgerPlace],
    told: Origins,
    gathered: Gathered,
    lines: Mapping[tuple[int, str, str], Line],
) -> None:
    """Note other words in the titles of axes and at the feet of slides.

    `lines` are those that they were made of. What a program dropped of them is not told: it is no
    change that someone made.
    """
    said = {(one.page, one.within, one.part): one.text for one in planned if _is_aside(one)}
    for place in places:
        origin = told.made_as.get(place.page, 0)
        was = said.get((origin, place.within, place.part)) if _is_aside(place) else None
        if was is not None and level(was) != level(place.text):
            spot = DeckPlace(place.page, place.channel, place.within, around(place.text, ""))
            line = lines.get((origin, place.within, place.part), ())
            where = place_of(line, place.text)
            gathered.wordings.append(Wording(spot, level(was), level(place.text), where))


def aside_lines(plan: DeckPlan) -> dict[tuple[int, str, str], Line]:
    """Return what stands at the feet of slides and along axes, by slide, shape and part."""
    found = {}
    for slide, furniture in zip(plan.slides, plan.furniture, strict=True):
        found.update({(slide.number, name, "paragraph"): line for name, line in furniture})
        for item in slide.items:
            if isinstance(item, ChartItem):
                parts = printed_parts(item.native)
                found.update({(slide.number, item.name, part): line for part, line in parts})
    return found


def remarks(places: Sequence[LedgerPlace], gathered: Gathered) -> None:
    """Note what reviewers remarked on slides: words that the content does not have."""
    for place in places:
        if place.channel == "comment" and level(place.text):
            spot = DeckPlace(place.page, "comment", "Comment", around(place.text, ""))
            gathered.wordings.append(Wording(spot, "", level(place.text)))


def _is_aside(place: LedgerPlace) -> bool:
    if place.channel == "chart":
        return place.part.startswith("title of")
    return place.channel == "body" and place.within == FOOTER


def _edited(deck: Path) -> Edited:
    return Edited(deck, read_deck(deck), read_slides(deck))


def _compared(
    edited: Edited, plans: Plans | LaidOut, content: Content, accepted: Collection[str]
) -> Pulled:
    bindings = Bindings(content, plans.briefing)
    for name in accepted:
        if not bindings.knows(name):
            hint = known_names(name, bindings.briefing.figures)
            raise UnknownFigureError(f"no figure or cell is called “{name}”; {hint}")
    reading, shown = edited.reading, edited.slides
    stranger = _stranger(reading, edited.deck, content.fingerprint)
    if stranger is not None:
        return Pulled(refusals=(stranger,))
    planned = [planned_text(slide) for slide in plans.deck.slides]
    places = plans.deck.places
    told = origins(places, reading.places)
    gathered = Gathered(bindings, known_texts(planned))
    compare_slides(planned, shown, told.made_as, gathered)
    asides(places, reading.places, told, gathered, aside_lines(plans.deck))
    remarks(reading.places, gathered)
    titles = {slide.number: slide.title for slide in shown}
    hidden = unseen(places, reading.places, told.made_as, titles)
    found = decided(gathered.edits, bindings, accepted)
    refusals = [*gathered.refusals, *found.refusals, *unsummed(gathered.sums, found.briefing)]
    # Where the content must be mended first, what charts compute is held to what they did.
    charts = (found.briefing or plans.briefing).charts
    refusals += unfollowed(gathered.derived, charts, plans.theme)
    return Pulled(
        found.changes,
        tuple(refusals),
        tuple(gathered.wordings),
        found.consequences,
        slides=(*standings(told, planned, shown), *hidden),
        unneeded=found.unneeded,
        moved=tuple(gathered.moved),
    )


def _stranger(reading: Reading, deck: Path, fingerprint: str) -> Refusal | None:
    """Refuse a deck that was built from another content: its old values are not known here.

    A deck that has lost its ledger still prints the short fingerprint at its slides' feet.
    """
    if reading.fingerprint == fingerprint:
        return None
    here = fingerprint[:8]
    printed = any(here in piece for page in reading.pages for piece in page.pieces("body"))
    if not reading.fingerprint and printed:
        return None
    if reading.fingerprint:
        found = f"{deck} was built from content {reading.fingerprint[:8]}, this one is {here}"
    else:
        found = f"{deck} does not say from which content it was built; this one is {here}"
    hint = (
        "pull with the content that the deck was built from (an earlier revision, or before a "
        "figure was changed), or build a new deck and edit that one"
    )
    return Refusal(found, hint)


def _touches(
    change: Change, ledgers: tuple[Touched, ...], bindings: Bindings
) -> tuple[Touched, ...]:
    """Return every printed place that follows a change, those of computed figures included."""
    owners = {("figure", figure.id) for figure in bindings.figures_of(change.target)}
    owners |= {("figure", hedge.figure) for hedge in change.hedges}
    if isinstance(change.target, DataCell):
        owners.add(("cell", str(change.target)))
        owners |= {*sums_of(bindings, change.target, owners)}
    figures = bindings.briefing.figures
    waiting = [name for kind, name in owners if kind == "figure"]
    while waiting:
        name = waiting.pop()
        for figure in figures.values():
            if name in figure.inputs and ("figure", figure.id) not in owners:
                owners.add(("figure", figure.id))
                waiting.append(figure.id)
    owners |= {*following(bindings.briefing.charts.values(), owners)}
    return tuple(
        touched
        for touched in ledgers
        if (touched.entry.kind, touched.entry.owner) in owners
        and touched.entry.form not in ("label", "as_of")
    )
