"""The elements of a style that are more than words: the people that `names` says, and whether what
a branch of `choose` asks of a work and its citation holds.

Both take the rendering of a work at one place.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import lru_cache
from typing import TYPE_CHECKING, Final, TypeAlias

from builder.citing.naming import INHERITED, Naming, listed
from builder.citing.nodes import StyleNode
from builder.citing.numbers import is_numeric
from builder.citing.pieces import CitedWords, Pieces, cased, italic, joined
from builder.citing.said import EMPTY, FILLED, Said
from builder.model.work import Person

if TYPE_CHECKING:
    from builder.citing.rendering import Rendering

Test: TypeAlias = "Callable[[Rendering, str], bool]"
"""Says whether a work, as it is cited, is what a branch names."""


def names(rendering: Rendering, node: StyleNode) -> Said:
    """Render a `names` element, or what it names instead.

    Where it stands for another one, `like`, it has that one's name and label if it has none.
    """
    like = rendering.like if node.first("name") is None else None
    variables = node.get("variable").split()
    both = "editor" in variables and "translator" in variables
    if both and rendering.people("editor") == rendering.people("translator") != ():
        if rendering.style.locale.known("editortranslator"):
            variables = ["editor"]
    else:
        both = False
    parts = []
    for variable in variables:
        people = rendering.people(variable)
        if people:
            rendering.used.append(variable)
            term = "editortranslator" if both else variable
            parts.append(_role(rendering, people, term, node, like or node))
    if parts:
        between = (like or node).get("delimiter") or node.get("delimiter")
        pieces = joined(parts, between or rendering.option("names-delimiter"))
        return _as_author(rendering, Said(pieces, FILLED))
    instead, before = node.first("substitute"), len(rendering.used)
    outer, rendering.like = (
        rendering.like,
        node if node.first("name") or node.first("label") else rendering.like,
    )
    for kid in instead.kids if instead else ():
        said = rendering.element(kid)
        if said.pieces or said.state == FILLED:
            rendering.told |= set(rendering.used[before:])
            rendering.like = outer
            return _as_author(rendering, Said(said.pieces, FILLED)) if said.pieces else said
    rendering.like = outer
    return Said((), EMPTY)


def holds(branch: StyleNode, rendering: Rendering) -> bool:
    """Say whether what a branch asks for is so: all of it, any, or none."""
    asked = _asked(branch)
    match = branch.get("match", "all")
    if match == "all":
        return bool(asked) and all(test(rendering, value) for test, value in asked)
    return any(test(rendering, value) for test, value in asked) == (match == "any")


def _as_author(rendering: Rendering, said: Said) -> Said:
    """Keep what stands first as the author, whom a citation may leave out."""
    if rendering.authors:
        return said
    rendering.authors = said.pieces
    return Said((), FILLED) if rendering.cite.without_author else said


def _role(
    rendering: Rendering, people: tuple[Person, ...], role: str, node: StyleNode, like: StyleNode
) -> Pieces:
    name = node.first("name") or like.first("name")
    et_al = node.first("et-al") or like.first("et-al")
    naming = _naming(rendering, name, et_al)
    if naming.options.get("form") == "count":
        return (CitedWords(str(len(people))),)
    said = listed(people, naming)
    label = node.first("label") or (None if node.first("name") else like.first("label"))
    if label is None or rendering.sorting is not None:
        return said
    words = rendering.role_label(role, label, several=len(people) > 1)
    if not words:
        return said
    words = cased(words, label.get("text-case"), english=rendering.is_english)
    words = italic(words, label.get("font-style") == "italic")
    before, after = label.get("prefix"), label.get("suffix")
    words = (
        *((CitedWords(before),) if before else ()),
        *words,
        *((CitedWords(after),) if after else ()),
    )
    holder = node if node.first("label") else like
    tags = [kid.tag for kid in holder.kids]
    ahead = "name" in tags and tags.index("label") < tags.index("name")
    return (*words, *said) if ahead else (*said, *words)


def _naming(rendering: Rendering, name: StyleNode | None, et_al: StyleNode | None) -> Naming:
    options = {key: rendering.option(key) for key in INHERITED}
    options["delimiter"], options["form"] = (
        rendering.option("name-delimiter"),
        rendering.option("name-form"),
    )
    options = {key: value for key, value in options.items() if value or key == "initialize-with"}
    if not any(
        "initialize-with" in each.attributes for each in (rendering.area, rendering.style.root)
    ):
        options.pop("initialize-with", None)
    options.update(name.attributes if name else {})
    for key, value in (rendering.sorting or {}).items():
        options[key.replace("names", "et-al")] = value
    if rendering.cite.sentence and options.get("and") == "symbol":
        options["and"] = "text"
    root = rendering.style.root
    return Naming(
        options,
        name,
        rendering.style.locale,
        root.get("demote-non-dropping-particle", "display-and-sort"),
        root.get("initialize-with-hyphen", "true") == "true",
        rendering.sorting is not None,
        rendering.cite.position != "first",
        rendering.expansion,
        et_al,
    )


@lru_cache(maxsize=8192)
def _asked(branch: StyleNode) -> tuple[tuple[Test, str], ...]:
    """Return the tests of a branch, each with what it is asked of."""
    return tuple(
        (test, value) for name, test in _TESTS.items() for value in branch.get(name).split()
    )


def _position(rendering: Rendering, asked: str) -> bool:
    position = rendering.cite.position
    if rendering.listed:
        return False
    if asked == "subsequent":
        return position != "first"
    if asked == "ibid":
        return position.startswith("ibid")
    if asked == "near-note":
        return rendering.cite.near
    return position == asked


def _circa(rendering: Rendering, variable: str) -> bool:
    when = rendering.date(variable)
    return when is not None and when.circa


def _locator(rendering: Rendering, label: str) -> bool:
    return bool(rendering.cite.locator) and (rendering.cite.label or "page") == label


_TESTS: Final[Mapping[str, Test]] = {
    "type": lambda rendering, kind: rendering.work.kind == kind,
    "variable": lambda rendering, name: rendering.has(name),
    "is-numeric": lambda rendering, name: is_numeric(rendering.value(name)),
    "is-uncertain-date": _circa,
    "locator": _locator,
    "position": _position,
    "disambiguate": lambda rendering, asked: rendering.ambiguous == (asked == "true"),
}
