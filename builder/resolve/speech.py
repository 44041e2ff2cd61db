"""A briefing's own speech: its language tag, with what its content says of units and money.

A `Speech` is a tag wherever one is asked for. So whatever prints in the briefing's language knows
the forms of its units and the marks of its dollars; a bare tag stands for a briefing that
declares nothing.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from functools import cached_property
from typing import Final

from builder.language.language import Plurals
from builder.language.numbers import DOLLARS, locale_of
from builder.resolve.units import currency_of


class Speech(str):
    """A BCP 47 tag with the forms of the briefing's own nouns, and the currencies to be marked.

    `nouns` maps the keys of `units:` to their forms by plural category. `marked` are the
    currencies (ISO 4217) whose bare sign another money of the content, or of the country,
    could be taken for: their sign carries the country.
    """

    nouns: Mapping[str, Plurals]
    marked: frozenset[str]

    def __new__(
        cls,
        tag: str,
        nouns: Mapping[str, Plurals] | None = None,
        marked: Collection[str] = (),
    ) -> Speech:
        """Return the speech of a tag."""
        speech = super().__new__(cls, tag)
        speech.nouns, speech.marked = nouns or {}, frozenset(marked)
        return speech

    @cached_property
    def keys(self) -> Mapping[str, str]:
        """The keys of `nouns` by each of their forms; a form of two nouns stands for none."""
        found: dict[str, str] = {}
        shared: set[str] = set()
        for key, forms in self.nouns.items():
            for form in set(forms.values()):
                if found.setdefault(form, key) != key:
                    shared.add(form)
        alone = {form: key for form, key in found.items() if form not in shared}
        return alone | {key: key for key in self.nouns}


def speech_of(tag: str) -> Speech:
    """Return a tag as a speech: that of a briefing that declares nothing, where it is bare."""
    return tag if isinstance(tag, Speech) else Speech(tag)


def marked_currencies(tag: str, units: Iterable[str]) -> frozenset[str]:
    """Return the currencies whose bare sign could be mistaken, given the units of a content.

    `$` is the US dollar's until the country has a dollar of its own, or the content another;
    `¥` the yen's until yuan are counted too.
    """
    codes = {found.code for unit in units if (found := currency_of(unit)) is not None}
    others = (codes | _own_money(tag)) & DOLLARS - {"USD"}
    return frozenset(["USD"] if others else []) | frozenset(["JPY"] if "CNY" in codes else [])


def _own_money(tag: str) -> frozenset[str]:
    """Return the currencies of the country that a tag names, none without one."""
    territory = locale_of(tag).territory
    if territory is None or territory in _PLAIN:
        return frozenset()
    from babel.numbers import get_territory_currencies

    return frozenset(get_territory_currencies(territory))


# Countries of our languages whose money is no dollar but the US one: Babel need not be asked.
_PLAIN: Final = frozenset({"US", "GB", "DE", "AT", "CH", "FR", "BE", "UA"})
