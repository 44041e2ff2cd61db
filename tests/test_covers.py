"""Covers: a page in type, with a picture or with a chart's marks; the deck wears the same."""

from __future__ import annotations

import shutil
import zipfile
from collections.abc import Iterator
from math import atan2, degrees, hypot
from pathlib import Path
from typing import Any

import pikepdf
import pptx
import pypdfium2
import pytest
from lxml import etree
from PIL.Image import Image
from ruamel.yaml import YAML

from builder import project
from builder.art import ring
from builder.cli import run
from builder.model.front import divided
from builder.model.text import Run, plain
from builder.problems import ContentError
from tests.look.marks import pages as marked
from tests.outputs.pdf import gate
from tests.outputs.pdf.conftest import text_of
from tests.outputs.pptx.lint import lint
from tests.pictures import photograph
from tests.resolve.making import chart, table
from tests.shares import share

pytestmark = pytest.mark.usefixtures("remembered")

CASE = Path(__file__).parent / "cases" / "covers"
COVERS = {
    "type": "typographic",
    "chart": "{chart: berths}",
    "picture": '{image: pictures/quay.jpg, crop: "16:9"}',
}
ACCENT, HIGHLIGHT = (0x10, 0x44, 0x7C), (0xC4, 0x68, 0x0A)
SAID = (
    "Harbour Institute November 2025 The quay at night Who works when the town sleeps Shifts, "
    "ships and what they cost More ships berth at night than by day Ada Vance, Jo Miller"
)
FOUND = "the cover has a picture and a chart"


EDGE = 10  # English Metric Units that rounding may cost


def case(folder: Path, cover: str, more: str = "") -> Path:
    """Return a copy of the content that asks for a cover, and for more in briefing.yaml."""
    shutil.copytree(CASE, folder)
    (folder / "pictures").mkdir()
    photograph(1600, 1200).save(folder / "pictures" / "quay.jpg")
    told = folder / "briefing.yaml"
    text = told.read_text("utf-8").replace("cover: typographic", f"cover: {cover}")
    told.write_text(f"{text}{more}", "utf-8")
    return folder


@pytest.fixture(scope="module", params=share(["picture", "chart", "type"], 3))
def built(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp(request.param)
    project.build(case(folder / "content", COVERS[request.param]), folder, ("paper", "deck"))
    return folder


def read(path: Path) -> dict[str, Any]:
    held: dict[str, Any] = YAML(typ="safe").load(path)
    return held


def pages(folder: Path) -> list[str]:
    with pypdfium2.PdfDocument(folder / "quay.pdf") as pdf:
        return [" ".join(text_of(page).replace("\u00a0", " ").split()) for page in pdf]


def corners(folder: Path) -> list[tuple[int, ...]]:
    """Return the colours of the first page's corners: upper left, upper right, lower left."""
    with pypdfium2.PdfDocument(folder / "quay.pdf") as pdf:
        image = pdf[0].render(scale=1).to_pil().convert("RGB")
    right, foot = image.width - 2, image.height - 2
    return [image.getpixel(spot) for spot in ((1, 1), (right, 1), (1, foot))]


def layouts(folder: Path) -> dict[str, str]:
    """Return the XML of the deck's layouts by PowerPoint's names for them."""
    with zipfile.ZipFile(folder / "quay.pptx") as deck:
        held = [deck.read(name) for name in deck.namelist() if "slideLayouts/slideLayout" in name]
    found = {}
    for data in held:
        if data.startswith(b"<?xml") and b"<p:cSld name=" in data:
            root = etree.fromstring(data)
            found[next(root.iter("{*}cSld")).get("name", "")] = data.decode("utf-8")
    return found


def test_a_cover_says_title_message_and_authors_and_nothing_else(built: Path) -> None:
    first, second, *_ = pages(built)
    assert first == SAID
    assert "Contents" in second


def test_the_message_is_set_larger_than_all_but_the_title(built: Path) -> None:
    sizes = {mark.words.strip(): mark.size for mark in marked(built / "quay.pdf")[0].marks}
    message = next(size for words, size in sizes.items() if words.startswith("More ships"))
    title = next(size for words, size in sizes.items() if words.startswith("The quay"))
    subtitle = next(size for words, size in sizes.items() if words.startswith("Shifts"))
    assert subtitle < message < title


def test_a_cover_without_a_message_says_the_first_finding(tmp_path: Path) -> None:
    content = case(tmp_path / "content", "typographic")
    told = content / "briefing.yaml"
    message, figure = "message: {says", next(iter(read(content / "figures.yaml")))
    kept = told.read_text("utf-8").replace(message, f"findings:\n- {{figure: {figure}, says")
    others = [f"- {{figure: {figure}, says: The quay is never still.}}"] * 2
    told.write_text("\n".join((kept.rstrip(), *others, "")), "utf-8")
    project.build(content, tmp_path, ("paper",))
    assert pages(tmp_path)[0] == SAID


def test_words_of_a_cover_in_large_print_stay_within_its_page(tmp_path: Path) -> None:
    content = case(tmp_path / "content", "typographic", "theme: large-print\n")
    told = content / "briefing.yaml"
    long = ", and nobody counts who sleeps on the quay, in the sheds or aboard the ships" * 2
    said = told.read_text("utf-8").replace("night than by day,", f'night than by day{long}",')
    told.write_text(said.replace("says: More", 'says: "More'), "utf-8")
    project.build(content, tmp_path, ("paper",))
    assert min(mark.box[1] for mark in marked(tmp_path / "quay.pdf")[0].marks if mark.words) > 60


def test_long_words_of_a_cover_leave_a_picture_three_tenths_of_the_page_and_marks_two(
    tmp_path: Path,
) -> None:
    sizes, shown = {}, {}
    for cover in ("picture", "chart"):
        folder = tmp_path / cover
        content = case(folder / "content", COVERS[cover])
        told = content / "briefing.yaml"
        _, _, rest = told.read_text("utf-8").partition("\n")
        told.write_text(f'title: "{"The quay at night " * 7}"\n{rest}', "utf-8")
        project.build(content, folder, ("paper",))
        page = marked(folder / "quay.pdf")[0]
        sizes[cover] = max(mark.size for mark in page.marks)
        below = [mark.box[3] for mark in page.marks if not mark.words and mark.box[1] <= 0]
        shown[cover] = max(top for top in below if top < page.height - 1) / page.height
    assert shown["picture"] >= 0.3
    assert 0.18 <= shown["chart"] < 0.3, "so that its words are larger than above a picture"
    assert sizes["chart"] > sizes["picture"]


@pytest.mark.parametrize(
    ("message", "told"),
    [
        ("message: {says: More ships berth at night than by day, claim: night_leads}", "message"),
        ("", "title alone; state the one sentence to keep by message:"),
    ],
)
def test_check_explains_what_the_paper_opens_with(
    message: str, told: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    content = case(tmp_path / "content", "typographic")
    stated = content / "briefing.yaml"
    kept = [each for each in stated.read_text("utf-8").splitlines() if "message:" not in each]
    stated.write_text("\n".join((*kept, message, "")), "utf-8")
    run(["check", str(content), "--out", str(tmp_path / "none"), "--explain", "-q"])
    opening = capsys.readouterr().out.partition("paper, opening: ")[2]
    assert told in opening


def test_the_edition_stands_at_the_foot_of_every_other_page(built: Path) -> None:
    first, *others = pages(built)
    assert "Second edition" not in first
    assert all("Harbour Institute · Second edition Page" in page for page in others)


def test_a_cover_fills_its_page_in_the_accent_colour(built: Path) -> None:
    upper = corners(built)[:2]
    assert all(max(abs(a - b) for a, b in zip(c, ACCENT, strict=True)) <= 2 for c in upper)


def test_papers_and_decks_with_covers_keep_to_their_standards(built: Path) -> None:
    assert gate.faults(built / "quay.pdf") == []
    assert gate.failures(built / "quay.pdf") == []
    assert lint((built / "quay.pptx").read_bytes()) == []


def test_what_a_cover_shows_is_no_part_of_the_text(built: Path) -> None:
    said = gate.read(built / "quay.pdf").reading("Note", "Figure")
    assert " ".join(said.replace("\u00a0", " ").split()).startswith(SAID)
    with pikepdf.open(built / "quay.pdf") as pdf:
        code = pdf.pages[0].Contents.read_bytes()
    before, words, _ = code.partition(b"BT")
    assert words
    assert b" re f" in before  # the ground
    assert before.rpartition(b"/Artifact")[2].count(b"EMC") == 1


def test_words_stand_on_plain_colour(built: Path) -> None:
    with pypdfium2.PdfDocument(built / "quay.pdf") as pdf:
        page = pdf[0]
        image, text = page.render(scale=2).to_pil().convert("RGB"), page.get_textpage()
        boxes = [text.get_charbox(at) for at in range(text.count_chars())]
    height = image.height / 2
    for left, bottom, right, top in boxes:
        if right > left:
            below = image.getpixel((int(left * 2), int((height - bottom + 2.5) * 2)))
            above = image.getpixel((int(left * 2), int((height - top - 2.5) * 2)))
            for seen in (below, above):
                assert not is_near(seen, HIGHLIGHT)
                assert is_near(seen, ACCENT) or min(seen) > ACCENT[0]  # a neighbouring line


def is_near(one: tuple[int, ...], other: tuple[int, ...]) -> bool:
    return max(abs(a - b) for a, b in zip(one, other, strict=True)) <= 2


def test_the_deck_wears_the_cover_on_its_layouts_and_not_on_its_slides(built: Path) -> None:
    known = layouts(built)
    assert "Cover art" in known["Title"] or "Cover picture" in known["Title"]
    deck = pptx.Presentation(str(built / "quay.pptx"))
    assert not any("Cover" in shape.name for slide in deck.slides for shape in slide.shapes)


def beside_the_slide(folder: Path) -> Iterator[str]:
    """Yield the marks of the deck's layouts that stand beyond an edge of the slide."""
    deck = pptx.Presentation(str(folder / "quay.pptx"))
    wide, tall = int(deck.slide_width or 0), int(deck.slide_height or 0)
    for layout in deck.slide_layouts:
        for mark in layout.shapes:
            right, foot = mark.left + mark.width, mark.top + mark.height
            if mark.left < -EDGE or mark.top < -EDGE or right > wide + EDGE or foot > tall + EDGE:
                yield f"{layout.name}: {mark.name}"


@pytest.mark.longer
def test_dividers_and_closing_slide_wear_a_strip_of_what_is_shown(tmp_path: Path) -> None:
    for name in ("chart", "picture"):
        folder = tmp_path / name
        project.build(case(folder / "content", COVERS[name]), folder, ("deck",))
        known = layouts(folder)
        mark = {"chart": "Cover strip", "picture": "Cover picture"}[name]
        assert mark in known["Section"]
        assert mark in known["Closing"]
        worn = {"Title", "Section", "Closing"}
        assert not list(beside_the_slide(folder))
        assert not any("Cover" in known[name] for name in known.keys() - worn)


def test_the_title_slide_has_the_short_title_large_and_the_rest_below(built: Path) -> None:
    first = pptx.Presentation(str(built / "quay.pptx")).slides[0]
    assert first.shapes.title.text == "The quay at night"
    said = [shape.text_frame.text for shape in first.shapes if shape.has_text_frame]
    assert "Who works when the town sleeps\nShifts, ships and what they cost" in said


def test_the_last_slide_says_whom_to_ask_how_to_cite_and_which_content_it_was(
    built: Path,
) -> None:
    *others, last = pptx.Presentation(str(built / "quay.pptx")).slides
    said = [shape.text_frame.text for shape in last.shapes if shape.has_text_frame]
    assert said[0] == "About this briefing"
    assert said[1].splitlines() == [
        "Contact: press@example.org",
        "Licence: CC BY 4.0",
        "How to cite: Ada Vance; Jo Miller (2025): The quay at night: who works when the town "
        "sleeps. Shifts, ships and what they cost. Harbour Institute, Second edition.",
        "Paper: quay.pdf",
    ]
    mark = said[2].removeprefix("Harbour Institute · Second edition · ")
    assert len(mark) == 8
    elsewhere = (s.text_frame.text for slide in others for s in slide.shapes if s.has_text_frame)
    assert not any(mark in text for text in elsewhere)
    assert mark in pages(built)[-1]


def test_a_deck_without_a_closing_slide_bears_the_fingerprint_on_its_last(tmp_path: Path) -> None:
    folder = case(tmp_path / "content", "typographic", "closing: no\n")
    project.build(folder, tmp_path, ("deck",))
    last = pptx.Presentation(str(tmp_path / "quay.pptx")).slides[-1]
    said = [shape.text_frame.text for shape in last.shapes if shape.has_text_frame]
    assert said[0] == "Sources"
    assert any(len(text.rpartition(" · ")[2]) == 8 for text in said if "Second edition" in text)


def test_a_block_heads_the_first_page_whatever_the_theme_asks_for(tmp_path: Path) -> None:
    folder = case(tmp_path / "content", "block", "theme: ministry\n")
    project.build(folder, tmp_path, ("paper",))
    assert "Contents" in pages(tmp_path)[0]
    assert "Page 1 of" in pages(tmp_path)[0]


def test_a_short_title_of_ones_own_is_set_large_and_the_title_below(tmp_path: Path) -> None:
    folder = case(tmp_path / "content", "typographic", "short_title: Night quay\n")
    project.build(folder, tmp_path, ("paper",))
    said = "Night quay The quay at night: who works when the town sleeps Shifts"
    assert said in pages(tmp_path)[0]


@pytest.mark.parametrize(
    ("title", "short", "rest"),
    [
        ("Le quai\u202f: qui veille", "Le quai", "Qui veille"),
        ("Le quai\u00a0: qui veille", "Le quai", "Qui veille"),
        ("The quay: who works", "The quay", "Who works"),
        ("Quayside work", "Quay", "Quayside work"),
    ],
)
def test_below_a_short_title_stands_what_follows_the_colon(
    title: str, short: str, rest: str
) -> None:
    assert plain(divided((Run(title),), (Run(short),))[1]) == rest


@pytest.mark.longer
@pytest.mark.parametrize("theme", ["ministry", "high-contrast", "large-print"])
@pytest.mark.parametrize("page", ["{size: Letter, binding_mm: 8}", "{columns: 2, notes: page}"])
def test_covers_fill_pages_of_every_size_in_every_theme(
    theme: str, page: str, tmp_path: Path
) -> None:
    folder = case(tmp_path / "content", COVERS["chart"], f"theme: {theme}\npage: {page}\n")
    project.build(folder, tmp_path, ("paper",))
    left, right, _ = corners(tmp_path)
    assert is_near(left, right)
    assert max(left) < 200
    assert gate.failures(tmp_path / "quay.pdf") == []
    assert pages(tmp_path)[0].startswith(SAID.partition(" More")[0])


@pytest.mark.parametrize(
    ("cover", "found", "hint"),
    share(
        [
            ("{image: pictures/quay.jpg, chart: berths}", FOUND, "keep one of image: and chart:"),
            ("{chart: berth}", 'unknown chart "berth"', "did you mean berths?"),
            (
                "{crop: 16:9, chart: berths}",
                "there is nothing to crop on the cover",
                "name a picture",
            ),
            ("{image: quay.jpg}", 'the picture "quay.jpg" does not lie in pictures/', "put it in"),
            ("{image: pictures/key.jpg}", 'no picture "pictures/key.jpg"', "pictures/quay.jpg"),
            ('{image: pictures/quay.jpg, crop: "1"}', 'crop: is "1"', "write a ratio, as 16:9"),
            ("plain", '"plain" is no', "typographic"),
        ],
        4,
    ),
)
def test_what_is_wrong_with_a_cover_is_told_at_its_place(
    cover: str, found: str, hint: str, tmp_path: Path
) -> None:
    folder = case(tmp_path / "content", cover)
    with pytest.raises(ContentError) as error:
        project.build(folder, tmp_path, ("paper",))
    told = [p for p in error.value.problems if found in p.found]
    assert told, [(p.found, p.hint) for p in error.value.problems]
    assert hint in (told[0].hint or "")
    assert told[0].place.line == 10


def first_page(content: Path, folder: Path) -> Image:
    project.build(content, folder, ("paper",))
    with pypdfium2.PdfDocument(folder / "quay.pdf") as pdf:
        return pdf[0].render(scale=1).to_pil()


@pytest.mark.parametrize("kind", share(["stacked", "waterfall", "column"], 2))
def test_a_cover_of_nothing_but_noughts_is_one_in_type_unless_they_are_seen(
    kind: str, tmp_path: Path
) -> None:
    folder = case(tmp_path / "none", "{chart: calm}")
    (folder / "data").mkdir()
    (folder / "data" / "calm.csv").write_text("hour,ships\nOne,0\nTwo,0\nThree,0\n", "utf-8")
    with (folder / "charts.yaml").open("a", encoding="utf-8") as file:
        file.write(
            f"calm: {{kind: {kind}, title: Nothing came, subtitle: Ships, table: calm, x: hour, "
            "y: ships, source: log, alt: Nothing}\n"
        )
    with (folder / "sections" / "ships.md").open("a", encoding="utf-8") as file:
        file.write("\n:::{chart} calm\n:::\n")
    calm = first_page(folder, tmp_path)
    plain_one = first_page(case(tmp_path / "plain", "typographic"), tmp_path)
    assert (calm.tobytes() == plain_one.tobytes()) is (kind != "column")


def test_parts_of_a_ring_on_a_cover_follow_each_other_clockwise_as_long_as_they_are_large() -> None:
    held = table("held", "port,ships\nKiel,50\nFaro,30\nCork,15\nOslo,5")
    drawn = chart("doughnut", data=(held,), table="held", x="port", y=("ships",))
    parts = ring(drawn, 4.0)
    assert [part.emphasised for part in parts] == [True, False, False, False]
    ends = [(0, 180), (180, 288), (288, 342), (342, 360)]
    for part, (start, end) in zip(parts, ends, strict=True):
        around = [(x - 3.5, y - 0.4) for x, y in part.outline]
        turns = [degrees(atan2(x, y)) % 360 for x, y in around]
        assert (min(turns), max(turns)) == pytest.approx((start, end), abs=0.8)
        radii = [hypot(x, y) for x, y in around]
        assert (min(radii), max(radii)) == pytest.approx((0.27, 0.56), abs=0.01)


DRAWINGS = {
    "lines": ("", "#c4680a"),
    "a gradient": (
        '<linearGradient id="g"><stop offset="0" stop-color="#c4680a"/>'
        '<stop offset=".5" stop-color="#c4680a"/><stop offset="1"/></linearGradient>',
        "url(#g)",
    ),
}


@pytest.mark.longer
@pytest.mark.parametrize("held", share(DRAWINGS, 2))
def test_a_drawing_on_a_cover_is_printed_as_lines_or_it_is_said_why_not(
    held: str, tmp_path: Path
) -> None:
    folder = case(tmp_path / "content", "{image: pictures/quay.svg}")
    defined, fill = DRAWINGS[held]
    (folder / "pictures" / "quay.svg").write_text(
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 160 90">{defined}'
        f'<rect width="160" height="90" fill="{fill}"/></svg>'
    )
    told = project.build(folder, tmp_path, ("paper",)).warnings
    said = [str(problem) for problem in told if "as pixels" in str(problem)]
    with pikepdf.open(tmp_path / "quay.pdf") as pdf:
        pixels = bool(pdf.pages[0].get_images())
    assert pixels is (held != "lines")
    assert len(said) == pixels
    assert all(f"is printed as pixels: it holds {held}" in each for each in said)
    assert is_near(corners(tmp_path)[2], HIGHLIGHT)


def test_no_word_is_left_alone_in_the_last_line_below_a_decks_title(tmp_path: Path) -> None:
    content = case(tmp_path / "content", "typographic")
    told = content / "briefing.yaml"
    long = (
        "Shifts, berths, ships, crews, sheds, pilots and tugs, and what all of them together cost "
        "the town now"
    )
    before = next(line for line in told.read_text("utf-8").splitlines() if "subtitle:" in line)
    told.write_text(told.read_text("utf-8").replace(before, f"subtitle: {long}"), "utf-8")
    project.build(content, tmp_path, ("deck",))

    first = pptx.Presentation(str(tmp_path / "quay.pptx")).slides[0]
    (shape,) = (each for each in first.placeholders if long in each.text_frame.text)
    (layout,) = (each for each in first.slide_layout.placeholders if each.name == "Subtitle")

    assert shape.width < layout.width
