"""What a paper says first, and what its exhibits mean: takes the planner, returns items.

The findings stand under a heading of their own before the first section, a takeaway below the
chart, table or picture that it is about.
"""

from __future__ import annotations

from builder.model.text import Text, line, words
from builder.outputs.pdf.plan import anchors
from builder.outputs.pdf.plan.items import FindingEntry, Findings, Item, SectionHeading, Takeaway
from builder.outputs.pdf.plan.planner import Planner


def takeaway(said: Text, planner: Planner) -> Takeaway | None:
    """Return what an exhibit means, as it stands below it; None where its author does not say."""
    if not said:
        return None
    return Takeaway(words(planner.word("takeaway")), planner.told(line(said)))


def findings(planner: Planner) -> tuple[Item, ...]:
    """Return the findings under their heading, or nothing where the briefing states none."""
    stated = planner.briefing.meta.findings
    if not stated:
        return ()
    figures = planner.key_figures(each.figure for each in stated)
    entries = tuple(
        FindingEntry(figure, planner.told(line(each.says)))
        for figure, each in zip(figures, stated, strict=True)
    )
    heading = SectionHeading(anchors.FINDINGS, words(planner.word("findings")), 1)
    return (heading, Findings(anchors.FINDINGS_LIST, entries))
