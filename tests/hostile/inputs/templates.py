"""Templates: files that are none, traps, broken ones, and those with what acts or leads out.

Each is tried by `paperdeck template`, which reads as much of one as a build does.
"""

from __future__ import annotations

from collections.abc import Callable
from multiprocessing import get_context
from pathlib import Path

from tests.hostile.case import hostile, small
from tests.outputs.pptx import spoilt

LOOK = ("template", "corporate.pptx")
ALWAYS = {"one bomb", "dense", "lying size", "dtd in master", "depth", "many layouts"}
"""The only proof of their family, of what is measured here."""


def _written(path: Path, data: Callable[[], bytes]) -> None:
    """Write a template that is made in a process of its own.

    Some take hundreds of megabytes to make, and a process counts what the one it came from held.
    """
    process = get_context("fork").Process(target=lambda: path.write_bytes(data()))
    process.start()
    process.join()
    if process.exitcode:
        raise RuntimeError(f"{path.name} could not be made")


def _on(folder: Path, data: Callable[[], bytes]) -> None:
    """Write a sound briefing on a template."""
    content = small(folder)
    _written(content / "corporate.pptx", data)
    with (content / "briefing.yaml").open("a", encoding="utf-8") as file:
        file.write("template: corporate.pptx\n")


def _refused(name: str) -> None:
    data, words = spoilt.REFUSED[name]

    def make(folder: Path) -> None:
        _written(folder / "corporate.pptx", data)

    make.__name__ = f"template: {name}"
    said = f"corporate.pptx cannot be used: {words}" if words.startswith("it ") else words
    hostile(said, status=2, command=LOOK, heavy=name not in ALWAYS)(make)


def _named(name: str) -> None:
    left = spoilt.LEFT[name]

    def make(folder: Path) -> None:
        _written(folder / "corporate.pptx", left.data)

    make.__name__ = f"template with {name}"
    hostile(left.line, status=0, command=LOOK, heavy=True)(make)


for _name in spoilt.REFUSED:
    _refused(_name)
for _name in spoilt.LEFT:
    _named(_name)


@hostile(
    'content/briefing.yaml:19:11: error: the template "corporate.pptx" cannot be used: its part '
    "ppt/slideMasters/slideMaster1.xml has <a:ext> with cx=",
    "save it in PowerPoint as a presentation (.pptx) or a template (.potx)",
)
def a_build_on_a_template_with_a_broken_number(folder: Path) -> None:
    _on(folder, spoilt.REFUSED["word for a number"][0])


@hostile(
    'warning: the template "corporate.pptx" holds macros (ppt/vbaProject.bin): left out',
    "build/norhaven.pptx",
    status=0,
)
def a_build_on_a_template_with_macros(folder: Path) -> None:
    _on(folder, spoilt.LEFT["macros"].data)


@hostile("slides of 72 x 72 points", "nothing stands for", status=0, command=LOOK, heavy=True)
def a_template_with_slides_of_an_inch(folder: Path) -> None:
    _written(folder / "corporate.pptx", lambda: spoilt.spoilt(spoilt.sized(914_400, 914_400)))


@hostile("", command=LOOK, status=0, heavy=True)
def a_template_of_as_many_marks_as_are_read(folder: Path) -> None:
    _written(folder / "corporate.pptx", spoilt.full_of_marks)


@hostile("build/norhaven.pptx", status=0, heavy=True)
def a_build_on_a_template_of_as_many_marks_as_are_read(folder: Path) -> None:
    _on(folder, spoilt.full_of_marks)


@hostile("build/norhaven.pptx", status=0, heavy=True)
def a_build_on_a_template_of_as_many_bytes_as_are_read(folder: Path) -> None:
    _on(folder, spoilt.full_of_bytes)
