"""German ways to compare that are told apart."""

from __future__ import annotations

from typing import Final

from builder.language.comparing import Comparing
from builder.language.lexicon import FIGURE, whole

COMPARING: Final = Comparing(
    laws=whole(
        r"je \w+(?:er|mehr)(?!\w)[^.!?]*? (?:desto|umso) \w+",
    ),
    equalled=whole(r"entspr(?:icht|ach)|beträgt|ist gleich"),
    bounded=whole(
        r"(?:übersteig(?:t|en)|überstieg(?:en)?|überschr(?:eitet|eiten|itt|itten))"
        r"(?=[^.;:!?]* nicht(?!\w))",
    ),
    inexact=whole(
        r"\w*(?:fehler|abweichung|unsicherheit|differenz|ungenauigkeit|streuung)(?:s|en|n)?",
    ),
    alike=whole(
        r"(?:ist|sind|war|waren|bleibt|bleiben|blieb|blieben)(?: [\w-]+){0,4}?"
        rf" (?:gleich(?: (?:hoch|groß|lang|viele?))?|identisch)(?=[,.;:!?)]|$| \(?{FIGURE})",
    ),
    main=whole(
        r"haupt(?:quelle|zahler|abnehmer|lieferant|ursache|kunde|käufer|verbraucher|geldgeber"
        r"|anteil)\w*",
        r"löwenanteil",
    ),
    small=whole(
        r"(?:abstand|unterschied|differenz|lücke)(?: zwischen (?:[\w-]+ ){1,5}?)?(?: "
        r"|(?<= ))(?:ist|war|bleibt)"
        r" (?:nur )?(?:gering|klein|winzig|unbedeutend)",
    ),
    passed=whole(
        rf"(?:ziel|vorgabe|zielwert)(?: von {FIGURE})?(?: (?:ist|sind|war|waren|wurde|wurden))?"
        r"(?: (?!nicht)[\w-]+){0,2} (?:übertroffen|überschritten)",
    ),
    reached=whole(
        rf"(?:ziel|vorgabe|zielwert)(?: von {FIGURE})?(?: (?:ist|sind|war|waren|wurde|wurden))?"
        r"(?: (?!nicht|soll|will|kann|muss|wird)[\w-]+){0,2} (?:erreicht|erfüllt)(?! werden)",
    ),
    nearly=whole("fast", "beinahe", "nahezu", "knapp"),
    of="von",
    folded=whole(r"\w+mal", r"(?:das )?\w+fach(?:e[nrsm]?)?", r"(?:das )?doppelte?(?: so)?"),
    times="mal",
    more=whole("mehr als", "über", "mindestens", "gut"),
    about=whole("etwa", "rund", "ungefähr", "circa", "ca"),
    less=whole("weniger als", "höchstens", "bis zu", "unter", "nicht"),
    most=whole("(?:größt|höchst)e[nrsm]?", "(?:am )?meisten"),
    least=whole("(?:kleinst|niedrigst|geringst)e[nrsm]?", "(?:am )?wenigsten"),
    negated=whole(r"un\w{3,}|nicht\w*|ohne|keine?", r"fehl\w*", r"leer\w*", r"\w*verlust\w*"),
    major="löwenanteil",
    given="für|ob|oder|bei|egal|von|bis|ab",
    earlier="nach|zuvor|im vorjahr|vor",
    beaten="übertroffen",
    either="bis|oder",
    lasting=" (?:jahrhundert|jahrzehnt|jahr|monat|woche|tag|stunde|minute|leben)",
)
