"""German words by which sentences claim something of figures.

What goes from one figure to another (`COURSES`), ways to compare that are told apart (`COMPARING`),
and what sentences reckon with the figures beside them (`RECKONED`).
"""

from __future__ import annotations

from typing import Final

from builder.language.claims import Comparing, Reckoned
from builder.language.courses import Courses, Turn
from builder.language.de.verbs import FALLS, NEITHER, RISES
from builder.language.lexicon import FIGURE, whole
from builder.language.ranks import Ranks

_HIGH: Final = r"höchstwert|höchststand|spitzenwert|maximum"
_LOW: Final = r"tiefstwert|tiefststand|minimum"

COURSES: Final = Courses(
    rises=RISES,
    falls=FALLS,
    neither=NEITHER,
    start="von",
    end="auf",
    by="um|von",
    then=r"um|(?:also|mithin|somit|demnach|folglich|insgesamt|und damit) um|also|plus"
    r"|minus|das sind|oder|mithin|somit|das heißt um|ein plus von"
    r"|ein minus von",
    comes_to="beträgt|betrug|macht|entspricht|entsprach|ist|war",
    nouns=r"\w*(?:anstieg|zuwachs|zugewinn|zunahme|wachstum|rückgang|abnahme|senkung|plus|minus"
    r"|steigerung|schwund|einsparung|einsparungen)",
    more="(?<!oder )mehr",
    less="(?<!oder )weniger",
    than=" als",
    of="der|des|aller|von",
    denies=r"nicht|nie|kaum|keine?[nmrs]?|zu|würde\w*|könnte\w*|soll\w*|will|wollen|statt|anstatt",
    article=r"(?:also )?eine? (?:(?!vermie|verhind|gestopp|gebrems|abgew)\w+e[rs]? )?",
    manner=r"sich|deutlich|stark|leicht|kräftig|spürbar|merklich|rasch|schnell|langsam|stetig"
    r"|weiter"
    "|wieder|erneut|sogar|nochmals?|damit|so|dann|drastisch|massiv|rapide|erheblich|etwas",
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
        Turn("statt|anstelle von|anstatt", "nur|lediglich|bloß", rises=False),
        Turn(
            "(?:sind|waren|gibt|gab) es",
            r"(?:nachts|tagsüber|tags|heute|jetzt|inzwischen|zuletzt|hier|dort|(?:im|in|am) \w+)"
            " (?:nur|lediglich|bloß)(?! noch)",
            rises=False,
        ),
        Turn(
            "lediglich|nur|bloß",
            r"(?:steh|stand)en(?=[^.;:!?]* gegenüber(?!\w))",
            rises=True,
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
    exceeds=r"mehr|weniger|höher|niedriger|größer|kleiner|länger|kürzer|schneller|langsamer|teurer"
    r"|billiger",
    over="gegenüber|gegen|nach|statt|anstelle von|im vergleich zu|vorjahr:|zuvor:|verglichen mit"
    r"|(?:zuvor|vorher|davor|früher) (?:war|waren) es|es war(?:en)? zuvor|(?:im jahr )?x{4}:",
    was=(
        (
            r"(?:die|der|das|sie|es) (?:zuvor |noch |einst |vorher )?bei|im vorjahr(?: noch)?|ein "
            r"jahr"
            r" zuvor|x{4}:?",
            "auf",
        ),
        (
            "(?:waren|gab) es|es (?:waren|gab)|früher|zuvor|einst|erst|zunächst|im vorjahr",
            "nun|jetzt|heute|dann|inzwischen|mittlerweile|jetzt sind es|nun sind es|heute sind es",
        ),
    ),
    factors=(
        (
            r"verdopp(?:el(?:t|te|ten|n|ung)|lung)|halbier(?:t|te|ten|en|ung)|aufs doppelte"
            r"|auf das doppelte",
            2,
        ),
        (r"verdreifach(?:t|te|ten|en|ung)|aufs dreifache|auf das dreifache", 3),
        (r"vervierfach(?:t|te|ten|en|ung)", 4),
        (r"verfünffach(?:t|te|ten|en|ung)", 5),
        (r"verzehnfach(?:t|te|ten|en|ung)", 10),
    ),
    idle=r"\w+(?:eln|en(?<!ten)|ung)(?!\w)"
    r"|\w+ (?:werden|sein|(?:ihre|seine|die) (?:anstrengung|bemühung))",
    above="mehr als|über",
    nearly="fast|beinahe|nahezu|knapp",
    how_much="um wie ?viele?|wie (?:viele?|stark|sehr|weit)",
    aims=r"(?:soll\w*|müss\w*|würd\w*|könn\w*|wenn|falls|damit)(?: [\w’-]+){0,5}? [\w’-]+"
    r"|zu [\w’-]+|um[\w]*zu\w+",
)


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


_FULLY: Final = (
    r"vollständig|restlos|zur gänze|ganz|komplett|voll|gänzlich|mehr als|leicht|locker|reichlich"
)

RECKONED: Final = Reckoned(
    opens=r"w[ue]rden?|wird|ist|sind|war|waren|hat|haben|hatten?|soll(?:en|te|ten)?|muss|müssen"
    r"|musste[n]?|kann|können|konnten?|will|wollen|wollten?|darf|dürfen|dass|weil|als|nachdem"
    r"|obwohl|während|da|wenn|ob|indem|bevor|die|der|das",
    closed=r"worden|w[ue]rden?|wird|sein|ist|sind|war|waren|hat|haben|hatten?|soll(?:en|te|ten)?"
    r"|muss|müssen|kann|können|konnten?",
    and_="und|oder|aber|sowie",
    limits=r"(?:plan|vorjahr|vergleichs|richt|soll|referenz|mindest)wert\w*"
    r"|(?:wirtschafts)?plan(?:es|s)?"
    r"|planung|prognose|schätzung|(?:\w*durch)?schnitts?|mittel(?:wert)?s?|vorgabe|soll"
    r"|vorjahreswert\w*"
    rf"|(?:(?<=dem )vorjahr|(?<=denen des )vorjahres|(?<=der des )vorjahres|(?<=dem )stand)"
    rf"(?= (?:von )?\(?{FIGURE})",
    caps=r"(?:haushalts|kosten|plan)?ansatz(?:es)?|ansätzen?|(?:\w*budget|etat|limit|plafond)s?"
    r"|\w*obergrenze|\w*höchst(?:grenze|wert|betrag|menge|dauer)(?:e?s)?|(?:kosten)?rahmens?"
    r"|grenzwert(?:e?s)?|höchstfrist|deckel"
    rf"|grenze(?= von {FIGURE})",
    goals=r"\w*ziel(?:wert|marke|vorgabe|größe|quote)?(?:e?s|en?)?",
    # A notice that is given is no shorter than its term.
    terms=r"(?!mindest|kündigung|schon|sperr|warte|ruhe|aufbewahr|ladung|karenz|probe|verjähr"
    r"|lager)"
    r"\w*frist(?:en)?|zeitvorgabe",
    partly=r"fast|beinahe|nahezu|teil|teilen|teilweise|teils|halb|erst|noch"
    r"|bis(?! (?:ende )?x{4}(?!\w))"
    "|künftig|bald|will|wollen|muss|müssen|kann|können",
    of="von|in höhe von|bei",
    under="unter|unterhalb",
    over="über|oberhalb",
    within="innerhalb|im rahmen",
    passed=r"über(?:schr(?:itt(?:en)?|eitet|eiten)|troffen|trifft|treffen|traf(?:en)?)|gesprengt"
    r"|sprengt(?:en)?|übersteigt|überstieg(?:en)?|übererfüll(?:t|te|ten|en)|gerissen|reiß(?:t|en)"
    r"|rissen",
    missed=r"unterschr(?:itt(?:en)?|eitet|eiten)|unterboten|verfehlt(?:en)?",
    reached="erreicht(?:en|e)?|erfüll(?:t|te|ten|en)|geschafft",
    kept=r"eingehalten|(?:hielten|hält|hielt)(?![^.;:!?]* (?:fest|bereit|für)(?!\w))|gewahrt"
    r"|ausgereicht",
    by="um",
    covers=r"deck(?:t|en|te|ten) mehr als|(?:reich|genüg)(?:t|en|te|ten)(?: aus)?"
    r"(?:, um(?=[^.;:!?]* zu decken(?!\w))|(?= für ))"
    rf"|deck(?:t|en|te|ten)(?=[^.;:!?]* (?:{_FULLY})(?!\w))|(?:{_FULLY}) gedeckt",
    meets=r"deck(?:t|en|te|ten)",
    met=r"(?:ab)?gedeckt",
    with_="mit|durch",
    turned="den|dem|diesen|für",
    refused="nicht|nie|niemals|kaum|kein|keine|keinen|weder",
    maybe=r"soll(?:en|te|ten)?|würden?|könnten?|dürften?|wären?|müssten?|wenn|falls|ob|ohne",
    thus="also um|mithin um|somit um|demnach um|folglich um|das heißt um|insgesamt um|und damit um",
    differ="differenz|unterschied|abstand|lücke|spanne|gefälle|kluft",
    between="zwischen",
    minus="minus|abzüglich",
    plus="plus|zuzüglich",
    sums="(?:summe|gesamtsumme) (?:aus|von)",
    together=r"(?:summieren|addieren) sich (?:auf|zu)",
    takes=r"gewinnt|gewann|gewinnen|verliert|verlor|verlieren|verloren",
    comes_to=r"beträgt|betrug|betragen|macht|machen|ergibt|ergeben|ist|sind|war|waren",
    parts="der|von den|von insgesamt|aller|von allen|der insgesamt"
    rf"|von(?= {FIGURE}(?! (?:[\w-]+ )?(?:auf|bis|zu|im|in)(?!\w)))",
    wholes="davon|darunter|von denen|hiervon",
    unparted="auf|von|um|bis",
    joins=r"und|oder|als|wie|statt|anstelle|sowie|in|an|auf|aus|bei|mit|nach|von|vor|zu"
    r"|gegenüber|trotz|wegen|während|unter|über|gegen|ohne|für|durch|zwischen|neben"
    r"|hinter|laut",
    same=r"gleich ?geblieben|(?:bleib|blieb)(?:t|en)? (?:\w+ )?(?:gleich|unverändert"
    r"|konstant|stabil)|unverändert|(?:konstant|stabil) geblieben|stagnier\w*",
    ever="als (?:je|jemals|zuvor|früher)",
)


RANKS: Final = Ranks(
    verbs=r"führ(?:t|en|te|ten)|lieg(?:t|en)|lag(?:en)?|bleib(?:t|en)|blieb(?:en)?|rangier\w+"
    r"|landet(?:e|en)?|schneide(?:t|n)|schnitt(?:en)?",
    with_="mit|bei",
    ahead=r"vor|besser(?: ab)? als",
    behind=r"hinter|schlechter(?: ab)? als",
    leads=r"vorsprung(?:s|es)?",
    lags=r"rückstand(?:s|es)?",
    of="von|der|des",
    over="auf|vor|gegenüber",
    above="über|oberhalb",
    below="unter|unterhalb",
    worth="von|in höhe von|als es",
    better=r"verbesser(?:t|te|ten)",
    worse=r"verschlechter(?:t|te|ten)",
    lacks=r"\w*(?:ausfall|armut|arbeitslos|abbr[ue]ch|abbrecher|krank|sterb|schuld|belast|verspät"
    r"|mangel|mängel|defizit|emission|verbrauch|verschmutz|schad|schäd|kosten)",
)
