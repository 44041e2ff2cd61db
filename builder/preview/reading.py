"""A content folder as the preview shows it: read and resolved, with values that are tried out.

Where nothing but claims fails, there is a briefing all the same: it is shown, and what no longer
holds is marked in it. No file is made of it.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path
from typing import TYPE_CHECKING

from builder.memory import remembering
from builder.model.briefing import Briefing, Content
from builder.model.figure import Moment
from builder.problems import ContentError, MachineError, Problem, Problems
from builder.workers import alone

if TYPE_CHECKING:
    from builder.theme.theme import Theme

Value = Decimal | Moment


@dataclass(frozen=True)
class Read:
    """A content and what it resolves to; `failing` are the claims' mistakes, nothing else is."""

    content: Content
    briefing: Briefing
    theme: Theme
    failing: tuple[Problem, ...]


def read(
    folder: Path, problems: Problems, values: Mapping[str, Value], last: Briefing | None
) -> Read:
    """Read and resolve a content folder with other values of some figures.

    `last` is the briefing that those figures were seen in.

    Raises:
        ContentError: something in the content must be mended first; all of it is named.
    """
    from builder.content import read_content, read_theme
    from builder.resolve import resolve

    content = read_content(folder, problems)
    theme = None
    if content is not None:
        place = content.meta.places.get("theme", content.meta.place)
        theme = read_theme(content.meta.theme, folder, problems, place, content.meta.language)
        if last is not None and values:
            content = revised(content, last, values)
    so_far = len(problems.errors)
    briefing = resolve(content, problems) if content is not None else None
    if so_far or content is None or theme is None or briefing is None:
        problems.stop_on_errors()
        raise AssertionError("a stage gave nothing and named no problem")
    failing = tuple(problems.errors[so_far:])
    if briefing.meta.since and not failing:
        from builder.editions import with_changes

        briefing = with_changes(briefing, folder, problems)
        problems.stop_on_errors()
    return Read(content, briefing, theme, failing)


def mistakes(folder: Path) -> tuple[tuple[Problem, ...], str]:
    """Return what keeps a content folder from being shown as it is saved, or what the machine says
    of it; nothing where it can be.
    """
    try:
        with alone(), remembering():
            read(folder, Problems(), {}, None)
    except ContentError as error:
        return error.problems, ""
    except MachineError as error:
        return (error.problem,), ""
    except OSError as error:  # a file went while it was read
        return (), str(error)
    return (), ""


def revised(content: Content, last: Briefing, values: Mapping[str, Value]) -> Content:
    """Return a content with other values of some figures, where it still has those."""
    from builder.pulling.bound import Bindings

    bindings = Bindings(content, last)
    for name, value in values.items():
        stated = content.figures.get(name)
        known = last.figures.get(name)
        if stated is None or known is None or stated.formula is not None:
            continue
        content = bindings.revised(bindings.target(known), value, content)
    return content
