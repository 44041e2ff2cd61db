"""Units typed behind a figure's bare number that are not its own: "{{ term | number }} years" of a
term in months, "{{ cost | number }} Mrd. Euro" of millions, "{{ staff | number }} тис. осіб".
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from fractions import Fraction
from typing import Final

from builder.facts.named import BY_POINTS, SHARE, meant_by, scales_said, unit_of_figure
from builder.facts.sizes import Kind, is_money
from builder.facts.text import Printer
from builder.frozen import replace
from builder.language.language import module_of
from builder.language.lexicon import ROUND
from builder.language.numbers import CURRENCY_SIGNS, DOLLARS
from builder.model.text import FigureUse, plain
from builder.resolve.passages import ItemStretch, Plainly, in_digits
from builder.resolve.wording.twice import sign_before

_SIGN: Final = r"$£¥\u20a0-\u20cf"  # of money: "M€" is a word
_WORDS: Final = re.compile(
    rf" ?(?P<said>[%‰{_SIGN}](?![\w-])"
    rf"|(?<= )(?:[^\W\d_]|[%‰°{_SIGN}])[\w’'°{_SIGN}-]*(?:(?<=\w)\.)?"
    r"(?: [^\W\d_][\w’'-]*\.?){0,2})"
)
_SCALED: Final = re.compile(r"[ \u00a0]?([^\W\d_]+)")
_SHORT: Final = 5  # letters of a shortened word with its stop
_FAR: Final = 60  # characters in which a unit ends
_SHARES: Final = frozenset((SHARE.of, BY_POINTS.of))


def tell_of_other_units(words: Plainly, printer: Printer) -> None:
    """Warn of each known unit behind a figure's number that is another than the figure's."""
    for stretch in words.stretches:
        use = stretch.item
        if not isinstance(use, FigureUse) or "number" not in use.forms:
            continue
        figure = printer.figures.get(use.figure)
        own = unit_of_figure(figure.unit, printer.tag) if figure is not None else None
        if figure is None or own is None:
            continue
        told = _told(words, stretch, figure.unit, own, printer)
        if told is not None:
            at, said = told
            forms = tuple(form for form in use.forms if form != "number")
            whole = plain(printer.line((replace(use, forms=forms),)))
            hint = (
                f'{{{{ {" | ".join((use.figure, *forms))} }}}} prints "{whole}": write that, or '
                "state a figure of its own by a formula"
            )
            printer.problems.warning(words.place(at), said, hint)


def is_own_scale(words: Plainly, span: slice, printer: Printer) -> bool:
    """Return whether words are the scale of the figure whose bare number stands before them."""
    size = scales_said(printer.tag).get(words.words[span].casefold())
    for stretch in words.stretches:
        use = stretch.item
        if size is None or stretch.end != span.start - 1 or not isinstance(use, FigureUse):
            continue
        figure = printer.figures.get(use.figure)
        own = unit_of_figure(figure.unit, printer.tag) if figure is not None else None
        return own is not None and "number" in use.forms and own.size == Fraction(size)
    return False


def _told(
    words: Plainly, stretch: ItemStretch, unit: str, own: Kind, printer: Printer
) -> tuple[int, str] | None:
    """Return what is told of a number, and of which character; None where nothing is wrong."""
    tag, printed = printer.tag, plain(printer.line((stretch.item,)))
    said = in_digits(words)  # "km²" owns its raised digit
    found = _WORDS.match(said, stretch.end, stretch.end + _FAR)
    typed = next(_typed(found["said"], tag, unit, own), "") if found else ""
    if found and typed:
        between = said[stretch.end : found.start("said")]
        told = f'"{typed}" is not what the figure is in: "{printed}{between}{typed}"'
        return found.start("said"), told
    sign = sign_before(words.words, stretch.start)
    if sign and sign not in unit and not _is_signed(sign, own):
        said = f'"{sign}" is not what the figure is in: "{sign}{printed}"'
        return stretch.start - len(sign), said
    if sign and is_money(own.of) and not own.counted:
        following = _SCALED.match(words.words, stretch.end)
        is_scaled = following and (
            following[0] == following[1]  # "€2.4m"
            or following[1].casefold() in scales_said(tag)
        )
        if own.size != 1 and not is_scaled:
            return stretch.start - len(sign), f'"{sign}{printed}" leaves out what the figure is in'
    if own.of == SHARE.of and not (found and _means(found["said"], tag, own)):
        return _based(said, stretch, own, printed, tag)
    return None


def _is_signed(sign: str, own: Kind) -> bool:
    """Return whether a sign stands for the money that a figure is in, a "$" for any dollar."""
    several = {"$": DOLLARS, "¥": ("CNY",)}
    return own.of == CURRENCY_SIGNS[sign] or own.of in several.get(sign, ())


def _means(said: str, tag: str, own: Kind) -> bool:
    return meant_by(said, tag) == own or meant_by(said.split(" ")[0], tag) == own


def _based(
    words: str, stretch: ItemStretch, own: Kind, printed: str, tag: str
) -> tuple[int, str] | None:
    """Return what is told of a share that its sentence tells for another round number: so many "per
    100 children" of what is counted per thousand.
    """
    each = rf"(?<!\w)(?P<said>{module_of(tag, 'beside').FOR_EACH} (?P<base>{ROUND}))"
    noun = r"(?: [^\W\d_][\w’'-]*)"
    behind = re.compile(rf"{noun}{{0,3}} {each}", re.IGNORECASE)
    before = re.compile(rf"{each}{noun}{{1,3}} $", re.IGNORECASE)
    start = max(0, stretch.start - _FAR)
    found = behind.match(words, stretch.end, stretch.end + _FAR)
    found = found or before.search(words[: stretch.start], start)
    if found is None or Fraction(1, int(re.sub(r"\D", "", found["base"]))) == own.size:
        return None
    said = f'"{found["said"]}" is not what the figure is in: "{printed}"'
    return found.start("said"), said


def _typed(following: str, tag: str, unit: str, own: Kind) -> Iterator[str]:
    """Yield the longest words that are another unit than `own`, or another scale; none where they
    are that unit.
    """
    parts = following.split(" ")
    for count in range(len(parts), 0, -1):
        whole = " ".join(parts[:count])
        for said in (whole, whole.rstrip(".")):
            meant = meant_by(said, tag, own.of)
            if meant is not None and not meant.counted:
                if meant != own and _may_be_held(said, unit, meant, own):
                    bare = said.rstrip(".")  # the stop may be the sentence's
                    yield bare if meant_by(bare, tag, own.of) == meant else said
                return
    size = scales_said(tag).get(parts[0].rstrip(".").casefold())
    if size is not None and Fraction(size) != own.size and parts[0] not in unit.split(" "):
        yield parts[0] if len(parts[0]) <= _SHORT else parts[0].rstrip(".")


def _may_be_held(said: str, unit: str, meant: Kind, own: Kind) -> bool:
    """Return whether a unit is wrong behind the number of a figure: behind so many ships, years may
    stand that they lasted, but neither a share nor money.
    """
    if not own.counted:
        return True
    return (meant.of in _SHARES or is_money(meant.of)) and said.casefold() not in unit.casefold()
