"""Nothing in a stranger's content runs in the preview, whatever it is called or says."""

import json
import os
import re
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from builder.model.displaylist import Stroke
from builder.model.text import Run
from builder.preview import svg
from builder.preview.locating import goals_of
from builder.preview.paper import PageMarks, SheetLink
from builder.preview.svg import IDENTITY, SvgSheet, SvgWords
from builder.preview.told import marked, words_data
from tests.preview.served import Preview, serving

ROOT = Path(__file__).resolve().parents[2]
SVG = "{http://www.w3.org/2000/svg}"
DRAWS = {SVG + name for name in ("svg", "g", "defs", "clipPath", "path", "text", "tspan", "image")}
SAYS = {
    *("viewBox", "id", "transform", "d", "x", "y", "width", "height", "clip-path", "href"),
    *("fill", "stroke", "stroke-width", "stroke-linecap", "stroke-linejoin", "stroke-dasharray"),
    *("font-family", "font-size", "preserveAspectRatio"),
}
SCRIPT = "<script>alert(name)</script>"
ESCAPED = SCRIPT.replace("<", "\\<")
BREAKS = f"]]>\"'/> {SCRIPT} <img src=x onerror=alert(1)> <!-- &quot; javascript:alert(1)"
FONT = "SourceSans3-Regular"


def held_to_what_draws(markup: str) -> None:
    """Hold markup to elements and attributes that draw, and lead nowhere."""
    parser = etree.XMLParser(resolve_entities=False, no_network=True)
    for element in etree.fromstring(markup.encode(), parser).iter():
        assert element.tag in DRAWS
        assert set(element.attrib) <= SAYS
        assert re.fullmatch(r"picture/[0-9a-z]+", element.get("href", "picture/0"))
        assert re.fullmatch(r"url\(#c[0-9a-f~]*-\d+\)", element.get("clip-path", "url(#c-0)"))


def drawn(said: str, colour: str = "#000000", face: str = FONT) -> etree._Element:
    """Return the markup of a sheet that says and paints this, held to what draws."""
    sheet = SvgSheet(100, 100, "0")
    sheet.begin_clip("M0 0h1z")
    sheet.text(SvgWords(((0.0, said), (50.0, said)), face, 10, IDENTITY, 0), colour)
    sheet.path("M0 0h1z", colour, Stroke(colour, 1.0))
    sheet.end_clip()
    held_to_what_draws(sheet.markup())
    return etree.fromstring(sheet.markup().encode())


@given(
    st.text(st.characters(codec="utf-8")).map(lambda said: f"{said}.{BREAKS}")
    | st.text(st.characters(codec="utf-8")),
    st.text(max_size=9) | st.just(f'red"{BREAKS}'),
)
def test_words_of_any_kind_are_words(said: str, colour: str) -> None:
    told = "".join(drawn(said, colour).itertext())
    assert (BREAKS.replace(" ", "") in told.replace(" ", "")) == (BREAKS in said)


@given(st.text(st.characters(codec="utf-8"), max_size=9).map(lambda name: name + BREAKS))
def test_a_face_of_any_name_is_a_name(name: str) -> None:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(svg, "advance", lambda font, letter: 0.5)
        (text,) = drawn("  words ", face=name).iter(SVG + "text")
    assert text.attrib["font-family"].endswith(BREAKS.partition("#")[0][-20:])


def test_words_that_break_out_of_markup_are_words() -> None:
    sheet = SvgSheet(100, 100, "0")
    sheet.text(SvgWords(((0.0, BREAKS),), FONT, 10, IDENTITY, 0), "#000000")
    held_to_what_draws(sheet.markup())
    told = etree.fromstring(sheet.markup().encode())
    assert "".join(told.itertext()) == BREAKS


@pytest.fixture(scope="module")
def hostile(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Preview]:
    """A content whose every name and text tries to be markup."""
    here = tmp_path_factory.mktemp("hostile") / "<img src=x onerror=alert(1)>"
    folder = here / "content"
    shutil.copytree(ROOT / "tests/cases/small", folder)
    for name, before, after in (
        ("briefing.yaml", "title: The harbour at Norhaven", f"title: '{ESCAPED} Norhaven'"),
        ("figures.yaml", "label: Works begin", f"label: '{ESCAPED} begin'"),
        ("sources.yaml", "title: ", f"title: {ESCAPED} "),
        ("claims.yaml", "says: More", f"says: {ESCAPED} More"),
        ("sections/freight.md", "# Freight", "# \\<img src=x onerror=alert\\> Freight"),
        ("sections/freight.md", "https://example.org/harbour/2024", "https://example.org/%22%3E"),
        ("sections/passengers.md", "::::{slide} ", "::::{slide} \\<svg onload=alert\\> "),
    ):
        text = (folder / name).read_text("utf-8")
        assert before in text
        (folder / name).write_text(text.replace(before, after), "utf-8")
    with serving(folder, here / "build") as served:
        yield served


def test_no_sheet_of_a_hostile_content_holds_more_than_what_draws(hostile: Preview) -> None:
    state = hostile.state
    assert state["build"]["status"] in ("shown", "broken"), state["problems"]
    assert state["paper"], state["problems"]
    for side in ("paper", "deck"):
        for sheet in state[side]:
            held_to_what_draws(hostile.get(f"svg/{sheet['digest']}").body.decode())
    assert SCRIPT in json.dumps(state)  # it stands there as words


def test_what_holds_words_of_content_is_never_taken_for_a_page(hostile: Preview) -> None:
    sheet = hostile.state["paper"][0]
    for name in ("state", f"svg/{sheet['digest']}", f"marks/{sheet['marks']}"):
        headers = hostile.get(name).headers
        assert headers["Content-Type"].split(";")[0] in ("application/json", "image/svg+xml")
        assert headers["X-Content-Type-Options"] == "nosniff"
        assert "script-src 'self'" in headers["Content-Security-Policy"]


def test_links_lead_out_by_the_web_or_to_a_mailbox_alone(hostile: Preview) -> None:
    state = hostile.state
    marks = [each["marks"] for side in ("paper", "deck") for each in state[side]]
    links = [link for each in marks for link in hostile.get(f"marks/{each}").data["links"]]
    notes = [run for each in state["deck"] for line in each["notes"] for run in line]
    led = [each["url"] for each in links if "url" in each]
    assert led
    led += [each["link"] for each in notes if "link" in each]
    assert all(each.startswith(("https://", "http://", "mailto:")) for each in led)


RUNS = [
    *("javascript:alert(1)", "JavaScript:alert(1)", "\tjavascript:alert(1)", "vbscript:x"),
    *("data:text/html,x", "file:///etc/passwd", "blob:https://example.org/x", "//example.org/"),
    *("javascript:alert('https://example.org')", f'javascript:"{BREAKS}"'),
]
FINE = "https://example.org/harbour"


@pytest.mark.parametrize("target", RUNS)
@pytest.mark.parametrize("side", ["paper", "deck"])
def test_a_link_that_would_run_is_not_told(side: str, target: str, hostile: Preview) -> None:
    """Such targets are refused where content is read: here they stand on a sheet all the same."""
    goals = goals_of(side, hostile.engine.scene.laid)
    boxes = ((1.0, 1.0, 2.0, 2.0),)
    links = [SheetLink(link, "words", boxes) for link in (FINE, target)]
    found = marked(PageMarks(links=links), goals)
    assert [link["url"] for link in found["links"]] == [FINE]
    line = [Run("words", link=link) for link in (FINE, target)]
    assert [run.get("link") for run in words_data(line)] == [FINE, None]


def test_a_picture_that_is_no_picture_of_pixels_is_not_served(hostile: Preview) -> None:
    scene = hostile.engine.scene
    for data in (b"<svg xmlns='http://www.w3.org/2000/svg' onload='alert(1)'/>", b"<html>", b""):
        assert hostile.get(f"picture/{scene._named(data)}").status == 404


def test_a_file_whose_name_is_no_text_is_told_of_and_ends_nothing(fresh: Preview) -> None:
    path = os.fsencode(fresh.folder / "sections") + b"/\xff\xfe.md"
    with open(path, "wb") as file:
        file.write(b"# Named\n")
    with fresh.engine.hub.line() as told:
        next(told)
        state = fresh.saved(os.fsdecode(os.path.relpath(path, os.fsencode(fresh.folder))))
        assert state["build"]["status"] == "broken"
        assert "file's name" in state["build"]["message"]
        assert b"broken" in next(told) + next(told)
    answer = fresh.get("state")
    assert answer.data["build"]["status"] == "broken"
    os.unlink(path)
    assert fresh.saved("sections")["build"]["status"] == "shown"
