"""`page:` of briefing.yaml: takes the entry, returns the paper's page and its layout."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from builder.content.entries import ContentEntry
from builder.content.scalars import NUMBER, WHOLE
from builder.content.shape import Key, Keys, OneOf
from builder.model.briefing import PageLayout
from builder.problems import shortened

_COUNTED: Final = {"columns": "columns of a page", "contents": "levels of the contents"}
_WIDEST_BINDING: Final = 30  # millimetres

PAGE: Final = Keys(
    "Page",
    "How the paper's pages are made.",
    may={
        "size": Key(OneOf(("A4", "Letter")), "Page size.", default="A4"),
        "columns": Key(WHOLE, "Columns of text: 1 or 2.", default="1"),
        "binding_mm": Key(NUMBER, "Added to the inner margin, for binding.", default="0"),
        "contents": Key(
            WHOLE, "Levels of headings that the contents list: 0 (none) to 3.", default="1"
        ),
        "notes": Key(
            OneOf(("page", "end")),
            "Where notes stand: at the foot of the page, or after the last section.",
            default="end",
        ),
        "numbers": Key(
            OneOf(("yes", "no")),
            "Whether sections are numbered, where there are several.",
            default="yes",
        ),
    },
    alone="size",
)


def _options(entry: ContentEntry) -> Mapping[str, str]:
    """Return the page's options, of which a size alone is one."""
    written = entry.keys.get("page", {})
    return {**PAGE.defaults, **({PAGE.alone: written} if isinstance(written, str) else written)}


def page_size(entry: ContentEntry) -> str:
    """Return the size of the page, A4 or Letter."""
    return _options(entry)["size"]


def page_layout(entry: ContentEntry) -> PageLayout:
    """Return how the pages are made, and report what they cannot be made of."""
    options = _options(entry)
    for key, known in (("columns", "12"), ("contents", "0123")):
        if options[key] not in tuple(known):
            found = f'"{options[key]}" is no number of {_COUNTED[key]}'
            hint = f"known: {', '.join(known)}"
            entry.context.problems.error(entry.where("page", key), found, hint)
            options = {**options, key: "1"}
    binding = float(options["binding_mm"])
    if not 0 <= binding <= _WIDEST_BINDING:
        entry.context.problems.error(
            entry.where("page", "binding_mm"),
            f"a binding of {shortened(options['binding_mm'])} mm",
            f"expected 0 to {_WIDEST_BINDING}",
        )
        binding = 0.0
    return PageLayout(
        columns=int(options["columns"]),
        binding_mm=binding,
        notes=options["notes"],
        contents=int(options["contents"]),
        numbered=options["numbers"] == "yes",
    )
