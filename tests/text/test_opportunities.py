"""Where a line may break: every case of a clause, and that nothing else than breaks is lost."""

from __future__ import annotations

from itertools import pairwise
from pathlib import Path
from typing import get_args

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from builder.text.opportunities import SOFT_HYPHEN, Cuts, Hyphens, held, parts, unbroken

CASES = yaml.safe_load((Path(__file__).parents[1] / "cases/line-breaks.yaml").read_text("utf-8"))


def marked(text: str, cuts: Cuts) -> str:
    """Return a text with a bar wherever a line may break in it."""
    pieces = list(unbroken(text, cuts))
    shown = text[pieces[0].start : pieces[0].stop]
    for one, other in pairwise(pieces):
        between = text[one.stop : other.start]
        hyphen = SOFT_HYPHEN if one.after == "hyphen" else between
        shown += f"{hyphen}|{text[other.start : other.stop]}"
    return shown


@pytest.mark.parametrize("case", CASES, ids=lambda case: f"{case['clause']}: {case['words']}")
def test_a_line_may_break_where_the_clause_says_and_nowhere_else(case: dict[str, str]) -> None:
    signs = str.maketrans({"¬": SOFT_HYPHEN, "~": "\u00a0"})
    expected = case.get("breaks", case["words"]).translate(signs)
    written = case["words"].translate(signs)
    if "breaks" not in case:
        written = written.replace("|", "")
    assert marked(written, case.get("cuts", "words")) == expected


@given(st.text("ab1 \n\t-–/.:w\u00ad\u00a0", max_size=30), st.sampled_from(get_args(Cuts)))
def test_pieces_hold_all_but_spaces_and_soft_hyphens(text: str, cuts: Cuts) -> None:
    pieces = list(unbroken(text, cuts))
    assert all(one.stop <= other.start for one, other in pairwise(pieces))
    said = "".join(text[piece.start : piece.stop] for piece in pieces)
    bare = "".join(text.replace("\u00a0", "_").split()).replace("_", "\u00a0")
    assert said.replace(SOFT_HYPHEN, "") == bare.replace(SOFT_HYPHEN, "")


@given(st.text("ab1-–/.:w\u00ad\u00a0", min_size=1, max_size=20))
def test_a_word_has_the_same_parts_alone_as_in_a_text(word: str) -> None:
    pieces = unbroken(f"{word} ", "words")
    assert [word[each.start : each.stop] for each in pieces] == [
        part for part, _ in parts(word, "words")
    ]


@given(st.text("ab1 -", min_size=1, max_size=30))
def test_held_hyphens_keep_programs_from_breaking_where_no_line_should_end(text: str) -> None:
    kept = held(text)
    assert kept.replace("\u2011", "-") == text
    ours = {piece.stop for piece in unbroken(text, "words")}
    for at, sign in enumerate(kept):
        between = sign in "-\u2011" and kept[at - 1 : at].isalnum() and kept[at + 1 :][:1].isalnum()
        assert (sign == "\u2011") == (between and at + 1 not in ours)


@pytest.mark.parametrize(
    "copied", ["https://a.example/b-1", "www.a-1.example", "a-1@b.example", "paper-2.pdf", "a_b-1"]
)
def test_what_is_copied_keeps_its_hyphens(copied: str) -> None:
    assert held(f"7-ї {copied} 2-3") == f"7\u2011ї {copied} 2\u20113"


@pytest.mark.parametrize("word", ["SRADDET", "ÜBERTRAGUNGSNETZ", "УКРЗАЛІЗНИЦЯ"])
def test_an_abbreviation_in_capitals_is_not_divided_as_a_word_would_be(word: str) -> None:
    for language in ("fr", "de", "uk"):
        assert Hyphens(language, None).places(word) == []
    assert Hyphens("de", None).places("Übertragungsnetz")
