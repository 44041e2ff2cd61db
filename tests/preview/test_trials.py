"""Values tried out while the content breaks: what is saved is told of, and what is tried ends."""

from collections.abc import Callable, Mapping
from pathlib import Path
from threading import Event
from typing import Any

import pytest

from builder.preview.whatif import end_unseen
from tests.preview.served import PATIENCE, Preview
from tests.preview.test_following import text_of
from tests.shares import share

Break = Callable[[Path], Callable[[], object]]
TRIED = {"berths": "1300"}


def broken_file(folder: Path) -> Callable[[], object]:
    path = folder / "figures.yaml"
    held = path.read_bytes()
    path.write_bytes(held + b"\nx: [\n")
    return lambda: path.write_bytes(held)


def gone_folder(folder: Path) -> Callable[[], object]:
    gone = folder.rename(folder.with_name("gone"))
    return lambda: gone.rename(folder)


def gone_file(folder: Path) -> Callable[[], object]:
    path = folder / "sections" / "freight.md"
    held = path.read_bytes()
    path.unlink()
    return lambda: path.write_bytes(held)


BREAKS = pytest.mark.parametrize("breaks", share([gone_folder, broken_file, gone_file], 3))


def trial(preview: Preview, values: Mapping[str, str]) -> Any:
    """Try values out, none to end it; return the state when all is told of it."""
    number = preview.state["build"]["number"]
    assert preview.post("what-if", {"values": values}).status == 200
    return preview.until(lambda state: state["build"]["number"] > number and preview.settled(state))


def broken(state: Any) -> bool:
    """Say whether a state tells that the content is broken, and what of it."""
    build = state["build"]
    return build["status"] == "broken" and build["old"] and build["message"] and state["problems"]


@BREAKS
def test_a_broken_save_is_told_of_while_a_value_is_tried(breaks: Break, fresh: Preview) -> None:
    trial(fresh, TRIED)
    mend = breaks(fresh.folder)
    try:
        state = fresh.saved("figures.yaml")
        assert broken(state), state["build"]
        assert state["whatif"]["values"] == TRIED
        assert "1,300" in text_of(fresh, "paper")
    finally:
        mend()
    state = fresh.saved("figures.yaml")
    assert state["build"]["status"] == "shown"
    assert not state["build"]["old"]
    assert state["problems"] == []
    assert state["whatif"]["values"] == TRIED


@BREAKS
def test_what_was_tried_is_gone_from_the_last_good_version(breaks: Break, fresh: Preview) -> None:
    before = fresh.state
    trial(fresh, TRIED)
    mend = breaks(fresh.folder)
    try:
        fresh.saved("figures.yaml")
        state = trial(fresh, {})
        assert broken(state), state["build"]
        assert state["whatif"] is None
        for side in ("paper", "deck"):
            assert "1,300" not in text_of(fresh, side)
            assert "1,200" in text_of(fresh, side)
            digests = [[each["digest"] for each in held[side]] for held in (before, state)]
            assert digests[0] == digests[1]
        assert "1,200" in state["figures"]["berths"]["printed"]
    finally:
        mend()
    state = fresh.saved("figures.yaml")
    assert state["build"]["status"] == "shown"
    assert state["problems"] == []


def test_a_value_tried_in_a_broken_content_tells_of_that(fresh: Preview) -> None:
    mend = broken_file(fresh.folder)
    try:
        assert broken(fresh.saved("figures.yaml"))
        state = trial(fresh, TRIED)
        assert broken(state), state["build"]
        assert "1,200" in text_of(fresh, "paper")
        state = trial(fresh, {})
        assert broken(state), state["build"]
        assert state["whatif"] is None
    finally:
        mend()


@pytest.mark.longer
def test_a_claim_that_a_save_breaks_is_told_of_while_a_value_is_tried(fresh: Preview) -> None:
    trial(fresh, TRIED)
    state = fresh.edit("data/freight.csv", "860", "460")
    assert any("no longer holds" in each["found"] for each in state["problems"])
    state = fresh.edit("data/freight.csv", "460", "860")
    assert state["problems"] == []


def test_a_trial_ends_when_no_tab_is_there_any_more(fresh: Preview) -> None:
    engine, gone = fresh.engine, list[bool]()
    engine.hub.left = lambda: gone.append(True)
    with engine.hub.line() as one:
        next(one)
        with engine.hub.line() as other:
            next(other)
            trial(fresh, TRIED)
        assert not gone, "another tab still shows it"
        looked = Event()
        engine.ask(lambda: end_unseen(engine))
        engine.ask(looked.set)
        assert looked.wait(PATIENCE)
        assert fresh.state["whatif"]["values"] == TRIED
    assert gone == [True]
    engine.hub.left = None
    engine.ask(lambda: end_unseen(engine))
    state = fresh.until(lambda state: state["whatif"] is None and fresh.settled(state))
    assert "1,200" in state["figures"]["berths"]["printed"]


def test_what_a_figure_is_anyway_is_not_tried(fresh: Preview) -> None:
    trial(fresh, TRIED)
    state = trial(fresh, {"berths": "1200"})
    assert state["whatif"] is None
