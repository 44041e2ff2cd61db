"""A style's elements rendered for one work: takes a layout and a work, returns pieces.

An element says, beside its words, whether it asked for a variable and whether any of those held
something: a group whose variables are all empty is left out (CSL 1.0.2, cs:group).
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Final

from builder.citing.elements import holds, names
from builder.citing.naming import Expansion
from builder.citing.nodes import Style, StyleError, StyleNode
from builder.citing.numbers import date_text, is_several, numbered, pages
from builder.citing.pieces import CitedWords, Pieces, cased, italic, joined, quoted, rich, text_of
from builder.citing.said import EMPTY, FILLED, NONE, Cite, Said
from builder.model.work import Person, When, Work

_NOTHING: Final = Said()
_NO_CITE: Final = Cite()
_PLAIN: Final = Expansion()
_MOST_STEPS: Final = 200_000
"""Elements that one work takes to render; the longest style known takes some thousands."""


@dataclass
class Rendering:
    """One work rendered once: in a citation or in the list, or for a key that it is sorted by."""

    style: Style
    work: Work
    area: StyleNode
    cite: Cite = _NO_CITE
    listed: bool = False
    number: int = 0
    suffix: str = ""
    ambiguous: bool = False
    expansion: Expansion = _PLAIN
    sorting: Mapping[str, str] | None = None
    told: set[str] = field(default_factory=set)
    used: list[str] = field(default_factory=list)
    like: StyleNode | None = None
    authors: Pieces = ()
    _withheld: bool = False
    _steps: int = 0

    def layout(self) -> Pieces:
        """Return what the area's layout says, without its own affixes."""
        found = self.area.first("layout")
        return (
            self.all(found, found.get("delimiter") if self.listed else "").pieces if found else ()
        )

    def all(self, node: StyleNode, between: str = "") -> Said:
        """Render the elements below one."""
        said = [self.element(kid, between) for kid in node.kids]
        return Said(joined((each.pieces for each in said), between), _state(said))

    def element(self, node: StyleNode, between: str = "") -> Said:
        """Render one element; `between` parts what a choice holds, as the group around it does.

        Raises:
            StyleError: the style takes more steps than any does.
        """
        self._steps += 1
        if self._steps > _MOST_STEPS:
            raise StyleError("never comes to an end with a work", "take another style")
        if node.tag == "choose":
            for branch in node.kids:
                if branch.tag == "else" or holds(branch, self):
                    return self.all(branch, between)
            return _NOTHING
        render = _RENDERED.get(node.tag)
        if render is None:
            return _NOTHING
        said = render(self, node)
        if not said.pieces:
            return said
        pieces = italic(said.pieces, node.get("font-style") in ("italic", "oblique"))
        if node.get("font-weight") == "bold":
            pieces = tuple(piece._replace(bold=True) for piece in pieces)
        raised = {"sup": 1, "sub": -1}.get(node.get("vertical-align"))
        if raised:
            pieces = tuple(piece._replace(raised=raised) for piece in pieces)
        if node.tag != "date" and node.get("text-case"):
            pieces = cased(pieces, node.get("text-case"), english=self.is_english)
        if node.get("quotes") == "true":
            pieces = self._quoted(pieces)
        before, after = node.get("prefix"), node.get("suffix")
        # Of a DOI the style prints the address before it, which is a part of the link.
        goal = pieces[0].link if before.startswith("http") else ""
        head = (CitedWords(before, link=goal),) if before else ()
        tail = (CitedWords(after),) if after else ()
        return Said((*head, *pieces, *tail), said.state)

    @property
    def is_english(self) -> bool:
        """Whether the work's words are English, as far as it says so, else the document's are."""
        return (self.work.fields.get("language") or self.style.locale.language).startswith("en")

    def value(self, variable: str) -> str:
        """Return a variable as text; empty where there is none."""
        if variable in self.told:
            return ""
        if variable == "locator":
            return self.cite.locator
        if variable == "citation-number":
            return str(self.number) if self.number else ""
        if variable == "first-reference-note-number":
            return str(self.cite.first_note) if self.cite.first_note else ""
        if variable == "page-first":
            return pages(self.work.fields.get("page", ""), "").split("–")[0].split(",")[0].strip()
        if variable == "citation-label":
            return self.work.key
        return self.work.fields.get(variable, "")

    def people(self, variable: str) -> tuple[Person, ...]:
        """Return the people of a variable."""
        return () if variable in self.told else self.work.names.get(variable, ())

    def date(self, variable: str) -> When | None:
        """Return the date of a variable."""
        return None if variable in self.told else self.work.dates.get(variable)

    def has(self, variable: str) -> bool:
        """Say whether a variable holds anything."""
        if self.work.dates.get(variable) or self.work.names.get(variable):
            return variable not in self.told
        return bool(self.value(variable))

    def _quoted(self, pieces: Pieces) -> Pieces:
        term = self.style.locale.term
        inner = term("open-inner-quote"), term("close-inner-quote")
        return quoted(pieces, term("open-quote"), term("close-quote"), inner)

    def text(self, node: StyleNode) -> Said:
        """Render a `text` element."""
        if "macro" in node.attributes:
            like, self.like = self.like, None
            said = self.all(self.style.macros[node.get("macro")])
            self.like = like
            return said
        if "term" in node.attributes:
            plural = node.get("plural") == "true"
            term = self.style.locale.term(node.get("term"), node.get("form", "long"), plural=plural)
            # "n.d." stands for a variable: it keeps the group that it stands in.
            state = FILLED if term and node.get("term") == "no date" else NONE
            return Said(self._words(term, node), state)
        if "value" in node.attributes:
            return Said(self._words(node.get("value"), node))
        variable = node.get("variable")
        if variable == "year-suffix":
            return Said(self._words(self.suffix, node), NONE)
        words = self.value(variable)
        if node.get("form") == "short":
            words = self.value(f"{variable}-short") or words
        if not words:
            return Said((), EMPTY)
        self.used.append(variable)
        if variable in ("page", "locator"):
            words = self._pages(words)
        pieces = self._words(self._requoted(words), node)
        address = _address(variable, words)
        if address:
            pieces = tuple(piece._replace(link=address) for piece in pieces)
        return Said(pieces, FILLED)

    def _requoted(self, words: str) -> str:
        """Return a field with the quotation marks of the language of the list."""
        term = self.style.locale.term
        words = words.replace("“", term("open-quote")) if "“" in words else words
        return words.replace("”", term("close-quote")) if "”" in words else words

    def _words(self, words: str, node: StyleNode) -> Pieces:
        if not words:
            return ()
        return rich(words.replace(".", "") if node.get("strip-periods") == "true" else words)

    def number_element(self, node: StyleNode) -> Said:
        """Render a `number` element."""
        variable = node.get("variable")
        words = self.value(variable)
        if not words:
            return Said((), EMPTY)
        self.used.append(variable)
        known = self.style.locale.known(variable)
        gender = known.gender if known else ""
        if variable in ("page", "locator"):
            words = self._pages(words)
        said = numbered(words, node.get("form", "numeric"), self.style.locale, gender)
        return Said(rich(said), FILLED)

    def _pages(self, words: str) -> str:
        """Return pages as the style has them, with the dash of the language."""
        dash = self.style.locale.term("page-range-delimiter") or "–"
        return pages(words, self.style.root.get("page-range-format")).replace("–", dash)

    def label(self, node: StyleNode) -> Said:
        """Render a `label` element."""
        variable = node.get("variable")
        words = self.value(variable)
        if not words:
            return _NOTHING
        term = (self.cite.label or "page") if variable == "locator" else variable
        return Said(self.role_label(term, node, several=is_several(variable, words)))

    def role_label(self, term: str, node: StyleNode, *, several: bool) -> Pieces:
        """Return the word for what a variable or a role is, of one or of several."""
        plural = {"always": True, "never": False}.get(node.get("plural"), several)
        said = self.style.locale.term(term, node.get("form", "long"), plural=plural)
        return self._words(said, node)

    def date_element(self, node: StyleNode) -> Said:
        """Render a `date` element."""
        when = self.date(node.get("variable"))
        if when is None:
            return Said((), EMPTY)
        if self.sorting is not None:
            return Said((CitedWords(sort_date(when)),), FILLED)
        suffix = ""
        if self.suffix and not self._withheld and not self._suffixes:
            suffix, self._withheld = self.suffix, True
        said = date_text(node, when, self.style.locale, suffix)
        if self.work.names_year(said) and not self.cite.without_author:
            return Said((), FILLED)
        pieces = cased((CitedWords(said),), node.get("text-case"), english=self.is_english)
        return Said(pieces if said else (), FILLED if said else EMPTY)

    @property
    def _suffixes(self) -> bool:
        """Whether the style says by itself where the letter of a year stands."""
        macros = (node for macro in self.style.macros.values() for node in macro.all())
        return any(node.get("variable") == "year-suffix" for node in (*macros, *self.area.all()))

    def group(self, node: StyleNode) -> Said:
        """Render a `group` element."""
        said = self.all(node, node.get("delimiter"))
        return Said((), EMPTY) if said.state == EMPTY else said

    def option(self, name: str) -> str:
        """Return an option of the area, else of the style."""
        return self.area.get(name) or self.style.root.get(name)


def _state(said: list[Said]) -> int:
    return max((each.state for each in said), default=NONE)


def _address(variable: str, words: str) -> str:
    if variable == "URL":
        return words
    if variable == "DOI":
        return words if words.startswith("http") else f"https://doi.org/{words}"
    return ""


def sort_date(when: When) -> str:
    """Return a date as text that sorts as dates do."""
    if not when.parts:
        return when.words
    return "-".join(
        f"{(*part, 0, 0, 0)[0] + 10000:05}{(*part, 0, 0)[1]:02}{(*part, 0, 0, 0)[2]:02}"
        for part in when.parts
        if part
    )


def plainly(rendering: Rendering) -> str:
    """Return what a rendering's layout says as plain text."""
    return text_of(rendering.layout())


_RENDERED: Final[Mapping[str, Callable[[Rendering, StyleNode], Said]]] = {
    "text": Rendering.text,
    "number": Rendering.number_element,
    "label": Rendering.label,
    "date": Rendering.date_element,
    "group": Rendering.group,
    "names": names,
}
