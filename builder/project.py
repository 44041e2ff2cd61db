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
from collections.abc import Callable
from pathlib import Path
from threading import Lock
from typing import TYPE_CHECKING, Final, TypeAlias

from builder import up_to_date
from builder.caches import cache_folder
from builder.frozen import dataclass
from builder.memory import remembering
from builder.outputs import BOTH, OUTPUTS, LaidOut, Medium, Plans, SetOnPages, making
from builder.outputs.proof import settle
from builder.placing import tidy, writing
from builder.problems import Place, Problems, stop_on_warnings
from builder.up_to_date import Outcome, Stamp, Written, still, whole_key
from builder.workers import alone

if TYPE_CHECKING:
    from builder.model.briefing import Briefing
    from builder.outputs.pdf import Watcher
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
    with contextlib.ExitStack() as crew:
        return _built(_Ask(folder, out, media, key, known, progress, strict), crew)


@dataclass(frozen=True)
class _Ask:
    """What is asked of a build, and what was there before: see `build`."""

    folder: Path
    out: Path
    media: tuple[Medium, ...]
    key: str
    known: Stamp | None
    progress: Progress
    strict: bool


def _built(ask: _Ask, crew: contextlib.ExitStack) -> Outcome:
    """Make the files with a crew of workers, which are gone when it is left; see `build`."""
    problems, cache = Problems(), cache_folder()
    plans, slides, waiting = _planned_beside(ask, cache, problems, crew)
    if ask.strict:
        stop_on_warnings(problems)
    briefing, key, out = plans.briefing, ask.key, ask.out
    meta = briefing.meta
    targets = {medium: out / (meta.slug + OUTPUTS[medium].ending) for medium in ask.media}
    if meta.since:
        from builder.editions import refuse_replacing

        refuse_replacing(meta, ask.folder, targets.values(), problems)
        key = whole_key(key, meta.since, ask.folder)
    in_turn = plans if isinstance(plans, Plans) and making.goes_in_turn(plans, ask.media) else None
    laid = [plans] if isinstance(plans, SetOnPages) else []
    if isinstance(plans, Plans) and not in_turn:
        laid.append(lay_out(plans, cache, ask.progress))
    warnings = problems.warnings
    with writing(out, ask.progress) as place:
        parts = {medium: place.part(medium) for medium in ask.media}
        with crew:  # they write here, so they are gone before what is unfinished is removed
            if in_turn:
                aside = place.part("laid-out")
                proofs = making.made_in_turn(in_turn, cache, parts, targets, aside, ask.progress)
            else:
                # Handed over: of a long paper it takes much memory, and is let go there.
                proofs = making.made(laid.pop(), parts, targets, waiting, ask.progress)
        settle(plans, proofs)
        place.put({parts[medium]: target for medium, target in targets.items()})
        up_to_date.write(
            out, ask.known, key, meta.slug, targets.values(), warnings, meta.since, slides
        )
        for path in place.aside:
            problems.warning(Place(str(path)), "stood where builds keep what is theirs", _RENAMED)
    written = tuple(Written(path, True) for path in targets.values())
    return Outcome(written, problems.warnings, _printed(briefing))


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
    from builder.outputs.pdf import plan_checked
    from builder.outputs.pptx import plan_deck, slides_by_figure
    from builder.resolve import check_coverage

    progress("planning the pages and slides")
    check_coverage(briefing, theme, problems)
    deck = plan_deck(briefing, theme, problems)
    problems.stop_on_errors()
    paper = plan_checked(briefing, theme, slides_by_figure(deck), problems)
    return Plans(briefing, theme, deck, paper)


def lay_out(
    plans: Plans,
    cache: Path | None = None,
    progress: Progress = silent,
    watched: Watcher | None = None,
) -> LaidOut:
    """Set the paper on its pages and complete the deck; `cache` holds what builds can use again,
    `watched` is told of pages as they are drawn.

    Raises:
        ContentError: a font lacks a character of the content, or a chart is taller than a page.
    """
    from builder.outputs.pdf import set_paper
    from builder.outputs.pptx import with_pages

    progress("setting the paper")
    paper = set_paper(plans.paper, plans.theme, cache, watched=watched)
    deck = with_pages(plans.deck, paper.pages)
    return LaidOut(plans.briefing, plans.theme, plans.paper, paper, deck)


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
        theme = read_theme(content.meta.theme, folder, problems, place, content.meta.language)
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


def _planned_beside(
    ask: _Ask, cache: Path | None, problems: Problems, crew: contextlib.ExitStack
) -> tuple[Plans | SetOnPages, making.Slides, making.Waiting]:
    """Read, resolve and plan while charts are drawn that no earlier build drew; begin workers that
    load what files are made with, for those that need no more of the paper than its pages.

    Where there is nothing to draw, the paper is set meanwhile.

    Raises:
        ContentError: something in the content must be mended first; all of it is named.
    """
    from builder.charts.cache import drawing_beside

    with drawing_beside(cache) as drawer:
        if up_to_date.may_draw(ask.known, ask.key, ask.folder):
            drawer.prepare()
        briefing, theme = resolved(ask.folder, problems, ask.progress)
        from builder.outputs.pdf import charts_of

        drawing = drawer.draw(charts_of(briefing, theme), theme)
        if not drawing and ask.media == BOTH:
            supposed = ask.known.slides if ask.known else {}
            early = making.paper_set_beside(
                briefing, theme, supposed, problems, cache, crew, ask.progress
            )
            if early is not None:
                return early[0], early[1], {"deck": early[2]}
        plans = planned(briefing, theme, problems, ask.progress)
        in_turn = making.goes_in_turn(plans, ask.media)
        waiting = {} if in_turn else making.waiting_for_pages(plans, ask.media, crew)
        if drawing:
            ask.progress("drawing the charts")
            for medium in ask.media:
                if medium not in waiting and not in_turn:
                    OUTPUTS[medium].load()
        drawer.wait()
    from builder.outputs.pptx import slides_by_figure

    return plans, slides_by_figure(plans.deck), waiting
