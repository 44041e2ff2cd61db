"""Citations and the list of references, set by a CSL style (CSL 1.0.2).

`nodes` reads styles and locales, `processor` sets a document's citations by one of them.
"""
