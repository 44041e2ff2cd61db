"""The order of slides: takes the sections and the briefing's own order, returns chapters; and where
a slide stands in it: sections in, a line above each headline out.

The line names the sections in the agenda's order, the present one with its number and in bold;
where that is too long for a line, the present one alone.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from typing import Final, NamedTuple

from builder.frozen import replace
from builder.model.blocks import Section, Slide
from builder.model.briefing import Briefing
from builder.model.text import Line, Owner, Run, join, plain, words
from builder.outputs.pptx.layouts.base import Layout, LayoutContext
from builder.outputs.pptx.plan.deck import DeckSection
from builder.outputs.pptx.plan.lines import line
from builder.outputs.pptx.plan.model import TRACKER, Paragraph, PlannedSlide, TextItem
from builder.problems import Problems, known_names

OPENED_FROM: Final = 3
"""Slides to a section, on average, from which every section has an opening slide; else none has."""
_BETWEEN: Final = "  ·  "
_MANY: Final = 12  # names: where so many have no room, all that there are need not be measured
_LOGO: Final = 180.0  # points at the right end that a theme's logo may take
_SHORTENED: Final = (":", "\N{FULLWIDTH COLON}")


def chapters(briefing: Briefing, problems: Problems) -> tuple[Section, ...]:
    """Return runs of slides of one section each, in the order in which they are shown.

    That is the sections' own unless the briefing names another: slides by their ids, or a section
    for those of its slides that are not named. A section may return. What is not named is
    reported, or follows, or is left out, as the briefing says.
    """
    sections = tuple(section for section in briefing.sections if section.slides)
    known = _by_id(sections, problems)
    wanted = briefing.meta.deck
    if not wanted.order:
        return sections
    owned = {section.id: section for section in sections}
    apart = {name for name, _ in wanted.order if name in known}
    taken: dict[int, tuple[Section, Slide]] = {}
    for number, (name, place) in enumerate(wanted.order):
        if name not in known and name not in owned:
            hint = known_names(name, [*known, *owned])
            problems.error(place, f'no slide and no section "{name}"', hint)
        elif name in (earlier for earlier, _ in wanted.order[:number]):
            problems.error(place, f'"{name}" stands in the order twice', "remove one")
        elif name in known:
            taken[id(known[name][1])] = known[name]
        else:
            of_section = (slide for slide in owned[name].slides if slide.id not in apart)
            taken |= {id(slide): (owned[name], slide) for slide in of_section}
    others = [
        (section, slide)
        for section in sections
        for slide in section.slides
        if id(slide) not in taken
    ]
    if wanted.others == "refuse":
        for section, slide in others:
            hint = (
                f"name it by an id of its own (:id: on the slide), or its section, {section.id}; "
                "or say what becomes of others: others: follow, or others: omit"
            )
            problems.error(slide.place, "the order of the deck does not name this slide", hint)
    return _runs([*taken.values(), *(others if wanted.others == "follow" else ())])


def presented(section: Section) -> bool:
    """Say whether a section has slides that are not only kept for questions."""
    return any(not slide.hidden for slide in section.slides)


def opened_sections(sections: Iterable[Section]) -> frozenset[str]:
    """Return the ids of the sections that have an opening slide: all that are presented, or none.

    One section alone needs none, nor do many short ones: openings would be half of the deck.
    """
    shown_ones = tuple(filter(presented, sections))
    ids = frozenset(section.id for section in shown_ones)
    shown = sum(not slide.hidden for section in shown_ones for slide in section.slides)
    return ids if len(ids) > 1 and shown >= OPENED_FROM * len(ids) else frozenset()


def deck_sections(slides: Iterable[PlannedSlide], names: dict[str, str]) -> tuple[DeckSection, ...]:
    """Return runs of slides by section; what stands before the first belongs to the agenda."""
    runs: list[tuple[str, list[int]]] = []
    for slide in slides:
        if not runs or runs[-1][0] != slide.section:
            runs.append((slide.section, []))
        runs[-1][1].append(slide.number)
    again: Counter[str] = Counter()
    found = []
    for key, numbers in runs:
        again[key] += 1
        id = key if again[key] == 1 else f"{key} *{again[key]}"  # no file's stem can be called so
        found.append(DeckSection(id, names[key], tuple(numbers)))
    return tuple(found)


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


class Tracked(NamedTuple):
    """A section as trackers name it: its number, or an appendix's letter, and its short title.

    Slides are told nothing else of other sections, so that they stay when those are written on.
    """

    id: str
    number: str
    name: Line


def tracked(sections: Iterable[str], briefing: Briefing) -> tuple[Tracked, ...]:
    """Return the sections of these ids, each once, with names that a tracker has room for."""
    known = {section.id: section for section in briefing.sections}
    named = [known[id] for id in dict.fromkeys(sections) if id in known]
    return tuple(
        Tracked(each.id, each.letter or str(at), _plainly(short_title(line(each.title))))
        for at, each in enumerate(named, 1)
    )


def tracker_item(
    layout: Layout, section: str, sections: Sequence[Tracked], context: LayoutContext
) -> tuple[TextItem, ...]:
    """Return the tracker of a slide; nothing where it has no place, or there is one section."""
    here = next((each for each in sections if each.id == section), None)
    if not layout.tracked or len(sections) < 2 or here is None:
        return ()
    mapped = context.mapped_layout
    if mapped is not None and TRACKER not in mapped.mapping.slots:
        return ()
    place = layout.tracker(context.frame)
    room = place.box.width - (_LOGO if context.theme.logo and mapped is None else 0.0)
    style = place.styles[0]
    number = words(here.number, Owner("furniture", "section"))
    present = tuple(replace(run, strong=True) for run in (*number, Run(" "), *here.name))
    first = (each.name for each in sections[:_MANY] if each is not here)
    wordings = [present]
    if len(sections) <= _MANY or context.ruler.width(join(first, _BETWEEN), style.size) <= room:
        every = (present if each is here else each.name for each in sections)
        wordings.insert(0, join(every, _BETWEEN))
    for said in wordings:
        if context.ruler.width(said, style.size) <= room:
            return (TextItem(TRACKER, place.name, (Paragraph(said, style),), None, True),)
    return ()


def _by_id(sections: Iterable[Section], problems: Problems) -> dict[str, tuple[Section, Slide]]:
    """Return the slides that have ids; report those that mean two things."""
    sections = tuple(sections)
    found: dict[str, tuple[Section, Slide]] = {}
    names = {section.id for section in sections}
    for section in sections:
        for slide in section.slides:
            if slide.id in names:
                hint = "a section is called so: choose another"
                problems.error(slide.place, f'the id "{slide.id}" of a slide is taken', hint)
            elif slide.id in found:
                hint = f"first at {found[slide.id][1].place}; choose another"
                problems.error(slide.place, f'two slides have the id "{slide.id}"', hint)
            elif slide.id:
                found[slide.id] = section, slide
    return found


def _runs(slides: Iterable[tuple[Section, Slide]]) -> tuple[Section, ...]:
    runs: list[tuple[Section, list[Slide]]] = []
    for section, slide in slides:
        if not runs or runs[-1][0] is not section:
            runs.append((section, []))
        runs[-1][1].append(slide)
    return tuple(replace(section, slides=tuple(run)) for section, run in runs)


def _plainly(name: Line) -> Line:
    return tuple(replace(run, strong=False) for run in name)
