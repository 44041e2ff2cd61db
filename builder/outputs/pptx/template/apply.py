"""A user's template applied to a deck: the briefing's `Meta` in; theme, places and footers out.

What a template offers is reported in words, too: which of its layouts stand for ours.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Final

from builder.frozen import dataclass
from builder.model.briefing import Meta
from builder.model.text import Line
from builder.outputs.pptx.layouts import BY_NAME, layout_for
from builder.outputs.pptx.layouts.base import Layout, MappedLayout
from builder.outputs.pptx.plan.deck import SlideGrid
from builder.outputs.pptx.plan.mapped import PlaceholderMapping, TemplatePlaceholder, UserTemplate
from builder.outputs.pptx.plan.measure import HEIGHT_MARGIN, PITCH, Ruler
from builder.outputs.pptx.plan.model import Paragraph, ParagraphStyle
from builder.outputs.pptx.template import kinds
from builder.outputs.pptx.template.legible import VISIBLE, themed
from builder.outputs.pptx.template.mapping import match_layouts, region, usable
from builder.outputs.pptx.template.model import NotATemplateError, Template, said
from builder.outputs.pptx.template.placeholders import mapped_layout, scaled
from builder.outputs.pptx.template.reading import read
from builder.problems import Place, Problems, known_names
from builder.theme.theme import Theme
from builder.units import Box, Size

_LARGEST: Final = 12.0  # points of a footer


@dataclass(frozen=True)
class AppliedTemplate:
    """The grid of a template's slides, its layouts by our names, and what is taken of its file."""

    grid: SlideGrid
    mapped_layouts: Mapping[str, MappedLayout]
    template: UserTemplate


def apply_template(meta: Meta, theme: Theme, problems: Problems) -> AppliedTemplate | None:
    """Return how a deck stands on its template; None, and a problem, if it cannot be used."""
    try:
        template = read(meta.template_file)
    except NotATemplateError as error:
        problems.error(
            _at("template", meta),
            f'the template "{meta.template}" cannot be used: {error}',
            "save it in PowerPoint as a presentation (.pptx) or a template (.potx)",
        )
        return None
    beyond = [each for each in template.left if each.what == kinds.BEYOND]
    for master in beyond:
        problems.warning(
            _at("template", meta),
            f'the template "{meta.template}" has {master.what} ({master.where}): they are fitted',
            "mend it in PowerPoint: Design, Slide Size, Ensure Fit",
        )
    for left in said((each for each in template.left if each not in beyond), warned=True):
        problems.warning(
            _at("template", meta),
            f'the template "{meta.template}" holds {left}: left out of the deck',
            "a deck takes masters, layouts, themes and pictures of a template, and nothing that "
            "acts by itself or leads out of the file; remove it from the template",
        )
    if not _are_known(meta, template, problems):
        return None
    found = match_layouts(template, meta.layouts).found
    if not found:
        refuse(layout_for("text"), meta, problems)
        return None
    looked_at = found.get(layout_for("text").name) or next(iter(found.values()))
    deck_theme = themed(theme, template, looked_at.target, region(looked_at.target, template.size))
    headline = looked_at.target.title.size if looked_at.target.title else 0.0
    mapped_layouts = {
        name: mapped_layout(each, template, deck_theme, headline) for name, each in found.items()
    }
    mappings = {name: each.mapping for name, each in mapped_layouts.items()}
    applied = UserTemplate(template.data, deck_theme, mappings)
    return AppliedTemplate(SlideGrid(template.size), mapped_layouts, applied)


def refuse(layout: Layout, meta: Meta, problems: Problems) -> None:
    """Say that nothing of the template can stand for one of our layouts."""
    labels = _labels(meta)
    listed = "; ".join(f'"{label}"' for label in labels) or "none that can be read"
    problems.error(
        _at("template", meta),
        f'no layout of "{meta.template}" can stand for our layout "{layout.name}" ({layout.holds})',
        "it needs a title and room below it; add such a layout to the template, or name one of "
        f'its own in briefing.yaml: layouts: {{{layout.name}: "..."}}; it has: {listed}',
    )


def warn_of_faint(
    template: UserTemplate, used: Collection[str], meta: Meta, problems: Problems
) -> None:
    """Warn of the template's layouts that `used` ones stand on, if text can hardly be read."""
    mappings = [mapping for name, mapping in template.mappings.items() if name in used]
    faint = {each.label: each.contrast for each in mappings if each.contrast < VISIBLE}
    for label, ratio in faint.items():
        problems.warning(
            _at("template", meta),
            f'text can hardly be read on the layout "{label}" of "{meta.template}"',
            f"its contrast with the ground is {ratio:.1f}:1, and even large text needs 3:1: on a "
            "plain ground it is set in the template's other colour; change its colours in the "
            "template, or name another layout under layouts: in briefing.yaml",
        )


def _labels(meta: Meta) -> tuple[str, ...]:
    try:
        return tuple(layout.label for layout in read(meta.template_file).layouts)
    except NotATemplateError:
        return ()


def _are_known(meta: Meta, template: Template, problems: Problems) -> bool:
    """Check the mapping by hand: our names, the template's, and that what is named can be used."""
    by_label = {layout.label: layout for layout in template.layouts}
    before = len(problems.errors)
    place = _at("layouts", meta)
    for ours, label in meta.layouts.items():
        if ours not in BY_NAME:
            problems.error(place, f'unknown layout "{ours}"', known_names(ours, BY_NAME))
        elif label not in by_label:
            found = f'the template has no layout "{label}" for "{ours}"'
            problems.error(place, found, known_names(label, by_label))
        elif not usable(BY_NAME[ours], by_label[label], template):
            problems.error(
                place,
                f'the template\'s layout "{label}" cannot stand for "{ours}"',
                "it needs a title placeholder, and for most of ours room below it",
            )
    return len(problems.errors) == before


def _at(key: str, meta: Meta) -> Place:
    return meta.places.get(key, meta.place)


def with_footer(
    template: UserTemplate, wordings: Sequence[Line], ruler: Ruler, size: Size
) -> tuple[UserTemplate, int]:
    """Return footers sized for a wording, and which it is: the first, longest first, that fits in
    every one. Footers are as small as the template has them, else no smaller than small print is on
    slides of this size.
    """
    least = scaled(template.theme.deck.small, size)
    mappings = template.mappings
    slots = [mapping.footer for mapping in mappings.values() if mapping.footer is not None]
    fitting_all = (
        at
        for at, wording in enumerate(wordings)
        if all(_footer_size(wording, slot, ruler, least) for slot in slots)
    )
    at = next(fitting_all, len(wordings) - 1)
    sized = {
        name: _with_size(mapping, wordings[at], ruler, least) for name, mapping in mappings.items()
    }
    return replace(template, mappings=sized), at


def _with_size(
    mapping: PlaceholderMapping, words: Line, ruler: Ruler, least: float
) -> PlaceholderMapping:
    footer = mapping.footer
    if footer is None:
        return mapping
    size = _footer_size(words, footer, ruler, least) or min(footer.size or least, least)
    return replace(mapping, footer=replace(footer, size=size))


def _footer_size(words: Line, slot: TemplatePlaceholder, ruler: Ruler, least: float) -> float:
    """Return the largest size at which words fit a footer, 0 for none."""
    size = min(slot.size or _LARGEST, _LARGEST)
    while size >= min(least, slot.size or least):
        # A footer's box is often lower than its one line, which then stands out above and below.
        high = max(slot.box.height, size * PITCH * (1 + HEIGHT_MARGIN))
        if ruler.height((Paragraph(words, ParagraphStyle(size)),), slot.box.width) <= high:
            return size
        size -= 0.5
    return 0.0


def report(data: bytes, theme: Theme) -> str:
    """Return which layouts stand for ours, with boxes in points (left, top, width, height).

    Raises:
        NotATemplateError: the bytes are no presentation that can be built on.
    """
    template = read(data)
    return "\n".join(_report_lines(template, theme)) + "\n"


def _report_lines(template: Template, theme: Theme) -> Iterator[str]:
    size, mapping = template.size, match_layouts(template, {})
    yield f"slides of {size.width:g} x {size.height:g} points, face {template.face or 'not said'}"
    yield ""
    widest = max(len(name) for name in BY_NAME)
    text = mapping.found.get(layout_for("text").name)
    headline = text.target.title.size if text and text.target.title else 0.0
    for name, found in mapping.found.items():
        deck_theme = themed(theme, template, found.target, region(found.target, size))
        on = mapped_layout(found, template, deck_theme, headline)
        yield f"{name:<{widest}}  ->  {found.target.label}  ({found.why})"
        for line in _said_places(on):
            yield f"{'':<{widest}}        {line}"
    if mapping.missing:
        yield ""
        yield "nothing stands for: " + ", ".join(mapping.missing)
        yield "  these need a title, and room below it for what they hold; add such layouts, or"
    else:
        yield ""
        yield "every layout of ours has one; if one is wrong,"
    yield "  map by hand in briefing.yaml, such as"
    yield "    layouts:"
    yield f"      {layout_for('text').name}: {template.layouts[0].label}"
    yield ""
    yield "its layouts: " + "; ".join(layout.label for layout in template.layouts)
    if template.left:
        yield ""
        yield "left out of decks:"
        yield from (f"  {line}" for line in said(template.left))


def _said_places(on: MappedLayout) -> Iterator[str]:
    grid = on.frame.grid
    sizes = f"{on.title_sizes[0]:g} to {on.title_sizes[-1]:g} points"
    yield f"title {_said_box(grid.title)}, {sizes}"
    for name in ("subtitle", "lead"):
        if name in grid.places:
            yield f"{name} {_said_box(grid.places[name])}"
    if "body" in grid.places:
        body = on.frame.type.body
        yield f"content {_said_box(grid.body)}, {body[0]:g} to {body[-1]:g} points"
    mapping = on.mapping
    kept = [
        name
        for name, slot in (("footer", mapping.footer), ("slide number", mapping.number))
        if slot
    ]
    foot = " and ".join(kept) or "no footer, no slide number"
    yield f"{len(mapping.slots)} of its placeholders filled; {foot}"


def _said_box(box: Box) -> str:
    return f"at {box.left:.0f}, {box.top:.0f}, {box.width:.0f} x {box.height:.0f}"
