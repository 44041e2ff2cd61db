"""Parts of a whole: takes resolved figures, returns them with the values that are printed.

Where a figure names its `parts`, their printed values sum to its own (largest remainder), so
that no reader who adds them up finds a percentage missing.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from decimal import Decimal
from typing import Final

from builder.model.figure import Figure, Hedge, ResolvedFigure
from builder.problems import Place, Problems
from builder.resolve.rounding import rounded, rounded_to_sum

# Quotients are cut at 28 digits; their sum may miss the whole by so much of it.
_SLACK: Final = Decimal("1e-20")


def with_rounded_values(
    stated: Mapping[str, Figure], figures: Mapping[str, ResolvedFigure], problems: Problems
) -> dict[str, ResolvedFigure]:
    """Return the figures with `rounded` set, parts rounded together.

    Reports parts that are dates, in other units, bounded, in two wholes, or that do
    not sum to their whole.
    """
    result = {name: _rounded(figure) for name, figure in figures.items()}
    owners: dict[str, str] = {}
    for name, figure in stated.items():
        if not figure.parts or name not in figures:
            continue
        resolved = all(part in figures for part in figure.parts)
        if resolved and _may_be_split(figure, figures, owners, problems):
            result |= _split(figure, figures, result, problems)
        owners |= dict.fromkeys(figure.parts, name)
    return result


def _rounded(figure: ResolvedFigure) -> ResolvedFigure:
    if not isinstance(figure.value, Decimal):
        return figure
    return replace(figure, rounded=rounded(figure.value, figure.decimals or 0, figure.hedge))


def _may_be_split(
    figure: Figure,
    figures: Mapping[str, ResolvedFigure],
    owners: Mapping[str, str],
    problems: Problems,
) -> bool:
    whole = figures[figure.id]
    so_far = len(problems.found)
    for name in figure.parts:
        part = figures[name]
        if not isinstance(part.value, Decimal) or part.unit != whole.unit:
            _refuse(figure.place, name, figure.id, "is in another unit", problems)
        elif part.hedge not in (None, Hedge.ABOUT) or whole.hedge not in (None, Hedge.ABOUT):
            _refuse(figure.place, name, figure.id, "is a bound, or part of one", problems)
        elif name in owners:
            _refuse(figure.place, name, figure.id, f'is a part of "{owners[name]}"', problems)
    return len(problems.found) == so_far


def _refuse(place: Place, part: str, whole: str, why: str, problems: Problems) -> None:
    problems.error(
        place,
        f'"{part}" cannot be a part of "{whole}": it {why}',
        "parts are exact or approximate figures in the whole's unit, each in one whole",
    )


def _split(
    figure: Figure,
    figures: Mapping[str, ResolvedFigure],
    result: Mapping[str, ResolvedFigure],
    problems: Problems,
) -> dict[str, ResolvedFigure]:
    whole = figures[figure.id]
    parts = [figures[name] for name in figure.parts]
    values = [part.value for part in parts if isinstance(part.value, Decimal)]
    assert isinstance(whole.value, Decimal)
    total = sum(values, Decimal(0))
    if abs(total - whole.value) > _SLACK * max(abs(whole.value), Decimal(1)):
        problems.error(
            figure.place,
            f'the parts of "{figure.id}" sum to {total}, not to {whole.value}',
            f"mend the parts ({', '.join(figure.parts)}) or the whole",
        )
        return {}
    decimals = max(part.decimals or 0 for part in (whole, *parts))
    target = rounded(whole.value, decimals, whole.hedge)
    printed = rounded_to_sum(values, decimals, target)
    split = {
        part.id: replace(part, rounded=value) for part, value in zip(parts, printed, strict=True)
    }
    # The whole takes on the decimals of its parts only where it would not be their sum without.
    if result[whole.id].rounded != target:
        split[whole.id] = replace(whole, rounded=target)
    return split
