"""Values tried out, and written: what a person types in; values, changes and refusals out."""

from __future__ import annotations

import re
from collections.abc import Mapping
from decimal import Decimal
from functools import partial
from pathlib import Path
from threading import Timer
from typing import TYPE_CHECKING, Any, Final

from builder.facts.reading import Read, read_figure
from builder.frozen import dataclass
from builder.model.figure import Form, Moment, ResolvedFigure
from builder.preview.reading import Read as ReadContent
from builder.preview.reading import Value, read
from builder.preview.told import Data, claim_figures, place_data, problems_data
from builder.problems import ContentError, MachineError, Problem, Problems

if TYPE_CHECKING:
    from builder.preview.engine import Engine

_NUMBER: Final = re.compile(r"[-\u2212]?(?:\d+(?:\.\d*)?|\.\d+)")
_MOMENT: Final = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?")
_LONGEST: Final = 80
_SOON: Final = 5.0  # seconds for which no tab may be there
_MONTHS, _DAYS = 12, 31
UNTRIED: Final[Data] = {"figures": [], "falls": [], "problems": []}
"""What is told of a trial before anything has come of it."""
_COMPUTED: Final = "it is computed from others: change those"


class UnreadableError(Exception):
    """A value that cannot be read, of a figure."""

    def __init__(self, figure: str, why: str) -> None:
        self.figure = figure
        super().__init__(why)


def values_of(typed: Mapping[str, Any], made: ReadContent) -> dict[str, Value]:
    """Return the values that a person typed, by figure.

    Raises:
        UnreadableError: one is no figure's, or cannot be read.
    """
    return {name: _value(name, said, made) for name, said in typed.items()}


def stated(name: str, made: ReadContent) -> Value:
    """Return the value that a figure has."""
    return made.briefing.figures[name].value


def _value(name: str, said: Any, made: ReadContent) -> Value:
    figure, own = made.briefing.figures.get(name), made.content.figures.get(name)
    if figure is None or own is None:
        raise UnreadableError(name, "there is no such figure")
    if own.formula is not None:
        raise UnreadableError(name, _COMPUTED)
    text = str(said).strip() if isinstance(said, str | int | float) else ""
    if not text or len(text) > _LONGEST:
        raise UnreadableError(name, "type a value")
    found = _moment(text) if isinstance(figure.value, Moment) else _number(text)
    if found is not None:
        return found
    shown = read_figure(text, figure, Form("full"), made.briefing.meta.language)
    if shown is None:
        kind = "a date as 2024-09-05" if isinstance(figure.value, Moment) else "a number as 2700.5"
        raise UnreadableError(name, f"“{text}” cannot be read: type {kind}")
    return shown.value


def _number(text: str) -> Decimal | None:
    if _NUMBER.fullmatch(text) is None:
        return None
    return Decimal(text.replace("\u2212", "-"))


def _moment(text: str) -> Moment | None:
    found = _MOMENT.fullmatch(text)
    if found is None:
        return None
    year, month, day = (int(part or 0) for part in found.groups())
    return Moment(year, month, day) if month <= _MONTHS and day <= _DAYS else None


def tried(
    values: Mapping[str, Value],
    typed: Mapping[str, str],
    before: ReadContent,
    made: ReadContent | None,
    problems: tuple[Problem, ...],
    home: str,
) -> Data:
    """Return what values that are tried out change: figures as printed, claims that fall."""
    figures: list[Data] = []
    falls: list[Data] = []
    if made is not None:
        was = {each.id: each.printed for each in before.briefing.snapshot.figures}
        figures = [
            {"id": each.id, "was": was[each.id], "now": each.printed}
            for each in made.briefing.snapshot.figures
            if each.id in was and was[each.id] != each.printed
        ]
        stood = {each.id: each.verdict for each in before.briefing.snapshot.claims}
        falls = [
            {
                "claim": each.id,
                "says": each.says,
                "holds": each.holds,
                "state": each.verdict,
                "figures": list(claim_figures(made.briefing.claims[each.id])),
                "place": place_data(made.briefing.claims[each.id].place, home),
            }
            for each in made.briefing.snapshot.claims
            if each.verdict != "holds" and stood.get(each.id) == "holds"
        ]
    return {
        "values": {name: typed[name] for name in values},
        "busy": False,
        "figures": figures,
        "falls": falls,
        "problems": problems_data(problems, home),
    }


@dataclass(frozen=True)
class Wrote:
    """What was written into the content, and what was refused."""

    written: tuple[Data, ...] = ()
    refused: tuple[Data, ...] = ()


def write(folder: Path, values: Mapping[str, Value], home: str) -> Wrote:
    """Write values into the content's files as `pull --apply` does: nothing else in them changes.

    All are written, or none where one is refused.
    """
    from builder.pulling.apply import Files
    from builder.pulling.bound import Bindings
    from builder.pulling.changes import DeckPlace, Edit, written
    from builder.pulling.decide import decided

    try:
        made = read(folder, Problems(), {}, None)
        bindings, spot = Bindings(made.content, made.briefing), DeckPlace(0, "body", "")
        edits = []
        for name, value in values.items():
            figure = made.briefing.figures[name]
            read_as = Read(value, figure.hedge)
            target = bindings.target(figure)
            edits.append(Edit(target, name, _shown(figure), str(value), None, read_as, spot))
        found = decided(edits, bindings, values)
        if found.refusals:
            return Wrote(refused=tuple(_refused(name, found.refusals) for name in values))
        files = Files(folder, made.content)
        changes = [files.place(change) for change in found.changes]
        files.check()
        files.write()
    except ContentError as error:
        whys = "; ".join(f"{each.place}: {each.found}" for each in error.problems[:3])
        return Wrote(refused=tuple({"figure": name, "why": whys} for name in values))
    except MachineError as error:
        return Wrote(refused=tuple({"figure": name, "why": str(error)} for name in values))
    return Wrote(
        tuple(
            {
                "figure": change.figure,
                **(place_data(change.place, home) or {"file": "", "line": 0}),
                "was": written(bindings.stated(change.target)),
                "now": written(change.value) if change.value is not None else "",
            }
            for change in changes
        )
    )


def _shown(figure: ResolvedFigure) -> str:
    return str(figure.value)


def _refused(name: str, refusals: tuple[Any, ...]) -> Data:
    return {"figure": name, "why": "; ".join(f"{each.found}: {each.hint}" for each in refusals)}


def look_later(engine: Engine) -> None:
    """Look in a moment whether a tab has come back, and end what is tried out where none has."""
    timer = Timer(_SOON, engine.ask, (partial(end_unseen, engine),))
    timer.daemon = True
    timer.start()


def end_unseen(engine: Engine) -> None:
    """End what is tried out where no tab shows it; in the engine's own thread."""
    if not engine.hub.followers:
        engine.try_out({}, {})
