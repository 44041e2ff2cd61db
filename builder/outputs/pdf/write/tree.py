"""Writes a structure tree into a laid-out PDF: takes its bytes and the recorded marks.

A long paper has tens of thousands of elements. They are written as text, behind the objects that
are there (an incremental update, ISO 32000-1, 7.5.6), and so cost a fraction of what it takes to
make each of them by calls.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import field
from io import BytesIO
from itertools import accumulate
from struct import Struct
from typing import TYPE_CHECKING, Final

from builder.frozen import dataclass
from builder.model.text import plain
from builder.outputs.pdf.plan.anchors import destination
from builder.outputs.pdf.standards import PDF_2, TYPES_OF_PDF_2, UA_1, Standard
from builder.outputs.pdf.tags import ROLE_MAP, Element, LinkBox, MarkedContent, Marks
from builder.outputs.pdf.write.revised import revise

if TYPE_CHECKING:
    from pikepdf import Object, Pdf

_REFERENCE: Final = Struct(">BQI")
"""Of an object: its kind, the place or stream where it is, its number in that stream."""
_POSITIONS: Final = {
    "Sub": "<</O/Layout/TextPosition/Sub>>",
    "Sup": "<</O/Layout/TextPosition/Sup>>",
    "Note": "<</O/FENote/NoteType/Endnote>>",
}
"""What PDF 2.0 says by attributes (ISO 32000-2, 14.8.5.4 and 14.8.5.8)."""
_REFERRED: Final = re.compile(r"\d+ \d+ R")
_START: Final = re.compile(rb"startxref\s+(\d+)\s+%%EOF\s*$")


@dataclass(frozen=True)
class Tagged:
    """A PDF with the objects of a structure tree: the number of its `root`, those of elements
    `about` items, by the items' anchors, and those that places begin with, by the places' names.
    """

    data: bytes = field(repr=False)
    root: int
    about: Mapping[str, int]
    standing: Mapping[str, int] = field(default_factory=dict)


def with_tree(laid_out: bytes, marks: Marks, standard: Standard = UA_1) -> Tagged:
    """Return a PDF with its structure tree, parent tree and identifiers (ISO 32000-1, 14.7), as a
    standard asks for it.

    Catalogue, pages and links are told of it once the file is open.

    Raises:
        ValueError: the bytes do not end as a PDF does.
    """
    import pikepdf

    with pikepdf.open(BytesIO(laid_out)) as pdf:
        if standard.is_second:
            revise(marks)
        writer = _Writer(pdf, standard)
        writer.write_tree(marks)
        start = _START.search(laid_out[-64:])
        if start is None:
            raise ValueError("what was laid out does not end as a PDF does")
        data = writer.update(laid_out, pdf.trailer, int(start[1]))
    standing = {destination(name): writer.numbers[each] for name, each in marks.standing.items()}
    return Tagged(data, writer.first, writer.about, standing if standard.is_second else {})


def join_tree(pdf: Pdf, tagged: Tagged, files: Mapping[str, Object]) -> None:
    """Let the catalogue and the items of an open PDF know of the tree in it.

    `files` are the file specifications that go with items, by the items' anchors.
    """
    import pikepdf

    for anchor, number in tagged.about.items():
        if anchor in files:
            pdf.get_object((number, 0)).AF = pikepdf.Array([files[anchor]])
    pdf.Root.StructTreeRoot = pdf.get_object((tagged.root, 0))


class _Writer:
    """Writes elements as the text of objects; the number of the first is `first`.

    `numbers` are those of the elements, `named` the same by identifier, `about` by the anchors of
    the items that they are about.
    """

    def __init__(self, pdf: Pdf, standard: Standard) -> None:
        self.standard, self._namespace = standard, 0
        self.first = int(pdf.trailer.Size)
        self.objects: list[str] = []
        self.numbers: dict[Element, int] = {}
        self.named: dict[bytes, int] = {}
        self.about: dict[str, int] = {}
        self._roles: set[str] = set()
        self._held = [page.obj for page in pdf.pages]
        self._pages = [_reference(page) for page in self._held]
        self._annotations: dict[int, list[str]] = {}

    def write_tree(self, marks: Marks) -> None:
        """Write the tree, and what leads into it."""
        root = self._new()
        if self.standard.is_second:
            self._namespace = self._new(f"<</Type/Namespace/NS({PDF_2})>>")
        document = self.write(marks.root, root)
        numbers: list[str] = []
        for index in range(len(self._pages)):
            owners = " ".join(f"{self.numbers[each]} 0 R" for each in marks.owners.get(index, ()))
            numbers.append(f"{index} {self._new(f'[{owners}]')} 0 R")
        for key, (_, element) in enumerate(marks.links, start=len(self._pages)):
            numbers.append(f"{key} {self.numbers[element]} 0 R")
        parents = self._new(f"<</Nums[{' '.join(numbers)}]>>")
        ours = self._roles - TYPES_OF_PDF_2 if self.standard.is_second else self._roles
        mapped = ((role, ROLE_MAP[role]) for role in ROLE_MAP if role in ours)
        roles = "".join(f"/{role}/{standard}" for role, standard in mapped)
        said = [
            f"<</Type/StructTreeRoot/K {document} 0 R/ParentTree {parents} 0 R/RoleMap<<{roles}>>",
            f"/ParentTreeNextKey {len(self._pages) + len(marks.links)}",
        ]
        if self._namespace:
            said.append(f"/Namespaces[{self._namespace} 0 R]")
        if self.named:
            names = " ".join(f"<{id.hex()}>{self.named[id]} 0 R" for id in sorted(self.named))
            said.append(f"/IDTree {self._new(f'<</Names[{names}]>>')} 0 R")
        self._set(root, "".join((*said, ">>")))
        for element, others in marks.refers.items():
            number = self.numbers[element]
            goals = " ".join(f"{self.numbers[each]} 0 R" for each in others)
            self._set(number, f"{self.objects[number - self.first][:-2]}/Ref[{goals}]>>")

    def write(self, element: Element, parent: int) -> int:
        """Return the number of an element (14.7.2, table 323), all below it written too."""
        made = self.numbers[element] = self._new()
        role = self.standard.roles.get(element.role, element.role)
        self._roles.add(role)
        home = next((kid.page for kid in element.kids if not isinstance(kid, Element)), None)
        kids = [
            f"{self.write(kid, made)} 0 R"
            if isinstance(kid, Element)
            else str(kid.number)
            if isinstance(kid, MarkedContent) and kid.page == home
            else self._content(kid)
            for kid in element.kept()
        ]
        said = [f"<</S/{role}/P {parent} 0 R"]
        if self._namespace and role in TYPES_OF_PDF_2:
            said.append(f"/NS {self._namespace} 0 R")
        if home is not None:
            said.append(f"/Pg {self._pages[home]}")
        if kids:
            said.append(f"/K {kids[0]}" if len(kids) == 1 else f"/K[{' '.join(kids)}]")
        said += self._entries(element, made)
        self._set(made, "".join((*said, ">>")))
        return made

    def _entries(self, element: Element, number: int) -> Iterator[str]:
        import pikepdf

        if element.alt:
            yield "/Alt" + _written(pikepdf.String(plain(element.alt)))
        if element.spoken:
            yield "/ActualText" + _written(pikepdf.String(element.spoken))
        if element.long:
            yield "/E" + _written(pikepdf.String(element.long))
        if element.language:
            yield "/Lang" + _written(pikepdf.String(element.language))
        if element.id:
            id = pikepdf.String(element.id)
            self.named[bytes(id)] = number
            yield "/ID" + _written(id)
        if element.box is not None or element.scope or element.numbering or element.heads:
            yield "/A" + self._attributes(element)
        elif element.role == "Struck":
            yield "/A<</O/Layout/TextDecorationType/LineThrough>>"
        elif self._namespace and element.role in _POSITIONS:
            yield f"/A{_POSITIONS[element.role]}"
        if element.about:
            self.about[element.about] = number

    def _content(self, kid: MarkedContent | LinkBox) -> str:
        """Return how an element names content that is not a number on its own page (14.7.4)."""
        page = self._pages[kid.page]
        if isinstance(kid, MarkedContent):
            return f"<</Type/MCR/Pg {page}/MCID {kid.number}>>"
        known = self._annotations.get(kid.page)
        if known is None:
            held = self._held[kid.page].Annots.unparse(resolved=True)  # as it is written
            known = self._annotations[kid.page] = _REFERRED.findall(held.decode())
        return f"<</Type/OBJR/Pg {page}/Obj {known[kid.index]}>>"

    def _attributes(self, element: Element) -> str:
        """Return an element's attributes (14.8.5): bounds, scope of a header, kind of label."""
        import pikepdf

        if element.box is not None:
            bounds = pikepdf.Array([round(edge, 2) for edge in element.box])
            return f"<</O/Layout/BBox{_written(bounds)}/Placement/Block>>"
        if element.scope or element.heads:
            return _of_cell(element)
        return f"<</O/List/ListNumbering/{element.numbering}>>"

    def _new(self, said: str = "") -> int:
        """Return the number of a new object."""
        self.objects.append(said)
        return self.first + len(self.objects) - 1

    def _set(self, number: int, said: str) -> None:
        self.objects[number - self.first] = said

    def update(self, laid_out: bytes, trailer: Object, before: int) -> bytes:
        """Return a file whose references stand at byte `before` with the objects behind it.

        The objects stand in a stream (7.5.7), the references to them in another (7.5.8).
        """
        import pikepdf

        count, at = len(self.objects), len(laid_out)
        last = self.first + count
        lengths = (len(said) + 1 for said in self.objects)  # Latin-1: a byte a character
        numbered = zip(range(self.first, last), accumulate(lengths, initial=0), strict=False)
        index = b" ".join([b"%d %d" % each for each in numbered])
        said = "\n".join(self.objects).encode("latin-1")
        self.objects.clear()  # of a long paper, all this takes much memory
        head = f"/Type/ObjStm/N {count}/First {len(index) + 1}/Length {len(index) + 1 + len(said)}"
        stream = _stream(last, f"<<{head}>>".encode(), index, b"\n", said)
        del said
        held = sum(map(len, stream))
        places = b"".join(_REFERENCE.pack(2, last, number) for number in range(count))
        places += _REFERENCE.pack(1, at, 0) + _REFERENCE.pack(1, at + held, 0)
        entries = {
            **dict(trailer.items()),
            "/Type": pikepdf.Name.XRef,
            "/Size": last + 2,
            "/Prev": before,
            "/W": pikepdf.Array([1, 8, 4]),
            "/Index": pikepdf.Array([self.first, last + 2 - self.first]),
            "/Length": len(places),
        }
        ending = _stream(last + 1, pikepdf.Dictionary(entries).unparse(), places)
        return b"".join((laid_out, *stream, *ending, b"startxref\n%d\n%%%%EOF\n" % (at + held)))


def _of_cell(element: Element) -> str:
    """Return the attributes of a cell (14.8.5.7): what it heads, its size, what heads it."""
    import pikepdf

    said = [f"/Scope/{element.scope}" if element.scope else ""]
    said += [f"/ColSpan {element.columns}" if element.columns > 1 else ""]
    said += [f"/RowSpan {element.rows}" if element.rows > 1 else ""]
    if element.heads:
        names = "".join(_written(pikepdf.String(head)) for head in element.heads)
        said.append(f"/Headers[{names}]")
    return f"<</O/Table{''.join(said)}>>"


def _stream(number: int, head: bytes, *held: bytes) -> tuple[bytes, ...]:
    return (b"%d 0 obj\n%b\nstream\n" % (number, head), *held, b"\nendstream\nendobj\n")


def _written(held: Object) -> str:
    return held.unparse().decode("latin-1")


def _reference(held: Object) -> str:
    number, generation = held.objgen
    return f"{number} {generation} R"
