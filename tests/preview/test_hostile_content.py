"""Nothing in a stranger's content runs in the preview, whatever it is called or says."""

import json
import re
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from builder.model.displaylist import Stroke
from builder.preview.svg import IDENTITY, Sheet, Words
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


@given(st.text(st.characters(codec="utf-8")), st.text(max_size=9), st.sampled_from([FONT, BREAKS]))
def test_words_of_any_kind_are_words(said: str, colour: str, face: str) -> None:
    sheet = Sheet(100, 100, "0")
    sheet.begin_clip("M0 0h1z")
    if face == FONT and said:
        sheet.text(Words(((0.0, said),), face, 10, IDENTITY, 0), colour)
    sheet.path("M0 0h1z", colour, Stroke(colour, 1.0))
    sheet.end_clip()
    held_to_what_draws(sheet.markup())


def test_words_that_break_out_of_markup_are_words() -> None:
    sheet = Sheet(100, 100, "0")
    sheet.text(Words(((0.0, BREAKS),), FONT, 10, IDENTITY, 0), "#000000")
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


@pytest.mark.parametrize(
    "target", ["javascript:alert(1)", "data:text/html,x", "file:///etc/passwd"]
)
def test_a_link_that_would_run_is_not_told(target: str, hostile: Preview) -> None:
    path = hostile.folder / "sections" / "freight.md"
    held = path.read_text("utf-8")
    path.write_text(held.replace("https://example.org/%22%3E", target), "utf-8")
    hostile.saved("sections/freight.md")
    state = hostile.state
    told = [hostile.get(f"marks/{each['marks']}").body for each in state["paper"] + state["deck"]]
    assert not any(target.encode() in each for each in told)
    path.write_text(held, "utf-8")
    hostile.saved("sections/freight.md")


def test_a_picture_that_is_no_picture_of_pixels_is_not_served(hostile: Preview) -> None:
    scene = hostile.engine.scene
    for data in (b"<svg xmlns='http://www.w3.org/2000/svg' onload='alert(1)'/>", b"<html>", b""):
        assert hostile.get(f"picture/{scene._named(data)}").status == 404
