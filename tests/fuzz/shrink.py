"""Making a faulty briefing small: takes one and its verdict, returns the least that fails alike."""

from __future__ import annotations

import time
from collections.abc import Callable
from itertools import chain, islice

from tests.fuzz.briefings import Briefing
from tests.fuzz.judge import Verdict


def shrink(
    whole: Briefing, verdict: Verdict, judged: Callable[[Briefing], Verdict], seconds: float
) -> Briefing:
    """Return a smaller briefing of the same fault; the best so far when the time is over."""
    end = time.monotonic() + seconds
    least, going, tried = whole, True, 0
    while going:
        going = False
        # What did not go before will seldom go now: begin where the last piece was left out.
        for number, smaller in chain(
            islice(enumerate(least.smaller()), tried, None),
            islice(enumerate(least.smaller()), tried),
        ):
            if time.monotonic() > end:
                return least
            found = judged(smaller)
            if found.outcome == verdict.outcome and set(found.kinds) & set(verdict.kinds):
                least, going, tried = smaller, True, number
                break
    return least
