"""Attributes of words, as in `[words]{claim=id}`: takes a span's token, returns what they say."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from builder.problems import Place
from builder.sources.context import Context

if TYPE_CHECKING:
    from markdown_it.token import Token

_LANGUAGE = re.compile(r"[a-z]{2,3}(-[A-Za-z0-9]{2,8})*")


class Span(NamedTuple):
    """The claim that words rest on and the language that they are in; either may be empty."""

    claim: str
    language: str


def span_of(token: Token, place: Place, context: Context) -> Span:
    """Return a span's attributes; what is wrong with them is added to the context's problems."""
    known = {key: str(value) for key, value in token.attrs.items()}
    span = Span(known.pop("claim", ""), known.pop("lang", ""))
    for key in (*known, *token.meta.get("insecure_attrs", ())):
        hint = "a span takes [words]{claim=id} or [words]{lang=de}"
        context.problems.error(place, f'unknown attribute "{key}"', hint)
    if span.language and not _LANGUAGE.fullmatch(span.language):
        found = f'"{span.language}" is no language tag'
        context.problems.error(place, found, "write one such as de, uk or pt-BR")
    if span.claim or not span.language:
        context.mention("claim", span.claim, place)
    return span
