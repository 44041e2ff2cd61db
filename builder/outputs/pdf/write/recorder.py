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

    One of the setting's own that is drawn into with others is `shared`: its place among them.
    """

    shared: int | None
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


def _held(element: Element) -> tuple[object, ...]:
    """Return what an element says besides its lines, which are told anew."""
    said = element.told, element.words, element.opens, element.pages, element.leads
    return (*_AS_MADE(element), *said)


class Recorder:
    """Notes what is asked of a canvas; `whole` tells that a tape can hold all of it."""

    def __init__(self, paper: PaperCanvas, shared: Iterable[Element] = ()) -> None:
        self.paper, self.whole, self.depth = paper, True, 0
        self.asked: list[Asked] = []
        self.begun = len(paper._code)
        self._numbers: dict[Element, Number] = {}
        self._met: list[tuple[int | None, int | None, str, str]] = []
        self._shared = {element: at for at, element in enumerate(shared)}
        self._before = {each: _held(each) for each in self._shared if each.placed}
        self._made = {each: _AS_MADE(each) for each in self._shared}

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
            shared = self._shared.get(element)
            # Else it is another setting's.
            self.whole &= element in self._before or not element.placed
            parent = None
            if element.parent is not None and element not in self._before:
                parent = self._number(element.parent)
            known = self._numbers[element] = Number(len(self._met))
            self._met.append((shared, parent, element.role, element.told))
        return known

    def elements(self) -> tuple[Kept, ...]:
        """Return the elements as they are by now; what was placed before is to be as it was, and
        what is shared to be as it was made.
        """
        self.whole &= all(_held(each) == held for each, held in self._before.items())
        self.whole &= all(_AS_MADE(each) == made for each, made in self._made.items())
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
