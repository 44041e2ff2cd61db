"""Claims: takes their inequalities and what they guard, and reports those that do not hold."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby

from builder.model.blocks import Section
from builder.model.chart import ChartSpec, ResolvedChart
from builder.model.figure import Claim
from builder.model.table import ResolvedTable, TableSpec
from builder.model.text import FigureUse, Run, Text, plain
from builder.problems import Place, Problems, known_names
from builder.resolve.arithmetic import FormulaError
from builder.resolve.columns import Columns, aggregates, described
from builder.resolve.counted import one_noun_hint
from builder.resolve.expression import Expression, parse_claim
from builder.resolve.figures import ResolvedFigures
from builder.resolve.form import Form
from builder.resolve.inequality import Verdict, verdict
from builder.resolve.passages import sentence_around
from builder.resolve.printing import printed_figure
from builder.resolve.walk import texts_of


@dataclass(frozen=True)
class Guarded:
    """Words that a claim guards, the sentence that they stand in, and their place."""

    claim: str
    words: str
    sentence: str
    place: Place


def check_claims(
    claims: Mapping[str, Claim],
    guarded: Sequence[Guarded],
    columns: Columns,
    tag: str,
    problems: Problems,
) -> dict[str, Verdict]:
    """Report every guarded text whose claim fails or cannot be known, and claims without any.

    A claim that guards nothing is an error: it looks like a safeguard and is none.

    Returns:
        The verdict on each claim that has one: an inequality that cannot be read has none.
    """
    verdicts: dict[str, Verdict] = {}
    by_claim: dict[str, list[Guarded]] = {}
    for use in guarded:
        by_claim.setdefault(use.claim, []).append(use)
    for claim in claims.values():
        uses = by_claim.get(claim.id, [])
        if not uses and columns.whole:
            problems.error(
                claim.place,
                f'claim "{claim.id}" guards nothing',
                f"tie the words to it, [like these]{{claim={claim.id}}}, or remove it",
            )
        expression = parse_claim(claim.holds, claim.holds_place, problems)
        if expression is not None and _names_known(expression, columns.figures, problems):
            found = _check(claim, expression, uses, columns, tag, problems)
            verdicts |= {claim.id: found} if found is not None else {}
    return verdicts


def _check(
    claim: Claim,
    expression: Expression,
    uses: Sequence[Guarded],
    columns: Columns,
    tag: str,
    problems: Problems,
) -> Verdict | None:
    figures = columns.figures
    names = dict.fromkeys(node.id for node in expression.names())
    if any(name not in figures.figures for name in names):
        return None
    cells = columns.named_in(expression, problems)
    taken = None if cells is None else aggregates(expression, cells, problems)
    if cells is None or taken is None:
        return None
    try:
        found = verdict(expression, {**figures.quantities, **taken}, cells)
    except FormulaError as error:
        problems.error(expression.place_of(error.node), error.found, one_noun_hint(error, tag))
        return None
    if found is Verdict.HOLDS:
        return found
    values = "; ".join(
        [
            *(f"{name}: {printed_figure(figures.figures[name], Form(), tag)}" for name in names),
            *(described(name, series) for name, series in cells.items()),
        ]
    )
    says = [
        f'claim "{claim.id}" says: {claim.says}',
        f"it needs: {expression.text}",
        f"now {values}",
    ]
    for use in uses or [Guarded(claim.id, claim.says, "", claim.place)]:
        if found is Verdict.FAILS:
            message = f'"{use.words}" no longer holds'
            step = "rewrite what it guards, or mend the figures or the claim"
        else:
            message = f'"{use.words}" cannot be known from the figures'
            step = (
                "a hedged figure proves only what all values it allows agree on: weaken what is "
                "said, or the inequality"
            )
        sentence = [f"in: {use.sentence}"] if use.sentence not in ("", use.words) else []
        problems.error(use.place, message, "\n".join([*sentence, *says, step]))
    return found


def _names_known(expression: Expression, figures: ResolvedFigures, problems: Problems) -> bool:
    unknown = [node for node in expression.names() if figures.known.lacks(node.id)]
    for node in unknown:
        problems.error(
            expression.place_of(node),
            f'unknown figure "{node.id}" in claim "{expression.text}"',
            known_names(node.id, figures.known.names),
        )
    return not unknown


def guarded_texts(
    sections: Iterable[Section],
    charts: Iterable[tuple[ChartSpec, ResolvedChart | None]],
    tables: Iterable[tuple[TableSpec, ResolvedTable | None]],
    others: Iterable[Text] = (),
) -> Iterator[Guarded]:
    """Yield the guarded spans of texts, and the slides, charts and tables that name a claim.

    The texts are resolved, those of `others` and the names in charts apart; a chart or table
    that could not be resolved still uses its claim.
    """
    yield from _spans(tuple(others))
    for section in sections:
        yield from _spans(section)
        for slide in section.slides:
            yield from _whole(slide.claim, slide.title, slide.place)
    for chart_spec, chart in charts:
        yield from _whole(chart_spec.claim, chart.title if chart else (), chart_spec.place)
        if chart:
            yield from _spans((chart.title, chart.subtitle, chart.flows, chart.note, chart.alt))
        yield from _spans(tuple(text for _, text in chart_spec.labels))
        yield from _spans((chart_spec.categories, chart_spec.axis, chart_spec.x_axis))
    for table_spec, table in tables:
        yield from _whole(table_spec.claim, table.caption if table else (), table_spec.place)
        heads = tuple(column.header for column in table.columns) if table else ()
        yield from _spans((table.caption, heads, table.rows, table.note) if table else ())


def _whole(claim: str, text: Text, place: Place) -> Iterator[Guarded]:
    if claim:
        yield Guarded(claim, plain(text), "", place)


def _spans(value: object) -> Iterator[Guarded]:
    """Yield each stretch of runs that one claim guards, with the sentence around it."""
    for text in texts_of(value):
        runs = [item for item in text if isinstance(item, Run | FigureUse)]
        if not any(run.claim for run in runs):
            continue
        at = 0
        for claim, stretch in groupby(runs, key=lambda run: run.claim):
            guarded = list(stretch)
            words = plain(guarded)
            if claim:
                sentence = sentence_around(plain(runs), at, at + len(words))
                yield Guarded(claim, words, sentence, guarded[0].place)
            at += len(words)
