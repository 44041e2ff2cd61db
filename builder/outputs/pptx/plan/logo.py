"""A logo on the deck's master, as planned."""

from __future__ import annotations

from dataclasses import dataclass, field

from builder.units import Box


@dataclass(frozen=True)
class MasterLogo:
    """A logo (PNG) on the master, where it stands, and what it shows in words."""

    data: bytes = field(repr=False)
    box: Box
    alt: str
