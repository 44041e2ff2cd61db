"""What the readers of one content folder share: its problems, and what is to be checked later.

A use of a figure, claim, chart and so on is noted as a `Mention` where it stands; whether there
is such a thing is checked once everything has been read (`references`). Numbers without an
owner are noted as `LooseNumber` and reported then too, when the figures they may be are known.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal, TypeAlias

from builder.content.names import Names
from builder.language.years import Years
from builder.problems import Place, Problems

MentionKind: TypeAlias = Literal[
    "figure", "claim", "chart", "table", "data", "column", "source", "anchor", "layout"
]


@dataclass(frozen=True)
class Mention:
    """The name of something that must exist, and where it is used; `of` a column's data file."""

    kind: MentionKind
    name: str
    place: Place
    of: str = ""


@dataclass(frozen=True)
class LooseNumber:
    """A word with digits that nothing owns, and the word after it.

    `outside` says that it stands where a year does, but lies outside the briefing's years.
    """

    word: str
    following: str
    place: Place
    outside: bool = False


@dataclass
class Context:
    """The gathering lists of one reading.

    `dropped` says that a part of a section could not be read: what it uses is not known.
    """

    problems: Problems
    names: Names
    years: Years = field(default_factory=Years)
    mentions: list[Mention] = field(default_factory=list)
    loose: list[LooseNumber] = field(default_factory=list)
    dropped: bool = False

    def mention(self, kind: MentionKind, name: str, place: Place, of: str = "") -> None:
        """Note a use, unless the name is empty."""
        if name:
            self.mentions.append(Mention(kind, name, place, of))

    def add(self, other: Context) -> None:
        """Add what another reading gathered."""
        self.problems.found += other.problems.found
        self.names.used |= other.names.used
        self.mentions += other.mentions
        self.loose += other.loose
        self.dropped = self.dropped or other.dropped
