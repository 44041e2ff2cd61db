"""What the YAML files say of charts and of the whole: takes entries, returns the `Statement`s of
the message, the findings and the takeaways, and the `AnnotationSpec`s of a chart.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any, Final

from builder.charts.registry import ChartType
from builder.content.context import MentionKind
from builder.content.entries import ContentEntry
from builder.content.scalars import LOOSE, TEXT, WORDS
from builder.content.shape import Key, Keys, ListOf, OneOf
from builder.model.annotation import DIFFERENCE, AnnotationKind, AnnotationSpec
from builder.model.front import UNSAID, Finding, Statement
from builder.problems import with_article

_KINDS: Final[tuple[AnnotationKind, ...]] = (
    DIFFERENCE,
    "reference",
    "band",
    "period",
    "text",
    "label",
    "interval",
)
_ENDS: Final = ListOf(LOOSE, least=2, most=2)
_LABELS: Final = ("first", "last", "highest", "lowest")

ANNOTATION: Final = Keys(
    "Annotation",
    "What a chart argues with: a comparison of two marks, a line to compare with, a remark.",
    may={
        DIFFERENCE: Key(
            OneOf(("absolute", "percent", "times", "cagr")),
            "An arrow `from` one mark `to` another, and how far apart they are; cagr is the "
            "compound yearly growth.",
        ),
        "reference": Key(TEXT, "A figure, by id, or `mean`: a line across the plot at its value."),
        "band": Key(ListOf(TEXT, least=2, most=2), "Two figures, by id: grey between them."),
        "period": Key(_ENDS, "The first and the last of the categories that are grey."),
        "text": Key(WORDS, "Words `at` a mark; inline Markdown."),
        "label": Key(
            ListOf(OneOf(_LABELS), alone=True), "Which marks of a series print their values."
        ),
        "interval": Key(
            _ENDS, "Error bars: two columns of the table, or two figures `at` a category."
        ),
        "from": Key(LOOSE, "The category, or figure, at which an arrow begins."),
        "to": Key(LOOSE, "The category, or figure, at which it ends."),
        "at": Key(LOOSE, "The category, figure or point that it belongs to."),
        "series": Key(LOOSE, "The series, where there are several."),
        "figure": Key(TEXT, "The formula figure, by id, that an arrow prints."),
        "says": Key(TEXT, "What a line, band or period is called; inline Markdown."),
    },
)
ANNOTATIONS: Final = ListOf(ANNOTATION, least=1)

_NEEDS: Final[Mapping[str, tuple[str, ...]]] = {DIFFERENCE: ("from", "to"), "text": ("at",)}
_MAY: Final[Mapping[str, tuple[str, ...]]] = {
    DIFFERENCE: ("series", "figure"),
    "reference": ("series", "says"),
    "band": ("says",),
    "period": ("says",),
    "text": ("series",),
    "label": ("series",),
    "interval": ("at", "series"),
}
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


def read_annotations(entry: ContentEntry, kind: ChartType) -> tuple[AnnotationSpec, ...]:
    """Return the annotations of a chart; report what it, or one of them, does not take."""
    found = []
    for number, written in enumerate(entry.keys.get("annotations", ())):
        (*known,) = (each for each in _KINDS if each in written)
        if not known:
            hint = f"give it one of {', '.join(_KINDS)}"
            _report(entry, number, "has an annotation that does not say what it is", hint)
            continue
        if len(known) > 1:
            said = " and ".join(known)
            _report(entry, number, f"has {said} in one annotation", "write one for each")
            continue
        if _is_whole(entry, number, known[0], kind):
            found.append(_annotation(entry, number, known[0], written))
    return tuple(found)


def _is_whole(entry: ContentEntry, number: int, called: AnnotationKind, kind: ChartType) -> bool:
    """Say whether an annotation has what it needs and nothing else; report what is wrong."""
    problems = entry.context.problems
    so_far = len(problems.found)
    written = entry.keys["annotations"][number]
    if called not in kind.annotates:
        taken = ", ".join(each for each in _KINDS if each in kind.annotates)
        hint = f"it takes {taken}" if taken else "it takes no annotations: say it in the note"
        _report(entry, number, f"is {with_article(kind.name)}, which has no `{called}`", hint)
    for key in _NEEDS.get(called, ()):
        if key not in written:
            _report(entry, number, f"has a {called} without `{key}`", "say where it stands")
    allowed = {called, *_NEEDS.get(called, ()), *_MAY[called]}
    for key in (each for each in written if each not in allowed):
        _report(
            entry, number, f"has a {called} with `{key}`", f"it takes {', '.join(sorted(allowed))}"
        )
    return len(problems.found) == so_far


def _report(entry: ContentEntry, number: int, found: str, hint: str) -> None:
    place = entry.where("annotations", number)
    entry.context.problems.error(place, f'the chart "{entry.id}" {found}', hint)


def _annotation(
    entry: ContentEntry, number: int, called: AnnotationKind, written: Mapping[str, Any]
) -> AnnotationSpec:
    says = "text" if called == "text" else "says"
    held = written[called]
    names = () if called == "text" else (held,) if isinstance(held, str) else tuple(held)
    spec = AnnotationSpec(
        kind=called,
        names=names,
        says=entry.text("annotations", number, says) if says in written else (),
        start=written.get("from", ""),
        end=written.get("to", ""),
        at=written.get("at", ""),
        series=written.get("series", ""),
        figure=written.get("figure", ""),
        place=entry.where("annotations", number),
    )
    for path, name in _mentioned(entry, spec):
        kind_of_name: MentionKind = (
            "column" if _is_of_columns(entry, spec) and path[0] == called else "figure"
        )
        of = entry.word("table") if kind_of_name == "column" else ""
        place = entry.where("annotations", number, *path)
        entry.context.mention(kind_of_name, name, place, of)
    return spec


def _is_of_columns(entry: ContentEntry, spec: AnnotationSpec) -> bool:
    """Say whether intervals stand in columns of the chart's table."""
    return spec.kind == "interval" and "table" in entry.keys


def _mentioned(
    entry: ContentEntry, spec: AnnotationSpec
) -> Iterator[tuple[tuple[str | int, ...], str]]:
    """Yield what it names that must be there, a figure or a column, and where it does."""
    if spec.kind in ("band", "interval"):
        yield from (((spec.kind, at), name) for at, name in enumerate(spec.names))
    elif spec.kind == "reference" and spec.names != ("mean",):
        yield (spec.kind,), spec.names[0]
    if spec.figure:
        yield ("figure",), spec.figure


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
