"""What ReportLab packs into a PDF, packed as an earlier build did: a page's code or a font's
characters in, the bytes of a stream out.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from typing import Any

from reportlab.pdfbase import pdfdoc

from builder.memory import remembered


class _Deflating(pdfdoc.PDFStreamFilterZCompress):  # type: ignore[misc]
    """Compresses streams, each once."""

    def encode(self, text: str | bytes) -> bytes:
        """Return a stream's bytes compressed (ISO 32000-1, 7.4.4)."""
        make: Callable[[], bytes] = partial(super().encode, text)
        return remembered(("deflated", text), make, lambda packed: len(text) + len(packed))


def prepare() -> None:
    """Let ReportLab compress its streams so."""
    pdfdoc.PDFZCompress = _Deflating()


def subset_once(name: str, face: Any) -> None:
    """Let a face make the font file of the same characters once."""
    make: Callable[[Sequence[int]], bytes] = face.makeSubset

    def subset(characters: Sequence[int]) -> bytes:
        return remembered(("subset", name, *characters), lambda: make(characters), len)

    face.makeSubset = subset
