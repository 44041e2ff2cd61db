"""English words before an abbreviation that do not fit what it stands for: "an MOT"."""

from __future__ import annotations

import re
from typing import Final

_CONSONANT: Final = r"(?i:eu|uni|us[eu]|one|ubi|(?!hour|honest|heir)[^aeiou])"  # as heard

# "According to ONS": whoever leaves out the article has none for "Office for National Statistics".
_BODY: Final = (
    r"(?:[A-Z][\w-]*,? |and |of |for )*(?:Office|Agency|Services?|Department|Ministry|Council"
    r"|Union|Bank"
    r"|Organi[sz]ation|Commission|Authority|Institute|Association|Board|Fund|Federation|Society"
    r"|Centre"
    r"|Center|Foundation|Committee|Directorate|Court|Programme|Inspectorate)(?= |$)"
)
_DETERMINED: Final = r"(?i:the|an?|its|our|their|his|her|this|that|each|every|any|no|\w's)"

INFLECTED: Final = re.compile(
    rf"(?<!\w)(?:[Aa] \x00(?!{_CONSONANT})|[Aa]n \x00{_CONSONANT})"
    rf"|^(?!.*(?<![\w']){_DETERMINED} (?:[a-z]+ )?\x00)(?!.*\($).*\x00{_BODY}",
    re.DOTALL,
)
"""What an abbreviation is not to stand behind, in what is before it, NUL and what it is short for.

There the abbreviation stands first, and the words in brackets behind it.
"""

_PREPOSITION: Final = re.compile(r" (?=(?:of|for|in|on|to|with|at|and) )")
_ODD: Final = re.compile(r"(?:s|men|people|staff|\W)$")


def plural(long: str) -> str:
    """Return what is several of what an abbreviation is short for: "general practitioners".

    Nothing where nobody can tell.
    """
    head, *rest = _PREPOSITION.split(long, maxsplit=1)
    if _ODD.search(head):
        return ""
    if re.search(r"[^aeiou]y$", head):
        head = f"{head[:-1]}ies"
    else:
        head += "es" if re.search(r"(?:x|z|ch|sh)$", head) else "s"
    return " ".join((head, *rest))
