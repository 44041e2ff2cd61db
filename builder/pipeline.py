"""The stages in order: a content folder in, verified files out.

    content/ -> sources -> resolve -> plans -> writers -> verify -> build/

Each stage is a function of plain data and can be called alone; this module only joins them,
stops after a stage that found mistakes, and puts finished files in their place.
"""

from __future__ import annotations

import contextlib
from pathlib import Path

from builder import stamp
from builder.media import MEDIA, Medium
from builder.plans import LaidOut, Plans, Progress, lay_out, plan, resolved, silent
from builder.problems import Problems, stop_on_warnings
from builder.proof import DisagreementError, prove
from builder.standing import Outcome, Written, standing, still, whole_key


def build(
    folder: Path,
    out: Path,
    media: tuple[Medium, ...],
    progress: Progress = silent,
    *,
    strict: bool = False,
) -> Outcome:
    """Write the files asked for into `out`, unless they are there and up to date.

    A file appears complete and verified, or the one that was there stays.

    Raises:
        ContentError: the content must be mended first; `strict` minds warnings too, also those
            of files that are up to date.
        DisagreementError: a finished file does not say what was planned; nothing was replaced.
    """
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
    out.mkdir(parents=True, exist_ok=True)
    laid = lay_out(plans, stamp.cache(out), progress)
    with contextlib.ExitStack() as unfinished:
        parts = {medium: _part(path, unfinished) for medium, path in targets.items()}
        for medium, part in parts.items():
            progress(MEDIA[medium].making)
            MEDIA[medium].write(laid, part)
        progress("reading the files back" if len(parts) > 1 else "reading the file back")
        prove(laid, parts)
        for medium, part in parts.items():
            part.replace(targets[medium])
    warnings = problems.warnings
    stamp.write(out, known, key, meta.slug, targets.values(), warnings, meta.since)
    return Outcome(tuple(Written(path, True) for path in targets.values()), warnings)


def _part(target: Path, unfinished: contextlib.ExitStack) -> Path:
    """Return the path to write beside `target`, removed again if it is still there at the end."""
    part = target.with_name(f".{target.name}.part")
    unfinished.callback(part.unlink, missing_ok=True)
    return part


__all__ = [
    "DisagreementError",
    "LaidOut",
    "Medium",
    "Outcome",
    "Plans",
    "Progress",
    "build",
    "lay_out",
    "plan",
    "resolved",
    "silent",
    "standing",
]
