"""French verbs and nouns of rising and falling, in small letters, as parts of one pattern."""

from __future__ import annotations

from typing import Final

RISES: Final = (
    r"augment\w*|progress\w*|grimp\w*|mont(?:e|ent|é|ée|és|ées|ait|aient|era)|(?:ac)?cr(?:u"
    r"|ue|us|ues|û"
    r"|oît|oissent|oître)|bondi\w*|bonds?|hausses?|relev\w*|gagn\w*|rallong\w*|allong\w*|croissance"
    r"|accroissement|essor|envol\w*"
    r"|doubl(?:é|ée|és|ées|e|ent)|tripl(?:é|ée|és|ées|e|ent)|quadrupl(?:é|ée|és|ées|e|ent)"
    r"|(?:doubl|tripl|quadrupl|quintupl)ement|multipliée?s?|élargi\w*|remont(?:e|ent|é|ée|és|ées)"
    r"|prolongée?s?"
    r"|étoff\w*|renforc\w*|alourdi\w*|renchéri\w*|redress\w*|hiss(?:e|ent|é|ée|és|ées)"
    r"|éten(?:d|dent|du|due|dus|dues)|amplifi\w*|intensifi\w*|rehauss\w*|majorée?s?"
    r"|enfl(?:e|ent|é|ée|és|ées)|croissant|l’ampleur|densifi\w*|épaissi\w*|regagn\w*"
    r"|gonfl(?:e|ent|é|ée|és|ées)|flamb(?:e|ent|é|ée|és|ées)|explos(?:e|ent|é|ée|és|ées)"
    r"|rebond(?:i\w*)?|été élevée?s?|décoll(?:e|ent|é|ée|és|ées)|repris|grandi\w*"
)

FALLS: Final = (
    r"baiss\w*|diminu\w*|recul\w*|chut\w*|tomb\w*|décr(?:u|ue|oît|oissent)|rédui\w*"
    r"|réductions?"
    r"|repli\w*|fond(?:u|ue)|abaiss\w*|descend\w*|raccourci\w*|perdu\w*"
    r"|divisée?s?|comprim\w*|taillée?s?|économis\w*|rogné\w*|resserr\w*"
    r"|contract(?:é|ée|és|ées|e|ent)|effondr\w*|retomb\w*|rétréci\w*|dégringol\w*|régress\w*"
    r"|plong(?:é|ée|és|ées|e|ent)|érod\w*|érosion|tassement|all[èé]gement|déclin(?:e|ent|é|ait)?|contraction|effrit\w*|tass(?:e|ent|é|ée|és|ées)|affaibli\w*"
    r"|amenuis\w*|raréfi\w*|all[éè]g(?:e|ent|é|ée|és|ées)"
    r"|amoindri\w*|(?:cèd(?:e|ent)|cédé)(?! (?:la place|le pas))"
    r"|amput\w*|rabot\w*|écroul\w*|étiol\w*|atténu\w*|faibli\w*"
    r"|molli\w*|dégonfl\w*|coupée?s?|restrein\w*|délit\w*|maigri\w*|écourt\w*|calm(?:e|é|ée)"
    r"|reflu\w*|fléchi\w*|déviss\w*|décroch\w*|gliss(?:e|ent|é|ée|és|ées)"
)

NEITHER: Final = (
    r"pass(?:e|ent|é|ée|és|ées|ait|aient|era|eront|er|ant|a|èrent)|va|vont|évolu\w*"
    r"|vari\w*|ralenti\w*|accélér\w*"
)
