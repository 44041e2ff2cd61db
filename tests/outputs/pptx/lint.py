"""What schema validators do not see in a deck: its bytes in; findings, one sentence each, out."""

from __future__ import annotations

import io
import posixpath
import re
import zipfile
from collections import Counter
from collections.abc import Iterator

import openpyxl
from lxml import etree

from tests.outputs.pptx.opened import RELATIONSHIP, A, C, P, R

TYPES = "{http://schemas.openxmlformats.org/package/2006/content-types}"
P14 = "{http://schemas.microsoft.com/office/powerpoint/2010/main}"
KINDS = {
    "slide": "presentationml.slide+xml",
    "slideLayout": "presentationml.slideLayout+xml",
    "slideMaster": "presentationml.slideMaster+xml",
    "notesSlide": "presentationml.notesSlide+xml",
    "notesMaster": "presentationml.notesMaster+xml",
    "theme": "officedocument.theme+xml",
    "chart": "drawingml.chart+xml",
    "image": "image/",
    "package": "spreadsheetml.sheet",
    "officeDocument": "presentationml.presentation.main+xml",
}


def lint(data: bytes) -> list[str]:
    """Return all findings; none for a tidy deck."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        names = archive.namelist()
        parts = {name: archive.read(name) for name in names}
    repeated = [name for name, count in Counter(map(str.lower, names)).items() if count > 1]
    deck = _Deck(parts)
    return [
        *(f"the member {name} is there twice" for name in repeated),
        *deck.packaging(),
        *deck.presentation(),
        *deck.slides(),
        *deck.charts(),
    ]


class _Deck:
    def __init__(self, parts: dict[str, bytes]) -> None:
        self.parts = parts
        self.trees = {
            name: etree.fromstring(data)
            for name, data in parts.items()
            if name.endswith((".xml", ".rels"))
        }
        types = self.trees["[Content_Types].xml"]
        self.defaults = {
            each.get("Extension", "").lower(): each.get("ContentType", "")
            for each in types.iter(f"{TYPES}Default")
        }
        self.overrides = {
            each.get("PartName", "").lstrip("/"): each.get("ContentType", "")
            for each in types.iter(f"{TYPES}Override")
        }
        self.related: dict[str, dict[str, tuple[str, str]]] = {}

    def kind(self, name: str) -> str:
        ending = name.rsplit(".", 1)[-1].lower()
        return self.overrides.get(name) or self.defaults.get(ending, "")

    def packaging(self) -> Iterator[str]:
        """Content types, relationships, and parts that nothing leads to."""
        reached = {"[Content_Types].xml"}
        for name in self.overrides.keys() - self.parts.keys():
            yield f"a content type for the absent {name}"
        for name in self.parts:
            if not name.endswith(".rels"):
                if name != "[Content_Types].xml" and not self.kind(name):
                    yield f"no content type for {name}"
                continue
            reached.add(name)
            folder, base = posixpath.split(name)
            owner = posixpath.join(posixpath.dirname(folder), base.removesuffix(".rels"))
            owner = "" if base == ".rels" else owner
            yield from self._relationships(name, owner, reached)
        yield from (f"nothing leads to {name}" for name in self.parts.keys() - reached)
        for name, tree in self.trees.items():
            for element in tree.iter(etree.Element):
                for key, value in element.attrib.items():
                    dangling = value and value not in self.related.get(name, {})
                    if key.startswith(R) and dangling:
                        yield f"{name}: {etree.QName(element).localname} names the absent {value}"

    def _relationships(self, name: str, owner: str, reached: set[str]) -> Iterator[str]:
        known = self.related[owner] = {}
        for each in self.trees[name].iter(RELATIONSHIP):
            key, kind = each.get("Id", ""), each.get("Type", "").rsplit("/", 1)[-1]
            if key in known:
                yield f"{name}: {key} is there twice"
            target = each.get("Target", "")
            if each.get("TargetMode") == "External":
                known[key] = (kind, "")
                continue
            inside = posixpath.normpath(posixpath.join(posixpath.dirname(owner), target))
            target = target.lstrip("/") if target.startswith("/") else inside
            known[key] = (kind, target)
            reached.add(target)
            if target not in self.parts:
                yield f"{owner}: {key} leads to the absent {target}"
            elif KINDS.get(kind, "") not in self.kind(target):
                yield f"{target} is a {self.kind(target)} to {owner}"

    def presentation(self) -> Iterator[str]:
        """Ids, sections, and what would tell whose machine made the file."""
        root = self.trees["ppt/presentation.xml"]
        slides = [each.get("id") for each in root.iter(f"{P}sldId")]
        if len(set(slides)) < len(slides):
            yield "two slides share an id"
        if len(root.findall(f"{P}extLst")) > 1:
            yield "two lists of extensions"
        named = [each.get("id") for each in root.iter(f"{P14}sldId")]
        if sorted(map(str, named)) != sorted(map(str, slides)):
            yield "sections do not hold every slide once"
        made = [n for n in self.parts if re.fullmatch(r"ppt/slides/slide\d+\.xml", n)]
        if len(made) != len(slides):
            yield f"{len(made)} slides are stored, {len(slides)} listed"
        masters = [
            each.get("id")
            for tree in self.trees.values()
            for each in tree.iter(f"{P}sldMasterId", f"{P}sldLayoutId")
        ]
        if len(set(masters)) < len(masters):
            yield "masters and layouts share an id"
        for name in self.parts:
            if re.search(r"commentAuthors|authors\.xml|revisionInfo|changesInfo|thumbnail", name):
                yield f"{name} tells of whoever made the template"

    def slides(self) -> Iterator[str]:
        """Titles, alt texts, tables, languages, and shapes that share an id."""
        for name, tree in self.trees.items():
            if not re.fullmatch(r"ppt/slides/slide\d+\.xml", name):
                continue
            ids = Counter(each.get("id") for each in tree.iter(f"{P}cNvPr"))
            if max(ids.values()) > 1:
                yield f"{name}: two shapes share an id"
            if not any(each.get("type") in ("title", "ctrTitle") for each in tree.iter(f"{P}ph")):
                yield f"{name} has no title"
            for frame in tree.iter(f"{P}graphicFrame", f"{P}pic", f"{P}grpSp"):
                about = next(frame.iter(f"{P}cNvPr"))
                if not about.get("descr") and b"decorative" not in etree.tostring(about):
                    yield f"{name}: {about.get('name')} has no alt text"
            yield from self._tables(name, tree)
            for run in tree.iter(f"{A}r", f"{A}fld"):
                properties = run.find(f"{A}rPr")
                if properties is None or not properties.get("lang"):
                    yield f"{name}: text without a language"
            yield from self._places(name, tree)

    def _places(self, name: str, tree: etree._Element) -> Iterator[str]:
        """Every placeholder of a slide has one of its layout's to inherit from."""
        layout = next(to for kind, to in self.related[name].values() if kind == "slideLayout")
        known = {_key(each) for each in self.trees[layout].iter(f"{P}ph")}
        for each in tree.iter(f"{P}ph"):
            if _key(each) not in known:
                yield f"{name}: the placeholder {dict(each.attrib)} is not on {layout}"

    def _tables(self, name: str, tree: etree._Element) -> Iterator[str]:
        for table in tree.iter(f"{A}tbl"):
            columns = len(list(table.iter(f"{A}gridCol")))
            if any(len(row.findall(f"{A}tc")) != columns for row in table.iter(f"{A}tr")):
                yield f"{name}: a table's rows do not fit its grid"
            properties = table.find(f"{A}tblPr")
            if properties is None or properties.get("firstRow") != "1":
                yield f"{name}: a table without a header row"

    def charts(self) -> Iterator[str]:
        """Axes that exist, and workbooks that hold what is plotted."""
        for name, tree in self.trees.items():
            if not re.fullmatch(r"ppt/charts/chart\d+\.xml", name):
                continue
            axes = [tree.iter(f"{C}{kind}") for kind in ("catAx", "valAx", "dateAx")]
            known = {axis.find(f"{C}axId").get("val") for each in axes for axis in each}
            used = {each.get("val") for each in tree.iter(f"{C}axId", f"{C}crossAx")}
            if used - known:
                yield f"{name}: no axis {used - known}"
            external = tree.find(f"{C}externalData")
            key = "" if external is None else external.get(f"{R}id", "")
            workbook = self.related.get(name, {}).get(key, ("", ""))[1]
            if workbook not in self.parts:
                yield f"{name} has no workbook"
            else:
                yield from _cells(name, tree, self.parts[workbook])


def _key(place: etree._Element) -> tuple[str, str]:
    kind = place.get("type", "obj")
    return ("title", "0") if kind in ("title", "ctrTitle") else ("", place.get("idx", "0"))


def _cells(name: str, chart: etree._Element, workbook: bytes) -> Iterator[str]:
    sheet = openpyxl.load_workbook(io.BytesIO(workbook)).worksheets[0]
    for reference in chart.iter(f"{C}strRef", f"{C}numRef"):
        where = reference.findtext(f"{C}f", "").split("!")[1].replace("$", "")
        held = sheet[where]
        cells = [row[0] for row in held] if isinstance(held, tuple) else [held]
        cache = reference.find(f"{C}strCache")
        cache = reference.find(f"{C}numCache") if cache is None else cache
        points = {int(p.get("idx")): p.findtext(f"{C}v") for p in cache.iter(f"{C}pt")}
        if int(cache.find(f"{C}ptCount").get("val")) != len(cells):
            yield f"{name}: {where} and its cache differ in length"
        for at, cell in enumerate(cells):
            if cell.data_type == "f" or cell.hyperlink:
                yield f"{name}: {cell.coordinate} is alive"
            plotted = points.get(at)
            same = (
                plotted == cell.value
                if not isinstance(cell.value, int | float)
                else plotted is not None and float(plotted) == float(cell.value)
            )
            if not same:
                yield f"{name}: {cell.coordinate} holds {cell.value!r}, the chart {plotted!r}"
