"""Ukrainian ways to compare that are told apart."""

from __future__ import annotations

from typing import Final

from builder.language.comparing import Comparing
from builder.language.lexicon import whole

_ENDING: Final = r"(?:ий|а|е|і|ого|ої|ому|ій|им|ою|их|ими|у)"
_MORE: Final = rf"(?:[\w’]+[шщч]{_ENDING}|далі|довш)"

COMPARING: Final = Comparing(
    laws=whole(rf"(?:чим|що) {_MORE}(?!\w)[^.!?,]*, (?:тим|то) {_MORE}(?: \w+)?"),
    equalled=whole(r"дорівню(?:є|ють|вав|вала|вало|вали)"),
    bounded=whole(r"не перевищ(?:ує|ують|ить|ував|увала|увало|ував|увала|ила|ило|ив)"),
    inexact=whole(r"(?:похибк|різниц|відхилен|розбіжн|неточн|розкид)\w*"),
)
