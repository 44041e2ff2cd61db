"""A damaged file is refused in words, whatever is broken in it; it never breaks a reader."""

from __future__ import annotations

import contextlib
import random
from pathlib import Path

import pytest

from builder.verify import UnreadableFileError, read
from builder.verify.trust import examine
from tests.altering import packed, unpacked
from tests.shares import share
from tests.verify.making import deck, paper


def examined(path: Path, data: bytes) -> None:
    path.write_bytes(data)
    with contextlib.suppress(UnreadableFileError):
        examine(path)


@pytest.mark.parametrize("seed", share(range(40), 20))
def test_bytes_changed_at_random_never_break_a_reader(tmp_path: Path, seed: int) -> None:
    chance = random.Random(seed)
    for made in (paper(tmp_path / "made.pdf"), deck(tmp_path / "made.pptx")):
        data = bytearray(made.read_bytes())
        for _ in range(chance.choice((1, 20, 300))):
            data[chance.randrange(len(data))] = chance.randrange(256)
        examined(made, bytes(data[: chance.choice((len(data), chance.randrange(len(data))))]))


@pytest.mark.parametrize("seed", share(range(40), 10))
def test_parts_changed_or_lost_never_break_a_reader(tmp_path: Path, seed: int) -> None:
    chance = random.Random(seed)
    made = deck(tmp_path / "made.pptx")
    members = unpacked(made.read_bytes())
    part = chance.choice(sorted(members))
    data = bytearray(members.pop(part))
    if chance.random() < 0.8:
        for _ in range(chance.choice((1, 5, 50))):
            data[chance.randrange(len(data))] = chance.randrange(32, 127)
        members[part] = bytes(data)
    examined(made, packed(members))


def test_a_file_of_neither_kind_is_named(tmp_path: Path) -> None:
    (tmp_path / "other").write_bytes(b"")
    with pytest.raises(UnreadableFileError, match=r"other: is neither a paper .* nor a deck"):
        read(tmp_path / "other")
