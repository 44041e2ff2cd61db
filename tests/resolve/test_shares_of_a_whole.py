"""Shares of a whole: what is drawn as one must come to a hundred, as far as rounding lets it."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml

from tests.resolve.making import chart_spec, complaints, content, table, words

FILE = Path(__file__).parents[1] / "cases" / "shares-of-a-whole.yaml"
CASES: list[list[Any]] = yaml.safe_load(FILE.read_text("utf-8"))


def told(kind: str, language: str, rows: list[str], note: str, **keys: Any) -> list[str]:
    """Return what is said of the sums of a chart whose rows are these shares."""
    parts = [*"abcdefgh"][: rows[0].count(",") + 1]
    if kind == "doughnut":
        lines = [f"{name},{cell}" for name, cell in zip(parts, rows[0].split(","), strict=True)]
        data, parts = table("held", "\n".join(["x,y", *lines])), ["y"]
    else:
        lines = [f"r{at},{row}" for at, row in enumerate(rows)]
        data = table("held", "\n".join([f"x,{','.join(parts)}", *lines]))
    spec = chart_spec(
        kind, title=words("T"), note=words(note) if note else (), table="held", x="x",
        y=tuple(parts), unit="%", source=("survey",), **keys,
    )  # fmt: skip
    made = content(charts=(spec,), data=(data,), language=language)
    return [each for each in complaints(made) if "that sum to" in each]


@pytest.mark.parametrize(
    ("kind", "language", "rows", "note", "told_of", "what"),
    [(*case, "")[:6] for case in CASES],
)
def test_shares_that_are_drawn_as_a_whole_come_to_a_hundred(
    kind: str, language: str, rows: list[str], note: str, told_of: str, what: str
) -> None:
    found = told(kind, language, rows, note)
    assert len(found) == (told_of != "none"), found
    assert all(f": {told_of}: " in each and what in each for each in found)
    assert all("expected 100%" in each for each in found)
