"""What is wrong with the shape of a YAML file: takes the file, gathers a `Problem` for each fault.

Heavy to import (pydantic); called only for a value that `conformance` refused.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Final, get_args

from pydantic import ValidationError

from builder.content.conformance import Value
from builder.content.documents import Document, Path
from builder.content.shapes import RESERVED, SHAPES
from builder.content.vocabulary import (
    BRIEFLY,
    EXPECTED,
    HEDGE_WORDS,
    MINUS_NOUGHT,
    NUMBER,
    NUMBER_OR_DATE,
)
from builder.problems import Problems, known_names, likely_meant, shortened

if TYPE_CHECKING:
    from pydantic import BaseModel
    from pydantic_core import ErrorDetails

_BEGINNING: Final = 4  # letters
_SHOWN: Final = 100  # characters of a value that a message quotes
_KINDS: Final = {
    "string_type": "text",
    "list_type": "a list: [one, two], or a line with a dash for each",
    "dict_type": "keys with values, indented below it",
    "model_type": "keys with values, indented below it",
    "model_attributes_type": "keys with values, indented below it",
}


def complain(
    shape: str, document: Document, path: Path, value: Value, problems: Problems
) -> tuple[Path, ...]:
    """Report each fault of `value`, which stands at `path`; return the paths at fault below it.

    A key that is missing and its misspelling beside it are one fault, told where it is written;
    the key that a misspelt one is likely meant to be is at fault with it.
    """
    expected = next((inner for key, inner, _ in RESERVED.values() if key == shape), None)
    expected = expected or SHAPES[shape]
    try:
        expected.model_validate(value)
    except ValidationError as error:
        faults = error.errors(include_url=False, include_context=True)
        slips = _slips(expected, value, faults)
        for fault in faults:
            if tuple(fault["loc"]) not in slips.values():
                meant = str(slips.get(tuple(fault["loc"]), ("",))[-1])
                _report(expected, fault, document, path, problems, meant)
        return (*(tuple(fault["loc"]) for fault in faults), *slips.values())
    raise AssertionError(f"{shape} at {path} was refused, but nothing is wrong with it")


def _slips(
    shape: type[BaseModel], value: Value, faults: Sequence[ErrorDetails]
) -> dict[Path, Path]:
    """Return the unknown keys that are slips for a key that is not there, and for which one.

    Beside a key that must be there and is not, what only begins as it does is a slip for it.
    """
    by_kind: dict[str, list[Path]] = {}
    for fault in faults:
        by_kind.setdefault(fault["type"], []).append(tuple(fault["loc"]))
    slips: dict[Path, Path] = {}
    for at in by_kind.get("extra_forbidden", ()):
        name, holder = str(at[-1]), at[:-1]
        missing = [str(path[-1]) for path in by_kind.get("missing", ()) if path[:-1] == holder]
        begins = [key for key in missing if key[:_BEGINNING] == name[:_BEGINNING]]
        meant = likely_meant(name, missing) or (begins[0] if len(begins) == 1 else "")
        meant = meant or likely_meant(name, _known_keys(shape, holder))
        if meant and meant not in _within(value, holder):
            slips[at] = (*holder, meant)
    return slips


def _within(value: Value, path: Path) -> Mapping[str, Value]:
    """Return the keys that stand at `path` within a value."""
    for step in path:
        if isinstance(value, Mapping) and step in value:
            value = value[str(step)]
        elif isinstance(value, list) and isinstance(step, int):
            value = value[step]
    return value if isinstance(value, Mapping) else {}


def _report(
    shape: type[BaseModel],
    fault: ErrorDetails,
    document: Document,
    path: Path,
    problems: Problems,
    meant: str,
) -> None:
    location: Path = tuple(fault["loc"])
    full = (*path, *location)
    key = next((step for step in reversed(full) if isinstance(step, str)), "")
    found, context, kind = fault["input"], fault.get("ctx", {}), fault["type"]
    place = document.place(full)
    if kind == "extra_forbidden":
        known = _known_keys(shape, location[:-1])
        place = document.key_place(full)
        problems.error(place, f'unknown key "{key}"', known_names(str(key), known, meant))
    elif kind == "missing" and full in document.empty:
        problems.error(
            document.key_place(full), f'"{key}" has no value', "write one after the colon"
        )
    elif kind == "missing":
        place = document.key_place(full[:-1])
        problems.error(place, f'"{key}" is missing{_of(full[:-1])}', f"add {key}: ...")
    elif kind == "literal_error":
        known = _literals(context.get("expected", ""))
        meant = HEDGE_WORDS.get(str(found).casefold(), "") if key == "hedge" else ""
        hint = known_names(str(found), known, meant)
        problems.error(place, f'"{_quoted(found)}" is no {key}', hint)
    elif kind == "string_pattern_mismatch":
        pattern = str(context["pattern"])
        if pattern in (NUMBER, NUMBER_OR_DATE) and re.match(MINUS_NOUGHT, str(found)):
            wrong, hint = "nought with a minus sign", "write 0"
        else:
            wrong, hint = f"not {BRIEFLY[pattern]}", _advice(pattern, str(found))
        problems.error(place, f'{key}: "{_quoted(found)}" is {wrong}', hint)
    elif kind in ("too_short", "string_too_short"):
        problems.error(place, f'"{key}" is empty', "write at least one")
    elif kind == "too_long":
        most = context.get("max_length")
        problems.error(place, f'"{key}" holds more than {most}', f"expected {most}")
    else:
        expected = _KINDS.get(kind, fault["msg"])
        problems.error(place, f'"{key}" is {_what(found)}', f"expected {expected}")


def _advice(pattern: str, found: str) -> str:
    advice = f"expected {EXPECTED[pattern]}"
    plain = re.sub(r"(?<=\d)[ ,_'’\u00a0\u202f](?=\d{3})", "", found)
    if pattern in (NUMBER, NUMBER_OR_DATE) and plain != found and re.search(NUMBER, plain):
        advice += f"; write {plain}"
    return advice


def _quoted(found: object) -> str:
    return shortened(str(found), _SHOWN)


def _literals(expected: str) -> list[str]:
    """Return the words of pydantic's list of literals: "'a', 'b' or 'c'"."""
    return re.findall(r"'([^']*)'", expected)


def _of(path: Path) -> str:
    if not path:
        return ""
    last = path[-1]
    return f" from entry {last + 1}" if isinstance(last, int) else f' from "{last}"'


def _what(found: object) -> str:
    if isinstance(found, list):
        return "a list"
    return "a mapping of keys" if isinstance(found, dict) else f'"{_quoted(found)}"'


def _known_keys(shape: type[BaseModel], location: Path) -> list[str]:
    """Return the keys of the shape that stands at `location` within `shape`."""
    for step in location:
        if isinstance(step, int) or step not in shape.model_fields:
            continue
        annotation = shape.model_fields[step].annotation
        options = [annotation, *get_args(annotation)]
        inner = [o for o in options if isinstance(o, type) and hasattr(o, "model_fields")]
        shape = inner[0] if inner else shape
    return [field.alias or name for name, field in shape.model_fields.items()]
