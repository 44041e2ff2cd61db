"""The finished file is opened again: what PowerPoint, a speaker and a screen reader get."""

from __future__ import annotations

import io
import json
import re
from collections import Counter
from pathlib import Path

import pytest
from openxml_audit import OpenXmlValidator
from pptx import Presentation
from pptx.enum.shapes import PP_PLACEHOLDER

from builder.model.text import plain
from builder.outputs.pptx import DeckPlan, write_deck
from builder.outputs.pptx.layouts import BY_NAME
from builder.verify import read_deck
from builder.verify.carried import parse
from builder.verify.fresh import unlike_plan
from tests.outputs.pptx.making import theme
from tests.outputs.pptx.opened import A, Opened, P, R

DECORATIVE = "{http://schemas.microsoft.com/office/drawing/2017/decorative}decorative"
SECTION = "{http://schemas.microsoft.com/office/powerpoint/2010/main}"
# Laid over a chart, they say again what its own cells say to those who listen.
REPEATING = ("Ticks of ", "Categories of ", "Names in ", "Key to ", "Inner text of ")
# Whose words are in the alternate text of their group or panel, or repeat the agenda's.
SAID_BESIDE = ("Figure ", "Number", "Total ", "Tracker", "Sections")


@pytest.fixture(scope="module")
def opened(deck: Path) -> Opened:
    return Opened.of(deck)


@pytest.mark.longer
def test_the_audit_finds_nothing(deck: Path) -> None:
    result = OpenXmlValidator().validate(str(deck))
    assert [str(error) for error in result.errors] == []


@pytest.mark.longer
def test_verify_finds_what_the_ledger_says_and_nothing_else(deck: Path, plan: DeckPlan) -> None:
    assert [str(finding) for finding in unlike_plan(read_deck(deck), plan.places)] == []


@pytest.mark.longer
def test_the_same_plan_gives_the_same_bytes(deck: Path, plan: DeckPlan, tmp_path: Path) -> None:
    write_deck(plan, theme(), tmp_path / "again.pptx")
    assert (tmp_path / "again.pptx").read_bytes() == deck.read_bytes()


def test_no_member_tells_when_or_where_it_was_made(opened: Opened, deck: Path) -> None:
    import zipfile

    with zipfile.ZipFile(deck) as archive:
        members = archive.infolist()
    assert {member.date_time for member in members} == {(1980, 1, 1, 0, 0, 0)}
    assert {member.create_system for member in members} == {0}
    names = list(opened.names)
    assert names[0] == "[Content_Types].xml"
    assert names[1:] == sorted(names[1:])
    workbook = next(data for name, data in opened.parts.items() if name.endswith(".xlsx"))
    core = Opened.of(workbook).parts["docProps/core.xml"].decode()
    assert set(re.findall(r"\d{4}-\d\d-\d\dT", core)) == {"1980-01-01T"}


def test_every_slide_has_a_title_of_its_own_first_in_reading_order(
    deck: Path, plan: DeckPlan
) -> None:
    titles = []
    for slide in Presentation(str(deck)).slides:
        first = slide.shapes[0]
        assert first.is_placeholder
        assert first.placeholder_format.type in (PP_PLACEHOLDER.TITLE, PP_PLACEHOLDER.CENTER_TITLE)
        titles.append(first.text_frame.text)
    assert titles == [plain(planned.title.runs) for planned in plan.slides]
    assert len(set(titles)) == len(titles)


def test_items_stand_in_the_order_of_the_plan(deck: Path, plan: DeckPlan) -> None:
    for slide, planned in zip(Presentation(str(deck)).slides, plan.slides, strict=True):
        names = [shape.name for shape in slide.shapes]
        last = ["Footer", "Slide number"] if BY_NAME[planned.layout].furniture else []
        assert names == ["Title", *(item.name for item in planned.items), *last]


def test_slides_use_the_layouts_and_their_placeholders(deck: Path, plan: DeckPlan) -> None:
    for slide, planned in zip(Presentation(str(deck)).slides, plan.slides, strict=True):
        assert slide.slide_layout.name == BY_NAME[planned.layout].title
        known = {place.placeholder_format.idx for place in slide.slide_layout.placeholders}
        used = [place.placeholder_format.idx for place in slide.placeholders]
        assert set(used) <= known
        assert len(set(used)) == len(used)
        assert all(
            not place.has_text_frame or place.text_frame.text for place in slide.placeholders
        )


def test_charts_tables_and_groups_have_alt_text_or_say_nothing(opened: Opened) -> None:
    for slide in opened.slides:
        for frame in (*slide.iter(f"{P}graphicFrame"), *slide.iter(f"{P}grpSp")):
            properties = next(frame.iter(f"{P}cNvPr"))
            if next(properties.iter(DECORATIVE), None) is None:
                assert properties.get("descr"), properties.get("name")
            else:
                said = "".join(text.text or "" for text in frame.iter(f"{A}t"))
                name = properties.get("name", "")
                assert not said or name.startswith(REPEATING), name


def test_what_only_decorates_is_flagged_and_nothing_else_is(opened: Opened) -> None:
    behind = [
        *opened.numbered("ppt/slideLayouts/slideLayout"),
        *opened.numbered("ppt/slideMasters/slideMaster"),
    ]
    shapes = [
        shape for root in (*opened.slides, *behind) for shape in root.iter(f"{P}sp", f"{P}cxnSp")
    ]
    for shape in shapes:
        words = "".join(shape.itertext()).strip()
        is_placeholder = next(shape.iter(f"{P}ph"), None) is not None
        flagged = next(shape.iter(DECORATIVE), None) is not None
        group = shape.getparent().find(f"{P}nvGrpSpPr/{P}cNvPr")
        repeats = group is not None and group.get("name", "").startswith(REPEATING)
        if shape.getroottree().getroot() in opened.slides:
            repeats |= next(shape.iter(f"{P}cNvPr")).get("name", "").startswith(SAID_BESIDE)
        assert flagged == (repeats or (not words and not is_placeholder))


def test_shape_ids_are_unique_on_each_slide(opened: Opened) -> None:
    for slide in opened.slides:
        ids = [shape.get("id") for shape in slide.iter(f"{P}cNvPr")]
        assert len(set(ids)) == len(ids)


def test_every_run_says_its_language(opened: Opened) -> None:
    for root in (*opened.slides, *opened.numbered("ppt/notesSlides/notesSlide"), *opened.charts):
        for run in root.iter(f"{A}r", f"{A}fld"):
            properties = run.find(f"{A}rPr")
            assert properties is not None
            assert properties.get("lang") == "en-GB"


def test_footers_and_numbers_are_placeholders_and_numbers_are_fields(opened: Opened) -> None:
    for number, slide in enumerate(opened.slides, 1):
        kinds = Counter(place.get("type", "body") for place in slide.iter(f"{P}ph"))
        fields = [(f.get("type"), f.findtext(f"{A}t")) for f in slide.iter(f"{A}fld")]
        if number == 1:
            assert (kinds["ftr"], kinds["sldNum"], fields) == (0, 0, [])
        else:
            assert (kinds["ftr"], kinds["sldNum"]) == (1, 1)
            assert fields == [("slidenum", str(number))]


def test_notes_are_what_the_author_wrote(deck: Path, plan: DeckPlan) -> None:
    for slide, planned in zip(Presentation(str(deck)).slides, plan.slides, strict=True):
        written = (
            slide.notes_slide.notes_text_frame.text.split("\n") if slide.has_notes_slide else []
        )
        assert written == [plain(line) for line in planned.notes]


def test_the_agenda_links_to_the_slides_that_it_names(opened: Opened, plan: DeckPlan) -> None:
    agenda = opened.slides[3]
    targets = opened.targets("ppt/slides/slide4.xml")
    links = [
        targets[link.get(f"{R}id", "")]
        for link in agenda.iter(f"{A}hlinkClick")
        if link.get("action") == "ppaction://hlinksldjump"
    ]
    starts = [section.slides[0] for section in plan.sections[1:-2]]
    assert links == [f"ppt/slides/slide{start}.xml" for start in starts]


def test_every_slide_is_in_one_named_section(opened: Opened, plan: DeckPlan) -> None:
    root = opened.xml("ppt/presentation.xml")
    ids = [slide.get("id") for slide in root.iter(f"{P}sldId")]
    sections = list(root.iter(f"{SECTION}section"))
    assert [section.get("name") for section in sections] == [s.name for s in plan.sections]
    assert [each.get("id") for each in root.iter(f"{SECTION}sldId")] == ids


def test_colours_are_the_themes_alone(opened: Opened) -> None:
    drawn = [*opened.slides, *opened.charts, *opened.numbered("ppt/slideLayouts/slideLayout")]
    for root in drawn:
        assert next(root.iter(f"{A}srgbClr"), None) is None
    slots = {c.get("val") for c in opened.xml("ppt/theme/theme1.xml").iter(f"{A}srgbClr")}
    assert "10447C" in slots


def test_the_deck_names_a_face_that_every_machine_has(opened: Opened) -> None:
    faces = {
        face.get("typeface")
        for name in opened.names
        if name.startswith("ppt/") and name.endswith(".xml")
        for face in opened.xml(name).iter(f"{A}latin")
    }
    assert faces == {"Arial", "+mj-lt", "+mn-lt"}


def test_text_never_changes_its_size_by_itself(opened: Opened) -> None:
    for root in (*opened.slides, *opened.numbered("ppt/slideLayouts/slideLayout")):
        assert next(root.iter(f"{A}normAutofit", f"{A}spAutoFit"), None) is None


def test_tables_have_a_header_row_and_cells_for_every_column(opened: Opened) -> None:
    tables = [table for slide in opened.slides for table in slide.iter(f"{A}tbl")]
    assert tables
    for table in tables:
        properties = table.find(f"{A}tblPr")
        assert properties is not None
        assert properties.get("firstRow") == "1"
        assert properties.get("firstCol") == "1"
        columns = len(list(table.iter(f"{A}gridCol")))
        assert {len(row.findall(f"{A}tc")) for row in table.iter(f"{A}tr")} == {columns}


def test_the_ledger_and_the_fingerprint_ride_along(opened: Opened, plan: DeckPlan) -> None:
    part = opened.xml("customXml/item1.xml")
    assert part.tag == "{urn:paperdeck:ledger}ledger"
    assert json.loads(part.text or "")["format"] == 2
    carried = parse(part.text or "", "deck")
    assert not carried.problems
    identity = (carried.fingerprint, carried.slug, carried.edition)
    assert identity == (plan.fingerprint, "showcase", "Second edition")
    texts = sorted(place.text for place in carried.places)
    assert texts == sorted(place.text for place in plan.places)
    assert plan.fingerprint[:8].encode() in opened.parts["docProps/custom.xml"]


def test_properties_come_from_the_content(deck: Path) -> None:
    core = Presentation(str(deck)).core_properties
    assert core.title == "Rail freight and passengers in four regions"
    assert core.author == "Anna Example; Ben Sample"
    assert core.language == "en-GB"
    assert (core.created, core.modified) == (core.created, core.created)
    assert f"{core.created:%Y-%m-%d}" == "2025-03-01"


def test_part_names_count_without_gaps(opened: Opened, plan: DeckPlan) -> None:
    def numbers(stem: str) -> list[int]:
        found = (re.fullmatch(rf"{stem}(\d+)\.\w+", name) for name in opened.names)
        return sorted(int(match[1]) for match in found if match)

    assert numbers("ppt/slides/slide") == list(range(1, len(plan.slides) + 1))
    assert numbers("ppt/charts/chart") == list(range(1, len(opened.charts) + 1))
    assert len(opened.charts) >= 10


def test_the_template_opens_alone_and_offers_every_layout(plan: DeckPlan) -> None:
    from builder.outputs.pptx.write.own_template import own_template

    empty = Presentation(io.BytesIO(own_template(plan.master, theme())))
    assert [layout.name for layout in empty.slide_layouts] == [x.title for x in BY_NAME.values()]
    for layout in empty.slide_layouts:
        indices = [place.placeholder_format.idx for place in layout.placeholders]
        assert 0 in indices
        assert len(set(indices)) == len(indices)
