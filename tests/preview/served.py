"""A preview that is served for tests: its engine and server in this process, no folder watched."""

from __future__ import annotations

import http.client
import json
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from threading import Thread
from typing import Any

from builder.preview import EMPTY
from builder.preview.engine import Engine
from builder.preview.hub import Hub, Store
from builder.preview.server import PreviewServer

PATIENCE = 60.0


@dataclass
class Answer:
    """What the server answers."""

    status: int
    headers: Mapping[str, str]
    body: bytes

    @property
    def data(self) -> Any:
        """The body as JSON."""
        return json.loads(self.body)


@dataclass
class Preview:
    """A content folder and the preview that follows it."""

    folder: Path
    engine: Engine
    server: PreviewServer

    @property
    def token(self) -> str:
        return self.server.guard.token

    @property
    def host(self) -> str:
        return f"127.0.0.1:{self.server.server_port}"

    def ask(
        self, method: str, path: str, body: bytes | None = None, **headers: str | None
    ) -> Answer:
        """Send a request as it stands; a header that is None is left out."""
        connection = http.client.HTTPConnection("127.0.0.1", self.server.server_port, timeout=60)
        given = {name.replace("_", "-"): value for name, value in headers.items()}
        try:
            connection.putrequest(method, path, skip_host=True, skip_accept_encoding=True)
            for name, value in ({"Host": self.host} | given).items():
                if value is not None:
                    connection.putheader(name, value)
            if body is not None and "Content-Length" not in given:
                connection.putheader("Content-Length", str(len(body)))
            connection.endheaders(body)
            answer = connection.getresponse()
            return Answer(answer.status, dict(answer.getheaders()), answer.read())
        finally:
            connection.close()

    def get(self, name: str) -> Answer:
        """Ask for something below the token, as the page does."""
        return self.ask("GET", f"/{self.token}/{name}")

    def post(self, name: str, said: object) -> Answer:
        """Send JSON, as the page does."""
        body = json.dumps(said).encode()
        own = {"Origin": f"http://{self.host}", "Content_Type": "application/json"}
        return self.ask("POST", f"/{self.token}/{name}", body, **own)

    def looks(self, told: Iterator[bytes], sheets: Mapping[str, list[int]]) -> int:
        """Say what is in view on a tab, by the first event that it is told; return its number."""
        tab: int = json.loads(next(told).decode().partition("data: ")[2])["tab"]
        assert self.post("seen", {"tab": tab, **sheets}).data == {"ok": True}
        return tab

    @property
    def state(self) -> Any:
        """The state as it is now."""
        return json.loads(self.engine.hub.state())

    def until(self, holds: Callable[[Any], bool]) -> Any:
        """Wait until something holds of the state; return it."""
        waited = time.monotonic() + PATIENCE
        while not holds(state := self.state):
            assert time.monotonic() < waited, (state["build"], state["whatif"], state["problems"])
            time.sleep(0.02)
        return state

    def saved(self, *names: str) -> Any:
        """Tell of a save; return the state when all is told of it."""
        number = self.state["build"].get("number", 0)
        self.engine.saved(names)
        return self.until(
            lambda state: state["build"].get("number", 0) > number and self.settled(state)
        )

    def settled(self, state: Any) -> bool:
        """Say whether nothing is going on but the making of files, and a state has all of it."""
        done = state["build"]["status"] in ("shown", "proved", "broken")
        idle = self.engine.asks.empty() and self.engine._owed is None
        # What was owed may have been told since the state was read.
        return done and idle and state["version"] == self.state["version"]

    def edit(self, name: str, before: str, after: str) -> Any:
        """Change a file and tell of it; return the state when all is told."""
        path = self.folder / name
        text = path.read_text("utf-8")
        assert before in text
        path.write_text(text.replace(before, after), "utf-8")
        return self.saved(name)


@contextmanager
def serving(folder: Path, out: Path, *, proving: bool = False) -> Iterator[Preview]:
    """Serve the preview of a folder; without `proving` no files are made."""
    engine = Engine(folder, out, Hub(EMPTY), Store())
    if not proving:
        engine.prover.prove = lambda number, medium="": None  # type: ignore[method-assign]
    with PreviewServer(0, engine) as server:
        Thread(target=server.serve_forever, args=(0.05,), daemon=True).start()
        engine.start()
        preview = Preview(folder, engine, server)
        try:
            preview.saved()
            yield preview
        finally:
            engine.stop()
            server.shutdown()
