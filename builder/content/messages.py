"""The message, the findings and the takeaways of the YAML files: takes their entries, returns
`Statement`s.
"""

from __future__ import annotations

from typing import Final

from builder.content.entries import ContentEntry
from builder.content.scalars import TEXT, WORDS
from builder.content.shape import Key, Keys, ListOf
from builder.model.message import UNSAID, Finding, Statement

_FEWEST: Final = 3
_MOST: Final = 5
_CLAIM: Final = Key(TEXT, "The claim that the whole of it rests on.")

MESSAGE: Final = Keys(
    "Message",
    "The one sentence to keep: the sentence, or a mapping with its claim.",
    needs={"says": Key(WORDS, "The sentence; inline Markdown.")},
    may={"claim": _CLAIM},
    alone="says",
)

TAKEAWAY: Final = Keys(
    "Takeaway",
    "What it means, in a sentence or two: the words, or a mapping with their claim.",
    needs={"says": Key(WORDS, "The sentences; inline Markdown.")},
    may={"claim": _CLAIM},
    alone="says",
)

FINDING: Final = Keys(
    "Finding",
    "A finding: a sentence, and the figure that is set large beside it.",
    needs={
        "says": Key(WORDS, "The sentence; inline Markdown."),
        "figure": Key(TEXT, "The figure, by id."),
    },
    may={"claim": _CLAIM},
)

STATEMENTS: Final = {
    "message": Key(
        MESSAGE, "The one sentence to keep: on the cover, on the first slide, in the files."
    ),
    "findings": Key(
        ListOf(FINDING, least=_FEWEST, most=_MOST),
        "Three to five sentences, each with its figure: the page and the slide of findings.",
    ),
}
"""The keys of briefing.yaml that are read here."""


def read_statement(entry: ContentEntry, key: str) -> Statement:
    """Return what stands under a key: words, or a mapping of words and their claim."""
    written = entry.keys.get(key)
    if written is None:
        return UNSAID
    if isinstance(written, str):
        return Statement(entry.text(key), place=entry.where(key))
    return Statement(entry.text(key, "says"), _claimed(entry, key), entry.where(key, "says"))


def read_findings(entry: ContentEntry) -> tuple[Finding, ...]:
    """Return the findings in their order, their figures and claims noted as used."""
    found = []
    for number, written in enumerate(entry.keys.get("findings", ())):
        at = ("findings", number)
        figure = str(written["figure"])
        entry.context.mention("figure", figure, entry.where(*at, "figure"))
        claim = _claimed(entry, *at)
        place = entry.where(*at, "says")
        found.append(Finding(entry.text(*at, "says"), claim, place, figure))
    return tuple(found)


def _claimed(entry: ContentEntry, *at: str | int) -> str:
    """Return the claim of a mapping, noted as used; nothing where it names none."""
    written = entry.keys
    for step in at:
        written = written[step]  # type: ignore[index]
    claim = str(written.get("claim", ""))
    entry.context.mention("claim", claim, entry.where(*at, "claim") if claim else entry.place)
    return claim
