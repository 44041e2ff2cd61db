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
from builder.outputs.pptx.plan.boxes import covers
from builder.outputs.pptx.plan.deck import TemplatePlaceholder
from builder.outputs.pptx.plan.measure import Voice
from builder.outputs.pptx.plan.model import Align, Anchor
from builder.outputs.pptx.template.colours import ground, ink, legibility, scheme
from builder.outputs.pptx.template.drawing import Painter
from builder.outputs.pptx.template.kinds import A, P
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
from builder.units import EMU_PER_POINT, Box, Size

_INSETS = {"lIns": 7.2, "tIns": 3.6, "rIns": 7.2, "bIns": 3.6}
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
    size = Size(_points(stated.get("cx")), _points(stated.get("cy")))
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


def _points(emu: str | None) -> float:
    return int(emu or 0) / EMU_PER_POINT


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
        faces = _faces(theme)
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
                texts=tuple(filter(str.strip, map(_words, drawn))),
                marks=tuple(box for box in map(_box, drawn) if box is not None),
                ink=self._ink(root, "body"),
                ground=ground(root) or ground(self.root),
                body=None if above is None else _box(above),
                contrast=self._contrast(root, places, drawn),
                art=replace(painter, part=part, root=root).art(self.theme, self.size, below),
                inks=(self._seen(root, "title"), self._seen(root, "body")),
            )

    def _seen(self, layout: etree._Element, kind: str) -> str:
        """Return the colour of a layout's text as it is seen, `#RRGGBB`."""
        found = self._ink(layout, kind)
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
            outer = _box(shape) or (_box(above) if above is not None else None)
            if outer is None or (ph.get("orient") == "vert" and kind not in FURNITURE):
                continue
            yield self._place(shape, ph, above, outer)

    def _place(
        self, shape: etree._Element, ph: etree._Element, above: etree._Element | None, outer: Box
    ) -> TemplatePlaceholder:
        kind = ph.get("type", "obj")
        levels = self._levels(shape, above, kind)
        runs = [run for level in levels for run in level.findall(f"{A}defRPr")]
        size = int(_first(runs, "sz") or _FALLBACK_SIZE * 100) / 100
        faces = [latin.get("typeface", "") for run in runs for latin in run.findall(f"{A}latin")]
        face = next(iter(faces), "+mn-lt")
        voice = Voice(
            widening=widening(self.faces.get(face, face)),
            spacing=max(0.0, int(_first(runs, "spc") or 0) / 100 / size),
            pitch=_pitch(levels),
            capitals=_first(runs, "cap") in ("all", "small"),
            bold=_first(runs, "b") in ("1", "true"),
        )
        found = (one.find(f"{P}txBody/{A}bodyPr") for one in (shape, above) if one is not None)
        bodies = [body for body in found if body is not None]
        insets = [_inset(bodies, key) for key in _INSETS]
        named = shape.find(f"{P}nvSpPr/{P}cNvPr")
        return TemplatePlaceholder(
            kind=kind,
            index=int(ph.get("idx", "0")) if kind not in TITLES else 0,
            name="" if named is None else named.get("name", ""),
            outer=outer,
            insets=(insets[0], insets[1], insets[2], insets[3]),
            size=size,
            voice=voice,
            align=_ALIGNS.get(_first(levels, "algn"), "l"),
            anchor=_ANCHORS.get(_first(bodies, "anchor"), "t"),
            bulleted=_bulleted(levels),
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
        shapes = [shape for shape in layout.iter(f"{P}sp") if _is_content(shape, kind)]
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
        panels = list(filter(None, map(_box, drawn)))
        plain = {
            "title" if place.kind in TITLES else "body"
            for place in places
            if place.kind not in FURNITURE and not any(covers(p, place.outer) for p in panels)
        }
        inks = [self._ink(layout, kind) for kind in sorted(plain)]
        return min((legibility(ink, below, self.colours) for ink in inks), default=BLACK_ON_WHITE)


def _words(shape: etree._Element) -> str:
    return "".join(text.text or "" for text in shape.iter(f"{A}t"))


def _is_content(shape: etree._Element, kind: str) -> bool:
    ph = next(shape.iter(f"{P}ph"), None)
    found = None if ph is None else ph.get("type", "obj")
    if kind == "title":
        return found in TITLES
    return found is not None and found not in (*TITLES, *FURNITURE)


def _first(elements: Sequence[etree._Element], key: str) -> str:
    return next((each.get(key, "") for each in elements if each.get(key)), "")


def _pitch(levels: Sequence[etree._Element]) -> float:
    """Return the line spacing in lines, never under one; exact spacings are written over."""
    for level in levels:
        share = level.find(f"{A}lnSpc/{A}spcPct")
        if share is not None:
            value = share.get("val", "100000")
            percent = float(value[:-1]) * 1000 if value.endswith("%") else float(value)
            return max(1.0, percent / 100_000)
    return 1.0


def _bulleted(levels: Sequence[etree._Element]) -> bool:
    for level in levels:
        for child in level:
            if child.tag == f"{A}buNone":
                return False
            if child.tag in (f"{A}buChar", f"{A}buAutoNum", f"{A}buBlip"):
                return True
    return False


def _inset(bodies: Sequence[etree._Element], key: str) -> float:
    value = _first(bodies, key)
    return _points(value) if value else _INSETS[key]


def _box(shape: etree._Element) -> Box | None:
    frames = (shape.find(f"{P}{holder}/{A}xfrm") for holder in ("spPr", "grpSpPr"))
    frame = next((each for each in frames if each is not None), None)
    offset = None if frame is None else frame.find(f"{A}off")
    extent = None if frame is None else frame.find(f"{A}ext")
    if offset is None or extent is None:
        return None
    corner = (_points(offset.get("x")), _points(offset.get("y")))
    return Box(*corner, _points(extent.get("cx")), _points(extent.get("cy")))


def _faces(theme: etree._Element) -> dict[str, str]:
    found = {}
    for key, name in (("+mj-lt", "majorFont"), ("+mn-lt", "minorFont")):
        latin = theme.find(f"{A}themeElements/{A}fontScheme/{A}{name}/{A}latin")
        found[key] = "" if latin is None else latin.get("typeface", "")
    return found
