"""Units: takes the units that figures state, returns what their arithmetic makes of them; and units
as people write them, brought to their keys and forms.

A unit is words ("missiles"), a ratio ("%", percentage points, "times", none), or money ("USD bn":
an ISO 4217 code and a scale). Nothing is converted: adding needs equal units, but for per cent and
percentage points, of which the one is the difference of the other.

Of money as it is written, such as £k, Tsd. €, TEUR, тис. грн, the key is returned. Of a unit that
begins with a scale in words, "millions de nuitées", its forms are: the scale goes with the number
and what is counted stays, 1,57 million de nuitées, 2 millions.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import field
from decimal import Decimal
from functools import lru_cache
from typing import Final

from builder.frozen import dataclass
from builder.language.language import Plurals, language_of
from builder.language.numbers import locale_of, with_code

# The scales that a currency code may carry, as figures.yaml writes them.
SCALES: Final[Mapping[str, int]] = {"thousand": 10**3, "mn": 10**6, "bn": 10**9, "tn": 10**12}
SCALES_BESIDE: Final[Mapping[str, str]] = {
    "k": "thousand",
    "K": "thousand",
    "m": "mn",
    "M": "mn",
    "million": "mn",
    "millions": "mn",
    "billion": "bn",
    "billions": "bn",
    "trillion": "tn",
    "trillions": "tn",
}
"""What scales of money are called beside `SCALES`."""
PER_CENT: Final = "%"
POINTS: Final = "percentage points"
"""How a difference of percentages is stated, in the words that a formula's errors use."""
PER_MILLE: Final = "‰"
SHARES: Final = (PER_CENT, PER_MILLE)
"""The signs of shares."""
CALENDAR: Final = "calendar"
"""What stands for the unit of numbers that are calendar years: they count nothing, and no author
writes it."""
HUNDREDTHS: Final = frozenset({PER_CENT, POINTS})
"""The ratios that are stated times 100."""
PARTS: Final[Mapping[str, int]] = {PER_CENT: 100, POINTS: 100, PER_MILLE: 1000}
"""By how much ratios are multiplied where they are stated."""
_MONEY: Final = re.compile(rf"([A-Z]{{3}})(?: ({'|'.join(SCALES)}))?")
_CODED: Final = re.compile(r"(?P<scale>.*?) ?(?P<code>[A-Z]{3})")
# What tables head their columns with: £'000, £000.
_NOUGHTS: Final = dict.fromkeys(("000", "'000", "’000", "000s", "thousands"), "thousand")
# Countries of our languages whose money is no dollar but the US one: Babel need not be asked.
_PLAIN: Final = frozenset({"US", "GB", "DE", "AT", "CH", "FR", "BE", "UA"})


@dataclass(frozen=True)
class Currency:
    """Money: its ISO 4217 code and its scale (a key of `SCALES`, or empty)."""

    code: str
    scale: str


@dataclass(frozen=True)
class Unit:
    """The unit of a computed value.

    `factors` maps unit words to their powers, empty for a ratio; `ratio` says how a ratio is
    stated ("%", "‰", `POINTS`, "times" or nothing). `literal` marks a bare number, which takes the
    unit of what it is added to.
    """

    factors: Mapping[str, int] = field(default_factory=dict)
    ratio: str = ""
    literal: bool = False

    def __str__(self) -> str:
        if not self.factors:
            return self.ratio
        over = [_power(unit, power) for unit, power in self.factors.items() if power > 0]
        under = [_power(unit, -power) for unit, power in self.factors.items() if power < 0]
        return "·".join(over or ["1"]) + "".join(f"/{unit}" for unit in under)

    @property
    def simple(self) -> bool:
        """Whether the unit is one that an author stated, not a product or quotient of units."""
        return sum(abs(power) for power in self.factors.values()) <= 1 and all(
            power > 0 for power in self.factors.values()
        )


LITERAL: Final = Unit(literal=True)


@lru_cache(maxsize=256)
def currency_of(unit: str) -> Currency | None:
    """Return the currency that a unit names, or None: `USD bn` is one, `TEU` is not."""
    match = _MONEY.fullmatch(unit)
    if match is None:
        return None
    from babel.numbers import is_currency

    return Currency(match[1], match[2] or "") if is_currency(match[1]) else None


def unit_of(stated: str, ratios: frozenset[str], points: str) -> Unit:
    """Return the unit of a figure by its key.

    `ratios` are the language's words for a multiple, `points` its key of percentage points.
    """
    if stated == points:
        return Unit(ratio=POINTS)
    if not stated or stated in PARTS or stated in ratios:
        return Unit(ratio=stated)
    return Unit({stated: 1})


def sum_unit(left: Unit, right: Unit, *, difference: bool = False) -> Unit | None:
    """Return the unit of a sum or difference; None when the units differ."""
    if left.literal:
        return right
    if right.literal:
        return left
    if {left.ratio, right.ratio} <= HUNDREDTHS:
        points = left.ratio == right.ratio and (difference or left.ratio == POINTS)
        return Unit(ratio=POINTS if points else PER_CENT)
    same = left.factors == right.factors and left.ratio == right.ratio
    return left if same else None


def product_unit(left: Unit, right: Unit, power: int = 1) -> Unit:
    """Return the unit of a product, or with `power` -1 of a quotient."""
    if left.literal and right.literal:
        return LITERAL
    factors = dict(left.factors)
    for unit, exponent in right.factors.items():
        factors[unit] = factors.get(unit, 0) + power * exponent
    left_out = {unit: exponent for unit, exponent in factors.items() if exponent}
    if left_out:
        return Unit(left_out)
    if right.literal:
        return Unit(ratio=left.ratio)
    return Unit(ratio=right.ratio if left.literal and power > 0 else "")


def power_unit(unit: Unit, power: Decimal) -> Unit | None:
    """Return the unit of a power; None where it has none: a root of metres, or of per cent."""
    if unit.literal or unit.ratio in PARTS:
        return unit if unit.literal else None
    factors = {name: exponent * power for name, exponent in unit.factors.items()}
    if any(exponent % 1 for exponent in factors.values()):
        return None
    held = {name: int(exponent) for name, exponent in factors.items() if exponent}
    return Unit(held) if held else Unit(ratio="" if unit.factors else unit.ratio)


def may_state(stated: Unit, computed: Unit) -> bool:
    """Return whether a formula figure may state its unit so.

    A number without figures takes any unit, a ratio any ratio; a product or quotient of units
    has no name yet and may be given one, which of money for each of something is that of the
    money; else the stated unit must be the computed one.
    """
    if computed.literal:
        return True
    if not computed.factors:
        return not stated.factors
    if computed.simple:
        return stated.factors == computed.factors
    return _is_money_for_each(stated, computed) or (
        bool(stated.factors) and not stated.factors.keys() & computed.factors.keys()
    )


def money_key(unit: str, tag: str) -> str:
    """Return the key of money that is meant by another name: GBP thousand; empty if none is."""
    scales = _scales(tag)
    for code, scale in _parted(unit, tag):
        key = f"{code} {scales.get(scale.rstrip('.'), scale)}".rstrip()
        if currency_of(key) is not None:
            return key
    return ""


def scale_names(tag: str) -> Iterator[tuple[str, str]]:
    """Yield the names of each scale with its key, which is empty of no scale."""
    yield from _scales(tag).items()


def own_money(tag: str) -> frozenset[str]:
    """Return the currencies of the country that a tag names, none without one."""
    territory = locale_of(tag).territory
    if territory is None or territory in _PLAIN:
        return frozenset()
    from babel.numbers import get_territory_currencies

    return frozenset(get_territory_currencies(territory))


@lru_cache(maxsize=256)
def scaled_forms(unit: str, tag: str) -> Plurals | None:
    """Return a unit with its scale in each form; None where it begins with none, or one of one."""
    scale, gap, counted = unit.partition(" ")
    for forms in language_of(tag).spoken_scales.values():
        if scale in forms.values() and len({*forms.values()}) > 1:
            return {category: f"{form}{gap}{counted}" for category, form in forms.items()}
    return None


def _is_money_for_each(stated: Unit, computed: Unit) -> bool:
    """Return whether a unit is the money of a quotient: EUR mn of "EUR mn/school"."""
    above = {unit: power for unit, power in computed.factors.items() if power > 0}
    return stated.factors == above and all(map(currency_of, above))


def _power(unit: str, power: int) -> str:
    superscripts = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")
    return unit if power == 1 else unit + str(power).translate(superscripts)


def _parted(unit: str, tag: str) -> Iterator[tuple[str, str]]:
    """Yield how a unit may be a currency and a scale: its sign may be the language's own word."""
    code, _, scale = with_code(unit, own_money(tag)).partition(" ")
    yield code, scale
    if coded := _CODED.fullmatch(unit):
        yield coded["code"], coded["scale"]
    for own, sign in language_of(tag).signs.items():
        if unit == sign or unit.endswith(f" {sign}"):
            yield own, unit.removesuffix(sign).strip()


@lru_cache(maxsize=16)
def _scales(tag: str) -> Mapping[str, str]:
    """Return the scales of money by each of their names, without a stop."""
    language = language_of(tag)
    long = {
        word.rstrip("."): key
        for scales in (language.spoken_scales, language.scales)
        for key, words in scales.items()
        for word in words.values()
    }
    short = {name.rstrip("."): key for key, name in language.short_scales.items()}
    same = {key: key for key in SCALES}
    return {**long, **short, **SCALES_BESIDE, **_NOUGHTS, **language.other_scales, **same, "": ""}
