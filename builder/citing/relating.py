"""Works as a document relates them: in what order a style sorts them, how each citation stands to
those before it, and how works that would be cited alike are told apart.

They are told apart by more names, given names, a letter to the year.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, Final

from builder.citing.elements import names as names_said
from builder.citing.naming import Expansion
from builder.citing.nodes import Style, StyleNode
from builder.citing.pieces import rich, text_of
from builder.citing.rendering import Rendering, sort_date
from builder.citing.said import Cite, Distinction
from builder.frozen import dataclass
from builder.language.language import collated
from builder.model.inline import Cited
from builder.model.work import Work

if TYPE_CHECKING:
    from builder.citing.processor import Processor
    from builder.model.work import Person


_MOST_NAMES: Final = 30
_MANY: Final = 50  # works that read alike, which names are not going to tell apart
_NEAR: Final = 5  # notes between which a work is still near


@dataclass(frozen=True)
class Cluster:
    """A citation: the works named at one place; `note` is the number of the note it stands in.

    `within` says that the note has words of its own, among which it stands in brackets.
    """

    works: tuple[Cited, ...]
    note: int = 0
    within: bool = False


def in_order(
    keys: tuple[str, ...], area: StyleNode, style: Style, works: Mapping[str, Work]
) -> tuple[str, ...]:
    """Return works in the order that an area sorts them in, stable where it says nothing."""
    sort = area.first("sort")
    for key in reversed(sort.kids if sort else ()):
        values = {each: _sort_value(works[each], key, area, style) for each in keys}
        filled = [each for each in keys if values[each]]
        empty = tuple(each for each in keys if not values[each])
        filled.sort(key=values.__getitem__, reverse=key.get("sort") == "descending")
        keys = (*filled, *empty)
    return keys


def positions(clusters: Iterable[Cluster]) -> list[list[Cite]]:
    """Return how each citation stands to those before it."""
    found: list[list[Cite]] = []
    first: dict[str, int] = {}
    last: dict[str, int] = {}
    before: tuple[Cited, ...] = ()
    for number, cluster in enumerate(clusters, 1):
        cites: list[Cite] = []
        for at, each in enumerate(cluster.works):
            previous = cluster.works[at - 1] if at else before[0] if len(before) == 1 else None
            position = "first"
            if each.key in first:
                position = "subsequent"
                if previous is not None and previous.key == each.key:
                    position = _ibid(previous, each)
            near = each.key in last and (cluster.note or number) - last[each.key] <= _NEAR
            note = first.setdefault(each.key, cluster.note)
            last[each.key] = cluster.note or number
            cites.append(Cite(each.label, each.locator, position, near, note, each.without_author))
        found.append(cites)
        before = cluster.works
    return found


def told_apart(processor: Processor) -> Mapping[str, Distinction]:
    """Return how each work is told apart, as far as the style does so."""
    return _Telling(processor).all()


def _sort_value(entry: Work, key: StyleNode, area: StyleNode, style: Style) -> str:
    variable, names = key.get("variable"), {"name-as-sort-order": "all"}
    if variable == "citation-number":
        return ""
    if variable in entry.dates:
        return sort_date(entry.dates[variable])
    names |= {name: value for name, value in key.attributes.items() if name.startswith("names-")}
    rendering = Rendering(style, entry, area, listed=area.tag == "bibliography", sorting=names)
    if key.get("macro"):
        said = text_of(rendering.all(style.macros[key.get("macro")]).pieces)
    elif variable in entry.names:
        said = text_of(names_said(rendering, StyleNode("names", {"variable": variable})).pieces)
    else:
        said = text_of(rich(entry.fields.get(variable, "")))
    return collated(said, style.locale.language)


def _ibid(previous: Cited, each: Cited) -> str:
    if previous.locator and not each.locator:
        return "subsequent"
    same = (previous.label, previous.locator) == (each.label, each.locator)
    return "ibid" if same else "ibid-with-locator"


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
