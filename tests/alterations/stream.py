"""A paper as its pages' instructions: what is shown where, by which glyphs, and edits of that."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

import pikepdf
from pikepdf import Array, ContentStreamInstruction, Dictionary, Matrix, Name, Operator, String

_SHOWING, _PAINTING = ("TJ", "Tj"), ("f", "f*", "S", "B", "B*", "b")
_IDENTITY = Matrix()


def instruction(operator: str, *operands: object) -> ContentStreamInstruction:
    return ContentStreamInstruction(list(operands), Operator(operator))


class Font:
    """A font's codes and the characters that they stand for, by its ToUnicode."""

    def __init__(self, held: pikepdf.Object) -> None:
        self.held = held
        table = bytes(held.ToUnicode.read_bytes()).decode("latin-1")
        self.characters: dict[int, str] = {}
        for block in re.findall(r"beginbfchar(.*?)endbfchar", table, re.S):
            for code, text in re.findall(r"<(\w+)>\s*<(\w+)>", block):
                self.characters[int(code, 16)] = bytes.fromhex(text).decode("utf-16-be")
        self.codes = {text: code for code, text in self.characters.items()}

    def read(self, codes: bytes) -> str:
        return "".join(self.characters.get(code, "\ufffd") for code in codes)

    def write(self, text: str) -> bytes | None:
        """Return the codes of a text; None where a character has none in this subset."""
        if any(character not in self.codes for character in text):
            return None
        return bytes(self.codes[character] for character in text)

    def width(self, codes: bytes, size: float) -> float:
        first, widths = int(self.held.FirstChar), self.held.Widths
        found = (widths[code - first] for code in codes if 0 <= code - first < len(widths))
        return float(sum(float(width) for width in found)) * size / 1000


@dataclass(frozen=True)
class Run:
    """A stretch of text shown by one instruction, and the state that it is shown in."""

    page: int
    at: int
    tag: str
    mcid: int | None
    text: str
    font: Font
    face: str
    size: float
    fill: tuple[float, ...]
    own: Matrix
    ctm: Matrix
    width: float

    def rect(self) -> tuple[float, float, float, float]:
        """Return left, foot, width and height on the page, in points."""
        x, y = (self.own @ self.ctm).transform((0, 0))
        return x, y - 0.25 * self.size, self.width, 1.15 * self.size


@dataclass(frozen=True)
class Path:
    """A path of a figure that is painted: the instructions from its first to its painting one."""

    page: int
    first: int
    last: int
    mcid: int | None
    operators: str
    fill: int | None


class Page:
    """One page's instructions, to be read and altered."""

    def __init__(self, page: pikepdf.Page, number: int) -> None:
        self.page, self.number = page, number
        self.held = list(pikepdf.parse_content_stream(page))
        self.touched = False

    @cached_property
    def fonts(self) -> dict[str, Font]:
        return {str(name): Font(held) for name, held in self.page.Resources.Font.items()}

    def replace(self, at: int, *given: ContentStreamInstruction) -> None:
        self.held[at : at + 1] = given
        self.touched = True

    def insert(self, at: int, *given: ContentStreamInstruction) -> None:
        self.held[at:at] = given
        self.touched = True

    def append(self, *given: ContentStreamInstruction) -> None:
        """Draw over the whole page, in the page's own coordinates."""
        self.insert(len(self.held), instruction("q"), *given, instruction("Q"))

    def runs(self) -> Iterator[Run]:
        """Yield the texts shown, in the order in which they are drawn."""
        ctm, own, fill, face, size = _IDENTITY, _IDENTITY, (0.0,), "", 0.0
        stack: list[tuple[Matrix, tuple[float, ...], str, float]] = []
        for at, held, tag, mcid in self._marked():
            operator, operands = str(held.operator), held.operands
            if operator == "q":
                stack.append((ctm, fill, face, size))
            elif operator == "Q":
                ctm, fill, face, size = stack.pop()
            elif operator == "cm":
                ctm = Matrix(*map(float, operands)) @ ctm
            elif operator == "Tm":
                own = Matrix(*map(float, operands))
            elif operator in ("rg", "g"):
                fill = tuple(map(float, operands))
            elif operator == "Tf":
                face, size = str(operands[0]), float(operands[1])
            elif operator in _SHOWING:
                codes = _codes(held)
                font = self.fonts[face]
                text, width = font.read(codes), font.width(codes, size)
                yield Run(self.number, at, tag, mcid, text, font, face, size, fill, own, ctm, width)

    def paths(self) -> Iterator[Path]:
        """Yield the painted paths within figures."""
        first, fill, operators = None, None, ""
        for at, held, tag, mcid in self._marked():
            operator = str(held.operator)
            if operator == "rg":
                fill = at
            elif operator in ("m", "l", "c", "h", "re"):
                first = at if first is None else first
                operators += operator[0]
            elif operator in _PAINTING and first is not None:
                if tag == "/Figure":
                    yield Path(self.number, first, at, mcid, operators + operator, fill)
                first, operators = None, ""

    def _marked(self) -> Iterator[tuple[int, ContentStreamInstruction, str, int | None]]:
        stack: list[tuple[str, int | None]] = []
        for at, held in enumerate(self.held):
            operator = str(held.operator)
            if operator in ("BDC", "BMC"):
                given = held.operands[1] if operator == "BDC" else None
                mcid = given.get("/MCID") if isinstance(given, Dictionary) else None
                outer = stack[-1] if stack else ("", None)
                own = (str(held.operands[0]), None if mcid is None else int(mcid))
                stack.append(outer if mcid is None and own[0] == "/Span" else own)
            elif operator == "EMC":
                stack.pop()
            tag, found = stack[-1] if stack else ("", None)
            yield at, held, tag, found


def _codes(held: ContentStreamInstruction) -> bytes:
    given = held.operands[0]
    parts = given if str(held.operator) == "TJ" else [given]
    return b"".join(bytes(part) for part in parts if isinstance(part, String))


def showing(codes: bytes) -> ContentStreamInstruction:
    return instruction("TJ", Array([String(codes)]))


class Paper:
    """A paper opened to be altered."""

    def __init__(self, data: bytes) -> None:
        self.pdf = pikepdf.open(io.BytesIO(data))
        self._pages: dict[int, Page] = {}

    def page(self, number: int) -> Page:
        if number not in self._pages:
            self._pages[number] = Page(self.pdf.pages[number], number)
        return self._pages[number]

    @cached_property
    def runs(self) -> list[Run]:
        """What the pages say, headers and footers left out."""
        return [run for run in self.every_run if run.tag != "/Artifact" and run.text.strip()]

    @cached_property
    def every_run(self) -> list[Run]:
        return [run for at in range(len(self.pdf.pages)) for run in self.page(at).runs()]

    @cached_property
    def paths(self) -> list[Path]:
        return [path for at in range(len(self.pdf.pages)) for path in self.page(at).paths()]

    def say(self, run: Run, text: str) -> str | None:
        """Show another text in a run's place; None where the font has no glyphs for it."""
        codes = run.font.write(text)
        if codes is None:
            return None
        self.page(run.page).replace(run.at, showing(codes))
        return f"page {run.page + 1}: “{run.text}” -> “{text}”"

    def rows(self) -> list[list[list[list[Run]]]]:
        """Return the tables: rows of cells, each with its runs; rows without text left out."""
        places = {held.objgen: at for at, held in enumerate(p.obj for p in self.pdf.pages)}
        by_place: dict[tuple[int, int | None], list[Run]] = {}
        for run in self.runs:
            by_place.setdefault((run.page, run.mcid), []).append(run)

        def of_cell(cell: pikepdf.Object) -> list[Run]:
            found: list[Run] = []
            for element, mcid in _content(cell):
                page = places.get(element.Pg.objgen)
                found += by_place.get((-1 if page is None else page, mcid), [])
            return found

        tables = []
        for table in self.elements("/Table"):
            rows = [row for row in _under(table) if row.get("/S") == Name.TR]
            cells = [
                [of_cell(c) for c in _under(row) if c.get("/S") in (Name.TH, Name.TD)]
                for row in rows
            ]
            tables.append([row for row in cells if row and all(row)])
        return [table for table in tables if len(table) > 1]

    def elements(self, kind: str) -> list[pikepdf.Object]:
        """Return the elements of a kind in the structure tree."""
        return [held for held in _under(self.pdf.Root.StructTreeRoot) if held.get("/S") == kind]

    def bytes(self) -> bytes:
        for held in self._pages.values():
            if held.touched:
                data = pikepdf.unparse_content_stream(held.held)
                held.page.obj.Contents = self.pdf.make_stream(data)
        out = io.BytesIO()
        self.pdf.save(out, deterministic_id=True)
        return out.getvalue()


def _kids(element: pikepdf.Object) -> list[pikepdf.Object]:
    kids = element.get("/K")
    if kids is None:
        return []
    return list(kids) if isinstance(kids, Array) else [kids]


def _under(element: pikepdf.Object) -> Iterator[pikepdf.Object]:
    for kid in _kids(element):
        if isinstance(kid, Dictionary) and "/S" in kid:
            yield kid
            yield from _under(kid)


def _content(element: pikepdf.Object) -> Iterator[tuple[pikepdf.Object, int]]:
    """Yield the marked content of an element and of those under it."""
    for held in (element, *_under(element)):
        for kid in _kids(held):
            if isinstance(kid, int):
                yield held, kid
            elif isinstance(kid, Dictionary) and "/MCID" in kid:
                yield (kid if "/Pg" in kid else held), int(kid.MCID)
