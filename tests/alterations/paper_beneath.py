"""What lies beneath the paper's pages, altered: tags, alt texts, titles, fonts."""

from __future__ import annotations

import io
from random import Random

from pikepdf import Array, Dictionary, String

from tests.alterations import wording
from tests.alterations.paper_structure import on_paper
from tests.alterations.stream import Font, Paper


@on_paper("paper: alt text changed", "alt texts", "alt text")
def alt(paper: Paper, rng: Random) -> str | None:
    found = [held for held in paper.elements("/Figure") if "/Alt" in held]
    for held in rng.sample(found, len(found)):
        before = str(held.Alt)
        text = rng.choice((wording.with_other_digit, _word))(before, rng)
        if text:
            held.Alt = String(text)
            return f"“{before}” -> “{text}”"
    return None


def _word(text: str, rng: Random) -> str | None:
    return wording.with_other_word(text, rng, "nothing")


def _enter_element(name: str, key: str) -> None:
    @on_paper(name, "ActualText", "read aloud")
    def said(paper: Paper, rng: Random) -> str | None:
        found = paper.elements("/P") + paper.elements("/TD") + paper.elements("/H1")
        held = rng.choice(found)
        held[key] = String("Nine million and falling")
        return f"{held.S}: {key}"


_enter_element("paper: ActualText put on a tag", "/ActualText")
_enter_element("paper: alt text put on a paragraph", "/Alt")


@on_paper("paper: document's title changed", "document's title", "properties")
def title(paper: Paper, rng: Random) -> str | None:
    before = str(paper.pdf.docinfo["/Title"])
    text = _word(before, rng) or "nothing"
    paper.pdf.docinfo["/Title"] = String(text)
    if rng.random() < 0.5:
        held = paper.pdf.Root.Metadata
        held.write(held.read_bytes().replace(before.encode(), text.encode()))
    return f"“{before}” -> “{text}”"


@on_paper("paper: bookmark changed", "document's title", "bookmarks")
def bookmark(paper: Paper, rng: Random) -> str | None:
    with paper.pdf.open_outline() as outline:
        item = rng.choice(outline.root)
        before = item.title
        item.title = _word(before, rng) or "Nothing"
        return f"“{before}” -> “{item.title}”"


def _font(paper: Paper, rng: Random) -> Font:
    return rng.choice(paper.runs).font


def _two_digits(paper: Paper, rng: Random) -> tuple[Font, str, str] | None:
    """Return a font and two characters that it shows, one of them a digit that is printed."""
    digits = [(run.font, c) for run in paper.runs for c in run.text if c.isdigit()]
    if not digits:
        return None
    font, digit = rng.choice(digits)
    return font, digit, rng.choice([c for c in "0123456789" if c != digit and c in font.codes])


@on_paper("paper: what a glyph stands for changed", "fonts", "copied text")
def to_unicode(paper: Paper, rng: Random) -> str | None:
    found = _two_digits(paper, rng)
    if found is None:
        return None
    font, one, other = found
    table = font.held.ToUnicode.read_bytes()
    a, b = (f"<{ord(character):04X}>".encode() for character in (one, other))
    lines = []
    for line in table.split(b"\n"):
        if line.rstrip().endswith(a) and line.startswith(b"<"):
            line = line.replace(b"> " + a, b"> " + b)
        lines.append(line)
    changed = b"\n".join(lines)
    if changed == table:
        return None
    font.held.ToUnicode.write(changed)
    return f"{font.held.BaseFont}: {one} read as {other}"


@on_paper("paper: shapes of two glyphs swapped", "fonts")
def outlines(paper: Paper, rng: Random) -> str | None:
    from fontTools.ttLib import TTFont

    found = _two_digits(paper, rng)
    if found is None:
        return None
    font, one, other = found
    stream = font.held.FontDescriptor.FontFile2
    program = TTFont(io.BytesIO(stream.read_bytes()))
    shapes = program["glyf"]
    codes = program["cmap"].tables[0].cmap
    a, b = codes[font.codes[one]], codes[font.codes[other]]
    shapes[a], shapes[b] = shapes[b], shapes[a]
    out = io.BytesIO()
    program.save(out)
    stream.write(out.getvalue())
    stream.Length1 = len(out.getvalue())
    return f"{font.held.BaseFont}: {one} and {other}"


@on_paper("paper: widths of glyphs set to nothing", "fonts")
def widths(paper: Paper, rng: Random) -> str | None:
    font = _font(paper, rng)
    font.held.Widths = Array([0 for _ in font.held.Widths])
    return str(font.held.BaseFont)


@on_paper("paper: order of two tags swapped", "reading order", "read aloud")
def order(paper: Paper, rng: Random) -> str | None:
    found = [
        (held, at)
        for held in paper.elements("/Sect")
        if isinstance(held.get("/K"), Array)
        for at in range(len(held.K) - 1)
        if isinstance(held.K[at], Dictionary) and isinstance(held.K[at + 1], Dictionary)
    ]
    if not found:
        return None
    held, at = rng.choice(found)
    kids = list(held.K)
    kids[at], kids[at + 1] = kids[at + 1], kids[at]
    held.K = Array(kids)
    return f"{kids[at + 1].get('/S')} after {kids[at].get('/S')}"
