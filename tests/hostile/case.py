"""A hostile input: a name, a folder made by code, a command, and what a user must then be told."""

from __future__ import annotations

import importlib
import pkgutil
import shutil
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Final

SMALL: Final = Path(__file__).parents[1] / "cases" / "small"
MOST_MEMORY: Final = 400 * 2**20
"""Bytes that a command may hold at most."""
HANG: Final = 300.0
"""Seconds after which a command is taken to hang, however busy the machine is."""

Make = Callable[[Path], None]


@dataclass(frozen=True)
class Case:
    """One input: `make` writes it into an empty folder, where `command` is then run.

    Standard error and output must hold every text of `says` and none of `never`, and `status` be
    the exit status. `heavy` ones are left to `make hostile`; some of the others are in
    `make test` too.
    """

    name: str
    make: Make
    command: tuple[str, ...]
    status: int
    says: tuple[str, ...]
    never: tuple[str, ...]
    heavy: bool


CASES: Final[dict[str, Case]] = {}


def hostile(
    *says: str,
    status: int = 1,
    command: tuple[str, ...] = ("build", "content"),
    never: tuple[str, ...] = (),
    heavy: bool = False,
) -> Callable[[Make], Make]:
    """Keep a function that writes a hostile input, named by its own name, as a case."""

    def kept(make: Make) -> Make:
        name = make.__name__.replace("_", " ").strip()
        if name in CASES:
            raise ValueError(f"two cases are called {name}")
        CASES[name] = Case(name, make, command, status, says, never, heavy)
        return make

    return kept


def small(folder: Path) -> Path:
    """Copy a small sound briefing to `folder`/content and return it: what a case then spoils."""
    return Path(shutil.copytree(SMALL, folder / "content"))


def every() -> tuple[Case, ...]:
    """Return the cases of all modules of `tests.hostile.inputs`, by module and order."""
    from tests.hostile import inputs

    for module in sorted(pkgutil.iter_modules(inputs.__path__), key=lambda found: found.name):
        importlib.import_module(f"{inputs.__name__}.{module.name}")
    return tuple(CASES.values())


def few(every_nth: int) -> tuple[Case, ...]:
    """Return one in so many cases of each module, of those that are not heavy."""
    chosen: dict[str, list[Case]] = {}
    for case in every():
        if not case.heavy:
            chosen.setdefault(case.make.__module__, []).append(case)
    return tuple(case for cases in chosen.values() for case in cases[::every_nth])
