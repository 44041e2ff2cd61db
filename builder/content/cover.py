"""The cover as briefing.yaml asks for it: takes its entry, returns a `Cover`; and what is said of
any picture in a word or two: where it lies, and what of it is cut off.
"""

from __future__ import annotations

import re
from pathlib import PurePosixPath
from typing import Any, Final, cast

from builder import files
from builder.content.entries import ContentEntry
from builder.content.scalars import TEXT, WORDS
from builder.content.shape import Key, Keys, OneOf
from builder.model.front import Cover, CoverStyle
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
FOLDER: Final = "pictures"
CROP_HINT: Final = (
    "write a ratio, as 16:9, or what is cut off the top, right, bottom and left in per cent, as "
    "0 10 25 10"
)
_RATIO: Final = re.compile(r"(\d+(?:\.\d+)?)\s*:\s*(\d+(?:\.\d+)?)")
_EDGES: Final = re.compile(r"(\d+(?:\.\d+)?)\s*%?")
_MOST_CUT: Final = 95.0  # per cent of a side


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


def crop_of(said: str) -> Crop | None:
    """Return what `16:9`, or per cent of the four edges, cuts off; None where it says neither."""
    if not said:
        return Crop()
    ratio = _RATIO.fullmatch(said)
    if ratio and float(ratio[1]) and float(ratio[2]):
        found = float(ratio[1]) / float(ratio[2])
        if 0.1 <= found <= 10:
            return Crop(found)
    edges = [_EDGES.fullmatch(each) for each in said.replace(",", " ").split()]
    numbers = [float(each[1]) for each in edges if each]
    if len(numbers) == len(edges) == 4:
        top, right, bottom, left = numbers
        if top + bottom < _MOST_CUT and right + left < _MOST_CUT:
            return Crop(0.0, top, right, bottom, left)
    return None


def path_fault(file: str) -> tuple[str, str] | None:
    """Return what is wrong with a file that lies elsewhere than pictures do, or is none that is
    read, and what to do; None for one that may be a picture.
    """
    from builder.pictures.looking import ENDINGS

    if files.is_network(file):
        hint = f"save it in {FOLDER}/ beside briefing.yaml, and name it there"
        return f'the picture "{file}" lies on a network', hint
    if files.is_outside(file):
        hint = f"put it in {FOLDER}/ beside briefing.yaml\n{files.LINKED}"
        return f'the picture "{file}" lies outside the content folder', hint
    if not file.startswith(f"{FOLDER}/"):
        hint = f"put it in {FOLDER}/ beside briefing.yaml, and write {FOLDER}/{file or 'NAME.jpg'}"
        return f'the picture "{file}" does not lie in {FOLDER}/', hint
    if PurePosixPath(file).suffix.lower() not in ENDINGS:
        return f'"{file}" is no picture that is read', "save it as PNG, JPEG, WebP, TIFF or SVG"
    return None
