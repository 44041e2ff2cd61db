"""A template of the user's own: its bytes in; how each of our layouts stands on it, out.

    read(bytes) -> Template -> match_layouts(template, by hand) -> mapped_layout(match) -> apply

Nothing is written here: `builder.outputs.pptx.write.template_shapes` makes slides on the template.
"""
