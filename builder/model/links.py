"""Where a link may lead: an address as written in, the one that the files hold out, or a refusal.

The only place that decides it. What is read passes through `link`; writers pass every address
through `emitted` once more, so that none reaches a finished file that was not looked at here.
Allowed is what is listed, and nothing is guessed: programs repair addresses in ways of their own.
"""

from __future__ import annotations

import re
import unicodedata
from typing import Final

from builder.frozen import dataclass

LONGEST: Final = 2000
"""Characters; some programs cut or refuse addresses of more than 2,083."""

ALLOWED: Final = (
    "a link leads to https://..., http://..., mailto:name@host or, as (#anchor), to a place in"
    " the document"
)
ALLOWED_ADDRESS: Final = "an address is https://..., http://... or mailto:name@host"
ATTACHED: Final = "attached:"
"""Begins what stands for a file that rides along, where it is what a link opens."""

_SCHEME: Final = re.compile(r"([A-Za-z][A-Za-z0-9+.-]*):")
_SCHEMES: Final = ("https", "http", "mailto")
_WEB: Final = re.compile(r"https?://([^/?#]*)(.*)", re.DOTALL)
_HOST: Final = re.compile(r"[\w-]+(?:\.[\w-]+)+(?=[/?#]|:\d|$)")
_QUAD: Final = re.compile(r"(?:(?:25[0-5]|2[0-4]\d|1?\d?\d)(?:\.(?!$)|$)){4}", re.ASCII)
_NUMERIC: Final = re.compile(r"\d+|0x[0-9a-f]*", re.IGNORECASE)
# Marks that show nothing: variation selectors and fillers.
_IGNORED: Final = re.compile(
    r"[\u034f\u115f\u1160\u17b4\u17b5\u180b-\u180f\u3164\ufe00-\ufe0f\uffa0"
    r"\U000e0100-\U000e01ef]"
)
_MAILBOX: Final = re.compile(r"[A-Za-z0-9.!#$&'*+/=?^_`{|}~-]+@([^@?,;:]+)")
_HEADER: Final = re.compile(r"(subject|body|cc|bcc)=[^&=]*", re.IGNORECASE)
_LINE_END: Final = re.compile("%0[AD]", re.IGNORECASE)
_MOST_PORTS: Final = 65535
_ENCODED: Final = re.compile(r"%(?![0-9A-Fa-f]{2})|[^A-Za-z0-9%;/?:@&=+$,\-_.!~*'()#]")
_SCRIPTS: Final = {"LATIN": "Latin", "CYRILLIC": "Cyrillic", "GREEK": "Greek"}
_BESIDE: Final = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]*\.pdf#page=[0-9]+")
_SHOWN: Final = 60


@dataclass(frozen=True)
class Link:
    """`target` is the address as files hold it, in ASCII, or `#anchor`; empty where refused.

    `fault` says what is wrong, in a sentence that quotes the address, `hint` what to write.
    """

    target: str
    fault: str = ""
    hint: str = ""


class UnsafeLinkError(Exception):
    """An address that no reader should have let through was to be written: a bug of ours."""


class _RefusedError(Exception):
    """What is wrong with an address, as the end of a sentence, and what else to do than usual."""

    def __init__(self, why: str, hint: str = "") -> None:
        super().__init__(why)
        self.why, self.hint = why, hint


def link(written: str, *, inside: bool = True) -> Link:
    """Return where an address leads; `inside` says that it may be a place in the document."""
    allowed = ALLOWED if inside else ALLOWED_ADDRESS
    try:
        return Link(_target(written, inside))
    except _RefusedError as refused:
        hint = f"{refused.hint}; {allowed}" if refused.hint else allowed
        return Link("", f'the link "{_visible(written)}" {refused.why}', hint)


def emitted(target: str, *, beside: bool = False) -> str:
    """Return an address that is about to be written to a file.

    `beside` allows a page of the paper that lies beside the deck, `briefing.pdf#page=3`.

    Raises:
        UnsafeLinkError: it is none that `link` returns.
    """
    if beside and _BESIDE.fullmatch(target):
        return target
    if not target or link(target, inside=False).target != target:
        raise UnsafeLinkError(f"no link may lead to {_visible(target)}")
    return target


def _target(written: str, inside: bool) -> str:
    for char in written:
        if unicodedata.category(char)[0] in "CZ":
            hint = "a space is written %20" if char == " " else "remove it"
            raise _RefusedError(f"holds {_called(char)}", hint)
    if len(written) > LONGEST:
        raise _RefusedError(f"has {len(written):,} characters, more than {LONGEST:,}", "shorten it")
    if "\\" in written:
        raise _RefusedError("holds a backslash", "addresses have /")
    if inside and written.startswith("#") and len(written) > 1:
        return written
    scheme = _SCHEME.match(written)
    named = scheme[1] if scheme else ""
    if _HOST.match(written):
        # As a browser would take it; a port looks like the end of a scheme.
        raise _RefusedError("does not say what it leads to", f"write https://{_visible(written)}")
    if not named:
        raise _RefusedError("does not say what it leads to")
    if named.lower() not in _SCHEMES:
        raise _RefusedError(f"leads to {named.lower()}:, which is not allowed")
    if named not in _SCHEMES:
        raise _RefusedError(f"begins with {named}:", f"write {named.lower()}: in small letters")
    target = _mail(written) if named == "mailto" else _web(written)
    if len(target) > LONGEST:
        said = f"has {len(target):,} characters when written in ASCII"
        raise _RefusedError(f"{said}, more than {LONGEST:,}", "shorten it")
    return target


def _web(written: str) -> str:
    parts = _WEB.fullmatch(written)
    if parts is None or not parts[1]:
        raise _RefusedError("names no host")
    authority, rest = parts.groups()
    if "@" in authority:
        raise _RefusedError("holds a name or a password before its host", "leave that out")
    host, colon, port = authority.partition(":")
    if colon and not (port.isascii() and port.isdigit() and 0 < int(port[:6]) <= _MOST_PORTS):
        raise _RefusedError(f'has no port ":{port}"', "a port is a number from 1 to 65535")
    return f"{written[: parts.start(1)]}{_host(host)}{colon}{port}{_encoded(rest)}"


def _mail(written: str) -> str:
    boxes, _, headers = written.removeprefix("mailto:").partition("?")
    found = []
    for box in boxes.split(","):
        parts = _MAILBOX.fullmatch(box)
        if parts is None:
            raise _RefusedError(f'names no mailbox with "{_visible(box)}"')
        found.append(_encoded(box[: parts.start(1)]) + _host(parts[1]))
    for header in headers.split("&") if headers else ():
        if not _HEADER.fullmatch(header):
            raise _RefusedError(
                f'asks for "{_visible(header)}"', "subject=, body=, cc= and bcc= may be asked for"
            )
        if _LINE_END.search(header) and not header.lower().startswith("body="):
            raise _RefusedError(f'has a line end in "{_visible(header)}"')
    return f"mailto:{','.join(found)}{'?' if headers else ''}{_encoded(headers)}"


def _host(host: str) -> str:
    """Return a host in ASCII (RFC 5891, 4.4); letters of two scripts in one name are refused."""
    if host.isascii() and _QUAD.fullmatch(host):
        return host
    labels = host.split(".")
    found = [_label(label, host) for label in labels]
    if _NUMERIC.fullmatch(labels[-1]) or len(".".join(found)) > 253:
        raise _RefusedError(f'names no host with "{_visible(host)}"')
    return ".".join(found)


def _label(label: str, host: str) -> str:
    folded = unicodedata.normalize("NFC", label.lower())
    letters = all(c in "-_" or unicodedata.category(c)[0] in "LMN" for c in label)
    plain = unicodedata.normalize("NFKC", folded) == folded and not _IGNORED.search(folded)
    if not label or not letters or not plain or label[0] == "-" or label[-1] == "-":
        raise _RefusedError(f'names no host with "{_visible(host)}"')
    scripts = {_SCRIPTS.get(unicodedata.name(c, "").split(" ")[0], "") for c in folded} - {""}
    if len(scripts) > 1:
        said = " and ".join(sorted(scripts))
        raise _RefusedError(
            f'mixes {said} letters in "{_visible(label)}"', "type it anew, in one script"
        )
    found = label if label.isascii() else "xn--" + folded.encode("punycode").decode("ascii")
    if len(found) > 63:
        raise _RefusedError(f'names no host with "{_visible(host)}"')
    return found


def _encoded(text: str) -> str:
    """Return the rest of an address in ASCII (RFC 3987, 3.1); what is encoded already stays."""
    return _ENCODED.sub(lambda c: "".join(f"%{byte:02X}" for byte in c[0].encode()), text)


def _visible(text: str) -> str:
    """Return an address as messages quote it: nothing hidden in it, and no more than tells."""
    shown = "".join(
        f"<U+{ord(c):04X}>" if c != " " and unicodedata.category(c)[0] in "CZ" else c
        for c in text[:_SHOWN]
    )
    return shown if len(text) <= _SHOWN else f"{shown}…"


def _called(char: str) -> str:
    return "a space" if char == " " else f"U+{ord(char):04X}, which cannot be seen"
