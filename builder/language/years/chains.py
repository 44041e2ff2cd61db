"""Years that share one fate: takes candidates, yields lists and spans of them."""

from __future__ import annotations

import re
from collections.abc import Iterator

from builder.frozen import dataclass
from builder.language.years import Candidate


@dataclass(frozen=True)
class Chain:
    """Candidates that share one fate: the years of a list or a span.

    `spans` says that the words between two of them lead from the one to the other.
    """

    members: tuple[Candidate, ...]
    spans: bool = False

    @property
    def start(self) -> int:
        """Where the first begins."""
        return self.members[0].start

    @property
    def stop(self) -> int:
        """Where the last ends."""
        return self.members[-1].stop

    @property
    def many(self) -> bool:
        """Whether several years are named."""
        return len(self.members) > 1 or self.members[0].many

    @property
    def rises(self) -> bool:
        """Whether it leads from an earlier year to a later one."""
        leads = self.spans or len(self.members) == 1
        return leads and self.members[0].years[0] < self.members[-1].years[-1]

    @property
    def lists(self) -> bool:
        """Whether it names years one by one, in their order: 2018, 2019 and 2022."""
        years = [each.years[0] for each in self.members]
        return len(years) > 1 and not self.spans and years == sorted(set(years))

    @property
    def falls(self) -> bool:
        """Whether it leads from a later year to an earlier one, as counts may and years do not."""
        return self.spans and not self.rises


def chains(
    words: str, found: tuple[Candidate, ...], joint: re.Pattern[str], leads: re.Pattern[str]
) -> Iterator[Chain]:
    """Yield the candidates, those together that only a `joint` parts; one that `leads` spans."""
    held: list[Candidate] = []
    joints: list[str] = []
    for candidate in found:
        if held:
            between = words[held[-1].stop : candidate.start]
            if joint.fullmatch(between):
                joints.append(between)
            else:
                yield _chain(held, joints, leads)
                held, joints = [], []
        held.append(candidate)
    if held:
        yield _chain(held, joints, leads)


def _chain(held: list[Candidate], joints: list[str], leads: re.Pattern[str]) -> Chain:
    return Chain(tuple(held), len(joints) == 1 and bool(leads.fullmatch(joints[0])))
