"""Prose: passages with their figures in; warnings of words and numbers that nothing backs, out."""
