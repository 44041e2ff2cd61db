"""Inline Markdown: takes a text or its tokens, returns `Text` with owners and places.

Everything that a reader sees passes through here: section prose, and titles, labels, notes and
captions of the YAML files.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, cast

from builder.content.citing import read_citation
from builder.content.context import Context, has_digit
from builder.content.designated import with_joined
from builder.content.digits import (
    BRACED,
    SLIPS,
    check_use,
    check_years,
    is_address,
    loose_numbers,
    with_years,
)
from builder.content.formulas import inline_formula, without_formulas
from builder.content.limits import excess
from builder.content.lines import Locator, name_of_control, offsets
from builder.content.markdown import parser, shielded, unshielded
from builder.content.references import Emphasis, refuse_citations, refuse_icons, refuse_references
from builder.language.quotes import with_apostrophes
from builder.model.text import (
    CrossReference,
    FigureUse,
    Inline,
    NoteMark,
    Owner,
    ReferenceKind,
    Run,
    Text,
)
from builder.problems import HIDDEN, Place

if TYPE_CHECKING:
    from markdown_it.token import Token

# A short text of YAML that holds none of these is what it says, without being parsed.
_MARKS = re.compile(r"[\\`*_\[\]{}<>&!$~^\n]|==|(?<!\w)@\w|@\W?(fig|tbl|sec|eq)-|^\s|\s$|^$")


def inline_text(source: str, locate: Locator, context: Context, *, formulas: bool = False) -> Text:
    """Return a text of a YAML value or, with `formulas`, of a directive, its characters placed."""
    if not (_MARKS.search(source) or excess(source)):
        if not has_digit(source) and _stands_in_one(source, locate):
            return (Run(source, place=locate(0)),)
        return _Reading(locate, context, words=[(source, 0, True)]).text_read()
    text = text_of(parser().parseInline(shielded(source), {})[0].children or (), locate, context)
    refuse_references((text,), "outside the prose of a section", context.problems)
    refuse_citations((text,), context.problems)
    if "icon" in source:
        refuse_icons((text,), "a title, a label or a caption", context.problems)
    return text if formulas else without_formulas(text, context.problems)


def text_of(
    tokens: Iterable[Token], locate: Locator, context: Context, *, alone: bool = True
) -> Text:
    """Return the text of a parser's inline tokens, whose `at` indices `locate` understands.

    `alone` says that a year with nothing beside it is one: not so in a column that may count.
    """
    reading = _Reading(locate, context)
    for token in tokens:
        reading.read(token)
    return reading.text_read(alone=alone)


@dataclass
class _Reading:
    """One text while its tokens are read; words set alike are gathered until the style changes."""

    locate: Locator
    context: Context
    items: list[Inline] = field(default_factory=list)
    styles: list[Emphasis] = field(default_factory=lambda: [Emphasis()])
    words: list[tuple[str, int, bool]] = field(default_factory=list)

    @property
    def style(self) -> Emphasis:
        return self.styles[-1]

    def read(self, token: Token) -> None:
        kind, at = token.type, token.meta.get("at", 0)
        if kind in _HANDLERS:
            _HANDLERS[kind](self, token, at)
        elif kind.endswith("_open"):
            self.flush()
            self.styles.append(self.style.opened(token, self.locate(at - 1), self.context))
        elif kind.endswith("_close"):
            self.flush()
            self.styles.pop()

    def text(self, token: Token, at: int) -> None:
        if token.content:
            self.words.append((unshielded(token.content), at, True))

    def unsupported(self, token: Token, at: int) -> None:
        self.context.problems.error(self.locate(at), unshielded(token.content), token.info)

    def excess(self, token: Token, at: int) -> None:
        """Report what cannot be set; a sign stands for it, since the text is not empty."""
        self.context.problems.error(self.locate(at), unshielded(token.content), token.info)
        self.context.dropped = True
        self.words.append(("…", at, False))

    def special(self, token: Token, at: int) -> None:
        hidden = HIDDEN.search(token.content)
        if hidden:  # a backslash may stand before it
            hint = "remove it; it has no meaning in a text"
            self.context.problems.error(self.locate(at), name_of_control(hidden.group()), hint)
        self.words.append((token.content, at, token.content == token.markup))

    def space(self, _token: Token, at: int) -> None:
        self.words.append((" ", at, False))

    def hard_break(self, token: Token, at: int) -> None:
        self.context.problems.warning(
            self.locate(at),
            "a forced line break is set as a space",
            "leave out the spaces or backslash at the line's end, or start a new paragraph",
        )
        self.space(token, at)

    def code(self, token: Token, at: int) -> None:
        self.flush()
        self.styles.append(self.style._replace(code=True))
        lead = len(token.content) - len(token.content.lstrip())
        self.words.append((unshielded(token.content), at - lead, True))
        self.flush()
        self.styles.pop()

    def figure(self, token: Token, at: int) -> None:
        self.flush()
        place = self.locate(at)
        name, *forms = (part.strip() for part in unshielded(token.content).split("|"))
        check_use(unshielded(token.content), name, forms, place, self.context.problems)
        self.context.mention("figure", name, place)
        style = self.style
        self.items.append(
            FigureUse(
                name,
                tuple(forms),
                place,
                strong=bool(style.strong),
                emphasis=bool(style.emphasis),
                link=style.link,
                claim=style.claim,
                manner=style.manner,
            )
        )

    def note(self, token: Token, at: int) -> None:
        self.flush()
        self.items.append(NoteMark(str(token.meta["label"]), self.locate(at)))

    def reference(self, token: Token, at: int) -> None:
        self.flush()
        kind, style = cast(ReferenceKind, token.markup), self.style
        place, strong, emphasis = self.locate(at), bool(style.strong), bool(style.emphasis)
        said = token.meta.get("before")
        before = None if said is None else with_apostrophes(" ".join(said.split()).lstrip("-"))
        self.items.append(
            CrossReference(kind, token.content, place, strong, emphasis, style.manner, before)
        )

    def image(self, _token: Token, at: int) -> None:
        self.context.problems.error(
            self.locate(at),
            "a picture stands among words",
            "give it a paragraph of its own, with a blank line before and after it",
        )

    def html(self, token: Token, at: int) -> None:
        if not token.content.startswith("<!--"):
            self.context.problems.error(
                self.locate(at),
                f'raw HTML is not supported: "{unshielded(token.content)}"',
                "write Markdown; a < that is meant to be seen is written \\<",
            )

    def text_read(self, *, alone: bool = True) -> Text:
        """Return the text, its years owned; numbers that nothing owns are noted."""
        self.flush()
        years = self.context.years
        text = with_years(with_joined(self.items), years, alone=alone)
        self.context.loose += loose_numbers(text, years, alone=alone)
        return text

    def flush(self) -> None:
        """Make runs of the words gathered so far."""
        if not self.words:
            return
        words, self.words = self.words, []
        whole = "".join(word for word, _, _ in words)
        places = offsets(words)
        self._look_for_slips(words)
        if "{" in whole and not self.style.code:
            self._look_for_braces(words, places)
        if self.style.year:
            check_years(whole, self.locate(places(0)), self.context)
        if self.style.year or (self.style.link and is_address(whole, self.style.link)):
            owner = Owner("date" if self.style.year else "name", whole)
            self.items.append(self._run(whole, places(0), owner))
            return
        for index, part, name in self.context.names.parts(whole):
            owned = Owner("name", name) if name else None
            breaks = () if name else self._breaks(part, index, places)
            self.items.append(self._run(part, places(index), owned, breaks))

    def _breaks(
        self, part: str, index: int, places: Callable[[int], int]
    ) -> tuple[tuple[int, Place], ...]:
        """Return where each word and sign stands, unless the part stands in the file as it is."""
        if _stands_in_one(part, lambda at: self.locate(places(index + at))):
            return ()
        starts = (word.start() for word in re.finditer(r"[^\W_]+|\S", part))
        return tuple((start, self.locate(places(index + start))) for start in starts)

    def _run(
        self,
        text: str,
        at: int,
        owner: Owner | None,
        breaks: tuple[tuple[int, Place], ...] = (),
    ) -> Run:
        style = self.style
        return Run(
            text,
            strong=bool(style.strong),
            emphasis=bool(style.emphasis),
            code=style.code,
            link=style.link,
            owner=owner,
            claim=style.claim,
            language=style.language,
            place=self.locate(at),
            breaks=breaks,
            manner=style.manner,
        )

    def _look_for_slips(self, words: Iterable[tuple[str, int, bool]]) -> None:
        """Report syntax that the parser took for words, because something in it is missing.

        A bracket that closes an escaped one is a sign.
        """
        words, opened = list(words), 0
        for word, start, verbatim in words:
            opened += not verbatim and word == "["
            if verbatim and opened and "](" in word:
                word, opened = word.replace("](", "", 1), opened - 1
            for slip, hint in SLIPS.items() if verbatim and not self.style.code else ():
                at = word.find(slip)
                if at >= 0:
                    place = self.locate(start + at)
                    self.context.problems.error(place, f'"{slip}" in the text', hint)

    def _look_for_braces(
        self, words: Iterable[tuple[str, int, bool]], places: Callable[[int], int]
    ) -> None:
        """Note names in single braces, which would be printed so: they may be figures'."""
        plain = "".join(word if verbatim else " " * len(word) for word, _, verbatim in words)
        for use in BRACED.finditer(plain):
            place = self.locate(places(use.start()))
            self.context.mention("braced", use["name"], place, use.group())


def _stands_in_one(part: str, locate: Locator) -> bool:
    """Say whether a part stands in its file as it is, in one line."""
    first, last = locate(0), locate(len(part) - 1)
    return last.column == first.column + len(part) - 1 and last.line == first.line


_HANDLERS: dict[str, Callable[[_Reading, Token, int], None]] = {
    "text": _Reading.text,
    "text_special": _Reading.special,
    "softbreak": _Reading.space,
    "hardbreak": _Reading.hard_break,
    "code_inline": _Reading.code,
    "substitution_inline": _Reading.figure,
    "footnote_ref": _Reading.note,
    "reference": _Reading.reference,
    "citation": read_citation,
    "formula": inline_formula,
    "image": _Reading.image,
    "html_inline": _Reading.html,
    "unsupported": _Reading.unsupported,
    "excess": _Reading.excess,
}
