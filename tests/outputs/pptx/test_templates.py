"""Decks on a template of the user's own: mapping, fit, what is kept and what is dropped."""

from __future__ import annotations

import io
import re
from dataclasses import replace
from pathlib import Path

import pytest
from click.testing import CliRunner
from openxml_audit import OpenXmlValidator
from PIL import Image
from pptx import Presentation
from pptx.util import Pt

from builder.cli import app
from builder.model.briefing import Briefing
from builder.model.text import plain
from builder.outputs.pptx import (
    DeckPlan,
    describe_template,
    export_template,
    plan_deck,
    with_pages,
    write_deck,
)
from builder.outputs.pptx.plan.mapped import TemplateShape
from builder.outputs.pptx.plan.model import TextItem
from builder.outputs.pptx.template.art import Art
from builder.outputs.pptx.template.mapping import match_layouts
from builder.outputs.pptx.template.reading import read
from builder.problems import Problems
from builder.theme.theme import contrast
from builder.units import Box, Size
from builder.verify import read_deck
from builder.verify.fresh import unlike_plan
from tests.outputs.pptx import templates as t
from tests.outputs.pptx.lint import lint
from tests.outputs.pptx.making import (
    PAPER,
    briefing,
    listed,
    planned,
    said,
    showcase,
    slide,
    theme,
    written,
)
from tests.outputs.pptx.opened import A, Opened, P
from tests.shares import share

CASES = Path(__file__).parents[2] / "cases" / "strangers"
VARIANTS = {
    "plain": (),
    "renamed": (t.renamed,),
    "nameless and untyped": (t.renamed, t.untyped),
    "moved": (t.moved,),
    "without indices": (t.without_indices,),
    "titles only": (t.title_only,),
    "loud": (t.loud,),
    "dark": (t.dark,),
    "footless": (t.footless,),
    "pictured": (t.pictured,),
    "with samples": (t.with_samples,),
    "small text": (t.small_text,),
    "numbered from three": (t.numbered_from_three,),
    "title beside the agenda": (t.title_beside(300),),
    "title that leaves its agenda no room": (t.title_beside(620),),
}


def on(made: Briefing, data: bytes, **layouts: str) -> Briefing:
    """Return a briefing whose deck stands on a template."""
    by_hand = {key.replace("_", "-"): label for key, label in layouts.items()}
    meta = replace(made.meta, template="corporate.pptx", template_file=data, layouts=by_hand)
    return replace(made, meta=meta)


def complaints(made: Briefing) -> list[str]:
    problems = Problems()
    plan_deck(made, theme(), problems)
    return [str(problem) for problem in problems]


def layouts_by_ours(data: bytes) -> dict[str, str]:
    return {name: each.target.label for name, each in match_layouts(read(data), {}).found.items()}


@pytest.fixture(scope="module")
def small() -> Briefing:
    long = "A point that goes on for long enough to take two lines on a slide of the usual width"
    return briefing(
        slide("What the ships brought this year", listed(long, long, ("Short", ("Below",)))),
        slide("A second slide says more", said("One paragraph."), figures=("drones",)),
    )


@pytest.mark.parametrize("variant", share(VARIANTS, 12))
def test_a_deck_on_a_template_is_tidy_and_says_what_the_ledger_says(
    variant: str, small: Briefing, tmp_path: Path
) -> None:
    data = t.template(*VARIANTS[variant])
    plan = planned(on(small, data))
    path = tmp_path / "deck.pptx"
    write_deck(plan, theme(), path)
    assert lint(path.read_bytes()) == []
    assert [str(each) for each in unlike_plan(read_deck(path), plan.places)] == []


@pytest.fixture(scope="module")
def full(tmp_path_factory: pytest.TempPathFactory) -> tuple[DeckPlan, Path]:
    """Return the showcase on a template with samples."""
    data = t.template(t.with_samples)
    problems = Problems()
    plan = with_pages(plan_deck(on(showcase(), data), theme(), problems), PAPER)
    assert not problems.errors, [str(problem) for problem in problems]
    path = tmp_path_factory.mktemp("borrowed") / "deck.pptx"
    write_deck(plan, theme(), path)
    return plan, path


@pytest.mark.longer
def test_every_kind_of_slide_on_a_template_is_tidy(full: tuple[DeckPlan, Path]) -> None:
    plan, path = full
    assert lint(path.read_bytes()) == []
    assert [str(each) for each in unlike_plan(read_deck(path), plan.places)] == []


@pytest.mark.longer
def test_the_audit_finds_nothing_that_the_template_has_not(
    full: tuple[DeckPlan, Path], tmp_path: Path
) -> None:
    found = {str(error) for error in OpenXmlValidator().validate(str(full[1])).errors}
    if found:
        bare = tmp_path / "template.pptx"
        bare.write_bytes(t.template(t.with_samples))
        found -= {str(error) for error in OpenXmlValidator().validate(str(bare)).errors}
    assert found == set()


@pytest.mark.longer
def test_a_part_that_powerpoint_misses_in_a_template_is_added(tmp_path: Path) -> None:
    bare, path = tmp_path / "template.pptx", tmp_path / "deck.pptx"
    data = t.template(t.viewless)
    bare.write_bytes(data)
    told = [str(error) for error in OpenXmlValidator().validate(str(bare)).errors]
    assert any("viewProps" in error for error in told)
    plan = with_pages(plan_deck(on(showcase(), data), theme(), Problems()), PAPER)
    write_deck(plan, theme(), path)
    assert [str(error) for error in OpenXmlValidator().validate(str(path)).errors] == []


def test_samples_go_and_logos_footers_and_theme_stay(full: tuple[DeckPlan, Path]) -> None:
    _, path = full
    deck = Opened.of(path)
    said_everywhere = b"".join(deck.parts.values())
    for words in (b"Sample title", b"Sample text", b"Sample notes", b"Samples"):
        assert words not in said_everywhere
    assert b"Some Designer" not in said_everywhere
    assert b"ACME since 1911" in deck.parts["ppt/slideMasters/slideMaster1.xml"]
    own = Opened.of(t.template(t.with_samples))
    assert deck.parts["ppt/theme/theme1.xml"] == own.parts["ppt/theme/theme1.xml"]
    kinds = {ph.get("type") for each in deck.slides for ph in each.iter(f"{P}ph")}
    assert {"ftr", "sldNum"} <= kinds


def test_charts_tables_and_shapes_take_scheme_colours_only(full: tuple[DeckPlan, Path]) -> None:
    deck = Opened.of(full[1])
    drawn = [*deck.slides, *deck.charts]
    assert not any(list(each.iter(f"{A}srgbClr")) for each in drawn)
    assert any(list(each.iter(f"{A}schemeClr")) for each in deck.charts)


def test_text_in_their_placeholders_keeps_their_colour_and_face(
    full: tuple[DeckPlan, Path],
) -> None:
    for each in Opened.of(full[1]).slides:
        for shape in each.iter(f"{P}sp"):
            place = next(shape.iter(f"{P}ph"), None)
            if place is not None and place.get("type") in ("title", "ctrTitle"):
                assert not list(shape.iter(f"{A}solidFill", f"{A}latin"))


def test_layouts_are_found_by_name_then_by_type_then_by_places() -> None:
    named = layouts_by_ours(t.template())
    assert named["points"] == "Title and Content"
    assert named["two-charts"] == "Two Content"
    assert named["section"] == "Section Header"
    for changes in ((t.renamed,), (t.renamed, t.untyped)):
        found = layouts_by_ours(t.template(*changes))
        assert found["title"] == "Corporate 1"
        assert found["points"] in ("Corporate 2", "Corporate 8")
        assert found["two-charts"] == "Corporate 4"


def test_a_layout_with_a_centred_title_is_the_cover_wherever_it_stands() -> None:
    plainly = (t.renamed, t.untyped)
    assert layouts_by_ours(t.template(*plainly, t.cover_last))["title"] == "Corporate 1"


@pytest.mark.longer
def test_a_layout_with_a_centred_title_holds_no_content() -> None:
    plainly = (t.renamed, t.untyped)
    names = dict(zip(("points", "two-charts"), ("Corporate 2", "Corporate 4"), strict=True))
    for ours, name in names.items():
        assert layouts_by_ours(t.template(*plainly))[ours] == name
        found = layouts_by_ours(t.template(*plainly, t.centred(name)))
        assert found[ours] != name


def test_layouts_without_content_places_lend_what_is_free_under_the_title(
    small: Briefing,
) -> None:
    plan = planned(on(small, t.template(t.title_only)))
    assert plan.template is not None
    assert set(plan.template.mappings["points"].slots) == {0}
    points = next(each for each in plan.slides if each.layout == "points")
    assert points.items[0].box.top > points.title_box.top + points.title_box.height  # type: ignore[union-attr]


def test_placeholders_that_share_an_index_get_one_each() -> None:
    layouts = read(t.template(t.without_indices)).layouts
    pair = next(layout for layout in layouts if layout.name == "Two Content")
    indices = [place.index for place in pair.places if place.kind != "title"]
    assert len(set(indices)) == len(indices)
    assert 0 not in indices


@pytest.mark.longer
def test_capitals_spacing_and_open_lines_take_more_room(small: Briefing) -> None:
    def sizes(data: bytes) -> tuple[float, float]:
        plan = planned(on(small, data))
        points = [each for each in plan.slides if each.layout == "points"]
        return points[0].title.style.size, points[0].items[0].paragraphs[0].style.size  # type: ignore[union-attr]

    quiet, loud = sizes(t.template()), sizes(t.template(t.loud))
    assert loud[0] < quiet[0]
    assert loud[1] <= quiet[1]


def test_a_dark_template_gets_light_ink(small: Briefing) -> None:
    plan = planned(on(small, t.template(t.dark)))
    assert plan.template is not None
    colours = plan.template.theme.colours
    assert colours.ink == "#FFFFFF"
    for name in ("ink", "muted", "accent"):
        assert contrast(getattr(colours, name), colours.paper) >= 4.5


def test_a_layout_that_nothing_can_stand_for_is_named_with_the_key_to_map_it(
    small: Briefing,
) -> None:
    found = complaints(on(small, t.template(t.titleless)))
    assert found
    assert 'no layout of "corporate.pptx" can stand for our layout "points"' in found[0]
    assert 'layouts: {points: "..."}' in found[0]
    assert '"Blank"' in found[0]


@pytest.mark.longer
def test_layouts_are_mapped_by_hand(small: Briefing) -> None:
    data = t.template()
    plan = planned(on(small, data, points="Title Only"))
    assert plan.template is not None
    assert set(plan.template.mappings["points"].slots) == {0}
    assert 'the template has no layout "Titel"' in complaints(on(small, data, points="Titel"))[0]
    assert 'unknown layout "pionts"' in complaints(on(small, data, pionts="Title Only"))[0]
    assert (
        'layout "Blank" cannot stand for "points"' in complaints(on(small, data, points="Blank"))[0]
    )


def test_what_is_no_presentation_is_refused(small: Briefing) -> None:
    (found,) = complaints(on(small, b"no zip"))
    assert 'the template "corporate.pptx" cannot be used' in found


@pytest.mark.longer
def test_our_own_template_exported_and_used_gives_the_same_slides(small: Briefing) -> None:
    house, borrowed = planned(small), planned(on(small, export_template(theme(), "16:9")))
    assert [each.layout for each in borrowed.slides] == [each.layout for each in house.slides]
    for ours, theirs in zip(house.slides, borrowed.slides, strict=True):
        sizes = [
            [each.title.style.size]
            + [p.style.size for item in each.items for p in getattr(item, "paragraphs", ())]
            for each in (ours, theirs)
        ]
        assert sizes[0] == sizes[1]
        moved = [
            (getattr(one, "box", None), getattr(other, "box", None))
            for one, other in zip(ours.items, theirs.items, strict=True)
        ]
        assert all(one in (None, other) for one, other in moved)


def test_the_command_prints_the_mapping_and_what_is_missing(tmp_path: Path) -> None:
    path = tmp_path / "corporate.pptx"
    path.write_bytes(t.template())
    result = CliRunner().invoke(app, ["template", str(path)])
    assert result.exit_code == 0
    assert "points          ->  Title and Content  (by its name)" in result.output
    assert "every layout of ours has one" in result.output
    missing = describe_template(t.template(t.titleless), theme())
    assert "nothing stands for: title, agenda, section, process" in missing
    path.write_bytes(b"no zip")
    assert "cannot be used" in CliRunner().invoke(app, ["template", str(path)]).output


@pytest.mark.longer
def test_the_command_exports_our_own_template(tmp_path: Path) -> None:
    path = tmp_path / "house.pptx"
    result = CliRunner().invoke(app, ["template", "--export", str(path)])
    assert result.exit_code == 0
    assert layouts_by_ours(path.read_bytes())["figures"] == "Key figures"


def test_a_template_without_footers_prints_the_edition_at_the_end_of_the_source_line() -> None:
    made = briefing(slide("One", listed("A point")), slide("Two", figures=("drones",)))
    plan = planned(on(made, t.template(t.footless)))
    foots = [
        [plain(each.runs) for each in item.paragraphs]  # type: ignore[union-attr]
        for shown in plan.slides
        for item in shown.items
        if item.name == "Source"
    ]
    edition = "Harbour Office · Edition B"
    last = ["Source: Survey", f"{edition} · 1a2b3c4d"]
    assert foots == [[edition], last]


def test_what_a_layout_prints_itself_is_known_with_its_place() -> None:
    layout = read(t.template(t.printed)).layouts[1]
    assert layout.art is not None
    shapes = layout.art.shapes
    said = {
        plain(each.runs): shape.words
        for shape in shapes
        if shape.words is not None
        for each in shape.words.paragraphs
    }
    notice, side = said["Internal use only"], said["Ministry of Ports"]
    assert notice is not None
    assert side is not None
    style = notice.paragraphs[0].style
    assert (style.size, style.bold, style.colour, style.align) == (12, True, "#B00020", "r")
    assert (notice.upwards, side.upwards) == (False, True)
    assert side.box.left + side.box.width / 2 == pytest.approx(20)
    edges = {shape.edge.width: shape for shape in shapes if shape.edge is not None}
    assert {shape.edge.colour for shape in edges.values() if shape.edge} == {"#006080"}
    assert edges[2].outlines == (((20, 510), (940, 510)),)
    assert edges[1].edges == Box(10, 8, 940, 524)
    assert not any(shape.covers for shape in (*edges.values(),))
    assert not layout.art.is_drawn(Box(100, 100, 700, 300), plain=True), "a frame covers nothing"


def test_sources_stand_between_shapes_that_the_template_has_in_its_corners(tmp_path: Path) -> None:
    made = on(briefing(slide("Two", figures=("drones",))), t.template(t.cornered))
    shown = Presentation(written(made, tmp_path)).slides[1]
    (source,) = (shape for shape in shown.shapes if shape.name == "Source")
    marks = [shape for shape in shown.slide_layout.slide_master.shapes if shape.top == Pt(380)]
    left, right = sorted(marks, key=lambda mark: mark.left)
    assert source.top > left.top
    assert source.left >= left.left + left.width
    assert source.left + source.width <= right.left


@pytest.mark.parametrize(("at", "width"), share([(0, 150), (800, 160)], 2))
def test_text_keeps_clear_of_what_a_template_draws(at: int, width: int) -> None:
    made = briefing(slide("One", listed("A point")), slide("Two", figures=("drones",)))
    plan = planned(on(made, t.template(t.panelled(at, 0, width, 540, "C00000"))))
    left, right = at, at + width
    for shown in plan.slides:
        boxes = [shown.title_box, *(i.box for i in shown.items if isinstance(i, TextItem))]
        for box in boxes:
            assert box is not None
            assert box.left >= right - 1 or box.left + box.width <= left + 1, (shown.number, box)


def test_clear_room_begins_where_a_shape_above_ends() -> None:
    band = TemplateShape((((0, 0), (960, 0), (960, 200), (0, 200)),), "#101030")
    clear = Art(Size(960, 540), None, (band,)).clear(Box(100, 100, 600, 400), "#000000")
    assert clear is not None
    cell = 960 / 112
    assert clear.top == pytest.approx(200, abs=2 * cell)
    assert clear.top + clear.height == pytest.approx(500, abs=2 * cell)
    assert (clear.left, clear.width) == pytest.approx((100, 600), abs=2 * cell)


def test_text_on_a_dark_shape_has_a_colour_that_is_read_there() -> None:
    made = briefing(slide("One", listed("A point that is read")))
    plan = planned(on(made, t.template(t.panelled(0, 0, 960, 540, "101030"))))
    assert plan.template is not None
    colours = plan.template.theme.colours
    shown = plan.slides[1]
    texts = [
        shown.title,
        *(p for i in shown.items if isinstance(i, TextItem) for p in i.paragraphs),
    ]
    assert all(contrast(getattr(colours, p.style.colour), "#101030") >= 4.5 for p in texts)


def test_on_a_ground_that_is_not_known_text_keeps_to_the_colour_of_theirs() -> None:
    plan = planned(on(briefing(slide("One", listed("A point"))), t.template(t.pictured)))
    assert plan.template is not None
    colours = plan.template.theme.colours
    assert {colours.ink, colours.accent, colours.muted, *colours.series_text} == {"#FFFFFF"}


def test_where_a_layout_has_only_a_title_content_is_as_wide_as_the_masters() -> None:
    data = t.template(t.narrow_titles, t.title_only)
    plan = planned(on(briefing(slide("One", figures=("drones", "share"))), data))
    cards = [item for item in plan.slides[1].items if item.name.startswith("Figure")]
    lefts = [card.box.left for card in cards if isinstance(card, TextItem) and card.box]
    assert plan.slides[1].title_box.left > 200
    assert min(lefts) < 100


@pytest.mark.longer
def test_on_a_lower_slide_text_is_as_large_to_the_eye_as_on_ours_and_as_much_fits() -> None:
    many = tuple(f"Point number {at} of a slide that is full of them" for at in range(13))
    made = briefing(slide("Full", listed(*many)), slide("Figures", figures=("drones",)))
    plans = [planned(on(made, t.template(*each))) for each in ((), (t.lower,))]
    assert len(plans[0].slides) == len(plans[1].slides)
    texts = [[i for s in plan.slides for i in s.items if isinstance(i, TextItem)] for plan in plans]
    assert [min(p.style.size for i in each for p in i.paragraphs) for each in texts] == [12, 9]


def test_a_title_without_width_is_refused_by_its_words(small: Briefing) -> None:
    found = complaints(on(small, t.template(t.title_beside(8, "Headline and points"))))
    assert any(
        'the headline "What the ships brought this year" is too long' in one for one in found
    )


@pytest.mark.longer
def test_slides_are_numbered_from_one_whatever_the_template_says(tmp_path: Path) -> None:
    plan = planned(on(briefing(slide("One", listed("A point"))), t.template(t.numbered_from_three)))
    path = tmp_path / "deck.pptx"
    write_deck(plan, theme(), path)
    assert b"firstSlideNum" not in Opened.of(path).parts["ppt/presentation.xml"]


@pytest.mark.longer
def test_text_that_cannot_be_read_on_its_ground_draws_a_warning(small: Briefing) -> None:
    found = complaints(on(small, t.template(t.black_on_black)))
    assert any('can hardly be read on the layout "Title and Content"' in one for one in found)
    assert all("1.0:1" in one for one in found)
    assert complaints(on(small, t.template(t.dark))) == []


def test_text_that_cannot_be_read_on_a_plain_ground_is_set_in_the_templates_other_colour(
    tmp_path: Path,
) -> None:
    plan = planned(on(briefing(slide("One", listed("A point"))), t.template(t.black_on_black)))
    path = tmp_path / "deck.pptx"
    write_deck(plan, theme(), path)
    part = Opened.of(path).parts["ppt/slides/slide2.xml"].decode()
    runs = re.findall(r"<a:r>.*?</a:r>", part)
    said = [run for run in runs if "A point" in run or ">One<" in run]
    assert len(said) == 2
    assert all('schemeClr val="bg1"' in run for run in said)


@pytest.mark.longer
def test_a_master_whose_text_can_be_read_goes_before_one_whose_text_cannot() -> None:
    data = (CASES / "template-with-two-masters" / "tpl.pptx").read_bytes()
    masters = {each.target.master for each in match_layouts(read(data), {}).found.values()}
    assert masters == {"ppt/slideMasters/slideMaster1.xml"}


def pixel() -> bytes:
    buffer = io.BytesIO()
    Image.new("RGB", (1, 1), "#000000").save(buffer, "PNG")
    return buffer.getvalue()


@pytest.mark.parametrize("box", [Box(2000, 100, 50, 50), Box(100, 900, 50, 50)])
@pytest.mark.parametrize(("fill", "picture"), [("#000000", b""), ("", pixel())])
def test_what_a_template_draws_beside_the_slide_darkens_nothing(
    box: Box, fill: str, picture: bytes
) -> None:
    right, foot = box.left + box.width, box.top + box.height
    outline = ((box.left, box.top), (right, box.top), (right, foot), (box.left, foot))
    beside = Art(Size(960, 540), None, (TemplateShape((outline,), fill, picture),))
    assert beside.colour(Box(0, 0, 960, 540)) == "#FFFFFF"
    within = tuple((x % 950, y % 500) for x, y in outline)
    seen = Art(Size(960, 540), None, (TemplateShape((within,), fill, picture),))
    assert seen.colour(Box(0, 0, 960, 540)) != "#FFFFFF"


@pytest.mark.parametrize("box", [Box(2000, 100, 50, 50), Box(100, 900, 50, 50)])
def test_what_a_template_has_beside_the_slide_lies_on_nothing(box: Box) -> None:
    art = Art(Size(960, 540), None, ())
    assert art.is_calm(box)
    assert art.read(box, "#FFFFFF") == 1
    assert art.colour(box) == "#FFFFFF"
    assert art.clear(box, "#000000") is None
