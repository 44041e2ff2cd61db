"""Slides use the room that they have: below their headline, beside a chart, before they go on."""

from __future__ import annotations

from dataclasses import replace
from functools import cache

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from builder.charts import native_chart
from builder.content import read_theme
from builder.model.text import Owner, Run, plain
from builder.outputs.pptx import DeckPlan, plan_deck
from builder.outputs.pptx.layouts.flow import flow
from builder.outputs.pptx.layouts.spacing import balanced
from builder.outputs.pptx.layouts.tiles import cells, filled_cells
from builder.outputs.pptx.layouts.timeline import timeline
from builder.outputs.pptx.plan.measure import WIDTH_MARGIN, Ruler, Voice
from builder.outputs.pptx.plan.model import (
    ChartItem,
    FilledForm,
    GroupItem,
    Item,
    Paragraph,
    ParagraphStyle,
    PlannedSlide,
    TableItem,
    TextItem,
)
from builder.outputs.pptx.plan.plot import plotted
from builder.outputs.pptx.plan.tables import autofit_table
from builder.problems import NOWHERE, Problems
from builder.theme.theme import LABEL, SMALL, Theme
from builder.units import Box
from tests.charts import samples
from tests.outputs.pptx.making import (
    HERE,
    briefing,
    chart_use,
    listed,
    planned,
    question,
    quotation,
    said,
    slide,
    table,
    table_use,
    theme,
    words,
)
from tests.shares import examples

LONG = "A headline that says in a full sentence what the slide shows, and then goes on for more "
HEADLINES = ("Short", LONG, LONG * 2)
TABLE = table("trade", ("Country", "Trade"), [("A", "much"), ("B", "little")])
CHARTS = (samples.bar(), samples.column())
BODIES = (
    (chart_use(CHARTS[0].id),),
    (table_use("trade"),),
    (said("A few words."), said("And a few more.")),
    (question("Why?", said("Because.")),),
    (quotation("Words that were said.", "Somebody"),),
    (chart_use(CHARTS[1].id), listed("A point", "Another")),
)


@cache
def named(name: str) -> Theme:
    found = read_theme(name, HERE, Problems(), NOWHERE)
    assert found is not None
    return found


def shown(plan: DeckPlan, title: str) -> list[PlannedSlide]:
    return [each for each in plan.slides if plain(each.title.runs).startswith(title)]


def tops(slide: PlannedSlide) -> list[float]:
    """Return where each item of a slide's body begins that has a place of its own."""
    found = []
    for item in slide.items:
        if isinstance(item, GroupItem):
            found += [shape.box.top for shape in item.shapes if isinstance(shape, FilledForm)]
        elif isinstance(item, TextItem) and item.name not in ("Source", "Tracker"):
            found += [item.box.top] if item.box else []
        elif isinstance(item, TableItem | ChartItem):
            found.append(item.box.top)
    return found


@pytest.mark.parametrize("at", range(len(BODIES)))
def test_a_body_stands_clear_of_its_headline_however_many_lines_that_has(at: int) -> None:
    ruler = Ruler(theme().deck)
    slides = (slide(headline, *BODIES[at]) for headline in HEADLINES)
    plan = planned(briefing(*slides, charts=CHARTS, tables=(TABLE,)))
    first = []
    for headline in HEADLINES:
        (found, *_) = shown(plan, headline)
        assert found.title_box is not None
        lines = ruler.lines(found.title, found.title_box.width)
        end = found.title_box.top + lines * found.title.style.size * ruler.pitch
        assert min(tops(found)) >= end + 10, (headline, at)
        first.append(min(tops(found)))
    assert first == sorted(first)
    assert first[0] < first[-1]


def test_what_the_headline_asks_is_not_asked_again() -> None:
    made = (
        slide("Why?", question("Why?", said("Because."))),
        slide("So", question("Why?", said("As said."))),
    )
    asked, other = (shown(planned(briefing(*made)), each)[0] for each in ("Why?", "So"))
    names = [
        [item.name for item in each.items if isinstance(item, TextItem)] for each in (asked, other)
    ]
    assert "Question" not in names[0]
    assert "Answer" in names[0]
    assert "Question" in names[1]


def test_a_question_and_a_quotation_stand_on_their_band_and_beside_their_bar() -> None:
    plan = planned(briefing(slide("Asked", *BODIES[3]), slide(LONG * 2, *BODIES[4])))
    for title, name, text in (("Asked", "Question band", "Question"), (LONG, "Bar", "Quote")):
        (found,) = shown(plan, title)
        items = {item.name: item for item in found.items}
        band, words_ = items[name], items[text]
        assert isinstance(band, GroupItem)
        assert isinstance(words_, TextItem)
        assert words_.box is not None
        (ground, *_) = (shape for shape in band.shapes if isinstance(shape, FilledForm))
        assert ground.box.top <= words_.box.top
        assert words_.box.top + words_.box.height <= ground.box.top + ground.box.height + 1


@pytest.mark.parametrize("word", ["Short", "Donaudampfschifffahrtsgesellschaftskapitän"])
def test_points_stand_on_a_panel_beside_their_chart_or_below_it_where_a_word_is_too_wide(
    word: str,
) -> None:
    content = briefing(slide("Here", chart_use(CHARTS[0].id), listed(word)), charts=CHARTS)
    (found,) = shown(planned(content), "Here")
    (chart,) = (item.box for item in found.items if isinstance(item, ChartItem))
    (text,) = (i.box for i in found.items if isinstance(i, TextItem) and i.name == "Text")
    (panel,) = (i.shapes[0] for i in found.items if isinstance(i, GroupItem) and i.name == "Panel")
    assert text is not None
    assert isinstance(panel, FilledForm)
    assert panel.box.left < text.left
    assert panel.box.top < text.top
    if word == "Short":
        assert chart.left + chart.width <= panel.box.left
    else:
        assert chart.top + chart.height <= panel.box.top


@settings(max_examples=examples(30), deadline=None)
@given(count=st.integers(1, 12), columns=st.integers(1, 4))
def test_cells_of_a_last_row_share_its_width(count: int, columns: int) -> None:
    columns = min(count, columns)
    box = Box(10, 20, 700, 300)
    found = filled_cells(box, count, columns)
    rows = -(-count // columns)
    assert len(found) == count
    assert found[: columns * (rows - 1)] == cells(box, columns, rows)[: columns * (rows - 1)]
    last = found[columns * (rows - 1) :]
    assert last[0].left == box.left
    assert last[-1].left + last[-1].width == pytest.approx(box.left + box.width)


@pytest.mark.parametrize("height", [120.0, 170.0, 240.0])
def test_parts_of_one_diagram_have_one_size(height: float) -> None:
    box, sizes, ruler = Box(54, 100, 620, height), (20.0, 16.0, 14.0, 12.0), Ruler(theme().deck)
    supply, events = samples.supply(), samples.timeline()
    uneven = replace(supply, flows=(*supply.flows, replace(supply.flows[0], says=words(LONG))))
    for groups in (flow(uneven, box, sizes, ruler), timeline(events, box, sizes, ruler)):
        assert len({size for group in groups for size in sizes_of(group)}) == 1


def sizes_of(group: GroupItem) -> set[float]:
    areas = (shape for shape in group.shapes if isinstance(shape, FilledForm))
    return {paragraph.style.size for area in areas for paragraph in area.paragraphs}


@pytest.mark.parametrize(("count", "size"), [(6, 20.0), (12, LABEL), (14, SMALL)])
def test_a_table_is_set_closer_and_in_small_print_before_it_goes_on(
    count: int, size: float
) -> None:
    ruler, box = Ruler(theme().deck), Box(54, 100, 852, 338)
    rows = [(f"Row {n}", "As before") for n in range(count)]
    fitted = autofit_table(table("t", ("Name", "Remark"), rows), box, theme().deck.body, ruler)
    assert len(fitted.parts) == 1
    assert {cell.style.size for row in fitted.parts[0] for cell in row.cells} == {size}


def test_a_theme_of_large_type_refuses_no_chart_that_others_show() -> None:
    chart = samples.waterfall()
    names = tuple(words("Förderung")[0] for _ in chart.categories)
    native = native_chart(replace(chart, categories=names), theme())
    assert native is not None
    for width in range(300, 700, 40):
        box = Box(40, 150, width, 250)
        found = plotted(native, box, Ruler(theme().deck))
        large = plotted(native, box, Ruler(named("large-print").deck))
        assert found is None or large is not None, width


def test_headlines_are_measured_in_the_face_that_sets_them() -> None:
    serif, sans = Ruler(named("ministry").deck).headlines, Ruler(named("ministry").deck)
    line = words("What is measured in one face is set in it")
    assert serif.width(line, 28.0, bold=True) < sans.width(line, 28.0, bold=True)
    house = Ruler(theme().deck)
    assert house.headlines.width(line, 28.0, bold=True) == house.width(line, 28.0, bold=True)


@settings(max_examples=examples(60), deadline=None)
@given(
    text=st.lists(st.text("abcdefghij", min_size=1, max_size=12), min_size=2, max_size=24),
    dashed=st.booleans(),
)
def test_a_balanced_title_is_no_wider_and_takes_no_more_room_than_it_has(
    text: list[str], dashed: bool
) -> None:
    ruler = Ruler(theme().deck)
    said_ = (
        " ".join(text)
        if not dashed
        else " ".join("-".join(text[at : at + 2]) for at in range(len(text)))
    )
    title = Paragraph(words(said_), ParagraphStyle(28.0, bold=True))
    lines, room = ruler.lines(title, 600.0), ruler.height((title,), 600.0) * 1.2
    assert ruler.lines(title, balanced(ruler, title, 600.0)) == lines
    wide = balanced(ruler, title, 600.0, room)
    assert wide <= 600.0
    assert ruler.height((title,), wide) <= max(room, ruler.height((title,), 600.0))
    assert ruler.lines(title, wide / (1 - WIDTH_MARGIN)) <= ruler.lines(title, wide)


@settings(max_examples=examples(60), deadline=None)
@given(
    before=st.lists(st.text("abcdefghij", min_size=1, max_size=9), min_size=4, max_size=9),
    after=st.lists(st.text("abcdefghij", min_size=1, max_size=9), min_size=1, max_size=6),
)
def test_no_line_of_a_balanced_title_ends_between_a_hedge_and_its_number(
    before: list[str], after: list[str]
) -> None:
    ruler = Ruler(theme().deck)
    figure = Run("at least 400 missiles", owner=Owner("figure", "missiles"))
    runs = (*words(" ".join(before) + " "), figure, *words(" " + " ".join(after)))
    title = Paragraph(runs, ParagraphStyle(28.0, bold=True))
    start = plain(runs).index("at least 400")
    parted = {start + len("at"), start + len("at least")}

    def lines(width: float) -> tuple[int, int]:
        counts = [len(way.fills) for way in ruler.broken(title, width)]
        return max(ruler.lines(title, width), *counts), min(counts)

    def partings(width: float) -> int:
        return sum(bool(parted & set(way.ends)) for way in ruler.broken(title, width))

    wide = balanced(ruler, title, 600.0)
    # Where every box that takes no line more parts them in one program or another, in the fewest.
    most, fewest = lines(600.0)
    tried = [(box, *lines(box)) for box in (600.0 - 12.0 * step for step in range(20))]
    boxes = [box for box, long, short in tried if long <= most and short <= fewest]
    assert partings(wide) <= min(map(partings, boxes))


@settings(max_examples=examples(60), deadline=None)
@given(
    before=st.lists(st.text("abcdefghij", min_size=1, max_size=9), min_size=2, max_size=30),
    wide=st.floats(150.0, 600.0),
)
def test_lines_of_a_face_that_may_be_narrower_than_allowed_for_are_known(
    before: list[str], wide: float
) -> None:
    figure = Run("at least 400 missiles", owner=Owner("figure", "missiles"))
    title = Paragraph((*words(" ".join(before) + " "), figure), ParagraphStyle(28.0))
    narrow = {way.ends for way in Ruler(theme().deck).broken(title, wide)}
    assume(len(narrow) == 1)
    # Twice as wide is allowed for, which no rounding changes.
    assert narrow <= {way.ends for way in Ruler(theme().deck, Voice(2.0)).broken(title, wide)}


def test_the_logo_of_a_theme_stands_on_the_title_slide_upon_a_plate_in_the_colour_of_paper() -> (
    None
):
    plan = plan_deck(briefing(slide("Said", said("Words."))), named("ministry"), Problems())
    cover = plan.master.layouts[plan.slides[0].layout]
    assert cover.logo is not None
    assert cover.logo.alt
    (plate,) = (mark for mark in cover.marks if mark.name == "Logo plate")
    assert plate.colour == "paper"
    logo, ground = cover.logo.box, plate.box
    assert ground.left < logo.left
    assert logo.left + logo.width < ground.left + ground.width <= plan.size.width
    assert logo.top + logo.height < ground.top + ground.height
    assert planned(briefing(slide("Said", said("Words.")))).master.layouts["title"].logo is None


def test_figures_that_go_on_over_slides_have_numbers_of_one_size() -> None:
    names = tuple(f"figure_{number}" for number in range(15))
    made = briefing(slide("All", figures=names))
    short = {name: words("9" * (1 + at)) for at, name in enumerate(names)}
    own = {name: {**made.printed["drones"], "short": short[name]} for name in names}
    parts = shown(planned(replace(made, printed={**made.printed, **own})), "All")
    assert len(parts) > 1

    def largest(items: tuple[Item, ...]) -> set[float]:
        cards = (item for item in items if item.name.startswith("Figure "))
        return {
            max(paragraph.style.size for paragraph in card.paragraphs)
            for card in cards
            if isinstance(card, TextItem)
        }

    assert len(set().union(*(largest(part.items) for part in parts))) == 1


@pytest.mark.parametrize(
    "name", ["2016", "The whole of the north coast", "Norhaven and its islands"]
)
def test_names_at_the_edges_of_an_area_stand_within_its_frame(name: str) -> None:
    chart, ruler = samples.area(), Ruler(theme().deck)
    ends = (*samples.runs([name]), *chart.categories[1:-1], *samples.runs([name]))
    native = native_chart(replace(chart, categories=ends, moments=()), theme())
    assert native is not None
    placed = plotted(native, Box(40, 100, 880, 330), ruler)
    assert placed is not None
    axis, (box, inner) = placed.native.category_axis, (placed.box, placed.inner)
    steps = (len(ends) - 1) / max(1, axis.every)
    half = min(ruler.width((Run(name),), placed.size), inner.width / steps) / 2
    assert axis.turned or inner.left - half >= box.left - 1
    shown = (len(ends) - 1) % max(1, axis.every) == 0
    right = inner.left + inner.width + half * shown
    assert axis.turned or right <= box.left + box.width + 1
