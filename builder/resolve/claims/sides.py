"""Words that say the contrary of a claim's inequality: which is more, which way it went, whether a
goal is met. Takes words, the tree of their claim and the figures in it; yields what is contrary.
"""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from typing import Final

from builder.facts.claims import parted
from builder.facts.expression import called
from builder.facts.units import PER_CENT
from builder.frozen import dataclass
from builder.language.claims import comparing_of, reckoned_of
from builder.language.courses import courses_of
from builder.language.lexicon import lexicon_of, places_of
from builder.language.sides import sides_of
from builder.model.figure import ResolvedFigure
from builder.resolve.claims.bounds import extreme_of, is_majority, joined
from builder.resolve.claims.goals import goal_said
from builder.resolve.claims.named import (
    extremes_of,
    named_side,
    other_named,
    way_by_measure,
)
from builder.resolve.claims.pairs import (
    Sided,
    are_apart,
    is_of_head,
    is_torn,
    names,
    sided_by,
)
from builder.resolve.claims.trends import timed, trended
from builder.resolve.passages import found as found_in
from builder.resolve.ways import (
    amount_said,
    name_alike,
    names_change,
    undated,
    way_between,
    way_denied,
    way_graded,
    way_said,
    year_of,
)

_UNLIKE: Final = Decimal("0.1")  # of the greater: what is further apart is nowhere near the same
_UNEQUAL: Final = Decimal("0.03")  # what is further apart is not the same
_FEW: Final = 2  # words, which name nothing by themselves
_OPPOSITE: Final = {
    "rises": "falls",
    "falls": "rises",
    "largest": "smallest",
    "smallest": "largest",
}


@dataclass(frozen=True)
class Said:
    """Words under a claim, in small letters where they are as many, and their sentence."""

    words: str
    sentence: str
    tag: str

    @property
    def before(self) -> str:
        """What stands before the words in their clause."""
        if not self.words:
            return ""
        head, found, _ = self.sentence.partition(self.words)
        return re.split(r"[.,;:!?()–—]\s", head)[-1] if found else ""

    @property
    def about(self) -> str:
        """What names the thing: a verb alone has it in its sentence."""
        few = len(self.words.split()) <= _FEW
        return self.sentence if few and self.sentence else self.words


_Found = tuple[slice, str]


def turned(said: Said, tree: ast.expr, figures: Mapping[str, ResolvedFigure]) -> Iterator[_Found]:
    """Yield the words that say the contrary of a claim: "the lowest" of what is the largest.

    Of a figure that counts what is not so, both may be true: the least cooled has most uncooled.
    Of what is joined by `and`, words are contrary where a part denies them and no part says so.
    """
    named = [node.id for node in ast.walk(tree) if isinstance(node, ast.Name)]
    labels = " ".join(figures[name].label for name in named if name in figures)
    if any(places_of(comparing_of(said.tag).negated, labels)):
        return
    parts, wrong = joined(tree), list[_Found]()
    for part in parts:
        found = list(_turned(said, part, figures))
        if len(parts) > 1 and not found and _agrees(said, part, figures):
            wrong = []
            break
        wrong += found
    yield from wrong[:1] if wrong else trended(said.words, tree, said.tag)


def _turned(said: Said, part: ast.expr, figures: Mapping[str, ResolvedFigure]) -> Iterator[_Found]:
    """Yield the words that say the contrary of one part of a claim."""
    known, words, tag = comparing_of(said.tag), said.words, said.tag
    name = called(part) if isinstance(part, ast.Call) else ""
    extreme = name if name in ("largest", "smallest") else extreme_of(part)
    if extreme:
        yield from _outdone(said, part, extreme, figures)
    elif is_majority(part, figures):
        first = next(places_of(known.least, words), None)
        if first is not None and not any(places_of(known.most, words)):
            yield slice(*first.span()), "it is more than a half"
    elif name in ("rises", "falls"):
        yield from _against(way_said(words, tag), name)
        yield from _denying(words, name, tag)
    else:
        yield from _contrary(said, part, figures)


def _outdone(
    said: Said, tree: ast.expr, extreme: str, figures: Mapping[str, ResolvedFigure]
) -> Iterator[_Found]:
    """Yield the superlative that is not that of a claim: "the lowest" of what is the largest."""
    known, words, tag = comparing_of(said.tag), said.words, said.tag
    named = [node.id for node in ast.walk(tree) if isinstance(node, ast.Name)]
    units = {figures[each].unit for each in named if each in figures}
    most, least = extremes_of(units.pop() if len(units) == 1 else "", tag)
    few, many = sides_of(tag).fewest, sides_of(tag).greatest
    right, wrong = (known.most, most, many), (known.least, least, few)
    if extreme == "smallest":
        right, wrong = wrong, right
    first = next((each for words_of in wrong for each in places_of(words_of, words)), None)
    if any(places_of(known.negated, words)):
        return  # what is lacking most there is least of
    if first is not None and not any(
        each for words_of in right for each in places_of(words_of, words)
    ):
        yield slice(*first.span()), f"it is the {extreme}"
    elif isinstance(tree, ast.Call):
        args = [each.id for each in tree.args if isinstance(each, ast.Name)]
        things = [figures[each] for each in args if each in figures]
        if len(things) == len(tree.args):
            for superlative in right[:2]:
                yield from other_named(words, superlative, things, tag)
            yield from _put_last(said, things, extreme)


def _put_last(said: Said, things: Sequence[ResolvedFigure], extreme: str) -> Iterator[_Found]:
    """Yield the first word that puts the largest behind another thing, or the smallest ahead."""
    first, *others = things
    for other in others:
        pair = (first, other) if extreme == "largest" else (other, first)
        found = next(named_side(said.words, said.before, *pair, said.tag), None)
        if found is not None:
            yield found
            return


def _against(said: tuple[slice, str] | None, way: str) -> Iterator[_Found]:
    if said is not None and said[1] != way:
        yield said[0], f"it {way}"


def _denying(words: str, way: str, tag: str) -> Iterator[_Found]:
    denied = way_denied(words, tag)
    if denied is not None and denied[1] == way:
        yield denied[0], f"it {way}"


def _agrees(said: Said, part: ast.expr, figures: Mapping[str, ResolvedFigure]) -> bool:
    """Return whether words would be contrary to a part if it were turned round."""
    turned_round: ast.expr | None = None
    name = called(part) if isinstance(part, ast.Call) else ""
    if isinstance(part, ast.Call) and name in _OPPOSITE:
        turned_round = ast.Call(ast.Name(_OPPOSITE[name]), part.args, [])
    elif isinstance(part, ast.Compare) and (sided_by(part, figures) or _holds_one(part)):
        sign: ast.cmpop = ast.Lt() if isinstance(part.ops[0], ast.Gt | ast.GtE) else ast.Gt()
        ends = [parted(each)[1] or each for each in (part.left, part.comparators[0])]
        turned_round = ast.Compare(ends[0], [sign], ends[1:])
    return turned_round is not None and any(_turned(said, turned_round, figures))


def _holds_one(part: ast.Compare) -> bool:
    """Return whether a comparison holds one figure to a number."""
    ends = (part.left, *part.comparators)
    return sum(isinstance(node, ast.Name) for end in ends for node in ast.walk(end)) == 1


def _contrary(
    said: Said, part: ast.expr, figures: Mapping[str, ResolvedFigure]
) -> Iterator[_Found]:
    """Yield the words that say the contrary of one comparison, of two figures or of a change."""
    words, tag = said.words, said.tag
    yield from _of_change(said, part, figures)
    sided = sided_by(part, figures)
    if sided is None:
        return
    known, small = reckoned_of(tag), words.lower()
    same = known.unchanged.search(small)
    if same and not known.denied.search(small[: same.start()]):
        near = any(each.end() == same.start() - 1 for each in _hedges(small, tag))
        if are_apart(*sided, _UNLIKE if near else _UNEQUAL):
            yield slice(*same.span()), "one is more than the other"
        return
    way = way_between(*sided, tag)
    if way is None:
        yield from goal_said(words, *sided, tag)
        yield from named_side(words, said.before, *sided, tag)
    elif not names_change(sided.big.label, tag):
        yield from _dated(said, sided, way)


def _hedges(small: str, tag: str) -> Iterator[re.Match[str]]:
    known = comparing_of(tag)
    for each in (known.nearly, known.about):
        yield from places_of(each, small)


def _dated(said: Said, sided: Sided, way: str) -> Iterator[_Found]:
    """Yield the words that say the contrary of what was before and is after: "costs fell" under
    `costs_2024 > costs_2019`.
    """
    words, tag = said.words, said.tag
    if names(said.about, undated(sided.big)):
        earlier = min(year_of(each) or 0 for each in sided)
        found = way_said(words, tag) or amount_said(words, tag, earlier) or way_graded(words, tag)
        label = undated(sided.big)
        if found and is_of_head(words, found[0], label, tag) and not is_torn(words, found, tag):
            yield from _against(found, way)
        yield from _denying(words, way, tag)
        yield from timed(words, sided, way, tag)
    yield from _against(way_by_measure(words, sided.big.unit, tag), way)


def _of_change(
    said: Said, part: ast.expr, figures: Mapping[str, ResolvedFigure]
) -> Iterator[_Found]:
    """Yield the words that say another way than a figure does that is a change: "a fall of a third"
    under `rise > 33`.
    """
    names = [node.id for node in ast.walk(part) if isinstance(node, ast.Name)]
    figure = figures.get(names[-1]) if names else None
    if figure is None or figure.unit != PER_CENT or len(set(names) - {"between"}) != 1:
        return
    if not isinstance(figure.value, Decimal) or figure.value <= 0:
        return
    ways = {
        each.lastgroup
        for each in courses_of(said.tag).said.finditer(figure.label.lower())
        if len(each.group()) > len("plus")
    }
    found = way_said(said.words, said.tag)
    if len(ways) == 1 and found is not None and found[1] not in ways:
        way = ways.pop()
        rest = said.words[: found[0].start] + said.words[found[0].stop :]
        if way in ("rises", "falls") and (
            _is_amount(rest, said.tag) or name_alike(rest, figure.label)
        ):
            yield found[0], f"it {way}"


def _is_amount(rest: str, tag: str) -> bool:
    """Return whether words say by how much."""
    lexicon = lexicon_of(tag)
    return bool(found_in(lexicon.counted, lexicon.uncounted, rest)) or "%" in rest
