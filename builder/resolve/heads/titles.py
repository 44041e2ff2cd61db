"""Titles, subtitles and takeaways over charts and tables: held to what is drawn under them. Takes
content with its charts resolved, warns of what is not so, returns what needs no claim.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from typing import TypeAlias

from builder.frozen import dataclass
from builder.model.blocks import ChartUse, TableUse
from builder.model.briefing import Content
from builder.model.chart import ResolvedChart
from builder.model.table import TableSpec
from builder.model.text import Text
from builder.problems import Place
from builder.resolve.exemptions import Exemptions
from builder.resolve.heads.courses import Courses, courses_in
from builder.resolve.heads.drawn import Drawn, Verdict, drawn_by, shown_by
from builder.resolve.heads.laws import lawful
from builder.resolve.heads.leaders import ranked
from builder.resolve.heads.undrawn import Undrawn, undrawn_by
from builder.resolve.heads.wholes import parted
from builder.resolve.passages import Passage, in_digits, plainly
from builder.resolve.tables.grids import TableContext

Settled: TypeAlias = Mapping[Text, tuple[slice, ...]]
"""Texts, and the words of each that need no other proof, or were told of."""


@dataclass(frozen=True)
class _Under:
    """What stands under a line: what it shows, which way it went, and what it does not draw, as far
    as these are known.
    """

    what: str
    drawn: Drawn | None
    courses: Courses | None
    undrawn: Undrawn | None = None

    def said(self, words: str, written: str, tag: str) -> Sequence[Verdict]:
        """Return what words say of it; in those as `written` a year is one."""
        courses = self.courses.said(words) if self.courses is not None else None
        if courses is not None:
            return (courses,)
        if self.drawn is None:
            return ()
        one = lawful(written, self.drawn, tag) or parted(written, self.drawn, tag)
        said = (one,) if one is not None else ranked(written, self.drawn, tag)
        other = self.undrawn.denied(written) if self.undrawn is not None and not said else None
        return said if other is None else (other,)


def check_titles(
    content: Content,
    charts: Mapping[str, ResolvedChart | None],
    tables: Collection[TableSpec],
    context: TableContext,
) -> tuple[Settled, set[str]]:
    """Warn of what is over a chart or a table and is not what that shows; return what words of
    which texts it settles, and the exemptions that were used.
    """
    printer, tag = context.printer, context.printer.tag
    exemptions = Exemptions(content.meta.exempt)
    settled: dict[Text, tuple[slice, ...]] = {}
    for text, place, under in _lines(content, charts, tables, context):
        if not text or text in settled:
            continue
        plain = plainly(Passage(text))
        words, spans = plain.words, list[slice]()
        for verdict in under.said(words, in_digits(plain), tag):
            span, phrase = verdict.span, in_digits(plain)[verdict.span].strip()
            if not verdict.holds:
                if exemptions.cover(words, span, whole=False):
                    continue
                printer.problems.warning(
                    place,
                    f'"{phrase}" is not what {under.what} shows',
                    f"{verdict.really}: mend the words, or the data; "
                    f'what means another thing, exempt: {{words: "{phrase}", because: ...}} '
                    "in briefing.yaml",
                )
            spans.append(span)
        if spans:
            settled[text] = tuple(spans)
    return settled, exemptions.used


def _lines(
    content: Content,
    charts: Mapping[str, ResolvedChart | None],
    tables: Collection[TableSpec],
    context: TableContext,
) -> Iterator[tuple[Text, Place, _Under]]:
    """Yield the lines that stand over one chart or table, each with that."""
    tag = context.printer.tag
    charted, tabled = dict[str, _Under](), dict[str, _Under]()
    for name, spec in content.charts.items():
        chart = charts.get(name)
        drawn = drawn_by(spec, chart, context.printer.figures, tag) if chart is not None else None
        data = content.data.get(spec.table)
        courses, undrawn = courses_in(spec, data, tag), undrawn_by(spec, data, drawn, tag)
        under = charted[name] = _Under(f'the chart "{name}"', drawn, courses, undrawn)
        for text in (spec.title, spec.subtitle, spec.takeaway.says, spec.alt):
            yield text, _place(text, spec.place), under
    for table in {each.name: each for each in tables}.values():
        under = _Under(f'the table "{table.name}"', shown_by(table, context), None)
        tabled[table.name] = under
        for text in (table.caption, table.takeaway):
            yield text, _place(text, table.place), under
    for slide in (slide for section in content.sections for slide in section.slides):
        shown = [each for each in slide.blocks if isinstance(each, ChartUse | TableUse)]
        if len(shown) == 1 and not slide.figures:
            known = charted if isinstance(shown[0], ChartUse) else tabled
            found = known.get(shown[0].name)
            if found is not None:
                yield slide.title, _place(slide.title, slide.place), found


def _place(text: Text, otherwise: Place) -> Place:
    return next((item.place for item in text), otherwise)
