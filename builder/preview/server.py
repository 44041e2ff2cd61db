"""The preview's server: HTTP requests of its own page in, the state, pictures and files out."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Mapping
from contextlib import suppress
from functools import partial
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from socket import SHUT_WR
from typing import Any, Final

from builder import files
from builder.preview.asking import HEADERS, MOST, POSTS, Guard, RefusedError, make_again
from builder.preview.engine import Engine

LOOPBACK: Final = "127.0.0.1"
_PAGE: Final = Path(__file__).parent / "page"
_TYPES: Final[Mapping[str, str]] = {
    ".html": "text/html; charset=utf-8",
    ".css": "text/css; charset=utf-8",
    ".js": "text/javascript; charset=utf-8",
    ".mjs": "text/javascript; charset=utf-8",
    ".svg": "image/svg+xml",
    ".png": "image/png",
    ".woff2": "font/woff2",
    ".txt": "text/plain; charset=utf-8",
}
_FOREVER: Final = "private, max-age=31536000, immutable"
_NEVER: Final = "no-store"
_JSON: Final = "application/json; charset=utf-8"
_PDF: Final = "application/pdf"
_DECK: Final = "application/vnd.openxmlformats-officedocument.presentationml.presentation"
_SLOW: Final = 30.0  # seconds that a request may take to arrive
_LINGERS: Final = 0.5  # seconds that what was refused may still be sent
_TAKEN: Final = 16  # times that some of it is taken in
_LINES: Final = 32  # pages that may follow at once


class PreviewServer(ThreadingHTTPServer):
    """Answers on the loopback interface alone, each request in a thread."""

    daemon_threads = True
    block_on_close = False
    # Another program that listens on the port is not to be listened beside.
    allow_reuse_port = False

    def __init__(self, port: int, engine: Engine) -> None:
        super().__init__((LOOPBACK, port), _Handler)
        self.engine = engine
        self.guard = Guard.of(self.server_port)
        self.page = {
            path.relative_to(_PAGE).as_posix(): path
            for path in sorted(_PAGE.rglob("*"))
            if path.is_file() and path.suffix in _TYPES
        }

    def handle_error(self, request: Any, client_address: Any) -> None:
        """Say nothing of pages that went away."""


class _Handler(BaseHTTPRequestHandler):
    server: PreviewServer
    protocol_version = "HTTP/1.1"
    server_version = "Paperdeck"
    sys_version = ""
    disable_nagle_algorithm = True  # a patch is not to wait until the one before it is confirmed
    timeout = _SLOW

    def do_GET(self) -> None:
        self._answered(self._get)

    def do_HEAD(self) -> None:
        self._answered(self._get)

    def do_POST(self) -> None:
        self._answered(self._post)

    def log_message(self, format: str, *args: Any) -> None:
        """Say nothing: standard output is the user's."""

    def _answered(self, answer: Callable[[str], None]) -> None:
        try:
            # As it was sent: `path` has one slash where more begin it.
            target = self.requestline.split()[1]
            answer(self.server.guard.path(target, self.headers))  # type: ignore[arg-type]
        except RefusedError as refused:
            self.close_connection = True
            with suppress(OSError):
                self._json({"error": str(refused)}, refused.status)
                self._let_go()
        except (BrokenPipeError, ConnectionResetError, TimeoutError):
            self.close_connection = True

    def _let_go(self) -> None:
        """End the answer, and take in some of what is still sent: else the system may throw away
        the answer with it (RFC 9112, 9.6).
        """
        self.wfile.flush()
        self.connection.shutdown(SHUT_WR)
        self.connection.settimeout(_LINGERS)
        for _ in range(_TAKEN):
            if not self.connection.recv(MOST):
                return

    def _get(self, name: str) -> None:
        self.server.guard.may_read(self.headers)  # type: ignore[arg-type]
        kind, _, rest = name.partition("/")
        rule = _RULES.get(kind)
        if rule is not None and bool(rest) == (kind in _NAMED):
            rule(self, rest)
        else:
            raise RefusedError(404, "there is nothing of this name")

    def _page(self, name: str) -> None:
        path = self.server.page.get(name or "index.html")
        if path is None:
            raise RefusedError(404, "there is nothing of this name")
        self._send(path.read_bytes(), _TYPES[path.suffix], _NEVER)

    def _state(self, _rest: str) -> None:
        self._send(self.server.engine.hub.state().encode("utf-8", "replace"), _JSON, _NEVER)

    def _svg(self, name: str) -> None:
        svg = self.server.engine.scene.svg(name)
        if svg is None:
            raise RefusedError(404, "no sheet has this picture any more")
        self._send(svg.encode("utf-8", "replace"), "image/svg+xml; charset=utf-8", _FOREVER)

    def _stored(self, name: str) -> None:
        held = self.server.engine.store.get(name)
        if held is None:
            raise RefusedError(404, "there is nothing of this name")
        self._send(*held, _FOREVER)

    def _font(self, name: str) -> None:
        path = self.server.engine.scene.font(name)
        if path is None:
            raise RefusedError(404, "no sheet is set in this font")
        self._send(Path(path).read_bytes(), "font/ttf", _FOREVER)

    def _file(self, medium: str) -> None:
        engine = self.server.engine
        made = engine.handout() if medium == "handout" else engine.file(medium)
        if made is None:
            raise RefusedError(404, "this file is not made yet")
        try:
            data = files.read(made, files.FINISHED)
        except files.RefusedFileError as error:
            engine.ask(partial(make_again, engine))
            raise RefusedError(404, str(error)) from error
        pdf = made.suffix == ".pdf"
        more = {} if pdf else {"Content-Disposition": f'attachment; filename="{_ascii(made.name)}"'}
        # A policy that allows nothing would keep a browser from showing a PDF at all.
        self._send(data, _PDF if pdf else _DECK, _NEVER, more, policy=not pdf)

    def _events(self, _rest: str) -> None:
        hub = self.server.engine.hub
        if hub.followers >= _LINES:
            raise RefusedError(503, "too many pages follow this preview: close some")
        self.close_connection = True
        self.send_response(200)
        self._headers({"Content-Type": "text/event-stream; charset=utf-8", "Cache-Control": _NEVER})
        if self.command == "HEAD":
            return
        with hub.line() as told, suppress(OSError):
            for each in told:
                self.wfile.write(each)
                self.wfile.flush()

    def _post(self, name: str) -> None:
        length = self.server.guard.may_change(self.headers)  # type: ignore[arg-type]
        rule = POSTS.get(name)
        if rule is None:
            raise RefusedError(404, "there is nothing of this name")
        try:
            said = json.loads(self.rfile.read(length))
        except (ValueError, RecursionError) as error:
            raise RefusedError(400, "this is no JSON") from error
        if not isinstance(said, dict):
            raise RefusedError(400, "send an object")
        status, answer = rule(self.server.engine, said)
        self._json(answer, status)

    def _json(self, value: object, status: int = 200) -> None:
        data = json.dumps(value, ensure_ascii=False).encode("utf-8", "replace")
        self._send(data, _JSON, _NEVER, status=status)

    def _send(
        self,
        data: bytes,
        kind: str,
        cache: str,
        more: Mapping[str, str] | None = None,
        *,
        status: int = 200,
        policy: bool = True,
    ) -> None:
        self.send_response(status)
        headers = {
            "Content-Type": kind,
            "Content-Length": str(len(data)),
            "Cache-Control": cache,
            **(more or {}),
        }
        self._headers(headers, policy=policy)
        if self.command != "HEAD":
            self.wfile.write(data)

    def _headers(self, own: Mapping[str, str], *, policy: bool = True) -> None:
        for name, value in {**HEADERS, **own}.items():
            if policy or name != "Content-Security-Policy":
                self.send_header(name, value)
        if self.close_connection:
            self.send_header("Connection", "close")
        self.end_headers()


_NAMED: Final = frozenset(("page", "svg", "marks", "picture", "font", "file"))
_RULES: Final[Mapping[str, Callable[[_Handler, str], None]]] = {
    "": _Handler._page,
    "page": _Handler._page,
    "state": _Handler._state,
    "events": _Handler._events,
    "svg": _Handler._svg,
    "marks": _Handler._stored,
    "picture": _Handler._stored,
    "font": _Handler._font,
    "file": _Handler._file,
}


def _ascii(name: str) -> str:
    """Return a file's name as a header may hold it."""
    return re.sub(r"[^A-Za-z0-9._-]", "_", name)
