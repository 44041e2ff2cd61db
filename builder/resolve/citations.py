"""Citations into words: takes content as read, returns it with every citation set by its style.

In the paper each leads to the entry of the list, and where the style asks for notes it becomes one.
A slide has the citation as the style words it, or in short where the style has notes; the line of
its sources names the works. Every work that is cited is a source besides.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Final

from builder.model.blocks import Section, TableUse
from builder.model.briefing import Content, ListedWork
from builder.model.figure import Source
from builder.model.inline import Citation
from builder.model.text import Inline, Line, NoteMark, Owner, Run, Text, is_text, texts_of, walked
from builder.model.work import Library
from builder.problems import Problems
from builder.resolve.cited_words import (
    ASIDE,
    CITED,
    ENTRY,
    NOTED,
    Holder,
    changed,
    cited_run,
    entry_runs,
    known_in,
    runs_of,
    without_space,
)
from builder.resolve.notes import note_numbers

if TYPE_CHECKING:
    from builder.citing.pieces import CitedWords
    from builder.citing.processor import ListEntry, Processor


_AFTER: Final = re.compile(r"^[.,;:!?…]+")


def cited(
    content: Content, library: Library, problems: Problems
) -> tuple[Content, tuple[ListedWork, ...]]:
    """Return the content with its citations in words, and the list of references.

    A style that cannot be carried out is reported, and the citations stay.
    """
    sections = tuple(known_in(section, library) for section in content.sections)
    tables = {name: known_in(table, library) for name, table in content.tables.items()}
    sources = {id: s for id, s in content.sources.items() if s.cite in library.works}
    texts = texts_of((*sections, *tables.values()))
    met = any(isinstance(item, Citation) for text in texts for item in text)
    if not met and not sources:
        return content, ()
    from builder.citing.nodes import StyleError

    try:
        known = replace(content, sections=sections, tables=tables)
        setting = _Setting(known, library, sources)
        return setting.content_set(), setting.listed()
    except (StyleError, RecursionError) as error:
        told = error if isinstance(error, StyleError) else StyleError("is nested too deeply", "")
        place = content.meta.places.get("csl", content.meta.place)
        found = f'the style "{content.meta.csl}" {told.found}'
        problems.error(place, found, told.hint or "take another style")
        return content, ()


@dataclass
class _Setting:
    """The citations of one content: in the order of the paper, then those on slides."""

    content: Content
    library: Library
    sources: Mapping[str, Source]
    order: dict[int, int] = field(default_factory=dict)
    found: list[tuple[Citation, int]] = field(default_factory=list)
    alone: set[int] = field(default_factory=set)

    def __post_init__(self) -> None:
        from builder.citing.nodes import read_style
        from builder.citing.processor import Processor
        from builder.citing.relating import Cluster

        self.style = read_style(self.library.style, self.content.meta.language)
        self.sections = self.content.sections
        if self.style.in_notes:
            self.sections = tuple(map(self._with_notes, self.sections))
        numbers = note_numbers(self.sections, self.content.tables, Problems())
        notes = (text for section in self.sections for _, text in section.notes)
        alone = [text[0] for text in notes if len(text) == 1]
        for citation, number in self._in_order(numbers):
            if id(citation) in self.order:
                continue  # of a table that stands in several places
            self.order[id(citation)] = len(self.found)
            if citation in alone:
                self.alone.add(len(self.found))
            self.found.append((citation, number))
        clusters = tuple(
            Cluster(citation.works, note, within=bool(note) and at not in self.alone)
            for at, (citation, note) in enumerate(self._clusters())
        )
        named = tuple(dict.fromkeys(source.cite for source in self.sources.values()))
        self.processor: Processor = Processor(self.style, self.library.works, clusters, named)
        self.said = self.processor.citations()

    def _clusters(self) -> Iterator[tuple[Citation, int]]:
        """Yield the citations as the style sets them: what a sentence names it does not repeat."""
        for citation, number in self.found:
            works = citation.works
            if citation.narrative and not self.style.in_notes:
                works = tuple(replace(each, without_author=True) for each in works)
            yield replace(citation, works=works), number

    def _with_notes(self, section: Section) -> Section:
        """Return a section whose citations are marks of notes that cite."""
        notes: list[tuple[str, Text]] = []

        def text(text: Text) -> Text:
            items: list[Inline] = []
            for item in text:
                if not isinstance(item, Citation):
                    items.append(item)
                    continue
                key = f"@{len(notes) + 1}"
                if item.narrative:
                    items.append(replace(item, works=item.works))
                elif items:
                    items[-1] = without_space(items[-1])
                notes.append((key, (replace(item, narrative=False),)))
                items.append(NoteMark(key, item.place))
            return self._after_marks(tuple(items))

        marked = changed(replace(section, slides=(), notes=()), lambda each: text(each))
        return replace(marked, slides=section.slides, notes=(*section.notes, *notes))

    def _after_marks(self, text: Text) -> Text:
        """Return a text whose notes' marks stand after commas and stops, as English has them."""
        if not self.content.meta.language.startswith("en"):
            return text
        items = list(text)
        for at in range(len(items) - 1):
            mark, after = items[at], items[at + 1]
            if isinstance(mark, NoteMark) and mark.key.startswith("@") and isinstance(after, Run):
                found = _AFTER.match(after.text)
                if found and after.owner is None:
                    moved = replace(after, text=found.group(), breaks=())
                    rest = replace(after, text=after.text[found.end() :], breaks=())
                    items[at : at + 2] = [moved, mark, rest]
        return tuple(item for item in items if not isinstance(item, Run) or item.text)

    def _in_order(self, numbers: Mapping[tuple[str, str], int]) -> Iterator[tuple[Citation, int]]:
        """Yield each citation with the number of its note (0: none), the paper before slides."""
        noted = {
            number: text
            for section in self.sections
            for key, text in section.notes
            if (number := numbers.get((section.place.file, key), 0))
        }
        met: set[int] = set()
        for section in self.sections:
            for text in self._read(section):
                for item in text:
                    if isinstance(item, Citation) and not self.style.in_notes:
                        yield item, 0
                    number = self._number(item, numbers)
                    if number and number not in met:
                        met.add(number)
                        yield from self._of_note(noted[number], number)
        for number in sorted(noted.keys() - met):
            yield from self._of_note(noted[number], number)
        aside = (self.content.tables.values(), *(section.slides for section in self.sections))
        for text in (text for part in aside for text in texts_of(tuple(part))):
            yield from ((item, 0) for item in text if isinstance(item, Citation))

    def _read(self, section: Section) -> Iterator[Text]:
        """Yield the texts of a section's part of the paper, its tables where they stand."""
        for found in walked((section.title, section.blocks)):
            if is_text(found):
                yield found
            elif isinstance(found, TableUse) and found.name in self.content.tables:
                yield from texts_of(self.content.tables[found.name])

    def _number(self, item: Inline, numbers: Mapping[tuple[str, str], int]) -> int:
        if not isinstance(item, NoteMark):
            return 0
        return numbers.get((item.place.file, item.key), 0)

    def _of_note(self, text: Text, number: int) -> Iterator[tuple[Citation, int]]:
        yield from ((item, number) for item in text if isinstance(item, Citation))

    def content_set(self) -> Content:
        """Return the content with its citations in words."""
        sections = tuple(map(self._section, self.sections))
        sources = {**self.content.sources, **self._all_sources()}
        tables = {name: self._aside(table) for name, table in self.content.tables.items()}
        return replace(self.content, sections=sections, sources=sources, tables=tables)

    def _aside(self, part: Holder) -> Holder:
        """Return a table or slides, which carry no notes, with their citations in words."""
        return changed(part, lambda text: self._words(text, ASIDE))

    def _section(self, section: Section) -> Section:
        paper = replace(section, slides=(), notes=())
        set_paper = changed(paper, lambda text: self._words(text, CITED))
        notes = tuple((key, self._words(text, NOTED)) for key, text in section.notes)
        return replace(set_paper, notes=notes, slides=tuple(map(self._aside, section.slides)))

    def _words(self, text: Text, form: str) -> Text:
        items: list[Inline] = []
        for item in text:
            if not isinstance(item, Citation):
                items.append(item)
                continue
            runs = list(self._runs(item, form))
            if items and (not runs or runs[0].manner.shift):
                items[-1] = without_space(items[-1])
            items += runs
        return tuple(items)

    def _runs(self, citation: Citation, form: str) -> Iterator[Run]:
        """Yield the words of a citation, each work's leading to its entry in the paper."""
        look = Run("", citation.strong, citation.emphasis, place=citation.place)
        first, who = citation.works[0].key, ""
        if citation.narrative:
            who = self.processor.authors(first)
            if who:
                yield cited_run(who, first, look, form)
        if self.style.in_notes and form != NOTED:
            if form == ASIDE:
                yield from self._in_short(citation, look)
            return
        at = self.order.get(id(citation))
        parts = self.said[at] if at is not None else ()
        if who and parts and not parts[0].pieces[0].raised:
            yield replace(look, text=" ")
        yield from runs_of(parts, look, form)

    def _in_short(self, citation: Citation, look: Run) -> Iterator[Run]:
        """Yield what a slide or a table has of a citation that would be a note in a text."""
        if citation.narrative:
            return
        for at, each in enumerate(citation.works):
            yield replace(look, text="; " if at else "(")
            yield cited_run(self.processor.short(each.key), each.key, look, ASIDE)
        yield replace(look, text=")")

    def _all_sources(self) -> dict[str, Source]:
        """Return every work as a source, those of sources.yaml under their own names."""
        entries = {entry.key: entry for entry in self.processor.entries()}
        named = {source.cite: id for id, source in reversed(tuple(self.sources.items()))}
        found: dict[str, Source] = {}
        for id, source in self.sources.items():
            found[id] = self._source(source, entries.get(source.cite))
        for key in self.processor.order:
            if key not in named:
                place = self.library.works[key].place
                bare = Source(f"@{key}", "", place=place, cite=key)
                found[bare.id] = self._source(bare, entries.get(key))
        return found

    def _source(self, source: Source, entry: ListEntry | None) -> Source:
        work = self.library.works[source.cite]
        short = source.short or self.processor.short(source.cite)
        if self.style.by_number and not source.short:
            short = f"[{self.processor.numbers[source.cite]}] {short}"
        full = self._entry(entry.pieces, source.cite) if entry else ()
        full = full or (Run(short, owner=Owner("reference", source.cite, ENTRY)),)
        title = "".join(run.text for run in full)
        url = work.fields.get("URL", "")
        return replace(source, title=title, short=short, url=url, full=full)

    def _entry(self, pieces: Sequence[CitedWords], key: str) -> Line:
        place, tag = self.library.works[key].place, self.content.meta.language
        return tuple(entry_runs(pieces, key, place, tag))

    def listed(self) -> tuple[ListedWork, ...]:
        """Return the list of references."""
        entries = self.processor.entries()
        return tuple(
            ListedWork(
                entry.key,
                self._entry(entry.label, entry.key),
                self._entry(entry.pieces, entry.key),
                tuple(id for id, source in self.sources.items() if source.cite == entry.key),
                self.library.works[entry.key].place,
            )
            for entry in entries
        )
