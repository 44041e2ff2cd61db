"""Texts as planned and as they are now in; edits of figures and cells, and other words, out."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from functools import partial
from typing import Final, TypeAlias

from builder.facts.reading import Read, folded
from builder.model.arranging import SUMS
from builder.model.saying import SIGNS
from builder.model.text import Line, plain
from builder.outputs.pdf.plan.sheets import guarded
from builder.problems import NOWHERE, Place
from builder.pulling.bound import Bindings, Bound
from builder.pulling.changes import DeckPlace, Edit, Refusal, Wording
from builder.pulling.derived import Derived, SumEdit, WrittenDate, written_date
from builder.pulling.doubts import hedged_otherwise, hedges_in_words
from builder.pulling.planned import said
from builder.pulling.text import DIGIT, ParagraphChange, level, traced

NEAR: Final = 0.8
"""How alike the words around a changed number must be for it to be taken as the same one."""

_CONTEXT: Final = 70
Owning: TypeAlias = Bound | WrittenDate
"""What stands behind a printed text: a figure or cell, or a date that the content writes out."""


@dataclass
class Gathered:
    """The lists that a comparison fills; what a text is bound to is known by `bindings`.

    By `known`, texts that stand elsewhere in the deck as planned are recognised (see `said`).
    """

    bindings: Bindings
    known: frozenset[str] = frozenset()
    edits: list[Edit] = field(default_factory=list)
    refusals: list[Refusal] = field(default_factory=list)
    wordings: list[Wording] = field(default_factory=list)
    derived: list[Derived] = field(default_factory=list)
    sums: list[SumEdit] = field(default_factory=list)
    moved: list[DeckPlace] = field(default_factory=list)

    def text(self, line: Line, now: str, spot: DeckPlace, chart: str = "") -> None:
        """Compare a planned text, of a chart where that is named, with what stands there now."""
        if level(now) == level(plain(line)):
            return
        bound: dict[int, Owning] = {}
        for at, run in enumerate(line):
            one = self.bindings.bound(run.owner, chart) or written_date(run, self.bindings.tag)
            if one is not None:
                bound[at] = one
        found = traced(line, now, {at: partial(_reads, one) for at, one in bound.items()})
        here = replace(spot, words=around(now, ""))
        if found.similarity < NEAR and self._lost(line, bound, found, here):
            return
        gone = False
        for (at, one), new in zip(bound.items(), found.texts, strict=True):
            was = line[at].text
            there = replace(spot, words=around(now, new or ""))
            if new == "":
                gone = True
            elif new is None and isinstance(one, Bound):
                self.refuse(
                    f"cannot tell what became of “{was}”",
                    f"it prints {one.called}; change that in one of its other places",
                    here,
                )
            elif isinstance(one, WrittenDate):
                self._dated(one, new, there)
            elif new is not None and folded(new) != folded(was):
                self.change(one, was, new, one.read(new), there)
        if found.numbers and (column := self._summed(line, chart)):
            hint = f"it is the sum of {column}: change its parts"
            numbers = ", ".join(f"“{number}”" for number in found.numbers)
            typed = numbers if any(map(str.isalpha, plain(line))) else f"“{level(now)}”"
            said = f"{typed} stands where “{plain(line)}” is computed"
            owner = next(run.owner.id for run in line if run.owner is not None)
            self.sums.append(SumEdit(owner, now, Refusal(said, hint, (here,))))
        elif found.numbers:
            self._unowned(found.numbers, here, place_of(line, now))
        elif found.reworded or gone:
            self.wordings.append(Wording(here, plain(line), now, place_of(line, now)))

    def _summed(self, line: Line, chart: str) -> str:
        """Return the column whose sum a text is, in words; empty where it is none."""
        for run in line:
            if run.owner is None or run.owner.kind != "cell":
                continue
            table, _, rest = run.owner.id.partition("!")
            row, _, column = rest.rpartition("/")
            if row.partition(" ")[0] not in SUMS:
                continue
            if table == chart:
                spec = self.bindings.content.charts[chart]
                table, column = spec.table, '" and "'.join(spec.y)
            return f'"{column}" in the table "{table}"'
        return ""

    def _dated(self, date: WrittenDate, new: str | None, spot: DeckPlace) -> None:
        """Refuse another year or date where the content has it in words of its own."""
        if new is None:
            found = f"cannot tell what became of “{date.text}”"
        elif folded(new) == folded(date.text):
            return
        else:
            found = f"“{new}” stands where the content says “{date.text}”"
        where = f" ({date.place})" if date.place.file else ""
        hint = (
            f"write it in the content{where}: {date.kind} in its own words, which no figure states"
        )
        self.refuse(found, hint, spot)

    def _lost(
        self, line: Line, bound: Mapping[int, Owning], found: ParagraphChange, spot: DeckPlace
    ) -> bool:
        """Refuse bound texts that are not as they were among words that are not either."""
        changed = {
            at: new
            for at, new in zip(bound, found.texts, strict=True)
            if (new is None or folded(new) != folded(line[at].text))
            and isinstance(bound[at], Bound)
        }
        if not any(new != "" for new in changed.values()) and not (changed and found.numbers):
            return False
        quoted = " and ".join(f"“{line[at].text}”" for at in changed)
        owners = (bound[at] for at in changed)
        targets = " and ".join(one.called for one in owners if isinstance(one, Bound))
        self.refuse(
            f"the words around {quoted} were changed too far to tell what became of it",
            f"change {targets} in another of its places, or write the sentence in the content; "
            f"hedges that are known are {hedges_in_words(self.bindings.tag)}",
            spot,
        )
        return True

    def change(
        self, bound: Bound, old: str, new: str, read: Read | str | None, spot: DeckPlace
    ) -> None:
        """Note a bound text that has changed, unless it states what it did before."""
        if read is None:
            what = f"{bound.called}, printed “{old}”"
            hint = f"write it as the content prints it, in the same unit: {what}"
            if bound.figure is not None and hedged_otherwise(new, bound):
                hint += f"; hedges that are known are {hedges_in_words(bound.tag)}"
            self.refuse(f"cannot read “{new}” where “{old}” stood", hint, spot)
            return
        if isinstance(read, str) and guarded(read) != read:
            found = f"“{new}” begins as a formula does, which a spreadsheet would run"
            self.refuse(found, f"if it is meant, write it into {bound.target} yourself", spot)
            return
        was = bound.read(old)
        figure = bound.figure.id if bound.figure is not None else ""
        edit = Edit(bound.target, figure, old, new, was, read, spot, bound.form.bare)
        if not edit.restates or (isinstance(was, Read) and was.hedge != edit.hedge):
            self.edits.append(edit)

    def added(self, text: str, spot: DeckPlace) -> None:
        """Note a text that the content does not have."""
        here = replace(spot, words=around(text, ""))
        numbers = DIGIT.findall(text)
        if numbers and self.known.isdisjoint(said(spot.within, text)):
            self._unowned(numbers, here, NOWHERE)
        else:
            self.wordings.append(Wording(here, "", text))

    def gone(self, line: Line, spot: DeckPlace) -> None:
        """Note a planned text that the deck has no longer."""
        words = plain(line)
        if words.strip():
            here = replace(spot, words=around(words, ""))
            self.wordings.append(Wording(here, words, "", place_of(line)))

    def lost(self, words: str, spot: DeckPlace) -> None:
        """Note a chart, a table or a row of one that the deck has no longer."""
        self.wordings.append(Wording(spot, around(words, ""), ""))

    def refuse(self, found: str, hint: str, *spots: DeckPlace) -> None:
        """Note what cannot be taken back."""
        self.refusals.append(Refusal(found, hint, spots))

    def _unowned(self, numbers: Iterable[str], spot: DeckPlace, place: Place) -> None:
        quoted = ", ".join(f"“{number}”" for number in numbers)
        where = f" ({place})" if place.file else ""
        hint = f"write the sentence in the content{where}, with each number bound to a figure"
        self.refuse(f"{quoted} in the deck belongs to no figure", hint, spot)


def around(text: str, number: str) -> str:
    """Return a text on one line, cut to the words around a number where it is long."""
    words = level(text)
    at = max(0, words.find(level(number)) if number else 0)
    start, end = max(0, at - _CONTEXT), min(len(words), at + len(number) + _CONTEXT)
    start = 0 if start < _CONTEXT // 4 else words.find(" ", start) + 1
    if len(words) - end < _CONTEXT // 4:
        end = len(words)
    elif (space := words.rfind(" ", at + len(number), end)) > 0:
        end = space
    return ("…" if start else "") + words[start:end] + ("…" if end < len(words) else "")


def place_of(line: Line, now: str | None = None) -> Place:
    """Return where a line stands in the content, as far as one of its runs knows: where it is gone,
    the first that does; else the one in which it begins to differ from what it says `now`.

    A line may be put together of several, a citation of authors, title and publisher.
    """
    if now is None:
        return next((run.place for run in line if run.place.file), NOWHERE)
    changed, at = _changed(plain(line), now), 0
    for run in line:
        end = at + len(run.text) * (run.note is None)
        if changed < end:
            return run.place_at(changed - at)
        at = end
    return line[-1].place if line else NOWHERE


def _changed(old: str, new: str) -> int:
    """Return where in an old text, at the start of a word, a new one begins to differ."""
    pairs = zip(_signs(old), _signs(new), strict=False)
    same = next((at for (at, a), (_, b) in pairs if a != b), len(old))
    return max((found.end() for found in re.finditer(r"\s+", old[:same])), default=0)


def _signs(text: str) -> Iterator[tuple[int, str]]:
    """Yield the characters of a text as they are compared, each with its place."""
    for at, sign in enumerate(text):
        said = " " if sign.isspace() else sign.translate(SIGNS)
        if said:
            yield at, said


def _reads(bound: Owning, text: str, whole: bool) -> bool:
    """Say whether a text is all that stands for a bound one, or may be a part of what does."""
    if isinstance(bound, WrittenDate):
        return bound.reads(text)
    return bound.read(text, with_unit=not whole) is not None
