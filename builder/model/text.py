"""Text with owners: a line of runs, each of which knows where its words come from.

`content` makes `Text`, which may hold uses of figures and marks of notes; `resolve` turns it into
a `Line`, which holds runs only. A run with an `owner` may contain digits; no other may.
It goes by the fields of the dataclasses, so that a new kind of block needs no word here.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import field, fields, is_dataclass
from functools import cache
from operator import is_, itemgetter
from typing import Any, Final, Literal, NamedTuple, TypeAlias, TypeGuard, TypeVar, cast

from builder.frozen import dataclass, replace
from builder.memory import remembered_of
from builder.model.inline import Citation, Formula
from builder.problems import NOWHERE, Place

OF_CELL: Final = "cell"
"""The form of a figure where a table or chart prints the cell that the figure is bound to."""

OwnerKind = Literal[
    "figure", "cell", "date", "name", "code", "formula", "furniture", "tick", "edition", "reference"
]


@dataclass(frozen=True, slots=True)
class Owner:
    """Who answers for printed digits.

    `kind` figure: `id` is the figure and `form` how it is printed, `OF_CELL` among it where a
    table or chart prints the cell that it is bound to; cell: `table!row/column`, of no figure;
    date, name, code: the words themselves; formula: what is said of one, figures in it aside;
    furniture: page, slide, note and caption numbers; tick: an axis tick of the chart `id`;
    edition: what an earlier edition said of the figure `id`, or how that differs (`form` says
    which); reference: the work `id` of the references, cited or, where `form` is `entry`, as
    the list gives it.
    """

    kind: OwnerKind
    id: str
    form: str = ""

    @property
    def of_cell(self) -> bool:
        """Whether a cell of a data file is printed, be it a figure's or no one's."""
        return self.kind == "cell" or of_cell(self.form)


def of_cell(form: str) -> bool:
    """Return whether a figure in this form is the cell that it is bound to."""
    return OF_CELL in form.split("|")


ReferenceKind = Literal["fig", "tbl", "sec", "eq"]


class Manner(NamedTuple):
    """How words are set: lowered, raised, struck, in small capitals; beside an icon; unit small."""

    shift: Literal["", "sub", "sup"] = ""
    struck: bool = False
    capitals: bool = False
    icon: str = ""
    parted: bool = False


PLAINLY: Final = Manner()
"""As words are set for the most part."""


@dataclass(frozen=True)
class CrossReference:
    """`@fig-NAME` or its like; `before`, where the author says it, stands in place of "Figure"."""

    kind: ReferenceKind
    name: str
    place: Place
    strong: bool = False
    emphasis: bool = False
    manner: Manner = PLAINLY
    before: str | None = None

    def __str__(self) -> str:
        return f"@{self.kind}-{self.name}"


@dataclass(frozen=True, slots=True)
class Run:
    """Words set alike. `link` is a URL or `#anchor`; `note` a note's number set raised.

    `language` is that of words in another language than the rest (a BCP 47 tag), else empty.
    `refers` is what a cross-reference leads to, whose words are known once the paper is planned.
    Neighbours of one `formula` are that formula, whose text is what is said of it.
    What is `short_for` others is an abbreviation; `heard` is said in place of a dash in a line.
    `breaks` says where words begin that do not follow on in the file: index and place of each.
    """

    text: str
    strong: bool = False
    emphasis: bool = False
    code: bool = False
    link: str | None = None
    owner: Owner | None = None
    claim: str | None = None
    note: int | None = None
    place: Place = NOWHERE
    refers: CrossReference | None = None
    language: str = ""
    formula: Formula | None = None
    breaks: tuple[tuple[int, Place], ...] = field(default=(), compare=False, repr=False)
    manner: Manner = PLAINLY
    short_for: str = ""
    heard: str = ""

    def __hash__(self) -> int:  # of what tells most apart: of all it takes five times as long
        return hash((self.text, self.place.line, self.place.column, self.place.file, self.note))

    def place_at(self, index: int) -> Place:
        """Return where the character at `index` of the text stands in its file."""
        known = bisect_right(self.breaks, index, key=itemgetter(0))
        start, place = self.breaks[known - 1] if known else (0, self.place)
        return replace(place, column=place.column + index - start) if place.column else place


@dataclass(frozen=True)
class FigureUse:
    """`{{ figure | form | ... }}`, before it is printed."""

    figure: str
    forms: tuple[str, ...]
    place: Place
    strong: bool = False
    emphasis: bool = False
    link: str | None = None
    claim: str | None = None
    formula: Formula | None = None
    manner: Manner = PLAINLY


@dataclass(frozen=True)
class NoteMark:
    """`[^key]`, before notes are numbered."""

    key: str
    place: Place


Inline: TypeAlias = Run | FigureUse | NoteMark | CrossReference | Citation
Text: TypeAlias = tuple[Inline, ...]
Line: TypeAlias = tuple[Run, ...]


def line(text: Text) -> Line:
    """Return resolved text as a line: the text itself, whose runs are all that it holds.

    Raises:
        TypeError: a use of a figure or a note mark is left, which is a bug of `resolve`.
    """
    if not all(isinstance(item, Run) for item in text):
        raise TypeError(f"unresolved text: {text!r}")
    return cast("Line", text)


def plain(text: Iterable[Inline]) -> str:
    """Return the words alone; note marks are left out, unresolved figures stand as `{{ id }}`."""
    words = []
    for item in text:
        if isinstance(item, Run):
            words.append("" if item.note is not None else item.text)
        elif isinstance(item, FigureUse):
            words.append(f"{{{{ {item.figure} }}}}")
        elif isinstance(item, CrossReference | Citation):
            words.append(str(item))
    return "".join(words)


def words(text: str, owner: Owner | None = None) -> Line:
    """Return one plain run as a line."""
    return (Run(text, owner=owner),)


def join(lines: Iterable[Line], between: str) -> Line:
    """Return lines as one, with plain text between them; empty ones are left out."""
    joined: list[Run] = []
    for each in lines:
        joined += [Run(between), *each] if joined and each else each
    return tuple(joined)


def named(text: str) -> Run:
    """Return words of the content that own their digits: the name of a source, of a series."""
    return Run(text, owner=Owner("name", text) if any(map(str.isdigit, text)) else None)


_T = TypeVar("_T")
_INLINES: Final = (Run, FigureUse, NoteMark, CrossReference, Citation)
_PLAIN: Final = frozenset({"str", "int", "float", "bool", "Decimal", "Fraction", "date", "None"})


def is_text(value: object) -> TypeGuard[Text]:
    """Return whether a value is text that is not empty: a tuple of inlines holds nothing else."""
    return isinstance(value, tuple) and bool(value) and isinstance(value[0], _INLINES)


def mapped(value: _T, line_of: Callable[[Text], Line]) -> _T:
    """Return the same blocks with every text in them turned into a line by `line_of`.

    What no text changes in is what it was.
    """
    result: Any = value
    if is_text(value):
        result = line_of(value)
    elif isinstance(value, tuple) and value:
        result = kept(value, tuple([mapped(item, line_of) for item in value]))
    elif is_dataclass(value) and not isinstance(value, type):
        changed = {}
        for name in names_of(type(value)):
            before = getattr(value, name)
            after = mapped(before, line_of)
            if after is not before:
                changed[name] = after
        result = replace(value, **changed) if changed else value
    return result  # type: ignore[no-any-return]


def kept(before: tuple[_T, ...], after: tuple[_T, ...]) -> tuple[_T, ...]:
    """Return as many things as before, as the tuple that it was where all are the same ones."""
    return before if all(map(is_, before, after)) else after


def with_values(thing: _T, **values: object) -> _T:
    """Return frozen data with these values; what they change nothing in is what it was."""
    same = all(getattr(thing, name) is value for name, value in values.items())
    return thing if same else replace(thing, **values)  # type: ignore[type-var]


def walked(value: object) -> Iterator[object]:
    """Yield every text and every dataclass in `value`, outer before inner, in reading order."""
    found: list[object] = []
    _gather(value, found.append, found.append)
    return iter(found)


def all_of(value: object) -> Sequence[object]:
    """Return what `walked` yields of something that is itself remembered, such as a section."""
    return remembered_of(value, "walked", lambda: tuple(walked(value)), lambda all_: 16 * len(all_))


def texts_in(thing: object, *names: str) -> Sequence[Text]:
    """Return every text in fields of something that is itself remembered, in reading order."""

    def found() -> Sequence[Text]:
        return tuple(texts_of(tuple(getattr(thing, name) for name in names)))

    return remembered_of(thing, ("texts", names), found, lambda all_: 16 * len(all_))


def texts_of(value: object) -> Iterator[Text]:
    """Yield every text in `value` in reading order."""
    found: list[Text] = []
    _gather(value, found.append, None)
    return iter(found)


def _gather(
    value: object, put: Callable[[Text], None], other: Callable[[object], None] | None
) -> None:
    """Put every text of a value, and every `other` dataclass where that is asked for."""
    if isinstance(value, tuple):
        if is_text(value):
            put(value)
        else:
            for item in value:
                if type(item) is not str and item is not None:
                    _gather(item, put, other)
        return
    if other is not None and is_dataclass(value):
        other(value)
    for name in names_of(cast("Any", type(value))):
        held = getattr(value, name)
        if held is not None and type(held) is not str:
            _gather(held, put, other)


@cache
def names_of(kind: type) -> tuple[str, ...]:
    """Return the fields of a dataclass that may hold text: no place does, and nothing plain, as
    most fields are; none of what is no dataclass.
    """
    if kind is Place or not is_dataclass(kind):
        return ()
    return tuple(
        item.name
        for item in fields(kind)
        if item.name != "place" and not _PLAIN.issuperset(str(item.type).split(" | "))
    )
