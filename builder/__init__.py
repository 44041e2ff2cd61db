"""Paperdeck: one folder of content in, a briefing paper and a deck that agree out.

The library, which is what the commands are made of:

    from pathlib import Path
    from builder import Project, compare

    project = Project(Path("content"), Path("build"))
    project.build()                                     # a paper and a deck, proved to agree
    compare(Path("build/a.pdf"), Path("build/a.pptx"))  # from the finished files alone

Problems of the content are raised as `builder.problems.ContentError`, what the machine refuses as
`MachineError`, and finished files that disagree as `builder.outputs.proof.DisagreementError`.
"""

from __future__ import annotations

from collections.abc import Collection
from pathlib import Path
from typing import TYPE_CHECKING

from builder.version import VERSION

if TYPE_CHECKING:
    from builder.model.briefing import Briefing
    from builder.outputs import Medium
    from builder.problems import Problem
    from builder.project import Project
    from builder.pulling import Pulled
    from builder.up_to_date import Outcome
    from builder.verify.agreement import Comparison
    from builder.verify.apart import At

__version__ = VERSION
__all__ = ["Project", "build", "check", "compare", "load", "pull"]


def __getattr__(name: str) -> object:
    """Return the class `Project`, which is imported when it is first asked for (PEP 562)."""
    if name != "Project":
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    from builder.project import Project

    return Project


def load(folder: Path) -> Briefing:
    """Return the briefing of a content folder: every figure has its value, every text its words.

    Raises:
        ContentError: something in the content must be mended first; all of it is named.
    """
    from builder.problems import Problems
    from builder.project import resolved

    return resolved(Path(folder), Problems())[0]


def build(
    folder: Path, out: Path = Path("build"), outputs: tuple[Medium, ...] = ("paper", "deck")
) -> Outcome:
    """Write finished files of a content folder into `out`, unless they are up to date.

    A program that builds more than once is faster with a `Project`.

    Raises:
        MachineError: the machine refuses what is needed; what was there is unchanged.
        ContentError: the content must be mended first.
        ProofError: a finished file does not say what was planned; nothing was replaced.
    """
    from builder.project import build as built

    return built(Path(folder), Path(out), outputs)


def check(folder: Path, out: Path = Path("build")) -> tuple[Problem, ...]:
    """Check a content folder, and its finished files where there are any; return the warnings.

    Raises:
        ContentError: the content must be mended first.
        DisagreementError: finished files do not say what the content says, or disagree.
    """
    from builder.inspection import check as checked

    return checked(Path(folder), Path(out))


def compare(first: Path, second: Path) -> Comparison:
    """Say from two finished files alone whether their figures agree.

    Raises:
        UnreadableFileError: one is no finished file, or damaged.
        NoLedgerError: neither carries a ledger, so that there is nothing to go by.
    """
    from builder.verify.agreement import compare as compared
    from builder.verify.apart import apart
    from builder.verify.trust import examine, lean

    def both(at: At) -> Comparison:
        return compared(*(lean(examine(at(Path(path)))) for path in (first, second)))

    return apart(both, Path(first), Path(second))


def pull(
    deck: Path, folder: Path, *, write: bool = False, accepted: Collection[str] = ()
) -> Pulled:
    """Return the figures that someone changed in a deck; with `write`, put them into the content.

    Raises:
        ContentError: the content as it is must be mended first.
        UnreadableFileError: the file is no deck, or damaged.
        UnknownFigureError: an accepted name is no figure's and no cell's.
        OSError: a file of the content cannot be written; none was changed.
    """
    from builder.pulling import pull as pulled

    return pulled(Path(deck), Path(folder), write=write, accepted=accepted)
