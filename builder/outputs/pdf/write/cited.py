"""Where works are cited: takes runs as they are drawn, returns the works that a page cites anew."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Final

from builder.model.text import Run

CITED: Final = "cited"  # the form of a reference's words where a text cites it


@dataclass
class Citations:
    """The `pages` of each work, and the works that notes cite by their numbers (`in_notes`)."""

    pages: dict[str, list[int]] = field(default_factory=dict)
    in_notes: Mapping[int, tuple[str, ...]] = field(default_factory=dict)

    def new(self, run: Run, page: int) -> Iterator[str]:
        """Yield the works that a run is the first on its page to cite, itself or by its note."""
        owner = run.owner
        keys = self.in_notes.get(run.note, ()) if run.note is not None else ()
        if owner is not None and owner.kind == "reference" and owner.form == CITED:
            keys = (owner.id,)
        for key in keys:
            pages = self.pages.setdefault(key, [])
            if page not in pages:
                pages.append(page)
                yield key
