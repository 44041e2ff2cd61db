"""Numbers of points, boxes and rules of finished papers, by where they stand."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations
from pathlib import Path

import pytest

from builder import project
from tests.look.marks import Mark, Page, pages

pytestmark = [pytest.mark.longer, pytest.mark.usefixtures("remembered")]

PROSE = (
    "The harbour lies where the river meets the estuary, and most of what the region makes or "
    "needs passes over its quays. Ships call by day and by night; the pilots know the bar, the "
    "tugs know the pilots, and the cranes wait for both.\n"
)
LIST = """
998. the crown at the mill, where the road crosses it and lorries turn at night
999. the gates

     98. those of the town, which are closed by hand
     99. those of the mill
     100. those of the old canal, of which nobody has a plan
1000. the pumps
"""
BOX = ":::{callout} Box %s\nBegins %s.\n\n1. gate of %s\n2. lock of %s\n\nEnds %s.\n:::\n"
NAMES = ("alder", "birch", "cedar", "elder", "hazel", "juniper", "larch", "maple", "oak", "pine")


@pytest.fixture(scope="module", params=[1, 2], ids=["one-column", "two-columns"])
def drawn(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> list[Page]:
    """A paper of short boxes among prose of several lengths, so that pages end anywhere."""
    folder = tmp_path_factory.mktemp("beside")
    (folder / "sections").mkdir()
    (folder / "briefing.yaml").write_text(
        f"title: Beside\nslug: b\nlanguage: en-GB\ndate: 2026-03\nsections: [one]\n"
        f"page: {{size: A4, columns: {request.param}}}\n"
    )
    boxes = "\n".join(
        (PROSE + "\n") * (1 + at % 3) + BOX.replace("%s", name) for at, name in enumerate(NAMES)
    )
    text = f"# One\n\n{PROSE}{LIST}\n{boxes}"
    (folder / "sections" / "one.md").write_text(text)
    project.build(folder, folder, ("paper",))
    return pages(folder / "b.pdf")


def words(page: Page) -> Iterator[Mark]:
    return (mark for mark in page.marks if mark.words and not mark.aside)


def test_numbers_of_points_end_in_one_line_and_clear_of_their_words(drawn: list[Page]) -> None:
    found = 0
    for page in drawn:
        labels = [mark for mark in words(page) if mark.tag == "Lbl" and mark.words[:-1].isdigit()]
        for label in labels:
            right = [
                mark.box[0]
                for mark in words(page)
                if abs(mark.baseline - label.baseline) < 1 and mark.box[0] > label.box[0] + 1
            ]
            assert min(right) - label.box[2] >= 2, label.words
            found += 1
    assert found == 6 + 2 * len(NAMES)


def test_short_boxes_are_not_divided(drawn: list[Page]) -> None:
    lines = [mark for page in drawn for mark in words(page)]
    two = max(mark.box[2] - mark.box[0] for mark in lines) < 300
    for name in NAMES:
        where = {
            (number, two and mark.box[0] > page.width / 2)
            for number, page in enumerate(drawn)
            for mark in words(page)
            if mark.words.rstrip(".").endswith(name)
        }
        assert len(where) == 1, name


def rules(page: Page) -> list[Mark]:
    """Return the rules of a page; what is short underlines words."""
    return [
        mark
        for mark in page.marks
        if not mark.words and mark.box[3] - mark.box[1] < 2 and mark.box[2] - mark.box[0] > 100
    ]


@pytest.fixture(scope="module")
def paper(house: Path) -> list[Page]:
    """The pages of the project's own paper."""
    (path,) = house.glob("*.pdf")
    return pages(path)


def test_rules_of_neighbouring_columns_stand_at_one_height(paper: list[Page]) -> None:
    pairs = 0
    for page in paper:
        for one, other in combinations(rules(page), 2):
            apart = one.box[2] <= other.box[0] + 1 or other.box[2] <= one.box[0] + 1
            if apart and abs(one.box[3] - other.box[3]) < 3:
                pairs += 1
                assert one.box[3] == pytest.approx(other.box[3], abs=0.1)
    assert pairs >= 3


def test_a_group_of_the_register_says_once_that_its_source_is_not_stated(paper: list[Page]) -> None:
    headed = [any(m.tag == "H2" and m.words == "Register" for m in words(page)) for page in paper]
    register = paper[headed.index(True) :]
    said = [mark.words for page in register for mark in words(page)]
    assert "not stated" in said
    assert said.count("not stated") == 1
    assert said.count("Source:") > 1
