"""What nobody writes: title, agenda, section openings, sources and closing as slides; the line of
sources.

Which sources a slide rests on follows from what it shows. The closing slide says whom to ask, on
what terms, how to cite, and where the paper is.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from typing import Final

from builder.facts.sources import cited_as
from builder.model.blocks import Section
from builder.model.briefing import Briefing
from builder.model.text import Line, Owner, Run, join, plain, words
from builder.outputs.pptx.compose.feet_and_notes import listed, source_line
from builder.outputs.pptx.layouts.base import LayoutContext
from builder.outputs.pptx.layouts.parts import source
from builder.outputs.pptx.plan.autofit import TooLargeError
from builder.outputs.pptx.plan.content import SlideContent, TextLine
from builder.outputs.pptx.plan.lines import line
from builder.outputs.pptx.plan.measure import HEIGHT_MARGIN
from builder.outputs.pptx.plan.model import (
    NUMBERED,
    SOURCE,
    ChartItem,
    FilledForm,
    GroupItem,
    Item,
    Paragraph,
    ParagraphStyle,
    TableItem,
    TextItem,
)
from builder.problems import NOWHERE, Place

BETWEEN: Final = "  ·  "
"""Between the sources and the paper's page."""

_MOST_LINES: Final = 5  # at a slide's foot


def title_content(context: LayoutContext, section: str) -> SlideContent:
    """Return the title slide's: title, subtitle, and one line each for who and when."""
    briefing = context.briefing
    at = briefing.meta.places.get
    who: list[Line] = [
        (Run(author, place=at(f"authors.{n}", NOWHERE)),)
        for n, author in enumerate(briefing.meta.authors)
    ]
    who += [meta_line(context, "publisher")] if briefing.meta.publisher else []
    standing = [line for line in _standing(context) if line]
    when = [briefing.date] + ([meta_line(context, "edition")] if briefing.meta.edition else [])
    points = tuple(TextLine(join(lines, " · ")) for lines in (standing, who, when) if any(lines))
    place = briefing.meta.places.get("title", briefing.meta.place)
    short, rest = briefing.cover_title
    return SlideContent(
        short,
        points,
        subtitle=briefing.subtitle,
        rest=rest,
        notes=speaker_notes(context, "title"),
        section=section,
        place=place,
    )


def speaker_notes(context: LayoutContext, slide: str) -> tuple[Line, ...]:
    """Return what the briefing has the speaker say on a slide that no section writes."""
    spoken = context.briefing.slide_notes.get(slide, ())
    return (spoken,) if spoken else ()


def meta_line(context: LayoutContext, key: str) -> Line:
    """Return a text of briefing.yaml with its owners, or as it stands where it has none.

    An edition that is a bare number reads "Edition 2", as in the paper.
    """
    meta = context.briefing.meta
    said = line(meta.texts[key]) if key in meta.texts else words(str(getattr(meta, key)))
    if key == "edition" and meta.edition.replace(".", "").isdigit():
        return (Run(f"{context.word('edition')} "), *said)
    return said


def footers(context: LayoutContext) -> tuple[Line, ...]:
    """Return what every slide but the first has at its foot, the fullest wording first.

    Publisher and edition; the edition alone; nothing. Drafts and embargoes say so before.
    """
    meta = context.briefing.meta
    lines = [meta_line(context, key) for key in ("publisher", "edition") if getattr(meta, key)]
    standing = [line for line in _standing(context) if line]
    return tuple(join([*standing, *lines[first:]], " · ") for first in range(len(lines) + 1))


def last_footers(context: LayoutContext) -> tuple[Line, ...]:
    """Return the same wordings as the last slide has them: each ends with the fingerprint."""
    mark = words(context.briefing.short_fingerprint, Owner("furniture", "fingerprint"))
    return tuple(join((line, mark), " · ") if line else mark for line in footers(context))


def agenda_content(
    context: LayoutContext, sections: Sequence[Section], starts: Sequence[int], section: str
) -> SlideContent:
    """Return the agenda's: each section, the slide that it starts on, and a link there."""
    points = tuple(
        TextLine(
            line(entry.title),
            mark=entry.letter or NUMBERED,
            start=number,
            digits=len(str(len(sections))),
            target=start,
            trailing=words(str(start), Owner("furniture", "slide")),
        )
        for number, (entry, start) in enumerate(zip(sections, starts, strict=True), 1)
    )
    return SlideContent(
        words(context.word("agenda")),
        points,
        notes=speaker_notes(context, "agenda"),
        section=section,
        place=context.briefing.meta.place,
    )


def section_content(section: Section, number: int, sections: Sequence[Section]) -> SlideContent:
    """Return a section opening's: its number and title, and the agenda, the section in bold."""
    numbered = TextLine(words(section.letter or str(number), Owner("furniture", "section")))
    listed = (_listed_section(each, at, at == number) for at, each in enumerate(sections, 1))
    points = (numbered, *listed)
    return SlideContent(line(section.title), points, section=section.id, place=section.place)


def sources_content(context: LayoutContext, ids: Iterable[str], section: str) -> SlideContent:
    """Return the sources', in full: who, what, when, where and what must be said beside it."""
    points = tuple(TextLine(listed(context.briefing.sources[key], context)) for key in ids)
    title = words(context.word("sources"))
    return SlideContent(title, points, section=section, place=context.briefing.meta.place)


def source_ids(title: Line, items: Sequence[Item], briefing: Briefing) -> tuple[str, ...]:
    """Return the ids of the sources of all that a slide shows, in the order of its items."""
    lines = (title, *_lines(items), *_notes(items, briefing))
    found = dict.fromkeys(figure_sources(lines, briefing))
    for item in items:
        if isinstance(item, TableItem):
            found.update(dict.fromkeys(briefing.tables[item.key or item.table].sources))
        elif isinstance(item, ChartItem) or (isinstance(item, GroupItem) and item.chart):
            found.update(dict.fromkeys(briefing.charts[item.chart].sources))
    return tuple(found)


def figure_sources(lines: Iterable[Line], briefing: Briefing) -> Iterator[str]:
    """Yield the ids of the sources of the figures that lines print, and of the works they cite."""
    cited = {
        source.cite: id for id, source in reversed(tuple(briefing.sources.items())) if source.cite
    }
    for each in lines:
        for run in each:
            if run.owner is not None and run.owner.kind == "figure":
                yield from briefing.figures[run.owner.id].sources
            elif run.owner is not None and run.owner.kind == "reference":
                yield cited[run.owner.id]


def source_item(
    lines: Sequence[Line], more: Line, editions: Sequence[Line], context: LayoutContext, colour: str
) -> TextItem | None:
    """Return the foot of a slide: `lines`, then a link to `more`, then the edition.

    The edition, of which there may be several wordings, and then the link are left out where they
    do not fit. Lines that need more room than the foot's place reach up into what its body leaves.

    Raises:
        TooLargeError: the lines need more room than that.
    """
    placeholder = source(context.frame)
    style = ParagraphStyle(context.frame.type.small, colour=colour)
    grown = _MOST_LINES * style.size * context.ruler.pitch * (1 + HEIGHT_MARGIN)
    tried = [(said, placeholder.box.height) for said in _wordings(lines, more, editions)]
    tried += [(said, grown) for said in _wordings(lines, more, ())]
    for said, most in tried:
        if not said:
            return None
        text = tuple(Paragraph(line, style) for line in said)
        high, box = context.height(text, placeholder.box.width), placeholder.box
        if high <= most:
            up = max(0.0, high - box.height)
            higher = box._replace(top=box.top - up, height=box.height + up) if up else None
            return TextItem(SOURCE, placeholder.name, text, higher)
    raise TooLargeError("".join(run.text for line in lines for run in line))


def foot_lines(
    ids: Sequence[str], items: Sequence[Item], context: LayoutContext
) -> tuple[Line, ...]:
    """Return the notes of a slide's charts and tables, and the line of its sources.

    What another note of the slide ends with is said once.
    """
    said = {plain(line): line for line in _notes(items, context.briefing) if line}
    notes = [line for text, line in said.items() if not any(_ends(each, text) for each in said)]
    return (*notes, *((source_line(ids, context),) if ids else ()))


def closing_content(context: LayoutContext, section: str) -> SlideContent:
    """Return the closing slide's: its lines; edition and fingerprint stand at its foot."""
    points = tuple(map(TextLine, _closing_lines(context)))
    title, place = words(context.word("about_briefing")), context.briefing.meta.place
    return SlideContent(title, points, section=section, place=place)


def _standing(context: LayoutContext) -> tuple[Line, Line]:
    """Return what drafts say of themselves, and what the embargo says; each may be empty."""
    about = context.briefing.meta.about
    draft = (Run(context.word("draft"), strong=True),) if about.draft else ()
    embargo = Run(about.embargo, strong=True, owner=Owner("furniture", "embargo"))
    return draft, (embargo,) if about.embargo else ()


def _listed_section(section: Section, number: int, present: bool) -> TextLine:
    runs = tuple(replace(run, strong=present) for run in line(section.title))
    mark, colour = section.letter or NUMBERED, "accent" if present else "muted"
    return TextLine(runs, mark=mark, start=number, colour=colour)


def _lines(items: Iterable[Item]) -> Iterator[Line]:
    for item in items:
        if isinstance(item, TextItem):
            yield from (paragraph.runs for paragraph in item.paragraphs)
        elif isinstance(item, TableItem):
            yield from (cell.runs for row in item.rows for cell in row.cells)
        elif isinstance(item, GroupItem):
            for shape in item.shapes:
                if isinstance(shape, FilledForm):
                    yield from (paragraph.runs for paragraph in shape.paragraphs)


def _wordings(
    lines: Sequence[Line], more: Line, editions: Sequence[Line]
) -> Iterator[tuple[Line, ...]]:
    """Yield what may stand at a slide's foot, the fullest first."""
    *before, last = lines or [()]
    for end in (join(filter(None, (last, more)), BETWEEN), last):
        for edition in (*editions, ()):
            yield tuple(line for line in (*before, end, edition) if line)


def _ends(longer: str, text: str) -> bool:
    return len(text) < len(longer) and longer.endswith(text)


def _notes(items: Iterable[Item], briefing: Briefing) -> Iterator[Line]:
    for item in items:
        if isinstance(item, TableItem):
            yield briefing.tables[item.key or item.table].note
        elif isinstance(item, ChartItem) or (isinstance(item, GroupItem) and item.chart):
            yield briefing.charts[item.chart].note


def _closing_lines(context: LayoutContext) -> Iterator[Line]:
    briefing = context.briefing
    about, colon = briefing.meta.about, context.language.colon
    paper = f"{briefing.meta.slug}.pdf"
    at = briefing.meta.places.get
    said = (
        ("contact", _named(about.contact, at("imprint.contact", NOWHERE))),
        ("licence", _named(about.licence, at("imprint.licence", NOWHERE))),
        ("cite_as", _named(about.cite, at("imprint.cite", NOWHERE)) or cited_as(briefing)),
        ("paper_word", (Run(paper, owner=Owner("furniture", "paper")),)),
    )
    for key, held in said:
        if held:
            yield join(((Run(context.word(key), strong=True),), held), colon)


def _named(text: str, place: Place) -> Line:
    owner = Owner("name", text) if any(map(str.isdigit, text)) else None
    return (Run(text, owner=owner, place=place),) if text else ()
