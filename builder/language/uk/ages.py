"""Ukrainian rules that name an age: «служба закінчується у 63 роки», «вступити з 16 років».

One list serves digits and words. What the age is of stands before it: «оренда триває 16 років» and
«мати десять років стажу» tell no age.
"""

from __future__ import annotations

from typing import Final

_SERVICE: Final = r"(?:служб\w+|кар['’]єр\w+|навчання|дитинство)"
_RUNS: Final = r"(?:закінчу\w+|завершу\w+|почина\w+|припиня\w+)"
_JOINS: Final = r"(?:вступ\w+|почина\w+|приходить|приходять|йде|ідуть|виходить)"
_FEW: Final = r"(?:[а-яіїєґ’']+ ){0,2}?"
_YEARS: Final = r"(?= рок(?:и|ів|у)(?! (?:стажу|досвіду|роботи)))"


def ages(number: str) -> tuple[str, ...]:
    """Return alternatives for what tells an age, given what numbers are written as."""
    return (
        rf"(?<!\w){_SERVICE} {_FEW}{_RUNS} [ву] {number}{_YEARS}",
        rf"(?<!\w)(?:хто|які|який|яка) {_JOINS} {_FEW}[ву] {number}{_YEARS}",
        rf"(?<!\w)(?:треба|потрібно|слід|необхідно) мати (?:щонайменше |понад )?{number}{_YEARS}",
        rf"(?<!\w)(?:служити|працювати|залишатися) {_FEW}до {number}{_YEARS}",
        rf"(?<!\w)(?:вступ(?:ити|ати|ають)|голосувати|служити) {_FEW}(?:з|із|від) {number}{_YEARS}",
    )
