"""What the page tells of figures, claims and problems: a briefing in, plain data out; and the runs
that print statements which a claim guards as a whole.

Words that an author ties to a claim carry it. A finding, a takeaway, or the title of a slide, chart
or table names its claim beside its words; these are found by what they say.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from typing import TYPE_CHECKING, Any, Final, TypeAlias

from builder.alike import told
from builder.facts.cells import row_of
from builder.facts.expression import parse_claim
from builder.model.briefing import Briefing, Content
from builder.model.figure import Claim, Moment, ResolvedFigure, Source
from builder.model.text import Line, Run, plain
from builder.preview.locating import OUTWARDS
from builder.problems import Place, Problem, Problems
from builder.pulling.changes import written
from builder.resolve.guarded import guarded_texts

if TYPE_CHECKING:
    from builder.preview.paper import PageMarks

Data: TypeAlias = dict[str, Any]
Guards: TypeAlias = Mapping[str, str]
"""Claims by the words of the statements that they guard, without what ends these."""
_ENDS: Final = " .\N{NO-BREAK SPACE}\N{NARROW NO-BREAK SPACE}"


def place_data(place: Place, folder: str) -> Data | None:
    """Return a place in the content, its file as seen from the content folder."""
    if not place.file:
        return None
    file = place.file.removeprefix(f"{folder}/") if folder else place.file
    return {"file": file, "line": place.line, "column": place.column, "shown": str(place)}


def words_data(line: Line) -> list[Data]:
    """Return the runs of a line, each with its owner."""
    return [_run(run) for run in line]


def _run(run: Run) -> Data:
    data: Data = {"text": str(run.note) if run.note is not None else run.text}
    if run.owner is not None and run.owner.kind == "figure":
        data["figure"] = run.owner.id
    if run.claim is not None:
        data["claim"] = run.claim
    if run.link and run.link.startswith(OUTWARDS):
        data["link"] = run.link
    return data


def figures_data(content: Content, briefing: Briefing, folder: str) -> dict[str, Data]:
    """Return every figure with all that is known of it, but where it is printed."""
    dependants: defaultdict[str, list[str]] = defaultdict(list)
    for figure in briefing.figures.values():
        for name in figure.inputs:
            dependants[name].append(figure.id)
    rests: defaultdict[str, list[str]] = defaultdict(list)
    for claim in briefing.claims.values():
        for name in claim_figures(claim):
            rests[name].append(claim.id)
    return {
        figure.id: {
            **_figure(figure, briefing, folder),
            "dependants": dependants[figure.id],
            "claims": rests[figure.id],
            "editable": content.figures[figure.id].formula is None,
            "row": _row(figure, content, folder),
        }
        for figure in briefing.figures.values()
    }


def _figure(figure: ResolvedFigure, briefing: Briefing, folder: str) -> Data:
    printed = briefing.printed[figure.id]
    return {
        "id": figure.id,
        "label": plain(printed["label"]),
        "printed": plain(printed["full"]),
        "value": written(figure.value),
        "kind": "date" if isinstance(figure.value, Moment) else "number",
        "unit": figure.unit,
        "hedge": figure.hedge.value if figure.hedge else "",
        "period": plain(printed["as_of"]) if "as_of" in printed else "",
        "sources": [source_data(briefing.sources[name]) for name in figure.sources],
        "confidence": figure.confidence.value if figure.confidence else "",
        "note": figure.note,
        "formula": figure.formula or "",
        "inputs": list(figure.inputs),
        "cell": _cell(figure),
        "place": place_data(figure.place, folder),
    }


def _cell(figure: ResolvedFigure) -> str:
    cell = figure.cell
    if cell is None:
        return ""
    if cell.where:
        return cell.where
    row = ", ".join(f"{column}: {value}" for column, value in cell.row)
    return f"data/{cell.table}.csv, {row}, {cell.column}"


def _row(figure: ResolvedFigure, content: Content, folder: str) -> Data | None:
    """Return where the number of a figure stands in a data file that an editor opens."""
    cell = figure.cell
    table = content.data[cell.table] if cell is not None else None
    if cell is None or table is None or table.area is not None:
        return None
    return place_data(table.place_of(row_of(cell, table), cell.column), folder)


def source_data(source: Source) -> Data:
    """Return a source as the page tells of it."""
    return {
        "id": source.id,
        "title": plain(source.full) if source.cite else source.title,
        "publisher": source.publisher,
        "date": source.date.iso() if source.date else "",
        "url": source.address or "",
    }


def claim_figures(claim: Claim) -> tuple[str, ...]:
    """Return the figures that a claim's inequality names."""
    expression = parse_claim(claim.holds, claim.holds_place, Problems())
    if expression is None:
        return ()
    return tuple(dict.fromkeys(node.id for node in expression.names()))


def claims_data(briefing: Briefing, folder: str) -> dict[str, Data]:
    """Return every claim with its verdict, but where its words stand."""
    states = {claim.id: claim.verdict for claim in briefing.snapshot.claims}
    return {
        claim.id: {
            "id": claim.id,
            "says": plain(claim.text) or claim.says,
            "holds": claim.holds,
            "state": states.get(claim.id, "unknown"),
            "figures": [name for name in claim_figures(claim) if name in briefing.figures],
            "place": place_data(claim.place, folder),
        }
        for claim in briefing.claims.values()
    }


def problems_data(problems: Iterable[Problem], folder: str) -> list[Data]:
    """Return problems as the commands print them, each with its place."""
    return [
        {
            "severity": each.problem.severity,
            "place": place_data(each.problem.place, folder),
            "where": str(each.problem.place),
            "found": each.problem.found,
            "hint": each.problem.hint,
            "text": str(each),
        }
        for each in told(tuple(dict.fromkeys(problems)))
    ]


def is_cell(run: Run) -> bool:
    """Say whether a run prints a number of a data file that is no figure's, or shows it."""
    owner = run.owner
    counted = not run.text or any(character.isdigit() for character in run.text)
    return owner is not None and owner.kind == "cell" and counted


def marked(marks: PageMarks, goal: Callable[[str], Data | None]) -> Data:
    """Return the figures, cells, claims and links of a sheet, with their words and boxes.

    `goal` returns where a link leads, None where nowhere. A figure leads to its own account.
    """
    made: Data = {"figures": [], "claims": [], "links": []}
    for link in marks.links:
        if (leads := goal(link.target)) is not None:
            made["links"].append({**leads, "text": link.text, "boxes": list(link.boxes)})
    for run, boxes, outline in (*marks.shown, *marks.found):  # what is printed lies over marks
        at: Data = {"text": run.text, "boxes": list(boxes)}
        if outline:
            at["outline"] = list(outline)
        if run.owner is not None and (run.owner.kind == "figure" or is_cell(run)):
            made["figures"].append({"id": run.owner.id, "form": run.owner.form, **at})
        if run.claim is not None:
            made["claims"].append({"id": run.claim, **at})
    return made


def sections_data(briefing: Briefing, folder: str) -> list[Data]:
    """Return the sections in the paper's order, each with its file."""
    return [
        {
            "id": each.id,
            "title": plain(each.title),
            "file": (place_data(each.place, folder) or {"file": ""})["file"],
        }
        for each in briefing.sections
    ]


def briefing_data(briefing: Briefing, content: str) -> Mapping[str, str]:
    """Return what the briefing is."""
    meta = briefing.meta
    return {
        "title": plain(briefing.title),
        "subtitle": plain(briefing.subtitle),
        "language": meta.language,
        "date": plain(briefing.date),
        "edition": meta.edition,
        "slug": meta.slug,
        "fingerprint": briefing.short_fingerprint,
        "content": content,
    }


def guards_of(content: Content, briefing: Briefing) -> Guards:
    """Return the claims of those statements that are guarded as a whole."""
    found = guarded_texts(
        briefing.sections,
        [(content.charts[name], chart) for name, chart in briefing.charts.items()],
        [(content.tables[table.name], table) for table in briefing.tables.values()],
        statements=briefing.meta.statements,
    )
    whole = ((each.words.strip(_ENDS), each.claim) for each in found if not each.sentence)
    return {words: claim for words, claim in whole if words}


def guarded(line: Line, guards: Guards) -> Line:
    """Return a line whose runs name the claim of the statement that they say, if it has one."""
    text = plain(line)
    spans = [
        (at, at + len(words), claim)
        for words, claim in guards.items()
        if (at := text.find(words)) >= 0
    ]
    if not spans:
        return line
    made, start = [], 0
    for run in line:
        end = start + len(plain((run,)))
        first = end - len(text[start:end].lstrip(_ENDS))
        last = start + len(text[start:end].rstrip(_ENDS))
        claims = (claim for low, high, claim in spans if low <= first < last <= high)
        made.append(run if run.claim else replace(run, claim=next(claims, None)))
        start = end
    return tuple(made)
