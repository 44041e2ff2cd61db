"""The deck's own template: a theme and a slide size in, an empty presentation out.

Written from the theme at each build, as parts of an Open Packaging container (ECMA-376-2), so
that no binary is kept: theme, master, a layout with real placeholders for each of
`builder.deck.layouts`, and a notes master.
"""

from builder.deck.template.package import template

__all__ = ["template"]
