"""Finished files held against what was planned, and against one another, before they are used."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Final

from builder.media import MEDIA, Medium

if TYPE_CHECKING:
    from builder.plans import LaidOut
    from builder.verify import Finding

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

    `heading` says in a line what was found, the `findings` where.
    """

    def __init__(self, heading: str, findings: Iterable[Finding | Fault]) -> None:
        self.findings = tuple(findings)
        super().__init__("\n".join([heading, *(f"  {finding}" for finding in self.findings)]))


def prove(laid: LaidOut, files: Mapping[Medium, Path]) -> None:
    """Read files back and hold each against its ledger, and all against the first.

    Raises:
        DisagreementError: one does not say what was planned, or two differ.
    """
    from builder.verify import compare_files, compare_with_ledger, other_content

    readings = {medium: MEDIA[medium].read(path) for medium, path in files.items()}
    findings = [
        finding
        for medium, reading in readings.items()
        for finding in compare_with_ledger(reading, MEDIA[medium].ledger(laid))
    ]
    first, *others = readings.values()
    for reading in readings.values():
        findings += other_content(reading, laid.briefing.fingerprint)
    for reading in others:
        findings += compare_files(first, reading)
    if findings:
        raise DisagreementError("the finished files disagree; nothing was replaced", findings)
