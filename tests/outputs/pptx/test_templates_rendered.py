"""LibreOffice draws decks on templates: every word stands in the box that was planned for it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from builder.outputs.pptx import DeckPlan, write_deck
from builder.outputs.pptx.plan.mapped import TemplatePlaceholder
from builder.outputs.pptx.plan.model import FilledForm, GroupItem, PlannedSlide
from builder.units import Box
from tests.outputs.pptx import templates as t
from tests.outputs.pptx.making import (
    briefing,
    listed,
    planned,
    question,
    said,
    slide,
    table,
    table_use,
)
from tests.outputs.pptx.making import theme as house
from tests.outputs.pptx.test_rendered import inside, words_by_page
from tests.outputs.pptx.test_templates import on
from tests.rendering.render import converted

pytestmark = pytest.mark.longer

BUNDLED = Path("/usr/lib/libreoffice/share/template/common/presnt")
BROUGHT = ("Beehive", "DNA")
CHANGES: tuple[t.Change, ...] = (t.moved, t.title_only, t.loud)
LONG = (
    "A point that goes on for long enough to take two lines on a slide of the usual width, no less"
)


def plan_on(data: bytes) -> DeckPlan:
    rows = [["Rail", LONG], ["Road", "Short"], ["Sea", LONG]]
    made = briefing(
        slide(
            "What the ships brought this year, and what they took away again", listed(LONG, LONG)
        ),
        slide("Figures stand above text", listed("One", "Two"), figures=("drones", "share")),
        slide("A table of three rows says what went where", table_use("ways")),
        slide("Asked and answered", question("Who pays for it?", said(LONG))),
        tables=(table("ways", ("Way", "What"), rows),),
    )
    return planned(on(made, data))


Drawn = dict[str, tuple[DeckPlan, Path]]


@pytest.fixture(scope="module")
def drawn(tmp_path_factory: pytest.TempPathFactory) -> Drawn:
    """The plans of decks on all templates and their PDFs, drawn by one start of LibreOffice."""
    folder = tmp_path_factory.mktemp("templates")
    brought = [path for name in BROUGHT if (path := BUNDLED / f"{name}.otp").exists()]
    data = {change.__name__: t.template(change) for change in CHANGES}
    if brought:
        data |= {path.stem: path.read_bytes() for path in converted(brought, folder, "pptx")}
    plans = {name: plan_on(template) for name, template in data.items()}
    decks = [folder / f"on-{name}.pptx" for name in plans]
    for plan, deck in zip(plans.values(), decks, strict=True):
        write_deck(plan, house(), deck)
    pdfs = converted(decks, folder, "pdf")
    return dict(zip(plans, zip(plans.values(), pdfs, strict=True), strict=True))


def boxes(each: PlannedSlide, plan: DeckPlan) -> Iterator[Box]:
    """Yield every box in which our text may stand."""
    assert plan.template is not None
    fitting = plan.template.mappings[each.layout]
    yield each.title_box
    for slot in (fitting.footer, fitting.number):
        if slot is not None:
            yield _roomy(slot)
    for item in each.items:
        if isinstance(item, GroupItem):
            yield from (shape.box for shape in item.shapes if isinstance(shape, FilledForm))
        elif item.box is not None:
            yield item.box


def _roomy(slot: TemplatePlaceholder) -> Box:
    """Return a footer's box, whose one line may be higher than it."""
    return slot.outer._replace(top=slot.outer.top - 12, height=slot.outer.height + 24)


def spilled(plan: DeckPlan, pdf: Path) -> list[tuple[int, str, Box]]:
    assert plan.template is not None
    behind = {word for f in plan.template.mappings.values() for s in f.texts for word in s.split()}
    pages = words_by_page(pdf)
    assert len(pages) == len(plan.slides)
    return [
        (each.number, text, word)
        for each, page in zip(plan.slides, pages, strict=True)
        for text, word in page
        if text not in behind and not any(inside(word, box) for box in boxes(each, plan))
    ]


@pytest.mark.rendering
@pytest.mark.parametrize("change", CHANGES)
def test_text_on_a_template_stands_in_its_box(change: t.Change, drawn: Drawn) -> None:
    assert spilled(*drawn[change.__name__]) == []


@pytest.mark.rendering
@pytest.mark.parametrize("name", BROUGHT)
def test_text_on_a_template_that_libreoffice_brings_stands_in_its_box(
    name: str, drawn: Drawn
) -> None:
    if name not in drawn:
        pytest.skip(f"LibreOffice has no template {name} here")
    assert spilled(*drawn[name]) == []
