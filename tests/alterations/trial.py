"""One trial: a pair, one of its files altered, and what `paperdeck compare` says of it."""

from __future__ import annotations

import contextlib
import io
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from random import Random

from builder.cli import run
from tests.alterations.kinds import KINDS, Kind
from tests.alterations.pairs import Pair

REPORTED = 3


@dataclass(frozen=True)
class Trial:
    """An altered file beside the pair it comes from."""

    kind: Kind
    pair: Pair
    altered: Path
    place: str

    def files(self) -> tuple[Path, Path]:
        """Return paper and deck, the altered one among them."""
        if self.kind.medium == "paper":
            return self.altered, self.pair.deck
        return self.pair.paper, self.altered


def trials(
    pairs: Sequence[Pair], out: Path, seed: int, each: int, kinds: Sequence[Kind] | None = None
) -> Iterator[Trial]:
    """Yield alterations of every kind, as many of each, drawn in turn from the pairs.

    A pair that offers no place of a kind is passed over; the draw is fixed by the seed, the kind
    and its number.
    """
    out.mkdir(parents=True, exist_ok=True)
    for kind in KINDS.values() if kinds is None else kinds:
        for number in range(each):
            trial = _trial(kind, pairs, out, seed, number)
            if trial is not None:
                yield trial


def _trial(kind: Kind, pairs: Sequence[Pair], out: Path, seed: int, number: int) -> Trial | None:
    rng = Random(f"{seed}/{kind.name}/{number}")
    for step in range(len(pairs)):
        pair = pairs[(number + step) % len(pairs)]
        original = pair.file(kind.medium)
        altered = kind.alter(original.read_bytes(), rng)
        if altered is not None:
            name = re.sub(r"\W+", "-", kind.name)
            path = out / f"{name}-{seed}-{number}-{pair.name}{original.suffix}"
            path.write_bytes(altered.data)
            return Trial(kind, pair, path, altered.place)
    return None


def compared(paper: Path, deck: Path) -> tuple[int, str]:
    """Run `paperdeck compare`, within this process; return its status and what it said."""
    said = io.StringIO()
    with contextlib.redirect_stdout(said), contextlib.redirect_stderr(said):
        status = run(["compare", str(paper), str(deck)])
    return status, said.getvalue()
