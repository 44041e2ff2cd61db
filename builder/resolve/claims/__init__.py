"""Claims: words that a claim guards and its inequality in; warnings where the two differ, out."""
