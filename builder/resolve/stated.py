"""Messages, findings and takeaways: takes content, reports what is too much for one of them.

They are read at a glance, and set large: a sentence, or two beside an exhibit.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from builder.language.lexicon import Lexicon
from builder.model.briefing import Content
from builder.model.picture import PictureUse
from builder.model.text import Text, all_of
from builder.problems import Place, Problems
from builder.resolve.passages import Passage, plainly

_OF_EXHIBITS: Final = 2  # sentences of a takeaway


def check_lengths(content: Content, lexicon: Lexicon, problems: Problems) -> None:
    """Warn of a message or a finding of several sentences, and of takeaways of more than two."""
    for name, text, place, most in _stated(content):
        count = len(plainly(Passage(text)).sentences(lexicon))
        if count > most:
            problems.warning(
                place,
                f"the {name} has {count} sentences",
                "say it in one: what follows from it belongs in the text"
                if most == 1
                else "say it in one or two: the rest belongs in the text",
            )


def _stated(content: Content) -> Iterator[tuple[str, Text, Place, int]]:
    """Yield what is stated: what it is called, its words, their place, and how many sentences."""
    meta = content.meta
    yield "message", meta.message.says, meta.message.place, 1
    for finding in meta.findings:
        yield "finding", finding.says, finding.place, 1
    for chart in content.charts.values():
        yield "takeaway", chart.takeaway.says, chart.takeaway.place, _OF_EXHIBITS
    for table in content.tables.values():
        yield "takeaway", table.takeaway, table.place, _OF_EXHIBITS
    for section in content.sections:
        for use in all_of(section):
            if isinstance(use, PictureUse):
                yield "takeaway", use.takeaway, use.place, _OF_EXHIBITS
