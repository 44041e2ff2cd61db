"""The stages in order: a content folder in, verified files out.

    content/ -> sources -> resolve -> plans -> writers -> verify -> build/

Each stage is a function of plain data and can be called alone; this module only joins them
and stops after a stage that found mistakes.
"""

from __future__ import annotations

import contextlib
from collections.abc import Mapping
from functools import partial
from pathlib import Path
from typing import Final

from builder import stamp
from builder.beside import beside
from builder.keeping import cache_folder
from builder.machine import ELSEWHERE, trying
from builder.media import MEDIA, Medium
from builder.placing import tidy, writing
from builder.plans import LaidOut, Plans, Progress, lay_out, plan, resolved, silent
from builder.problems import Place, Problems, stop_on_warnings
from builder.proof import DisagreementError, Proof, ProofError, proof, settle
from builder.standing import Outcome, Written, standing, still, whole_key

_RENAMED: Final = "it has this name now; move it where it belongs, or remove it"


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
    key = stamp.key(folder, out)
    known = stamp.read(out)
    found = still(known, key, folder, out, media)
    if found is not None:
        if strict:
            stop_on_warnings(found.warnings)
        return found
    problems = Problems()
    plans = plan(folder, problems, progress)
    if strict:
        stop_on_warnings(problems)
    meta = plans.briefing.meta
    targets = {medium: out / (meta.slug + MEDIA[medium].ending) for medium in media}
    if meta.since:
        from builder.editions import refuse_replacing

        refuse_replacing(meta, folder, targets.values(), problems)
        key = whole_key(key, meta.since, folder)
    cache = cache_folder()
    _draw_charts(plans, media, cache, progress)
    laid = lay_out(plans, cache, progress)
    warnings = problems.warnings
    with writing(out, progress) as place:
        parts = {medium: place.part(medium) for medium in media}
        settle(laid, _made(laid, parts, targets, progress))
        place.put({parts[medium]: target for medium, target in targets.items()})
        stamp.write(out, known, key, meta.slug, targets.values(), warnings, meta.since)
        for path in place.aside:
            problems.warning(Place(str(path)), "stood where builds keep what is theirs", _RENAMED)
    return Outcome(tuple(Written(path, True) for path in targets.values()), problems.warnings)


def _draw_charts(
    plans: Plans, media: tuple[Medium, ...], cache: Path | None, progress: Progress
) -> None:
    """Draw the charts that no earlier build drew; meanwhile, load what the files are made with."""
    from importlib import import_module

    from builder.charts.ahead import drawn_ahead
    from builder.paper import charts_of

    with drawn_ahead(charts_of(plans.paper, plans.theme), plans.theme, cache) as drawing:
        if drawing:
            progress("drawing the charts")
            for tool in (tool for medium in media for tool in MEDIA[medium].tools):
                import_module(tool)


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
            MEDIA[medium].write(laid, parts[medium])
        return proof(laid, medium, parts[medium])

    with contextlib.ExitStack() as workers:
        first, *others = parts
        waiting = {each: workers.enter_context(beside(partial(made, each))) for each in others}
        progress(MEDIA[first].making)
        proofs = [made(first)]
        for medium, wait in waiting.items():
            progress(MEDIA[medium].making)
            proofs.append(wait())
    return proofs


__all__ = [
    "DisagreementError",
    "LaidOut",
    "Medium",
    "Outcome",
    "Plans",
    "Progress",
    "ProofError",
    "build",
    "lay_out",
    "plan",
    "resolved",
    "silent",
    "standing",
]
