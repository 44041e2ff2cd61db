"""References, styles and drawings that were made to break a build: built, or refused in words."""

from __future__ import annotations

import re
import shutil
import tomllib
from pathlib import Path

import pytest
from PIL import Image

from builder import build
from builder.problems import ContentError
from tests.pictures import case, saved
from tests.shares import share
from tests.test_citations import styled, words

CASES = Path(__file__).parent / "cases"
CITED = CASES / "cited"
_REPEATED = re.compile(r"<(\d+)\*([^>]+)>")


def written(name: str) -> dict[str, dict[str, str]]:
    """Return the cases of a file; `<30*x>` in them stands for thirty times x."""
    return {
        key: {part: _REPEATED.sub(lambda m: m[2] * int(m[1]), text) for part, text in one.items()}
        for key, one in tomllib.loads((CASES / name).read_text("utf-8")).items()
    }


BIB = written("references-broken.toml")
JSON = written("references-broken-json.toml")
DRAWINGS = tomllib.loads((CASES / "drawings-refused.toml").read_text("utf-8"))


def cited(tmp_path: Path) -> Path:
    """Return a copy of the case that cites, without slides, citing one work more."""
    folder = Path(shutil.copytree(CITED, tmp_path / "content"))
    section = folder / "sections" / "counting.md"
    text = section.read_text("utf-8").partition("::::{slide}")[0]
    section.write_text(f"{text}\nSo says the last one [@odd].\n", "utf-8")
    return folder


def answer(folder: Path) -> str:
    """Return what a build tells that refuses a content; nothing where it builds."""
    try:
        build(folder, folder.parent / "out")
    except ContentError as error:
        return "\n".join(f"{each.found}\n{each.hint}" for each in error.problems)
    return ""


@pytest.mark.parametrize("name", share(BIB, 12))
def test_broken_bibtex_is_read_or_refused_in_words(tmp_path: Path, name: str) -> None:
    folder = cited(tmp_path)
    with (folder / "references.bib").open("a", encoding="utf-8") as file:
        file.write(f"\n{BIB[name]['bib']}\n")

    said = answer(folder)

    assert BIB[name]["says"] in said
    assert BIB[name]["says"] or not said or "does not fit" in said


@pytest.mark.parametrize("name", share(JSON, 3))
def test_broken_csl_json_is_read_or_refused_in_words(tmp_path: Path, name: str) -> None:
    folder = cited(tmp_path)
    (folder / "references.json").write_text(JSON[name]["json"], "utf-8")

    said = answer(folder)

    assert JSON[name]["says"] in said
    assert JSON[name]["says"] or not said


@pytest.mark.longer
def test_authors_that_an_entry_leaves_out_are_told(tmp_path: Path) -> None:
    folder = cited(tmp_path)
    with (folder / "references.bib").open("a", encoding="utf-8") as file:
        file.write("@book{odd, author = {Doe, Jane and others}, title = {T}, date = {2020}}\n")

    assert not answer(folder)

    assert "(Doe et al., 2020)" in words(tmp_path / "out" / "cited.pdf")


@pytest.mark.parametrize("encoding", share(["utf-8", "utf-16"], 2))
def test_a_style_with_a_dtd_is_refused_in_any_encoding(tmp_path: Path, encoding: str) -> None:
    folder = cited(tmp_path)
    briefing = folder / "briefing.yaml"
    briefing.write_text(styled("own.csl")(briefing.read_text("utf-8")), "utf-8")
    style = (
        f'<?xml version="1.0" encoding="{encoding}"?><!DOCTYPE style [<!ENTITY a "b">]>'
        '<style xmlns="http://purl.org/net/xbiblio/csl" class="in-text"><citation><layout>'
        '<text value="&a;"/></layout></citation></style>'
    )
    (folder / "own.csl").write_bytes(style.encode(encoding))

    assert 'the style "own.csl" holds a DTD' in answer(folder)


@pytest.mark.longer
def test_a_style_may_state_what_is_no_number(tmp_path: Path) -> None:
    folder = Path(shutil.copytree(CITED, tmp_path / "content"))
    briefing = folder / "briefing.yaml"
    briefing.write_text(styled("own.csl")(briefing.read_text("utf-8")), "utf-8")
    (folder / "own.csl").write_text(
        '<style xmlns="http://purl.org/net/xbiblio/csl" class="in-text"><citation><layout>'
        '<names variable="author"><name et-al-min="a" et-al-use-first="²"/></names>'
        "</layout></citation></style>",
        "utf-8",
    )

    assert not answer(folder)


def drawing(inside: str) -> bytes:
    """Return a drawing; what cannot be written out in a file of cases is put in here."""
    chain = "".join(f'<g id="a{n}"><use href="#a{n + 1}"/></g>' for n in range(3000))
    styles = "".join(f".p{n}{{fill:url(#p{n})}}" for n in range(12))
    tiles = "".join(
        f'<pattern id="p{n}" width="1" height="1">'
        + f'<rect class="p{n + 1}" width="1" height="1"/>' * 10
        + "</pattern>"
        for n in range(11)
    )
    long = {
        "<chain/>": f'{chain}<g id="a3000"/>',
        "<patterns/>": f'<style>{styles}</style>{tiles}<rect class="p0" width="99" height="99"/>',
        "<groups/>": '<g opacity=".9"><rect width="200" height="100"/>' * 200 + "</g>" * 200,
    }
    for short, whole in long.items():
        inside = inside.replace(short, whole)
    head = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 200 100">'
    return f"{head}{inside}</svg>".encode()


@pytest.mark.parametrize("name", share(DRAWINGS, 4))
def test_a_drawing_made_to_break_is_refused_in_words(tmp_path: Path, name: str) -> None:
    folder = case(tmp_path / "content", {"plan.svg": drawing(DRAWINGS[name]["svg"])})

    assert f'the picture "pictures/plan.svg": {DRAWINGS[name]["says"]}' in answer(folder)


@pytest.mark.longer
def test_a_webp_larger_than_its_decoder_bears_is_refused(tmp_path: Path) -> None:
    wave = saved(Image.new("RGB", (4100, 4000)), "WEBP")
    folder = case(tmp_path / "content", {"wave.webp": wave})

    assert "it has 4,100 by 4,000 pixels\nat most 16 million pixels are read" in answer(folder)
