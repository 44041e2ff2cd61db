"""Totals: tables, data files and charts in; warnings of totals that are not their parts, out."""
