"""Finished files, altered as a person or a program could: does `paperdeck compare` say so?

Written without a look at the proof or at its tests: what an alteration is follows from what a
reader of a paper or of a deck meets. `python -m tests.alterations --help` runs them at length,
`tests/test_alterations.py` runs a few of each in the test suite.
"""
