"""Content to briefing: figures get values, texts their words, claims their verdict.

Nothing after this stage computes, rounds or words a number.
"""

from builder.resolve.briefing import resolve
from builder.resolve.checks import check_coverage

__all__ = ["check_coverage", "resolve"]
