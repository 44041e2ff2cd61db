"""Words of a reference while it is set: pieces of text with their look, joined as print wants it.

Where two parts meet that each bring a mark, one of them goes ("?." becomes "?"), and a comma or
full stop after a quotation goes into it where the language has it so.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import Final, NamedTuple

from builder.language.language import word_set


class CitedWords(NamedTuple):
    """Words set alike; `opens` and `closes` mark quotation marks, `fixed` words whose letters stay.

    `raised` is 1 for superscript, -1 for subscript. `link` is an address.
    """

    text: str
    italic: bool = False
    bold: bool = False
    raised: int = 0
    link: str = ""
    fixed: bool = False
    opens: bool = False
    closes: bool = False


Pieces = tuple[CitedWords, ...]

_KEEP_FIRST: Final = frozenset(("!.", "!:", "?.", "?:", "..", ":.", ",,", ";:", ";.", ";;", "::"))
_KEEP_SECOND: Final = frozenset((":!", ":?", ":;", ",:", ";!", ";?"))
_TAG: Final = re.compile(r"<(/?)(i|b|sup|sub|sc|span)(?:\s[^<>]*)?>", re.IGNORECASE)
_INSIDE: Final = (",", ".")
_SMALL: Final = word_set(
    "a an and as at but by down for from in into nor of on onto or over so the till "
    "to up via with yet vs. v. von van de"
)


def text_of(pieces: Iterable[CitedWords]) -> str:
    """Return the words alone."""
    return "".join(piece.text for piece in pieces)


def rich(text: str) -> Pieces:
    """Return a field's text as pieces: its marks are italics, bold, raised, kept letters."""
    found: list[CitedWords] = []
    looks: list[tuple[str, CitedWords]] = [("", CitedWords(""))]
    at = 0
    for tag in _TAG.finditer(text):
        if tag.start() > at:
            found.append(looks[-1][1]._replace(text=text[at : tag.start()]))
        at = tag.end()
        name = tag[2].lower()
        if not tag[1]:
            looks.append((name, _marked(name, tag[0], looks[-1][1])))
        elif len(looks) > 1:
            looks.pop()
    if at < len(text):
        found.append(looks[-1][1]._replace(text=text[at:]))
    return tuple(found)


def _marked(name: str, tag: str, look: CitedWords) -> CitedWords:
    if name == "i":
        return look._replace(italic=not look.italic)
    if name == "b":
        return look._replace(bold=True)
    if name in ("sup", "sub"):
        return look._replace(raised=1 if name == "sup" else -1)
    return look._replace(fixed=look.fixed or "nocase" in tag)


def italic(pieces: Iterable[CitedWords], turned: bool) -> Pieces:
    """Return pieces in italics; what stood in italics within them is upright then."""
    return tuple(p._replace(italic=p.italic != turned) for p in pieces) if turned else tuple(pieces)


def joined(parts: Iterable[Pieces], between: str) -> Pieces:
    """Return those parts that say something, with a delimiter between them."""
    found: list[CitedWords] = []
    for part in parts:
        if part and text_of(part):
            if found and between:
                found.append(CitedWords(between))
            found += part
    return tuple(found)


def tidied(pieces: Sequence[CitedWords], *, inside_quotes: bool) -> Pieces:
    """Return pieces with the marks mended where they meet."""
    found: list[CitedWords] = []
    for piece in pieces:
        text = piece.text
        while text and found:
            last = found[-1]
            if last.closes and inside_quotes and text[0] in _INSIDE and len(found) > 1:
                if found[-2].text[-1:] not in ("?", "!"):
                    found[-2] = _ended(found[-2], text[0])
                text = text[1:]
                continue
            kept, rest = _met(_end(found), text)
            if kept == _end(found) and rest == text:
                break
            if kept != _end(found):
                found[-1] = last._replace(text=last.text[:-1])
                if not found[-1].text:
                    found.pop()
            text = rest
        if text:
            found.append(piece._replace(text=text))
    return tuple(found)


def _end(pieces: Sequence[CitedWords]) -> str:
    """Return the last character, that before a closing quotation mark where there is one."""
    if pieces[-1].closes and len(pieces) > 1:
        return pieces[-2].text[-1:]
    return pieces[-1].text[-1:]


def _met(end: str, text: str) -> tuple[str, str]:
    """Return what is left of a last character and of the text that follows it."""
    pair = end + text[0]
    if pair in _KEEP_FIRST or pair == "  ":
        return end, text[1:]
    if end == " " and text[0] in ",.;:)" and end + text[0] != " .":
        return "", text
    if pair in _KEEP_SECOND:
        return "", text
    return end, text


def _ended(piece: CitedWords, mark: str) -> CitedWords:
    kept, rest = _met(piece.text[-1:], mark)
    return piece._replace(text=(piece.text if kept else piece.text[:-1]) + rest)


def cased(pieces: Pieces, case: str, *, english: bool) -> Pieces:
    """Return pieces in a text case of CSL; letters that are fixed stay."""
    if case == "title" and not english:
        return pieces
    if case == "title":
        return _titled(pieces)
    if case in ("capitalize-first", "sentence"):
        return _capital(pieces)
    if case == "capitalize-all":
        return _each(pieces, lambda text: re.sub(r"(?<![\w’'])\w", lambda m: m[0].upper(), text))
    if case in ("lowercase", "uppercase"):
        return _each(pieces, str.lower if case == "lowercase" else str.upper)
    return pieces


def _each(pieces: Pieces, change: object) -> Pieces:
    changed = change if callable(change) else str
    return tuple(p if p.fixed else p._replace(text=changed(p.text)) for p in pieces)


def _capital(pieces: Pieces) -> Pieces:
    for number, piece in enumerate(pieces):
        letter = re.search(r"\w", piece.text)
        if letter is not None:
            if piece.fixed:
                return pieces
            at = letter.start()
            text = piece.text[:at] + piece.text[at].upper() + piece.text[at + 1 :]
            return (*pieces[:number], piece._replace(text=text), *pieces[number + 1 :])
    return pieces


def _titled(pieces: Pieces) -> Pieces:
    """Return an English title with capitals: small words stay small within it."""
    whole = text_of(pieces)
    words = list(re.finditer(r"[^\s/]+", whole))
    found, at = [], 0
    upper: set[int] = set()
    for number, word in enumerate(words):
        bare = word[0].strip("“”‘’\"'()[],;.!?:")
        first = not number or whole[: word.start()].rstrip()[-1:] in ":?!—"
        last = number == len(words) - 1
        if not bare.islower() and not re.fullmatch(r"[a-z]+(?:-\w+)+", bare):
            continue
        if first or last or (bare not in _SMALL and word[0].rstrip(",;:") not in _SMALL):
            letter = re.search(r"\w", word[0])
            if letter is not None:
                upper.add(word.start() + letter.start())
            upper |= {
                word.start() + part.start() + 1
                for part in re.finditer(r"-([a-z]+)", word[0])
                if part[1] not in _SMALL
            }
    for piece in pieces:
        text = "".join(
            char.upper() if at + n in upper and not piece.fixed else char
            for n, char in enumerate(piece.text)
        )
        found.append(piece._replace(text=text))
        at += len(piece.text)
    return tuple(found)


def quoted(pieces: Pieces, opening: str, closing: str, inner: tuple[str, str]) -> Pieces:
    """Return pieces in quotation marks; those within them become the inner ones."""
    within = tuple(_requoted(pieces, (opening, closing), inner))
    return (CitedWords(opening, opens=True), *within, CitedWords(closing, closes=True))


def _requoted(
    pieces: Pieces, outer: tuple[str, str], inner: tuple[str, str]
) -> Iterator[CitedWords]:
    for piece in pieces:
        text = piece.text.replace("“", inner[0]).replace("”", inner[1])
        text = text.replace(outer[0], inner[0]).replace(outer[1], inner[1])
        yield piece._replace(text=text)
