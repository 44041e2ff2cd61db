"""A difference of two editions in, JSON for other programs out."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import asdict
from decimal import Decimal
from typing import Any

from builder.editions.diff import ClaimChange, EditionDiff, FigureChange, SourceChange
from builder.editions.sentences import SentenceChange
from builder.model.snapshot import ClaimState, FigureState, Sentence, Snapshot, SourceState

_State = FigureState | ClaimState | SourceState


def record(difference: EditionDiff) -> str:
    """Return the difference as JSON; numbers are exact and stand as text.

    Keys: `before` and `now` (which editions), `figures`, `claims` and `sources` (each with
    `added`, `dropped` and `changed`), `sentences`.
    """
    d = difference
    figures = [_figure(change) for change in d.figures_changed]
    claims = [_changed(change) for change in d.claims_changed]
    sources = [_changed(change) for change in d.sources_changed]
    whole = {
        "before": _identity(d.old),
        "now": _identity(d.new),
        "figures": _kind(d.figures_added, d.figures_dropped, figures),
        "claims": _kind(d.claims_added, d.claims_dropped, claims),
        "sources": _kind(d.sources_added, d.sources_dropped, sources),
        "sentences": [_sentence(change) for change in d.sentences],
    }
    return json.dumps(whole, ensure_ascii=False, indent=1)


def _identity(edition: Snapshot) -> dict[str, str]:
    names = ("title", "slug", "edition", "date", "language", "fingerprint")
    return {name: getattr(edition, name) for name in names}


def _kind(
    added: Sequence[_State], dropped: Sequence[_State], changed: list[dict[str, Any]]
) -> dict[str, Any]:
    return {
        "added": [asdict(state) for state in added],
        "dropped": [asdict(state) for state in dropped],
        "changed": changed,
    }


def _changed(change: FigureChange | ClaimChange | SourceChange) -> dict[str, Any]:
    return {"id": change.new.id, "before": asdict(change.old), "now": asdict(change.new)}


def _figure(change: FigureChange) -> dict[str, Any]:
    return _changed(change) | {
        "difference": _exact(change.difference),
        "per_cent": _exact(change.per_cent),
        "shift": asdict(change.shift) if change.shift is not None else None,
        "aspects": [aspect.aspect for aspect in change.aspects],
    }


def _exact(value: Decimal | None) -> str | None:
    return None if value is None else f"{value:f}"


def _sentence(change: SentenceChange) -> dict[str, Any]:
    standing = change.new or change.old
    assert standing is not None, "a change has one side at least"
    return {
        "section": standing.section,
        "kind": standing.kind,
        "figures": list(standing.figures),
        "reworded": change.is_reworded,
        "before": _text(change.old),
        "now": _text(change.new),
    }


def _text(sentence: Sentence | None) -> str | None:
    return None if sentence is None else sentence.text
