"""The stages in order: a content folder in, verified files out.

    content/ -> sources -> resolve -> plans -> writers -> verify -> build/

Each stage is a function of plain data and can be called alone; this module only joins them
and stops after a stage that found mistakes.

The register of the paper names slides, and the slides' notes name pages of the paper. That is no
circle: notes do not change the slides' numbers, so the paper is planned and laid out beside a deck
whose notes leave the pages open, and the deck is completed from the paper's pages.
"""

from __future__ import annotations

import contextlib
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from threading import Lock
from typing import TYPE_CHECKING, Final, TypeAlias

from builder import up_to_date
from builder.caches import cache_folder
from builder.machine import ELSEWHERE, trying
from builder.memory import remembering
from builder.outputs import BOTH, OUTPUTS, LaidOut, Medium, Plans
from builder.outputs.proof import Proof, proof, settle
from builder.placing import tidy, writing
from builder.problems import Place, Problems, stop_on_warnings
from builder.up_to_date import Outcome, Written, still, whole_key
from builder.workers import alone, beside

if TYPE_CHECKING:
    from builder.model.briefing import Briefing
    from builder.theme.theme import Theme

Progress: TypeAlias = Callable[[str], None]

_RENAMED: Final = "it has this name now; move it where it belongs, or remove it"


_BUILDING: Final = Lock()
"""Held by the build at work: what stages keep for later ones is for one build at a time."""


@dataclass(frozen=True)
class Project:
    """A content folder and the folder of its finished files, built as often as it changes.

    Builds of one process share what they learn: fonts, drawn charts, texts that stayed the same.
    They may be asked for in several threads; one is at work at a time, and begins no process.
    """

    folder: Path
    out: Path = Path("build")

    def build(
        self,
        outputs: tuple[Medium, ...] = BOTH,
        progress: Progress | None = None,
        *,
        strict: bool = False,
    ) -> Outcome:
        """Write the files asked for, unless they are there and up to date; see `build`.

        Raises:
            MachineError, ContentError, ProofError: as `build` does.
        """
        with _BUILDING, alone(), remembering():
            return build(self.folder, self.out, outputs, progress or silent, strict=strict)

    def printed(self) -> dict[str, str]:
        """Return each figure of the content as it is printed in full, by id.

        Raises:
            ContentError: something in the content must be mended first; all of it is named.
        """
        with _BUILDING, alone():
            return _printed(resolved(self.folder, Problems())[0])

    def plan(self) -> Plans:
        """Read, resolve and plan the content.

        Raises:
            ContentError: something in the content must be mended first; all of it is named.
        """
        with _BUILDING, alone(), remembering():
            return plan(self.folder, Problems())


def silent(_stage: str) -> None:
    """Report no progress."""


def build(
    folder: Path,
    out: Path,
    media: tuple[Medium, ...],
    progress: Progress = silent,
    *,
    strict: bool = False,
) -> Outcome:
    """Write the files asked for into `out`, unless they are there and up to date.

    The files appear complete, verified and together, or those that were there stay.

    Raises:
        MachineError: the machine refuses what is needed; what was there is unchanged.
        ContentError: the content must be mended first; `strict` minds warnings too, also those
            of files that are up to date.
        ProofError: a finished file does not say what was planned; nothing was replaced.
    """
    tidy(out, progress)
    key = up_to_date.key(folder, out)
    known = up_to_date.read(out)
    found = still(known, key, folder, out, media)
    if found is not None:
        if strict:
            stop_on_warnings(found.warnings)
        return found
    problems, cache = Problems(), cache_folder()
    briefing, theme = resolved(folder, problems, progress)
    plans = _planned_and_drawn(briefing, theme, media, cache, problems, progress)
    if strict:
        stop_on_warnings(problems)
    meta = plans.briefing.meta
    targets = {medium: out / (meta.slug + OUTPUTS[medium].ending) for medium in media}
    if meta.since:
        from builder.editions import refuse_replacing

        refuse_replacing(meta, folder, targets.values(), problems)
        key = whole_key(key, meta.since, folder)
    laid = lay_out(plans, cache, progress)
    warnings = problems.warnings
    with writing(out, progress) as place:
        parts = {medium: place.part(medium) for medium in media}
        settle(laid, _made(laid, parts, targets, progress))
        place.put({parts[medium]: target for medium, target in targets.items()})
        up_to_date.write(out, known, key, meta.slug, targets.values(), warnings, meta.since)
        for path in place.aside:
            problems.warning(Place(str(path)), "stood where builds keep what is theirs", _RENAMED)
    made = tuple(Written(path, True) for path in targets.values())
    return Outcome(made, problems.warnings, _printed(plans.briefing))


def _printed(briefing: Briefing) -> dict[str, str]:
    return {figure.id: figure.printed for figure in briefing.snapshot.figures}


def plan(folder: Path, problems: Problems, progress: Progress = silent) -> Plans:
    """Read, resolve and plan a content folder.

    Raises:
        ContentError: something in the content must be mended first; all of it is named.
    """
    return planned(*resolved(folder, problems, progress), problems, progress)


def planned(
    briefing: Briefing, theme: Theme, problems: Problems, progress: Progress = silent
) -> Plans:
    """Plan a briefing that is resolved.

    Raises:
        ContentError: something in the content must be mended first; all of it is named.
    """
    from builder.outputs.pdf import check_pictures, plan_paper
    from builder.outputs.pptx import plan_deck, slides_by_figure
    from builder.resolve import check_coverage

    progress("planning the pages and slides")
    check_coverage(briefing, theme, problems)
    deck = plan_deck(briefing, theme, problems)
    problems.stop_on_errors()
    paper = plan_paper(briefing, theme, slides_by_figure(deck))
    if briefing.pictures:
        check_pictures(paper, theme, problems)
        problems.stop_on_errors()
    return Plans(briefing, theme, paper, deck)


def lay_out(plans: Plans, cache: Path | None = None, progress: Progress = silent) -> LaidOut:
    """Set the paper on its pages and complete the deck; `cache` holds what builds can use again.

    Raises:
        ContentError: a font lacks a character of the content, or a chart is taller than a page.
    """
    from builder.outputs.pdf import set_paper
    from builder.outputs.pptx import with_pages

    progress("setting the paper")
    paper = set_paper(plans.paper, plans.theme, cache)
    deck = with_pages(plans.deck, paper.pages)
    return LaidOut(plans.briefing, plans.theme, plans.paper, deck, paper)


def resolved(
    folder: Path, problems: Problems, progress: Progress = silent
) -> tuple[Briefing, Theme]:
    """Read and resolve a content folder: every figure has its value, every text its words.

    Raises:
        ContentError: something in the content must be mended first; all of it is named.
    """
    from builder.content import read_content, read_theme
    from builder.resolve import resolve

    progress("reading the content")
    content = read_content(folder, problems)
    theme = None
    if content is not None:
        place = content.meta.places.get("theme", content.meta.place)
        theme = read_theme(content.meta.theme, folder, problems, place)
        progress("resolving the figures")
        briefing = resolve(content, problems)
        if briefing is not None and briefing.meta.since:
            from builder.editions import with_changes

            progress("comparing with the earlier edition")
            briefing = with_changes(briefing, folder, problems)
    problems.stop_on_errors()
    if content is None or theme is None or briefing is None:
        raise AssertionError("a stage gave nothing and named no problem")
    return briefing, theme


def _planned_and_drawn(
    briefing: Briefing,
    theme: Theme,
    media: tuple[Medium, ...],
    cache: Path | None,
    problems: Problems,
    progress: Progress,
) -> Plans:
    """Plan a briefing while the charts are drawn that no earlier build drew; while they are, load
    what the files are made with.

    Raises:
        ContentError: something in the content must be mended first; all of it is named.
    """
    from importlib import import_module

    from builder.charts.cache import drawn_ahead
    from builder.outputs.pdf import charts_of

    with drawn_ahead(charts_of(briefing, theme), theme, cache) as drawing:
        plans = planned(briefing, theme, problems, progress)
        if drawing:
            progress("drawing the charts")
            for tool in (tool for medium in media for tool in OUTPUTS[medium].tools):
                import_module(tool)
    return plans


def _made(
    laid: LaidOut,
    parts: Mapping[Medium, Path],
    targets: Mapping[Medium, Path],
    progress: Progress,
) -> list[Proof]:
    """Write each file and read it back, all beside the first.

    Raises:
        MachineError: one cannot be written.
    """

    def made(medium: Medium) -> Proof:
        with trying("written", targets[medium], ELSEWHERE):
            OUTPUTS[medium].write(laid, parts[medium])
        return proof(laid, medium, parts[medium])

    with contextlib.ExitStack() as workers:
        first, *others = parts
        waiting = {each: workers.enter_context(beside(partial(made, each))) for each in others}
        progress(OUTPUTS[first].making)
        proofs = [made(first)]
        for medium, wait in waiting.items():
            progress(OUTPUTS[medium].making)
            proofs.append(wait())
    return proofs
