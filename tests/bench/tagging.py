"""Times long papers of the project's own content, tagged and not, in pairs; prints the ratios.

An untagged paper is made by the same writer with all that it does for tags taken out: no marked
content, no artifacts, no structure tree. Each paper is made in a process of its own, and what is
compared is processor time. Nothing is asserted. Usage: tagging.py [--times N] [--rounds N]
"""

from __future__ import annotations

import argparse
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT))

from builder.model.blocks import Heading, Section  # noqa: E402
from builder.model.briefing import Briefing  # noqa: E402


def repeated(content: Briefing, times: int) -> Briefing:
    """Return the content with its sections so many times over, each with names of its own."""
    sections = (_renamed(section, time) for time in range(times) for section in content.sections)
    return replace(content, sections=tuple(sections))


def _renamed(section: Section, time: int) -> Section:
    if not time:
        return section
    blocks = (
        replace(block, anchor=f"{block.anchor}-{time}") if isinstance(block, Heading) else block
        for block in section.blocks
    )
    return replace(section, id=f"{section.id}-{time}", blocks=tuple(blocks))


def take_tags_out() -> None:
    """Let this process write papers without tags."""
    from builder.outputs.pdf.tags import Marks
    from builder.outputs.pdf.write import canvas, writer
    from builder.outputs.pdf.write.tree import Tagged

    @contextmanager
    def within(*_: object) -> Iterator[None]:
        yield

    @contextmanager
    def furniture(paper: canvas.PaperCanvas, *_: object) -> Iterator[None]:
        paper._aside += 1
        yield
        paper._aside -= 1

    def nothing(*_: object, **__: object) -> None: ...

    canvas.PaperCanvas.mark = canvas.PaperCanvas.unmark = nothing  # type: ignore[method-assign]
    canvas.PaperCanvas.furniture = furniture  # type: ignore[method-assign, assignment]
    canvas.enclosed = iter  # type: ignore[assignment]
    Marks.within = within  # type: ignore[method-assign, assignment]
    Marks.place = Marks.link = nothing  # type: ignore[method-assign]
    Marks.stretch = lambda _, base, *__, **___: base  # type: ignore[method-assign, assignment]
    writer.with_tree = lambda laid_out, _: Tagged(laid_out, 0, {})
    writer.join_tree = nothing  # type: ignore[assignment]


def make(times: int, path: Path) -> None:
    """Write one paper; print its pages, and the processor time in seconds of all that was done."""
    from builder.outputs.pdf import plan_paper, set_paper, write_paper
    from builder.problems import Problems
    from builder.project import resolved

    content, theme = resolved(ROOT / "content", Problems())
    paper = set_paper(plan_paper(repeated(content, times), theme, {}), theme, None)
    write_paper(paper, path)
    took = time.process_time()

    import pypdfium2

    print(len(pypdfium2.PdfDocument(path)), took)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--times", type=int, default=29, help="how often the content is repeated")
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--one", choices=("tagged", "untagged"), help=argparse.SUPPRESS)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        if options.one:
            if options.one == "untagged":
                take_tags_out()
            make(options.times, Path(folder, "paper.pdf"))
            return
    ratios = []
    for _ in range(options.rounds):
        seconds = {}
        for kind in ("untagged", "tagged"):
            command = [sys.executable, __file__, "--one", kind, "--times", str(options.times)]
            said = subprocess.run(command, capture_output=True, text=True, check=True).stdout
            pages, took = said.split()
            seconds[kind] = float(took)
        ratios.append(seconds["tagged"] / seconds["untagged"])
        print(
            f"{pages} pages: {seconds['tagged']:.1f} s of processor time tagged,"
            f" {seconds['untagged']:.1f} s not: {ratios[-1]:.2f}"
        )
    print(f"median {statistics.median(ratios):.2f}")


if __name__ == "__main__":
    main()
