"""Ukrainian words of the turns around years that all languages have."""

from __future__ import annotations

from typing import Final

from builder.language.years.turns import Turns

TURNS: Final = Turns(
    seasons="літо|зима|весна|осінь|рік|сезон|десятиліття|нарешті",
    made=r"(?:відкрит|побудован|збудован|зведен|заснован|створен|оновлен|закрит|ухвален|прийнят|виданий"
    r"|видан|народжен)(?:ий|а|е|і|о)?(?: у| в| до| після)?",
    one="був|була|було|є|має|мав|став|стало|приніс|дав|дає",
    only="лише|тільки|навіть|вже|уже",
    aside=r"прохолодн\w+|гаряч\w+|перш\w+|останн\w+",
    hotter=r"(?:гаряч|тепл|холод|прохолод|сух|волог)\w*іш(?:ий|а|е|і)(?: за|, ніж| ніж| від)",
    more=r"(?:більше|менше|вищ\w+|нижч\w+)(?:,? ніж| за| від)",
    mean=r"(?:середн(?:є|ього|ьому)|медіана)(?: за)?",
    like="як|як у|у|в",
    given="за",
    then="даних|дані|немає|бракує",
)
"""Words of the turns that all languages have."""
