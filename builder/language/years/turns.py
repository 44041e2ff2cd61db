"""Turns of phrase around years that all languages have: the shape that each language's words fill.

"2021, a cool summer, had", "(opened 2019)", "only 2022 was hotter", "hotter than 2018", "2018: a
hot year", "that 2020 was a year apart", "compares 2025 with 2015". Nothing in them counts, whatever
words of number stand before.
"""

from __future__ import annotations

import re
from functools import cached_property
from typing import Final

from builder.frozen import dataclass

_NEAR: Final = 60  # characters
FIGURE: Final = "\ufffc"
_CLOSES: Final = r" ?(?:$|[.,;:!?…)»](?! ?\d))"
_QUOTED: Final = r"[“\"„«‹] ?(?-i:(?:[^“”\"„«»\d]* )?[^\W\d_a-zа-яіїєґäöüéèêàç][\w'-]*) "
_OPENS: Final = r"(?:^|[.!?…:;–—] )[\"“„«(]*"


@dataclass(frozen=True)
class Turns:
    """A language's words in them, alternatives of patterns.

    `seasons` are times that years are named by ("summer"), `made` what is done once ("opened
    in"), `one` verbs of one thing ("was"), which no count of many has, `only` what stands before a
    year that is one of few, `aside` what begins an apposition ("a", "the"), `hotter` what compares
    and counts nothing ("hotter than"), `more` what compares counts ("more than"), `mean` what is
    taken over years ("the mean of"), `like` what stands before a list of them ("as in"), `given`
    what opens a sentence about a year ("for") and `then` how that goes on ("there are no data").
    `compares` are verbs that take two years, `beside` stands between these ("with"). `than` stands
    between two of which one is worse ("2024 was worse than 2019"), `within` before the first where
    something else is ("more in 2024 than 2019"). In titles, `looks` stands before a year ("looking
    back at"), `asks` and `matters` around one ("why … matters"), `against` between two, and no word
    of `bare` before one at its end ("Mean rent 2022"). `founded` is what is done once as well, and
    long ago: "burnt down in 1912". `arrives` leads from the year in which an amount changed to what
    it came to: "rose in 2024 to 2030".
    """

    seasons: str
    made: str
    one: str
    only: str
    aside: str
    hotter: str
    more: str
    mean: str
    like: str
    given: str
    then: str
    compares: str
    beside: str
    than: str
    within: str
    looks: str
    asks: str
    matters: str
    against: str
    bare: str
    founded: str
    arrives: str

    @cached_property
    def _pairs(self) -> tuple[tuple[re.Pattern[str], re.Pattern[str]], ...]:
        """What stands before and behind a year."""
        goes_on = rf"{_CLOSES}| (?:{self.one})(?!\w)"
        return tuple(
            (re.compile(rf"(?:{left})$", re.IGNORECASE), re.compile(right, re.IGNORECASE))
            for left, right in (
                (_OPENS, rf", (?:{self.aside}) [^.,;:!?()]{{1,50}}, [^\W\d]"),
                (_OPENS, rf" ?(?:[:–—]|- )(?: {FIGURE}|[^.!?]*(?<!\w)(?:{self.seasons})(?!\w))"),
                (rf"(?<!\w)(?:{self.seasons})(?: [\w'-]+){{0,3}}, ", r", (?! ?\d)"),
                (rf"(?:{_OPENS}|[(,;] ?)(?:{self.made}) ", _CLOSES),
                # "2023: 5, 2024: 8"; "Miller et al. 2023, p. 12".
                (rf"{FIGURE}[,;] ", rf" ?: ?{FIGURE}"),
                (r"(?<!\w)(?:et al|та ін|u\. ?a)\.,? \(?", rf"{_CLOSES}|\)"),
                (r"[(,;] ?", rf" (?:{self.made})(?=[),;])"),
                (_OPENS, rf" (?:{self.made})(?=,)"),
                (rf"{_OPENS}(?:{self.only}) ", rf" (?:{self.one})(?!\w)"),
                (rf"{_OPENS}(?:{self.given}) ", rf",? (?:{self.then})(?!\w)"),
                (_QUOTED, r" ?[”“»\"]"),
                (r"", rf" (?:{self.one}) (?:[\w'-]+ ){{0,2}}(?:{self.seasons})(?!\w)"),
                (rf"{_OPENS}[^\W\d_][\w'-]*(?: [\w'-]+){{0,4}}, ", r" ?[:–—](?= [^\W\d])"),
                (rf"(?<!\w)(?:{self.compares}) ", rf" (?:{self.beside}) \d{{4}}(?:{_CLOSES})"),
                (rf"(?<!\w)(?:{self.compares}) ", _CLOSES),
                (rf"(?<!\w)(?:{self.compares}) \d{{4}} (?:{self.beside}) ", _CLOSES),
                (rf"(?<!\w)(?:{self.hotter}) ", goes_on),
                (
                    rf"{_OPENS}(?:[^\W\d_]+ ){{0,2}}\d{{4}}(?: [^\W\d_]+)? (?:{self.one})"
                    rf"(?: (?!{self.more})[^\W\d_]+){{0,2}}? (?:{self.than}) ",
                    _CLOSES,
                ),
                (rf"(?<!\w)(?:{self.within}) \d{{4}},? (?:{self.than}) ", _CLOSES),
                (
                    rf"(?<!\w)(?:{self.more}|{self.hotter}) ",
                    rf" \([^()0-9]*{FIGURE}[^()0-9]*\)(?= ?[.,;:!?]|$)",
                ),
            )
        )

    @cached_property
    def _mean(self) -> tuple[re.Pattern[str], re.Pattern[str]]:
        left = re.compile(rf"(?<!\w)(?:{self.mean}) $", re.IGNORECASE)
        return left, re.compile(rf"{_CLOSES}| (?:{self.one})(?!\w)", re.IGNORECASE)

    @cached_property
    def lists(self) -> re.Pattern[str]:
        """What stands before a list of years, or nothing: "as in 2018, 2019 and 2022"."""
        return re.compile(rf"{_OPENS}$|(?<!\w)(?:{self.like}) $", re.IGNORECASE)

    @cached_property
    def _done_once(self) -> tuple[re.Pattern[str], re.Pattern[str]]:
        done = rf"(?:{self.made}|{self.founded})"
        return (
            re.compile(rf"(?<!\w){done}(?: (?:{self.within}))? $", re.IGNORECASE),
            re.compile(rf" {done}(?!\w)", re.IGNORECASE),
        )

    @cached_property
    def arrived(self) -> re.Pattern[str]:
        """What stands before an amount to which something changed in a year."""
        return re.compile(rf"(?<!\w)(?:{self.arrives}) $", re.IGNORECASE)

    def is_made(self, words: str, year: slice) -> bool:
        """Return whether something was made in a year, as words beside it say."""
        before, behind = self._done_once
        head = words[max(year.start - _NEAR, 0) : year.start]
        return bool(before.search(head) or behind.match(words, year.stop))

    def tells(self, left: str, right: str, rises: bool) -> bool:
        """Return whether what stands around digits makes a year of them, or a span that rises."""
        if rises and self._mean[0].search(left) and self._mean[1].match(right):
            return True
        return any(before.search(left) and after.match(right) for before, after in self._pairs)
