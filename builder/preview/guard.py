"""Which requests the preview answers: only its own page's, on this machine, by the address printed.

A page of another site can send requests to 127.0.0.1, also under a name that it lets lead there
(DNS rebinding). So the host that is asked must be this one, the origin of what asks too, and the
address must hold a token that no other page knows.
"""

from __future__ import annotations

import hmac
import re
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from secrets import token_urlsafe
from typing import Final

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
