"""French ways to say how a match ended, what archives and offices number, and what one dials.

Beside them places that stand in the singular: after "le quai" no digits count, but where a plural
follows ("par le quai 12 camions passent").
"""

from __future__ import annotations

import re
from typing import Final

from builder.language.designations import NUMBER
from builder.language.fr.beside import MONTH
from builder.language.fr.designations import COUNTED, PLURAL
from builder.language.language import word_list
from builder.language.lexicon import ENDED
from builder.language.years.rule import UNIT_AFTER, one_of

_SCORE: Final = r"\d{1,3} ?[-–:] ?\d{1,3}"
_WON: Final = (
    r"(?:(?:gagn|emport|impos|inclin|batt|domin|défai|accroch|écras|qualifi|perd|défait"
    r"|vain[cq]|triomph)\w*|m(?:è|e)n(?:e|ent|ait|aient|é|és|ée|ées|ant)|bat|victoires?|défaites?"
    r"|succès|revers|nul)"
)
_PLAYED: Final = (
    r"(?:face|contre|à|au|aux|devant|chez|en|après|dans|hier|ce|et|grâce|samedi|dimanche|vendredi"
    r"|mercredi|pour|sur)"
)
_PLAYING: Final = (
    r"(?:[Nn]ationale?|[Ff]édérale|[Dd]ivision|[Rr]égionale?|[Dd]épartementale?|Pro|[Éé]quipe|Top"
    r"|Excellence|Honneur|[Pp]oule)"
)
_DIALLED: Final = r"(?:\d{2,4}|\d\d \d\d)(?![\d.,]\d| \d)"
_CALL: Final = (
    r"(?:appel|compos|alert|contact|joi[gn]|joind|prév[ei]n|téléphon|sign[ae]l|standard|numéro)\w*"
)

CALLED: Final = (
    # « les numéros d’urgence 15, 17 et 112 ».
    re.compile(
        r"(?<!\w)[Nn]uméros (?:d'urgence|d'appel|de téléphone|verts|de secours) "
        r"(?P<named>\d{2,4}(?:(?:, | et | ou )\d{2,4})*)(?![\w%‰]|[.,:/]\d| ?[%‰°€$£]| \d)"
    ),
    # "sur le score de 3 à 1", "battu 27-24", "l'emporte 2-0 face à".
    re.compile(
        r"(?<!\w)[Ss]cores?(?: final| est| était| fleuve| serré| de parité)?(?: de| :)?"
        rf" (?P<named>{_SCORE}|\d{{1,3}} (?:à|contre) \d{{1,3}})(?=(?:{ENDED}| {_PLAYED}(?!\w)))"
    ),
    re.compile(
        rf"(?<!\w){_WON}(?: (?!de )[\w'-]+){{0,3}} \(?(?P<named>{_SCORE})"
        rf"(?=(?:{ENDED}| {_PLAYED}(?!\w)))",
        re.IGNORECASE,
    ),
    re.compile(
        rf"(?<!\w){_PLAYING} (?P<named>[1-9]|1\d)"
        rf"(?={ENDED}| (?:féminine?|masculine?|est|a|recrute|reprend|de|du|et|pour|dès|en|au)"
        rf"(?!\w))"
    ),
    # "le 4 × 100 m est couru", "le 3000 m steeple": no article stands before a length.
    re.compile(
        r"(?<!\w)(?:[Ll]e|[Dd]u|[Aa]u|[Rr]elais) (?P<named>(?:4 ?[×x] ?)?(?:\d{2,4}|10 000))"
        r"(?= ?m(?:ètres)?(?:$|[.,;:!?)]| (?:haies|steeple|nage|brasse|papillon|dos|plat|libre"
        r"|messieurs|dames|est|a|féminin|masculin|hommes|femmes|en|et)(?!\w)))"
    ),
    # "le 2e REP", "la 13e DBLE", but "le 3e PIB".
    re.compile(r"(?<!\w)(?P<named>\d{1,3}(?:e|er|ème))(?= (?!PIB|IDH|CO)[A-Z]{2,6}(?!\w))"),
    # "le fonds 12 J", "la cote 3 E 24/117", "le registre GG 42", "le microfilm 2 Mi 318".
    re.compile(
        r"(?<!\w)(?:[Ff]onds|[Cc]otes?|[Ss]éries?|[Ss]ous-séries?|[Rr]egistres?|[Ll]iasses?"
        r"|[Mm]icrofilms?|[Cc]artons?|[Dd]ossiers?|[Aa]rticles?|[Pp]ièces?|AD ?\d\d,) "
        r"(?P<named>\d{1,4} [A-Z][a-z]?(?: \d{1,5}(?:[/-]\d{1,5})*)?"
        r"|[A-Z]{1,3} \d{1,5}(?:[/-]\d{1,5})*)(?!\w|[.,]\d)"
    ),
    # Codes of offices: "code NAF 84.11Z", "code douanier 0302 13", "Cerfa n° 12156*06".
    re.compile(r"(?<!\w)(?:NAF|APE|ROME) (?P<named>\d\d\.?\d\d[A-Z]|[A-Z]\d{4})(?!\w)"),
    # "pourvoi n° 21-19.234", "texte 23", "convention 169 de l'OIT".
    re.compile(r"(?<![\w.,])(?P<named>\d\d-\d\d\.\d{3})(?!\w|[.,]\d)"),
    re.compile(r"(?<=\d, )texte (?P<named>\d{1,3})(?=[.,;)]|$)"),
    re.compile(
        r"(?<!\w)[Cc]onventions? (?P<named>\d{1,3}(?: et \d{1,3})?)(?= de (?:l'OIT|La Haye))"
    ),
    re.compile(r"(?<!\w)sous le numéro (?P<named>\d{1,3}(?: ?\d{3})*)(?![\w%]|[.,]\d)"),
    # "appelés au 112 par", "composez le 3919 ou le 39 19", "le 15 et le 18 répondent".
    re.compile(
        rf"(?<!\w){_CALL}(?: (?:[\w'-]+ ){{0,2}}?)(?:le|au|est le) "
        rf"(?P<named>{_DIALLED}(?: (?:ou|et) (?:le|au) {_DIALLED})?)"
        rf"(?={ENDED}| (?:par|pour|dès|en|ou|et|à|est|afin|depuis|24)(?!\w))",
        re.IGNORECASE,
    ),
    re.compile(
        r"(?<!\w)(?:[Ll]e|[Aa]u|[Dd]u) (?:15|17|18|112|115),?(?: et| ou|) (?:le|au|du) "
        r"(?P<named>15|17|18|112|115|119)(?= (?:répond|sont|reçoi|partag|saturent)|[.,;:)]|$)"
    ),
    # Waves: "sur 98.4 FM", "la fréquence 121,5 MHz", "sur le canal 16".
    re.compile(r"(?<![\w.,])(?P<named>(?:8[7-9]|9\d|10[0-8])[.,]\d)(?= ?(?:FM|MHz)(?!\w))"),
    re.compile(
        r"(?<!\w)[Ff]réquences?(?: (?:de|est(?: le| de)?|:))? (?P<named>\d{1,4}(?:[.,]\d{1,3})?)"
        r"(?= ?[kMG]Hz(?!\w))"
    ),
    re.compile(r"(?<!\w)(?:[Mm]ai|[Gg]énération) (?P<named>68)(?!\w|[.,]\d| [a-zà-ÿ]+[sx](?!\w))"),
    # Ways: "le GR 20", "au PR 37", "l'EuroVelo 6".
    re.compile(
        r"(?<!\w)(?:GRP?|PR|PK|EuroVelo|EV) (?P<named>\d{1,3}(?:[.,+]\d{1,3})?)(?![\w%]|[.,]\d| \d)"
    ),
    re.compile(
        r"(?<!\w)(?:Paris|Lyon|Marseille) (?P<named>1?\d|20)"
        r"(?= (?:est|était|a|ne|manque|reste|se)(?!\w)| n')"
    ),
    re.compile(r"(?<!\w)[Dd]ans le (?P<named>0[1-9]|[1-8]\d|9[0-5])(?=[.,;:!?)]|$)"),
    re.compile(
        r"(?<!\w)(?:habit|log|demeur|install|domicili)\w* au (?P<named>\d{1,3}(?: bis| ter)?)"
        rf"(?={ENDED}| (?:depuis|avec|et|rue|de la rue)(?!\w))",
        re.IGNORECASE,
    ),
    # "17 bis, av. Foch".
    re.compile(
        r"(?<![\w.,])(?P<named>\d{1,3}(?: bis| ter)?)(?=,? (?:av\.|bd|bld|bd\.|pl\.|r\.|imp\.|ch\.)"
        r" (?:d[eu] |des |d'|l'|[A-ZÉ]))"
    ),
    # Days: "du 15/10 au 1er mars", "transféré le 12", but "le 30 a été supprimé" names a bus.
    re.compile(
        r"(?<!\w)(?:[Dd]u|[Ll]e|[Aa]u|[Jj]usqu'au|[Dd]ès le|[Dd]epuis le|[Aa]vant le) "
        r"(?P<named>(?:0?[1-9]|[12]\d|3[01])/(?:0[1-9]|1[0-2]))(?![\d/%]|[.,]\d)"
    ),
    re.compile(rf"(?<=[a-zà-ÿ] )le (?P<named>[12]?\d|3[01])(?=(?:{ENDED}))"),
    re.compile(
        rf"(?<!\w)\d{{1,2}}(?:er)? {MONTH}(?: \d{{4}})?,"
        r" (?P<named>(?:[01]?\d|2[0-4]) heures(?: [0-5]\d)?)(?=[.;)]|$)"
    ),
    re.compile(r"(?<!\w)bail (?P<named>3[-/]6[-/]9)(?!\w)"),
    # Scales and calls: "souffle force 7", "en risque d'avalanche 4", "la canalisation DN 300".
    re.compile(
        r"(?<!\w)(?:souffl\w+|avis de|mer) (?:en |à |de )?[Ff]orce (?P<named>1[0-2]|[1-9])(?!\w)"
    ),
    re.compile(rf"(?<!\w)(?:en|au) risque(?: d'avalanches?)? (?P<named>[1-5])(?={ENDED})"),
    re.compile(r"(?<!\w)DN ?(?P<named>\d{2,4})(?![\w%]|[.,]\d| \d)"),
    re.compile(
        r"(?<!\w)(?:[Pp]oint|[Bb]orne)s? (?:kilométrique|routier|de repère)s?"
        r" (?P<named>\d{1,3})(?![\w%]| \d)"
    ),
    re.compile(r"(?<!\w)[Ii]ndice (?:majoré|brut) (?P<named>\d{3,4})(?![\w%]|[.,]\d| \d)"),
    re.compile(
        rf"(?<!\w)[Cc]otes? (?P<named>\d{{3}}(?:\.\d{{1,3}})?(?: [A-Z]{{3}})?)(?={ENDED}| est)"
    ),
    re.compile(r"\((?P<named>[A-Z]{2,3} \d{3} ?\d{3})\)"),
    re.compile(r"(?<!\w)(?:[Aa]u|[Dd]u|[Ll]e) (?P<named>\d{1,3} (?:bis|ter|quater))(?!\w)"),
    # "la mairie du 3e (service social)", "la D1083".
    re.compile(
        r"(?<!\w)(?:[Mm]airie|[Hh]abitants?|[Mm]aires?|[Éé]coles?) du (?P<named>\d{1,2}(?:e|ème))"
        r"(?= \([^\W\d])"
    ),
    re.compile(r"(?<!\w)(?:[Ll]a |[Uu]ne |[Cc]ette )(?P<named>[DRC]\d{3,4})(?![\w%]|[.,]\d)"),
    # Schools: "en 4eB", "le CE1-CE2"; "à la 67e minute", "4e gauche", "au 3e échelon".
    re.compile(r"(?<!\w)(?:[Ee]n|[Ll]a|[Dd]e|[Ll]es) (?P<named>[3-6]e ?[A-H])(?!\w)"),
    re.compile(r"(?<![\w-])(?P<named>(?:GS|CP|CE[12]|CM[12])(?:[-/](?:CP|CE[12]|CM[12]))+)(?!\w)"),
    re.compile(
        r"(?<!\w)(?P<named>\d{1,3}(?:e|ème|er|ère|re))"
        r"(?= (?:minute|échelon|gauche|droite|journée de (?:championnat|Ligue)|peloton|épisode)"
        r"(?!\w))"
    ),
    re.compile(r"(?<!\w)[nN]° ?(?P<named>\d{1,3}(?: \d{3}){1,3})(?![\w%]|[.,]\d| \d)"),
    # "Jean 3, 16", "opus 111", "place 12" in a row, "au km 12", "cotée 6a+", "carbone 14".
    re.compile(
        r"(?<!\w)(?:Jean|Luc|Marc|Matthieu|Genèse|Exode|[Pp]saumes?|Isaïe|Romains|Corinthiens"
        r"|Actes)"
        r" (?P<named>\d{1,3}(?:[,:] ?\d{1,3}(?:-\d{1,3})?)?)(?![\w%]|[.,]\d| [a-zà-ÿ]+[sx](?!\w))"
    ),
    re.compile(r"(?<!\w)[Oo]pus (?P<named>\d{1,3})(?![\w%]|[.,]\d)"),
    re.compile(r"(?<=rang \d, )place (?P<named>\d{1,3})(?=[.,;)]|$)"),
    re.compile(r"(?<!\w)[Aa]u km (?P<named>\d{1,3}(?:,\d)?)(?= de |[.,;)]|$)"),
    re.compile(r"(?<!\w)[Cc]otée?s? (?P<named>[3-9][a-c]?\+?(?:/[a-c]\+?)?)(?![\w%])"),
    re.compile(
        r"(?<!\w)(?:[Cc]arbone|[Uu]ranium|[Cc]ésium|[Ii]ode|[Cc]obalt|[Pp]lutonium|[Ss]trontium)"
        r" (?P<named>14|235|238|137|134|131|60|239|90)(?![\w%]|[.,]\d)"
    ),
    re.compile(r"(?<!\w)[Aa]stéroïdes? (?P<named>\d{1,6})(?= [A-ZÉÈ])"),
    re.compile(r"(?<!\w)[Ll]ot(?: de [a-zà-ÿ]+)? (?P<named>[A-Z]\d{3,6})(?!\w)"),
    re.compile(r"(?<!\w)(?P<named>FR \d\d\.\d{3}\.\d{3} CE)(?!\w)"),
    re.compile(r"(?<!\w)EDE (?P<named>\d\d(?: ?\d{3}){2})(?!\w)"),
    re.compile(rf"(?<=[a-zà-ÿ] )le (?P<named>[12]?\d|3[01])(?= et le [123]?\d(?:{ENDED}))"),
)
"""Patterns whose group `named` is a designation, whatever follows."""

_HELD: Final = one_of(
    "bureau guichet escalier voie quai cellule puits îlot tranche canal mouillage registre fonds"
    " borne bouée poste stand box piste hangar bloc ponton cale terrain court tribune loge fiche"
    " feuillet planche carton lit couloir parking carré entrepôt silo bassin serre ruche"
    " salle chambre bâtiment porte zone lot réacteur terminal hall sortie module unité"
    " appartement pavillon division cabine caisse comptoir pompe forage station balise caméra"
    " pylône éolienne refuge étage batterie commission circonscription section secteur"
    " bureau_de_vote point_d'eau point_de_collecte quartier sas wagon voiture rame bus tram train"
    " car navette vol ferry bac TER TGV Intercités Ouigo télésiège ligne circuit itinéraire"
    " sentier étape épreuve manche tube vitrine studio épisode saison service rang scène acte"
)

_SEVERAL: Final = one_of(
    "lignes sorties quais voies bureaux cellules portes guichets escaliers tranches puits îlots"
    " bornes bouées postes stands pistes hangars terrains canaux parcelles sections secteurs"
    " bus trams trains rames vols circuits sentiers wagons voitures canalisations pompes routes"
    " échangeurs vitrines studios épisodes saisons"
)
_NO_AMOUNT: Final = (
    rf"(?![\w%‰]|[.,:/-]\d|(?-i:{UNIT_AFTER.pattern})| ?[%‰°€$£₴×]| \d{{3}}(?!\d))"
    rf"(?!{COUNTED.pattern})(?! {PLURAL}(?!\w))"
)
# « Dans le bus 12 attendent »: a verb of several has the digits before it.
_VERBS: Final = r"(?:(?:sont|ont|vont|font|[a-zà-ÿ]+(?:(?<!i)ent|aient|èrent|ront))(?!\w))"
_GOES: Final = (
    rf"{_NO_AMOUNT}(?! {_VERBS})(?! (?:ou|et) (?:plus|moins|davantage)(?!\w))"
    rf"(?={ENDED}| \((?!\d|(?:dont|sur|parmi|soit)(?!\w))| (?-i:[a-zà-ÿ])| [ldnsjmtcLDNS]')"
)

# What a value may be told of by itself: "le prix 12", "l'indice 120".
_VALUED: Final = (
    r"(?:total|somme|nombre|chiffre|taux|prix|coût|tarif|montant|score|note|moyenne|médiane|valeur"
    r"|part|pourcentage|effectif|population|production|budget|volume|poids|hauteur|longueur|largeur"
    r"|distance|durée|vitesse|température|superficie|surface|altitude|record|maximum|minimum"
    r"|plafond"
    r"|seuil|quota|cible|solde|déficit|excédent|écart|gain|perte|hausse|baisse|recul|progression"
    r"|capacité|débit|âge|quantité|indice|cours|temps|rapport|densité|fréquence|stock|quotient"
    r"|ratio"
    r"|résultat|bilan|compte|dette|salaire|loyer|revenu|tonnage|reste|mois|année|an|jour|soir|matin"
    r"|nuit|plupart|moitié|tiers|quart|majorité|minorité|dizaine|douzaine|centaine|millier|million"
    r"|milliard|chômage|inflation|croissance|pib|idh|smic|coefficient"
    r"|dépense|recette|facture|amende|prime|bourse|aide|subvention|don|cotisation|caution|public"
    r"|foule|affluence|audience|fréquentation|assistance|troupeau|cheptel|flotte|personnel|parc|pic"
    r"|force|puissance|dose|taille|rayon|file|récolte|production|vote|voix|figure|tableau|graphique"
    r"|équation|encadré|carte|réduction|augmentation|diminution|chute|limite|objectif)"
)
# "On la paie 12": where a verb stands before the digits, its subject stands before that.
_OPENS: Final = (
    "(?:^|(?<=[.,;:!?(«–—] )|"
    + "|".join(
        f"(?<=\\b{each} )"
        for each in word_list(
            "à de dans sur sous par pour avec chez vers et que entre en dont où si"
        )
    )
    + "|(?=[LDA]))"
)
# "La voiture 60, le train 20": shares in a row.
_ROW: Final = r"(?:le|la|les|l') ?[\w'-]+ \d"

# Behind these an amount may stand as well: "la voiture 60 en ville".
_JOINS: Final = (
    r"(?:et|ou|puis|mais|en|au|aux|à|sur|par|pour|dans|vers|soit|dont|environ|seulement|contre|sous"
    r"|avec|sans|chez|comme|alors|si|quand|mille|cent|hier|aujourd|plus|moins|selon|entre|tout)"
)

SINGULAR: Final = (
    # "La Q100", a flood by how seldom it comes.
    re.compile(r"(?<![\w-])(?P<named>Q\d{2,4})(?![\w%]|[.,]\d)"),
    re.compile(
        rf"(?<!\w)(?<!\d, )(?<!\d et )(?:le |la |l'|du |au ){_HELD}"
        rf" (?P<named>{NUMBER}|\d{{5,6}})(?!,? (?:et )?{_ROW}){_GOES}",
        re.IGNORECASE,
    ),
    # No digits that count stand between a noun in the singular and its verb: "le régime 42 est".
    re.compile(
        rf"(?<!\w)(?:{_OPENS}(?:[Ll]e |[Ll]a |[Ll]')|[Dd]u |[Aa]u )(?!(?i:{_VALUED})(?!\w))"
        rf"(?:[a-zà-ÿ-]{{3,}}|(?!CO)[A-Z]{{2,5}}) (?P<named>[1-9]\d{{0,3}}[A-Z]{{0,2}}){_NO_AMOUNT}"
        rf"(?! {_VERBS})(?= (?!{_JOINS}(?!\w))[a-zà-ÿ]{{1,}}(?!\w)| [dns]')"
    ),
    # "Au 45, avenue Jaurès, bâtiment B, escalier 3", "Salle 12 (1er étage)".
    re.compile(
        rf"(?:^|(?<=, )){_HELD} (?P<named>{NUMBER})(?={ENDED}| \((?!\d+\)|(?:dont|sur|parmi|soit)"
        rf"(?!\w)))",
        re.IGNORECASE,
    ),
    re.compile(
        rf"(?<!\w)(?:les|des|aux|ces) {_SEVERAL}"
        rf" (?P<named>{NUMBER}(?:, {NUMBER})*,? (?:et|ou|à) {NUMBER}){_NO_AMOUNT}"
        rf"(?={ENDED}| (?-i:[a-zà-ÿ])| [ldnsjmtc]')",
        re.IGNORECASE,
    ),
)
"""Patterns of places told in the singular, whose group `named` is their number."""
