"""Settings drawn as an earlier build drew them: takes a setting and its place on a page, draws it.

What a setting asks of the canvas is kept as a tape, known by what the setting was made of, by where
it stands and by the letters that this paper's fonts hold already, and is asked again. So what
depends on the rest of the paper comes out as it should: levels of headings, pages of figures,
numbers of marked content. A setting that asks for what no tape holds is drawn itself.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Iterator, Sequence
from contextlib import AbstractContextManager, contextmanager
from operator import attrgetter
from typing import Any, Concatenate, Final, NamedTuple, ParamSpec, TypeAlias, TypeVar

from builder.memory import memory, token
from builder.model.text import Run
from builder.outputs.pdf.tags import Element, Marks
from builder.outputs.pdf.write.canvas import PaperCanvas
from builder.outputs.pdf.write.cited import Citations
from builder.outputs.pdf.write.flowable import Setting
from builder.outputs.pdf.write.fonts import font

P = ParamSpec("P")
T = TypeVar("T")

_BYTES: Final = 2_000  # that a tape takes
_EACH: Final = 300  # that each thing asked for takes, and each element
_AS_MADE: Final = attrgetter(
    *("level", "alt", "spoken", "long", "printed", "language", "id", "scope", "numbering"),
    *("about", "columns", "rows", "heads", "box"),
)
"""What an element holds that is its own, in the order in which it takes them."""

Asked: TypeAlias = tuple[str, tuple[float, float], tuple[Any, ...]]
"""A method of canvas or marks, where the origin was, and arguments: elements by their numbers."""


class _Number(int):
    """The number of an element on a tape."""


class _Kept(NamedTuple):
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
    elements: tuple[_Kept, ...]
    asked: tuple[Asked, ...]


class _Recorder:
    """Notes what is asked of a canvas; `whole` tells that a tape can hold all of it."""

    def __init__(self, paper: TapedCanvas) -> None:
        self.paper, self.whole, self.depth = paper, True, 0
        self.asked: list[Asked] = []
        self.begun = len(paper._code)
        self._numbers: dict[Element, _Number] = {}
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

    def _number(self, element: Element) -> _Number:
        known = self._numbers.get(element)
        if known is None:
            self.whole &= not element.placed  # else it is another setting's
            parent = None if element.parent is None else self._number(element.parent)
            known = self._numbers[element] = _Number(len(self._met))
            self._met.append((parent, element.role, element.told))
        return known

    def elements(self) -> tuple[_Kept, ...]:
        """Return the elements as they are by now."""
        return tuple(
            _Kept(*met, _AS_MADE(each), each.words, each.opens, each.pages)
            for each, met in zip(self._numbers, self._met, strict=True)
        )


_ANYWHERE: Final = {"mark", "unmark", "word", "say", "furniture", "within", "place", "stand", "end"}
"""What does not ask where on the page it is."""


def _noted(method: Callable[Concatenate[Any, P], T]) -> Callable[Concatenate[Any, P], T]:
    """Let calls of a method be noted, but for those from within another one."""
    name = method.__name__

    def called(self: Any, /, *given: P.args, **named: P.kwargs) -> T:
        recorder: _Recorder | None = self.recorder
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
def _noted_while(
    recorder: _Recorder | None, name: str, given: Sequence[Any], held: AbstractContextManager[None]
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


class TapedMarks(Marks):
    """The structure of a paper whose settings are kept as tapes."""

    recorder: _Recorder | None = None
    place = _noted(Marks.place)
    stand = _noted(Marks.stand)

    @contextmanager
    def within(self, element: Element | None) -> Iterator[None]:
        """See `Marks.within`."""
        with _noted_while(self.recorder, "within", (element,), super().within(element)):
            yield


class _TapedCitations(Citations):
    recorder: _Recorder | None = None

    def new(self, run: Run, page: int) -> Iterator[str]:
        """See `Citations.new`; which works are new follows from the rest of the page."""
        cites = run.owner is not None and run.owner.kind == "reference"
        if self.recorder is not None and (cites or run.note in self.in_notes):
            self.recorder.whole = False
        return super().new(run, page)


class TapedCanvas(PaperCanvas):
    """A canvas that draws settings as earlier builds drew them."""

    recorder: _Recorder | None = None
    anchor = _noted(PaperCanvas.anchor)
    heading = _noted(PaperCanvas.heading)
    headed = _noted(PaperCanvas.headed)
    record = _noted(PaperCanvas.record)
    say = _noted(PaperCanvas.say)
    word = _noted(PaperCanvas.word)
    link = _noted(PaperCanvas.link)
    lay = _noted(PaperCanvas.lay)
    mark = _noted(PaperCanvas.mark)
    unmark = _noted(PaperCanvas.unmark)

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        self.marks, self.citations = TapedMarks(), _TapedCitations()
        self._many, self._held = list[int](), token(())

    @contextmanager
    def furniture(self, subtype: str = "", kind: str = "Pagination") -> Iterator[None]:
        """See `PaperCanvas.furniture`."""
        held, given = super().furniture(subtype, kind), (subtype, kind)
        with _noted_while(self.recorder, "furniture", given, held):
            yield

    def late(self, code: Callable[[], str]) -> None:
        """See `PaperCanvas.late`; no tape holds what is known only in the end."""
        if self.recorder is not None:
            self.recorder.whole = False
        super().late(code)

    def drawImage(self, *given: Any, **named: Any) -> Any:
        """See ReportLab's; no tape holds what the document holds apart from its pages."""
        if self.recorder is not None:
            self.recorder.whole = False
        return super().drawImage(*given, **named)

    def set(self, setting: Setting, x: float, y: float) -> None:
        """Draw a setting with its lower left corner at a point of the page."""
        held, made_of = memory(), setting.made_of
        if held is None or made_of is None:
            setting.drawOn(self, x, y)
            return
        how = self.counting, self.stressed, self._lettered()
        key = "tape", made_of, x, y, self.page, setting.width, setting.height, how
        tape: Tape | None = held.get(key)
        if tape is not None:
            self._play(tape)
            return
        tape = self._recorded(setting, x, y)
        if tape is not None:
            held.put(key, tape, _BYTES + _EACH * (len(tape.asked) + len(tape.elements)))

    def _recorded(self, setting: Setting, x: float, y: float) -> Tape | None:
        """Draw a setting; return what it asked for, where that can be asked again."""
        recorder = _Recorder(self)
        before = self._letters()
        self._listen(recorder)
        try:
            setting.drawOn(self, x, y)
        finally:
            self._listen(None)
        recorder.drawn()
        after = self._letters()
        if not recorder.whole or len(after) > len(before):  # a new font is called by its number
            return None
        new = tuple(
            (name, "".join(map(chr, letters[len(old) :])))
            for (name, old), (_, letters) in zip(before, after, strict=True)
            if len(letters) > len(old)
        )
        return Tape(new, recorder.elements(), tuple(recorder.asked))

    def _listen(self, recorder: _Recorder | None) -> None:
        self.recorder = recorder
        for each in (self.marks, self.citations):
            assert isinstance(each, TapedMarks | _TapedCitations)
            each.recorder = recorder

    def _play(self, tape: Tape) -> None:
        """Ask again for what a tape holds."""
        for name, letters in tape.letters:
            font(name).splitString(letters, self._doc)
        elements: list[Element] = []
        for parent, role, told, made, words, opens, pages in tape.elements:
            element = Element(role, None if parent is None else elements[parent], *made)
            element.told, element.words, element.opens, element.pages = told, words, opens, pages
            elements.append(element)
        origin, held = self.origin, list[AbstractContextManager[None]]()
        for name, self.origin, given in tape.asked:
            if name == "end":
                held.pop().__exit__(None, None, None)
                continue
            asked = [elements[each] if type(each) is _Number else each for each in given]
            called = getattr(self.marks if name in _OF_MARKS else self, name)(*asked)
            if name in _WHILE:
                called.__enter__()
                held.append(called)
        self.origin = origin

    def _letters(self) -> list[tuple[str, list[int]]]:
        """Return the fonts of this paper in their order, each with the letters it holds so far."""
        document = self._doc
        return [
            (held.fontName, list(held.state[document].assignments))
            for held in document.delayedFonts
        ]

    def _lettered(self) -> Hashable:
        """Return what is the same as long as the fonts hold the same letters."""
        document = self._doc
        many = [len(held.state[document].assignments) for held in document.delayedFonts]
        if many != self._many:
            letters = tuple((name, tuple(held)) for name, held in self._letters())
            self._many, self._held = many, token(letters)
        return self._held


_OF_MARKS: Final = {"within", "place", "stand"}
_WHILE: Final = {"within", "furniture"}
