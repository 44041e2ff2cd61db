"""A content folder: takes its path, returns `Content`, everything read and checked in form."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from builder.problems import Place, Problems, known_names
from builder.sources.context import Context
from builder.sources.documents import Document, read_document
from builder.sources.files import YAML_FILES, Folder, read_folder
from builder.sources.lines import Lines
from builder.sources.names import Names, has_digit

if TYPE_CHECKING:
    from builder.model.briefing import Content
    from builder.model.table import DataTable, TableSpec
    from builder.sources.context import MentionKind


def read_content(folder: Path, problems: Problems) -> Content | None:
    """Read a content folder; every mistake that needs no figure's value to be seen is reported.

    Returns:
        The content, without the entries that could not be understood, or None where
        briefing.yaml does not say what the document is.
    """
    files = read_folder(folder, problems)
    if files is None:
        return None
    documents = {name: _document(files, name, problems) for name in YAML_FILES}
    return _Reading(files, documents, problems).content()


def _document(files: Folder, name: str, problems: Problems) -> Document:
    """Return a YAML file, empty where it is missing or cannot be read."""
    file = f"{name}.yaml"
    empty = Document(Lines(files.shown(file), ""), {})
    if file in files.texts:
        return read_document(files.lines(file), problems) or empty
    if name == "briefing" and file not in files.names:
        hint = "it says what the document is; paperdeck new DIR starts a briefing"
        problems.error(Place(files.shown(file)), f"no {file}", hint)
    return empty


class _Reading:
    """One reading of a folder, in the order in which one thing needs another."""

    def __init__(
        self, files: Folder, documents: Mapping[str, Document], problems: Problems
    ) -> None:
        from builder.sources.briefing import declared

        self.files = files
        self.documents = documents
        self.problems = problems
        self.declared = declared
        self.context = Context(problems, Names(declared(documents["briefing"], "names")))

    def content(self) -> Content | None:
        from builder.model.briefing import Content
        from builder.sources.briefing import read_meta
        from builder.sources.charts import read_charts
        from builder.sources.figures import read_claims, read_figures, read_sources
        from builder.sources.references import check_mentions
        from builder.sources.sections import read_sections
        from builder.sources.tables import check_cell
        from builder.sources.unbound import report_unbound

        documents, context, problems = self.documents, self.context, self.problems
        stated = "briefing.yaml" in self.files.texts
        meta = read_meta(documents["briefing"], self.files.path, context) if stated else None
        figures = read_figures(documents["figures"], context)
        sources = read_sources(documents["sources"], context)
        claims = read_claims(documents["claims"], context)
        charts = read_charts(documents["charts"], context)
        data = self._data()
        listed = self._sections()
        anchors = {stem: Place(lines.file, 1, 1) for stem, lines in listed}
        sections, defined = read_sections(listed, anchors, context)
        tables = self._tables(defined, data)
        for figure in figures.values():
            if figure.cell:
                check_cell(figure, figure.cell, data, documents["figures"], problems)
        known: dict[MentionKind, frozenset[str]] = {
            "figure": self._ids("figures"),
            "source": self._ids("sources"),
            "claim": self._ids("claims"),
            "chart": self._ids("charts"),
            "data": frozenset(self.files.below("data")),
            "table": frozenset(tables),
            "anchor": frozenset(anchors),
        }
        check_mentions(context.mentions, known, data, problems)
        report_unbound(context.loose, figures, data, problems)
        self._check_names()
        if meta is None:
            return None
        return Content(
            meta,
            figures,
            sources,
            claims,
            charts,
            data,
            tables,
            sections,
            self.files.fingerprint,
        )

    def _ids(self, name: str) -> frozenset[str]:
        """Return the ids of a file, also of entries that could not be understood."""
        return frozenset(str(path[0]) for path in self.documents[name].keys if len(path) == 1)

    def _data(self) -> dict[str, DataTable]:
        from builder.sources.tables import read_table

        tables = {}
        for name in self.files.below("data"):
            file = f"data/{name}.csv"
            if file in self.files.texts:
                table = read_table(name, self.files.lines(file), self.problems)
                if table is not None:
                    tables[name] = table
        return tables

    def _sections(self) -> list[tuple[str, Lines]]:
        """Return the sections to read, in order: those listed, or else all that there are."""
        document = self.documents["briefing"]
        found = self.files.below("sections")
        listed = self.declared(document, "sections")
        for number, stem in enumerate(listed):
            place = document.place(("sections", number))
            if stem not in found:
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
        wanted = dict.fromkeys(listed or found)
        return [
            (stem, self.files.lines(f"sections/{stem}.md"))
            for stem in wanted
            if f"sections/{stem}.md" in self.files.texts
        ]

    def _tables(
        self, defined: tuple[TableSpec, ...], data: Mapping[str, DataTable]
    ) -> dict[str, TableSpec]:
        """Return the tables by name; a data file is one too where nothing defines it otherwise."""
        from builder.model.table import TableSpec

        tables: dict[str, TableSpec] = {}
        for table in defined:
            if table.name in tables:
                hint = f"first at {tables[table.name].place}; rename one of them"
                self.problems.error(table.place, f'the table "{table.name}" is defined twice', hint)
            elif table.name in data and not table.data:
                hint = f"a file of that name is {data[table.name].place.file}; rename one of them"
                self.problems.error(table.place, f'the table "{table.name}" is defined twice', hint)
            tables.setdefault(table.name, table)
        for name, source in data.items():
            tables.setdefault(name, TableSpec(name, (), data=name, place=source.place))
        return tables

    def _check_names(self) -> None:
        """Warn of names that own no digit."""
        document, names = self.documents["briefing"], self.context.names
        for number, name in enumerate(self.declared(document, "names")):
            place = document.place(("names", number))
            if not has_digit(name):
                found = f'the name "{name}" holds no digit'
                self.problems.warning(place, found, "names: is for words with digits; remove it")
            elif name not in names.used:
                found = f'the name "{name}" is used nowhere'
                self.problems.warning(place, found, "remove it, or check how the text writes it")
