"""How wide a table's columns are: takes what their cells need and would like, returns widths."""

from __future__ import annotations

from collections.abc import Sequence


def column_widths(
    least: Sequence[float], natural: Sequence[float], available: float, gap: float
) -> list[float]:
    """Return a width per column, gaps excluded, that together fill `available`.

    Where all fits on one line the room left over is shared out evenly in proportion; else no
    column is narrower than its longest word, and those with more to say get more, though less
    than in proportion, since a long cell wraps well and a short one does not.
    """
    room = available - gap * (len(natural) - 1)
    wanted = sum(natural)
    if wanted <= room:
        return [width * room / wanted for width in natural] if wanted else list(natural)
    narrowest = sum(least)
    if narrowest >= room:
        return [width * room / narrowest for width in least]
    widths = list(least)
    spare = room - narrowest
    hungry = {index for index, width in enumerate(natural) if width > least[index]}
    while spare > 0.01 and hungry:
        weights = {index: (natural[index] - least[index]) ** 0.6 for index in hungry}
        total = sum(weights.values())
        given = 0.0
        for index, weight in weights.items():
            more = min(spare * weight / total, natural[index] - widths[index])
            widths[index] += more
            given += more
        hungry = {index for index in hungry if natural[index] - widths[index] > 0.01}
        spare -= given
    return widths
