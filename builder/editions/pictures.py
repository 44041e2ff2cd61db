"""Pictures that an edition shows as an earlier one did, though what is in them has changed since.

Takes the earlier edition and a briefing, reports each such picture.
"""

from __future__ import annotations

from builder.model.briefing import Briefing
from builder.model.picture import PictureUse
from builder.model.snapshot import Snapshot
from builder.model.text import walked
from builder.problems import Problems


def warn_of_old(old: Snapshot, briefing: Briefing, problems: Problems) -> None:
    """Warn of each picture whose file is that of the earlier edition and whose figures are not."""
    same = {picture.file for picture in old.pictures if picture in briefing.snapshot.pictures}
    before = {figure.id: figure.printed for figure in old.figures}
    now = {figure.id: figure.printed for figure in briefing.snapshot.figures}
    told: set[tuple[str, str]] = set()
    uses = (part for part in walked(briefing.sections) if isinstance(part, PictureUse))
    for use, shown in ((each, shown) for each in uses for shown in each.shows):
        key = use.file, shown.figure
        changed = before.get(shown.figure, "") not in ("", now.get(shown.figure))
        # One that is stated is held to what it states.
        if use.file in same and changed and not shown.printed and key not in told:
            told.add(key)
            problems.warning(
                shown.place,
                f'the picture "{use.file}" may be old: it is the one of the edition '
                f'"{old.edition or old.date}", and {shown.figure} has changed since from '
                f'"{before[shown.figure]}" to "{now[shown.figure]}"',
                "make the picture anew, or state what it shows: "
                f":figures: {shown.figure} = {now[shown.figure]}",
            )
