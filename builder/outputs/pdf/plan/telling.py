"""What links say that stand on a number alone: takes a plan's items and a target, returns words.

A listener who goes from link to link hears "4" or "1." without what it is a number of.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from builder.frozen import dataclass
from builder.language.dates import word
from builder.model.text import plain
from builder.outputs.pdf.plan import anchors
from builder.outputs.pdf.plan.endings import Register
from builder.outputs.pdf.plan.items import Item
from builder.text.figures import without_marks


@dataclass(frozen=True)
class Telling:
    """What links say in a language; `labels` are those of the register's figures, by id."""

    language: str
    labels: Mapping[str, str]

    def of(self, target: str) -> str:
        """Return what a link to a target (`#anchor`, an address) says, where its words do not."""
        kind, _, name = target.removeprefix("#").partition(":")
        if not target.startswith("#") or kind not in anchors.NUMBERED:
            return ""
        if kind == anchors.NOTE_KIND:
            return word(self.language, "note_link", number=name)
        if kind == anchors.MARK_KIND:
            return word(self.language, "note_back", number=name)
        owner, _, page = name.rpartition(":")
        if kind == anchors.USE_KIND:
            return word(
                self.language, "page_figure", page=page, label=self.labels.get(owner, owner)
            )
        return word(self.language, "page_cited", page=page)


def telling(items: Iterable[Item], language: str) -> Telling:
    """Return what the links of a paper of these items say."""
    rows = (row for item in items if isinstance(item, Register) for row in item.rows)
    return Telling(language, {row.figure: plain(without_marks(row.label)) for row in rows})
