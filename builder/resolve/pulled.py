"""Pull quotes: takes the printed sections, warns of those that repeat nothing of the paper."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Final

from builder.model.blocks import PullQuote, Section
from builder.model.text import Text, plain
from builder.problems import Problems
from builder.resolve.walk import texts_of, walked

_GAP: Final = re.compile(r"\s*(?:…|\.\.\.|\[…\])\s*")  # words left out
_EDGES: Final = " .,;:!?«»„“”‘’\"'"


def check_pulled(sections: Iterable[Section], problems: Problems) -> None:
    """Warn of every pull quote whose words stand nowhere else in the paper's text.

    Readers take them for the paper's own. Words may be left out where "…" says so; capitals and
    the marks at either end may differ.
    """
    blocks = [section.blocks for section in sections]
    quotes = [found for found in walked(tuple(blocks)) if isinstance(found, PullQuote)]
    own = {id(text) for quote in quotes for text in quote.paragraphs}
    said = " ".join(_words(text) for text in texts_of(tuple(blocks)) if id(text) not in own)
    for quote in quotes:
        for text in quote.paragraphs:
            parts = [part.strip(_EDGES) for part in _GAP.split(_words(text))]
            if not all(part in said for part in parts):
                problems.warning(
                    quote.place,
                    f'the pull quote "{plain(text)}" is not in the paper\'s text',
                    "repeat words of the paper, or write :::{quote} for the words of others",
                )


def _words(text: Text) -> str:
    return " ".join(plain(text).split()).casefold()
