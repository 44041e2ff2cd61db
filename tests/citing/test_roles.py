"""What a style says of the words beside a name ("ed." and the like): their look and their side."""

from __future__ import annotations

import pytest

from builder.citing.clusters import Cluster
from builder.citing.nodes import read_style
from builder.citing.pieces import Pieces, text_of
from builder.citing.processor import Processor
from builder.model.citation import Cited
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
