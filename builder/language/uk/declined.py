"""Ukrainian nouns in cases, from their forms beside numbers: 1 школа, 2 школи, 5 шкіл, 1,5 школи.

These are the nominative of one and of many and their genitives, from which the others follow but
for a few; adjectives before a noun are told by their endings. What follows from none is not given.
"""

from __future__ import annotations

import re
from typing import Final, NamedTuple

from builder.language.language import Plurals

_OWN_PLURALS: Final = {
    "діти": "дітям дітьми дітях",
    "люди": "людям людьми людях",
    "гроші": "грошам грошима грошах",
    "двері": "дверям дверима дверях",
    "коні": "коням кіньми конях",
    "очі": "очам очима очах",
    "плечі": "плечам плечима плечах",
}
_OWN_LOCATIVES: Final = {"рік": "році", "бік": "боці", "берег": "березі", "кінь": "коні"}
LIVING: Final = re.compile(
    r"(?:^|[ -])(?:[а-яіїєґ’-]*(?:канець|ленець|хівець|приємець|їнець|борець|[кбд]овець"
    r"|боєць|купець|давець|ванець|читель|житель|ватель|янин)|учень"
    r"|водій|лікар|школяр|пенсіонер|ветеран|студент|пацієнт|депутат|кандидат|працівник|керівник"
    r"|учасник|директор|хлопець|чоловік|дитина|особа|людина|жінка|дівчина|пасажир|читач|глядач"
    r"|відвідувач|користувач|абонент|споживач|платник|клієнт|випускник|респондент|викладач|тренер"
    r"|спортсмен|фермер|волонтер|рятувальник|донор|заявник|безробітний|хворий|опитаний|поранений"
    r"|військовий|медсестра|учениця|студентка|вчителька|учителька)$"
)
"""Who is counted: nouns whose accusative is their genitive, and who have what is "у них"."""

_CASES: Final = ("dative", "instrumental", "locative")
_HUSHED: Final = "жчшщ"
_VOWELS: Final = "аеєиіїоуюяй’'"
_SOFTENED: Final = {"г": "з", "к": "ц", "х": "с"}


class _Word(NamedTuple):
    """One word of a unit in its forms."""

    one: str
    few: str
    many: str
    other: str

    @property
    def is_fixed(self) -> bool:
        return len({*self}) == 1

    @property
    def is_adjective(self) -> bool:
        return (
            self.many.endswith(("их", "іх"))
            and self.few.endswith(("і", "ї"))
            and self.one.endswith(("ий", "ій", "а", "я", "е", "є"))
        )

    @property
    def is_feminine(self) -> bool:
        return self.one.endswith(("а", "я")) and self.other.endswith(("и", "і", "ї"))


def _words(forms: Plurals) -> tuple[_Word, ...]:
    """Return the words of a unit, where it has as many in each form."""
    if not {"one", "few", "many", "other"} <= {*forms}:
        return ()
    parted = [forms[each].split(" ") for each in ("one", "few", "many", "other")]
    if len({*map(len, parted)}) > 1:
        return ()
    return tuple(_Word(*word) for word in zip(*parted, strict=True))


def plural_in(case: str, forms: Plurals) -> str | None:
    """Return what stands behind 2 or 5 in a case other than the nominative and genitive."""
    found = [_many(word, case) for word in _words(forms)]
    return " ".join(found) if found else None


def singular_in(case: str, forms: Plurals) -> str | None:
    """Return what stands behind 1 in such a case, or in the accusative."""
    found = [_one(word, case) for word in _words(forms)]
    return " ".join(found) if found else None


def _many(word: _Word, case: str) -> str:
    if word.is_fixed:
        return word.one
    if word.is_adjective:
        return word.many[:-1] + {"dative": "м", "instrumental": "ми", "locative": "х"}[case]
    if word.few in _OWN_PLURALS:
        return _OWN_PLURALS[word.few].split()[_CASES.index(case)]
    stem, last = word.few[:-1], word.few[-1]
    if last not in "иіїая":
        return word.few
    soft = last in "їя" or (last == "і" and stem[-1:] not in _HUSHED)
    return (
        stem + ("я" if soft else "а") + {"dative": "м", "instrumental": "ми", "locative": "х"}[case]
    )


def _one(word: _Word, case: str) -> str:
    if word.is_fixed:
        return word.one
    if word.is_adjective:
        return _one_adjective(word.one, case)
    if word.is_feminine:
        return _one_feminine(word.one, case)
    if case == "accusative":
        return word.other if LIVING.search(word.one) else word.one
    if word.other.endswith("і"):  # «область»
        return _with_soft_end(word.one) if case == "instrumental" else word.other
    return _one_other(word, case)


def _one_adjective(one: str, case: str) -> str:
    if one[-1] in "ая":
        ends = {"accusative": "ую", "dative": ("ій", "ій"), "instrumental": ("ою", "ьою")}
        return one[:-1] + ends.get(case, ("ій", "ій"))[one[-1] == "я"]
    if case == "accusative":
        return one
    stem, soft = (one[:-2], one.endswith("ій")) if one[-1] == "й" else (one[:-1], one[-1] == "є")
    if case == "instrumental":
        return stem + ("ім" if soft else "им")
    return stem + ("ьому" if soft else "ому")


def _one_feminine(one: str, case: str) -> str:
    stem, soft = one[:-1], one[-1] == "я"
    open_ = stem[-1:] in _VOWELS
    if case == "accusative":
        return stem + ("ю" if soft else "у")
    if case == "instrumental":
        if not soft:
            return stem + ("ею" if stem[-1] in _HUSHED else "ою")
        return stem + ("єю" if open_ else "ею")
    if soft:
        return stem + ("ї" if open_ else "і")
    return stem[:-1] + _SOFTENED.get(stem[-1], stem[-1]) + "і"


def _with_soft_end(one: str) -> str:
    """Return «областю», «відстанню», «ніччю», «матір’ю»."""
    stem = one.removesuffix("ь")
    if stem[-1] in "бпвмфр":
        return f"{stem}’ю"
    double = stem[-1] if stem[-2] in "аеєиіїоуюя" else ""
    return f"{stem}{double}ю"


def _one_other(word: _Word, case: str) -> str:
    """Return a noun of men and things in the dative, instrumental or locative, by its genitive."""
    stem, last = word.other[:-1], word.other[-1]
    soft = last in "яю"
    if case == "dative":
        return stem + ("ю" if soft else "у")
    if case == "instrumental":
        if word.one == word.other:  # «приміщення»
            return f"{word.one}м"
        if not soft:
            return stem + ("ем" if stem[-1] in _HUSHED else "ом")
        return stem + ("єм" if stem[-1] in _VOWELS else "ем")
    if word.one in _OWN_LOCATIVES:
        return _OWN_LOCATIVES[word.one]
    if stem[-1] in "кгх" and word.one[-1] not in "оеє":
        return f"{stem}у"
    return stem + ("ї" if soft and stem[-1] in _VOWELS else "і")
