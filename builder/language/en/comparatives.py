"""English comparatives beside those that stand before "than": rarer, more often."""

from __future__ import annotations

from typing import Final

from builder.language.lexicon import FIGURE

_BE: Final = (
    r"(?:is|are|was|were|be|been|being|becomes?|became|become|g[eo]ts?|grew|grows?|grown"
    r"|stay(?:s|ed)?|remain(?:s|ed)?)"
)
_RARER: Final = (
    r"(?:rarer|scarcer|dearer|denser|sparser|thinner|thicker|wider|narrower|deeper|shallower|safer"
    r"|riskier|healthier|busier|quieter|steeper|harder|easier|warmer|colder|hotter|cooler|wetter"
    r"|drier|cleaner|dirtier|wealthier|commoner|tougher|milder|looser|tighter|farther|nearer"
    r"|closer)"
)
_OFTEN: Final = (
    r"(?:often|frequently|rarely|commonly|seldom|widely|slowly|quickly|expensive|common|widespread"
    r"|frequent|numerous)"
)
_SPAN: Final = (
    r"(?:year|month|week|day|night|hour|season|term|shift|quarter|season|lesson|winter|summer)"
)
_DATE: Final = rf"(?:[^\W\d_]+ )?(?:{FIGURE}{{4,}}|\d{{1,2}}\.? [^\W\d_]+(?: \d{{4}})?)"

COMPARATIVES: Final = (
    rf"{_BE} (?:(?:far|much|even|slightly|still|\w+ly) )?{_RARER}"
    r"(?<!closer)(?<!nearer)(?! to [a-z]+(?! than))",
    rf"{_RARER}(?=: | \({FIGURE})|(?:farther|further|nearer|closer) (?:from|away)",
    rf"(?:more|less) {_OFTEN}(?! than not)",
)
"""Alternatives that compare wherever a sentence prints figures."""

HEADING: Final = (
    rf"(?<!the )(?<!or )(?<!and )(?<!a )(?<!an )(?<!in ){_RARER}"
    r"(?! (?:to (?:home|hand)|look|ties|links|cooperation|lessons|winters))",
)
"""Alternatives that do so in a title over figures."""

RATED: Final = (
    rf"(?:twice|thrice)(?= (?:an?|per|each|every) {_SPAN}(?!\w)|,? (?:daily|weekly|monthly|yearly)"
    rf"|[:,]? (?:(?:on|in) )?{_DATE},? and (?:(?:on|in) )?{_DATE})"
)
"""How often something is done, or was, where the days follow: "twice a year"."""
