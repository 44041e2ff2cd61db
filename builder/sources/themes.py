"""Themes: takes the name of a shipped theme, or a file's path, returns the `Theme`."""

from __future__ import annotations

from collections.abc import Mapping
from math import floor
from pathlib import Path
from typing import Any

from builder.problems import Place, Problems, known_names
from builder.sources.context import Context
from builder.sources.documents import read_document
from builder.sources.entries import Entry, single
from builder.sources.files import read_text
from builder.sources.names import Names, has_digit
from builder.theme import assets
from builder.theme.contrast import TEXT, faint
from builder.theme.theme import Colours, DeckType, Face, Logo, PaperType, Theme
from builder.units import mm

_LOGO_MM = 14
_CUTS = ("regular", "italic", "bold", "bold_italic", "semibold")


def read_theme(name: str, folder: Path, problems: Problems, place: Place) -> Theme | None:
    """Return the theme called `name`, or the one in a .yaml file beside the content.

    `place` is where the content names it. None where it is not there or something in it is wrong.
    """
    shipped = assets.path("themes")
    if name.endswith(".yaml"):
        file = folder / name
        shown = file.as_posix()
    else:
        file = shipped / f"{name}.yaml"
        shown = f"theme {name}"
    if not file.is_file():
        known = [path.stem for path in shipped.glob("*.yaml")]
        problems.error(
            place,
            f'no theme "{name}"',
            f"{known_names(name, known)}, or a .yaml file beside briefing.yaml",
        )
        return None
    before = len(problems.errors)
    lines = read_text(file, shown, problems)
    document = read_document(lines, problems) if lines else None
    entry = single("theme", document, Context(problems, Names(()))) if document else None
    if entry is None:
        return None
    _check_fonts(entry, problems)
    theme = _theme(entry.keys, file.parent)
    _check_contrast(entry, theme, problems)
    _check_logo(entry, theme, problems)
    return theme if len(problems.errors) == before else None


def _check_fonts(entry: Entry, problems: Problems) -> None:
    fonts = {path.stem for path in assets.path("fonts").glob("*.ttf")}
    wanted = [(part, cut) for part in ("serif", "sans") for cut in _CUTS]
    wanted += [("deck", "metrics_regular"), ("deck", "metrics_bold")]
    for part, key in wanted:
        font = entry.keys[part][key]
        if font not in fonts:
            problems.error(entry.where(part, key), f'no font "{font}"', known_names(font, fonts))


def _check_contrast(entry: Entry, theme: Theme, problems: Problems) -> None:
    """Report colours that readers with weak sight cannot tell from their ground."""
    for pair in faint(theme.colours):
        at = (pair.key,) if pair.number is None else (pair.key, pair.number)
        ratio = floor(pair.ratio * 100) / 100
        use, rule = ("text", "1.4.3") if pair.least == TEXT else ("marks", "1.4.11")
        problems.error(
            entry.where("colours", *at),
            f'{pair.key} "{pair.colour}" on {pair.ground} "{pair.on}" has a contrast of'
            f" {ratio:g}:1",
            f"{use} must have {pair.least:g}:1 (WCAG 2.2, {rule}): take a darker colour,"
            f" or a lighter {pair.ground}",
        )


def _check_logo(entry: Entry, theme: Theme, problems: Problems) -> None:
    if theme.logo is None:
        return
    name = entry.keys["logo"]["file"]
    if not theme.logo.file.is_file():
        hint = "name a PNG file beside the theme"
        problems.error(entry.where("logo", "file"), f'no logo "{name}"', hint)
    elif not theme.logo.file.read_bytes().startswith(b"\x89PNG\r\n"):
        hint = "save the picture as PNG"
        problems.error(entry.where("logo", "file"), f'the logo "{name}" is no PNG file', hint)
    if has_digit(theme.logo.alt):
        hint = "say in words what it shows; no figure answers for a number here"
        problems.error(entry.where("logo", "alt"), "a digit in the words for the logo", hint)


def _logo(keys: Mapping[str, Any], folder: Path) -> Logo | None:
    written = keys.get("logo")
    if not written:
        return None
    height = mm(float(written.get("height_mm", _LOGO_MM)))
    return Logo(folder / written["file"], written["alt"], height)


def _theme(keys: Mapping[str, Any], folder: Path) -> Theme:
    paper, deck, colours = keys["paper"], keys["deck"], keys["colours"]
    lists = {key: tuple(colours[key]) for key in ("series", "series_text")}
    margins = _numbers(paper["margins_mm"])
    return Theme(
        keys["name"],
        Colours(**{**colours, **lists}),
        Face(**keys["serif"]),
        Face(**keys["sans"]),
        PaperType(
            body=float(paper["body"]),
            leading=float(paper["leading"]),
            small=float(paper["small"]),
            small_leading=float(paper["small_leading"]),
            headings=_numbers(paper["headings"]),
            title=float(paper["title"]),
            margins_mm=(margins[0], margins[1], margins[2], margins[3]),
            measure=float(paper["measure"]),
            heads=paper.get("heads", "sans"),
            cover=paper.get("cover", "block"),
        ),
        DeckType(
            face=deck["face"],
            metrics_regular=deck["metrics_regular"],
            metrics_bold=deck["metrics_bold"],
            title=_numbers(deck["title"]),
            body=_numbers(deck["body"]),
            small=float(deck["small"]),
        ),
        logo=_logo(keys, folder),
    )


def _numbers(written: list[str]) -> tuple[float, ...]:
    return tuple(float(number) for number in written)
