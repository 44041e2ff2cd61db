"""What a briefing says first, as slides: its message, and its findings with their figures; and what
the charts, tables and pictures of any slide mean.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Final

from builder.frozen import replace
from builder.language.dates import word
from builder.language.language import language_of
from builder.model.blocks import ChartUse, Slide, TableUse
from builder.model.briefing import Briefing
from builder.model.front import Statement
from builder.model.picture import PictureUse
from builder.model.text import Line, Run, Text, words
from builder.outputs.pptx.compose.automatic import speaker_notes
from builder.outputs.pptx.layouts import layout_for
from builder.outputs.pptx.layouts.base import Layout, LayoutContext, Purpose
from builder.outputs.pptx.plan.content import CalloutText, FindingText, SlideContent, TextLine
from builder.outputs.pptx.plan.lines import in_words, line
from builder.outputs.pptx.plan.model import TITLE, Paragraph

_LOW: Final = 0.4  # of a slide's height, down to which the place of a sentence by itself reaches


def stated_slides(context: LayoutContext, section: str) -> Iterator[tuple[Purpose, SlideContent]]:
    """Yield the slides of the message and of the findings, as far as the briefing states them."""
    meta = context.briefing.meta
    if meta.message:
        yield _message(meta.message, context, section)
    if meta.findings:
        found = tuple(
            FindingText(line(each.says), each.figure, each.place) for each in meta.findings
        )
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


def _message(
    message: Statement, context: LayoutContext, section: str
) -> tuple[Purpose, SlideContent]:
    """Return the slide of the message: the sentence alone, or, where the user's template has no
    room for a title of its length, or only at the head of a slide, large below a short one.
    """
    said, notes = line(message.says), speaker_notes(context, "message")
    alone = SlideContent(said, notes=notes, section=section, place=message.place)
    if _has_room(layout_for("message"), said, context):
        return "message", alone
    title = words(context.word("in_a_sentence"))
    has = layout_for("sentence").name in context.mapped_layouts
    return "sentence" if has else "text", replace(alone, title=title, points=(TextLine(said),))


def _has_room(layout: Layout, title: Line, context: LayoutContext) -> bool:
    """Return whether a title fits where a layout has it, and stands alone well there; ours has room
    for any sentence.
    """
    if not context.mapped_layouts:
        return True
    if layout.name not in context.mapped_layouts:
        return False
    on = context.on(layout)
    place = next(each for each in layout.placeholders(on.frame) if each.index == TITLE)
    style = replace(place.styles[0], size=on.title_sizes(layout)[-1], bold=False)
    tall = on.title_ruler.height((Paragraph(title, style),), place.box.width)
    foot = place.box.top + place.box.height  # above an empty slide a sentence looks like a mistake
    return tall <= place.box.height and foot >= _LOW * on.grid.size.height


def with_takeaways(content: SlideContent, slide: Slide, briefing: Briefing) -> SlideContent:
    """Return what stands on a slide with what its exhibits mean, which its notes say as well."""
    takeaways = tuple(_takeaways(slide, briefing))
    told = _told(takeaways, briefing.meta.language)
    return replace(content, takeaways=takeaways, notes=(*content.notes, *told))


def with_meaning_boxed(content: SlideContent, layout: Layout) -> SlideContent:
    """Return a slide whose takeaways stand in boxes, if its layout has no place of its own."""
    if "takeaways" in layout.shows or not layout.boxed or not content.takeaways:
        return content
    boxes = tuple(CalloutText((), (TextLine(said),), "takeaway") for said in content.takeaways)
    return replace(content, callouts=(*content.callouts, *boxes))


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
