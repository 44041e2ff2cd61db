"""Attributes of words, as in `[words]{claim=id}`: takes a span's token, returns what they say."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from builder.content.context import Context
from builder.problems import Place

if TYPE_CHECKING:
    from markdown_it.token import Token

_LANGUAGE = re.compile(r"[a-z]{2,3}(-[A-Za-z0-9]{2,8})*")


class Span(NamedTuple):
    """The claim that words rest on and the language that they are in; either may be empty.

    `year` says that their digits are calendar years, which nothing around them tells.
    """

    claim: str
    language: str
    year: bool = False


def span_of(token: Token, place: Place, context: Context) -> Span:
    """Return a span's attributes; what is wrong with them is added to the context's problems."""
    known = {key: str(value) for key, value in token.attrs.items()}
    span = Span(known.pop("claim", ""), known.pop("lang", ""), known.pop("year", None) is not None)
    for key in (*known, *token.meta.get("insecure_attrs", ())):
        hint = "a span takes [words]{claim=id}, [words]{lang=de} or [2030]{year}"
        context.problems.error(place, f'unknown attribute "{key}"', hint)
    if span.language and not _LANGUAGE.fullmatch(span.language):
        found = f'"{span.language}" is no language tag'
        context.problems.error(place, found, "write one such as de, uk or pt-BR")
    if span.claim or not (span.language or span.year):
        context.mention("claim", span.claim, place)
    return span


def check_years(words: str, place: Place, context: Context) -> None:
    """Report a word declared as a year that is none, or lies outside the briefing's years."""
    refused = context.years.refused(words)
    if refused:
        context.problems.error(
            place,
            f'"{refused}" is no year from {context.years}',
            "[2030]{year} is for calendar years; other years are admitted by years: in "
            "briefing.yaml, such as years: 1950-2060",
        )
