"""Words, amounts and cells of the paper, altered in its content streams."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from random import Random

from tests.alterations import wording
from tests.alterations.kinds import Altered, kind
from tests.alterations.stream import Paper, Run, instruction

_WORDS, _GUARDED, _NUMBERS = "words", "guarded words", "number words"
_UNIT, _PLACES = "unit, subtitle, label", "places swapped"
_MONTH = re.compile(r"[A-ZЄІЇҐА-Я][^\W\d_]{2,8}[\u00a0 ]\d{4}|\b(?:19|20)\d\d\b")

Change = Callable[[str, Random, str], str | None]


def changed(paper: Paper, found: Sequence[Run], rng: Random, change: Change) -> Altered | None:
    """Change one run of those that can be changed so, with glyphs that its font has."""
    every = [match[0] for run in found for match in re.finditer(r"[^\W\d_]{4,}", run.text)]
    if not every:
        return None
    other = rng.choice(every)
    for run in rng.sample(list(found), len(found)):
        text = change(run.text, rng, other)
        if text is not None and text != run.text:
            place = paper.say(run, text)
            if place is not None:
                return Altered(paper.bytes(), place)
    return None


def _enter(
    name: str, group: str, change: Change, tags: str = "", face: Callable[[Run], bool] | None = None
) -> None:
    @kind(name, group)
    def alter(data: bytes, rng: Random) -> Altered | None:
        paper = Paper(data)
        found = [
            run
            for run in paper.runs
            if (not tags or re.fullmatch(tags, run.tag[1:])) and (face is None or face(run))
        ]
        return changed(paper, found, rng, change)


def _turned(text: str, rng: Random, _: str) -> str | None:
    return wording.turned(text, wording.TURNS, rng)


_enter("paper: word replaced", _WORDS, wording.with_other_word)
_enter("paper: word of a heading replaced", _WORDS, wording.with_other_word, "H[1-6]|Title")
_enter("paper: word added", _WORDS, wording.with_a_word)
_enter("paper: word removed", _WORDS, lambda text, rng, _: wording.without_a_word(text, rng))
_enter("paper: word turned", _GUARDED, _turned)
_enter("paper: word of a caption turned or replaced", _GUARDED, wording.with_other_word, "Caption")
_enter("paper: sentence negated", _GUARDED, lambda text, rng, _: wording.negated(text, rng))
_enter("paper: number word added", _NUMBERS, lambda t, rng, _: wording.with_number_words(t, rng))
_enter("paper: digit changed", _PLACES, lambda text, rng, _: wording.with_other_digit(text, rng))
_enter("paper: unit changed", _UNIT, lambda text, rng, _: wording.turned_unit(text, rng))
_enter("paper: word of a chart replaced", _UNIT, wording.with_other_word, "Figure")
_enter(
    "paper: digit of a chart changed",
    _UNIT,
    lambda t, r, _: wording.with_other_digit(t, r),
    "Figure",
)
_enter("paper: word of a table replaced", _WORDS, wording.with_other_word, "T[HD]")
_enter(
    "paper: word of a small note replaced",
    _WORDS,
    wording.with_other_word,
    "P",
    lambda r: r.size < 8,
)


@kind("paper: word of header or footer replaced", _WORDS)
def header(data: bytes, rng: Random) -> Altered | None:
    paper = Paper(data)
    found = [run for run in paper.every_run if run.tag == "/Artifact"]
    return changed(paper, found, rng, wording.with_other_word)


@kind("paper: line removed", _WORDS)
def line_removed(data: bytes, rng: Random) -> Altered | None:
    paper = Paper(data)
    run = rng.choice(paper.runs)
    paper.page(run.page).replace(run.at)
    return Altered(paper.bytes(), f"page {run.page + 1}: “{run.text}” removed")


@kind("paper: line repeated further down", _WORDS)
def line_added(data: bytes, rng: Random) -> Altered | None:
    """A line is shown once more, some way to the right and below."""
    paper = Paper(data)
    run = rng.choice(paper.runs)
    page = paper.page(run.page)
    codes = page.held[run.at]
    page.insert(run.at + 1, instruction("Td", 9, -run.size * 0.7), codes)
    return Altered(paper.bytes(), f"page {run.page + 1}: “{run.text}” twice")


@kind("paper: words put in the margin", _WORDS)
def margin(data: bytes, rng: Random) -> Altered | None:
    paper = Paper(data)
    run = rng.choice(paper.runs)
    codes = run.font.write("Not confirmed")
    if codes is None:
        return None
    from tests.alterations.stream import showing

    paper.page(run.page).append(
        instruction("BT"),
        instruction("Tf", _name(run.face), 11),
        instruction("Tm", 1, 0, 0, 1, 80, 20),
        showing(codes),
        instruction("ET"),
    )
    return Altered(paper.bytes(), f"page {run.page + 1}: “Not confirmed” at the foot")


def _name(face: str) -> object:
    import pikepdf

    return pikepdf.Name(face)


def _swap_texts(paper: Paper, one: Sequence[Run], other: Sequence[Run]) -> str | None:
    """Exchange what two places say: all of one in the first run of the other."""
    first, second = ("".join(run.text for run in held) for held in (one, other))
    if one[0].font.write(second) is None or other[0].font.write(first) is None:
        return None
    # From the last instruction to the first, so that none changes its place before its turn.
    given = [(run, second if run is one[0] else "") for run in one]
    given += [(run, first if run is other[0] else "") for run in other]
    for run, text in given:
        paper.say(run, text)
    return f"page {one[0].page + 1}: “{first}” <-> “{second}”"


def _swap_matches(
    data: bytes, rng: Random, pattern: re.Pattern[str], tags: str, apart: bool = False
) -> Altered | None:
    """Swap two different stretches that a pattern finds, in two runs of one page (or of two)."""
    paper = Paper(data)
    found = [
        (run, match)
        for run in paper.runs
        if re.fullmatch(tags, run.tag[1:])
        for match in pattern.finditer(run.text)
    ]
    pairs = [
        (one, other)
        for i, one in enumerate(found)
        for other in found[i + 1 :]
        if (one[0].page != other[0].page) is apart
        and one[0].at != other[0].at
        and one[1][0] != other[1][0]
    ]
    rng.shuffle(pairs)
    for (one, a), (other, b) in pairs:
        first, second = wording.swapped(one.text, a, other.text, b)
        if one.font.write(first) is not None and other.font.write(second) is not None:
            place = "; ".join(filter(None, (paper.say(one, first), paper.say(other, second))))
            return Altered(paper.bytes(), place)
    return None


@kind("paper: two dates swapped", _PLACES)
def dates(data: bytes, rng: Random) -> Altered | None:
    return _swap_matches(data, rng, _MONTH, ".*")


@kind("paper: two amounts swapped", _PLACES)
def amounts(data: bytes, rng: Random) -> Altered | None:
    return _swap_matches(data, rng, re.compile(r"\d+(?:[.,\u00a0\u202f]\d+)*"), ".*")


@kind("paper: amounts of two pages swapped", _PLACES)
def amounts_apart(data: bytes, rng: Random) -> Altered | None:
    return _swap_matches(data, rng, re.compile(r"\d+(?:[.,\u00a0\u202f]\d+)*"), ".*", apart=True)


@kind("paper: two words of a page swapped", _PLACES)
def words(data: bytes, rng: Random) -> Altered | None:
    return _swap_matches(data, rng, re.compile(r"[^\W\d_]{5,}"), ".*")


@kind("paper: two labels of a chart swapped", _PLACES)
def labels(data: bytes, rng: Random) -> Altered | None:
    return _swap_matches(data, rng, re.compile(r"\S.*\S|\S"), "Figure")


@kind("paper: two panels' figures swapped", _PLACES)
def panels(data: bytes, rng: Random) -> Altered | None:
    """Two large figures of one page, or a large one and another, exchange their places."""
    paper = Paper(data)
    found = [run for run in paper.runs if run.size >= 15 and re.search(r"\d", run.text)]
    pairs = [(a, b) for a in found for b in found if a.page == b.page and a.text < b.text]
    if not pairs:
        return None
    place = _swap_texts(paper, *([held] for held in rng.choice(pairs)))
    return Altered(paper.bytes(), place) if place else None


@kind("paper: two lines of a paragraph swapped", _PLACES)
def lines(data: bytes, rng: Random) -> Altered | None:
    paper = Paper(data)
    pairs = [
        (a, b)
        for a, b in zip(paper.runs, paper.runs[1:], strict=False)
        if (a.page, a.mcid) == (b.page, b.mcid) and a.tag == "/P" and a.text != b.text
    ]
    if not pairs:
        return None
    place = _swap_texts(paper, *([held] for held in rng.choice(pairs)))
    return Altered(paper.bytes(), place) if place else None


def _text(cell: Sequence[Run]) -> str:
    return "".join(run.text for run in cell)


@kind("paper: two cells of a table swapped", _PLACES)
def cells(data: bytes, rng: Random) -> Altered | None:
    paper = Paper(data)
    pairs = [
        (a, b)
        for table in paper.rows()
        for held in (*table, *zip(*table, strict=False))
        for a in held
        for b in held
        if _text(a) < _text(b) and a[0].page == b[0].page
    ]
    rng.shuffle(pairs)
    for one, other in pairs:
        place = _swap_texts(paper, one, other)
        if place:
            return Altered(paper.bytes(), place)
    return None


def _swap_rows(paper: Paper, one: Sequence[list[Run]], other: Sequence[list[Run]]) -> str | None:
    pairs = [(a, b) for a, b in zip(one, other, strict=True) if _text(a) != _text(b)]
    done = [_swap_texts(paper, a, b) for a, b in pairs]
    return "; ".join(filter(None, done)) if any(done) else None


@kind("paper: two rows of a table swapped", _PLACES)
def rows(data: bytes, rng: Random) -> Altered | None:
    paper = Paper(data)
    tables = paper.rows()
    if not tables:
        return None
    place = _swap_rows(paper, *rng.sample(rng.choice(tables), 2))
    return Altered(paper.bytes(), place) if place else None


@kind("paper: two columns of a table swapped", _PLACES)
def columns(data: bytes, rng: Random) -> Altered | None:
    paper = Paper(data)
    tables = [t for t in paper.rows() if len(t[0]) > 1 and len({len(row) for row in t}) == 1]
    if not tables:
        return None
    turned = list(zip(*rng.choice(tables), strict=True))
    place = _swap_rows(paper, *rng.sample(turned, 2))
    return Altered(paper.bytes(), place) if place else None


@kind("paper: row of a table emptied", _PLACES)
def row_emptied(data: bytes, rng: Random) -> Altered | None:
    paper = Paper(data)
    tables = paper.rows()
    if not tables:
        return None
    row = rng.choice(rng.choice(tables))
    for run in [run for cell in row for run in cell]:
        paper.say(run, "")
    return Altered(paper.bytes(), f"row “{'; '.join(map(_text, row))}” emptied")
