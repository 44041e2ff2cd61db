"""French words that tell what is added up from what is not, and lists of all from lists of some.

They stand in heads of columns and rows, and in the words that a table or chart is shown with.
"""

from __future__ import annotations

import re
from typing import Final

_MEANS: Final = (
    r"[%‰°±]|(?<!\w)\w+/(?!an|mois|semaine|jour)\w|(?<!\w)(?:pour|par) (?:\d|mille|cent(?!\w))"
    r"|(?<!\w)par (?:habitant|élève|personne|tête|ménage|km|kilomètre|ha|hectare|m²|logement"
    r"|foyer|agent|salarié|usager|usagère|enfant|lit|emploi|classe|repas|visite|trajet|prêt)(?!\w)"
    r"|(?<!\w)(?:moyenn?e?s?|médiane?s?|taux|parts?|pourcentages?|proportions?|indices?|ratios?"
    r"|rangs?|erreurs?|incertitudes?|marges?|écarts?|coefficients?|densités?)(?!\w)"
)
MEANS: Final = re.compile(_MEANS, re.IGNORECASE)
"""What is said of means, shares, rates and spreads, of which no line is added to another."""

AVERAGED: Final = re.compile(
    r"(?<!\w)(?:ø|moyen(?:nes?)?|médianes?|médian|taux|ratios?)(?!\w)", re.IGNORECASE
)
"""What heads means, medians and rates, and nothing that adds up."""

RATES: Final = re.compile(
    rf"{_MEANS}|(?<!\w)par (?!an|mois|jour|semaine|trimestre)\w"
    r"|(?<!\w)(?:prix|unitaires?|tarifs?|loyers?|salaires?|(?<![d’']’)(?<!d['’])âges?|notes?"
    r"|niveaux?|températures?|vitesses?|distances?|durées?|longueurs?|largeurs?|hauteurs?"
    r"|profondeurs?|tailles?|attentes?|délais?|temps|jours|heures|minutes|évolutions?|variations?"
    r"|croissance|hausses?|baisses?|différences?|intervalles?|couverture|occupation|remplissage"
    r"|rendements?|satisfaction|max\w*|min|minim\w+|pics?|pointe|record|probabilités?|facteurs?"
    r"|espérance|redevances?|depuis|code|soldes?|stocks?|nets?|nettes?)(?!\w)",
    re.IGNORECASE,
)
"""What heads numbers that do not add up: these, and prices, ages, lengths and times."""

ADDED: Final = re.compile(
    r"(?<!\w)(?:nombres?|effectifs?|personnes|habitants|population|visiteurs|visites|élèves"
    r"|étudiants|enseignants|agents|salariés|actifs|chômeurs|inscrits|nuitées|arrivées|emplois"
    r"|postes|décès|naissances|cas|patients|lits"
    r"|ménages|logements|écoles|bibliothèques|médiathèques|prêts|livres|trajets|voyageurs"
    r"|véhicules|voitures|ventes|recettes|chiffre d[’']affaires|dépenses|budgets?"
    r"|investissements|exportations|importations|production"
    r"|voix|sièges|membres|adhérents|exploitations|entreprises|demandes|plaintes|permis|femmes"
    r"|hommes|filles|garçons|enfants|dons|repas|places)(?!\w)",
    re.IGNORECASE,
)
"""What heads counts and amounts, which a total adds up."""

_EVENTS: Final = (
    r"(?:(?:derni[eè]re?|premi[eè]re?|prochaine?|entièrement) )?"
    r"(?:(?:(?:ré|r)?ouvert|fermé|(?:re)?construit|bâti|fondé|créé|établi|inauguré|lancé|achevé"
    r"|terminé|commencé|mis|rénové|réhabilité|restauré|agrandi|modernisé|installé|né|mort|décédé"
    r"|adopté|signé|ratifié|entré|publié|paru|introduit|supprimé|démoli|acquis|acheté|classé"
    r"|inspecté|électrifié|découvert|inventé|élu|fusionné|dissous"
    r"|livré|renommé|déménagé|intégré|rattaché|remplacé)(?:e|(?:e?s)(?= en))?"
    r"|(?:ré)?ouverture|fermeture|(?:re)?construction|fondation|création|inauguration|lancement"
    r"|achèvement|mise en (?:service|eau|route|vigueur)|rénovation|réhabilitation|adhésion"
    r"|entrée en (?:vigueur|service)|naissance|parution|publication|adoption|ratification"
    r"|installation|fin|début|visite|contrôle|inspection|modernisation|électrification|signature"
    r"|livraison|extension|édition|sortie|élection|achat|intégration|rattachement|crue|échéance)"
)
YEARS: Final = re.compile(
    rf"(?:{_EVENTS}(?:(?: (?:en|le|au|aux|à|depuis|dans|par|de|du|des|pour)(?!\w)| d[’']).*)?"
    r"|(?:(?:membre|en (?:service|vigueur|fonction)) )?depuis|prévue? (?:en|pour)|année cible"
    r"|(?:vue?|attestée?|mentionnée?|citée?|observée?|décrite?|signalée?)"
    r"(?: (?:en|pour la (?:première|dernière) fois))"
    r"|(?:première|dernière|plus ancienne) (?:mention|attestation|observation|trace)"
    r"|de|du|à|en|dès|jusqu[’'](?:à|en)|millésime|saison|exercice|promotion|an"
    r"|ann[ée]es?(?:(?: (?:de|du|des|où)(?!\w)| d[’']).*| (?:scolaire|civile|budgétaire))?"
    r"|date(?:(?: (?:de|du|des)(?!\w)| d[’']).*)?)",
    re.IGNORECASE,
)
"""What heads calendar years: they, or what happened in them."""

CHOSEN: Final = re.compile(
    r"(?<!\w)(?:sélection\w*|choisi\w*|choix|quelques|certain\w*|top|princip\w+|plus (?:grand\w*"
    r"|important\w*|petit\w*|fréquent\w*|gros\w*)|majeur\w*|échantillon\w*|exemples?|extraits?"
    r"|seulement|seuls?|seules?|peu|dont|parmi|sans|hors|sauf|ne|pas|non|partiel\w*|incompl\w+"
    r"|premi\w+|derni\w+|meilleur\w*|connu\w*|notamment)(?!\w)",
    re.IGNORECASE,
)
"""What says that a list is one of some alone."""

OVERLAP: Final = re.compile(
    r"(?<!\w)(?:plusieurs|multiples?|chevauch\w*|recoup\w*|double\w*|distincte?s?|uniques?"
    r"|une (?:seule )?fois|partagé\w*|sans doublons?|différente?s?|cumul\w*|raisons?|motifs?"
    r"|réponses?|motivations?|obstacles?"
    r"|freins?|symptômes?|langues?|canaux|souhaits?|compétences?|dont|consolid\w+)(?!\w)",
    re.IGNORECASE,
)
"""What says that lines hold some of the same, so that their total is less than they come to."""

ROUNDED: Final = re.compile(r"(?<!\w)arrondis?(?:e|es|r)?(?!\w)", re.IGNORECASE)
"""What says that numbers were rounded before they were written."""

OTHERS: Final = re.compile(
    r"(?:tou(?:s|tes) les |les )?(?:autres?|reste|divers|diverses)(?!\w).*"
    r"|inconnue?s?|non (?:précisée?s?|renseignée?s?|déclarée?s?)",
    re.IGNORECASE,
)
"""What heads the line of all that no other line names."""

PAIR: Final = re.compile(
    r"(?:(hommes?|masculin|garçons?)|(femmes?|féminin|filles?))", re.IGNORECASE
)
"""Two lines that hold all between them, each a group: women and men."""

TWICE: Final = re.compile(
    r"(?<!\w)(?:usag(?:er|ère)s?|clients?|patients?|visiteurs?|adhérents?|participants?"
    r"|bénéficiaires?|abonnés?|inscrits?|lecteurs?)(?!\w)",
    re.IGNORECASE,
)
"""Who may come to several of what is listed, and is one in all."""

SAYING: Final = ("sélection", "plusieurs réponses", "dont")
"""How it is said that lines are some of all, that they overlap, and that one holds another."""

TOTALLING: Final = r"au total|en tout|(?:un|le) total de"
IN_ALL: Final = r"au total|en tout"
"""What stands before the number of a total, with a few words between, and what stands behind it."""

MADE_OF: Final = r"soit|à savoir|c’est-à-dire|composée?s? de|répartie?s? en"
"""What stands between a total and all of its parts."""

OF_ALL: Final = r"sur(?: les| ces)?|parmi les|des"
"""What begins a sentence before a whole, of which a part follows."""

NO_PARTS: Final = (
    r"plus|moins|que|après|avant|jusqu’\w*|ou|contre|lieu|chacune?|moyenne|pas|si|puis"
    r"|selon|dont|parmi|d’entre"
)
"""What stands beside numbers that are none of these parts."""

APART: Final = r"à|et|en|au|aux|pour|avec|dans|par|sous"
"""What between two numbers says that neither is a part of the other."""

JOINED: Final = "et|plus"
"""What joins the last part to the others."""

EVERY: Final = "tous|toutes"
NOBODY: Final = "personne|aucune?|nul"
NO: Final = "aucune?"
"""What says of all, and of none, before a figure in brackets; and of none of a thing."""

REST: Final = "le reste|les autres|le restant"
REMAINING: Final = "les autres"
"""What names the rest of a whole, before a pause or its figure."""

ADDED_UP: Final = rf"{TOTALLING}|ensemble|à eux deux|à elles deux"
"""What stands before what is added up, or before what that comes to."""

AS_MANY: Final = (
    r"(?<!fois )(?<!pas )(?<!moitié )(?<!double )"
    r"(?:presque |quasiment |à peu près )?autant d(?:e|’)"
)
HARDLY: Final = "guère|à peine"
"""What says that one is about as much as another, and how little more or less it is."""

OUTDOES: Final = "dépass(?:e|ait)|fait mieux|surpass(?:e|ait)"
"""What says that one is more than another, before its figure."""

TOGETHER: Final = "ensemble|à eux deux|à elles deux"
"""What adds up no more than what is named beside it."""

COME_TO: Final = "totalis(?:ent|aient)"
"""What stands between two figures and what they come to."""

STAYS: Final = (
    r"(?:rest(?:e|ent|é|ée|és|ées|ait)|demeur\w+|maintenue?s?|gelée?s?|figée?s?|bloquée?s?)"
    r"(?: stables?| inchangée?s?)? à"
)
FROZEN: Final = r"gelée?s?|inchangée?s?|figée?s?|n’(?:a|ont) (?:pas|guère) (?:changé|bougé|évolué)"
"""What says that something stayed what it was: before its figure, and before two."""

ONCE: Final = "alors|avant|jadis|autrefois|l’an dernier|auparavant"
NOW: Final = "maintenant|aujourd’hui|désormais|cette année"
"""What stands behind a figure of another time, and of this."""

YEAR: Final = "en "
OF_YEAR: Final = ""
"""What stands before and behind a year that does so."""

MORE: Final = "plus|davantage"
LESS: Final = "(?<!ou )moins"
"""What says that there is more, or less, where two figures follow behind a colon."""

COMES_TO: Final = (
    r"totalis(?:e|ent|ait|aient)|s’addition\w+ (?:à|pour)|cumul(?:e|ent)|font(?: ensemble)?"
)
AMONG_THEM: Final = "à eux (?:deux|trois)|à elles (?:deux|trois)|ensemble|réunis|réunies"
"""What stands between parts and what they come to, and what does so behind that."""

AS_MUCH: Final = r"autant(?! plus)|aussi (?:élevée?s?|longue?s?|chère?s?|souvent)"
AS: Final = r"(?:que|qu’\w+)(?!\w)"
"""What says before two figures that they are the same, and what stands between these."""

STOPPED: Final = r"stoppée?s?|enrayée?s?|freinée?s?|terminée?s?|arrêtée?s?"
"""What says beside a word of change that it has come to its end."""
