"""Where words of figures and claims stand on a sheet: what is drawn and what it says in; boxes out;
and where links on sheets lead: what the page does of a link as the files have it.

Lines are broken, words divided, and fonts lack some signs; the letters that are drawn are still
those that are said, in their order. In a chart they come in another order; there each run is
sought.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import groupby
from typing import TYPE_CHECKING, Any, Final, NamedTuple, TypeAlias

from builder.model.text import Line, Run
from builder.outputs.handout.tagging import slide_anchor
from builder.outputs.pdf.plan.anchors import destination
from builder.preview.svg import SvgWords, advance

if TYPE_CHECKING:
    from builder.outputs import LaidOut


Box: TypeAlias = tuple[float, float, float, float]
"""Left, top, width, height, in points from the sheet's upper left corner."""

OUTWARDS: Final = ("https://", "http://", "mailto:")
"""How links begin that lead out of the file, as far as a browser may follow them."""
_ABOVE: Final = 0.78  # of the size, above the baseline
_BELOW: Final = 0.22
_DIVIDES: Final = frozenset("\u00ad-\u2010\u2011")
_APART: Final = frozenset("\u200b\u2060\ufeff")
SLIDE: Final = f"#{slide_anchor(0)[:-1]}"
"""How links begin that lead from one slide to another."""
_PAGE: Final = ".pdf#page="


class Letter(NamedTuple):
    """A letter that is drawn: the number of its line, and where it begins and ends there."""

    letter: str
    line: int
    start: float
    end: float


class Found(NamedTuple):
    """A run that a figure owns or a claim guards, and where it stands: its boxes, and for each the
    number of the words in it.
    """

    run: Run
    boxes: tuple[Box, ...]
    lines: tuple[int, ...]


def located(drawn: Sequence[SvgWords], said: Line, height: float) -> Iterator[Found]:
    """Yield those runs that are a figure's, a cell's or a claim's; with boxes.

    `height` is the sheet's. What is not drawn, as a chart's title left out, is passed over.
    """
    if not any(_matters(run) for run in said):
        return
    letters = [letter for number, words in enumerate(drawn) for letter in _letters(words, number)]
    for run, spans in _matched(letters, said):
        boxes = _boxes([letters[at] for at in spans], drawn, height)
        if boxes:
            yield Found(run, tuple(map(rounded, boxes)), tuple(boxes.values()))


def _matters(run: Run) -> bool:
    owned = run.owner is not None and run.owner.kind in ("figure", "cell")
    return (owned or run.claim is not None) and run.note is None and run.formula is None


def _letters(words: SvgWords, line: int) -> Iterator[Letter]:
    for start, shown in words.pieces:
        x = start
        for letter in shown:
            end = x + words.size * advance(words.font, letter)
            if not letter.isspace() and letter not in _APART:
                yield Letter(letter, line, x, end)
            x = end


def _bare(text: str) -> list[str]:
    return [letter for letter in text if not letter.isspace() and letter not in _APART]


def _matched(letters: Sequence[Letter], said: Line) -> Iterator[tuple[Run, Sequence[int]]]:
    """Yield each run that matters with the letters that draw it."""
    in_order = _in_order(letters, said)
    if in_order is not None:
        yield from in_order
        return
    whole = "".join(each.letter for each in letters)
    taken = bytearray(len(whole))
    wanted = [run for run in said if _matters(run) and run.text.strip()]
    for run in sorted(wanted, key=lambda run: len(run.text), reverse=True):
        sought = "".join(_bare(run.text))
        at = _standing(whole, sought, taken)
        if at is not None:
            taken[at : at + len(sought)] = b"\1" * len(sought)
            yield run, range(at, at + len(sought))


def _in_order(letters: Sequence[Letter], said: Line) -> list[tuple[Run, Sequence[int]]] | None:
    """Return the runs with their letters where all that is said is drawn in this order."""
    found: list[tuple[Run, Sequence[int]]] = []
    at = 0
    for run in said:
        if run.formula is not None:  # drawn without letters
            continue
        text = str(run.note) if run.note is not None else run.text
        spans: list[int] = []
        for letter in _bare(text):
            while at < len(letters) and letters[at].letter != letter:
                drawn = letters[at].letter
                if letter in _DIVIDES and drawn in _DIVIDES:
                    break
                if drawn not in _DIVIDES:
                    if letter in _DIVIDES:  # a hyphen that no line's end needed
                        break
                    return None
                at += 1
            if at == len(letters):
                if letter in _DIVIDES:
                    continue
                return None
            if letters[at].letter != letter and letters[at].letter not in _DIVIDES:
                continue
            spans.append(at)
            at += 1
        if _matters(run) and spans:
            found.append((run, spans))
    return found


def _standing(whole: str, sought: str, taken: bytearray) -> int | None:
    """Return where letters stand that nothing else has taken, best where no word goes on."""
    best: tuple[int, int] | None = None
    at = whole.find(sought) if sought else -1
    while at >= 0:
        end = at + len(sought)
        if taken.find(1, at, end) < 0:
            around = whole[at - 1 : at] + whole[end : end + 1]
            odd = sum(letter.isdigit() for letter in around)
            if best is None or odd < best[0]:
                best = odd, at
        at = whole.find(sought, at + 1)
    return None if best is None else best[1]


def _boxes(letters: Iterable[Letter], drawn: Sequence[SvgWords], height: float) -> dict[Box, int]:
    """Return a box for each line that letters stand on, with the number of its words."""
    made: dict[Box, int] = {}
    last: Box | None = None
    for line, held in groupby(letters, key=lambda letter: letter.line):
        each = list(held)
        box, at = _box(drawn[line], each[0].start, each[-1].end, height), line
        if last and abs(last[1] - box[1]) < box[3] / 4 and abs(last[0] + last[2] - box[0]) < box[3]:
            right, at = box[0] + box[2], made.pop(last)
            top, foot = min(last[1], box[1]), max(last[1] + last[3], box[1] + box[3])
            box = (last[0], top, right - last[0], foot - top)
        made[box] = at
        last = box
    return made


def rounded(box: Iterable[float]) -> Box:
    """Return a box to a tenth of a point."""
    left, top, width, height = (round(each, 1) for each in box)
    return left, top, width, height


def _box(words: SvgWords, start: float, end: float, height: float) -> Box:
    """Return the box around letters of a line, however it is turned."""
    a, b, c, d, e, f = words.matrix
    low, high = -_BELOW * words.size, _ABOVE * words.size
    corners = [(x, y) for x in (start, end) for y in (low, high)]
    across = [a * x + c * y + e for x, y in corners]
    down = [height - (b * x + d * y + f) for x, y in corners]
    return min(across), min(down), max(across) - min(across), max(down) - min(down)


def ink_box(drawn: Sequence[SvgWords], height: float) -> Box | None:
    """Return the box around all words; None where there are none."""
    boxes = [
        _box(words, words.pieces[0][0], _end(words), height)
        for words in drawn
        if words.pieces and any(shown.strip() for _, shown in words.pieces)
    ]
    if not boxes:
        return None
    left, top = min(box[0] for box in boxes), min(box[1] for box in boxes)
    right = max(box[0] + box[2] for box in boxes)
    foot = max(box[1] + box[3] for box in boxes)
    return rounded((left, top, right - left, foot - top))


def _end(words: SvgWords) -> float:
    start, shown = words.pieces[-1]
    return start + words.size * sum(advance(words.font, letter) for letter in shown.rstrip())


def goals_of(side: str, laid: LaidOut | None) -> Callable[[str], dict[str, Any] | None]:
    """Return what says where a link on a side leads: to a `url`, or to a place on a `sheet`.

    A place is the `sheet` of a `side`, and how far the goal stands above its foot, in points
    (`rise`). What leads nowhere, as all that a browser is not to follow, is None.
    """

    def goal(link: str) -> dict[str, Any] | None:
        if link.lower().startswith(OUTWARDS):
            return {"url": link}
        if side == "deck":
            before, _, number = link.partition(SLIDE)
            name, to_page, page = link.partition(_PAGE)
            if not before and number.isdecimal():
                return {"side": "deck", "sheet": int(number)}
            if to_page and page.isdecimal() and laid and name == laid.set_paper.plan.slug:
                return {"side": "paper", "sheet": int(page)}
            return None
        goals = laid.set_paper.goals if laid else {}
        at = goals.get(destination(link[1:])) if link.startswith("#") else None
        return {"side": "paper", "sheet": at.page, "rise": round(at.top, 1)} if at else None

    return goal
