"""German words that set one figure against another: „Kiel (8) übertrifft Husum (5)“."""

from __future__ import annotations

from typing import Final

from builder.language.weighing import Weighing

_ENDING: Final = r"(?:e[nrms]?)?"

WEIGHING: Final = Weighing(
    # „Dreimal so viele“ are more, and so is how many times.
    more=r"(?<=mal )so (?:viele?|hoch|groß|lange?|oft|schwer|teuer|stark)"
    rf"|mehr|(?:höher|größer|länger|teurer|schwerer|breiter|stärker){_ENDING}|häufiger"
    r"|über(?:steigt|stieg|stiegen|steigen|trifft|traf|trafen|treffen|wiegt|wiegen)",
    less=rf"weniger|(?:niedriger|geringer|kleiner|kürzer|billiger|leichter|schwächer){_ENDING}"
    r"|seltener|unter(?:schreitet|schreiten|schritt)",
    than="als|wie",
    against="gegen|gegenüber|zu",
    now="heute|jetzt|inzwischen|mittlerweile|nun|aktuell|derzeit",
    once="früher|einst|zuvor|vorher|gestern|damals|im vorjahr|bisher",
    denies="statt|anstatt|anstelle|nicht|kein(?:e[nrms]?)?|nie|ohne|könnte[n]?|würde[n]?|sollte[n]?|dürfte[n]?|weder",
    times="mal",
    over="mehr als|über",
    whereas="während|nach",
)
