"""The order of works: takes their keys and an area of a style, returns them as it sorts them."""

from __future__ import annotations

from collections.abc import Mapping

from builder.citing.nodes import Style, StyleNode
from builder.citing.pieces import rich, text_of
from builder.citing.rendering import Rendering, sort_date
from builder.citing.roles import names as names_said
from builder.language.language import collated
from builder.model.work import Work


def in_order(
    keys: tuple[str, ...], area: StyleNode, style: Style, works: Mapping[str, Work]
) -> tuple[str, ...]:
    """Return works in the order that an area sorts them in, stable where it says nothing."""
    sort = area.first("sort")
    for key in reversed(sort.kids if sort else ()):
        values = {each: _sort_value(works[each], key, area, style) for each in keys}
        filled = [each for each in keys if values[each]]
        empty = tuple(each for each in keys if not values[each])
        filled.sort(key=values.__getitem__, reverse=key.get("sort") == "descending")
        keys = (*filled, *empty)
    return keys


def _sort_value(entry: Work, key: StyleNode, area: StyleNode, style: Style) -> str:
    variable, names = key.get("variable"), {"name-as-sort-order": "all"}
    if variable == "citation-number":
        return ""
    if variable in entry.dates:
        return sort_date(entry.dates[variable])
    names |= {name: value for name, value in key.attributes.items() if name.startswith("names-")}
    rendering = Rendering(style, entry, area, listed=area.tag == "bibliography", sorting=names)
    if key.get("macro"):
        said = text_of(rendering.all(style.macros[key.get("macro")]).pieces)
    elif variable in entry.names:
        said = text_of(names_said(rendering, StyleNode("names", {"variable": variable})).pieces)
    else:
        said = text_of(rich(entry.fields.get(variable, "")))
    return collated(said, style.locale.language)
