"""Citations in a text: takes `[see @a, p. 4; @b]` or `@a [p. 4]`, returns what they name.

As pandoc reads them: works are parted by semicolons; before the @ stands what is said first, after
the key a page or another place in the work, then the rest.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Final

from builder.content.listing import REFERENCES
from builder.model.inline import Citation, Cited
from builder.problems import Place

if TYPE_CHECKING:
    from markdown_it.rules_inline import StateInline
    from markdown_it.token import Token

    from builder.content.context import Context
    from builder.content.files import Folder
    from builder.content.texts import _Reading
    from builder.model.briefing import Meta
    from builder.model.work import Library

_KEY: Final = r"(?:\{[^{}\s]+\}|\w(?:[\w:.#$%&+?<>~/-]*[\w+/])?)"
_CROSS: Final = r"(?!(?:fig|tbl|sec|eq)-)"
_BRACKETED: Final = re.compile(
    rf"\[((?:[^\[\]]|\[[^\[\]]*\])*?(?<![\w.@])@{_CROSS}{_KEY}(?:[^\[\]]|\[[^\[\]]*\])*)\](?![({{\[])"
)
_WORK: Final = re.compile(
    rf"(?P<prefix>[^@]*?)(?P<minus>-?)(?<![\w.@])@(?P<key>{_KEY})(?P<suffix>.*)", re.DOTALL
)
_NARRATIVE: Final = re.compile(rf"@{_CROSS}({_KEY})(?:[ \u00a0]\[([^\[\]@]*)\](?![({{\[]))?")
_EMPHASIS: Final = re.compile(r"(\*|_)(?=\S)([^*_]+)(?<=\S)\1")

_LABELS: Final = (
    "book", "chapter", "column", "figure", "folio", "issue", "line", "note", "opus", "page",
    "paragraph", "part", "section", "sub-verbo", "verse", "volume", "number", "appendix", "table",
    "article-locator", "supplement",
)  # fmt: skip
_OURS: Final = {
    "ch.": "chapter", "chs.": "chapter", "chap.": "chapter", "p.": "page", "pp.": "page",
    "§": "section", "§§": "section", "¶": "paragraph", "¶¶": "paragraph", "art.": "article-locator",
    "fn.": "note", "n.": "note", "no.": "number", "fig.": "figure", "tab.": "table",
}  # fmt: skip
_LOCATED: Final = re.compile(
    r"(?P<number>(?:[\w§]*\d[\w.:/]*|[ivxlcdmIVXLCDM]+\b)"
    r"(?:\s*(?:[-–&]+|,(?=\s*\d)|and|und|et|та|і)\s*(?:\w*\d[\w.:/]*|[ivxlcdm]+\b)|(?:ff?\.?))*)"
)


@dataclass
class Locators:
    """The words for places in a work (p., chap.) in a language, longest first, and its names."""

    language: str
    _known: dict[str, str] = field(default_factory=dict)

    @property
    def known(self) -> dict[str, str]:
        """The CSL name of each word, in small letters."""
        if not self._known:
            from builder.citing.nodes import shipped_style

            found: dict[str, str] = {}
            for language in ("en-US", self.language):
                locale = shipped_style("ieee", language).locale
                for label in _LABELS:
                    for form in ("long", "short", "symbol"):
                        term = locale.terms.get((label, form, ""))
                        for word in (term.single, term.multiple) if term else ():
                            found.setdefault(word.casefold(), label)
            found |= _OURS
            found.pop("", None)
            ordered = sorted(found.items(), key=lambda pair: (-len(pair[0]), pair[0]))
            self._known.update(ordered)
        return self._known


def locators_of(folder: Folder, language: str) -> Locators | None:
    """Return the words for places in works, where a folder has references to cite."""
    there = any(name in folder.names for name in REFERENCES)
    return Locators(language or "en") if there else None


def library_of(folder: Folder, meta: Meta, context: Context, *, unread: bool) -> Library | None:
    """Return the references (see `read_library`), None where a content has and cites none."""
    cites = any(mention.kind == "reference" for mention in context.mentions)
    if not cites and context.locators is None:
        return None
    from builder.content.bibliography import read_library

    return read_library(folder, meta, context, unread=unread)


def citation(state: StateInline, silent: bool) -> bool:
    """Read a citation as one token, its source as content (an inline rule)."""
    sign = state.src[state.pos]
    if sign == "[":
        found = _BRACKETED.match(state.src, state.pos, state.posMax)
        if found is None or not all(_WORK.fullmatch(part) for part in _parts(found[1])):
            return False
    elif sign == "@":
        before = state.src[state.pos - 1 : state.pos]
        found = _NARRATIVE.match(state.src, state.pos, state.posMax)
        if found is None or before.isalnum() or before in ("_", ".", "@", "/"):
            return False
    else:
        return False
    if not silent:
        token = state.push("citation", "", 0)
        token.content = found.group()
    state.pos = found.end()
    return True


def _parts(within: str) -> list[str]:
    """Return the works of a citation, parted by semicolons."""
    return within.split(";")


def read_citation(reading: _Reading, token: Token, at: int) -> None:
    """Read a citation into a text; where there are no references, an @ by itself is a sign."""
    context, source = reading.context, token.content
    if context.locators is None and source.startswith("@"):
        reading.words.append((source, at, True))
        return
    reading.flush()
    locators = context.locators or Locators("en")
    found = citation_of(source, lambda index: reading.locate(at + index), locators)
    strong, emphasis = bool(reading.style.strong), bool(reading.style.emphasis)
    reading.items.append(replace(found, strong=strong, emphasis=emphasis))
    if "{{" in source:
        hint = "write the sentence so that the figure stands outside of the brackets"
        context.problems.error(reading.locate(at), "a figure within a citation", hint)
    for work in found.works:
        context.mention("reference", work.key, work.place)


def citation_of(source: str, locate: Callable[[int], Place], locators: Locators) -> Citation:
    """Return the citation that a token's source writes; `locate` places an index into it."""
    if source.startswith("@"):
        return _narrative(source, locate, locators)
    works, at = [], 1
    for part in _parts(source[1:-1]):
        found = _WORK.fullmatch(part)
        if found is not None:
            key = found["key"]
            place = locate(at + found.start("key") - 1)
            one = Cited(
                _bare(key),
                _marked(found["prefix"].strip()),
                without_author=bool(found["minus"]),
                place=place,
            )
            works.append(_located(one, found["suffix"], locators))
        at += len(part) + 1
    return Citation(tuple(works), False, locate(0))


def _narrative(source: str, locate: Callable[[int], Place], locators: Locators) -> Citation:
    found = _NARRATIVE.fullmatch(source)
    if found is None:
        raise AssertionError(f"no citation: {source}")
    one = Cited(_bare(found[1]), place=locate(0))
    if found[2]:
        one = _located(one, f", {found[2]}", locators)
    return Citation((one,), True, locate(0))


def _bare(key: str) -> str:
    return key[1:-1] if key.startswith("{") else key


def _located(cited: Cited, after: str, locators: Locators) -> Cited:
    """Return a work with the place in it that begins what stands after its key."""
    rest = after.lstrip(" ,\n")
    parted = rest != after.lstrip() or not after.strip()
    small = rest.casefold()
    for word, label in locators.known.items():
        if small.startswith(word):
            number = _LOCATED.match(rest[len(word) :].lstrip())
            if number and (not word[-1].isalpha() or not rest[len(word) : len(word) + 1].isalpha()):
                left = rest[len(word) :].lstrip()[number.end() :]
                return replace(
                    cited, label=label, locator=number["number"], suffix=_marked(left.rstrip())
                )
    number = _LOCATED.match(rest)
    if parted and number and rest[:1].isdigit():
        left = rest[number.end() :]
        return replace(cited, label="page", locator=number["number"], suffix=_marked(left.rstrip()))
    return replace(cited, suffix=_marked(after.rstrip()))


def _marked(text: str) -> str:
    """Return what is said around a work, its emphasis marked as fields have it."""
    return _EMPHASIS.sub(r"<i>\2</i>", text)
