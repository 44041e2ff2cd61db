"""What stands around years in all languages: turns of phrase, whose shape each language's words
fill; titles, which are no sentences; and chains, years of a list or a span, which share one fate.

"2021, a cool summer, had", "(opened 2019)", "only 2022 was hotter", "hotter than 2018", "2018: a
hot year", "that 2020 was a year apart", "compares 2025 with 2015". Nothing in them counts, whatever
words of number stand before. In titles it is so of "2025: the turn" and "Looking back at 2024".

Of chains, candidates are taken, lists and spans of them yielded.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache, cached_property
from typing import Final

from builder.frozen import dataclass
from builder.language.years import Candidate

FIGURE: Final = "\ufffc"

_ROUNDED: Final = 50
_NEAR: Final = 60  # characters
_CLOSES: Final = r" ?(?:$|[.,;:!?…)»](?! ?\d))"
_QUOTED: Final = r"[“\"„«»‹] ?(?-i:(?:[^“”\"„«»\d]* )?[^\W\d_a-zа-яіїєґäöüéèêàç][\w'-]*) "
_OPENS: Final = r"(?:^|[.!?…:;–—] )[\"“„«(]*"

_SENTENCE: Final = re.compile(r"[.!…][\"”»)]* *$")
_LONGEST: Final = 90  # characters of a title
_ENDS: Final = r" *(?:$|\?|[\"”»)]| ?[:–—|] ?[^\W\d])"


@dataclass(frozen=True)
class Turns:
    """A language's words in turns of phrase, alternatives of patterns.

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
    long ago: "burnt down in 1912", and `since` stands before a year that may be as long ago:
    "dates from 1912". `arrives` leads from the year in which an amount changed to what it came to:
    "rose in 2024 to 2030". `of_one` is what no count can have behind it: «1814 року».
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
    since: str
    arrives: str
    of_one: str = "(?!)"

    @cached_property
    def _pairs(self) -> tuple[tuple[re.Pattern[str], re.Pattern[str]], ...]:
        """What stands before and behind a year."""
        goes_on = rf"{_CLOSES}| (?:{self.one})(?!\w)"
        return tuple(
            (re.compile(rf"(?:{left})$", re.IGNORECASE), re.compile(right, re.IGNORECASE))
            for left, right in (
                (_OPENS, rf", (?:{self.aside}) [^.,;:!?()]{{1,50}}, [^\W\d]"),
                (_OPENS, rf" ?(?:[:–—]|- )(?: {FIGURE}|[^.!?]*(?<!\w)(?:{self.seasons})(?!\w))"),
                (rf"(?:{_OPENS}|[(,;] ?)(?:{self.made}) ", _CLOSES),
                # "2023: 5, 2024: 8", "5 (2024: 8)"; "Miller et al. 2023, p. 12".
                (rf"(?:{FIGURE}[,;] |{FIGURE}(?: [^\W\d_]+)? \()", rf" ?: ?{FIGURE}"),
                (r"(?<!\w)(?:et al|та ін|u\. ?a)\.,? \(?", rf"{_CLOSES}|\)"),
                (r"[(,;] ?", rf" (?:{self.made})(?=[),;])"),
                (_OPENS, rf" (?:{self.made})(?=,)"),
                (rf"{_OPENS}(?:{self.only}) ", rf" (?:{self.one})(?!\w)"),
                (rf"{_OPENS}(?:{self.given}) ", rf",? (?:{self.then})(?!\w)"),
                (_QUOTED, r" ?[”“»«\"]"),
                (r"", rf" (?:{self.one}) (?:[\w'-]+ ){{0,2}}(?:{self.seasons})(?!\w)"),
                (rf"(?<!\w)(?:{self.compares}) ", _CLOSES),
                (rf"(?<!\w)(?:{self.compares}) \d{{4}} (?:{self.beside}) ", _CLOSES),
                (rf"(?<!\w)(?:{self.hotter}) ", goes_on),
                (
                    rf"{_OPENS}(?:[^\W\d_]+ ){{0,2}}\d{{4}}(?: [^\W\d_]+)? (?:{self.one})"
                    rf"(?: (?!{self.more})[^\W\d_]+){{0,2}}? (?:{self.than}) ",
                    _CLOSES,
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
            re.compile(rf"(?<!\w)(?:{done}(?: (?:{self.within}))?|{self.since}) $", re.IGNORECASE),
            re.compile(rf" (?:{done}|{self.of_one})(?!\w)", re.IGNORECASE),
        )

    @cached_property
    def _done_after(self) -> tuple[tuple[re.Pattern[str], re.Pattern[str]], ...]:
        """What stands around another year of such a list: "built 1911, looted 1945"."""
        done, more = (
            rf"(?:{self.made}|{self.founded}|{self.since})",
            r"(?:,|,? (?:und|and|et|і|й|та))",
        )
        year, word = r"\d{4}(?: року|-го)?", r"[^\W\d_]+"
        within = rf"(?:(?:{self.within}) )?"
        return tuple(
            (re.compile(rf"(?<!\w){before} $", re.IGNORECASE), re.compile(behind, re.IGNORECASE))
            for before, behind in (
                (rf"{year} {done}(?:, {year} {word})*{more}", rf" {word}(?=[,.;]| (?:und|й|і) )"),
                (
                    rf"{done} {within}{year}(?:, {word} {within}{year})*{more} {word}"
                    rf"(?: (?:{self.within}))?",
                    r"(?=[,.;]| (?:and|et) )",
                ),
            )
        )

    @cached_property
    def arrived(self) -> re.Pattern[str]:
        """What stands before an amount to which something changed in a year."""
        return re.compile(rf"(?<!\w)(?:{self.arrives}) $", re.IGNORECASE)

    def is_made(self, words: str, year: slice) -> bool:
        """Return whether something was made in a year, as words beside it say."""
        before, behind = self._done_once
        head = words[max(year.start - _NEAR, 0) : year.start]
        listed = any(
            one.search(head) and other.match(words, year.stop) for one, other in self._done_after
        )
        return bool(listed or before.search(head) or behind.match(words, year.stop))

    def tells(self, left: str, right: str, rises: bool) -> bool:
        """Return whether what stands around digits makes a year of them, or a span that rises."""
        if rises and self._mean[0].search(left) and self._mean[1].match(right):
            return True
        pairs = (*self._pairs, *self._done_after)
        return any(before.search(left) and after.match(right) for before, after in pairs)


@dataclass(frozen=True)
class Chain:
    """Candidates that share one fate: the years of a list or a span.

    `spans` says that the words between two of them lead from the one to the other.
    """

    members: tuple[Candidate, ...]
    spans: bool = False

    @property
    def start(self) -> int:
        """Where the first begins."""
        return self.members[0].start

    @property
    def stop(self) -> int:
        """Where the last ends."""
        return self.members[-1].stop

    @property
    def many(self) -> bool:
        """Whether several years are named."""
        return len(self.members) > 1 or self.members[0].many

    @property
    def rises(self) -> bool:
        """Whether it leads from an earlier year to a later one."""
        leads = self.spans or len(self.members) == 1
        return leads and self.members[0].years[0] < self.members[-1].years[-1]

    @property
    def rounded(self) -> bool:
        """Whether any is as round as counts are where they are guessed: 2000, 2050."""
        return any(year % _ROUNDED == 0 for each in self.members for year in each.years)

    @property
    def lists(self) -> bool:
        """Whether it names years one by one, in their order: 2018, 2019 and 2022."""
        years = [each.years[0] for each in self.members]
        return len(years) > 1 and not self.spans and years == sorted(set(years))

    @property
    def falls(self) -> bool:
        """Whether it leads from a later year to an earlier one, as counts may and years do not."""
        return self.spans and not self.rises


def in_title(whole: str, left: str, right: str, turns: Turns) -> bool:
    """Return whether digits of a text that is no sentence are a year's.

    `left` and `right` are what stands around them. Nothing is counted by a number that begins a
    title and is parted from it, nor where one looks back at it, asks why it matters, or holds it
    against another.
    """
    if len(whole) > _LONGEST or _SENTENCE.search(whole):
        return False
    return any(before.search(left) and after.match(right) for before, after in _in_titles(turns))


def chains(
    words: str, found: tuple[Candidate, ...], joint: re.Pattern[str], leads: re.Pattern[str]
) -> Iterator[Chain]:
    """Yield the candidates, those together that only a `joint` parts; one that `leads` spans."""
    held: list[Candidate] = []
    joints: list[str] = []
    for candidate in found:
        if held:
            between = words[held[-1].stop : candidate.start]
            if joint.fullmatch(between):
                joints.append(between)
            else:
                yield _chain(held, joints, leads)
                held, joints = [], []
        held.append(candidate)
    if held:
        yield _chain(held, joints, leads)


@cache
def _in_titles(turns: Turns) -> tuple[tuple[re.Pattern[str], re.Pattern[str]], ...]:
    opens, against = r"^[\"“„«(]*", rf"(?:{turns.against})"
    return tuple(
        (re.compile(rf"{before}$", re.IGNORECASE), re.compile(after, re.IGNORECASE))
        for before, after in (
            (opens, r" ?[:–—] (?=[\"“„«]?[^\W\d_])"),
            (rf"(?<!\w)(?:{turns.looks}) ", _ENDS),
            (rf"{opens}(?:{turns.asks}) ", rf" (?:{turns.matters}|{turns.one})(?!\w)"),
            (rf"(?:[^\W_]|{FIGURE})[)\"”»]?, ", rf"(?:{_ENDS}|, [^\W\d_])"),
            (
                rf"^(?:[^\W\d_][^.;:!?]* )?(?!{turns.bare})[a-zà-ÿа-яіїєґ]{{3,}} ",
                rf"(?:{_ENDS}|, [^\W\d_])",
            ),
            (opens, rf" {against} \d{{4}}{_ENDS}"),
            (rf"{opens}\d{{4}} {against} ", _ENDS),
        )
    )


def _chain(held: list[Candidate], joints: list[str], leads: re.Pattern[str]) -> Chain:
    return Chain(tuple(held), len(joints) == 1 and bool(leads.fullmatch(joints[0])))


_ITS_FIGURE: Final = re.compile(rf" \({FIGURE}+\)")
_FIRST_OF_TWO: Final = re.compile(rf"(?<!\d)\d{{4}} \({FIGURE}+\)(?P<joint>[^\d(]{{1,9}})$")
_SECOND_OF_TWO: Final = re.compile(
    rf" \({FIGURE}+\)(?P<joint>[^\d(]{{1,9}})(?=\d{{4}} \({FIGURE}+\))"
)


def is_paired(
    left: str, right: str, joint: re.Pattern[str], likened: re.Pattern[str] | None
) -> bool:
    """Return whether it is one of two that have their figures behind them, "between 2018 (5) and
    2025 (8)", or one to which something is likened so: "more than 2018 (5)".
    """
    if not _ITS_FIGURE.match(right):
        return False
    for found in (_FIRST_OF_TWO.search(left), _SECOND_OF_TWO.match(right)):
        if found is not None and joint.fullmatch(found["joint"]):
            return True
    return likened is not None and likened.search(left) is not None
