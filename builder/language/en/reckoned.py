"""English words for what sentences reckon with the figures beside them."""

from __future__ import annotations

from typing import Final

from builder.language.reckoned import Reckoned

RECKONED: Final = Reckoned(
    opens="(?!)",
    closed="(?!)",
    and_="and",
    limits=r"plan|forecast|estimate|average|mean|median|norm|projection|expectation|benchmark"
    r"|last year’s (?:figure|level|total)",
    caps=r"budget|ceiling|cap|limit|allocation|appropriation|maximum|threshold|envelope"
    r"|spending limit|upper limit",
    of="of|at",
    under="below|under|beneath|short of",
    over="above|over",
    within="within|inside",
    passed="exceed(?:s|ed)?|overshot|overran|overspent|surpassed|breached|busted|topped|passed",
    missed="undershot|underspent|undercut|missed",
    reached="reached|hit|met",
    kept="kept to|kept within|observed|respected|complied with|adhered to|stuck to",
    by="by",
    covers=r"(?:fully|wholly|entirely|completely) (?:covers?|covered|pays? for|met|meets?)"
    r"|covers? (?:all of|the whole of)",
    with_="with|at|by",
    turned="(?!)",
    refused=r"not|never|hardly|no|without|nowhere|cannot|\w+n’t|neither",
    maybe="would|should|could|may|might|if|must|unless|whether|were to",
    thus="that is by|so by|or by|i\\.e\\. by|and thus by|and so by|hence by|thus by",
    differ="difference|gap|distance|margin|spread",
    between="between",
    minus="minus|less",
    plus="plus",
    sums="(?:sum|total) of",
    comes_to=r"is|are|was|were|makes?|equals?|comes? to|came to|amounts? to|amounted to|leaves?",
    parts="of the|of all|out of|out of the|of",
    wholes=r"of which|of whom|of them|including|among them|thereof",
    unparted="to|from|by|at",
    joins=r"instead|ahead|short|place|lieu|because|outside|inside|regardless|rise|fall"
    r"|increase|decrease|cut|gain|loss|total|sum|and|or",
    same=r"unchanged|(?:stay(?:s|ed)?|remain(?:s|ed)?|held|hold(?:s)?|kept) (?:the same"
    r"|flat|stable|constant|steady|level)|stagnat\w*|(?:has|have) not changed",
    ever="than (?:ever|before)",
)
