"""What changed, in print: a briefing and its difference in, the briefing with one section more out.

The section is made of plain blocks and tables, so that paper and deck set it as they set any other.
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Final

from builder.editions import wording
from builder.editions.diff import EditionDiff, FigureChange, diff
from builder.editions.load import Naming, load
from builder.editions.revision import EditionError
from builder.language.dates import word
from builder.language.language import language_of
from builder.model.blocks import (
    Block,
    Heading,
    ItemList,
    ListItem,
    Paragraph,
    Section,
    Slide,
    TableUse,
)
from builder.model.briefing import Briefing, Meta
from builder.model.figure import Claim
from builder.model.picture import PictureUse
from builder.model.snapshot import ClaimState, Snapshot
from builder.model.table import Column, ResolvedTable
from builder.model.text import Line, Owner, Run, walked, words
from builder.problems import ContentError, Place, Problems

# The colon keeps them apart from every name that an author can give.
SECTION: Final = "edition:changes"
FIGURES: Final = "edition:figures"
GROUNDS: Final = "edition:grounds"

_Group = tuple[str, list[Line]]


def with_changes(briefing: Briefing, folder: Path, problems: Problems) -> Briefing:
    """Return the briefing with a section on what changed since the edition that it names.

    It comes last, before appendices, and has a slide. A briefing that names no edition is returned
    as it is; so is, with a problem, one whose named edition cannot be had.
    """
    since = briefing.meta.since
    if not since:
        return briefing
    place = briefing.meta.places["since"]
    try:
        old = load(since, Naming.within(folder))
    except EditionError as error:
        problems.error(place, error.found, error.hint)
        return briefing
    except ContentError as error:
        first = error.problems[0]
        found = f'the edition "{since}" cannot be read as content: {first.place}: {first.found}'
        hint = "name a file that was built from it; paperdeck diff shows everything that is wrong"
        problems.error(place, found, hint)
        return briefing
    if old.fingerprint == briefing.fingerprint:
        found = f'the edition "{since}" has the same content as this one'
        problems.warning(place, found, "name an earlier edition")
    _warn_of_old(old, briefing, problems)
    return _Writer(briefing, diff(old, briefing.snapshot), place).briefing_with_section()


def refuse_replacing(meta: Meta, folder: Path, targets: Iterable[Path], problems: Problems) -> None:
    """Stop before a build takes the place of the very file that it is compared with.

    Raises:
        ContentError: the edition that `meta` names is one of `targets`.
    """
    named = os.path.realpath(folder / meta.since)
    if named in map(os.path.realpath, targets):
        problems.error(
            meta.places["since"],
            f'the edition "{meta.since}" is the file that this build would replace',
            "keep a copy of the published file elsewhere, and name that",
        )
        problems.stop_on_errors()


class _Writer:
    """Writes the section of one difference."""

    def __init__(self, briefing: Briefing, difference: EditionDiff, place: Place) -> None:
        self.briefing = briefing
        self.difference = difference
        self.place = place
        self.tag = briefing.meta.language
        moved = [change for change in difference.figures_changed if change.is_printed]
        self.moved = sorted(moved, key=_by_size)

    def briefing_with_section(self) -> Briefing:
        tables = {table.name: table for table in (self.figures(), self.grounds()) if table.rows}
        section = self.section(tuple(tables))
        return replace(
            self.briefing,
            sections=_before_appendices(self.briefing.sections, section),
            tables={**self.briefing.tables, **tables},
        )

    def section(self, tables: tuple[str, ...]) -> Section:
        uses = tuple(TableUse(name, self.place) for name in tables)
        groups = [group for group in self.groups() if group[1]]
        intro = Paragraph(self.intro(), self.place)
        nothing = () if uses or groups else (Paragraph(self.words("changes_none"), self.place),)
        lists = [block for group in groups for block in self.headed(group)]
        title = wording.title(self.difference.old, self.tag)
        shown = (*uses[:1], *self.nested(groups), *nothing)
        slide = Slide(title, shown, (), (intro,), "", "", self.place)
        blocks = (intro, *nothing, *uses, *lists)
        return Section(SECTION, title, blocks, (slide,), (), self.place)

    def intro(self) -> Line:
        before, after = word(self.tag, "changes_intro", edition="\0").split("\0")
        return (Run(before), *wording.called(self.difference.old, self.tag), Run(after))

    def figures(self) -> ResolvedTable:
        """Return the figures that read otherwise, the largest relative change first."""
        rows = tuple(
            (
                self.briefing.printed[change.new.id]["label"],
                wording.before(change.old),
                self.briefing.printed[change.new.id]["full"],
                wording.change_line(change, self.tag),
            )
            for change in self.moved
        )
        ids = [change.new.id for change in self.moved]
        heads = (("label", False), ("before", True), ("now", True), ("change", True))
        return self.table(FIGURES, "changed_figures", heads, rows, ids)

    def grounds(self) -> ResolvedTable:
        """Return what else is said otherwise of figures: subject, source, period, confidence."""
        rows, ids = [], []
        for change in self.difference.figures_changed:
            for aspect in change.aspects:
                if aspect.aspect in wording.GROUNDS:
                    rows.append(self.ground(change, aspect.aspect))
                    ids.append(change.new.id)
        heads = (("label", False), ("aspect", False), ("before", False), ("now", False))
        return self.table(GROUNDS, "changed_grounds", heads, tuple(rows), ids)

    def ground(self, change: FigureChange, aspect: str) -> tuple[Line, ...]:
        return (
            self.briefing.printed[change.new.id]["label"],
            self.words(wording.GROUNDS[aspect]),
            wording.ground_before(change.old, aspect, self.difference.old, self.tag),
            wording.ground_now(change.new, aspect, self.briefing),
        )

    def table(
        self,
        name: str,
        caption: str,
        heads: tuple[tuple[str, bool], ...],
        rows: tuple[tuple[Line, ...], ...],
        ids: Iterable[str],
    ) -> ResolvedTable:
        """Return a table; `heads` are words, and whether their column aligns to the right."""
        columns = tuple(
            Column(self.words(key), "right" if right else "left") for key, right in heads
        )
        sources = (source for id in ids for source in self.briefing.figures[id].sources)
        used = tuple(dict.fromkeys(sources))
        return ResolvedTable(
            name, self.words(caption), columns, rows, sources=used, place=self.place
        )

    def groups(self) -> Iterator[_Group]:
        """Yield what came and what went, each under its heading."""
        difference, printed = self.difference, self.briefing.printed
        yield (
            "new_figures",
            [
                _said(printed[figure.id]["label"], printed[figure.id]["full"], self.tag)
                for figure in difference.figures_added
            ],
        )
        yield (
            "dropped_figures",
            [
                _said(wording.earlier_label(figure), wording.before(figure), self.tag)
                for figure in difference.figures_dropped
            ],
        )
        restated = [c for c in difference.claims_changed if c.old.says != c.new.says]
        came = [*difference.claims_added, *(change.new for change in restated)]
        went = [*difference.claims_dropped, *(change.old for change in restated)]
        yield "new_claims", [_claim(self.briefing.claims[claim.id]) for claim in came]
        yield "dropped_claims", [_earlier_claim(claim) for claim in went]

    def headed(self, group: _Group) -> tuple[Block, ...]:
        """Return a group as the paper has it: a heading and a list."""
        key, lines = group
        heading = Heading(2, self.words(key), f"edition:{key}", self.place)
        return (heading, self.listed(lines))

    def nested(self, groups: list[_Group]) -> tuple[Block, ...]:
        """Return groups as a slide has them: points under points."""
        items = tuple(
            ListItem(self.words(key), (self.listed(lines),), self.place) for key, lines in groups
        )
        return (ItemList(items, False, self.place),) if items else ()

    def listed(self, lines: Iterable[Line]) -> ItemList:
        items = tuple(ListItem(line, (), self.place) for line in lines)
        return ItemList(items, False, self.place)

    def words(self, key: str) -> Line:
        return words(word(self.tag, key))


def _before_appendices(sections: tuple[Section, ...], last: Section) -> tuple[Section, ...]:
    """Return sections with one more behind those that are numbered: letters follow numbers."""
    numbered = [at for at, each in enumerate(sections, 1) if not each.letter]
    at = max(numbered, default=0)
    return (*sections[:at], last, *sections[at:])


def _by_size(change: FigureChange) -> tuple[bool, float]:
    """Sort by how much a figure changed for its size; what has no such measure comes last."""
    return change.per_cent is None, -abs(float(change.per_cent or 0))


def _said(label: Line, figure: Line, tag: str) -> Line:
    return (*label, Run(language_of(tag).colon), *figure)


def _claim(claim: Claim) -> Line:
    return tuple(item for item in claim.text if isinstance(item, Run)) or words(claim.says)


def _earlier_claim(claim: ClaimState) -> Line:
    return words(claim.says, Owner("edition", claim.id, "claim"))


def _warn_of_old(old: Snapshot, briefing: Briefing, problems: Problems) -> None:
    """Warn of each picture whose file is that of the earlier edition and whose figures are not."""
    same = {picture.file for picture in old.pictures if picture in briefing.snapshot.pictures}
    before = {figure.id: figure.printed for figure in old.figures}
    now = {figure.id: figure.printed for figure in briefing.snapshot.figures}
    told: set[tuple[str, str]] = set()
    uses = (part for part in walked(briefing.sections) if isinstance(part, PictureUse))
    for use, shown in ((each, shown) for each in uses for shown in each.shows):
        key = use.file, shown.figure
        changed = before.get(shown.figure, "") not in ("", now.get(shown.figure))
        # One that is stated is held to what it states.
        if use.file in same and changed and not shown.printed and key not in told:
            told.add(key)
            problems.warning(
                shown.place,
                f'the picture "{use.file}" may be old: it is the one of the edition '
                f'"{old.edition or old.date}", and {shown.figure} has changed since from '
                f'"{before[shown.figure]}" to "{now[shown.figure]}"',
                "make the picture anew, or state what it shows: "
                f":figures: {shown.figure} = {now[shown.figure]}",
            )
