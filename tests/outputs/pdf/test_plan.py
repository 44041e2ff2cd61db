"""The plan: what stands on the pages, in order, as plain data."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator
from dataclasses import replace
from typing import get_args

import pytest

from builder.language.dates import word
from builder.model import blocks
from builder.model.briefing import Exemption
from builder.model.text import plain
from builder.outputs.pdf.plan import endings, items, plan_paper
from builder.outputs.pdf.plan.paper import RULES, PaperPlan
from tests.outputs.pdf import making


def planned(*sections: blocks.Section, **options: object) -> PaperPlan:
    briefing = making.briefing(*sections, **options)
    return plan_paper(briefing, making.house_theme(), {})


def of(plan: PaperPlan, kind: type) -> list[items.Item]:
    return [item for item in plan.items if isinstance(item, kind)]


def all_items(found: tuple[items.Item, ...]) -> Iterator[items.Item]:
    for item in found:
        yield item
        for inside in ("items", "points", "below", "rows"):
            within = getattr(item, inside, ())
            yield from all_items(tuple(part for part in within if isinstance(part, items.Item)))


def test_every_kind_of_block_has_a_rule() -> None:
    assert set(RULES) == set(get_args(blocks.Block))


def test_every_kind_of_item_that_stands_alone_has_a_setter() -> None:
    from builder.outputs.pdf.write.setters import SETTERS

    within_others = {items.ListPoint, endings.RegisterRow}
    direct = set(items.Item.__subclasses__())
    every = direct | {below for kind in direct for below in kind.__subclasses__()}
    # Another output, the handout, brings items of its own with their setters.
    kinds = {kind for kind in every if kind.__module__.startswith("builder.outputs.pdf.")}
    assert set(SETTERS) == kinds - within_others


def test_planning_imports_no_reportlab() -> None:
    code = "import sys, builder.outputs.pdf; sys.exit('reportlab' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


def test_charts_and_tables_are_numbered_in_reading_order() -> None:
    use, chart = blocks.ChartUse("journeys_chart", making.HERE), making.chart()
    table = blocks.TableUse("short", making.HERE)
    plan = planned(
        making.section("one", "One", use, table),
        making.section("two", "Two", use),
        charts=[chart],
        tables=[making.table("short", 2)],
    )
    shown = of(plan, items.ChartFigure | items.Tabular)
    numbers = [plain(item.number) for item in shown]
    assert numbers == ["Figure\u00a01", "Table\u00a01", "Figure\u00a02"]


def test_a_chart_used_twice_keeps_an_anchor_for_each_place() -> None:
    use = blocks.ChartUse("journeys_chart", making.HERE)
    plan = planned(making.section("one", "One", use, use), charts=[making.chart()])
    anchors = [item.anchor for item in of(plan, items.ChartFigure)]
    assert anchors == ["chart:journeys_chart", "chart:journeys_chart-2"]


def test_anchors_are_unique() -> None:
    plan = plan_paper(making.full_briefing(), making.house_theme(), {})
    anchors = [item.anchor for item in all_items(plan.items)]
    assert len(anchors) == len(set(anchors))


def test_captions_speak_the_briefings_language() -> None:
    section = making.section("one", "Eins", blocks.TableUse("short", making.HERE))
    plan = planned(section, tables=[making.table("short", 2)], language="de")
    (table,) = of(plan, items.Tabular)
    assert plain(table.number) == "Tabelle\u00a01"
    assert plain(table.source) == "Quelle: Island survey."


def test_the_ledger_names_the_item_that_holds_a_figure() -> None:
    prose = making.prose("It counted ", making.figure("journeys", "at least 41,200 journeys"))
    plan = planned(making.section("one", "One", prose))
    found = [entry for entry in plan.ledger if entry.owner == "journeys"]
    assert [(entry.text, entry.within, entry.page) for entry in found] == [
        ("at least 41,200 journeys", "one.prose-1", 0),
        ("at least 41,200 journeys", "figure:journeys", 0),
    ]


def test_the_register_lists_what_a_derived_figure_is_computed_from() -> None:
    prose = making.prose("It sold ", making.figure("ratio", "2.2 times"), " as many.")
    (register,) = of(planned(making.section("one", "One", prose)), endings.Register)
    assert [row.figure for row in register.rows] == ["journeys", "mainland", "ratio"]
    inputs = register.rows[-1].inputs
    assert plain(inputs) == "computed from 90,500 journeys; at least 41,200 journeys"
    rows = [row.anchor for row in register.rows[:2]]
    assert sorted(run.link for run in inputs if run.link) == [f"#{row}" for row in rows]


def test_the_register_lists_figures_that_only_slides_or_charts_print() -> None:
    use = blocks.ChartUse("journeys_chart", making.HERE)
    briefing = making.briefing(making.section("one", "One", use), charts=[making.chart()])
    plan = plan_paper(briefing, making.house_theme(), {"tunnel": (3, 4), "slate": ()})
    (register,) = of(plan, endings.Register)
    slides = {row.figure: plain(row.slides) for row in register.rows}
    assert slides == {"journeys": "", "mainland": "", "tunnel": "3, 4"}


def test_the_register_says_where_a_hedge_was_dropped() -> None:
    bare = making.prose("Some ", making.figure("journeys", "41,200", "bare|number"), ".")
    title = making.says("Trains are full")
    slide = blocks.Slide(title, (bare,), (), (), "", "", making.HERE)
    section = replace(making.section("one", "One", bare), slides=(slide,))
    (register,) = of(planned(section), endings.Register)
    said = "printed without its hedge: One; Slide Trains are full"
    assert plain(register.rows[0].remark) == said


@pytest.mark.parametrize("language", ["de", "en", "fr", "uk"])
def test_a_group_says_once_that_no_period_is_stated(language: str) -> None:
    ids = "with", "without", "neither"
    used = making.prose(*(making.figure(id, "12 ") for id in ids))
    briefing = making.briefing(making.section("one", "One", used), language=language)
    figure, unstated = briefing.figures["slate"], word(language, "not_stated")
    printed = {"full": making.says("12"), "label": making.says("Slate")}
    periods = dict(zip(ids, (making.says("2024"), *[making.says(unstated)] * 2), strict=True))
    briefing = replace(
        briefing,
        figures={id: replace(figure, id=id, as_of=id if id == "with" else None) for id in ids},
        printed={id: {**printed, "as_of": periods[id]} for id in ids},
    )
    (register,) = of(plan_paper(briefing, making.house_theme(), {}), endings.Register)
    assert [plain(row.as_of) for row in register.rows] == ["2024", "", ""]
    (group,) = register.groups
    assert plain(group.note).lstrip("\u202f").startswith("; ")


def test_names_and_exempted_words_are_listed_under_the_register() -> None:
    exempt = Exemption(("two lines", "both lines"), making.says("they are named."), ())
    section = making.section("one", "One", making.prose("No number here."))
    briefing = making.briefing(section)
    meta = replace(briefing.meta, names=("Line 7",), exempt=(exempt,))
    plan = plan_paper(replace(briefing, meta=meta), making.house_theme(), {})
    (listed,) = of(plan, endings.Declared)
    assert [plain(line) for line in listed.lines] == [
        "Line 7: names.",
        "two lines, both lines: they are named.",
    ]
    assert plain(listed.title) == "Words with digits or numbers that are not figures"


def test_a_paper_without_figures_has_no_register() -> None:
    plan = planned(making.section("one", "One", making.prose("No number here.")))
    titles = [plain(item.text) for item in of(plan, items.SectionHeading)]
    assert titles == ["One", "Sources"]


def test_a_source_names_the_figures_that_rest_on_it() -> None:
    prose = making.prose("Some ", making.figure("share", "62%"), ".")
    source, unstated = of(planned(making.section("one", "One", prose)), endings.SourceEntry)
    assert plain(source.title) == "Survey of the island's railway"
    assert plain(source.details) == "Island Statistical Office, March\u00a02024"
    assert plain(source.states) == "Figures: Share of journeys made by commuters"
    assert plain(unstated.title) == "Source not stated"
    assert unstated.states == ()


def test_an_edition_that_is_a_bare_number_is_called_an_edition() -> None:
    section = making.section("one", "One", making.prose("Words."))
    assert plain(planned(section).footer).endswith(" · Edition 2")
    assert plain(planned(section, edition="First edition").footer).endswith(" · First edition")


def test_every_digit_that_the_plan_prints_has_an_owner() -> None:
    plan = plan_paper(making.full_briefing(), making.house_theme(), {"journeys": (1,)})
    stray = [
        run.text
        for run in _runs(replace(plan, ledger=()))
        if run.owner is None and any(map(str.isdigit, run.text))
    ]
    assert stray == []


def _runs(part: object) -> Iterator[making.Run]:
    if isinstance(part, making.Run):
        yield part
    elif isinstance(part, tuple):
        for inner in part:
            yield from _runs(inner)
    elif hasattr(part, "__dataclass_fields__"):
        for name in part.__dataclass_fields__:
            yield from _runs(getattr(part, name))
