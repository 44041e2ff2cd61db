"""A user's template read: bytes in, its layouts, colours and faces out.

What a placeholder does not say itself comes from the master's placeholder of its kind, then
from the master's text styles, then from the presentation's (ECMA-376-1, 19.3.1.36 and 19.7.15).
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from lxml import etree

from builder.frozen import dataclass
from builder.outputs.pptx.plan.forms import covers
from builder.outputs.pptx.plan.mapped import TemplatePlaceholder
from builder.outputs.pptx.plan.measure import Voice
from builder.outputs.pptx.plan.model import Align, Anchor
from builder.outputs.pptx.template.drawing import Painter, colour_of
from builder.outputs.pptx.template.kinds import A, P
from builder.outputs.pptx.template.legible import ground, ink, legibility, scheme
from builder.outputs.pptx.template.model import (
    BLACK_ON_WHITE,
    FURNITURE,
    TITLES,
    NotATemplateError,
    Template,
    TemplateLayout,
    widening,
)
from builder.outputs.pptx.template.package import PRESENTATION_PART, Package
from builder.outputs.pptx.template.properties import (
    INSETS,
    box_of,
    faces_of,
    first_said,
    inset_of,
    is_bulleted,
    is_content,
    pitch_of,
    points,
    words_of,
)
from builder.units import Box, Size

_FALLBACK_SIZE = 18.0
_ALIGNS: Mapping[str, Align] = {"ctr": "ctr", "r": "r"}
_ANCHORS: Mapping[str, Anchor] = {"ctr": "ctr", "b": "b"}
_STYLES = {"title": "titleStyle", "body": "bodyStyle"}


def read(data: bytes) -> Template:
    """Read a template.

    Raises:
        NotATemplateError: it is no presentation, or one without layouts.
    """
    package = Package.of(data)
    root = package.xml(PRESENTATION_PART)
    stated = root.find(f"{P}sldSz")
    masters = package.listed(PRESENTATION_PART, "slideMaster", "sldMasterId")
    if stated is None:
        raise NotATemplateError(f"its part {PRESENTATION_PART} states no slide size")
    if not masters:
        raise NotATemplateError(f"its part {PRESENTATION_PART} names no master")
    size = Size(points(stated.get("cx")), points(stated.get("cy")))
    readers = [_MasterReader.of(package, master, root, size) for master in masters]
    found = [layout for reader in readers for layout in reader.layouts()]
    if not found:
        raise NotATemplateError("it has no layouts")
    return Template(
        size=size,
        layouts=tuple(_labelled(found)),
        colours=readers[0].colours,
        face=readers[0].faces["+mn-lt"],
        opening=next(iter(package.samples), ""),
        later=tuple(dict.fromkeys(package.samples[1:])),
        data=package.packed(),
        left=package.left,
    )


def _labelled(layouts: Sequence[TemplateLayout]) -> Iterator[TemplateLayout]:
    seen: Counter[str] = Counter()
    for layout in layouts:
        seen[layout.name] += 1
        number = seen[layout.name]
        yield replace(layout, label=layout.name if number == 1 else f"{layout.name} #{number}")


@dataclass(frozen=True)
class _MasterReader:
    """Reads the layouts of one master."""

    package: Package
    part: str
    root: etree._Element
    presentation: etree._Element
    colours: dict[str, str]
    faces: dict[str, str]
    theme: etree._Element
    size: Size

    @classmethod
    def of(
        cls, package: Package, part: str, presentation: etree._Element, size: Size
    ) -> _MasterReader:
        root = package.xml(part)
        named = package.one(part, "theme")
        theme = package.xml(named)
        colours = scheme(root, theme, (part, named))
        faces = faces_of(theme)
        return cls(package, part, root, presentation, colours, faces, theme, size)

    def layouts(self) -> Iterator[TemplateLayout]:
        above = self._above("obj")
        painter = Painter(self.package, self.part, self.root, self.colours)
        below = painter.art(self.theme, self.size)
        for part in self.package.listed(self.part, "slideLayout", "sldLayoutId"):
            root = self.package.xml(part)
            places, drawn = tuple(self._places(root)), list(self._drawn(root))
            own = next((each.get("name", "") for each in root.iter(f"{P}cSld")), "")
            yield TemplateLayout(
                part=part,
                name=own or part.rpartition("/")[2],
                label="",
                type=root.get("type", "cust"),
                master=self.part,
                places=places,
                texts=tuple(filter(str.strip, map(words_of, drawn))),
                marks=tuple(box for box in map(box_of, drawn) if box is not None),
                ink=self._ink(root, "body"),
                ground=ground(root) or ground(self.root),
                body=None if above is None else box_of(above),
                contrast=self._contrast(root, places, drawn),
                art=replace(painter, part=part, root=root).art(self.theme, self.size, below),
                inks=(self._seen(self._ink(root, "title")), self._seen(self._ink(root, "body"))),
            )

    def _shown(self, runs: Sequence[etree._Element]) -> str:
        """Return the colour of text as it is seen, from the nearest properties that say one."""
        fills = (run.find(f"{A}solidFill") for run in runs)
        found = next((fill for fill in fills if fill is not None), None)
        said = "" if found is None else colour_of(found, self.colours)
        return said or self.colours["tx1"]

    def _seen(self, found: str) -> str:
        """Return the colour of text, be it a slot of the scheme, as it is seen: `#RRGGBB`."""
        return found if found.startswith("#") else self.colours.get(found, self.colours["tx1"])

    def _drawn(self, layout: etree._Element) -> Iterator[etree._Element]:
        """Yield the shapes that are no placeholders: every slide shows them."""
        trees = [layout]
        if layout.get("showMasterSp", "1") not in ("0", "false"):
            trees.append(self.root)
        for tree in trees:
            for kind in ("sp", "pic", "grpSp", "graphicFrame"):
                for shape in tree.findall(f"{P}cSld/{P}spTree/{P}{kind}"):
                    if next(shape.iter(f"{P}ph"), None) is None:
                        yield shape

    def _places(self, layout: etree._Element) -> Iterator[TemplatePlaceholder]:
        for shape in layout.iter(f"{P}sp"):
            ph = next(shape.iter(f"{P}ph"), None)
            if ph is None:
                continue
            kind = ph.get("type", "obj")
            above = self._above(kind)
            outer = box_of(shape) or (box_of(above) if above is not None else None)
            if outer is None or (ph.get("orient") == "vert" and kind not in FURNITURE):
                continue
            yield self._place(shape, ph, above, outer)

    def _place(
        self, shape: etree._Element, ph: etree._Element, above: etree._Element | None, outer: Box
    ) -> TemplatePlaceholder:
        kind = ph.get("type", "obj")
        levels = self._levels(shape, above, kind)
        runs = [run for level in levels for run in level.findall(f"{A}defRPr")]
        size = int(first_said(runs, "sz") or _FALLBACK_SIZE * 100) / 100
        faces = [latin.get("typeface", "") for run in runs for latin in run.findall(f"{A}latin")]
        face = next(iter(faces), "+mn-lt")
        voice = Voice(
            widening=widening(self.faces.get(face, face)),
            spacing=max(0.0, int(first_said(runs, "spc") or 0) / 100 / size),
            pitch=pitch_of(levels),
            capitals=first_said(runs, "cap") in ("all", "small"),
            bold=first_said(runs, "b") in ("1", "true"),
        )
        found = (one.find(f"{P}txBody/{A}bodyPr") for one in (shape, above) if one is not None)
        bodies = [body for body in found if body is not None]
        insets = [inset_of(bodies, key) for key in INSETS]
        named = shape.find(f"{P}nvSpPr/{P}cNvPr")
        return TemplatePlaceholder(
            kind=kind,
            index=int(ph.get("idx", "0")) if kind not in TITLES else 0,
            name="" if named is None else named.get("name", ""),
            outer=outer,
            insets=(insets[0], insets[1], insets[2], insets[3]),
            size=size,
            voice=voice,
            align=_ALIGNS.get(first_said(levels, "algn"), "l"),
            anchor=_ANCHORS.get(first_said(bodies, "anchor"), "t"),
            bulleted=is_bulleted(levels),
            ink=self._shown(runs),
        )

    def _above(self, kind: str) -> etree._Element | None:
        """Return the master's placeholder that one of the layout's inherits from."""
        wanted = "title" if kind in TITLES else kind if kind in FURNITURE else "body"
        for shape in self.root.iter(f"{P}sp"):
            ph = next(shape.iter(f"{P}ph"), None)
            if ph is not None and ph.get("type", "obj") == wanted:
                return shape
        return None

    def _levels(
        self, shape: etree._Element, above: etree._Element | None, kind: str
    ) -> list[etree._Element]:
        """Return the first level's properties from the nearest to the most distant."""
        style = "title" if kind in TITLES else "other" if kind in FURNITURE else "body"
        lists = [shape.find(f"{P}txBody/{A}lstStyle")]
        if above is not None:
            lists.append(above.find(f"{P}txBody/{A}lstStyle"))
        lists.append(self.root.find(f"{P}txStyles/{P}{_STYLES.get(style, 'otherStyle')}"))
        lists.append(self.presentation.find(f"{P}defaultTextStyle"))
        levels = [each.find(f"{A}lvl1pPr") for each in lists if each is not None]
        return [level for level in levels if level is not None]

    def _ink(self, layout: etree._Element, kind: str) -> str:
        """Return the colour of the layout's text: that of its `title`, or of its `body`."""
        above = self._above(kind)
        shapes = [shape for shape in layout.iter(f"{P}sp") if is_content(shape, kind)]
        shape = shapes[0] if shapes else above
        return "" if shape is None else ink(self._levels(shape, above, kind))

    def _contrast(
        self,
        layout: etree._Element,
        places: Sequence[TemplatePlaceholder],
        drawn: Sequence[etree._Element],
    ) -> float:
        """Return the least contrast of its texts with the ground, those on drawn panels apart."""
        below = ground(layout) or ground(self.root)
        panels = list(filter(None, map(box_of, drawn)))
        plain = {
            "title" if place.kind in TITLES else "body"
            for place in places
            if place.kind not in FURNITURE and not any(covers(p, place.outer) for p in panels)
        }
        inks = [self._ink(layout, kind) for kind in sorted(plain)]
        return min((legibility(ink, below, self.colours) for ink in inks), default=BLACK_ON_WHITE)
