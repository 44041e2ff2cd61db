"""What tells that something went from one figure to another: the shape that each language fills.

All is searched in words as those of a lexicon are: plain, in small letters, a figure `FIGURE`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cached_property
from typing import Final, NamedTuple

from builder.frozen import dataclass
from builder.language.language import module_of
from builder.language.lexicon import FIGURE

_WORDS: Final = r"(?:[^\W\d_][\w’-]* ){0,2}"  # before a figure: "about", "a mere"
_WITHIN: Final = rf"[^.;:!?{FIGURE}]{{0,60}}"
_UNIT: Final = r"(?: [\w’-]+){0,3}?"  # behind a figure: "homes in spring"
_FEW: Final = re.compile(r"(?: [\w’-]+){0,3}")
_ENDS: Final = r"(?= ?[.,;:!?)–—]|$)"


class Turn(NamedTuple):
    """Words before a figure and before the next that say which way the second is from it."""

    start: str
    end: str
    rises: bool


def _led(start: str, end: str) -> str:
    before, last = rf"(?<!\w)(?:{start}) {_WORDS}", rf"(?<!\w)(?:{end}) {_WORDS}"
    return rf"{before}(?P<first>{FIGURE}){_WITHIN}{last}(?P<last>{FIGURE})"


@dataclass(frozen=True)
class Courses:
    """A language's verbs and nouns of rising and falling, and what leads from figure to figure.

    `neither` are the verbs that say no way: "went from 5 to 8". `start` stands before the first
    figure, `end` before the last, `by` before what it changed by, `by_times` before how many times,
    `then` right behind the last; `comes_to` does so after one of the `nouns` of change: "the rise
    from 5 to 8 is 3". `more` and `less` stand behind what it changed by, or alone; `than` is what
    compares by them, and `of` makes a share of something else of a figure. `also` are other words
    that lead from one to the next, where there is no verb: "instead of 5 there are 8"; `back` leads
    from the last to the first. `article` begins what is added: "8, a rise". `manner` is what may
    stand between a verb and the course that it is surely said of: "fell sharply from 8 to 5".
    `turns` say which way by themselves: "it was 5 and is now only 3". `amounts` stand right before
    what can only be above zero ("is short of 3"), `besides` right behind it ("3 more"), `wants` are
    nouns that measure such a one ("the overrun is 3"). `ranges` stand before the first and the last
    figure of a range, `exceeds` behind a multiple above one ("3 times higher"). `span` and
    `between` do so where the first prints no unit: "9 to 5 decibels"; `unranged` begin words that
    make a course, a score, a ratio or a distance of these, and `counts_down` stands behind what
    does so. `multiple` is a number in words that says how many times as much: "five times more".
    `over` stands before the first figure where it is named behind the last: "fell to 5, against 8";
    `was` before the two where each has its time: "it was 8, now it is 5". `factors` are words that
    say how many times it changed, `above` and `nearly` what stands before such a word: "more than
    doubled"; `idle` begins one that says nothing of how many there are: "doubled their efforts".
    `denies` makes a verb beside it one of what is not, or only might be, `aims` is one of what is
    only to be done; `how_much` begins a label that says by how much something changed.
    """

    rises: str
    falls: str
    neither: str
    start: str
    end: str
    by: str
    then: str
    comes_to: str
    nouns: str
    more: str
    less: str
    than: str
    of: str
    denies: str
    article: str
    manner: str
    also: tuple[tuple[str, str], ...]
    back: str
    turns: tuple[Turn, ...]
    amounts: str
    besides: str
    wants: str
    ranges: tuple[tuple[str, str], ...]
    span: tuple[str, str]
    between: tuple[str, str]
    unranged: str
    counts_down: str
    multiple: str
    exceeds: str
    over: str
    was: tuple[tuple[str, str], ...]
    factors: tuple[tuple[str, int], ...]
    idle: str
    above: str
    nearly: str
    by_times: str = "(?!)"
    how_much: str = "(?!)"
    aims: str = "(?!)"

    @cached_property
    def led(self) -> re.Pattern[str]:
        """What leads from a figure `first` to a `last`, and what it says that it changed by."""
        return re.compile(
            rf"(?:(?<!\w)(?:{self.by}) {_WORDS}(?P<before>{FIGURE})(?: [\w’-]+){{0,3}},? )?"
            + _led(self.start, self.end)
        )

    @cached_property
    def leading(self) -> tuple[re.Pattern[str], ...]:
        """All that leads from a `first` to a `last`, in whatever order they stand."""
        never = r"(?P<before>(?!))?"
        return (
            self.led,
            re.compile(
                rf"{never}(?<!\w)(?:{self.end}) {_WORDS}(?P<last>{FIGURE})"
                rf"{_UNIT}[,;]? \(?(?:{self.over}) {_WORDS}(?P<first>{FIGURE})"
            ),
            *(
                re.compile(never + _led(start, end))
                for start, end in (*self.was, *(each for each in self.also if each[0]))
            ),
            re.compile(
                rf"{never}(?P<last>{FIGURE}){_UNIT},? (?:{self.back}) {_WORDS}(?P<first>{FIGURE})"
            ),
        )

    @cached_property
    def multiples(self) -> re.Pattern[str]:
        """A word that says how many times something changed: its group is `by` and the number."""
        ways = "|".join(f"(?P<by{times}>{words})" for words, times in self.factors)
        return re.compile(
            rf"(?<![\w-])(?:(?P<above>{self.above}) |(?P<nearly>{self.nearly}) )?(?:{ways})(?!\w)"
        )

    @cached_property
    def ended(self) -> re.Pattern[str]:
        """What stands between a word of change and the figure that it leads to: "up to 8"."""
        return re.compile(rf" (?:{self.end}) {_WORDS}$")

    @cached_property
    def led_on(self) -> re.Pattern[str]:
        """What stands behind a word of change that has a figure of its own: "rose then to 7"."""
        return re.compile(rf"(?: [^\W\d_][\w’-]*)? (?:{self.end}) {_WORDS}{FIGURE}")

    @cached_property
    def limited(self) -> re.Pattern[str]:
        """What measures a change by another: "rose less than expected"."""
        return re.compile(rf"^(?: \w+)? (?:{self.more}|{self.less})(?!\w)")

    @cached_property
    def others(self) -> tuple[re.Pattern[str], ...]:
        """What leads so without a verb."""
        return (
            *(
                re.compile(
                    (rf"(?<!\w)(?:{start}) {_WORDS}" if start else "")
                    + rf"(?P<first>{FIGURE}){_WITHIN}(?<!\w)(?:{end}) {_WORDS}(?P<last>{FIGURE})"
                )
                for start, end in self.also
            ),
            re.compile(rf"(?P<last>{FIGURE}){_UNIT},? (?:{self.back}) {_WORDS}(?P<first>{FIGURE})"),
        )

    @cached_property
    def turned(self) -> tuple[tuple[re.Pattern[str], bool], ...]:
        """What says which way by itself, as its group `way`, and whether that is up."""
        return tuple(
            (re.compile(_led(start, f"(?P<way>{end})")), rises) for start, end, rises in self.turns
        )

    @cached_property
    def said(self) -> re.Pattern[str]:
        """A word of change; its group says which way."""
        return re.compile(
            rf"(?<![\w-])(?:(?P<rises>{self.rises})|(?P<falls>{self.falls})"
            rf"|(?P<neither>{self.neither}))(?!\w)"
        )

    @cached_property
    def change(self) -> re.Pattern[str]:
        """What says how much it changed by, behind the last figure: ", a rise of 3"."""
        return re.compile(
            rf"[^.;:!?{FIGURE}]{{0,50}}(?<!\w)(?:{self.by}) {_WORDS}(?P<after>{FIGURE})"
        )

    @cached_property
    def told(self) -> re.Pattern[str]:
        """What says so right behind the last figure: ", up 3", " (3 more)"."""
        way = rf"(?:(?P<rises>{self.more})|(?P<falls>{self.less}))(?!\w|(?:{self.than})(?!\w))"
        return re.compile(
            rf"{_UNIT},? \(?(?:(?:(?P<then>{self.then}) "
            rf"|[+] ?){_WORDS}(?P<after>{FIGURE})(?! (?:{self.of})(?!\w))(?: {way})?"
            rf"|{_WORDS}(?P<by>{FIGURE}) {way.replace('P<', 'P<by_')})"
        )

    def around(self, words: str, at: int) -> Iterator[re.Match[str]]:
        """Yield words of change beside a figure: "rose by 3", "by 3 higher", "3 more"."""
        clause = max(0, *(words.rfind(mark, 0, at) for mark in f".;:!?{FIGURE}"))
        if self._by.search(words, clause, at):
            yield from list(self.said.finditer(words, clause, at))[-1:]
            yield from self.said.finditer(words, at + 1, next(_FEW.finditer(words, at + 1)).end())
        beside = self._beside.match(words, at + 1)
        if beside:
            yield beside

    @cached_property
    def _by(self) -> re.Pattern[str]:
        by = rf"{self.by}|{self.by_times}|(?:{self.nouns}) (?:{self.comes_to})"
        return re.compile(rf"(?<!\w)(?:{by}) {_WORDS}$")

    @cached_property
    def _beside(self) -> re.Pattern[str]:
        return re.compile(rf"(?: [\w’-]+)? (?:(?P<rises>{self.more})|(?P<falls>{self.less}))(?!\w)")

    @cached_property
    def denied(self) -> re.Pattern[str]:
        """What stands before a verb of what is not so."""
        return re.compile(rf"(?<!\w)(?:{self.denies})(?!\w)(?: [\w’-]+){{0,2}} ?$")

    @cached_property
    def amounted(self) -> re.Pattern[str]:
        """What says so behind a noun of change: "the rise from 5 to 8 is 3"."""
        return re.compile(rf"{_UNIT},? (?:{self.comes_to}) {_WORDS}(?P<after>{FIGURE}){_ENDS}")

    @cached_property
    def beside(self) -> re.Pattern[str]:
        """What stands between a verb and its course: nothing, or how it went."""
        return re.compile(rf"[ :—–,]*(?:(?:{self.manner})[ :—–,]*)*")

    @cached_property
    def named(self) -> re.Pattern[str]:
        """A noun of change."""
        return re.compile(self.nouns)

    @cached_property
    def added(self) -> re.Pattern[str]:
        """What is added behind the last figure without a figure of its own: ", a rise"."""
        return re.compile(
            rf"{_UNIT},? (?:(?:{self.then}) )?(?:(?P<rises>{self.more})"
            rf"|(?P<falls>{self.less})){_ENDS}"
            rf"|{_UNIT},? (?:{self.article})(?:(?P<up>{self.rises})|(?P<down>{self.falls})){_ENDS}"
        )

    @cached_property
    def amount(self) -> re.Pattern[str]:
        """What says that a figure beside it is an amount, which has no sign; one of the groups."""
        return re.compile(
            rf"(?<![\w-])(?P<before>{self.amounts}) (?P<first>{FIGURE})"
            rf"|(?P<last>{FIGURE})(?= (?P<behind>{self.besides})(?!\w))"
            rf"|(?<![\w-])(?P<noun>{self.wants})(?: [\w’'-]+){{0,3}}"
            rf"(?: (?:{self.comes_to})| ?[:–—-]) (?P<measured>{FIGURE})"
        )

    @cached_property
    def ranged(self) -> tuple[re.Pattern[str], ...]:
        """What makes a range of a figure `first` and a `last`: "ranges from 5 to 8"."""
        first, last = f"(?P<first>{FIGURE})", f"(?P<last>{FIGURE})"
        return tuple(
            re.compile(rf"(?<![\w-])(?:{start}) {first}(?: [^\W\d_][\w’-]*)? (?:{end}) {last}")
            for start, end in self.ranges
        )

    @cached_property
    def spanned(self) -> tuple[re.Pattern[str], re.Pattern[str]]:
        """What makes a range of figures where no verb says so, `start` before the first."""
        (start, end), (between, and_) = self.span, self.between
        first, last = f"(?P<first>{FIGURE})", f"(?P<last>{FIGURE})"
        return (
            re.compile(rf"(?:(?<![\w-])(?P<start>{start}) ?)?{first} (?:{end}) {last}"),
            re.compile(rf"(?<![\w-])(?P<start>{between}) {first} (?:{and_}) {last}"),
        )

    @cached_property
    def off_range(self) -> re.Pattern[str]:
        """What makes something else of them."""
        return re.compile(rf"(?<![\w-])(?:{self.unranged})")

    @cached_property
    def counted_down(self) -> re.Pattern[str]:
        """What is behind numbers that run downwards: "9–5 days before"."""
        return re.compile(rf"(?: [\w’-]+){{0,3}} (?:{self.counts_down})(?!\w)")

    @cached_property
    def times(self) -> re.Pattern[str]:
        """A multiple in words."""
        return re.compile(rf"(?:{self.multiple})")

    @cached_property
    def multiplied(self) -> re.Pattern[str]:
        """What stands behind a multiple that is above one: "3 times higher"."""
        return re.compile(rf"(?P<times>{FIGURE}) (?P<behind>{self.exceeds})(?!\w)")


def courses_of(tag: str) -> Courses:
    """Return the lists of a BCP 47 tag's language; only its module is loaded."""
    courses: Courses = module_of(tag, "claims").COURSES
    return courses
