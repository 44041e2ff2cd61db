"""What sentences claim of the figures in them, reckoned with those beside or set against another:
the shapes that each language fills.

All is searched in words as those of a lexicon are: plain, in small letters or whatever their case,
a figure `FIGURE`.
"""

from __future__ import annotations

import re
from functools import cached_property
from typing import Final

from builder.frozen import dataclass
from builder.language.language import module_of
from builder.language.lexicon import FIGURE

_WORDS: Final = r"(?:[^\W\d_][\w’-]* ){0,2}"  # before a figure: "about", "a mere"
_NAMED: Final = r"(?:[^\W\d_][\w’-]* ){0,4}\(?"  # with what it is of: "costs ("
_UNIT: Final = r"(?: [\w’-]+){0,3}?"  # behind a figure: "homes in spring"
_ENDS: Final = r"(?= ?[.,;:!?)–—]|$)"
_CLOSES: Final = r"(?: ?[.,;:!?)–—]|$)"


@dataclass(frozen=True)
class Reckoned:
    """A language's words for limits, differences, sums and parts, and for what holds verbs back.

    `opens` hold a verb back to the end of its clause ("wurden … gesenkt"), where `closed` and
    `and_` may follow it. `limits` are nouns of what figures are held to (a plan, a budget, a mean),
    `caps` those that are not to be passed; `of` stands before their figure. `under`, `over` and
    `within` stand before such a noun, `passed`, `missed`, `reached` and `kept` are verbs of it,
    `goals` are nouns of what is strived for, `terms` those of a time that is not to be passed;
    `partly` leaves open whether such is kept. `by` makes of another figure what it is passed by.
    `covers` is said of what is enough for something else, `meets` so of the other's own figure,
    `met` of that where `with_` stands before what is enough; `turned` begins a sentence whose
    object stands first. `refused` denies, `maybe` says what only might be. `thus` stands before
    what something has changed by: "that is by".

    `differ` are nouns of a difference, `between` stands before its two figures, `minus` and `plus`
    between them, `sums` before what is added up, `comes_to` before what it comes to, `together`
    between two and what they come to. `takes` are verbs whose object is what something changed by:
    "gains 3, from 5 to 8". `parts` stand
    between a part and its whole, `wholes` between a whole and its part, `unparted` before what
    only seems a part, `joins` between figures that are none: "5 instead of the 3". `same` says that
    nothing has changed, `ever` what is compared with all that was before: "than ever".
    """

    opens: str
    closed: str
    and_: str
    limits: str
    caps: str
    goals: str
    terms: str
    partly: str
    of: str
    under: str
    over: str
    within: str
    passed: str
    missed: str
    reached: str
    kept: str
    by: str
    covers: str
    meets: str
    met: str
    with_: str
    turned: str
    refused: str
    maybe: str
    thus: str
    differ: str
    between: str
    minus: str
    plus: str
    sums: str
    together: str
    takes: str
    comes_to: str
    parts: str
    wholes: str
    unparted: str
    joins: str
    same: str
    ever: str

    @cached_property
    def opened(self) -> re.Pattern[str]:
        """What holds a verb back to the end of its clause."""
        return _whole(self.opens)

    @cached_property
    def closing(self) -> re.Pattern[str]:
        """What may stand between such a verb and the end of its clause."""
        return re.compile(rf"(?: (?:{self.closed})){{0,3}}(?: (?:{self.and_}) |{_CLOSES})")

    @cached_property
    def limit(self) -> re.Pattern[str]:
        """A limit with its figure `goal`; its group `cap` where it is not to be passed, `term`
        where it is a time, `aim` where it is strived for.
        """
        return re.compile(
            rf"(?<![\w-])(?:(?P<cap>{self.caps})|(?:(?P<term>{self.terms})|(?P<aim>{self.goals}))"
            rf"(?![\w-])|{self.limits})(?: (?:{self.of}))? ?\(?{_WORDS}(?P<goal>{FIGURE})"
        )

    @cached_property
    def sides(self) -> re.Pattern[str]:
        """What stands before a limit and says on which side of it a figure is."""
        return re.compile(
            rf"(?<![\w-])(?:(?P<under>{self.under})|(?P<over>{self.over})|(?P<within>{self.within}))"
            r"(?: [\w’-]+){0,3}? ?$"
        )

    @cached_property
    def verbs(self) -> re.Pattern[str]:
        """A verb of limits; its group says of what it is true."""
        return re.compile(
            rf"(?<![\w-])(?:(?P<over>{self.passed})|(?P<under>{self.missed})"
            rf"|(?P<reached>{self.reached})|(?P<within>{self.kept}))(?!\w)"
        )

    @cached_property
    def amount(self) -> re.Pattern[str]:
        """What before a figure says that something is passed by it."""
        return re.compile(rf"(?<!\w)(?:{self.by}) {_WORDS}$")

    @cached_property
    def covering(self) -> re.Pattern[str]:
        """What says that one figure is enough for another."""
        return _whole(self.covers)

    @cached_property
    def meeting(self) -> re.Pattern[str]:
        """What says that one figure is that of the other at least; a participle is `met`."""
        return re.compile(rf"(?<![\w-])(?:(?P<met>{self.met})|(?P<meets>{self.meets}))(?!\w)")

    @cached_property
    def means(self) -> re.Pattern[str]:
        """What stands before the figure that is enough."""
        return re.compile(rf"(?<!\w)(?:{self.with_}) {_WORDS}$")

    @cached_property
    def named(self) -> re.Pattern[str]:
        """What stands before the figure of a noun: "costs of 5"."""
        return re.compile(rf"(?<!\w)(?:{self.of}) {_WORDS}$")

    @cached_property
    def turns(self) -> re.Pattern[str]:
        """What begins a sentence whose object stands first."""
        return re.compile(rf"(?:{self.turned})(?!\w)")

    @cached_property
    def denied(self) -> re.Pattern[str]:
        """What denies."""
        return _whole(self.refused)

    @cached_property
    def left_open(self) -> re.Pattern[str]:
        """What leaves open whether a goal is reached."""
        return _whole(self.partly)

    @cached_property
    def supposed(self) -> re.Pattern[str]:
        """What says what only might be."""
        return _whole(self.maybe)

    @cached_property
    def unchanged(self) -> re.Pattern[str]:
        """What says that nothing has changed."""
        return _whole(self.same)

    @cached_property
    def so(self) -> re.Pattern[str]:
        """What stands before what something has changed by."""
        return re.compile(rf"(?<!\w)(?:{self.thus}) {_WORDS}$")

    @cached_property
    def differences(self) -> tuple[re.Pattern[str], ...]:
        """What says by how much two figures differ, `third`, in words `said`."""
        first, last = f"(?P<first>{FIGURE})", f"(?P<last>{FIGURE})"
        end = rf"{_UNIT},? (?:{self.comes_to}) {_WORDS}(?P<third>{FIGURE}){_ENDS}"
        return (
            re.compile(
                rf"(?<![\w-])(?P<said>{self.differ})(?: [\w’-]+){{0,4}}? (?:{self.between}) "
                rf"{_NAMED}{first}\)?(?: [\w’-]+){{0,5}}? (?:{self.and_}) {_NAMED}{last}\)?{end}"
            ),
            re.compile(rf"{first} (?P<said>{self.minus}) {last}{end}"),
        )

    @cached_property
    def totals(self) -> tuple[re.Pattern[str], ...]:
        """What says what two figures come to, `third`, in words `said`."""
        first, last = f"(?P<first>{FIGURE})", f"(?P<last>{FIGURE})"
        end = rf"{_UNIT},? (?:{self.comes_to}) {_WORDS}(?P<third>{FIGURE}){_ENDS}"
        return (
            re.compile(rf"(?<![\w-])(?P<said>{self.sums}) {first} (?:{self.and_}) {last}{end}"),
            re.compile(rf"{first} (?P<said>{self.plus}) {last}{end}"),
            re.compile(
                rf"{first}\)?(?: [\w’-]+){{0,4}}?,? (?:{self.and_}) (?:[\w’-]+ ){{0,6}}?"
                rf"\(?{last}\)?(?: [\w’-]+){{0,2}}? (?P<said>{self.together}) {_WORDS}"
                rf"(?P<third>{FIGURE})"
            ),
        )

    @cached_property
    def taken(self) -> re.Pattern[str]:
        """A verb with what something changed by: "gains 3"."""
        return re.compile(
            rf"(?<![\w-])(?P<said>{self.takes}) {_WORDS}(?P<third>{FIGURE})"
            r"(?: [\w’-]+){0,3}?,? ?$"
        )

    @cached_property
    def shares(self) -> tuple[re.Pattern[str], ...]:
        """What calls one figure, `part`, a part of another, `whole`, in words `said`."""
        part, whole = f"(?P<part>{FIGURE})", f"(?P<whole>{FIGURE})"
        return (
            re.compile(rf"{part}(?: (?!(?:{self.joins}) )[\w’-]+)? (?P<said>{self.parts}) {whole}"),
            re.compile(rf"{whole}{_UNIT},? \(?(?P<said>{self.wholes}) {_WORDS}{part}"),
        )

    @cached_property
    def no_part(self) -> re.Pattern[str]:
        """What stands before a figure that only seems a part: "rose to 8 of …"."""
        return re.compile(rf"(?<!\w)(?:{self.unparted}) {_WORDS}$")


@dataclass(frozen=True)
class Comparing:
    """A language's ways to compare that need another look than its `compared` words.

    `laws` say how two things go together, "the farther, the rarer": they compare in a title over
    figures, and in a sentence that shows it by figures behind a colon or in brackets. `equalled`
    are verbs that name a figure's own value ("equals"); `bounded` those that say so of what is
    `inexact`, an error or a difference: "the error does not exceed". `alike` are words of
    sameness, `main` of the greatest part ("the lion's share", "the main payer"), `small` of a
    small gap; `passed` and `reached` say so of a goal, `nearly` stands before what is not quite
    so. `major` are the words of `main` that say more than half; the others are true of the greatest
    of many parts. `of` stands between a part and its whole: "5 of 8". `given` stands before figures
    for which something is the same, "for 5 stops and for 12"; `earlier` beside one that stood
    before: "90 now, after 70". `beaten` says of a goal that it was passed, be it upwards or
    downwards. `either` stands between two numbers in words that bound something, "three to four
    times"; `lasting` behind a share in words that says how long: "a quarter of a century".

    `folded` are number words that say a factor by themselves ("twice", "sevenfold"), `times` what
    stands behind others; `more`, `about` and `less` stand before a factor that is above, near or
    below what is said. `most` and `least` are superlatives of more and of less; `negated` are words
    of a figure that counts what is not so.
    """

    laws: re.Pattern[str]
    equalled: re.Pattern[str]
    bounded: re.Pattern[str]
    inexact: re.Pattern[str]
    alike: re.Pattern[str]
    main: re.Pattern[str]
    small: re.Pattern[str]
    passed: re.Pattern[str]
    reached: re.Pattern[str]
    nearly: re.Pattern[str]
    of: str
    folded: re.Pattern[str]
    times: str
    more: re.Pattern[str]
    about: re.Pattern[str]
    less: re.Pattern[str]
    most: re.Pattern[str]
    least: re.Pattern[str]
    negated: re.Pattern[str]
    major: str
    given: str
    earlier: str
    beaten: str
    either: str
    lasting: str

    @property
    def relations(self) -> tuple[re.Pattern[str], ...]:
        """Return what compares, in prose and in titles, besides the words of a lexicon."""
        return self.alike, self.main, self.small, self.passed, self.reached


def reckoned_of(tag: str) -> Reckoned:
    """Return the lists of a BCP 47 tag's language; only its module is loaded."""
    reckoned: Reckoned = module_of(tag, "claims").RECKONED
    return reckoned


def comparing_of(tag: str) -> Comparing:
    """Return the lists of a BCP 47 tag's language; only its module is loaded."""
    comparing: Comparing = module_of(tag, "claims").COMPARING
    return comparing


def _whole(words: str) -> re.Pattern[str]:
    return re.compile(rf"(?<![\w-])(?:{words})(?!\w)")
