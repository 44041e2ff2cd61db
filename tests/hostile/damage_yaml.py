"""Damage to YAML files: their lines and a draw of chance in, the lines changed in place."""

from __future__ import annotations

import random
import re
from typing import Final

from tests.hostile.odd import NUMBERS, OPTIONS, VALUES

_LINE: Final = re.compile(r"^(\s*(?:- )?)([\w-]+|\"[^\"]*\")(: *)(.*)$")
_NUMBER: Final = r"(?<![\w.])-?\d+(?:\.\d+)?(?![\w.])"


def some(lines: list[str], chance: random.Random, like: str) -> int | None:
    """Return the number of one of the lines that have what a pattern finds; None if none has."""
    found = [at for at, line in enumerate(lines) if re.search(like, line)]
    return chance.choice(found) if found else None


def value(lines: list[str], chance: random.Random) -> None:
    at = some(lines, chance, r"^\s*(?:- )?[\w-]+: *\S")
    found = _LINE.match(lines[at]) if at is not None else None
    if at is not None and found:
        lines[at] = found[1] + found[2] + ": " + chance.choice(VALUES)


def value_within(lines: list[str], chance: random.Random) -> None:
    """Put an odd value into a list or mapping on one line, or between quotes."""
    at = some(lines, chance, r"[\[{,'\"]")
    if at is not None:
        spot = chance.choice([found.end() for found in re.finditer(r"[\[{,'\"]", lines[at])])
        lines[at] = f"{lines[at][:spot]}{chance.choice(VALUES)}{lines[at][spot:]}"


def key(lines: list[str], chance: random.Random) -> None:
    at = some(lines, chance, r"^\s*(?:- )?[\w-]+:")
    found = _LINE.match(lines[at]) if at is not None else None
    if at is not None and found:
        other = some(lines, chance, r"^\s*(?:- )?[\w-]+:")
        taken = _LINE.match(lines[other]) if other is not None else None
        key = found[2]
        names = (key[:-1], key + "x", key.upper(), "", "5", "ключ", taken[2] if taken else "y")
        lines[at] = found[1] + chance.choice(names) + found[3] + found[4]


def number(lines: list[str], chance: random.Random) -> None:
    """Put another number where one stands: most of them pass the readers."""
    at = some(lines, chance, _NUMBER)
    if at is not None:
        found = chance.choice(list(re.finditer(_NUMBER, lines[at])))
        odd = chance.choice(NUMBERS)
        lines[at] = lines[at][: found.start()] + odd + lines[at][found.end() :]


def exchanged(lines: list[str], chance: random.Random) -> None:
    """Let two keys of one name, or of any, exchange their values."""
    at = some(lines, chance, r"^\s*(?:- )?[\w-]+: *\S")
    found = _LINE.match(lines[at]) if at is not None else None
    if at is None or found is None:
        return
    like = re.escape(found[2]) if chance.random() < 0.7 else r"[\w-]+"
    other = some(lines, chance, rf"^\s*(?:- )?{like}: *\S")
    taken = _LINE.match(lines[other]) if other is not None else None
    if other is not None and taken is not None:
        lines[at] = found[1] + found[2] + found[3] + taken[4]
        lines[other] = taken[1] + taken[2] + taken[3] + found[4]


def option(lines: list[str], chance: random.Random) -> None:
    """Give an entry, or a file, another of the known options, or one more."""
    key, values = chance.choice(OPTIONS)
    at = some(lines, chance, rf"^\s*{key}:") or some(lines, chance, r"^\s*[\w-]+: *\S")
    if at is not None:
        indent = lines[at][: len(lines[at]) - len(lines[at].lstrip())]
        ids = [found[1] for found in re.finditer(r"^([A-Za-z_]\w*):", "\n".join(lines), re.M)]
        value = re.sub(r"\b[ab]\b", lambda _: chance.choice(ids or ["a"]), chance.choice(values))
        line = f"{indent}{key}: {value}"
        lines[at : at + lines[at].lstrip().startswith(f"{key}:")] = [line]


def alone(lines: list[str], chance: random.Random) -> None:
    """Leave a key without what belongs to it, or give a single value something below it."""
    at = some(lines, chance, r"^\s*[\w-]+:")
    if at is None:
        return
    indent = len(lines[at]) - len(lines[at].lstrip())
    if lines[at].rstrip().endswith(":"):
        end = at + 1
        while end < len(lines) and len(lines[end]) - len(lines[end].lstrip()) > indent:
            end += 1
        del lines[at + 1 : end]
    else:
        below = chance.choice(("- x", "x: y", "x", "- - x", "? x"))
        lines[at] = lines[at].split(":")[0] + ":"
        lines.insert(at + 1, " " * (indent + 2) + below)
