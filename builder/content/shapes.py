"""The shapes of the YAML files, for their JSON Schemas and for saying what is wrong with one.

Heavy to import: good content is found good by `conformance` without this module. Every value
arrives as the text that the author wrote, so a number is here a text that looks like one; the
schema says `number`, which is what an editor sees.
"""

from __future__ import annotations

from typing import Annotated, Any, Final, Literal

from pydantic import Field, WithJsonSchema, create_model

from builder.charts.registry import Key, own_keys
from builder.content import vocabulary as v
from builder.content.shape_types import (
    PAGE_SIZES,
    Date,
    Loose,
    Names,
    Number,
    NumberOrDate,
    OneOfKinds,
    OptionsOrSize,
    Shape,
    Theme,
    Truth,
    Whole,
    Words,
)


class Exemption(Shape):
    """Words that say how many or how much, and that no figure and no claim answers for."""

    words: Names = Field(description="The phrase, or phrases, of the text: 'four countries'.")
    because: Words = Field(description="Why; stands in the register. Inline Markdown.")


class Page(Shape):
    """How the paper's pages are made."""

    size: Literal["A4", "Letter"] = Field("A4", description="Page size.")
    columns: Whole = Field("1", description="Columns of text: 1 or 2.")
    binding_mm: Number = Field("0", description="Added to the inner margin, for binding.")
    notes: Literal["page", "end"] = Field(
        "end", description="Where notes stand: at the foot of the page, or after the last section."
    )


_PAGE: Final = {"anyOf": [{"enum": list(PAGE_SIZES), "type": "string"}, Page.model_json_schema()]}


class SlideNotes(Shape):
    """What the speaker says on slides that no section writes."""

    title: str = Field("", description="On the title slide; inline Markdown.")
    agenda: str = Field("", description="On the agenda; inline Markdown.")


class Changes(Shape):
    """What the paper and the deck tell of an earlier edition."""

    since: Words = Field(
        description="That edition: a finished PDF or PPTX or a content folder, by its path from "
        "this folder, or a git revision (v1, or v1:folder)."
    )


class Briefing(Shape):
    """briefing.yaml: what the document is."""

    title: Words = Field(description="Title of the paper and the deck; inline Markdown.")
    slug: Annotated[str, Field(pattern=v.SLUG)] = Field(
        description="Names the files: build/<slug>.pdf and build/<slug>.pptx."
    )
    language: Annotated[str, Field(pattern=v.LANGUAGE)] = Field(
        description="BCP 47 tag such as en-GB; decides number forms and hyphenation."
    )
    date: Date = Field(description="When it is published: a day, a month or a year (ISO 8601).")
    sections: list[Words] = Field(
        min_length=1, description="The files of sections/ without .md, in reading order."
    )
    subtitle: str = Field("", description="Stands below the title; inline Markdown.")
    edition: Loose = Field("", description="Printed in the footers, such as 'second edition'.")
    authors: Names = Field([], description="Who wrote it.")
    publisher: str = Field("", description="Who publishes it.")
    page: Annotated[Page, OptionsOrSize, WithJsonSchema(_PAGE)] = Field(
        default_factory=Page, description="Page of the paper: its size, or a mapping of options."
    )
    slide: Literal["16:9", "4:3"] = Field("16:9", description="Shape of the slides.")
    theme: Words = Field("paperdeck", description="Name of a shipped theme, or a .yaml file.")
    template: str = Field(
        "", description="A .pptx or .potx of your own in this folder; the deck is made on it."
    )
    layouts: dict[str, str] = Field(
        {}, description="Which of its layouts stand for ours, as far as not found: 'points: Text'."
    )
    at_a_glance: list[str] = Field([], description="Figures of the paper's panel, by id.")
    abbreviations: dict[Words, Words] = Field(
        {}, description="Short forms and what they stand for, such as EU: European Union."
    )
    names: list[Words] = Field(
        [], description="Words with digits that are no figures, such as 'Quay 7'."
    )
    years: Annotated[str, Field(pattern=v.YEARS)] = Field(
        "",
        description="Years that may stand in text without being figures, such as 1950-2060; if "
        "not stated, from 50 years before the date to 30 after.",
    )
    notes: SlideNotes | None = Field(
        None, description="What the speaker says on the title slide and on the agenda."
    )
    changes: Changes | None = Field(
        None, description="Print what changed since an earlier edition, as a section and a slide."
    )
    exempt: list[Exemption] = Field(
        [], description="Number words and comparisons that rest on no figure, and why."
    )


class Cell(Shape):
    """One cell of a data table."""

    table: Words = Field(description="A file of data/, without .csv.")
    row: dict[str, Loose] = Field(
        min_length=1, description="Column and cell that only the wanted row has."
    )
    column: Loose = Field(description="The column that holds the figure.")


class Figure(Shape):
    """A number or date with everything that must travel with it."""

    label: Words = Field(description="What it counts, in words; inline Markdown.")
    value: NumberOrDate | None = Field(
        None, description="The number, plain (3700, 48.5), or a date (2024-09)."
    )
    cell: Cell | None = Field(None, description="The cell of a data table that holds it.")
    formula: Words | None = Field(None, description="How it follows from other figures: a + b.")
    hedge: Literal["more than", "at least", "about", "up to", "fewer than"] | None = Field(
        None, description="How it is bounded; printed wherever the figure is."
    )
    unit: str = Field(
        "", description="missiles, % or an ISO 4217 currency with its scale: USD bn, EUR mn."
    )
    as_of: Loose | None = Field(None, description="The date it stands for, or words.")
    source: str = Field("", description="Who says so: an id of sources.yaml.")
    confidence: Literal["confirmed", "reported", "believed"] | None = Field(
        None, description="How firmly the source states it."
    )
    decimals: Whole | None = Field(None, description="How many decimals are printed.")
    parts: list[str] = Field([], description="Figures that sum to this one.")
    note: str = Field("", description="Stands in the register; inline Markdown.")


class Noun(Shape):
    """The forms of a unit by CLDR's plural categories: those that the language has."""

    one: Words | None = Field(None, description="After 1, in uk also 21 and 101: 1 missile.")
    two: Words | None = Field(None, description="After 2, in languages that have such a form.")
    few: Words | None = Field(None, description="After 2 to 4, in uk also 22: 2 ракети.")
    many: Words | None = Field(None, description="After 0 and 5 to 20, in uk: 5 ракет.")
    other: Words = Field(description="After any other number: 2 missiles, in uk 1,5 ракети.")


class Source(Shape):
    """Who says so."""

    title: Words = Field(description="The work, as it is cited.")
    publisher: str = Field("", description="Who published it.")
    date: Date | None = Field(None, description="When: a day, a month or a year (ISO 8601).")
    url: str = Field("", description="Where it is found.")
    note: str = Field("", description="What a reader should know of it.")
    short: str = Field("", description="How slides name it.")
    stated: Truth | None = Field(
        None, description="false where the content's basis names no source."
    )


class Claim(Shape):
    """A statement that holds only while the figures say so."""

    says: Words = Field(description="The statement in words.")
    holds: Words = Field(
        description="Comparisons of figures (a > 2 * b and c >= d), or what a column of a table "
        "or several figures do: rises(table.column), falls(a, b), largest(a, b, c), "
        "smallest(a, b), between(a, 1, b); of a column also first, last, highest, lowest, total."
    )


class Axis(Shape):
    """Limits that the chart would otherwise choose."""

    min: Number | None = Field(None, description="Where the axis begins.")
    max: Number | None = Field(None, description="Where the axis ends.")
    step: Number | None = Field(None, description="From one tick to the next.")
    title: str = Field("", description="What the axis measures; inline Markdown.")


class Flow(Shape):
    """What one gives to another: an arrow of a flow diagram."""

    from_: Words = Field(alias="from", description="Who gives; inline Markdown.")
    to: Words = Field(description="Who receives; inline Markdown.")
    says: Words = Field(description="What is given, above the arrow; inline Markdown.")
    amount: str = Field("", description="How much of it, below the arrow; inline Markdown.")


class _Chart(Shape):
    """A chart, drawn from figures or from a data table."""

    kind: OneOfKinds = Field(description="How it is drawn.")
    title: Words = Field(description="The finding; inline Markdown.")
    subtitle: str = Field("", description="Measure and unit; inline Markdown.")
    claim: str = Field("", description="The claim that the title rests on.")
    figures: list[str] = Field([], description="Figures drawn, by id.")
    categories: list[Loose] = Field([], description="Names of the categories of `groups`.")
    groups: dict[str, list[str]] = Field(
        {}, description="Series and their figures, one to each category."
    )
    table: str = Field("", description="A file of data/, without .csv.")
    x: Loose = Field("", description="Column along the x axis, or of the categories.")
    y: Names = Field([], description="Column, or columns, of values.")
    series: Loose = Field("", description="Column whose cells name the series.")
    size: Loose = Field("", description="Column of the bubbles' sizes.")
    label: Loose = Field("", description="Column that names the points.")
    labels: dict[str, Loose] = Field(
        {}, description="Words shown for a figure, a column or a category."
    )
    order: Literal["given", "ascending", "descending"] = Field(
        "given", description="Order of the categories by value."
    )
    highlight: Names = Field([], description="Figures, categories, series or names that stand out.")
    axis: Axis = Field(default_factory=Axis, description="The axis of the values.")
    x_axis: Axis = Field(default_factory=Axis, description="The x axis of scatter and bubble.")
    number_format: Literal["short", "number", "words"] = Field(
        "short", description="The form in which values are printed."
    )
    decimals: Whole | None = Field(None, description="How many decimals are printed.")
    unit: str = Field("", description="Unit of the axis, where figures do not say.")
    source: Names = Field([], description="Sources that the figures do not bring along.")
    note: str = Field("", description="Stands below; inline Markdown.")
    alt: str = Field("", description="Alt text; made from the data where there is none.")


_FORMS: Final[dict[str, Any]] = {
    "names": (Names, {}),
    "flows": (list[Flow], {"min_length": 1}),
}


def _own(key: Key) -> Any:
    """Return the field of a key that one kind of chart alone takes."""
    type_, limits = _FORMS[key.form]
    return type_, Field([], description=key.description, **limits)


Chart = create_model(
    "Chart",
    __base__=_Chart,
    __doc__=_Chart.__doc__,
    **{key.name: _own(key) for key in own_keys()},
)

SHAPES: Final[dict[str, type[Shape]]] = {
    "briefing": Briefing,
    "figures": Figure,
    "sources": Source,
    "claims": Claim,
    "charts": Chart,
    "theme": Theme,
}
"""The shape of each file, or of each of its entries where it maps ids to entries."""

RESERVED: Final[dict[str, tuple[str, type[Shape], str]]] = {
    "figures": ("units", Noun, "The forms of units that figures count in, by the unit's key."),
}
"""A key of a file of entries that is none: its name, what it maps its own keys to, and what for."""
