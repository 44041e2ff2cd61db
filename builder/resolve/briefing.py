"""The stage: takes content as read, returns the briefing that both plans are made from.

`sources` has named every broken reference. To find further mistakes in the same run, what leads
nowhere is left out, and whatever uses it is passed over. Figures stay, since others may name them:
`cells` gives one that leads nowhere no value.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import partial
from typing import Final

from builder.blocks import BLOCKS, block_kind
from builder.charts.registry import kind_of
from builder.charts.resolving import ChartContext, heads_of, resolved_chart
from builder.facts.again import forms_again, printed_again
from builder.facts.claims import check_claims
from builder.facts.columns import Columns
from builder.facts.counted import speech_in
from builder.facts.figures import ResolvedFigures, resolved_figures
from builder.facts.text import CharacterPrinter, Printer
from builder.frozen import replace
from builder.language.dates import printed_date
from builder.language.language import LANGUAGES, language_of
from builder.language.lexicon import lexicon_of
from builder.language.numbers import locale_of
from builder.language.punctuation import punctuated
from builder.memory import same
from builder.model.blocks import Section, TableUse
from builder.model.briefing import Briefing, Content, ListedWork, Meta
from builder.model.chart import ChartSpec, ResolvedChart
from builder.model.figure import Claim, Source
from builder.model.table import FIGURE_COLUMNS, DataTable, ResolvedTable, TableSpec
from builder.model.text import Line, Owner, Run, all_of, mapped, plain
from builder.problems import Problems
from builder.resolve.calendar import calendar_columns, check_years_of_rows, marked
from builder.resolve.checks import check_used
from builder.resolve.claims.words import check_claim_words
from builder.resolve.guarded import guarded_texts
from builder.resolve.heads.checking import check_heads
from builder.resolve.heads.titles import check_titles
from builder.resolve.notes import note_numbers, numbered_notes
from builder.resolve.passages import passages
from builder.resolve.pictures import check_pictures
from builder.resolve.signed import with_signs
from builder.resolve.snapshot import snapshot_of
from builder.resolve.stated import check_stated
from builder.resolve.tables.grids import TableContext
from builder.resolve.tables.resolving import resolved_table
from builder.resolve.totals.undeclared import check_totals
from builder.resolve.wording.checking import check_wording

_BYTES: Final = 2**16  # of a section printed, and of a chart resolved


def sound(content: Content) -> Content:
    """Return the content with only those charts and tables that `resolve` can look up, charts with
    the units that a workbook shows.
    """
    data = content.data
    charts = with_signs(content.charts, data)
    return replace(
        content,
        charts={name: chart for name, chart in charts.items() if _chart(chart, data)},
        tables={name: table for name, table in content.tables.items() if _table(table, data)},
    )


def _chart(chart: ChartSpec, data: Mapping[str, DataTable]) -> bool:
    kind = kind_of(chart.kind)
    if "table" not in kind.drawn_from or not chart.table:
        return any(getattr(chart, way) for way in kind.drawn_from)
    named = [chart.x, *chart.y, chart.series, chart.label, chart.size]
    columns = [*filter(None, named), *(getattr(chart, key) for key in kind.needs)]
    return bool(chart.y and (chart.x or kind.raw)) and _columns(chart.table, columns, data)


def _table(table: TableSpec, data: Mapping[str, DataTable]) -> bool:
    names = [name for name, _ in table.columns]
    if table.data:
        return _columns(table.data, names, data)
    return not table.figures or all(name in FIGURE_COLUMNS for name in names)


def _columns(table: str, names: Iterable[str], data: Mapping[str, DataTable]) -> bool:
    return table in data and all(name in data[table].columns for name in names)


def resolve(content: Content, problems: Problems) -> Briefing | None:
    """Return the briefing with every figure valued, every text printed, every claim checked.

    None when an error was gathered, unless all of them say that a claim does not hold: such a
    briefing can be compared with another, though not built. Content that `sources` found fault
    with can be resolved too: what is not there is passed over, so that further mistakes are
    found in the same run. In a language that has no words here, nothing is printed or checked.
    """
    so_far = len(problems.errors)
    content, references = _cited(sound(content), problems)
    if not _is_spoken(content.meta, problems):
        return None
    tag = speech_in(content, content.meta.language, problems)
    sources = {name: _source(source, tag) for name, source in content.sources.items()}
    content = replace(content, meta=replace(content.meta, language=tag), sources=sources)
    resolved = valued(content, tag, problems)
    numbers = note_numbers(content.sections, content.tables, problems)
    printer = Printer(tag, content.figures, resolved.figures, numbers, problems)
    sections = tuple(_printed(section, printer) for section in content.sections)
    in_charts = CharacterPrinter(tag, content.figures, resolved.figures, numbers, problems)
    years = calendar_columns(content, tag).years
    around = content.sources, content.meta.date, heads_of(content.tables.values()), years
    chart_context = ChartContext(in_charts, content.data, *around)
    charts = {name: _drawn(spec, chart_context) for name, spec in content.charts.items()}
    table_context = TableContext(printer, content.data, content.sources, years)
    check_totals(content, table_context)
    uses = {use.key: use for use in _used_tables(sections) if use.name in content.tables}
    specs = {key: content.tables[use.name] for key, use in uses.items()}
    check_heads(content.charts.values(), specs.values(), table_context)
    tables = {key: resolved_table(specs[key], table_context, use) for key, use in uses.items()}
    guarded = guarded_texts(
        sections,
        [(spec, charts[name]) for name, spec in content.charts.items()],
        [(specs[key], table) for key, table in tables.items()],
        others=(
            *content.meta.texts.values(),
            *(text for figure in content.figures.values() for text in figure.texts.values()),
        ),
        statements=mapped(content.meta.statements, replace(printer, problems=Problems()).line),
    )
    before = len(problems.errors)
    said = list(guarded)
    columns = Columns(content.data, resolved, content.known_data, content.whole)
    verdicts = check_claims(content.claims, said, columns, tag, problems)
    so_far += len(problems.errors) - before
    named, exempt = tuple(dict.fromkeys(spec.name for spec in specs.values())), content.meta.exempt
    used = check_claim_words(content.claims, said, printer, content.data, exempt, problems)
    settled, needed = check_titles(content, charts, specs.values(), table_context)
    texts = (
        replace(each, settled=settled[each.text]) if each.text in settled else each
        for each in passages(content, named)
    )
    check_wording(texts, exempt, printer, content.claims, used | needed)
    briefing = _briefing(content, printer, sections, charts, tables)
    _check(content, briefing, problems)
    if len(problems.errors) > so_far:
        return None
    briefing = replace(briefing, references=references)
    return replace(briefing, snapshot=snapshot_of(briefing, verdicts))


def _check(content: Content, briefing: Briefing, problems: Problems) -> None:
    """Report what is wrong with a briefing as a whole, once all of it is printed."""
    check_stated(content, lexicon_of(content.meta.language), problems)
    check_years_of_rows(content, content.meta.language, problems)
    check_pictures(briefing, problems)
    for name in BLOCKS:
        block_kind(name).check(briefing.sections, problems)
    if content.whole:
        texts = (*briefing.sections, *briefing.charts.values(), *briefing.tables.values())
        labels = tuple(forms["label"] for forms in briefing.printed.values())
        said = (briefing.meta.statements, *texts, *labels)
        check_used(content.meta.abbreviations, said, problems)


def _cited(content: Content, problems: Problems) -> tuple[Content, tuple[ListedWork, ...]]:
    """Return the content with its citations in words, and the list of references; see `cited`."""
    if content.library is None:
        return content, ()
    from builder.resolve.citations import cited

    return cited(content, content.library, problems)


def _printed(section: Section, printer: Printer) -> Section:
    """Return a section whose texts are printed, as it was where nothing that it prints changed."""
    made = partial(_lined, section)
    return printed_again(printer, (section,), "section", made, _BYTES)


def _lined(section: Section, printer: Printer) -> Section:
    return mapped(section, printer.line_again)


def _drawn(spec: ChartSpec, context: ChartContext) -> ResolvedChart | None:
    """Return a resolved chart, as it was where nothing that it could show or say has changed.

    Data are told apart by being others: of two that are equal, one may print more decimals.
    """

    def made(printer: Printer) -> ResolvedChart | None:
        return resolved_chart(spec, replace(context, printer=printer))

    around = (
        same("sources", context.sources),
        same("heads", context.heads),
        same("years", context.years),
    )
    things = spec, *around, *context.data.values()
    return printed_again(context.printer, things, ("chart", *context.data), made, _BYTES)


def _is_spoken(meta: Meta, problems: Problems) -> bool:
    """Say whether there are words in the briefing's language; report where there are none."""
    try:
        locale_of(meta.language)
        language_of(meta.language)
    except LookupError:
        problems.error(
            meta.places.get("language", meta.place),
            f'no words for the language "{meta.language}"',
            f"known: {', '.join(sorted(LANGUAGES))}, each also with a region, such as en-GB",
        )
        return False
    return True


def _used_tables(sections: tuple[Section, ...]) -> tuple[TableUse, ...]:
    return tuple(
        block for section in sections for block in all_of(section) if isinstance(block, TableUse)
    )


def _briefing(
    content: Content,
    printer: Printer,
    sections: tuple[Section, ...],
    charts: Mapping[str, ResolvedChart | None],
    tables: Mapping[str, ResolvedTable | None],
) -> Briefing:
    meta = content.meta
    figures, printed = forms_again(printer)
    date = printed_date(meta.date, "full", printer.tag)
    return Briefing(
        meta=replace(
            meta,
            exempt=mapped(meta.exempt, printer.line),
            about=mapped(meta.about, printer.line),
            message=mapped(meta.message, printer.line),
            findings=mapped(meta.findings, printer.line),
        ),
        title=_meta_line(meta, "title", meta.title, printer),
        short_title=_meta_line(meta, "short_title", "", printer),
        subtitle=_meta_line(meta, "subtitle", meta.subtitle, printer),
        date=(Run(date, owner=Owner("date", date), place=meta.places.get("date", meta.place)),),
        figures=figures,
        printed=printed,
        sources=content.sources,
        claims={name: _claim(claim, printer) for name, claim in content.claims.items()},
        charts={name: chart for name, chart in charts.items() if chart is not None},
        tables={name: table for name, table in tables.items() if table is not None},
        sections=sections,
        notes=numbered_notes(content.sections, printer.notes, printer),
        fingerprint=content.fingerprint,
        slide_notes={
            key.removeprefix("notes."): printer.line(text)
            for key, text in meta.texts.items()
            if key.startswith("notes.")
        },
        pictures=content.pictures,
    )


def _meta_line(meta: Meta, key: str, words: str, printer: Printer) -> Line:
    text = meta.texts.get(key) or ((Run(words),) if words else ())
    return printer.line(text)


def _source(source: Source, tag: str) -> Source:
    """Return a source in the marks of the language that its words are printed in."""

    def marked(words: str) -> str:
        return plain(punctuated((Run(words),), tag))

    if source.cite:
        return source
    return replace(
        source,
        title=marked(source.title),
        publisher=marked(source.publisher),
        note=marked(source.note),
        short=marked(source.short),
    )


def _claim(claim: Claim, printer: Printer) -> Claim:
    return replace(claim, text=printer.line(claim.text))


def valued(content: Content, tag: str, problems: Problems) -> ResolvedFigures:
    """Return the figures of a content with their values, years marked; see `resolved_figures`."""
    figures = content.figures
    # A content that was made, not read, knows the figures that it has.
    known = replace(content.known_figures, names={*content.known_figures.names, *figures})
    found = resolved_figures(figures, content.data, tag, problems, known)
    return replace(found, figures=marked(found.figures, content, tag))
