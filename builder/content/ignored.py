"""Keys of charts.yaml that do nothing: takes the document, warns of what a chart's kind ignores.

What an author writes is shown, or told to be of no use; nothing is taken in silence.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, Final, TypeAlias

from builder.charts.registry import KINDS, kind_of
from builder.content.documents import Document
from builder.problems import Problems

_FEW: Final = 6
_OF_TABLE: Final = ("x", "y", "series", "label", "without")
_Path: TypeAlias = tuple[str, ...]


def warn_of_ignored(document: Document, problems: Problems) -> None:
    """Warn of every key of a chart that its kind, or what it is drawn from, does nothing with."""
    for id, chart in document.plain.items():
        if not isinstance(chart, dict) or chart.get("kind") not in KINDS:
            continue
        for path, why, hint in (*_of_kind(chart), *_of_way(chart)):
            found = f'the chart "{id}" {why}, in which `{".".join(path)}` does nothing'
            problems.warning(document.key_place((id, *path)), found, hint)


def _of_kind(chart: dict[str, Any]) -> Iterator[tuple[_Path, str, str]]:
    name = chart["kind"]
    for key in kind_of(name).ignores:
        for path in filter(lambda path: _has(chart, path), _paths(key, chart)):
            others = [other for other in KINDS if not {key, path[0]} & {*kind_of(other).ignores}]
            few = f"; it is for {', '.join(others)}" if len(others) <= _FEW else ""
            yield path, f"is a {name}", f"remove it{few}"


def _paths(key: str, chart: dict[str, Any]) -> list[_Path]:
    """Return where a key stands that may be within another; `labels.y` are those of its columns."""
    if key != "labels.y":
        return [tuple(key.split("."))]
    stated = chart.get("y", ())
    columns: list[Any] = stated if isinstance(stated, list) else [stated]
    return [("labels", column) for column in columns]


def _of_way(chart: dict[str, Any]) -> Iterator[tuple[_Path, str, str]]:
    way = next((way for way in ("table", "figures", "groups") if way in chart), "")
    for key in _OF_TABLE if way in ("figures", "groups") else ():
        if key in chart:
            yield (
                (key,),
                f"is drawn from `{way}`",
                "remove it: rows and columns are those of a `table`",
            )
    if "categories" in chart and way and "groups" not in chart:
        hint = "remove it: they are the categories of `groups`"
        yield ("categories",), f"is drawn from `{way}`", hint


def _has(chart: Any, path: _Path) -> bool:
    for step in path:
        if not isinstance(chart, dict) or step not in chart:
            return False
        chart = chart[step]
    return True
