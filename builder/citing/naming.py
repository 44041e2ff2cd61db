"""Names in references: takes people and a style's options for them, returns their words."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from typing import Final, NamedTuple

from builder.citing.nodes import Locale, StyleNode
from builder.citing.pieces import CitedWords, Pieces, cased, italic
from builder.model.work import OTHERS, Person

INHERITED: Final = (
    "and", "delimiter-precedes-et-al", "delimiter-precedes-last", "et-al-min", "et-al-use-first",
    "et-al-use-last", "et-al-subsequent-min", "et-al-subsequent-use-first", "initialize",
    "initialize-with", "name-as-sort-order", "sort-separator",
)  # fmt: skip
"""Options of names that a style or its citations may state for all of them."""

_EAST_ASIAN: Final = re.compile(r"[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]")


class Expansion(NamedTuple):
    """How much more of the names a citation shows, to be told from another.

    `shown` is the least number of names; `given` says of which of them the given name is told:
    none, the first or all; `full` that it is told in full.
    """

    shown: int = 0
    given: str = ""
    full: bool = False


class Naming(NamedTuple):
    """A `name` element in its place: its options, the language, how names are widened."""

    options: Mapping[str, str]
    node: StyleNode | None
    locale: Locale
    demote: str
    with_hyphen: bool
    sorting: bool
    subsequent: bool
    expansion: Expansion
    et_al: StyleNode | None


def listed(people: Sequence[Person], naming: Naming) -> Pieces:
    """Return the names of several people in a row, cut short where the style does so."""
    options = naming.options
    if people and people[-1] == OTHERS:
        return _with_others(people[:-1], naming)
    least, most = _truncation(options, naming.subsequent)
    shown = len(people)
    if least and len(people) >= least:
        shown = min(max(most, naming.expansion.shown), len(people))
    names = [_person(person, number, naming) for number, person in enumerate(people[:shown])]
    between = options.get("delimiter", ", ")
    if shown < len(people):
        if options.get("et-al-use-last") == "true" and len(people) - shown >= 2:
            last = _person(people[-1], len(people) - 1, naming)
            return (*_joined(names, between), CitedWords(f"{between}… "), *last)
        return _and_others(names, between, naming)
    word = "" if naming.sorting else _and(options.get("and", ""), naming.locale)
    if not word or len(names) < 2:
        return _joined(names, between)
    precedes = options.get("delimiter-precedes-last", "contextual")
    parted = (
        precedes == "always"
        or (precedes == "contextual" and len(names) > 2)
        or (precedes == "after-inverted-name" and _is_turned(len(names) - 2, naming))
    )
    head = _joined(names[:-1], between)
    return (*head, CitedWords(f"{between if parted else ' '}"), CitedWords(f"{word} "), *names[-1])


def _with_others(people: Sequence[Person], naming: Naming) -> Pieces:
    """Return the names of a list that its entry itself has cut short."""
    least, most = _truncation(naming.options, naming.subsequent)
    shown = len(people)
    if least and shown + 1 >= least:
        shown = min(max(most, naming.expansion.shown), shown)
    names = [_person(person, number, naming) for number, person in enumerate(people[:shown])]
    return _and_others(names, naming.options.get("delimiter", ", "), naming)


def _truncation(options: Mapping[str, str], subsequent: bool) -> tuple[int, int]:
    least, most = options.get("et-al-min", "0"), options.get("et-al-use-first", "1")
    if subsequent:
        least = options.get("et-al-subsequent-min", least)
        most = options.get("et-al-subsequent-use-first", most)
    return _count(least, 0), _count(most, 1)


def _count(said: str, without: int) -> int:
    """Return a number of names that a style states; `without` where it states none."""
    return int(said) if re.fullmatch(r"[0-9]{1,6}", said) else without


def _and_others(names: list[Pieces], between: str, naming: Naming) -> Pieces:
    node = naming.et_al
    said = naming.locale.term(node.get("term", "et-al") if node else "et-al")
    if not said:
        return _joined(names, between)
    precedes = naming.options.get("delimiter-precedes-et-al", "contextual")
    parted = (
        precedes == "always"
        or (precedes == "contextual" and len(names) > 1)
        or (precedes == "after-inverted-name" and _is_turned(len(names) - 1, naming))
    )
    turned = node is not None and node.get("font-style") == "italic"
    others = italic((CitedWords(said),), turned)
    return (*_joined(names, between), CitedWords(between if parted else " "), *others)


def _and(option: str, locale: Locale) -> str:
    return "&" if option == "symbol" else locale.term("and") if option == "text" else ""


def _joined(names: Sequence[Pieces], between: str) -> Pieces:
    found: list[CitedWords] = []
    for name in names:
        found += [CitedWords(between), *name] if found else name
    return tuple(found)


def _is_turned(number: int, naming: Naming) -> bool:
    """Say whether a name stands with the family first."""
    order = naming.options.get("name-as-sort-order", "")
    return naming.sorting or order == "all" or (order == "first" and number == 0)


def _person(person: Person, number: int, naming: Naming) -> Pieces:
    if person.literal or not person.given:
        family = f"{person.particle} {person.family}".strip()
        if person.suffix:
            family = f"{family}, {person.suffix}"
        return _part("family", family, naming)
    short = naming.options.get("form") == "short"
    told = naming.expansion.given
    widened = short and (told == "all" or (told == "first" and number == 0))
    if short and not widened:
        kept = "" if naming.sorting and naming.demote != "never" else person.particle
        return _part("family", _beside(kept, person.family), naming)
    given = person.given
    if not (widened and naming.expansion.full):
        given = _initials(given, naming)
    if _EAST_ASIAN.search(person.family):
        return (*_part("family", person.family, naming), *_part("given", given, naming))
    if _is_turned(number, naming):
        return _turned(person, given, naming)
    before = " ".join(part for part in (given, person.dropping) if part)
    after = _beside(person.particle, person.family)
    names = (*_part("given", before, naming), CitedWords(" "), *_part("family", after, naming))
    return (*names, CitedWords(f" {person.suffix}")) if person.suffix else names


def _beside(particle: str, family: str) -> str:
    """Return a family name after its particle, which an apostrophe joins to it."""
    return particle + ("" if particle[-1:] in ("", "’", "'") else " ") + family


def _turned(person: Person, given: str, naming: Naming) -> Pieces:
    demoted = naming.demote == "display-and-sort" or (naming.sorting and naming.demote != "never")
    family = person.family if demoted else _beside(person.particle, person.family)
    after = [given, person.dropping, person.particle if demoted else ""]
    parted = naming.options.get("sort-separator", ", ")
    rest = " ".join(part for part in after if part)
    names = (*_part("family", family, naming), CitedWords(parted), *_part("given", rest, naming))
    return (*names, CitedWords(f"{parted}{person.suffix}")) if person.suffix else names


def _part(name: str, text: str, naming: Naming) -> Pieces:
    pieces: Pieces = (CitedWords(text),)
    for kid in naming.node.kids if naming.node else ():
        if kid.tag == "name-part" and kid.get("name") == name:
            pieces = cased(pieces, kid.get("text-case"), english=False)
            pieces = italic(pieces, kid.get("font-style") == "italic")
    return pieces


def _initials(given: str, naming: Naming) -> str:
    """Return given names cut to initials, or with those that are initials set alike."""
    mark = naming.options.get("initialize-with")
    if mark is None:
        return given
    whole = naming.options.get("initialize", "true") == "true"
    cut = _cut(mark, naming.with_hyphen) if whole else _spaced(mark)
    return re.sub(r"\s+", " ", cut(given)).strip()


def _cut(mark: str, with_hyphen: bool) -> Callable[[str], str]:
    def cut(given: str) -> str:
        words = re.sub(r"\.(?=\S)", ". ", given).split()
        found = ""
        for word in words:
            if not word[0].isupper():
                found = f"{found.rstrip()} {word} "
                continue
            parts = [part for part in re.split(r"[-‑]", word) if part]
            stop = mark.rstrip()
            first = parts[0][0] + mark
            for part in parts[1:]:
                if part[0].isupper():
                    first = first.rstrip() if with_hyphen else first
                    first += f"{'-' if with_hyphen else ''}{part[0]}{stop}{mark[len(stop) :]}"
            found += first
        return found

    return cut


def _spaced(mark: str) -> Callable[[str], str]:
    def spaced(given: str) -> str:
        words = re.sub(r"(?<=\b\w)\.(?=\w)", ". ", given).split()
        return "".join(
            f"{word[0]}{mark}" if re.fullmatch(r"[^\W\d_]\.?", word) else f"{word} "
            for word in words
        )

    return spaced
