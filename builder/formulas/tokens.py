"""The signs of a formula's source, one after another, and what cannot be read of it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final, NamedTuple, NoReturn

_TOKEN: Final = re.compile(
    r"(?P<use>\{\{[^{}\n]*\}\})|(?P<command>\\(?:[A-Za-z]+|.|\n))|(?P<space>\s+)"
    r"|(?P<number>\d+(?:(?:\.|\{[,.]\})\d+)*)|(?P<other>.)",
    re.DOTALL,
)
USE: Final = re.compile(r"\{\{[^{}\n]*\}\}")
"""A figure within a formula."""


class FormulaError(Exception):
    """What cannot be read of a formula: where in its source, what was found, what to do."""

    def __init__(self, at: int, found: str, hint: str) -> None:
        self.at, self.found, self.hint = at, found, hint
        super().__init__(found)


class Token(NamedTuple):
    kind: str
    text: str
    at: int


def tokens_of(source: str) -> list[Token]:
    """Return the tokens of a source, the last of which is its end."""
    found = [Token(str(one.lastgroup), one.group(), one.start()) for one in _TOKEN.finditer(source)]
    return [*found, Token("end", "", len(source))]


@dataclass
class Tokens:
    """Tokens while they are read."""

    tokens: list[Token]
    at: int = 0

    def _ends(self, ends: tuple[str, ...]) -> bool:
        token = self._here()
        if token.kind == "end" and "end" not in ends:
            self._fail(f"a formula ends without {ends[0]}", "close what it opens")
        return token.kind in ends or token.text in ends

    def _here(self) -> Token:
        while self.tokens[self.at].kind == "space":
            self.at += 1
        return self.tokens[self.at]

    def _take(self) -> Token:
        token = self._here()
        self.at += token.kind != "end"
        return token

    def _fail(self, found: str, hint: str, token: Token | None = None) -> NoReturn:
        raise FormulaError((token or self.tokens[self.at]).at, found, hint)

    def _name(self) -> str:
        if self._take().text != "{":
            self._fail("an environment without a name", "write \\begin{aligned}")
        name = ""
        while (token := self._take()).text != "}":
            if token.kind == "end":
                self._fail("an environment without a name", "write \\begin{aligned}")
            name += token.text
        return name
