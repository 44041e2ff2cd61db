"""How stretches of words are set: takes the token that opens one, returns the style within it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, NamedTuple, cast

from builder.content.digits import span_of
from builder.content.markdown import unshielded
from builder.content.references import led_to
from builder.model.text import PLAINLY, Manner

if TYPE_CHECKING:
    from markdown_it.token import Token

    from builder.content.context import Context
    from builder.problems import Place


class Emphasis(NamedTuple):
    """How a stretch of words is set."""

    strong: int = 0
    emphasis: int = 0
    code: bool = False
    link: str | None = None
    claim: str | None = None
    language: str = ""
    year: bool = False
    manner: Manner = PLAINLY

    def opened(self, token: Token, place: Place, context: Context) -> Emphasis:
        """Return the style within what a token opens, whose mark stands at a place."""
        match token.type:
            case "strong_open":
                return self._replace(strong=self.strong + 1)
            case "em_open":
                return self._replace(emphasis=self.emphasis + 1)
            case "s_open":
                return self._replace(manner=self.manner._replace(struck=True))
            case "sub_open" | "sup_open":
                shift = cast(Literal["sub", "sup"], token.tag)
                return self._replace(manner=self.manner._replace(shift=shift))
            case "link_open":
                written = unshielded(str(token.attrs.get("href", "")))
                return self._replace(link=led_to(written, place, context))
        span = span_of(token, place, context)
        return self._replace(
            claim=span.claim or self.claim,
            language=span.language or self.language,
            year=span.year or self.year,
            manner=self.manner._replace(
                capitals=span.capitals or self.manner.capitals, icon=span.icon or self.manner.icon
            ),
        )
