"""Decades in two digits: takes a text and a language, yields where they stand.

«the 90s», „die 90er Jahre“, « les années 90 », «90-ті роки». What stands beside them tells: 30s may
be seconds, and who is in her 30s is in no decade of a century.
"""

from __future__ import annotations

from collections.abc import Iterator

from builder.language.years import plain
from builder.language.years.rule import grammar_of


def decade_spans(text: str, language: str) -> Iterator[slice]:
    """Yield where decades of two digits stand in a text, in order."""
    for found in grammar_of(language).decade.finditer(plain(text)):
        yield slice(*found.span())
