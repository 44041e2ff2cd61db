"""Finished files held against what was planned, and against one another, before they are used."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING, Final

from builder.frozen import dataclass
from builder.outputs import OUTPUTS, Medium

if TYPE_CHECKING:
    from builder.model.ledger import LedgerPlace
    from builder.outputs import Planned
    from builder.problems import Problem
    from builder.verify import Finding, Reading

_MOST_FIGURES: Final = 8


@dataclass(frozen=True)
class Fault:
    """What is wrong with a finished file as a whole.

    `figures` are those that differ: id, as the file prints it, as the content has it now.
    """

    file: str
    why: str
    figures: tuple[tuple[str, str, str], ...] = ()

    def __str__(self) -> str:
        named = [f"{figure}: {old} -> {new}" for figure, old, new in self.figures[:_MOST_FIGURES]]
        if len(self.figures) > _MOST_FIGURES:
            named.append(f"and {len(self.figures) - _MOST_FIGURES} more")
        return f"{self.file}: {self.why}" + (f" ({'; '.join(named)})" if named else "")


class DisagreementError(Exception):
    """A finished file does not say what its plan says, or two files differ.

    `heading` says in a line what was found, the `findings` where; `warnings` are of the content.
    """

    def __init__(
        self, heading: str, findings: Iterable[Finding | Fault], warnings: tuple[Problem, ...] = ()
    ) -> None:
        self.warnings = warnings
        self.findings = tuple(findings)
        super().__init__("\n".join([heading, *(f"  {finding}" for finding in self.findings)]))


class ProofError(Exception):
    """A file just made does not say what its plan says: a fault of ours, in words to report.

    `findings` name each place with both texts.
    """

    def __init__(self, findings: Iterable[Finding]) -> None:
        self.findings = tuple(findings)
        heading = "the files just made do not say what was planned; nothing was replaced"
        super().__init__("\n".join([heading, *(f"  {finding}" for finding in self.findings)]))


@dataclass(frozen=True)
class Proof:
    """What of a finished file others are compared with, and where it is not what was planned."""

    reading: Reading
    findings: tuple[Finding, ...]


def proof(places: Iterable[LedgerPlace], medium: Medium, file: Path) -> Proof:
    """Read a file back and hold it against the places of its plan."""
    from builder.verify.fresh import to_compare, unlike_plan

    reading = OUTPUTS[medium].read(file)
    return Proof(to_compare(reading), unlike_plan(reading, places))


def settle(plans: Planned, proofs: Iterable[Proof]) -> None:
    """Hold all files against the content, and against the first of them.

    Raises:
        ProofError: one does not say what was planned, or two differ.
    """
    from builder.verify.fresh import compare_files, other_content

    held = tuple(proofs)
    first, *others = (each.reading for each in held)
    findings = [finding for each in held for finding in each.findings]
    for each in held:
        findings += other_content(each.reading, plans.briefing.fingerprint)
    for reading in others:
        findings += compare_files(first, reading)
    if findings:
        raise ProofError(findings)
