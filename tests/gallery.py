"""Contents in many dresses, as contact sheets to look at: `python -m tests.gallery CONTENT...`.

Each content is built in each theme, page, number of columns, shape of slide and template that is
asked for; of each build a sheet of its pages and one of its slides is written, the slides drawn by
LibreOffice and, where betteroffice-pptx is installed, by that too. What both draw alike, PowerPoint
probably will.
"""

from __future__ import annotations

import argparse
import io
import itertools
import shutil
import sys
import tempfile
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from PIL import Image
from ruamel.yaml import YAML

import builder
from builder.problems import ContentError
from tests.rendering.render import pdf_of_deck

_FONTS = Path(__file__).resolve().parents[1] / "assets" / "fonts"
_DPI = 60
_GAP = 8  # pixels between the pictures of a sheet


@dataclass(frozen=True)
class Dress:
    """What a build of a content looks like; an empty value leaves what the content says."""

    theme: str = ""
    page: str = ""
    columns: str = ""
    slide: str = ""
    template: str = ""

    @property
    def name(self) -> str:
        """The name of its files, "as-written" where nothing is changed."""
        said = (self.theme, self.page, self.columns, self.slide, Path(self.template).stem)
        return "-".join(filter(None, said)).replace(":", "x") or "as-written"


def dressed(content: Path, dress: Dress, folder: Path) -> Path:
    """Copy a content into `folder` and let its briefing.yaml ask for the dress."""
    made = folder / content.name
    shutil.copytree(content, made)
    yaml, path = YAML(), made / "briefing.yaml"
    stated = yaml.load(path)
    for key in ("theme", "slide"):
        if getattr(dress, key):
            stated[key] = getattr(dress, key)
    page = stated.get("page", "A4")
    page = {"size": page} if isinstance(page, str) else page
    if dress.page:
        page["size"] = dress.page
    if dress.columns:
        page["columns"] = int(dress.columns)
    stated["page"] = page
    if dress.template:
        shutil.copy(dress.template, made / "template.pptx")
        stated["template"] = "template.pptx"
    yaml.dump(stated, path)
    return made


def pages(pdf: Path) -> Iterator[Image.Image]:
    """Yield the pages of a PDF as pictures."""
    import pypdfium2

    with pypdfium2.PdfDocument(pdf) as document:
        for page in document:
            yield page.render(scale=_DPI / 72).to_pil()


def drawn_again(deck: Path) -> Iterator[Image.Image]:
    """Yield the slides of a deck as the second engine draws them, none where it is missing."""
    try:
        import betteroffice_pptx
    except ImportError:
        return
    presentation = betteroffice_pptx.Presentation.open(deck.read_bytes())
    for bold, cut in ((False, "Regular"), (True, "Bold")):
        face = _FONTS / f"LiberationSans-{cut}.ttf"  # as wide as Arial
        presentation.register_font("Arial", face.read_bytes(), bold=bold)
    for at in range(presentation.slide_count):
        yield Image.open(io.BytesIO(presentation.render_png(at).bytes)).convert("RGB")


def sheet(pictures: Sequence[Image.Image], path: Path, across: int) -> None:
    """Write pictures in rows of `across` on one sheet."""
    if not pictures:
        return
    width, height = pictures[0].size
    rows = -(-len(pictures) // across)
    whole = Image.new("RGB", (across * (width + _GAP), rows * (height + _GAP)), "grey")
    for at, picture in enumerate(pictures):
        place = at % across * (width + _GAP), at // across * (height + _GAP)
        whole.paste(picture.resize((width, height)), place)
    whole.save(path)


def show(content: Path, dress: Dress, out: Path) -> str:
    """Build one content in one dress, write its sheets, and return a line about it."""
    name = f"{content.name}-{dress.name}"
    with tempfile.TemporaryDirectory() as kept:
        folder = Path(kept)
        try:
            built = builder.build(dressed(content, dress, folder), out=folder / "built")
        except ContentError as error:
            return f"{name}: not built: {error}"
        for path in (written.path for written in built.files):
            if path.suffix == ".pdf":
                sheet(list(pages(path)), out / f"{name}-pages.png", 5)
            else:
                slides = list(pages(pdf_of_deck(path, folder / "drawn")))
                sheet(slides, out / f"{name}-slides.png", 4)
                again = [one.resize(slides[0].size) for one in drawn_again(path)]
                sheet(again, out / f"{name}-slides-again.png", 4)
    return f"{name}: done"


def main(arguments: Sequence[str] | None = None) -> int:
    """Build and draw every content in every dress that is asked for."""
    parser = argparse.ArgumentParser(prog="tests.gallery", description=__doc__)
    parser.add_argument("contents", nargs="*", type=Path, default=[Path("content")])
    for key in ("theme", "page", "columns", "slide", "template"):
        parser.add_argument(f"--{key}", action="append", default=[], metavar=key.upper())
    parser.add_argument("--out", type=Path, default=Path("build/gallery"))
    asked = parser.parse_args(arguments)
    for content in asked.contents:
        if not (content / "briefing.yaml").is_file():
            parser.error(f"{content} is no content folder: it has no briefing.yaml")
    asked.out.mkdir(parents=True, exist_ok=True)
    wanted = (
        getattr(asked, key) or [""] for key in ("theme", "page", "columns", "slide", "template")
    )
    for combined in itertools.product(*wanted):
        for content in asked.contents:
            print(show(content, Dress(*combined), asked.out), flush=True)
    return 0


if __name__ == "__main__":
    sys.exit(main())
