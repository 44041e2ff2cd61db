"""The chart cache: takes what a chart is made from, returns its display list, drawn or kept.

An entry's name is a hash over everything that the drawing depends on, so that entries never
go stale; an entry that cannot be read is drawn again. The chart's own id is not part of it: charts
that look alike are drawn once, and their printed words get their owners' ids when it is read. A hit
imports neither matplotlib nor numpy. Writing is atomic, so that two builds may share one folder.

Importing matplotlib and drawing with it is a third of a first build.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import ExitStack, contextmanager, suppress
from dataclasses import fields, is_dataclass
from functools import cache, lru_cache, partial
from pathlib import Path
from typing import Any, Final, TypeAlias

from builder import charts, language, model, text, workers
from builder import theme as themes
from builder.caches import keep, kept
from builder.charts import display_list
from builder.charts.style import Margin
from builder.frozen import replace
from builder.model import displaylist
from builder.model.chart import ResolvedChart
from builder.model.text import Owner
from builder.problems import Place
from builder.theme import assets
from builder.theme.theme import Theme
from builder.version import code_of, digest_of, installed

_CHARTS: Final = 512  # whose names are known: each is asked for twice a build
_OWN: Final = "\0"  # stands for the chart's own id, in which it cannot be
_OF_CHARTS: Final = ("tick", "cell")
_DRAWN_BY: Final = ("matplotlib", "uharfbuzz", "pyphen")

Wanted: TypeAlias = tuple[ResolvedChart, float, Margin]
"""A chart, its width in points, and the margin that its words will stand in."""

_Drawn: TypeAlias = tuple[Sequence[Wanted], Theme]


@lru_cache(maxsize=_CHARTS)
def key(chart: ResolvedChart, theme: Theme, width: float, margin: Margin | None = None) -> str:
    """Return the name of a chart's entry: 64 hexadecimal digits.

    It follows from the chart (but not from its id, what is said of it to who does not see it, nor
    the place where its author wrote it), the theme, the width and the margin in points, the fonts'
    bytes, the code that draws and words it, and the versions of the libraries that draw.
    """
    drawn = _essence(replace(chart, id="", alt=(), takeaway=()), chart.id)
    parts = (drawn, float(width), margin, _drawn_with(theme))
    return hashlib.sha256(repr(parts).encode()).hexdigest()


def drawn(
    folder: Path, name: str, chart: str, draw: Callable[[], displaylist.DisplayList]
) -> displaylist.DisplayList:
    """Return the entry `name` of `folder` for the chart of an id, drawing and keeping it where it
    is not to be had.

    A folder that cannot be written to costs the saving, never the build.
    """
    found = _read(folder / name)
    if found is None:
        made = draw()
        nameless = _owned_anew(made, lambda owner: _nameless(owner, chart))
        keep(folder / name, nameless.to_json().encode())
        return made
    return _owned_anew(found, lambda owner: _with_name(owner, chart))


def _owned_anew(
    found: displaylist.DisplayList, owner_of: Callable[[Owner], Owner]
) -> displaylist.DisplayList:
    """Return a display list whose printed words have other owners."""
    printed = tuple(
        replace(run, owner=owner_of(run.owner)) if run.owner is not None else run
        for run in found.printed
    )
    return replace(found, printed=printed)


def _nameless(owner: Owner, chart: str) -> Owner:
    """Return an owner without the id of the chart of which it is a tick or a cell."""
    if owner.kind == "tick" and owner.id == chart:
        return replace(owner, id=_OWN)
    if owner.kind == "cell" and owner.id.startswith(f"{chart}!"):
        return replace(owner, id=_OWN + owner.id.removeprefix(chart))
    return owner


def _with_name(owner: Owner, chart: str) -> Owner:
    """Return the owner that `_nameless` made nameless."""
    if owner.kind in _OF_CHARTS and owner.id.startswith(_OWN):
        return replace(owner, id=chart + owner.id.removeprefix(_OWN))
    return owner


def _read(entry: Path) -> displaylist.DisplayList | None:
    stored = kept(entry)
    try:
        return displaylist.DisplayList.from_json(stored.decode()) if stored else None
    except ValueError:
        return None


def _essence(value: Any, chart: str) -> Any:
    """Return nested tuples of all that a value says, but for where its author wrote it and the id
    of the chart that it is part of.
    """
    kind: Any = type(value)
    if kind is str or value is None:  # most are
        return value
    if kind is Owner:
        own = _nameless(value, chart)
        return own.kind, own.id, own.form
    if isinstance(value, Place):
        return None
    if isinstance(value, tuple):
        return tuple([_essence(each, chart) for each in value])
    names = _names_of(kind)
    return tuple([_essence(getattr(value, name), chart) for name in names]) if names else value


@cache
def _names_of(kind: type[Any]) -> tuple[str, ...]:
    """Return the names of a dataclass's fields; none of what is no dataclass."""
    return tuple(field.name for field in fields(kind)) if is_dataclass(kind) else ()


@cache
def _drawn_with(theme: Theme) -> str:
    """Return what tells a theme, and the code and the fonts that draw by it, from all others."""
    sans = theme.chart_face
    fonts = {sans.regular, sans.italic, sans.bold, sans.bold_italic, sans.semibold}
    files = [assets.font(name) for name in sorted(fonts)]
    code = code_of(charts, language, model, text, themes)
    versions = " ".join(f"{name} {installed(name)}" for name in _DRAWN_BY)
    return f"{theme!r} {digest_of(files)} {code} {versions}"


class Drawer:
    """Draws charts beside this process into the cache; without one nothing could be handed over."""

    def __init__(self, cache: Path | None, left: ExitStack) -> None:
        self._cache, self._left = cache, left
        self._worker: workers.Prepared[None, _Drawn, None] | None = None
        self._drawing = False

    def prepare(self) -> None:
        """Load what charts are drawn with, since some will have to be."""
        if self._cache is not None and workers.has_room():
            ready, work = partial(_load, self._cache), partial(_draw, self._cache)
            self._worker = self._left.enter_context(workers.prepared(work, ready))

    def draw(self, wanted: Iterable[Wanted], theme: Theme) -> bool:
        """Begin to draw those that the cache lacks; say whether that is any."""
        cache = self._cache
        if cache is None or not workers.has_room():
            return False
        named = {
            key(chart, theme, width, margin): (chart, width, margin)
            for chart, width, margin in wanted
        }
        lacking = [each for name, each in named.items() if not (cache / name).exists()]
        if lacking and self._worker is None:
            self.prepare()
        if not lacking:
            self._left.close()
        elif self._worker is not None:
            self._worker.begin((lacking, theme))
            self._drawing = True
        return self._drawing

    def wait(self) -> None:
        """Wait until what was begun is in the cache."""
        if self._worker is not None and self._drawing:
            self._worker.result()
            self._left.close()


@contextmanager
def drawing_beside(cache: Path | None) -> Iterator[Drawer]:
    """Give what draws charts beside this process while the block runs."""
    with ExitStack() as left:
        yield Drawer(cache, left)


def _load(cache: Path) -> None:
    from builder.charts.house import load

    load(cache)


def _draw(cache: Path, drawn: _Drawn) -> None:
    wanted, theme = drawn
    for chart, width, margin in wanted:
        # What the theme's font lacks is told, with its place, where the chart is set.
        with suppress(ValueError):
            display_list(chart, theme, width, cache, margin)
