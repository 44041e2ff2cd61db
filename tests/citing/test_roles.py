"""What a style says of the words beside a name ("ed." and the like): their look and their side."""

from __future__ import annotations

import pytest

from builder.citing.nodes import read_style
from builder.citing.pieces import Pieces, text_of
from builder.citing.processor import Processor
from builder.citing.relating import Cluster
from builder.model.inline import Cited
from tests.test_references import works

EDITED = "elster1986"


def cited(names: str) -> Pieces:
    """Return a citation of a book with one editor, in a style that prints its names so."""
    style = (
        '<style xmlns="http://purl.org/net/xbiblio/csl" class="in-text"><citation><layout>'
        f'<names variable="editor">{names}</names></layout></citation></style>'
    )
    cluster = Cluster((Cited(EDITED),), 0)
    ((part,),) = Processor(
        read_style(style.encode(), "en-US"), works("en-US"), (cluster,)
    ).citations()
    return part.pieces


@pytest.mark.parametrize(("written", "slanted"), [('font-style="italic"', True), ("", False)])
def test_words_beside_a_name_are_slanted_where_the_style_says_so(
    written: str, slanted: bool
) -> None:
    pieces = cited(f'<name/><label form="short" prefix=", " {written}/>')
    assert text_of(pieces).endswith(", ed.")
    assert {piece.italic for piece in pieces if "ed." in piece.text} == {slanted}
    assert not any(piece.italic for piece in pieces if "ed." not in piece.text)


def test_words_stand_on_the_side_of_the_name_where_the_style_has_them() -> None:
    assert text_of(cited('<name/><label form="short" prefix=", "/>')) == "Jon Elster, ed."
    assert text_of(cited('<label form="short" suffix=" "/><name/>')) == "ed. Jon Elster"


@pytest.mark.parametrize(
    ("language", "word"), [("en-US", "and"), ("fr-FR", "et"), ("de-DE", "und")]
)
def test_a_sentence_joins_names_by_a_word_where_brackets_have_a_sign(
    language: str, word: str
) -> None:
    style = (
        '<style xmlns="http://purl.org/net/xbiblio/csl" class="in-text"><citation><layout '
        'prefix="(" suffix=")"><names variable="author"><name form="short" and="symbol"/></names>'
        "</layout></citation></style>"
    )
    known = works(language)
    key = next(key for key, work in known.items() if len(work.names.get("author", ())) == 2)
    first, second = (person.family for person in known[key].names["author"])
    processor = Processor(read_style(style.encode(), language), known, (Cluster((Cited(key),), 0),))
    ((*_, part, _),) = processor.citations()
    assert text_of(part.pieces) == f"{first} & {second}"
    assert processor.authors(key) == f"{first} {word} {second}"
