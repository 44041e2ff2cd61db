"""What a machine refuses: file sizes, folders that cannot be written, names that are taken."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

from tests.faults.command import Place

LIMITS: Final = (0, 1, 8, 60, 68, 69, 100, 111, 112)
"""KiB that a file may have at most, none of which is enough for the larger file."""
DISKS: Final = (16, 96, 160, 224, 320)
"""KiB of a file system that holds the old pair (184 KiB) or nothing yet."""
WITHOUT_RIGHTS: Final = (
    "setpriv",
    "--inh-caps=-all",
    "--bounding-set=-dac_override,-dac_read_search",
)
"""Starts a program that the rights of folders bind, where the user is one whom they do not."""


@dataclass(frozen=True)
class Spoilt:
    """A machine's refusal: what spoils a place, what mends it again, and how it must be told.

    `error` is 0 where the build must be done all the same.
    """

    spoil: Callable[[Place], None]
    mend: Callable[[Place], None]
    error: int
    before: tuple[str, ...] = ()
    start: str = "warm"


def _nothing(place: Place) -> None:
    pass


def _rights(path: str, mode: int) -> Callable[[Place], None]:
    def change(place: Place) -> None:
        (place.folder / path).chmod(mode)

    return change


def _folder_for(name: str) -> Callable[[Place], None]:
    def spoil(place: Place) -> None:
        path = place.out / name
        path.unlink(missing_ok=True)
        path.mkdir()
        (path / "kept.txt").write_text("a user's own")

    return spoil


def _removed(name: str) -> Callable[[Place], None]:
    def mend(place: Place) -> None:
        shutil.rmtree(place.out / name)

    return mend
