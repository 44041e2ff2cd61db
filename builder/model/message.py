"""What a briefing says first: its message, its findings, and what its charts, tables and pictures
mean. Sentences of the author's own, each of which a claim may guard as a whole.
"""

from __future__ import annotations

from builder.frozen import dataclass
from builder.model.text import Text
from builder.problems import Place


@dataclass(frozen=True)
class Statement:
    """A sentence or two that stand by themselves; `claim` guards all of it, if it is not empty.

    The message of a briefing is one, and so is a takeaway: what a chart, table or picture means.
    """

    says: Text = ()
    claim: str = ""
    place: Place = Place("")

    def __bool__(self) -> bool:
        """Say whether anything is stated."""
        return bool(self.says)


@dataclass(frozen=True)
class Finding(Statement):
    """A sentence together with the figure (its id) that is set large beside it."""

    figure: str = ""


UNSAID = Statement()
"""Where nothing is stated."""
