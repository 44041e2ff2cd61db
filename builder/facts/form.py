"""What a form is: takes the words after a figure's id in `{{ id | form }}`, returns a `Form`.

The set of forms is fixed: it is no template language.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import Final

IN_CASE: Final = "in_case"
"""Added to the form of a date that the words before it inflect: it prints other words."""

_BASES: Final = ("number", "short", "words", "label", "as_of")


class FormError(Exception):
    """A form that cannot be said of a figure; `hint` is the next step."""

    def __init__(self, found: str, hint: str) -> None:
        self.found, self.hint = found, hint
        super().__init__(found)


@dataclass(frozen=True)
class Form:
    """How a figure is printed: `base` is full, number, short, words, label or as_of.

    `signed`, which charts of changes ask for, prints a plus before what is above zero.
    """

    base: str = "full"
    bare: bool = False
    capital: bool = False
    signed: bool = False


def form_name(forms: tuple[str, ...]) -> str:
    """Return the name by which owners and ledgers know a form: `full`, or `bare|number`."""
    return "|".join(forms) or "full"


@lru_cache(maxsize=64)
def form_of(forms: tuple[str, ...]) -> Form:
    """Return the form that the words after a figure's id ask for, as `sources` let them pass."""
    base = next((form for form in forms if form in _BASES), "full")
    return Form(base, "bare" in forms, "capital" in forms, "signed" in forms)
