"""Change any figure of the briefing, and both files change in its every place and in no other.

Every figure is changed in the content, directly or through what it is computed from, and both
files are built again and read back.
"""

from __future__ import annotations

import re
import shutil
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

import pytest

from builder import project
from builder.model.ledger import Owned
from builder.model.snapshot import Snapshot
from builder.problems import ContentError
from builder.verify import Reading, read
from builder.verify.reading import canonical
from builder.verify.trust import examined
from tests.shares import share

pytestmark = pytest.mark.usefixtures("remembered")

ROOT = Path(__file__).resolve().parents[1]
_ABOUT = {"label", "as_of"}
# What a chart plots and how far its axes run: no words, and they follow its figures. What links
# say repeats the words that they stand on.
PLOTTED = re.compile(r"^series \d+, point|axis$")
# Another value of each figure that is stated, near enough for the claims to hold; dates are told in
# as many letters as before, for an alternate text takes its source only where it has the room.
CHANGES = {
    "drones_delivered": "3800",
    "missiles_delivered": "500",
    "arms_containers": "12000",
    "artillery_rounds": "6000000",
    "semiconductor_share": "91",
    "trade_russia": "250",
    "trade_us": "670",
    "trade_eu": "810",
    "shipments_begin": "2022-09",
    "pact_signed": "2024-07",
    "eu_disclosure": "2025-09",
}
# And one that some claim no longer allows.
REFUSED = {
    "drones_delivered": ("1900", "drones_and_containers_in_thousands"),
    "arms_containers": ("1900", "thousands_and_millions"),
    "artillery_rounds": ("900000", "thousands_and_millions"),
    "semiconductor_share": ("80", "nearly_all_semiconductors"),
    "trade_russia": ("900", "russia_trade_far_smaller"),
    "trade_us": ("300", "russia_trade_far_smaller"),
    "trade_eu": ("300", "russia_trade_far_smaller"),
    "shipments_begin": ("2024-07", "shipments_before_pact"),
    "pact_signed": ("2024-10", "dates_in_order"),
    "eu_disclosure": ("2024-05", "dates_in_order"),
}


@dataclass(frozen=True)
class Built:
    """What both files of one build say, and the edition that they carry."""

    readings: tuple[Reading, Reading]

    @property
    def snapshot(self) -> Snapshot:
        snapshot = self.readings[0].snapshot
        assert snapshot is not None
        return snapshot

    def states(self) -> dict[str, str]:
        """Return every figure as it is printed in full."""
        return {figure.id: figure.printed for figure in self.snapshot.figures}


@pytest.fixture(scope="module")
def workshop(house: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder for the built files; charts that did not change are drawn once for all builds."""
    return shutil.copytree(house, tmp_path_factory.mktemp("workshop") / "built")


@pytest.fixture(scope="module")
def before(workshop: Path) -> Built:
    return built(ROOT / "content", workshop)


def built(content: Path, out: Path) -> Built:
    files = project.build(content, out, ("paper", "deck")).files
    paper, deck = (read(written.path) for written in files)
    return Built((paper, deck))


def changed(folder: Path, figure: str, value: str) -> Path:
    """Return a copy of the project's content with a figure's value, or its cell, another one."""
    content = folder / "content"
    shutil.copytree(ROOT / "content", content)
    figures = (content / "figures.yaml").read_text("utf-8")
    stated = re.compile(rf"^({figure}:\n(?:  .*\n)*?  value: )(\S+)", re.MULTILINE)
    if stated.search(figures):
        (content / "figures.yaml").write_text(stated.sub(rf"\g<1>{value}", figures), "utf-8")
        return content
    cell = re.search(
        rf"^{figure}:\n(?:  .*\n)*?  cell: .*partner: ([\w ]+)\}}", figures, re.MULTILINE
    )
    assert cell is not None, f"{figure} is neither stated nor bound to a cell"
    table = content / "data" / "china_trade.csv"
    text, times = re.subn(rf"(?m)^({cell[1]}),\d+,", rf"\g<1>,{value},", table.read_text("utf-8"))
    assert times == 1
    table.write_text(text, "utf-8")
    return content


def rest(reading: Reading, changing: Iterable[str]) -> list[list[str]]:
    """Return the words of a file, channel by channel, without what changing figures print.

    Also without what follows from them: the fingerprint, the ticks of axes, references, and the
    numbers of pages. Charts stand where the paper's pages have room for them, and what is repeated
    there follows: of the paper, it is how often each word stands, in no order.
    """
    figures = set(changing)
    assert reading.carried is not None
    assert examined(reading.medium, reading).changed == ()
    words: dict[str, list[str]] = {}
    for place in reading.carried.places:
        if place.channel == "tooltip" or PLOTTED.search(place.part):
            continue
        if place.part.startswith("ActualText"):  # what is printed, said aloud
            continue
        kept, at = [], 0
        for run in place.owned:
            if run.kind != "claim" and follows(run, figures):
                kept.append(place.text[at : run.start])
                at = run.end
        kept.append(place.text[at:])
        said = words.setdefault("text" if reading.medium == "paper" else place.channel, [])
        said.extend(canonical(" ".join(kept)).replace("-", " ").split())
    if reading.medium == "paper":
        return [sorted(re.findall(r"\w+", " ".join(said))) for said in words.values()]
    return list(words.values())


def follows(run: Owned, figures: set[str]) -> bool:
    if run.kind == "figure":
        return run.owner in figures
    furniture = {"fingerprint", "page", "reference"}.intersection((run.owner, run.form))
    return run.kind in ("tick", "cell") or bool(furniture)


def places(reading: Reading, figure: str) -> Counter[tuple[int, str, str]]:
    """Return how often a figure stands on each slide; in the paper, whose text flows, in all."""
    return Counter(
        (entry.page if reading.medium == "deck" else 0, entry.channel, entry.form)
        for entry in reading.entries or ()
        if entry.kind == "figure" and entry.owner == figure
    )


def texts(reading: Reading, figure: str) -> set[str]:
    """Return what a file prints of the figure itself, not of its name or period."""
    return {
        entry.text
        for entry in reading.entries or ()
        if entry.kind == "figure"
        and entry.owner == figure
        and not _ABOUT & set(entry.form.split("|"))
    }


@pytest.mark.longer
@pytest.mark.parametrize("figure", share(CHANGES, 11))
def test_both_files_change_in_every_place_of_a_figure_and_in_no_other(
    before: Built, workshop: Path, tmp_path: Path, figure: str
) -> None:
    after = built(changed(tmp_path, figure, CHANGES[figure]), workshop)
    was, now = before.states(), after.states()
    moved = {name for name in was if was[name] != now[name]}
    assert figure in moved
    for old, new in zip(before.readings, after.readings, strict=True):
        assert texts(old, figure)
        for name in moved:
            assert not texts(old, name) & texts(new, name), f"{name} stays somewhere"
            assert places(old, name) == places(new, name)
        assert rest(old, moved) == rest(new, moved)


@pytest.mark.longer
def test_every_figure_of_the_briefing_is_among_those_changed(before: Built) -> None:
    """A figure that is computed changes with what it is computed from."""
    inputs = {
        figure.id: set(re.findall(r"\w+", figure.basis)) for figure in before.snapshot.figures
    }
    reached = set(CHANGES)
    while more := {name for name, of in inputs.items() if of & reached} - reached:
        reached |= more
    assert reached == set(before.states())


@pytest.mark.parametrize("figure", share(REFUSED, 4))
def test_a_figure_that_a_claim_does_not_allow_stops_the_build_and_names_the_claim(
    tmp_path: Path, figure: str
) -> None:
    value, claim = REFUSED[figure]
    with pytest.raises(ContentError, match=f'claim "{claim}"'):
        project.build(changed(tmp_path, figure, value), tmp_path / "out", ("paper", "deck"))
    assert not (tmp_path / "out").exists()
