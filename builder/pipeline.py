"""The stages in order: a content folder in, verified files out.

    content/ -> sources -> resolve -> plans -> writers -> verify -> build/

Each stage is a function of plain data and can be called alone; this module only joins them,
stops after a stage that found mistakes, and puts finished files in their place.
"""

from __future__ import annotations

import contextlib
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from builder import stamp
from builder.problems import Problem, Problems, stop_on_warnings

if TYPE_CHECKING:
    from builder.deck import DeckPlan
    from builder.model.briefing import Briefing
    from builder.model.ledger import Entry
    from builder.paper import PaperPlan
    from builder.theme.theme import Theme
    from builder.verify import Finding

Medium = Literal["paper", "deck"]
Progress = Callable[[str], None]
ENDINGS: Mapping[Medium, str] = {"paper": ".pdf", "deck": ".pptx"}
_MOST_FIGURES = 8


@dataclass(frozen=True)
class Fault:
    """What is wrong with a finished file as a whole.

    `figures` are those that differ: id, as the file prints it, as the content has it now.
    """

    file: str
    why: str
    figures: tuple[tuple[str, str, str], ...] = ()

    def __str__(self) -> str:
        named = [f"{figure}: {old} -> {new}" for figure, old, new in self.figures[:_MOST_FIGURES]]
        if len(self.figures) > _MOST_FIGURES:
            named.append(f"and {len(self.figures) - _MOST_FIGURES} more")
        return f"{self.file}: {self.why}" + (f" ({'; '.join(named)})" if named else "")


class DisagreementError(Exception):
    """A finished file does not say what its plan says, or the two files differ.

    `heading` says in a line what was found, the `findings` where.
    """

    def __init__(self, heading: str, findings: Iterable[Finding | Fault]) -> None:
        self.findings = tuple(findings)
        super().__init__("\n".join([heading, *(f"  {finding}" for finding in self.findings)]))


@dataclass(frozen=True)
class Plans:
    """What will stand in both files, before either is written."""

    briefing: Briefing
    theme: Theme
    paper: PaperPlan
    deck: DeckPlan


@dataclass(frozen=True)
class Written:
    """A file in its place; `fresh` is False where it was already up to date."""

    path: Path
    fresh: bool


@dataclass(frozen=True)
class Outcome:
    """What a build did, and the warnings it would like read."""

    files: tuple[Written, ...]
    warnings: tuple[Problem, ...]


def silent(_stage: str) -> None:
    """Report no progress."""


def plan(folder: Path, problems: Problems, progress: Progress = silent) -> Plans:
    """Read, resolve and plan a content folder.

    Raises:
        ContentError: something in the content must be mended first; all of it is named.
    """
    from builder.deck import plan_deck, slides_by_figure
    from builder.paper import plan_paper
    from builder.resolve import check_coverage

    briefing, theme = resolved(folder, problems, progress)
    progress("planning the pages and slides")
    check_coverage(briefing, theme, problems)
    deck = plan_deck(briefing, theme, problems)
    problems.stop_on_errors()
    paper = plan_paper(briefing, theme, slides_by_figure(deck))
    return Plans(briefing, theme, paper, deck)


def resolved(
    folder: Path, problems: Problems, progress: Progress = silent
) -> tuple[Briefing, Theme]:
    """Read and resolve a content folder: every figure has its value, every text its words.

    Raises:
        ContentError: something in the content must be mended first; all of it is named.
    """
    from builder.resolve import resolve
    from builder.sources import read_content, read_theme

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
    standing = _standing(known, key, folder, out, media)
    if standing is not None:
        if strict:
            stop_on_warnings(standing.warnings)
        return standing
    problems = Problems()
    plans = plan(folder, problems, progress)
    if strict:
        stop_on_warnings(problems)
    out.mkdir(parents=True, exist_ok=True)
    meta = plans.briefing.meta
    targets = {medium: out / (meta.slug + ENDINGS[medium]) for medium in media}
    if meta.since:
        from builder.editions import refuse_replacing

        refuse_replacing(meta, folder, targets.values(), problems)
        key = _key(key, meta.since, folder)
    with contextlib.ExitStack() as unfinished:
        parts = {medium: _part(path, unfinished) for medium, path in targets.items()}
        ledgers = {
            m: _write(plans, m, part, stamp.cache(out), progress) for m, part in parts.items()
        }
        progress("reading both files back" if len(parts) > 1 else "reading the file back")
        _verify(plans, parts, ledgers)
        for medium, part in parts.items():
            part.replace(targets[medium])
    warnings = problems.warnings
    stamp.write(out, known, key, meta.slug, targets.values(), warnings, meta.since)
    return Outcome(tuple(Written(path, True) for path in targets.values()), warnings)


def standing(folder: Path, out: Path, media: Iterable[Medium]) -> Outcome | None:
    """Return the outcome of the last build into `out` where it is still up to date."""
    return _standing(stamp.read(out), stamp.key(folder, out), folder, out, media)


def _standing(
    known: stamp.Stamp | None, key: str, folder: Path, out: Path, media: Iterable[Medium]
) -> Outcome | None:
    endings = [ENDINGS[medium] for medium in media]
    if not known or known.key != _key(key, known.since, folder) or not known.holds(out, endings):
        return None
    paths = (out / (known.slug + ending) for ending in endings)
    return Outcome(tuple(Written(path, False) for path in paths), known.warnings)


def _key(key: str, since: str, folder: Path) -> str:
    """Return a build's key together with what the edition that it is compared with is now."""
    if not since:
        return key
    from builder.editions import Naming, identity

    return f"{key} {identity(since, Naming.within(folder))}"


def _part(target: Path, unfinished: contextlib.ExitStack) -> Path:
    """Return the path to write beside `target`, removed again if it is still there at the end."""
    part = target.with_name(f".{target.name}.part")
    unfinished.callback(part.unlink, missing_ok=True)
    return part


def _write(
    plans: Plans, medium: Medium, path: Path, cache: Path, progress: Progress
) -> tuple[Entry, ...]:
    if medium == "paper":
        from builder.paper import write_paper

        progress("setting the paper")
        return write_paper(plans.paper, plans.theme, path, cache)
    from builder.deck import write_deck

    progress("making the deck")
    write_deck(plans.deck, plans.theme, path)
    return plans.deck.ledger


def ledger(plans: Plans, medium: Medium) -> tuple[Entry, ...]:
    """Return a medium's ledger with page numbers, which the paper knows only when it is set."""
    if medium == "deck":
        return plans.deck.ledger
    import tempfile

    from builder.paper import write_paper

    with tempfile.TemporaryDirectory() as folder:
        return write_paper(plans.paper, plans.theme, Path(folder, "paper.pdf"), None)


def _verify(
    plans: Plans, files: Mapping[Medium, Path], ledgers: Mapping[Medium, tuple[Entry, ...]]
) -> None:
    from builder.verify import (
        compare_files,
        compare_with_ledger,
        other_content,
        read_deck,
        read_paper,
    )

    readers = {"paper": read_paper, "deck": read_deck}
    readings = {medium: readers[medium](path) for medium, path in files.items()}
    findings = [
        finding
        for medium, reading in readings.items()
        for finding in compare_with_ledger(reading, ledgers[medium])
    ]
    for reading in readings.values():
        findings += other_content(reading, plans.briefing.fingerprint)
    if len(readings) == len(ENDINGS):
        findings += compare_files(readings["paper"], readings["deck"])
    if findings:
        raise DisagreementError("the finished files disagree; nothing was replaced", findings)
