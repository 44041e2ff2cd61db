"""A difference of two editions in, a report for people to read in a terminal out."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import asdict
from decimal import Decimal
from typing import Any

from builder.editions.alike import speech_between
from builder.editions.diff import (
    ClaimChange,
    EditionDiff,
    FigureChange,
    SentenceChange,
    SourceChange,
)
from builder.facts.nouns import noun
from builder.facts.printing import affixes, shortest
from builder.facts.rounding import (
    decimals_as_stated,
    decimals_that_tell,
    decimals_when_derived,
    rounded,
)
from builder.language.dates import word
from builder.language.numbers import MINUS, number, percent_affixes
from builder.model.snapshot import (
    ClaimState,
    FigureState,
    Sentence,
    ShownChange,
    Snapshot,
    SourceState,
)

_Item = list[str]


def report(difference: EditionDiff) -> str:
    """Return the report: which editions these are, then a list for each kind of difference."""
    head = _before_and_now(_called(difference.old), _called(difference.new), "")
    if not difference:
        return "\n".join([*head, "", "nothing differs"])
    lists = [*_figures(difference), *_claims(difference), *_sources(difference)]
    lists.append(("shown by charts and tables", [_shown(each) for each in difference.shown]))
    lists.append(("sentences touched", [_sentence(change) for change in difference.sentences]))
    lines = head
    for title, items in lists:
        if items:
            lines += ["", f"{title} ({len(items)})"]
            lines += [f"  {line}" for item in items for line in item]
    return "\n".join(lines)


def rounded_per_cent(per_cent: Decimal) -> Decimal:
    """Return a change in per cent as it is printed: with one decimal below ten, else none.

    With more where it would print as none.
    """
    decimals = decimals_when_derived(per_cent, None)
    return rounded(per_cent, decimals_that_tell(per_cent, decimals, None, None))


def _called(edition: Snapshot) -> str:
    parts = (edition.title, edition.edition, edition.date, edition.fingerprint[:8])
    return ", ".join(part for part in parts if part)


def _figures(difference: EditionDiff) -> Iterator[tuple[str, list[_Item]]]:
    changed, added = difference.figures_changed, difference.figures_added
    dropped = difference.figures_dropped
    ids = [state.id for state in (*(change.new for change in changed), *added, *dropped)]
    width = max(map(len, ids), default=0)
    both = (*difference.new.figures, *difference.old.figures)
    speech = speech_between(both, difference.new.language)
    yield "figures changed", list(_aligned(changed, width, speech))
    yield "figures added", [_stated(state, width) for state in added]
    yield "figures dropped", [_stated(state, width) for state in dropped]


def _aligned(changes: Iterable[FigureChange], width: int, tag: str) -> Iterator[_Item]:
    """Yield the changed figures: id, before, now and change in columns, aspects below."""
    rows = [(change, _values(change), how_much(change, tag)) for change in changes]
    old_width, new_width = (
        max((len(values[at]) for _, values, _ in rows if values[1]), default=0) for at in (0, 1)
    )
    for change, (before, now), much in rows:
        values = f"{before:{old_width}} -> {now:{new_width}}" if now else before
        aspects = [
            f"    {aspect.aspect}: {_plain(aspect.before) or '-'} -> {_plain(aspect.now) or '-'}"
            for aspect in change.aspects
        ]
        yield [f"{change.new.id:{width}}  {values}  {much}".rstrip(), *aspects]


def _values(change: FigureChange) -> tuple[str, str]:
    """Return a figure before and now; one that reads alike in both stands there once."""
    now = _plain(change.new.printed) if change.is_printed else ""
    return _plain(change.old.printed), now


def how_much(change: FigureChange, tag: str) -> str:
    """Return how far a figure moved: `+500 ships (+14%)`, `+5 percentage points`, `1 day later`.

    Numbers and units are as the edition's language, a BCP 47 tag, prints them.
    """
    if change.shift is not None:
        amount, unit = abs(change.shift.amount), change.shift.unit
        when = "later" if change.shift.amount > 0 else "earlier"
        return f"{amount} {unit}{'' if amount == 1 else 's'} {when}"
    if change.difference is None:
        return "" if change.is_printed or not change.is_valued else "(alike as printed)"
    points = ""
    if change.new.unit == "%":
        points = f" {noun(word(tag, 'percentage_points'), change.difference, tag)}"
    relative = ""
    if change.per_cent is not None:
        before, after = percent_affixes(tag)
        said = _signed(rounded_per_cent(change.per_cent), tag)
        relative = f" ({said[0]}{before}{said[1:]}{after})"
    if points:
        return f"{_signed(change.difference, tag)}{points}"
    return f"{_with_unit(change.difference, change.new.unit, tag)}{relative}"


def _with_unit(difference: Decimal, unit: str, tag: str) -> str:
    """Return a difference with its unit: without "thousand" it would be another number."""
    before, after = affixes(difference, unit, shortest(difference, unit, tag), tag)
    said = _signed(difference, tag)
    return " ".join(f"{said[0]}{before}{said[1:]}{after}".split())


def _signed(value: Decimal, tag: str) -> str:
    sign = MINUS if value < 0 else "+"
    return sign + number(abs(value), decimals_as_stated(value), tag)


def _stated(state: FigureState, width: int) -> _Item:
    return [f"{state.id:{width}}  {_plain(state.printed)}  ({_plain(state.label)})"]


def _claims(difference: EditionDiff) -> Iterator[tuple[str, list[_Item]]]:
    changed = difference.claims_changed
    yield (
        "claims flipped",
        [
            [
                f"{change.new.id}: {change.old.verdict} -> {change.new.verdict}",
                f"    {_restated(change.new)}",
            ]
            for change in changed
            if change.is_flipped
        ],
    )
    yield (
        "claims restated",
        [
            [change.new.id, *_before_and_now(_restated(change.old), _restated(change.new))]
            for change in changed
            if _restated(change.old) != _restated(change.new)
        ],
    )
    for name in ("added", "dropped"):
        claims: tuple[ClaimState, ...] = getattr(difference, f"claims_{name}")
        yield f"claims {name}", [[f"{claim.id}: {_restated(claim)}"] for claim in claims]


def _restated(claim: ClaimState) -> str:
    return f"{_plain(claim.says)} ({claim.holds})"


def _sources(difference: EditionDiff) -> Iterator[tuple[str, list[_Item]]]:
    yield (
        "sources changed",
        [
            [change.new.id, *_before_and_now(change.old.title, change.new.title)]
            for change in difference.sources_changed
        ],
    )
    added, dropped = difference.sources_added, difference.sources_dropped
    yield "sources added", [[f"{source.id}: {source.title}"] for source in added]
    yield "sources dropped", [[f"{source.id}: {source.title}"] for source in dropped]


def _shown(change: ShownChange) -> _Item:
    before, now = (_plain(said) or "-" for said in (change.before, change.now))
    name = f", {_plain(change.name)}" if change.name else ""
    return [f"{change.of}{name}: {before} -> {now}"]


def _sentence(change: SentenceChange) -> _Item:
    """Return a sentence's place, what it was and what it is; a dash where it was or is not."""
    before = _plain(change.old.text) if change.old else "-"
    now = _plain(change.new.text) if change.new else "-"
    return [change.standing.place, *_before_and_now(before, now)]


def _before_and_now(before: str, now: str, indent: str = "    ") -> list[str]:
    return [f"{indent}before: {before}", f"{indent}now:    {now}"]


def _plain(text: str) -> str:
    """Return text with plain spaces, which every terminal shows alike."""
    return " ".join(text.split())


_State = FigureState | ClaimState | SourceState


def record(difference: EditionDiff) -> str:
    """Return the difference as JSON; numbers are exact and stand as text.

    Keys: `before` and `now` (which editions), `figures`, `claims` and `sources` (each with
    `added`, `dropped` and `changed`), `sentences`, `shown` (values of charts and tables).
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
        "sentences": [_sentence_data(change) for change in d.sentences],
        "shown": [asdict(change) for change in d.shown],
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


def _sentence_data(change: SentenceChange) -> dict[str, Any]:
    return {
        "section": change.standing.section,
        "kind": change.standing.kind,
        "figures": list(change.standing.figures),
        "reworded": change.is_reworded,
        "before": _text(change.old),
        "now": _text(change.new),
    }


def _text(sentence: Sentence | None) -> str | None:
    return None if sentence is None else sentence.text
