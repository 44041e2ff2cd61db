"""The tree of a source's blocks: the parser's tokens in, nodes out.

As `SyntaxTreeNode` of markdown-it-py, which copies the tokens of each node once a level, and whose
nodes know the one above: such circles stay in memory until somebody looks for them.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from markdown_it.token import Token


class Node:
    """A token, or a pair of tokens with what stands between them; the root is neither.

    `token` is the token of a node that is no pair, `opening` that one or the first of the pair.
    """

    __slots__ = ("children", "opening", "token", "type")

    def __init__(self, opening: Token | None = None, token: Token | None = None) -> None:
        self.opening, self.token = opening, token
        self.type = opening.type.removesuffix("_open" if token is None else "") if opening else ""
        self.children: list[Node] = []

    @property
    def _said(self) -> Token:
        if self.opening is None:
            raise AttributeError("the root is no token")
        return self.opening

    @property
    def map(self) -> tuple[int, int] | None:
        """The lines of the source, from 0: first one, and the one behind the last."""
        lines = self._said.map
        return (lines[0], lines[1]) if lines else None

    @property
    def tag(self) -> str:
        """The name of the HTML element."""
        return self._said.tag

    @property
    def attrs(self) -> dict[str, str | int | float]:
        """The attributes of the HTML element."""
        return self._said.attrs

    @property
    def content(self) -> str:
        """The source of what is no pair."""
        return self._said.content

    @property
    def info(self) -> str:
        """What stands behind the fence."""
        return self._said.info

    @property
    def meta(self) -> dict[Any, Any]:
        """What plugins have kept."""
        return self._said.meta

    @property
    def markup(self) -> str:
        """The characters that make the node what it is."""
        return self._said.markup


def tree_of(tokens: Iterable[Token]) -> Node:
    """Return the root of the tree of some tokens."""
    root = Node()
    above = [root]
    for token in tokens:
        if token.nesting < 0:
            above.pop()
            continue
        node = Node(token, None if token.nesting else token)
        above[-1].children.append(node)
        if token.nesting:
            above.append(node)
    return root
