"""JSON Schemas of the YAML files, for editors: made from the shapes and shipped beside this module.

`schemas()` makes them anew. After a shape has changed, write them:
`python -m builder.content.schemas`.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Final

from builder.content.briefing import BRIEFING
from builder.content.charts import CHARTS
from builder.content.figures import CLAIMS, FIGURES, SOURCES
from builder.content.scalars import TABLES
from builder.content.shape import Entries, Keys, Schema
from builder.content.theme_keys import THEME

FILES: Final[dict[str, Keys | Entries]] = {
    "briefing": BRIEFING,
    "figures": FIGURES,
    "sources": SOURCES,
    "claims": CLAIMS,
    "charts": CHARTS,
    "workbooks": TABLES,
    "theme": THEME,
}
"""The shape of each file."""

_DIALECT = "https://json-schema.org/draft/2020-12/schema"


def schemas() -> dict[str, Schema]:
    """Return the JSON Schema (draft 2020-12) of each YAML file, by the file's stem."""
    return {name: {"$schema": _DIALECT, **_whole(name)} for name in FILES}


def _whole(name: str) -> Schema:
    shape, parts = FILES[name], dict[str, Schema]()
    if isinstance(shape, Keys):
        shape.schema(parts)
        return {**parts.pop(shape.name), "$defs": parts}
    made: Schema = {
        "description": f"{name}.yaml: {shape.entry.description}",
        "type": "object",
        "propertyNames": {"pattern": shape.ids.pattern},
        "additionalProperties": shape.entry.schema(parts),
    }
    if shape.reserved:
        made["properties"] = {
            key: {
                "description": purpose,
                "type": "object",
                "additionalProperties": inner.schema(parts),
            }
            for key, (inner, purpose) in shape.reserved.items()
        }
    return {**made, "$defs": parts}


def shipped(name: str) -> Schema:
    """Return the shipped schema of a YAML file."""
    schema: Schema = json.loads(_path(name).read_text("utf-8"))
    return schema


def write() -> None:
    """Write every schema to its file."""
    for name, schema in schemas().items():
        _path(name).write_text(json.dumps(schema, indent=2, ensure_ascii=False) + "\n", "utf-8")


def _path(name: str) -> Path:
    return Path(__file__).with_name(f"{name}.schema.json")
