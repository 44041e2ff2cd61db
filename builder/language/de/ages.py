"""German rules that name an age: "Der Dienst endet mit 63", "Wer mit sechzehn eintritt".

One list serves digits and words. What the age is of stands in the same clause (a service, who joins
it, a person), and nothing follows that could be counted: "Das Spiel endete mit 63", "mit 16
Helfern" and "eine 24 Jahre alte Brücke" tell no age.
"""

from __future__ import annotations

from typing import Final

from builder.language.lexicon import ENDED

_SERVICE: Final = (
    r"(?:\w*dienst(?:es|e|zeit)?|\w*laufbahn|\w*schulpflicht|\w*mitgliedschaft|kindheit|jugend"
    r"|\w*amtszeit|\w*leben|karriere|\w*rente)"
)
_RUNS: Final = r"(?:ende(?:t|te|n|ten)|begann(?:en)?|beginn(?:t|en))"
_FEW: Final = r"(?:[a-zäöüß]+ ){0,3}?"
_JOINS: Final = (
    r"(?:eintritt|eintrat|anfängt|anfing|beginnt|begann|aufhört|aufhörte|ausscheidet|ausschied"
    r"|wechselt|wechselte|geht|ging|mitmacht|dazukommt|übertritt|heiratet|stirbt|starb)"
)
_INTO: Final = (
    r"(?:in (?:(?:den|die|das) )?(?:[a-zäöüß]+en )?(?:\w*dienst|\w*abteilung|rente|pension"
    r"|ruhestand|schule|lehre|beruf|arbeitsleben)|zur (?:feuerwehr|einsatzabteilung|schule))"
)
_PERSONS: Final = (
    r"(?:wer|man|jede[rs]?|niemand|kinder|jugendliche|mitglieder|bewerber\w*|anwärter\w*"
    r"|einsatzkräfte|freiwillige|schüler\w*"
    r"|ein(?:e)? (?:[a-zäöüß]+ )?\w*(?:frau|mann|kraft|mitglied))"
)
WOMAN: Final = (
    r"(?:[a-zäöüß]+ )?\w*(?:mann|frau|junge|mädchen|kind|mensch(?:en)?|schüler(?:in)?|mitglied"
    r"|kraft|helfer(?:in)?|\w+leiter(?:in)?|\w+führer(?:in)?|fahrer(?:in)?|person"
    r"|bruder|schwester|sohn|tochter|vater|mutter|enkel(?:in)?|nachbar(?:in)?|kollege|kollegin"
    r"|richter(?:in)?|häftling|gefangene[rn]?|wanderer|wanderin|bergsteiger(?:in)?|fischer(?:in)?"
    r"|landwirt(?:in)?|lehrer(?:in)?|pfleger(?:in)?|rentner(?:in)?)(?!\w)"
)
_YOUNG: Final = (
    r"\w*(?:kinder|jugend|senioren)(?:feuerwehr|gruppe|abteilung|mannschaft|chor|riege|klub)"
    r"(?:en|s)?"
)
YEARS: Final = r"(?: Jahren?(?! [A-ZÄÖÜa-zäöüß]*haft))?"
_AT_LEAST: Final = r"(?:mindestens|wenigstens|höchstens|über|unter|erst|schon|noch keine)"
_BE: Final = rf"(?={YEARS}(?: alt)? (?:sein|ist|sind|war|waren)(?!\w))"
END: Final = rf"(?={YEARS}(?:{ENDED}| (?:und|oder|aber|wie|als)(?!\w)))"


def ages(number: str) -> tuple[str, ...]:
    """Return alternatives for what tells an age, given what numbers are written as."""
    return (
        rf"(?:{_RUNS} {_FEW}{_SERVICE}|{_SERVICE} {_FEW}{_RUNS}) {_FEW}mit {number}{END}",
        rf"wer (?:schon |bereits |erst )?mit {number}"
        rf"(?={YEARS}(?: {_INTO})? {_JOINS}(?!\w))",
        rf"(?<!\w)mit {number}(?={YEARS}(?: (?-i:[a-zäöüß]+)){{0,4}}? {_INTO}(?!\w))",
        rf"(?<!\w)(?:{_PERSONS}|dafür|dazu) {_FEW}{_AT_LEAST} {number}{_BE}",
        rf"(?<!\w)(?:ab|mit|erst ab) {number}(?={YEARS} (?:darf|kann|muss|dürfen|können|müssen"
        r"|ist|gilt) (?:man|jeder|jede|niemand|er|sie)(?!\w))",
        rf"(?<!\w)bis {number}(?={YEARS} (?:im (?:dienst|amt|einsatz)|aktiv|dabei)"
        r" (?:bleib|blieb)\w*)",
        rf"(?<!\w){_YOUNG} (?:ab|bis|unter|über) {number}{END}",
        rf"(?<!\w)(?:eine?|seine?|ihre?|meine?|unsere?)[mnrs]? {number}(?= Jahre alte[mnrs]? "
        rf"{WOMAN})",
    )


def aged(number: str) -> str:
    """Return what tells the age of persons named at some distance, which may hide other numbers."""
    return rf"(?<!\w){_PERSONS}(?!\w)(?:(?! es )[^.;:!?]){{0,150}} {_AT_LEAST} {number}{_BE}"
