"""Editions compared: two of them in; what changed, as data, as a report and as a section, out.

folder, revision or finished file -> load -> Snapshot
two snapshots -> diff -> EditionDiff -> report or record, or a section and its slide
"""

from __future__ import annotations

from builder.editions.diff import EditionDiff, diff
from builder.editions.load import Naming, identity, load
from builder.editions.revision import EditionError, offered
from builder.editions.section import refuse_replacing, with_changes

__all__ = [
    "EditionDiff",
    "EditionError",
    "Naming",
    "diff",
    "identity",
    "load",
    "offered",
    "refuse_replacing",
    "with_changes",
]
