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
class Leading:
    """A language's words that rank one of what a chart shows.

    `top` and `bottom` are superlatives of how much there is; `first` and `last` rank, where more is
    better; a word of `chief` before one of `roles`, or a `main` word, which is both, says who has
    most of whatever is measured. `plenty` and `scarce` are said of more than the middle, and of
    less. `overtakes` stands between what is above another now and that. `has` are words that may
    stand beside any of these and narrow nothing: "has", "clearly"; of `steady` ones the same is
    true beside a course: "every year".
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

    @property
    def chiefs(self) -> str:
        """What says who has most of whatever is measured: "the main customer"."""
        return rf"(?:{self.chief}) {_WORD}?(?:{self.roles})|{self.main}"

    @cached_property
    def ranks(self) -> re.Pattern[str]:
        """What gives one the first place or the last; its group says which."""
        return re.compile(
            rf"(?<![\w-])(?:(?P<chief>{self.chiefs})"
            rf"|(?P<plenty>{self.plenty})|(?P<scarce>{self.scarce})|(?P<last>{self.last})|(?P<first>{self.first})"
            rf"|(?P<bottom>{self.bottom})|(?P<top>{self.top}))(?:(?<=’)|(?![\w-]))"
        )

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
