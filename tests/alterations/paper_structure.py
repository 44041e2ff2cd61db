"""Pages, links, scripts, fonts, tags and attachments of the paper, altered."""

from __future__ import annotations

import io
from collections.abc import Callable
from random import Random

import pikepdf
from pikepdf import Array, Dictionary, Name, String

from tests.alterations import wording
from tests.alterations.kinds import PIXELS, Altered, kind
from tests.alterations.stream import Font, Paper

Change = Callable[[Paper, Random], str | None]


def _enter(name: str, group: str, met: str = PIXELS) -> Callable[[Change], Change]:
    def entered(change: Change) -> Change:
        @kind(name, group, met)
        def alter(data: bytes, rng: Random) -> Altered | None:
            paper = Paper(data)
            place = change(paper, rng)
            return Altered(paper.bytes(), place) if place else None

        return change

    return entered


@_enter("paper: page removed", "pages")
def page_removed(paper: Paper, rng: Random) -> str | None:
    at = rng.randrange(len(paper.pdf.pages))
    del paper.pdf.pages[at]
    return f"page {at + 1}"


@_enter("paper: two pages swapped", "pages")
def pages_swapped(paper: Paper, rng: Random) -> str | None:
    pages = paper.pdf.pages
    one, other = sorted(rng.sample(range(len(pages)), 2))
    first, second = pages[one], pages[other]
    order = list(pages)
    order[one], order[other] = second, first
    paper.pdf.Root.Pages.Kids = Array([held.obj for held in order])
    return f"pages {one + 1} and {other + 1}"


@_enter("paper: page repeated", "pages")
def page_repeated(paper: Paper, rng: Random) -> str | None:
    at = rng.randrange(len(paper.pdf.pages))
    paper.pdf.pages.insert(at + 1, paper.pdf.pages[at])
    return f"page {at + 1} twice"


@_enter("paper: blank page added", "pages")
def blank(paper: Paper, rng: Random) -> str | None:
    at = rng.randrange(len(paper.pdf.pages) + 1)
    paper.pdf.add_blank_page(page_size=(595, 842))
    added = paper.pdf.pages[-1]
    if at < len(paper.pdf.pages) - 1:
        del paper.pdf.pages[-1]
        paper.pdf.pages.insert(at, added)
    return f"before page {at + 1}"


@_enter("paper: crop box set", "pages")
def crop(paper: Paper, rng: Random) -> str | None:
    at = rng.randrange(len(paper.pdf.pages))
    page = paper.pdf.pages[at]
    left, foot, right, top = map(float, page.mediabox)
    page.obj.CropBox = Array([left, foot + rng.choice((100, 250)), right, top - 40])
    return f"page {at + 1} cropped"


@_enter("paper: page turned", "pages")
def turned(paper: Paper, rng: Random) -> str | None:
    at = rng.randrange(len(paper.pdf.pages))
    paper.pdf.pages[at].obj.Rotate = rng.choice((90, 180))
    return f"page {at + 1} turned"


_SCRIPT = Dictionary(S=Name.JavaScript, JS=String("app.alert('changed');"))


@_enter("paper: script run on opening", "scripts, actions, links", "script")
def opening(paper: Paper, rng: Random) -> str | None:
    paper.pdf.Root.OpenAction = paper.pdf.make_indirect(Dictionary(_SCRIPT))
    return "OpenAction"


@_enter("paper: script under a name", "scripts, actions, links", "script")
def named(paper: Paper, rng: Random) -> str | None:
    held = paper.pdf.make_indirect(Dictionary(_SCRIPT))
    paper.pdf.Root.Names.JavaScript = Dictionary(Names=Array([String("a"), held]))
    return "Names"


@_enter("paper: action on a page or on closing", "scripts, actions, links", "script")
def additional(paper: Paper, rng: Random) -> str | None:
    if rng.random() < 0.5:
        paper.pdf.Root.AA = Dictionary(WC=Dictionary(_SCRIPT))
        return "document's AA"
    at = rng.randrange(len(paper.pdf.pages))
    paper.pdf.pages[at].obj.AA = Dictionary(O=Dictionary(_SCRIPT))
    return f"AA of page {at + 1}"


def _links(paper: Paper) -> list[tuple[int, pikepdf.Object]]:
    return [
        (at, held)
        for at, page in enumerate(paper.pdf.pages)
        for held in page.get("/Annots", [])
        if held.get("/Subtype") == Name.Link
    ]


@_enter("paper: link's address changed", "scripts, actions, links", "link")
def address(paper: Paper, rng: Random) -> str | None:
    found = [(at, held) for at, held in _links(paper) if "/URI" in held.get("/A", {})]
    if not found:
        return None
    at, held = rng.choice(found)
    before = str(held.A.URI)
    held.A.URI = String("https://example.com/elsewhere")
    return f"page {at + 1}: {before}"


@_enter("paper: link leads to another place", "scripts, actions, links", "link")
def destination(paper: Paper, rng: Random) -> str | None:
    found = [(at, held) for at, held in _links(paper) if "/Dest" in held]
    others = sorted({str(held.Dest) for _, held in found})
    if len(others) < 2:
        return None
    at, held = rng.choice(found)
    before = str(held.Dest)
    held.Dest = String(rng.choice([other for other in others if other != before]))
    return f"page {at + 1}: {before} -> {held.Dest}"


@_enter("paper: link given a program or an address", "scripts, actions, links", "link")
def launched(paper: Paper, rng: Random) -> str | None:
    found = _links(paper)
    if not found:
        return None
    at, held = rng.choice(found)
    if "/Dest" in held:
        del held["/Dest"]
    does = rng.choice(
        [
            Dictionary(S=Name.Launch, F=String("tool.exe")),
            Dictionary(S=Name.URI, URI=String("https://example.com/")),
            Dictionary(_SCRIPT),
        ]
    )
    held.A = does
    return f"page {at + 1}: {does.S}"


@_enter("paper: alt text changed", "alt texts", "alt text")
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
    @_enter(name, "ActualText", "read aloud")
    def said(paper: Paper, rng: Random) -> str | None:
        found = paper.elements("/P") + paper.elements("/TD") + paper.elements("/H1")
        held = rng.choice(found)
        held[key] = String("Nine million and falling")
        return f"{held.S}: {key}"


_enter_element("paper: ActualText put on a tag", "/ActualText")
_enter_element("paper: alt text put on a paragraph", "/Alt")


def _cells(paper: Paper) -> list[tuple[str, pikepdf.Object, list[list[str]]]]:
    found = []
    for name, spec in paper.pdf.attachments.items():
        if name.endswith(".csv"):
            stream = spec.obj.EF.F
            lines = stream.read_bytes().decode("utf-8").splitlines()
            found.append((name, stream, [line.split(",") for line in lines]))
    return [held for held in found if len(held[2]) > 2]


def _keep(stream: pikepdf.Object, rows: list[list[str]]) -> None:
    stream.write("\r\n".join(map(",".join, rows)).encode("utf-8") + b"\r\n")


@_enter("paper: cell of an attachment changed", "attachments", "attachment")
def cell(paper: Paper, rng: Random) -> str | None:
    name, stream, rows = rng.choice(_cells(paper))
    row = rng.choice(rows[1:])
    at = rng.randrange(len(row))
    before = row[at]
    row[at] = wording.with_other_digit(before, rng) or before + " or so"
    _keep(stream, rows)
    return f"{name}: “{before}” -> “{row[at]}”"


@_enter("paper: two cells of an attachment swapped", "attachments", "attachment")
def cells(paper: Paper, rng: Random) -> str | None:
    found = [
        (name, stream, rows, a, b, at)
        for name, stream, rows in _cells(paper)
        for a in rows[1:]
        for b in rows[1:]
        for at in range(min(len(a), len(b)))
        if a[at] < b[at]
    ]
    if not found:
        return None
    name, stream, rows, one, other, at = rng.choice(found)
    one[at], other[at] = other[at], one[at]
    _keep(stream, rows)
    return f"{name}: “{one[at]}” <-> “{other[at]}”"


@_enter("paper: attachment removed", "attachments", "attachment")
def unattached(paper: Paper, rng: Random) -> str | None:
    name = rng.choice([name for name in paper.pdf.attachments if name.endswith(".csv")])
    del paper.pdf.attachments[name]
    return name


@_enter("paper: attachment added", "attachments", "attachment")
def attached(paper: Paper, rng: Random) -> str | None:
    held = pikepdf.AttachedFileSpec(paper.pdf, b"a,b\n1,2\n", filename="other.csv")
    paper.pdf.attachments["other.csv"] = held
    return "other.csv"


@_enter("paper: document's title changed", "document's title", "properties")
def title(paper: Paper, rng: Random) -> str | None:
    before = str(paper.pdf.docinfo["/Title"])
    text = _word(before, rng) or "nothing"
    paper.pdf.docinfo["/Title"] = String(text)
    if rng.random() < 0.5:
        held = paper.pdf.Root.Metadata
        held.write(held.read_bytes().replace(before.encode(), text.encode()))
    return f"“{before}” -> “{text}”"


@_enter("paper: bookmark changed", "document's title", "bookmarks")
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


@_enter("paper: what a glyph stands for changed", "fonts", "copied text")
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


@_enter("paper: shapes of two glyphs swapped", "fonts")
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


@_enter("paper: widths of glyphs set to nothing", "fonts")
def widths(paper: Paper, rng: Random) -> str | None:
    font = _font(paper, rng)
    font.held.Widths = Array([0 for _ in font.held.Widths])
    return str(font.held.BaseFont)


@_enter("paper: order of two tags swapped", "reading order", "read aloud")
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
