"""French words by which sentences claim something of figures.

What goes from one figure to another (`COURSES`), ways to compare that are told apart (`COMPARING`),
and what sentences reckon with the figures beside them (`RECKONED`).
"""

from __future__ import annotations

from typing import Final

from builder.language.claims import Comparing, Reckoned
from builder.language.courses import Courses, Turn
from builder.language.fr.verbs import FALLS, NEITHER, RISES
from builder.language.lexicon import FIGURE, whole
from builder.language.ranks import Ranks

_HIGH: Final = r"maximum|pic|sommet|plus haut niveau"
_LOW: Final = r"minimum|creux|plus bas niveau"
_UN: Final = (  # what denies: "inoccupé", not "industrie"
    r"in(?!dustri|stitu|téri|vesti|scri|térêt|dic|format|tern|téress|frastr|géni|flu|novat|divid"
    r"|cend)"
    r"\w{5,}"
)

COURSES: Final = Courses(
    rises=RISES,
    falls=FALLS,
    neither=NEITHER,
    start="de|d’",
    end="à",
    by="de|d’",
    then=r"soit|soit de|donc de|donc|c’est-à-dire|soit une hausse de|soit une baisse de",
    comes_to=r"est de|est d’|était de|fut de|atteint|atteignait|représente|s’élève à",
    nouns=r"hausse|progression|augmentation|croissance|baisse|recul|diminution|chute|réduction",
    more="(?<!ou )(?:de|en) plus|supplémentaires?",
    less="(?<!ou )(?:de|en) moins",
    than=r" qu’\w+| que",
    of="du|des|de(?! plus| moins)",
    denies=r"pas|jamais|guère|ne|n’\w+|pourrait|devrait|doit|faire|(?:à|de)(?= ?$)",
    article="(?:soit )?une? ",
    manner=r"\w+ment|encore|peu à peu|petit à petit|de nouveau|à nouveau|un peu|beaucoup|du terrain"
    "|ainsi|donc|alors|aussi",
    also=(
        ("au lieu de|au lieu d’|plutôt que", "ils sont|elles sont|il y en a|ce sont|on en compte"),
        ("contre", "ils sont|elles sont|il y en a|on en compte"),
        ("", "sont devenus|sont devenues|deviennent"),
    ),
    back="au lieu de|au lieu d’|contre",
    turns=(
        Turn(
            "après|autrefois|étaient|il y en avait|on en comptait",
            "(?:ne|n’en) (?:sont|reste|restent|compte) (?:plus )?que|maintenant plus que",
            rises=False,
        ),
        Turn(_HIGH, _LOW, rises=False),
        Turn(_LOW, _HIGH, rises=True),
    ),
    amounts=r"en (?:nette |forte |légère )?(?:hausse|baisse|recul|repli|progression"
    r"|augmentation) (?:de|d’)"
    r"|(?:cèd(?:e|ent)|cédé|abandonn(?:e|ent))|(?:inférieur|supérieur)e?s? de|(?:manqu(?:e|ent"
    r"|ait|aient|era|eront)|fait défaut"
    r"|font défaut)(?: (?:donc|encore|toujours|ainsi|alors))?"
    r"|(?:augment|progress|grimp|mont|bondi|baiss|diminu|recul|chut|dépass|rédui|excèd)\w*"
    r"(?: (?:donc|encore|ainsi))? (?:de|d’)|(?:perdu?|perd|perdent|gagn(?:e|é|ent))"
    r"|(?:un|une|le|la|son|sa|l’|cette|ce) ?(?:hausse|baisse|augmentation|diminution|recul|perte"
    r"|gain|excédent|retard"
    r"|avance|réduction|économie|déficit|manque|surplus) (?:de|d’)",
    besides=r"de (?:plus|moins|trop)|en (?:plus|moins|trop)",
    wants=r"dépassements?|surcoûts?|économies?|pertes?|hausses?|baisses?|augmentations?"
    r"|diminutions?|reculs?|manque|pénurie|retards?|réductions?",
    ranges=(
        (
            r"(?:coût\w+|dur\w+|vari\w+|oscill\w+|situ\w+|compris\w*|prend|prennent|pai\w+) entre",
            "et",
        ),
        (r"(?:vari(?:e|ent|ait|aient|era|eront|ant)|allant|oscill\w+|échelonn\w+) de", "à"),
    ),
    span=("de|d’", "à"),
    between=("entre", "et"),
    unranged=r"ram[eè]n|pass(?:er|age|é)|transit|transf|chang|modifi|limit|rabot|rabaiss"
    r"|resserr|serrer|compress|comprim|contract|rétréc|amput|divis|convert|bascul|déplac|revoir"
    r"|revu|révis|corrig|ajust|adapt|rempla|coupe|couper|ralent|gliss|rétrograd|plong|dégring"
    r"|décro|effondr|flanch|c[èé]d|perd|retomb|concentr|abrég|écourt|rapproch|allég|affaibl"
    r"|atténu|amorti|saut(?:e|é)|écart|rapport|ratio|vote|score|victoire|majorité|batt|emport"
    r"|proportion|différ|horaire|heure|h(?!\w)|ouvert(?!ure)|ouvr(?:e|i)|ferm(?:é|et)|compar"
    r"|préf|oppos|not(?:e|é)|choi|hésit|arbitr|moyenne|médiane|équilibr|partag|répart|lien(?!\w)"
    r"|contraste|altern|frontière|invers|amélior|dégrad|régress|milieu|mi-chemin|seuil|plafon"
    r"|fusion|regroup|supprim|dépens|renon|ajout|join|chemin|route|train|voyage|distance"
    r"",
    counts_down="avant|plus tôt|auparavant|d’avance",
    multiple=r"[^\W\d_]+(?:[ -][^\W\d_]+)? fois (?:plus|moins|autant|aussi|(?:sup|inf)érieure?s?"
    r"|cel(?:ui|les?)|ceux|l[ae]s? (?:moyenne|médiane|norme|prix|niveau|total|seuil|tarif|surface"
    r"|nombre))|(?:le|du|au) (?:double|\w+ple) ",
    exceeds=r"plus|moins",
    over="contre|au lieu d(?:e |’)|face à|par rapport à|après|comparé à|, contre",
    was=(
        (
            "(?:il|elle)s? étai(?:t|ent)|il y en avait|autrefois|avant|on en comptait|hier|d’abord",
            "aujourd’hui|désormais|maintenant|puis|il y en a|on en compte",
        ),
    ),
    factors=(
        (
            r"doubl(?:é|ée|és|ées|e|ent|ait|aient|ement)|divisée?s? par deux"
            r"|multipliée?s? par deux",
            2,
        ),
        (r"tripl(?:é|ée|és|ées|e|ent|ait|aient|ement)|(?:divis|multipli)ée?s? par trois", 3),
        (r"quadrupl(?:é|ée|és|ées|e|ent|ait|aient|ement)|(?:divis|multipli)ée?s? par quatre", 4),
        (r"quintupl(?:é|ée|és|ées|e|ent|ait|aient|ement)|(?:divis|multipli)ée?s? par cinq", 5),
        (r"décupl(?:é|ée|és|ées|e|ent|ait|aient|ement)|(?:divis|multipli)ée?s? par dix", 10),
    ),
    idle=r"(?!(?:a|ont|avai(?:t|ent)|est|sont) |\w+(?:a|èrent|ait|aient)(?!\w))",
    above="plus que",
    nearly="presque|quasiment|quasi",
    how_much="de combien|combien|à quel point",
    aims=r"(?:pour|faut|doi\w+|devr\w+|pourr\w+|si|veu\w+"
    r"|afin)(?: [\w’-]+){0,4}? [\w’-]+|[\w’-]+er",
)


COMPARING: Final = Comparing(
    laws=whole(
        r"(?:plus|moins) (?!d[e’])[^.!?,]*, (?:plus|moins)(?: [\w’-]+)?",
        r"d’autant (?:plus|moins) (?!que)[\w’]+ (?:que|qu’\w+)",
    ),
    equalled=whole(r"égale(?:nt)?|égalait|(?:est|sont) éga(?:l|le|ux|les) à|vaut|valent"),
    bounded=whole(
        r"n’excèd\w+ (?:pas|jamais)|ne dépass\w+ (?:pas|jamais)|dépass\w+ (?:pas|jamais)",
    ),
    inexact=whole(
        r"(?:erreurs?|incertitudes?|écarts?|différences?|tolérances?|imprécisions?)",
        r"marges? d’erreur",
    ),
    alike=whole(
        r"(?:est|sont|était|étaient|reste|restent) (?:le même|la même|les mêmes|identiques?"
        r"|éga(?:l|le|ux|les))"
        rf"(?=[,.;:!?)]| [;:!?]|$| (?:dans|en|pour|chez|partout|ici|et)(?!\w)| \(?{FIGURE})",
    ),
    main=whole(
        r"la part du lion",
        r"(?:le |la |les |l’)?princip(?:al|ale|aux|ales) (?:payeur|source|acheteur|fournisseur"
        r"|cause|client"
        r"|consommateur|investisseur|donateur|producteur|exportateur|importateur|financeur"
        r"|contributeur)s?",
        r"(?:sources?|causes?) principales?",
    ),
    small=whole(
        r"(?:écart|différence)s?(?: entre (?:[\w’-]+ ){1,5}?)?(?: |(?<= ))(?:est|sont"
        r"|reste) (?:faible|minime"
        r"|négligeable|petit|mince)\w*",
    ),
    passed=whole(
        rf"(?:objectif|cible)s?(?: d(?:e |’){FIGURE})? (?:est|sont|était|a été|ont été)(?: \w+)?"
        r" (?:dépassé|franchi|surpassé)e?s?",
    ),
    reached=whole(
        rf"(?:objectif|cible)s?(?: d(?:e |’){FIGURE})?(?: (?:est|sont|était|a été"
        rf"|ont été)(?: \w+)?)?"
        r" (?:atteint|rempli)e?s?",
        r"(?:presque |quasiment )?attei(?:nt|gnent) (?:son|leur|sa) (?:objectif|cible)",
    ),
    nearly=whole("presque", "quasiment", "quasi"),
    of="sur|de",
    folded=whole(r"(?:le |du |au )?(?:double|triple|quadruple|quintuple|décuple)"),
    times="fois",
    more=whole("plus de", "plus du", "au moins", "plus que le", "bien plus de"),
    about=whole("environ", "à peu près", "autour de", "quelque"),
    less=whole("moins de", "moins du", "au plus", "jusqu’à", "pas"),
    most=whole(
        r"(?:le|la|les) plus(?: (?:grande?s?|élevée?s?|hauts?|nombreu\w+)|(?=[,.;:!?)]|$| d[e’]))"
    ),
    least=whole("(?:le|la|les) (?:moins|plus (?:petite?s?|bas(?:se)?s?|faibles?))"),
    negated=whole(r"non(?:-\w+)?", "sans", "pas", _UN, r"manqu\w*", r"vides?", r"pertes?"),
    major="part du lion",
    given=r"pour|ou|que ce soit|dès|à partir|jusqu’\w+",
    earlier="après|auparavant|l’an dernier|avant",
    beaten="surpassée?s?",
    either="à|ou",
    lasting=" (?:de |d’)?(?:siècle|décennie|an|année|mois|journée|jour|heure|vie)",
)


RECKONED: Final = Reckoned(
    opens="(?!)",
    closed="(?!)",
    and_="et",
    limits=r"plan|prévisions?|estimations?|moyenne|médiane|norme|niveau de l’an dernier",
    caps=r"budget|plafond|limite|crédits?|enveloppe|maximum|seuil|dotation",
    goals="objectifs?|cibles?",
    terms="délai",
    partly="presque|quasi|quasiment|partiellement|partie|moitié|encore|bientôt|veut|veulent|va|vont"
    "|peut|peuvent|doit|(?<!fixé )(?<!fixée )à|pour",
    of="de|d’|à|fixée? à|fixés à",
    under=r"sous|en dessous|au-dessous|en deçà|inférieure?s?",
    over=r"au-dessus|au-delà|supérieure?s?",
    within=r"dans",
    passed=r"dépass\w+|excéd\w+|franchi\w*|crev\w+|outrepass\w+",
    missed=r"manqué\w*|sous-consommé\w*",
    reached=r"atteint\w*",
    kept=r"respecté\w*|tenue?s?|observé\w*",
    by=r"(?:dépass|excéd|inférieur|supérieur)\w*(?: [\w’-]+)? (?:de|d’)",
    covers=r"couvr\w+(?= (?:pas )?(?:l[ea]s?|son|ses|leurs?) (?:coûts?|charges|frais|dépenses"
    r"|besoins)(?!\w))"
    r"|couvr\w+(?=[^.;:!?]* (?:entièrement|intégralement|totalement|en totalité|largement"
    r"|amplement|plus que)(?!\w))|suffi(?:t|sent|sait|saient) (?:à|pour)"
    r"|couvr\w+(?= (?:tout|toute|l’intégralité|la totalité)(?!\w))"
    r"|(?:entièrement|intégralement|totalement) couvert\w*",
    meets="couvr(?:e|ent|ait|aient|it)",
    met="(?:est|sont|était|étaient) couverte?s?",
    with_="avec|par",
    turned="pour",
    refused=r"pas|jamais|guère|ne|n’\w+|sans|aucune?|ni",
    maybe=r"si|s’\w+|doit|doivent|devrai\w+|pourrai\w+|serai\w*t|aurai\w*t|peut-être",
    thus=r"soit de|c’est-à-dire de|donc de|soit une (?:hausse|baisse) de",
    differ="différence|écart",
    between="entre",
    minus="moins",
    plus="plus",
    sums="(?:somme|total) de",
    together=r"totalis(?:e|ent|ait|aient)|cumul(?:e|ent|ait|aient)|(?:font|représentent"
    r"|atteignent|donnent|forment) (?:ensemble|au total|en tout)",
    takes=r"gagn(?:e|ent|é|ait|aient)|perd(?:|ent|u|ait)|cèd(?:e|ent)|cédé|abandonn(?:e|ent)",
    comes_to=r"est de|était de|fait|font|égale|égalent|donne|donnent|s’élève à|atteint|est|sont",
    parts="des|sur les|sur|sur un total de|de ses|de ces",
    wholes="dont|parmi (?:lesquels|lesquelles|eux|elles)|y compris",
    unparted="à|de|entre",
    joins="au|à|et|ou|lieu|près|loin|contre|par|pour|avec|sans|hors|autour",
    same=r"inchangée?s?|(?:rest\w+|demeur\w+) (?:\w+ )?(?:stables?|identiques?"
    r"|constante?s?|les mêmes|la même|le même)|stagn\w*|stables?",
    ever="que jamais|qu’avant|qu’auparavant",
)


RANKS: Final = Ranks(
    verbs="mène|mènent|menait|vient|viennent|figure|l’emporte|l’emportent|est|sont|était|étaient"
    "|arrive|arrivent|arrivait|se classe|se classent"
    "|se place|se situe|reste|restent|fait|font",
    with_="avec|à",
    ahead="devant|mieux que|(?<=l’emporte )sur|(?<=l’emportent )sur",
    behind="derrière|moins bien que",
    leads="avance",
    lags="retard",
    of="de|d’",
    over="sur",
    above="au-dessus d(?:e|u|es|’)|au-delà d(?:e|u|es|’)|supérieure?s? (?:à|aux?)",
    below="sous|(?:en |au-)dessous d(?:e|u|es|’)|en deçà d(?:e|u|es|’)|inférieure?s? (?:à|aux?)",
    worth="de|d’",
    better=r"amélior(?:e|ent|ait|ée?s?)",
    worse=r"(?:dégrad|détérior)(?:e|ent|ait|ée?s?)",
    lacks=r"pauvre|chôm|absen|abandon|décrocha|morta|dett|retard|panne|déficit|émission|consomm"
    r"|pollu|vacan|charge|coût",
)
