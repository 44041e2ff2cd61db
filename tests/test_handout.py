"""The handout as it is printed: every slide with its words and notes, and no digit unaccounted."""

from __future__ import annotations

import re
import shutil
import tomllib
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from types import SimpleNamespace
from typing import Any
from unittest.mock import MagicMock, patch

import pikepdf
import pypdfium2
import pytest

from builder import load, project
from builder.cli import run
from builder.model.briefing import Briefing
from builder.model.ledger import PaperPages, PaperPart
from builder.model.text import plain
from builder.outputs import LaidOut, Plans
from builder.outputs.handout import Handout, handout, make_file, picture, plan_handout, set_handout
from builder.outputs.handout.plan import SlideView
from builder.outputs.handout.tagging import Tag, is_passed_over
from builder.outputs.pdf import write_paper
from builder.outputs.pptx import plan_deck
from builder.outputs.pptx.compose.feet_and_notes import with_pages
from builder.outputs.pptx.plan.deck import DeckPlan
from builder.outputs.pptx.plan.model import GroupItem, PlannedSlide, TableItem, TextItem
from builder.problems import Problems
from builder.seals.operators import content_of
from builder.theme.theme import Theme
from builder.units import Box, mm
from builder.verify import read
from builder.verify.fresh import unlike_plan
from builder.verify.trust import examined
from tests import finished
from tests.altering import glyphs_of_paper, strings_of_paper, with_glyphs, with_string
from tests.outputs.pdf import gate
from tests.outputs.pptx import templates
from tests.outputs.pptx.making import briefing as made_of
from tests.outputs.pptx.making import listed, said, showcase, slide, theme
from tests.outputs.pptx.test_templates import on
from tests.shares import share

ROOT = Path(__file__).resolve().parents[1]
FINGERPRINT = load(ROOT / "content").short_fingerprint
CONTENT = ROOT / "content"
NAME = "russias-suppliers-handout.pdf"


class Anywhere(dict[Any, PaperPart]):
    """Pages of a paper that is not laid out: whatever is looked for stands on its third page."""

    def __missing__(self, _: Any) -> PaperPart:
        return PaperPart("Figure 1", 3)


def printed(briefing: Briefing, theme: Theme, path: Path) -> DeckPlan:
    """Write a briefing's handout, held against its own ledger; return the deck that it shows."""
    problems = Problems()
    deck = with_pages(plan_deck(briefing, theme, problems), PaperPages(Anywhere()))
    pages = set_handout(plan_handout(handout(deck, theme, problems), briefing), theme)
    assert not problems.errors
    write_paper(pages, path)
    assert unlike_plan(read(path), pages.places) == ()
    return deck


@pytest.fixture(scope="module")
def plans() -> Plans:
    return project.plan(CONTENT, Problems())


@pytest.fixture(scope="module")
def out(house: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """All three files, the handout built after the others."""
    folder = shutil.copytree(house, tmp_path_factory.mktemp("handout") / "out")
    project.build(CONTENT, folder, ("handout",))
    return folder


@pytest.fixture(scope="module")
def laid(plans: Plans, one_cache: Path) -> LaidOut:
    return project.lay_out(plans, one_cache)


@pytest.fixture(scope="module")
def deck(laid: LaidOut) -> DeckPlan:
    return laid.deck


def squeezed(text: str) -> str:
    return re.sub(r"[\s\u00ad\u2011-]", "", text)


def page_texts(path: Path) -> list[str]:
    return [squeezed("".join(page.pieces("body"))) for page in read(path).pages[1:]]


def slides_in(path: Path) -> Iterator[tuple[str, list[str]]]:
    """Yield of each slide, as a screen reader meets it: heading, and all else that is read."""
    tagged = gate.read(path)
    for sect in tagged.all("Sect")[1:]:
        head, *rest = [kid for kid in sect.kids if isinstance(kid, gate.Element)]
        assert head.role == "H2"
        yield tagged.says(head), [text for kid in rest for text in read_of(kid, tagged)]


def read_of(element: gate.Element, tagged: gate.Tagged) -> Iterator[str]:
    """Yield what is read of an element, block by block, without the marks of lists."""
    if element.role == "Figure":
        yield gate.plain(str(element.held.Alt))
    elif any(isinstance(kid, tuple) or kid.role == "Link" for kid in element.kids):
        if element.role != "Lbl":
            yield tagged.says(element)
    else:
        for kid in element.kids:
            yield from read_of(kid, tagged)


@pytest.mark.longer
def test_every_slide_is_read_with_its_title_its_points_and_its_notes_in_order(
    out: Path, deck: DeckPlan
) -> None:
    shown = list(slides_in(out / NAME))
    assert [head for head, _ in shown] == [
        gate.plain(f"{slide.number} {plain(slide.title.runs)}") for slide in deck.slides
    ]
    for planned, (_, told) in zip(deck.slides, shown, strict=True):
        own = len(planned.notes) - planned.grounds
        notes = [*planned.notes[own:], *planned.notes[:own]]
        assert told == [*spoken(planned), *(gate.plain(plain(line)) for line in notes)]


def spoken(slide: PlannedSlide) -> Iterator[str]:
    """Yield what a slide says to those who cannot see it, block by block."""
    for item in slide.items:
        if isinstance(item, GroupItem) and item.figures:
            continue  # a panel, which the text that is laid over it says here
        if isinstance(item, TextItem) and is_passed_over(item):
            continue  # where the deck stands, which every slide shows
        if isinstance(item, TextItem):
            for paragraph in item.paragraphs:
                trailing = f" {plain(paragraph.trailing)}" if paragraph.trailing else ""
                yield gate.plain(plain(paragraph.runs) + trailing)
        elif isinstance(item, TableItem):
            yield from (gate.plain(plain(cell.runs)) for row in item.rows for cell in row.cells)
        elif item.alt:
            yield gate.plain(plain(item.alt))


def test_slides_are_structure_in_their_pictures(out: Path) -> None:
    tagged = gate.read(out / NAME)
    assert max(len(str(figure.held.Alt)) for figure in tagged.all("Figure")) < 800
    (table,) = tagged.all("Table")
    rows = [kid for kid in table.kids if kid.role == "TR"]
    assert [kid.role for kid in table.kids[:1]] == ["Caption"]
    assert [str(cell.held.A.Scope) for cell in rows[0].kids] == ["/Column", "/Column"]
    for row in rows[1:]:
        assert [cell.role for cell in row.kids] == ["TH", "TD"]
        assert str(row.kids[0].held.A.Scope) == "/Row"
    agenda = tagged.all("L")[0]
    assert [entry.role for entry in agenda.kids] == ["LI"] * 8
    assert str(agenda.held.A.ListNumbering) == "/Decimal"
    assert [tagged.says(entry) for entry in agenda.kids[:2]] == [
        "1. Summary 5",
        "2. Iran: drones, missiles and know-how 7",
    ]
    leads = [place.text for place in read(out / NAME).places if place.channel == "link"]
    assert leads[:2] == ["#slide:5", "#slide:7"]
    assert sum(lead.startswith("russias-suppliers.pdf#page=") for lead in leads) > 2


@pytest.mark.longer
def test_what_decorates_a_slide_or_stands_on_every_one_is_not_read(out: Path) -> None:
    said = gate.read(out / NAME).reading()
    assert FINGERPRINT in said  # of the handout's own head
    assert said.count(FINGERPRINT) == 1
    assert "First edition" not in said.split("4 Agenda")[1].split("About this briefing")[0]


def test_every_word_of_every_slide_is_on_its_page(out: Path, plans: Plans, deck: DeckPlan) -> None:
    pages = page_texts(out / NAME)
    at = 0
    for view in handout(deck, plans.theme, Problems()).slides:
        words = [squeezed(run.text) for run in (*view.title, *view.picture.printed)]
        words += [squeezed(run.text) for line in view.notes for run in line]
        while not all(word in pages[at] for word in words):
            at += 1
            assert at < len(pages), (view.number, words)


@pytest.mark.longer
@pytest.mark.parametrize("page", ["A4", "Letter"])
@pytest.mark.parametrize("name", ["paperdeck", "ministry"])
def test_the_real_handout_passes_both_standards(
    plans: Plans, tmp_path: Path, name: str, page: str
) -> None:
    from builder.content import read_theme

    meta = replace(plans.briefing.meta, page=page)
    found = read_theme(name, CONTENT, Problems(), meta.place)
    assert found is not None
    printed(replace(plans.briefing, meta=meta), found, tmp_path / "handout.pdf")
    assert gate.failures(tmp_path / "handout.pdf") == []
    assert gate.faults(tmp_path / "handout.pdf") == []


@pytest.mark.longer
def test_every_layout_and_every_kind_of_chart_passes_both_standards(tmp_path: Path) -> None:
    printed(showcase(), theme(), tmp_path / "handout.pdf")
    assert gate.failures(tmp_path / "handout.pdf") == []
    assert gate.faults(tmp_path / "handout.pdf") == []


@pytest.mark.longer
def test_slides_of_four_to_three_stand_on_letter_paper(tmp_path: Path) -> None:
    letter = ROOT / "tests" / "cases" / "letter"
    assert run(["handout", str(letter), "--out", str(tmp_path), "-q"]) == 0
    path = tmp_path / "cedar-county-water-handout.pdf"
    assert gate.failures(path) == []
    assert gate.faults(path) == []
    with pypdfium2.PdfDocument(path) as document:
        assert {page.get_size() for page in document} == {(612, 792)}
    frames = list(pictures_of(path))
    assert len(frames) == len(list(slides_in(path)))
    for _, (_, _, width, height) in frames:
        assert round(width / height, 2) == 1.33
    tagged = gate.read(path)
    for figure in tagged.all("Figure"):
        left, foot, right, top = map(float, figure.held.A.BBox)
        page, _ = next(figure.marks())
        assert any(
            number == page
            and x <= left < right <= x + width + 0.01
            and y <= foot < top <= y + height + 0.01
            for number, (x, y, width, height) in frames
        )


def pictures_of(path: Path) -> Iterator[tuple[int, tuple[float, ...]]]:
    """Yield where the slides' pictures stand: page from 0, left, foot, width and height."""
    with pikepdf.open(path) as document:
        for number, leaf in enumerate(document.pages):
            for edges in re.findall(rb"0\.5 w ([\d. ]+) re S", content_of(leaf)):
                yield number, tuple(map(float, edges.split()))


@pytest.mark.parametrize("name", share(["paperdeck", "ministry", "large-print"], 3))
def test_what_has_twelve_points_on_a_slide_has_six_in_the_handout(
    out: Path, deck: DeckPlan, plans: Plans, tmp_path: Path, name: str
) -> None:
    from builder.content import read_theme

    path = out / NAME
    if name != "paperdeck":
        found = read_theme(name, CONTENT, Problems(), plans.briefing.meta.place)
        assert found is not None
        path = tmp_path / "handout.pdf"
        deck = printed(plans.briefing, found, path)
    frames = list(pictures_of(path))
    assert len(frames) == len(deck.slides)
    assert [frame for _, frame in frames if 12 * frame[2] / deck.size.width < 5.99] == []
    with pypdfium2.PdfDocument(path) as document:
        wide = document[0].get_width()
    assert [frame for _, frame in frames if frame[0] < 36 or frame[0] + frame[2] > wide - 36] == []


def test_links_to_the_paper_open_the_file_that_lies_beside_at_its_page(out: Path) -> None:
    with pikepdf.open(out / NAME) as document:
        held = [each for page in document.pages for each in page.get("/Annots", ())]
        opened = [each.A for each in held if "/A" in each and each.A.S == "/GoToR"]
        assert all("/URI" not in each.A for each in held if "/A" in each)
    assert {str(action.F) for action in opened} == {"russias-suppliers.pdf"}
    with pypdfium2.PdfDocument(out / "russias-suppliers.pdf") as document:
        assert all(0 <= int(action.D[0]) < len(document) for action in opened)


def test_the_footer_stands_once_on_a_page_and_not_in_its_pictures(
    out: Path, deck: DeckPlan
) -> None:
    footer = squeezed(plain(deck.footer))
    with pypdfium2.PdfDocument(out / NAME) as document:
        for page in list(document)[1:]:
            assert squeezed(page.get_textpage().get_text_range()).count(footer) == 1


@pytest.mark.longer
def test_the_handout_agrees_with_paper_and_deck_and_is_up_to_date_until_the_content_changes(
    out: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    for other in ("russias-suppliers.pdf", "russias-suppliers.pptx"):
        assert run(["compare", str(out / NAME), str(out / other)]) == 0
        assert "the same figures" in capsys.readouterr().out
    assert run(["check", str(CONTENT), "--out", str(out)]) == 0
    assert run(["handout", str(CONTENT), "--out", str(out)]) == 0
    assert f"{out / NAME} is up to date" in capsys.readouterr().out


@pytest.mark.longer
def test_a_figure_changed_once_changes_everywhere_and_check_names_the_old_handout(
    out: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    content = tmp_path / "content"
    shutil.copytree(CONTENT, content)
    figures = content / "figures.yaml"
    figures.write_text(figures.read_text("utf-8").replace("value: 3700", "value: 4321"), "utf-8")
    assert finished.count(out / NAME, "3,700") > 5
    shutil.copy(out / NAME, tmp_path / NAME)
    assert run(["check", str(content), "--out", str(tmp_path), "-q"]) == 3
    said = capsys.readouterr().err
    again = "build again (make handout, or paperdeck handout)"
    assert f"{tmp_path / NAME}: built from another content: {again}" in said
    assert "drones_delivered: more than 3,700 drones -> more than 4,321 drones" in said
    assert run(["handout", str(content), "--out", str(tmp_path), "-q"]) == 0
    assert finished.count(tmp_path / NAME, "3,700") == 0
    assert finished.count(tmp_path / NAME, "4,321") == finished.count(out / NAME, "3,700")


@pytest.mark.longer
def test_the_same_slides_give_the_same_bytes(out: Path, laid: LaidOut, tmp_path: Path) -> None:
    make_file(laid, tmp_path / NAME)
    assert (tmp_path / NAME).read_bytes() == (out / NAME).read_bytes()


@pytest.mark.longer
def test_a_digit_changed_in_a_finished_handout_is_found(out: Path, tmp_path: Path) -> None:
    altered = tmp_path / "altered.pdf"
    glyphs = [glyph for glyph in glyphs_of_paper(out / NAME) if glyph.others][::37]
    for glyph in {glyph.page: glyph for glyph in glyphs}.values():
        with_glyphs(out / NAME, altered, {glyph: glyph.others[0]})
        findings = examined("handout", read(altered)).changed
        assert {finding.page for finding in findings} == {glyph.page}
        assert all(str(finding).startswith("handout page") for finding in findings)
    for place in strings_of_paper(out / NAME)[::60]:
        with_string(out / NAME, altered, place, 3)
        assert examined("handout", read(altered)).changed, place


@pytest.mark.longer
def test_a_writer_that_draws_other_than_it_was_told_is_caught(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    import builder.outputs.pdf.write.player as player

    honest = player._words
    monkeypatch.setattr(
        player,
        "_words",
        lambda canvas, text, name: honest(
            canvas, replace(text, text=text.text.replace("≥11,000", "≥12,000")), name
        ),
    )
    (tmp_path / NAME).write_bytes(b"an older handout")
    assert run(["handout", str(CONTENT), "--out", str(tmp_path), "-q"]) == 4
    said = capsys.readouterr().err
    where = "handout page 2, slide:3, paragraph"
    assert f'{where}: expected "≥11,000", found "≥12,000" (figure arms_containers)' in said
    assert '≥12,000 Shahed-136 drones from…" (figure arms_containers)' in said
    assert "this is a bug in Paperdeck" in said
    assert (tmp_path / NAME).read_bytes() == b"an older handout"


def without_a_note(made: Handout) -> Handout:
    return replace(made, slides=tuple(replace(view, notes=view.notes[1:]) for view in made.slides))


def without_alternate_texts(made: Handout) -> Handout:
    return replace(made, slides=tuple(map(unseen, made.slides)))


def unseen(view: SlideView) -> SlideView:
    made: dict[Tag | None, Tag | None] = {None: None}
    for tag in view.picture.tags:
        made[tag] = replace(tag, alt=(), parent=made[tag.parent])
    drawn = tuple(replace(each, tag=made[each.tag]) for each in view.picture.stretches)
    tags = tuple(tag for tag in made.values() if tag is not None)
    return replace(view, picture=replace(view.picture, tags=tags, stretches=drawn))


def without_a_slide(made: Handout) -> Handout:
    return replace(made, slides=made.slides[:5] + made.slides[6:])


@pytest.mark.longer
@pytest.mark.parametrize(
    "loses", share([without_a_note, without_alternate_texts, without_a_slide], 3)
)
def test_what_the_deck_says_and_the_handout_would_not_is_a_bug_that_is_found(
    plans: Plans, deck: DeckPlan, loses: Any
) -> None:
    from builder.outputs.pdf import NotDrawnError

    pictured = loses(handout(deck, plans.theme, Problems()))
    with pytest.raises(NotDrawnError):
        set_handout(plan_handout(pictured, plans.briefing), plans.theme)


WORDS = [one + two for one in ("", "twenty-", "thirty-", "forty-") for two in ("one", "two", "six")]


@pytest.mark.longer
def test_long_notes_go_on_overleaf_and_hidden_slides_are_marked(tmp_path: Path) -> None:
    paragraphs = tuple(said(f"{word.capitalize()}: " + "and on it goes, " * 40) for word in WORDS)
    steps = listed("The first step", "The second", ordered=True)
    long = slide("Much is said", listed("A point"), notes=(*paragraphs, steps))
    hidden = replace(slide("Kept for questions", listed("Another")), hidden=True)
    path = tmp_path / "handout.pdf"
    printed(made_of(long, hidden, slide("The last", listed("Third"))), theme(), path)
    assert gate.failures(path) == []
    assert gate.faults(path) == []
    told = " ".join(next(beside for head, beside in slides_in(path) if "Much" in head))
    assert [word for word in WORDS if f"{word.capitalize()}: and on" not in told] == []
    assert told.count("Slide 2, continued") == 2
    assert "1. The first step 2. The second" in told
    backup = [beside for _, beside in slides_in(path) if "Backup slide" in beside]
    assert len(backup) == 1
    pages = page_texts(path)
    assert len(pages) >= 3
    inside_the_margins(path)


UNPRINTED = mm(6)  # at the edges of a sheet, which printers do not reach
LOWER = mm(18)  # the margin below the text


def inside_the_margins(path: Path) -> None:
    """Hold text to the margins; below it stands the footer, in one line, where printers reach."""
    with pypdfium2.PdfDocument(path) as document:
        for page in document:
            text, (wide, _) = page.get_textpage(), page.get_size()
            lower = []
            for at in range(text.count_chars()):
                left, foot, right, _ = text.get_charbox(at)
                if right > left:
                    assert left >= 56
                    assert right <= wide - 54  # a space may hang
                    assert foot >= UNPRINTED
                    lower += [text.get_charbox(at, loose=True)] if foot < LOWER else []
            assert max(box[1] for box in lower) < min(box[3] for box in lower), "one line"


@pytest.mark.parametrize("change", share([templates.footless, templates.pictured], 2))
def test_slides_on_a_users_template_say_all_that_they_say_there(
    tmp_path: Path, change: templates.Change
) -> None:
    figures = slide("Two figures", listed("A point"), figures=("drones", "share"))
    made = on(made_of(figures, slide("Said", said("A paragraph."))), templates.template(change))
    printed(made, theme(), tmp_path / "handout.pdf")
    assert gate.faults(tmp_path / "handout.pdf") == []
    pages = page_texts(tmp_path / "handout.pdf")
    # The head names the edition, each page's foot does, and so do slides.
    assert "".join(pages).count(squeezed("Edition B")) > 1 + len(pages)


SHAPES: dict[str, dict[str, Any]] = tomllib.loads(
    (ROOT / "tests" / "cases" / "template-shapes.toml").read_text("utf-8")
)
SIDE, PITCH, FIRST = 45, (110, 75), (60, 300)
COLOURS = [
    f"{200 - 12 * at:02X}{40 + 12 * at:02X}{(90 * at) % 250:02X}" for at in range(len(SHAPES))
]


def corner(at: int) -> tuple[float, float]:
    """Return the upper left corner of a shape, in points of the slide."""
    return FIRST[0] + at % 7 * PITCH[0], FIRST[1] + at // 7 * PITCH[1]


def drawn(at: int, case: dict[str, Any]) -> str:
    """Return a shape as a slide's XML, in a colour of its own."""
    box = (case.get("wide", SIDE), case.get("high", SIDE))
    fill = f'<a:solidFill><a:srgbClr val="{COLOURS[at]}"/></a:solidFill>'

    def frame(left: float, top: float, wide: float, high: float, more: str = "") -> str:
        spot = f'<a:off x="{round(left * 12700)}" y="{round(top * 12700)}"/>'
        size = f'<a:ext cx="{round(wide * 12700)}" cy="{round(high * 12700)}"/>'
        return f"{spot}{size}{more}"

    def shape(inner: str) -> str:
        turned = f"<a:xfrm {case.get('frame', '')}>{inner}</a:xfrm>"
        named = f'<p:nvSpPr><p:cNvPr id="{900 + at}" name="Mark"/><p:cNvSpPr/><p:nvPr/></p:nvSpPr>'
        return f"<p:sp>{named}<p:spPr>{turned}{case['geometry']}{fill}</p:spPr></p:sp>"

    if "group" not in case:
        return shape(frame(*corner(at), *box))
    plane = f'<a:chExt cx="{100 * 12700}" cy="{100 * 12700}"/>'
    own = f'<a:chOff x="{30 * 12700}" y="{-20 * 12700}"/>{plane}'
    named = f'<p:cNvPr id="{800 + at}" name="Marks"/><p:cNvGrpSpPr/><p:nvPr/>'
    return (
        f"<p:grpSp><p:nvGrpSpPr>{named}</p:nvGrpSpPr><p:grpSpPr><a:xfrm>"
        f"{frame(*corner(at), *case['group'], own)}</a:xfrm></p:grpSpPr>"
        f"{shape(frame(30, -20, 100, 100))}</p:grpSp>"
    )


def test_shapes_of_a_users_template_show_where_they_show_on_the_slide(tmp_path: Path) -> None:
    cases = list(SHAPES.values())
    shapes = templates.shaped(drawn(at, case) for at, case in enumerate(cases))
    made = on(made_of(slide("Said", said("A paragraph."))), templates.template(shapes))
    deck = printed(made, theme(), tmp_path / "handout.pdf")
    page, (left, foot, wide, high) = list(pictures_of(tmp_path / "handout.pdf"))[1]
    with pypdfium2.PdfDocument(tmp_path / "handout.pdf") as document:
        shown = document[page].render(scale=4).to_pil().convert("RGB")
    scale = 4 * wide / deck.size.width

    def seen(x: float, y: float) -> str:
        top = shown.height - 4 * (foot + high)
        red, green, blue = shown.getpixel((round(4 * left + scale * x), round(top + scale * y)))
        return f"{red:02X}{green:02X}{blue:02X}"

    for at, (name, case) in enumerate(SHAPES.items()):
        (x, y), box = corner(at), (case.get("wide", SIDE), case.get("high", SIDE))
        places = {"on": case["on"], "off": case["off"]}
        told = {
            key: [seen(x + across * box[0], y + down * box[1]) for across, down in held]
            for key, held in places.items()
        }
        assert {*told["on"]} == {COLOURS[at]}, (name, told)
        assert COLOURS[at] not in told["off"], (name, told)


@pytest.mark.longer
def test_a_build_makes_no_handout(tmp_path: Path) -> None:
    small = ROOT / "tests" / "cases" / "small"
    assert run(["build", str(small), "--out", str(tmp_path), "-q"]) == 0
    assert not list(tmp_path.glob("*handout*"))


def test_no_rule_crosses_a_head_that_goes_on_below() -> None:
    rows = [
        SimpleNamespace(
            kind="header", height=10.0, cells=("", ""), span=((1, 2), (1, 1)).__getitem__
        ),
        SimpleNamespace(
            kind="header", height=10.0, cells=("", ""), span=((1, 0), (1, 1)).__getitem__
        ),
    ]
    for row in rows:
        row.fill = lambda _: ""
    item = SimpleNamespace(box=Box(0, 0, 90, 20), widths=(40.0, 50.0), rows=rows)
    pen = MagicMock()
    with patch.object(picture, "_cell"), patch.object(picture, "entry"):
        picture._table(item, None, pen)
    ruled = [call.args[0] for call in pen.sheet.line.call_args_list]
    assert ruled == [((40, 10), (90, 10)), ((0, 20), (40, 20)), ((40, 20), (90, 20))]
