"""A document's citations set by a style: takes them in order, returns their words and the list.

What must be known of all of them is settled first: who is cited in which order, which works would
read alike and how they are told apart, and which number each has.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import field, replace
from functools import cached_property
from itertools import groupby
from typing import NamedTuple

from builder.citing.nodes import Style, StyleNode
from builder.citing.pieces import CitedWords, Pieces, cased, joined, rich, text_of, tidied
from builder.citing.relating import Cluster, in_order, positions, told_apart
from builder.citing.rendering import Rendering, plainly
from builder.citing.said import Cite, Distinction, law_left_out
from builder.frozen import dataclass
from builder.model.inline import Cited
from builder.model.work import OTHERS, Work


class CitationPart(NamedTuple):
    """A stretch of a citation; `key` is the work that it cites, empty for what is between."""

    key: str
    pieces: Pieces


class ListEntry(NamedTuple):
    """A work in the list: its number or other label (may be empty), and its words."""

    key: str
    label: Pieces
    pieces: Pieces


@dataclass(frozen=True)
class Processor:
    """A style, the works and the clusters of a document in order; `listed` are works besides.

    Every key is that of a work.
    """

    style: Style
    works: Mapping[str, Work]
    clusters: tuple[Cluster, ...]
    listed: tuple[str, ...] = ()
    _plain: dict[tuple[str, Distinction], str] = field(default_factory=dict)

    @cached_property
    def order(self) -> tuple[str, ...]:
        """The works of the list, as the style sorts them."""
        cited = (each.key for cluster in self.clusters for each in cluster.works)
        keys = tuple(dict.fromkeys((*cited, *self.listed)))
        area = self.style.bibliography
        return in_order(keys, area, self.style, self.works) if area else keys

    @cached_property
    def numbers(self) -> Mapping[str, int]:
        """The number of each work."""
        return {key: number for number, key in enumerate(self.order, 1)}

    def citations(self) -> tuple[tuple[CitationPart, ...], ...]:
        """Return the words of each citation."""
        return tuple(
            self._cluster(cluster, cites)
            for cluster, cites in zip(self.clusters, positions(self.clusters), strict=True)
        )

    def entries(self) -> tuple[ListEntry, ...]:
        """Return the list of references; works as they are cited where the style has none."""
        area = self.style.bibliography
        if area is not None:
            return tuple(self._entry(key, area) for key in self.order)
        said = {key: self._rendering(key, Cite()).layout() for key in self.order}
        return tuple(
            ListEntry(key, (), self._tidied((*pieces, CitedWords("."))))
            for key, pieces in said.items()
        )

    def authors(self, key: str) -> str:
        """Return how a sentence names those who wrote a work.

        It is empty where the citation that follows has nothing but the title to say instead.
        """
        if self.style.by_number or self.style.in_notes:
            return self._plain_authors(key)
        rendering = self._rendering(key, Cite(sentence=True))
        rendering.layout()
        return text_of(self._tidied(rendering.authors))

    def short(self, key: str) -> str:
        """Return a work in few words: who, or its title, and the year."""
        when = self.works[key].dates.get("issued")
        who = self._plain_authors(key)
        year = ""
        if when is not None and when.parts and when.parts[0]:
            year = str(when.parts[0][0])
        elif when is not None:
            year = when.words
        year = year or self.style.locale.term("no date", "short")
        if self.works[key].names_year(year):
            return who
        return f"{who} {year}{self.told[key].suffix}".strip()

    def _plain_authors(self, key: str) -> str:
        work, term = self.works[key], self.style.locale.term
        people = next(
            (
                work.names[role]
                for role in ("author", "editor", "translator")
                if work.names.get(role)
            ),
            (),
        )
        names = [f"{each.particle} {each.family}".strip() for each in people]
        if not names:
            title = work.fields.get("title-short") or work.fields.get("title", "")
            return text_of(rich(title)) or key
        if len(names) > 2 or people[-1] == OTHERS:
            return f"{names[0]} {term('et-al')}"
        return f" {term('and')} ".join(names)

    def _rendering(self, key: str, cite: Cite) -> Rendering:
        told = self.told[key]
        return Rendering(
            self.style,
            self.works[key],
            self.style.citation,
            cite,
            number=self.numbers[key],
            suffix=told.suffix,
            ambiguous=told.ambiguous,
            expansion=told.expansion,
        )

    def _cluster(self, cluster: Cluster, cites: list[Cite]) -> tuple[CitationPart, ...]:
        area, layout = self.style.citation, self.style.citation.first("layout")
        pairs = list(zip(cluster.works, cites, strict=True))
        if area.first("sort") is not None:
            order = in_order(tuple(each.key for each, _ in pairs), area, self.style, self.works)
            parted = any(each.prefix for each, _ in pairs[1:])
            if not parted and not any(each.suffix for each, _ in pairs[:-1]):
                pairs.sort(key=lambda pair: order.index(pair[0].key))
        if layout is None:
            return ()
        delimiter, collapse = layout.get("delimiter"), area.get("collapse")
        parts: list[CitationPart] = []
        if collapse == "citation-number":
            parts = self._numbers(pairs, delimiter)
        for between, each, said in () if parts else self._in_a_row(pairs, delimiter, collapse):
            if parts:
                parts.append(CitationPart("", (CitedWords(between),)))
            parts.append(CitationPart(each.key, _with_affixes(each, said)))
        if layout.get("vertical-align") == "sup":
            parts = [
                CitationPart(key, tuple(p._replace(raised=1) for p in said)) for key, said in parts
            ]
        head, tail = layout.get("prefix"), layout.get("suffix")
        if self.style.in_notes and cluster.within:
            head, tail = "(", ")"
        elif self.style.in_notes and cluster.note and parts:
            parts[0] = CitationPart(
                parts[0].key, cased(parts[0].pieces, "capitalize-first", english=False)
            )
        return _apart(
            [CitationPart("", (CitedWords(head),)), *parts, CitationPart("", (CitedWords(tail),))],
            self._inside,
        )

    def _in_a_row(
        self, pairs: Sequence[tuple[Cited, Cite]], delimiter: str, collapse: str
    ) -> Iterable[tuple[str, Cited, Pieces]]:
        """Yield cites with what parts them from the one before; authors are said once in a row."""
        area, authors = self.style.citation, ""
        within = area.get("cite-group-delimiter", ", ")
        if collapse.startswith("year"):
            pairs = self._grouped(pairs)
        for each, cite in pairs:
            rendering = self._rendering(each.key, cite)
            said = rendering.layout()
            who, between = text_of(rendering.authors), delimiter
            again = bool(authors) and who == authors and not each.prefix
            if collapse.startswith("year") and again and not cite.without_author:
                said = self._rendering(each.key, replace(cite, without_author=True)).layout()
                between = within
            authors = who
            yield between, each, said

    def _grouped(self, pairs: Sequence[tuple[Cited, Cite]]) -> list[tuple[Cited, Cite]]:
        """Return cites with those of the same authors beside one another."""
        who: dict[str, list[tuple[Cited, Cite]]] = {}
        for number, (each, cite) in enumerate(pairs):
            rendering = self._rendering(each.key, cite)
            rendering.layout()
            name = text_of(rendering.authors) or f"\0{number}"
            who.setdefault(name, []).append((each, cite))
        return [pair for group in who.values() for pair in group]

    def _numbers(self, pairs: Sequence[tuple[Cited, Cite]], delimiter: str) -> list[CitationPart]:
        """Return numbers with three or more in a row as a span; none where one has more to say."""
        if any(each.prefix or each.suffix or each.locator for each, _ in pairs):
            return []
        keys = sorted((each.key for each, _ in pairs), key=self.numbers.__getitem__)
        parts: list[CitationPart] = []
        numbered = enumerate(keys)
        for _, run in groupby(numbered, lambda pair: self.numbers[pair[1]] - pair[0]):
            row = [key for _, key in run]
            shown = (row[0], row[-1]) if len(row) > 2 else tuple(row)
            for at, key in enumerate(shown):
                if parts:
                    dash = len(row) > 2 and at
                    parts.append(CitationPart("", (CitedWords("–" if dash else delimiter),)))
                parts.append(CitationPart(key, self._rendering(key, Cite()).layout()))
        return parts

    @property
    def _inside(self) -> bool:
        return self.style.locale.inside_quotes

    def _tidied(self, pieces: Pieces) -> Pieces:
        return tidied(pieces, inside_quotes=self._inside)

    def _entry(self, key: str, area: StyleNode) -> ListEntry:
        told = self.told[key]
        rendering = Rendering(
            self.style,
            self.works[key],
            area,
            listed=True,
            number=self.numbers[key],
            suffix=told.suffix,
            ambiguous=told.ambiguous,
        )
        layout = area.first("layout")
        if layout is None:
            return ListEntry(key, (), ())
        kids = list(layout.kids)
        label: Pieces = ()
        if area.get("second-field-align") and kids:
            first = rendering.element(kids.pop(0))
            label = tuple(piece for piece in first.pieces if piece.text.strip())
        said = joined((rendering.element(kid).pieces for kid in kids), layout.get("delimiter"))
        affixed = (CitedWords(layout.get("prefix")), *said, CitedWords(layout.get("suffix")))
        pieces = self._tidied(tuple(piece for piece in affixed if piece.text))
        if not any(character.isalnum() for character in text_of(pieces)):
            pieces = (CitedWords(f"{self.short(key)}."),)  # the style lists no works of this kind
        pieces = self._tidied((*pieces, *law_left_out(self.works[key], text_of(pieces))))
        if pieces and not label:
            pieces = (pieces[0]._replace(text=pieces[0].text.lstrip()), *pieces[1:])
        return ListEntry(key, self._tidied(label), pieces)

    @cached_property
    def told(self) -> Mapping[str, Distinction]:
        return told_apart(self)

    def plain(self, key: str, told: Distinction) -> str:
        """Return how a work alone would be cited, were it told apart so."""
        if (key, told) not in self._plain:
            rendering = Rendering(
                self.style,
                self.works[key],
                self.style.citation,
                ambiguous=told.ambiguous,
                suffix=told.suffix,
                expansion=told.expansion,
            )
            self._plain[key, told] = plainly(rendering)
        return self._plain[key, told]


def _with_affixes(each: Cited, said: Pieces) -> Pieces:
    before = each.prefix + ("" if not each.prefix or each.prefix[-1:] in " ’'" else " ")
    after = each.suffix
    if after and after[0].isalnum():
        after = f" {after}"
    return (*rich(before), *said, *rich(after))


def _apart(parts: list[CitationPart], inside: bool) -> tuple[CitationPart, ...]:
    """Return parts with the marks mended where any two meet."""
    flat = [piece for part in parts for piece in part.pieces if piece.text]
    owners = [part.key for part in parts for piece in part.pieces if piece.text]
    marked = [piece._replace(link=f"{n}\0{piece.link}") for n, piece in enumerate(flat)]
    found: list[CitationPart] = []
    for piece in tidied(marked, inside_quotes=inside):
        number, _, link = piece.link.partition("\0")
        key, whole = owners[int(number)], piece._replace(link=link)
        if found and found[-1].key == key:
            found[-1] = CitationPart(key, (*found[-1].pieces, whole))
        else:
            found.append(CitationPart(key, (whole,)))
    return tuple(found)
