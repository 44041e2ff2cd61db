"""What is said of a work: how it is cited at one place and told from others, what a style's
elements say of it, and what the reference of a law lacks.

Of the elements, those that are more than words are here: the people that `names` says, and whether
what a branch of `choose` asks of a work and its citation holds. Both take the rendering of a work
at one place. Styles are made for the laws of one country: number and note of another's would be
lost, «Закон України від 27 січня 1995 р. № 32/95-ВР».
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import lru_cache
from typing import TYPE_CHECKING, Final, NamedTuple, TypeAlias

from builder.citing.naming import INHERITED, Expansion, Naming, listed
from builder.citing.nodes import StyleNode
from builder.citing.numbers import is_numeric
from builder.citing.pieces import CitedWords, Pieces, cased, italic, joined, rich, text_of
from builder.frozen import dataclass
from builder.model.work import LAWS, Person, Work

if TYPE_CHECKING:
    from builder.citing.rendering import Rendering


Test: TypeAlias = "Callable[[Rendering, str], bool]"
"""Says whether a work, as it is cited, is what a branch names."""

NONE, EMPTY, FILLED = range(3)
"""Whether variables were asked for, and held anything."""

_FOUND_BY: Final = ("number", "note")


class Said(NamedTuple):
    """What an element says, and what became of the variables that it asked for."""

    pieces: Pieces = ()
    state: int = NONE


@dataclass(frozen=True)
class Cite:
    """How a work is cited at one place: where in it, and after which citations.

    `position` is first, subsequent, ibid or ibid-with-locator; `first_note` the number of the note
    that cites it first; `without_author` leaves the names out. In a `sentence` names are joined by
    a word, where a style has "&" in brackets.
    """

    label: str = ""
    locator: str = ""
    position: str = "first"
    near: bool = False
    first_note: int = 0
    without_author: bool = False
    sentence: bool = False


class Distinction(NamedTuple):
    """How a work is told from others that would read alike."""

    expansion: Expansion = Expansion()
    ambiguous: bool = False
    suffix: str = ""


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


def law_left_out(work: Work, said: str) -> Pieces:
    """Return the number and the note of a law, as another sentence, that its reference lacks."""
    if work.kind not in LAWS:
        return ()
    number, note = (rich(work.fields.get(name, "")) for name in _FOUND_BY)
    left = filter(text_of, (number, cased(note, "capitalize-first", english=False)))
    words = [pieces for pieces in left if not _is_said(text_of(pieces), said)]
    found: list[CitedWords] = []
    for pieces in words:
        head = CitedWords(" " if said.rstrip().endswith((".", "!", "?")) or found else ". ")
        end = () if text_of(pieces).endswith(".") else (CitedWords("."),)
        found += [head, *pieces, *end]
    return tuple(found)


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


def _is_said(words: str, said: str) -> bool:
    """Return whether a reference says these words already, in whatever letters."""
    return "".join(words.casefold().split()) in "".join(said.casefold().split())
