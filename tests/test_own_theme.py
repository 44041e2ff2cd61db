"""A theme of one's own beside briefing.yaml, with its own fonts: measured, embedded, watched."""

from __future__ import annotations

import shutil
from pathlib import Path

import pikepdf
import pytest

from builder.cli import run
from builder.theme import assets
from tests.finished import strings

CASE = Path(__file__).parent / "cases" / "strangers" / "own-theme-beside"


def content(folder: Path, font: str = "LiberationSans-Regular") -> Path:
    """Write a content whose own theme sets running text in a font that lies beside it."""
    shutil.copytree(CASE, folder)
    theme = folder / "mine.yaml"
    text = theme.read_text("utf-8")
    for cut in ("SourceSerif4-Regular", "SourceSans3-Regular"):
        text = text.replace(f": {cut}\n", ": Haus\n")
    theme.write_text(text, "utf-8")
    shutil.copy(assets.font(font), folder / "Haus.ttf")
    return folder


def fonts(paper: Path) -> set[str]:
    """Return the names of the fonts that a paper embeds."""
    with pikepdf.open(paper) as pdf:
        return {
            str(held.FontName).partition("+")[2]
            for held in pdf.objects
            if isinstance(held, pikepdf.Dictionary) and "/FontFile2" in held
        }


@pytest.mark.longer
def test_its_fonts_are_embedded_and_a_changed_one_builds_anew(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder, out = content(tmp_path / "house"), tmp_path / "out"
    paper, deck = out / "library-briefing.pdf", out / "library-briefing.pptx"
    build = ["build", str(folder), "--out", str(out)]
    assert run(build) == 0, capsys.readouterr().err
    first = paper.read_bytes()
    assert "LiberationSans" in fonts(paper)
    assert not {name for name in fonts(paper) if name.endswith("Regular")}
    assert not [text for text in (*strings(paper), *strings(deck)) if str(tmp_path) in text]
    assert run(build) == 0
    assert capsys.readouterr().out.count("is up to date") == 2
    assert run(["check", str(folder), "--out", str(out)]) == 0
    shutil.copy(assets.font("LiberationSans-Bold"), folder / "Haus.ttf")
    assert run(["check", str(folder), "--out", str(out)]) == 3
    assert "built from another content" in capsys.readouterr().err
    assert run(build) == 0
    assert "LiberationSans-Bold" in fonts(paper)
    assert "LiberationSans" not in fonts(paper)
    assert paper.read_bytes() != first


@pytest.mark.longer
def test_the_same_content_gives_the_same_bytes_wherever_it_lies(tmp_path: Path) -> None:
    made = []
    for name in ("a", "zz/another"):
        folder, out = content(tmp_path / name / "house"), tmp_path / name / "out"
        assert run(["build", str(folder), "--out", str(out)]) == 0
        made.append([(out / f"library-briefing.{end}").read_bytes() for end in ("pdf", "pptx")])
    assert made[0] == made[1]


@pytest.mark.parametrize("name", ["../mine.yaml", "/etc/mine.yaml", "sub/../../mine.yaml"])
def test_a_theme_outside_the_folder_is_refused_with_advice(
    name: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = content(tmp_path / "house")
    shutil.copy(folder / "mine.yaml", tmp_path / "mine.yaml")
    briefing = folder / "briefing.yaml"
    briefing.write_text(briefing.read_text("utf-8").replace("mine.yaml", name), "utf-8")
    (folder / "mine.yaml").unlink()
    assert run(["build", str(folder), "--out", str(tmp_path / "out")]) == 1
    said = capsys.readouterr().err
    assert f'the theme "{name}" lies outside the content folder' in said
    assert "put it beside briefing.yaml, its fonts and logo too: theme: mine.yaml" in said


@pytest.mark.parametrize(
    ("data", "says"),
    [
        (b"OTTO" + bytes(60), 'the font "Haus" holds PostScript outlines'),
        (b"ttcf" + bytes(60), 'the font "Haus" is a collection of fonts'),
        (b"wOF2" + bytes(60), 'the font "Haus" is no TrueType font'),
        (assets.font("LiberationSans-Bold").read_bytes()[:5000], 'the font "Haus" is cut off'),
    ],
)
def test_a_font_that_cannot_be_embedded_is_named(
    data: bytes, says: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = content(tmp_path / "house")
    (folder / "Haus.ttf").write_bytes(data)
    assert run(["build", str(folder), "--out", str(tmp_path / "out")]) == 1
    assert says in capsys.readouterr().err


def test_a_font_that_forbids_embedding_is_named(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = content(tmp_path / "house")
    data = bytearray((folder / "Haus.ttf").read_bytes())
    entry = data.index(b"OS/2", 12)
    start = int.from_bytes(data[entry + 8 : entry + 12])
    data[start + 8 : start + 10] = b"\x00\x02"
    (folder / "Haus.ttf").write_bytes(bytes(data))
    assert run(["build", str(folder), "--out", str(tmp_path / "out")]) == 1
    assert 'the font "Haus" forbids embedding' in capsys.readouterr().err
