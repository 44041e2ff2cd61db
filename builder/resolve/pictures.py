"""Figures that pictures show: nothing can read them there, so what an author states is compared.

Takes a resolved briefing, reports every picture that states another number than the figure has now.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import suppress
from decimal import Decimal, InvalidOperation

from builder.language.numbers import plain_number
from builder.model.briefing import Briefing
from builder.model.figure import Moment, ResolvedFigure
from builder.model.picture import PictureUse, Shown
from builder.model.text import all_of, plain
from builder.problems import Problems


def check_pictures(briefing: Briefing, problems: Problems) -> None:
    """Warn of each picture that shows a figure as something else than it is printed now."""
    told: set[tuple[str, Shown]] = set()
    parts = (part for section in briefing.sections for part in all_of(section))
    pictures = (part for part in parts if isinstance(part, PictureUse))
    for part in pictures:
        for shown in part.shows:
            figure = briefing.figures.get(shown.figure)
            if figure is None or not shown.printed or (part.file, shown) in told:
                continue
            told.add((part.file, shown))
            if not _is_so(shown.printed, figure, briefing):
                now = plain(briefing.printed[shown.figure]["full"])
                problems.warning(
                    shown.place,
                    f'the picture "{part.file}" may be old: it shows {shown.figure} as '
                    f'"{shown.printed}", and the figure is now "{now}"',
                    "make the picture anew and state what it shows then; nothing reads numbers "
                    "in pictures",
                )


def _is_so(said: str, figure: ResolvedFigure, briefing: Briefing) -> bool:
    """Say whether words or a number are those of a figure, in any of its forms."""
    wanted = _bare(said)
    if wanted in set(_forms(figure, briefing)):
        return True
    if isinstance(figure.value, Moment):
        return False
    readings = _decimals(said, briefing.meta.language)
    return any(number in (figure.value, figure.rounded) for number in readings)


def _forms(figure: ResolvedFigure, briefing: Briefing) -> Iterator[str]:
    printed = briefing.printed[figure.id]
    for form in ("full", "number", "short"):
        yield _bare(plain(printed[form]))
    yield _bare(plain(printed["short"]) + plain(printed.get("unit", ())))
    hedge = plain(printed.get("hedge", ()))
    if hedge:
        yield _bare(plain(printed["full"])).removeprefix(_bare(hedge))
    if isinstance(figure.value, Moment):
        yield _bare(figure.value.iso())


def _bare(text: str) -> str:
    """Return words without spaces, whatever their case."""
    return "".join(text.split()).casefold().replace("\u202f", "").replace("\u00a0", "")


def _decimals(said: str, language: str) -> Iterator[Decimal]:
    """Yield a number as the language writes it, and as programs do."""
    for written in (plain_number(said, language), said):
        with suppress(InvalidOperation):
            yield Decimal("".join(written.split()))
