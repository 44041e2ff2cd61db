"""A deck as planned and as it is now in; what stands beside its figures and is other now, out.

Slides that were moved, copied, deleted or added, remarks on them, titles of axes and feet.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from builder.model.ledger import Place
from builder.outputs.pptx.plan.ledger import FOOTER
from builder.pulling.changes import Spot, Standing, Wording
from builder.pulling.gather import Gathered, around
from builder.pulling.planned import PlannedText
from builder.pulling.shown import ShownSlide
from builder.pulling.text import level
from builder.verify.slides import Origins


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
    planned: Iterable[Place], places: Iterable[Place], told: Origins, gathered: Gathered
) -> None:
    """Note other words in the titles of axes and at the feet of slides.

    What a program dropped of them is not told: it is no change that someone made.
    """
    said = {(one.page, one.within, one.part): one.text for one in planned if _is_aside(one)}
    for place in places:
        origin = told.made_as.get(place.page, 0)
        was = said.get((origin, place.within, place.part)) if _is_aside(place) else None
        if was is not None and level(was) != level(place.text):
            spot = Spot(place.page, place.channel, place.within, around(place.text, ""))
            gathered.wordings.append(Wording(spot, level(was), level(place.text)))


def _is_aside(place: Place) -> bool:
    if place.channel == "chart":
        return place.part.startswith("title of")
    return place.channel == "body" and place.within == FOOTER


def remarks(places: Sequence[Place], gathered: Gathered) -> None:
    """Note what reviewers remarked on slides: words that the content does not have."""
    for place in places:
        if place.channel == "comment" and level(place.text):
            spot = Spot(place.page, "comment", "Comment", around(place.text, ""))
            gathered.wordings.append(Wording(spot, "", level(place.text)))
