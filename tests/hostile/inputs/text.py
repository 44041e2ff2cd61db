"""Prose that a Markdown reader or a typesetter may choke on: long, deep, or full of marks."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Final

from tests.hostile.case import Make, hostile, small

_PROSE = "the sections hold 10,001,5"
_LONG = "characters; the most is 1,048,576"
_WORD = "letters, "
_MARKS = "in one text; the most is 50,000"
_OPEN = "more than 50 brackets [ that nothing closes"
_MUCH: Final = "divide it into paragraphs"
_AT: Final = "content/sections/freight.md:40:1: error: "
_MEND: Final = "to mend; no file was written"

REFUSED: Final[dict[str, tuple[Callable[[], str], tuple[str, ...]]]] = {
    "paragraph of 10 MB": (lambda: "word " * 2_000_000, ("freight.md: error: " + _PROSE,)),
    "line of 10 MB without a space": (lambda: "a" * 10**7, (_PROSE,)),
    "paragraph of 1.2 MB": (lambda: "word " * 240_000, (_AT + "a text of 1,199,999", _LONG, _MUCH)),
    "word of 100,000 letters": (lambda: "a" * 10**5, (_AT + "a word of 100,000", _WORD)),
    "underscores without spaces": (lambda: "_a" * 20_000, (_AT + "a word of 40,000",)),
    "brackets 100,000 times": (lambda: "[" * 10**5, (_AT + "a word of 100,000",)),
    "brackets with spaces": (lambda: "[ a\n" * 20_000, (_OPEN, "freight.md:90:1")),
    "brackets nested and closed": (lambda: "[ " * 99 + "a" + " ]" * 99, (_OPEN,)),
    "nested strong emphasis": (lambda: "*a **a " * 65_000 + "b" + " a** a*" * 65_000, (_MARKS,)),
    "many emphasis closers": (lambda: "a_ " * 65_000, (_AT + "65,000 marks", _MARKS)),
    "many emphasis openers": (lambda: "_a " * 65_000, (_MARKS,)),
    "mismatched openers and closers": (lambda: "*a_ " * 50_000, (_MARKS,)),
    "openers and closers multiple of 3": (lambda: "a**b" + "c* " * 50_000, (_MARKS,)),
    "link openers and emphasis closers": (lambda: "[ a_" * 50_000, (_MARKS,)),
    "links in parentheses": (lambda: "[ (](" * 80_000, (_MARKS,)),
    "pictures unfinished": (lambda: "![[]()" * 60_000, (_WORD,)),
    "backslashes": (lambda: "\\" * 100_001, (_AT + "a word of 100,001",)),
    "backticks of growing runs": (
        lambda: " ".join("e" + "`" * n for n in range(1, 1_400)),
        (_MARKS,),
    ),
    "links never closed": (lambda: "[a](<b" * 30_000, (_WORD,)),
    "comments opened": (lambda: "</" + "<!--" * 300_000, (_LONG,)),
    "addresses opened": (lambda: "<http://a" * 30_000, (_WORD,)),
    "entities": (lambda: "&amp;" * 50_000, (_WORD,)),
    "spans of claims": (lambda: "[a]{claim=berths_long} " * 20_000, (_MARKS,)),
    "spans never closed": (lambda: "[a]{claim= " * 12_000, ('"]{" in the text',)),
    "figures never closed": (lambda: "{{ a | " * 60_000, (_MARKS,)),
    "braces": (lambda: "{{" * 50_000, (_WORD,)),
    "accents on one letter": (
        lambda: "a" + "\u0301" * 4_000,
        ("accents on one letter; the most is 20",),
    ),
    "soft hyphens": (lambda: "a\u00ad" * 10**5, (_WORD,)),
    "spaces of no width": (lambda: "a\u200b" * 10**5, (_WORD,)),
    "emoji joined": (lambda: "\U0001f468\u200d\U0001f469" * 20_000, (_WORD,)),
    "directions turned": (lambda: "\u202ea " * 50_000, ("U+202E",)),
    "zero characters": (lambda: "a\0" * 50_000, ("control character U+0000",)),
    "quotes nested 50,000 deep": (lambda: "> " * 50_000 + "a", ("blocks nested more than 7 deep",)),
    "directives nested 1,000 deep": (
        lambda: (
            "\n".join(f"{':' * (1_003 - n)}{{callout}} x" for n in range(1_000))
            + "\na\n"
            + "\n".join(":" * (4 + n) for n in range(1_000))
        ),
        ("{callout} cannot stand in a callout",),
    ),
    "numbers unbound 25,000": (
        lambda: "".join(f"{n}x " for n in range(3_000, 28_000)),
        ('unbound number "3000x"', "and 24,980 more like it", f"25000 problems {_MEND}"),
    ),
    "notes not defined": (lambda: "a[^x] " * 12_000, ("no note [^x]",)),
    "figures unknown": (
        lambda: "".join(f"{{{{ no{'a' * (n % 9)}{chr(97 + n % 26)}q }}}} " for n in range(9_000)),
        ("unknown figure", "more like it"),
    ),
    "heading of 10,000 words": (
        lambda: "## " + "word " * 10_000,
        ("is taller than a page and cannot be divided",),
    ),
    "points 100,000": (lambda: "- item\n" * 10**5, ("lines that are not blank",)),
    "points 12,000": (
        lambda: "- item\n" * 12_000,
        ("freight.md:100", "more than 10,000 paragraphs, headings, points and rows of tables"),
    ),
    "a section of 3 MB": (lambda: ("word " * 99 + "\n\n") * 6_000, ("divide it into several",)),
}
"""What is told, and where; by what stands in the section."""

BUILT: Final[dict[str, Callable[[], str]]] = {
    "words of 1,000 letters": lambda: ("abcdefghij" * 100 + " ") * 3,
    "emphasis opened 10,000 times": lambda: "_a " * 10_000,
    "code 3,000 times": lambda: "`a " * 6_000,
    "figures 2,000 times": lambda: "{{ freight_sea }} " * 2_000,
    "years 3,000 times": lambda: "in 2020 " * 3_000,
    "notes that name each other": lambda: "a[^x]\n\n[^x]: see[^y]\n\n[^y]: see[^x]",
    "blank lines, a million": lambda: "\n" * 10**6 + "a",
    "spaces 500,000": lambda: "a" + " " * 500_000 + "b",
}
"""What is set as it is written."""

HEAVY: Final[dict[str, Callable[[], str]]] = {
    "paragraph of 1 MB": lambda: "Freight came back slowly after the winter. " * 24_000,
}


def _section(text: Callable[[], str]) -> Make:
    def make(folder: Path) -> None:
        file = small(folder) / "sections" / "freight.md"
        words = file.read_text(encoding="utf-8")
        at = words.index("::::{slide}")
        file.write_text(f"{words[:at]}{text()}\n\n{words[at:]}", encoding="utf-8")

    return make


def _keep(name: str, make: Make, *says: str, status: int = 1, heavy: bool = False) -> None:
    make.__name__ = name
    hostile(*says, status=status, heavy=heavy)(make)


for _name, (_text, _says) in REFUSED.items():
    _keep(_name, _section(_text), *_says)
for _name, _text in BUILT.items():
    _keep(_name, _section(_text), "build/norhaven.pdf", status=0)
for _name, _text in HEAVY.items():
    _keep(_name, _section(_text), "build/norhaven.pdf", status=0, heavy=True)
