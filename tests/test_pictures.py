"""Pictures from a content folder to both files, read back from the finished files."""

from __future__ import annotations

import io
import re
import zipfile
import zlib
from collections.abc import Callable
from itertools import pairwise
from pathlib import Path

import pikepdf
import pytest
from openxml_audit import OpenXmlValidator
from PIL import Image, ImageCms
from pptx import Presentation
from pptx.enum.shapes import PP_PLACEHOLDER

from builder import project
from builder.inspection import check
from builder.outputs.proof import DisagreementError
from builder.problems import ContentError
from builder.verify import read, read_deck, read_paper
from builder.verify.trust import examine
from tests import pictures
from tests.outputs.pdf import gate
from tests.outputs.pptx.lint import lint
from tests.pictures import PLAN, case, photograph, saved
from tests.shares import share

pytestmark = pytest.mark.usefixtures("remembered")

_SVG = "{http://schemas.microsoft.com/office/drawing/2016/SVG/main}svgBlip"


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The case with all three files beside it, in `out`."""
    folder = case(tmp_path_factory.mktemp("pictures") / "case")
    out = folder.parent / "out"
    outcome = project.build(folder, out, ("paper", "deck", "handout"))
    assert [str(warning) for warning in outcome.warnings] == []
    return folder.parent


def rewritten(path: Path, **changes: Callable[[str], str]) -> Path:
    """Change texts of a content folder: by file of sections/ (without .md)."""
    for name, change in changes.items():
        file = path / "sections" / f"{name}.md"
        file.write_text(change(file.read_text()))
    return path


def problems(folder: Path, monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Return what is wrong with a content folder, each with its place and what to do."""
    monkeypatch.chdir(folder.parent)
    try:
        project.planned(*project.resolved(Path(folder.name), found := project.Problems()), found)
    except ContentError as error:
        return [str(problem) for problem in error.problems]
    return [str(problem) for problem in found]


# ---------------------------------------------------------------- the paper


def test_paper_deck_and_handout_keep_to_their_standards(built: Path) -> None:
    for name in ("dam.pdf", "dam-handout.pdf"):
        assert gate.failures(built / "out" / name) == []
        assert gate.faults(built / "out" / name) == []
    assert lint((built / "out" / "dam.pptx").read_bytes()) == []
    errors = OpenXmlValidator().validate(str(built / "out" / "dam.pptx")).errors
    assert [str(error) for error in errors] == []


def test_pictures_are_sampled_to_three_hundred_pixels_an_inch_where_they_are_printed(
    built: Path,
) -> None:
    with pikepdf.open(built / "out" / "dam.pdf") as pdf:
        found = []
        for page in pdf.pages:
            code = page.Contents.read_bytes().decode("latin-1")
            for scale in re.finditer(r"([\d.]+) 0 0 ([\d.]+) 0 0 cm\s+/(\S+) Do", code):
                image = page.resources.XObject[f"/{scale[3]}"]
                found.append(float(image.Width) / (float(scale[1]) / 72))
    assert len(found) == 4  # three figures of pixels and the decoration
    assert sorted(round(dpi / 10) for dpi in found)[1:] == [30, 30, 30]


def test_pictures_are_figures_with_alternate_texts_and_captions(built: Path) -> None:
    places = read_paper(built / "out" / "dam.pdf").places
    alts = [place.text for place in places if place.channel == "alt" and place.part == "Figure"]
    assert alts == [
        "The wall of the dam across a green valley",
        "A plan of the wall with its towers, the taller on the left",
        "A small iron gate in the foot of the wall",
        "The wall seen along its length",
    ]
    captions = [
        " ".join(f"{number.text} {caption.text}".split())
        for number, caption in pairwise(places)
        if number.part == "Lbl" and number.text.startswith("Figure")
    ]
    assert captions == [
        "Figure 1 The wall from the north",
        "Figure 2 The plan of the wall, which holds 34.9 million cubic metres",
        "Figure 3 The gate",
        "Figure 4 The wall along its length",
    ]
    said = [place.text for place in places]
    assert any("Photograph: Ada Lindqvist" in text for text in said)
    assert any("as Figure 1 shows from the north" in " ".join(text.split()) for text in said)


def test_a_drawing_is_printed_as_lines_and_its_words_as_outlines(built: Path) -> None:
    with pikepdf.open(built / "out" / "dam.pdf") as pdf:
        codes = [page.Contents.read_bytes().decode("latin-1") for page in pdf.pages]
    (drawn,) = [code for code in codes if "[4 2] 0 d" in code]
    assert drawn.count(" c\n") + drawn.count(" c ") > 100  # curves of letters
    assert "Wall and towers" not in " ".join(
        place.text for place in read_paper(built / "out" / "dam.pdf").places
    )


def test_a_decorative_picture_is_no_part_of_the_text(built: Path) -> None:
    with pikepdf.open(built / "out" / "dam.pdf") as pdf:
        code = "\n".join(page.Contents.read_bytes().decode("latin-1") for page in pdf.pages)
    stretches = re.findall(r"/Artifact <</Type /Layout>> BDC(.*?)EMC", code, re.DOTALL)
    assert sum(" Do" in stretch for stretch in stretches) == 1


def test_the_register_says_which_figures_pictures_show_unchecked(built: Path) -> None:
    rows = [place.text for place in read_paper(built / "out" / "dam.pdf").places]
    assert sum("in a picture, not checked: Figure" in " ".join(row.split()) for row in rows) == 2


@pytest.mark.longer
def test_the_camera_s_own_data_reach_no_finished_file(tmp_path: Path) -> None:
    exif = Image.Exif()
    exif[0x010E] = "taken by a secret telephone"
    data = saved(photograph(2400, 1600), "JPEG", exif=exif)
    folder = case(tmp_path / "case", {"dam.jpg": data})
    project.build(folder, tmp_path / "out", ("paper", "deck"))
    with zipfile.ZipFile(tmp_path / "out" / "dam.pptx") as package:
        assert not any(b"secret" in package.read(name) for name in package.namelist())
    assert b"secret" not in (tmp_path / "out" / "dam.pdf").read_bytes()


# ----------------------------------------------------------------- the deck


def test_pictures_stand_in_picture_placeholders_of_their_layouts(built: Path) -> None:
    deck = Presentation(str(built / "out" / "dam.pptx"))
    found = {}
    for slide in deck.slides:
        for shape in slide.placeholders:
            if shape.placeholder_format.type == PP_PLACEHOLDER.PICTURE:
                found[slide.shapes.title.text] = slide.slide_layout.name
                assert shape.element.nvPicPr.cNvPr.get("descr")
    assert found == {
        "The wall closes the valley": "Picture left",
        "The plan has towers": "Picture full",
        "The wall is a straight line": "Picture and points",
        "The gate lies at its foot": "Picture right",
    }


def test_a_drawing_is_native_in_the_deck_with_its_pixels_beside_it(built: Path) -> None:
    deck = Presentation(str(built / "out" / "dam.pptx"))
    slide = next(each for each in deck.slides if each.shapes.title.text == "The plan has towers")
    (blip,) = slide.element.iter(_SVG)
    key = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}embed"
    native = slide.part.related_part(blip.get(key))
    assert native.content_type == "image/svg+xml"
    assert b"<svg" in native.blob
    assert b"DOCTYPE" not in native.blob
    beside = slide.part.related_part(blip.getparent().getparent().getparent().get(key))
    with Image.open(io.BytesIO(beside.blob)) as picture:
        assert picture.format == "PNG"
        assert picture.width > 1500


@pytest.mark.longer
def test_a_picture_that_several_slides_show_is_kept_once(tmp_path: Path) -> None:
    more = "\n::::{slide} Again\n\n:::{picture} pictures/dam.jpg\n:::\n\n- Once more\n::::\n"
    folder = rewritten(case(tmp_path / "case"), wall=lambda text: text + more)
    project.build(folder, tmp_path / "out", ("deck",))
    with zipfile.ZipFile(tmp_path / "out" / "dam.pptx") as package:
        photographs = [name for name in package.namelist() if name.endswith(".jpg")]
    assert len(photographs) == 2  # the wall twice, its length once


# ------------------------------------------------------------------ colours


def srgb(path: Path, number: int = 0) -> tuple[int, ...]:
    """Return the colour in the middle of the first picture of a paper."""
    with pikepdf.open(path) as pdf:
        pages = [page for page in pdf.pages if len(page.get_images())]
        image = pikepdf.PdfImage(next(iter(pages[number].get_images().values()))).as_pil_image()
    middle = image.convert("RGB").getpixel((image.width // 2, image.height // 2))
    assert isinstance(middle, tuple)
    return middle


def profile(*, display_p3: bool) -> bytes:
    """Return an RGB profile, of the primaries of Display P3 (made from those of sRGB)."""
    data = bytearray(ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes())
    if display_p3:
        xyz = {
            b"rXYZ": (0.51512, 0.24120, -0.00105),
            b"gXYZ": (0.29198, 0.69225, 0.04189),
            b"bXYZ": (0.15710, 0.06657, 0.78407),
        }
        count = int.from_bytes(data[128:132], "big")
        for at in range(132, 132 + 12 * count, 12):
            tag = bytes(data[at : at + 4])
            start = int.from_bytes(data[at + 4 : at + 8], "big")
            for place, value in enumerate(xyz.get(tag, ())):
                fixed = round(value * 65536).to_bytes(4, "big", signed=True)
                data[start + 8 + 4 * place : start + 12 + 4 * place] = fixed
    return bytes(data)


@pytest.mark.longer
def test_display_p3_is_brought_to_srgb(tmp_path: Path) -> None:
    flat = Image.new("RGB", (2400, 1600), (200, 100, 50))
    data = saved(flat, "JPEG", quality=98, icc_profile=profile(display_p3=True))
    project.build(case(tmp_path / "case", {"dam.jpg": data}), tmp_path / "out", ("paper",))
    red, green, blue = srgb(tmp_path / "out" / "dam.pdf")
    # The same numbers mean a redder colour in Display P3 than in sRGB.
    assert red > 208
    assert green < 98
    assert blue < 45


@pytest.mark.longer
def test_a_picture_lies_the_right_way_up_as_its_camera_says(tmp_path: Path) -> None:
    exif = Image.Exif()
    exif[0x0112] = 6
    upright = Image.new("RGB", (1600, 2400), (255, 255, 255))
    upright.paste((0, 0, 255), (0, 0, 1600, 1200))  # blue above
    lying = upright.transpose(Image.Transpose.ROTATE_90)
    data = saved(lying, "JPEG", quality=95, exif=exif)
    project.build(case(tmp_path / "case", {"dam.jpg": data}), tmp_path / "out", ("paper", "deck"))
    with pikepdf.open(tmp_path / "out" / "dam.pdf") as pdf:
        page = next(page for page in pdf.pages if len(page.get_images()))
        image = (
            pikepdf.PdfImage(next(iter(page.get_images().values()))).as_pil_image().convert("RGB")
        )
    assert image.height > image.width
    top = image.getpixel((image.width // 2, image.height // 4))
    assert isinstance(top, tuple)
    assert top[2] > 240
    assert top[0] < 20


@pytest.mark.longer
def test_sixteen_bits_a_channel_and_palettes_are_shown_as_they_are(tmp_path: Path) -> None:
    deep = Image.new("I;16", (2400, 1600), 128 * 257)
    changed = {"gate.png": saved(deep, "PNG"), "dam.jpg": saved(photograph(2400, 1600), "JPEG")}
    project.build(case(tmp_path / "case", changed), tmp_path / "out", ("paper",))
    with pikepdf.open(tmp_path / "out" / "dam.pdf") as pdf:
        greys = [
            pikepdf.PdfImage(image).as_pil_image()
            for page in pdf.pages
            for image in page.get_images().values()
            if image.ColorSpace == "/DeviceGray"
        ]
    assert [abs(image.getpixel((9, 9)) - 128) <= 1 for image in greys] == [True]


# ------------------------------------------------------- what must be mended


def bomb() -> bytes:
    """Return a PNG of a few hundred kilobytes that says that it has 900 million pixels."""
    small = bytearray(saved(Image.new("1", (64, 64)), "PNG"))
    small[16:24] = (30_000).to_bytes(4, "big") * 2
    small[29:33] = zlib.crc32(small[12:29]).to_bytes(4, "big")
    return bytes(small)


LIES = {
    "called PNG, holds JPEG": (
        "gate.png",
        lambda: saved(photograph(900, 900), "JPEG"),
        "it is called PNG, and holds JPEG",
    ),
    "no picture at all": ("dam.jpg", lambda: b"MZ" + bytes(200), "it is no JPEG picture"),
    "an empty file": ("dam.jpg", lambda: b"", "the file is empty"),
    "900 million pixels": ("gate.png", bomb, "it has 900,000,000 pixels"),
    "cut off": (
        "dam.jpg",
        lambda: saved(photograph(2400, 1600), "JPEG")[:9000],
        "the picture is damaged or cut off",
    ),
    "cut off, of lines": ("plan.svg", lambda: PLAN.encode()[:300], "is no well-formed XML"),
    "a thumbnail": ("dam.jpg", lambda: saved(photograph(6, 6), "JPEG"), "it has 6 by 6 pixels"),
    "a ribbon": (
        "dam.jpg",
        lambda: saved(photograph(1020, 20), "JPEG"),
        "it is 1,020 by 20, more than 50 times as long as wide",
    ),
    "a ribbon upright": (
        "dam.jpg",
        lambda: saved(photograph(20, 1020), "JPEG"),
        "it is 20 by 1,020, more than 50 times as long as wide",
    ),
    "several in one": (
        "wide.tif",
        lambda: saved(
            photograph(90, 90), "TIFF", save_all=True, append_images=[photograph(90, 90)]
        ),
        "it holds 2 pictures",
    ),
}

SCRIPTS = {
    '<script>alert("x")</script>': "the drawing holds a script",
    '<rect onclick="go()" width="5" height="5"/>': "the drawing holds a script (onclick=)",
    "<foreignObject/>": "the drawing holds a web page",
    '<image href="https://example.org/x.png"/>': "the drawing leads out of its file",
    '<use href="other.svg#a"/>': "the drawing leads out of its file",
    '<a href="https://example.org"><rect width="5" height="5"/></a>': "leads out of its file",
    '<rect fill="url(https://example.org/#g)" width="5" height="5"/>': "leads out of its file",
    "<style>@import 'x.css';</style>": "the drawing leads out of its file: its styles",
    '<animate attributeName="x"/>': "the drawing holds a movement",
    '<g id="a"><use href="#b"/></g><g id="b"><use href="#a"/></g>': "uses itself",
    '<text x="5" y="5">\u4e00</text>': 'has the character "\u4e00" (U+4E00) of the drawing',
    "<unheard/>": "the drawing holds <unheard>, which cannot be drawn",
}


@pytest.mark.parametrize("lie", share(LIES, 3))
def test_a_lie_is_told_where_the_picture_stands(
    lie: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    name, data, says = LIES[lie]
    folder = case(tmp_path / "case", {name: data()})
    found = problems(folder, monkeypatch)
    assert len(found) == 1
    assert f'error: the picture "pictures/{name}": ' in found[0]
    assert says in found[0]
    assert re.match(r"case/sections/(valley|wall)\.md:\d+:1: ", found[0])


@pytest.mark.parametrize("part", share(SCRIPTS, 4))
def test_a_drawing_that_acts_or_leads_out_is_refused(
    part: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    data = PLAN.replace("</svg>", f"{part}</svg>").encode()
    found = problems(case(tmp_path / "case", {"plan.svg": data}), monkeypatch)
    assert len(found) == 1
    assert 'error: the picture "pictures/plan.svg": ' in found[0]
    assert SCRIPTS[part] in found[0]


def test_entities_that_would_fill_the_memory_are_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    laughs = "".join(f'<!ENTITY a{n} "{f"&a{n - 1};" * 10}">' for n in range(1, 9))
    data = f'<!DOCTYPE svg [<!ENTITY a0 "ha">{laughs}]>{PLAN.split(chr(10), 2)[2]}'.encode()
    (found,) = problems(case(tmp_path / "case", {"plan.svg": data}), monkeypatch)
    assert "the drawing declares entities (a DTD), which are not read" in found


def test_parts_that_use_one_another_without_end_are_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    use = '<use href="#l{}"/>'
    ten = "".join(f'<g id="l{n}">{use.format(n - 1) * 10}</g>' for n in range(1, 8))
    data = PLAN.replace("</svg>", f'<g id="l0"><rect width="1" height="1"/></g>{ten}</svg>')
    (found,) = problems(case(tmp_path / "case", {"plan.svg": data.encode()}), monkeypatch)
    assert "the drawing draws more than 50,000 parts" in found


WRITTEN = {
    "![](pictures/dam.jpg)": "has no words for those who do not see it",
    "![A dam](dam.jpg)": 'the picture "dam.jpg" does not lie in pictures/',
    "![A dam](pictures/dan.jpg)": 'no picture "pictures/dan.jpg"\n  did you mean pictures/dam.jpg',
    "![A dam](../dam.jpg)": "lies outside the content folder",
    "![A dam](https://example.org/dam.jpg)": "lies on a network",
    "![A dam](pictures/dam.pdf)": '"pictures/dam.pdf" is no picture that is read',
    "See ![a dam](pictures/dam.jpg) there.": "a picture stands among words",
    "![A dam of 94 metres](pictures/dam.jpg)": 'unbound number "94"',
    ":::{picture} pictures/dam.jpg\n:alt: A\n:width: huge\n:::": '":width:" is "huge"',
    ":::{picture} pictures/dam.jpg\n:alt: A\n:crop: some\n:::": '":crop:" is "some"',
    ":::{picture} pictures/dam.jpg\n:alt: A\n:figures: hight\n:::": 'unknown figure "hight"',
    ":::{picture} pictures/dam.jpg\n:alt: A\n:id: gate\n:::": "two pictures of the paper are",
    ":::{picture} pictures/wave.webp\n:alt: A\n:decorative: true\n:::": "is decorative, and has",
}


@pytest.mark.parametrize("written", share(WRITTEN, 4))
def test_what_is_written_wrongly_is_told_at_its_place(
    written: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    first = (
        '![The wall of the dam across a green valley](pictures/dam.jpg "The wall from the north")'
    )
    folder = rewritten(case(tmp_path / "case"), valley=lambda text: text.replace(first, written))
    found = problems(folder, monkeypatch)
    assert any(WRITTEN[written] in line for line in found), found


def test_a_link_out_of_the_content_folder_is_not_followed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = case(tmp_path / "case", {"dam.jpg": None})
    (tmp_path / "elsewhere.jpg").write_bytes(pictures.files()["dam.jpg"])
    (folder / "pictures" / "dam.jpg").symlink_to(tmp_path / "elsewhere.jpg")
    (found,) = problems(folder, monkeypatch)
    assert 'the picture "pictures/dam.jpg": it leads out of the content folder' in found


# -------------------------------------------------------------- what is told


@pytest.mark.longer
def test_a_picture_that_would_have_to_be_enlarged_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    data = saved(photograph(640, 426), "JPEG")
    (found,) = problems(case(tmp_path / "case", {"dam.jpg": data}), monkeypatch)
    assert found.startswith(
        'case/sections/valley.md:6:1: warning: the picture "pictures/dam.jpg" would have to be '
        "enlarged: it has 640 pixels across 116 mm"
    )


UNKNOWN = {
    '<linearGradient id="g"><stop offset="0" stop-color="red"/></linearGradient>'
    '<rect fill="url(#g)" width="9" height="9"/>': "a gradient",
    '<rect fill="red" opacity="0.5" width="9" height="9"/>': "see-through colours",
    '<mask id="m"><rect width="9" height="9"/></mask>': "a mask",
    '<text x="9" y="9" letter-spacing="3">Wide</text>': "words with letter-spacing",
    '<text x="9" y="9" dominant-baseline="hanging" font-size="20">Low</text>': "something that is",
}


@pytest.mark.longer
@pytest.mark.parametrize("part", share(UNKNOWN, 6))
def test_a_drawing_that_is_not_known_whole_is_printed_as_pixels_and_told(
    part: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    data = PLAN.replace("</svg>", f"{part}</svg>").encode()
    folder = case(tmp_path / "case", {"plan.svg": data})
    (found,) = problems(folder, monkeypatch)
    assert 'warning: the picture "pictures/plan.svg" is printed as pixels: it holds' in found
    assert UNKNOWN[part] in found
    project.build(folder, tmp_path / "out", ("paper",))
    assert gate.failures(tmp_path / "out" / "dam.pdf") == []


def test_a_figure_that_has_changed_tells_of_the_picture_that_states_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = case(tmp_path / "case")
    figures = folder / "figures.yaml"
    figures.write_text(figures.read_text().replace("value: 34.9", "value: 36.2"))
    (found,) = problems(folder, monkeypatch)
    assert found.replace("\u00a0", " ") == (
        'case/sections/valley.md:16:11: warning: the picture "pictures/plan.svg" may be old: it '
        'shows storage as "34.9", and the figure is now "36.2 million cubic metres"\n'
        "  make the picture anew and state what it shows then; nothing reads numbers in pictures"
    )


@pytest.mark.longer
def test_a_picture_that_stayed_though_its_figure_changed_since_the_last_edition_is_told(
    built: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    bare = ":figures: storage, height"
    stated = ":figures: storage = 34.9; height = 94"
    folder = rewritten(case(tmp_path / "case"), valley=lambda text: text.replace(stated, bare))
    project.build(folder, tmp_path / "first", ("paper",))
    figures, briefing = folder / "figures.yaml", folder / "briefing.yaml"
    figures.write_text(figures.read_text().replace("value: 34.9", "value: 36.2"))
    said = briefing.read_text().replace("first edition", "second edition")
    briefing.write_text(f"{said}changes: {{since: ../first/dam.pdf}}\n")
    said = problems(folder, monkeypatch)
    told = [line for line in said if "may be old" in line]
    assert told, said
    assert [line.replace("\u00a0", " ").split("\n")[0] for line in told] == [
        'case/sections/valley.md:16:11: warning: the picture "pictures/plan.svg" may be old: it is '
        'the one of the edition "first edition", and storage has changed since from '
        '"34.9 million cubic metres" to "36.2 million cubic metres"'
    ]
    picture = folder / "pictures" / "plan.svg"
    picture.write_text(picture.read_text().replace("#b5523b", "#b5523c"))
    assert not [line for line in problems(folder, monkeypatch) if "may be old" in line]


# ----------------------------------------------------------------- the proof


def swapped_in_deck(path: Path) -> None:
    """Put another photograph in a deck's place for one, by hand."""
    with zipfile.ZipFile(path) as package:
        members = {name: package.read(name) for name in package.namelist()}
    name = next(name for name in members if name.endswith(".jpg"))
    members[name] = saved(photograph(600, 400, hue=120), "JPEG")
    with zipfile.ZipFile(path, "w") as package:
        for each, data in members.items():
            package.writestr(each, data)


def swapped_in_paper(path: Path) -> None:
    with pikepdf.open(path, allow_overwriting_input=True) as pdf:
        page = next(page for page in pdf.pages if len(page.get_images()))
        image = next(iter(page.get_images().values()))
        size = int(image.Width), int(image.Height)
        data = saved(photograph(*size, hue=120), "JPEG")
        image.write(data, filter=pikepdf.Name.DCTDecode)
        pdf.save(path)


def recaptioned(path: Path) -> None:
    deck = Presentation(str(path))
    for slide in deck.slides:
        for shape in slide.placeholders:
            if shape.has_text_frame and shape.text_frame.text == "The wall from the north":
                shape.text_frame.paragraphs[0].runs[0].text = "The wall from the south"
    deck.save(str(path))


@pytest.mark.parametrize(
    ("name", "damage", "says"),
    [
        ("dam.pptx", swapped_in_deck, "pixels"),
        ("dam.pdf", swapped_in_paper, "its fonts or pictures were changed"),
        ("dam.pptx", recaptioned, "The wall from the south"),
    ],
)
def test_what_is_changed_in_a_finished_file_is_found(
    built: Path, tmp_path: Path, name: str, damage: Callable[[Path], None], says: str
) -> None:
    path = tmp_path / name
    path.write_bytes((built / "out" / name).read_bytes())
    assert not examine(path).changed
    damage(path)
    assert any(says in str(finding) for finding in examine(path).changed)


@pytest.mark.longer
def test_a_changed_picture_makes_the_files_anew_and_a_stale_deck_is_told(built: Path) -> None:
    folder, out = built / "case", built / "out"
    again = project.build(folder, out, ("paper", "deck"))
    assert [each.fresh for each in again.files] == [False, False]
    before = (folder / "pictures" / "dam.jpg").read_bytes()
    (folder / "pictures" / "dam.jpg").write_bytes(saved(photograph(2400, 1600, hue=9), "JPEG"))
    try:
        with pytest.raises(DisagreementError, match="built from another content"):
            check(folder, out)
        anew = project.build(folder, built / "anew", ("paper", "deck"))
        assert [each.fresh for each in anew.files] == [True, True]
    finally:
        (folder / "pictures" / "dam.jpg").write_bytes(before)
    first, second = read_deck(out / "dam.pptx"), read_deck(built / "anew" / "dam.pptx")
    pixels = [
        {place.text for place in reading.places if place.part == "pixels"}
        for reading in (first, second)
    ]
    assert len(pixels[0] - pixels[1]) == 1


def test_the_same_content_gives_the_same_bytes(built: Path, tmp_path: Path) -> None:
    project.build(built / "case", tmp_path, ("paper", "deck"))
    for name in ("dam.pdf", "dam.pptx"):
        assert (tmp_path / name).read_bytes() == (built / "out" / name).read_bytes()


def test_each_finished_file_carries_the_ledger_of_its_places(built: Path) -> None:
    for name in ("dam.pdf", "dam.pptx", "dam-handout.pdf"):
        reading = read(built / "out" / name)
        assert reading.carried is not None
        assert not examine(built / "out" / name).changed
