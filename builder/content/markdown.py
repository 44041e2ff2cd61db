"""The Markdown that content is written in: CommonMark with tables, notes, spans and directives.

Takes nothing, returns the parser: markdown-it-py with plugins, and each inline token with the
index in its source at which it begins (`token.meta["at"]`), which the library does not keep.
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, Any, Final, Literal

from markdown_it import MarkdownIt
from markdown_it.parser_inline import ParserInline
from markdown_it.rules_inline import StateInline
from markdown_it.rules_inline.state_inline import Scanned
from mdit_py_plugins.attrs.parse import ParseError, parse
from mdit_py_plugins.colon_fence import colon_fence_plugin
from mdit_py_plugins.footnote import footnote_plugin
from mdit_py_plugins.substitution import substitution_plugin

from builder.content.citing import citation
from builder.content.formulas import SHIELD, formula, formula_block
from builder.content.limits import MOST_BLOCKS, excess
from builder.content.marks import unsupported, use_marks
from builder.content.tree import Node, tree_of

if TYPE_CHECKING:
    from collections.abc import MutableMapping

    from markdown_it.rules_core import StateCore
    from markdown_it.token import Token

_WORDS: Final = "words"
_COUNTED: Final = frozenset(("paragraph_open", "heading_open", "tr_open"))
_CODED: Final = frozenset(("fence", "code_block"))
_USE = re.compile(r"\{\{[^{}\n]*\}\}")
_USED = re.compile(r"\}\}$")
_USES = re.compile(r"^\{\{")
_REFERENCE = re.compile(
    r"@(fig|tbl|sec|eq)-(\w(?:[\w-]*\w)?)"
    r"|\[(?P<before>-|[^\[\]@{}*_\\`\d\s][^\[\]@{}*_\\`\d]*[ \u00a0\n])"
    r"@(?P<kind>fig|tbl|sec|eq)-(?P<name>\w(?:[\w-]*\w)?)\](?![({\[])"
)
_ATTRIBUTES = re.compile(r"\{[^{}]{0,1000}\}")
_YEAR = re.compile(r"\[([^\[\]{}]*)\]\{ *year *\}")
_CODE = re.compile(r"`*[ \n]*")
_ANCHOR = re.compile(r"\{#([^\s{}]+)\}$")


def shielded(text: str) -> str:
    """Return text of equal length whose bars inside `{{ }}` cannot part the cells of a table."""
    return _USE.sub(lambda use: re.sub(r"(?<!\\)\|", SHIELD, use.group()), text)


def unshielded(text: str) -> str:
    """Undo `shielded`."""
    return text.replace(SHIELD, "|")


@cache
def parser() -> MarkdownIt:
    """Return the parser; raw HTML is recognised so that it can be refused."""
    markdown = MarkdownIt("commonmark")
    markdown.inline = _PlacedParser()
    markdown.configure("commonmark", {"html": True})
    # Where links may lead is not the parser's to say: what it refused would be printed as typed.
    markdown.validateLink = lambda url: True  # type: ignore[method-assign]
    markdown.normalizeLink = lambda url: url  # type: ignore[method-assign]
    markdown.enable("table")
    # Figure uses stand in text; a line that holds nothing else is a paragraph all the same.
    markdown.use(substitution_plugin).disable("substitution_block")
    markdown.inline.ruler.after("link", "span", _span)
    markdown.use(colon_fence_plugin)
    markdown.use(footnote_plugin, inline=False, move_to_end=False, always_match_refs=True)
    markdown.inline.ruler.before("escape", "reference", _reference)
    markdown.inline.ruler.before("escape", "year", _year)
    markdown.inline.ruler.before("escape", "citation", citation)
    markdown.inline.ruler.before("escape", "formula", formula)
    markdown.inline.ruler.before("escape", "unsupported", unsupported)
    markdown.block.ruler.before(
        "fence", "formula_block", formula_block, {"alt": ["paragraph", "blockquote", "list"]}
    )
    use_marks(markdown)
    # Joined tokens would lose the places of all but the first.
    markdown.disable(["fragments_join", "text_join"])
    markdown.core.ruler.after("block", "heading_anchors", _heading_anchors)
    return markdown


class TooManyBlocksError(Exception):
    """More blocks than can be set; `line` is where the first that is too much begins, from 0."""

    def __init__(self, line: int) -> None:
        self.line = line
        super().__init__(line)


def block_tree(source: str, environment: dict[str, Any]) -> Node:
    """Return the tree of a source's blocks; `environment` carries link references between them.

    Words are no nodes of it, however deep they are marked: `words_of` returns those of a node.

    Raises:
        TooManyBlocksError: there are more than `limits.MOST_BLOCKS`.
    """
    # The fence plugin looks for a character at the end of every line, also of the last.
    ended = source if source.endswith("\n") else source + "\n"
    tokens = parser().parse(ended, environment)
    count = 0
    for token in tokens:
        count += token.type in _COUNTED
        count += token.content.count("\n") if token.type in _CODED else 0
        if count > MOST_BLOCKS and token.map:
            raise TooManyBlocksError(token.map[0])
        if token.type == "inline":
            token.meta[_WORDS], token.children = token.children or [], None
    return tree_of(tokens)


def words_of(node: Node) -> list[Token]:
    """Return the tokens of an `inline` node's words."""
    return node.meta.get(_WORDS, []) if node.token else []


class _PlacedState(StateInline):
    """Notes in each token where it begins; in code, where the first word of it does."""

    _begun = 0

    def append_pending(self, text: str) -> None:
        if not self.pending:
            self._begun = self.pos
        super().append_pending(text)

    # The library's own names.
    def scanDelims(self, start: int, canSplitWord: bool) -> Scanned:  # noqa: N802, N803
        """Take the braces of a figure's use for the number that they stand for: a letter's kin."""
        end = start + len(self.src[start:]) - len(self.src[start:].lstrip(self.src[start]))
        before, after = self.src[:start], self.src[end:]
        if not (before.endswith("}}") or after.startswith("{{")):
            return super().scanDelims(start, canSplitWord)
        whole = self.src
        self.src = _USED.sub("00", before) + whole[start:end] + _USES.sub("00", after)
        try:
            return super().scanDelims(start, canSplitWord)
        finally:
            self.src = whole

    def pushPending(self) -> Token:  # noqa: N802
        token = super().pushPending()
        token.meta["at"] = self._begun
        return token

    def push(self, ttype: str, tag: str, nesting: Literal[-1, 0, 1]) -> Token:
        token = super().push(ttype, tag, nesting)
        token.meta["at"] = self.pos
        if ttype == "substitution_inline":
            token.meta["at"] = self.src.rfind("{{", 0, self.pos)
        if ttype == "code_inline":
            begun = _CODE.match(self.src, self.pos)
            token.meta["at"] = begun.end() if begun else self.pos
        return token


class _PlacedParser(ParserInline):
    def parse(
        self, src: str, md: MarkdownIt, env: MutableMapping[str, Any], tokens: list[Token]
    ) -> list[Token]:
        state = _PlacedState(src, md, env, tokens)
        much = excess(src)
        if much is not None:
            state.pos = much.at
            token = state.push("excess", "", 0)
            token.content, token.info = much.found, much.hint
            return state.tokens
        self.tokenize(state)
        for rule in self.ruler2.getRules(""):
            rule(state)
        return state.tokens


def _reference(state: StateInline, silent: bool) -> bool:
    """Read `@fig-NAME`, `[on chart @fig-NAME]`, `[-@fig-NAME]` and their like (as Quarto has them),
    but not within a word such as an address.
    """
    before = state.src[state.pos - 1 : state.pos]
    found = _REFERENCE.match(state.src, state.pos)
    if not found or before.isalnum() or before in ("_", ".", "@"):
        return False
    if not silent:
        token = state.push("reference", "", 0)
        before, kind, name = found.group("before", "kind", "name")
        token.markup, token.content = (kind, name) if kind else found.group(1, 2)
        if before is not None:
            token.meta["before"] = before
    state.pos = found.end()
    return True


def _span(state: StateInline, silent: bool) -> bool:
    """Read `[words]{key=value}`, as the plugin does that copies all the text which follows."""
    if state.src[state.pos] != "[":
        return False
    end = state.md.helpers.parseLinkLabel(state, state.pos, False)
    found = _ATTRIBUTES.match(state.src, end + 1, state.posMax) if end >= 0 else None
    if found is None:
        return False
    try:
        length, attributes = parse(found.group())
    except ParseError:
        return False
    if not silent:
        most, state.pos, state.posMax = state.posMax, state.pos + 1, end
        state.push("span_open", "span", 1).attrs.update(attributes)
        state.md.inline.tokenize(state)
        state.push("span_close", "span", -1)
        state.posMax = most
    state.pos = found.start() + length + 1
    return True


def _year(state: StateInline, silent: bool) -> bool:
    """Read `[2030]{year}`, an attribute without a value, which the plugin does not know."""
    found = _YEAR.match(state.src, state.pos)
    if not found:
        return False
    if not silent:
        end = found.end()
        state.pos += 1
        opened = state.push("span_open", "span", 1)
        opened.attrs["year"] = ""
        words = state.push("text", "", 0)
        words.content = found.group(1)
        state.push("span_close", "span", -1)
        state.pos = end
    else:
        state.pos = found.end()
    return True


def _heading_anchors(state: StateCore) -> None:
    """Take `{#anchor}` off the end of headings and keep it as their id."""
    for heading, text in zip(state.tokens, state.tokens[1:], strict=False):
        if heading.type == "heading_open":
            anchor = _ANCHOR.search(text.content.rstrip(" \t"))
            if anchor:
                heading.attrSet("id", anchor.group(1))
                text.content = text.content[: anchor.start()].rstrip(" \t")
