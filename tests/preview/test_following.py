"""The preview follows what is saved: sheets, figures, claims and problems, and values tried out."""

import json
import re
import shutil
from pathlib import Path

import pytest

from builder.content import read_content
from builder.model.text import plain
from builder.preview.since import Comparison
from builder.problems import Problems
from tests.preview.served import Preview, serving
from tests.shares import share

ROOT = Path(__file__).resolve().parents[2]


def text_of(preview: Preview, side: str) -> str:
    """Return the words of all sheets of a side, without markup."""
    found = [preview.get(f"svg/{each['digest']}").body.decode() for each in preview.state[side]]
    return re.sub("<[^>]*>", "", " ".join(found))


def test_a_word_changes_only_the_sheets_that_print_it(fresh: Preview) -> None:
    before = fresh.state
    after = fresh.edit("sections/freight.md", "by sea", "by ship")
    assert after["build"]["changed"] == ["sections/freight.md"]
    assert after["build"]["save"] > 0
    kept = {each["digest"] for each in before["deck"]} & {each["digest"] for each in after["deck"]}
    assert len(kept) >= len(after["deck"]) - 3
    assert "by ship" in text_of(fresh, "paper")
    assert after["paper"] != before["paper"]


def test_a_sheet_that_a_page_was_told_of_a_moment_ago_can_still_be_had(fresh: Preview) -> None:
    before = fresh.state
    after = fresh.edit("sections/freight.md", "by sea", "by ship")
    for side in ("paper", "deck"):
        gone = {each["digest"] for each in before[side]} - {each["digest"] for each in after[side]}
        assert gone or side == "deck"
        assert {fresh.get(f"svg/{name}").status for name in gone} <= {200}
    after = fresh.edit("figures.yaml", "value: 1200", "value: 1350")
    gone = {each["digest"] for each in before["deck"]} - {each["digest"] for each in after["deck"]}
    assert gone
    assert {fresh.get(f"svg/{name}").status for name in gone} == {200}
    assert fresh.get(f"svg/{'0' * 16}").status == 404


def test_what_does_not_change_is_not_told_again(fresh: Preview) -> None:
    with fresh.engine.hub.line() as told:
        next(told)
        fresh.edit("sections/freight.md", "by sea", "by ship")
        fresh.saved("sections/freight.md")
        last = fresh.state["version"]
        events = []
        while not events or f'"version":{last}' not in events[-1]:
            events.append(next(told).decode())
    number = fresh.state["build"]["number"]
    again = [each for each in events if f'"build":{{"number":{number}' in each]
    assert len(again) == 2
    assert events[-2:] == again
    assert all(set(json.loads(each.split("data: ")[1])) == {"version", "build"} for each in again)


def test_what_is_in_view_is_told_before_the_rest_is_drawn(fresh: Preview) -> None:
    hub = fresh.engine.hub
    places = [each for each in fresh.state["figures"]["berths"]["places"] if each["boxes"]]
    page, slide = (
        next(each["sheet"] for each in places if each["side"] == side) for side in ("paper", "deck")
    )
    with hub.line() as told:
        fresh.looks(told, {"paper": [page], "deck": [slide]})
        after = fresh.edit("figures.yaml", "value: 1200", "value: 1350")
        events = []
        while not events or events[-1]["version"] < after["version"]:
            events.append(json.loads(next(told).decode().split("data: ")[1]))
    builds = [each["build"] for each in events if "build" in each]
    assert [(each["seen"], each["status"]) for each in builds] == [
        (False, "building"),
        (True, "building"),
        (True, "shown"),
    ]
    early = events[: events.index(next(e for e in events if e.get("build") == builds[1])) + 1]
    pages = [each["paper"] for each in early if "paper" in each]
    assert pages[-1][page - 1]["digest"] == after["paper"][page - 1]["digest"]
    slides = [each["deck"] for each in early if "deck" in each]
    assert slides[-1][slide - 1]["digest"] == after["deck"][slide - 1]["digest"]
    assert slides[-1] != after["deck"], "slides out of view came early as well"


def test_what_is_in_view_is_that_of_every_tab_and_goes_with_it(fresh: Preview) -> None:
    hub = fresh.engine.hub
    with hub.line() as one:
        number = fresh.looks(one, {"paper": [2], "deck": [3]})
        with hub.line() as other:
            assert fresh.looks(other, {"paper": [1, 2]}) != number
            assert hub.seen == {("paper", 1), ("paper", 2), ("deck", 3)}
            fresh.post("seen", {"tab": number, "paper": [2], "deck": []})
            assert hub.seen == {("paper", 1), ("paper", 2)}
        assert hub.seen == {("paper", 2)}
    fresh.post("seen", {"tab": number, "paper": [1]})
    assert hub.seen == frozenset(), "a tab that has gone has nothing in view"
    assert fresh.post("seen", {"paper": [1]}).status == 400


def test_slides_that_came_later_are_those_that_are_drawn_at_once(fresh: Preview) -> None:
    with fresh.engine.hub.line() as told:
        fresh.looks(told, {"paper": [1], "deck": [1]})
        after = fresh.edit("figures.yaml", "value: 1200", "value: 1350")
        fresh.engine.scene.deck.slides = ()
        again = fresh.saved("figures.yaml")
    assert [each["digest"] for each in again["deck"]] == [each["digest"] for each in after["deck"]]


def test_a_figure_follows_on_both_sides(fresh: Preview) -> None:
    after = fresh.edit("figures.yaml", "value: 1200", "value: 1350")
    figure = after["figures"]["berths"]
    assert figure["printed"].startswith("more than 1,350")
    sides = {place["side"] for place in figure["places"] if place["boxes"]}
    assert sides == {"paper", "deck"}
    for side in sides:
        assert "1,350" in text_of(fresh, side)
        assert "1,200" not in text_of(fresh, side)


def test_each_printed_figure_has_its_boxes_within_its_sheet(preview: Preview) -> None:
    state = preview.state
    sheets = {(side, each["number"]): each for side in ("paper", "deck") for each in state[side]}
    for figure in state["figures"].values():
        assert figure["places"]
        for place in figure["places"]:
            sheet = sheets[place["side"], place["sheet"]]
            assert place["boxes"] or place["channel"] in ("alt", "notes")
            for left, top, width, height in place["boxes"]:
                assert 0 <= left < left + width <= sheet["width"]
                assert 0 <= top < top + height <= sheet["height"]


def test_every_place_of_the_ledgers_has_its_box(preview: Preview) -> None:
    """Each owned text that the plans say is drawn on a sheet is found on it."""
    state, laid = preview.state, preview.engine.scene.laid
    assert laid is not None
    for side, places in (("paper", laid.set_paper.places), ("deck", laid.deck.places)):
        said = {
            (entry.owner, entry.page, entry.text.strip())
            for place in places
            if place.channel == "body" and place.part != "Artifact"
            for entry in place.entries
            if entry.kind == "figure" and entry.text.strip()
        }
        found = {
            (name, place["sheet"], place["text"].strip())
            for name, figure in state["figures"].items()
            for place in figure["places"]
            if place["side"] == side and place["boxes"]
        }
        assert said
        assert said <= found


def test_a_broken_claim_is_shown_where_it_stands(fresh: Preview) -> None:
    after = fresh.edit("data/freight.csv", "860", "460")
    assert after["build"]["status"] == "broken"
    assert after["claims"]["sea_carries_most"]["state"] == "fails"
    sides = {each["side"] for each in after["claims"]["sea_carries_most"]["places"]}
    assert sides == {"paper", "deck"}
    assert after["claims"]["sea_carries_most"]["places"][0]["boxes"]
    assert any("no longer holds" in each["found"] for each in after["problems"])
    assert "460" in text_of(fresh, "paper")
    mended = fresh.edit("data/freight.csv", "460", "860")
    assert mended["build"]["status"] == "shown"
    assert mended["claims"]["sea_carries_most"]["state"] == "holds"
    assert mended["problems"] == []


@pytest.mark.parametrize(
    ("name", "text"),
    share(
        [
            ("figures.yaml", "freight_sea:\n  label: [Freight"),
            ("figures.yaml", ""),
            ("briefing.yaml", "\t"),
            ("sections/freight.md", "# Freight\n\n{{ nothing }}\n"),
            ("data/freight.csv", "\x00\x01"),
        ],
        5,
    ),
)
def test_a_broken_file_keeps_the_last_good_sheets(name: str, text: str, fresh: Preview) -> None:
    before = fresh.state
    path = fresh.folder / name
    held = path.read_bytes()
    path.write_text(text, "utf-8")
    after = fresh.saved(name)
    assert after["build"]["status"] == "broken"
    assert after["build"]["old"]
    assert after["problems"][0]["place"]["file"]
    assert after["problems"][0]["text"]
    assert [each["digest"] for each in after["paper"]] == [
        each["digest"] for each in before["paper"]
    ]
    path.write_bytes(held)
    mended = fresh.saved(name)
    assert mended["build"]["status"] == "shown"
    assert not mended["build"]["old"]


def test_files_that_go_and_come_back_end_nothing(fresh: Preview) -> None:
    path = fresh.folder / "sections" / "freight.md"
    held = path.read_bytes()
    path.rename(path.with_suffix(".txt"))
    assert fresh.saved("sections/freight.md")["build"]["status"] == "broken"
    path.with_suffix(".txt").rename(path)
    path.write_bytes(held[: len(held) // 3])
    fresh.saved("sections/freight.md")
    path.write_bytes(held)
    assert fresh.saved("sections/freight.md")["build"]["status"] == "shown"


def test_a_value_is_tried_out_and_nothing_is_written(fresh: Preview) -> None:
    files = {path: path.read_bytes() for path in fresh.folder.rglob("*") if path.is_file()}
    assert fresh.post("what-if", {"values": {"berths": "150"}}).status == 200
    state = fresh.until(lambda state: (state["whatif"] or {}).get("falls"))
    trial = state["whatif"]
    assert trial["values"] == {"berths": "150"}
    assert [each["claim"] for each in trial["falls"]] == ["berths_long"]
    assert [(each["id"], "150" in each["now"]) for each in trial["figures"]] == [("berths", True)]
    fresh.until(fresh.settled)
    assert "150" in text_of(fresh, "paper")
    assert "150" in text_of(fresh, "deck")
    assert {path: path.read_bytes() for path in files} == files
    assert fresh.post("what-if", {"values": {}}).status == 200
    state = fresh.until(lambda state: state["whatif"] is None and fresh.settled(state))
    assert "1,200" in text_of(fresh, "paper")


def test_a_cell_and_what_is_computed_from_it_are_tried_out(fresh: Preview) -> None:
    assert fresh.post("what-if", {"values": {"freight_rail": "2,000"}}).status == 200
    state = fresh.until(lambda state: (state["whatif"] or {}).get("figures"))
    changed = {each["id"] for each in state["whatif"]["figures"]}
    assert {"freight_rail", "freight_all", "sea_over_rail"} <= changed


@pytest.mark.parametrize(
    ("values", "why"),
    [
        ({"berths": "many"}, "cannot be read"),
        ({"berths": ""}, "type a value"),
        ({"berths": ["1"]}, "type a value"),
        ({"berths": "1" * 100}, "type a value"),
        ({"nothing": "1"}, "no such figure"),
        ({"freight_all": "1"}, "computed"),
        ({"quay_opens": "2024-13"}, "cannot be read"),
    ],
)
def test_what_cannot_be_tried_is_refused_in_words(
    values: dict[str, object], why: str, preview: Preview
) -> None:
    for name in ("what-if", "write"):
        answer = preview.post(name, {"values": values})
        assert answer.status == 400
        assert why in answer.data["error"]
        assert answer.data["figure"] == next(iter(values))


def test_a_value_is_written_and_nothing_else_changes(fresh: Preview) -> None:
    path = fresh.folder / "figures.yaml"
    before = path.read_text("utf-8")
    answer = fresh.post("write", {"values": {"berths": "1500", "freight_rail": "9,000"}})
    assert answer.status == 200
    written = {each["figure"]: each for each in answer.data["written"]}
    assert answer.data["refused"] == []
    assert written["berths"]["file"] == "figures.yaml"
    assert (written["berths"]["was"], written["berths"]["now"]) == ("1200", "1500")
    assert path.read_text("utf-8") == before.replace("value: 1200", "value: 1500")
    content = read_content(fresh.folder, Problems())
    assert content is not None
    assert written["freight_rail"]["file"] == "data/freight.csv"


def test_what_changed_since_the_last_build_is_told(fresh: Preview) -> None:
    after = fresh.edit("figures.yaml", "value: 48.50", "value: 49.50")
    since = after["since"]
    assert [each["id"] for each in since["figures"]] == ["quay_cost"]
    assert "48.50" in since["figures"][0]["was"]
    assert "49.50" in since["figures"][0]["now"]
    assert any("€49.50" in each["now"] for each in since["sentences"])
    assert since["sheets"]["paper"]
    assert since["sheets"]["deck"]


def test_only_editions_that_are_offered_are_compared_with(preview: Preview) -> None:
    for name in ("/etc", str(preview.folder), "--upload-pack=x", "nothing"):
        answer = preview.post("since", {"edition": name})
        assert answer.status == 400
        assert "is known" in answer.data["error"]


@pytest.mark.longer
def test_files_are_made_and_proved_beside(tmp_path: Path) -> None:
    with serving(ROOT / "tests/cases/small", tmp_path, proving=True) as preview:
        assert preview.get("file/paper").status in (200, 404)
        state = preview.until(lambda state: state["build"]["status"] == "proved")
        assert {each["medium"] for each in state["files"]} == {"paper", "deck"}
        paper, deck = preview.get("file/paper"), preview.get("file/deck")
        assert paper.body == (tmp_path / "norhaven.pdf").read_bytes()
        assert deck.body == (tmp_path / "norhaven.pptx").read_bytes()
        assert deck.headers["Content-Disposition"].startswith("attachment")
        (tmp_path / "norhaven.pdf").unlink()
        assert preview.get("file/paper").status == 404
        preview.until(lambda state: state["build"]["status"] == "shown")
        preview.until(lambda state: state["build"]["status"] == "proved")
        assert preview.get("file/paper").status == 200, "a file that has gone is made again"
        process = preview.engine.prover._process
    assert process is not None
    assert process.poll() is not None


@pytest.mark.longer
def test_a_save_while_a_value_is_tried_out_is_followed_with_it(fresh: Preview) -> None:
    assert fresh.post("what-if", {"values": {"berths": "1300"}}).status == 200
    fresh.until(lambda state: (state["whatif"] or {}).get("figures") and fresh.settled(state))
    after = fresh.edit("figures.yaml", "value: 48.50", "value: 49.50")
    assert [each["id"] for each in after["whatif"]["figures"]] == ["berths"]
    assert "1,300" in text_of(fresh, "paper")
    assert "49.50" in text_of(fresh, "paper")
    assert fresh.post("what-if", {"values": {}}).status == 200
    after = fresh.until(lambda state: state["whatif"] is None and fresh.settled(state))
    assert "1,200" in text_of(fresh, "paper")
    assert "49.50" in text_of(fresh, "paper")


@pytest.mark.longer
def test_the_handout_is_made_when_it_is_asked_for(tmp_path: Path) -> None:
    with serving(ROOT / "tests/cases/small", tmp_path) as preview:
        del preview.engine.prover.prove  # it is asked in earnest
        answer = preview.get("file/handout")
        assert answer.status == 200
        assert answer.body == (tmp_path / "norhaven-handout.pdf").read_bytes()
        assert answer.headers["Content-Type"] == "application/pdf"


@pytest.mark.longer
def test_a_process_that_dies_is_told_of_and_another_begins(tmp_path: Path) -> None:
    shutil.copytree(ROOT / "tests/cases/small", tmp_path / "content")
    with serving(tmp_path / "content", tmp_path / "build", proving=True) as preview:
        preview.until(lambda _: preview.engine.prover._process is not None)
        process = preview.engine.prover._process
        assert process is not None
        process.kill()
        state = preview.until(lambda state: state["build"]["status"] == "broken")
        assert "save again" in state["build"]["message"]
        preview.edit("figures.yaml", "value: 1200", "value: 1300")
        preview.until(lambda state: state["build"]["status"] == "proved")


def test_a_statement_guarded_as_a_whole_is_its_claims_on_both_sides(preview: Preview) -> None:
    content = read_content(preview.folder, Problems())
    assert content is not None
    chart = next(each for each in content.charts.values() if each.claim)
    places = preview.state["claims"][chart.claim]["places"]
    words = "".join(plain(chart.title).split())
    for side in ("paper", "deck"):
        shown = [each["text"] for each in places if each["side"] == side and each["boxes"]]
        assert words in "".join("".join(shown).split()), side


def test_an_edition_that_cannot_be_had_is_told_of(preview: Preview) -> None:
    compared = Comparison(preview.folder, "no-such-edition")
    assert preview.engine.real is not None
    told = compared.told(preview.engine.real.briefing, {"paper": [], "deck": []}, {})
    assert "no-such-edition" in told["refused"]
    assert told["against"] == ""
