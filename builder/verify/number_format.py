"""A number and a spreadsheet number format in; what PowerPoint prints for them, out.

ECMA-376-1, 18.8.30 and 18.8.31, as far as charts use it: sections, literals, digits, grouping,
decimals, percent. Dates, fractions and exponents are refused.
"""

from __future__ import annotations

import re
from decimal import ROUND_HALF_UP, Decimal

_TOKEN = re.compile(
    r'"(?P<quoted>[^"]*)"|\\(?P<escaped>.)|_.|\*.|\[\$(?P<currency>[^\]-]*)(?:-[^\]]*)?\]'
    r"|\[[^\]]*\]|(?P<number>[0#?](?:[0#?.,]*[0#?.,])?|\.[0#?]+)|(?P<percent>%)|(?P<other>.)"
)
_SECTION = re.compile(r'((?:"[^"]*"|\\.|[^;"\\])*)(?:;|$)')
# Literals among digits: 0","000 prints 1234 as 1,234 whatever the viewer's separators are.
_INNER = re.compile(r'[0#](?:"[^"]*"|\\.)+[0#]')
_CONDITION = re.compile(r"\[(<=|>=|<>|<|>|=)(-?\d+(?:\.\d+)?)\]")
_REFUSED = frozenset("dDmMyYhHsSeE/@")


def render(value: Decimal, code: str, group: str = ",", point: str = ".") -> str:
    """Return `value` as the number format `code` prints it.

    `group` and `point` are the separators of the chart's language.

    Raises:
        ValueError: the format holds something that is no plain number's; the message names it.
    """
    if code in ("", "General"):
        return _general(value, point)
    sections = _SECTION.findall(code)
    section, magnitude = _section(value, [part for part in sections if part] or [code])
    if _INNER.search(section):
        return _patterned(section, magnitude)
    if section == "General":
        return _general(magnitude, point)
    tokens = list(_TOKEN.finditer(section))
    if any(token["percent"] for token in tokens):
        magnitude *= 100
    printed = []
    for token in tokens:
        if token["number"]:
            printed.append(_number(magnitude, token["number"], group, point))
        elif token["other"] and token["other"] in _REFUSED:
            raise ValueError(f'number format "{code}": "{token["other"]}" is not understood')
        else:
            literal = (
                token[name] for name in ("quoted", "escaped", "currency", "percent", "other")
            )
            printed.append(next((part for part in literal if part), ""))
    return "".join(printed)


def _section(value: Decimal, sections: list[str]) -> tuple[str, Decimal]:
    """Choose by condition or sign; a section that serves all signs prints the minus itself."""
    if any(_CONDITION.search(section) for section in sections):
        for section in sections:
            condition = _CONDITION.search(section)
            if condition is None or _holds(value, condition[1], Decimal(condition[2])):
                return (f"-{section}", -value) if value < 0 else (section, value)
    if value < 0 and len(sections) > 1:
        return sections[1], -value
    if value == 0 and len(sections) > 2:
        return sections[2], value
    first = sections[0]
    return (f"-{first}", -value) if value < 0 and first != "General" else (first, value)


def _holds(value: Decimal, sign: str, limit: Decimal) -> bool:
    return {
        "<": value < limit,
        ">": value > limit,
        "=": value == limit,
        "<=": value <= limit,
        ">=": value >= limit,
        "<>": value != limit,
    }[sign]


def _patterned(section: str, magnitude: Decimal) -> str:
    """Print a whole number through a pattern whose digits have literals between them."""
    tokens = list(_TOKEN.finditer(section))
    places = [at for at, token in enumerate(tokens) if token["number"]]
    left = format(magnitude.quantize(Decimal(1), ROUND_HALF_UP), "f")
    printed: dict[int, str] = {}
    for at in reversed(places[1:]):
        count = len(tokens[at]["number"])
        left, printed[at] = left[:-count], left[-count:].zfill(count)
    printed[places[0]] = left.zfill(len(tokens[places[0]]["number"]))
    names = ("quoted", "escaped", "currency", "percent", "other")
    return "".join(
        printed[at] if at in printed else next((token[name] for name in names if token[name]), "")
        for at, token in enumerate(tokens)
    )


def _general(value: Decimal, point: str) -> str:
    plain = format(value.normalize(), "f")
    return "0" if plain == "-0" else plain.replace(".", point)


def _number(value: Decimal, pattern: str, group: str, point: str) -> str:
    whole, _, fraction = pattern.partition(".")
    scaled = len(whole) - len(whole.rstrip(","))
    whole = whole.rstrip(",")
    value = (value / 1000**scaled).quantize(Decimal(1).scaleb(-len(fraction)), ROUND_HALF_UP)
    units, _, decimals = format(value, "f").partition(".")
    fewest = len(fraction.rstrip("#?"))
    decimals = decimals[:fewest] + decimals[fewest:].rstrip("0")
    units = units.lstrip("0").zfill(whole.replace(",", "").count("0"))
    if "," in whole:
        units = re.sub(r"(?<=\d)(?=(?:\d{3})+$)", lambda _: group, units)
    return units + (point + decimals if decimals else "")
