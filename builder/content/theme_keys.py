"""What a theme's YAML says: its keys, the `Theme` that they make, and what may be wrong with it.

Relative luminance and contrast ratio are those of WCAG 2.2; text is held to success criterion
1.4.3 (4.5:1), marks that carry meaning to 1.4.11 (3:1). Thin rules and tints carry none.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any, Final

from builder.content.scalars import COLOUR, NUMBER, NUMBERS, ONE_OF_SIX, WORDS
from builder.content.shape import Key, Keys, ListOf, OneOf, Shape, Text
from builder.frozen import dataclass
from builder.language.language import LANGUAGES, base_language, module_of
from builder.theme.theme import (
    DECK_BODY,
    DECK_TITLE,
    SMALL,
    Colours,
    DeckType,
    Face,
    Habits,
    Logo,
    PaperType,
    Theme,
    contrast,
)
from builder.units import mm

THICKNESS: Final = Text(
    r"^(?:[0-3](?:\.[0-9]+)?|4(?:\.0+)?)$",
    "a thickness of a line",
    "points from 0 to 4, such as 0.8",
    typed={"type": "number", "minimum": 0, "maximum": 4},
)

HABITS: Final = Keys(
    "Habits",
    "How the theme lays things out.",
    may={
        "rules": Key(
            OneOf(("above", "below")),
            "Where the rule of a heading of a section stands.",
            default="above",
        ),
        "heads": Key(
            OneOf(("left", "centre")), "Where headings of sections stand.", default="left"
        ),
        "charts": Key(
            OneOf(("sans", "serif")), "The family that sets charts in the paper.", default="sans"
        ),
        "baseline": Key(
            THICKNESS,
            "How thick the line is on which marks of charts stand, in points.",
            default="0.8",
        ),
        "headlines": Key(
            WORDS, "The font that the deck names for headlines; metrics_headlines measures it."
        ),
    },
)


CUTS = ("regular", "italic", "bold", "bold_italic", "semibold")
METRICS = ("metrics_regular", "metrics_bold", "metrics_headlines")

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
    may={
        "rise": Key(ONE_OF_SIX, "Which of the series bars take that rise; 2 unless said."),
        "fall": Key(ONE_OF_SIX, "Which of the series bars take that fall; 6 unless said."),
        "total": Key(ONE_OF_SIX, "Which of the series totals take beside them; 1 unless said."),
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
            OneOf(("block", "page", "long")),
            "The title heads the first page (block), or has one of its own: always (page), or in "
            "papers of more than four pages of text (long).",
            default="block",
        ),
        "scale": Key(
            NUMBER,
            "How much larger than usual captions, labels, key figures, notes and charts are.",
            default="1",
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
    },
    may={
        "scale": Key(
            NUMBER,
            "How much larger than usual everything is that has no size of its own here: sizes are "
            "12, 14, 16, 20, 28 and 54 times this.",
            default="1",
        ),
        "title": Key(NUMBERS, "Headlines, if not by the scale."),
        "body": Key(NUMBERS, "Text, if not by the scale."),
        "small": Key(NUMBER, "Sources and footers, if not by the scale."),
        "metrics_headlines": Key(
            WORDS, "The font file that measures headlines, where habits give them another font."
        ),
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
        "screen": Key(COLOURS, "The deck's colours, where they are others than the paper's."),
        "habits": Key(HABITS, "Where rules and headings stand, what sets charts."),
    },
)
TEXT: Final = 4.5
MARKS: Final = 3.0


def _logo(keys: Mapping[str, Any], folder: Path, tag: str) -> Logo | None:
    written = keys.get("logo")
    if not written:
        return None
    height = {**LOGO.defaults, **written}["height_mm"]
    base = base_language(tag)
    ours: Mapping[str, str] = module_of(base, "labels").SHOWN if base in LANGUAGES else {}
    alt = ours.get(written["alt"], written["alt"])
    return Logo(folder / written["file"], alt, mm(float(height)))


def _face(keys: Mapping[str, str], fonts: Mapping[str, str]) -> Face:
    cuts = {cut: fonts.get(keys[cut], keys[cut]) for cut in CUTS}
    return Face(keys["name"], **cuts)


def theme_of(
    keys: Mapping[str, Any], folder: Path, fonts: Mapping[str, str], tag: str = "en"
) -> Theme:
    """Return a theme of the keys of its file, whose logo lies in `folder`, for a language.

    `fonts` are those beside it, by what `assets` calls them.
    """
    deck = _scaled(_typed(DECK_TYPE, keys["deck"]))
    measured = {key: fonts.get(deck[key], deck[key]) for key in METRICS if key in deck}
    return Theme(
        keys["name"],
        Colours(**_typed(COLOURS, keys["colours"])),
        _face(keys["serif"], fonts),
        _face(keys["sans"], fonts),
        PaperType(**_typed(PAPER_TYPE, keys["paper"])),
        DeckType(**{**deck, **measured}),
        logo=_logo(keys, folder, tag),
        habits=Habits(**_typed(HABITS, keys.get("habits") or {})),
        screen=Colours(**_typed(COLOURS, keys["screen"])) if keys.get("screen") else None,
    )


def _scaled(deck: Mapping[str, Any]) -> dict[str, Any]:
    """Return what a theme says of its deck, with sizes by the scale where it states none."""
    by_scale = DeckType("", "", "", DECK_TITLE, DECK_BODY, SMALL, deck["scale"])
    own = {"title": by_scale.steps(*DECK_TITLE), "body": by_scale.steps(*DECK_BODY)}
    return {**own, "small": by_scale.step(SMALL), **deck}


def _typed(shape: Keys, written: Mapping[str, Any]) -> dict[str, Any]:
    """Return what a part of a theme says: numbers as such, lists as tuples, what is not said."""

    def typed(kind: Shape, value: Any) -> Any:
        if isinstance(kind, ListOf):
            return tuple(typed(kind.item, each) for each in value)
        if kind is ONE_OF_SIX:
            return int(value)
        return float(value) if kind in (NUMBER, THICKNESS) else value

    whole = {**shape.defaults, **written}
    return {key: typed(shape.keys[key].shape, value) for key, value in whole.items()}


@dataclass(frozen=True)
class Faint:
    """A colour that does not stand out enough: its key (and place in a list), on what, by how much.

    `ratio` is what it has, `least` what it needs, both to one.
    """

    key: str
    number: int | None
    colour: str
    ground: str
    on: str
    ratio: float
    least: float


def faint(colours: Colours) -> Iterator[Faint]:
    """Yield each colour that is too faint on the grounds that it stands on."""
    grounds = {"paper": colours.paper, "tint": colours.tint}
    for key in ("ink", "muted", "accent"):
        for ground in grounds:
            yield from _too_faint(key, None, getattr(colours, key), ground, grounds[ground], TEXT)
    # Timelines name their years on a band of the grid's colour.
    if min(contrast(colours.muted, ground) for ground in grounds.values()) >= TEXT:
        yield from _too_faint("muted", None, colours.muted, "grid", colours.grid, TEXT)
    for number, colour in enumerate(colours.series_text):
        yield from _too_faint("series_text", number, colour, "paper", colours.paper, TEXT)
    for key in ("highlight", "soft"):
        yield from _too_faint(key, None, getattr(colours, key), "paper", colours.paper, MARKS)
    for number, colour in enumerate(colours.series):
        yield from _too_faint("series", number, colour, "paper", colours.paper, MARKS)


def _too_faint(
    key: str, number: int | None, colour: str, ground: str, on: str, least: float
) -> Iterator[Faint]:
    ratio = contrast(colour, on)
    if ratio < least:
        yield Faint(key, number, colour, ground, on, ratio, least)
