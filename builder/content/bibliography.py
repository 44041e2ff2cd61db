"""The references of a content: takes its files, returns the `Library`, every entry with its place.

They stand in `references.bib` (BibTeX, BibLaTeX) or `references.json` (CSL-JSON: each object of it
is a `Work` as it is); `csl:` of briefing.yaml names the style that they are set in.
"""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from builder import files
from builder.content.lines import Lines, actual_path
from builder.content.listing import REFERENCES
from builder.content.tex import when_of
from builder.model.work import Library, Person, When, Work
from builder.problems import Place, Problems, known_names, shortened

if TYPE_CHECKING:
    from builder.content.context import Context, Mention
    from builder.content.files import Folder
    from builder.model.briefing import Meta


DEFAULT: Final = "chicago-author-date"
_GUESSED: Final = 100  # unknown keys of which it is asked which known one is meant
_WHOLE: Final = frozenset(("crossref", "xdata"))
_NUMBER: Final = re.compile(r"-?[0-9]{1,6}")
"""A year, month, day or season; what has more digits is none."""


def read_library(folder: Folder, meta: Meta, context: Context, *, unread: bool) -> Library | None:
    """Return the references, None where a content has no file of them.

    Each key that is used and not among them is reported, and each entry that nothing cites;
    `unread` says that something could not be read, which may define or cite the one or the other.
    """
    used = [mention for mention in context.mentions if mention.kind == "reference"]
    library = _library(folder, meta, context.problems)
    unread = unread or any(name in folder.unread for name in REFERENCES)
    _check_cited(library, used, context.problems, unread=unread)
    return library


def _library(folder: Folder, meta: Meta, problems: Problems) -> Library | None:
    found = [name for name in REFERENCES if name in folder.texts]
    if not found:
        return None
    language = meta.language
    place = meta.places.get("csl", meta.place)
    style = _style(meta.csl or DEFAULT, folder.path, place, problems, language)
    works: dict[str, Work] = {}
    whole = True
    for name in found:
        lines = folder.lines(name)
        read = _bibtex if name.endswith(".bib") else _json
        entries, complete = read(lines, language, problems)
        whole = whole and complete
        for work in entries:
            first = works.setdefault(work.key, work)
            if first is not work:
                hint = f"first at {first.place}; rename or remove one of them"
                problems.error(work.place, f'the reference "{work.key}" stands twice', hint)
    return Library(works, style, found[0], whole)


def _bibtex(lines: Lines, language: str, problems: Problems) -> tuple[list[Work], bool]:
    from builder.content.bibtex import RawEntry, read_bibtex
    from builder.content.works import work_of

    raw, whole = read_bibtex(lines, problems)
    known = {entry.key: entry for entry in reversed(raw)}
    works = []
    for entry in raw:
        if entry.kind == "xdata":
            continue
        for name in _WHOLE & entry.fields.keys():
            for other in re.split(r"\s*,\s*", entry.fields[name].strip()):
                if other not in known:
                    found = f'{name} of "{entry.key}" names no entry "{other}"'
                    problems.error(entry.places[name], found, known_names(other, known))
        whole_entry = RawEntry(
            entry.kind, entry.key, entry.place, _inherited(entry, known, 0), entry.places
        )
        works.append(work_of(whole_entry, problems, language))
    return works, whole


def _inherited(entry: object, known: Mapping[str, object], depth: int) -> dict[str, str]:
    """Return an entry's fields with those of the entries that it refers to."""
    from builder.content.bibtex import RawEntry

    if not isinstance(entry, RawEntry) or depth > 5:
        return {}
    found: dict[str, str] = {}
    for name in ("xdata", "crossref"):
        for other in re.split(r"\s*,\s*", entry.fields.get(name, "").strip()):
            above = known.get(other)
            if isinstance(above, RawEntry) and above is not entry:
                given = _inherited(above, known, depth + 1)
                if name == "crossref":
                    given = _as_container(given)
                found = {**given, **found}
    return {**found, **entry.fields}


def _as_container(fields: Mapping[str, str]) -> dict[str, str]:
    """Return what a part takes over from the whole that it refers to: its title as the book's."""
    renamed = {"title": "booktitle", "subtitle": "booksubtitle"}
    left_out = ("shorttitle", "pages", "crossref", "options")
    return {
        renamed.get(name, name): value for name, value in fields.items() if name not in left_out
    }


def _json(lines: Lines, _language: str, problems: Problems) -> tuple[list[Work], bool]:

    works: list[Work] = []
    decoder = json.JSONDecoder()
    space = re.compile(r"[\s,]*")
    begun = re.match(r"\s*\[", lines.text)
    if begun is None:
        hint = 'write a list of references in CSL-JSON: [{"id": "miller2020", "type": "book", ...}]'
        problems.error(Place(lines.file, 1, 1), "the file is no list", hint)
        return [], False
    at = begun.end()
    while True:
        at = space.match(lines.text, at).end()  # type: ignore[union-attr]
        if lines.text[at : at + 1] == "]":
            return works, True
        try:
            item, end = decoder.raw_decode(lines.text, at)
        except (ValueError, RecursionError) as error:
            where = error.pos if isinstance(error, json.JSONDecodeError) else at
            said = "nested too deeply" if isinstance(error, RecursionError) else "a number too long"
            said = error.msg if isinstance(error, json.JSONDecodeError) else said
            place = lines.place(min(where, max(len(lines.text) - 1, 0)))
            problems.error(place, f"not JSON: {said}", "mend it there, or export it anew")
            return works, False
        key = re.compile(r'"id"\s*:\s*').search(lines.text, at, end)
        place = lines.place(key.end() if key else at)
        if isinstance(item, dict):
            work = work_of_json(item, place, problems)
            works += [work] if work else []
        else:
            problems.error(place, "this is no reference", 'one is written {"id": ..., ...}')
        at = end


def _style(name: str, folder: Path, place: Place, problems: Problems, language: str) -> bytes:
    """Return the bytes of a style, shipped or beside briefing.yaml; a shipped one if refused."""
    from builder.citing.nodes import SHIPPED, StyleError
    from builder.citing.nodes import read_style as parsed
    from builder.theme import assets

    def shipped(style: str) -> bytes:
        return assets.path("csl", "styles", f"{style}.csl").read_bytes()

    if not name.endswith(".csl"):
        if name in SHIPPED:
            return shipped(name)
        hint = known_names(name, SHIPPED)
        hint += "\na style of your own is a .csl file beside briefing.yaml: csl: name.csl"
        problems.error(place, f'no citation style "{name}"', hint)
        return shipped(DEFAULT)
    path = actual_path(folder, name)
    if files.is_outside(name):
        found = f'the style "{name}" lies outside the content folder'
        problems.error(place, found, f"copy it beside briefing.yaml\n{files.LINKED}")
    elif not files.exists(path):
        problems.error(place, f'no style "{name}"', "lay the .csl file beside briefing.yaml")
    else:
        try:
            data = files.read(path, files.YAML, folder)
            parsed(data, language)
        except files.RefusedFileError as error:
            found = f'the style "{name}" cannot be read: {error.found}'
            problems.error(place, found, error.hint)
        except StyleError as error:
            problems.error(place, f'the style "{name}" {error.found}', error.hint)
        else:
            return data
    return shipped(DEFAULT)


def _check_cited(
    library: Library | None, used: list[Mention], problems: Problems, *, unread: bool
) -> None:
    if library is None:
        if used and not unread:
            more = f", the first of {len(used):,} citations" if len(used) > 1 else ""
            problems.error(
                used[0].place,
                f'unknown reference "{used[0].name}"{more}: there is no references.bib',
                "lay references.bib (BibTeX) or references.json (CSL-JSON) beside briefing.yaml;"
                " a sign that is to be seen is written \\@",
            )
        return
    known = library.works
    hints: dict[str, str] = {}
    for mention in used if library.whole else ():
        name = mention.name
        if name not in known:
            if name not in hints:
                hints[name] = known_names(name, known) if len(hints) < _GUESSED else ""
            hint = f"{hints[name]}\na sign that is to be seen is written \\@".strip()
            problems.error(mention.place, f'unknown reference "{name}"', hint)
    cited = {mention.name for mention in used}
    for key, work in known.items() if library.whole and not unread else ():
        if key not in cited:
            hint = f"cite it, [@{key}], name it in sources.yaml, cite: {key}, or remove it"
            problems.warning(work.place, f'nothing cites the reference "{key}"', hint)


def work_of_json(item: Mapping[str, Any], place: Place, problems: Problems) -> Work | None:
    """Return the work of an object of CSL-JSON, None where it has no id or type."""
    key = item.get("id")
    if not isinstance(key, str | int) or not str(key):
        problems.error(place, "this reference has no id", 'give it one: "id": "miller2020"')
        return None
    fields: dict[str, str] = {}
    names: dict[str, tuple[Person, ...]] = {}
    dates: dict[str, When] = {}
    for name, value in item.items():
        if isinstance(value, list) and value and isinstance(value[0], dict):
            names[name] = tuple(_json_person(each) for each in value if isinstance(each, dict))
        elif isinstance(value, dict):
            dates[name] = _json_date(value)
        elif isinstance(value, str | int | float) and name not in ("id", "type"):
            fields[{"shortTitle": "title-short"}.get(name, name)] = str(value)
        elif not isinstance(value, str | int | float | list) or value is None:
            found = f'"{name}" of "{shortened(str(key))}" is {shortened(str(value))}'
            problems.error(place, found, "a text, a number, a list of names or a date was expected")
    kind = str(item.get("type", "document"))
    return Work(str(key), kind, fields, names, dates, place)


def _json_person(name: Mapping[str, Any]) -> Person:
    literal = str(name.get("literal", ""))
    if literal:
        return Person(literal, literal=True)
    return Person(
        str(name.get("family", "") or name.get("given", "")),
        str(name.get("given", "") if name.get("family") else ""),
        str(name.get("dropping-particle", "")),
        str(name.get("non-dropping-particle", "")),
        str(name.get("suffix", "")),
    )


def _json_date(value: Mapping[str, Any]) -> When:
    parts = value.get("date-parts")
    if isinstance(parts, list):
        found = []
        for part in parts[:2]:
            numbers = part if isinstance(part, list) else [part]
            found.append(tuple(int(n) for n in numbers if _NUMBER.fullmatch(str(n))))
        season = value.get("season", 0)
        circa = bool(value.get("circa"))
        if found and found[0]:
            return When(tuple(found), circa, int(season) if _NUMBER.fullmatch(str(season)) else 0)
    said = value.get("raw") or value.get("literal") or ""
    return when_of(str(said))
