"""Damage to finished files, drawn by chance: bytes, members, values, objects, streams, the ledger.

Each function takes a file's bytes and a source of chance, and returns the bytes of a damaged one;
some make no sense of some files and return them as they are.
"""

from __future__ import annotations

import io
import json
import re
import zipfile
from collections.abc import Callable
from random import Random
from typing import Any, Final

import pikepdf

Damage = Callable[[bytes, Random], bytes]

VALUES: Final = (
    "",
    "abc",
    "-1",
    "1e999",
    "NaN",
    "999999999999999999999",
    "²",
    "0",
    "1E999999999",
    "../../x",
    "\u202e7",
    "#N/A",
)
"""What stands where another value should: words, numbers beyond all bounds, signs alike digits."""
LEDGER: Final = "paperdeck-ledger.json"


def bytes_changed(data: bytes, chance: Random) -> bytes:
    held = bytearray(data)
    for _ in range(chance.choice((1, 3, 30, 300))):
        held[chance.randrange(len(held))] = chance.randrange(256)
    return bytes(held)


def cut_off(data: bytes, chance: Random) -> bytes:
    return data[: chance.randrange(len(data))]


def a_stretch_lost(data: bytes, chance: Random) -> bytes:
    start = chance.randrange(len(data))
    return data[:start] + data[start + chance.choice((1, 100, 5000)) :]


def a_stretch_twice(data: bytes, chance: Random) -> bytes:
    start = chance.randrange(len(data))
    piece = data[start : start + chance.choice((1, 100, 5000))]
    return data[:start] + piece + data[start:]


def _members(data: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(data)) as held:
        return {name: held.read(name) for name in held.namelist()}


def _packed(members: dict[str, bytes]) -> bytes:
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w", zipfile.ZIP_DEFLATED) as written:
        for name, data in members.items():
            written.writestr(zipfile.ZipInfo(name), data, zipfile.ZIP_DEFLATED)
    return held.getvalue()


def a_member_lost(data: bytes, chance: Random) -> bytes:
    members = _members(data)
    del members[chance.choice(sorted(members))]
    return _packed(members)


def two_members_swapped(data: bytes, chance: Random) -> bytes:
    members = _members(data)
    one, other = chance.sample(sorted(members), 2)
    members[one], members[other] = members[other], members[one]
    return _packed(members)


def a_member_damaged(data: bytes, chance: Random) -> bytes:
    members = _members(data)
    name = chance.choice(sorted(members))
    damage = chance.choice((bytes_changed, cut_off, a_stretch_lost, a_stretch_twice))
    members[name] = damage(members[name], chance) if members[name] else b"?"
    return _packed(members)


def _xml(data: bytes, chance: Random, change: Callable[[bytes, Random], bytes]) -> bytes:
    members = _members(data)
    names = [name for name in sorted(members) if name.endswith((".xml", ".rels"))]
    telling = [name for name in names if re.match(r"ppt/(slides|charts|notesSlides)/", name)]
    name = chance.choice(telling if telling and chance.random() < 0.7 else names)
    members[name] = change(members[name], chance)
    return _packed(members)


def values_of_xml(data: bytes, chance: Random) -> bytes:
    """Put other values into attributes of a part."""

    def change(code: bytes, chance: Random) -> bytes:
        found = list(re.finditer(rb'(?<==")[^"<>]*(?=")', code))
        picked = chance.sample(found, min(len(found), chance.choice((1, 1, 5))))
        for each in sorted(picked, key=lambda match: -match.start()):
            value = chance.choice(VALUES).encode()
            code = code[: each.start()] + value + code[each.end() :]
        return code

    return _xml(data, chance, change)


def elements_of_xml(data: bytes, chance: Random) -> bytes:
    """Take away an element, repeat it, or put it elsewhere."""
    from lxml import etree

    def change(code: bytes, chance: Random) -> bytes:
        root = etree.fromstring(code)
        below = [each for each in root.iter() if each.getparent() is not None]
        if not below:
            return code
        one, other = chance.choice(below), chance.choice(below)
        above = one.getparent()
        kind = chance.randrange(3)
        if kind == 0:
            above.remove(one)
        elif kind == 1:
            above.append(etree.fromstring(etree.tostring(one, with_tail=False)))
        elif other is not one and one not in other.iterancestors():
            other.append(one)
        return etree.tostring(root)

    return _xml(data, chance, change)


def texts_of_xml(data: bytes, chance: Random) -> bytes:
    """Put another text where one stands: in a paragraph, a cell, a chart's cache."""

    def change(code: bytes, chance: Random) -> bytes:
        found = list(re.finditer(rb"(?<=>)[^<>]+(?=</)", code))
        if not found:
            return code
        each = chance.choice(found)
        return code[: each.start()] + chance.choice(VALUES).encode() + code[each.end() :]

    return _xml(data, chance, change)


def objects_of_pdf(data: bytes, chance: Random) -> bytes:
    """Put other values under keys of objects: of another kind, absurd, or leading elsewhere."""
    with pikepdf.open(io.BytesIO(data)) as pdf:
        objects = [
            held for held in pdf.objects if isinstance(held, pikepdf.Dictionary | pikepdf.Stream)
        ]
        for _ in range(chance.choice((1, 1, 3))):
            held = chance.choice(objects)
            keys = [key for key in held if key != "/Length"]
            if keys:
                held[chance.choice(sorted(keys))] = _object(objects, chance)
        return _saved(pdf)


def _object(objects: list[Any], chance: Random) -> Any:
    return chance.choice(
        (
            pikepdf.Name("/Odd"),
            pikepdf.String("odd"),
            pikepdf.Array([]),
            pikepdf.Dictionary(),
            -1,
            2**31 - 1,
            chance.choice(objects),
            chance.choice(objects),
            pikepdf.Array([chance.choice(objects), 7]),
        )
    )


def streams_of_pdf(data: bytes, chance: Random) -> bytes:
    """Damage what a stream holds, unpacked: operators, a font's map, a table."""
    with pikepdf.open(io.BytesIO(data)) as pdf:
        streams = [held for held in pdf.objects if isinstance(held, pikepdf.Stream)]
        held = chance.choice(streams)
        code = held.read_bytes() or b"?"
        damage = chance.choice((bytes_changed, cut_off, a_stretch_lost, a_stretch_twice))
        held.write(damage(code, chance))
        return _saved(pdf)


def _saved(pdf: pikepdf.Pdf) -> bytes:
    held = io.BytesIO()
    pdf.save(held)
    return held.getvalue()


def ledger_of_pdf(data: bytes, chance: Random) -> bytes:
    with pikepdf.open(io.BytesIO(data)) as pdf:
        stream = pdf.attachments[LEDGER].obj.EF.F
        stream.write(_ledger(stream.read_bytes(), chance))
        return _saved(pdf)


def ledger_of_deck(data: bytes, chance: Random) -> bytes:
    from lxml import etree

    members = _members(data)
    name = next(name for name in sorted(members) if name.startswith("customXml/item"))
    root = etree.fromstring(members[name])
    holder = next(each for each in root.iter() if (each.text or "").strip().startswith("{"))
    said = _ledger(str(holder.text).encode(), chance).decode("utf-8", "replace")
    holder.text = re.sub("[^\t\n\x20-\ud7ff\ue000-\ufffd]", "?", said)
    members[name] = etree.tostring(root)
    return _packed(members)


def _ledger(text: bytes, chance: Random) -> bytes:
    """Change a ledger in one place, and its digest with it at times; or damage its text."""
    if chance.random() < 0.2:
        return chance.choice((bytes_changed, cut_off, a_stretch_lost))(text, chance)
    stored = json.loads(text)
    held: Any = stored
    key: Any = chance.choice(sorted(stored))
    while isinstance(held[key], dict | list) and held[key] and chance.random() < 0.85:
        held = held[key]
        key = chance.choice(sorted(held)) if isinstance(held, dict) else chance.randrange(len(held))
    odd: tuple[Any, ...] = (None, True, -1, 10**30, 1e300, float("nan"), "odd", [], {}, [[[]]], 0)
    held[key] = chance.choice((*odd, *VALUES))
    if chance.random() < 0.6:
        _stamp(stored)
    return json.dumps(stored, ensure_ascii=False, separators=(",", ":")).encode()


def _stamp(stored: dict[str, Any]) -> None:
    """Give a ledger the digest of what it says now, as one who means harm would."""
    import hashlib

    said = {key: value for key, value in stored.items() if key != "digest"}
    text = json.dumps(said, ensure_ascii=False, separators=(",", ":"))
    stored["digest"] = hashlib.sha256(text.encode()).hexdigest()


_ANY: Final = (bytes_changed, cut_off, a_stretch_lost, a_stretch_twice)
PAPER: Final[tuple[Damage, ...]] = (
    *_ANY,
    *(objects_of_pdf, objects_of_pdf, objects_of_pdf, objects_of_pdf),
    *(streams_of_pdf, streams_of_pdf, streams_of_pdf),
    *(ledger_of_pdf, ledger_of_pdf, ledger_of_pdf),
)
DECK: Final[tuple[Damage, ...]] = (
    *_ANY,
    *(a_member_lost, two_members_swapped, a_member_damaged, a_member_damaged),
    *(values_of_xml, values_of_xml, values_of_xml, values_of_xml),
    *(elements_of_xml, elements_of_xml, texts_of_xml, texts_of_xml),
    *(ledger_of_deck, ledger_of_deck, ledger_of_deck),
)
