"""Damage at random, by a seed: a sound package in; one with values, parts or bytes spoilt, out."""

from __future__ import annotations

import re
from collections.abc import Callable
from random import Random

from lxml import etree

from tests.hostile.archives import parts_of, zipped

VALUES = (
    *("", "abc", "-1", "0", "1", "99999999999", "1" + "0" * 30, "1e99", "NaN", "ZZ", "x" * 1000),
    *("½", "true", "rId1", "rId999", "../../x", "http://evil.example/x", "\\\\evil\\x", "title"),
    *("External", "100%", "-5.5", "0x10", "slideLayout1.xml", "ppaction://program", "#", " 7 "),
)
ATTRIBUTE = re.compile(rb'([\w:]+)="([^"]*)"')


def damaged(data: bytes, chance: Random) -> bytes:
    """Return a package after one to three kinds of damage."""
    parts = parts_of(data)
    for _ in range(chance.choice((1, 1, 2, 3))):
        chance.choice(INSIDE)(parts, chance)
    data = zipped(parts)
    return _bytes(data, chance) if chance.random() < 0.1 else data


def _chosen(parts: dict[str, bytes], chance: Random) -> str:
    """Return a part of XML, those that matter most more often."""
    names = sorted(name for name in parts if name.endswith((".xml", ".rels")))
    likely = [n for n in names if re.search("presentation.xml$|Master|Layout|theme", n)]
    likely = [n for n in likely if not n.endswith(".rels")]
    return chance.choice(likely if likely and chance.random() < 0.85 else names)


def _value(parts: dict[str, bytes], chance: Random) -> None:
    name = _chosen(parts, chance)
    found = list(ATTRIBUTE.finditer(parts[name]))
    if found:
        one = chance.choice(found)
        new = chance.choice(VALUES).encode()
        parts[name] = parts[name][: one.start(2)] + new + parts[name][one.end(2) :]


def _attribute(parts: dict[str, bytes], chance: Random) -> None:
    name = _chosen(parts, chance)
    found = list(ATTRIBUTE.finditer(parts[name]))
    if found:
        one = chance.choice(found)
        parts[name] = parts[name][: one.start()] + parts[name][one.end() :]


def _element(parts: dict[str, bytes], chance: Random) -> None:
    """Remove an element, double it, empty it, or give it another's name or place."""
    name = _chosen(parts, chance)
    try:
        root = etree.fromstring(parts[name])
    except etree.XMLSyntaxError:
        return
    inner = [each for each in root.iter(etree.Element) if each.getparent() is not None]
    if not inner:
        return
    one, other = chance.choice(inner), chance.choice(inner)
    above = one.getparent()
    match chance.randrange(5):
        case 0:
            above.remove(one)
        case 1:
            above.append(etree.fromstring(etree.tostring(one)))
        case 2:
            one.clear()
        case 3:
            one.tag = other.tag
        case 4 if one not in other.iterancestors() and one is not other:
            other.append(one)
    parts[name] = etree.tostring(root, xml_declaration=True, encoding="UTF-8")


def _part(parts: dict[str, bytes], chance: Random) -> None:
    """Remove a part, empty it, cut it off, or give it another's content."""
    name, other = _chosen(parts, chance), _chosen(parts, chance)
    match chance.randrange(4):
        case 0:
            del parts[name]
        case 1:
            parts[name] = b""
        case 2:
            parts[name] = parts[name][: chance.randrange(len(parts[name]) + 1)]
        case 3:
            parts[name] = parts[other]


def _letters(parts: dict[str, bytes], chance: Random) -> None:
    name = _chosen(parts, chance)
    parts[name] = _bytes(parts[name], chance)


def _bytes(data: bytes, chance: Random) -> bytes:
    spoilt = bytearray(data)
    for _ in range(chance.randint(1, 8)):
        if spoilt:
            spoilt[chance.randrange(len(spoilt))] = chance.randrange(256)
    return bytes(spoilt[: chance.randrange(len(spoilt))] if chance.random() < 0.2 else spoilt)


def _relationship(parts: dict[str, bytes], chance: Random) -> None:
    """Let a relationship lead outside, to nothing, or be of another kind."""
    names = sorted(name for name in parts if name.endswith(".rels"))
    if not names:
        return
    name = chance.choice(names)
    old, new = chance.choice(
        (
            (b"/>", b' TargetMode="External"/>'),
            (b'Target="', b'Target="../'),
            (b"/slideLayout", b"/slide"),
            (b"/slideMaster", b"/oleObject"),
            (b"/theme", b"/image"),
            (b"</Rel", b'<Relationship Id="e" Type="x/hyperlink" Target="file:///evil"/></Rel'),
            (b'Id="', b'Id="rId1" Old="'),
        )
    )
    parts[name] = parts[name].replace(old, new, chance.choice((1, -1)))


Damage = Callable[[dict[str, bytes], Random], None]
INSIDE: tuple[Damage, ...] = (
    *(_value, _value, _value, _value, _attribute, _element, _element),
    *(_part, _letters, _relationship),
)
