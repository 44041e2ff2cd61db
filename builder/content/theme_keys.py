"""What a theme's YAML says: its keys, and the `Theme` that they make."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any, Final

from builder.content.scalars import COLOUR, NUMBER, NUMBERS, WORDS
from builder.content.shape import Key, Keys, ListOf, OneOf, Shape
from builder.theme.theme import Colours, DeckType, Face, Logo, PaperType, Theme
from builder.units import mm

CUTS = ("regular", "italic", "bold", "bold_italic", "semibold")
METRICS = ("metrics_regular", "metrics_bold")

COLOURS: Final = Keys(
    "Colours",
    "Colours as #RRGGBB.",
    needs={
        "accent": Key(COLOUR, "Headings, rules, the first series."),
        "ink": Key(COLOUR, "Text."),
        "muted": Key(COLOUR, "Small print and axis labels."),
        "grid": Key(COLOUR, "Grid lines and thin rules."),
        "soft": Key(COLOUR, "Marks that stand back."),
        "paper": Key(COLOUR, "The ground."),
        "tint": Key(COLOUR, "The ground of panels."),
        "highlight": Key(COLOUR, "What stands out."),
        "series": Key(ListOf(COLOUR, least=1), "Marks of series, in order."),
        "series_text": Key(ListOf(COLOUR, least=1), "The same for text, with more contrast."),
    },
)

FACE: Final = Keys(
    "Face",
    "A type family: files of assets/fonts/, or beside the theme, without .ttf.",
    needs={
        "name": Key(WORDS, "What readers call it."),
        "regular": Key(WORDS, "Upright."),
        "italic": Key(WORDS, "Italic."),
        "bold": Key(WORDS, "Bold."),
        "bold_italic": Key(WORDS, "Bold italic."),
        "semibold": Key(WORDS, "Semibold."),
    },
)

PAPER_TYPE: Final = Keys(
    "PaperType",
    "Sizes of the paper in points.",
    needs={
        "body": Key(NUMBER, "Running text."),
        "leading": Key(NUMBER, "From line to line of running text."),
        "small": Key(NUMBER, "Notes and captions."),
        "small_leading": Key(NUMBER, "From line to line of small print."),
        "headings": Key(ListOf(NUMBER, least=3, most=3), "Headings, by level."),
        "title": Key(NUMBER, "The title."),
        "margins_mm": Key(
            ListOf(NUMBER, least=4, most=4), "Top, right, bottom, left, in millimetres."
        ),
        "measure": Key(NUMBER, "Characters to a line."),
    },
    may={
        "heads": Key(OneOf(("serif", "sans")), "Sets the title and headings.", default="sans"),
        "cover": Key(
            OneOf(("block", "page")),
            "Whether the title heads the first page or has one of its own.",
            default="block",
        ),
    },
)

LOGO: Final = Keys(
    "Logo",
    "A picture in the paper's title.",
    needs={
        "file": Key(WORDS, "A PNG file beside the theme."),
        "alt": Key(WORDS, "What it shows, for those who do not see it."),
    },
    may={
        "height_mm": Key(NUMBER, "Its height in millimetres.", default="14"),
    },
)

DECK_TYPE: Final = Keys(
    "DeckType",
    "Sizes of the deck in points; ranges with the largest first.",
    needs={
        "face": Key(WORDS, "The font that the deck names."),
        "metrics_regular": Key(WORDS, "The font file that measures it."),
        "metrics_bold": Key(WORDS, "The same, bold."),
        "title": Key(NUMBERS, "Headlines."),
        "body": Key(NUMBERS, "Text."),
        "small": Key(NUMBER, "Sources and footers."),
    },
)

THEME: Final = Keys(
    "Theme",
    "One theme, for the paper, the charts and the deck alike.",
    needs={
        "name": Key(WORDS, "What the theme is called."),
        "colours": Key(COLOURS, "Its colours."),
        "serif": Key(FACE, "Sets running text."),
        "sans": Key(FACE, "Sets headings, furniture and charts."),
        "paper": Key(PAPER_TYPE, "Sizes of the paper."),
        "deck": Key(DECK_TYPE, "Sizes of the deck."),
    },
    may={
        "logo": Key(LOGO, "A picture in the paper's title."),
    },
)


def _logo(keys: Mapping[str, Any], folder: Path) -> Logo | None:
    written = keys.get("logo")
    if not written:
        return None
    height = {**LOGO.defaults, **written}["height_mm"]
    return Logo(folder / written["file"], written["alt"], mm(float(height)))


def _face(keys: Mapping[str, str], fonts: Mapping[str, str]) -> Face:
    cuts = {cut: fonts.get(keys[cut], keys[cut]) for cut in CUTS}
    return Face(keys["name"], **cuts)


def theme_of(keys: Mapping[str, Any], folder: Path, fonts: Mapping[str, str]) -> Theme:
    """Return a theme of the keys of its file, whose logo lies in `folder`.

    `fonts` are those beside it, by what `assets` calls them.
    """
    deck = _typed(DECK_TYPE, keys["deck"])
    measured = {key: fonts.get(deck[key], deck[key]) for key in METRICS}
    return Theme(
        keys["name"],
        Colours(**_typed(COLOURS, keys["colours"])),
        _face(keys["serif"], fonts),
        _face(keys["sans"], fonts),
        PaperType(**_typed(PAPER_TYPE, keys["paper"])),
        DeckType(**{**deck, **measured}),
        logo=_logo(keys, folder),
    )


def _typed(shape: Keys, written: Mapping[str, Any]) -> dict[str, Any]:
    """Return what a part of a theme says: numbers as such, lists as tuples, what is not said."""

    def typed(kind: Shape, value: Any) -> Any:
        if isinstance(kind, ListOf):
            return tuple(typed(kind.item, each) for each in value)
        return float(value) if kind is NUMBER else value

    whole = {**shape.defaults, **written}
    return {key: typed(shape.keys[key].shape, value) for key, value in whole.items()}
