"""A template's archive in; the parts that a deck takes from it, cleaned, and what is left out.

The walk begins at the presentation and follows allowed relationships only; every part that it
comes to is parsed under guard, its values are looked at, and it is written anew, under a name of
its kind. So nothing gets into a deck that is not named here, whatever else the archive holds.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Iterator
from dataclasses import dataclass, field
from typing import Final

from lxml import etree

from builder.ooxml import TEMPLATE, Archive, PackageError, parsed
from builder.ooxml.markup import Relation, count_marks, quoted
from builder.outputs.pptx.template import kinds
from builder.outputs.pptx.template.cleaning import (
    beyond,
    clean,
    clean_settings,
    fit,
    named_ids,
    repair_indices,
    repair_master,
)
from builder.outputs.pptx.template.kinds import (
    IMAGE,
    KINDS,
    PRESENTATION,
    STRICT,
    A,
    P,
    PartKind,
    relations,
)
from builder.outputs.pptx.template.model import LeftOut
from builder.outputs.pptx.template.pictures import picture
from builder.outputs.pptx.template.values import check_values

_MARKS: Final = 600_000
"""Elements and attributes in all parts together, which python-pptx holds as trees at once."""
_LAYOUTS: Final = 1_000
_SHAPES: Final = 1_000
_LETTERS: Final = 20_000
_LONGEST: Final = 10_000
_UTF8_BEGINNINGS: Final = (b"<", b"\xef\xbb\xbf<")


@dataclass
class Taking:
    """The walk: parts, types and relationships by new names, new names by old ones, what goes.

    `known` are the relationships of parts that were read, by their old names.
    """

    archive: Archive
    parts: dict[str, bytes] = field(default_factory=dict)
    types: dict[str, str] = field(default_factory=dict)
    related: dict[str, tuple[Relation, ...]] = field(default_factory=dict)
    names: dict[str, str] = field(default_factory=dict)
    known: dict[str, tuple[Relation, ...]] = field(default_factory=dict)
    left: list[LeftOut] = field(default_factory=list)
    _kinds: dict[str, PartKind] = field(default_factory=dict)
    _given: set[str] = field(default_factory=set)
    _refused: dict[str, str] = field(default_factory=dict)
    _counts: Counter[str] = field(default_factory=Counter)
    _marks: int = 0
    _slide: tuple[int, int] = (0, 0)
    _factors: tuple[float, float] = (1.0, 1.0)

    def take(self, name: str, kind: PartKind) -> str:
        """Take a part and all that it leads to; return the name that it has in the deck.

        Raises:
            PackageError: it is missing, broken, or of another kind than what refers to it says.
        """
        if name in self.names:
            if self._kinds[name] is not kind:
                raise PackageError.of_part(name, f"is no {kind.words}: it is used as another kind")
            return self.names[name]
        if kind is IMAGE:
            return self._take_picture(name)
        self.names[name], self._kinds[name] = self._named(name, kind, ".xml"), kind
        if sum(each is KINDS["slideLayout"] for each in self._kinds.values()) > _LAYOUTS:
            raise PackageError(f"it has more than {_LAYOUTS:,} layouts")
        data = self.archive.read(name)
        root = self._parsed(data, name, kind)
        kept = self._kept(name, kind)
        ids = {each.id for each in kept}
        gone = clean(root, name, ids, {each.id for each in self.known[name]} - ids)
        self.left += gone
        # What nothing had to be taken from stays as it is, byte for byte.
        same = not (self._mended(root, kind, name) or gone or len(kept) < len(self.known[name]))
        plain = data.startswith(_UTF8_BEGINNINGS)
        new = self.names[name]
        self.parts[new] = data if same and plain else _serialised(root)
        self.types[new] = kind.type
        self.related[new] = tuple(self._followed(name, kind, kept, named_ids(root)))
        return new

    def _followed(
        self, name: str, kind: PartKind, kept: Collection[Relation], named: Collection[str]
    ) -> Iterator[Relation]:
        """Take what a part leads to, and yield its relationships by new names."""
        used = [each for each in kept if each.kind in kinds.UNNAMED or each.id in named]
        for needed in kind.needed:
            if sum(each.kind == needed for each in used) != 1:
                raise PackageError.of_part(name, f"has no {KINDS[needed].words} of its own")
        for each in used:
            new = self.take(each.target, KINDS[each.kind])
            above = [one.target for one in self.related.get(new, ()) if one.kind == "slideMaster"]
            if each.kind == "slideLayout" and above not in ([], [self.names[name]]):
                raise PackageError.of_part(
                    each.target, f"belongs to another master than {quoted(name)}, which lists it"
                )
            yield Relation(each.id, each.kind, new)

    def _parsed(self, data: bytes, name: str, kind: PartKind) -> etree._Element:
        root = parsed(data, name, TEMPLATE)
        self._marks += count_marks(data)
        if self._marks > _MARKS:
            raise PackageError(
                f"its masters and layouts hold more than {_MARKS:,} elements and attributes"
            )
        if str(root.tag).startswith(STRICT):
            raise PackageError.of_part(
                name, "is Strict Open XML; save the file as an ordinary presentation"
            )
        if root.tag != kind.root:
            raise PackageError.of_part(
                name, f"is no {kind.words}: it begins with <{quoted(str(root.tag), 80)}>"
            )
        _check_sizes(root, name)
        check_values(root, name)
        return root

    def _kept(self, name: str, kind: PartKind) -> list[Relation]:
        """Return the relationships of a part that are taken; keep in mind which are not."""
        kept = []
        self.known[name] = relations(self.archive, name)
        for each in self.known[name]:
            if each.external or not each.usual or each.kind not in kind.leads_to:
                self.leave(each, name)
            elif each.target not in self.archive:
                raise PackageError.of_part(
                    each.target, f"is missing, to which {quoted(name)} refers"
                )
            elif each.kind == "image" and (why := self._refusal(each.target)):
                self.left.append(LeftOut(kinds.PICTURES, f"{each.target}: {why}"))
            elif each.kind == "notesMaster" and not self._has_notes(each.target):
                self.left.append(LeftOut("a notes master without text", each.target, warned=False))
            else:
                kept.append(each)
        return kept

    def leave(self, each: Relation, name: str, *, of_samples: bool = False) -> None:
        """Note a relationship of a part that is not taken."""
        if each.external:
            shown = f"{quoted(each.target, 60)} in {quoted(name)}"
            harmless = of_samples and re.match(r"(https?|mailto):", each.target, re.IGNORECASE)
            self.left.append(LeftOut(kinds.LINKS, shown, warned=not harmless))
        elif found := kinds.left(each.kind, of_samples=of_samples):
            self.left.append(LeftOut(found[0], quoted(each.target), found[1]))

    def _refusal(self, name: str) -> str:
        if name not in self._refused and name not in self.names:
            self._refused[name] = picture(self.archive.read(name), name)[1]
        return self._refused.get(name, "")

    def _has_notes(self, name: str) -> bool:
        root = parsed(self.archive.read(name), name, TEMPLATE)
        places = root.iterfind(f"{P}cSld/{P}spTree/{P}sp/{P}nvSpPr/{P}nvPr/{P}ph")
        return any(place.get("type") == "body" for place in places)

    def _take_picture(self, name: str) -> str:
        data = self.archive.read(name)
        ending, _ = picture(data, name)
        new = self._named(name, IMAGE, ending)
        self.names[name], self._kinds[name], self.parts[new] = new, IMAGE, data
        return new

    def _mended(self, root: etree._Element, kind: PartKind, name: str) -> bool:
        """Mend what programs leave out, and places that reach beyond the slides; say whether a part
        of this kind is ever changed so.
        """
        if kind is PRESENTATION:
            size = root.find(f"{P}sldSz")
            if size is not None:
                self._slide = int(size.get("cx", "0")), int(size.get("cy", "0"))
            clean_settings(root)
        elif kind is KINDS["slideMaster"]:
            repair_master(root)
            self._factors = beyond(root, self._slide) if all(self._slide) else (1.0, 1.0)
            if min(self._factors) < 1:
                self.left.append(LeftOut(kinds.BEYOND, name))
        elif kind is KINDS["slideLayout"]:
            repair_indices(root)
        else:
            return False
        if kind is not PRESENTATION and min(self._factors) < 1:
            fit(root, self._factors)
        return True

    def _named(self, name: str, kind: PartKind, ending: str) -> str:
        """Return a name of its kind for a part: its own if that is one, and not yet taken."""
        usual = re.escape(kind.place) + r"\d{0,6}" + re.escape(ending)
        if re.fullmatch(usual, name, re.ASCII) and name not in self._given:
            self._given.add(name)
            return name
        while True:
            self._counts[kind.place + ending] += 1
            new = f"{kind.place}{self._counts[kind.place + ending]}{ending}"
            if new not in self._given and new not in self.archive:
                self._given.add(new)
                return new


def _check_sizes(root: etree._Element, name: str) -> None:
    """Refuse what every slide would repeat, or every message, and what takes too long to compare.

    Raises:
        PackageError: the part has too many shapes, too much text, or an attribute too long.
    """
    shapes = sum(1 for _ in root.iter(f"{P}sp", f"{P}pic", f"{P}cxnSp", f"{P}grpSp"))
    if shapes > _SHAPES:
        raise PackageError.of_part(name, f"has {shapes:,} shapes, and at most {_SHAPES:,} are read")
    letters = sum(len(text.text or "") for text in root.iter(f"{A}t"))
    if letters > _LETTERS:
        raise PackageError.of_part(
            name, f"holds {letters:,} characters of text, and at most {_LETTERS:,} are read"
        )
    longest = max(len(value) for each in root.iter() for value in ("", *each.attrib.values()))
    if longest > _LONGEST:
        raise PackageError.of_part(
            name, f"has an attribute of {longest:,} characters, and at most {_LONGEST:,} are read"
        )


def _serialised(root: etree._Element) -> bytes:
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)
