"""Numbers and dates in references: takes a value and a locale, returns its words."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Final

from builder.citing.nodes import Locale, StyleNode
from builder.language.language import LANGUAGES, base_language, module_of
from builder.language.numbers import locale_of
from builder.model.work import When

_DASHES: Final = re.compile(r"\s*(?:--+|[-–‑])\s*")
_RANGE: Final = re.compile(r"([A-Za-z]*)(\d+)–([A-Za-z]*)(\d+)")
_NUMERIC: Final = re.compile(
    r"[A-Za-z]{0,4}\d+[A-Za-z]{0,4}(?:\s*[-–&,]\s*[A-Za-z]{0,4}\d+[A-Za-z]{0,4})*"
)
_ROMAN: Final = (
    (1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"),
    (40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"),
)  # fmt: skip
_LONGEST: Final = 18  # digits of a number; what has more is a name, printed as it is
_MOST_ROMAN: Final = 4_000
_SEVERAL: Final = re.compile(r"\w\s*(?:[-–&]|, )\s*\w|\bet\b|\band\b")


def is_numeric(text: str) -> bool:
    """Say whether a text is a number, or several, in the sense of CSL."""
    return _NUMERIC.fullmatch(text.strip()) is not None


def is_several(variable: str, text: str) -> bool:
    """Say whether what a variable holds asks for the plural of its label."""
    if variable.startswith("number-of-"):
        return text.strip() not in ("0", "1")
    return _SEVERAL.search(text) is not None


def pages(text: str, form: str) -> str:
    """Return page numbers with dashes, the second of each two as long as the style has it."""
    dashed = _DASHES.sub("–", text)
    return _RANGE.sub(lambda found: _range(found, form), dashed) if form else dashed


def _range(found: re.Match[str], form: str) -> str:
    begun, first, ended, last = found.groups()
    if begun != ended or len(last) > len(first) or len(first) > _LONGEST:
        return found[0]
    whole = first[: len(first) - len(last)] + last
    if int(whole) < int(first):
        return found[0]
    return f"{begun}{first}–{ended if form == 'expanded' else ''}{_last(first, whole, form)}"


def _last(first: str, last: str, form: str) -> str:
    common = next((n for n, (a, b) in enumerate(zip(first, last, strict=True)) if a != b), 0)
    if form == "expanded":
        return last
    if form == "minimal":
        return last[common:]
    if form == "minimal-two":
        return last[min(common, max(len(last) - 2, 0)) :]
    number = int(first)
    if number < 100 or number % 100 == 0:
        return last
    if form == "chicago" and len(first) == 4 and len(last) - common >= 3:
        return last
    if number % 100 < 10:
        return last[common:]
    return last[min(common, len(last) - 2) :]


def numbered(text: str, form: str, locale: Locale, gender: str = "") -> str:
    """Return a number as figures, an ordinal or Roman numerals; other text as it is."""
    bare = text.strip()
    if not (bare.isascii() and bare.isdigit() and len(bare) <= _LONGEST):
        return _DASHES.sub("–", text)
    number = int(text)
    if form == "roman" and number < _MOST_ROMAN:
        return roman(number)
    if form == "long-ordinal" and number <= 10:
        said = locale.term(f"long-ordinal-{number:02}", of=gender)
        if said:
            return said
    return ordinal(number, locale, gender) if "ordinal" in form else str(number)


def roman(number: int) -> str:
    """Return small Roman numerals."""
    said = ""
    for value, sign in _ROMAN:
        while number >= value:
            said, number = said + sign, number - value
    return said


def ordinal(number: int, locale: Locale, gender: str = "") -> str:
    """Return "2nd", "2." and the like."""
    exact = locale.term(f"ordinal-{number % 100:02}", of=gender) if number % 100 > 9 else ""
    ending = exact or locale.term(f"ordinal-{number % 10:02}", of=gender)
    return f"{number}{ending or locale.term('ordinal', of=gender)}"


def date_text(node: StyleNode, when: When, locale: Locale, suffix: str = "") -> str:
    """Return a date as a `date` element has it, a year followed by `suffix`."""
    if when.words:
        return when.words
    if not when.parts:
        return ""
    parts, delimiter = _parts_of(node, locale)
    if len(when.parts) == 1:
        return _said(parts, when.parts[0], when.season, locale, delimiter, suffix)
    return _span(parts, when, locale, delimiter, suffix)


def _parts_of(node: StyleNode, locale: Locale) -> tuple[list[StyleNode], str]:
    """Return the parts of a date in order: a locale's, as the style changes them, or its own."""
    own = [kid for kid in node.kids if kid.tag == "date-part"]
    pattern = locale.dates.get(node.get("form")) if node.get("form") else None
    if pattern is None:
        return _in_order(own, locale), node.get("delimiter")
    wanted = node.get("date-parts", "year-month-day").split("-")
    changed = {kid.get("name"): kid.attributes for kid in own}
    parts = [
        StyleNode("date-part", {**kid.attributes, **changed.get(kid.get("name"), {})})
        for kid in pattern.kids
        if kid.tag == "date-part" and kid.get("name") in wanted
    ]
    return parts, pattern.get("delimiter")


def _in_order(parts: list[StyleNode], locale: Locale) -> list[StyleNode]:
    """Return a style's own parts of a date, a day before its month where the language has it so:
    «15 грудня» of what an English style writes as "December 15".
    """
    names = [part.get("name") for part in parts]
    text = locale.dates.get("text")
    ours = {kid.get("name"): (at, kid) for at, kid in enumerate(text.kids)} if text else {}
    if "month" not in names[:-1] or not {"day", "month"} <= {*ours} or _leads(locale):
        return parts
    at = names.index("month")
    if names[at + 1] != "day" or ours["day"][0] > ours["month"][0]:
        return parts
    month, rest = parts[at], parts[at + 2 :]
    day = {**ours["day"][1].attributes, "prefix": month.get("prefix")}
    behind = parts[at + 1].get("suffix").replace(",", "")
    swapped = [
        StyleNode("date-part", day),
        StyleNode("date-part", {**month.attributes, "prefix": "", "suffix": behind}),
    ]
    if rest and rest[0].get("name") == "year":
        prefix = rest[0].get("prefix").replace(",", "")
        rest = [StyleNode("date-part", {**rest[0].attributes, "prefix": prefix}), *rest[1:]]
    return [*parts[:at], *swapped, *rest]


def _leads(locale: Locale) -> bool:
    """Return whether a month may stand before its day in a language, or nobody knows."""
    base = base_language(locale.language)
    return base not in LANGUAGES or bool(module_of(base, "numbered").MONTH_LEADS)


def _span(parts: list[StyleNode], when: When, locale: Locale, delimiter: str, suffix: str) -> str:
    """Return two dates: what they share is said once."""
    first, last = when.parts[0], when.parts[1]
    if not last or not last[0]:
        return _said(parts, first, 0, locale, delimiter, suffix) + "–"
    names = ("year", "month", "day")
    differ = next((name for name, a, b in zip(names, first, last, strict=False) if a != b), "day")
    finer = {"year": names, "month": names[1:], "day": names[2:]}[differ]
    at = [number for number, part in enumerate(parts) if part.get("name") in finer]
    if not at:
        return _said(parts, first, 0, locale, delimiter, suffix)
    begin, end = at[0], at[-1] + 1
    head = _said(parts[:begin], first, 0, locale, delimiter, suffix)
    one = _said(parts[begin:end], first, 0, locale, delimiter, suffix).strip(" ,")
    two = _said(parts[begin:end], last, 0, locale, delimiter, suffix).strip(" ")
    tail = _said(parts[end:], last, 0, locale, delimiter, suffix)
    return f"{head}{one}–{two}{delimiter if tail else ''}{tail}"


def _said(
    parts: Iterable[StyleNode],
    date: tuple[int, ...],
    season: int,
    locale: Locale,
    delimiter: str,
    suffix: str,
) -> str:
    year, month, day = (*date, 0, 0, 0)[:3]
    found: list[str] = []
    last = ""
    for part in parts:
        said = ""
        form = part.get("form")
        if part.get("name") == "year":
            said = _year(year, form, locale) + suffix
        elif part.get("name") == "month" and (month or season):
            said = _month(month, season, form, locale, dated=bool(found and day) and last == "day")
        elif part.get("name") == "day" and day:
            said = _day(day, month, form, locale)
        last = part.get("name") if said else last
        if said:
            if part.get("strip-periods") == "true":
                said = said.replace(".", "")
            if part.get("text-case") == "lowercase":
                said = said.lower()
            found.append(part.get("prefix") + said + part.get("suffix"))
    return delimiter.join(found).rstrip(" ,") if not year else delimiter.join(found)


def _year(year: int, form: str, locale: Locale) -> str:
    if form == "short":
        return f"{year % 100:02}"
    era = locale.term("bc") if year < 0 else locale.term("ad") if 0 < year < 1000 else ""
    return f"{abs(year)}{era}"


def _month(month: int, season: int, form: str, locale: Locale, *, dated: bool) -> str:
    """Return a month in words or digits; `dated` says that its day stands before it."""
    if not month:
        return locale.term(f"season-{season:02}")
    if form == "numeric":
        return str(month)
    if form == "numeric-leading-zeros":
        return f"{month:02}"
    if dated and form in ("", "long"):
        from babel.dates import get_month_names

        return str(get_month_names("wide", "format", locale_of(locale.language))[month])
    return locale.term(f"month-{month:02}", form or "long")


def _day(day: int, month: int, form: str, locale: Locale) -> str:
    limited = locale.options.get("limit-day-ordinals-to-day-1") == "true"
    if (form == "ordinal" and not (limited and day > 1)) or (not form and limited and day == 1):
        gender = known.gender if (known := locale.known(f"month-{month:02}")) else ""
        return ordinal(day, locale, gender)
    return f"{day:02}" if form == "numeric-leading-zeros" else str(day)
