"""French words around years."""

from __future__ import annotations

import re
from typing import Final

from builder.language.fr.beside import MONTH
from builder.language.fr.dated import TURNS
from builder.language.language import word_set
from builder.language.years.rule import TENS, Grammar, after, before, one_of, words_of
from builder.language.years.turns import FIGURE

_NAMED: Final = one_of(
    "objectif objectifs cible budget budgets élection élections scrutin référendum recensement"
    " enquête enquêtes rapport rapports bilan estimation prévision prévisions saison récolte"
    " vendange"
    " rentrée exercice campagne plan programme agenda édition loi réforme traité accord sommet"
    " conférence crise canicule inondation inondations sécheresse guerre pandémie tempête séisme"
    " grève révolution directive règlement décision arrêt jugement festival coupe championnat jeux"
    " horizon promotion session législatives municipales présidentielle régionales européennes"
    " cantonales sondage étude stratégie schéma feuille_de_route comptes données résultats chiffres"
    " bac brevet mandature décennie législature quinquennat millésime cuvée baromètre"
    " hiver printemps été automne étés hivers"
    " année années an ans semestre trimestre mois"
    " début fin mi-année milieu courant fiscale scolaire universitaire budgétaire financière"
    " présidentielles législative municipale convention statistiques barème référence période"
)
_AMOUNT: Final = one_of(
    "total somme nombre perte maximum minimum moyenne médiane hauteur largeur longueur profondeur"
    " poids capacité production population public foule flotte stock effectif effectifs personnel"
    " hausse baisse augmentation diminution réduction chute recul progression croissance déclin"
    " excédent déficit liste groupe lot majorité minorité taux vitesse prix coût tarif valeur"
    " montant limite plafond seuil quota chiffre part record pic puissance tirage audience dose"
    " taille volume distance rayon score écart gain salaire loyer recette dépense facture file"
    " quantité superficie surface altitude débit"
)
_CHANGED: Final = (
    r"(?:pass\w+|augment\w+|diminu\w+|baiss\w+|recul\w+|progress\w+|chut\w+|grimp\w+|bond\w+"
    r"|mont\w+|descend\w+|réduit\w*|réduire|rédui\w+|accr[uoî]\w*|cr(?:û\w*|u(?!\w))|croît\w*"
    r"|décr\w+"
    r"|grossi\w*|gonfl\w+|dépass\w+|excéd\w+|abaiss\w+|relev\w+|allong\w+|raccourci\w*|élargi\w*"
    r"|gagn\w+|perd\w*|hausse|baisse|rétréci\w*|rempli\w*|plus|moins)"
)
_ADJECTIVE: Final = (
    r"(?:annuel|trimestriel|mensuel|général|national|régional|mondial|municipal|fédéral|cantonal"
    r"|financier|financière|européen|européenne|climatique|définitif|définitive|provisoire|scolaire"
    r"|présidentielle|législative|olympique|social|économique|agricole|énergétique)(?:e?s|e)?"
)
_HEDGE: Final = one_of(
    "environ quelque quelques près_de plus_de moins_de au_moins au_plus presque exactement"
    " seulement à_peine jusqu'à pas_moins_de un_total_de total_de au_total les_quelque  autres"
    " contre_seulement soit ne_que que pour_seulement autour_de au-delà_de dans parmi par sur sous"
    " chez avec à_raison_de dont entre_autres et_quelque un_peu_plus_de compte comptait moyenne_de"
)
_TIME: Final = one_of(
    "en depuis avant après dès vers d'ici d'ici_à d'ici_fin fin début mi- jusqu'en à_partir_de"
    " à_compter_de entre année années l'an an exercice saison rentrée par_rapport_à comparé_à"
    " comparée_à horizon courant qu'en millésime promotion session pendant durant début_de fin_de"
    " printemps été automne hiver l'été l'hiver l'automne au_printemps trimestre semestre milieu"
    " post- avant_fin dès_début d'avant d'après en_avril l'exercice pour_l'année"
    " contrairement_à notamment"
)
_FREE: Final = one_of(
    "le la les l' un une des du de_la de_l' au aux ce cet cette ces son sa ses leur leurs notre nos"
    " votre vos et ou ni mais or donc car à dans en par pour sur sous vers avec sans chez entre"
    " avant après depuis pendant contre selon malgré dès jusqu'à lorsque quand alors comme que qu'"
    " qui dont où si ne n' pas non il elle ils elles on nous vous je se s' y est était fut sera"
    " serait soit a avait aura aurait ont avaient auront sont étaient seront furent eut peut"
    " pourrait doit devra devrait va encore déjà aussi même seulement puis ensuite environ inclus"
    " compris plus_de moins_de plusieurs chaque tout toute tous toutes aucun aucune presque près_de"
    " jusque toujours jamais notamment surtout grâce afin puisque parce tandis face bien très trop"
)
_FEW: Final = one_of(
    "deux trois six dix celui celle ceux celles ceux-ci celles-ci ceux-là celles-là"
)
_SMALL: Final = re.compile(rf"{_FREE}|{_FEW}", re.IGNORECASE)
_COUNT: Final = one_of(
    "par_mois par_an par_jour d'entre de_plus de_moins pour_cent millions milliards fois"
    " autres degrés tonne mètre kilomètre"
    " euro dollar franc watt hectare litre de_ces de_leurs de_ses des personne ou_plus cents mille"
    " heure jour mois an ans habitant place lit page mot carrés cubes kilo gramme"
)
_SINGULARS: Final = word_set(
    "plus moins dans sans sous vers très après mais puis toujours jamais pas alors depuis dès"
    " ailleurs certes mieux français procès progrès succès accès temps corps pays cours tiers prix"
    " choix heureux taux voix paix croix fois mars nous vous hors lors tandis parfois quelquefois"
    " fois vis-à-vis volontiers permis compris commis remis avis devis"
)
_VERB: Final = r"(?:a|ont|avait|avaient|est|sont|était|étaient|aura|auront|sera|seront|fut|furent)"
_DATED: Final = re.compile(
    r"(?<!\w)(?:la |le |les |l'|du |des |son |sa |ses |leurs? |notre |nos |aux? |cet? |cette |ces"
    r" |de l'|d'une |d'un |une |un )"
    rf"(?P<noun>[\w-]+)(?: (?!{_VERB} )[\w-]+){{0,4}} de $",
    re.IGNORECASE,
)
# "Expo 2025": a name, where no sentence begins.
_TITLE: Final = re.compile(r"(?:[\w,'’] (?:[A-ZÉ][a-zéèê]+|[A-Z]{2,})|(?<!\w)[A-Z]{2,}) $")
_QUANTITY: Final = re.compile(rf"{_AMOUNT}s?|{_CHANGED}", re.IGNORECASE)
_INDEFINITE: Final = re.compile(r"(?:d'une? |une? )[\w -]+ de $", re.IGNORECASE)
_EVENT: Final = re.compile(_NAMED, re.IGNORECASE)

_FROM: Final = re.compile(r"(?<!\w)de $", re.IGNORECASE)
# What runs from one amount to another, anywhere in the clause before "de 2003 à 2012".
_AMOUNTS: Final = re.compile(
    rf"(?<!\w)(?:{_CHANGED}|va|vont|allait|allaient|all(?:er|ant)|vari\w+|oscill\w+|fluctu\w+"
    rf"|coût\w+"
    r"|p[èe]s\w+|mesur\w+|compt\w+|s'étend\w*|fourchettes?|gammes?|prix|tarifs?|loyers?|valeurs?"
    r"|salaires?)(?!\w)[^.;:!?]*$",
    re.IGNORECASE,
)


def _spanned(left: str, _between: str) -> bool:
    """Return whether it is "de 2003 à 2012", with no word before that runs between amounts."""
    return bool(_FROM.search(left)) and not _AMOUNTS.search(left)


def _counted(left: str, right: str) -> bool:
    """Return whether a plural follows: French nouns have articles where they are not counted."""
    for word in words_of(right)[:2]:
        small = word.lower()
        if _SMALL.fullmatch(small):
            return False
        if re.match(r"[ld]'|qu'", small):
            return False
        if small.endswith(("s", "x", "z")) and small not in _SINGULARS:
            return True
        if small.endswith("aux") or small in ("gens", "hommes"):
            return True
    return False


# "2018 fut une bonne année, 2019 non."
_AFTER_COMMA: Final = re.compile(r"[^\W\d], $")
_NOR: Final = re.compile(r" (?:non|aussi|également|pas)(?: plus)?(?: ?[.,;:!?]|$)")


# "Repas de 2025 par tranche", "pesées de 2025", "Loi EGalim de 2018": no article, and no sentence.
_BARE: Final = re.compile(r"(?:^|[,;:–] )(?P<noun>[\w-]+)(?: [\w-]+){0,2} de $", re.IGNORECASE)
# "Comme 2016, l'année fut sèche."
_LIKE: Final = re.compile(r"(?<!\w)comme $", re.IGNORECASE)
# "Ce sont les 98 de 2004", of a figure.
_THOSE: Final = re.compile(rf"(?<!\w)(?:les?|la|aux?|des|du) {FIGURE} de $", re.IGNORECASE)
_CLOSES: Final = re.compile(r" ?(?:$|[,.;:!?…)](?! ?\d))")


def _told(left: str, right: str) -> bool:
    """Return whether it is "la canicule de 2003"."""
    dated = _DATED.search(left)
    if _TITLE.search(left) or (_AFTER_COMMA.search(left) and _NOR.match(right)):
        return True
    if (_LIKE.search(left) or _THOSE.search(left)) and _CLOSES.match(right):
        return True
    bare = _BARE.search(left) if dated is None else None
    if bare and _GOES_ON.match(right) and not any(map(_QUANTITY.fullmatch, bare.group().split())):
        return True
    if dated is None or _QUANTITY.fullmatch(dated["noun"]):
        return False
    return not _INDEFINITE.search(dated.group()) or bool(_EVENT.fullmatch(dated["noun"]))


# What is a year's with an article: "le coût de 2024 est inconnu", "le tarif 2025".
_YEARLY: Final = one_of(
    "coût coûts montant montants chiffre tarif tarifs effectif effectifs baisse hausse recul"
    " progression augmentation diminution chute recette recettes dépense dépenses déficit excédent"
    " taux valeur valeurs croissance fréquentation niveau niveaux"
)
_OF_A_YEAR: Final = re.compile(
    r"(?<!\w)(?:les? |la |l'|du |des |aux? |son |sa |ses |leurs? |notre |nos |ces? |cette )"
    rf"{_YEARLY} (?:de )?$",
    re.IGNORECASE,
)
# "Le prix de 2024 (98)", where that is a figure: "le prix de 2015" may be what is paid.
_PRICE: Final = re.compile(r"(?<!\w)(?:[Ll]es?|[Dd]u|[Aa]ux?|[Ss]on) prix (?:[a-zé]+ )?de $")
_OVER: Final = re.compile(r"(?<!\w)sur (?:la période )?$", re.IGNORECASE)
_SINCE: Final = re.compile(r"(?<!\w)depuis (?:au moins|près de|environ) $", re.IGNORECASE)
_PRICES: Final = re.compile(r"(?<!\w)aux prix de (?:l'année )?$", re.IGNORECASE)
_THOSE_OF: Final = re.compile(rf"(?<!\w)(?:aux|les|des|ses|leurs) {FIGURE}+ de $", re.IGNORECASE)
_LAW_OF: Final = re.compile(
    r"(?<!\w)(?:loi|décret|ordonnance|arrêté|règlement|décision|directive)"
    rf" (?:n[o°º]\.? ?)?(?:\d{{1,5}}|{FIGURE}+) de $",
    re.IGNORECASE,
)
_FROM_A_YEAR: Final = re.compile(r"(?:on|nous|il|elle|ils|elles) part\w* de $", re.IGNORECASE)
_GOES_ON: Final = re.compile(
    rf" ?(?:$|[.,;:!?…)»](?! ?\d))| \((?![a-zà-ÿ\d])| (?:{_FREE}|reste(?:nt)?|demeure(?:nt)?|vaut"
    rf"|valent"
    r"|(?:dépass|excèd|rejoin|retrouv|représent|augment|baiss|recul|diminu)(?:e|ent|t|ait|aient)"
    r"|attei(?:nt|gnent)|équiva(?:ut|lent)|revien(?:t|nent))(?!\w)"
    r"| (?:[ldnsjmtc]'|qu')",
    re.IGNORECASE,
)


# « nous savons que 2026 sera décisif »: of many it would say « seront ».
_THAT: Final = re.compile(r"(?<!\w)(?<!ne )que $", re.IGNORECASE)
_ONE_IS: Final = re.compile(r" (?:sera|est|soit|fut|était|serait|marque|marquera|restera)(?!\w)")


def _settled(left: str, right: str, rises: bool) -> bool:
    """Return whether it is "le coût de 2024 est", or "sur 2016-2024," which nothing counts."""
    since = _SINCE.search(left) or _FROM_A_YEAR.search(left)
    if _LAW_OF.search(left) or (_THOSE_OF.search(left) and _GOES_ON.match(right)):
        return True
    if _PRICES.search(left) or (since and _GOES_ON.match(right)):
        return True
    if _PRICE.search(left) and right.startswith(f" ({FIGURE}"):
        return True
    dated = _OF_A_YEAR.search(left) or (rises and _OVER.search(left))
    that = _THAT.search(left) and _ONE_IS.match(right)
    return bool((dated and _GOES_ON.match(right)) or that)


_ENDS: Final = re.compile(r" ?(?:$|[.,;:!?)»](?! ?\d))| (?:et|mais|ou|par)(?!\w)| \(")
# What is had, lost, paid or reached by so many: « le stock atteint 2023 », « il y en a 2023 ».
_TAKING: Final = re.compile(
    r"(?<!\w)(?:c'est|a|ont|en (?:a|ont|avait|avaient|compt\w+|reste|manque|faut)"
    r"|en (?:a|ont|avons) (?:vendu|perdu|gagné|compté|acheté|reçu)e?s?|attei\w+|coût\w+"
    r"|vau(?:t|dra|drait)|compt\w+|emploi\w+|s'él[eè]v\w+ à|se mont\w+ à|perd\w*|gagn\w*"
    r"|vend\w*|achet\w*|pos[ée]\w*|pay\w*) $"
    rf"|(?<!\w){_AMOUNT} (?:est|était|sera)(?: de)? $|(?<!\w)nombre d[e'][^.,;:!?]+: $",
    re.IGNORECASE,
)
_IN_ALL: Final = re.compile(
    r"(?:^|[.!?:;] )(?:Parmi [^.,;:!?\d]+|Au total|En tout|Sur [^.,;:!?\d]+), $|(?<!\w)seule?s $"
    r"|(?<!\w)(?:de|(?:elles|ils) (?:sont|étaient|seront)|en (?:dénombr|manqu|compt|rest)\w+) $"
    r"|(?<!\w)en (?:a|ont|avons|avez|avait|avaient) [a-zà-ÿ]+(?:é|u|i|it|is)e?s? $"
    r"|, (?:et )?(?:le|la|les) (?:plus )?\w+ $",
    re.IGNORECASE,
)
_WHOM: Final = re.compile(r", dont(?!\w)")


def _takes_amount(left: str, right: str) -> bool:
    """Return whether what stands before takes digits for how many."""
    taken = _TAKING.search(left) and _ENDS.match(right)
    return bool(_IN_ALL.search(left) or _WHOM.match(right) or taken)


GRAMMAR: Final = Grammar(
    count_before=before(
        rf"{_HEDGE}",
        rf"{_CHANGED}(?: (?!de\b|d'|ce(?:lui|lles?|ux) d)[\w'-]+){{0,3}} (?:de|d'|à)",
        rf"{_AMOUNT} (?:de|d'|à)",
        r"d'(?:environ|au moins|à peine)",
    ),
    year_before=before(
        r"face à|comparé à",
        MONTH,
        rf"{MONTH} (?:de|d')",
        rf"(?:mi-)?{MONTH}",
        _TIME,
        r"(?:depuis|avant|après|dès|vers|d'ici|en|avant) (?:environ|fin|début|la fin de|le début de"
        r"|l'année|au moins|l'an)",
        _NAMED,
        rf"(?:{_NAMED}|projections?)(?: [\w-]+)? pour",
        rf"{_NAMED} (?:de|d')",
        rf"{_NAMED} (?:du |de la |de l'|des |de |d'|en )[\w-]+",
        rf"{_NAMED} {_ADJECTIVE}",
        r"(?:cel(?:ui|le|les)|ceux)(?: de| d')",
        r"(?:^|[.;:!?,] ?)de",
        rf"(?:la|le|l'|les|du|des|aux?) ?{_NAMED} [\w-]+ (?:de )?",
        r"(?:prévue?s?|budget|prévisions?|objectifs?|cibles?|attendue?s?|ici|comptes|plan"
        r"|projetée?s?|estimée?s?|annoncée?s?|programmée?s?|planifiée?s?|visée?s?) pour",
        r"(?:à|de|fin|printemps|été|automne|hiver) (?:l'|la |le )?(?:fin|début|printemps|été"
        r"|automne|hiver|horizon|année|exercice)(?: de)?",
        r"(?:remonte|remontent|datent|date|remontant|datant) (?:à|de)",
        r"(?:fondée?s?|née?s?|créée?s?)",
        r"(?:de|des) (?:janvier|décembre)",
        r"(?:attend(?:re|ait|it|u|ra|ant))",
        r"plus que|moins que|autant que|(?-i:[Ll]'Euro|Mondial)",
        r"euros (?:constants |courants )?d(?:e|e l'année)",
    ),
    quarter=re.compile(
        r"(?<![\w.,])(?:[TQS][1-4]|(?:1er|[1-4]e|[1-4]ème) (?:trimestre|semestre)(?: de)?) $", re.I
    ),
    count_after=after(_COUNT),
    year_after=after("apr\\.? J", "inclus"),
    years_after=after("inclus"),
    free_after=after(rf"{_FREE}", r"[ldnsjmtc]'", r"qu'"),
    begins=after(
        r"(?:a|fut|est|était|sera|aura|avait|restera|reste|marque|marqua|devrait|verra|vit|promet"
        r"|pourrait|(?:ressemble|dépasse|égale|diffère)(?: (?:à|de))?(?= [12]\d{3})|compte"
        r"|compta|connut|connaît|donna|donne|enregistra|enregistre|s'annonce"
        r"|s'est|n'a|n'est|n'aura)"
    ),
    joint=re.compile(
        r",? (?:et|ou|à|au|puis|jusqu'en|et en|ou en|contre|et de) |, | [–-] |[–/]| ?& ?"
    ),
    leads=re.compile(r" (?:à|jusqu'en) |[–/]| [–-] "),
    counted=_counted,
    decade=re.compile(rf"(?<=(?<!\w)années ){TENS}(?![\w.,]\w|\w| ?%)", re.IGNORECASE),
    told=_told,
    amounts=_takes_amount,
    settled=_settled,
    spanned=_spanned,
    turns=TURNS,
    likened=before(r"que|comme|contre"),
)
