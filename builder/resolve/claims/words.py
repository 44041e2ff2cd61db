"""Words under a claim that say another thing than its inequality does: takes both, warns of them.

A claim that holds proves what it states: "three times" is not proved by `a >= 2 * b`.
"""

from __future__ import annotations

import ast
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from decimal import Decimal
from functools import partial
from typing import Final

from builder.facts.again import printed_again
from builder.facts.claims import Guarded, Times, times_of
from builder.facts.expression import parse_claim
from builder.facts.text import Printer
from builder.frozen import dataclass
from builder.language.claims import Comparing, comparing_of
from builder.language.courses import courses_of
from builder.language.language import ratio_words
from builder.language.lexicon import PLAIN, lexicon_of, places_of, value_of
from builder.model.briefing import Exemption
from builder.model.figure import Claim, ResolvedFigure
from builder.model.table import DataTable
from builder.problems import Problems
from builder.resolve.claims.amounts import bare_numbers, tiny_shares
from builder.resolve.claims.shares import contrary_shares
from builder.resolve.claims.sides import Said, turned
from builder.resolve.exemptions import Exemptions
from builder.resolve.passages import found

_BYTES: Final = 500  # of what is said of one use
_LOOSE: Final = Decimal("0.12")  # of a factor, which "doubled" may be off
_WIDE: Final = Decimal("0.3")  # of one that is about so
_NEARLY: Final = Decimal("0.2")  # of one that is nearly come to: 1.5 is not nearly twice
_FAR: Final = 20  # characters before a factor in which stands how near it is


@dataclass(frozen=True)
class _Said:
    """A factor in words: where, how many times, and what stands before it."""

    span: slice
    factor: Decimal
    kind: str = ""


class _Columns:
    """The columns of data files, each with what stands in it; read again each time."""

    def __init__(self, data: Mapping[str, DataTable]) -> None:
        self.data = data

    def __iter__(self) -> Iterator[tuple[str, ...]]:
        for table in self.data.values():
            yield from zip(*table.rows, strict=False)


def check_claim_words(
    claims: Mapping[str, Claim],
    guarded: Iterable[Guarded],
    printer: Printer,
    data: Mapping[str, DataTable],
    exempt: Sequence[Exemption],
    problems: Problems,
) -> set[str]:
    """Warn of words whose claim says another factor, or the contrary; return used exemptions."""
    columns, tables = _Columns(data), tuple(data.values())
    exemptions = Exemptions(exempt)
    trees: dict[str, ast.expr] = {}
    for claim in claims.values():
        expression = parse_claim(claim.holds, claim.holds_place, Problems())
        if expression is not None:
            trees[claim.id] = expression.tree
            _check_size(claim, expression.tree, printer.figures, problems)
    own = (Guarded(each.id, each.says, "", each.place) for each in claims.values())
    for use in (*guarded, *own):
        tree = trees.get(use.claim)
        if tree is None:
            continue
        words = use.words.translate(PLAIN)
        kind = "claim words", words, use.sentence, claims[use.claim].holds
        make = partial(_contrary, use, tree, columns)
        for span, says in printed_again(printer, tables, kind, make, _BYTES):
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


def _contrary(
    use: Guarded, tree: ast.expr, columns: Iterable[tuple[str, ...]], printer: Printer
) -> tuple[tuple[slice, str], ...]:
    """Return the words of a use that say another thing than its claim does, and what that says."""
    words, sentence = (each.translate(PLAIN) for each in (use.words, use.sentence))
    figures, tag = printer.figures, printer.tag
    ratios = ratio_words(tag)
    named = {node.id for node in ast.walk(tree) if isinstance(node, ast.Name)}
    times = {name for name in named if name in figures and figures[name].unit in ratios}
    return (
        *_contradicted(words, tree, times, tag),
        *turned(Said(words, sentence, tag), tree, figures),
        *bare_numbers(words, tree, figures, tag),
        *contrary_shares(words, sentence, tree, figures, columns, tag),
    )


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
    ratios: set[str],
    tag: str,
) -> Iterator[tuple[slice, str]]:
    """Yield the words that a claim's tree contradicts, and what it says instead."""
    bounds = times_of(tree, ratios)
    for said in _factors(words, tag) if bounds else ():
        if not any(_agrees(said, each) for each in bounds):
            yield said.span, " and ".join(map(_in_words, bounds))


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
    wide = {"": _LOOSE, "nearly": _NEARLY}.get(said.kind, _WIDE)
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
