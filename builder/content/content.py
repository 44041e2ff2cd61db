"""A content folder: takes its path, returns `Content`, everything read and checked in form."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from builder.content.citing import library_of, locators_of
from builder.content.context import Context, Names, has_digit, unit_words
from builder.content.documents import Document, read_document
from builder.content.files import Folder, read_folder, refuse_other_yaml
from builder.content.limits import prose_excess
from builder.content.lines import Lines
from builder.content.listing import YAML_FILES
from builder.content.scalars import YEARS
from builder.language.language import LANGUAGES, base_language
from builder.language.years import Years
from builder.memory import as_before
from builder.problems import Place, Problems, known_names, likely_meant

if TYPE_CHECKING:
    from builder.content.context import MentionKind
    from builder.model.blocks import Section
    from builder.model.briefing import Content
    from builder.model.figure import Figure
    from builder.model.table import DataTable, TableSpec


def read_content(folder: Path, problems: Problems) -> Content | None:
    """Return what a content folder holds, without the entries that could not be understood.

    Every mistake that needs no figure's value to be seen is reported. None where briefing.yaml
    does not say what the document is.
    """
    files = read_folder(folder, problems)
    if files is None:
        return None
    return _Reading(files, problems).content()


class _Reading:
    """One reading of a folder, in the order in which one thing needs another.

    `unread` are the files that are there but could not be understood, and folders (`data/`) that
    could not be looked into: what refers to them is not reported, since the one mistake would come
    back under many names.
    """

    def __init__(self, files: Folder, problems: Problems) -> None:
        self.files, self.problems = files, problems
        self.unread = set(files.unread)
        self.dropped = False
        self.documents = {name: self._document(f"{name}.yaml") for name in YAML_FILES}
        years = Years.stated(self.documents["briefing"].plain)
        names = [name for name in self._declared("names") if not years.is_one(name)]
        if "briefing.yaml" not in self.unread:
            refuse_other_yaml(files, self._said("theme"), problems)
        stated = (self.documents[name].plain for name in ("figures", "charts"))
        units = [word for each in stated for word in unit_words(each)]
        cites = locators_of(files, self._said("language"))
        self.context = Context(problems, Names([*names, *units]), years, cites)

    def content(self) -> Content | None:
        from builder.content.briefing import read_meta
        from builder.content.chart_words import charts_of
        from builder.content.entries import read_again
        from builder.content.figures import (
            read_claims,
            read_figures,
            read_sources,
            read_units,
            with_common_forms,
        )
        from builder.content.pictures import with_pictures
        from builder.content.sections import read_sections
        from builder.content.tables import named_tables
        from builder.content.themes import files_beside
        from builder.model.briefing import Content, Known

        documents, context, problems = self.documents, self.context, self.problems
        usable = {"briefing.yaml"} & self.files.names - self.unread
        meta = read_meta(documents["briefing"], self.files.path, context) if usable else None
        units = read_again(read_units, documents["figures"], context)
        figures = read_again(read_figures, documents["figures"], context)
        sources = read_again(read_sources, documents["sources"], context)
        claims = read_again(read_claims, documents["claims"], context)
        figures, data, used = self._books(figures, self._data())
        charts, drawn = charts_of(documents["charts"], context, data, self.files)
        listed = self._sections()
        anchors = {stem: Place(lines.file, 1, 1) for stem, lines in listed}
        sections, defined = read_sections(listed, anchors, context, self._declared("appendices"))
        sections, shown = with_pictures(sections, meta, self._ids("charts"), self.files, problems)
        entries = sum(map(len, (figures, sources, claims, charts)))
        written = sum(len(self._ids(name)) for name in YAML_FILES[1:5])
        self.dropped = context.dropped or written > entries
        tables = named_tables(defined, data, problems)
        self._check_cells(figures, data)
        self._check_uses(sections, frozenset(anchors), tables, data, defined)
        if usable and self._digits_told():
            self._check_digits(with_common_forms(figures, units), data)
        if meta is None:
            return None
        library = library_of(self.files, meta, context, unread=self.dropped)
        return Content(
            as_before("meta", meta),
            figures,
            sources,
            claims,
            charts,
            data,
            tables,
            sections,
            self.files.with_files(
                [*files_beside(meta, self.files.path, shown, library), *used, *drawn]
            ),
            units,
            Known(self._ids("figures"), "figures.yaml" not in self.unread),
            Known(self._stems()),
            shown,
            whole=not (self.unread or self.dropped),
            library=library,
        )

    def _document(self, file: str) -> Document:
        """Return a YAML file, empty where it is missing or cannot be understood."""
        if file in self.files.texts:
            document = read_document(self.files.lines(file), self.problems)
            if document is not None:
                return document
            self.unread.add(file)
        elif file == "briefing.yaml" and file not in self.files.names:
            hint = "it says what the document is; paperdeck new DIR starts a briefing"
            self.problems.error(Place(self.files.shown(file)), f"no {file}", hint)
        return Document(Lines(self.files.shown(file), ""), {})

    def _declared(self, key: str) -> tuple[str, ...]:
        """Return a list of briefing.yaml before its shape is checked, as far as it is one."""
        items = self.documents["briefing"].plain.get(key)
        held = items if isinstance(items, list) else []
        return tuple(item for item in held if isinstance(item, str) and item)

    def _digits_told(self) -> bool:
        """Say whether briefing.yaml tells which digits are no figures, as far as it says so.

        Its language tells years by their places; a misspelt key may be one that tells the rest.
        """
        from builder.content.briefing import BRIEFING

        plain, years = self.documents["briefing"].plain, self._said("years")
        spoken = base_language(self._said("language")) in LANGUAGES
        names = isinstance(plain.get("names", []), list)
        window = "years" not in plain or YEARS.fits(years)
        unknown = plain.keys() - BRIEFING.keys.keys()
        slip = any(likely_meant(key, ("names", "years", "date")) for key in unknown)
        return spoken and names and window and not slip

    def _said(self, key: str) -> str:
        """Return a word of briefing.yaml before its shape is checked, empty where it is none."""
        written = self.documents["briefing"].plain.get(key, "")
        return written if isinstance(written, str) else ""

    def _ids(self, name: str) -> frozenset[str]:
        """Return the ids of a file, also of entries that could not be understood."""
        written = {str(path[0]) for path in self.documents[name].keys if len(path) == 1}
        return frozenset(written - {"units"} if name == "figures" else written)

    def _data(self) -> dict[str, DataTable]:
        from builder.content.tables import data_table

        tables, language = {}, self._said("language") or "en"
        for name in self.files.below("data"):
            file = f"data/{name}.csv"
            found = self.files.data(file, language, self.problems)
            table = data_table(name, *found, language, self.problems) if found else None
            if table is None:
                self.unread.add(file)
            else:
                tables[name] = table
        return tables

    def _stems(self) -> frozenset[str]:
        """Return the names of tables: of data files, and of workbooks."""
        return frozenset(self.files.below("data")) | self._ids("workbooks")

    def _books(
        self, figures: Mapping[str, Figure], data: dict[str, DataTable]
    ) -> tuple[Mapping[str, Figure], dict[str, DataTable], list[tuple[str, bytes]]]:
        """Return figures and tables with what workbooks hold of them, and a digest of that."""
        named = any(figure.cell and figure.cell.book for figure in figures.values())
        if not (self.documents["workbooks"].plain or named or self.files.books):
            return figures, data, []
        from builder.content.workbooks import Books, read_books

        books = Books(self.files.path, self.files.books, self.problems)
        found = read_books(self.documents["workbooks"], figures, data, books, self.context)
        self.unread |= {f"data/{name}.csv" for name in found.lost}
        used = [("workbooks", found.used)] if found.tables else []
        return found.figures, {**data, **found.tables}, used

    def _sections(self) -> list[tuple[str, Lines]]:
        """Return the sections to read, in order: those listed, or else all that there are."""
        document = self.documents["briefing"]
        found, after = self.files.below("sections"), self._declared("appendices")
        main = self._declared("sections")
        listed = (*main, *after)
        for number, stem in enumerate(listed):
            at = number - len(main)
            place = document.place(("sections", number) if at < 0 else ("appendices", at))
            if stem not in found and "sections/" not in self.unread:
                self.unread.add(f"sections/{stem}.md")
                missing = f'no section "{stem}" ({self.files.shown("sections")}/{stem}.md)'
                self.problems.error(place, missing, known_names(stem, found))
            elif stem in listed[:number]:
                self.problems.error(place, f'"{stem}" is listed twice', "remove one")
        for stem in found if listed else ():
            if stem not in listed:
                self.problems.warning(
                    Place(self.files.shown(f"sections/{stem}.md")),
                    "the section is not listed, so it is not printed",
                    "add it to sections: in briefing.yaml, or move it away",
                )
        read = [
            (stem, self.files.lines(f"sections/{stem}.md"))
            for stem in dict.fromkeys(listed or found)
            if f"sections/{stem}.md" in self.files.texts
        ]
        much = prose_excess(lines.text for _, lines in read)
        if much is not None:
            stem, lines = read[much.at]
            self.problems.error(Place(lines.file), much.found, much.hint)
            self.unread.add(f"sections/{stem}.md")
        return read[: much.at] if much else read

    def _check_cells(self, figures: Mapping[str, Figure], data: dict[str, DataTable]) -> None:
        from builder.content.tables import check_cell

        for figure in figures.values():
            unread = figure.cell and {"data/", f"data/{figure.cell.table}.csv"} & self.unread
            if figure.cell and not figure.cell.book and not unread:
                check_cell(figure, figure.cell, data, self.documents["figures"], self.problems)

    def _check_uses(
        self,
        sections: tuple[Section, ...],
        anchors: frozenset[str],
        tables: Mapping[str, TableSpec],
        data: Mapping[str, DataTable],
        defined: Iterable[TableSpec],
    ) -> None:
        from builder.content import references

        stems = self._stems()
        known: dict[MentionKind, frozenset[str]] = {}
        if "data/" not in self.unread:
            twice = {each.name for each in defined if each is not tables[each.name]}
            known["data"] = frozenset(stems) | twice
        kinds: tuple[MentionKind, ...] = ("figure", "source", "claim", "chart")
        for kind in kinds:
            file = f"{kind}s.yaml"
            if file not in self.files.names and references.miss(
                kind, self.context.mentions, self.problems
            ):
                self.unread.add(file)
            if file not in self.unread:
                known[kind] = self._ids(f"{kind}s")
        if not any(file.startswith("sections/") for file in self.unread):
            anchors -= {section.id for section in sections if section.deck_only}
            known["anchor"] = anchors
            if "data/" not in self.unread:
                known["table"] = frozenset(tables) | frozenset(stems)
        references.check_mentions(self.context.mentions, known, data, self.problems)
        references.check_references(
            sections, anchors, self.problems, whole=not self.context.dropped
        )
        references.refuse_references(tuple(tables.values()), "in a table", self.problems)

    def _check_digits(self, figures: Mapping[str, Figure], data: Mapping[str, DataTable]) -> None:
        """Report numbers that nothing owns, and names that own none."""
        from builder.content.unbound import report_unbound

        years, language = self.context.years, self._said("language") or "en"
        report_unbound(self.context.loose, years, language, figures, data, self.problems)
        document, used = self.documents["briefing"], self.context.names.used
        for number, name in enumerate(self._declared("names")):
            place = document.place(("names", number))
            if years.is_one(name):
                self.problems.warning(
                    place,
                    f'the year "{name}" stands under names:, where it is not looked at',
                    "take it out: years in ordinary places need no declaration, and one that is "
                    f"not told by its place is marked there: [{name}]{{year}}",
                )
            elif not has_digit(name):
                found = f'the name "{name}" holds no digit'
                self.problems.error(place, found, "names: is for words with digits; remove it")
            elif name not in used and not (self.unread or self.dropped):
                found = f'the name "{name}" is used nowhere'
                self.problems.error(place, found, "remove it, or check how the text writes it")
