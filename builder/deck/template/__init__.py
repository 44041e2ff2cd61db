"""A template of the user's own: its bytes in; how each of our layouts stands on it, out.

    read(bytes) -> Template -> mapped(template, by hand) -> fitting(layout, theirs) -> Desk

Nothing is written here: `builder.deck.write.theirs` makes slides on the template.
"""
