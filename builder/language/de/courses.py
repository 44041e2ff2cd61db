"""German words for what goes from one figure to another."""

from __future__ import annotations

from typing import Final

from builder.language.courses import Courses, Turn

_HIGH: Final = r"höchstwert|höchststand|spitzenwert|maximum"
_LOW: Final = r"tiefstwert|tiefststand|minimum"

COURSES: Final = Courses(
    rises=r"(?:an)?(?:ge)?stieg\w*|(?:an)?steig(?:t|en)|(?:ge)?wachsen|wuchs(?:en)?|wächst"
    r"|(?:ge)?kletter\w*"
    r"|erhöh\w*|zugenommen|zugelegt|vergrößer\w*|gesteigert|plus|\w*anstieg|\w*zuwachs|\w*zunahme"
    r"|\w*wachstum|zu|hoch"
    r"|ver(?:doppel|dreifach|vierfach|fünffach|zehnfach)\w*|aufwärts|bergauf|ausgebaut"
    r"|erhol(?:t|te|ten)|verlänger(?:t|te|ten)"
    r"|(?:ange|ge)?hob(?:en)?|hebt|heben|(?:herauf|hinauf|hoch)(?:ge)?(?:setzt|fahren|schraubt)\w*"
    r"|aufgestockt\w*|ausge(?:weitet|dehnt)\w*|erweitert\w*|angewachsen|heraufgestuft",
    falls=r"sank(?:en)?|sink(?:t|en)|gesunken|fiel(?:en)?|fällt|fallen|gefallen|(?:ge)?schrumpf\w*"
    r"|abgenommen|zurückgegangen|zurück|reduzier\w*|verringer\w*|vermindert\w*|(?:ge)?senkt\w*"
    r"|gekürzt|kürzt\w*|minus|\w*rückgang|\w*abnahme|\w*senkung|ab"
    r"|\w*einsparung(?:en)?|(?:ein)?(?:ge)?spart(?:en)?"
    r"|halbier\w*|(?:ab)?(?:ge)?sack\w*|zusammengestrichen|gestrichen|abwärts|bergab|gestutzt"
    r"|(?:ge)?schm[oi]lz(?:t|en)?|geschmolzen|vereng(?:t|te|ten)"
    r"|gedrückt\w*|ermäßigt\w*|gemindert\w*|abge(?:senkt|baut)\w*"
    r"|(?:herab|herunter|hinab|zurück)(?:ge)?(?:setzt|fahren|schraubt|stuft)\w*",
    neither=r"ging(?:en)?|geht|gehen|gegangen|nahm(?:en)?|nimmt|nehmen|veränder\w*|entwickel\w*"
    r"|änder\w*"
    r"|wechsel\w*|brachte|verlangsam\w*|beschleunig\w*",
    start="von",
    end="auf",
    by="um|von",
    then=r"um|(?:also|mithin|somit|demnach|folglich|insgesamt|und damit) um|also|plus"
    r"|minus|das sind|oder|mithin|somit|das heißt um|ein plus von"
    r"|ein minus von",
    comes_to="beträgt|betrug|macht|entspricht|entsprach|ist|war",
    nouns=r"\w*(?:anstieg|zuwachs|zunahme|wachstum|rückgang|abnahme|senkung|plus|minus|steigerung"
    r"|einsparung|einsparungen)",
    more="(?<!oder )mehr",
    less="(?<!oder )weniger",
    than=" als",
    of="der|des|aller|von",
    denies=r"nicht|nie|kaum|keine?[nmrs]?|zu|würde\w*|könnte\w*|soll\w*|will|wollen|statt|anstatt",
    article="(?:also )?eine? ",
    also=(
        ("statt|anstelle von|anstatt", "sind es|waren es|kamen|gab es|gibt es|jetzt|heute|nun"),
        ("aus", "wurden|werden|sind|wurde"),
    ),
    back="statt|anstelle von|anstatt|nach zuvor|gegenüber zuvor",
    turns=(
        Turn(
            "nach|früher|zuvor|einst|(?:waren|gab) es|es (?:waren|gab)",
            "nur noch|nur mehr|bloß noch",
            rises=False,
        ),
        Turn(_HIGH, _LOW, rises=False),
        Turn(_LOW, _HIGH, rises=True),
    ),
    amounts=r"(?:es )?(?:fehl(?:en|t|ten|te)|mangelt es an)(?: (?:noch|also|immer noch|damit"
    r"|somit))?"
    r"|(?:stieg(?:en)?|steig(?:t|en)|wuchs(?:en)?|wächst|wachsen|sank(?:en)?|sink(?:t|en)"
    r"|fiel(?:en)?"
    r"|fäll(?:t)|fallen|übersteig\w*|überstieg\w*|verfehl\w*|erhöh\w*|verringer\w*|verminder\w*"
    r"|zunahm\w*|nahm(?:en)?|nimmt|nehmen)(?: [\w-]+){0,2} um|(?:ein|eine|der|die|einen|einem"
    r"|einer)"
    r" (?:\w+ )?(?:rückgang|anstieg|zunahme|abnahme|verlust|gewinn|überschuss|fehlbetrag|defizit"
    r"|lücke"
    r"|zuwachs|ersparnis) (?:von|um)",
    besides=r"mehr|weniger|höher|niedriger|tiefer|zu (?:viel|wenig|viele|wenige|hoch|niedrig)"
    r"|fehl(?:en|t|ten|te)|gestiegen|gesunken|gefallen|gewachsen|geschrumpft|zurück(?:gegangen)?"
    r"|gesenkt|erhöht|verringert|gekürzt",
    wants=r"\w*(?:fehlbetrag|fehlbedarf|mehrkosten|mehrbedarf|mehrausgaben|minderausgaben"
    r"|überschreitung|ersparnis|einsparung|einsparungen|verlust|verluste|anstieg|rückgang"
    r"|zunahme|abnahme|lücke)",
    ranges=(
        ("von", "bis"),
        (
            r"(?:liegt|liegen|lag|lagen|schwank\w+|kostet\w*|kosten|dauer\w+|variier\w+|reich\w+)"
            " zwischen",
            "und",
        ),
    ),
    span=("von", "bis"),
    between=("zwischen", "und"),
    unranged=r"abst[aä]nd|untersch|differen|verhältnis|quotient|abstimm|votum|ergebnis|sieg"
    r"|gew[aio]nn|verl[io]r|uhr|stunde|geöffn|geschlossen|wechsel|wähl|entscheid|mittelwert"
    r"|im mittel|durchschnitt|mitte(?!\w)|grenze|verbind|vergleich|spagat|kompromiss|aufteil"
    r"|verteil|geteilt|bewegt|pendel|herunter|runter|hinunter|hinab|abwärts|rückwärts|gefälle"
    r"|verschieb|übergang|umstell|umgestell|zusammen|kürz|senk|ermäßig|begrenz|beschränk"
    r"|gegenüber|entfernung|weg(?!en)|reise|straße|brachte|bringen|kam(?:en)?(?!\w)",
    counts_down="vor|zuvor|davor|früher|vorher",
    multiple=r"\w+mal (?:so|mehr|weniger|[^\W\d_]+er als)(?!\w)|doppelt so|das (?:doppelte"
    r"|\w+fache)(?!\w)",
    multiplies={
        "verdoppel": 2,
        "halbier": 2,
        "verdreifach": 3,
        "vervierfach": 4,
        "verfünffach": 5,
        "verzehnfach": 10,
    },
    exceeds=r"mehr|weniger|höher|niedriger|größer|kleiner|länger|kürzer|schneller|langsamer|teurer|billiger",
    over="gegenüber|gegen|nach|statt|anstelle von|im vergleich zu|vorjahr:|zuvor:|verglichen mit",
    was=(
        (
            "(?:waren|gab) es|es (?:waren|gab)|früher|zuvor|einst|erst|zunächst|im vorjahr",
            "nun|jetzt|heute|dann|inzwischen|mittlerweile|jetzt sind es|nun sind es|heute sind es",
        ),
    ),
    factors=(
        (r"verdoppel(?:t|te|ten|n)|halbier(?:t|te|ten|en)|aufs doppelte|auf das doppelte", 2),
        (r"verdreifach(?:t|te|ten|en)|aufs dreifache|auf das dreifache", 3),
        (r"vervierfach(?:t|te|ten|en)", 4),
        (r"verfünffach(?:t|te|ten|en)", 5),
        (r"verzehnfach(?:t|te|ten|en)", 10),
    ),
    above="mehr als|über",
    nearly="fast|beinahe|nahezu|knapp",
)
