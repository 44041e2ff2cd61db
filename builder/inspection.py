"""Finished files and the content they were built from: what differs, and what is printed where.

Reads what `project` has built; nothing here replaces a file.
"""

from __future__ import annotations

import tempfile
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from builder import project
from builder.frozen import dataclass
from builder.outputs import BOTH, OUTPUTS, LaidOut, Medium, Plans
from builder.outputs.proof import DisagreementError, Fault
from builder.placing import STOPPED_BETWEEN, interrupted
from builder.problems import Problem, Problems, stop_on_warnings
from builder.project import Progress, silent
from builder.up_to_date import standing

if TYPE_CHECKING:
    from builder.model.ledger import Entry, LedgerPlace
    from builder.outputs.pdf import ChartChoice, OpeningChoice
    from builder.outputs.pptx.compose.explaining import SlideChoice
    from builder.verify import Finding, Reading
    from builder.verify.trust import Examined


@dataclass(frozen=True)
class Explanation:
    """What was chosen by itself for the slides of a deck, and for a paper's opening and charts."""

    slides: tuple[SlideChoice, ...]
    opening: OpeningChoice
    charts: tuple[ChartChoice, ...]


def check(
    folder: Path,
    out: Path,
    progress: Progress = silent,
    *,
    strict: bool = False,
    explain: Callable[[Explanation], None] | None = None,
) -> tuple[Problem, ...]:
    """Check the content, and the built files where there are any; write nothing.

    `explain` is given what was chosen, and why, as soon as that is known.

    Returns:
        The warnings.

    Raises:
        ContentError: the content must be mended first; `strict` minds warnings too.
        DisagreementError: built files do not say what the content says, or disagree.
    """
    problems = Problems()
    plans = project.plan(folder, problems, progress)
    if explain is not None:
        progress("explaining what was chosen")
        explain(_explained(plans))
    if strict:
        stop_on_warnings(problems)
    slug = plans.briefing.meta.slug
    built = {medium: out / (slug + form.ending) for medium, form in OUTPUTS.items()}
    progress("reading the built files")
    found = tuple(_against_content(plans, {m: p for m, p in built.items() if p.exists()}))
    if interrupted(out):
        found = (Fault(str(out), STOPPED_BETWEEN), *found)
    if found:
        heading = "the built files do not say what the content says"
        raise DisagreementError(heading, found, problems.warnings)
    return problems.warnings


def _explained(plans: Plans) -> Explanation:
    """Return which layouts, sizes and widths were chosen, and why."""
    from builder.caches import cache_folder
    from builder.outputs.pdf import charts_explained, opening_explained
    from builder.outputs.pptx.compose.explaining import explained

    briefing, theme = plans.briefing, plans.theme
    slides = explained(briefing, theme, plans.deck)
    charts = charts_explained(briefing, theme, cache_folder())
    return Explanation(slides, opening_explained(briefing), charts)


def _against_content(plans: Plans, built: Mapping[Medium, Path]) -> Iterator[Fault | Finding]:
    """Yield what is wrong with built files: each by itself, and with one another."""
    from builder.verify import UnreadableFileError
    from builder.verify.fresh import compare_files

    current: dict[Medium, Reading] = {}
    for medium, path in built.items():
        try:
            file = _examined(path)
        except UnreadableFileError as error:
            yield Fault(str(path), f"cannot be read: {error}")
            continue
        if file.changed:
            yield Fault(str(path), f"was changed after it was made; {_next(medium)}")
            yield from file.changed
        elif not file.carries:
            yield Fault(str(path), f"has lost its ledger of figures: {_again(medium)}")
        elif file.reading.fingerprint != plans.briefing.fingerprint:
            yield _stale(plans, medium, path, file.reading, "built from another content")
        else:
            current[medium] = file.reading
    if not current:
        return
    laid = project.lay_out(plans)
    for medium, reading in current.items():
        yield from _as_planned(laid, medium, built[medium], reading)
    first, *others = current.values()
    for other in others:
        yield from compare_files(first, other)


def _examined(path: Path) -> Examined:
    from builder.verify.apart import apart
    from builder.verify.trust import examine, lean

    return apart(lambda at: lean(examine(at(path))), path)


def _as_planned(
    laid: LaidOut, medium: Medium, path: Path, reading: Reading
) -> Iterator[Fault | Finding]:
    """Yield where a file of this very content is not what would be written now."""
    from builder.verify.fresh import same_places

    if not same_places(reading, OUTPUTS[medium].places(laid)):
        yield _stale(laid, medium, path, reading, "built by another version of Paperdeck")


def _stale(plans: Plans | LaidOut, medium: Medium, path: Path, reading: Reading, why: str) -> Fault:
    """Return that a file is out of date, with the figures in which it shows."""
    from builder.verify.agreement import differences
    from builder.verify.reading import Carried, Reading

    paper = medium == "paper"
    places = tuple(map(_alone, plans.paper.ledger)) if paper else plans.deck.places
    snapshot = plans.briefing.snapshot
    carried = Carried(medium, reading.fingerprint, "", "", places, snapshot=snapshot)
    now = Reading(medium, (), carried)
    old, new = (_printed(said) for said in (reading, now))
    figures = tuple(
        (
            found.owner,
            old.get(found.owner) or (found.first[0].text if found.first else "not there"),
            new.get(found.owner) or (found.second[0].text if found.second else "not there"),
        )
        for found in differences(reading, now)
        # What charts and tables print of their cells is known once the pages are laid out.
        if found.kind == "figure" and old.get(found.owner) != new.get(found.owner)
    )
    return Fault(str(path), f"{why}: {_again(medium)}", figures)


def _printed(reading: Reading) -> dict[str, str]:
    from builder.verify.reading import canonical

    figures = reading.snapshot.figures if reading.snapshot else ()
    return {figure.id: canonical(figure.printed) for figure in figures}


def _alone(entry: Entry) -> LedgerPlace:
    """Return an owned text as a place of its own."""
    from builder.model.ledger import LedgerPlace, Owned

    owned = Owned(0, len(entry.text), entry.kind, entry.owner, entry.form)
    return LedgerPlace(entry.page, entry.channel, entry.within, "", entry.text, (owned,))


def _next(medium: Medium) -> str:
    """Say what to do about a changed file: what was edited in a deck can be kept."""
    if medium == "deck":
        return f"paperdeck pull takes numbers back; to do without them, {_again(medium)}"
    return _again(medium)


def _again(medium: Medium) -> str:
    return f"build again ({OUTPUTS[medium].command})"


@contextmanager
def finished(folder: Path, out: Path, progress: Progress = silent) -> Iterator[dict[Medium, Path]]:
    """Give both finished files: those in `out` if they are up to date, else new ones for a while.

    Raises:
        ContentError: the content must be mended first.
    """
    with tempfile.TemporaryDirectory() as place:
        outcome = standing(folder, out, BOTH)
        if outcome is None:
            outcome = project.build(folder, Path(place), BOTH, progress)
        yield dict(zip(BOTH, (written.path for written in outcome.files), strict=True))


def readings(folder: Path, out: Path, progress: Progress = silent) -> dict[Medium, Reading]:
    """Return what both finished files say, with their ledgers.

    Raises:
        ContentError: the content must be mended first.
    """
    from builder.verify import read

    with finished(folder, out, progress) as files:
        progress("reading the files")
        return {medium: read(path) for medium, path in files.items()}


def unused(folder: Path, progress: Progress = silent) -> dict[str, tuple[str, ...]]:
    """Return what the content defines and nothing uses, by kind.

    Raises:
        ContentError: the content must be mended first.
    """
    from builder.content import read_content
    from builder.resolve.checks import unused as found

    progress("reading the content")
    problems = Problems()
    content = read_content(folder, problems)
    problems.stop_on_errors()
    if content is None:
        raise AssertionError("a stage gave nothing and named no problem")
    return found(content)
