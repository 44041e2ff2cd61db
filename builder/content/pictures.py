"""Pictures as content has them: a directive or an image of Markdown in, `PictureUse` out; then the
files that these name, read and looked at.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING, Any, Final, cast
from urllib.parse import unquote

from builder import files
from builder.content.cover import CROP_HINT, FOLDER, crop_of, path_fault
from builder.content.markdown import unshielded
from builder.content.texts import text_of
from builder.model.blocks import Section
from builder.model.picture import Crop, PictureFile, PictureUse, PictureWidth, Shown
from builder.model.text import all_of
from builder.problems import Place, Problems, known_names

if TYPE_CHECKING:
    from markdown_it.token import Token

    from builder.content.blocks import BlockReader
    from builder.content.directive import Directive, DirectivePart
    from builder.content.files import Folder
    from builder.content.lines import Locator
    from builder.content.sheet import SectionSheet
    from builder.model.briefing import Meta

PICTURE_OPTIONS: Final = (
    "alt",
    "caption",
    "takeaway",
    "credit",
    "width",
    "crop",
    "decorative",
    "figures",
    "id",
)
_WIDTHS: Final = ("margin", "column", "full")
_ID: Final = re.compile(r"[\w-]+")
_MOST_TOGETHER: Final = 96 * 2**20
"""Bytes of all picture files of a briefing: they are held while it is built."""


def picture(directive: Directive, _reader: BlockReader) -> PictureUse:
    """Read `:::{picture} pictures/dam.jpg`: a picture with what is said of it."""
    file = directive.argument.words
    sheet = directive.sheet
    _check_path(file, sheet.place(directive.argument.line, directive.argument.column), sheet)
    name = directive.word("id") or _stem(file)
    if "id" in directive.options and not _ID.fullmatch(name):
        hint = "letters, digits, - and _ alone, so that @fig-NAME can refer to it"
        sheet.error(directive.where("id"), f'":id:" is "{name}"', hint)
    return PictureUse(
        file,
        name,
        directive.text("alt"),
        directive.text("caption"),
        directive.text("credit"),
        _width(directive),
        _crop(directive),
        directive.flag("decorative"),
        tuple(_shown(part, sheet) for part in directive.parts("figures", _comma(directive))),
        directive.place,
        directive.text("takeaway"),
    )


def image(token: Token, sheet: SectionSheet, locate: Locator, place: Place) -> PictureUse:
    """Read `![what it shows](pictures/dam.jpg "caption")`, which is a paragraph of its own."""
    file = unquote(unshielded(str(token.attrs.get("src", ""))))
    _check_path(file, place, sheet)
    begins = len("![")
    alt = text_of(token.children or (), lambda at: locate(at + begins), sheet.context)
    title = unshielded(str(token.attrs.get("title", "")))
    lines = sheet.lines[place.line - 1] if place.line <= len(sheet.lines) else ""
    column = max(lines.find(title), 0)
    caption = sheet.text(title, place.line - 1, column) if title else ()
    name = _stem(file)
    return PictureUse(file, name, alt, caption, (), "column", Crop(), False, (), place)


def _stem(file: str) -> str:
    return re.sub(r"[^\w-]+", "-", PurePosixPath(file).stem).strip("-") or "picture"


def _check_path(file: str, place: Place, sheet: SectionSheet) -> None:
    """Report a file that lies elsewhere than pictures do, or is none that is read."""
    fault = path_fault(file)
    if fault is not None:
        sheet.error(place, *fault)
        sheet.context.dropped = True


def _width(directive: Directive) -> PictureWidth:
    said = directive.word("width") or "column"
    if said not in _WIDTHS:
        directive.sheet.error(
            directive.where("width"), f'":width:" is "{said}"', known_names(said, _WIDTHS)
        )
        return "column"
    return cast(PictureWidth, said)


def _crop(directive: Directive) -> Crop:
    said = directive.word("crop")
    found = crop_of(said)
    if found is None:
        directive.sheet.error(directive.where("crop"), f'":crop:" is "{said}"', CROP_HINT)
    return found or Crop()


def _comma(directive: Directive) -> str:
    """Return what parts the figures: values may hold commas of their own."""
    written = directive.word("figures")
    return ";" if ";" in written or "=" in written else ","


def _shown(part: DirectivePart, sheet: SectionSheet) -> Shown:
    """Read a figure that a picture shows: its name and, after =, as what the picture shows it."""
    name, _, printed = (each.strip() for each in part.words.partition("="))
    place = sheet.place(part.line, part.column)
    sheet.context.mention("figure", name, place)
    return Shown(name, printed, place)


def uses(sections: Iterable[object]) -> Iterator[PictureUse]:
    """Yield every use of a picture, in reading order."""
    parts = (part for section in sections for part in all_of(section))
    return (part for part in parts if isinstance(part, PictureUse))


def with_pictures(
    sections: tuple[Section, ...],
    meta: Meta | None,
    charts: Iterable[str],
    held: Folder,
    problems: Problems,
) -> tuple[tuple[Section, ...], dict[str, PictureFile]]:
    """Return the sections with all words of their pictures, and the pictures' files by their paths,
    that of the cover among them. `charts` are called as no picture may be.
    """
    own = (meta.cover.picture,) if meta is not None and meta.cover.picture is not None else ()
    if next(uses((*own, *sections)), None) is None:
        return sections, {}
    sections = with_words(sections, problems)
    check_names(sections, charts, problems)
    return sections, read_pictures((*own, *sections), held.path, problems)


def with_words(sections: tuple[Section, ...], problems: Problems) -> tuple[Section, ...]:
    """Return sections whose pictures all have words, or say nothing.

    What is said of a picture once is said wherever it stands without words: on a slide as well.
    """
    said: dict[str, PictureUse] = {}
    for use in uses(tuple(section.blocks for section in sections)):
        if use.alt:
            said.setdefault(use.file, use)
    for use in uses(sections):
        if use.alt:
            said.setdefault(use.file, use)
        _check_words(use, said, problems)
    return _mended(sections, said) if any(not use.alt for use in uses(sections)) else sections


def _check_words(use: PictureUse, said: Mapping[str, PictureUse], problems: Problems) -> None:
    if use.decorative and (use.alt or use.caption or use.shows):
        problems.error(
            use.place,
            f'the picture "{use.file}" is decorative, and has words all the same',
            "leave out :decorative: or the words: what says something is no decoration",
        )
    elif not (use.alt or use.decorative or use.file in said):
        problems.error(
            use.place,
            f'the picture "{use.file}" has no words for those who do not see it',
            "write what it shows: :alt: ..., or ![...](...); if it only decorates the page, "
            ":decorative: true",
        )


def _mended(value: Any, said: Mapping[str, PictureUse]) -> Any:
    """Return blocks with what is said elsewhere of the pictures in them."""
    if isinstance(value, PictureUse):
        known = said.get(value.file)
        if value.alt or value.decorative or known is None:
            return value
        mended = replace(value, alt=known.alt, credit=value.credit or known.credit)
        return mended if value.caption else replace(mended, caption=known.caption)
    if isinstance(value, tuple):
        return tuple(_mended(each, said) for each in value)
    if isinstance(value, Section):
        return replace(
            value, blocks=_mended(value.blocks, said), slides=_mended(value.slides, said)
        )
    found = {
        name: _mended(getattr(value, name), said)
        for name in ("blocks", "answer")
        if hasattr(value, name)
    }
    return replace(value, **found) if found else value


def check_names(sections: tuple[Section, ...], charts: Iterable[str], problems: Problems) -> None:
    """Report pictures of the paper that are called as another picture or a chart is."""
    taken = frozenset(charts)
    met: dict[str, PictureUse] = {}
    for use in uses(tuple(section.blocks for section in sections)):
        if use.decorative:
            continue
        hint = "give it another name: :id: NAME"
        if use.name in taken:
            problems.error(use.place, f'a picture and a chart are called "{use.name}"', hint)
        elif use.name in met:
            where = met[use.name].place
            found = f'two pictures of the paper are called "{use.name}"'
            problems.error(use.place, found, f"first at {where}; {hint}")
        met.setdefault(use.name, use)


def read_pictures(
    sections: tuple[object, ...], folder: Path, problems: Problems
) -> dict[str, PictureFile]:
    """Return every picture that is used, by its path; what is wrong is told where it is used."""
    from builder.pictures import PictureError, looked_at

    found: dict[str, PictureFile] = {}
    told: Counter[str] = Counter()
    left = _MOST_TOGETHER
    for use in uses(sections):
        if use.file in found or told[use.file] or not _is_ours(use.file):
            continue
        path = folder / use.file
        if not files.exists(path):
            told[use.file] += 1
            lying = tuple(_lying(folder))
            hint = (
                known_names(use.file, lying) if lying else "put it there; no picture is there yet"
            )
            problems.error(use.place, f'no picture "{use.file}"', hint)
            continue
        try:
            data = files.read(path, files.IMAGE, folder)
            left -= len(data)
            if left < 0:
                most = _MOST_TOGETHER // 2**20
                hint = "save some of them smaller: a page prints 2,500 pixels across"
                raise PictureError(f"with it, the pictures take more than {most} MB", hint)
            found[use.file] = looked_at(data, use.file)
        except (PictureError, files.RefusedFileError) as error:
            told[use.file] += 1
            reason = f'the picture "{use.file}": {error.found}'
            problems.error(use.place, reason, error.hint)
    return found


def _is_ours(file: str) -> bool:
    from builder.pictures import ENDINGS

    inside = file.startswith(f"{FOLDER}/") and not files.is_outside(file)
    return inside and PurePosixPath(file).suffix.lower() in ENDINGS


def _lying(folder: Path) -> list[str]:
    """Return the pictures that there are, for messages."""
    try:
        return [f"{FOLDER}/{each.name}" for each in files.listed(folder / FOLDER, folder)]
    except files.RefusedFileError:
        return []
