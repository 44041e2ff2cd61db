"""References in CSL-JSON: takes an object of it, returns the `Work`."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any, Final

from builder.content.people import when_of
from builder.model.work import Person, When, Work
from builder.problems import Place, Problems, shortened

_NUMBER: Final = re.compile(r"-?[0-9]{1,6}")
"""A year, month, day or season; what has more digits is none."""


def work_of_json(item: Mapping[str, Any], place: Place, problems: Problems) -> Work | None:
    """Return the work of an object of CSL-JSON, None where it has no id or type."""
    key = item.get("id")
    if not isinstance(key, str | int) or not str(key):
        problems.error(place, "this reference has no id", 'give it one: "id": "miller2020"')
        return None
    fields: dict[str, str] = {}
    names: dict[str, tuple[Person, ...]] = {}
    dates: dict[str, When] = {}
    for name, value in item.items():
        if isinstance(value, list) and value and isinstance(value[0], dict):
            names[name] = tuple(_json_person(each) for each in value if isinstance(each, dict))
        elif isinstance(value, dict):
            dates[name] = _json_date(value)
        elif isinstance(value, str | int | float) and name not in ("id", "type"):
            fields[{"shortTitle": "title-short"}.get(name, name)] = str(value)
        elif not isinstance(value, str | int | float | list) or value is None:
            found = f'"{name}" of "{shortened(str(key))}" is {shortened(str(value))}'
            problems.error(place, found, "a text, a number, a list of names or a date was expected")
    kind = str(item.get("type", "document"))
    return Work(str(key), kind, fields, names, dates, place)


def _json_person(name: Mapping[str, Any]) -> Person:
    literal = str(name.get("literal", ""))
    if literal:
        return Person(literal, literal=True)
    return Person(
        str(name.get("family", "") or name.get("given", "")),
        str(name.get("given", "") if name.get("family") else ""),
        str(name.get("dropping-particle", "")),
        str(name.get("non-dropping-particle", "")),
        str(name.get("suffix", "")),
    )


def _json_date(value: Mapping[str, Any]) -> When:
    parts = value.get("date-parts")
    if isinstance(parts, list):
        found = []
        for part in parts[:2]:
            numbers = part if isinstance(part, list) else [part]
            found.append(tuple(int(n) for n in numbers if _NUMBER.fullmatch(str(n))))
        season = value.get("season", 0)
        circa = bool(value.get("circa"))
        if found and found[0]:
            return When(tuple(found), circa, int(season) if _NUMBER.fullmatch(str(season)) else 0)
    said = value.get("raw") or value.get("literal") or ""
    return when_of(str(said))
