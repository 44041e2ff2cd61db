"""Edits in; for each figure or cell one change to be made, or the reason why there can be none."""

from __future__ import annotations

import shlex
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import replace
from decimal import Decimal

from builder.facts.printing import printed_figure
from builder.facts.reading import Read
from builder.facts.rounding import decimals_as_stated, rounded
from builder.frozen import dataclass
from builder.model.briefing import Briefing, Content
from builder.model.figure import Form, Hedge, Moment, ResolvedFigure
from builder.model.text import plain
from builder.problems import Problem, Problems
from builder.pulling.books import judged, together, unsettled
from builder.pulling.bound import Bindings
from builder.pulling.changes import Change, DataCell, Edit, Hedging, Refusal, Target, written
from builder.pulling.doubts import doubt, hedging
from builder.resolve import resolve
from builder.resolve.briefing import valued


def one_value(
    edits: Iterable[Edit], was: Decimal | Moment | str, hedge: Hedge | None
) -> Decimal | Moment | str | None:
    """Return the value that every edit states; None where they state several, or there are none.

    A rounder one may state a closer one's rounding. A number keeps the decimals of `was` where
    its text could not say them, as in a workbook.
    """
    reads = list(dict.fromkeys(edit.read for edit in edits))
    numbers = [read for read in reads if isinstance(read, Read) and _is_number(read)]
    if len(numbers) < len(reads):
        others = {read.value if isinstance(read, Read) else read for read in reads}
        return others.pop() if len(others) == 1 else None
    if not numbers:
        return None
    # The closest first; of equal ones, that whose zeros are written.
    numbers.sort(key=lambda read: (decimals_as_stated(_number(read)), read.exact), reverse=True)
    best = numbers[0]
    value = _number(best)
    for read in numbers[1:]:
        other = _number(read)
        if other not in (value, rounded(value, decimals_as_stated(other), hedge)):
            return None
    if not best.exact and isinstance(was, Decimal):
        value = rounded(value, max(decimals_as_stated(was), decimals_as_stated(value)))
    return value


def _is_number(read: Read) -> bool:
    return isinstance(read.value, Decimal)


def _number(read: Read) -> Decimal:
    assert isinstance(read.value, Decimal)
    return read.value


@dataclass(frozen=True)
class Decided:
    """Changes and refusals; `consequences` are what the changed content must mend.

    `briefing` is what it resolves to, None where it does not. `unneeded` are accepted names of
    which nothing is in doubt.
    """

    changes: tuple[Change, ...]
    refusals: tuple[Refusal, ...]
    consequences: tuple[Problem, ...]
    briefing: Briefing | None
    unneeded: tuple[str, ...] = ()


def decided(edits: Iterable[Edit], bindings: Bindings, accepted: Collection[str] = ()) -> Decided:
    """Decide on every edit; computed figures may follow from the others, and are never set.

    A value that is in doubt is refused unless the name of its figure or cell is `accepted`.
    """
    groups: dict[Target, list[Edit]] = {}
    for edit in edits:
        groups.setdefault(edit.target, []).append(edit)
    computed = [target for target in groups if _formula(target, bindings)]
    wanted = [
        _change(target, group, bindings)
        for target, group in groups.items()
        if target not in computed
    ]
    found, unneeded = _meant(wanted, bindings, accepted)
    changes = [item for item in found if isinstance(item, Change)]
    refusals = [item for item in found if isinstance(item, Refusal)]
    revised = bindings.content
    for change in changes:
        revised = _revised(change, bindings, revised)
    after = valued(revised, bindings.tag, Problems()).figures
    for target in computed:
        refusals += _computed(groups[target], after, bindings)
    problems = Problems()
    briefing = resolve(revised, problems) if changes else bindings.briefing
    return Decided(
        tuple(_printed(change, after, bindings) for change in changes),
        tuple(refusals),
        tuple(sorted({*problems.errors, *unsettled(changes, bindings.content)})),
        briefing,
        unneeded,
    )


def _meant(
    wanted: Sequence[Change | Refusal | None], bindings: Bindings, accepted: Collection[str]
) -> tuple[list[Change | Refusal], tuple[str, ...]]:
    """Refuse the changes that are in doubt, but those accepted by name; return the idle names."""
    found: list[Change | Refusal] = []
    doubtful: set[str] = set()
    in_books = judged([item for item in wanted if isinstance(item, Change)], bindings.content)
    for item in wanted:
        if not isinstance(item, Change):
            found += [item] if item is not None else []
            continue
        if id(item) in in_books.never:
            found.append(in_books.never[id(item)])
            continue
        doubted = together(_doubted(item, bindings), in_books.doubts.get(id(item)))
        names = bindings.names_of(item.target)
        if doubted is not None:
            doubtful.update(names)
        accepts = not set(names).isdisjoint(accepted)
        found.append(doubted if doubted is not None and not accepts else item)
    return found, tuple(name for name in dict.fromkeys(accepted) if name not in doubtful)


def _doubted(change: Change, bindings: Bindings) -> Refusal | None:
    """Return the refusal of a number that may not be what is meant."""
    was, value = bindings.stated(change.target), change.value
    if not isinstance(was, Decimal) or not isinstance(value, Decimal):
        return None
    name = change.figure or str(change.target)
    stating = [edit for edit in change.edits if not edit.restates]
    found = doubt(name, was, value, stating, bindings.tag)
    if found is None:
        return None
    hint = f"{found.hint}, add --accept {shlex.quote(name)} in one run with --apply"
    return Refusal(found.found, hint, tuple(edit.spot for edit in stating))


def _formula(target: Target, bindings: Bindings) -> str:
    """Return a target's formula, empty where its value is stated."""
    return "" if isinstance(target, DataCell) else bindings.content.figures[target].formula or ""


def _change(target: Target, edits: Sequence[Edit], bindings: Bindings) -> Change | Refusal | None:
    """Return what a group of edits changes, None where they state what is printed already."""
    was = bindings.stated(target)
    named = bindings.named_by(target)
    if named:
        return Refusal(
            f"“{edits[0].new}” renames a row by which {', '.join(named)} is found",
            "rename it in the data file and in figures.yaml",
            tuple(edit.spot for edit in edits),
        )
    hedges: list[Hedging] = []
    for figure in bindings.figures_of(target):
        found = hedging(figure, [e for e in edits if e.figure == figure.id], bindings.tag)
        if isinstance(found, Refusal):
            return found
        hedges += [found] if found is not None else []
    figures = bindings.figures_of(target)
    stating = [edit for edit in edits if not edit.restates and not _is_printed(edit, bindings)]
    value = one_value(stating, was, figures[0].hedge if figures else None)
    if value is None and stating:
        firsts = {edit.read: edit for edit in reversed(stating)}.values()
        texts = " and ".join(f"“{edit.new}”" for edit in reversed(firsts))
        return Refusal(
            f"“{figures[0].id if figures else target}” was changed to different values: {texts}",
            "make them one in the deck",
            tuple(edit.spot for edit in stating),
        )
    if value is None and not hedges:
        return None
    if isinstance(value, Decimal) and figures and figures[0].year:
        first, last = bindings.content.meta.years
        if not first <= value <= last:
            return Refusal(
                f"“{stating[0].new}” is no year of this briefing, which are {first} to {last}",
                f"write another in the deck, or change {figures[0].id} and years: in the content",
                tuple(edit.spot for edit in stating),
            )
    label = plain(bindings.briefing.printed[figures[0].id]["label"]) if figures else ""
    names = figures[0].id if figures else ""
    return Change(target, names, label, written(was), "", value, tuple(hedges), tuple(edits))


def _is_printed(edit: Edit, bindings: Bindings) -> bool:
    """Say whether an edit states just what the figure's decimals print of its value already."""
    figure = next(iter(bindings.figures_of(edit.target)), None)
    if figure is None or figure.rounded is None or not isinstance(edit.read, Read):
        return False
    return edit.read.value == figure.rounded


def _revised(change: Change, bindings: Bindings, content: Content) -> Content:
    """Return the content with a change made."""
    if change.value is not None:
        content = bindings.revised(change.target, change.value, content)
    for hedge in change.hedges:
        figure = replace(content.figures[hedge.figure], hedge=hedge.new)
        content = replace(content, figures={**content.figures, hedge.figure: figure})
    return content


def _computed(
    edits: Sequence[Edit], after: Mapping[str, ResolvedFigure], bindings: Bindings
) -> list[Refusal]:
    """Refuse the edits of a computed figure that do not follow from what else was changed."""
    stray = [edit for edit in edits if not _follows(edit, after)]
    if not stray:
        return []
    figure = bindings.briefing.figures[stray[0].figure]
    inputs = ", ".join(figure.inputs)
    result = ""
    if figure.id in after:
        result = f"; it would come to “{printed_figure(after[figure.id], Form(), bindings.tag)}”"
    return [
        Refusal(
            f"“{stray[0].new}” stands where “{figure.id}” is computed: {figure.formula}{result}",
            f"change what it is computed from ({inputs}), or the formula in figures.yaml",
            tuple(edit.spot for edit in stray),
        )
    ]


def _follows(edit: Edit, after: Mapping[str, ResolvedFigure]) -> bool:
    figure = after.get(edit.figure)
    if figure is None or not isinstance(edit.read, Read):
        return False
    silent = edit.bare or edit.spot.channel == "workbook"
    same = edit.read.value == (figure.value if figure.rounded is None else figure.rounded)
    return same and (silent or edit.read.hedge == figure.hedge)


def _printed(change: Change, after: Mapping[str, ResolvedFigure], bindings: Bindings) -> Change:
    """Return a change with its value as it is printed, before and after."""
    if not change.figure or change.figure not in after:
        return replace(change, new=written(change.value) if change.value is not None else "")
    before = bindings.briefing.figures[change.figure]
    texts = [printed_figure(f, Form(), bindings.tag) for f in (before, after[change.figure])]
    return replace(change, old=texts[0], new=texts[1])
