"""What shows words on a page: spans of a line in, the operators of the paper's code out."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from builder.outputs.pdf.write.fonts import number, rgb

if TYPE_CHECKING:
    from builder.outputs.pdf.write.atoms import TypeSpan
    from builder.outputs.pdf.write.fonts import Encoder


def text_code(
    encoder: Encoder, spans: Iterable[TypeSpan], extra: float = 0.0, tail: str = ""
) -> str:
    """Return the operators that show spans one after another (ISO 32000-1, 9.4.3), then a `tail`
    in the last one's look; `extra` widens each space, in points.
    """
    code: list[str] = []
    font, size, rise, colour = "", 0.0, 0.0, ""
    begun, shown, moved = -1, "", ""
    known = encoder.known("")
    for text, _, kerns, its_font, its_size, its_rise, its_colour, _ in spans:
        if its_font != font or its_size != size or its_rise != rise or its_colour != colour:
            if shown:
                code.append(encoder.show(font, begun, size, shown))
                shown = ""
            if its_colour != colour:
                code.append(f"{rgb(its_colour)} rg")
            if its_rise != rise:
                code.append(f"{number(its_rise)} Ts")
            font, size, rise, colour = its_font, its_size, its_rise, its_colour
            known = encoder.known(font)
            move = round(extra * 1000 / size) if extra else 0
            moved = f">{-move}<" if move else ""
        for subset, glyphs in known.get(text) or encoder.glyphs(font, text, kerns):
            if subset != begun:
                if shown:
                    code.append(encoder.show(font, begun, size, shown))
                    shown = ""
                begun = subset
            shown += glyphs
        if moved and text == " ":
            shown += moved
    for subset, glyphs in encoder.glyphs(font, tail) if tail and font else ():
        if subset != begun and shown:
            code.append(encoder.show(font, begun, size, shown))
            shown = ""
        begun, shown = subset, shown + glyphs
    if shown:
        code.append(encoder.show(font, begun, size, shown))
    if rise:
        code.append("0 Ts")
    return " ".join(code)
