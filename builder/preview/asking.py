"""What the page may ask for: requests with their JSON in, answers and work for the engine out."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from queue import Empty, Queue
from typing import TYPE_CHECKING, Any, Final, TypeAlias, TypeVar

from builder.preview.whatif import UnreadableError, stated, values_of, write
from builder.problems import ContentError

if TYPE_CHECKING:
    from builder.preview.engine import Engine

T = TypeVar("T")

_IN_VIEW: Final = 40  # sheets of a side
_MOST: Final = 200  # values at once
_LONGEST: Final = 60.0  # seconds that writing may wait for its turn

Answer: TypeAlias = tuple[int, Mapping[str, Any]]
"""A status and what is answered."""

_DONE: Final[Answer] = (200, {"ok": True})


def seen(engine: Engine, said: Mapping[str, Any]) -> Answer:
    """Take which sheets are in view on a tab, by the number that it was told."""
    tab, found = said.get("tab"), set()
    if not isinstance(tab, int):
        return 400, {"error": "say which tab"}
    for side in ("paper", "deck"):
        numbers = said.get(side, [])
        if isinstance(numbers, list):
            found |= {(side, each) for each in numbers[:_IN_VIEW] if isinstance(each, int)}
    engine.hub.look(tab, frozenset(found))
    return _DONE


def what_if(engine: Engine, said: Mapping[str, Any]) -> Answer:
    """Try other values of figures, all at once; none ends it."""
    typed = _typed(said)
    if engine.real is None or typed is None:
        return _unready(typed)
    try:
        values = values_of(typed, engine.real)
    except UnreadableError as error:
        return 400, {"error": str(error), "figure": error.figure}
    values = {name: value for name, value in values.items() if value != stated(name, engine.real)}
    shown = {name: str(typed[name]).strip() for name in values}
    engine.ask(lambda: engine.try_out(values, shown))
    return _DONE


def write_back(engine: Engine, said: Mapping[str, Any]) -> Answer:
    """Write values of figures into the content."""
    typed = _typed(said)
    if engine.real is None or not typed:
        return _unready(typed)
    try:
        values = values_of(typed, engine.real)
    except UnreadableError as error:
        return 400, {"error": str(error), "figure": error.figure}

    def wrote() -> Answer:
        found = write(engine.folder, values, engine.home)
        if not found.refused:
            engine.forget_trial()
        return 200, {"written": list(found.written), "refused": list(found.refused)}

    return _in_turn(engine, wrote)


def compare_since(engine: Engine, said: Mapping[str, Any]) -> Answer:
    """Choose what the present is compared with."""
    from builder.editions import EditionError

    name = said.get("edition", "")
    if not isinstance(name, str) or engine.real is None:
        return _unready(None)

    def compare() -> Answer:
        try:
            engine.compare_with(name)
        except EditionError as error:
            return 400, {"error": str(error)}
        except ContentError as error:
            return 400, {"error": error.problems[0].found}
        return _DONE

    return _in_turn(engine, compare)


def make_again(engine: Engine) -> None:
    """Let the files be made anew, since one has gone; in the engine's own thread."""
    if engine.stand.status == "proved":
        engine.stand = replace(engine.stand, status="shown")
        engine.hub.patch(build=engine.stand.data(), files=[])
        engine.prover.prove(engine.stand.number)


POSTS: Final[Mapping[str, Callable[[Engine, Mapping[str, Any]], Answer]]] = {
    "seen": seen,
    "what-if": what_if,
    "write": write_back,
    "since": compare_since,
}
"""What may be asked for, by name."""


def _typed(said: Mapping[str, Any]) -> Mapping[str, Any] | None:
    values = said.get("values")
    if not isinstance(values, dict) or len(values) > _MOST:
        return None
    return values


def _unready(typed: Mapping[str, Any] | None) -> Answer:
    if typed is None:
        return 400, {"error": "send what is asked for"}
    return 409, {"error": "there is nothing to show yet"}


def _in_turn(engine: Engine, work: Callable[[], Answer]) -> Answer:
    """Let the engine do something in its own thread, and wait for what comes of it."""
    done: Queue[Answer] = Queue()

    def ask() -> None:
        try:
            done.put(work())
        except BaseException:
            done.put((500, {"error": "this is a bug in Paperdeck: see where it was started"}))
            raise

    engine.ask(ask)
    try:
        return done.get(timeout=_LONGEST)
    except Empty:
        return 503, {"error": "it takes too long: try again"}
