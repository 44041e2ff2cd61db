"""Words that say how many and how they compare: warned of unless a figure or claim backs them."""

from builder.resolve.wording.check import check_wording

__all__ = ["check_wording"]
