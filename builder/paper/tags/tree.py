"""Writes a structure tree into a laid-out PDF: takes the recorded marks, changes the open file."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Final

from builder.model.text import plain
from builder.paper.tags.marks import Marks
from builder.paper.tags.structure import ROLE_MAP, Element, LinkBox, Mark

if TYPE_CHECKING:
    from pikepdf import Object, Pdf

UNSAID: Final = "–"
"""What a link says that stands on no words."""


def write_tree(pdf: Pdf, marks: Marks, files: Mapping[str, Object]) -> None:
    """Write structure tree, parent tree and identifiers (ISO 32000-1, 14.7), and tab order.

    `files` are the file specifications that go with items, by the items' anchors.
    """
    import pikepdf

    writer = _Writer(pdf, files)
    root = pdf.make_indirect(pikepdf.Dictionary(Type=pikepdf.Name.StructTreeRoot))
    root.K = writer.write(marks.root, root)
    numbers: list[object] = []
    for index, page in enumerate(writer.pages):
        page.Tabs = pikepdf.Name.S
        page.StructParents = index
        owners = [writer.written[element] for element in marks.owners.get(index, ())]
        numbers += [index, pdf.make_indirect(pikepdf.Array(owners))]
    for key, (box, element) in enumerate(marks.links, start=len(writer.pages)):
        annotation = writer.boxes[box]
        annotation.StructParent = key
        annotation.Contents = pikepdf.String(element.says or UNSAID)
        numbers += [key, writer.written[element]]
    root.ParentTree = pdf.make_indirect(pikepdf.Dictionary(Nums=pikepdf.Array(numbers)))
    root.ParentTreeNextKey = len(writer.pages) + len(marks.links)
    roles = {f"/{role}": pikepdf.Name(f"/{standard}") for role, standard in ROLE_MAP.items()}
    root.RoleMap = pikepdf.Dictionary(roles)
    if writer.named:
        names = [
            part for id in sorted(writer.named) for part in (pikepdf.String(id), writer.named[id])
        ]
        root.IDTree = pdf.make_indirect(pikepdf.Dictionary(Names=pikepdf.Array(names)))
    pdf.Root.StructTreeRoot = root
    pdf.Root.MarkInfo = pikepdf.Dictionary(Marked=True)


class _Writer:
    """Writes elements as objects: `written` by element, `boxes` the links' annotations."""

    def __init__(self, pdf: Pdf, files: Mapping[str, Object]) -> None:
        self.pdf, self.files = pdf, files
        self.pages = [page.obj for page in pdf.pages]
        self.written: dict[Element, Object] = {}
        self.boxes: dict[LinkBox, Object] = {}
        self.named: dict[bytes, Object] = {}
        self._annotations: dict[int, list[Object]] = {}

    def write(self, element: Element, parent: Object) -> Object:
        """Return an element's object (14.7.2, table 323), all below it written too."""
        import pikepdf

        made = self.pdf.make_indirect(pikepdf.Dictionary(self._entries(element, parent)))
        self.written[element] = made
        if element.id:
            self.named[bytes(made.ID)] = made
        home = next((kid.page for kid in element.kids if not isinstance(kid, Element)), None)
        if home is not None:
            made.Pg = self.pages[home]
        kids = [
            self.write(kid, made) if isinstance(kid, Element) else self._content(kid, home)
            for kid in element.kept()
        ]
        if kids:
            made.K = kids[0] if len(kids) == 1 else pikepdf.Array(kids)
        return made

    def _entries(self, element: Element, parent: Object) -> dict[str, object]:
        import pikepdf

        entries: dict[str, object] = {"/S": pikepdf.Name(f"/{element.role}"), "/P": parent}
        if element.alt:
            entries["/Alt"] = pikepdf.String(plain(element.alt))
        if element.language:
            entries["/Lang"] = pikepdf.String(element.language)
        if element.id:
            entries["/ID"] = pikepdf.String(element.id)
        attributes = _attributes(element)
        if attributes is not None:
            entries["/A"] = attributes
        if element.about in self.files:
            entries["/AF"] = pikepdf.Array([self.files[element.about]])
        return entries

    def _content(self, kid: Mark | LinkBox, home: int | None) -> object:
        """Return how an element names its content (14.7.4): a number on its page, or more."""
        import pikepdf

        if isinstance(kid, Mark):
            if kid.page == home:
                return kid.number
            return pikepdf.Dictionary(
                Type=pikepdf.Name.MCR, Pg=self.pages[kid.page], MCID=kid.number
            )
        annotation = self._annotation(kid)
        return pikepdf.Dictionary(Type=pikepdf.Name.OBJR, Pg=self.pages[kid.page], Obj=annotation)

    def _annotation(self, box: LinkBox) -> Object:
        known = self._annotations.get(box.page)
        if known is None:
            known = self._annotations[box.page] = list(self.pages[box.page].Annots)
        self.boxes[box] = known[box.index]
        return known[box.index]


def _attributes(element: Element) -> Object | None:
    """Return an element's attributes (14.8.5): bounds, scope of a header, kind of label."""
    import pikepdf

    if element.box is not None:
        bounds = pikepdf.Array([round(edge, 2) for edge in element.box])
        return pikepdf.Dictionary(O=pikepdf.Name.Layout, BBox=bounds, Placement=pikepdf.Name.Block)
    if element.scope:
        return pikepdf.Dictionary(O=pikepdf.Name.Table, Scope=pikepdf.Name(f"/{element.scope}"))
    if element.numbering:
        kind = pikepdf.Name(f"/{element.numbering}")
        return pikepdf.Dictionary(O=pikepdf.Name.List, ListNumbering=kind)
    return None
