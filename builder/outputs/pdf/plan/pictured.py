"""Pictures in the paper's plan; and the figures that they show, which nothing can check: where the
register says that they stand.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from builder.facts.heard import spoken_line
from builder.frozen import replace
from builder.model.briefing import Briefing
from builder.model.picture import Picture, PictureUse
from builder.model.text import Line, Run, line, walked
from builder.outputs.pdf.plan import anchors
from builder.outputs.pdf.plan.items import Item, PictureFigure
from builder.outputs.pdf.plan.planner import Planner, takeaway


def picture_item(block: PictureUse, planner: Planner) -> Item:
    """Return a picture as it stands in the paper, with its number unless it is a decoration."""
    use, file = block, planner.briefing.pictures[block.file]
    number: Line = () if use.decorative else planner.number("figure")
    anchor = planner.anchor("decoration") if use.decorative else anchors.chart(use.name)
    alt = spoken_line(line(use.alt), planner.briefing.meta.language)
    texts = (line(use.caption), line(use.credit), alt)
    meant = takeaway(use.takeaway, planner)
    return PictureFigure(planner.named(anchor), number, *texts, Picture(use, file), meant)


def pictures_of(briefing: Briefing) -> Iterator[PictureUse]:
    """Yield every picture of paper and deck."""
    return (part for part in walked(briefing.sections) if isinstance(part, PictureUse))


def pictured_in(body: Iterable[Item], planner: Planner) -> Mapping[str, tuple[Line, ...]]:
    """Return by figure which pictures show it: by their number, or by the slide they stand on."""
    found: dict[str, dict[Line, None]] = {}
    for item in _pictures_in(body):
        number = tuple(replace(run, strong=False, link=f"#{item.anchor}") for run in item.number)
        for shown in item.picture.use.shows:
            found.setdefault(shown.figure, {})[number] = None
    for section in planner.briefing.sections:
        for slide in section.slides:
            on_slide = (Run(f"{planner.word('slide')} "), *_emphasised(line(slide.title)))
            for part in walked(slide.blocks):
                for shown in part.shows if isinstance(part, PictureUse) else ():
                    found.setdefault(shown.figure, {})[on_slide] = None
    return {figure: tuple(places) for figure, places in found.items()}


def _pictures_in(items: Iterable[Item]) -> Iterator[PictureFigure]:
    for item in items:
        if isinstance(item, PictureFigure):
            yield item
        yield from _pictures_in(getattr(item, "items", ()))


def _emphasised(title: Line) -> Line:
    return tuple(replace(run, emphasis=True, claim=None) for run in title)
