"""Colours of the plan as slots of the deck's colour scheme: a colour's name and a theme in; the
slot with its changes, as text and as the colour that comes of it, out.

What the scheme has no slot for is a slot with its lightness and saturation moved (ECMA-376-1,
20.1.2.3).
"""

from __future__ import annotations

import colorsys
from collections.abc import Mapping
from typing import Final, NamedTuple

from builder.charts.native import Slot, inked, parts_of, rgb
from builder.outputs.pptx.plan.model import CHART_COLOUR
from builder.theme.ramp import RAMP, hue_of
from builder.theme.shades import SHADE, VEIL, base_of, shade, veil
from builder.theme.theme import Theme, channels

_NAMED: Final[Mapping[str, str]] = {
    "ink": "tx1",
    "paper": "bg1",
    "accent": "tx2",
    "tint": "bg2",
    "muted": "folHlink",
}
SERIES: Final = 6
"""Slots of a scheme that are for series."""

_WHOLE: Final = 100_000
_GREY: Final = 0.35  # saturation up to which a colour is taken for a grey


class ColourReference(NamedTuple):
    """A slot, its own colour (`#RRGGBB`), and its changes: each one's name and its size in
    thousandths of a per cent.
    """

    slot: str
    base: str
    changes: tuple[tuple[str, int], ...] = ()

    def xml(self) -> str:
        """Return the `a:schemeClr` element."""
        if not self.changes:
            return f'<a:schemeClr val="{self.slot}"/>'
        inner = "".join(f'<a:{name} val="{size}"/>' for name, size in self.changes)
        return f'<a:schemeClr val="{self.slot}">{inner}</a:schemeClr>'

    @property
    def colour(self) -> str:
        """The colour that comes of it, as `RRGGBB`."""
        if not self.changes:
            return self.base.lstrip("#").upper()
        hue, light, saturation = colorsys.rgb_to_hls(*channels(self.base))
        moved = dict(self.changes)
        saturation *= moved.get("satMod", _WHOLE) / _WHOLE
        light = (light * moved.get("lumMod", _WHOLE) + moved.get("lumOff", 0)) / _WHOLE
        held = (min(1.0, max(0.0, each)) for each in (light, saturation))
        return "".join(f"{round(255 * each):02X}" for each in colorsys.hls_to_rgb(hue, *held))


def reference(name: str, theme: Theme) -> ColourReference:
    """Return the reference for a colour of the theme by its name there, such as `muted`.

    A shade is made from the slot of the colour that it is a shade of.
    """
    name = theme.colours.held(name)
    if name.startswith(SHADE):
        plain = reference(base_of(name), theme)
        return _derived(plain.slot, plain.base, shade(name, theme.colours))
    if name.startswith(VEIL):
        ground = reference("cover", theme)
        return _derived(ground.slot, ground.base, veil(name, theme.colours))
    if name in theme.slots:
        slot, base = theme.slots[name]
        return _derived(slot, base, getattr(theme.colours, name))
    if name in _NAMED:
        return ColourReference(_NAMED[name], getattr(theme.colours, name))
    colour: str = getattr(theme.colours, name)
    if colour in theme.colours.series[:SERIES]:
        return ColourReference(f"accent{theme.colours.series.index(colour) + 1}", colour)
    held = {"folHlink": theme.colours.muted}
    if not _is_grey(colour):  # changes of a slot's colour keep its hue
        held |= {f"accent{at}": each for at, each in enumerate(theme.colours.series[:SERIES], 1)}
    slot = _nearest_hue(colour, held)
    return _derived(slot, held[slot], colour)


def chart_reference(slot: Slot, theme: Theme) -> ColourReference:
    """Return the reference for a colour slot of a native chart.

    Raises:
        KeyError: there is no such slot, which is a bug of a chart kind.
    """
    slot, _ = parts_of(inked(slot, theme))
    if slot in ("ink", "paper"):
        return reference(slot, theme)
    colour = rgb(slot, theme)
    if slot.startswith("accent"):
        return ColourReference(slot, colour)
    if slot.startswith(RAMP):
        at = hue_of(slot, theme.colours)
        return _derived(f"accent{at + 1}", theme.colours.series[at], colour)
    if slot.startswith("text"):
        base = f"accent{slot[-1]}"
        return _derived(base, theme.colours.series[int(slot[-1]) - 1], colour)
    if slot in ("black", "white"):
        ink, base = theme.slots.get("ink", ("tx1", theme.colours.ink))
        return _derived(ink, base, colour)
    grey, base = theme.slots.get("muted", ("folHlink", theme.colours.muted))
    return _derived(grey, base, colour)


def _derived(slot: str, base: str, colour: str) -> ColourReference:
    """Return `slot` moved to `colour` in the HLS model that `lumMod` and its kin work in."""
    if base.upper() == colour.upper():
        return ColourReference(slot, base)
    _, light, saturation = colorsys.rgb_to_hls(*channels(base))
    _, to_light, to_saturation = colorsys.rgb_to_hls(*channels(colour))
    changes = []
    if saturation and abs(saturation - to_saturation) > 0.02:
        changes.append(("satMod", round(_WHOLE * to_saturation / saturation)))
    if to_light <= light and light:
        changes.append(("lumMod", round(_WHOLE * to_light / light)))
    else:
        # Towards white as Office's own "lighter" shades go: scaled down, then raised.
        scaled = (1 - to_light) / (1 - light)
        changes.append(("lumMod", round(_WHOLE * scaled)))
        changes.append(("lumOff", round(_WHOLE * (to_light - light * scaled))))
    return ColourReference(slot, base, tuple(changes))


def filling(colour: str, theme: Theme) -> tuple[ColourReference, str]:
    """Return what an area of a colour is filled with, and the pattern of paper on it, if any.

    It is a colour of the theme or, after `chart:`, of a native chart.
    """
    if not colour.startswith(CHART_COLOUR):
        return reference(colour, theme), ""
    slot = colour.removeprefix(CHART_COLOUR)
    return chart_reference(slot, theme), parts_of(slot)[1]


def _is_grey(colour: str) -> bool:
    """Return whether a colour is hardly one."""
    return colorsys.rgb_to_hls(*channels(colour))[2] <= _GREY


def _nearest_hue(colour: str, held: Mapping[str, str]) -> str:
    """Return the name of the colour whose hue is nearest to another's; the first of equals."""
    hue = colorsys.rgb_to_hls(*channels(colour))[0]

    def away(name: str) -> float:
        other = colorsys.rgb_to_hls(*channels(held[name]))[0]
        return min(abs(hue - other), 1 - abs(hue - other))

    return min(held, key=away)
