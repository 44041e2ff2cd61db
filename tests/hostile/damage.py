"""Damage to a content folder: its files by name and a draw of chance in, damaged files out.

What happens to folders: bytes flip, lines are lost or change places, values are of another kind,
keys are misspelt, fences stay open, rows are cut, programs save in other encodings.
"""

from __future__ import annotations

import random
import re
import unicodedata
from collections.abc import Callable, Mapping
from typing import Final, TypeAlias

from tests.hostile import damage_yaml
from tests.hostile.damage_yaml import some
from tests.hostile.odd import CELLS, SNIPPETS, VALUES

Files: TypeAlias = dict[str, bytes | None]
"""Files by their path in the folder; None is a folder where a file should be."""


def damaged(files: Mapping[str, bytes], chance: random.Random) -> tuple[Files, tuple[str, ...]]:
    """Return a folder's files with one to three damages, and what was done."""
    held: Files = dict(files)
    done = []
    wanted = chance.choice((1, 1, 1, 2, 3))
    while len(done) < wanted or held == files:
        name = _drawn(sorted(held), chance)
        data = held[name]
        if data is None:
            continue
        kinds = [*_OF_BYTES, *_OF_FILES]
        kinds += _OF_YAML * 4 if name.endswith(".yaml") else ()
        kinds += _OF_SECTIONS * 4 if name.endswith(".md") else ()
        kinds += _OF_TABLES * 4 if name.endswith(".csv") else ()
        kind = chance.choice(kinds)
        if kind in _OF_FILES:
            _OF_FILES[kind](held, name, chance)
        else:
            held[name] = _EVERY[kind](data, chance)
        done.append(f"{kind} in {name}")
    return held, tuple(done)


def _drawn(names: list[str], chance: random.Random) -> str:
    """Return a file, those with the content's rules and prose more often than data."""
    weights = [3 if name.endswith((".yaml", ".md")) else 1 for name in names]
    return chance.choices(names, weights)[0]


def _flipped(data: bytes, chance: random.Random) -> bytes:
    changed = bytearray(data or b"x")
    for _ in range(chance.choice((1, 1, 2, 5, 20))):
        changed[chance.randrange(len(changed))] = chance.randrange(256)
    return bytes(changed)


def _deleted(data: bytes, chance: random.Random) -> bytes:
    start = chance.randrange(len(data) + 1)
    return data[:start] + data[start + chance.choice((1, 1, 3, 20, 200)) :]


def _doubled(data: bytes, chance: random.Random) -> bytes:
    start = chance.randrange(len(data) + 1)
    part = data[start : start + chance.choice((1, 1, 3, 20, 200))]
    return data[:start] + part * chance.choice((2, 2, 5)) + data[start + len(part) :]


def _cut(data: bytes, chance: random.Random) -> bytes:
    return data[: chance.randrange(len(data) + 1)]


def _lines(data: bytes, chance: random.Random) -> bytes:
    """Lose, double or move a line, or indent it otherwise."""
    lines = data.splitlines(keepends=True)
    if not lines:
        return data
    at = chance.randrange(len(lines))
    line = lines.pop(at)
    match chance.randrange(5):
        case 0:
            pass
        case 1:
            lines[at:at] = [line, line]
        case 2:
            lines.insert(chance.randrange(len(lines) + 1), line)
        case 3:
            lines.insert(at, b" " * chance.choice((1, 2, 4, 8)) + line)
        case 4:
            lines.insert(at, line.lstrip())
    return b"".join(lines)


def _text(change: Callable[[list[str], random.Random], None]) -> Callable[..., bytes]:
    """Return a damage of bytes that changes a list of lines in place."""

    def changed(data: bytes, chance: random.Random) -> bytes:
        lines = data.decode("utf-8", "replace").split("\n")
        change(lines, chance)
        return "\n".join(lines).encode("utf-8", "surrogatepass")

    return changed


def _spliced(lines: list[str], chance: random.Random) -> None:
    at = chance.randrange(len(lines))
    snippet = chance.choice(SNIPPETS)
    if chance.random() < 0.5:
        lines[at:at] = ["", *snippet.split("\n"), ""] if chance.random() < 0.7 else [snippet]
    else:
        spot = chance.randrange(len(lines[at]) + 1)
        lines[at] = lines[at][:spot] + snippet + lines[at][spot:]


def _unclosed(lines: list[str], chance: random.Random) -> None:
    at = some(lines, chance, r"^:{3,}")
    if at is None:
        return
    match chance.randrange(3):
        case 0:
            del lines[at]
        case 1:
            lines[at] = lines[at][1:]
        case 2:
            lines[at] = ":" + lines[at]


def _used(lines: list[str], chance: random.Random) -> None:
    """Change what stands between braces, or behind a directive's option."""
    at = some(lines, chance, r"\{\{|^:\w+:|^:{3,}\{")
    if at is None:
        return
    odd = chance.choice((*VALUES[:40], *SNIPPETS[:40])).replace("\n", " ")
    if "{{" in lines[at]:
        forms = ("{{ %s }}", "{{ x | %s }}", "{{%s}}", "%s")
        use = chance.choice(forms) % odd
        lines[at] = re.sub(r"\{\{.*?\}\}", lambda _: use, lines[at], count=1)
    elif lines[at].startswith(":::"):
        lines[at] = re.sub(r"\}.*", lambda _: "} " + odd, lines[at])
    else:
        lines[at] = re.sub(r"^(:\w+:).*", lambda found: f"{found[1]} {odd}", lines[at])


def _row(lines: list[str], chance: random.Random) -> None:
    at = chance.randrange(len(lines))
    cells = lines[at].split(",")
    spot = chance.randrange(len(cells))
    match chance.randrange(4):
        case 0:
            del cells[spot]
        case 1:
            cells.insert(spot, chance.choice(CELLS))
        case _:
            cells[spot] = chance.choice(CELLS)
    lines[at] = ",".join(cells)


def _parted(data: bytes, chance: random.Random) -> bytes:
    return data.replace(b",", chance.choice((b";", b"\t", b"|", b",,", b" ")))


def _encoded(data: bytes, chance: random.Random) -> bytes:
    text = data.decode("utf-8", "replace")
    match chance.randrange(8):
        case 0:
            return text.encode("utf-16")
        case 1:
            return text.encode("utf-16-be")
        case 2:
            return text.encode("cp1252", "replace")
        case 3:
            return text.encode("cp1251", "replace")
        case 4:
            return b"\xef\xbb\xbf" * chance.choice((1, 2)) + data
        case 5:
            return data.replace(b"\n", chance.choice((b"\r", b"\r\n", b"\n\r", b"\x0b", b"\x0c")))
        case 6:
            return unicodedata.normalize("NFD", text).encode()
    return data + chance.choice((b"\x00", b"\xff", b"\xc3", b"\x1a", b"\xed\xa0\x80"))


def _emptied(held: Files, name: str, chance: random.Random) -> None:
    held[name] = chance.choice((b"", b"\n", b" ", b"\xef\xbb\xbf", b"# x\n", b"---\n", b"\x00" * 9))


def _removed(held: Files, name: str, chance: random.Random) -> None:
    del held[name]


def _renamed(held: Files, name: str, chance: random.Random) -> None:
    folder, _, last = name.rpartition("/")
    stem, _, ending = last.rpartition(".")
    other = chance.choice(
        (f"{stem.upper()}.{ending}", f"{stem} 2.{ending}", f"{stem}.txt", f"ü{stem}.{ending}", stem)
    )
    held[f"{folder}/{other}" if folder else other] = held.pop(name)


def _folder(held: Files, name: str, chance: random.Random) -> None:
    held[name] = None


def _swapped(held: Files, name: str, chance: random.Random) -> None:
    other = chance.choice(sorted(held))
    held[name], held[other] = held[other], held[name]


_OF_BYTES: Final[dict[str, Callable[[bytes, random.Random], bytes]]] = {
    "bytes flipped": _flipped,
    "bytes deleted": _deleted,
    "bytes doubled": _doubled,
    "cut short": _cut,
    "a line moved": _lines,
    "another encoding": _encoded,
}
_OF_FILES: Final[dict[str, Callable[[Files, str, random.Random], None]]] = {
    "emptied": _emptied,
    "removed": _removed,
    "renamed": _renamed,
    "a folder": _folder,
    "swapped with another": _swapped,
}
_YAML: Final = {
    "an odd value": _text(damage_yaml.value),
    "an odd value within": _text(damage_yaml.value_within),
    "another key": _text(damage_yaml.key),
    "a key without its value": _text(damage_yaml.alone),
    "another number": _text(damage_yaml.number),
    "values exchanged": _text(damage_yaml.exchanged),
    "another option": _text(damage_yaml.option),
}
_SECTIONS: Final = {
    "a snippet": _text(_spliced),
    "a fence amiss": _text(_unclosed),
    "an odd use": _text(_used),
    "a number in the text": _text(damage_yaml.number),
}
_TABLES: Final = {
    "an odd row": _text(_row),
    "an odd number": _text(damage_yaml.number),
    "parted otherwise": _parted,
}
_EVERY: Final = _OF_BYTES | _YAML | _SECTIONS | _TABLES
_OF_YAML, _OF_SECTIONS, _OF_TABLES = tuple(_YAML), tuple(_SECTIONS), tuple(_TABLES)
