"""Where links lead is planned and read back like everything else that readers can see."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pikepdf
import pytest

from builder import project
from builder.verify import Reading, read
from builder.verify.trust import examine
from tests.altering import packed, unpacked

pytestmark = [pytest.mark.longer, pytest.mark.usefixtures("remembered")]

ROOT = Path(__file__).resolve().parents[1]
SAID = """
See [the notice](https://example.org/2024/09/notice).

::::{slide} Where to read on
- See [the notice](https://example.org/2024/09/notice)

:::{notes}
Hold up [the other notice](https://example.org/2024/10/notice).
:::
::::
"""


@pytest.fixture(scope="module")
def files(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path]:
    folder = tmp_path_factory.mktemp("linked")
    shutil.copytree(ROOT / "content", folder / "content")
    with (folder / "content/sections/iran.md").open("a", encoding="utf-8") as section:
        section.write(SAID)
    out = folder / "out"
    paper, deck = project.build(folder / "content", out, ("paper", "deck")).files
    return paper.path, deck.path


def addresses(reading: Reading) -> Iterator[str]:
    for page in reading.pages:
        yield from page.pieces("link")


def test_addresses_stand_in_the_ledger_as_the_files_hold_them(files: tuple[Path, Path]) -> None:
    for path, ends in zip(files, ({"09"}, {"09", "10"}), strict=True):
        reading = read(path)
        wanted = {f"https://example.org/2024/{end}/notice" for end in ends}
        assert reading.carried is not None
        planned = {place.text for place in reading.carried.places if place.channel == "link"}
        assert set(addresses(reading)) == planned
        outside = {text for text in planned if text.startswith("https:")}
        assert outside == wanted


def test_an_address_changed_in_the_deck_is_found(files: tuple[Path, Path], tmp_path: Path) -> None:
    members = unpacked(files[1].read_bytes())
    for part, data in members.items():
        if b"2024/10/notice" in data and part.endswith(".rels"):
            assert part.startswith("ppt/notesSlides/"), "the notes hold their own links"
            members[part] = data.replace(b"2024/10", b"2025/10")
    (tmp_path / "deck.pptx").write_bytes(packed(members))
    found = [str(one) for one in examine(tmp_path / "deck.pptx").changed]
    assert found == [
        'deck slide 9, link, Notes: expected "https://example.org/2024/10/notice", found'
        ' "https://example.org/2025/10/notice"'
    ]


def test_an_address_changed_in_the_paper_is_found(files: tuple[Path, Path], tmp_path: Path) -> None:
    with pikepdf.open(files[0]) as document:
        for page in document.pages:
            for annotation in page.get("/Annots", []):
                if "/A" in annotation:
                    annotation.A.URI = pikepdf.String("https://example.org/2024/08/notice")
        document.save(tmp_path / "paper.pdf")
    found = [str(one) for one in examine(tmp_path / "paper.pdf").changed]
    assert any(
        'link: expected "https://example.org/2024/09/notice", found'
        ' "https://example.org/2024/08/notice"' in line
        for line in found
    ), found
