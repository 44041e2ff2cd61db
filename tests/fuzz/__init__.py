"""Whole briefings made by chance, built and judged: `python -m tests.fuzz --help`."""
