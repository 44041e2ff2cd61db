"""`paperdeck trace`: a figure in; every place where the finished files print it, out."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import asdict, replace
from pathlib import Path
from typing import TYPE_CHECKING, Final

import click

from builder.cli.options import on_content, print_json, progressing, say
from builder.problems import Place, Problems, known_names

if TYPE_CHECKING:
    from builder.model.snapshot import FigureState
    from builder.outputs import Medium
    from builder.verify import Reading
    from builder.verify.report import Excerpt

_CHANNELS = {"notes": "notes", "alt": "alt text", "chart": "chart", "workbook": "workbook"}
_ABOUT = {"label", "as_of"}
_ALIKE: Final = 0.8


@click.command()
@click.argument("figure", required=False)
@click.option("--all", "every", is_flag=True, help="List every figure with its pages and slides.")
@click.option("--unused", is_flag=True, help="List what the content defines and nothing uses.")
@on_content
def trace(
    figure: str | None, every: bool, unused: bool, content: Path, out: Path, form: str, quiet: bool
) -> None:
    """List every place where FIGURE is printed, by page and by slide.

    The figure's own words stand in square brackets. --all lists all figures, as the register of
    the paper does; --unused lists figures, sources, charts, tables and claims that nothing
    uses. Both take no FIGURE.
    """
    from builder import inspection

    if every or unused:
        content = _only_content(figure, content)
    elif figure is None:
        raise click.UsageError("name a figure, or say --all or --unused")
    with progressing(quiet) as progress:
        if unused:
            _unused(inspection.unused(content, progress), form)
            return
        readings = inspection.readings(content, out, progress)
    if every:
        _register(readings, form)
    elif figure is not None:
        _figure(figure, readings, content, form)


def _only_content(figure: str | None, content: Path) -> Path:
    """Return the content folder where no figure is asked for: the first word then names it."""
    context = click.get_current_context()
    given = context.get_parameter_source("content")
    if figure is None:
        return content
    if given is not click.core.ParameterSource.DEFAULT or not os.path.isdir(figure):
        raise click.UsageError("--all and --unused take no figure, only a content folder")
    return Path(figure)


def _figure(figure: str, readings: Mapping[Medium, Reading], content: Path, form: str) -> None:
    from builder.verify.report import excerpts

    states = {state.id: state for state in _states(readings)}
    if figure not in states:
        problems = Problems()
        hint = known_names(figure, states)
        near = () if hint.startswith("did you mean") else _near(figure, states)
        hint = f"near it: {', '.join(near)}; {hint}" if near else hint
        problems.error(Place(str(content)), f'no figure is called "{figure}"', hint)
        problems.stop_on_errors()
    found = {medium: excerpts(reading, figure) for medium, reading in readings.items()}
    if form == "json":
        places = {medium: [asdict(place) for place in held] for medium, held in found.items()}
        print_json({"figure": asdict(states[figure]), "places": places})
        return
    say("\n".join(_described(states[figure])))
    for medium, places_of in found.items():
        say(f"\n{medium}" + ("" if places_of else ": printed nowhere"))
        for line in _lines(medium, places_of):
            say(f"  {line}")


def _near(figure: str, states: Iterable[str]) -> list[str]:
    """Return the figures called almost so: another number at its end is another figure."""
    from difflib import get_close_matches

    return get_close_matches(figure, list(states), 3, _ALIKE)


def _described(state: FigureState) -> Iterator[str]:
    yield f"{state.id}: {state.label}"
    about = [state.printed]
    about += [f"as of {state.as_of}"] if state.as_of else []
    about += [f"source: {', '.join(state.sources)}"] if state.sources else []
    about += [state.confidence] if state.confidence else []
    about += [f"from {state.basis}"] if state.basis else []
    yield f"  {'; '.join(about)}"


def _lines(medium: Medium, found: Iterable[Excerpt]) -> Iterator[str]:
    from builder.verify.reading import UNITS

    rows = []
    for excerpt in found:
        where = f"{UNITS[medium]} {excerpt.page}"
        channel = _CHANNELS.get(excerpt.channel)
        rows.append((f"{where}, {channel}" if channel else where, excerpt.words))
    wide = max((len(where) for where, _ in rows), default=0)
    yield from (f"{where:{wide}}  {words}" for where, words in rows)


def _register(readings: Mapping[Medium, Reading], form: str) -> None:
    paper, deck = readings["paper"], readings["deck"]
    rows = [
        (state.id, state.printed, _pages(paper, state.id), _pages(deck, state.id))
        for state in _states(readings)
    ]
    if form == "json":
        keys = ("figure", "printed", "pages", "slides")
        print_json([dict(zip(keys, row, strict=True)) for row in rows])
        return
    header = ("Figure", "Printed", "Pages", "Slides")
    listed = ((id, text, _listed(pages), _listed(slides)) for id, text, pages, slides in rows)
    table = [header, *listed]
    widths = [max(len(row[column]) for row in table) for column in range(len(header))]
    for row in table:
        cells = (f"{cell:{width}}" for cell, width in zip(row, widths, strict=True))
        say("  ".join(cells).rstrip())


def _pages(reading: Reading, figure: str) -> tuple[int, ...]:
    """Return where a file prints a figure itself, not only what it is called or its period."""
    return tuple(
        sorted(
            {
                entry.page
                for entry in reading.entries or ()
                if entry.kind == "figure"
                and entry.owner == figure
                and not _ABOUT & set(entry.form.split("|"))
            }
        )
    )


def _unused(found: Mapping[str, tuple[str, ...]], form: str) -> None:
    if form == "json":
        print_json(found)
        return
    for kind, names in found.items():
        if names:
            say(f"{kind}s: {', '.join(names)}")
    if not any(found.values()):
        say("everything that the content defines is used")


def _states(readings: Mapping[Medium, Reading]) -> tuple[FigureState, ...]:
    """Return the figures of the edition, no-break spaces made plain for terminals."""
    from builder.verify.reading import legible

    snapshot = readings["paper"].snapshot
    return tuple(
        replace(state, printed=legible(state.printed), as_of=legible(state.as_of))
        for state in (snapshot.figures if snapshot else ())
    )


def _listed(numbers: Iterable[int]) -> str:
    return ", ".join(map(str, numbers)) or "-"
