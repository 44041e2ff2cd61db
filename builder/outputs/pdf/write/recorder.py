"""What a setting asks of the canvas, as it is drawn: notes calls and what was drawn between them.

A call that another one makes is no call of the setting's. What cannot be asked again, such as what
is known only in the end, makes a recording useless.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import AbstractContextManager, contextmanager
from operator import attrgetter
from typing import TYPE_CHECKING, Any, Concatenate, Final, NamedTuple, ParamSpec, TypeAlias, TypeVar

from builder.outputs.pdf.tags import Element

if TYPE_CHECKING:
    from builder.outputs.pdf.write.canvas import PaperCanvas

P = ParamSpec("P")
T = TypeVar("T")

_AS_MADE: Final = attrgetter(
    *("level", "alt", "spoken", "long", "printed", "language", "id", "scope", "numbering"),
    *("about", "columns", "rows", "heads", "box"),
)
"""What an element holds that is its own, in the order in which it takes them."""

Asked: TypeAlias = tuple[str, tuple[float, float], tuple[Any, ...]]
"""A method of canvas or marks, where the origin was, and arguments: elements by their numbers."""


class Number(int):
    """The number of an element on a tape."""


class Kept(NamedTuple):
    """An element on a tape: the number of its parent, what it was when it was first met, and what
    it was in the end.
    """

    parent: int | None
    role: str
    told: str
    made: tuple[Any, ...]
    words: tuple[str, ...]
    opens: str
    pages: tuple[int, ...]


class Tape(NamedTuple):
    """What a setting asked for: the letters by font that no setting had shown before, its elements,
    and what it drew with them.
    """

    letters: tuple[tuple[str, str], ...]
    elements: tuple[Kept, ...]
    asked: tuple[Asked, ...]


class Recorder:
    """Notes what is asked of a canvas; `whole` tells that a tape can hold all of it."""

    def __init__(self, paper: PaperCanvas) -> None:
        self.paper, self.whole, self.depth = paper, True, 0
        self.asked: list[Asked] = []
        self.begun = len(paper._code)
        self._numbers: dict[Element, Number] = {}
        self._met: list[tuple[int | None, str, str]] = []

    def note(self, name: str, given: Iterable[Any]) -> None:
        """Note a call, and the operators that were drawn since the last one."""
        self.drawn()
        paper = self.paper
        self.whole &= paper._currentMatrix == (1, 0, 0, 1, 0, 0) or name in _ANYWHERE
        asked = tuple([self._number(each) if isinstance(each, Element) else each for each in given])
        self.whole &= not any(map(callable, asked))
        self.asked.append((name, paper.origin, asked))

    def drawn(self) -> None:
        """Note the operators that were drawn since the last call."""
        code = self.paper._code
        if len(code) > self.begun:
            self.asked.append(("show", (0.0, 0.0), (tuple(code[self.begun :]),)))
        self.passed()

    def passed(self) -> None:
        """Go on behind all that is drawn."""
        self.begun = len(self.paper._code)

    def _number(self, element: Element) -> Number:
        known = self._numbers.get(element)
        if known is None:
            self.whole &= not element.placed  # else it is another setting's
            parent = None if element.parent is None else self._number(element.parent)
            known = self._numbers[element] = Number(len(self._met))
            self._met.append((parent, element.role, element.told))
        return known

    def elements(self) -> tuple[Kept, ...]:
        """Return the elements as they are by now."""
        return tuple(
            Kept(*met, _AS_MADE(each), each.words, each.opens, each.pages)
            for each, met in zip(self._numbers, self._met, strict=True)
        )


_ANYWHERE: Final = {"mark", "unmark", "word", "say", "furniture", "within", "place", "stand", "end"}
"""What does not ask where on the page it is."""


def noted(method: Callable[Concatenate[Any, P], T]) -> Callable[Concatenate[Any, P], T]:
    """Let calls of a method be noted, but for those from within another one."""
    name = method.__name__

    def called(self: Any, /, *given: P.args, **named: P.kwargs) -> T:
        recorder: Recorder | None = self.recorder
        if recorder is None or recorder.depth:
            return method(self, *given, **named)
        recorder.note(name, given)
        recorder.whole &= not named
        recorder.depth += 1
        try:
            return method(self, *given, **named)
        finally:
            recorder.depth -= 1
            recorder.passed()

    return called


@contextmanager
def noted_while(
    recorder: Recorder | None, name: str, given: Sequence[Any], held: AbstractContextManager[None]
) -> Iterator[None]:
    """Let what is held meanwhile be noted when it begins and when it ends."""
    if recorder is None:
        with held:
            yield
        return
    recorder.note(name, given)
    recorder.depth += 1
    with held:
        recorder.depth -= 1
        recorder.passed()
        yield
        recorder.note("end", ())
        recorder.depth += 1
    recorder.depth -= 1
    recorder.passed()
