"""Where the finished paper says what: found once it is laid out, and named by the slides."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TypeAlias

from builder.model.text import ReferenceKind

Goal: TypeAlias = tuple[ReferenceKind, str]
"""A chart, table or heading of the paper: its kind, and its name or anchor."""


@dataclass(frozen=True)
class Spot:
    """What the paper calls one of its parts ("Figure 1"), and the page where it is, from 1."""

    called: str
    page: int


@dataclass(frozen=True)
class PaperPages:
    """The spot of every section, heading, chart and table of the paper."""

    spots: Mapping[Goal, Spot]
