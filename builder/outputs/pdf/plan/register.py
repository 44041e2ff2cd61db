"""The register of figures: takes the plan's ledger and charts, returns the figures and their rows.

With them what the author takes on: figures printed without their hedge, names and exempted words.
"""

from __future__ import annotations

import re
from collections import deque
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from decimal import Decimal
from itertools import islice
from typing import Final

from builder.frozen import dataclass
from builder.language.numbers import number
from builder.model.blocks import Block, ChartUse, TableUse
from builder.model.briefing import Briefing
from builder.model.chart import ResolvedChart
from builder.model.inline import Formula
from builder.model.ledger import Entry
from builder.model.text import Line, Owner, Run, join, line, walked, words
from builder.outputs.pdf.plan import anchors
from builder.outputs.pdf.plan.endings import Declared, Register, RegisterGroup, RegisterRow
from builder.outputs.pdf.plan.items import ChartFigure, Item, SectionHeading
from builder.outputs.pdf.plan.pictured import pictured_in, pictures_of
from builder.outputs.pdf.plan.planner import Planner, named, runs_in, source_name

_COLUMNS = ("value", "label", "as_of", "confidence", "pages", "slides")

_NONE: Final = "–"
_UNPRINTED: Final = 500
"""How many figures the register lists that others are computed from and that nothing prints."""
_CODED: Final = r"[^\W_]*\d(?:[\w.,]*\w)?"
_GAP: Final = "\0"


@dataclass(frozen=True)
class Registered:
    """The figures that the paper answers for, by id, in the content's order.

    `listed` have a row of the register. The `others` are computed from by those, through more
    than `_UNPRINTED` figures that nothing prints: the attached data hold them.
    """

    listed: tuple[str, ...]
    others: tuple[str, ...] = ()

    def all(self, briefing: Briefing) -> tuple[str, ...]:
        """Return listed ones and others in the content's order."""
        wanted = {*self.listed, *self.others}
        return tuple(id for id in briefing.figures if id in wanted)


def registered(
    briefing: Briefing,
    ledger: Iterable[Entry],
    charts: Iterable[ResolvedChart],
    slides: Mapping[str, tuple[int, ...]],
) -> Registered:
    """Return the figures that the paper prints (`ledger`, `charts`), those that the deck does
    (`slides`), and those that any of them is computed from, the nearest of these first.
    """
    wanted = {entry.owner for entry in ledger if entry.kind == "figure"}
    wanted.update(id for chart in charts for id in _printed_by(chart))
    wanted.update(id for id, numbers in slides.items() if numbers)
    wanted.update(shown.figure for use in pictures_of(briefing) for shown in use.shows)
    most = len(wanted) + _UNPRINTED
    found = dict.fromkeys(id for id in briefing.figures if id in wanted)
    pending = deque(found)
    while pending:
        inputs = (id for id in briefing.figures[pending.popleft()].inputs if id not in found)
        new = dict.fromkeys(inputs)
        found |= new
        pending += new
    listed = set(islice(found, most))
    return Registered(
        tuple(id for id in briefing.figures if id in listed),
        tuple(id for id in briefing.figures if id in found and id not in listed),
    )


def register(
    planner: Planner,
    figures: Registered,
    slides: Mapping[str, tuple[int, ...]],
    ledger: Iterable[Entry] = (),
    body: Iterable[Item] = (),
) -> tuple[Item, ...]:
    """Return the register of `figures` under its heading, and the words declared to be none.

    Among these are the digits of code that `ledger` has, or a slide.
    """
    coded = coded_words(planner, ledger)
    bare = bare_places(planner)
    listed = frozenset(figures.listed)
    pictured = pictured_in(body, planner)
    remarks = {id: _remark(id, bare.get(id, ()), pictured, planner) for id in figures.listed}
    groups: dict[tuple[str, ...], list[RegisterRow]] = {}
    for id, said in remarks.items():
        row = _row(id, said, slides.get(id, ()), listed, planner)
        groups.setdefault(planner.briefing.figures[id].sources, []).append(row)
    declared = exempt_words(planner, coded)
    if not groups:
        return declared
    heading = SectionHeading(anchors.REGISTER, words(planner.word("register")), 1)
    header = tuple(words(planner.word(column)) for column in _COLUMNS)
    introduction = (*words(planner.word("register_intro")), *_unlisted(figures, planner))
    found = tuple(_group(ids, tuple(rows), planner) for ids, rows in groups.items())
    goes_on = planner.word("continued")
    made = Register(anchors.REGISTER_TABLE, header, found, introduction, goes_on)
    return (heading, made, *declared)


def _lacks_period(id: str, planner: Planner) -> bool:
    """Return whether no period is stated of a figure that needs one, as no date and year does."""
    figure = planner.briefing.figures[id]
    return figure.as_of is None and bool(planner.briefing.printed[id].get("as_of"))


def _group(
    sources: tuple[str, ...], rows: tuple[RegisterRow, ...], planner: Planner
) -> RegisterGroup:
    """Return rows that rest on sources, and what is said once of periods that are not stated."""
    names = join((source_name(planner.briefing, id) for id in sources), planner.semicolon)
    source = join((words(planner.word("source")), names or (Run(_NONE),)), planner.colon)
    unstated = any(_lacks_period(row.figure, planner) for row in rows)
    note = words(f"{planner.semicolon}{planner.word('as_of_unstated')}") if unstated else ()
    return RegisterGroup(source, rows, note)


def _unlisted(figures: Registered, planner: Planner) -> Line:
    """Return the sentence that says how many figures the register leaves to the attached data."""
    if not figures.others:
        return ()
    before, after = planner.word("register_others", number=_GAP).split(_GAP)
    count = number(Decimal(len(figures.others)), 0, planner.briefing.meta.language)
    return (Run(f" {before}"), Run(count, owner=Owner("furniture", count, "register")), Run(after))


def charts_of(items: Iterable[Item]) -> Iterator[ResolvedChart]:
    """Yield every chart that stands in the items, at whatever depth."""
    for item in items:
        if isinstance(item, ChartFigure):
            yield item.chart
        yield from charts_of(getattr(item, "items", ()))


def _row(
    id: str, remark: Line, slides: tuple[int, ...], listed: frozenset[str], planner: Planner
) -> RegisterRow:
    """Return the row of a figure; those `listed` have rows."""
    briefing = planner.briefing
    figure, printed = briefing.figures[id], briefing.printed[id]
    standing = planner.word(figure.confidence.value) if figure.confidence else ""
    return RegisterRow(
        anchors.figure(id),
        id,
        printed["full"],
        printed["label"],
        planner.computed_from(figure.inputs, listed)
        or named(figure.cell.where if figure.cell else ""),
        remark,
        () if _lacks_period(id, planner) else printed.get("as_of", ()),
        words(standing) if standing else (),
        _numbers(slides),
    )


def _remark(
    id: str,
    bare: tuple[Line, ...],
    pictured: Mapping[str, tuple[Line, ...]],
    planner: Planner,
) -> Line:
    """Return where a figure is printed without its hedge, and which pictures show it unchecked."""
    hedged = planner.briefing.figures[id].hedge is not None
    said = (("without_hedge", bare if hedged else ()), ("in_picture", pictured.get(id, ())))
    lines = (
        join((words(planner.word(key)), join(places, planner.semicolon)), planner.colon)
        for key, places in said
        if places
    )
    return join(lines, planner.semicolon)


def _numbers(slides: tuple[int, ...]) -> Line:
    runs = (Run(str(n), owner=Owner("furniture", str(n), "slide")) for n in slides)
    return join(((run,) for run in runs), ", ")


def _printed_by(chart: ResolvedChart) -> Iterator[str]:
    """Yield the figures that a chart's runs belong to."""
    for run in runs_in(chart):
        if run.owner and run.owner.kind == "figure":
            yield run.owner.id


def bare_places(planner: Planner) -> Mapping[str, tuple[Line, ...]]:
    """Return where each figure is printed without its hedge: titles of sections and slides."""
    found: dict[str, dict[Line, None]] = {}
    briefing = planner.briefing
    charts = {name: _bare_in(chart) for name, chart in briefing.charts.items()}
    tables = {name: _bare_in(table) for name, table in briefing.tables.items()}
    for part, blocks, place in _parts(planner):
        for figure in _bare_in(part):
            found.setdefault(figure, {})[place] = None
        for block in walked(blocks):
            if isinstance(block, ChartUse | TableUse):
                shown = charts if isinstance(block, ChartUse) else tables
                key = block.key if isinstance(block, TableUse) else block.name
                for figure in shown.get(key, ()):
                    found.setdefault(figure, {})[place] = None
    return {figure: tuple(places) for figure, places in found.items()}


def _bare_in(part: object) -> tuple[str, ...]:
    """Return the figures that a part prints without their hedges."""
    owners = (run.owner for run in runs_in(part))
    return tuple(
        owner.id
        for owner in owners
        if owner is not None and owner.kind == "figure" and "bare" in owner.form.split("|")
    )


def coded_words(planner: Planner, ledger: Iterable[Entry]) -> tuple[str, ...]:
    """Return the words with digits in the code that the paper prints, or a slide, each once."""
    code = [entry.text for entry in ledger if entry.kind == "code"]
    for section in planner.briefing.sections:
        owned = (run for run in runs_in(section.slides) if run.owner)
        code += [run.text for run in owned if run.owner and run.owner.kind == "code"]
    return tuple(dict.fromkeys(word for text in code for word in re.findall(_CODED, text)))


def exempt_words(planner: Planner, coded: tuple[str, ...] = ()) -> tuple[Item, ...]:
    """Return what lists names, exempted words, digits in code and formulas, if there are any."""
    meta = planner.briefing.meta
    lines = [
        join((_strong(exemption.words), line(exemption.because)), planner.colon)
        for exemption in meta.exempt
    ]
    if meta.names:
        names = join((named(name) for name in meta.names), ", ")
        strong = tuple(replace(run, strong=True) for run in names)
        lines.insert(0, join((strong, words(planner.word("are_names"))), planner.colon))
    if formulas := _formulas(planner):
        alike = words(planner.word("are_formulas"))
        lines.append(join((join(formulas, ", "), alike), planner.colon))
    if coded:
        digits = join(((Run(each, code=True, owner=Owner("code", each)),) for each in coded), ", ")
        lines.append(join((digits, words(planner.word("are_code"))), planner.colon))
    if not lines:
        return ()
    return (Declared(anchors.EXEMPT, words(planner.word("exempt")), tuple(lines)),)


def _formulas(planner: Planner) -> tuple[Line, ...]:
    """Return each formula that prints digits of its own, as it stands."""
    briefing = planner.briefing
    tables = briefing.tables.values()
    alike: dict[Formula, list[Run]] = {}
    for run in runs_in((briefing.sections, tuple(note.text for note in briefing.notes), *tables)):
        if run.formula is not None and run.formula.has_digits:
            small = replace(run.formula, display=False)
            bare = replace(run, formula=small, claim=None, strong=False, emphasis=False)
            alike.setdefault(run.formula, []).append(bare)
    told = {formula.source: tuple(dict.fromkeys(runs)) for formula, runs in alike.items()}
    return tuple(told.values())


def _parts(planner: Planner) -> Iterator[tuple[object, tuple[Block, ...], Line]]:
    """Yield each part of the briefing that prints, its blocks, and the words that name its place.

    What charts and tables print that stand in its blocks is not in the part itself.
    """
    briefing = planner.briefing
    yield (briefing.title, briefing.subtitle), (), briefing.title
    for section in briefing.sections:
        title = line(section.title)
        yield (section.title, section.blocks), section.blocks, title
        for slide in section.slides:
            on_slide = (Run(f"{planner.word('slide')} "), *_emphasised(line(slide.title)))
            yield slide, slide.blocks, on_slide
    for note in briefing.notes:
        yield note.text, (), words(planner.word("notes"))


def _strong(phrases: tuple[str, ...]) -> Line:
    return join(((Run(phrase, strong=True),) for phrase in phrases), ", ")


def _emphasised(title: Line) -> Line:
    return tuple(replace(run, emphasis=True, claim=None) for run in title)
