"""Content that breaks things: made to be set, tagged and read back."""

from __future__ import annotations

from typing import Any

from builder.model import blocks
from builder.model.briefing import Briefing
from builder.model.table import Column, ResolvedTable
from builder.model.text import Line, Owner, Run
from tests.outputs.pdf import making
from tests.outputs.pdf.making import HERE, listed, prose, says, section
from tests.outputs.pdf.prose import GERMAN, PARAGRAPHS, UKRAINIAN

GREEK = "Η σιδηροδρομική γραμμή του νησιού μεταφέρει επιβάτες και εμπορεύματα όλο τον χρόνο."
ACCENTS = "Příliš žluťoučký kůň; naïve façades; Łódź, Åse, Øyvind, Ğül; c’est-à-dire « déjà »."
LONG_WORD = "Verkehrsinfrastrukturfinanzierungsgesellschaftsaufsichtsratsvorsitzenden" * 2
URL = "https://statistics.example/railway/" + "a-very-long-part-of-an-address/" * 6 + "end.html"
LINKED = " ".join(PARAGRAPHS * 6)


def foreign(text: str, language: str) -> Run:
    """Words in another language."""
    return Run(text, language=language, place=HERE)


def cells(*texts: str | Line) -> tuple[Line, ...]:
    """A row of a table."""
    return tuple(says(text) if isinstance(text, str) else text for text in texts)


def long_table() -> ResolvedTable:
    """A table of 300 rows, a third of whose cells wrap, with links and empty cells among them."""
    columns = (Column(says("Station")), Column(says("Remark")), Column(says("Read on")))
    link = Run("the survey", link="https://statistics.example/railway")
    rows = tuple(
        cells(
            f"Station {chr(65 + row % 26)}{chr(97 + row // 26)}",
            " ".join(PARAGRAPHS[2].split()[: 5 + 25 * (row % 3 == 0)]),
            ((), (link,), (link, Run(" and "), link))[row % 3],
        )
        for row in range(300)
    )
    return ResolvedTable("long", says("Every station there is"), columns, rows)


def tall_table() -> ResolvedTable:
    """A table with a cell that takes most of a page, between rows that take little."""
    columns = (Column(says("Year")), Column(says("What happened")))
    tall = " ".join(PARAGRAPHS * 3)
    rows = (cells("First", "Little"), cells("Second", tall), cells("Third", "Less"))
    return ResolvedTable("tall", (), columns, rows, says("Told at length."))


def nested() -> Any:
    """Lists within lists, ordered and not, long enough to break across pages."""
    deepest = listed("Deepest " + PARAGRAPHS[0], "Last and deepest")
    deeper = listed("Deeper", "Deeper still", ordered=True, below={1: deepest})
    points = [f"Point {letter} {PARAGRAPHS[3]}" for letter in "ABCDEFGHIJKL"]
    return listed(*points, ordered=True, below={3: deeper, 7: listed("Between")})


def hard_briefing(**meta: Any) -> Briefing:
    """A briefing of everything that is hard to set or to tag."""
    mark = making.mark
    return making.briefing(
        section("empty", "A section without content"),
        section("also-empty", "Another one"),
        section(
            "scripts",
            "Scripts & signs <of all> kinds",
            prose(foreign(GERMAN, "de"), " ", foreign(UKRAINIAN, "uk"), " ", foreign(GREEK, "el")),
            prose(foreign("Voir ", "fr"), Run("là", link="#empty", language="fr"), "; ", ACCENTS),
            prose(
                "The F\u201116 flew north\u2011by\u2011north\u2011west. ", "Over\u00adland " * 60
            ),
            prose("One word: ", LONG_WORD, " and on it goes."),
            prose("See ", Run(URL, link=URL, owner=Owner("name", URL)), " for more."),
            prose(Run("A paragraph that is one link, and nothing else.", link="#scripts")),
        ),
        section(
            "links",
            "Links over pages",
            *(prose(words) for words in PARAGRAPHS * 3),
            prose("Here begins ", Run(LINKED, link="https://statistics.example/"), " the end."),
            prose("Marks", mark(1), " stand", mark(2), " close", mark(1), "."),
            prose(Run("One", link="#links"), Run("two", link="#empty"), Run("three")),
        ),
        section("lists", "Lists within lists", nested(), prose("After the list.")),
        section(
            "tables",
            "Tables",
            blocks.Heading(3, says("A level that is skipped"), "skipped", HERE),
            blocks.TableUse("long", HERE),
            blocks.Heading(2, says("And one back"), "back", HERE),
            blocks.TableUse("tall", HERE),
        ),
        section(
            "boxes",
            "Boxes",
            blocks.Callout(
                "warning",
                says("In a box"),
                (nested(), blocks.Heading(3, says("Heading in a box"), "boxed", HERE)),
                HERE,
            ),
            blocks.Question(says("Is this a question?"), (prose(PARAGRAPHS[0]),), HERE),
            blocks.Quote((says(PARAGRAPHS[1]), says(PARAGRAPHS[2])), says("Who said it"), HERE),
            blocks.ChartUse("journeys_chart", HERE),
        ),
        charts=[making.chart()],
        tables=[long_table(), tall_table()],
        notes=[says(PARAGRAPHS[0]), says("Short, with ", Run("a link", link=URL), ".")],
        title='Hard things: <tags> & "quotes", née Žižek',
        **meta,
    )
