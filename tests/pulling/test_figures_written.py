"""However a figure stands in figures.yaml, it is written so that the file says what it should."""

from __future__ import annotations

import tomllib
from decimal import Decimal
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

from builder.content.documents import read_document
from builder.content.lines import as_lines
from builder.model.figure import Hedge
from builder.problems import ContentError, Problems
from builder.pulling.apply import Files
from builder.pulling.changes import Change, Hedging

CASES = tomllib.loads(
    (Path(__file__).parents[1] / "cases" / "figures-written.toml").read_text("utf-8")
)
CHANGED = Change(
    "loans",
    "loans",
    "Loans",
    "61,000",
    "about 62,500",
    Decimal(62500),
    (Hedging("loans", None, Hedge.ABOUT),),
    (),
)


@pytest.mark.parametrize("name", CASES)
def test_a_figure_is_written_so_that_it_reads_as_it_should_or_not_at_all(
    name: str, tmp_path: Path
) -> None:
    before, after = CASES[name]["before"], CASES[name]["after"]
    path = tmp_path / "figures.yaml"
    path.write_bytes(before.encode())
    no_data: Any = SimpleNamespace(data={})
    files = Files(tmp_path, no_data)
    files.place(CHANGED)
    if not after:
        with pytest.raises(ContentError, match="cannot be replaced without what stands around it"):
            files.check()
        return
    files.check()
    files.write()
    assert path.read_bytes().decode() == after
    document = read_document(as_lines(after, "figures.yaml"), Problems())
    assert document is not None
    said: Any = document.plain["loans"]
    assert (said["value"], said["hedge"]) == ("62500", "about")
