"""What a kind of alteration is, and the list of them all."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from random import Random
from typing import Literal

Medium = Literal["paper", "deck"]
# How a reader meets it: on the page or slide, or elsewhere, and then where.
PIXELS = "page or slide"


@dataclass(frozen=True)
class Altered:
    """One file, altered: its bytes, and what was altered where, for who reads the table."""

    data: bytes
    place: str


# None where the file offers no such place.
Alter = Callable[[bytes, Random], Altered | None]


@dataclass(frozen=True)
class Kind:
    """One kind of alteration.

    ``group`` is the entry of the issue's list that it stands for; ``met`` says where a reader
    meets it: what is met on page or slide must show in pixels.
    """

    name: str
    medium: Medium
    group: str
    met: str
    alter: Alter


KINDS: dict[str, Kind] = {}


def kind(name: str, group: str, met: str = PIXELS) -> Callable[[Alter], Alter]:
    """Enter a function among the kinds; its name begins with "paper" or "deck".

    Raises:
        ValueError: if two kinds have one name.
    """
    full = name
    medium: Medium = "paper" if name.startswith("paper") else "deck"

    def entered(alter: Alter) -> Alter:
        if full in KINDS:
            raise ValueError(f"two kinds are called {full!r}")
        KINDS[full] = Kind(full, medium, group, met, alter)
        return alter

    return entered
