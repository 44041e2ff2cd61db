"""Edits decks as people do in PowerPoint: text in place, chart data in workbook and chart alike."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import openpyxl
from pptx import Presentation

_C = "{http://schemas.openxmlformats.org/drawingml/2006/chart}"
_A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"


class Deck:
    """A deck that is open for editing."""

    def __init__(self, path: Path) -> None:
        self.deck = Presentation(str(path))

    def save(self, path: Path) -> Path:
        self.deck.save(str(path))
        return path

    def say(self, old: str, new: str, *, slide: int = 0, notes: bool = False) -> Deck:
        """Replace words in the one paragraph that has them, as typing over them would."""
        found = [
            paragraph
            for number, paragraph in self._paragraphs(notes=notes)
            if slide in (0, number) and old in _plain(paragraph)
        ]
        assert len(found) == 1, f"{old!r} stands in {len(found)} paragraphs"
        _type(found[0], _plain(found[0]).replace(old, new))
        return self

    def add(self, after: str, new: str) -> Deck:
        """Add a paragraph of its own below another."""
        from copy import deepcopy

        (paragraph,) = [p for _, p in self._paragraphs() if after in _plain(p)]
        copied = deepcopy(paragraph)
        paragraph.addnext(copied)
        _type(copied, new)
        return self

    def remove(self, words: str) -> Deck:
        """Remove a paragraph."""
        (paragraph,) = [p for _, p in self._paragraphs() if words in _plain(p)]
        paragraph.getparent().remove(paragraph)
        return self

    def set(
        self, chart: str, cells: dict[str, Any], *, book: bool = True, cache: bool = True
    ) -> Deck:
        """Set cells of a chart's data: in its workbook, in what the chart remembers, or in both."""
        found = self._chart(chart)
        if book:
            part = found.part.chart_workbook.xlsx_part
            workbook = openpyxl.load_workbook(io.BytesIO(part.blob))
            for place, value in cells.items():
                workbook.worksheets[0][place] = value
            buffer = io.BytesIO()
            workbook.save(buffer)
            part._blob = buffer.getvalue()
        if cache:
            for place, value in cells.items():
                self._remember(found, place, value)
        return self

    def relabel(self, chart: str, old: str, new: str) -> Deck:
        """Type over the label of a bar."""
        labels = [p for p in self._chart(chart)._chartSpace.iter(f"{_A}p") if _plain(p) == old]
        assert len(labels) == 1, f"{old!r} is the label of {len(labels)} bars"
        _type(labels[0], new)
        return self

    def drop_workbooks(self) -> Deck:
        """Take all workbooks away, as LibreOffice does."""
        for slide in self.deck.slides:
            for shape in slide.shapes:
                if shape.has_chart:
                    space = shape.chart._chartSpace
                    for external in space.findall(f"{_C}externalData"):
                        space.remove(external)
                    for key in list(shape.chart.part.rels):
                        shape.chart.part.rels.pop(key)
        return self

    def move(self, slide: int, to: int) -> Deck:
        """Move a slide to another place in the order, both counted from 1."""
        order = self.deck.slides._sldIdLst
        moved = order[slide - 1]
        order.remove(moved)
        order.insert(to - 1, moved)
        return self

    def copy(self, slide: int) -> Deck:
        """Copy a slide without charts, counted from 1; the copy stands behind it."""
        return self._added(slide, list(self.deck.slides[slide - 1].shapes._spTree)[2:])

    def add_slide(self, after: int, *, table: str = "", notes: str = "") -> Deck:
        """Add a slide with a table of one cell, and with notes."""
        self._added(after, [])
        slide = self.deck.slides[after]
        if table:
            frame = slide.shapes.add_table(1, 1, 0, 0, 999_999, 999_999)
            frame.table.cell(0, 0).text = table
        if notes:
            slide.notes_slide.notes_text_frame.text = notes
        return self

    def delete(self, slide: int) -> Deck:
        """Delete a slide, counted from 1."""
        order = self.deck.slides._sldIdLst
        gone = order[slide - 1]
        self.deck.part.drop_rel(gone.rId)
        order.remove(gone)
        return self

    def _added(self, after: int, shapes: list[Any]) -> Deck:
        from copy import deepcopy

        added = self.deck.slides.add_slide(self.deck.slides[after - 1].slide_layout)
        tree = added.shapes._spTree
        for shape in list(tree)[2:]:
            tree.remove(shape)
        for shape in shapes:
            tree.append(deepcopy(shape))
        return self.move(len(self.deck.slides), after + 1)

    def retitle(self, slide: int, title: str) -> Deck:
        """Write another title."""
        self.deck.slides[slide - 1].shapes.title.text_frame.text = title
        return self

    def _remember(self, chart: Any, place: str, value: Any) -> None:
        column, row = re.fullmatch(r"([A-Z]+)(\d+)", place).groups()  # type: ignore[union-attr]
        for reference in chart._chartSpace.iter(f"{_C}numRef", f"{_C}strRef"):
            area = reference.findtext(f"{_C}f").split("!")[1].replace("$", "")
            first, _, last = area.partition(":")
            left, top = re.fullmatch(r"([A-Z]+)(\d+)", first).groups()  # type: ignore[union-attr]
            bottom = re.sub(r"[A-Z]+", "", last) or top
            if column != left or not int(top) <= int(row) <= int(bottom):
                continue
            for point in reference.iter(f"{_C}pt"):
                if int(point.get("idx")) == int(row) - int(top):
                    point.find(f"{_C}v").text = str(value)

    def _chart(self, name: str) -> Any:
        (found,) = [
            shape.chart
            for slide in self.deck.slides
            for shape in slide.shapes
            if shape.has_chart and shape.name == f"Chart {name}"
        ]
        return found

    def _paragraphs(self, *, notes: bool = False) -> Iterator[tuple[int, Any]]:
        for number, slide in enumerate(self.deck.slides, 1):
            tree = slide.notes_slide._element if notes and slide.has_notes_slide else slide._element
            if notes and not slide.has_notes_slide:
                continue
            for paragraph in tree.iter(f"{_A}p"):
                yield number, paragraph


def _plain(paragraph: Any) -> str:
    """Return a paragraph with plain spaces, as people type them."""
    text = "".join(piece.text or "" for piece in paragraph.iter(f"{_A}t"))
    return text.replace("\u00a0", " ")


def _type(paragraph: Any, text: str) -> None:
    first, *rest = list(paragraph.iter(f"{_A}r"))
    first.find(f"{_A}t").text = text
    for run in rest:
        run.getparent().remove(run)
