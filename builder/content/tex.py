"""TeX in references: takes a field as BibTeX has it, returns text with marks as CSL-JSON has it.

Letters in braces keep their case (`<span class="nocase">`), accents become the letters that they
make, and a command that is not known is told.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable
from typing import Final

_ACCENTS: Final = {
    "`": "\u0300", "'": "\u0301", "^": "\u0302", "~": "\u0303", '"': "\u0308", "=": "\u0304",
    ".": "\u0307", "u": "\u0306", "v": "\u030c", "H": "\u030b", "c": "\u0327", "k": "\u0328",
    "r": "\u030a", "d": "\u0323", "b": "\u0331", "t": "\u0361",
}  # fmt: skip
_LETTERS: Final = {
    "ss": "ß", "o": "ø", "O": "Ø", "l": "ł", "L": "Ł", "ae": "æ", "AE": "Æ", "oe": "œ", "OE": "Œ",
    "aa": "å", "AA": "Å", "i": "ı", "j": "ȷ", "dh": "ð", "DH": "Ð", "th": "þ", "TH": "Þ",
    "dj": "đ", "DJ": "Đ", "ng": "ŋ", "S": "§", "P": "¶", "copyright": "©", "pounds": "£",
    "euro": "€", "texteuro": "€", "textendash": "–", "textemdash": "—", "ldots": "…", "dots": "…",
    "textellipsis": "…", "textquoteleft": "‘", "textquoteright": "’", "textquotedblleft": "“",
    "textquotedblright": "”", "guillemotleft": "«", "guillemotright": "»", "textdegree": "°",
    "textregistered": "®", "texttrademark": "™", "textasciitilde": "~", "textbackslash": "\\",
    "TeX": "TeX", "LaTeX": "LaTeX", "BibTeX": "BibTeX", "alpha": "α", "beta": "β", "gamma": "γ",
    "delta": "δ", "mu": "μ", "pi": "π", "sigma": "σ", "Delta": "Δ", "Omega": "Ω", "times": "×",
    "pm": "±", "cdot": "·", "rightarrow": "→", "infty": "∞", "leq": "≤", "geq": "≥", "neq": "≠",
    "approx": "≈", "circ": "°", "prime": "′",
}  # fmt: skip
_MARKED: Final = {
    "emph": "i", "textit": "i", "mkbibemph": "i", "textsl": "i", "textbf": "b", "mkbibbold": "b",
    "textsuperscript": "sup", "textsubscript": "sub", "mkbibquote": "q", "enquote": "q",
}  # fmt: skip
_PLAIN: Final = frozenset(
    [
        "textup",
        "textrm",
        "textsf",
        "texttt",
        "textsc",
        "text",
        "mathrm",
        "mathit",
        "mathbf",
        "mbox",
        "uppercase",
        "bibstring",
        "url",
        "href",
        "nolinkurl",
        "hbox",
        "ensuremath",
        "mathcal",
    ]
)
_SWITCHES: Final = {"em": "i", "it": "i", "itshape": "i", "bf": "b", "bfseries": "b"}
_NOTHING: Final = frozenset(
    ["relax", "protect", "noopsort", "rm", "sc", "tt", "sf", "upshape", "normalfont/", "-", "!"]
)
_SPACES: Final = {",": "\u2009", ";": " ", ":": " ", " ": " ", "\n": " ", "quad": " ", "/": ""}
_COMMAND: Final = re.compile(r"\\([A-Za-z]+\*?|.)[ \t]*", re.DOTALL)
_TURNED: Final = {"ı": "i", "ȷ": "j"}
_MOST_APPLIED: Final = 20
"""Commands applied to one another without braces; the outer ones of more apply to nothing."""


def text_of_tex(source: str, unknown: Callable[[str], None], *, keeps: bool = False) -> str:
    """Return a field's text; `unknown` is told each command that is left out.

    `keeps` says that letters in braces are marked as such.
    """
    said = _Reading(source, unknown, keeps).all()
    return unicodedata.normalize("NFC", re.sub(r"[ \t\n]+", " ", said).strip(" "))


class _Reading:
    """A field while it is read, `at` an index into it."""

    def __init__(self, source: str, unknown: Callable[[str], None], keeps: bool) -> None:
        self.source, self.unknown, self.keeps = source, unknown, keeps
        self.at, self.depth, self.in_formula = 0, 0, False
        self.applied = 0

    def all(self) -> str:
        parts = []
        while self.at < len(self.source):
            parts.append(self.one())
        return "".join(parts)

    def one(self) -> str:
        """Return what the next sign stands for, with what belongs to it."""
        char = self.source[self.at]
        if char == "\\":
            return self.command()
        if char == "{":
            return self.group()
        self.at += 1
        if char == "}":
            return ""
        if char == "~":
            return "\u00a0"
        if char == "$":
            self.in_formula = not self.in_formula
            return ""
        if self.in_formula and char in "^_":
            tag = "sup" if char == "^" else "sub"
            return f"<{tag}>{self.argument()}</{tag}>"
        for typed, printed in (("---", "—"), ("--", "–"), ("``", "“"), ("''", "”")):
            if self.source.startswith(typed, self.at - 1):
                self.at += len(typed) - 1
                return printed
        if char == "'" and self.source[self.at - 2 : self.at - 1].isalnum():
            return "’"
        return {"<": "‹" if self.in_formula else "<"}.get(char, char)

    def group(self) -> str:
        """Return what stands in braces; letters in them keep their case, unless a command leads."""
        self.at += 1
        led = self.source.startswith("\\", self.at)
        switch = re.compile(r"\\([a-z]+)\s+").match(self.source, self.at)
        tag = _SWITCHES.get(switch[1]) if switch else None
        if switch and tag:
            self.at = switch.end()
        self.depth += 1
        parts = []
        while self.at < len(self.source) and self.source[self.at] != "}":
            parts.append(self.one())
        self.at += 1
        self.depth -= 1
        said = "".join(parts)
        if tag:
            return f"<{tag}>{said}</{tag}>"
        if self.keeps and not led and not self.depth and said and not self.in_formula:
            return f'<span class="nocase">{said}</span>'
        return said

    def command(self) -> str:
        found = _COMMAND.match(self.source, self.at)
        if found is None:
            self.at += 1
            return ""
        name = found[1]
        self.at = found.end() if name.isalpha() else self.at + 1 + len(name)
        if name in _ACCENTS and (not name.isalpha() or self.at < len(self.source)):
            return self.accented(name)
        if name in _LETTERS:
            if self.source.startswith("{}", self.at):
                self.at += 2
            return _LETTERS[name]
        if name in _MARKED:
            tag, said = _MARKED[name], self.argument()
            return f"“{said}”" if tag == "q" else f"<{tag}>{said}</{tag}>"
        if name in _PLAIN:
            return self.argument()
        if name in _SPACES:
            return _SPACES[name]
        if not name.isalnum():
            return "" if name == "-" else name
        if name not in _NOTHING:
            self.unknown(f"\\{name}")
        return ""

    def accented(self, name: str) -> str:
        said = self.argument()
        letter = _TURNED.get(said[:1], said[:1])
        return letter + _ACCENTS[name] + said[1:] if letter else ""

    def argument(self) -> str:
        """Return what a command is applied to: a group, a command or a letter."""
        while self.source[self.at : self.at + 1] in (" ", "\t"):
            self.at += 1
        if self.at >= len(self.source):
            return ""
        if self.source[self.at] != "{":
            if self.applied == _MOST_APPLIED:
                return ""
            self.applied += 1
            said = self.one()
            self.applied -= 1
            return said
        kept, self.keeps = self.keeps, False
        said = self.group()
        self.keeps = kept
        return said
