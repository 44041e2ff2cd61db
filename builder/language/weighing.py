"""Words that set one figure against another in the same sentence: the shape each language fills.

All is searched in words as those of a lexicon are: plain, in small letters, a figure `FIGURE`.
"""

from __future__ import annotations

import re
from functools import cached_property
from typing import Final

from builder.frozen import dataclass
from builder.language.language import module_of
from builder.language.lexicon import FIGURE

_WORDS: Final = r"(?:[^\W\d_][\w’-]* ){0,2}"  # before a figure: "about", "a mere"


@dataclass(frozen=True)
class Weighing:
    """A language's words of more and less between two.

    `more` says that what it is said of has the greater figure, `less` the smaller one, `than`
    stands before the other; verbs stand right before it. `against` stands between two figures of
    which the first is of what the sentence is about: "8 against 5". `now` says that a figure is
    of today, `once` that it is of before, `denies` that something is not so, or only might be.
    `times` stands behind the number of times, `over` before a share that is passed;
    `whereas` sets what was against what is, `but` one thing against another.

    `above` and `below` stand between a figure and another on that side of which it is, as do the
    verbs `exceeds` and `misses`, and `risen` and `fallen`, which may stand before both; `leads` and
    `trails` say so of who is ahead, `slower` and `faster` of times, `reaches` where it is denied.
    `mere` stands before the smaller of two, `be` are verbs before what says a side, `passive` makes
    a verb behind it one of what is done; `breaks` begin other clauses.

    `folded` are words that say how many times by themselves, `part_of` stands behind a part of
    another figure, `like` before that; `by_less` and `by_more` make of either what it is less or
    more by. `hedges` stand before, `means` before the figure that a sentence begins with.
    """

    more: str
    less: str
    than: str
    against: str
    now: str
    once: str
    denies: str
    times: str
    whereas: str
    over: str
    above: str
    below: str
    exceeds: str
    misses: str
    risen: str
    fallen: str
    leads: str
    trails: str
    slower: str
    faster: str
    reaches: str
    mere: str
    but: str
    be: str
    passive: str
    breaks: str
    folded: str
    part_of: str
    like: str
    by_less: str
    by_more: str
    hedges: str
    means: str

    @cached_property
    def ways(self) -> re.Pattern[str]:
        """What says which of two is more; its group says which way."""
        return re.compile(rf"(?<![\w-])(?:(?P<more>{self.more})|(?P<less>{self.less}))(?!\w)")

    @cached_property
    def other(self) -> re.Pattern[str]:
        """What stands before the other."""
        return re.compile(rf"(?<!\w)(?:{self.than})(?!\w)")

    @cached_property
    def paired(self) -> re.Pattern[str]:
        """Words between two figures of which the first is the sentence's own."""
        return re.compile(rf"(?: [\w’-]+){{0,3}},? (?:{self.against}) {_WORDS}$")

    @cached_property
    def today(self) -> re.Pattern[str]:
        """What says that a figure beside it is of today."""
        return re.compile(rf"(?<!\w)(?:{self.now})(?!\w)")

    @cached_property
    def past(self) -> re.Pattern[str]:
        """What says that a figure beside it is of before."""
        return re.compile(rf"(?<!\w)(?:{self.once})(?!\w)")

    @cached_property
    def apart(self) -> re.Pattern[str]:
        """What sets one time against another."""
        return re.compile(rf"(?<!\w)(?:{self.whereas}|{self.against})(?!\w)")

    @cached_property
    def denied(self) -> re.Pattern[str]:
        """What denies, or says that something only might be."""
        return re.compile(rf"(?<!\w)(?:{self.denies})(?!\w)")

    @cached_property
    def folds(self) -> re.Pattern[str]:
        """A number of times in words, as the group `number`."""
        word = rf"[^\W\d_{FIGURE}]"
        return re.compile(
            rf"(?<!\w)(?P<number>(?:{word}[\w’-]* ){{1,2}}|{word}+?)(?:{self.times})(?!\w)"
        )

    @cached_property
    def alike(self) -> re.Pattern[str]:
        """What makes of a number in words how many times one figure is the other, or what part."""
        return re.compile(
            rf"(?:(?:{self.folded})|[ -](?:{self.times}))(?!\w)|,? (?:{self.part_of})(?!\w)"
            rf"|(?= (?:{self.by_less}|{self.by_more})(?!\w))"
        )

    @cached_property
    def likened(self) -> re.Pattern[str]:
        """What stands before the other."""
        return re.compile(rf"(?<!\w)(?:{self.like})(?!\w)")

    @cached_property
    def fewer(self) -> re.Pattern[str]:
        """What says right behind it that it is less by so much."""
        return re.compile(rf" (?:{self.by_less})(?!\w)")

    @cached_property
    def further(self) -> re.Pattern[str]:
        """What says right behind it that it is more by so much."""
        return re.compile(rf" (?:{self.by_more})(?!\w)")

    @cached_property
    def hedged(self) -> re.Pattern[str]:
        """What stands before it."""
        return re.compile(rf"(?: (?:{self.hedges}))+ ?$| $")

    @cached_property
    def led(self) -> re.Pattern[str]:
        """What between a figure and it says that the one is the other."""
        return re.compile(rf"{FIGURE}\)?,?(?: (?:{self.be}))?(?: \w+ly)?,?$")

    @cached_property
    def opening(self) -> re.Pattern[str]:
        """The beginning of a sentence whose thing has its figure before it: "At 8, the fare is"."""
        return re.compile(rf"\W*(?:{self.means}) {_WORDS}{FIGURE}, [^,.;:!?(){FIGURE}]*$")

    @cached_property
    def breaking(self) -> re.Pattern[str]:
        """What begins another clause."""
        return re.compile(rf"(?<!\w)(?:{self.breaks})(?!\w)")


def weighing_of(tag: str) -> Weighing:
    """Return the lists of a BCP 47 tag's language; only its module is loaded."""
    weighing: Weighing = module_of(tag, "weighing").WEIGHING
    return weighing
