"""Themes: takes the name of a shipped theme, or a file's path, returns the `Theme`.

The paper embeds subsets of TrueType outlines (OpenType 1.9, `glyf`), found by Unicode: a font
beside a theme is one that can be embedded so.
"""

from __future__ import annotations

import struct
from collections.abc import Iterable, Iterator, Mapping
from contextlib import suppress
from math import floor
from pathlib import Path, PurePath
from typing import TYPE_CHECKING, Final, TypeAlias

from builder import files
from builder.content.context import Context, Names, has_digit
from builder.content.documents import read_document
from builder.content.entries import ContentEntry, single
from builder.content.files import read_text
from builder.content.lines import actual_path
from builder.content.theme_keys import CUTS, METRICS, TEXT, THEME, faint, theme_of
from builder.model.briefing import Meta
from builder.model.picture import PictureFile
from builder.problems import Place, Problems, known_names
from builder.theme import assets
from builder.theme.theme import Colours, Theme, contrast

if TYPE_CHECKING:
    from builder.model.work import Library


_ENDING = ".ttf"
_Key: TypeAlias = tuple[str, ...]
_Bounds: TypeAlias = tuple[float, float, str]
_TEXT: Final[_Bounds] = (4, 96, " points")
_LINES: Final[_Bounds] = (4, 144, " points")
_BOUNDS: Final[dict[_Key, _Bounds]] = {
    ("paper", "body"): _TEXT,
    ("paper", "leading"): _LINES,
    ("paper", "small"): _TEXT,
    ("paper", "small_leading"): _LINES,
    ("paper", "headings"): _TEXT,
    ("paper", "title"): _TEXT,
    ("paper", "margins_mm"): (0, 80, " millimetres"),
    ("paper", "measure"): (20, 200, " characters"),
    ("paper", "scale"): (0.5, 4, ""),
    ("deck", "title"): _TEXT,
    ("deck", "body"): _TEXT,
    ("deck", "small"): _TEXT,
    ("deck", "scale"): (0.5, 4, ""),
}
"""Of sizes that can be read and fit: what does not fit within them is told where it stands."""
_TRUETYPE: Final = (b"\x00\x01\x00\x00", b"true")
_NEEDED: Final = ("cmap", "glyf", "head", "hhea", "hmtx", "loca", "maxp", "name", "post")
# OS/2 fsType: restricted licence; no subsetting; bitmaps only.
_RESTRICTED: Final = 0x0002
_NO_SUBSET: Final = 0x0100
_BITMAPS: Final = 0x0200


def read_theme(
    name: str, folder: Path, problems: Problems, place: Place, tag: str = "en"
) -> Theme | None:
    """Return the theme called `name`, or the one in a .yaml file beside the content.

    `place` is where the content names it, in whose language, `tag`, our own logo is said. None
    where it is not there or something in it is wrong.
    """
    shipped = assets.path("themes")
    if files.is_outside(name):
        hint = f"put it beside briefing.yaml, its fonts and logo too: theme: {PurePath(name).name}"
        found = f'the theme "{name}" lies outside the content folder'
        problems.error(place, found, f"{hint}\n{files.LINKED}")
        return None
    file = actual_path(folder, name) if _is_own(name) else shipped / f"{name}.yaml"
    if not files.exists(file):
        known = [path.stem for path in shipped.glob("*.yaml")]
        problems.error(
            place,
            f'no theme "{name}"',
            f"{known_names(name, known)}, or a .yaml file beside briefing.yaml",
        )
        return None
    before = len(problems.errors)
    shown = (folder / name).as_posix() if _is_own(name) else f"theme {name}"
    within = folder if _is_own(name) else None
    lines = read_text(file, shown, problems, within)
    document = read_document(lines, problems) if lines else None
    entry = single(THEME, document, Context(problems, Names(()))) if document else None
    if entry is None:
        return None
    beside = _beside(file, folder) if _is_own(name) else ()
    theme = theme_of(entry.keys, file.parent, _fonts(entry, beside, folder, problems), tag)
    _check_contrast(entry, theme, problems)
    _check_sizes(entry, theme, problems)
    _check_logo(entry, file.parent, within, problems)
    return theme if len(problems.errors) == before else None


def files_beside(
    meta: Meta, folder: Path, pictures: Mapping[str, PictureFile], library: Library | None
) -> list[tuple[str, bytes]]:
    """Return what a briefing shows beside its texts: template, style, theme and pictures."""
    found = [(meta.template, meta.template_file)] if meta.template else []
    if library is not None and meta.csl.endswith(".csl"):
        found.append((meta.csl, library.style))
    found += own_files(meta.theme, folder)
    return found + [(name, pictures[name].digest.encode()) for name in sorted(pictures)]


def own_files(name: str, folder: Path) -> list[tuple[str, bytes]]:
    """Return a theme beside the content, and the fonts and logo beside it that it names.

    Nothing for a shipped theme, or one that cannot be read, which `read_theme` reports.
    """
    if not _is_own(name) or files.is_outside(name):
        return []
    file = actual_path(folder, name)
    lines = read_text(file, name, Problems(), folder)
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
    found = [(name, lines.text.encode())]
    for path in _beside(file, folder):
        is_font = path.stem in named and path.suffix == _ENDING
        if is_font or path.name in named:
            with suppress(files.RefusedFileError):
                kind = files.FONT if is_font else files.PICTURE
                found.append((path.name, files.read(path, kind, folder)))
    return found


def _is_own(name: str) -> bool:
    return name.endswith(".yaml")


def _beside(file: Path, folder: Path) -> list[Path]:
    """Return what lies beside a theme of the content folder."""
    try:
        return files.listed(file.parent, folder)
    except files.RefusedFileError:
        return []


def _fonts(
    entry: ContentEntry, beside: Iterable[Path], folder: Path, problems: Problems
) -> Mapping[str, str]:
    """Return the fonts beside the theme by what `assets` calls them.

    Those that are neither shipped nor beside it, or cannot be embedded, are reported.
    """
    shipped = {path.stem for path in assets.path("fonts").glob(f"*{_ENDING}")}
    own = {path.stem: path for path in beside if path.suffix == _ENDING}
    wanted = [(part, cut) for part in ("serif", "sans") for cut in CUTS]
    wanted += [("deck", key) for key in METRICS if key in entry.keys["deck"]]
    wrong = {font: _wrong(own[font], folder) for font in own if font in _named(entry, wanted)}
    for part, key in wanted:
        font = entry.keys[part][key]
        where = entry.where(part, key)
        if wrong.get(font):
            found, hint = wrong[font]
            problems.error(where, f'the font "{font}" {found}', hint)
        elif font not in own and font not in shipped:
            hint = known_names(font, {*shipped, *own})
            if beside and not hint.startswith("did you mean"):
                hint += f"\na font of your own lies beside the theme, as {font}{_ENDING}"
            problems.error(where, f'no font "{font}"', hint)
    return {font: assets.name_of(own[font].resolve()) for font, found in wrong.items() if not found}


def _named(entry: ContentEntry, wanted: Iterable[tuple[str, str]]) -> set[str]:
    return {entry.keys[part][key] for part, key in wanted}


def _wrong(file: Path, folder: Path) -> tuple[str, ...]:
    """Return what keeps a font from being used, and the next step; nothing if nothing does."""
    try:
        found = font_fault(files.read(file, files.FONT, folder))
    except files.RefusedFileError as error:
        return f"cannot be read: {error.found}", error.hint
    hint = "take a TrueType font (.ttf) that may be embedded, or one of ours"
    return (found, hint) if found else ()


def _check_contrast(entry: ContentEntry, theme: Theme, problems: Problems) -> None:
    """Report colours that readers with weak sight cannot tell from their ground."""
    for part, colours in (("colours", theme.colours), ("screen", theme.screen)):
        if colours is not None:
            _check_pairs(entry, part, colours, problems)


def _check_pairs(entry: ContentEntry, part: str, colours: Colours, problems: Problems) -> None:
    dark = contrast(colours.paper, "#000000") < contrast(colours.paper, "#FFFFFF")
    farther, nearer = ("lighter", "darker") if dark else ("darker", "lighter")
    for pair in faint(colours):
        at = (pair.key,) if pair.number is None else (pair.key, pair.number)
        ratio = floor(pair.ratio * 100) / 100
        use, rule = ("text", "1.4.3") if pair.least == TEXT else ("marks", "1.4.11")
        problems.error(
            entry.where(part, *at),
            f'{pair.key} "{pair.colour}" on {pair.ground} "{pair.on}" has a contrast of'
            f" {ratio:g}:1",
            f"{use} must have {pair.least:g}:1 (WCAG 2.2, {rule}): take a {farther} colour,"
            f" or a {nearer} {pair.ground}",
        )


def _check_logo(entry: ContentEntry, beside: Path, within: Path | None, problems: Problems) -> None:
    written = entry.keys.get("logo")
    if not written:
        return
    name, where = written["file"], entry.where("logo", "file")
    file = beside / name
    if files.is_outside(name) or not files.exists(file):
        problems.error(where, f'no logo "{name}"', "name a PNG file beside the theme")
    else:
        try:
            if not files.read(file, files.PICTURE, within).startswith(b"\x89PNG\r\n"):
                found = f'the logo "{name}" is no PNG file'
                problems.error(where, found, "save the picture as PNG")
        except files.RefusedFileError as error:
            found = f'the logo "{name}" cannot be read: {error.found}'
            problems.error(where, found, error.hint)
    if has_digit(written["alt"]):
        hint = "say in words what it shows; no figure answers for a number here"
        problems.error(entry.where("logo", "alt"), "a digit in the words for the logo", hint)


def _check_sizes(entry: ContentEntry, theme: Theme, problems: Problems) -> None:
    """Report the sizes of a theme that no page or slide can bear."""
    for key, size in _sizes(theme):
        least, most, unit = _BOUNDS[key]
        if not least <= size <= most:
            problems.error(
                entry.where(*key),
                f"{key[-1]}: {size:g} is no size that can be read or would fit",
                f"expected {least:g} to {most:g}{unit}",
            )


def _sizes(theme: Theme) -> Iterator[tuple[_Key, float]]:
    for key in _BOUNDS:
        part, name = key
        held = getattr(theme.paper if part == "paper" else theme.deck, name)
        yield from ((key, size) for size in (held if isinstance(held, tuple) else (held,)))


def font_fault(data: bytes) -> str:
    """Return what keeps a font file from being embedded, as the end of a sentence; else empty."""
    if data[:4] == b"OTTO":
        return "holds PostScript outlines"
    if data[:4] == b"ttcf":
        return "is a collection of fonts"
    if data[:4] not in _TRUETYPE:
        return "is no TrueType font"
    try:
        tables = _tables(data)
        missing = [tag for tag in _NEEDED if tag not in tables]
        if missing:
            return f"lacks the table {missing[0]}"
        if not _has_unicode(tables["cmap"]):
            return "has no Unicode characters"
        return _forbidden(tables.get("OS/2", b""))
    except struct.error:
        return "is cut off"


def _tables(data: bytes) -> Mapping[str, bytes]:
    (count,) = struct.unpack_from(">H", data, 4)
    found = {}
    for number in range(count):
        tag, _, start, length = struct.unpack_from(">4sLLL", data, 12 + 16 * number)
        if start + length > len(data):
            raise struct.error("a table ends behind the file's end")
        found[tag.decode("latin-1").strip()] = data[start : start + length]
    return found


def _has_unicode(cmap: bytes) -> bool:
    (count,) = struct.unpack_from(">H", cmap, 2)
    kinds = [struct.unpack_from(">HH", cmap, 4 + 8 * number) for number in range(count)]
    return any(platform == 0 or (platform, kind) in ((3, 1), (3, 10)) for platform, kind in kinds)


def _forbidden(about: bytes) -> str:
    """Return what the font's maker forbids (OS/2 fsType), empty where it may be embedded."""
    rights = struct.unpack_from(">H", about, 8)[0] if len(about) >= 10 else 0
    if rights & 0x000F == _RESTRICTED:
        return "forbids embedding"
    if rights & _NO_SUBSET:
        return "forbids embedding of single characters"
    return "allows bitmaps only" if rights & _BITMAPS else ""
