"""What was printed before, printed anew only where a figure that it asked for has changed: takes
things and how they are printed, returns what an earlier build made of these very things.

Which figures that are is seen as they are asked for, labels that print others among them.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterator, Mapping
from dataclasses import dataclass
from functools import partial
from operator import is_
from typing import TYPE_CHECKING, Any, Final, TypeAlias, TypeVar

from builder.frozen import replace
from builder.memory import Memory, memory
from builder.model.figure import ResolvedFigure
from builder.model.text import Line, plain
from builder.problems import Problem, Problems

if TYPE_CHECKING:
    from builder.facts.text import Printer

T = TypeVar("T")

_MOST: Final = 4  # printings of one thing, and states of one figure
_BYTES: Final = 2_000  # of what was asked for, besides what was made, and of a figure
_ALL: Final = ""
"""Stands for which figures there are: no figure is called so."""
_AROUND: Final = "\0"
"""Stands for the language and the notes."""

Forms: TypeAlias = Mapping[str, Line]


class Asked(Mapping[str, T]):
    """A mapping that notes which of its names are asked for, whether it has them or not."""

    def __init__(self, held: Mapping[str, T], names: set[str]) -> None:
        self._held, self._names = held, names

    def __getitem__(self, name: str) -> T:
        self._names.add(name)
        return self._held[name]

    def __iter__(self) -> Iterator[str]:
        self._names.update((*self._held, _ALL))
        return iter(self._held)

    def __len__(self) -> int:
        self._names.add(_ALL)
        return len(self._held)


@dataclass(frozen=True, slots=True)
class _Made:
    """What was made of some things, what that told, and the states of all that it asked for."""

    things: tuple[object, ...]
    asked: tuple[tuple[str, object], ...]
    found: Any
    told: list[Problem]


def printed_again(
    printer: Printer,
    things: tuple[object, ...],
    kind: Hashable,
    make: Callable[[Printer], T],
    size: int,
) -> T:
    """Return what was made of these very things by a printer that prints them alike, else make it;
    tell what that told. It takes `size` bytes.
    """
    held = memory()
    if held is None:
        return make(printer)
    key = "printed", type(printer).__name__, kind, *map(id, things)
    known: tuple[_Made, ...] = held.get(key) or ()
    known = tuple([each for each in known if all(map(is_, each.things, things))])
    for each in known:
        if all(_state(held, printer, name) is state for name, state in each.asked):
            printer.problems.found += each.told
            return each.found  # type: ignore[no-any-return]
    names, told = set[str](), Problems()
    stated, figures = Asked(printer.stated, names), Asked(printer.figures, names)
    found = make(replace(printer, stated=stated, figures=figures, problems=told))
    asked = tuple([(name, _state(held, printer, name)) for name in names])
    entry = _Made(things, ((_AROUND, _state(held, printer, _AROUND)), *asked), found, told.found)
    known = (entry, *known[: _MOST - 1])
    held.put(key, known, len(known) * (_BYTES + size))
    printer.problems.found += told.found
    return found


def forms_again(printer: Printer) -> tuple[Mapping[str, ResolvedFigure], Mapping[str, Forms]]:
    """Return the figures by the labels that are printed, and each in its forms; those that stand as
    they did are what they were.
    """
    return printed_again(printer, (), "forms", _in_forms, 2 * _BYTES)


def _in_forms(printer: Printer) -> tuple[Mapping[str, ResolvedFigure], Mapping[str, Forms]]:
    found = {
        name: printed_again(printer, (), ("form", name), partial(_labelled, name), 2 * _BYTES)
        for name in printer.figures
    }
    return (
        {name: figure for name, (figure, _) in found.items()},
        {name: forms for name, (_, forms) in found.items()},
    )


def _labelled(name: str, printer: Printer) -> tuple[ResolvedFigure, Forms]:
    forms, figure = printer.forms(name), printer.figures[name]
    label = plain(forms["label"])
    return figure if figure.label == label else replace(figure, label=label), forms


def _state(held: Memory, printer: Printer, name: str) -> object:
    """Return how a figure stands: one object for all builds in which it stands alike. It is asked
    for here, too, so that what is made of parts depends on all that they do.

    Decimals of one value are equal, however many zeros they end in, and are printed otherwise.
    """
    known = printer.states.get(name)
    if name == _AROUND:
        return known or _one(held, printer, name, (printer.tag, printer.notes))
    if name == _ALL:
        len(printer.figures)  # whoever notes what is asked for is to know that all of them are
        return known or _one(held, printer, name, (tuple(printer.stated), tuple(printer.figures)))
    stated, figure = printer.stated.get(name), printer.figures.get(name)
    if known is not None:
        return known
    exact = figure and (str(figure.value), str(figure.rounded))
    return _one(held, printer, name, (stated, figure, exact))


def _one(held: Memory, printer: Printer, name: str, state: object) -> object:
    key = "state", name
    known: tuple[object, ...] = held.get(key) or ()
    for each in known:
        if each == state:
            break
    else:
        each = state
        held.put(key, (state, *known[: _MOST - 1]), _MOST * _BYTES)
    printer.states[name] = each
    return each
