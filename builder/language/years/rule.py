"""Which candidates are years: takes a text and a window, yields where calendar years stand.

What follows decides: a unit, a currency or a counted noun makes a count whatever stands before.
Then what stands before: a month, a preposition of time, a noun that years are named with. Where
neither tells, they are a year within a sentence but behind what takes an amount ("sold 2024."), at
the begin of one, and at the end of a label, where they may count: the author says what they are.

`Grammar` is the shape that each language's lists fill. Texts are searched with plain spaces,
hyphens and apostrophes (`plain`); what owns itself, a figure or a name, is `FIGURE`.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from typing import Final

from builder.frozen import dataclass
from builder.language.language import module_of
from builder.language.years import Years, candidates, day_spans, plain
from builder.language.years.turns import FIGURE, Chain, Turns, chains, in_title, is_paired

TENS: Final = "[1-9]0"
"""The digits of a decade of two: 90 in "the 90s"."""


@dataclass(frozen=True)
class Grammar:
    """One language's words around years.

    Patterns named `before` are searched at the end of what stands before the digits, those
    named `after` are matched at the beginning of what follows.

    `count_before` makes a count of them (hedges, currencies, "rose by"), `year_before` years
    (months, "since", "the winter of"); `quarter` is a part of a year that is written with digits
    of its own. `count_after` makes a count (units, "of the"), `year_after` one year and
    `years_after` several ("року", "років"). `free_after` may follow either. `begins` follows a
    year that begins a sentence. `joint` stands between years of one list or span, `leads` between
    the ends of a span. `decade` is one in two digits with what tells that it is no number ("the
    90s"), in a whole text. `compared` stands before a year to which something is compared, as it
    does before counts ("this is more than 2019,"), `today` one to which today is ("farms now pay
    more than 2016"), `likened` one whose figure follows in brackets: "than 2018 (5)". `counted`
    says of what follows, none of the above, whether it may be a counted noun; `told` whether both
    sides together make a year ("the 2030 target"); `settled` whether they do so whatever else is
    said ("below 1990 levels"; "fell from 2005 to 2020", which no count does). All are given both
    sides, `settled` also whether a span leads from an earlier year to a later one. `spanned` says
    of what stands before a span that rises, which nothing counts, whether it is one of time ("die
    Saison von 2011 bis 2020"), not of amounts ("kostet von 2011 bis 2020"), given the words
    between its ends too. `amounts` says of both sides whether a verb takes digits for how many
    ("sold 2024."). `turns` are words of what all languages say.
    """

    count_before: re.Pattern[str]
    year_before: re.Pattern[str]
    quarter: re.Pattern[str]
    count_after: re.Pattern[str]
    year_after: re.Pattern[str]
    years_after: re.Pattern[str]
    free_after: re.Pattern[str]
    begins: re.Pattern[str]
    joint: re.Pattern[str]
    leads: re.Pattern[str]
    counted: Callable[[str, str], bool]
    decade: re.Pattern[str]
    turns: Turns
    compared: re.Pattern[str] | None = None
    today: re.Pattern[str] | None = None
    likened: re.Pattern[str] | None = None
    amounts: Callable[[str, str], bool] = lambda _left, _right: False
    told: Callable[[str, str], bool] = lambda _left, _right: False
    settled: Callable[[str, str, bool], bool] = lambda _left, _right, _rises: False
    spanned: Callable[[str, str], bool] = lambda _left, _between: False


def grammar_of(language: str) -> Grammar:
    """Return the lists of a language (its first subtag); only its module is loaded."""
    grammar: Grammar = module_of(language, "years").GRAMMAR
    return grammar


def one_of(words: str) -> str:
    """Return a group of the words of a spaced list, the longest first; _ stands for a space."""
    listed = sorted(words.split(), key=len, reverse=True)
    return f"(?:{'|'.join(listed)})".replace("_", " ")


def before(*alternatives: str) -> re.Pattern[str]:
    """Return a pattern of whole words that end a text, but for a space."""
    return re.compile(rf"(?<!\w)(?:{'|'.join(alternatives)}) ?$", re.IGNORECASE)


def after(*alternatives: str) -> re.Pattern[str]:
    """Return a pattern of whole words that begin a text, after a space."""
    return re.compile(rf" ?(?:{'|'.join(alternatives)})(?!\w)", re.IGNORECASE)


_FEW: Final = 5


def words_of(text: str) -> list[str]:
    """Return the words that stand before the first mark of punctuation of a text, five at most."""
    head = re.match(r"[^.,;:!?()\[\]\"“”„«»–—\ufffb\ufffc]*", text)
    return head.group().split(maxsplit=_FEW)[:_FEW] if head else []


_MONEY: Final = (
    r"[$€£¥₴₽₹]|(?:US|CA|AU)\$|USD|EUR|GBP|CHF|UAH|JPY|CNY|RUB|PLN|SEK|NOK|DKK|CZK|CAD|AUD|HUF"
)
_MONEY_BEFORE: Final = re.compile(rf"(?:^|[\s(]|\W)(?:{_MONEY}) ?$")
_SIGN_BEFORE: Final = re.compile(r"(?:[<>≤≥≈~±+×−#№=]|(?<!\w)-) ?$")
UNIT_AFTER: Final = re.compile(
    rf" ?(?:%|‰|°|(?:{_MONEY})(?!\w)|[×·]|(?:km|cm|mm|kg|mg|g|t|kt|Mt|Gt|m|m²|m³|km²|km³|ha|l|ml|hl"
    r"|kW|MW|GW|TW|kWh|MWh|GWh|TWh|Wh|W|V|kV|A|Hz|MHz|GHz|K|J|MJ|GJ|PJ|TJ|kcal|cal|dB|px|MB|GB|TB"
    r"|h|min|s|ms|mph|ft|lb|lbs|oz|mi|ppm|ppb|pp|bn|mn|tn|k|hPa|Pa|bar|rpm|Bq|Sv|mSv|toe|boe|bcm"
    r"|км|м|см|мм|кг|г|т|га|л|кВт|МВт|ГВт|ТВт|Вт|год|хв|грн|руб|МГц|ГБ|ккал|тис|млн|млрд|шт)"
    r"(?=$|[\s.,;:!?)/²³]))(?!\.?\d)"
)
_STARTS: Final = re.compile(r"(?:^|[.!?…:;][\"”»)]?\s+|[—–]\s+)[\"“„«(]*$")
_OPENS: Final = re.compile(r"(?:^|[.!?…:;,—–][\"”»)]?\s+)[\"“„«(]*(?:[^\W\d_]+ )?$")
_ENDS: Final = re.compile(r" *[.!?…]?[\"”»)]* *$")
_BRACKET: Final = re.compile(r"[(\[] ?$")
_CITED: Final = re.compile(r"[(\[][^\W\d_a-zа-яїієґ][^()\[\]0-9]*[,;] $")
_TITLED: Final = re.compile(r"[(\[](?:[^()\[\]0-9]* )?[A-ZÄÖÜА-ЯІЇЄҐ][\w-]* $")
_CLOSED: Final = re.compile(r" ?(?:[)\]]|[,;] [^()\[\]]*[)\]])")
# "2024, t" and "Sales 2024, EUR mn": heads, whose unit a comma parts.
_UNIT_WORD: Final = re.compile(
    r" (?:Mio|Mrd|Tsd|Prozent|Euro|Franken|Tonnen|Millionen|Milliarden|milliers|millions?"
    r"|milliards?|billions?|thousands?|tonnes?|euros?|dollars?|pounds?|per cent|percent|дол|осіб"
    r"|тисяч|тонн|гривень|доларів|євро|відсотк)",
    re.IGNORECASE,
)
_HEADED: Final = re.compile(r",(?P<unit> [^\d,;:!?()]{1,24}) *$")
_SOURCE: Final = re.compile(r"(?:Sources?|Quellen?|Джерел[оа]) ?:", re.IGNORECASE)
_TRAILING: Final = re.compile(r"[^\W_][)\"”»]?, $")
_NAMED: Final = re.compile(
    r"(?:^|.* )[\"“„«(]?[^\W\d_a-zа-яїієґßäöüéèêàç][\w'-]*(?:[)\"”“]| ?»)? $"
)
_SENTENCE_END: Final = re.compile(r"[.!?…][\"”»)]* *$")
_FORECAST: Final = re.compile(r" ?(?:\([^()0-9]*\)|\*+)? *")
_REMARK: Final = re.compile(
    rf" \([^()\d{FIGURE}]+\)(?= [^\W\d]| ?[:–—])| \([^()\d{FIGURE}]+ [^()\d{FIGURE}]+\)(?=,| ?$)"
    r"|\*+(?= )"
)
_PUNCTUATED: Final = re.compile(r" ?(?:$|[.,;:!?…)\]\"”»'“–—/|]|- )")
_BEFORE_FIGURE: Final = re.compile(rf" {FIGURE}(?!{FIGURE})")  # no count stands before another
_CLOSING: Final = re.compile(r" ?[,;:](?! ?\d)")
_FAR: Final = 120  # characters
_AHEAD: Final = 300  # characters


def year_spans(text: str, years: Years, *, alone: bool) -> Iterator[slice]:
    """Yield where the years of a text stand, in order; see `Years.spans`."""
    words, grammar = plain(text), grammar_of(years.grammar)
    found = chains(words, tuple(candidates(text, years)), grammar.joint, grammar.leads)
    of_days = {year.start: day.start for day, year in day_spans(text, years.grammar) if year}
    for chain in (_without_amount(words, each, grammar) for each in found):
        if years.but is not None and all(
            years.but[0] <= year <= years.but[1] for each in chain.members for year in each.years
        ):
            continue
        if _ends_date(words, chain, of_days) or _is_year(words, chain, grammar, alone=alone):
            for member in chain.members:
                before = max(member.start - _FAR, 0)
                part = grammar.quarter.search(words[before : member.start])
                start = before + part.start() if part else member.start
                yield from _typed(words, start, member.stop)


def _ends_date(words: str, chain: Chain, of_days: Mapping[int, int]) -> bool:
    """Return whether it is the year of a day that does not open the sentence, and so what follows
    is no count: "the Act of 12 January 2024 settles it", but "on 12 January 2024 people came".
    """
    days = [of_days.get(member.start) for member in chain.members]
    if None in days or UNIT_AFTER.match(_beginning(words, chain.stop)):
        return False
    return not any(_OPENS.search(_end(words, day)) for day in days if day is not None)


def _without_amount(words: str, chain: Chain, grammar: Grammar) -> Chain:
    """Return a chain without its last, where that is what something came to in a year."""
    last = chain.members[-1]
    leads = chain.spans and len(chain.members) > 1
    if leads and grammar.turns.arrived.search(_end(words, last.start)):
        return Chain(chain.members[:-1])
    return chain


def _typed(words: str, start: int, stop: int) -> Iterator[slice]:
    """Yield a span of years whole, or apart where hyphens between them become a dash in print."""
    dash = words.find("--", start, stop)
    if dash < 0:
        yield slice(start, stop)
    else:
        yield from (slice(start, dash), slice(dash + 2, stop))


def _is_year(words: str, chain: Chain, grammar: Grammar, *, alone: bool) -> bool:
    left, right = _end(words, chain.start), _beginning(words, chain.stop)
    if _MONEY_BEFORE.search(left) or _SIGN_BEFORE.search(left):
        return False
    # «Із 2019 року до 2025-го»: each by its form, or its own noun.
    if any(member.sure for member in chain.members) and all(
        member.sure or grammar.year_after.match(words, member.stop) for member in chain.members
    ):
        return True
    # "2025 (provisional) was", "2024* was".
    remark = _REMARK.match(right)
    right = right[remark.end() :] if remark else right
    if not chain.falls and grammar.settled(left, right, chain.rises):
        return True
    if grammar.turns.tells(left, right, chain.rises) or is_paired(
        left, right, grammar.joint, grammar.likened
    ):
        return True
    if not chain.falls and in_title(words, left, right, grammar.turns):
        return True
    if "/" in words[chain.start : chain.stop] and all(each.short for each in chain.members):
        return not (UNIT_AFTER.match(right) or grammar.count_after.match(right))
    if _is_compared(left, right, chain, grammar):
        return True
    if _is_counted(left, right, chain, grammar) or chain.falls:
        return False
    behind = grammar.years_after if chain.many else grammar.year_after
    if _BEFORE_FIGURE.match(right) or grammar.quarter.search(left) or behind.match(right):
        return True
    free = bool(_PUNCTUATED.match(right) or grammar.free_after.match(right))
    if not free and grammar.counted(left, right):
        return False
    if grammar.year_before.search(left) or grammar.told(left, right):
        return True
    if chain.lists and grammar.turns.lists.search(left):
        return True
    if chain.rises and grammar.spanned(
        left, words[chain.members[0].stop : chain.members[-1].start]
    ):
        return True
    if any(found.search(left) for found in (_BRACKET, _CITED, _TITLED)):
        return bool(_CLOSED.match(right))
    if _STARTS.search(left) and grammar.begins.match(right):
        return True
    sentence = _SENTENCE_END.search(_end(words, len(words)))
    if (sentence or words_of(right)) and not _STARTS.search(left):
        return not _is_amount(left, right, chain, grammar)
    return _is_label(words, left, right, chain, alone=alone)


def _is_amount(left: str, right: str, chain: Chain, grammar: Grammar) -> bool:
    """Return whether a verb or a comparison of a sentence takes digits for how many."""
    if grammar.likened and grammar.likened.search(left) and chain.rounded:
        return True
    return bool(grammar.turns.arrived.search(left)) or grammar.amounts(left, right)


def _is_compared(left: str, right: str, chain: Chain, grammar: Grammar) -> bool:
    """Return whether it is "more than 2019," which is no count: who counts so rounds."""
    then = grammar.today is not None and grammar.today.search(left)
    if not then and (grammar.compared is None or not grammar.compared.search(left)):
        return False
    closes = _PUNCTUATED if then else _CLOSING
    return not chain.rounded and bool(closes.match(right))


def _end(words: str, stop: int) -> str:
    """Return the end of what stands before, as far as any pattern looks, for speed."""
    return words[:stop] if stop <= _FAR else f"x{words[stop - _FAR : stop]}"


def _beginning(words: str, start: int) -> str:
    """Return what stands after as far as any pattern looks, and the end of it all, for speed."""
    if len(words) - start <= 2 * _AHEAD:
        return words[start:]
    return words[start : start + _AHEAD] + words[-_AHEAD:]


def _is_counted(left: str, right: str, chain: Chain, grammar: Grammar) -> bool:
    """Return whether a unit or a word on either side makes a count, whatever else there is."""
    if chain.many and grammar.years_after.match(right):
        return False
    return bool(
        UNIT_AFTER.match(right)
        or grammar.count_after.match(right)
        or grammar.count_before.search(left)
    )


def _is_label(words: str, left: str, right: str, chain: Chain, *, alone: bool) -> bool:
    """Return whether a heading, a label or a source, no sentence, ends in the years or is them."""
    unit = _HEADED.match(right) if alone else None
    if unit and (UNIT_AFTER.match(unit["unit"]) or _UNIT_WORD.match(unit["unit"])):
        return not left.strip() or bool(_NAMED.search(left))
    if not left.strip(' "“„«([') and _FORECAST.fullmatch(right):
        return alone
    if len(chain.members) == 1 and chain.many and _PUNCTUATED.match(right):
        return True
    closes, source = _TRAILING.search(left) or _NAMED.search(left), _SOURCE.match(words)
    if source and closes:
        return bool(_PUNCTUATED.match(right))
    ends = _ENDS.fullmatch(right) and not _SENTENCE_END.search(_end(words, len(words)))
    return bool(ends and (closes or source))
