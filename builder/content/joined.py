"""Digits that belong to what they stand in: takes a text's items, returns them with their owners.

Lowered or raised digits that are joined to a letter belong to its word (H~2~O, m^2^, ^14^C), digits
in code to the code.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from builder.content.context import has_digit
from builder.model.text import Inline, Owner, Run


def with_joined(items: Sequence[Inline]) -> Sequence[Inline]:
    """Return items in which digits of code and of words belong to these."""
    if not any(isinstance(item, Run) and (item.code or item.manner.shift) for item in items):
        return items
    return [_owned(at, items) for at in range(len(items))]


def _owned(at: int, items: Sequence[Inline]) -> Inline:
    run = items[at]
    if not isinstance(run, Run) or run.owner is not None or not has_digit(run.text):
        return run
    if run.code:
        return replace(run, owner=Owner("code", run.text))
    if run.manner.shift and _is_joined(at, items):
        return replace(run, owner=Owner("name", _word(at, items)))
    return run


def _is_joined(at: int, items: Sequence[Inline]) -> bool:
    """Return whether a letter stands before what is shifted here, or right after it."""
    before = at - 1
    while before >= 0 and _is_shifted(items[before]):
        before -= 1
    after = at + 1
    while after < len(items) and _is_shifted(items[after]):
        after += 1
    behind = _text(items[before]) if before >= 0 else ""
    ahead = _text(items[after]) if after < len(items) else ""
    return bool(re.search(r"[^\W\d_][)\]]*$", behind)) or (
        (not behind or behind[-1].isspace()) and bool(re.match(r"[^\W\d_]", ahead))
    )


def _is_shifted(item: Inline) -> bool:
    return isinstance(item, Run) and bool(item.manner.shift)


def _text(item: Inline) -> str:
    return item.text if isinstance(item, Run) else "\ufffc"


def _word(at: int, items: Sequence[Inline]) -> str:
    """Return the word that an item is part of."""
    word = _text(items[at])
    for before in range(at - 1, -1, -1):
        text = _text(items[before])
        word = re.findall(r"\S*$", text)[0] + word
        if any(map(str.isspace, text)):
            break
    for after in range(at + 1, len(items)):
        text = _text(items[after])
        word += re.findall(r"^\S*", text)[0]
        if any(map(str.isspace, text)):
            break
    return word
