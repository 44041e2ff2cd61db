"""English rules that name an age: "service ends at 63", "those who join at sixteen".

One list serves digits and words. What the age is of stands before it, and nothing follows that
could be counted: "the auction ended at 63" and "who join with 16 boats" tell no age.
"""

from __future__ import annotations

from typing import Final

from builder.language.lexicon import ENDED

_SERVICE: Final = (
    r"(?:service|careers?|retirement|schooling|childhood|membership|working life"
    r"|key stage \d|(?:primary |secondary |nursery |compulsory )?school|education|entitlement"
    r"|cover)"
)
_RUNS: Final = r"(?:ends?|ended|begins?|began|starts?|started|stops?|stopped)"
_WHO: Final = (
    r"(?:you|whoever|anyone|everyone|(?<=[a-z] )who|members|applicants|volunteers|recruits"
    r"|firefighters|drivers|riders|pupils|students)"
)
_JOINS: Final = r"(?:joins?|joined|starts?|started|leaves?|left|retires?|retired|enlists?|enters?)"
_STAYS: Final = r"(?:serve|serves|served|stay|stays|stayed|work|works|worked|remain|go) "
_END: Final = rf"(?=(?: years old)?{ENDED})"


def ages(number: str) -> tuple[str, ...]:
    """Return alternatives for what tells an age, given what numbers are written as."""
    return (
        rf"(?<!\w){_SERVICE} (?:[a-z]+ ){{0,2}}{_RUNS} at (?:(?:the )?age (?:of )?)?{number}{_END}",
        rf"(?<!\w)(?:who|whoever|anyone who) {_JOINS} (?:[a-z]+ ){{0,2}}at {number}"
        rf"(?! [a-z-]*s(?!\w)| per | %)",
        rf"(?<!\w){_WHO}(?: [a-z]+)? must be (?:at least|over|under) {number}"
        rf"(?=(?: years old)?(?:{ENDED}| to (?!\w*\d)))",
        rf"(?<!\w){_STAYS}(?:on )?until {number}{_END}",
        rf"(?:^|(?<=[.!?] ))(?:at|from) {number}(?= (?:you|one|everyone|pupils|members)"
        r" (?:may|can|must)(?!\w))",
    )
