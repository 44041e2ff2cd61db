"""What shapes of a slide are filled with: their properties in, a colour or in a word why none, out.

A colour of the deck's scheme is told as what it comes to (ECMA-376-1, 20.1.2.3 and 20.1.6.2), by
the names that the slide, its layout or its master gives to the scheme's slots (19.3.1.6).
"""

from __future__ import annotations

import colorsys
import re
from collections.abc import Callable, Mapping
from typing import Final, TypeAlias

from lxml import etree

from builder.model.saying import NOTHING
from builder.verify.drawingml import A, P, child_of, kind_of
from builder.verify.package import Package

OTHERWISE: Final = "something else"
"""A picture, a run of colours, or a colour that is stated in a way of which no deck of ours is."""

PATTERN: Final = "~"
"""After a colour: a pattern lies on it."""

APART: Final = 6
"""Of 255: how far red, green or blue may be from what was made. Programs round changes of a colour
to whole per cents of its lightness."""

Palette: TypeAlias = Mapping[str, str]
"""The colours of a slide's scheme, `RRGGBB`, by the names that its shapes use."""

_FILLS: Final = frozenset({"noFill", "solidFill", "gradFill", "blipFill", "pattFill", "grpFill"})
_DIGITS: Final = re.compile("[0-9A-Fa-f]{6}")
_WHOLE: Final = 100_000
_LINES: Final = frozenset({"line", "straightConnector1"})
_MOST: Final = 1_000
_OPAQUE: Final = 0.98
_CHANGES: Final = frozenset({"alpha", "lumMod", "lumOff", "satMod"})
_GROUND: Final = f"{A}bgClr"
_SHAPE, _FORM = f"{P}spPr", f"{A}prstGeom"
_NO_STYLE: Final = frozenset({"", "0", "1000"})
"""Indices of a style's fills that are none (20.1.4.2.10)."""


def is_line(shape: etree._Element) -> bool:
    """Say whether a shape is a straight line, and has no inside."""
    properties = child_of(shape, _SHAPE)
    preset = None if properties is None else child_of(properties, _FORM)
    return kind_of(shape) == "cxnSp" or (preset is not None and preset.get("prst") in _LINES)


def filling_of(shape: etree._Element, palette: Callable[[], Palette]) -> str:
    """Return what a shape is filled with: `RRGGBB`, with `~` where a pattern lies on it; of a line
    the colour that it is drawn in.
    """
    properties = child_of(shape, _SHAPE)
    if is_line(shape):
        return _stated(None if properties is None else properties.find(f"{A}ln"), palette)
    stated = _stated(properties, palette)
    if stated:
        return stated
    style = shape.find(f"{P}style/{A}fillRef")
    return NOTHING if style is None or style.get("idx", "") in _NO_STYLE else OTHERWISE


def cell_filling(cell: etree._Element, palette: Callable[[], Palette]) -> str:
    """Return what a cell of a table is filled with; nothing where its table's style says it."""
    return _stated(cell.find(f"{A}tcPr"), palette)


def _stated(properties: etree._Element | None, palette: Callable[[], Palette]) -> str:
    for child in () if properties is None else properties:
        kind = kind_of(child)
        if kind not in _FILLS:
            continue
        if kind == "noFill":
            return NOTHING
        ground = child.find(_GROUND) if kind == "pattFill" else child
        if ground is None or kind not in ("solidFill", "pattFill"):
            return OTHERWISE
        colour = _colour(ground, palette)
        return colour + PATTERN if kind == "pattFill" and len(colour) == 6 else colour
    return ""


def alike(made: str, now: str) -> bool:
    """Say whether two fillings look the same."""
    if made == now:
        return True
    made, marked = _parted(made)
    now, other = _parted(now)
    if marked != other or not (_DIGITS.fullmatch(made) and _DIGITS.fullmatch(now)):
        return False
    pairs = zip(bytes.fromhex(made), bytes.fromhex(now), strict=True)
    return all(abs(one - two) <= APART for one, two in pairs)


def called(filling: str) -> str:
    """Return what a filling is called in a finding."""
    colour, marked = _parted(filling)
    if not _DIGITS.fullmatch(colour):
        return colour
    return f"a pattern on #{colour}" if marked else f"#{colour}"


class Palettes:
    """The colours that the slides of a deck have, found once for each layout and each master."""

    def __init__(self) -> None:
        self._layouts: dict[str, Palette] = {}
        self._masters: dict[str, tuple[Palette, Palette]] = {}

    def of(self, package: Package, part: str, root: etree._Element) -> Palette:
        """Return the colours of the scheme of a slide whose root is `root`.

        Raises:
            UnreadableFileError: a part that it stands on is damaged.
        """
        layout = package.one(part, "slideLayout") or ""
        master = (package.one(layout, "slideMaster") or "") if layout else ""
        if not master:
            return {}
        own = _overriding(root)
        if own is not None:
            return _mapped(self._slots(package, master)[0], own)
        if layout not in self._layouts:
            slots, names = self._slots(package, master)
            over = _overriding(package.xml(layout))
            self._layouts[layout] = _mapped(slots, names if over is None else over)
        return self._layouts[layout]

    def _slots(self, package: Package, master: str) -> tuple[Palette, Palette]:
        """Return the colours of a master's scheme by slot, and the slots by their names."""
        if master not in self._masters:
            theme = package.one(master, "theme")
            slots = _scheme(package.xml(theme)) if theme else {}
            self._masters[master] = slots, _names(package.xml(master).find(f"{P}clrMap"))
        return self._masters[master]


def _overriding(root: etree._Element) -> Palette | None:
    found = root.find(f"{P}clrMapOvr/{A}overrideClrMapping")
    return None if found is None else _names(found)


def _names(said: etree._Element | None) -> Palette:
    return {} if said is None else {str(key): str(value) for key, value in said.attrib.items()}


def _mapped(slots: Palette, names: Palette) -> Palette:
    return {**slots, **{name: slots[slot] for name, slot in names.items() if slot in slots}}


def _scheme(theme: etree._Element) -> dict[str, str]:
    scheme = theme.find(f"{A}themeElements/{A}clrScheme")
    found = {}
    for slot in () if scheme is None else scheme:
        if len(slot):
            said = (slot[0].get("lastClr") or slot[0].get("val") or "").upper()
            if _DIGITS.fullmatch(said):
                found[kind_of(slot)] = said
    return found


def _parted(filling: str) -> tuple[str, bool]:
    return filling.removesuffix(PATTERN), filling.endswith(PATTERN)


def _colour(holder: etree._Element, palette: Callable[[], Palette]) -> str:
    said = next(iter(holder), None)
    kind = "" if said is None else kind_of(said)
    if said is None or kind not in ("srgbClr", "schemeClr", "sysClr"):
        return OTHERWISE
    name = said.get("lastClr" if kind == "sysClr" else "val", "")
    colour = palette().get(name, "") if kind == "schemeClr" else name.upper()
    if not _DIGITS.fullmatch(colour):
        return OTHERWISE
    return _changed(colour, said) if len(said) else colour


def _changed(colour: str, said: etree._Element) -> str:
    """Return a colour with what is said to be changed in it."""
    hue, light, saturation = colorsys.rgb_to_hls(*(each / 255 for each in bytes.fromhex(colour)))
    for change in said:
        kind, share = kind_of(change), _share(change.get("val", ""))
        if kind not in _CHANGES or not abs(share) <= _MOST:
            return OTHERWISE
        if kind == "alpha" and share < _OPAQUE:
            return OTHERWISE if share else NOTHING
        if kind == "lumMod":
            light *= share
        elif kind == "lumOff":
            light += share
        elif kind == "satMod":
            saturation *= share
    held = (min(1.0, max(0.0, each)) for each in (light, saturation))
    return "".join(f"{round(255 * each):02X}" for each in colorsys.hls_to_rgb(hue, *held))


def _share(said: str) -> float:
    """Return a share, which is stated in thousandths of a per cent or in per cent; NaN for none."""
    try:
        return float(said[:-1]) / 100 if said.endswith("%") else float(said) / _WHOLE
    except ValueError:
        return float("nan")
