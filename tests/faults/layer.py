"""The failing file layer: compiles `layer.c`, has a build's calls written down, sets one to fail.

It is loaded before the C library and needs Linux and a C compiler.
"""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from tests.faults.bench import Bench
from tests.faults.command import Place, build

SOURCE: Final = Path(__file__).with_name("layer.c")
LAYER: Final = "layer.so"
COMPILER: Final = shutil.which("cc") or shutil.which("gcc") or shutil.which("clang")
MISSING: Final = (
    "no failing file layer: it needs Linux"
    if sys.platform != "linux"
    else ""
    if COMPILER
    else "no failing file layer: no C compiler (cc) was found"
)
"""Why the layer cannot be had here; empty where it can."""
_OF_A_RUN: Final = re.compile(r"[0-9a-f]{16,}|(?<=[/.])\d{2,}(?=[.-])")
"""What a name has of the content or the process: another one in each run."""


@dataclass(frozen=True)
class Call:
    """A call that changes files: the `number`th of process `who`, 0 being the command itself.

    `file` is the inode that it is about, 0 before there is one; a path within its place.
    """

    who: int
    number: int
    name: str
    file: int
    path: str
    other: str

    def __str__(self) -> str:
        process = f"worker {self.who}" if self.who else "build"
        to = f" to {self.other}" if self.other else ""
        return _OF_A_RUN.sub("#", f"{process} {self.number}: {self.name} {self.path}{to}")


@dataclass(frozen=True)
class Order:
    """What the layer does at one call: see layer.c for the words."""

    who: int
    number: int
    do: str
    error: int = 0
    whom: str = "self"
    signal: int = 0
    ever: tuple[str, ...] = ()


def load() -> None:
    """Compile the layer and begin this program again with it, unless it is loaded already.

    Raises:
        subprocess.CalledProcessError: the compiler did not take it.
    """
    if LAYER in os.environ.get("LD_PRELOAD", ""):
        return
    target = Path(tempfile.mkdtemp(prefix="layer-"), LAYER)
    command = [COMPILER or "cc", "-shared", "-fPIC", "-O1", "-o", target, SOURCE]
    subprocess.run([*command, "-ldl", "-lpthread"], check=True)
    os.execve(sys.executable, sys.orig_argv, os.environ | {"LD_PRELOAD": str(target)})


def unload() -> None:
    """Remove the compiled layer, which stays loaded in this process."""
    loaded = Path(os.environ.pop("LD_PRELOAD", ""))
    if loaded.name == LAYER:
        loaded.unlink()
        loaded.parent.rmdir()


def layered(place: Place, order: Order | None) -> Mapping[str, str]:
    """Return what the environment of a command must have for the layer to do as it is told."""
    more = {
        "FAULTS_BELOW": ":".join(map(str, (place.out, place.cache, place.temporary))),
        "FAULTS_LOG": str(place.log),
    }
    if order is not None:
        more |= {
            "FAULTS_WHO": str(order.who),
            "FAULTS_CALL": str(order.number),
            "FAULTS_DO": order.do,
            "FAULTS_ERRNO": str(order.error),
            "FAULTS_WHOM": order.whom,
            "FAULTS_SIGNAL": str(order.signal),
            "FAULTS_EVER": f",{','.join(order.ever)}," if order.ever else "",
        }
    return more


def calls(place: Place) -> tuple[Call, ...]:
    """Return the calls that were written down, in order."""
    found = []
    for line in place.log.read_text().splitlines():
        who, number, name, file, path, other = line.split("\t")
        within = (os.path.relpath(each, place.folder) if each else "" for each in (path, other))
        found.append(Call(int(who), int(number), name, int(file), *within))
    return tuple(found)


def recorded(bench: Bench, start: str) -> tuple[Call, ...]:
    """Return the calls of an undisturbed build of the new content.

    Raises:
        RuntimeError: it did not end well, or no call was seen.
    """
    place = bench.place(bench.folder / f"recorded-{start}", start)
    ended = build(place, bench.new_content, more=layered(place, None)).ended()
    found = calls(place) if place.log.exists() else ()
    shutil.rmtree(place.folder)
    if ended.status != 0 or not found:
        raise RuntimeError(f"exit status {ended.status}, {len(found)} calls seen: {ended.said}")
    return found


def came_to(order: Order, seen: tuple[Call, ...]) -> bool:
    """Say whether a process came to the call that an order is about."""
    return any((call.who, call.number) == (order.who, order.number) for call in seen)
