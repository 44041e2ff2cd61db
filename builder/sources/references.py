"""Names that must lead somewhere: takes what was mentioned and what there is, reports the rest."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Final

from builder.model.table import DataTable
from builder.problems import Problems, known_names
from builder.sources.context import Mention, MentionKind
from builder.sources.vocabulary import LAYOUTS

_NOUNS: Final[Mapping[MentionKind, str]] = {
    "data": "data file",
    "layout": "slide layout",
    "anchor": "anchor",
}


def check_mentions(
    mentions: Iterable[Mention],
    known: Mapping[MentionKind, Iterable[str]],
    data: Mapping[str, DataTable],
    problems: Problems,
) -> None:
    """Report each mention of something that does not exist, with the names that do.

    A kind that is not in `known` could not be read; nothing is said of it here.
    """
    names: dict[MentionKind, frozenset[str]] = {
        **{kind: frozenset(them) for kind, them in known.items()},
        "layout": frozenset(LAYOUTS),
    }
    for mention in mentions:
        noun = _NOUNS.get(mention.kind, mention.kind)
        if mention.kind == "column":
            # A missing file is reported where it is named; its columns need no more words.
            table = data.get(mention.of)
            if table is not None and mention.name not in table.columns:
                found = f'no column "{mention.name}" in {table.place.file}'
                problems.error(mention.place, found, known_names(mention.name, table.columns))
        elif mention.kind in names and mention.name not in names[mention.kind]:
            hint = known_names(mention.name, names[mention.kind])
            problems.error(mention.place, f'unknown {noun} "{mention.name}"', hint)
