"""Formulas: LaTeX in; one tree out, and from it words, a line of text, MathML and a drawing.

What is not supported is an error where it stands. Nothing here is loaded by a content that has no
formula.
"""
