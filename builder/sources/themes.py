"""Themes: takes the name of a shipped theme, or a file's path, returns the `Theme`."""

from __future__ import annotations

from collections.abc import Mapping
from math import floor
from pathlib import Path
from typing import Any

from builder.problems import Place, Problems, known_names
from builder.sources.context import Context
from builder.sources.decoding import actual_path
from builder.sources.documents import read_document
from builder.sources.entries import Entry, single
from builder.sources.files import read_text
from builder.sources.names import Names, has_digit
from builder.theme import assets
from builder.theme.contrast import TEXT, faint
from builder.theme.fontfile import fault
from builder.theme.theme import Colours, DeckType, Face, Logo, PaperType, Theme
from builder.units import mm

_LOGO_MM = 14
_ENDING = ".ttf"
_CUTS = ("regular", "italic", "bold", "bold_italic", "semibold")


def read_theme(name: str, folder: Path, problems: Problems, place: Place) -> Theme | None:
    """Return the theme called `name`, or the one in a .yaml file beside the content.

    `place` is where the content names it. None where it is not there or something in it is wrong.
    """
    shipped = assets.path("themes")
    if _is_outside(name):
        hint = f"put it beside briefing.yaml, its fonts and logo too: theme: {Path(name).name}"
        problems.error(place, f'the theme "{name}" lies outside the content folder', hint)
        return None
    file = actual_path(folder, name) if _is_own(name) else shipped / f"{name}.yaml"
    if not file.is_file():
        known = [path.stem for path in shipped.glob("*.yaml")]
        problems.error(
            place,
            f'no theme "{name}"',
            f"{known_names(name, known)}, or a .yaml file beside briefing.yaml",
        )
        return None
    before = len(problems.errors)
    shown = (folder / name).as_posix() if _is_own(name) else f"theme {name}"
    lines = read_text(file, shown, problems)
    document = read_document(lines, problems) if lines else None
    entry = single("theme", document, Context(problems, Names(()))) if document else None
    if entry is None:
        return None
    beside = file.parent if _is_own(name) else None
    _check_fonts(entry, beside, problems)
    theme = _theme(entry.keys, file.parent, beside)
    _check_contrast(entry, theme, problems)
    _check_logo(entry, file.parent, problems)
    return theme if len(problems.errors) == before else None


def own_files(name: str, folder: Path) -> list[tuple[str, bytes]]:
    """Return a theme beside the content, and the fonts and logo beside it that it names.

    Nothing for a shipped theme, or one that cannot be read, which `read_theme` reports.
    """
    if not _is_own(name) or _is_outside(name):
        return []
    file = actual_path(folder, name)
    lines = read_text(file, name, Problems()) if file.is_file() else None
    document = read_document(lines, Problems()) if lines else None
    if lines is None or document is None:
        return []
    named = {
        value
        for part in document.plain.values()
        if isinstance(part, dict)
        for value in part.values()
        if isinstance(value, str)
    }
    beside = sorted(
        path
        for path in file.parent.iterdir()
        if (path.stem in named and path.suffix == _ENDING) or path.name in named
    )
    return [(name, lines.text.encode()), *((p.name, p.read_bytes()) for p in beside if p.is_file())]


def _is_own(name: str) -> bool:
    return name.endswith(".yaml")


def _is_outside(name: str) -> bool:
    path = Path(name)
    return path.is_absolute() or name.startswith("~") or ".." in path.parts


def _check_fonts(entry: Entry, beside: Path | None, problems: Problems) -> None:
    """Report fonts that are neither shipped nor beside the theme, or cannot be embedded."""
    shipped = {path.stem for path in assets.path("fonts").glob(f"*{_ENDING}")}
    own = {path.stem: path for path in beside.glob(f"*{_ENDING}")} if beside else {}
    wanted = [(part, cut) for part in ("serif", "sans") for cut in _CUTS]
    wanted += [("deck", "metrics_regular"), ("deck", "metrics_bold")]
    for part, key in wanted:
        font = entry.keys[part][key]
        where = entry.where(part, key)
        wrong = fault(own[font].read_bytes()) if font in own else ""
        if wrong:
            hint = "take a TrueType font (.ttf) that may be embedded, or one of ours"
            problems.error(where, f'the font "{font}" {wrong}', hint)
        elif font not in own and font not in shipped:
            hint = known_names(font, {*shipped, *own})
            if beside and not hint.startswith("did you mean"):
                hint += f"\na font of your own lies beside the theme, as {font}{_ENDING}"
            problems.error(where, f'no font "{font}"', hint)


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


def _check_logo(entry: Entry, folder: Path, problems: Problems) -> None:
    written = entry.keys.get("logo")
    if not written:
        return
    name = written["file"]
    file = folder / name
    if _is_outside(name) or not file.is_file():
        hint = "name a PNG file beside the theme"
        problems.error(entry.where("logo", "file"), f'no logo "{name}"', hint)
    elif not file.read_bytes().startswith(b"\x89PNG\r\n"):
        hint = "save the picture as PNG"
        problems.error(entry.where("logo", "file"), f'the logo "{name}" is no PNG file', hint)
    if has_digit(written["alt"]):
        hint = "say in words what it shows; no figure answers for a number here"
        problems.error(entry.where("logo", "alt"), "a digit in the words for the logo", hint)


def _logo(keys: Mapping[str, Any], folder: Path) -> Logo | None:
    written = keys.get("logo")
    if not written:
        return None
    height = mm(float(written.get("height_mm", _LOGO_MM)))
    return Logo(folder / written["file"], written["alt"], height)


def _face(keys: Mapping[str, str], beside: Path | None) -> Face:
    cuts = {cut: _font(keys[cut], beside) for cut in _CUTS}
    return Face(keys["name"], **cuts)


def _font(name: str, beside: Path | None) -> str:
    """Return the name of a font: of one beside the theme, before one of ours."""
    file = beside / f"{name}{_ENDING}" if beside else None
    return assets.name_of(file.resolve()) if file is not None and file.is_file() else name


def _theme(keys: Mapping[str, Any], folder: Path, beside: Path | None) -> Theme:
    paper, deck, colours = keys["paper"], keys["deck"], keys["colours"]
    lists = {key: tuple(colours[key]) for key in ("series", "series_text")}
    margins = _numbers(paper["margins_mm"])
    return Theme(
        keys["name"],
        Colours(**{**colours, **lists}),
        _face(keys["serif"], beside),
        _face(keys["sans"], beside),
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
            metrics_regular=_font(deck["metrics_regular"], beside),
            metrics_bold=_font(deck["metrics_bold"], beside),
            title=_numbers(deck["title"]),
            body=_numbers(deck["body"]),
            small=float(deck["small"]),
        ),
        logo=_logo(keys, folder),
    )


def _numbers(written: list[str]) -> tuple[float, ...]:
    return tuple(float(number) for number in written)
