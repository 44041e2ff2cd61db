"""What a deck borrows from a user's template: the briefing's `Meta` in; theme and stages out."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass

from builder.deck.borrowed.errors import NotATemplateError
from builder.deck.borrowed.fitting import stage
from builder.deck.borrowed.leftover import said
from builder.deck.borrowed.mapping import mapped, usable
from builder.deck.borrowed.model import Template
from builder.deck.borrowed.palette import VISIBLE, themed
from builder.deck.borrowed.reading import read
from builder.deck.grid import Grid
from builder.deck.layouts import BY_NAME
from builder.deck.layouts.base import Layout, Stage
from builder.deck.plan.fittings import Borrowed
from builder.model.briefing import Meta
from builder.problems import Place, Problems, known_names
from builder.theme.theme import Theme


@dataclass(frozen=True)
class Loan:
    """Our theme in the template's colours, the grid of its slides, and its layouts by our names."""

    theme: Theme
    grid: Grid
    stages: Mapping[str, Stage]
    borrowed: Borrowed


def borrow(meta: Meta, theme: Theme, problems: Problems) -> Loan | None:
    """Return what is borrowed; None where the template cannot be used, which is a problem."""
    try:
        template = read(meta.template_file)
    except NotATemplateError as error:
        problems.error(
            _at("template", meta),
            f'the template "{meta.template}" cannot be used: {error}',
            "save it in PowerPoint as a presentation (.pptx) or a template (.potx)",
        )
        return None
    for left in said(template.left, warned=True):
        problems.warning(
            _at("template", meta),
            f'the template "{meta.template}" holds {left}: left out of the deck',
            "a deck takes masters, layouts, themes and pictures of a template, and nothing that "
            "acts by itself or leads out of the file; remove it from the template",
        )
    if not _are_known(meta, template, problems):
        return None
    found = mapped(template, meta.layouts).found
    if not found:
        refuse(BY_NAME["points"], meta, problems)
        return None
    looked_at = found.get("points") or next(iter(found.values()))
    lent = themed(theme, template, looked_at.theirs)
    stages = {name: stage(each, template, lent) for name, each in found.items()}
    fittings = {name: each.fitting for name, each in stages.items()}
    return Loan(lent, Grid(template.size), stages, Borrowed(template.data, lent, fittings))


def refuse(layout: Layout, meta: Meta, problems: Problems) -> None:
    """Say that nothing of the template can stand for one of our layouts."""
    labels = _labels(meta)
    listed = "; ".join(f'"{label}"' for label in labels) or "none that can be read"
    problems.error(
        _at("template", meta),
        f'no layout of "{meta.template}" can stand for our layout "{layout.name}" ({layout.holds})',
        "it needs a title and room below it; add such a layout to the template, or name one of "
        f'theirs in briefing.yaml: layouts: {{{layout.name}: "..."}}; theirs: {listed}',
    )


def warn_of_faint(
    borrowed: Borrowed, used: Collection[str], meta: Meta, problems: Problems
) -> None:
    """Warn of their layouts, where ours in `used` stand on them, whose text can hardly be read."""
    fittings = [fitting for name, fitting in borrowed.fittings.items() if name in used]
    faint = {each.label: each.contrast for each in fittings if each.contrast < VISIBLE}
    for label, ratio in faint.items():
        problems.warning(
            _at("template", meta),
            f'text can hardly be read on the layout "{label}" of "{meta.template}"',
            f"its contrast with the ground is {ratio:.1f}:1, and even large text needs 3:1; change "
            "its colours in the template, or name another layout under layouts: in briefing.yaml",
        )


def _labels(meta: Meta) -> tuple[str, ...]:
    try:
        return tuple(layout.label for layout in read(meta.template_file).layouts)
    except NotATemplateError:
        return ()


def _are_known(meta: Meta, template: Template, problems: Problems) -> bool:
    """Check the mapping by hand: our names, their names, and that what is named can be used."""
    theirs = {layout.label: layout for layout in template.layouts}
    before = len(problems.errors)
    place = _at("layouts", meta)
    for ours, label in meta.layouts.items():
        if ours not in BY_NAME:
            problems.error(place, f'unknown layout "{ours}"', known_names(ours, BY_NAME))
        elif label not in theirs:
            found = f'the template has no layout "{label}" for "{ours}"'
            problems.error(place, found, known_names(label, theirs))
        elif not usable(ours, theirs[label], template):
            problems.error(
                place,
                f'the template\'s layout "{label}" cannot stand for "{ours}"',
                "it needs a title placeholder, and for most of ours room below it",
            )
    return len(problems.errors) == before


def _at(key: str, meta: Meta) -> Place:
    return meta.places.get(key, meta.place)
