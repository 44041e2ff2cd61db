"""A part of a template cleaned in place: what acts, and what leads to parts that are not taken.

Every reference of a part is an attribute in the namespace of relationships (ISO/IEC 29500-1, 22.8),
so that whatever holds one that leads nowhere goes, known to this module or not. What LibreOffice
leaves out of the templates that it saves is repaired.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping
from copy import deepcopy
from typing import Final

from lxml import etree

from builder.outputs.pptx.template import kinds
from builder.outputs.pptx.template.kinds import MC, A, P, R
from builder.outputs.pptx.template.model import LeftOut

_TABLE: Final = "http://schemas.openxmlformats.org/drawingml/2006/table"
_OLE: Final = "http://schemas.openxmlformats.org/presentationml/2006/ole"
_LINKS: Final = (f"{A}hlinkClick", f"{A}hlinkHover", f"{A}hlinkMouseOver")
_TURNING: Final = re.compile(
    r"ppaction://hlinkshowjump\?jump=(nextslide|previousslide|firstslide|lastslide|endshow)"
)
"""Buttons that turn the slides: all that a shape of a layout may do."""
_JUMP: Final = "ppaction://hlinksldjump"
_SOUNDS: Final = ("audioCd", "wavAudioFile", "audioFile", "videoFile", "quickTimeFile", "snd")
_DROPPED: Final[Mapping[str, tuple[str, bool]]] = {
    f"{P}timing": (kinds.ANIMATIONS, True),
    f"{P}transition": ("transitions", False),
    f"{P}controls": (kinds.CONTROLS, True),
    f"{P}oleObj": (kinds.OBJECTS, True),
    f"{P}contentPart": ("ink", True),
    f"{P}custDataLst": ("tags", False),
    f"{P}modifyVerifier": (kinds.PASSWORD, True),
    f"{P}embeddedFontLst": (kinds.FONTS, True),
    **{f"{A}{name}": (kinds.OUTPUTS, True) for name in _SOUNDS},
}
# Of the presentation's own settings: sizes, type and masters.
_KEPT: Final = (
    "sldMasterIdLst",
    "notesMasterIdLst",
    "handoutMasterIdLst",
    "sldSz",
    "notesSz",
    "kinsoku",
    "defaultTextStyle",
    "extLst",
)
_KEPT_CHILDREN: Final = frozenset(f"{P}{name}" for name in _KEPT)
_KEPT_SETTINGS: Final = frozenset(
    ("saveSubsetFonts", "autoCompressPictures", "rtl", "strictFirstAndLastChars")
)
_GUIDES: Final = "{EFAFB233-063F-42B5-8137-9DF3F51BA10A}"
"""PowerPoint's uri for its list of guides ([MS-PPTX] 2.6)."""
_SPILT: Final = 1.02  # of a slide's side, how far a place may reach
_ASIDE: Final = 1.5  # of it, from where a place is no part of the slide
_TITLES = ("title", "ctrTitle")
_RUN_ONLY = ("lang", "dirty", "err", "altLang", "smtClean")


def clean(
    root: etree._Element, part: str, kept: Collection[str], named: Collection[str]
) -> list[LeftOut]:
    """Remove from a part's tree what no deck takes; `kept` are ids of relationships taken.

    Where it holds one of `named`, ids of those not taken, that is named elsewhere, and not here.
    """
    left = [LeftOut(what, part) for what in _remove_frames(root, named)]
    left += [LeftOut(what, part, warned) for what, warned in _remove_acting(root, named)]
    for element in list(root.iter()):
        for key in [key for key in element.attrib if str(key).startswith(R)]:
            turning = element.tag in _LINKS and not element.get(key)
            if element.get(key) not in kept and not turning:
                _remove_reference(element, str(key))
    for choice in list(root.iter(f"{MC}AlternateContent")):
        if not any(len(branch) for branch in choice):
            _remove(choice)
    for listed in list(root.iter(f"{P}extLst", f"{A}extLst", f"{P}controls")):
        if not len(listed):
            _remove(listed)
    return left


def clean_settings(root: etree._Element) -> None:
    """Leave of the presentation's part what masters and layouts need, and guides."""
    for child in list(root):
        if child.tag not in _KEPT_CHILDREN:
            root.remove(child)
    for extension in list(root.iterfind(f"{P}extLst/{P}ext")):
        if extension.get("uri") != _GUIDES:
            _remove(extension)
    for key in list(root.attrib):
        if key not in _KEPT_SETTINGS:
            del root.attrib[key]


def named_ids(root: etree._Element) -> set[str]:
    """Return the ids of relationships that a part's tree names."""
    return {
        str(value)
        for element in root.iter()
        for key, value in element.attrib.items()
        if str(key).startswith(R)
    }


def _remove_acting(root: etree._Element, named: Collection[str]) -> Iterator[tuple[str, bool]]:
    """Remove what acts by itself or when it is clicked, and yield what it was."""
    for element in list(root.iter(*_DROPPED)):
        if not named_ids(element).intersection(named):
            yield _DROPPED[str(element.tag)]
        _remove(element)
    for link in list(root.iter(*_LINKS)):
        action = link.get("action", "").strip().casefold()
        if not link.get(f"{R}id") and _TURNING.fullmatch(action):
            continue
        if action and not action.startswith(_JUMP) and not _TURNING.fullmatch(action):
            yield kinds.ACTIONS, True
        _remove(link)


def _remove_frames(root: etree._Element, named: Collection[str]) -> Iterator[str]:
    """Remove graphics that are no tables: what they show lies in parts that are not taken."""
    for frame in list(root.iter(f"{P}graphicFrame")):
        data = next(frame.iter(f"{A}graphicData"), None)
        uri = "" if data is None else data.get("uri", "")
        if uri == _TABLE:
            continue
        if not named_ids(frame).intersection(named):
            yield kinds.OBJECTS if uri == _OLE else kinds.CHARTS
        _remove(frame)


def _remove_reference(element: etree._Element, key: str) -> None:
    """Remove what a reference that leads nowhere stands in: a whole picture, a fill, a bullet."""
    if element.tag == f"{A}blip":
        del element.attrib[key]
        if element.get(f"{R}embed") is None and element.get(f"{R}link") is None:
            _remove_picture(element)
        return
    extension = next(element.iterancestors(f"{A}ext", f"{P}ext"), None)
    _remove(element if extension is None else extension)


def _remove_picture(blip: etree._Element) -> None:
    for above in blip.iterancestors(f"{P}pic", f"{A}buBlip", f"{A}blipFill"):
        if above.tag == f"{A}blipFill" and above.getparent() is not None:
            above.getparent().replace(above, etree.Element(f"{A}noFill"))  # type: ignore[union-attr]
        else:
            _remove(above)
        return
    _remove(blip)


def _remove(element: etree._Element) -> None:
    parent = element.getparent()
    if parent is not None:
        parent.remove(element)


def repair_indices(layout: etree._Element) -> None:
    """Give each placeholder of a layout an index of its own, so that slides can refer to it.

    LibreOffice saves layouts whose content placeholders all have the default index 0.
    """
    seen: set[int] = set()
    for ph in layout.iter(f"{P}ph"):
        if ph.get("type") in _TITLES:
            continue
        index = int(ph.get("idx", "0"))
        if index == 0 or index in seen:
            index = next(free for free in range(20, 22 + len(seen)) if free not in seen)
            ph.set("idx", str(index))
        seen.add(index)


def beyond(master: etree._Element, slide: tuple[int, int]) -> tuple[float, float]:
    """Return by what factors a master's places miss the width and the height of its slides, where
    they reach beyond an edge, else 1: who makes slides upright may leave their places as they were.

    Margins are thought as wide at the far edge as at the near one.
    """
    found, spilt = [1.0, 1.0], False
    frames = [
        frame
        for shape in master.iterfind(f"{P}cSld/{P}spTree/{P}sp")
        if shape.find(f"{P}nvSpPr/{P}nvPr/{P}ph") is not None
        and (frame := shape.find(f"{P}spPr/{A}xfrm")) is not None
    ]
    for axis, (corner, side) in enumerate((("x", "cx"), ("y", "cy"))):
        ends = []
        for frame in frames:
            offset, extent = frame.find(f"{A}off"), frame.find(f"{A}ext")
            if offset is not None and extent is not None:
                begin, length = int(offset.get(corner, "0")), int(extent.get(side, "0"))
                ends += [(begin, begin + length)] if 0 <= begin < _ASIDE * slide[axis] else []
        if ends:
            far = max(end for _, end in ends)
            found[axis] = slide[axis] / max(1, far + min(begin for begin, _ in ends))
        # A foot may be put aside below the slide on purpose, a headline or a text begins on it.
        on = (end for begin, end in ends if begin < slide[axis])
        spilt = spilt or max(on, default=0) > _SPILT * slide[axis]
    return (found[0], found[1]) if spilt else (1.0, 1.0)


def fit(root: etree._Element, factors: tuple[float, float]) -> None:
    """Make all that stands on a master or layout as much narrower or wider, lower or higher."""
    for frame in root.iterfind(f"{P}cSld/{P}spTree/*/*/{A}xfrm"):
        for place in (frame.find(f"{A}off"), frame.find(f"{A}ext")):
            if place is not None:
                for key, factor in (
                    ("x", factors[0]), ("cx", factors[0]), ("y", factors[1]), ("cy", factors[1]),
                ):  # fmt: skip
                    if place.get(key):
                        place.set(key, str(round(int(place.get(key, "0")) * factor)))


def repair_master(master: etree._Element) -> None:
    """Make a placeholder's list styles from its sample text, where the master has no text styles.

    LibreOffice saves a master's type in that text's own runs, from which slides inherit nothing.
    """
    if any(len(style) for style in master.findall(f"{P}txStyles/*")):
        return
    for shape in master.iter(f"{P}sp"):
        body = shape.find(f"{P}txBody")
        if next(shape.iter(f"{P}ph"), None) is None or body is None:
            continue
        styles = body.find(f"{A}lstStyle")
        if styles is None:
            styles = etree.Element(f"{A}lstStyle")
            body.insert(1, styles)
        if not len(styles):
            styles.extend(_levels(body))


def _levels(body: etree._Element) -> list[etree._Element]:
    """Return the level properties that the sample paragraphs show, one for each level."""
    found: dict[int, etree._Element] = {}
    for paragraph in body.findall(f"{A}p"):
        properties = paragraph.find(f"{A}pPr")
        number = int(properties.get("lvl", "0")) if properties is not None else 0
        run = paragraph.find(f"*/{A}rPr")
        if number in found or run is None:
            continue
        level = etree.Element(f"{A}lvl{number + 1}pPr")
        if properties is not None:
            level.attrib.update({k: v for k, v in properties.attrib.items() if k != "lvl"})
            level.extend(deepcopy(child) for child in properties)
        defaults = etree.SubElement(level, f"{A}defRPr")
        defaults.attrib.update({k: v for k, v in run.attrib.items() if k not in _RUN_ONLY})
        defaults.extend(deepcopy(child) for child in run if "hlink" not in str(child.tag))
        found[number] = level
    return [found[number] for number in sorted(found)]
