"""Computed sums of tables that someone changed by hand: right where they follow from the rest."""

from __future__ import annotations

from types import SimpleNamespace
from typing import Any

import pytest

from builder.model.table import ResolvedTable
from builder.model.text import Owner, Run
from builder.pulling.changes import Refusal
from builder.pulling.derived import SumEdit, unsummed

SUM = (Run("3\u00a0458", owner=Owner("cell", "t!total/a", "number")),)
TABLE = ResolvedTable("t", (), (), ((SUM,),))


@pytest.mark.parametrize(
    ("owner", "new", "refused"),
    [
        ("t!total/a", "3\u00a0458", False),
        ("t!total/a", "3 458", False),
        ("t!total/a", "3 459", True),
        ("t!total/b", "3 458", True),
    ],
)
def test_a_sum_that_follows_from_what_else_was_changed_is_right(
    owner: str, new: str, refused: bool
) -> None:
    briefing: Any = SimpleNamespace(tables={"t": TABLE})
    edit = SumEdit(owner, new, Refusal("wrong", "change its parts", ()))
    assert len([*unsummed([edit], briefing)]) == refused
    assert len([*unsummed([edit], None)]) == 1
