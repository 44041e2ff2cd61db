"""A briefing in; the whole deck as plain data out, with every mistake that only the deck can find.

Order: title, agenda, then each section's slides, opened by a slide of its own where the deck's
sections have several, and the sources of everything shown.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import partial
from typing import Final

from builder.charts import native_chart
from builder.charts.registry import unnamed
from builder.facts.heard import spoken_line
from builder.facts.sources import named_first
from builder.frozen import replace
from builder.memory import remembered_of
from builder.model.blocks import Section
from builder.model.briefing import Briefing
from builder.model.text import Line, Owner, plain, words
from builder.outputs.pptx.compose import automatic
from builder.outputs.pptx.compose.asked import asking, planned_again
from builder.outputs.pptx.compose.automatic import closing_content, source_ids
from builder.outputs.pptx.compose.drafts import Draft
from builder.outputs.pptx.compose.order import chapters, deck_sections, opened_sections, presented
from builder.outputs.pptx.compose.slides import (
    bearing,
    numbered,
)
from builder.outputs.pptx.compose.stated import stated_slides, with_takeaways
from builder.outputs.pptx.compose.trying import authored, drafts_of
from builder.outputs.pptx.layouts import BY_NAME, layout_for
from builder.outputs.pptx.layouts.base import LayoutContext, Purpose, SlideFrame
from builder.outputs.pptx.layouts.dress import own_master, shown
from builder.outputs.pptx.layouts.logo import plate_of
from builder.outputs.pptx.plan.content import SlideContent, slide_content
from builder.outputs.pptx.plan.deck import DeckPlan, SlideGrid
from builder.outputs.pptx.plan.ledger import BEHIND, FOOTER, NUMBER
from builder.outputs.pptx.plan.mapped import UserTemplate
from builder.outputs.pptx.plan.measure import Ruler
from builder.outputs.pptx.plan.model import ChartItem, PlannedSlide, TextItem
from builder.outputs.pptx.plan.over import ringed_names, rings_of
from builder.problems import Problems
from builder.theme.theme import Theme
from builder.units import SLIDE_SIZES

FRONT: Final = "*front"
SOURCES: Final = "*sources"
CLOSING: Final = "*closing"
"""What stands before and after the content's sections; no file's stem can be called so."""

_BYTES: Final = 20_000  # that a slide takes


def plan_deck(briefing: Briefing, theme: Theme, problems: Problems) -> DeckPlan:
    """Return the deck's plan; what cannot be placed is left out and named in `problems`."""
    theme = theme.on_screen
    context, template, drafts = drafted(briefing, theme, problems)
    slides = tuple(
        _heard_again(slide, briefing.meta.language) for slide in numbered(drafts, context, problems)
    )
    _warn_of_unnamed(slides, briefing, problems)
    if template is not None:
        from builder.outputs.pptx.template.apply import warn_of_faint, with_footer

        warn_of_faint(template, {slide.layout for slide in slides}, briefing.meta, problems)
        template, wording = with_footer(
            template, automatic.last_footers(context), context.ruler, context.grid.size
        )
    else:
        wording = 0
    foots = automatic.footers(context)[wording], automatic.last_footers(context)[wording]
    bearer = bearing([draft.layout for draft in drafts], context)
    names = {section.id: plain(section.title) for section in briefing.sections}
    names |= {FRONT: context.word("agenda"), SOURCES: context.word("sources")}
    names |= {CLOSING: context.word("about_briefing")}
    return DeckPlan(
        title=plain(briefing.title),
        subtitle=plain(briefing.subtitle),
        description=plain(briefing.meta.message.says),
        authors=briefing.meta.authors,
        keywords=briefing.meta.about.keywords,
        publisher=briefing.meta.publisher,
        language=briefing.meta.language,
        slug=briefing.meta.slug,
        edition=briefing.meta.edition,
        fingerprint=briefing.fingerprint,
        date=briefing.meta.date,
        size=context.grid.size,
        footer=foots[0],
        last_footer=foots[1],
        bearer=bearer,
        slides=slides,
        sections=deck_sections(slides, names),
        furniture=tuple(
            _furniture(slide, foots[slide.number == bearer], template) for slide in slides
        ),
        snapshot=briefing.snapshot,
        master=planned_again((), "master", context, lambda _: own_master(context, theme), problems),
        template=template,
    )


def drafted(
    briefing: Briefing, theme: Theme, problems: Problems
) -> tuple[LayoutContext, UserTemplate | None, list[Draft]]:
    """Return the slides in order, without numbers; what they stand on, and the user's template."""
    context, template = _context(briefing, theme.on_screen, problems)
    sections = chapters(briefing, problems)
    listed = tuple({each.id: each for each in sections if presented(each)}.values())
    opened = set(opened_sections(sections))
    found = []
    for section in sections:
        openings = listed if section.id in opened else ()
        opened.discard(section.id)
        found.append((section, _chapter(section, openings, context, problems)))
    return context, template, _in_order(found, context, problems)


def _heard_again(slide: PlannedSlide, tag: str) -> PlannedSlide:
    return remembered_of(slide, ("heard", tag), partial(_heard, slide, tag), lambda _: _BYTES)


def _heard(slide: PlannedSlide, tag: str) -> PlannedSlide:
    """Return a slide whose alternate texts are as they are said."""
    items = (
        item if isinstance(item, TextItem) else replace(item, alt=spoken_line(item.alt, tag))
        for item in slide.items
    )
    return replace(slide, items=tuple(items))


def _warn_of_unnamed(
    slides: Iterable[PlannedSlide], briefing: Briefing, problems: Problems
) -> None:
    """Warn of points that a chart has no room to name."""
    for slide in slides:
        rings = {item.name: ringed_names(item) for item in slide.items}
        for item in slide.items:
            if isinstance(item, ChartItem):
                points = (point for series in item.native.series for point in series.points)
                printed = [run.text for point in points for run in point.label]
                printed += rings.get(rings_of(item.chart), ())
                chart = briefing.charts[item.chart]
                warning = unnamed(chart, printed, f"on slide {slide.number}")
                if warning:
                    problems.warning(chart.place, *warning)


def _context(
    briefing: Briefing, theme: Theme, problems: Problems
) -> tuple[LayoutContext, UserTemplate | None]:
    """Return what layouts work with: on the user's template where there is one that can be used."""
    applied = None
    if briefing.meta.template:
        from builder.outputs.pptx.template.apply import apply_template

        applied = apply_template(briefing.meta, theme, problems)
    template = applied.template if applied else None
    deck_theme = template.theme if template else theme
    grid = applied.grid if applied else SlideGrid(SLIDE_SIZES[briefing.meta.slide])
    drawn = {name: native_chart(chart, deck_theme) for name, chart in briefing.charts.items()}
    natives = {name: chart for name, chart in drawn.items() if chart is not None}
    shows = "" if applied else shown(briefing)
    plate = 0.0 if applied else plate_of(deck_theme, grid)
    frame, ruler = SlideFrame(grid, deck_theme.deck, shows, plate), Ruler(deck_theme.deck)
    mapped_layouts = applied.mapped_layouts if applied else {}
    context = LayoutContext(frame, deck_theme, briefing, ruler, natives, mapped_layouts)
    return asking(context), template


def slides_by_figure(plan: DeckPlan) -> dict[str, tuple[int, ...]]:
    """Return the numbers of the slides that show each figure, notes and charts included."""
    found: dict[str, set[int]] = {}
    for place in plan.places:
        for run in place.owned:
            if run.kind == "figure":
                found.setdefault(run.owner, set()).add(place.page)
    return {figure: tuple(sorted(numbers)) for figure, numbers in found.items()}


def _chapter(
    section: Section, listed: Sequence[Section], context: LayoutContext, problems: Problems
) -> list[Draft]:
    """Return a section's slides, after its opening slide, which shows it among those `listed`.

    There is no opening where none is.
    """
    drafts: list[Draft] = []
    if listed:
        number = [each.id for each in listed].index(section.id) + 1
        opening = automatic.section_content(section, number, listed)
        drafts += _made("section opening", opening, context, problems)
    told = partial(_told, section, context)
    return [*drafts, *planned_again((section,), "chapter", context, told, problems)]


def _told(section: Section, context: LayoutContext, problems: Problems) -> tuple[Draft, ...]:
    """Return a section's own slides."""
    drafts: list[Draft] = []
    for slide in section.slides:
        sorted_ = slide_content(slide, section.id, context.briefing, problems)
        held = with_takeaways(sorted_, slide, context.briefing)
        drafts += authored(held, slide.layout, context, problems)
    return tuple(drafts)


def _in_order(
    filled: list[tuple[Section, list[Draft]]], context: LayoutContext, problems: Problems
) -> list[Draft]:
    """Return all slides in order; the agenda knows where the sections start."""
    front = [*_made("cover", automatic.title_content(context, FRONT), context, problems)]
    for purpose, stated in stated_slides(context, FRONT):
        front += _made(purpose, stated, context, problems)
    filled = [(section, drafts) for section, drafts in filled if drafts]

    def agenda(pages: int) -> list[Draft]:
        starts, at = [], len(front) + pages + 1
        entries: list[Section] = []
        for section, drafts in filled:
            shown = [place for place, draft in enumerate(drafts) if not draft.content.hidden]
            if shown and section.id not in (entry.id for entry in entries):
                starts.append(at + shown[0])
                entries.append(section)
            at += len(drafts)
        contents = automatic.agenda_content(context, entries, starts, FRONT)
        return _made("agenda", contents, context, problems)

    if len({section.id for section, _ in filled if presented(section)}) > 1:
        # An agenda of several slides moves the starts that it prints.
        first = agenda(1)
        front += first if len(first) == 1 else agenda(len(first))
    body = [draft for _, drafts in filled for draft in drafts]
    used: dict[str, None] = {}
    for draft in front + body:
        used.update(dict.fromkeys(source_ids(draft.title, draft.items, context.briefing)))
    if used:
        order = named_first(used, context.briefing.sources)
        listed = automatic.sources_content(context, order, SOURCES)
        body += _made("list of sources", listed, context, problems)
    return front + body + _closing(context, problems)


def _closing(context: LayoutContext, problems: Problems) -> list[Draft]:
    """Return the closing slide, unless the briefing wants none or a user's template has no room."""
    layout = layout_for("closing")
    mapped = context.mapped_layouts
    if not context.briefing.meta.closing or (mapped and layout.name not in mapped):
        return []
    return _made("closing", closing_content(context, CLOSING), context, problems)


def _made(
    purpose: Purpose, content: SlideContent, context: LayoutContext, problems: Problems
) -> list[Draft]:
    """Return the slides that nobody writes, of what stands on them."""
    made = partial(drafts_of, layout_for(purpose), content, context)
    return planned_again((), (purpose, content), context, made, problems)


def _furniture(
    slide: PlannedSlide, footer: Line, template: UserTemplate | None
) -> tuple[tuple[str, Line], ...]:
    """Return what stands at a slide's foot and behind it, each under the name of its shape."""
    number = words(str(slide.number), Owner("furniture", "slide"))
    if template is None:
        both = (*(((FOOTER, footer),) if footer else ()), (NUMBER, number))
        return both if BY_NAME[slide.layout].furniture else ()
    mapping = template.mappings[slide.layout]
    found = [(FOOTER, footer)] if mapping.footer and footer else []
    found += [(NUMBER, number)] if mapping.number else []
    behind = Owner("furniture", "template")
    return (*found, *((BEHIND, words(text, behind)) for text in mapping.texts))
