"""German words for what sentences reckon with the figures beside them."""

from __future__ import annotations

from typing import Final

from builder.language.reckoned import Reckoned

RECKONED: Final = Reckoned(
    opens=r"w[ue]rden?|wird|ist|sind|war|waren|hat|haben|hatten?|soll(?:en|te|ten)?|muss|müssen"
    r"|musste[n]?|kann|können|konnten?|will|wollen|wollten?|darf|dürfen|dass|weil|als|nachdem"
    r"|obwohl|während|da|wenn|ob|indem|bevor|die|der|das",
    closed=r"worden|w[ue]rden?|wird|sein|ist|sind|war|waren|hat|haben|hatten?|soll(?:en|te|ten)?"
    r"|muss|müssen|kann|können|konnten?",
    and_="und|oder|aber|sowie",
    limits=r"(?:plan|vorjahr|vergleichs|richt|soll|referenz|mindest)wert\w*|(?:wirtschafts)?plan(?:es|s)?"
    r"|planung|prognose|schätzung|(?:\w*durch)?schnitts?|mittel(?:wert)?s?|vorgabe|soll"
    r"|vorjahreswert\w*",
    caps=r"(?:haushalts|kosten|plan)?ansatz(?:es)?|ansätzen?|(?:\w*budget|etat|limit|plafond)s?"
    r"|\w*obergrenze|\w*höchst(?:grenze|wert|betrag|menge|dauer)(?:e?s)?|(?:kosten)?rahmens?"
    r"|grenzwert(?:e?s)?|höchstfrist|deckel",
    of="von|in höhe von|bei",
    under="unter|unterhalb",
    over="über|oberhalb",
    within="innerhalb|im rahmen",
    passed=r"über(?:schr(?:itt(?:en)?|eitet|eiten)|troffen|trifft|treffen|traf(?:en)?)|gesprengt"
    r"|sprengt(?:en)?|übersteigt|überstieg(?:en)?",
    missed=r"unterschr(?:itt(?:en)?|eitet|eiten)|unterboten|verfehlt(?:en)?",
    reached="erreicht(?:en)?",
    kept="eingehalten|hielten|hält|hielt|gewahrt|ausgereicht",
    by="um",
    covers=r"deck(?:t|en|te|ten)(?=[^.;:!?]* (?:vollständig|ganz|komplett|voll|gänzlich)(?!\w))"
    r"|(?:vollständig|ganz|komplett|voll|gänzlich) gedeckt",
    with_="mit|durch",
    turned="den|dem|diesen",
    refused="nicht|nie|niemals|kaum|kein|keine|keinen|weder",
    maybe=r"soll(?:en|te|ten)?|würden?|könnten?|dürften?|wären?|müssten?|wenn|falls|ob|ohne",
    thus="also um|mithin um|somit um|demnach um|folglich um|das heißt um|insgesamt um|und damit um",
    differ="differenz|unterschied|abstand|lücke|spanne|gefälle|kluft",
    between="zwischen",
    minus="minus|abzüglich",
    plus="plus|zuzüglich",
    sums="(?:summe|gesamtsumme) (?:aus|von)",
    comes_to=r"beträgt|betrug|betragen|macht|machen|ergibt|ergeben|ist|sind|war|waren",
    parts="der|von den|von insgesamt|aller|von allen|der insgesamt",
    wholes="davon|darunter|von denen|hiervon",
    unparted="auf|von|um|bis",
    joins=r"und|oder|als|wie|statt|anstelle|sowie|in|an|auf|aus|bei|mit|nach|von|vor|zu"
    r"|gegenüber|trotz|wegen|während|unter|über|gegen|ohne|für|durch|zwischen|neben"
    r"|hinter|laut",
    same=r"gleich ?geblieben|(?:bleib|blieb)(?:t|en)? (?:\w+ )?(?:gleich|unverändert"
    r"|konstant|stabil)|unverändert|(?:konstant|stabil) geblieben|stagnier\w*",
    ever="als (?:je|jemals|zuvor|früher)",
)
