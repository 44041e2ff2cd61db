"""Words under a claim that say another thing than its inequality does: takes both, warns of them.

A claim that holds proves what it states: "three times" is not proved by `a >= 2 * b`.
"""

from __future__ import annotations

import ast
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from decimal import Decimal
from typing import Final

from builder.facts.claims import Guarded, Times, parted, times_of
from builder.facts.expression import called, parse_claim
from builder.facts.units import PER_CENT
from builder.frozen import dataclass
from builder.language.claims import Comparing, comparing_of, reckoned_of
from builder.language.courses import courses_of
from builder.language.language import language_of
from builder.language.lexicon import PLAIN, lexicon_of, places_of, value_of
from builder.model.briefing import Exemption
from builder.model.figure import Claim, Moment, ResolvedFigure
from builder.problems import Problems
from builder.resolve.claim_shares import bare_numbers, contrary_shares, tiny_shares
from builder.resolve.exemptions import Exemptions
from builder.resolve.passages import found
from builder.resolve.ways import name_alike, names_change, way_said

_LOOSE: Final = Decimal("0.12")  # of a factor, which "doubled" may be off
_WIDE: Final = Decimal("0.3")  # of one that is nearly or about so
_UNLIKE: Final = Decimal("0.1")  # of the greater: what is further apart is nowhere near the same
_YEAR: Final = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")
_HALF: Final = 50  # per cent
_FAR: Final = 20  # characters before a factor in which stands how near it is


@dataclass(frozen=True)
class _Said:
    """A factor in words: where, how many times, and what stands before it."""

    span: slice
    factor: Decimal
    kind: str = ""


def check_claim_words(
    claims: Mapping[str, Claim],
    guarded: Iterable[Guarded],
    figures: Mapping[str, ResolvedFigure],
    exempt: Sequence[Exemption],
    tag: str,
    problems: Problems,
) -> set[str]:
    """Warn of words whose claim says another factor, or the contrary; return used exemptions."""
    exemptions = Exemptions(exempt)
    ratios = language_of(tag).ratio_units | language_of("en").ratio_units
    times = {name for name, figure in figures.items() if figure.unit in ratios}
    trees: dict[str, ast.expr] = {}
    for claim in claims.values():
        expression = parse_claim(claim.holds, claim.holds_place, Problems())
        if expression is not None:
            trees[claim.id] = expression.tree
            _check_size(claim, expression.tree, figures, problems)
    own = (Guarded(each.id, each.says, "", each.place) for each in claims.values())
    for use in (*guarded, *own):
        tree = trees.get(use.claim)
        if tree is None:
            continue
        words = use.words.translate(PLAIN)
        for span, says in (
            *_contradicted(words, tree, figures, times, tag),
            *bare_numbers(words, tree, figures, tag),
            *contrary_shares(words, use.sentence.translate(PLAIN), tree, figures, tag),
        ):
            if exemptions.cover(words, span, whole=False):
                continue
            problems.warning(
                use.place,
                f'"{words[span]}" is not what its claim says',
                f'"{use.claim}" holds where {claims[use.claim].holds}: {says}\n'
                "say in words what the claim says, or state a claim that proves the words; what "
                f'means another thing, exempt: {{words: "{words[span]}", because: ...}} '
                "in briefing.yaml",
            )
    return exemptions.used


def _check_size(
    claim: Claim, tree: ast.expr, figures: Mapping[str, ResolvedFigure], problems: Problems
) -> None:
    """Warn of a bare number that cannot be meant: a share in per cent held to a part of one."""
    for figure, number in tiny_shares(tree, figures):
        value = f"{figure.value:.3g}"
        problems.warning(
            claim.holds_place,
            f'"{claim.holds}" holds {value} % to {number} %',
            f'"{figure.id}" is stated in per cent: write {number * 100:f} where {number * 100:f} % '
            f"is meant; where {number} % is, bind it as a figure of its own",
        )


def _contradicted(
    words: str,
    tree: ast.expr,
    figures: Mapping[str, ResolvedFigure],
    ratios: set[str],
    tag: str,
) -> Iterator[tuple[slice, str]]:
    """Yield the words that a claim's tree contradicts, and what it says instead."""
    bounds = times_of(tree, ratios)
    for said in _factors(words, tag) if bounds else ():
        if not any(_agrees(said, each) for each in bounds):
            yield said.span, " and ".join(map(_in_words, bounds))
    yield from _turned(words, tree, figures, tag)


def _turned(
    words: str, tree: ast.expr, figures: Mapping[str, ResolvedFigure], tag: str
) -> Iterator[tuple[slice, str]]:
    """Yield the words that say the contrary of a claim: "the lowest" of what is the largest.

    Of a figure that counts what is not so, both may be true: the least cooled has most uncooled.
    """
    known = comparing_of(tag)
    named = [node.id for node in ast.walk(tree) if isinstance(node, ast.Name)]
    labels = " ".join(figures[name].label for name in named if name in figures)
    if any(places_of(known.negated, labels)):
        return
    name = called(tree) if isinstance(tree, ast.Call) else ""
    if name in ("largest", "smallest"):
        wrong, right = (known.least, known.most) if name == "largest" else (known.most, known.least)
        said = next(places_of(wrong, words), None)
        if said is not None and not any(places_of(right, words)):
            yield slice(*said.span()), f"it is the {name}"
    elif _is_majority(tree, figures):
        said = next(places_of(known.least, words), None)
        if said is not None and not any(places_of(known.most, words)):
            yield slice(*said.span()), "it is more than a half"
    elif name in ("rises", "falls"):
        said_way = way_said(words, tag)
        if said_way is not None and said_way[1] != name:
            yield said_way[0], f"it {name}"
    else:
        yield from _dated(words, tree, figures, tag)


def _dated(
    words: str, tree: ast.expr, figures: Mapping[str, ResolvedFigure], tag: str
) -> Iterator[tuple[slice, str]]:
    """Yield the words that say the contrary of a claim of what was before and is after: "costs
    fell" under `costs_2024 > costs_2019`; and those that call alike what it says is not.
    """
    if not isinstance(tree, ast.Compare) or len(tree.ops) != 1:
        return
    (few, one), (many, other) = parted(tree.left), parted(tree.comparators[0])
    more = isinstance(tree.ops[0], ast.Gt | ast.GtE)
    if not more and not isinstance(tree.ops[0], ast.Lt | ast.LtE):
        return
    ends = [figures.get(each.id) if isinstance(each, ast.Name) else None for each in (one, other)]
    left, right = ends
    if left is None or right is None or left.unit != right.unit:
        return
    (big, by), (small, times) = (
        ((left, few), (right, many)) if more else ((right, many), (left, few))
    )
    if by > times:
        return  # "2 * a > b" says not which of the two is more
    known, small_words = reckoned_of(tag), words.lower()
    same = known.unchanged.search(small_words)
    if same and not known.denied.search(small_words[: same.start()]) and _are_apart(big, small):
        yield slice(*same.span()), "one is more than the other"
        return
    way = _way(big, small)
    said = way_said(words, tag)
    if way is None or said is None or said[1] == way or names_change(big.label, tag):
        return
    if name_alike(words, _undated(big)):
        yield said[0], f"it {way}"


def _way(big: ResolvedFigure, small: ResolvedFigure) -> str | None:
    """Return which way it went from one figure to another that differs from it by its date."""
    years = [_year(each) for each in (big, small)]
    if None in years or years[0] == years[1] or _undated(big) != _undated(small):
        return None
    return "rises" if (years[0] or 0) > (years[1] or 0) else "falls"


def _year(figure: ResolvedFigure) -> int | None:
    if isinstance(figure.as_of, Moment):
        return figure.as_of.year
    years = {int(each) for each in _YEAR.findall(figure.label)}
    return years.pop() if len(years) == 1 else None


def _undated(figure: ResolvedFigure) -> str:
    return " ".join(_YEAR.sub(" ", figure.label).split()).lower()


def _are_apart(one: ResolvedFigure, other: ResolvedFigure) -> bool:
    first, last = (each.value for each in (one, other))
    if not isinstance(first, Decimal) or not isinstance(last, Decimal):
        return False
    return abs(first - last) > max(abs(first), abs(last)) * _UNLIKE


def _is_majority(tree: ast.expr, figures: Mapping[str, ResolvedFigure]) -> bool:
    """Return whether a claim is of a share above a half: "share > 50"."""
    if not isinstance(tree, ast.Compare) or len(tree.ops) != 1:
        return False
    share, most = tree.left, tree.comparators[0]
    return (
        isinstance(tree.ops[0], ast.Gt | ast.GtE)
        and isinstance(share, ast.Name)
        and share.id in figures
        and figures[share.id].unit == PER_CENT
        and isinstance(most, ast.Constant)
        and isinstance(most.value, int | float)
        and most.value >= _HALF
    )


def _factors(words: str, tag: str) -> Iterator[_Said]:
    """Yield the factors that words say: "more than doubled", "seven times as many"."""
    known, lexicon, small = comparing_of(tag), lexicon_of(tag), words.lower()
    spans: dict[int, tuple[slice, Decimal]] = {}
    for each in courses_of(tag).multiples.finditer(small):
        if each.lastgroup:
            start = each.start(each.lastgroup)
            factor = Decimal(each.lastgroup.removeprefix("by"))
            spans[start] = (slice(start, each.end()), factor)
    for span in found(lexicon.counted, lexicon.uncounted, words):
        behind = small[span.stop :].lstrip().split(" ")[0].strip(".,;:!?)")
        value, phrase = value_of(words[span], lexicon), small[span]
        folded = next(places_of(known.folded, phrase), None)
        is_times = re.fullmatch(known.times, behind) is not None
        if (
            value is None
            or value <= 1
            or not (is_times or (folded and folded.end() == len(phrase)))
        ):
            continue
        at = next((s for s in spans if span.start <= s < span.stop), span.start)
        stop = span.stop + 1 + len(behind) if is_times else span.stop
        spans[at] = (slice(span.start, stop), Decimal(value.numerator) / value.denominator)
    for span, factor in spans.values():
        before = small[max(span.start - _FAR, 0) : span.start].rstrip()
        yield _Said(span, factor, _kind(before, known))


def _kind(before: str, known: Comparing) -> str:
    """Return how near a factor is said to be, by what ends right before it."""
    for kind in ("less", "more", "about", "nearly"):
        if any(each.end() == len(before) for each in places_of(getattr(known, kind), before)):
            return kind
    return ""


def _agrees(said: _Said, bounds: Times) -> bool:
    """Return whether a factor in words may be what a claim bounds: doubts are in its favour."""
    low, high, factor = bounds.low, bounds.high, said.factor
    if said.kind == "less":
        return low is None or low < factor
    if said.kind == "more":
        return (low is None or low >= factor * Decimal("0.99")) and (high is None or high > factor)
    wide = _WIDE if said.kind else _LOOSE
    if high is not None and high < factor * (1 - wide):
        return False
    if low is None:
        return True
    most = factor if said.kind == "nearly" else factor * (1 + wide)
    return low <= most and (high is not None or low >= factor * (1 - _WIDE))


def _in_words(bounds: Times) -> str:
    low, high = (f"{each:.3g}" if each is not None else "" for each in (bounds.low, bounds.high))
    if low and high:
        return f"{low} to {high} times"
    return f"{low} times or more" if low else f"{high} times or less"
