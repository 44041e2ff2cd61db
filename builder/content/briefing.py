"""briefing.yaml: takes the document, returns `Meta`."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Final

from builder import files
from builder.content.about import (
    ABOUT,
    PAGE,
    authors_places,
    page_layout,
    page_size,
    read_about,
    read_deck,
)
from builder.content.annotations import STATEMENTS, read_findings, read_statement
from builder.content.context import Context, has_digit
from builder.content.cover import COVERS, read_cover
from builder.content.documents import Document
from builder.content.entries import ContentEntry, single
from builder.content.figures import moment
from builder.content.lines import actual_path
from builder.content.scalars import (
    DATE,
    LANGUAGE,
    LOOSE,
    NAMES,
    SLUG,
    TEXT,
    WORDS,
    YEARS,
)
from builder.content.shape import Key, Keys, ListOf, MapOf, OneOf
from builder.language.quotes import with_apostrophes
from builder.model.briefing import Abbreviation, Exemption, Meta
from builder.model.figure import Moment
from builder.model.text import Owner, Run, Text
from builder.problems import Place

_TEMPLATES = (".pptx", ".potx", ".pptm", ".potm")

EXEMPTION: Final = Keys(
    "Exemption",
    "Words that say how many or how much, and that no figure and no claim answers for.",
    needs={
        "words": Key(NAMES, "The phrase, or phrases, of the text: 'four countries'."),
        "because": Key(WORDS, "Why; stands in the register. Inline Markdown."),
    },
)

SLIDE_NOTES: Final = Keys(
    "SlideNotes",
    "What the speaker says on slides that no section writes.",
    may={
        "title": Key(TEXT, "On the title slide; inline Markdown."),
        "agenda": Key(TEXT, "On the agenda; inline Markdown."),
        "message": Key(TEXT, "On the slide of the message; inline Markdown."),
        "findings": Key(TEXT, "On the slide of the findings; inline Markdown."),
    },
)

CHANGES: Final = Keys(
    "Changes",
    "What the paper and the deck tell of an earlier edition.",
    needs={
        "since": Key(
            WORDS,
            "That edition: a finished PDF or PPTX or a content folder, by its path from "
            "this folder, or a git revision (v1, or v1:folder).",
        ),
    },
)

BRIEFING: Final = Keys(
    "Briefing",
    "briefing.yaml: what the document is.",
    needs={
        "title": Key(WORDS, "Title of the paper and the deck; inline Markdown."),
        "slug": Key(SLUG, "Names the files: build/<slug>.pdf and build/<slug>.pptx."),
        "language": Key(
            LANGUAGE, "BCP 47 tag such as en-GB; decides number forms and hyphenation."
        ),
        "date": Key(DATE, "When it is published: a day, a month or a year (ISO 8601)."),
        "sections": Key(
            ListOf(WORDS, least=1), "The files of sections/ without .md, in reading order."
        ),
    },
    may={
        **COVERS,
        "subtitle": Key(TEXT, "Stands below the title; inline Markdown."),
        **STATEMENTS,
        "appendices": Key(
            ListOf(WORDS), "The files of sections/ that follow the sections, lettered from A."
        ),
        "edition": Key(LOOSE, "Printed in the footers, such as 'second edition'."),
        "publisher": Key(TEXT, "Who publishes it."),
        **ABOUT,
        "page": Key(PAGE, "Page of the paper: its size, or a mapping of options."),
        "slide": Key(OneOf(("16:9", "4:3")), "Shape of the slides.", default="16:9"),
        "theme": Key(WORDS, "Name of a shipped theme, or a .yaml file.", default="paperdeck"),
        "csl": Key(
            WORDS,
            "The style of citations: the name of a shipped one, or a .csl file.",
            default="chicago-author-date",
        ),
        "template": Key(
            TEXT, "A .pptx or .potx of your own in this folder; the deck is made on it."
        ),
        "layouts": Key(
            MapOf(TEXT), "Which of its layouts stand for ours, as far as not found: 'points: Text'."
        ),
        "at_a_glance": Key(ListOf(TEXT), "Figures of the paper's panel, by id."),
        "abbreviations": Key(
            MapOf(WORDS, named=True),
            "Short forms and what they stand for, such as EU: European Union.",
        ),
        "names": Key(ListOf(WORDS), "Words with digits that are no figures, such as 'Quay 7'."),
        "years": Key(
            YEARS,
            "Years that may stand in text without being figures, such as 1950-2060; if "
            "not stated, from 50 years before the date to 30 after.",
        ),
        "notes": Key(SLIDE_NOTES, "What the speaker says on the title slide and on the agenda."),
        "changes": Key(
            CHANGES, "Print what changed since an earlier edition, as a section and a slide."
        ),
        "exempt": Key(
            ListOf(EXEMPTION), "Number words and comparisons that rest on no figure, and why."
        ),
    },
)


def read_meta(document: Document, folder: Path, context: Context) -> Meta | None:
    """Return what the document is, or None where its shape does not tell."""
    entry = single(BRIEFING, document, context)
    if entry is None:
        return None
    entry.mention("figure", "at_a_glance")
    about = read_about(entry)
    texts = {key: entry.text(key) for key in ("title", "short_title", "subtitle")}
    texts["publisher"] = tuple(
        replace(item, text=with_apostrophes(item.text)) if isinstance(item, Run) else item
        for item in entry.text("publisher")
    )
    # An edition is furniture: "2nd edition" counts copies of this document, not its subject.
    texts |= {f"history.{n}": each.says for n, each in enumerate(about.history)}
    owner, place = Owner("furniture", "edition"), entry.where("edition")
    texts["edition"] = (Run(entry.word("edition"), owner=owner, place=place),)
    return Meta(
        title=entry.word("title"),
        slug=entry.word("slug"),
        language=entry.word("language"),
        date=moment(entry, "date") or Moment(1),
        subtitle=entry.word("subtitle"),
        edition=entry.word("edition"),
        authors=tuple(author.name for author in about.authors),
        publisher=with_apostrophes(entry.word("publisher")),
        page=page_size(entry),
        layout=page_layout(entry),
        slide=entry.word("slide"),
        theme=entry.word("theme"),
        csl=entry.word("csl"),
        template=entry.word("template"),
        template_file=_template(entry, folder),
        layouts=_layouts(entry),
        at_a_glance=entry.list("at_a_glance"),
        message=read_statement(entry, "message"),
        findings=read_findings(entry),
        sections=(*entry.list("sections"), *entry.list("appendices")),
        names=entry.list("names"),
        years=_years(entry),
        abbreviations=tuple(
            Abbreviation(
                short, with_apostrophes(long), document.key_place(("abbreviations", short))
            )
            for short, words in entry.keys.get("abbreviations", {}).items()
            for long in (with_apostrophes(words),)
        ),
        since=str(entry.keys.get("changes", {}).get("since", "")),
        about=about,
        cover=read_cover(entry),
        closing=entry.word("closing") == "yes",
        deck=read_deck(entry),
        exempt=tuple(_exemption(entry, n) for n in range(len(entry.keys.get("exempt", ())))),
        place=Place(document.lines.file, 1, 1),
        places={str(key): document.place((key,)) for key in entry.keys}
        | {"since": entry.where("changes", "since")}
        | {f"imprint.{key}": entry.where("imprint", key) for key in entry.keys.get("imprint", {})}
        | {f"authors.{n}": place for n, place in enumerate(authors_places(entry))},
        texts={key: text for key, text in texts.items() if key.partition(".")[0] in entry.keys}
        | _spoken(entry),
    )


def _spoken(entry: ContentEntry) -> dict[str, Text]:
    """Return the notes of the slides that no section writes, as `notes.title` and so on."""
    return {f"notes.{slide}": entry.text("notes", slide) for slide in entry.keys.get("notes", {})}


def _years(entry: ContentEntry) -> tuple[int, int]:
    """Return the first and the last year that may stand in text without being a figure."""
    first, _, last = entry.word("years").partition("-")
    if last < first:
        found = f'years: "{entry.word("years")}" ends before it begins'
        hint = "write the first and the last year, such as 1950-2060"
        entry.context.problems.error(entry.where("years"), found, hint)
    return entry.context.years.first, entry.context.years.last


def _exemption(entry: ContentEntry, number: int) -> Exemption:
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


def _template(entry: ContentEntry, folder: Path) -> bytes:
    """Return the template's bytes; inside the content folder, so that they are part of it."""
    name = entry.word("template")
    if not name:
        return b""
    path = actual_path(folder, name)
    place, problems = entry.where("template"), entry.context.problems
    if files.is_outside(name):
        found = f'the template "{name}" lies outside the content folder'
        hint = "copy it beside briefing.yaml: it is part of what is built"
        problems.error(place, found, f"{hint}\n{files.LINKED}")
        return b""
    if path.suffix.lower() not in _TEMPLATES or not files.exists(path):
        hint = "name a .pptx or .potx in the content folder, such as template: corporate.pptx"
        problems.error(place, f'no template "{name}"', hint)
        return b""
    try:
        return files.read(path, files.TEMPLATE, folder)
    except files.RefusedFileError as error:
        problems.error(place, f'the template "{name}" cannot be read: {error.found}', error.hint)
        return b""


def _layouts(entry: ContentEntry) -> dict[str, str]:
    layouts = {str(ours): str(theirs) for ours, theirs in entry.keys.get("layouts", {}).items()}
    if layouts and not entry.word("template"):
        entry.context.problems.error(
            entry.where("layouts"),
            "layouts: maps a template's layouts, and no template is named",
            "add template: with a .pptx of your own, or remove layouts:",
        )
    return layouts
