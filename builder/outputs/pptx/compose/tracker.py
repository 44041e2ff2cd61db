"""Where a slide stands in the deck: sections in, a line above each headline out.

It names the sections in the agenda's order, the present one with its number and in bold; where
that is too long for a line, the present one alone.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Final

from builder.frozen import replace
from builder.model.briefing import Briefing
from builder.model.text import Line, Owner, Run, join, plain, words
from builder.outputs.pptx.layouts.base import Layout, LayoutContext
from builder.outputs.pptx.plan.lines import line
from builder.outputs.pptx.plan.model import TRACKER, Paragraph, TextItem

_BETWEEN: Final = "  ·  "
_MANY: Final = 12  # names: where so many have no room, all that there are need not be measured
_LOGO: Final = 180.0  # points at the right end that a theme's logo may take
_SHORTENED: Final = (":", "\N{FULLWIDTH COLON}")


def short_title(title: Line) -> Line:
    """Return what of a section's title stands before its colon; all of it where there is none.

    Words that one owner prints are never divided.
    """
    kept: list[Run] = []
    for run in title:
        found = [at for at in map(run.text.find, _SHORTENED) if at >= 0]
        if run.owner is None and run.formula is None and found:
            kept.append(replace(run, text=run.text[: min(found)]))
            break
        kept.append(run)
    else:
        return title
    kept[-1] = replace(kept[-1], text=kept[-1].text.rstrip())
    found_words = tuple(run for run in kept if run.text)
    return found_words if plain(found_words).strip() else title


def names_of(sections: Iterable[str], briefing: Briefing) -> tuple[tuple[str, Line], ...]:
    """Return the sections' ids, each once, with the names that a tracker has room for."""
    titles = {section.id: section.title for section in briefing.sections}
    named = (id for id in dict.fromkeys(sections) if id in titles)
    return tuple((id, _plainly(short_title(line(titles[id])))) for id in named)


def tracker_item(
    layout: Layout, section: str, names: Sequence[tuple[str, Line]], context: LayoutContext
) -> tuple[TextItem, ...]:
    """Return the tracker of a slide; nothing where it has no place, or there is one section."""
    ids = [id for id, _ in names]
    if not layout.tracked or len(names) < 2 or section not in ids:
        return ()
    mapped = context.mapped_layout
    if mapped is not None and TRACKER not in mapped.mapping.slots:
        return ()
    place = layout.tracker(context.frame)
    room = place.box.width - (_LOGO if context.theme.logo and mapped is None else 0.0)
    style = place.styles[0]
    letters = {each.id: each.letter for each in context.briefing.sections}
    called = letters[section] or str(ids.index(section) + 1)  # an appendix as in the paper
    number = words(called, Owner("furniture", "section"))
    present = tuple(replace(run, strong=True) for run in (*number, Run(" "), *dict(names)[section]))
    first = (name for id, name in names[:_MANY] if id != section)
    wordings = [present]
    if len(names) <= _MANY or context.ruler.width(join(first, _BETWEEN), style.size) <= room:
        every = (present if id == section else name for id, name in names)
        wordings.insert(0, join(every, _BETWEEN))
    for said in wordings:
        if context.ruler.width(said, style.size) <= room:
            return (TextItem(TRACKER, place.name, (Paragraph(said, style),), None, True),)
    return ()


def _plainly(name: Line) -> Line:
    return tuple(replace(run, strong=False) for run in name)
