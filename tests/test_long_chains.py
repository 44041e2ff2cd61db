"""What thousands of figures that nothing prints do to the register of figures."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pikepdf
import pytest

from builder import project
from builder.verify import read

QUICK = Path(__file__).parent / "cases" / "quick"
LINKS = 640
UNPRINTED = 500


@pytest.fixture(scope="module")
def paper(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The paper of a content in which one sentence prints the last figure of a long chain."""
    folder = tmp_path_factory.mktemp("chain")
    shutil.copytree(QUICK, folder / "content")
    content = folder / "content"
    with (content / "figures.yaml").open("a", encoding="utf-8") as figures:
        figures.write("\nlink_0: {label: Ships, value: 1000, unit: ships, source: statistics}\n")
        for at in range(1, LINKS):
            figures.write(f"link_{at}: {{label: Ships, formula: link_{at - 1} + 1}}\n")
    section = sorted((content / "sections").iterdir())[-1]
    with section.open("a", encoding="utf-8") as text:
        text.write(f"\nThere are {{{{ link_{LINKS - 1} }}}} now.\n")
    return project.build(content, folder, ("paper",)).files[0].path


@pytest.mark.longer
def test_the_register_lists_the_nearest_figures_and_counts_the_others(paper: Path) -> None:
    left = LINKS - 1 - UNPRINTED
    entries = read(paper).entries or ()
    rows = {entry.within for entry in entries if entry.within.startswith("figure:link_")}
    assert rows == {f"figure:link_{at}" for at in range(left, LINKS)}
    counted = [entry.text for entry in entries if entry.form == "register"]
    assert counted == [str(left)]


@pytest.mark.longer
def test_the_attached_data_hold_every_figure(paper: Path) -> None:
    with pikepdf.open(paper) as pdf:
        data = json.loads(pdf.attachments["figures.json"].get_file().read_bytes())
    ids = [figure["id"] for figure in data]
    assert [id for id in ids if id.startswith("link_")] == [f"link_{at}" for at in range(LINKS)]


@pytest.mark.longer
def test_a_figure_without_a_row_is_no_target_of_a_link(paper: Path) -> None:
    farthest = LINKS - 1 - UNPRINTED
    with pikepdf.open(paper) as pdf:
        names = {str(name) for name in pikepdf.NameTree(pdf.Root.Names.Dests)}
        targets = {
            str(link.A.D if "/A" in link else link.Dest)
            for page in pdf.pages
            for link in page.get("/Annots", [])
            if link.Subtype == "/Link" and "/URI" not in link.get("/A", {})
        }
    assert not any(name.endswith(f"link_{farthest - 1}") for name in names)
    assert targets <= names
