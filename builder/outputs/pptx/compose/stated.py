"""What a briefing says first, as slides: its message, and its findings with their figures; and what
the charts, tables and pictures of any slide mean.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from builder.language.dates import word
from builder.language.language import language_of
from builder.model.blocks import ChartUse, Slide, TableUse
from builder.model.briefing import Briefing
from builder.model.picture import PictureUse
from builder.model.text import Line, Run, Text, words
from builder.outputs.pptx.compose.automatic import speaker_notes
from builder.outputs.pptx.layouts.base import LayoutContext, Purpose
from builder.outputs.pptx.plan.content import FindingText, SlideContent, in_words, line


def stated_slides(context: LayoutContext, section: str) -> Iterator[tuple[Purpose, SlideContent]]:
    """Yield the slides of the message and of the findings, as far as the briefing states them."""
    meta = context.briefing.meta
    if meta.message:
        yield (
            "message",
            SlideContent(
                line(meta.message.says),
                notes=speaker_notes(context, "message"),
                section=section,
                place=meta.message.place,
            ),
        )
    if meta.findings:
        found = tuple(FindingText(line(each.says), each.figure) for each in meta.findings)
        yield (
            "findings",
            SlideContent(
                words(context.word("findings")),
                findings=found,
                notes=speaker_notes(context, "findings"),
                section=section,
                place=meta.findings[0].place,
            ),
        )


def with_takeaways(content: SlideContent, slide: Slide, briefing: Briefing) -> SlideContent:
    """Return what stands on a slide with what its exhibits mean, which its notes say as well."""
    takeaways = tuple(_takeaways(slide, briefing))
    told = _told(takeaways, briefing.meta.language)
    return replace(content, takeaways=takeaways, notes=(*content.notes, *told))


def _takeaways(slide: Slide, briefing: Briefing) -> Iterator[Line]:
    """Yield what each chart, table and picture of a slide means, where its author says so."""
    for block in slide.blocks:
        said: Text = ()
        if isinstance(block, ChartUse):
            said = briefing.charts[block.name].takeaway
        elif isinstance(block, TableUse):
            said = briefing.tables[block.key].takeaway
        elif isinstance(block, PictureUse):
            said = block.takeaway
        if said:
            yield line(said)


def _told(takeaways: Iterable[Line], tag: str) -> Iterator[Line]:
    """Yield takeaways as notes have them, after what they are called."""
    for said in takeaways:
        yield in_words((Run(f"{word(tag, 'takeaway')}{language_of(tag).colon}"), *said), tag)
