"""Change a figure once, and both files follow everywhere; break the content, and neither moves."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path

import pytest

from builder.cli import run
from builder.verify import Reading, read
from builder.verify.fresh import compare_files
from builder.verify.trust import examined
from tests.finished import count, strings
from tests.outputs.pdf import gate
from tests.shares import share

ROOT = Path(__file__).resolve().parents[1]
DRONES = ("figures.yaml", "value: 3700", "value: 4800")
TRADE = ("data/china_trade.csv", "Russia,240,", "Russia,250,")


@dataclass(frozen=True)
class Files:
    """The two finished files of one build."""

    paper: Path
    deck: Path

    @classmethod
    def of(cls, out: Path) -> Files:
        (paper,), (deck,) = out.glob("*.pdf"), out.glob("*.pptx")
        return cls(paper, deck)

    def bytes(self) -> tuple[bytes, bytes]:
        return self.paper.read_bytes(), self.deck.read_bytes()


def build(content: Path, out: Path, seed: str) -> Files:
    """Build in a process of its own, hashing strings by `seed`, with nothing drawn before."""
    command = [sys.executable, "-m", "builder", "build", str(content), "--out", str(out)]
    cache = str(out.with_name(f"{out.name}.cache"))
    environment = os.environ | {"PYTHONHASHSEED": seed, "XDG_CACHE_HOME": cache}
    done = subprocess.run(
        command, cwd=ROOT, env=environment, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr
    return Files.of(out)


@pytest.fixture(scope="module")
def before(house: Path) -> Files:
    return Files.of(house)


@pytest.fixture(scope="module")
def changed(tmp_path_factory: pytest.TempPathFactory) -> Callable[[str, str, str], Files]:
    built: dict[tuple[str, str, str], Files] = {}

    def build_changed(name: str, old: str, new: str) -> Files:
        if (name, old, new) not in built:
            folder = tmp_path_factory.mktemp("changed")
            content = edited(folder, name, old, new)
            out = folder / "out"
            assert run(["build", str(content), "--out", str(out)]) == 0
            built[name, old, new] = Files.of(folder / "out")
        return built[name, old, new]

    return build_changed


def edited(folder: Path, name: str, old: str, new: str) -> Path:
    """Return a copy of the project's content with one text, which stands there once, changed."""
    content = folder / "content"
    shutil.copytree(ROOT / "content", content)
    text = (content / name).read_text("utf-8")
    assert text.count(old) == 1, f"{name} holds {old!r} {text.count(old)} times"
    (content / name).write_text(text.replace(old, new), "utf-8")
    return content


def printed(reading: Reading, figure: str) -> Counter[tuple[str, str, str]]:
    """Return how often each text of a figure is printed, by form and channel."""
    return Counter(
        (entry.form, entry.channel, entry.text)
        for entry in reading.entries or ()
        if entry.kind == "figure" and entry.owner == figure
    )


CHANGES = pytest.mark.parametrize(
    ("change", "figure", "old", "new"),
    share(
        [(DRONES, "drones_delivered", "3,700", "4,800"), (TRADE, "trade_russia", "240", "250")],
        2,
        ids=["drones", "trade"],
    ),
)


@pytest.mark.parametrize("medium", share(["paper", "deck"], 2))
@CHANGES
def test_the_old_number_is_nowhere_and_the_new_one_in_its_every_place(
    before: Files,
    changed: Callable[[str, str, str], Files],
    medium: str,
    change: tuple[str, str, str],
    figure: str,
    old: str,
    new: str,
) -> None:
    was, now = getattr(before, medium), getattr(changed(*change), medium)
    assert count(was, old) > 0
    assert count(now, old) == 0
    assert count(now, new) - count(was, new) == count(was, old)
    expected = {
        (form, channel, swapped(text, old, new)): times
        for (form, channel, text), times in printed(read(was), figure).items()
    }
    assert expected
    assert printed(read(now), figure) == expected


def swapped(text: str, old: str, new: str) -> str:
    plain_old, plain_new = old.replace(",", ""), new.replace(",", "")
    return re.sub(rf"(?<!\d){plain_old}(?!\d)", plain_new, text.replace(old, new))


@CHANGES
def test_both_files_say_what_they_should_after_a_change(
    changed: Callable[[str, str, str], Files],
    change: tuple[str, str, str],
    figure: str,
    old: str,
    new: str,
) -> None:
    files = changed(*change)
    paper, deck = read(files.paper), read(files.deck)
    found = (*examined("paper", paper).changed, *examined("deck", deck).changed)
    assert [str(finding) for finding in found] == []
    assert [str(f) for f in compare_files(paper, deck)] == []


def test_a_paper_and_a_deck_of_different_figures_are_told_apart(
    before: Files, changed: Callable[[str, str, str], Files]
) -> None:
    findings = compare_files(read(before.paper), read(changed(*DRONES).deck))
    found = [str(finding) for finding in findings]
    assert any("fingerprint" in line for line in found)
    assert any("drones_delivered" in line and "4,800" in line for line in found)


def test_the_paper_passes_both_standards_and_its_structure_is_whole(before: Files) -> None:
    assert gate.failures(before.paper) == []
    assert gate.faults(before.paper) == []


@pytest.mark.longer
def test_an_unchanged_content_gives_the_same_bytes(before: Files, tmp_path: Path) -> None:
    """One is built here, the other in a process where strings hash otherwise."""
    again = build(ROOT / "content", tmp_path, seed="2")
    assert again.bytes() == before.bytes()


@pytest.mark.longer
def test_one_file_alone_is_the_same_as_in_a_build_of_both(before: Files, tmp_path: Path) -> None:
    assert run(["report", str(ROOT / "content"), "--out", str(tmp_path)]) == 0
    assert [path.suffix for path in tmp_path.iterdir() if path.is_file()] == [".pdf"]
    assert run(["slides", str(ROOT / "content"), "--out", str(tmp_path)]) == 0
    assert Files.of(tmp_path).bytes() == before.bytes()


@pytest.mark.parametrize(
    ("name", "old", "new", "message"),
    [
        (
            "sections/iran.md",
            "{{ drones_delivered | number | capital }}",
            "{{ drones_deliverd | number | capital }}",
            r'iran\.md:\d+:\d+: error: .*"drones_deliverd".*\n.*did you mean drones_delivered\?',
        ),
        (
            "sections/iran.md",
            "Both counts are lower bounds",
            "Both counts, 3,700 and more, are lower bounds",
            r'iran\.md:\d+:\d+: error: .*unbound.*"3,700".*\n.*drones_delivered',
        ),
        (
            "data/china_trade.csv",
            "Russia,240,",
            "Russia,900,",
            r'china\.md:\d+:\d+: error: "is far smaller than .*" no longer holds\n'
            r'(  .*\n)*?  claim "russia_trade_far_smaller"',
        ),
    ],
    ids=["an unknown figure", "an unbound digit", "a claim that no longer holds"],
)
def test_a_broken_content_is_refused_and_the_old_files_stay(
    before: Files,
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
    name: str,
    old: str,
    new: str,
    message: str,
) -> None:
    out = tmp_path / "out"
    out.mkdir()
    for path in (before.paper, before.deck):
        shutil.copy2(path, out)
    content = edited(tmp_path, name, old, new)
    assert run(["build", str(content), "--out", str(out)]) == 1
    assert re.search(message, capsys.readouterr().err)
    assert Files.of(out).bytes() == before.bytes()
    assert {path.name for path in out.iterdir()} == {before.paper.name, before.deck.name}


@pytest.mark.longer
@pytest.mark.parametrize("medium", ["paper", "deck"])
def test_digits_whose_place_is_struck_from_the_ledger_are_found(before: Files, medium: str) -> None:
    reading = read(getattr(before, medium))
    assert reading.carried is not None
    places = reading.carried.places
    for at in range(0, len(places), 5):
        if re.search(r"\d", places[at].text):
            carried = replace(reading.carried, places=places[:at] + places[at + 1 :])
            struck = examined(medium, replace(reading, carried=carried)).changed
            assert struck, f"{places[at]} is not missed"


def test_both_files_name_the_sources_of_what_they_show_in_one_order(before: Files) -> None:
    paper = " ".join(strings(before.paper))
    lines = {
        text.removesuffix(".").partition(" · ")[0].strip()
        for text in strings(before.deck)
        if text.startswith("Source: ") and "; " in text
    }
    assert "Source: European Union; not stated" in lines
    assert [line for line in lines if f"{line}." not in paper] == []
