"""The package that a deck is saved in (ISO/IEC 29500-2): parts, their types and relationships in;
an archive of fixed bytes out.

Names of parts have no slash before them; the package itself is the part without a name.
"""

from __future__ import annotations

import io
import posixpath
import zipfile
from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field, replace
from functools import lru_cache
from typing import TYPE_CHECKING, Final, TypeAlias
from xml.sax.saxutils import escape

if TYPE_CHECKING:
    from lxml import etree

Members: TypeAlias = Mapping[str, bytes]

OFFICE: Final = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
TYPES: Final = "application/vnd.openxmlformats-officedocument."
SLIDES: Final = f"{TYPES}presentationml."
CORE: Final = (
    "http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties"
)
CORE_TYPE: Final = "application/vnd.openxmlformats-package.core-properties+xml"
HEADER: Final = "<?xml version='1.0' encoding='UTF-8' standalone='yes'?>\n"
_PACKAGE: Final = "http://schemas.openxmlformats.org/package/2006/"
_CONTENT_TYPES: Final = "[Content_Types].xml"
_RELATIONS_TYPE: Final = "application/vnd.openxmlformats-package.relationships+xml"
_EPOCH: Final = (1980, 1, 1, 0, 0, 0)
# Types that hold for all parts whose names end so; any other part names its own.
_BY_ENDING: Final = {
    "bmp": "image/bmp",
    "emf": "image/x-emf",
    "gif": "image/gif",
    "jpeg": "image/jpeg",
    "jpg": "image/jpeg",
    "png": "image/png",
    "rels": _RELATIONS_TYPE,
    "tif": "image/tiff",
    "tiff": "image/tiff",
    "wmf": "image/x-wmf",
    "xlsx": f"{TYPES}spreadsheetml.sheet",
    "xml": "application/xml",
}
SETTLED: Final = (
    *(f"{SLIDES}{kind}+xml" for kind in ("presentation.main", "slideMaster", "slideLayout")),
    f"{SLIDES}notesMaster+xml",
    CORE_TYPE,
)
"""The types of parts that are written as slides are, whatever their author's program did."""


@dataclass(frozen=True)
class Relation:
    """A relationship: its type and what it leads to, a part's name or an address outside."""

    type: str
    goal: str
    outside: bool = False


@dataclass
class Part:
    """A part: its content type, its bytes, and what it leads to by id."""

    name: str
    type: str
    data: bytes = b""
    relations: dict[str, Relation] = field(default_factory=dict)

    def relate(self, type: str, goal: str, *, outside: bool = False) -> str:
        """Return the id of a relationship, which is added if there is none that is alike."""
        relation = Relation(type, goal, outside)
        for key, known in self.relations.items():
            if known == relation:
                return key
        return self.add(relation)

    def add(self, relation: Relation) -> str:
        """Add a relationship unlike all others; return its id."""
        numbers = range(len(self.relations) + 1, 0, -1)
        key = next(each for number in numbers if (each := f"rId{number}") not in self.relations)
        self.relations[key] = relation
        return key

    def one(self, type: str) -> str:
        """Return the name of the first part that relationships of a type lead to, "" for none."""
        return next((each.goal for each in self.relations.values() if each.type == type), "")


class Package:
    """Parts by name, to which others can be added; `parts` are copied and stay as they are."""

    def __init__(self, parts: Iterable[Part]) -> None:
        copies = (replace(part, relations={**part.relations}) for part in parts)
        self.parts = {part.name: part for part in copies}
        self._counts: Counter[str] = Counter()

    @property
    def root(self) -> Part:
        """The package itself."""
        return self.parts[""]

    @property
    def main(self) -> Part:
        """The presentation."""
        return self.parts[self.root.one(f"{OFFICE}officeDocument")]

    def add(self, name: str, type: str, data: bytes = b"") -> Part:
        """Add a part; `%d` in its name becomes the first number that makes it a new one."""
        if "%d" in name:
            template, name = name, ""
            while not name or name in self.parts:
                self._counts[template] += 1
                name = template % self._counts[template]
        part = self.parts[name] = Part(name, type, data)
        return part

    def packed(self, late: Callable[[Members], Members] | None = None) -> bytes:
        """Return the package as an archive of fixed bytes.

        `late` returns the members that can be made only when all others are known.
        """
        parts = [part for name, part in self.parts.items() if name]
        members = {_CONTENT_TYPES: _types(parts)}
        for part in (self.root, *parts):
            if part.name:
                members[part.name] = part.data
            if part.relations:
                members[_relations_of(part.name)] = _relations(part)
        return _archive({**members, **(late(members) if late else {})})


def parsed(data: str | bytes) -> etree._Element:
    """Return the root of a part of ours, without the space between its elements."""
    from lxml import etree

    parser = etree.XMLParser(remove_blank_text=True, resolve_entities=False)
    return etree.fromstring(data, parser)


def written(root: etree._Element) -> bytes:
    """Return an element as a part."""
    from lxml import etree

    return etree.tostring(root, encoding="UTF-8", standalone=True)


def settled(text: str | bytes) -> bytes:
    """Return a part's text as all parts of a deck are written, whoever wrote it.

    Raises:
        XMLSyntaxError: it is not well formed, which is a bug of ours.
    """
    return written(parsed(text))


def begun(
    texts: Mapping[str, bytes],
    types: Mapping[str, str],
    related: Mapping[str, Mapping[str, Relation]],
) -> tuple[Part, ...]:
    """Return the parts of a new package from their texts, types and relationships by name.

    A part without a type of its own has that of its ending.
    """
    parts = []
    for name, text in {"": b"", **texts}.items():
        kind = types.get(name) or _BY_ENDING.get(name.rpartition(".")[2].lower(), "")
        data = settled(text) if kind in SETTLED else text
        parts.append(Part(name, kind, data, {**related.get(name, {})}))
    return tuple(parts)


def _relations_of(part: str) -> str:
    folder, name = posixpath.split(part)
    return posixpath.join(folder, "_rels", f"{name}.rels")


@lru_cache(maxsize=4096)
def _relative(name: str, folder: str) -> str:
    return posixpath.relpath(name, folder)


def _attribute(text: str) -> str:
    return '"' + escape(text, {'"': "&quot;"}) + '"'


def _relations(part: Part) -> bytes:
    """Return the relationships of a part in the order of their numbers."""

    def number(key: str) -> tuple[int, str]:
        digits = key.removeprefix("rId")
        return (int(digits) if key.startswith("rId") and digits.isdigit() else 0), key

    rows = []
    for key in sorted(part.relations, key=number):
        each = part.relations[key]
        goal = each.goal
        if part.name and not each.outside:
            goal = _relative(goal, posixpath.dirname(part.name))
        mode = ' TargetMode="External"' if each.outside else ""
        rows.append(
            f'<Relationship Id="{key}" Type="{each.type}" Target={_attribute(goal)}{mode}/>'
        )
    space = f"{_PACKAGE}relationships"
    return f'{HEADER}<Relationships xmlns="{space}">{"".join(rows)}</Relationships>'.encode()


def _types(parts: Iterable[Part]) -> bytes:
    """Return the content types of all parts, sorted: those of endings, then those of parts."""
    endings = {"rels": _RELATIONS_TYPE, "xml": "application/xml"}
    named = {}
    for part in parts:
        ending = part.name.rpartition(".")[2].lower()
        if _BY_ENDING.get(ending) == part.type:
            endings[ending] = part.type
        else:
            named[part.name] = part.type
    rows = [f'<Default Extension="{e}" ContentType="{t}"/>' for e, t in sorted(endings.items())]
    rows += [f'<Override PartName="/{n}" ContentType="{t}"/>' for n, t in sorted(named.items())]
    space = f"{_PACKAGE}content-types"
    return f'{HEADER}<Types xmlns="{space}">{"".join(rows)}</Types>'.encode()


def normalised(archive: bytes) -> bytes:
    """Return a zip archive with the same members as one of fixed bytes."""
    with zipfile.ZipFile(io.BytesIO(archive)) as source:
        return _archive({name: source.read(name) for name in source.namelist()})


def _archive(members: Mapping[str, bytes]) -> bytes:
    """Return members as a zip archive, sorted and dated alike: same content, same bytes.

    `[Content_Types].xml` comes first, as ECMA-376-2 advises; archives inside are only stored.
    """
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as target:
        for name in sorted(members, key=lambda name: (name != _CONTENT_TYPES, name)):
            member = zipfile.ZipInfo(name, _EPOCH)
            member.create_system = 0
            inside = name.endswith(".xlsx")
            member.compress_type = zipfile.ZIP_STORED if inside else zipfile.ZIP_DEFLATED
            target.writestr(member, members[name], compresslevel=6)
    return buffer.getvalue()
