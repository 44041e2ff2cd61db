"""Messages, findings and takeaways: takes content, reports what is too much for one of them, and
what contradicts them.

They are read at a glance, and set large: a sentence, or two beside an exhibit.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from builder.language.lexicon import Lexicon
from builder.model.briefing import Content, Meta
from builder.model.picture import PictureUse
from builder.model.text import Text, all_of, plain
from builder.problems import Place, Problems
from builder.resolve.passages import Passage, plainly

_OF_EXHIBITS: Final = 2  # sentences of a takeaway


def check_stated(content: Content, lexicon: Lexicon, problems: Problems) -> None:
    """Warn of a message or a finding of several sentences, of takeaways of more than two, and of
    what keeps from being shown what briefing.yaml asks for.
    """
    _check_contradictions(content.meta, problems)
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


def _check_contradictions(meta: Meta, problems: Problems) -> None:
    """Warn of what briefing.yaml asks for that something else there keeps from being shown."""
    if meta.findings and meta.at_a_glance:
        problems.warning(
            meta.places["at_a_glance"],
            "the panel of at_a_glance: is not shown: the findings stand in its place",
            "leave at_a_glance: out, or findings:",
        )
    short, long = (len(plain(meta.texts.get(key, ()))) for key in ("short_title", "title"))
    if short > long:
        problems.warning(
            meta.places["short_title"],
            f"the short title has {short} characters, the title {long}",
            "expected fewer: say less of the title there, or leave short_title: out",
        )
    for key, stated in (("message", meta.message), ("findings", meta.findings)):
        if f"notes.{key}" in meta.texts and not stated:
            problems.warning(
                meta.places["notes"],
                f"there are notes for the slide of the {key}, and no such slide",
                f"state {key}: in briefing.yaml, or leave {key}: out of the notes",
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
