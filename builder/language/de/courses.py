"""German words for what goes from one figure to another."""

from __future__ import annotations

from typing import Final

from builder.language.courses import Courses

COURSES: Final = Courses(
    rises=r"(?:an)?(?:ge)?stieg\w*|(?:an)?steig(?:t|en)|(?:ge)?wachsen|wuchs(?:en)?|wächst|(?:ge)?kletter\w*"
    r"|erhöh\w*|zugenommen|zugelegt|vergrößer\w*|gesteigert|plus|\w*anstieg|\w*zuwachs|\w*zunahme"
    r"|\w*wachstum|zu|hoch",
    falls=r"sank(?:en)?|sink(?:t|en)|gesunken|fiel(?:en)?|fällt|fallen|gefallen|(?:ge)?schrumpf\w*"
    r"|abgenommen|zurückgegangen|zurück|reduzier\w*|verringer\w*|vermindert\w*|(?:ge)?senkt\w*"
    r"|gekürzt|kürzt\w*|minus|\w*rückgang|\w*abnahme|\w*senkung|ab",
    neither=r"ging(?:en)?|geht|gehen|gegangen|nahm(?:en)?|nimmt|nehmen|veränder\w*|entwickel\w*|änder\w*"
    r"|wechsel\w*|brachte",
    start="von",
    end="auf",
    by="um|von",
    then=r"um|also um|also|plus|minus|das sind|oder",
)
