"""Figures that a number in words may mean: takes its value, returns how each is bound."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from fractions import Fraction
from typing import Final

from builder.facts.printing import printed_figure
from builder.facts.rounding import rounded
from builder.facts.sizes import is_money, kinds_of
from builder.facts.text import Printer
from builder.facts.units import PER_CENT, POINTS, SCALES, currency_of
from builder.language.language import ratio_words
from builder.model.figure import Form, FormError, ResolvedFigure

_LONG: Final = 4  # letters in which the forms of a noun agree
_STEM: Final = 6  # letters in which words of a label and of a sentence agree
_MOST: Final = 3
_SHARES: Final = ("", "%")


def matching_figures(
    value: Fraction | None,
    printer: Printer,
    noun: str = "",
    after: str = "",
    *,
    sentence: str = "",
    times: bool = False,
) -> tuple[str, ...]:
    """Return hints for the first figures of a value: how it is bound, what it prints.

    Where a `noun` is counted, or other words come `after` a whole number, they are those that
    print one of them: "four to five years" is no share of four per cent. Where none does, they are
    those that count something by another noun, and are called by a word of the `sentence`: "six
    doctors in Dover" for "dentists in Dover". Where nothing stands behind, they are those that
    count before all others. What says how many `times` is a ratio; a share is one of nothing else
    than a share: four fifths are no 0.8 ‰.
    """
    if value is None:
        return ()
    said = noun or (after if value.denominator == 1 else "")
    meant = [
        (figure, _hint(figure, printer.tag))
        for figure in printer.figures.values()
        if _means(figure, value) and (not times or _is_ratio(figure, printer.tag))
    ]
    if said:
        likely = [hint for _, hint in meant if _shares_a_word(hint, said)]
        if not likely and len(noun.strip()) >= _LONG:
            beside = _stems(sentence)
            likely = [
                hint
                for figure, hint in meant
                if _counts(figure, True, printer.tag)
                and (_stems(figure.label) - _stems(hint.partition(" prints ")[2])) & beside
            ]
    elif value.denominator > 1 and not times:
        likely = [hint for figure, hint in meant if figure.unit in _SHARES]
    else:
        counts = [hint for figure, hint in meant if _counts(figure, False, printer.tag)]
        likely = counts or [hint for _, hint in meant]
    return tuple(likely[:_MOST])


def _stems(text: str) -> set[str]:
    return {word[:_STEM].lower() for word in re.findall(rf"[^\W\d_]{{{_STEM},}}", text)}


def _is_ratio(figure: ResolvedFigure, tag: str) -> bool:
    return figure.unit in ratio_words(tag)


def _counts(figure: ResolvedFigure, noun: bool, tag: str) -> bool:
    """Return whether a figure counts things, a `noun` of another name perhaps; money may be meant
    where none follows.
    """
    if figure.unit in (PER_CENT, POINTS, "‰") or _is_ratio(figure, tag):
        return False
    money = any(is_money(kind.of) for kind in kinds_of(figure.unit, tag))
    if not noun:
        return not _is_measure(figure.unit, tag)
    return bool(figure.unit) and not money and not _is_measure(figure.unit, tag)


def _is_measure(unit: str, tag: str) -> bool:
    return any(not kind.counted and not is_money(kind.of) for kind in kinds_of(unit, tag))


def _shares_a_word(hint: str, noun: str) -> bool:
    """Return whether what a hint says is printed has a word of a noun, in whatever form."""
    printed, said = (
        {word[:_LONG].lower() for word in re.findall(r"[^\W\d_]+", text)}
        for text in (hint.partition(" prints ")[2], noun)
    )
    return bool(printed & said)


def _means(figure: ResolvedFigure, value: Fraction) -> bool:
    """Return whether a figure is the value: as it stands, in its scale, or as a share."""
    if not isinstance(figure.value, Decimal) or figure.rounded is None:
        return False
    if any(Fraction(read) == value for read in _readings(figure)):
        return True
    if figure.unit != "%" or value >= 1:
        return False
    percent = Decimal(value.numerator) * 100 / Decimal(value.denominator)
    return rounded(percent, figure.decimals or 0, figure.hedge) == figure.rounded


def _readings(figure: ResolvedFigure) -> Iterator[Decimal]:
    """Yield the number that a figure says; of money that is all of it: two billion are no two."""
    value = figure.rounded or Decimal(0)
    currency = currency_of(figure.unit)
    scaled = currency is not None and currency.scale
    yield value * SCALES[currency.scale] if currency is not None and scaled else value


def _hint(figure: ResolvedFigure, tag: str) -> str:
    for form, use in ((Form("words"), " | words"), (Form(), "")):
        try:
            text = printed_figure(figure, form, tag)
        except FormError:
            continue
        return f'bind it to a figure: {{{{ {figure.id}{use} }}}} prints "{text}"'
    return f"bind it to a figure: {{{{ {figure.id} }}}}"
