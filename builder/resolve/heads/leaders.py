"""Which of what a chart shows its title puts first: "Wye has most pools" of 3 against 9, "evenings
are warmest in Hay", which is the coolest.

Takes words and what is shown, returns what they say of it, and whether it is so.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from statistics import median
from typing import Final, NamedTuple

from builder.frozen import dataclass
from builder.language.language import module_of
from builder.language.leading import Leading, leading_of
from builder.language.lexicon import FIGURE
from builder.resolve.heads.drawn import Drawn, Verdict, said_of
from builder.resolve.heads.pairs import Pairs, compares
from builder.resolve.heads.things import Clause, clause_of
from builder.resolve.ways import names_change

_FIRST: Final = ("chief", "top", "first", "plenty", "peak", "latest")
_LOOSE: Final = ("plenty", "scarce")
_RANKED: Final = ("first", "last")
_TIMED: Final = ("earliest", "latest", "most", "least")
_FEW: Final = 2
_MIDDLE: Final = 3  # of so many one is neither first nor last
_FREE: Final = 2  # words that may say of what an adjective is said
_CLAUSES: Final = re.compile(r"[,;] | [–—] ")


class _Row(NamedTuple):
    """Values of which one is put first: those of a series, by its number, or of what has none; how
    it is called that they are `within`, where there are others.
    """

    values: Sequence[Decimal | None]
    series: int = -1
    within: str = ""


class _Way(NamedTuple):
    """Whether one is said to have most (or least, or either: None), of which series, and by how
    many other words that may be told.
    """

    first: bool | None
    rows: tuple[int, ...] | None = None
    free: int = 0


def ranked(words: str, drawn: Drawn, tag: str) -> tuple[Verdict, ...]:
    """Return what words say of what is shown, where they rank one of it, or two, or one in each of
    their clauses; nothing where they say more than that.
    """
    small = words.lower()
    if len(small) != len(words) or FIGURE in words:
        return ()
    if not leading_of(tag).ranks.search(small) and not compares(small, drawn, tag):
        return ()
    clause = clause_of(words, drawn, tag)
    if clause is not None:
        said = _Ranks(clause).rank() or Pairs(clause).pair()
        return (said,) if said is not None else ()
    ends = [(0, 0), *(each.span() for each in _CLAUSES.finditer(words))]
    stops = [*(start for start, _ in ends[1:]), len(words)]
    found = list[Verdict]()
    for (_, start), stop in zip(ends, stops, strict=True) if len(ends) > 1 else ():
        clause = clause_of(words[start:stop], drawn, tag)
        if clause is None or not _Ranks(clause).is_whole:
            return ()
        verdict = _Ranks(clause).rank()
        if verdict is not None:
            span = slice(verdict.span.start + start, verdict.span.stop + start)
            found.append(verdict._replace(span=span))
    return tuple(found)


@dataclass(frozen=True)
class _Ranks:
    """What a clause puts first or last."""

    clause: Clause

    @property
    def drawn(self) -> Drawn:
        return self.clause.drawn

    @property
    def known(self) -> Leading:
        return leading_of(self.clause.tag)

    @property
    def is_whole(self) -> bool:
        """Return whether it ranks one, so that no other clause does for it."""
        return len(self._found()) == 1

    def _found(self) -> list[re.Match[str]]:
        return list(self.known.ranks.finditer(self.clause.masked))

    def rank(self) -> Verdict | None:
        """Return what is said of one that is put first or last."""
        clause, found = self.clause, self._found()
        of = [[each for each in clause.things if each.series is way] for way in (True, False)]
        if len(found) != 1 or any(len(each) > 1 for each in of) or self._is_of_several():
            return None
        said, group = found[0], found[0].lastgroup or ""
        way = self._way(said)
        if way is None:
            return None
        rest = (clause.masked[: said.start()], clause.masked[said.end() :])
        alone = way.first is None  # said of what is named, and of nothing of its own
        if clause.is_strange(rest, way.free, alone=alone) or self._is_narrowed(said, group):
            return None
        if way.free and re.search(rf"(?<!\w)(?:{self.known.moved})(?!\w)", " ".join(rest)):
            return None
        series, category = (each[0].at if each else None for each in of)
        # "Flats are most common in the north" is of a share, which none of its values may be.
        shares = module_of(clause.tag, "beside").SHARE.search(" ".join(rest))
        measured = self.drawn.apart and group in ("most", "least", "either")
        if (measured or (self.drawn.summed and shares)) and None not in (series, category):
            return None
        verdicts = [
            verdict
            for verdict in (
                self._of_category(series, category, way, group),
                self._of_series(series, category, way, group),
            )
            if verdict is not None
        ]
        verdict = _agreed(slice(*said.span()), verdicts)
        unsure = group in _LOOSE or way.first is None
        return None if verdict is not None and verdict.holds and unsure else verdict

    def _is_of_several(self) -> bool:
        """Return whether words say that it is one of several, or what it is not that they say."""
        known = self.known
        since = any(each.since for each in self.clause.things)
        return since or bool(re.search(rf"(?<!\w)(?:{known.amid})(?!\w)", self.clause.masked))

    def _is_narrowed(self, said: re.Match[str], group: str) -> bool:
        """Return whether a superlative is said of a noun beside it: "the warmest spa"."""
        if group not in ("most", "least", "either"):
            return False
        clause = self.clause
        if not re.fullmatch(self.known.adverbs, said.group()):
            behind = re.match(r" ([^\W\d_]+)", clause.masked[said.end() :])
            if behind and not (clause.is_known(behind[1]) or clause.leads_on(behind[1])):
                return True
        before = re.search(r"([^\W\d_]{4,}) $", clause.masked[: said.start()])
        return bool(self.known.follow and before and not clause.is_known(before[1]))

    def _way(self, said: re.Match[str]) -> _Way | None:
        """Return which end of what is shown words mean; None where that is not known."""
        group, drawn = said.lastgroup or "", self.drawn
        if (group in _RANKED and not drawn.leads) or (drawn.times and group not in _TIMED):
            return None
        if group in ("earliest", "latest"):
            for at, verbs in enumerate((self.known.begins, self.known.ends)):
                if drawn.times and re.search(rf"(?<!\w)(?:{verbs})(?!\w)", self.clause.masked):
                    return _Way(group == "latest", (at,)) if at < len(drawn.series) else None
            return None
        if group in ("peak", "trough"):
            return _Way(group == "peak") if self.clause.is_timed else None
        if group == "either":
            one = len(drawn.series) == 1 or not (drawn.mixed or drawn.listed)
            return _Way(None) if one else None
        if group in ("most", "least"):
            return self._graded(said.group(), group)
        return _Way(group in _FIRST)

    def _graded(self, said: str, group: str) -> _Way | None:
        """Return the series that measure what an adjective is said of, and which end it means."""
        for each in self.known.graded:
            way = each.way.search(said)
            rows = tuple(
                at
                for at, words in enumerate(self.drawn.measures)
                if each.measured(words) and not names_change(words, self.clause.tag)
            )
            if way is not None and rows:
                free = _FREE if each.of else 0
                return _Way((way.lastgroup == "up") is (group == "most"), rows, free)
        return None

    def _of_category(
        self, series: int | None, category: int | None, way: _Way, group: str
    ) -> Verdict | None:
        drawn = self.drawn
        if category is None or drawn.apart:
            return None
        rows = [_Row(values, at) for at, values in enumerate(drawn.values)]
        if series is not None or way.rows is not None:
            rows = [row for row in rows if series in (None, row.series)]
            rows = [row for row in rows if way.rows is None or row.series in way.rows]
        elif drawn.summed and len(rows) > 1:
            rows.append(_Row(tuple(map(_sum, zip(*drawn.values, strict=True)))))
        rivals = drawn.rivals(drawn.categories, self.clause.tag)
        if drawn.stages:
            rivals = tuple(at for at in rivals if drawn.stages[at] == drawn.stages[category])
        return self._extreme(rows, category, rivals, drawn.categories, way, group)

    def _of_series(
        self, series: int | None, category: int | None, way: _Way, group: str
    ) -> Verdict | None:
        drawn = self.drawn
        every = way.rows is None or len(way.rows) == len(drawn.series)
        listed = drawn.listed and category is not None
        if series is None or len(drawn.series) < _FEW or drawn.mixed or listed or not every:
            return None
        lines = [
            _Row(line, within=name)
            for line, name in zip(zip(*drawn.values, strict=True), drawn.categories, strict=True)
        ]
        rows = lines if category is None else [_Row(lines[category].values)]
        if category is None and drawn.summed:
            rows = [*rows, _Row(tuple(map(_sum, drawn.values)))]
        rivals = drawn.rivals(drawn.series, self.clause.tag)
        return self._extreme(rows, series, rivals, drawn.series, way, group)

    def _extreme(
        self,
        rows: Sequence[_Row],
        at: int,
        rivals: Sequence[int],
        names: Sequence[str],
        way: _Way,
        group: str,
    ) -> Verdict | None:
        """Return whether one has most, or least, in each of some rows, or in none."""
        found, sure, really = list[bool](), True, ""
        for values, number, within in rows:
            own, known = values[at], {k: v for k in rivals if (v := values[k]) is not None}
            if own is None or len(known) < (_FEW if way.first is not None else _MIDDLE):
                return None
            ends = [*_ends(own, known, way.first, group)]
            found.append(any(holds for _, holds in ends))
            sure = sure and all(holds for _, holds in ends)
            shown = {each: known[each] for each, _ in ends if known[each] != own} | {at: own}
            if number >= 0:
                really = self.drawn.shown(shown, number, self.clause.tag)
            else:
                really = said_of(((names[k], v) for k, v in shown.items()), self.clause.tag)
                really = f"{within}: {really}" if within else really
        if not found or (any(found) and not all(found)):
            return None
        if all(found) and not sure and way.first is not None:
            return None
        return Verdict(slice(0), all(found), really)


def _ends(
    own: Decimal, known: dict[int, Decimal], first: bool | None, group: str
) -> Iterator[tuple[int, bool]]:
    """Yield who has most, or least, and whether one has as much. What is far below zero may be said
    to be large as well.
    """
    for most in (True, False) if first is None else (first,):
        end = (max if most else min)(known, key=lambda k: known[k])
        than = known[end] if group not in _LOOSE else median(known.values())
        yield end, own >= than if most else own <= than
    if first is not None and min(known.values()) < 0 and group not in ("most", "least"):
        end = (max if first else min)(known, key=lambda k: abs(known[k]))
        yield end, abs(own) >= abs(known[end]) if first else abs(own) <= abs(known[end])


def _agreed(span: slice, verdicts: Sequence[Verdict]) -> Verdict | None:
    """Return what all verdicts say; None where there are none, or they differ."""
    if len({each.holds for each in verdicts}) != 1:
        return None
    return verdicts[0]._replace(span=span)


def _sum(values: Sequence[Decimal | None]) -> Decimal | None:
    known = [each for each in values if each is not None]
    return sum(known, Decimal(0)) if len(known) == len(values) else None
