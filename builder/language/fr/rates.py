"""French ways to say a rate: « 12 pour 1 000 habitants »."""

from __future__ import annotations

from typing import Final

from builder.language.lexicon import BASE, FIGURE, ROUND, rate

_BASE: Final = (
    rf"(?P<base>{ROUND}(?: (?:mille|millions? d[e’]))?|(?:dix |cent )?mille|cent|(?:un )?million)"
)
# What rates are told for: "pour 1 000 habitants"; "pour 1 000 euros" is a price.
_OF: Final = (
    r"(?= (?:d[e’] ?)?(?:habitant|ménage|naissance|logement|salarié|élève|emploi|actif|femme|homme"
    r"|enfant|voyageur|véhicule|kilomètre|km|hectare|personne|patient|assuré|adulte|résident"
    r"|étudiant"
    r"|foyer|entreprise|décès|cas|lit|place|jeune|arbre|pied|visiteur|tonne|litre|vache|ruche|repas"
    r"|mètre|trajet|nuitée|convive|couvert|abonné|usager|client))"
)
_RATED: Final = (
    r"(?:taux|nombre|part|densité|naissances|décès|cas|accidents|médecins|infirmi\w+|lits|morts"
    r"|blessés|divorces|mariages|vols|crimes|délits|incidence|fréquence|indicateur|ratio)"
)

RATES: Final = (
    # "une salle pour 1 000 personnes" holds so many: a rate has a number or a name before it.
    rate(
        rf"(?<!\w)pour {_BASE}{_OF}",
        needs=rf"(?:{FIGURE}|(?<!\w){_RATED})(?: [\w’-]+){{0,5}} pour {BASE}|^\W*pour {BASE}"
        # "Élèves transportés pour mille habitants": a label, which begins without an article.
        rf"|^\W*[\w-]{{3,}}s(?: [\w-]+){{0,3}} pour {BASE}",
    ),
    rate(
        rf"(?<!\w)sur {_BASE}{_OF}",
        needs=rf"{FIGURE}(?: [\w’-]+){{0,4}} sur {BASE}|^\W*sur {BASE}[^,]*,",
    ),
    rate(r"(?<!\w)par (?P<base>million|millier|centaine)(?= d[e’])"),
)
