"""Which part of a whole a title says that some of a ring's parts are: "nearly half of the trees are
lindens and maples". Takes words and what is shown, returns what they say and whether it is so.
"""

from __future__ import annotations

import re
from decimal import Decimal
from typing import Final

from builder.language.claims import comparing_of, reckoned_of
from builder.language.leading import leading_of
from builder.language.lexicon import FIGURE
from builder.language.sides import sides_of
from builder.resolve.heads.drawn import Drawn, Verdict, printed
from builder.resolve.heads.things import MASK, Clause, named
from builder.resolve.portions import Portion, portions

_WHOLE: Final = Decimal(100)


def parted(words: str, drawn: Drawn, tag: str) -> Verdict | None:
    """Return what words say of the parts of a whole; None where they may say it of another."""
    said = [*portions(words, tag)] if drawn.whole and FIGURE not in words else []
    things = [each for each in named(words, drawn, tag) if not each.series] if said else []
    if len(said) != 1 or not things:
        return None
    small, known = words.lower(), reckoned_of(tag)
    portion, span = said[0], _span(said[0], small, tag)
    if known.denied.search(small) or known.supposed.search(small):
        return None
    masked = small
    for start, stop in (*((each.start, each.stop) for each in things), (span.start, span.stop)):
        masked = f"{masked[:start]}{MASK * (stop - start)}{masked[stop:]}"
    first = min(things)
    if first.start < span.stop:
        within = rf"(?<!\w)(?:{leading_of(tag).within})(?: \w+)? ?$"
        of_it = bool(re.search(within, masked[: first.start]))  # "of the lindens half are old"
    else:
        between = masked[span.stop : first.start]
        of_it = not re.search(rf"(?<!\w)(?:{sides_of(tag).becomes})(?!\w)|[—–]", between)
    before = masked[: span.start].split(MASK)[-1]
    clause = Clause(masked, tuple(things), drawn, tag)
    joins = rf"(?<!\w)(?:{known.and_})(?!\w)"
    if of_it or clause.is_strange((re.sub(joins, " ", masked),)) or re.search(r"[;:.!?]\s", before):
        return None
    values = [value for value in drawn.values[0] if value is not None]
    some = [drawn.values[0][each.at] or Decimal(0) for each in things]
    share = sum(some, Decimal(0)) * _WHOLE / sum(values, Decimal(0))
    names = " and ".join(f'"{drawn.categories[each.at]}"' for each in things)
    really = f"{names} {'are' if len(things) > 1 else 'is'} {printed(round(share, 1), tag)} %"
    if portion.meets(share, share) or portion.is_surely(share):
        return Verdict(span, True, really) if portion.is_surely(share) else None
    return Verdict(span, False, really)


def _span(portion: Portion, small: str, tag: str) -> slice:
    """Return where a share stands with what bounds it: "nearly half"."""
    sides, near = sides_of(tag), comparing_of(tag)
    bounds = f"{sides.at_least}|{sides.at_most}|{near.nearly.pattern}|{near.about.pattern}"
    before = re.search(
        rf"(?<!\w)(?:{bounds})(?: (?:{sides.articles}))? $", small[: portion.span.start]
    )
    return slice(before.start() if before else portion.span.start, portion.span.stop)
