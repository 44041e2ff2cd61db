"""Settings drawn as an earlier build drew them: takes a setting and its place on a page, draws it.

What a setting asks of the canvas is kept as a tape, known by what the setting was made of, by where
it stands and by the letters that this paper's fonts hold already, and is asked again. So what
depends on the rest of the paper comes out as it should: levels of headings, pages of figures,
numbers of marked content. A setting that asks for what no tape holds is drawn itself.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterator, Mapping, Sequence
from contextlib import AbstractContextManager, contextmanager
from typing import Any, Final, cast

from builder.memory import Memory, memory, token
from builder.model.text import Run
from builder.outputs.pdf.tags import Element, Marks
from builder.outputs.pdf.write.canvas import PaperCanvas
from builder.outputs.pdf.write.cited import Citations
from builder.outputs.pdf.write.flowable import Setting
from builder.outputs.pdf.write.fonts import font
from builder.outputs.pdf.write.recorder import Number, Recorder, Tape, noted, noted_while
from builder.problems import Problems

_BYTES: Final = 2_000  # that a tape takes
_EACH: Final = 300  # that each thing asked for takes, and each element
_OF_MARKS: Final = {"gauge", "within", "place", "stand"}
_WHILE: Final = {"within", "furniture"}


class TapedMarks(Marks):
    """The structure of a paper whose settings are kept as tapes."""

    recorder: Recorder | None = None
    place = noted(Marks.place)
    stand = noted(Marks.stand)
    gauge = noted(Marks.gauge)

    @contextmanager
    def within(self, element: Element | None) -> Iterator[None]:
        """See `Marks.within`."""
        with noted_while(self.recorder, "within", (element,), super().within(element)):
            yield


class _TapedCitations(Citations):
    recorder: Recorder | None = None

    def new(self, run: Run, page: int) -> Iterator[str]:
        """See `Citations.new`; which works are new follows from the rest of the page."""
        cites = run.owner is not None and run.owner.kind == "reference"
        if self.recorder is not None and (cites or self.in_notes.get(run.note or 0)):
            self.recorder.whole = False
        return super().new(run, page)


class TapedCanvas(PaperCanvas):
    """A canvas that draws settings as earlier builds drew them."""

    recorder: Recorder | None = None
    anchor = noted(PaperCanvas.anchor)
    heading = noted(PaperCanvas.heading)
    headed = noted(PaperCanvas.headed)
    record = noted(PaperCanvas.record)
    say = noted(PaperCanvas.say)
    word = noted(PaperCanvas.word)
    link = noted(PaperCanvas.link)
    lay = noted(PaperCanvas.lay)
    mark = noted(PaperCanvas.mark)
    unmark = noted(PaperCanvas.unmark)

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        self.marks, self.citations = TapedMarks(), _TapedCitations()
        self._many, self._held = list[int](), token(())

    @contextmanager
    def furniture(self, subtype: str = "", kind: str = "Pagination") -> Iterator[None]:
        """See `PaperCanvas.furniture`."""
        held = super().furniture(subtype, kind)
        with noted_while(self.recorder, "furniture", (subtype, kind), held):
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

    def set(self, setting: Setting, x: float, y: float, problems: Problems) -> None:
        """Draw a setting with its lower left corner at a point of the page; what is wrong with it
        goes to `problems`, each time.
        """
        held, made_of = memory(), setting.made_of
        if held is None or made_of is None:
            setting.drawOn(self, x, y)
            return
        how = self.counting, self.stressed, self._lettered()
        key = "tape", made_of, x, y, self.page, setting.width, setting.height, how
        tape: Tape | None = held.get(key)
        shared = tuple(dict.fromkeys(_elements(setting))) if setting.shared else ()
        if tape is not None:
            self._play(tape, shared)
        elif held.get(("untaped", made_of)):
            setting.drawOn(self, x, y)
        else:
            told = len(problems.found)
            tape = self._recorded(setting, x, y, shared)
            if tape is not None and len(problems.found) == told:
                held.put(key, tape, _BYTES + _EACH * (len(tape.asked) + len(tape.elements)))

    def _recorded(
        self, setting: Setting, x: float, y: float, shared: Sequence[Element]
    ) -> Tape | None:
        """Draw a setting; return what it asked for, where that can be asked again."""
        recorder = Recorder(self, shared)
        before = self._letters()
        self._listen(recorder)
        try:
            setting.drawOn(self, x, y)
        finally:
            self._listen(None)
        recorder.drawn()
        elements, after = recorder.elements(), self._letters()
        if not recorder.whole:
            cast("Memory", memory()).put(("untaped", setting.made_of), True, _BYTES)
            return None
        if len(after) > len(before):  # a new font is called by its number
            return None
        new = tuple(
            (name, "".join(map(chr, letters[len(old) :])))
            for (name, old), (_, letters) in zip(before, after, strict=True)
            if len(letters) > len(old)
        )
        return Tape(new, elements, tuple(recorder.asked))

    def _listen(self, recorder: Recorder | None) -> None:
        self.recorder = recorder
        for each in (self.marks, self.citations):
            assert isinstance(each, TapedMarks | _TapedCitations)
            each.recorder = recorder

    def _play(self, tape: Tape, shared: Sequence[Element]) -> None:
        """Ask again for what a tape holds, with the elements that settings share."""
        for name, letters in tape.letters:
            font(name).splitString(letters, self._doc)
        elements: list[Element] = []
        for own, parent, role, told, made, words, opens, pages in tape.elements:
            if own is None:
                element = Element(role, None if parent is None else elements[parent], *made)
            else:
                element = shared[own]
            if own is None or not element.placed:
                element.told, element.words, element.opens = told, words, opens
                element.pages = pages
            elements.append(element)
        origin, held = self.origin, list[AbstractContextManager[None]]()
        for name, self.origin, given in tape.asked:
            if name == "end":
                held.pop().__exit__(None, None, None)
                continue
            asked = [elements[each] if type(each) is Number else each for each in given]
            how = _PLAINLY.get(name)
            if how is not None:
                how(self, *asked)
                continue
            called = getattr(self.marks if name in _OF_MARKS else self, name)(*asked)
            if name in _WHILE:
                called.__enter__()
                held.append(called)
        self.origin = origin

    def _letters(self) -> list[tuple[str, list[int]]]:
        """Return the fonts of this paper in their order, each with the letters it holds so far."""
        held = [(each.fontName, each.state[self._doc]) for each in self._doc.delayedFonts]
        return [(name, list(state.assignments)) for name, state in held]

    def _lettered(self) -> Hashable:
        """Return what is the same as long as the fonts hold the same letters."""
        many = [len(held.state[self._doc].assignments) for held in self._doc.delayedFonts]
        if many != self._many:
            letters = tuple((name, tuple(held)) for name, held in self._letters())
            self._many, self._held = many, token(letters)
        return self._held


_PLAINLY: Final[Mapping[str, Callable[..., None]]] = {
    name: getattr(PaperCanvas, name)
    for name in ("anchor", "link", "mark", "record", "say", "show", "unmark", "word")
}
"""What is asked of a canvas most often, by name: as nobody listens, it is asked without noting."""


def _elements(setting: Setting) -> Iterator[Element]:
    """Yield the elements of a setting and of all that is drawn in it, each below its parent."""
    if setting.element is not None:
        yield from setting.element.line()
    for part in setting.drawn_parts():
        yield from _elements(part)
