"""French words of more and less, of goals, and of shares without a number."""

from __future__ import annotations

from typing import Final

from builder.language.fr.verbs import FALLS, RISES
from builder.language.leading import Graded, Leading
from builder.language.sides import Sides

_IS: Final = r"(?:est|sont|était|étaient|arrive|arrivent|vient|viennent|reste|restent|figurent?)"
_THAN: Final = r"(?=[^.;:!?]* qu(?:e |’))"
_FAR: Final = r"(?: (?:largement|nettement|encore|loin|juste))?"

SIDES: Final = Sides(
    gives=r"il y (?:a|avait|a eu)|on (?:compte|comptait|a)|nous avons",
    hardly=r"presque plus de|presque plus d’|presque aucune?|à peine quelques",
    nowise=r"pas|nullement|en rien",
    denied=r"pas|nullement|jamais|guère",
    higher=r"davantage"
    r"|plus (?:élevée?s?|haute?s?|souvent|fréquemment|volontiers|fréquente?s?)|supérieure?s?"
    rf"|plus d(?:e|’){_THAN}",
    lower=r"plus (?:bas(?:ses?)?|faibles?|rarement|rares?)|moins (?:élevée?s?|haute?s?"
    r"|souvent|fréquemment|volontiers|fréquente?s?)|inférieure?s?"
    rf"|moins d(?:e|’){_THAN}",
    dearer=r"plus (?:ch(?:er|ère)s?|coûteu(?:x|ses?))",
    cheaper=r"moins (?:ch(?:er|ère)s?|coûteu(?:x|ses?))|meilleur marché",
    longer=r"plus (?:longue?s?|lente?s?|longtemps)",
    shorter=r"plus (?:courte?s?|rapides?)|moins (?:longue?s?|longtemps)",
    spans=r"(?:seconde|minute|heure|jour|semaine|année|an)s?|mois|min|h|s",
    costliest=r"plus (?:ch(?:er|ère)s?|coûteu(?:x|ses?))",
    cheapest=r"(?:le |la |les )?moins (?:ch(?:er|ère)s?|coûteu(?:x|ses?))",
    slowest=r"plus (?:longue?s?|lente?s?)",
    quickest=r"plus (?:courte?s?|rapides?)",
    oftener=r"plus (?:souvent|fréquemment|fréquente?s?)",
    rarer=r"moins (?:souvent|fréquemment|fréquente?s?)|plus (?:rarement|rares?)",
    ever=r"toujours|de (?:plus|moins) en",
    tops=r"(?:dépass|excèd|surpass)(?:e|ent|ait|aient)|excédait|(?:a|ont|avait|avaient)"
    r" (?:dépassé|excédé|surpassé)",
    covers=r"couvr(?:e|ent|ait|aient|it)|(?:a|ont) couvert",
    covered=r"(?:est|sont|était|étaient|été) (?:(?:entièrement|pleinement|largement) )?couverte?s?",
    trails=r"(?:rest|demeur)(?:e|ent|ait|aient) (?:en deçà|au-dessous) d(?:e|u|es|’)",
    ahead=rf"mène|mènent|menait|devanc(?:e|ent|ait)|domin(?:e|ent|ait)|l’emport(?:e|ent)(?: sur)?"
    rf"|{_IS}{_FAR} (?:en tête|devant|au premier rang|premi(?:er|ère)s?)|fait mieux(?: que)?",
    behind=rf"lanterne rouge|{_IS}{_FAR} (?:en queue|derrière|derni(?:er|ère)s?|à la traîne)"
    r"|ferm(?:e|ent) la marche|fait moins bien(?: que)?",
    much="plus de|plus d’",
    little="moins de|moins d’",
    becomes=r"est|sont|était|étaient|devien(?:t|nent)|est devenue?|sont devenue?s|se (?:fait|font)",
    become="(?!)",
    times="temps",
    money="argent",
    than="que|à|qu’",
    earlier=r"avant|auparavant|l’an dernier|l’année précédente|un an plus tôt",
    so_few=r"jamais[^,;:.]{0,40} (?:aussi|si) (?:peu|bas(?:se)?)",
    so_many=r"jamais[^,;:.]{0,40} (?:autant|aussi haute?)",
    norms="(?!)",
    over=r"au-dessus|au-delà",
    under=r"(?:en |au-)dessous|en deçà|sous",
    reached=r"atteinte?s?|remplie?s?|tenue?s?|dépassée?s?",
    missed=r"manquée?s?|ratée?s?|pas (?:encore )?(?:été )?(?:atteinte?s?|remplie?s?|tenue?s?)",
    wanted=r"(?:part|taux|couverture|ponctualité|proportion)s?",
    unwanted=r"non|sans|pas|in(?!dustri|stitu|téri|vesti|scri|térêt|dic|format|tern|téress)\w{5,}"
    r"|manqu\w*|vides?|pertes?|chômage|pauvreté|absen\w*|mortalité|échec\w*"
    r"|émission\w*|charbon|accident\w*|abandon\w*|coûts?|dettes?|retards?|déchets?|fermée?s?"
    r"|exposée?s?",
    partly=r"avant|jadis|autrefois|un jour|pour|jusqu’\w+"
    r"|peut|peuvent|être|comment|en partie|partiellement|moitié|presque|quasi\w*|bientôt"
    r"|quand|si|où|qui|seule?s?|seulement",
    upward="plus",
    downward="moins",
    at="à|en|au",
    most_of=r"(?:presque|quasiment) (?:tous|toutes|tout|toute|la totalité)|la quasi-totalité",
    majority=r"(?:la|une) (?:(?:grande|large|courte|forte|nette) )?majorité|la plupart",
    minority=r"une (?:(?:petite|faible) )?minorité",
    at_least="plus|au moins|bien plus|plus de|plus d|au-delà",
    at_most="moins|moins de|moins d|au plus|à peine|pas même|même pas|pas",
    articles="de|du|des|la|le|les|un|une|d",
    generic=r"celles?|ceux|celui|part|parts|taux|nombre|proportion|pourcentage",
    links="de|du|des|d’|à|au|aux|en|pour|par|avec|sans",
    since=r"depuis|après|dès|avant|jusqu’\w+|contre",
    rests=r"reste|restante?s?|autres?|siècle|finale",
)


LEADING: Final = Leading(
    top=r"(?:le |la |les )?plus (?:grand nombre|grande part|forte part) (?:de|d’)|le plus(?: de"
    r"| d’|$)"
    r"|(?:le|la|les) plus (?:grande?s?|élevée?s?|haute?s?|abondante?s?|nombreu(?:x|ses?)"
    r"|importante?s?|forte?s?)",
    bottom=r"le moins(?: de| d’|$)|(?:le|la|les) moins (?:grande?s?|élevée?s?|nombreu(?:x|ses?))"
    r"|(?:le|la|les) plus (?:petite?s?|bas(?:se)?s?|faibles?)",
    first=rf"domin(?:e|ent|ait)|mèn(?:e|ent)(?! à)|{_IS}{_FAR} (?:en tête|au premier rang"
    rf"|premi(?:er|ère)s?"
    r"|numéro un)|(?:caracol|vienn?|pren)\w* (?:en|la) tête|tient la tête",
    last=rf"lanterne rouge|ferm(?:e|ent) la marche|{_IS}{_FAR} (?:en queue|derni(?:er|ère)s?"
    rf"|au dernier rang)",
    chief=r"premi(?:er|ère)s?|princip(?:al|ale|aux|ales)|plus (?:grand|gros|important)e?s?",
    roles=r"(?:cliente?|marché|achet(?:eur|euse)|fournisseur|débouché|destination|partenaire|source"
    r"|product(?:eur|rice)|consommat(?:eur|rice)|importat(?:eur|rice)|exportat(?:eur|rice)"
    r"|employeur|poste"
    r"|cause|payeur|donateur)s?",
    main="(?!)",
    overtakes=r"pass(?:e|ent|ait) devant|prend(?: le pas| l’avantage)? sur|prend le dessus sur"
    r"|dépass(?:e|ent)"
    r"|coiff(?:e|ent)",
    has=r"compt(?:e|ent|ait)|possèd(?:e|ent)|abrit(?:e|ent)|reçoi(?:t|vent)|offr(?:e|ent)"
    r"|rest(?:e|ent)|sont|était"
    r"|étaient|trouv(?:e|ent)|avec|encore|toujours|largement|nettement|loin|c’est|dans|chez|pour"
    r"|notre|leur|celui"
    r"|celle|nombre|part|district|région|commune|pays|canton|ville|très|enregistr(?:e|ent)"
    r"|achèt(?:e|ent)|vend(?:ent)?"
    r"|fourni(?:t|ssent)|partie|quartier|mois|année|fait|fais(?:ait|aient)|représent(?:e|ent)"
    r"|utilis(?:e|ent|ée?s?)|viv(?:ent)?|habit(?:e|ent)"
    r"|atteinte?|tir(?:e|ent)",
    plenty=r"abond(?:e|ent|ait|aient)|abondante?s?",
    scarce=r"se (?:fai|fon)(?:t|sait) rares?|rares?",
    steady=r"années?|chaque|constamment|régulièrement|continu(?:e|ent)|depuis|toujours|mois",
    graded=(
        Graded(
            "chaud|torride",
            "froid|frais|fraîch",
            r"température|degrés?(?!\w)|°|chaleur|chaud",
            "gel|froid|isol|chauffage|sous ",
        ),
        Graded(
            "humid|arros|mouill|pluvieu",
            "sec|sèch",
            "pluie|précipitation|humid|pluvio|eau du sol",
            "sec|sèch|sans",
        ),
        Graded(
            "cher|chèr|coûteu|onéreu",
            "économique|abordable",
            r"coûts?(?!\w)|prix|dépense|loyer|tarif|redevance|(?:eur|euros?|francs?|chf"
            r"|€) (?:par|le|la) ",
            "recette|vente|revenu|subvention|économi|couver",
        ),
        Graded("rapide", "lent", "km/h|vitesse|par (?:heure|minute)"),
        Graded(
            "long|lent",
            "court|bref|brèv|rapide",
            r"minutes?|heures?|secondes?|durée|attente|(?<!\w)(?:min|jours?|semaines?|mois)(?!\w)",
            "ouver|par (?:heure|jour|minute)|âge|gagn|sans",
        ),
        Graded(
            "loin|éloign|lointain|long",
            "proch|près|court",
            r"kilom|(?<!\w)(?:km|m)(?!\w)|distance|longueur",
            "par ",
        ),
        Graded(
            "âg|vieu|vieil|ancien", "jeune|récent", r"(?<!\w)(?:âge|âges|ans)(?!\w)", "construct"
        ),
        Graded("lourd", "léger|légèr", r"poids|(?<!\w)(?:kg|g|t)(?!\w)|tonne|gramme", "par "),
        Graded("bruyan", "calme|silencieu|tranquille", r"bruit|décibel|(?<!\w)db(?!\w)|sonore"),
        Graded("dense", "clairsem", "densité|par (?:km|hectare)"),
        Graded("fréquen|souvent|répandu", "rare", ""),
    ),
    most=r"(?:le |la |les )plus (?:{})\w{0,4}",
    least=r"(?:le |la |les )moins (?:{})\w{0,4}",
    more=r"plus (?:[^\W\d_]+ )?(?:{})\w{0,4}",
    less=r"moins (?:[^\W\d_]+ )?(?:{})\w{0,4}",
    other=r"(?:le|la|les) plus (?!de |d’|que |qu’|tard|tôt|bel|beau|importan|intéress|connu"
    r"|célèbre|joli"
    r"|souvent|grand|élevé|haut|abondan|nombreu|fort|petit|bas|faible|gros|longtemps|à |en "
    r"|jeune)[^\W\d_]{3,}",
    adverbs="(?!)",
    peaks=r"(?:le |son |leur )?(?:pic|sommet|apogée|maximum)|culmin(?:e|ent|ait)",
    troughs=r"(?:le |son |leur )?(?:creux|minimum|plancher)",
    earliest=r"en premi(?:er|ère)s?|le plus tôt",
    latest=r"en derni(?:er|ère)s?|le plus tard",
    begins=r"commenc(?:e|ent|era|eront)|début(?:e|ent|era)|démarr(?:e|ent|era)",
    ends=r"fini(?:t|ssent|ra)|s’achèv(?:e|ent)|se termin(?:e|ent)|ferm(?:e|ent)",
    lasts=r"durée|dur(?:e|ent|era)",
    amid=r"une? des|l’une? des|parmi|font? partie|fait partie|deuxième|second|seconde|troisième"
    r"|après"
    r"|derrière|presque|sauf|hormis|seule?s?|seulement|même|aussi|nouve\w+|la nuit|l’hiver|l’été",
    moved=rf"{RISES}|{FALLS}|gagn(?:e|ent|é)|perd(?:ent|u)?|vari(?:e|ent)|souffr\w*"
    r"|profit\w*|manqu\w*|amélior\w*|dégrad\w*|diffèr\w*|économis\w*|disparai\w*|surpren\w*",
    within=r"à|au|aux|en|dans|sur|sous|par|avec|sans|pour|chez|entre|depuis|contre|vers|de|du"
    r"|des|d’"
    r"|pendant|selon|hors",
    laws=(
        ("plus|moins", "(?:et )?(?:plus|moins)"),
        ("là où|où|quand", "(?:il |c’)?(?:fait|est|sont|reste|devient)"),
    ),
    under="dans|en|par",
    heaps=r"se multipli(?:e|ent)|s’accumul(?:e|ent)|augment(?:e|ent)|sont plus (?:fréquente?s"
    r"|nombreu(?:x|ses))",
    journey=(r"d(?:e la|e l’|es|e|u|’)", r"(?:jusqu’)?(?:aux?|à la|à l’|à)"),
    since=r"depuis|dès|à partir de",
    past=r"a|ont|avai(?:t|ent)|été|fut|furent|étai(?:t|ent)|au total|ensemble",
    follow=True,
    lesser=r"petit|bas(?:se)?s?(?!\w)|faible|rare|peu(?!\w)",
    greater="grand|haut|nombreu|élevé|fort|gros",
)
