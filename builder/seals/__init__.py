"""Digests of what finished files draw, which their ledgers carry.

Words are compared word by word, but a file also shows what no word says: lengths of bars, boxes,
colours, sizes. Writers take these digests of what they have written, readers take them again. A
digest that differs says that something was changed, and where; what, the eye must tell.
"""
