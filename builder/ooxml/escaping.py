"""Text in, text that XML holds out: what `xml.sax.saxutils` writes, which imports a web client."""

from __future__ import annotations

from typing import Final

_SPACES: Final = {"\n": "&#10;", "\r": "&#13;", "\t": "&#9;"}


def escape(text: str) -> str:
    """Return text as the content of an element."""
    return text.replace("&", "&amp;").replace(">", "&gt;").replace("<", "&lt;")


def quoteattr(text: str) -> str:
    """Return text as the value of an attribute, in its quotation marks."""
    said = escape(text)
    for space, reference in _SPACES.items():
        said = said.replace(space, reference)
    if '"' not in said:
        return f'"{said}"'
    if "'" not in said:
        return f"'{said}'"
    return '"' + said.replace('"', "&quot;") + '"'
