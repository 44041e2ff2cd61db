"""What the shapes, the theme's among them, are built of: texts in Python, typed in a schema."""

from __future__ import annotations

from typing import Annotated, Literal

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


Colour = Annotated[str, Field(pattern=v.COLOUR)]
Numbers = Annotated[list[Number], Field(min_length=1)]


class Colours(Shape):
    """Colours as #RRGGBB."""

    accent: Colour = Field(description="Headings, rules, the first series.")
    ink: Colour = Field(description="Text.")
    muted: Colour = Field(description="Small print and axis labels.")
    grid: Colour = Field(description="Grid lines and thin rules.")
    soft: Colour = Field(description="Marks that stand back.")
    paper: Colour = Field(description="The ground.")
    tint: Colour = Field(description="The ground of panels.")
    highlight: Colour = Field(description="What stands out.")
    series: list[Colour] = Field(min_length=1, description="Marks of series, in order.")
    series_text: list[Colour] = Field(
        min_length=1, description="The same for text, with more contrast."
    )


class Face(Shape):
    """A type family: files of assets/fonts/, or beside the theme, without .ttf."""

    name: Words = Field(description="What readers call it.")
    regular: Words = Field(description="Upright.")
    italic: Words = Field(description="Italic.")
    bold: Words = Field(description="Bold.")
    bold_italic: Words = Field(description="Bold italic.")
    semibold: Words = Field(description="Semibold.")


class PaperType(Shape):
    """Sizes of the paper in points."""

    body: Number = Field(description="Running text.")
    leading: Number = Field(description="From line to line of running text.")
    small: Number = Field(description="Notes and captions.")
    small_leading: Number = Field(description="From line to line of small print.")
    headings: list[Number] = Field(min_length=3, max_length=3, description="Headings, by level.")
    title: Number = Field(description="The title.")
    margins_mm: list[Number] = Field(
        min_length=4, max_length=4, description="Top, right, bottom, left, in millimetres."
    )
    measure: Number = Field(description="Characters to a line.")
    heads: Literal["serif", "sans"] = Field("sans", description="Sets the title and headings.")
    cover: Literal["block", "page"] = Field(
        "block", description="Whether the title heads the first page or has one of its own."
    )


class Logo(Shape):
    """A picture in the paper's title."""

    file: Words = Field(description="A PNG file beside the theme.")
    alt: Words = Field(description="What it shows, for those who do not see it.")
    height_mm: Number = Field("14", description="Its height in millimetres.")


class DeckType(Shape):
    """Sizes of the deck in points; ranges with the largest first."""

    face: Words = Field(description="The font that the deck names.")
    metrics_regular: Words = Field(description="The font file that measures it.")
    metrics_bold: Words = Field(description="The same, bold.")
    title: Numbers = Field(description="Headlines.")
    body: Numbers = Field(description="Text.")
    small: Number = Field(description="Sources and footers.")


class Theme(Shape):
    """One theme, for the paper, the charts and the deck alike."""

    name: Words = Field(description="What the theme is called.")
    colours: Colours = Field(description="Its colours.")
    serif: Face = Field(description="Sets running text.")
    sans: Face = Field(description="Sets headings, furniture and charts.")
    paper: PaperType = Field(description="Sizes of the paper.")
    deck: DeckType = Field(description="Sizes of the deck.")
    logo: Logo | None = Field(None, description="A picture in the paper's title.")
