"""figures.yaml and a new value or hedge in; which characters to replace by what, out."""

from __future__ import annotations

import re
from typing import Final

from builder.content.documents import Document, read_document
from builder.model.figure import Hedge
from builder.problems import Problems
from builder.pulling.original import Original, Replacement

# The anchor and tag that may stand before a value, and the spaces after each.
_PROPERTIES: Final = re.compile(r"(?:[&!]\S*\s+)*")


class FigureFile:
    """The places of figures.yaml."""

    def __init__(self, original: Original) -> None:
        document = read_document(original.lines, Problems())
        if document is None:
            raise ValueError(f"{original.name} cannot be read")
        self.document: Document = document
        self.text = original.lines.text

    def value(self, figure: str, value: str) -> Replacement:
        """Return the replacement of a figure's value, in the quotes that it has."""
        return self._scalar((figure, "value"), value)

    def hedge(self, figure: str, hedge: Hedge) -> Replacement:
        """Return the replacement of a figure's hedge, or a new line for it where it has none."""
        if (figure, "hedge") in self.document.values:
            return self._scalar((figure, "hedge"), hedge.value)
        key = "value" if (figure, "value") in self.document.values else "cell"
        at = self.document.keys[figure, key]
        opening = self._bare(self.document.values[(figure,)][0])
        if self.text[opening] == "{":
            return Replacement(at, at, f"hedge: {hedge.value}, ")
        indent = at - (self.text.rfind("\n", 0, at) + 1)
        if key == "cell":
            return Replacement(at, at, f"hedge: {hedge.value}\n{' ' * indent}")
        # After the value's own line, whatever comment ends it.
        end = self.text.find("\n", self.document.values[figure, key][1])
        end = len(self.text) if end < 0 else end
        return Replacement(end, end, f"\n{' ' * indent}hedge: {hedge.value}")

    def _scalar(self, path: tuple[str, str], new: str) -> Replacement:
        start, end = self.document.values[path]
        start = self._bare(start)
        quote = self.text[start : start + 1]
        return Replacement(start, end, f"{quote}{new}{quote}" if quote in ("'", '"') else new)

    def _bare(self, start: int) -> int:
        """Return where a value itself begins, behind its anchor and tag."""
        found = _PROPERTIES.match(self.text, start)
        return found.end() if found is not None else start
