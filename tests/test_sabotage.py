"""A writer that prints other than it was told is caught, and the old file stays where it was.

Each saboteur stands between plan and writer, or between writer and file; what it is held to is
the plan's own places. That is a fault of ours, and said to be one: exit 4, with both texts.
"""

from __future__ import annotations

import io
from collections.abc import Callable, Iterator
from dataclasses import replace
from itertools import islice
from pathlib import Path
from typing import Any

import pikepdf
import pytest

from builder import project
from builder.cli import run
from builder.model.text import Line, Run, mapped
from builder.outputs import LaidOut
from builder.outputs.pptx.plan.deck import DeckPlan
from builder.outputs.pptx.plan.model import ChartItem, FilledForm, GroupItem, PlannedSlide
from builder.problems import Problems
from tests.shares import share

ROOT = Path(__file__).resolve().parents[1]
SLUG = "russias-suppliers"
Saboteur = Callable[[DeckPlan], DeckPlan]


@pytest.fixture(scope="module")
def laid(one_cache: Path) -> LaidOut:
    return project.lay_out(project.plan(ROOT / "content", Problems()), one_cache)


@pytest.fixture
def out(tmp_path: Path) -> Iterator[Path]:
    """A folder with files of an earlier build, which must all be there afterwards."""
    old = {f"{SLUG}.pdf": b"an older paper", f"{SLUG}.pptx": b"an older deck"}
    for name, data in old.items():
        (tmp_path / name).write_bytes(data)
    yield tmp_path
    left = {path.name: path.read_bytes() for path in tmp_path.iterdir() if path.is_file()}
    assert left == old


def on_slides(change: Callable[[PlannedSlide], PlannedSlide]) -> Saboteur:
    return lambda plan: replace(plan, slides=tuple(change(slide) for slide in plan.slides))


def in_groups(change: Callable[[Line], Line]) -> Saboteur:
    """Change every line of the slides' diagrams and panels."""

    def changed(item: Any) -> Any:
        if not isinstance(item, GroupItem):
            return item
        return replace(
            item,
            shapes=tuple(
                replace(shape, paragraphs=mapped(shape.paragraphs, change))
                if isinstance(shape, FilledForm)
                else shape
                for shape in item.shapes
            ),
        )

    return on_slides(lambda slide: replace(slide, items=tuple(map(changed, slide.items))))


def in_titles(change: Callable[[Line], Line]) -> Saboteur:
    return on_slides(
        lambda slide: replace(slide, title=replace(slide.title, runs=change(slide.title.runs)))
    )


def on_runs(old: str, new: str) -> Callable[[Line], Line]:
    return lambda line: tuple(replace(run, text=run.text.replace(old, new)) for run in line)


def wrong_label(slide: PlannedSlide) -> PlannedSlide:
    def changed(item: Any) -> Any:
        if not isinstance(item, ChartItem):
            return item
        series = tuple(
            replace(
                one,
                points=tuple(
                    replace(point, label=on_runs("11,000", "12,000")(point.label))
                    for point in one.points
                ),
            )
            for one in item.native.series
        )
        return replace(item, native=replace(item.native, series=series))

    return replace(slide, items=tuple(map(changed, slide.items)))


def without_alt_text(slide: PlannedSlide) -> PlannedSlide:
    return replace(
        slide,
        items=tuple(
            replace(item, alt=()) if isinstance(item, ChartItem | GroupItem) else item
            for item in slide.items
        ),
    )


DECKS: dict[str, tuple[Saboteur, str]] = {
    "one wrong digit in the label of a chart": (
        on_slides(wrong_label),
        'label of series 1, point 3: expected "≥11,000", found "≥12,000" (figure arms_containers)',
    ),
    "a hedge dropped in the notes": (
        on_slides(
            lambda slide: replace(
                slide, notes=tuple(map(on_runs("at least 11,000", "11,000"), slide.notes))
            )
        ),
        'notes: expected "at least 11,000 containers", found',
    ),
    "a hedge dropped on a slide": (
        in_groups(on_runs("More than 3,700", "3,700")),
        'expected "More than 3,700 drones; at least 400 missiles", found "3,700 drones; at least',
    ),
    "notes skipped": (
        on_slides(lambda slide: replace(slide, notes=())),
        'deck slide 3, notes, Notes: "',
    ),
    "alt text forgotten": (
        on_slides(without_alt_text),
        "deck slide 8, alt, Chart arms_deliveries: ",
    ),
    "a slide dropped": (
        lambda plan: replace(
            plan,
            slides=plan.slides[:5] + plan.slides[6:],
            furniture=plan.furniture[:5] + plan.furniture[6:],
            sections=(),
        ),
        "deck slide 19",
    ),
    "a figure printed that no plan has": (
        in_titles(lambda line: (*line, Run(" 42"))),
        'paragraph: expected "Sources", found "Sources 42"',
    ),
    "another content's fingerprint": (
        lambda plan: replace(plan, fingerprint="0" * 64),
        "fingerprint",
    ),
}


@pytest.mark.parametrize("sabotage", share(DECKS, 8))
def test_a_sabotaged_deck_is_caught(
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    laid: LaidOut,
    out: Path,
    sabotage: str,
) -> None:
    import builder.outputs.pptx.write.deck as writer

    honest = writer.write_deck
    saboteur, message = DECKS[sabotage]
    # What comes before the writer is the same each time.
    monkeypatch.setattr(project, "plan", lambda *_: laid)
    monkeypatch.setattr(project, "lay_out", lambda *_: laid)
    monkeypatch.setattr(
        "builder.outputs.pptx.write_deck",
        lambda plan, theme, path, _begun: honest(saboteur(plan), theme, path),
        raising=False,
    )
    assert run(["slides", str(ROOT / "content"), "--out", str(out), "-q"]) == 4
    said = capsys.readouterr().err
    assert "nothing was replaced" in said
    assert message in said


def drawn(old: str, new: str) -> Callable[[pytest.MonkeyPatch], None]:
    """Draw other words in charts; `new` is as long as `old`, for the kerning goes with it."""

    def sabotage(monkeypatch: pytest.MonkeyPatch) -> None:
        import builder.outputs.pdf.write.player as player

        honest = player._words
        monkeypatch.setattr(
            player,
            "_words",
            lambda canvas, text, name: honest(
                canvas, replace(text, text=text.text.replace(old, new)), name
            ),
        )

    return sabotage


def typeset(old: str, new: str) -> Callable[[pytest.MonkeyPatch], None]:
    """Set other words on the pages; as long as the old ones."""

    def sabotage(monkeypatch: pytest.MonkeyPatch) -> None:
        from builder.outputs.pdf.write.canvas import PaperCanvas

        honest = PaperCanvas.text_code

        def shown(self: PaperCanvas, spans: Any, extra: float = 0.0, tail: str = "") -> str:
            words = iter("".join(span.text for span in spans).replace(old, new))
            told = [span._replace(text="".join(islice(words, len(span.text)))) for span in spans]
            return honest(self, told, extra, tail)

        monkeypatch.setattr(PaperCanvas, "text_code", shown)

    return sabotage


def finished(change: Callable[[pikepdf.Pdf], None]) -> Callable[[pytest.MonkeyPatch], None]:
    """Do something to the PDF after it is finished."""

    def sabotage(monkeypatch: pytest.MonkeyPatch) -> None:
        import builder.outputs.pdf.write.writer as writer

        honest = writer.finish

        def spoiled(*given: Any, **named: Any) -> bytes:
            held = io.BytesIO()
            with pikepdf.open(io.BytesIO(honest(*given, **named))) as pdf:
                change(pdf)
                pdf.save(held)
            return held.getvalue()

        monkeypatch.setattr(writer, "finish", spoiled)

    return sabotage


def forget_alt_text(pdf: pikepdf.Pdf) -> None:
    for held in pdf.objects:
        if isinstance(held, pikepdf.Dictionary) and "/Alt" in held:
            del held["/Alt"]


def drop_a_page(pdf: pikepdf.Pdf) -> None:
    del pdf.pages[3]


def spoil_data(pdf: pikepdf.Pdf) -> None:
    stream = pdf.attachments["figures.csv"].obj.EF.F
    stream.write(stream.read_bytes().replace(b"3700", b"3800"))


def retitle(pdf: pikepdf.Pdf) -> None:
    pdf.docinfo["/Title"] = "42 suppliers"


def write_over(pdf: pikepdf.Pdf) -> None:
    note = pikepdf.Dictionary(
        Type=pikepdf.Name.Annot,
        Subtype=pikepdf.Name.FreeText,
        Rect=[50, 50, 200, 80],
        Contents="5,000 drones",
        DA="/Helv 12 Tf",
    )
    pdf.pages[1].obj.Annots = pikepdf.Array([pdf.make_indirect(note)])


PAPERS: dict[str, tuple[Callable[[pytest.MonkeyPatch], None], str]] = {
    "one wrong digit in the label of a chart": (
        drawn("≥11,000", "≥12,000"),
        ', chart, chart:arms_deliveries, drawing: expected ">3,700 ≥400 ≥11,000',
    ),
    "a bound dropped in a chart": (
        drawn(">3,700", " 3,700"),
        ', chart, chart:arms_deliveries, drawing: expected ">3,700 ',
    ),
    "one wrong digit in the text": (
        typeset("3,700", "3,800"),
        'found "more than 3,800 drones" (figure drones_delivered)',
    ),
    "a bound dropped in a panel": (
        typeset("≥400", "\N{NO-BREAK SPACE}400"),
        ', paper:findings-list, paragraph: expected "≥400", found "400"',
    ),
    "a word made a number": (
        typeset("drones", "12,345"),
        "12,345",
    ),
    "alt text forgotten": (finished(forget_alt_text), ", alt, chart:arms_deliveries: "),
    "a page dropped": (finished(drop_a_page), "paper page 4"),
    "a digit changed in the attached data": (finished(spoil_data), "figures.csv"),
    "another number in the title": (finished(retitle), 'found "42 suppliers"'),
    "a note written over a page": (finished(write_over), "no plan writes over a page"),
}


@pytest.mark.parametrize("sabotage", share(PAPERS, 12))
def test_a_sabotaged_paper_is_caught(
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    laid: LaidOut,
    out: Path,
    sabotage: str,
) -> None:
    saboteur, message = PAPERS[sabotage]
    saboteur(monkeypatch)
    monkeypatch.setattr(project, "plan", lambda *_: laid)
    assert run(["report", str(ROOT / "content"), "--out", str(out), "-q"]) == 4
    said = capsys.readouterr().err
    assert "nothing was replaced" in said
    assert message in said
