"""What BibTeX writes in a field: takes it, returns text with marks as CSL-JSON has it, or names and
dates, parted.

Letters in braces keep their case (`<span class="nocase">`), accents become the letters that they
make, and a command that is not known is told.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable
from typing import Final

from builder.model.work import Person, When

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
_COUNT: Final = re.compile(r"[0-9]{1,4}")
_DATE: Final = re.compile(r"(-?\d{1,4})(?:-(\d{1,2})(?:-(\d{1,2}))?)?(?:T.*)?([?~%]*)")


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


def parted(source: str) -> list[str]:
    """Return the names of a list, parted by "and" outside of braces."""
    parts, depth, begun = [], 0, 0
    for found in re.finditer(r"\\.|[{}]|\s+and\s+", source, re.DOTALL | re.IGNORECASE):
        depth += {"{": 1, "}": -1}.get(found.group(), 0)
        if found.group().strip().lower() == "and" and not depth:
            parts.append(source[begun : found.start()])
            begun = found.end()
    return [part.strip() for part in (*parts, source[begun:]) if part.strip()]


def person(source: str, useprefix: bool, letters: Callable[[str], str]) -> Person:
    """Return a name: `Given von Family`, `von Family, Given`, `von Family, Jr, Given`, `{Name}`."""
    whole = re.fullmatch(r"\{(.*)\}", source, re.DOTALL)
    if whole and "}" not in re.sub(r"\{[^{}]*\}", "", whole[1]):
        return Person(letters(source), literal=True)
    pieces = [piece.strip() for piece in _commas(source)]
    if len(pieces) == 1:
        words = _words(source)
        small = [n for n, word in enumerate(words[:-1]) if _is_small(word)]
        if small:
            given, after = words[: small[0]], words[small[0] :]
        else:
            given, after = words[:-1], words[-1:]
        suffix = ""
    else:
        after, given = _words(pieces[0]), _words(pieces[-1])
        suffix = letters(pieces[1]) if len(pieces) > 2 else ""
    count = 0
    while count < len(after) - 1 and _is_small(after[count]):
        count += 1
    particle, family = (letters(" ".join(part)) for part in (after[:count], after[count:]))
    said = letters(" ".join(given))
    if not said:
        return Person(f"{particle} {family}".strip(), suffix=suffix, literal=True)
    dropping = "" if useprefix else particle
    return Person(family, said, dropping, particle if useprefix else "", suffix)


def _commas(source: str) -> list[str]:
    parts, depth, begun = [], 0, 0
    for at, char in enumerate(source):
        depth += {"{": 1, "}": -1}.get(char, 0)
        if char == "," and not depth:
            parts.append(source[begun:at])
            begun = at + 1
    return [*parts, source[begun:]]


def _words(source: str) -> list[str]:
    words: list[str] = []
    depth, held = 0, ""
    for char in source:
        depth += {"{": 1, "}": -1}.get(char, 0)
        if not depth and (char.isspace() or char == "~"):
            words, held = [*words, held] if held else words, ""
        else:
            held += char
    return [*words, held] if held else words


def _is_small(word: str) -> bool:
    bare = re.sub(r"\\[A-Za-z]+|[^\w]", "", word)
    return not word.startswith("{") and bare[:1].islower()


def when_of(source: str) -> When:
    """Return a date or span in the form of ISO 8601-2 (EDTF); words where it is none."""
    halves = [half.strip() for half in source.split("/")]
    parts: list[tuple[int, ...]] = []
    circa = False
    for half in halves[:2]:
        found = _DATE.fullmatch(half)
        if found is None and half not in ("", ".."):
            return When(words=source)
        if found is not None:
            numbers = [int(number) for number in found.groups()[:3] if number]
            circa = circa or bool(found[4])
            if len(numbers) > 1 and 21 <= numbers[1] <= 24:
                return When((tuple(numbers[:1]),), circa, numbers[1] - 20)
            parts.append(tuple(numbers))
        else:
            parts.append(())
    return When(tuple(parts), circa) if parts[0] else When(words=source)


def month_by_month(parts: list[str], letters: Callable[[str], str]) -> When:
    """Return a date of which year, month and day are fields of their own."""
    year, month, day = parts
    if not re.fullmatch(r"-?\d{1,4}", year):
        return when_of(letters(year))
    names = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"]
    number = int(month) if _COUNT.fullmatch(month) else 0
    if month[:3].lower() in names:
        number = names.index(month[:3].lower()) + 1
    found = [int(year), *([number] if 1 <= number <= 12 else [])]
    known = len(found) == 2 and _COUNT.fullmatch(day)
    return When((tuple([*found, int(day)] if known else found),))
