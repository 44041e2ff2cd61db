"""Ukrainian words for what goes from one figure to another."""

from __future__ import annotations

from typing import Final

from builder.language.courses import Courses

COURSES: Final = Courses(
    rises=r"з(?:ріс|росла|росло|росли|ростає|ростають|ростання)|вирі?ос\w*|збільш\w*|підвищ\w*|підн[яі]\w*"
    r"|по(?:дорожча|більша)\w*|приріст\w*|стриб\w*|підскоч\w*",
    falls=r"[ву]пав|[ву]пал[аои]|спа(?:в|ла|ло|ли|д)|пада(?:є|ють)|зменш\w*|скоро[тч]\w*|зни[зж]\w*"
    r"|подешевша\w*|поменша\w*|опусти\w*|падіння",
    neither=r"змін\w*|перейш\w*",
    start="з|із|зі|від",
    end="до",
    by="на",
    then=r"на|тобто на|тобто|отже на|або на",
)
