"""Addresses that stand in the text: they may break, whatever their link is in ASCII."""

from __future__ import annotations

import pytest

from builder.model.links import link
from builder.model.text import Owner, Run
from builder.text.opportunities import parts_of


@pytest.mark.parametrize("address", ["https://example.org/a/b", "https://häfen.example/a/b"])
@pytest.mark.parametrize("owner", [None, Owner("name", "statistics")])
def test_a_line_may_break_after_the_slashes_of_an_address(
    address: str, owner: Owner | None
) -> None:
    run = Run(address, link=link(address).target, owner=owner)
    assert len(parts_of(address, run)) > 3


def test_the_words_of_a_link_are_no_address() -> None:
    run = Run("a/b", link="https://example.org/a/b", owner=Owner("name", "statistics"))
    assert len(parts_of("a/b", run)) == 1
