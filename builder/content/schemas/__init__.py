"""JSON Schemas of the YAML files, made from the shapes and shipped beside this module.

`schemas()` makes them anew; `shipped(name)` reads one. After a shape has changed, write them:
`python -m builder.content.schemas`.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any, Final, TypeAlias

from builder.content import vocabulary as v

Schema: TypeAlias = Mapping[str, Any]

ENTRY_IDS: Final = {
    "figures": v.IDENTIFIER,
    "sources": v.NAME,
    "claims": v.NAME,
    "charts": v.NAME,
}
"""The files that map ids to entries, and what an id looks like."""

_DIALECT = "https://json-schema.org/draft/2020-12/schema"


def schemas() -> dict[str, dict[str, Any]]:
    """Return the JSON Schema (draft 2020-12) of each YAML file, by the file's stem."""
    from builder.content.shapes import RESERVED, SHAPES

    made = {}
    for name, shape in SHAPES.items():
        schema = shape.model_json_schema(ref_template="#/$defs/{model}")
        if name in ENTRY_IDS:
            parts = schema.pop("$defs", {})
            schema = {
                "description": f"{name}.yaml: {schema['description']}",
                "type": "object",
                "propertyNames": {"pattern": ENTRY_IDS[name]},
                "additionalProperties": {"$ref": f"#/$defs/{shape.__name__}"},
                "$defs": {**parts, shape.__name__: schema},
            }
            if name in RESERVED:
                key, inner, purpose = RESERVED[name]
                of_inner = inner.model_json_schema(ref_template="#/$defs/{model}")
                schema["$defs"][inner.__name__] = of_inner
                schema["properties"] = {
                    key: {
                        "description": purpose,
                        "type": "object",
                        "additionalProperties": {"$ref": f"#/$defs/{inner.__name__}"},
                    }
                }
        made[name] = {"$schema": _DIALECT, **_tidied(schema)}
    return made


def _tidied(schema: Any) -> Any:
    """Return a schema without titles that repeat its keys, and without null, which stays unsaid."""
    if isinstance(schema, list):
        return [_tidied(part) for part in schema]
    if not isinstance(schema, dict):
        return schema
    kept = {
        key: {name: _tidied(part) for name, part in value.items()}
        if key in ("properties", "$defs")
        else _tidied(value)
        for key, value in schema.items()
        if not (key == "title" and isinstance(value, str)) and not (key == "default" and not value)
    }
    if "anyOf" in kept:
        options = [option for option in kept.pop("anyOf") if option != {"type": "null"}]
        kept = {**options[0], **kept} if len(options) == 1 else {"anyOf": options, **kept}
    return kept


def shipped(name: str) -> dict[str, Any]:
    """Return the shipped schema of a YAML file."""
    schema: dict[str, Any] = json.loads(_path(name).read_text("utf-8"))
    return schema


def written(schema: Schema) -> str:
    """Return a schema as its file holds it."""
    return json.dumps(schema, indent=2, ensure_ascii=False) + "\n"


def write() -> None:
    """Write every schema to its file."""
    for name, schema in schemas().items():
        _path(name).write_text(written(schema), "utf-8")


def _path(name: str) -> Path:
    return Path(__file__).with_name(f"{name}.schema.json")
