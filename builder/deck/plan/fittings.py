"""How our layouts stand on a user's template: frozen data for layouts to read."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from builder.deck.plan.model import Align, Anchor
from builder.theme.theme import Theme
from builder.units import Box


@dataclass(frozen=True)
class MappedPlaceholder:
    """A placeholder of a user's template: `box` with its insets (left, top, right, bottom).

    `size` sets furniture; `bulleted` says whether it has bullets of its own; `align` and `anchor`
    where its text stands.
    """

    kind: str
    index: int
    box: Box
    insets: tuple[float, float, float, float] = (0.0, 0.0, 0.0, 0.0)
    size: float = 0.0
    bulleted: bool = False
    align: Align = "l"
    anchor: Anchor = "t"


@dataclass(frozen=True)
class PlaceholderMapping:
    """How one of our layouts stands on a user's template: on the layout in `part`.

    `slots` are their placeholders by the index of ours; what has none becomes a text box.
    `texts` are what their layout, called `label`, prints on every slide, `contrast` what its own
    text has with the ground.
    """

    part: str
    slots: Mapping[int, MappedPlaceholder]
    footer: MappedPlaceholder | None = None
    number: MappedPlaceholder | None = None
    texts: tuple[str, ...] = ()
    label: str = ""
    contrast: float = 21.0


@dataclass(frozen=True)
class UserTemplate:
    """A user's template: what is taken of its file, our theme in its colours, its layouts by our
    names.
    """

    data: bytes = field(repr=False)
    theme: Theme
    mappings: Mapping[str, PlaceholderMapping]
