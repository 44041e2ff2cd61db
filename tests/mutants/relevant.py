"""A module of the builder in; the test files that matter for it, in the order to run them, out."""

from __future__ import annotations

import re
from pathlib import Path, PurePosixPath
from typing import Final

END_TO_END: Final = (
    "tests/test_acceptance.py",
    "tests/test_compare.py",
    "tests/test_second_briefing.py",
    "tests/test_check.py",
    "tests/pulling/test_pull.py",
    "tests/editions/test_print.py",
    "tests/test_handout.py",
)
"""Whole builds, read back: what no test of a module's own says may still be said by these."""
REFUSED: Final = (
    "tests/content/test_broken_contents.py",
    "tests/resolve/test_unresolved_contents.py",
)
"""Contents that every stage refuses or warns of, by their messages, whichever module says them."""
FEATURES: Final = (
    "tests/test_citations.py",
    "tests/test_references.py",
    "tests/test_arranged_tables.py",
    "tests/test_formulas.py",
    "tests/test_pictures.py",
    "tests/test_text.py",
    "tests/test_furniture.py",
    "tests/test_own_order.py",
    "tests/test_bound_cells.py",
    "tests/test_links.py",
    "tests/workbooks/test_both_files.py",
)
"""Finished files of contents that use what not every briefing does."""

RECORDED: Final = ("tests/test_recorded_files.py", "tests/test_strangers.py")
"""Every page and slide of all contents, as they were looked at last."""


def stages(module: str, root: Path) -> tuple[tuple[str, ...], ...]:
    """Return test files in stages: those that import the module, its folder's, refusals, builds.

    Whole builds of every briefing come first, then those of single features.

    A folder without tests of its own is tested by the one around it. No file stands twice.
    """
    seen: set[str] = set()
    found = []
    for stage in (_importing(module, root), _mirrored(module, root), REFUSED, END_TO_END, FEATURES):
        new = tuple(name for name in stage if name not in seen)
        seen.update(new)
        if new:
            found.append(new)
    return tuple(found)


def others(module: str, root: Path) -> tuple[str, ...]:
    """Return the test files that stand in no stage."""
    asked = {name for stage in stages(module, root) for name in stage}
    return tuple(name for name in _all(root) if name not in asked)


def _all(root: Path) -> tuple[str, ...]:
    found = sorted((root / "tests").rglob("test_*.py"))
    return tuple(path.relative_to(root).as_posix() for path in found if "longer" not in path.parts)


def _importing(module: str, root: Path) -> tuple[str, ...]:
    dotted = module.removesuffix(".py").removesuffix("/__init__").replace("/", ".")
    package, _, name = dotted.rpartition(".")
    named = re.compile(
        rf"\b{re.escape(dotted)}\b(?!\.)|\bfrom {re.escape(package)} import [^\n]*\b{name}\b"
    )
    return tuple(
        name for name in _all(root) if named.search((root / name).read_text(encoding="utf-8"))
    )


def _mirrored(module: str, root: Path) -> tuple[str, ...]:
    folder = PurePosixPath("tests", *PurePosixPath(module).parent.parts[1:])
    while folder.parts[1:]:
        found = sorted((root / folder).glob("test_*.py"))
        if found:
            return tuple(path.relative_to(root).as_posix() for path in found)
        folder = folder.parent
    return ()
