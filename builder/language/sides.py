"""Words of more and less, by what they measure, and of shares: the shape that each language fills.

All is searched in plain words of small letters.
"""

from __future__ import annotations

import re
from functools import cached_property
from typing import Final

from builder.frozen import dataclass
from builder.language.language import module_of

_ENDS: Final = r"(?= ?[.,;:!?)–—]|$)"


@dataclass(frozen=True)
class Sides:
    """A language's words that say on which side of another a thing is, and how large a share.

    `gives` begins a sentence of how much there is ("there are"), `hardly` says that there is next
    to nothing, `nowise` denies the amount that follows, `denied` the verb beside it.
    `higher` and `lower` are said of whatever is measured, `dearer` and `cheaper` of money, `longer`
    and `shorter` of time; `becomes` stands before those two where they speak of one thing at two
    times, `become` behind them. `spans` are units of time. `times` and `money` are nouns that
    `much` and `little`, more and less, may stand before.
    `costliest` and `cheapest` are the superlatives of money, `slowest` and `quickest` of time;
    `oftener` and `rarer` say by themselves how something goes on, and `ever` before more or less.
    `tops`, `covers` and `trails` are verbs between what is more, enough or less and the other, of
    whatever is measured, `covered` says of a thing that something else is enough for it; `ahead`
    and `behind` say so of what is the better the more there is of it. `apart` are the parts of such
    verbs that end a clause. `endings` is how many letters at the end of a short word change with
    its case; where nouns are `joined`, the last part of one names it for short.
    `than` stands before what a thing is compared with, `earlier` ends a label of what was; `since`
    stands before a year at which nothing is measured, `used` is a verb of what was once; `so_few`
    and `so_many` are said of what has never been so.

    `norms` are words for what is to be kept, as goals are to be reached (`Reckoned.goals`), `over`
    and `under` stand before such a word, `reached` and `missed` are said of it; `wanted` are words
    of shares that are better the larger they are, `unwanted` of what is better the less there is of
    it. `partly` says that a goal is reached in part.

    `upward` and `downward` are comparatives by which laws say how two things go together, "the
    farther, the fewer"; `at` stands before the name of a place.

    `most_of` says that nearly all is meant, `majority` more than a half, `minority` less.
    `at_least` and `at_most` stand before a share, `articles` between.
    `generic` are words of labels that say what is measured and not of what, or stand for that,
    `links` lead to of what; `rests` are words of what is left of a whole.
    """

    gives: str
    hardly: str
    nowise: str
    denied: str
    higher: str
    lower: str
    dearer: str
    cheaper: str
    longer: str
    shorter: str
    spans: str
    costliest: str
    cheapest: str
    slowest: str
    quickest: str
    oftener: str
    rarer: str
    ever: str
    tops: str
    covers: str
    covered: str
    trails: str
    ahead: str
    behind: str
    much: str
    little: str
    becomes: str
    become: str
    times: str
    money: str
    than: str
    earlier: str
    so_few: str
    so_many: str
    norms: str
    over: str
    under: str
    reached: str
    missed: str
    wanted: str
    unwanted: str
    partly: str
    upward: str
    downward: str
    at: str
    most_of: str
    majority: str
    minority: str
    at_least: str
    at_most: str
    articles: str
    generic: str
    links: str
    rests: str
    apart: str = "(?!)"
    since: str = "(?!)"
    used: str = "(?!)"
    endings: int = 0
    joined: bool = False

    @cached_property
    def wide_shares(self) -> re.Pattern[str]:
        """Shares without a number; its group says how large."""
        return re.compile(
            rf"(?<![\w-])(?:(?P<most>{self.most_of})|(?P<more>{self.majority})"
            rf"|(?P<less>{self.minority}))(?!\w)"
        )

    @cached_property
    def graded(self) -> re.Pattern[str]:
        """A comparative of a law; its group says which way."""
        return re.compile(rf"(?<![\w-])(?:(?P<up>{self.upward})|(?P<down>{self.downward}))(?!\w)")

    @cached_property
    def placed(self) -> re.Pattern[str]:
        """A word that may name a place, where it is in capitals, as its group `name`."""
        return re.compile(rf"(?<!\w)(?i:{self.at}) (?P<name>[^\W\d_][\w’-]{{2,}})")

    @cached_property
    def durations(self) -> re.Pattern[str]:
        """Units of time."""
        return re.compile(self.spans)

    @cached_property
    def before(self) -> re.Pattern[str]:
        """What says at the end of a label that it is of an earlier time."""
        return re.compile(rf"(?<!\w)(?:{self.earlier})(?!\w)")

    @cached_property
    def fewest(self) -> re.Pattern[str]:
        """What says that there never were so few."""
        return re.compile(rf"(?<!\w)(?:{self.so_few})(?!\w)")

    @cached_property
    def greatest(self) -> re.Pattern[str]:
        """What says that there never were so many."""
        return re.compile(rf"(?<!\w)(?:{self.so_many})(?!\w)")

    @cached_property
    def failing(self) -> re.Pattern[str]:
        """What denies the verb before it."""
        return re.compile(rf" (?:{self.denied})(?!\w)")

    @cached_property
    def amount(self) -> re.Pattern[str]:
        """What stands before how much there is, at the beginning of words."""
        return re.compile(rf"(?:(?:{self.gives}) )?(?:(?P<nowise>{self.nowise}) )?$")

    @cached_property
    def next_to_none(self) -> re.Pattern[str]:
        """What says that there is next to nothing of what follows."""
        return re.compile(rf"(?:(?:{self.gives}) )?(?P<falls>{self.hardly}) [^\W\d_][\w’-]*[.!]?$")

    @cached_property
    def article(self) -> re.Pattern[str]:
        """An article at the end of what stands before a share."""
        return re.compile(rf"(?:(?:(?<!\w)(?:{self.articles})|l’|d’) ?)+$")

    @cached_property
    def before_share(self) -> re.Pattern[str]:
        """What bounds a share, at the end of what stands before it; its group says how."""
        return re.compile(rf"(?<!\w)(?:(?P<more>{self.at_least})|(?P<less>{self.at_most}))$")

    def head(self, label: str) -> str:
        """Return the words of a small label that name the thing: "costs" of "costs of pools"."""
        parts = re.split(rf"(?<!\w)(?:{self.links})(?:(?<=’)|(?!\w))", label)
        return next((each for each in parts if self.measuring.sub("", each).strip()), label)

    @cached_property
    def lacking(self) -> re.Pattern[str]:
        """What says that something is not so, or is better the less there is of it."""
        return re.compile(rf"(?<!\w)(?:{self.missed}|{self.unwanted})(?!\w)")

    @cached_property
    def left(self) -> re.Pattern[str]:
        """What says that the rest of a whole is meant."""
        return re.compile(rf"(?<!\w)(?:{self.rests})(?!\w)")

    @cached_property
    def measuring(self) -> re.Pattern[str]:
        """Words of a label that say what is measured."""
        return re.compile(rf"(?:{self.generic})(?!\w)")


def sides_of(tag: str) -> Sides:
    """Return the lists of a BCP 47 tag's language; only its module is loaded."""
    sides: Sides = module_of(tag, "sides").SIDES
    return sides
