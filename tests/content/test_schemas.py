from __future__ import annotations

import tomllib
from collections.abc import Iterator
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from builder.content.scalars import NUMBER
from builder.content.schemas import FILES, schemas, shipped
from builder.content.shape import Entries, ListOf, OneOf
from tests.content.conformance import ANNOTATIONS, KEYWORDS, conforms
from tests.shares import examples

NAMES = sorted(FILES)


def parts(schema: Any) -> Iterator[dict[str, Any]]:
    """Yield every schema within a schema."""
    yield schema
    for key, value in schema.items():
        if key in ("properties", "$defs"):
            for part in value.values():
                yield from parts(part)
        elif key == "anyOf":
            for part in value:
                yield from parts(part)
        elif key in ("items", "additionalProperties", "propertyNames") and isinstance(value, dict):
            yield from parts(value)


@pytest.mark.parametrize("name", NAMES)
def test_the_shipped_schema_is_up_to_date(name: str) -> None:
    assert shipped(name) == schemas()[name], "run: python -m builder.content.schemas"


@pytest.mark.parametrize("name", NAMES)
def test_every_key_is_described_for_editors(name: str) -> None:
    for part in parts(shipped(name)):
        for key, value in part.get("properties", {}).items():
            assert value.get("description"), f"{name}: {key}"


@pytest.mark.parametrize("name", NAMES)
def test_the_schema_uses_no_keyword_that_these_tests_do_not_read(name: str) -> None:
    for part in parts(shipped(name)):
        assert set(part) <= ANNOTATIONS | set(KEYWORDS)


SCALARS = st.sampled_from(
    [
        "",
        "a",
        "A4",
        "4:3",
        "5",
        "-1",
        "0.10",
        "1,000",
        "2024-06",
        "2024-13",
        "true",
        "no",
        "bar",
        "about",
        "reported",
        "given",
        "en-GB",
        "#10447C",
        "short",
    ]
)
PLAIN: st.SearchStrategy[Any] = st.recursive(
    SCALARS,
    lambda inner: (
        st.lists(inner, max_size=4)
        | st.dictionaries(st.sampled_from(["min", "title", "table", "row", "a"]), inner, max_size=3)
    ),
    max_leaves=4,
)


@pytest.mark.parametrize("name", NAMES)
@settings(max_examples=examples(40))
@given(data=st.data())
def test_the_quick_check_and_the_shapes_agree(name: str, data: st.DataObject) -> None:
    whole, shape = shipped(name), FILES[name]
    schema = (
        {"$ref": whole["additionalProperties"]["$ref"]} if isinstance(shape, Entries) else whole
    )
    shape = shape.entry if isinstance(shape, Entries) else shape
    keys = data.draw(st.sets(st.sampled_from([*shape.keys, "other"]), max_size=3))
    value = {key: data.draw(PLAIN, label=key) for key in sorted(shape.needs.keys() | keys)}
    assert conforms(value, schema, whole) == (not shape.faults(value, ()))


COUNTED: list[tuple[dict[str, Any], Any, bool]] = [
    ({"maxItems": 2}, [], True),
    ({"maxItems": 2}, ["a", "b"], True),
    ({"maxItems": 2}, ["a", "b", "c"], False),
    ({"maxItems": 2}, "abc", True),
    ({"minItems": 2}, ["a", "b"], True),
    ({"minItems": 2}, ["a"], False),
    ({"minItems": 2}, "a", True),
    ({"minLength": 2}, "ab", True),
    ({"minLength": 2}, "a", False),
    ({"minLength": 2}, ["a"], True),
    ({"minProperties": 1}, {"a": "b"}, True),
    ({"minProperties": 1}, {}, False),
    ({"minimum": 1}, "1", True),
    ({"minimum": 1}, "0", False),
    ({"minimum": 1}, "none", True),
    ({"maximum": 4}, "4", True),
    ({"maximum": 4}, "5", False),
    ({"maximum": 4}, "1" + "0" * 5000, False),
]


@pytest.mark.parametrize(("schema", "value", "fits"), COUNTED)
def test_a_schema_counts_to_the_last_that_is_allowed(
    schema: dict[str, Any], value: Any, fits: bool
) -> None:
    assert conforms(value, schema) == fits


@pytest.mark.parametrize("name", NAMES)
def test_every_list_that_is_full_is_taken_and_one_entry_more_is_not(name: str) -> None:
    whole = shipped(name)
    for part in parts(whole):
        if "maxItems" in part:
            rule = {key: part[key] for key in ("type", "maxItems", "minItems") if key in part}
            assert conforms(["a"] * part["maxItems"], rule, whole)
            assert not conforms(["a"] * (part["maxItems"] + 1), rule, whole)


def test_the_small_content_fits_the_schemas() -> None:
    # tomllib types its values, as an editor's YAML does: what editors check is the same.
    figure = tomllib.loads('label = "a"\nvalue = "2024-06"\nunit = "%"\n')
    whole = shipped("figures")
    assert conforms({"a": figure}, whole)
    assert not conforms({"a b": figure}, whole)


def test_a_list_that_holds_too_few_is_told_by_how_many_it_holds() -> None:
    shape = ListOf(NUMBER, least=4, most=4)
    few, none = shape.faults(["1", "2", "3"], ("margins",)), shape.faults([], ("margins",))
    assert [(fault.found, fault.hint) for fault in (*few, *none)] == [
        ('"margins" holds 3', "expected 4"),
        ('"margins" is empty', "write at least one"),
    ]


def test_what_is_no_word_is_told_with_the_words_that_are_expected() -> None:
    (fault,) = OneOf(("A4", "Letter")).faults(["A4"], ("size",))
    assert (fault.found, fault.hint) == ('"size" is a list', "expected one of: A4, Letter")
