"""French words for what goes from one figure to another."""

from __future__ import annotations

from typing import Final

from builder.language.courses import Courses, Turn

_HIGH: Final = r"maximum|pic|sommet|plus haut niveau"
_LOW: Final = r"minimum|creux|plus bas niveau"

COURSES: Final = Courses(
    rises=r"augment\w*|progress\w*|grimp\w*|mont(?:e|ent|é|ée|és|ées|ait|aient|era)|(?:ac)?cr(?:u"
    r"|ue|us|ues|û"
    r"|oît|oissent|oître)|bondi\w*|bonds?|hausses?|relev\w*|gagn\w*|rallong\w*|allong\w*|croissance"
    r"|accroissement|essor|envol\w*"
    r"|doubl(?:é|ée|és|ées|e|ent)|tripl(?:é|ée|és|ées|e|ent)|quadrupl(?:é|ée|és|ées|e|ent)"
    r"|multipliée?s?|élargi\w*|remont(?:e|ent|é|ée|és|ées)|prolongée?s?",
    falls=r"baiss\w*|diminu\w*|recul\w*|chut\w*|tomb\w*|décr(?:u|ue|oît|oissent)|rédui\w*"
    r"|réductions?"
    r"|repli\w*|fond(?:u|ue)|abaiss\w*|descend\w*|raccourci\w*|perdu\w*"
    r"|divisée?s?|comprim\w*|taillée?s?|économis\w*|rogné\w*|resserr\w*",
    neither=r"pass(?:e|ent|é|ée|és|ées|ait|aient|era|eront|er|ant|a|èrent)|va|vont|évolu\w*"
    r"|vari\w*|ralenti\w*|accélér\w*",
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
    denies=r"pas|jamais|guère|ne|n’\w+|pourrait|devrait|doit|faire|à|de",
    article="(?:soit )?une? ",
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
    amounts=r"(?:inférieur|supérieur)e?s? de|(?:manqu(?:e|ent|ait|aient|era|eront)|fait défaut"
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
    multiplies={r"\bdoubl": 2, r"\btripl": 3, r"\bquadrupl": 4, r"\bquintupl": 5, r"\bdécupl": 10},
    exceeds=r"plus|moins",
    over="contre|au lieu d(?:e |’)|face à|par rapport à|après|comparé à|, contre",
    was=(
        (
            "(?:il|elle)s? étai(?:t|ent)|il y en avait|autrefois|avant|on en comptait|hier|d’abord",
            "aujourd’hui|désormais|maintenant|puis|il y en a|on en compte",
        ),
    ),
    factors=(
        (r"doubl(?:é|ée|és|ées|e|ent|ait|aient)|divisée?s? par deux|multipliée?s? par deux", 2),
        (r"tripl(?:é|ée|és|ées|e|ent|ait|aient)|(?:divis|multipli)ée?s? par trois", 3),
        (r"quadrupl(?:é|ée|és|ées|e|ent|ait|aient)|(?:divis|multipli)ée?s? par quatre", 4),
        (r"quintupl(?:é|ée|és|ées|e|ent|ait|aient)|(?:divis|multipli)ée?s? par cinq", 5),
        (r"décupl(?:é|ée|és|ées|e|ent|ait|aient)|(?:divis|multipli)ée?s? par dix", 10),
    ),
    above="plus que",
    nearly="presque|quasiment|quasi",
)
