"""The cover as briefing.yaml asks for it: takes its entry, returns a `Cover`."""

from __future__ import annotations

from pathlib import PurePosixPath
from typing import Any, Final, cast

from builder.content.entries import ContentEntry
from builder.content.picture_words import CROP_HINT, crop_of, path_fault
from builder.content.scalars import TEXT, WORDS
from builder.content.shape import Key, Keys, OneOf
from builder.model.cover import Cover, CoverStyle
from builder.model.picture import Crop, PictureUse

COVER: Final = Keys(
    "Cover",
    "The cover, and what the deck's title, dividers and closing slide wear.",
    may={
        "style": Key(
            OneOf(("typographic", "block")),
            "typographic: a page of its own, in type alone; block: the head of the first page. "
            "A picture or a chart has a page of its own without it.",
        ),
        "image": Key(WORDS, "A picture of pictures/; it bleeds off the page."),
        "crop": Key(WORDS, "What of the picture is shown: a ratio, or per cent of the edges."),
        "chart": Key(WORDS, "A chart, by its id, whose marks are drawn without words."),
    },
    alone="style",
)


COVERS: Final = {
    "short_title": Key(
        TEXT,
        "What of the title covers set large; if not stated, what stands before its colon.",
    ),
    "cover": Key(COVER, "The cover: typographic, block, or a mapping with a picture or a chart."),
    "closing": Key(
        OneOf(("yes", "no")),
        "Whether the deck ends with a slide that says whom to ask and how to cite.",
        default="yes",
    ),
}
"""The keys of briefing.yaml that covers are made by."""


def read_cover(entry: ContentEntry) -> Cover:
    """Return the cover that is asked for; report what is wrong with it."""
    written: Any = entry.keys.get("cover", {})
    place = entry.where("cover")
    if isinstance(written, str):
        return Cover(cast(CoverStyle, written), place=place)
    image, chart = str(written.get("image", "")), str(written.get("chart", ""))
    if image and chart:
        entry.context.problems.error(
            place, "the cover has a picture and a chart", "keep one of image: and chart:"
        )
    style = cast(CoverStyle, str(written.get("style", "")))
    if style and (image or chart):
        shown = "image" if image else "chart"
        entry.context.problems.error(
            entry.where("cover", "style"),
            f'the cover is to be "{style}" and to show the {shown} "{image or chart}"',
            f"expected one of the two: leave style: out and the {shown} has a page of its own, or "
            f"leave {shown}: out",
        )
    if written.get("crop") and not image:
        hint = "name a picture with image:, or leave crop: out"
        entry.context.problems.error(
            entry.where("cover", "crop"), "there is nothing to crop on the cover", hint
        )
    if chart:
        entry.context.mention("chart", chart, entry.where("cover", "chart"))
    return Cover(style, _picture(entry, image, str(written.get("crop", ""))), chart, place)


def _picture(entry: ContentEntry, image: str, crop: str) -> PictureUse | None:
    """Return the use of a picture as decoration; None where there is none that can be read."""
    if not image:
        return None
    place, problems = entry.where("cover", "image"), entry.context.problems
    fault = path_fault(image)
    if fault is not None:
        problems.error(place, *fault)
        return None
    cut = crop_of(crop)
    if cut is None:
        problems.error(entry.where("cover", "crop"), f'crop: is "{crop}"', CROP_HINT)
    name = f"cover-{PurePosixPath(image).stem}"
    return PictureUse(image, name, (), (), (), "full", cut or Crop(), True, (), place)
