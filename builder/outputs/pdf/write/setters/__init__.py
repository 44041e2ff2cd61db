"""How each kind of item is set: takes items, returns a setting for each, by the setter of its kind.

What keeps items together when they are set in a row is said here too.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import groupby, pairwise
from typing import Final

from builder.blocks import block_kind
from builder.model.text import plain
from builder.outputs.pdf.plan import endings, items
from builder.outputs.pdf.write.context import LayoutContext, Setter
from builder.outputs.pdf.write.flowable import Setting
from builder.outputs.pdf.write.setters import (
    back,
    blocks,
    figures,
    formulas,
    front,
    headings,
    panels,
    references,
    stated,
    tables,
    text,
)
from builder.outputs.pdf.write.setters.tables import SHORT
from builder.outputs.pdf.write.setters.text import BOXED
from builder.outputs.pdf.write.stack import Stack

_BELOW_HEADING: Final = 3  # lines that stand on the page of their heading


def set_story(content: Iterable[items.Item], context: LayoutContext) -> list[Setting]:
    """Return a flowable per item, each saying how pages may treat it.

    Raises:
        KeyError: an item's kind has no setter, which is a bug of ours.
    """
    story: list[Setting] = []
    rank = 1
    for item, setting in _set(content, context):
        setting.leads = _leads(item)
        setting.opens = isinstance(item, items.SectionHeading) and item.level == 1
        setting.floats = setting.note or _floats(item, setting, context)
        if isinstance(item, items.SectionHeading):
            setting.demands = _BELOW_HEADING * context.styles.body.leading
            setting.rank = rank = item.level
        setting.section_rank = rank
        bound = story and story[-1].leads and isinstance(story[-1].item, items.Prose)
        setting.floats &= not bound or bool(getattr(item, "number", ()))
        story.append(setting)
    flow = [setting for setting in story if not setting.turned]
    for note, next_ in pairwise(flow):
        note.closes = note.note and next_.opens
    for heading, below, next_ in zip(flow, flow[1:], flow[2:], strict=False):
        if heading.demands and not (below.floats or next_.floats or next_.demands or next_.breaks):
            below.leads = below.leads or _tall(below, context) < heading.demands
    return story


def _set(
    content: Iterable[items.Item], context: LayoutContext
) -> Iterator[tuple[items.Item, Setting]]:
    """Yield items with their settings; contents and lists that follow one another as one."""
    for kind, group in groupby(content, type):
        if kind is items.Contents:
            found = [item for item in group if isinstance(item, items.Contents)]
            yield from zip(found, front.lists(found, context), strict=False)
        else:
            yield from ((item, _setting(item, context)) for item in group)


def _setting(item: items.Item, context: LayoutContext) -> Setting:
    """Set an item by its kind's setter: what another output sets on pages brings its own."""
    kind = type(item)
    made = (context.setters.get(kind) or SETTERS[kind])(item, context)
    meant: items.Takeaway | None = getattr(item, "takeaway", None)
    return made if meant is None else stated.with_takeaway(made, item, meant, context)


def set_items(content: Iterable[items.Item], context: LayoutContext) -> list[Setting]:
    """Return a flowable per item, headings and lead-ins bound to what follows them.

    Raises:
        KeyError: an item's kind has no setter, which is a bug of ours.
    """
    flowables: list[Setting] = []
    waiting: list[Setting] = []
    for item in content:
        flowable = _setting(item, context)
        if _leads(item):
            waiting.append(flowable)
            continue
        flowables.append(_bound(waiting, flowable))
        waiting = []
    return [*flowables, *waiting]


def _floats(item: items.Item, setting: Setting, context: LayoutContext) -> bool:
    """Return whether an item may stand elsewhere than between its neighbours: it has a number, or
    is a box by itself that no page divides.
    """
    if setting.turned:
        return False
    if isinstance(item, items.CalloutBox):
        return _tall(setting, context) <= BOXED * context.geometry.height
    if isinstance(item, items.FigurePanel):
        return not item.wide
    if isinstance(item, items.Tabular):
        return bool(item.number) and _tall(setting, context) <= SHORT * context.geometry.height
    return isinstance(item, items.ChartFigure | items.PictureFigure)


def _tall(setting: Setting, context: LayoutContext) -> float:
    """Return how tall something will stand, across the page or in a column."""
    page = context.geometry
    return setting.measured(page.width if setting.across else page.area.column)


def _leads(item: items.Item) -> bool:
    """Return whether an item makes no sense at a page's foot: a heading, "as follows:"."""
    if isinstance(item, items.Prose):
        return plain(item.text).rstrip().endswith(":")
    return isinstance(item, items.SectionHeading)


def _bound(leads: list[Setting], flowable: Setting) -> Setting:
    return Stack([*leads, flowable], head=len(leads)) if leads else flowable


def _points(item: items.Points, context: LayoutContext) -> Setting:
    return text.points(item, context, set_items)


def _definitions(item: items.DefinitionList, context: LayoutContext) -> Setting:
    return blocks.definitions(item, context, set_items)


def _quotation(item: items.Quotation, context: LayoutContext) -> Setting:
    return text.quotation(item, context, set_items)


def _callout(item: items.CalloutBox, context: LayoutContext) -> Setting:
    return text.callout(item, context, set_items)


def _question(item: items.QuestionAnswer, context: LayoutContext) -> Setting:
    return text.question(item, context, set_items)


def _register(item: endings.Register, context: LayoutContext) -> Setting:
    return Stack(back.register(item, context), item=item, head=1)


def _picture(item: items.PictureFigure, context: LayoutContext) -> Setting:
    from builder.outputs.pdf.write.setters.pictures import picture

    return picture(item, context)


def _cover(item: items.CoverPage, context: LayoutContext) -> Setting:
    from builder.outputs.pdf.write.setters.cover import cover_page

    return cover_page(item, context)


def _set_apart(item: items.SetApart, context: LayoutContext) -> Setting:
    return block_kind(item.block).set(item, context)


SETTERS: Final[dict[type[items.Item], Setter]] = {
    items.TitleBlock: front.title_block,
    items.CoverPage: _cover,
    items.FigurePanel: panels.panel,
    items.Contents: front.contents,
    items.Findings: stated.findings,
    items.SectionHeading: headings.heading,
    items.Prose: text.prose,
    items.Equation: formulas.equation,
    items.Subhead: blocks.subhead,
    items.Points: _points,
    items.DefinitionList: _definitions,
    items.CodeLines: blocks.code,
    items.Divider: blocks.divider,
    items.Quotation: _quotation,
    items.SetApart: _set_apart,
    items.Tabular: tables.tabular,
    items.ChartFigure: figures.chart,
    items.PictureFigure: _picture,
    items.CalloutBox: _callout,
    items.QuestionAnswer: _question,
    endings.Endnote: back.endnote,
    endings.SourceEntry: back.source,
    endings.BibliographyEntry: references.reference,
    endings.SmallPrint: back.small_print,
    endings.Declared: back.declared,
    endings.Register: _register,
}
