"""Templates damaged at random: a sample of what `python -m tests.hostile.templates` tries."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

from tests.hostile.templates import judged, one

SEED, COUNT = 4, 15


def test_a_damaged_template_is_refused_in_words_or_makes_a_sound_deck(tmp_path: Path) -> None:
    verdicts = [judged(one(number, SEED), tmp_path) for number in range(COUNT)]
    faults = [f"{number}: {v.said}" for number, v in enumerate(verdicts) if v.outcome == "fault"]
    assert faults == []
    counts = Counter(verdict.outcome for verdict in verdicts)
    assert min(counts["built"], counts["refused"]) >= COUNT // 5, "the damage is no longer a mix"
