"""Parts of a package (ISO/IEC 29500-2, 6.5): a part's name in, those that it is related to out; and
an XML part as bytes: where elements stand in it, and the part with some of its bytes replaced.

Nothing is serialised anew, so that what is not replaced stays as it was, byte for byte.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import field
from typing import Final
from xml.parsers import expat

from lxml import etree

from builder.frozen import dataclass
from builder.ooxml import BOOK, Archive, PackageError, as_utf8, parsed
from builder.ooxml.escaping import escape, quoteattr
from builder.ooxml.markup import Relation, relations_in, relations_of

_TAG: Final = re.compile(rb"""<(?:[^<>"']|"[^"]*"|'[^']*')*>""")
_ATTRIBUTE: Final = r"""\s+{name}\s*=\s*(?:"[^"]*"|'[^']*')"""
_YES: Final = ("1", "true", "on")


@dataclass
class ElementSpan:
    """An element of a part: its name without a prefix, its attributes as written, its bytes.

    `start` and `end` are those of the whole element, `inner` and `outer` of what is in it.
    """

    name: str
    prefix: str
    attributes: dict[str, str]
    start: int
    inner: int = 0
    outer: int = 0
    end: int = 0
    children: list[ElementSpan] = field(default_factory=list)

    def first(self, name: str) -> ElementSpan | None:
        """Return the first child of a name."""
        return next((child for child in self.children if child.name == name), None)


@dataclass(frozen=True)
class Splice:
    """The bytes from `start` to `end`, and what replaces them."""

    start: int
    end: int
    text: str


def spans(
    data: bytes,
    part: str,
    begins: Callable[[ElementSpan], bool],
    ends: Callable[[ElementSpan], None],
) -> None:
    """Hand each element of a part to `begins`, and to `ends` those that it says yes to.

    They have their children, down to the last.

    Raises:
        PackageError: the part is not in UTF-8.
    """
    if as_utf8(data, part) != data:
        raise PackageError.of_part(part, "is not in plain UTF-8, and so is not written")
    open_: list[ElementSpan] = []
    parser = expat.ParserCreate()

    def start(name: str, attributes: dict[str, str]) -> None:
        prefix, _, bare = name.rpartition(":")
        span = ElementSpan(bare, prefix, attributes, parser.CurrentByteIndex)
        wanted = begins(span)
        if open_ or wanted:
            span.inner = span.start + len(_tag(data, span.start))
            if open_:
                open_[-1].children.append(span)
            open_.append(span)

    def end(_name: str) -> None:
        if not open_:
            return
        span = open_.pop()
        at = parser.CurrentByteIndex
        alone = data[span.inner - 2 : span.inner] == b"/>"
        span.outer = span.inner if alone else at
        span.end = span.inner if alone else at + len(_tag(data, at))
        if not open_:
            ends(span)

    parser.StartElementHandler, parser.EndElementHandler = start, end
    try:
        parser.Parse(data, True)
    except expat.ExpatError as error:
        raise PackageError.of_part(part, f"is no well-formed XML ({error})") from error


def _tag(data: bytes, at: int) -> bytes:
    found = _TAG.match(data, at)
    assert found is not None
    return found.group()


def opening(data: bytes, span: ElementSpan, **changed: str | None) -> str:
    """Return an element's first tag with attributes changed; None takes one away.

    A name of an attribute has `__` for the colon of its prefix. It never ends the element.
    """
    text = data[span.start : span.inner].decode().removesuffix(">").removesuffix("/").rstrip()
    for name, value in changed.items():
        written = name.replace("__", ":").rstrip("_")
        text = re.sub(_ATTRIBUTE.format(name=re.escape(written)), "", text)
        text += f" {written}={quoteattr(value)}" if value is not None else ""
    return f"{text}>"


def element(span: ElementSpan, name: str, text: str, attributes: str = "") -> str:
    """Return an element with the prefix of another, and a text in it."""
    tag = f"{span.prefix}:{name}" if span.prefix else name
    return f"<{tag}{attributes}>{escape(text)}</{tag}>"


def spliced(data: bytes, splices: Iterable[Splice]) -> bytes:
    """Return a part with bytes replaced; splices do not overlap."""
    parts, at = [], 0
    for one in sorted(splices, key=lambda one: one.start):
        parts += [data[at : one.start], one.text.encode()]
        at = one.end
    return b"".join([*parts, data[at:]])


def local(element: etree._Element) -> str:
    """Return an element's name without its namespace."""
    return str(element.tag).rpartition("}")[2]


def is_set(element: etree._Element, name: str) -> bool:
    """Say whether an attribute says yes."""
    return (element.get(name) or "").casefold() in _YES


def relations(archive: Archive, part: str) -> Iterator[Relation]:
    """Yield what leads from a part, "" for the package, to other parts; nothing outside it."""
    held = relations_of(part)
    if held in archive:
        found = relations_in(parsed(archive.read(held), held, BOOK), part)
        yield from (relation for relation in found if not relation.external)
