"""What briefing.yaml says of the document itself, of its pages and of its slides' order: takes the
entry, returns `About`, `DeckOrder`, or the paper's page and its layout.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from builder.content.entries import ContentEntry
from builder.content.figures import moment
from builder.content.scalars import DATE, LOOSE, NUMBER, TEXT, WHOLE, WORDS
from builder.content.shape import Key, Keys, ListOf, OneOf
from builder.content.shape import Text as Words
from builder.language.quotes import with_apostrophes
from builder.model.briefing import DeckOrder, PageLayout
from builder.model.figure import Moment
from builder.model.front import About, Author, Revision
from builder.model.links import link
from builder.problems import Place, shortened

_ORCID_FORM: Final = Words(
    "^(https?://orcid\\.org/)?[0-9]{4}-[0-9]{4}-[0-9]{4}-[0-9]{3}[0-9X]$",
    "an ORCID",
    "four groups of four digits, such as 0000-0002-1825-0097",
)

AUTHOR: Final = Keys(
    "Author",
    "Who wrote it: a name, or a mapping of these.",
    needs={"name": Key(WORDS, "The name, as it is printed.")},
    may={
        "affiliation": Key(TEXT, "The institution; stands in the imprint."),
        "orcid": Key(_ORCID_FORM, "The author's ORCID, linked in the imprint."),
        "email": Key(TEXT, "The author's address, linked in the imprint."),
    },
    alone="name",
)

REVISION: Final = Keys(
    "Revision",
    "What an edition changed.",
    needs={
        "date": Key(DATE, "When it was made (ISO 8601)."),
        "says": Key(WORDS, "What changed; inline Markdown."),
    },
)

IMPRINT: Final = Keys(
    "Imprint",
    "The paper's last page: publisher, authors, terms of use, how to cite it.",
    may={
        "licence": Key(LOOSE, "The terms of use, such as CC BY 4.0."),
        "licence_url": Key(TEXT, "Where they stand in full; https://..."),
        "cite": Key(LOOSE, "How to cite it; if not stated, made of authors, year, title."),
        "contact": Key(LOOSE, "Whom to write to; printed as it stands."),
    },
)

DECK: Final = Keys(
    "DeckOrder",
    "The slides' own order, apart from the sections'.",
    needs={
        "order": Key(
            ListOf(WORDS, least=1),
            "Ids of slides (:id: on the slide); a section's name stands for its other slides.",
        ),
    },
    may={
        "others": Key(
            OneOf(("refuse", "follow", "omit")),
            "What becomes of slides that are not named.",
            default="refuse",
        ),
    },
)

ABOUT: Final = {
    "authors": Key(ListOf(AUTHOR, alone=True), "Who wrote it: names, or mappings with more."),
    "keywords": Key(ListOf(WORDS), "What it is about, for those who search files."),
    "status": Key(
        OneOf(("draft", "final")), "A draft says so on every page and slide.", default="final"
    ),
    "embargo": Key(LOOSE, "Until when it must not be passed on, in words; on all pages."),
    "standard": Key(
        OneOf(("ua-1", "ua-2")),
        "What the paper keeps to: PDF/UA-1 with PDF/A-3a, or PDF/UA-2 with PDF/A-4f (PDF 2.0).",
        default="ua-1",
    ),
    "imprint": Key(IMPRINT, "Print an imprint at the paper's end."),
    "deck": Key(DECK, "The slides' order, where it is not the sections'."),
    "history": Key(ListOf(REVISION), "Earlier editions, in the imprint; the newest first."),
}
"""The keys of briefing.yaml that are read here."""
_COUNTED: Final = {"columns": "columns of a page", "contents": "levels of the contents"}
_WIDEST_BINDING: Final = 30  # millimetres


def read_deck(entry: ContentEntry) -> DeckOrder:
    """Return the slides' own order; empty where the briefing has none."""
    written = entry.keys.get("deck", {})
    order = written.get("order", ())
    places = (entry.where("deck", "order", number) for number in range(len(order)))
    return DeckOrder(
        tuple(zip(map(str, order), places, strict=True)),
        str(written.get("others", DECK.defaults["others"])),
    )


def read_about(entry: ContentEntry) -> About:
    """Return what the document says of itself; report what is wrong with it."""
    imprint = entry.keys.get("imprint", {})
    address = str(imprint.get("licence_url", ""))
    return About(
        authors=tuple(_author(entry, number) for number in range(len(entry.list("authors")))),
        keywords=tuple(map(with_apostrophes, entry.list("keywords"))),
        draft=entry.word("status") == "draft",
        embargo=entry.word("embargo"),
        standard=entry.word("standard"),
        imprint="imprint" in entry.keys,
        licence=with_apostrophes(str(imprint.get("licence", ""))),
        licence_address=_linked(entry, address, "imprint", "licence_url"),
        cite=with_apostrophes(str(imprint.get("cite", ""))),
        contact=with_apostrophes(str(imprint.get("contact", ""))),
        history=tuple(
            Revision(
                moment(entry, "history", number, "date") or Moment(1),
                entry.text("history", number, "says"),
                entry.where("history", number),
            )
            for number in range(len(entry.keys.get("history", ())))
        ),
    )


def authors_places(entry: ContentEntry) -> tuple[Place, ...]:
    """Return where each author's name stands."""
    written = entry.keys.get("authors", ())
    if isinstance(written, str):
        return (entry.where("authors"),)
    return tuple(
        entry.where("authors", number)
        if isinstance(one, str)
        else entry.where("authors", number, "name")
        for number, one in enumerate(written)
    )


def _author(entry: ContentEntry, number: int) -> Author:
    """Return an author; the digits of names are checked as those of any text."""
    written = entry.keys["authors"]
    if isinstance(written, str):
        entry.text("authors")
        return Author(with_apostrophes(written))
    one = written[number]
    if isinstance(one, str):
        entry.text("authors", number)
        return Author(with_apostrophes(one))
    for key in ("name", "affiliation"):
        entry.text("authors", number, key)
    orcid = str(one.get("orcid", "")).rpartition("/")[2]
    if orcid and not _is_orcid(orcid):
        entry.context.problems.error(
            entry.where("authors", number, "orcid"),
            f'the ORCID "{orcid}" has a mistyped digit',
            "its last character is computed from the others: copy it again",
        )
    email = str(one.get("email", ""))
    if email:
        _linked(entry, f"mailto:{email}", "authors", number, "email")
    name, house = (with_apostrophes(str(one.get(key, ""))) for key in ("name", "affiliation"))
    return Author(name, house, orcid, email)


def _is_orcid(orcid: str) -> bool:
    """Say whether the check character is right (ISO/IEC 7064, MOD 11-2)."""
    total = 0
    for digit in orcid.replace("-", "")[:-1]:
        total = (total + int(digit)) * 2
    check = (12 - total % 11) % 11
    return orcid[-1] == ("X" if check == 10 else str(check))


def _linked(entry: ContentEntry, address: str, *path: str | int) -> str:
    """Return an address as files hold it; report one that leads nowhere allowed."""
    if not address:
        return ""
    found = link(address)
    if found.fault:
        entry.context.problems.error(entry.where(*path), found.fault, found.hint)
    return found.target


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
