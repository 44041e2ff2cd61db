"""A content folder so many times over: takes a folder and a number, writes a folder that builds.

Sections and charts are copied, each under a name of its own; the figures stay as they are, so that
each stands in so many more places. The charts look alike, so that each is drawn once.
"""

from __future__ import annotations

import re
import shutil
from pathlib import Path
from string import ascii_lowercase

_SECTIONS = re.compile(r"^sections:\n((?: +- .*\n)+)", re.MULTILINE)
_ID = re.compile(r"^([a-z]\w*):", re.MULTILINE)
_HEADLINE = re.compile(r"^((?:#+|:+\{slide\}) .*)$", re.MULTILINE)
_TABLE = re.compile(r"^(:+\{table\} \w+)$", re.MULTILINE)


def copy_over(content: Path, copies: int, to: Path) -> None:
    """Write the content with its sections so many times over into a new folder."""
    shutil.copytree(content, to)
    briefing, charts = to / "briefing.yaml", to / "charts.yaml"
    listed = _SECTIONS.search(briefing.read_text("utf-8"))
    assert listed, f"{briefing} does not list its sections a line each"
    ids, entries = _ID.findall(charts.read_text("utf-8")), charts.read_text("utf-8")
    names = [name for line in listed[1].splitlines() if (name := line.strip().removeprefix("- "))]
    every, written = list(names), [entries]
    for number in range(1, copies):
        mark = f"c{number}"
        written.append(_ID.sub(rf"\1_{mark}:", entries))
        for name in names:
            text = (to / "sections" / f"{name}.md").read_text("utf-8")
            said = _marked(text, ids, mark, _letters(number))
            (to / "sections" / f"{name}-{mark}.md").write_text(said, "utf-8")
            every.append(f"{name}-{mark}")
        for table in (content / "data").glob("*.csv"):
            shutil.copy(table, to / "data" / f"{table.stem}_{mark}.csv")
    charts.write_text("\n".join(written), "utf-8")
    lines = "".join(f"  - {name}\n" for name in every)
    text = briefing.read_text("utf-8")
    briefing.write_text(_SECTIONS.sub(f"sections:\n{lines}", text), "utf-8")


def _marked(text: str, charts: list[str], mark: str, words: str) -> str:
    """Return a section whose headings, slides, charts and tables have names of their own."""
    known = "|".join(map(re.escape, charts))
    text = re.sub(rf"(\}} |\(#)({known})\b", rf"\1\2_{mark}", text)
    return _HEADLINE.sub(rf"\1 in area {words}", _TABLE.sub(rf"\1_{mark}", text))


def _letters(number: int) -> str:
    """Return a number in letters: digits would be figures that nobody owns."""
    first, second = divmod(number, len(ascii_lowercase))
    return ascii_lowercase[first] + ascii_lowercase[second]
