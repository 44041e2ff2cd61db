"""Calendar years in text: which digits are years by where they stand, and not figures."""

from builder.language.years.window import Years

__all__ = ["Years"]
