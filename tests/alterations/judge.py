"""Whether an alteration can be seen: pages and slides rendered before and after."""

from __future__ import annotations

import subprocess
import tempfile
from collections.abc import Iterable, Iterator
from pathlib import Path

from PIL import Image, ImageChops

# Enough for one changed letter of the smallest type to change a pixel well beyond the threshold.
_DPI = 50
_THRESHOLD = 24
_BATCH = 40


def _pages(pdf: Path, into: Path) -> list[Image.Image]:
    into.mkdir(parents=True)
    subprocess.run(
        ["pdftoppm", "-cropbox", "-r", str(_DPI), str(pdf), str(into / "p")],
        check=True,
        capture_output=True,
    )
    return [Image.open(path).convert("RGB") for path in sorted(into.iterdir())]


def differ(before: list[Image.Image], after: list[Image.Image]) -> bool:
    """Say whether two rows of pages differ for the eye: in number, size, or in some pixel."""
    if [page.size for page in before] != [page.size for page in after]:
        return True
    for one, other in zip(before, after, strict=True):
        bands = ImageChops.difference(one, other).getextrema()
        if max(high for _, high in bands) > _THRESHOLD:
            return True
    return False


def as_pdf(decks: Iterable[Path], into: Path) -> Iterator[tuple[Path, Path | None]]:
    """Yield each deck with its slides as a PDF, by LibreOffice; None where it cannot open it."""
    waiting = list(decks)
    with tempfile.TemporaryDirectory() as profile:
        for start in range(0, len(waiting), _BATCH):
            batch = waiting[start : start + _BATCH]
            subprocess.run(
                [
                    "soffice",
                    f"-env:UserInstallation=file://{profile}",
                    "--headless",
                    "--convert-to",
                    "pdf",
                    "--outdir",
                    str(into),
                    *map(str, batch),
                ],
                check=False,
                capture_output=True,
            )
            for deck in batch:
                made = into / f"{deck.stem}.pdf"
                yield deck, made if made.exists() else None


def visible(altered: dict[Path, Path]) -> dict[Path, bool]:
    """Say of altered files whether they look otherwise than their originals, given beside them."""
    with tempfile.TemporaryDirectory() as folder:
        base = Path(folder)
        decks = {path for path in (*altered, *altered.values()) if path.suffix == ".pptx"}
        printed: dict[Path, Path | None] = {path: path for path in (*altered, *altered.values())}
        (base / "pdf").mkdir()
        printed.update(as_pdf(sorted(decks), base / "pdf"))
        originals = {
            path: _pages(found, base / f"original{number}")
            for number, path in enumerate(sorted(set(altered.values())))
            if (found := printed[path]) is not None
        }
        seen = {}
        for number, (path, original) in enumerate(altered.items()):
            found = printed[path]
            # A deck that LibreOffice refuses is a file broken by us, not an alteration.
            seen[path] = found is not None and differ(
                originals[original], _pages(found, base / f"altered{number}")
            )
            for page in (base / f"altered{number}").glob("*"):
                page.unlink()
        return seen
