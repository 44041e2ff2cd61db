"""Requests to the preview: which are answered, only its own page's, on this machine, by the address
printed; and what they may ask for, with their JSON in, answers and work for the engine out.

A page of another site can send requests to 127.0.0.1, also under a name that it lets lead there
(DNS rebinding). So the host that is asked must be this one, the origin of what asks too, and the
address must hold a token that no other page knows.
"""

from __future__ import annotations

import hmac
import re
from collections import Counter
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from queue import Empty, Queue
from secrets import token_urlsafe
from typing import TYPE_CHECKING, Any, Final, TypeAlias, TypeVar

from builder.preview.whatif import UnreadableError, stated, values_of, write
from builder.problems import ContentError

if TYPE_CHECKING:
    from builder.preview.engine import Engine


T = TypeVar("T")

_IN_VIEW: Final = 40  # sheets of a side
_VALUES: Final = 200  # values at once
_LONGEST: Final = 60.0  # seconds that writing may wait for its turn

Answer: TypeAlias = tuple[int, Mapping[str, Any]]
"""A status and what is answered."""

_DONE: Final[Answer] = (200, {"ok": True})
HEADERS: Final[Mapping[str, str]] = {
    "Content-Security-Policy": "default-src 'none'; script-src 'self'; style-src 'self'; "
    "img-src 'self'; font-src 'self'; connect-src 'self'; base-uri 'none'; form-action 'none'; "
    "frame-ancestors 'none'",
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Cross-Origin-Opener-Policy": "same-origin",
    "X-Frame-Options": "DENY",
}
"""What every answer carries."""
MOST: Final = 64 * 1024
"""Bytes that a request may bring along."""
_TOKEN_BYTES: Final = 24
_PLAIN: Final = re.compile(r"[A-Za-z0-9_-][A-Za-z0-9._-]*(?:/[A-Za-z0-9_-][A-Za-z0-9._-]*){0,3}")
_LENGTH: Final = re.compile("[0-9]+")
_ONCE: Final = (
    *("Host", "Origin", "Sec-Fetch-Site"),
    *("Content-Type", "Content-Length", "Transfer-Encoding"),
)
"""What a request is judged by: where it says one twice, another may take the other for true."""
_NEAR: Final = frozenset(("same-origin", "none"))


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
    if not isinstance(values, dict) or len(values) > _VALUES:
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


class RefusedError(Exception):
    """A request that is not answered: the status and why."""

    def __init__(self, status: int, why: str) -> None:
        self.status = status
        super().__init__(why)


@dataclass(frozen=True)
class Guard:
    """Looks at requests to a port of this machine."""

    port: int
    token: str

    @classmethod
    def of(cls, port: int) -> Guard:
        """Return a guard with a token of its own."""
        return cls(port, token_urlsafe(_TOKEN_BYTES))

    @property
    def address(self) -> str:
        """Where the page is."""
        return f"http://127.0.0.1:{self.port}/{self.token}/"

    def path(self, target: str, headers: Mapping[str, str]) -> str:
        """Return what below the token a request asks for, empty for the page itself.

        Nothing is decoded: names of this server have no character that an address would escape.

        Raises:
            RefusedError: it is not for the one who asks, or no name of ours.
        """
        said = Counter(name.lower() for name in headers)
        for name in _ONCE:
            if said[name.lower()] > 1:
                raise RefusedError(400, f"say {name} once")
        if headers.get("Host", "") not in self._hosts:
            raise RefusedError(403, "this is the preview of a briefing, under its own address only")
        origin = headers.get("Origin")
        if origin is not None and origin not in self._origins:
            raise RefusedError(403, "no other page may ask for this")
        if headers.get("Sec-Fetch-Site", "none") not in _NEAR:
            raise RefusedError(403, "no other page may ask for this")
        _, _, rest = target.partition("/")
        token, slash, name = rest.partition("/")
        known = hmac.compare_digest(token.encode("utf-8", "replace"), self.token.encode())
        if not target.startswith("/") or not known or not slash:
            raise RefusedError(404, "open the address that was printed")
        if name and _PLAIN.fullmatch(name) is None:
            raise RefusedError(404, "there is nothing of this name")
        return name

    def may_change(self, headers: Mapping[str, str]) -> int:
        """Return how many bytes a request brings that asks for a change.

        Raises:
            RefusedError: it may come from elsewhere, or brings no JSON of a fair size.
        """
        if headers.get("Origin") not in self._origins:
            raise RefusedError(403, "no other page may ask for this")
        if headers.get("Content-Type", "").partition(";")[0].strip() != "application/json":
            raise RefusedError(415, "send application/json")
        length = headers.get("Content-Length", "")
        if _LENGTH.fullmatch(length) is None or "Transfer-Encoding" in headers:
            raise RefusedError(411, "say how long it is")
        digits = length.lstrip("0")[: len(str(MOST)) + 1] or "0"  # as many as are not too much
        if int(digits) > MOST:
            raise RefusedError(413, f"send at most {MOST} bytes")
        return int(digits)

    def may_read(self, headers: Mapping[str, str]) -> None:
        """Let a request pass that asks for nothing but an answer.

        Raises:
            RefusedError: it brings something along, which could be read as the next request.
        """
        if "Transfer-Encoding" in headers or headers.get("Content-Length", "0") != "0":
            raise RefusedError(400, "send nothing along with what only reads")

    @property
    def _hosts(self) -> frozenset[str]:
        return frozenset((f"127.0.0.1:{self.port}", f"localhost:{self.port}"))

    @property
    def _origins(self) -> frozenset[str]:
        return frozenset(f"http://{host}" for host in self._hosts)
