"""Sets boxes and asides of blocks with files of their own: takes their items, returns settings."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from builder.model.text import Run
from builder.outputs.pdf.plan.items import Prose, SetApart
from builder.outputs.pdf.tags import Element
from builder.outputs.pdf.write import margins
from builder.outputs.pdf.write.context import LayoutContext
from builder.outputs.pdf.write.flowable import Setting
from builder.outputs.pdf.write.setters import set_items
from builder.outputs.pdf.write.stack import Dress, Hung, Stack

_WHOLE: Final = 0.5  # of a page: boxes no taller than this are not divided
_PAD: Final = 14.0
_BAND: Final = 5.0
_RULE: Final = 1.2
_HAIRLINE: Final = 0.5
_APART: Final = 4  # units of spacing above and below
_SHIFT: Final = 0.28  # of the column by which an epigraph stands further in


def banded(item: SetApart, context: LayoutContext) -> Setting:
    """Set a box on a tint under a band of the accent, in which its title stands."""
    colours, column, styles = context.theme.colours, context.column, context.styles
    style = replace(styles.box_title, colour=colours.paper, link=colours.paper)
    title = context.text(item.title, style, within=item.anchor).heads(item.anchor)
    band = Stack([title], dress=Dress(padding=(_BAND, _PAD, _BAND, _PAD), tint=colours.accent))
    inside = context.inside(column.width - 2 * _PAD)
    held = Stack(
        set_items(item.items, inside),
        dress=Dress(padding=(0.7 * _PAD, _PAD, 0.7 * _PAD, _PAD), tint=colours.tint),
        before=0,
    )
    return Stack(
        [band, held],
        item=item,
        dress=Dress(left=column.left),
        head=1,
        whole=_WHOLE * context.geometry.height,
        before=_APART * styles.unit,
        after=_APART * styles.unit,
        element=Element("Sect"),
    )


def between_rules(item: SetApart, context: LayoutContext) -> Setting:
    """Set a box between rules of the accent, its first paragraph in the size of a subheading."""
    colours, column, styles = context.theme.colours, context.column, context.styles
    title = context.text(item.title, styles.label, within=item.anchor, after=3)
    large = replace(styles.headings[1], colour=colours.ink, cut="regular", link=colours.accent)
    first, *rest = item.items
    children: list[Setting] = [title.heads(item.anchor)]
    if isinstance(first, Prose):
        children.append(context.text(first.text, large, item=first, after=4))
    else:
        rest = [first, *rest]
    children += set_items(rest, context.inside(column.width))
    dress = Dress(
        padding=(8, 0, 8, 0),
        line=(_RULE, colours.accent),
        foot=(_RULE, colours.accent),
        left=column.left,
    )
    return Stack(
        children,
        item=item,
        dress=dress,
        head=1,
        whole=_WHOLE * context.geometry.height,
        before=_APART * styles.unit,
        after=_APART * styles.unit,
        element=Element("Sect"),
    )


def hung(item: SetApart, context: LayoutContext) -> Setting:
    """Set what something means between hairlines, its name in the margin or above."""
    colours, column, styles = context.theme.colours, context.column, context.styles
    entry = Element("LI", Element("L", numbering="None"))
    label, body = Element("Lbl", entry), Element("LBody", entry)
    called = [context.text(each, styles.small, within=item.anchor) for each in item.paragraphs]
    term = context.text(item.title, styles.caption, within=item.anchor, element=label)
    meaning = Stack(set_items(item.items, context.inside(column.width)), element=body)
    line = (_HAIRLINE, colours.muted)
    if not column.left:
        children: list[Setting] = [*called, term, meaning]
        head, dress = len(called) + 1, Dress(padding=(6, 0, 6, 0), line=line, foot=line)
    else:
        beside = Stack([*called, term])
        children = [Hung(beside, meaning, column.left, item=item, gap=context.geometry.gap)]
        head, dress = 0, Dress(padding=(6, 0, 6, 0), line=line, foot=line)
    return Stack(
        children,
        item=item,
        dress=dress,
        head=head,
        whole=_WHOLE * context.geometry.height,
        before=_APART * styles.unit,
        after=_APART,
    )


def motto(item: SetApart, context: LayoutContext) -> Setting:
    """Set words of others in italics, further in than the text."""
    styles, column = context.styles, context.column
    shift = _SHIFT * column.width
    style = replace(styles.quote, pitch=0.0)
    half = style.leading / 2
    children: list[Setting] = [
        context.text(paragraph, style, within=item.anchor, after=half / 2)
        for paragraph in item.paragraphs
    ]
    if item.attribution:
        said = (Run("— "), *item.attribution)
        children.append(context.text(said, styles.small, within=item.anchor, before=2))
    return Stack(
        children,
        item=item,
        dress=Dress(left=column.left + shift),
        foot=1,
        whole=_WHOLE * context.geometry.height,
        before=0,
        after=style.leading,
        element=Element("BlockQuote"),
    )


def aside(item: SetApart, context: LayoutContext) -> Setting:
    """Set an aside in small type under a hairline in the margin, else beside one in the column."""
    styles, column, colours = context.styles, context.column, context.theme.colours
    small = replace(styles.small, colour=colours.ink)
    title = replace(styles.label, colour=colours.accent)
    children: list[Setting] = [
        context.text(line, style, within=item.anchor, after=2)
        for line, style in ((item.title, title), *((each, small) for each in item.paragraphs))
        if line
    ]
    room, apart = margins.room(context), 2 * styles.unit
    most = _WHOLE * context.geometry.height  # no page divides the margin: longer ones leave it
    beside = Dress(padding=(5, 0, 0, 0), line=(_HAIRLINE, colours.muted))
    within = Dress(padding=(0, 0, 0, _PAD), bar=(_RULE, colours.grid), left=column.left)

    def dressed(dress: Dress) -> Stack:
        return Stack(
            children,
            item=item,
            dress=dress,
            whole=most,
            before=apart,
            after=apart,
            element=Element("Aside"),
        )

    if room and (note := dressed(beside)).measured(room) <= most:
        return margins.noted(note, room, dressed(within), item=item)
    return dressed(within)
