"""Does a value have the shape that a JSON Schema asks for? Takes plain values, returns yes or no.

A reader of the shipped schemas that knows nothing of the shapes that they are made from. Only the
keywords that they use are known here (JSON Schema 2020-12, core and validation vocabularies).
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from typing import Any, Final, TypeAlias

from builder.content import scalars
from builder.content.documents import Plain

Schema: TypeAlias = Mapping[str, Any]
Value: TypeAlias = "Plain | Mapping[str, Plain]"

ANNOTATIONS: Final = frozenset({"$schema", "$defs", "description", "default", "title"})
"""Keywords that say nothing of whether a value conforms."""


def conforms(value: Value, schema: Schema, whole: Schema | None = None) -> bool:
    """Say whether `value` conforms to `schema`; `$ref` looks in `whole` (by default `schema`).

    Raises:
        KeyError: the schema uses a keyword that is not known here.
    """
    whole = whole or schema
    for keyword in schema:
        if keyword not in ANNOTATIONS and not KEYWORDS[keyword](value, schema, whole):
            return False
    return True


def _type(value: Value, schema: Schema, _whole: Schema) -> bool:
    wanted = schema["type"]
    if isinstance(wanted, str):
        return _is(value, wanted)
    return any(_is(value, kind) for kind in wanted)


def _is(value: Value, kind: str) -> bool:
    if kind == "string":
        return isinstance(value, str)
    if kind in _SCALARS:
        return isinstance(value, str) and _has(_SCALARS[kind], value)
    return isinstance(value, _HOLDERS[kind])


_SCALARS: Final = {
    "number": scalars.NUMBER.pattern,
    "integer": scalars.WHOLE.pattern,
    "boolean": scalars.TRUTH.pattern,
}
_HOLDERS: Final = {"array": list, "object": Mapping}


def _ref(value: Value, schema: Schema, whole: Schema) -> bool:
    return conforms(value, whole["$defs"][schema["$ref"].removeprefix("#/$defs/")], whole)


def _any_of(value: Value, schema: Schema, whole: Schema) -> bool:
    return any(conforms(value, option, whole) for option in schema["anyOf"])


def _has(pattern: str, value: str) -> bool:
    """As JSON Schema has it (ECMA-262): `$` is the end, not the place before a last line feed."""
    return "\n" not in value and re.search(pattern, value) is not None


def _pattern(value: Value, schema: Schema, _whole: Schema) -> bool:
    return not isinstance(value, str) or _has(schema["pattern"], value)


def _enum(value: Value, schema: Schema, _whole: Schema) -> bool:
    return value in schema["enum"]


def _min_length(value: Value, schema: Schema, _whole: Schema) -> bool:
    return not isinstance(value, str) or len(value) >= schema["minLength"]


def _items(value: Value, schema: Schema, whole: Schema) -> bool:
    return not isinstance(value, list) or all(conforms(i, schema["items"], whole) for i in value)


def _min_items(value: Value, schema: Schema, _whole: Schema) -> bool:
    return not isinstance(value, list) or len(value) >= schema["minItems"]


def _max_items(value: Value, schema: Schema, _whole: Schema) -> bool:
    return not isinstance(value, list) or len(value) <= schema["maxItems"]


def _min_properties(value: Value, schema: Schema, _whole: Schema) -> bool:
    return not isinstance(value, Mapping) or len(value) >= schema["minProperties"]


def _required(value: Value, schema: Schema, _whole: Schema) -> bool:
    return not isinstance(value, Mapping) or all(key in value for key in schema["required"])


def _properties(value: Value, schema: Schema, whole: Schema) -> bool:
    known: Mapping[str, Any] = schema["properties"]
    if not isinstance(value, Mapping):
        return True
    for key, item in value.items():
        if key in known and not conforms(item, known[key], whole):
            return False
    return True


def _additional(value: Value, schema: Schema, whole: Schema) -> bool:
    if not isinstance(value, Mapping):
        return True
    known = schema.get("properties", {})
    others = [item for key, item in value.items() if key not in known]
    rule = schema["additionalProperties"]
    if isinstance(rule, bool):
        return rule or not others
    return all(conforms(item, rule, whole) for item in others)


def _property_names(value: Value, schema: Schema, whole: Schema) -> bool:
    return not isinstance(value, Mapping) or all(
        conforms(key, schema["propertyNames"], whole) for key in value
    )


def _minimum(value: Value, schema: Schema, _whole: Schema) -> bool:
    number = _whole_number(value)
    return number is None or bool(number >= schema["minimum"])


def _maximum(value: Value, schema: Schema, _whole: Schema) -> bool:
    number = _whole_number(value)
    return number is None or bool(number <= schema["maximum"])


def _whole_number(value: Value) -> int | None:
    whole = isinstance(value, str) and re.search(scalars.WHOLE.pattern, value)
    # Python reads no more than 4,300 digits; of so many none tells more than the first.
    return int(value[:_TELLING]) if isinstance(value, str) and whole else None


_TELLING: Final = 20  # digits


KEYWORDS: Final[Mapping[str, Callable[[Value, Schema, Schema], bool]]] = {
    "$ref": _ref,
    "additionalProperties": _additional,
    "anyOf": _any_of,
    "enum": _enum,
    "items": _items,
    "maxItems": _max_items,
    "minItems": _min_items,
    "maximum": _maximum,
    "minLength": _min_length,
    "minProperties": _min_properties,
    "minimum": _minimum,
    "pattern": _pattern,
    "properties": _properties,
    "propertyNames": _property_names,
    "required": _required,
    "type": _type,
}
