"""Pages, links, scripts and attachments of the paper, altered."""

from __future__ import annotations

from collections.abc import Callable
from random import Random

import pikepdf
from pikepdf import Array, Dictionary, Name, String

from tests.alterations import wording
from tests.alterations.kinds import PIXELS, Altered, kind
from tests.alterations.stream import Paper

Change = Callable[[Paper, Random], str | None]


def on_paper(name: str, group: str, met: str = PIXELS) -> Callable[[Change], Change]:
    def entered(change: Change) -> Change:
        @kind(name, group, met)
        def alter(data: bytes, rng: Random) -> Altered | None:
            paper = Paper(data)
            place = change(paper, rng)
            return Altered(paper.bytes(), place) if place else None

        return change

    return entered


@on_paper("paper: page removed", "pages")
def page_removed(paper: Paper, rng: Random) -> str | None:
    at = rng.randrange(len(paper.pdf.pages))
    del paper.pdf.pages[at]
    return f"page {at + 1}"


@on_paper("paper: two pages swapped", "pages")
def pages_swapped(paper: Paper, rng: Random) -> str | None:
    pages = paper.pdf.pages
    one, other = sorted(rng.sample(range(len(pages)), 2))
    first, second = pages[one], pages[other]
    order = list(pages)
    order[one], order[other] = second, first
    paper.pdf.Root.Pages.Kids = Array([held.obj for held in order])
    return f"pages {one + 1} and {other + 1}"


@on_paper("paper: page repeated", "pages")
def page_repeated(paper: Paper, rng: Random) -> str | None:
    at = rng.randrange(len(paper.pdf.pages))
    paper.pdf.pages.insert(at + 1, paper.pdf.pages[at])
    return f"page {at + 1} twice"


@on_paper("paper: blank page added", "pages")
def blank(paper: Paper, rng: Random) -> str | None:
    at = rng.randrange(len(paper.pdf.pages) + 1)
    paper.pdf.add_blank_page(page_size=(595, 842))
    added = paper.pdf.pages[-1]
    if at < len(paper.pdf.pages) - 1:
        del paper.pdf.pages[-1]
        paper.pdf.pages.insert(at, added)
    return f"before page {at + 1}"


@on_paper("paper: crop box set", "pages")
def crop(paper: Paper, rng: Random) -> str | None:
    at = rng.randrange(len(paper.pdf.pages))
    page = paper.pdf.pages[at]
    left, foot, right, top = map(float, page.mediabox)
    page.obj.CropBox = Array([left, foot + rng.choice((100, 250)), right, top - 40])
    return f"page {at + 1} cropped"


@on_paper("paper: page turned", "pages")
def turned(paper: Paper, rng: Random) -> str | None:
    at = rng.randrange(len(paper.pdf.pages))
    paper.pdf.pages[at].obj.Rotate = rng.choice((90, 180))
    return f"page {at + 1} turned"


_SCRIPT = Dictionary(S=Name.JavaScript, JS=String("app.alert('changed');"))


@on_paper("paper: script run on opening", "scripts, actions, links", "script")
def opening(paper: Paper, rng: Random) -> str | None:
    paper.pdf.Root.OpenAction = paper.pdf.make_indirect(Dictionary(_SCRIPT))
    return "OpenAction"


@on_paper("paper: script under a name", "scripts, actions, links", "script")
def named(paper: Paper, rng: Random) -> str | None:
    held = paper.pdf.make_indirect(Dictionary(_SCRIPT))
    paper.pdf.Root.Names.JavaScript = Dictionary(Names=Array([String("a"), held]))
    return "Names"


@on_paper("paper: action on a page or on closing", "scripts, actions, links", "script")
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


@on_paper("paper: link's address changed", "scripts, actions, links", "link")
def address(paper: Paper, rng: Random) -> str | None:
    found = [(at, held) for at, held in _links(paper) if "/URI" in held.get("/A", {})]
    if not found:
        return None
    at, held = rng.choice(found)
    before = str(held.A.URI)
    held.A.URI = String("https://example.com/elsewhere")
    return f"page {at + 1}: {before}"


@on_paper("paper: link leads to another place", "scripts, actions, links", "link")
def destination(paper: Paper, rng: Random) -> str | None:
    found = [(at, held) for at, held in _links(paper) if "/Dest" in held]
    others = sorted({str(held.Dest) for _, held in found})
    if len(others) < 2:
        return None
    at, held = rng.choice(found)
    before = str(held.Dest)
    held.Dest = String(rng.choice([other for other in others if other != before]))
    return f"page {at + 1}: {before} -> {held.Dest}"


@on_paper("paper: link given a program or an address", "scripts, actions, links", "link")
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


@on_paper("paper: cell of an attachment changed", "attachments", "attachment")
def cell(paper: Paper, rng: Random) -> str | None:
    name, stream, rows = rng.choice(_cells(paper))
    row = rng.choice(rows[1:])
    at = rng.randrange(len(row))
    before = row[at]
    row[at] = wording.with_other_digit(before, rng) or before + " or so"
    _keep(stream, rows)
    return f"{name}: “{before}” -> “{row[at]}”"


@on_paper("paper: two cells of an attachment swapped", "attachments", "attachment")
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


@on_paper("paper: attachment removed", "attachments", "attachment")
def unattached(paper: Paper, rng: Random) -> str | None:
    name = rng.choice([name for name in paper.pdf.attachments if name.endswith(".csv")])
    del paper.pdf.attachments[name]
    return name


@on_paper("paper: attachment added", "attachments", "attachment")
def attached(paper: Paper, rng: Random) -> str | None:
    held = pikepdf.AttachedFileSpec(paper.pdf, b"a,b\n1,2\n", filename="other.csv")
    paper.pdf.attachments["other.csv"] = held
    return "other.csv"


def _openers(paper: Paper) -> list[pikepdf.Object]:
    held = (each for page in paper.pdf.pages for each in page.get("/Annots", []))
    return [each for each in held if each.get("/Subtype") == Name.FileAttachment]


@on_paper("paper: a figure's word opens another file", "attachments", "link")
def opens_another(paper: Paper, rng: Random) -> str | None:
    openers = _openers(paper)
    if not openers:
        return None
    opener = rng.choice(openers)
    before = str(opener.FS.UF)
    others = [spec.obj for name, spec in paper.pdf.attachments.items() if name != before]
    opener.FS = rng.choice(others)
    return f"{before} -> {opener.FS.UF}"


@on_paper("paper: a figure's word opens a file of the same name", "attachments", "comment")
def opens_the_like(paper: Paper, rng: Random) -> str | None:
    openers = _openers(paper)
    if not openers:
        return None
    opener = rng.choice(openers)
    name = str(opener.FS.UF)
    opener.FS = pikepdf.AttachedFileSpec(paper.pdf, b"a,b\n1,2\n", filename=name).obj
    return name
