"""An XML part's bytes in; its root element out, with no entity expanded and nothing fetched; and
how large a package (ISO/IEC 29500-2) may be, why it cannot be read, and what its parts lead to.

Refused before parsing: a DTD (the only place that declares entities), encodings other than the two
of Office files (ISO/IEC 29500-2, 8.1.4), and more elements than memory is meant for. libxml2 itself
refuses elements nested too deeply and single texts over 10 MB, `huge_tree` being off.
"""

from __future__ import annotations

import codecs
import posixpath
import re
from collections.abc import Iterator
from io import BytesIO
from typing import Final
from urllib.parse import unquote

from lxml import etree

from builder.frozen import dataclass


class PackageError(Exception):
    """A file that is no package, or a part of one that is refused.

    The message says what was found, as the rest of a sentence that names the file: "it is empty",
    "its part ppt/presentation.xml holds a DTD". `part` is the part's name, "" for the whole file.
    """

    def __init__(self, found: str, part: str = "") -> None:
        super().__init__(found)
        self.part = part

    @classmethod
    def of_part(cls, part: str, found: str) -> PackageError:
        """Return the refusal of a part, whose name may be hostile too."""
        return cls(f"its part {quoted(part)} {found}", part)


def quoted(name: str, most: int = 100) -> str:
    """Return the name of a part as messages show it: no control character, no endless length."""
    shown = "".join(c if c.isprintable() else f"<U+{ord(c):04X}>" for c in name)
    return shown if len(shown) <= most else f"{shown[: most - 1]}…"


_MB: Final = 2**20


@dataclass(frozen=True)
class Limits:
    """The most that a package may hold.

    `members` counts its files; `unpacked` is what all of those read may come to and `part` the
    size of one, in bytes; `ratio` is how many times its own size a part may grow to, from a size
    of `small` bytes on. `marks` counts the elements and attributes of one XML part: in memory each
    takes some 150 bytes, however short it is.
    """

    members: int
    unpacked: int
    part: int
    marks: int
    ratio: int = 250
    small: int = 4 * _MB


TEMPLATE: Final = Limits(members=10_000, unpacked=64 * _MB, part=32 * _MB, marks=300_000)
DECK: Final = Limits(members=100_000, unpacked=192 * _MB, part=64 * _MB, marks=1_000_000)
WORKBOOK: Final = Limits(members=1_000, unpacked=64 * _MB, part=64 * _MB, marks=1_000_000)
"""What is embedded in a deck under a chart."""
BOOK: Final = Limits(members=5_000, unpacked=192 * _MB, part=96 * _MB, marks=5_000_000)
"""A workbook of the content, whose sheets are read row by row (`streamed`)."""

_NAMESPACES: Final = 20_000
"""Declarations of namespaces in a part; programs repeat one with every shape that they number."""
_WIDEST: Final = 2_000
"""Attributes in one element."""

_DECLARED: Final = re.compile(rb"""^\s*<\?xml\b[^>]{0,200}?\bencoding\s*=\s*["']([^"'>]*)["']""")
_LONG: Final = 20_000
_TAG: Final = re.compile(rb"<[^<>]{%d,}" % _LONG)
_DECLARATION: Final = re.compile(rb"""xmlns(?::[^\s=]+)?\s*=\s*(?:"([^"]*)"|'([^']*)')""")
_ADDRESS: Final = re.compile(rb"(?:[A-Za-z][A-Za-z0-9+.-]*:[A-Za-z0-9._~:/?#@!$&'()*+,;=%-]*)?")
"""What a namespace is called: relative addresses have no canonical form (Canonical XML 1.0, 1)."""
_UTF8: Final = ("utf-8", "ascii")
_USUAL: Final = tuple(
    f"<?xml version={mark}1.0{mark} encoding={mark}{name}{mark}".encode()
    for mark in "'\""
    for name in ("UTF-8", "utf-8")
)
"""How nearly every part begins."""
_BOMS: Final = (
    (codecs.BOM_UTF32_LE, "UTF-32"),
    (codecs.BOM_UTF32_BE, "UTF-32"),
    (b"<\0\0\0", "UTF-32"),
    (b"\0\0\0<", "UTF-32"),
    (b"\x4c\x6f\xa7\x94", "EBCDIC"),
)


def parsed(data: bytes, part: str, limits: Limits) -> etree._Element:
    """Return the root of an XML part.

    Raises:
        PackageError: it is not well-formed, or not to be parsed.
    """
    text = as_utf8(data, part)
    _check(text, part, limits)
    # Made for each part: a parser keeps the memory of the largest that it parsed.
    parser = etree.XMLParser(
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
        huge_tree=False,
        encoding="utf-8",
        remove_comments=True,
        remove_pis=True,
    )
    try:
        root = etree.fromstring(text, parser)
    except (etree.XMLSyntaxError, ValueError) as error:
        said = quoted(" ".join(str(error).split()), 160)
        raise PackageError.of_part(part, f"is no well-formed XML ({said})") from error
    if root is None:
        raise PackageError.of_part(part, "is no well-formed XML (it holds no element)")
    _check_spaces(root, text, part)
    return root


def count_marks(text: bytes) -> int:
    """Return how many elements and attributes XML holds at most."""
    return text.count(b"<") + text.count(b"=")


def as_utf8(data: bytes, part: str) -> bytes:
    """Return a part's XML in UTF-8, without its mark of byte order."""
    if data.startswith(_USUAL):
        return data
    for mark, name in _BOMS:
        if data.startswith(mark):
            raise _foreign(part, name)
    wide = {codecs.BOM_UTF16_LE: "utf-16", codecs.BOM_UTF16_BE: "utf-16"}.get(data[:2])
    wide = wide or {b"<\0": "utf-16-le", b"\0<": "utf-16-be"}.get(data[:2])
    try:
        if wide:
            text = data.decode(wide)
            return text.encode()
        text8 = data.removeprefix(codecs.BOM_UTF8)
        declared = _DECLARED.match(text8)
        name = declared.group(1).decode("ascii", "replace") if declared else "utf-8"
        try:
            known = codecs.lookup(name).name
        except (LookupError, ValueError):
            known = ""
        if known not in _UTF8:
            raise _foreign(part, name)
    except UnicodeError as error:
        raise PackageError.of_part(part, "is no text in the encoding that it states") from error
    return text8


def _check_spaces(root: etree._Element, text: bytes, part: str) -> None:
    """Refuse namespaces without a canonical form; those in texts that show XML are none."""
    found = {next(filter(None, each), b"") for each in _DECLARATION.findall(text)}
    doubtful = {each.decode(errors="replace") for each in found if not _ADDRESS.fullmatch(each)}
    for space in doubtful and {name for each in root.iter() for name in each.nsmap.values()}:
        if space in doubtful:
            raise PackageError.of_part(
                part, f'declares "{quoted(space, 40)}", which names no namespace'
            )


def _foreign(part: str, encoding: str) -> PackageError:
    return PackageError.of_part(
        part, f'is in the encoding "{quoted(encoding, 30)}"; Office files are in UTF-8 or UTF-16'
    )


def _check(text: bytes, part: str, limits: Limits) -> None:
    if b"<!DOCTYPE" in text or b"<!ENTITY" in text:
        raise PackageError.of_part(part, "holds a DTD, which no Office file has")
    # Of what is shorter than it may have marks, none need be counted.
    if len(text) > limits.marks and (marks := count_marks(text)) > limits.marks:
        raise PackageError.of_part(
            part, f"holds {marks:,} elements and attributes, and at most {limits.marks:,} are read"
        )
    if len(text) > _NAMESPACES and (names := text.count(b"xmlns")) > _NAMESPACES:
        raise PackageError.of_part(
            part, f"declares {names:,} namespaces, and at most {_NAMESPACES:,} are read"
        )
    for tag in _TAG.finditer(text) if len(text) > _LONG else ():
        if tag.group().count(b"=") > _WIDEST:
            raise PackageError.of_part(part, f"has an element of over {_WIDEST:,} attributes")


def streamed(data: bytes, part: str, limits: Limits, *names: str) -> Iterator[etree._Element]:
    """Yield the elements of these names (in any namespace) of an XML part as they end.

    Each is empty when the next one comes, so that a long part takes no more memory than a short
    one; only what lies within one of these elements is there.

    Raises:
        PackageError: it is not well-formed, or not to be parsed.
    """
    text = as_utf8(data, part)
    _check(text, part, limits)
    try:
        found = etree.iterparse(
            BytesIO(text),
            events=("end",),
            tag=[f"{{*}}{name}" for name in names],
            resolve_entities=False,
            no_network=True,
            load_dtd=False,
            huge_tree=False,
            encoding="utf-8",
            remove_comments=True,
            remove_pis=True,
        )
        for _, element in found:
            yield element
            element.clear()
            parent = element.getparent()
            while parent is not None and element.getprevious() is not None:
                del parent[0]
    except (etree.XMLSyntaxError, ValueError) as error:
        said = quoted(" ".join(str(error).split()), 160)
        raise PackageError.of_part(part, f"is no well-formed XML ({said})") from error


OFFICE: Final = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
RELATIONS: Final = "http://schemas.openxmlformats.org/package/2006/relationships"


@dataclass(frozen=True)
class Relation:
    """One relationship: the last word of its type, and the part or the address it leads to.

    `usual` says whether its type is one of ISO/IEC 29500-1's own.
    """

    id: str
    kind: str
    target: str
    external: bool = False
    usual: bool = True


def relations_of(part: str) -> str:
    """Return the name of the part that holds a part's relationships, `""` for the package's."""
    folder, base = posixpath.split(part)
    return posixpath.join(folder, "_rels", f"{base}.rels")


def relations_in(root: etree._Element, part: str) -> Iterator[Relation]:
    """Yield the relationships of a part, read from the root of what holds them."""
    for element in root.iter(f"{{{RELATIONS}}}Relationship"):
        kind, target = element.get("Type", ""), element.get("Target", "")
        external = element.get("TargetMode", "").strip().casefold() == "external"
        usual = kind.startswith(OFFICE) and "/" not in kind[len(OFFICE) :]
        if not external:
            path = posixpath.join("/", posixpath.dirname(part), unquote(target))
            target = posixpath.normpath(path).lstrip("/")
        yield Relation(element.get("Id", ""), kind.rpartition("/")[2], target, external, usual)
