"""Links on sheets lead out, or to a sheet; nothing else leads anywhere."""

from typing import Any

import pytest

from builder.preview.locating import goals_of
from tests.preview.served import Preview


def links(preview: Preview, side: str) -> list[dict[str, Any]]:
    state = preview.state
    marks = [preview.get(f"marks/{each['marks']}").data for each in state[side] if each["marks"]]
    return [link for each in marks for link in each["links"]]


@pytest.mark.parametrize("side", ["paper", "deck"])
@pytest.mark.parametrize(
    "link",
    [
        "javascript:alert(1)",
        " https://example.org",
        "data:text/html,x",
        "vbscript:x",
        "file:///etc/passwd",
        "//example.org/",
        "other.pdf#page=1",
        "#slide:",
        "#slide:-1",
        "#no-such-place",
        "",
    ],
)
def test_what_a_browser_is_not_to_follow_leads_nowhere(
    preview: Preview, side: str, link: str
) -> None:
    assert goals_of(side, preview.engine.scene.laid)(link) is None


def test_links_lead_out_or_to_a_sheet_that_is_there(preview: Preview) -> None:
    preview.saved("figures.yaml")
    state = preview.state
    there = {side: {each["number"] for each in state[side]} for side in ("paper", "deck")}
    found = [*links(preview, "paper"), *links(preview, "deck")]
    out = {link["url"] for link in found if "url" in link}
    assert "https://example.org/harbour/2024" in out
    inner = [link for link in found if "url" not in link]
    assert {link["side"] for link in inner} == {"paper", "deck"}
    assert all(link["sheet"] in there[link["side"]] for link in inner)
    assert all(link["boxes"] and link["text"].strip() for link in found)


def test_every_entry_of_the_contents_leads_to_the_page_that_it_names(preview: Preview) -> None:
    state = preview.state
    marks = [preview.get(f"marks/{each['marks']}").data for each in state["paper"]]
    titles = {section["title"] for section in state["sections"]}
    begins = {
        (section["title"], sheet["number"])
        for section in state["sections"]
        for sheet in state["paper"]
        if any(anchor == section["id"] for anchor, _ in sheet["starts"])
    }
    entries = [link for link in marks[0]["links"] if any(t in link["text"] for t in titles)]
    led = {(title, link["sheet"]) for link in entries for title in titles if title in link["text"]}
    assert led == begins
    page = preview.state["paper"][0]
    for link in entries:
        [[left, top, width, height]] = link["boxes"]
        assert 0 < left < left + width < page["width"]
        assert 0 < top < top + height < page["height"]
