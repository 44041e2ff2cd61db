"""French rules that name an age: « le service prend fin à 63 ans », « s’engager dès seize ans ».

One list serves digits and words. What the age is of stands before it: « le bail dure 16 ans » and
« dix ans d’expérience » tell no age.
"""

from __future__ import annotations

from typing import Final

_SERVICE: Final = r"(?:service|carrière|scolarité|vie active|activité|enfance)"
_RUNS: Final = (
    r"(?:(?:prend|prenait|prit|prendra) fin|finit|finissait|s['’]achève|s['’]achevait|s['’]arrête"
    r"|cesse|cessait|commence|commençait|débute|débutait)"
)
_JOINS: Final = (
    r"(?:s['’]engage(?:nt|aient|ait)?|entrent?|adhèrent?|commencent?|partent|part|débutent?)"
)
_FEW: Final = r"(?:[a-zéèàçêû’']+ ){0,3}?"
_YEARS: Final = r"(?= ans(?! d['’e]))"


def ages(number: str) -> tuple[str, ...]:
    """Return alternatives for what tells an age, given what numbers are written as."""
    return (
        rf"(?<!\w){_SERVICE} {_FEW}{_RUNS} à {number}{_YEARS}",
        rf"(?<!\w)(?:qui|quiconque) {_JOINS} {_FEW}à {number}{_YEARS}",
        rf"(?<!\w)(?:il faut|on doit|il faudra|il fallait) avoir (?:au moins |plus de )?"
        rf"{number}{_YEARS}",
        rf"(?<!\w)(?:servir|travailler|rester|exercer) {_FEW}jusqu['’]à {number}{_YEARS}",
        rf"(?<!\w)(?:s['’]engage\w*|adhér\w+|voter|conduire|entrer) {_FEW}(?:dès|à partir de) "
        rf"{number}{_YEARS}",
    )
