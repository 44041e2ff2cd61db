"""Works that would be cited alike, told apart: by more names, given names, a letter to the year."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, Final

from builder.citing.naming import Expansion
from builder.citing.said import Distinction

if TYPE_CHECKING:
    from builder.citing.processor import Processor
    from builder.model.work import Person

_MOST_NAMES: Final = 30
_MANY: Final = 50  # works that read alike, which names are not going to tell apart


def told_apart(processor: Processor) -> Mapping[str, Distinction]:
    """Return how each work is told apart, as far as the style does so."""
    return _Telling(processor).all()


class _Telling:
    """One document's works while they are told apart; `told` is what each has by now."""

    def __init__(self, processor: Processor) -> None:
        self.processor, self.citation = processor, processor.style.citation
        self.keys = list(processor.order)
        self.told = dict.fromkeys(self.keys, Distinction())

    def all(self) -> Mapping[str, Distinction]:
        if self._asks("givenname"):
            self._given_names_of_all()
        for group in self._alike():
            if self._asks("names") and len(group) <= _MANY:
                self._more_names(group)
        for group in self._alike():
            if self._asks("givenname") and len(group) <= _MANY:
                self._given_names(group)
        for group in self._alike():
            self._flagged(group)
        if self._asks("year-suffix"):
            for group in self._alike():
                for number, key in enumerate(k for k in self.keys if k in group):
                    self.told[key] = self.told[key]._replace(suffix=_letters(number))
        return self.told

    def _asks(self, what: str) -> bool:
        return self.citation.get(f"disambiguate-add-{what}") == "true"

    def _alike(self) -> list[list[str]]:
        """Return works that would be cited alike as it stands."""
        found: dict[str, list[str]] = defaultdict(list)
        for key in self.keys:
            found[self._said(key, self.told[key])].append(key)
        return [group for group in found.values() if len(group) > 1]

    def _said(self, key: str, told: Distinction) -> str:
        return self.processor.plain(key, told)

    def _given_names_of_all(self) -> None:
        """Tell the given name wherever a style does so by name alone, not by citation."""
        rule = self.citation.get("givenname-disambiguation-rule", "by-cite")
        if rule == "by-cite":
            return
        bearers: dict[str, set[str]] = defaultdict(set)
        initials: dict[tuple[str, str], set[str]] = defaultdict(set)
        first = {key: people[0] for key in self.keys if (people := self._authors(key))}
        for person in first.values():
            if person.given:
                bearers[person.family].add(person.given)
                initials[person.family, person.given[0]].add(person.given)
        for key, person in first.items():
            if len(bearers[person.family]) > 1:
                alike = len(initials[person.family, person.given[:1]]) > 1
                full = alike and not rule.endswith("initials")
                given = "first" if rule.startswith("primary") else "all"
                self.told[key] = self.told[key]._replace(expansion=Expansion(0, given, full))

    def _authors(self, key: str) -> tuple[Person, ...]:
        names = self.processor.works[key].names
        return names.get("author") or names.get("editor") or ()

    def _more_names(self, group: list[str]) -> None:
        """Show as many names as it takes to tell the most apart."""
        least = self._distinct(group, {})
        most = min(max(len(self._authors(key)) for key in group), _MOST_NAMES)
        for shown in range(2, most + 1):
            tried = {
                key: self.told[key]._replace(
                    expansion=self.told[key].expansion._replace(shown=shown)
                )
                for key in group
            }
            if self._distinct(group, tried) > least:
                least = self._distinct(group, tried)
                self.told.update(tried)
            if least == len(group):
                return

    def _given_names(self, group: list[str]) -> None:
        least = self._distinct(group, {})
        rule = self.citation.get("givenname-disambiguation-rule", "by-cite")
        who = "first" if rule.startswith("primary") else "all"
        for full in (False, True) if not rule.endswith("initials") else (False,):
            tried = {
                key: self.told[key]._replace(
                    expansion=self.told[key].expansion._replace(given=who, full=full)
                )
                for key in group
            }
            if self._distinct(group, tried) > least:
                self.told.update(tried)
                return

    def _flagged(self, group: list[str]) -> None:
        """Let the style itself tell works apart, where it has a branch for that."""
        tried = {key: self.told[key]._replace(ambiguous=True) for key in group}
        if self._distinct(group, tried) > self._distinct(group, {}):
            self.told.update(tried)

    def _distinct(self, group: Iterable[str], tried: Mapping[str, Distinction]) -> int:
        return len({self._said(key, tried.get(key, self.told[key])) for key in group})


def _letters(number: int) -> str:
    """Return a, b, ... z, aa, ab and so on."""
    letters = ""
    number += 1
    while number:
        number, rest = divmod(number - 1, 26)
        letters = chr(ord("a") + rest) + letters
    return letters
