"""An Open Packaging file (ISO/IEC 29500-2) in; its parts and their relationships out."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cached_property
from pathlib import Path
from zlib import crc32

from lxml import etree

from builder.frozen import dataclass
from builder.memory import remembered
from builder.ooxml import DECK, WORKBOOK, Archive, Limits, PackageError, parsed
from builder.ooxml.markup import Relation, relations_in, relations_of
from builder.verify.edge import data_of
from builder.verify.reading import UnreadableFileError


@dataclass(frozen=True)
class Package:
    """A package held in memory: part name (without leading slash) -> bytes.

    `dates` are those of its members, `limits` how much a part may hold.
    """

    name: str
    parts: Mapping[str, bytes]
    dates: frozenset[tuple[int, ...]] = frozenset()
    limits: Limits = DECK

    @classmethod
    def open(cls, source: Path | bytes, name: str) -> Package:
        """Return the package in a file, a deck, or in bytes, the workbook of a chart.

        Raises:
            UnreadableFileError: it is no zip file, damaged, or made to do harm.
        """
        data = source if isinstance(source, bytes) else data_of(source)
        limits = WORKBOOK if isinstance(source, bytes) else DECK
        try:
            archive = Archive.of(data, limits)
            dates = frozenset(member.date_time for member in archive.members.values())
            return cls(name, archive.read_all(), dates, limits)
        except PackageError as error:
            raise UnreadableFileError(
                f"{name}: cannot be read as an Office file: {error}"
            ) from error

    def xml(self, part: str) -> etree._Element:
        """Return the root of an XML part.

        Raises:
            UnreadableFileError: the part is not there, is not well-formed, or made to do harm.
        """
        try:
            return parsed(self.parts[part], part, self.limits)
        except KeyError:
            raise UnreadableFileError(f"{self.name}: has no part {part}") from None
        except PackageError as error:
            raise UnreadableFileError(f"{self.name}: {error}") from error

    def related(self, part: str, kind: str = "") -> Iterator[Relation]:
        """Yield the relationships of a part (`""`: the package) to parts inside, of one kind."""
        for related in self._relationships(part):
            if not related.external and kind in ("", related.kind):
                yield related

    def digests(self, part: str, kind: str) -> Mapping[str, str]:
        """Return what tells the parts of one kind that a part refers to from others, by id."""
        return {
            each.id: f"{crc32(self.parts.get(each.target, b'')):08x}"
            for each in self.related(part, kind)
        }

    def addresses(self, part: str) -> Mapping[str, str]:
        """Return the addresses outside the package that a part's relationships lead to, by id."""
        return {each.id: each.target for each in self._relationships(part) if each.external}

    def _relationships(self, part: str) -> tuple[Relation, ...]:
        # A slide's are asked for half a dozen times.
        if part not in self._known:
            rels = relations_of(part)
            self._known[part] = remembered(
                ("relationships", part, self.parts.get(rels)),
                lambda: tuple(relations_in(self.xml(rels), part)) if rels in self.parts else (),
                lambda _: 20 * len(self.parts.get(rels, b"")) + 400,
            )
        return self._known[part]

    @cached_property
    def _known(self) -> dict[str, tuple[Relation, ...]]:
        return {}

    def one(self, part: str, kind: str) -> str | None:
        """Return the part that a part's first relationship of a kind leads to, if any."""
        return next((related.target for related in self.related(part, kind)), None)

    @cached_property
    def main(self) -> str:
        """The part that the package is about.

        Raises:
            UnreadableFileError: the package names none.
        """
        part = self.one("", "officeDocument")
        if part is None:
            raise UnreadableFileError(f"{self.name}: holds no document")
        return part
