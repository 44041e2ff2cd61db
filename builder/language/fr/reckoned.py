"""French words for what sentences reckon with the figures beside them."""

from __future__ import annotations

from typing import Final

from builder.language.reckoned import Reckoned

RECKONED: Final = Reckoned(
    opens="(?!)",
    closed="(?!)",
    and_="et",
    limits=r"plan|prévisions?|estimations?|moyenne|médiane|norme|niveau de l’an dernier",
    caps=r"budget|plafond|limite|crédits?|enveloppe|maximum|seuil|dotation",
    of="de|d’|à|fixée? à|fixés à",
    under=r"sous|en dessous|au-dessous|en deçà|inférieure?s?",
    over=r"au-dessus|au-delà|supérieure?s?",
    within=r"dans",
    passed=r"dépass\w+|excéd\w+|franchi\w*|crev\w+|outrepass\w+",
    missed=r"manqué\w*|sous-consommé\w*",
    reached=r"atteint\w*",
    kept=r"respecté\w*|tenue?s?|observé\w*",
    by=r"(?:dépass|excéd|inférieur|supérieur)\w*(?: [\w’-]+)? (?:de|d’)",
    covers=r"couvr\w+(?=[^.;:!?]* (?:entièrement|intégralement|totalement|en totalité)(?!\w))"
    r"|couvr\w+(?= (?:tout|toute|l’intégralité|la totalité)(?!\w))"
    r"|(?:entièrement|intégralement|totalement) couvert\w*",
    with_="avec|par",
    turned="(?!)",
    refused=r"pas|jamais|guère|ne|n’\w+|sans|aucune?|ni",
    maybe=r"si|s’\w+|doit|doivent|devrai\w+|pourrai\w+|serai\w*t|aurai\w*t|peut-être",
    thus=r"soit de|c’est-à-dire de|donc de|soit une (?:hausse|baisse) de",
    differ="différence|écart",
    between="entre",
    minus="moins",
    plus="plus",
    sums="(?:somme|total) de",
    comes_to=r"est de|était de|fait|font|égale|égalent|donne|donnent|s’élève à|atteint|est|sont",
    parts="des|sur les|sur|sur un total de|de ses|de ces",
    wholes="dont|parmi (?:lesquels|lesquelles|eux|elles)|y compris",
    unparted="à|de|entre",
    joins="au|à|et|ou|lieu|près|loin|contre|par|pour|avec|sans|hors|autour",
    same=r"inchangée?s?|(?:rest\w+|demeur\w+) (?:\w+ )?(?:stables?|identiques?"
    r"|constante?s?|les mêmes|la même|le même)|stagn\w*|stables?",
    ever="que jamais|qu’avant|qu’auparavant",
)
