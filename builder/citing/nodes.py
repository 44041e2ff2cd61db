"""CSL files: takes a style's or a locale's XML, returns its elements, options and terms as data.

Styles and locales lie in `assets/csl`; a style may also be the user's own. Nothing is fetched: a
style that only refers to another one (a dependent style) is refused.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING, Final, NamedTuple

from builder.language.language import known
from builder.theme import assets

if TYPE_CHECKING:
    from lxml import etree

_SPACE: Final = "{http://purl.org/net/xbiblio/csl}"
_LANGUAGE: Final = "{http://www.w3.org/XML/1998/namespace}lang"
_LONGER: Final = {"verb-short": "verb", "symbol": "short", "short": "long", "verb": "long"}
_MOST_ELEMENTS: Final = 50_000

SHIPPED: Final = (
    "apa",
    "chicago-author-date",
    "chicago-notes-bibliography",
    "harvard-cite-them-right",
    "ieee",
    "vancouver",
)
"""The styles that come with us."""


class StyleError(Exception):
    """A file that is no style: `found` says why, as the rest of a sentence, `hint` what to do."""

    def __init__(self, found: str, hint: str) -> None:
        super().__init__(found)
        self.found, self.hint = found, hint


@dataclass(frozen=True, slots=True, eq=False)
class StyleNode:
    """An element of a style: its name, attributes, elements below it and text."""

    tag: str
    attributes: Mapping[str, str]
    kids: tuple[StyleNode, ...] = ()
    text: str = ""

    def get(self, name: str, default: str = "") -> str:
        """Return an attribute."""
        return self.attributes.get(name, default)

    def first(self, tag: str) -> StyleNode | None:
        """Return the first element of a name below this one."""
        return next((kid for kid in self.kids if kid.tag == tag), None)

    def all(self) -> Iterator[StyleNode]:
        """Yield this element and all below it."""
        yield self
        for kid in self.kids:
            yield from kid.all()


class Term(NamedTuple):
    """A word of a locale, of one and of several; `gender` is the noun's, `of` the one it is for."""

    single: str
    multiple: str
    gender: str = ""


@dataclass(frozen=True, eq=False)
class Locale:
    """How a language words references: `terms` by name and form (and gender), dates by form."""

    language: str
    terms: Mapping[tuple[str, str, str], Term]
    dates: Mapping[str, StyleNode]
    options: Mapping[str, str]

    def term(self, name: str, form: str = "long", *, plural: bool = False, of: str = "") -> str:
        """Return a term, in the next longer form where it lacks one; empty where it has none.

        `of` is the gender of what it goes with.
        """
        found = self.known(name, form, of)
        return "" if found is None else found.multiple if plural else found.single

    def known(self, name: str, form: str = "long", of: str = "") -> Term | None:
        """Return a term with both of its numbers."""
        while True:
            found = self.terms.get((name, form, of)) or self.terms.get((name, form, ""))
            if found is not None or form == "long":
                return found
            form = _LONGER.get(form, "long")

    @property
    def inside_quotes(self) -> bool:
        """Whether commas and full stops stand within quotation marks."""
        return self.options.get("punctuation-in-quote") == "true"


@dataclass(frozen=True, eq=False)
class Style:
    """A style with the words of one language."""

    root: StyleNode
    macros: Mapping[str, StyleNode]
    citation: StyleNode
    bibliography: StyleNode | None
    locale: Locale

    @property
    def in_notes(self) -> bool:
        """Whether citations are notes."""
        return self.root.get("class") == "note"

    @property
    def by_number(self) -> bool:
        """Whether citations are numbers."""
        nodes = self._used(self.citation, set())
        return any(node.get("variable") == "citation-number" for node in nodes)

    def _used(self, node: StyleNode, met: set[str]) -> Iterator[StyleNode]:
        for each in node.all():
            yield each
            name = each.get("macro")
            if name in self.macros and name not in met:
                met.add(name)
                yield from self._used(self.macros[name], met)


@lru_cache(4)
def read_style(data: bytes, language: str) -> Style:
    """Return a style in a language.

    Raises:
        StyleError: it is no independent CSL style.
    """
    root = _parsed(data)
    citation = root.first("citation")
    if root.tag != "style":
        raise StyleError("is no CSL style", "its outermost element is <style>; take a .csl file")
    if citation is None:
        raise StyleError(
            "only refers to another style", "take the .csl file of the style that it is based on"
        )
    if citation.first("layout") is None:
        raise StyleError("says nothing of citations", "it needs <citation> with a <layout>")
    macros = {kid.get("name"): kid for kid in root.kids if kid.tag == "macro"}
    _refuse_unknown_macros(root, macros)
    language = root.get("default-locale") or language
    return Style(root, macros, citation, root.first("bibliography"), _locale(root, language))


def shipped_style(name: str, language: str) -> Style:
    """Return one of the styles that come with us.

    Raises:
        FileNotFoundError: there is none of this name.
    """
    return read_style(assets.path("csl", "styles", f"{name}.csl").read_bytes(), language)


def _refuse_unknown_macros(root: StyleNode, macros: Mapping[str, StyleNode]) -> None:
    waiting: dict[str, set[str]] = {}
    for node in root.all():
        name = node.get("macro")
        if name and name not in macros:
            raise StyleError(f'uses a macro "{name}" that it has not', "take a whole .csl file")
    for name, macro in macros.items():
        waiting[name] = {node.get("macro") for node in macro.all() if node.get("macro")}
    while True:
        ended = {name for name, used in waiting.items() if not used & waiting.keys()}
        if not ended:
            break
        waiting = {name: used for name, used in waiting.items() if name not in ended}
    if waiting:
        raise StyleError(f'has a macro "{min(waiting)}" that uses itself', "take another style")


def _parsed(data: bytes) -> StyleNode:
    """Return the elements of XML from anywhere: no DTD, no entity, no great depth."""
    from lxml import etree

    parser = etree.XMLParser(resolve_entities=False, no_network=True, remove_comments=True)
    try:
        root = etree.fromstring(data, parser)
    except (etree.XMLSyntaxError, ValueError) as error:
        raise StyleError(f"is no XML ({error})", "take a .csl file as it is published") from None
    if root.getroottree().docinfo.internalDTD is not None:
        raise StyleError("holds a DTD", "take a .csl file as it is published")
    if sum(1 for _ in root.iter()) > _MOST_ELEMENTS:
        raise StyleError("holds too many elements", f"at most {_MOST_ELEMENTS:,} are read")
    return _node(root)


def _node(element: etree._Element) -> StyleNode:
    attributes = {str(name): str(value) for name, value in element.attrib.items()}
    kids = tuple(_node(kid) for kid in element if isinstance(kid.tag, str))
    return StyleNode(str(element.tag).removeprefix(_SPACE), attributes, kids, element.text or "")


@lru_cache(16)
def _shipped_locale(name: str) -> StyleNode | None:
    try:
        return _parsed(assets.path("csl", "locales", f"{name}.xml").read_bytes())
    except FileNotFoundError:
        return None


def _locale(root: StyleNode, language: str) -> Locale:
    """Return the words of a language: the style's own before the locale's, English last."""
    base = language.split("-")[0]
    main = spoken.csl if (spoken := known(language)) else ""
    files = [_shipped_locale(name) for name in ("en-US", main, language) if name]
    own = [kid for kid in root.kids if kid.tag == "locale"]
    within = [kid for tag in ("", base, language) for kid in own if kid.get(_LANGUAGE) == tag]
    terms: dict[tuple[str, str, str], Term] = {}
    dates: dict[str, StyleNode] = {}
    options: dict[str, str] = {}
    for number, node in enumerate([*filter(None, files), *within]):
        found = dict(_terms(node))
        if number and any(name.startswith("ordinal") for name, _, _ in found):
            terms = {key: term for key, term in terms.items() if not key[0].startswith("ordinal")}
        terms.update(found)
        dates.update({kid.get("form"): kid for kid in node.kids if kid.tag == "date"})
        for kid in node.kids:
            if kid.tag == "style-options":
                options.update(kid.attributes)
    return Locale(language, terms, dates, options)


def _terms(node: StyleNode) -> Iterator[tuple[tuple[str, str, str], Term]]:
    for group in node.kids:
        for term in group.kids if group.tag == "terms" else ():
            single, multiple = term.first("single"), term.first("multiple")
            one = single.text if single else term.text
            many = multiple.text if multiple else one
            key = term.get("name"), term.get("form", "long"), term.get("gender-form")
            yield key, Term(one, many, term.get("gender"))
