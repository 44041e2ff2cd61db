"""Finished files put in their place: whole, together, and by one build at a time.

    with writing(out, ...) as place:      the output folder is held
        part = place.part(target)         where to write what will be `target`
        place.put({part: target, ...})    all of them, or none

What is unfinished lies in `<out>/.paperdeck` under the name of its process.
"""

from builder.placing.folder import Place, keep, state, tidy, writing
from builder.placing.journal import STOPPED_BETWEEN, flush, interrupted

__all__ = ["STOPPED_BETWEEN", "Place", "flush", "interrupted", "keep", "state", "tidy", "writing"]
