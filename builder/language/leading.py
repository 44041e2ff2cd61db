"""What titles say of who has most and who comes first, without a number: the shape that each
language fills. All is searched in plain words of small letters.
"""

from __future__ import annotations

import re
from functools import cached_property
from typing import Final

from builder.frozen import dataclass
from builder.language.language import module_of

_WORD: Final = r"(?:[^\W\d_][\w’-]* )"


@dataclass(frozen=True)
class Graded:
    """Adjectives of one measure, as the beginnings of their degrees: `up` of more of it, `down` of
    less. What has words `of` it, and none of `but`, measures it.
    """

    up: str
    down: str
    of: str
    but: str = "(?!)"

    @cached_property
    def way(self) -> re.Pattern[str]:
        """Which way one of them goes; its group says which."""
        return re.compile(rf"(?:(?<!\w)|(?<=най))(?:(?P<up>{self.up})|(?P<down>{self.down}))")

    def measured(self, words: str) -> bool:
        """Return whether such words tell of what measures it."""
        return bool(re.search(self.of, words)) and not re.search(self.but, words)


@dataclass(frozen=True)
class Leading:
    """A language's words that rank one of what a chart shows.

    `top` and `bottom` are superlatives of how much there is; `first` and `last` rank, where more is
    better; a word of `chief` before one of `roles`, or a `main` word, which is both, says who has
    most of whatever is measured. `plenty` and `scarce` are said of more than the middle, and of
    less. `overtakes` stands between what is above another now and that. `has` are words that may
    stand beside any of these and narrow nothing: "has", "clearly"; of `steady` ones the same is
    true beside a course: "every year".

    `graded` are adjectives of measures; `most`, `least`, `more` and `less` make degrees of what
    stands in them for "{}". `other` are superlatives of whatever else can be more or less: behind
    those that are `adverbs` may stand what is done, behind the rest only whose they are. `peaks`
    and `troughs` are said of a time. `earliest` and `latest` are said of what `begins` or `ends`,
    `lasts` are words of how long it takes. `amid` says that it is one of several, or next to one;
    `moved` are verbs that say another thing than how much there is: "varies most", "saves most".
    `within` stand before what narrows what is said: "in winter"; adjectives `follow` their nouns or
    do not, so that those of whatever is small, `lesser`, or `greater`, stand apart from "more".

    `laws` begin the two halves of what says how two things go together: "the farther", "the fewer";
    `heaps` says that there is more of a thing, behind what `under` begins: "in dry summers".
    `journey` stands before what was first, and before what came of it. `since` stands before a year
    from which on something is so; where it is told as `past`, it may be so of all years together.
    """

    top: str
    bottom: str
    first: str
    last: str
    chief: str
    roles: str
    main: str
    overtakes: str
    has: str
    plenty: str
    scarce: str
    steady: str
    graded: tuple[Graded, ...]
    most: str
    least: str
    more: str
    less: str
    other: str
    adverbs: str
    peaks: str
    troughs: str
    earliest: str
    latest: str
    begins: str
    ends: str
    lasts: str
    amid: str
    moved: str
    within: str
    laws: tuple[tuple[str, str], ...]
    under: str
    heaps: str
    journey: tuple[str, str]
    since: str
    past: str
    follow: bool = False
    lesser: str = "(?!)"
    greater: str = "(?!)"

    @property
    def chiefs(self) -> str:
        """What says who has most of whatever is measured: "the main customer"."""
        return rf"(?:{self.chief}) {_WORD}?(?:{self.roles})|{self.main}"

    @cached_property
    def ranks(self) -> re.Pattern[str]:
        """What gives one the first place or the last; its group says which."""
        stems = "|".join(f"{each.up}|{each.down}" for each in self.graded)
        most, least = (each.replace("{}", stems) for each in (self.most, self.least))
        return re.compile(
            rf"(?<![\w-])(?:(?P<chief>{self.chiefs})"
            rf"|(?P<plenty>{self.plenty})|(?P<scarce>{self.scarce})|(?P<last>{self.last})|(?P<first>{self.first})"
            rf"|(?P<earliest>{self.earliest})|(?P<latest>{self.latest})"
            rf"|(?P<peak>{self.peaks})|(?P<trough>{self.troughs})"
            rf"|(?P<least>{least})|(?P<most>{most})"
            rf"|(?P<bottom>{self.bottom})|(?P<top>{self.top})|(?P<either>{self.other}))"
            r"(?:(?<=’)|(?![\w-]))"
        )

    @cached_property
    def compared(self) -> re.Pattern[str]:
        """A comparative of a measure; its group says whether of more of it or of less."""
        stems = "|".join(f"{each.up}|{each.down}" for each in self.graded)
        more, less = (each.replace("{}", stems) for each in (self.more, self.less))
        return re.compile(rf"(?<![\w-])(?:(?P<less>{less})|(?P<more>{more}))(?![\w-])")

    @cached_property
    def idle(self) -> re.Pattern[str]:
        """A word that narrows nothing beside a rank."""
        return re.compile(rf"(?:{self.has}|{self.roles})")

    @cached_property
    def course(self) -> re.Pattern[str]:
        """A word that narrows nothing beside a verb of rise or fall."""
        return re.compile(rf"(?:{self.steady}|{self.has})")


def leading_of(tag: str) -> Leading:
    """Return the lists of a BCP 47 tag's language; only its module is loaded."""
    leading: Leading = module_of(tag, "sides").LEADING
    return leading
