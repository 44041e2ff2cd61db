"""What the preview shows is what the files draw: pixel by pixel, by two programs that draw.

Sheets are drawn by resvg, the paper and the slides' drawing in a PDF by pdfium. They smooth edges
in different ways, so that equal pages differ by a little everywhere along their letters.
"""

from __future__ import annotations

import re
from functools import cache
from io import BytesIO
from pathlib import Path

import pypdfium2
import pytest
import resvg_py
from fontTools.ttLib import TTFont
from PIL import Image, ImageChops
from reportlab.pdfgen.canvas import Canvas

from builder import project
from builder.outputs.handout.tagging import SlidePicture
from builder.outputs.pdf.write.player import play
from builder.preview.hub import Store
from builder.preview.reading import read
from builder.preview.scene import Scene
from builder.problems import Problems
from builder.theme import assets
from tests.shares import share

ROOT = Path(__file__).resolve().parents[2]
SCALE = 2.0  # pixels to a point
EACH = 3  # sheets of which one is looked at
MOST = 0.01
FAR = 96  # of 255: no smoothing of an edge that stands where it should makes so much
CONTENTS = (
    "tests/cases/small",
    "content",
    "tests/cases/strangers/lire-en-brevanne",
    "tests/cases/strangers/talsperren",
    "tests/cases/strangers/passages-a-niveau",
)


@cache
def called(name: str) -> str:
    """Return the attributes by which resvg finds a font."""
    font = TTFont(assets.font(name), lazy=True)
    family = font["name"].getDebugName(16) or font["name"].getDebugName(1)
    weight, slants = font["OS/2"].usWeightClass, font["post"].italicAngle != 0
    style = ' font-style="italic"' if slants else ""
    return f'font-family="\'{family}\'" font-weight="{weight}"{style}'


def drawn_by_resvg(svg: str, scene: Scene, size: tuple[int, int]) -> Image.Image:
    """Return a sheet's pixels, stretched to whole ones as pdfium stretches a page."""
    across, down = size
    held = f'<svg width="{across}" height="{down}" preserveAspectRatio="none" '
    svg = svg.replace("<svg ", held, 1)
    fonts = set(re.findall(r'font-family="pd-([^"]+)"', svg))
    for name in fonts:
        svg = svg.replace(f'font-family="pd-{name}"', called(name))
    for name in set(re.findall(r'href="picture/(\w+)"', svg)):
        held = scene.store.get(name)
        assert held is not None
        svg = svg.replace(f'href="picture/{name}"', f'href="{as_address(*held)}"')
    data = resvg_py.svg_to_bytes(
        svg_string=svg,
        background="#ffffff",
        skip_system_fonts=True,
        font_files=[str(assets.font(name)) for name in sorted(fonts)],
        style_sheet="text { font-kerning: none; text-rendering: geometricPrecision }",
    )
    return Image.open(BytesIO(bytes(data))).convert("RGB")


def as_address(data: bytes, kind: str) -> str:
    from base64 import b64encode

    return f"data:{kind};base64,{b64encode(data).decode()}"


def drawn_by_pdfium(document: bytes, page: int) -> Image.Image:
    with pypdfium2.PdfDocument(document) as pdf:
        return pdf[page].render(scale=SCALE).to_pil().convert("RGB")


def difference(one: Image.Image, other: Image.Image) -> float:
    """Return the share of pixels that differ by more than smoothing makes."""
    assert one.size == other.size
    held = ImageChops.difference(one, other).convert("L").histogram()
    return sum(held[FAR:]) / (one.width * one.height)


def pdf_of(picture: SlidePicture) -> bytes:
    """Return a slide's picture as the handout's writer draws it, on a page of its own."""
    made = BytesIO()
    canvas = Canvas(made, pagesize=tuple(picture.size))
    for stretch in picture.stretches:
        for part in stretch.parts:
            play(canvas, picture.display(part))
    canvas.showPage()
    canvas.save()
    return made.getvalue()


@pytest.mark.longer
@pytest.mark.parametrize("name", share(CONTENTS, 5))
def test_sheets_are_what_the_files_draw(name: str) -> None:
    made = read(ROOT / name, Problems(), {}, None)
    plans = project.planned(made.briefing, made.theme, Problems())
    scene = Scene(Store())
    told = scene.new_paper(lambda drawn, name: None)
    laid = project.lay_out(plans, watched=told)
    scene.follow_paper(told, laid)
    found = {}
    for sheet in scene.paper_data()[::EACH]:
        svg = scene.svg(sheet["digest"])
        assert svg is not None
        pdf = drawn_by_pdfium(laid.set_paper.drawn, sheet["number"] - 1)
        found["paper", sheet["number"]] = difference(pdf, drawn_by_resvg(svg, scene, pdf.size))
    for slide in scene.deck.slides[::EACH]:
        pdf = drawn_by_pdfium(pdf_of(slide.picture), 0)
        shown = drawn_by_resvg(slide.markup, scene, pdf.size)
        found["deck", slide.planned.number] = difference(pdf, shown)
    assert len(found) > 1
    assert max(found.values()) <= MOST, found
