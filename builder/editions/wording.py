"""What is printed of a change, in the briefing's language: figures' states in, lines out.

Whatever only an earlier edition says, and every change, is owned by that edition.
"""

from __future__ import annotations

import re
from decimal import Decimal
from typing import Final

from builder.editions.diff import FigureChange, Shift, moment_of
from builder.editions.report import rounded_per_cent
from builder.facts.nouns import noun
from builder.facts.printing import printed_quantity, shortest
from builder.facts.sources import source_names
from builder.language.dates import printed_date, word
from builder.language.language import language_of
from builder.language.numbers import MINUS, locale_of
from builder.model.briefing import Briefing
from builder.model.figure import Form
from builder.model.snapshot import FigureState, Snapshot
from builder.model.text import Line, Owner, Run, words

NOTHING: Final[Line] = (Run("–"),)
GROUNDS: Final = {
    "label": "label",
    "as_of": "as_of",
    "sources": "source",
    "confidence": "confidence",
}
"""Aspects of a figure that its full form does not show, and the words that head them."""

_ISO: Final = re.compile(r"\d{4}(-\d\d(-\d\d)?)?", re.ASCII)


def before(figure: FigureState) -> Line:
    """Return a figure as an earlier edition printed it."""
    return words(figure.printed, Owner("edition", figure.id, "before"))


def earlier_label(figure: FigureState) -> Line:
    """Return a figure's label as an earlier edition printed it."""
    return words(figure.label, Owner("edition", figure.id, "label"))


def change_line(change: FigureChange, tag: str) -> Line:
    """Return how far a figure moved, its hedge where only that changed, or a dash."""
    if change.shift is not None:
        text = _shift(change.shift, tag)
    elif change.difference is not None:
        text = _difference(change, change.difference, tag)
    else:
        hedged = any(aspect.aspect == "hedge" for aspect in change.aspects)
        return words(word(tag, "hedge")) if hedged else NOTHING
    return words(text, Owner("edition", change.new.id, "change"))


def _difference(change: FigureChange, difference: Decimal, tag: str) -> str:
    unit = change.new.unit
    if unit == "%":
        moved = _signed(printed_quantity(difference, "", None, Form("short"), tag))
        return f"{moved}\u00a0{noun(word(tag, 'percentage_points'), difference, tag)}"
    form = Form(shortest(difference, unit, tag))
    moved = _signed(printed_quantity(difference, unit, None, form, tag))
    if change.per_cent is None:
        return moved
    relative = printed_quantity(rounded_per_cent(change.per_cent), "%", None, Form("short"), tag)
    return f"{moved} ({_signed(relative)})"


def _shift(shift: Shift, tag: str) -> str:
    from babel.units import format_unit

    said = format_unit(abs(shift.amount), f"duration-{shift.unit}", locale=locale_of(tag))
    return ("+" if shift.amount > 0 else MINUS) + str(said).replace(" ", "\u00a0")


def _signed(text: str) -> str:
    return text if text.startswith(MINUS) else f"+{text}"


def ground_before(figure: FigureState, aspect: str, edition: Snapshot, tag: str) -> Line:
    """Return what an earlier edition said of a figure beside its value, or a dash."""
    said: str = ""
    if aspect == "sources":
        names = {source.id: source.name for source in edition.sources}
        said = language_of(tag).semicolon.join(
            dict.fromkeys(names.get(source, source) for source in figure.sources)
        )
    elif aspect == "confidence" and figure.confidence:
        said = word(tag, figure.confidence)
    elif aspect == "as_of" and _ISO.fullmatch(figure.as_of):
        said = printed_date(moment_of(figure.as_of), "full", tag)
    else:
        said = getattr(figure, aspect)
    return words(said, Owner("edition", figure.id, aspect)) if said else NOTHING


def ground_now(figure: FigureState, aspect: str, briefing: Briefing) -> Line:
    """Return what this edition says of a figure beside its value, or a dash."""
    tag = briefing.meta.language
    if aspect == "sources":
        return source_names(figure.sources, briefing.sources, tag) or NOTHING
    if aspect == "confidence":
        return words(word(tag, figure.confidence)) if figure.confidence else NOTHING
    return briefing.printed[figure.id][aspect] or NOTHING


def called(edition: Snapshot, tag: str) -> Line:
    """Return what an earlier edition is called: its edition, date and short fingerprint."""
    date = printed_date(moment_of(edition.date), "full", tag)
    fingerprint = edition.fingerprint[:8]
    runs = [
        Run(date, owner=Owner("date", edition.date)),
        Run(", "),
        Run(fingerprint, owner=Owner("edition", fingerprint, "fingerprint")),
    ]
    if edition.edition:
        runs = [Run(_named(edition.edition, tag), owner=_EDITION), Run(", "), *runs]
    return tuple(runs)


_EDITION: Final = Owner("furniture", "edition")


def title(edition: Snapshot, tag: str) -> Line:
    """Return "What changed since edition 2"; an edition in words is named in the text instead."""
    if not is_number(edition.edition):
        return words(word(tag, "changes_since_earlier"))
    head, _, tail = word(tag, "changes_since", edition="\0").partition("\0")
    runs = (Run(head), Run(edition.edition, owner=_EDITION), Run(tail))
    return tuple(run for run in runs if run.text)


def is_number(edition: str) -> bool:
    """Whether an edition is called by a bare number, such as 2 or 2.1."""
    return edition.replace(".", "").isdigit()


def _named(edition: str, tag: str) -> str:
    return f"{word(tag, 'edition')} {edition}" if is_number(edition) else edition
