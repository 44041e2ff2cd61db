"""Maps in finished files: each place in the colour of its class, named, and told when it is not."""

from __future__ import annotations

import re
import zipfile
from collections.abc import Callable
from pathlib import Path

import pikepdf
import pytest
from pptx import Presentation
from pptx.shapes.autoshape import Shape
from pptx.shapes.group import GroupShape

from builder import compare, project
from builder.charts import display_list, mapping, naming
from builder.frozen import replace
from builder.model.land import PlaceOutline
from tests.charts import apart, samples
from tests.charts.test_told_apart import themed
from tests.outputs.pptx.lint import lint

pytestmark = pytest.mark.usefixtures("remembered")

CASES = Path(__file__).parents[1] / "cases" / "maps"


@pytest.fixture(scope="module")
def german(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("german")
    project.build(CASES / "de", folder, ("paper", "deck", "handout"), strict=True)
    return folder


@pytest.fixture(scope="module")
def ukrainian(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("ukrainian")
    project.build(CASES / "uk", folder, ("paper", "deck"), strict=True)
    return folder


def places(deck: Path, slide: int) -> dict[str, str]:
    """Return the fill of every named place of the map on a slide."""
    shapes = Presentation(str(deck)).slides[slide - 1].shapes
    (group,) = (shape for shape in shapes if isinstance(shape, GroupShape))
    found = {}
    for shape in group.shapes:
        fill = re.search(r"<a:(solidFill|pattFill).*?</a:\1>", shape._element.xml, re.DOTALL)
        found[shape.name] = re.sub(r"\s+", "", fill[0]) if fill else ""
    return found


def test_places_of_one_class_share_a_colour_and_of_two_do_not(german: Path) -> None:
    fills = places(german / "maps-de.pptx", 3)
    assert fills["Dänemark"] == fills["Litauen"]  # 56 and 40 %
    assert fills["Deutschland"] == fills["Griechenland"] == fills["Irland"]
    assert fills["Frankreich"] == fills["Malta"] == fills["Ukraine"]
    assert len({fills["Dänemark"], fills["Deutschland"], fills["Frankreich"]}) == 3
    assert "pattFill" in fills["RU"]  # of Europe, and without a value
    assert "pattFill" not in fills["TN"]  # no part of it


def test_highlights_are_named_with_their_values_in_both_files(german: Path) -> None:
    words = "\n".join(text(german / "maps-de.pdf"))
    for name in ("Dänemark 56 %", "Irland 35 %", "Malta 0 %", "Deutschland 69,5"):
        assert name in words.replace("\u00a0", " ").replace("\u202f", " ")
    fills = places(german / "maps-de.pptx", 3)
    assert [name for name in fills if name.startswith("Name ")] == ["Name 1", "Name 2", "Name 19"]


def rows(deck: Path, slide: int) -> list[tuple[str, str]]:
    """Return the places listed beside the map on a slide, with their values."""
    shapes = Presentation(str(deck)).slides[slide - 1].shapes
    (group,) = (shape for shape in shapes if isinstance(shape, GroupShape))
    said = {each.name: each.text_frame.text for each in group.shapes if isinstance(each, Shape)}
    return [
        (words, said[name.replace("Listed", "Value")].replace("\u00a0", " "))
        for name, words in said.items()
        if name.startswith("Listed")
    ]


def test_places_are_listed_beside_their_map_from_the_highest_on(german: Path) -> None:
    deck = german / "maps-de.pptx"
    few = rows(deck, 2)
    assert few == [("Nordfeld", "14"), ("Südfeld", "9"), ("Wald", "3"), ("Hafen", "0")]
    many = rows(deck, 3)
    assert many[:2] == [("Dänemark", "56 %"), ("Litauen", "40 %")]
    assert many[-1] == ("Malta", "0 %"), "of more than have room the lowest are listed, too"


def test_a_map_with_a_list_of_all_its_places_takes_most_of_its_slide(german: Path) -> None:
    slide = Presentation(str(german / "maps-de.pptx")).slides[1]
    (group,) = (shape for shape in slide.shapes if isinstance(shape, GroupShape))
    assert group.width * group.height > 0.5 * 12192000 * 6858000 * 0.75


def text(paper: Path) -> list[str]:
    import pypdfium2

    with pypdfium2.PdfDocument(paper) as document:
        return [page.get_textpage().get_text_range() for page in document]


@pytest.mark.longer
def test_codes_are_named_in_the_language_and_what_is_too_small_stands_beside(
    ukrainian: Path,
) -> None:
    words = "\n".join(text(ukrainian / "maps-uk.pdf")).replace("\u00a0", " ")
    for name in ("Ісландія 170", "Сінгапур 352", "Поза картою: Тувалу 12", "Немає даних"):
        assert name in words
    assert "Кордони за резолюціями ООН" in words
    assert "Кордони за даними Natural Earth" in words


@pytest.mark.longer
def test_decks_with_maps_are_sound_and_agree_with_their_papers(
    german: Path, ukrainian: Path
) -> None:
    for folder, slug in ((german, "maps-de"), (ukrainian, "maps-uk")):
        assert not lint((folder / f"{slug}.pptx").read_bytes())
        assert compare(folder / f"{slug}.pdf", folder / f"{slug}.pptx").same


def deck_with(deck: Path, target: Path, alter: Callable[[str], str]) -> None:
    with zipfile.ZipFile(deck) as held, zipfile.ZipFile(target, "w") as made:
        for member in held.infolist():
            data = held.read(member)
            if member.filename == "ppt/slides/slide3.xml":
                altered = alter(data.decode("utf-8"))
                assert altered != data.decode("utf-8")
                data = altered.encode("utf-8")
            made.writestr(member, data)


def swapped(slide: str) -> str:
    """Give Denmark the colour of France, and France that of Denmark."""
    forms = {
        name: re.search(rf'name="{name}".*?(<a:solidFill>.*?</a:solidFill>)', slide, re.DOTALL)
        for name in ("Dänemark", "Frankreich")
    }
    one, other = (found for found in forms.values() if found)
    spans = sorted(((one.span(1), other[1]), (other.span(1), one[1])), reverse=True)
    for (start, stop), fill in spans:
        slide = slide[:start] + fill + slide[stop:]
    return slide


def moved(slide: str) -> str:
    """Push Denmark a little to the east."""
    found = re.search(r'name="Dänemark".*?<a:off x="(\d+)"', slide, re.DOTALL)
    assert found
    return slide[: found.start(1)] + str(int(found[1]) + 200_000) + slide[found.end(1) :]


@pytest.mark.longer
@pytest.mark.parametrize("alter", [swapped, moved])
def test_a_place_in_another_colour_or_elsewhere_is_told_of_a_deck(
    german: Path, tmp_path: Path, alter: Callable[[str], str]
) -> None:
    deck_with(german / "maps-de.pptx", tmp_path / "forged.pptx", alter)
    assert not compare(german / "maps-de.pdf", tmp_path / "forged.pptx").same


def test_a_place_in_another_colour_is_told_of_a_paper(german: Path, tmp_path: Path) -> None:
    with pikepdf.open(german / "maps-de.pdf") as paper:
        changed = 0
        for page in paper.pages:
            contents = page.Contents if isinstance(page.Contents, pikepdf.Stream) else None
            assert contents is not None
            data = contents.read_bytes()
            fills = re.findall(rb"(?<=\n)[\d. ]+ rg(?=\n)", data)
            if len(set(fills)) > 3 and not changed:
                first, *_, last = sorted(set(fills))
                data = data.replace(last, first, 1)
                contents.write(data)
                changed += 1
        assert changed
        paper.save(tmp_path / "forged.pdf")
    assert not compare(tmp_path / "forged.pdf", german / "maps-de.pptx").same


def test_a_name_stands_within_its_place_wherever_that_has_room_for_it() -> None:
    chart = samples.on_a_map({"AT": "1"})
    bent = PlaceOutline("AT", "M0 0L200 0L200 30L60 30L60 100L0 100Z", 0, (30, 60), 30)
    land = replace(mapping.land_of(chart), width=200, height=100, shapes=(bent,))
    sheet = mapping.sheet(land, 0.0, 0.0, 200.0, 100.0)
    found = naming.label_places(sheet, replace(chart, land=land), {0: (56.0, 10.0)})
    assert found[0].inside
    left, _, right, bottom = found[0].box
    assert right - left == 56.0
    assert left >= 0
    assert right <= (200 if bottom <= 30 else 60)
    assert not naming.has_room(sheet, 0, (205.0, 10.0))


@pytest.mark.parametrize(("width", "beside"), [(300.0, False), (640.0, True)])
def test_a_key_stands_below_a_map_or_at_the_top_of_what_is_free_beside_it(
    width: float, beside: bool
) -> None:
    chart = samples.shares_on_a_map()
    drawn = display_list(chart, themed("paperdeck"), width, None)
    boxes = [mark.box for mark in apart.marks(drawn) if len(mark.corners) > 8]
    right, foot, top = (
        pick(box[at] for box in boxes) for pick, at in ((max, 2), (min, 1), (max, 3))
    )
    said = {tick.label.text for tick in mapping.land_of(chart).bounds}
    bounds = [text for text in drawn.texts if text.text in said]
    assert len(bounds) == len(said)
    if beside:
        assert min(text.x for text in bounds) > right
        assert min(text.y for text in bounds) > top - 30
    else:
        assert max(text.y for text in bounds) < foot


def test_a_map_across_the_page_is_larger() -> None:
    chart = samples.shares_on_a_map()
    high = display_list(replace(chart, extent="hero"), themed("paperdeck"), 453.5, None).height
    assert high > display_list(chart, themed("paperdeck"), 453.5, None).height + 40


def test_of_a_part_of_what_is_known_all_of_a_few_are_named() -> None:
    """Not those that the map does not show, nor what lies at its edge."""
    codes = re.findall("..", "GBIEFRNLBEDEDKSENOESPTITATCHPL")
    chart = samples.on_a_map({code: str(at) for at, code in enumerate(codes, 1)})
    assert mapping.named(chart) == (len(codes) - 1, 0)
    land = mapping.land_of(chart)
    shown = tuple(
        replace(shape, asked=shape.code in codes[:2])
        for shape in land.shapes
        if shape.code in codes[:3]
    )
    assert mapping.named(replace(chart, land=replace(land, shapes=shown))) == (0, 1)


_ALPS = {"FR": "140", "IT": "760", "DE": "320", "AT": "530", "CH": "152", "SI": "178"}


@pytest.mark.parametrize("high", [8.0, 14.0, 20.0])
@pytest.mark.parametrize("tall", [250.0, 300.0, 375.0])
def test_no_name_stands_on_anothers_place_unless_a_line_leads_from_its_own(
    high: float, tall: float
) -> None:
    chart = samples.on_a_map(_ALPS, region="")
    sheet = mapping.sheet(mapping.land_of(chart), 0, 0, 453.5, tall)
    sizes = {row: (0.55 * high * len(run.text), high) for row, run in enumerate(chart.categories)}
    places = naming.label_places(sheet, chart, sizes)
    assert len(places) == len(sizes)
    for row, spot in places.items():
        x, y = (spot.box.left + spot.box.right) / 2, (spot.box.top + spot.box.bottom) / 2
        on = [
            shape.row for shape in sheet.land.shapes if shape.row >= 0 and holds(sheet, shape, x, y)
        ]
        assert spot.far or on in ([], [row]), chart.categories[row].text


def holds(sheet: mapping.FittedMap, shape: PlaceOutline, x: float, y: float) -> bool:
    """Return whether a place of a map has a point: a ray from it crosses its edges an odd number of
    times.
    """
    crossed = 0
    for ring in shape.outline.split("Z")[:-1]:
        corners = [
            sheet.at((int(across), int(down)))
            for across, down in (each.split() for each in ring.removeprefix("M").split("L"))
        ]
        for (x1, y1), (x2, y2) in zip(corners, [*corners[1:], corners[0]], strict=True):
            crossed += (y1 > y) != (y2 > y) and x < x1 + (y - y1) / (y2 - y1) * (x2 - x1)
    return crossed % 2 == 1


def test_a_map_of_countries_nearly_fills_its_column_and_shows_their_large_islands() -> None:
    land = mapping.land_of(samples.on_a_map(_ALPS, region=""))
    assert land.width > 1.2 * land.height
    (italy,) = (shape for shape in land.shapes if shape.code == "IT")
    sicily = max(int(y) for y in re.findall(r"[ML]\d+ (\d+)", italy.outline))
    assert sicily < land.height  # its south coast is not cut off


@pytest.mark.parametrize(("share", "beside", "upright"), [(0.4, 1, 0), (0.8, 1, 1), (0.97, 0, 0)])
def test_a_map_narrower_than_its_column_has_its_key_beside_it(
    share: float, beside: int, upright: int
) -> None:
    chart = samples.on_a_map({"IT": "5", "CH": "3"}, region="")
    land = mapping.land_of(chart)
    wide = 300 * land.width / land.height
    drawn = display_list(chart, themed("paperdeck"), wide / share, None)
    said = {tick.label.text for tick in land.bounds}
    key = [text for text in drawn.texts if text.text in said]
    assert len(key) > 1
    assert (min(text.x for text in key) > wide) == beside
    assert (len({text.x for text in key}) == 1) == upright
