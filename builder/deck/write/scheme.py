"""Theme colours: takes the theme, returns the deck's colour scheme and references into it.

Every colour in the deck is a reference to one of the twelve slots of the scheme (ECMA-376-1,
20.1.6.2), so that a user who changes the theme's colours in PowerPoint changes the deck. What
the scheme has no slot for is a slot with its lightness and saturation moved.
"""

from __future__ import annotations

import colorsys
from collections.abc import Mapping
from typing import Final, NamedTuple

from builder.charts.native import Slot, rgb
from builder.theme.theme import Colours, Theme

SLOTS: Final = (
    "dk1",
    "lt1",
    "dk2",
    "lt2",
    *(f"accent{n}" for n in range(1, 7)),
    "hlink",
    "folHlink",
)
MAP: Final[Mapping[str, str]] = {
    "bg1": "lt1",
    "tx1": "dk1",
    "bg2": "lt2",
    "tx2": "dk2",
    **{slot: slot for slot in SLOTS[4:]},
}
"""How slides name the slots (`p:clrMap`): everything but dark and light by its own name."""

_NAMED: Final[Mapping[str, str]] = {
    "ink": "tx1",
    "paper": "bg1",
    "accent": "tx2",
    "tint": "bg2",
    "muted": "folHlink",
}
_SERIES: Final = 6
_WHOLE: Final = 100_000


class Reference(NamedTuple):
    """A slot and its changes: each one's name and its size in thousandths of a per cent."""

    slot: str
    changes: tuple[tuple[str, int], ...] = ()

    def xml(self) -> str:
        """Return the `a:schemeClr` element."""
        if not self.changes:
            return f'<a:schemeClr val="{self.slot}"/>'
        inner = "".join(f'<a:{name} val="{size}"/>' for name, size in self.changes)
        return f'<a:schemeClr val="{self.slot}">{inner}</a:schemeClr>'


def scheme(colours: Colours) -> dict[str, str]:
    """Return the twelve slots as `RRGGBB`."""
    series = [colours.series[n % len(colours.series)] for n in range(_SERIES)]
    values = (
        colours.ink,
        colours.paper,
        colours.accent,
        colours.tint,
        *series,
        colours.accent,
        colours.muted,
    )
    return {slot: value.lstrip("#").upper() for slot, value in zip(SLOTS, values, strict=True)}


def reference(name: str, theme: Theme) -> Reference:
    """Return the reference for a colour of the theme by its name there, such as `muted`."""
    if name in theme.slots:
        slot, base = theme.slots[name]
        return _derived(slot, base, getattr(theme.colours, name))
    if name in _NAMED:
        return Reference(_NAMED[name])
    colour: str = getattr(theme.colours, name)
    if colour in theme.colours.series[:_SERIES]:
        return Reference(f"accent{theme.colours.series.index(colour) + 1}")
    return _derived("folHlink", theme.colours.muted, colour)


def chart_reference(slot: Slot, theme: Theme) -> Reference:
    """Return the reference for a colour slot of a native chart.

    Raises:
        KeyError: there is no such slot, which is a bug of a chart kind.
    """
    if slot in ("ink", "paper"):
        return reference(slot, theme)
    colour = rgb(slot, theme)
    if slot.startswith("accent"):
        return Reference(slot)
    if slot.startswith("text"):
        base = f"accent{slot[-1]}"
        return _derived(base, theme.colours.series[int(slot[-1]) - 1], colour)
    grey, base = theme.slots.get("muted", ("folHlink", theme.colours.muted))
    return _derived(grey, base, colour)


def _derived(slot: str, base: str, colour: str) -> Reference:
    """Return `slot` moved to `colour` in the HLS model that `lumMod` and its kin work in."""
    if base.upper() == colour.upper():
        return Reference(slot)
    (_, light, saturation), (_, to_light, to_saturation) = _hls(base), _hls(colour)
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
    return Reference(slot, tuple(changes))


def _hls(colour: str) -> tuple[float, float, float]:
    red, green, blue = (int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5))
    return colorsys.rgb_to_hls(red, green, blue)
