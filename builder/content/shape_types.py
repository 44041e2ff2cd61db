"""What the shapes are built of: kinds of values, each a text in Python and typed in a schema."""

from __future__ import annotations

from typing import Annotated

from pydantic import (
    AfterValidator,
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    ValidatorFunctionWrapHandler,
    WithJsonSchema,
    WrapValidator,
)
from pydantic_core import PydanticCustomError

from builder.charts.registry import KINDS
from builder.content import vocabulary as v


def _listed(value: object) -> object:
    return [value] if isinstance(value, str) else value


_YEAR = {"type": "integer", "minimum": 1000, "maximum": 9999}

Words = Annotated[str, Field(min_length=1)]
Loose = Annotated[str, WithJsonSchema({"type": ["string", "number", "boolean"]})]
Number = Annotated[str, Field(pattern=v.NUMBER), WithJsonSchema({"type": "number"})]
Whole = Annotated[str, Field(pattern=v.INTEGER), WithJsonSchema({"type": "integer", "minimum": 0})]
Date = Annotated[
    str,
    Field(pattern=v.DATE),
    WithJsonSchema({"anyOf": [{"type": "string", "pattern": v.DATE}, _YEAR]}),
]
NumberOrDate = Annotated[
    str,
    Field(pattern=v.NUMBER_OR_DATE),
    WithJsonSchema({"anyOf": [{"type": "number"}, {"type": "string", "pattern": v.DATE}]}),
]
Truth = Annotated[str, Field(pattern=v.TRUTH), WithJsonSchema({"type": "boolean"})]
Names = Annotated[
    list[str],
    BeforeValidator(_listed),
    WithJsonSchema({"anyOf": [{"type": "string"}, {"type": "array", "items": {"type": "string"}}]}),
]


PAGE_SIZES = ("A4", "Letter")


def _options_or_size(value: object, handler: ValidatorFunctionWrapHandler) -> object:
    if not isinstance(value, str):
        return handler(value)
    if value not in PAGE_SIZES:
        expected = " or ".join(repr(size) for size in PAGE_SIZES)
        raise PydanticCustomError("literal_error", "no page size", {"expected": expected})
    return handler({"size": value})


OptionsOrSize = WrapValidator(_options_or_size)
"""For page options that may be written as a size alone."""


def _known_kind(value: str) -> str:
    if value not in KINDS:
        expected = ", ".join(map(repr, KINDS))
        raise PydanticCustomError("literal_error", "no kind of chart", {"expected": expected})
    return value


OneOfKinds = Annotated[
    str,
    AfterValidator(_known_kind),
    WithJsonSchema({"enum": list(KINDS), "type": "string"}),
]


class Shape(BaseModel):
    """A mapping whose keys are all known."""

    model_config = ConfigDict(extra="forbid")
