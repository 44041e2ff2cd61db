"""German verbs and nouns of rising and falling, in small letters, as parts of one pattern."""

from __future__ import annotations

from typing import Final

RISES: Final = (
    r"(?:an)?(?:ge)?stieg\w*|(?:an)?steig(?:t|en)|(?:ge)?wachsen|wuchs(?:en)?|wächst"
    r"|(?:ge)?kletter\w*|erhöh\w*|zugenommen|zugelegt|vergrößer\w*|gesteigert|plus|\w*anstieg|\w*zuwachs|\w*zunahme"
    r"|\w*wachstum|zu|hoch"
    r"|ver(?:doppel|dreifach|vierfach|fünffach|zehnfach)\w*|aufwärts|bergauf|ausgebaut"
    r"|erhol(?:t|te|ten)|verlänger(?:t|te|ten)|(?:ver)?mehrten?|vermehrt|\w*zugewinn"
    r"|(?:ange|ge)?hob(?:en)?|hebt|heben|(?:herauf|hinauf|hoch)(?:ge)?(?:setzt|fahren|schraubt)\w*"
    r"|aufgestockt\w*|ausge(?:weitet|dehnt|breitet)\w*|erweitert\w*|angewachsen|heraufgestuft"
    r"|(?:hoch)?(?:ge)?sch(?:oss|ossen|ießt|ießen|nell(?:t|te|ten))|hinauf|nach oben|verstärk\w*"
    r"|(?:auf)?(?:ge)?bläh\w*|angezogen"
    r"|hochgegangen|(?:ge)?sprungen|spr(?:ang|angen|ingt)|schraub(?:t|te|ten)|breite(?:t|te|ten)"
    r"|boom(?:t|te|ten)|gewann(?:en)?|hinzugewonnen|(?:dehn|weite)(?:t|te|ten)|schw(?:oll|ollen)"
    r"|explodier\w*|verteuer\w*|steiger(?:t|te|ten)|kroch(?:en)?"
    r"|(?:auf|an|vor|preis)?sprung|\w*steigerung|ausweitung|erholung|aufschwung|\w*schub|aufstockung"
    r"|anhebung"
)

FALLS: Final = (
    r"sank(?:en)?|sink(?:t|en)|gesunken|fiel(?:en)?|fällt|fallen|gefallen|(?:ge)?schrumpf\w*"
    r"|abgenommen|zurückgegangen|zurück|reduzier\w*|verringer\w*|vermindert\w*|(?:ge)?senkt\w*"
    r"|gekürzt|kürzt\w*|minus|\w*rückgang|\w*abnahme|\w*senkung|ab"
    r"|\w*einsparung(?:en)?|(?:ein)?(?:ge)?spart(?:en)?"
    r"|verkürz(?:t|te|ten|en)|(?:ab)?(?:ge)?bröckel(?:t|te|ten|n)|\w*schwund"
    r"|halbier\w*|(?:ab)?(?:ge)?sack\w*|zusammengestrichen|gestrichen|abwärts|bergab|gestutzt"
    r"|(?:ge)?schm[oi]lz(?:t|en)?|geschmolzen|vereng(?:t|te|ten)"
    r"|gedrückt\w*|ermäßigt\w*|gemindert\w*|abge(?:senkt|baut)\w*"
    r"|(?:herab|herunter|hinab|zurück)(?:ge)?(?:setzt|fahren|schraubt|stuft)\w*"
    r"|gl(?:itt|itten|eitet)|eingedampft|(?:ge)?drossel(?:t|te|ten)|nachge(?:lassen|geben)"
    r"|(?:aus)?(?:ge)?dünn\w*|herunter|(?:ab)?ge(?:rutsch|stürz)t"
    r"|(?:rutsch|stürz|krach|licht|minder)(?:t|e?te|e?ten)|purzel(?:t|te|ten)|ein(?:ge)?kracht"
    r"|zurückgenommen|beschnitten|nach unten|eingeschränkt|br(?:ach|achen|icht)"
    r"|(?:schmäler|dezimier|erodier|verkleiner|verbillig)\w*|eingebrochen|zusammengezogen"
    r"|schw(?:and|anden|indet|inden)|geschwunden|rückläufig\w*|verf(?:iel|ielen|ällt|all)"
    r"|\w*einbruch|(?:ab|preis|kurs)?sturz|(?:ab|preis|kurs)?rutsch|\w*kürzung(?:en)?|abbau"
)

NEITHER: Final = (
    r"ging(?:en)?|geht|gehen|gegangen|leg(?:t|te|ten|en)|nahm(?:en)?|nimmt|nehmen"
    r"|(?:ver)?änder\w*|entwickel\w*|wechsel\w*|brachte|verlangsam\w*|beschleunig\w*"
)
