"""Two editions of the small content, and snapshots made by hand."""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import Any

from builder.model.snapshot import FigureState, Sentence, SentencePart, Snapshot

SMALL = Path(__file__).parents[1] / "cases" / "small"

SECOND = {
    "briefing.yaml": [("edition: first edition", "edition: second edition")],
    "data/freight.csv": [("Sea,860", "Sea,900")],
    "figures.yaml": [
        ("hedge: up to", "hedge: about"),
        ("value: 2023-09", "value: 2023-11"),
        ("source: survey\n  confidence: reported\n  note", "source: statistics\n  note"),
    ],
}
"""What the second edition of the small content has otherwise: file, and texts for texts."""

LAST_WORDS = ("sections/passengers.md", "> The quay paid for itself in goodwill.")
GUARDED = "> The quay is [long]{claim=berths_long}"


def first_edition(folder: Path) -> Path:
    """Write the small content as it is, with a figure and a claim that the second will drop."""
    content = shutil.copytree(SMALL, folder / "first")
    add(content, "figures.yaml", "sheds:\n  label: Sheds\n  value: 14\n  source: survey\n")
    add(content, "claims.yaml", "sheds_many:\n  says: Sheds abound\n  holds: sheds > 10\n")
    edit(content, *LAST_WORDS, f"{GUARDED}, and [sheds abound]{{claim=sheds_many}}.")
    return content


def second_edition(folder: Path, since: str = "") -> Path:
    """Write the small content as changed, with a figure more; `since` names the first edition."""
    content = shutil.copytree(SMALL, folder / "second")
    for name, changes in SECOND.items():
        for old, new in changes:
            edit(content, name, old, new)
    edit(content, *LAST_WORDS, f"{GUARDED}.")
    add(content, "figures.yaml", "cranes:\n  label: Cranes\n  value: 6\n  source: survey\n")
    if since:
        edit(content, "briefing.yaml", "\nauthors:", f"\nchanges:\n  since: {since}\nauthors:")
    return content


def edit(content: Path, name: str, old: str, new: str) -> None:
    """Put one text for another, which stands in a file once."""
    text = (content / name).read_text("utf-8")
    assert text.count(old) == 1, f"{name} holds {old!r} {text.count(old)} times"
    (content / name).write_text(text.replace(old, new), "utf-8")


def add(content: Path, name: str, text: str) -> None:
    """Add lines at a file's end."""
    (content / name).write_text((content / name).read_text("utf-8") + text, "utf-8")


def figure(id: str, value: str, unit: str = "ships", **keys: Any) -> FigureState:
    """Return a figure's state; a value with a hyphen inside is a date."""
    is_date = "-" in value[1:]
    stated: dict[str, Any] = {
        "label": id.capitalize(),
        "shown": "" if is_date else value,
        "is_date": is_date,
        "hedge": "",
        "as_of": "",
        "sources": (),
        "confidence": "",
        "printed": f"{value} {unit}",
    }
    return FigureState(id=id, value=value, unit=unit, **(stated | keys))


def edition(*figures: FigureState, **keys: Any) -> Snapshot:
    """Return a snapshot of figures."""
    return Snapshot(date="2024", figures=figures, **keys)


def sentence(text: str, section: str = "iran", kind: str = "prose") -> Sentence:
    """Return a sentence; `{ships=4}` in it prints the figure `ships` as 4."""
    parts = []
    for piece in text.replace("{", "\0").replace("}", "\0").split("\0"):
        figure, equals, printed = piece.partition("=")
        parts.append(SentencePart(printed, figure) if equals else SentencePart(piece))
    return Sentence(section, kind, tuple(part for part in parts if part.text))
