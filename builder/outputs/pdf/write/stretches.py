"""Stretches of set lines: takes the spans of a line, returns what belongs together and what sets it
apart: a link, a passage in another language, code, words in place of which others are heard.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Final

from builder.facts.heard import said_of
from builder.memory import remembered_of
from builder.model.text import Line, Run
from builder.outputs.pdf.plan import anchors
from builder.outputs.pdf.tags import PLAIN, TextLook
from builder.outputs.pdf.write.atoms import SetLine, TypeSpan

_ENTRY: Final = "entry"  # the form of a reference's words in the list of references
_BYTES: Final = 400  # that the stretches of a line take


def stretched(
    spans: tuple[TypeSpan, ...], tag: str, stressed: bool
) -> tuple[tuple[TextLook, tuple[TypeSpan, ...]], ...]:
    """Return the stretches of a line, as they are remembered from build to build."""
    key = "stretches", tag, stressed
    return remembered_of(spans, key, lambda: tuple(linked(spans, tag, stressed)), lambda _: _BYTES)


def linked(
    spans: Iterable[TypeSpan], tag: str, stressed: bool
) -> Iterator[tuple[TextLook, tuple[TypeSpan, ...]]]:
    """Yield spans of a line that belong together, and what sets them apart from others.

    Where words in bold or italics are `stressed`, they are told from the rest of their line.
    A formula stands alone, and so do words in place of which others are heard. Without a `tag`,
    the language that they are in, none are.
    """
    latest: Run | None = None
    held = PLAIN
    alike: list[TypeSpan] = []
    for span in spans:
        run = span.run
        if run is not latest:
            latest = run
            leads = f"#{anchors.note(run.note)}" if run.note is not None else run.link or ""
            role = _role(run) or (_stress(run) if stressed else "")
            said = said_of(run, tag) if tag else ""
            found = TextLook(leads, run.language, role, said, run.short_for)
            other = bool(alike) and (found.spoken or alike[-1].run.formula != run.formula)
            if alike and (other or found != held):
                yield held, tuple(alike)
                alike = []
            held = found
        alike.append(span)
    if alike:
        yield held, tuple(alike)


def _role(run: Run) -> str:
    """Return the structure type of words that are set otherwise than the text, else nothing."""
    if run.code:
        return "Code"
    if run.manner.shift:
        return run.manner.shift.capitalize()
    return "Struck" if run.manner.struck else ""


def refers(run: Run) -> bool:
    """Return whether a link leads to what stands elsewhere in the paper for it: a note, a work."""
    cites = run.owner is not None and run.owner.kind == "reference" and run.owner.form != _ENTRY
    return run.note is not None or cites


def _stress(run: Run) -> str:
    """Return the structure type of words in bold or italics; labels of ours are not stressed."""
    if run.owner is not None and run.owner.kind == "furniture":
        return ""
    return "Strong" if run.strong else "Em" if run.emphasis else ""


def continues(line: SetLine) -> bool:
    """Return whether a line goes on with a figure, or another owned text, of the line before."""
    run = line.spans[0].run if line.spans else None
    begun = line.begins[0] if line.begins else None
    return run is not None and run.owner is not None and run is not begun


def goes_on(line: SetLine, lines: Sequence[SetLine]) -> bool:
    """Return whether what a line ends with, a figure or another owned text, goes on in the next."""
    at = next((number for number, each in enumerate(lines, 1) if each is line), len(lines))
    return at < len(lines) and continues(lines[at])


def with_stop(spoken: str, run: Run, line: Line) -> str:
    """Return what is heard in place of a run of a line, with the stop that ends the sentence.

    The stop of an abbreviation ends it too: «14 березня 2025 р. До» is «… року. До». Where an
    earlier build set the line, its runs are those of then, which equal the line's own.
    """
    if not spoken or spoken.endswith(".") or not run.text.endswith("."):
        return spoken
    equal = [at for at, each in enumerate(line, 1) if each == run]
    behind = next((at for at in equal if line[at - 1] is run), equal[0] if equal else len(line))
    follows = line[behind].text if behind < len(line) else ""
    begins = follows[:1].isspace() and follows.lstrip()[:1].isupper()
    return f"{spoken}." if begins else spoken
