"""The structure of a tagged PDF: elements that drawing fills, and the tree that is written of them.

Setters make an `Element` for what they set; the canvas notes in `Marks` which marked content of
which page belongs to it; `write_tree` writes all of it into the laid-out PDF. Nothing here knows
ReportLab: the canvas emits the operators that `Marks` returns.
"""

from builder.outputs.pdf.tags.marks import Marks
from builder.outputs.pdf.tags.structure import Element

__all__ = ["Element", "Marks"]
