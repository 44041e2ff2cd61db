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
    denies="statt|anstatt|anstelle|nicht|kein(?:e[nrms]?)?|nie|ohne|könnte[n]?|würde[n]?"
    "|sollte[n]?|dürfte[n]?|weder",
    times="mal",
    over="mehr als|über",
    whereas="während|nach",
    above=r"(?:über|oberhalb)(?= (?:de[mnrs]|die|das|seine[mnrs]?|ihre[mnrs]?|diese[mnrs]?"
    r"|\ufffc))",
    below=r"(?:unter|unterhalb)(?! der (?:aufsicht|leitung|führung|obhut|regie))"
    r"(?= (?:de[mnrs]|die|das|seine[mnrs]?|ihre[mnrs]?|diese[mnrs]?"
    r"|\ufffc))",
    exceeds="über(?:steigt|stieg|stiegen|steigen|trifft|traf|trafen|treffen|schreitet|schritt"
    "|schreiten|schritten|ragt|ragte)|deckt(?:e|en)?",
    misses="unter(?:schreitet|schreiten|schritt|schritten|bietet|bot)|verfehl(?:t|te|ten|en)",
    risen="(?!)",
    fallen="(?!)",
    leads="(?:liegt|liegen|lag|lagen|steht|stehen) vor|schläg(?:t|en)|führt vor",
    trails="(?:liegt|liegen|lag|lagen|steht|stehen) hinter|hink(?:t|en|te|ten)",
    mere="nur(?: noch)?|bloß|lediglich|gerade einmal",
    but="aber|gegen|gegenüber|verglichen mit|im vergleich zu|sondern|wogegen|wohingegen|dagegen"
    "|jedoch|doch",
    be="ist|sind|war|waren|lag|lagen|liegt|liegen|blieb|blieben|bleibt|bleiben|noch|damit|also"
    "|kostet|kosten|zahl(?:t|en|te|ten)",
    passive="wurden?|w[ei]rden?|worden",
    breaks="und|aber|sondern|während|als|wenn|weil|da|wer|wo|oder|noch|obwohl|nachdem|bevor"
    "|nach|wogegen|dass|(?<=, )(?:die|der|das|den|dem|deren)",
    folded=r"doppelt|(?:das |dem )?(?:doppelte|dreifache|vierfache|fünffache|zehnfache)"
    r"|[^\W\d_]+mal",
    like="wie|als",
    part_of="so|der|des|davon|dessen|derer|deren|von",
    by_less="weniger|niedriger|geringer|kleiner|kürzer|billiger|unter",
    by_more="mehr|höher|größer|länger|teurer|über",
    hedges="etwa|rund|ungefähr|fast|beinahe|nahezu|knapp|gut|mehr als|weniger als|über|unter"
    "|mindestens|nur|genau|das|die|ein",
    means="mit|bei",
    slower="langsamer|später",
    faster="schneller|früher|rascher",
    reaches="erreich(?:t|te|ten|en)",
)
