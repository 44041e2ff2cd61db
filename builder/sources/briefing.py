"""briefing.yaml: takes the document, returns `Meta`."""

from __future__ import annotations

from pathlib import Path

from builder.model.briefing import Exemption, Meta
from builder.model.figure import Moment
from builder.model.text import Owner, Run
from builder.problems import Place
from builder.sources.context import Context
from builder.sources.documents import Document
from builder.sources.entries import Entry, single
from builder.sources.figures import moment
from builder.sources.names import has_digit


def read_meta(document: Document, folder: Path, context: Context) -> Meta | None:
    """Return what the document is, or None where its shape does not tell."""
    entry = single("briefing", document, context)
    if entry is None:
        return None
    entry.mention("figure", "at_a_glance")
    for number in range(len(entry.list("authors"))):
        _author(entry, number)
    if entry.word("template"):
        _check_template(entry, folder)
    texts = {key: entry.text(key) for key in ("title", "subtitle", "publisher")}
    # An edition is furniture: "2nd edition" counts copies of this document, not its subject.
    texts["edition"] = (Run(entry.word("edition"), owner=Owner("furniture", "edition")),)
    return Meta(
        title=entry.word("title"),
        slug=entry.word("slug"),
        language=entry.word("language"),
        date=moment(entry, "date") or Moment(1),
        subtitle=entry.word("subtitle"),
        edition=entry.word("edition"),
        authors=entry.list("authors"),
        publisher=entry.word("publisher"),
        page=entry.word("page") or "A4",
        slide=entry.word("slide") or "16:9",
        theme=entry.word("theme") or "paperdeck",
        template=entry.word("template"),
        at_a_glance=entry.list("at_a_glance"),
        sections=entry.list("sections"),
        names=entry.list("names"),
        since=str(entry.keys.get("changes", {}).get("since", "")),
        exempt=tuple(_exemption(entry, n) for n in range(len(entry.keys.get("exempt", ())))),
        place=Place(document.lines.file, 1, 1),
        places={str(key): document.place((key,)) for key in entry.keys}
        | {"since": entry.where("changes", "since")},
        texts={key: text for key, text in texts.items() if key in entry.keys},
    )


def _author(entry: Entry, number: int) -> None:
    """Have the digits of an author's name checked, wherever it stands."""
    if isinstance(entry.keys["authors"], str):
        entry.text("authors")
    else:
        entry.text("authors", number)


def _exemption(entry: Entry, number: int) -> Exemption:
    written: str | list[str] = entry.keys["exempt"][number]["words"]
    at: tuple[str | int, ...] = ("exempt", number, "words")
    words = (written,) if isinstance(written, str) else tuple(written)
    places = tuple(
        entry.where(*at) if isinstance(written, str) else entry.where(*at, n)
        for n in range(len(words))
    )
    for phrase, place in zip(words, places, strict=True):
        if has_digit(phrase):
            hint = "words with digits that are no figures stand under names:"
            entry.context.problems.error(place, f'the exemption "{phrase}" holds a digit', hint)
    return Exemption(words, entry.text("exempt", number, "because"), places)


def _check_template(entry: Entry, folder: Path) -> None:
    template = entry.word("template")
    path = folder / template
    if path.suffix != ".pptx" or not path.is_file():
        entry.context.problems.error(
            entry.where("template"), f'no template "{template}"', "name a .pptx beside this file"
        )
