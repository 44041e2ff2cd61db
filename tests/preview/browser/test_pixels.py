"""What Chromium shows of a sheet is what the finished files draw, pixel by pixel.

The files are drawn by pdfium. Poppler smooths edges in a way of its own: of one file its pixels
differ from those of pdfium by more than those of Chromium do.
"""

from __future__ import annotations

import re
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from PIL import Image

from builder import project
from builder.preview.hub import Store
from builder.preview.reading import read
from builder.preview.scene import Scene
from builder.problems import Problems
from tests.preview.browser.screen import Screen
from tests.preview.test_pixels import MOST, SCALE, difference, drawn_by_pdfium, pdf_of

pytestmark = [pytest.mark.longer, pytest.mark.rendering]
EACH = 3  # sheets of which one is looked at


def shown(screen: Screen, side: str, number: int) -> Image.Image:
    """Return the pixels of a sheet as the page draws it, `SCALE` to a point, by whole points."""
    screen.go(side, number)
    frame = screen.page.locator(f'#{side} .sheet[data-number="{number}"] .frame')
    wide, high = frame.evaluate(
        """async frame => {
            await document.fonts.ready;
            const style = getComputedStyle(frame);
            const [wide, high] = ["--wide", "--high"].map(
                each => Math.round(style.getPropertyValue(each)));
            const svg = frame.querySelector(".picture").shadowRoot.firstChild.cloneNode(true);
            svg.setAttribute("preserveAspectRatio", "none");
            const picture = document.createElement("div");
            picture.className = "picture";
            picture.append(svg);
            const measured = frame.cloneNode(false);
            measured.append(picture);
            measured.id = "measured";
            measured.style.cssText = `--wide: ${wide}; --high: ${high}; --scale: 1;
                position: fixed; inset: 0 auto auto 0; z-index: 99; box-shadow: none`;
            document.body.append(measured);
            return [wide, high];
        }"""
    )
    screen.page.set_viewport_size({"width": wide + 60, "height": high + 60})
    clip = {"x": 0, "y": 0, "width": wide, "height": high}
    data = screen.page.screenshot(clip=clip, animations="disabled")
    screen.page.evaluate("() => document.getElementById('measured').remove()")
    screen.page.set_viewport_size({"width": 1440, "height": 900})
    return Image.open(BytesIO(data)).convert("RGB")


def apart(screen: Screen, side: str, number: int, document: bytes, page: int) -> float:
    """Return the share of pixels by which a sheet differs from a page of a PDF."""
    sheet = shown(screen, side, number)
    return difference(sheet, drawn_by_pdfium(document, page).resize(sheet.size))


def test_sheets_in_the_browser_are_what_the_files_draw(
    chromium: Any, address: str, content: Path
) -> None:
    screen = Screen(chromium, address, device_scale_factor=SCALE)
    screen.settle()
    built = (content.parent / "build").glob("*.pdf")
    [paper] = [each for each in built if not re.search("slides|handout", each.stem)]
    made = read(content, Problems(), {}, None)
    scene = Scene(Store())
    told = scene.new_paper(lambda drawn, name: None)
    plans = project.planned(made.briefing, made.theme, Problems())
    scene.follow_paper(told, project.lay_out(plans, watched=told))
    found = {}
    for number in range(1, screen.page.locator("#paper .sheet").count() + 1, EACH):
        found["paper", number] = apart(screen, "paper", number, paper.read_bytes(), number - 1)
    for slide in scene.deck.slides[::EACH]:
        number = slide.planned.number
        found["deck", number] = apart(screen, "deck", number, pdf_of(slide.picture), 0)
    screen.close()
    assert len(found) > 6
    assert max(found.values()) <= MOST, found
