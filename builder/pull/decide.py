"""Edits in; for each figure or cell one change to be made, or the reason why there can be none."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from builder.model.briefing import Briefing, Content
from builder.model.figure import ResolvedFigure
from builder.model.text import plain
from builder.problems import Problem, Problems
from builder.pull.bound import Bindings
from builder.pull.changes import Cell, Change, Edit, Hedging, Refusal, Target, written
from builder.pull.hedging import hedging
from builder.pull.values import one_value
from builder.resolve import resolve
from builder.resolve.form import Form
from builder.resolve.printing import printed_figure
from builder.resolve.reading import Read
from builder.resolve.years import valued


@dataclass(frozen=True)
class Decided:
    """Changes and refusals; `consequences` are what the changed content must mend.

    `briefing` is what it resolves to, None where it does not.
    """

    changes: tuple[Change, ...]
    refusals: tuple[Refusal, ...]
    consequences: tuple[Problem, ...]
    briefing: Briefing | None


def decided(edits: Iterable[Edit], bindings: Bindings) -> Decided:
    """Decide on every edit; computed figures may follow from the others, and are never set."""
    groups: dict[Target, list[Edit]] = {}
    for edit in edits:
        groups.setdefault(edit.target, []).append(edit)
    computed = [target for target in groups if _formula(target, bindings)]
    found = [
        _change(target, group, bindings)
        for target, group in groups.items()
        if target not in computed
    ]
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
        tuple(sorted(set(problems.errors))),
        briefing,
    )


def _formula(target: Target, bindings: Bindings) -> str:
    """Return a target's formula, empty where its value is stated."""
    return "" if isinstance(target, Cell) else bindings.content.figures[target].formula or ""


def _change(target: Target, edits: Sequence[Edit], bindings: Bindings) -> Change | Refusal:
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
    stating = [edit for edit in edits if not edit.restates]
    value = one_value(stating, was, figures[0].hedge if figures else None)
    if value is None and stating:
        firsts = {edit.read: edit for edit in reversed(stating)}.values()
        texts = " and ".join(f"“{edit.new}”" for edit in reversed(firsts))
        return Refusal(
            f"“{target}” was changed to different values: {texts}",
            "make them one in the deck",
            tuple(edit.spot for edit in stating),
        )
    label = plain(bindings.briefing.printed[figures[0].id]["label"]) if figures else ""
    names = figures[0].id if figures else ""
    return Change(target, names, label, written(was), "", value, tuple(hedges), tuple(edits))


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
