"""The plan says, as plain data, what stands on every slide and where it comes from."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace

import pytest

from builder.blocks.pagebreak import PageBreak
from builder.model.blocks import Block, Heading, Section
from builder.model.text import Owner, Run, plain
from builder.outputs.pptx import DeckPlan, slides_by_figure
from builder.outputs.pptx.layouts import LAYOUTS
from builder.outputs.pptx.layouts.cards import NUMBER_SIZES
from builder.outputs.pptx.plan.lines import as_one
from builder.outputs.pptx.plan.model import (
    ChartItem,
    FilledForm,
    GroupItem,
    PlannedSlide,
    TableItem,
    TextItem,
)
from tests.charts import samples
from tests.outputs.pptx.making import (
    PLACE,
    briefing,
    cells,
    chart_use,
    complaints,
    kinds,
    listed,
    number,
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

CHARTS = (samples.column(), samples.bar(), samples.three_events())


TABLE = table("trade", ("Country", "Trade"), [("A", "much"), ("B", "little")])


def title(planned_slide: PlannedSlide) -> str:
    return plain(planned_slide.title.runs)


def texts(planned_slide: PlannedSlide, name: str) -> list[str]:
    """Return the paragraphs of a slide's text of that name."""
    return [
        plain(paragraph.runs)
        for item in planned_slide.items
        if isinstance(item, TextItem) and item.name == name
        for paragraph in item.paragraphs
    ]


def section(key: str, *headlines: str) -> Section:
    slides = tuple(slide(headline, listed("A point")) for headline in headlines)
    return Section(key, words(f"Section {key}"), (), slides, (), PLACE)


THREE = (section("a", "A one"), section("b"), section("c", "C one", "C two", "C three"))


def test_the_deck_opens_with_title_and_agenda_and_ends_with_its_sources() -> None:
    plan = planned(
        briefing(
            sections=(
                *THREE,
                Section(
                    "d", words("Section d"), (), (slide("D one", figures=("drones",)),), (), PLACE
                ),
            )
        )
    )
    layouts = [each.layout for each in plan.slides]
    assert layouts == [
        "title",
        "agenda",
        *["points"] * 4,
        "figures",
        "sources",
    ]
    assert [each.number for each in plan.slides] == list(range(1, 9))


@pytest.mark.parametrize(
    ("lengths", "opened"), [((3, 3), True), ((5, 1), True), ((4, 1), False), ((9,), False)]
)
def test_all_sections_have_an_opening_slide_or_none_has(
    lengths: tuple[int, ...], opened: bool
) -> None:
    sections = tuple(
        section(name, *(f"{name} {'abcdefghi'[at]}" for at in range(length)))
        for name, length in zip("xy", lengths, strict=False)
    )
    plan = planned(briefing(sections=sections))
    openings = [each for each in plan.slides if each.layout == "section"]
    assert [title(each) for each in openings] == ["Section x", "Section y"] * opened
    numbers = [plain(each.items[0].paragraphs[0].runs) for each in openings]  # type: ignore[union-attr]
    assert numbers == ["1", "2"] * opened


def test_the_agenda_names_the_sections_with_slides_and_leads_to_their_first_one() -> None:
    agenda = planned(briefing(sections=THREE)).slides[1]
    (item,) = agenda.items
    assert isinstance(item, TextItem)
    entries = [(plain(p.runs), p.target, plain(p.trailing)) for p in item.paragraphs]
    assert entries == [("Section a", 3, "3"), ("Section c", 4, "4")]


def test_one_section_needs_no_agenda() -> None:
    plan = planned(briefing(slide("Only", listed("A point"))))
    assert [each.layout for each in plan.slides] == ["title", "points"]


def test_a_long_agenda_goes_on_and_still_counts_right() -> None:
    many = tuple(section(f"s{n}", f"Headline of {chr(97 + n)}") for n in range(18))
    plan = planned(briefing(sections=many))
    agendas = [each for each in plan.slides if each.layout == "agenda"]
    assert [title(each) for each in agendas] == [
        "Agenda (1\u00a0of\u00a02)",
        "Agenda (2\u00a0of\u00a02)",
    ]
    first = agendas[0].items[0]
    assert isinstance(first, TextItem)
    assert first.paragraphs[0].target == 4


@pytest.mark.parametrize(
    ("blocks", "figures", "layout"),
    [
        ((listed("A", "B"),), (), "points"),
        ((said("A paragraph"),), (), "points"),
        ((chart_use("column"),), (), "chart"),
        ((chart_use("column"), listed("A")), (), "chart-points"),
        ((chart_use("column"),), ("drones",), "chart-takeaway"),
        ((chart_use("column"), chart_use("bar")), (), "two-charts"),
        ((), ("drones", "share"), "figures"),
        ((listed("A"),), ("drones",), "figures"),
        ((table_use("trade"),), (), "table"),
        ((table_use("trade"), listed("A")), (), "table"),
        ((chart_use("timeline"),), (), "timeline"),
        ((chart_use("timeline"), listed("A")), (), "timeline"),
        ((quotation("So it is", "Somebody"),), (), "quote"),
        ((question("Why?", said("Because")),), (), "question"),
    ],
)
def test_the_layout_follows_from_what_a_slide_holds(
    blocks: tuple[Block, ...], figures: tuple[str, ...], layout: str
) -> None:
    made = briefing(slide("One", *blocks, figures=figures), charts=CHARTS, tables=(TABLE,))
    assert planned(made).slides[1].layout == layout


def test_an_author_may_ask_for_a_layout() -> None:
    plan = planned(briefing(slide("Thanks", listed("Write to us"), layout="closing")))
    assert plan.slides[1].layout == "closing"


@pytest.mark.parametrize(
    ("made", "message"),
    [
        (
            slide("Odd", chart_use("column"), table_use("trade")),
            "sections/one.md:7:1: error: no layout holds a chart and a table together, as the"
            ' slide "Odd" does\n  split it into several slides, such as one with a chart (chart)'
            " and one with a table (table)",
        ),
        (
            slide("Empty"),
            'sections/one.md:7:1: error: the slide "Empty" holds nothing but its headline\n'
            "  give it points, a chart, a table, a picture, figures, a quotation or a question",
        ),
        (
            slide("Odd", listed("A"), layout="chrat"),
            'sections/one.md:7:1: error: unknown layout "chrat"\n  did you mean chart? known: ',
        ),
        (
            slide("Odd", listed("A"), layout="chart"),
            'sections/one.md:7:1: error: the layout "chart" cannot hold text\n'
            "  it holds one chart that is no diagram; leave :layout: out, and the layout follows",
        ),
        (
            slide("Odd", listed("A"), PageBreak(PLACE)),
            "sections/one.md:7:1: error: a page break cannot stand here on a slide\n",
        ),
        (
            slide("A headline " * 30, listed("A")),
            f'sections/one.md:7:1: error: the headline "{"A headline " * 30}" is too long for a'
            " slide\n  it must fit 4 lines of 20 points",
        ),
        (
            slide("Odd", said("much to say " * 300)),
            "does not fit on a slide, even in the smallest type\n  say it in fewer words, or"
            " spread it over more points or slides",
        ),
    ],
)
def test_what_cannot_be_placed_is_named_with_its_place(made: object, message: str) -> None:
    found = complaints(briefing(made, charts=CHARTS, tables=(TABLE,)))  # type: ignore[arg-type]
    assert any(message in each for each in found), found


def test_every_problem_is_found_in_one_run() -> None:
    found = complaints(briefing(slide("Empty"), slide("Odd", listed("A"), layout="chrat")))
    assert len(found) == 2


def test_two_slides_of_one_name_are_doubted() -> None:
    (found,) = complaints(briefing(slide("Same", listed("A")), slide("Same", listed("B"))))
    assert 'warning: two slides are called "Same"' in found


def test_a_template_of_ones_own_is_refused_rather_than_passed_over() -> None:
    made = briefing(slide("One", listed("A")))
    found = complaints(replace(made, meta=replace(made.meta, template="ours.pptx")))
    assert 'the template "ours.pptx" cannot be used' in found[0]


def test_continuations_say_which_part_they_are_and_only_the_first_has_notes() -> None:
    many = listed(
        *(f"Point that is long enough for a line of its own, {'a' * n}" for n in range(40))
    )
    plan = planned(briefing(slide("Much", many, notes=(said("Speak"),))))
    parts = plan.slides[1:]
    assert [title(each) for each in parts] == [
        f"Much ({n}\u00a0of\u00a0{len(parts)})" for n in range(1, len(parts) + 1)
    ]
    assert [len(each.notes) for each in parts] == [1, *[0] * (len(parts) - 1)]
    owned = [run for run in parts[0].title.runs if run.owner is not None]
    assert [run.owner.kind for run in owned if run.owner] == ["furniture"]


def test_notes_keep_their_lists() -> None:
    made = slide("One", listed("A"), notes=(said("First"), listed("then", "last", ordered=True)))
    notes = planned(briefing(made)).slides[1].notes
    assert [plain(line) for line in notes] == ["First", "1. then", "2. last"]


def test_a_slide_names_the_sources_of_its_figures_charts_and_tables() -> None:
    plan = planned(
        briefing(
            slide("One", listed((Run("It is "), number("share", "90%")))),
            slide("Two", chart_use("column")),
            slide("Three", table_use("trade")),
            slide("Four", listed("No figure at all")),
            slide("Five", figures=("drones", "share")),
            charts=CHARTS,
            tables=(TABLE,),
        )
    )
    lines = {title(each): texts(each, "Source") for each in plan.slides}
    assert lines["One"] == ["Source: not stated"]
    assert lines["Two"] == ["Source: Survey"]
    assert lines["Three"] == ["Source: Plan for 2030"]
    assert lines["Four"] == []
    assert lines["Five"] == ["Source: Survey; not stated"]


def test_the_last_slide_gives_the_sources_in_full() -> None:
    plan = planned(briefing(slide("One", figures=("share", "drones"))))
    assert [texts(plan.slides[-1], f"Card text {number}") for number in (1, 2)] == [
        ["Harbour Office, Survey of the quays, May\u00a02024"],
        ["Source not stated. Nobody says so."],
    ]


def test_the_words_of_all_source_cards_begin_as_far_below_their_edge() -> None:
    """However long those of a row are."""
    made = briefing(slide("One", figures=("share", "drones")))
    more = {
        f"s{at}": replace(made.sources["survey"], id=f"s{at}", title=title)
        for at, title in enumerate(["A very long title of many words, " * 4, *("Short",) * 5])
    }
    figures = [replace(each, sources=tuple(more)) for each in made.figures.values()]
    made = replace(
        made, sources={**made.sources, **more}, figures={each.id: each for each in figures}
    )
    last = planned(made).slides[-1]
    words = [each for each in last.items if isinstance(each, TextItem) and "Card" in each.name]
    panels = [each for each in last.items if isinstance(each, GroupItem)]
    assert len(words) == len(panels) == 6
    down = {
        round(card.box.top - min(shape.box.top for shape in panel.shapes), 2)
        for card, panel in zip(words, panels, strict=True)
    }
    assert len(down) == 1


def test_a_note_of_a_chart_stands_above_its_source() -> None:
    noted = replace(samples.column(), note=words("Counted twice."))
    plan = planned(briefing(slide("One", chart_use("column")), charts=(noted,)))
    assert texts(plan.slides[1], "Source") == ["Counted twice.", "Source: Survey"]


def test_a_chart_title_that_repeats_the_headline_is_printed_once() -> None:
    chart = samples.column()
    plan = planned(briefing(slide(plain(chart.title), chart_use("column")), charts=(chart,)))
    assert texts(plan.slides[1], "Caption") == [plain(chart.subtitle)]


def test_a_card_prints_the_hedge_and_describes_itself_in_full() -> None:
    panel, card = planned(briefing(slide("One", figures=("drones",)))).slides[1].items[:2]
    assert isinstance(panel, GroupItem)
    assert isinstance(card, TextItem)
    printed = [plain(paragraph.runs) for paragraph in card.paragraphs]
    assert printed == [">3,700", "Drones delivered", "reported, September 2024"]
    assert plain(panel.alt) == "Drones delivered: more than 3700 drones; reported, September 2024"


def test_marks_of_notes_are_left_to_the_paper() -> None:
    noted = listed((Run("Said"), Run("4", note=4, owner=None)))
    (item, *_) = planned(briefing(slide("One", noted))).slides[1].items
    assert isinstance(item, TextItem)
    assert plain(item.paragraphs[0].runs) == "Said"
    assert len(item.paragraphs[0].runs) == 1


def test_headings_become_bold_lines() -> None:
    heading = Heading(2, words("First"), "first", PLACE)
    (item, *_) = planned(briefing(slide("One", heading, listed("A")))).slides[1].items
    assert isinstance(item, TextItem)
    assert item.paragraphs[0].runs[0].strong


def test_the_footer_names_publisher_and_edition_and_on_the_last_slide_the_fingerprint() -> None:
    plan = planned(briefing(slide("One", listed("A")), slide("Two", listed("B"))))
    *before, last = [dict(foot)["Footer"] for foot in plan.furniture if foot]
    assert {plain(line) for line in before} == {"Harbour Office · Edition B"}
    assert plain(last) == "Harbour Office · Edition B · 1a2b3c4d"


@pytest.mark.longer
def test_every_owned_text_is_in_the_ledger_with_its_slide_and_channel(plan: DeckPlan) -> None:
    for each in plan.slides:
        here = Counter(
            (entry.text, entry.channel) for entry in plan.entries if entry.page == each.number
        )
        for item in each.items:
            if isinstance(item, TextItem):
                owned = [r.text for p in item.paragraphs for r in p.runs if r.owner]
                assert not Counter((text, "body") for text in owned) - here
            elif isinstance(item, TableItem):
                owned = [r.text for row in item.rows for c in row.cells for r in c.runs if r.owner]
                assert not Counter((text, "body") for text in owned) - here


def test_plotted_cells_are_in_the_ledger_under_their_owners() -> None:
    plan = planned(briefing(slide("One", chart_use("column")), charts=(samples.column(),)))
    cells = [entry for entry in plan.entries if entry.channel == "workbook"]
    values = [datum for series in samples.column().series for datum in series.data]
    assert [entry.text for entry in cells] == [str(datum.value) for datum in values]
    owners = [datum.label.owner for datum in values]
    assert [entry.owner for entry in cells] == [owner.id for owner in owners if owner]


def test_slides_by_figure_counts_notes_too() -> None:
    plan = planned(
        briefing(
            slide("One", figures=("drones",)),
            slide("Two", listed("A"), notes=(said((number("drones", "3,700"),)),)),
        )
    )
    assert slides_by_figure(plan) == {"drones": (2, 3)}


def test_slides_stand_in_named_sections_each_once() -> None:
    plan = planned(briefing(sections=THREE))
    assert [s.name for s in plan.sections] == ["Agenda", "Section a", "Section c"]
    numbers = [number for s in plan.sections for number in s.slides]
    assert numbers == list(range(1, len(plan.slides) + 1))


def test_headlines_share_one_size(plan: DeckPlan) -> None:
    headline = {layout.name for layout in LAYOUTS if layout.headline}
    sizes = {each.title.style.size for each in plan.slides if each.layout in headline}
    assert len(sizes) == 1
    assert sizes <= set(theme().deck.title)


def test_text_keeps_to_the_sizes_of_the_theme(plan: DeckPlan) -> None:
    smallest = theme().deck.body[-1]
    for each in plan.slides:
        for item in each.items:
            if isinstance(item, TextItem) and item.name in ("Text", "Agenda", "Answer", "Quote"):
                assert all(p.style.size >= smallest for p in item.paragraphs)


def test_everything_stands_inside_the_slide(plan: DeckPlan) -> None:
    for each in plan.slides:
        for box in (
            *(item.box for item in each.items if isinstance(item, ChartItem | TableItem)),
            *(
                shape.box
                for item in each.items
                if isinstance(item, GroupItem)
                for shape in item.shapes
                if isinstance(shape, FilledForm)
            ),
        ):
            assert box.width > 0
            assert box.height > 0
            assert box.left >= -0.01
            assert box.left + box.width <= plan.size.width + 0.01
            assert box.top + box.height <= plan.size.height


def test_every_layout_is_used_by_one_of_the_decks(plan: DeckPlan) -> None:
    """Those of pictures and maps are used by cases of their own (test_pictures, maps/test_maps)."""
    elsewhere = ("picture-", "map")
    others = {layout.name for layout in LAYOUTS if not layout.name.startswith(elsewhere)}
    others.remove("figure")  # charts/test_figure
    decks = plan, planned(kinds()), planned(cells())
    assert {each.layout for deck in decks for each in deck.slides} == others


def test_a_ukrainian_deck_speaks_ukrainian() -> None:
    made = briefing(slide("Перший", figures=("share",)), sections=())
    made = replace(made, sections=(*made.sections, *THREE))
    plan = planned(replace(made, meta=replace(made.meta, language="uk")))
    assert title(plan.slides[1]) == "Зміст"
    assert texts(plan.slides[2], "Source") == ["Джерело: не зазначено"]
    assert title(plan.slides[-1]) == "Джерела"


@pytest.mark.parametrize(("points", "smaller"), [(3, False), (8, True)])
def test_figures_are_set_smaller_where_their_points_then_stay_on_the_slide(
    points: int, smaller: bool
) -> None:
    made = briefing(slide("Both", listed(*["A point"] * points), figures=("drones", "share")))
    first, *more = [each for each in planned(made).slides if "Both" in title(each)]
    assert not more
    (card, *_) = [item for item in first.items if item.name.startswith("Figure")]
    assert isinstance(card, TextItem)
    sizes = [paragraph.style.size for paragraph in card.paragraphs]
    assert (max(sizes) < NUMBER_SIZES[0]) is smaller


def test_a_link_to_a_slide_is_one_run_whatever_owns_its_words() -> None:
    year = Run("2027", owner=Owner("date", "2027"))
    runs = (Run("What to do by "), year, Run(", and "), Run("why", strong=True))
    assert [run.text for run in as_one(runs, 5)] == ["What to do by 2027, and ", "why"]
    assert tuple(as_one(runs, 0)) == runs
