"""What a briefing counts: takes its content, returns its speech; and two forms of one noun.

A noun stands in several forms, but a unit is one: figures that are counted in "ship" and "ships"
could not be added. `units:` of figures.yaml says which forms are one unit.
"""

from __future__ import annotations

import ast
import unicodedata
from collections.abc import Iterable, Mapping
from decimal import Decimal
from typing import Final

from builder.facts.arithmetic import FormulaError, UnitsDifferError
from builder.facts.nouns import Speech, categories, marked_currencies, unit_key
from builder.facts.quotients import are_counts
from builder.facts.scales import between, in_digits
from builder.facts.sizes import money_rate
from builder.facts.units import PARTS, Unit, currency_of
from builder.language.language import language_of
from builder.language.numbers import locale_of
from builder.model.briefing import Content
from builder.model.figure import Unit as Noun
from builder.problems import Problems

# Numbers that take each form, for hints; in languages with "few", and in all others.
_SLAVIC: Final = {"one": "1, 21", "few": "2, 3, 22", "many": "0, 5, 11", "other": "1,5"}
_OTHERS: Final = {"one": "1", "other": "0, 2, 5"}
# Two words are taken for forms of one noun when they begin alike and differ in short endings.
_STEM: Final = 3
_ENDING: Final = 3


def speech_in(content: Content, tag: str, problems: Problems) -> Speech:
    """Return the language of a content with the forms of its units and the marks of its money."""
    stated = [(figure.unit, figure.place) for figure in content.figures.values()]
    for chart in content.charts.values():
        stated += [(unit, chart.place) for unit in (chart.unit, chart.second_axis.unit)]
    units = [unit for unit, _ in stated]
    for name, place in dict(reversed(stated)).items():
        if written := money_rate(name, tag):
            how = "its code" if name[:3].isupper() else "its sign behind the number"
            problems.warning(
                place,
                f'the unit "{name}" is printed with {how}, as it is written',
                f'write it as it is to be read, such as "{written}"',
            )
    sound = {key: unit.forms for key, unit in content.units.items() if _sound(unit, tag, problems)}
    speech = Speech(tag, sound, marked_currencies(tag, units))
    used = {unit_key(unit, speech) for unit in units}
    for key, unit in content.units.items():
        if key in sound and key not in used:
            hint = f"remove it, or write `unit: {key}` where figures count it"
            problems.warning(unit.place, f'nothing is counted in the unit "{key}"', hint)
    return speech


def _sound(unit: Noun, tag: str, problems: Problems) -> bool:
    """Report forms that a unit lacks, or that the language does not know."""
    if unit.key == "%" or currency_of(unit.key) is not None:
        hint = "remove it: its forms are known"
        problems.error(unit.place, f'"{unit.key}" is a sign, not a noun', hint)
        return False
    needed, examples = categories(tag), _examples(tag)
    so_far = len(problems.errors)
    for category in needed:
        if category not in unit.forms:
            problems.error(
                unit.place,
                f'the unit "{unit.key}" lacks the form "{category}"',
                f"add {category}: ..., as it stands after {examples.get(category, 'its numbers')}; "
                f'"{tag}" needs {", ".join(needed)}',
            )
    for category in unit.forms:
        if category not in {*locale_of(tag).plural_form.tags, "other"}:
            problems.error(
                unit.place,
                f'the unit "{unit.key}" has a form "{category}", which "{tag}" does not know',
                f"known: {', '.join(needed)}",
            )
    return len(problems.errors) == so_far


def _examples(tag: str) -> Mapping[str, str]:
    return _SLAVIC if "few" in categories(tag) else _OTHERS


def same_noun(one: str, other: str) -> bool:
    """Return whether two units look like two forms of one noun: "ship" and "ships"."""
    words = one.split(), other.split()
    if one == other or len(words[0]) != len(words[1]) or currency_of(one) or currency_of(other):
        return False
    return all(_alike(*pair) for pair in zip(*words, strict=True))


def _alike(one: str, other: str) -> bool:
    one, other = _bare(one), _bare(other)
    stem = 0
    while stem < min(len(one), len(other)) and one[stem] == other[stem]:
        stem += 1
    return one == other or (stem >= _STEM and max(len(one), len(other)) - stem <= _ENDING)


def _bare(word: str) -> str:
    """Return a word in small letters without its accents, which plurals may change."""
    parts = unicodedata.normalize("NFD", word.casefold())
    return "".join(part for part in parts if not unicodedata.combining(part))


def one_noun_hint(
    error: FormulaError, tag: str, counted: Iterable[tuple[Decimal, str]] = ()
) -> str:
    """Return the next step of a failed formula: the `units:` entry, for two forms of one noun.

    `counted` are the values and units of all the formula's figures, to show further forms.
    """
    if not isinstance(error, UnitsDifferError):
        return error.hint
    if not same_noun(*error.units):
        return _one_scale_hint(error, tag) or error.hint
    alike = [(value, unit) for value, unit in counted if same_noun(unit, error.units[0])]
    return units_hint([*error.sides, *alike], tag)


def _one_scale_hint(error: UnitsDifferError, tag: str) -> str:
    """Return how to add two scales of one kind ("EUR k" to "EUR mn"); empty where there is none."""
    node, (left, right) = error.node, error.units
    factor = between(Unit({left: 1}), Unit({right: 1}), tag)
    if factor is None or not isinstance(node, ast.BinOp):
        return ""
    small = factor < 1
    more, less, side = (right, left, node.right) if small else (left, right, node.left)
    many = in_digits(1 / factor if small else factor)
    name = side.id if isinstance(side, ast.Name) else "..."
    return (
        f"1 {more} is {many} {less}: bring both to one scale by a figure of its own, "
        f'{{formula: {many} * {name}, unit: "{less}"}}, and name that instead of {name}'
    )


def units_hint(counted: Iterable[tuple[Decimal, str]], tag: str, also: str = "") -> str:
    """Return the `units:` entry that makes one unit of two forms, as far as numbers show them.

    `counted` are values and the units that they state, `also` a form that stands by no number.
    """
    found: dict[str, str] = {}
    written: list[str] = []
    for value, unit in counted:
        found.setdefault(locale_of(tag).plural_form(value), unit)
        written.append(unit)
    missing = next((each for each in categories(tag) if each not in found), "")
    if also and missing and also not in written:
        found[missing] = also
    key = found.get("one") or (written or [also])[0]
    forms = ", ".join(f"{category}: {found.get(category, '...')}" for category in categories(tag))
    return (
        f"if these are forms of one noun, say so in figures.yaml, and count in `unit: {key}`:\n"
        f"units: {{{key}: {{{forms}}}}}"
    )


def unit_hint(
    stated: Unit, computed: Unit, unit: str, counted: Iterable[tuple[Decimal, str]], tag: str
) -> str:
    """Return the next step where a figure states another unit than its formula comes to."""
    if same_noun(str(computed), unit):
        return units_hint(counted, tag, also=unit)
    if stated.ratio in PARTS and not computed.simple:
        return (
            "a share is part of what is counted or measured in the same unit: state both figures "
            f'so, or name what it comes to by `unit`, such as "{language_of(tag).compound}"'
        )
    return "mend the formula, or the `unit` of the figure"


def name_hint(figure: str, computed: Unit, tag: str) -> str:
    """Return the next step where what a formula comes to has no name."""
    step = f'name it by `unit` at figure "{figure}", such as "{language_of(tag).compound}"'
    if sorted(computed.factors.values()) != [-1, 1] or not are_counts(computed.factors, tag):
        return step
    return f'{step}; a share of two counts is 100 times their quotient, with `unit: "%"`'
