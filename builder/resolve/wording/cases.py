"""Units that stand in another case than the words before their number ask for, where no forms of
them are known: takes a passage, tells of «завдяки 22 вакансії».
"""

from __future__ import annotations

from typing import Final

from builder.facts.nouns import categories, forms_of
from builder.facts.text import Printer
from builder.facts.units import currency_of
from builder.language.language import language_of
from builder.language.lexicon import PLAIN
from builder.language.numbers import plural
from builder.model.text import plain
from builder.resolve.exemptions import Exemptions
from builder.resolve.passages import Plainly, printed_numbers

_FAR: Final = 120  # characters before a figure by which a case is told


def tell_of_cases(words: Plainly, printer: Printer, exemptions: Exemptions) -> None:
    """Warn of each unit without forms behind words that ask for another case."""
    unfit = language_of(printer.tag).unfit
    if unfit is None:
        return
    for stretch, use, figure in printed_numbers(words, printer):
        if figure.rounded is None or not figure.unit or currency_of(figure.unit):
            continue
        printed = plain(printer.line((use,))).translate(PLAIN)
        if forms_of(figure.unit, printer.tag) or not printed.endswith(f" {figure.unit}"):
            continue
        before = words.words[max(0, stretch.start - _FAR) : stretch.start]
        category = plural(
            {each: each for each in categories(printer.tag)}, figure.rounded, printer.tag
        )
        if not unfit(before, figure.unit, category):
            continue
        span = slice(stretch.start, stretch.end)
        if exemptions.cover(words.words, span, whole=False):
            continue
        said = before.split(" ")[-2] if " " in before else before
        printer.problems.warning(
            words.place(stretch.start),
            f'"{said} {printed}": the unit is not in the case that "{said}" asks for',
            "give the forms of the noun under units: in figures.yaml, by which it is declined, or "
            f"print {{{{ {use.figure} | number }}}} and write the unit yourself",
        )
