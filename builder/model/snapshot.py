"""What one edition says, apart from where: the data by which two editions are compared.

`resolve` takes it from a briefing; finished files carry it. Everything is exact text, so that an
edition reads the same from a folder of content and from a file that was built from it.
"""

from __future__ import annotations

from collections.abc import Iterator

from builder.frozen import dataclass


@dataclass(frozen=True)
class FigureState:
    """A figure as an edition has it; what it does not state is empty.

    `value` is an exact decimal without exponent, or where `is_date` an ISO date; `shown` is the
    same as rounded for print. `printed` is its full form. `as_of` is an ISO date or words;
    `sources` are ids; `basis` is its formula, or its cell as `table!row/column`.
    """

    id: str
    label: str
    value: str
    shown: str
    is_date: bool
    hedge: str
    unit: str
    as_of: str
    sources: tuple[str, ...]
    confidence: str
    printed: str
    basis: str = ""


@dataclass(frozen=True)
class SourceState:
    """A source, and its name as printed beside figures."""

    id: str
    title: str
    name: str


@dataclass(frozen=True)
class ClaimState:
    """A claim, what it needs, and its verdict: `holds`, `fails` or `unknown`."""

    id: str
    says: str
    holds: str
    verdict: str


@dataclass(frozen=True)
class SentencePart:
    """A stretch of a sentence: `figure` is the id of the figure that prints it, or empty."""

    text: str
    figure: str = ""


@dataclass(frozen=True)
class Sentence:
    """A sentence that prints a figure.

    `section` is where it stands: the stem of its file, or empty outside of sections. `kind` is
    `prose`, `slide`, `speaker notes`, `note`, `chart NAME`, `table NAME` or `title`.
    """

    section: str
    kind: str
    parts: tuple[SentencePart, ...]

    @property
    def text(self) -> str:
        """The sentence as printed."""
        return "".join(part.text for part in self.parts)

    @property
    def figures(self) -> tuple[str, ...]:
        """The ids of the figures that it prints, in order, each once."""
        return tuple(dict.fromkeys(part.figure for part in self.parts if part.figure))

    @property
    def pattern(self) -> str:
        """The words, with `{id}` where a figure is printed: alike while only figures change."""
        return "".join(f"{{{part.figure}}}" if part.figure else part.text for part in self.parts)

    @property
    def place(self) -> str:
        """Where it stands, in words: `iran, slide`."""
        return ", ".join(word for word in (self.section, self.kind) if word)


@dataclass(frozen=True)
class PictureState:
    """A picture that shows figures: its path, the SHA-256 (hex) of its file, and their ids."""

    file: str
    digest: str
    figures: tuple[str, ...]


@dataclass(frozen=True)
class ShownValue:
    """A value that a chart draws or a table prints: what it is called there, how it is said.

    `cell` is the cell that owns it, as the ledger names it, or empty.
    """

    name: str
    said: str
    cell: str = ""


@dataclass(frozen=True)
class ShownState:
    """All that a chart draws or a table prints, printed or not: dates of bars, points of lines.

    `id` is `chart NAME` or `table NAME`.
    """

    id: str
    values: tuple[ShownValue, ...]


@dataclass(frozen=True)
class Snapshot:
    """An edition: what it is called, and its figures, sources, claims and sentences in order.

    `pictures` are those that show figures, `shown` is what charts and tables show.

    `date` is an ISO date, `language` a BCP 47 tag.
    """

    fingerprint: str = ""
    slug: str = ""
    title: str = ""
    edition: str = ""
    language: str = ""
    date: str = ""
    figures: tuple[FigureState, ...] = ()
    sources: tuple[SourceState, ...] = ()
    claims: tuple[ClaimState, ...] = ()
    sentences: tuple[Sentence, ...] = ()
    pictures: tuple[PictureState, ...] = ()
    shown: tuple[ShownState, ...] = ()


@dataclass(frozen=True)
class ShownChange:
    """A value of a chart or table that differs; empty where an edition shows none of its name.

    `of` is `chart NAME` or `table NAME`, `cell` the cell that it is, as the ledger names it.
    """

    of: str
    name: str
    before: str
    now: str
    cell: str = ""


def changed_values(old: Snapshot, new: Snapshot) -> Iterator[ShownChange]:
    """Yield each value of the charts and tables of both editions that differs.

    A chart or table that only one of them has is told in one change, without a name.
    """
    if not (old.shown and new.shown):
        return  # an edition of an earlier version does not say
    before, now = ({state.id: _by_name(state) for state in each.shown} for each in (old, new))
    for of in dict.fromkeys((*now, *before)):
        if of not in now or of not in before:
            yield ShownChange(of, "", *("shown" if of in each else "" for each in (before, now)))
            continue
        was, held = before[of], now[of]
        for name in dict.fromkeys((*held, *was)):
            first, second = was.get(name), held.get(name)
            said = first.said if first else "", second.said if second else ""
            if said[0] != said[1]:
                yield ShownChange(of, name, *said, (second or first or ShownValue("", "")).cell)


def _by_name(state: ShownState) -> dict[str, ShownValue]:
    return {value.name: value for value in state.values}
