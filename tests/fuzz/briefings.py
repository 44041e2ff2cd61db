"""Whole briefings: takes a seed and a number, returns a content folder as a tree of parts.

The words are those of `words/*.yaml`, the numbers and the order are chance. A briefing is made so
that the readers should accept it: whatever is refused is worth a look.
"""

from __future__ import annotations

import json
import re
import unicodedata
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path
from typing import Any

from ruamel.yaml import YAML

from tests.fuzz.chance import Draw, Node, Work
from tests.fuzz.charts import add_cells
from tests.fuzz.figures import add_figures
from tests.fuzz.sections import section

WORDS = Path(__file__).parent / "words"
_ENCODINGS: Mapping[str, Callable[[str], bytes]] = {
    "": lambda text: text.encode(),
    "bom": lambda text: text.encode("utf-8-sig"),
    "crlf": lambda text: text.replace("\n", "\r\n").encode(),
    "nfd": lambda text: unicodedata.normalize("NFD", text).encode(),
}
_WORDS_OF_CELLS = ("cell", "highlight", "totals")
"""Keys of figures and charts that name cells of tables, whose digits need no declaration."""

LANGUAGES = {"en-GB": 1.5, "en-US": 1.5, "de": 2.0, "fr": 2.0, "uk": 2.0}


@dataclass(frozen=True)
class Briefing:
    """A briefing before it is written: YAML documents by name, data files, sections, notes."""

    keys: Mapping[str, Any]
    documents: Mapping[str, Mapping[str, Any]]
    tables: Mapping[str, list[list[str]]]
    sections: Mapping[str, Node]
    notes: Mapping[str, str]
    declared: Mapping[str, Any]
    comma: bool = False
    encoded: str = ""

    def files(self) -> dict[str, str]:
        """Return every file of the content folder by its path."""
        texts = {f"sections/{name}.md": self._section(name) for name in self.sections}
        told = "\n".join(texts.values())
        documents = dict(self.documents)
        guarding = _words(
            told + str([chart.get("claim") for chart in documents["charts"].values()])
        )
        guarded = {name: keys for name, keys in documents["claims"].items() if name in guarding}
        documents["claims"] = guarded
        for name, entries in documents.items():
            texts[f"{name}.yaml"] = "".join(
                f"{key}: {_flow(keys)}\n" for key, keys in entries.items()
            )
        texts["briefing.yaml"] = self._front(told)
        return texts | {f"data/{name}.csv": self._csv(rows) for name, rows in self.tables.items()}

    def _used(self) -> Briefing:
        """Return this briefing without charts, figures, claims and tables that nothing names."""
        named = _words("\n".join(map(self._section, self.sections)) + str(self.keys))
        documents = dict(self.documents)
        for kind in ("charts", "claims", "figures", "figures", "figures"):
            documents[kind] = {key: v for key, v in self.documents[kind].items() if key in named}
            named |= _words(str(documents[kind]))
        tables = {key: rows for key, rows in self.tables.items() if key in named}
        return replace(self, documents=documents, tables=tables)

    def _section(self, name: str) -> str:
        body = str(self.sections[name])
        notes: dict[str, str] = {}
        while True:
            marks = set(re.findall(r"\[\^(\w+)\]", body + "".join(notes.values())))
            more = {key: self.notes[key] for key in sorted(marks - notes.keys())}
            if not more:
                break
            notes |= more
        return body + "\n" + "".join(f"\n[^{key}]: {text}\n" for key, text in notes.items())

    def _csv(self, rows: list[list[str]]) -> str:
        mark = ";" if self.comma else ","
        return "".join(mark.join(self._cell(cell, mark) for cell in row) + "\n" for row in rows)

    def _cell(self, cell: str, mark: str) -> str:
        if self.comma and re.fullmatch(r"-?\d+\.\d+", cell):
            cell = cell.replace(".", ",")
        return f'"{cell}"' if mark in cell or '"' in cell else cell

    def _front(self, told: str) -> str:
        keys = {**self.keys, "sections": list(self.sections)}
        printed = f"{told}\n{keys}"
        for entries in self.documents.values():
            for entry in entries.values():
                printed += str([v for k, v in entry.items() if k not in _WORDS_OF_CELLS])
        names = [name for name in self.declared["names"] if _stands(name, printed)]
        shorts = {
            short: words
            for short, words in self.declared["abbreviations"].items()
            if _stands(short, told)
        }
        keys |= {"names": names} if names else {}
        keys |= {"abbreviations": shorts} if shorts else {}
        return "".join(f"{key}: {_flow(value)}\n" for key, value in keys.items())

    def write(self, folder: Path) -> None:
        """Write the content folder."""
        for name, text in self.files().items():
            path = folder / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(_ENCODINGS[self.encoded](text))

    def smaller(self) -> Iterator[Briefing]:
        """Yield this briefing with less in it: first what nothing names, then large pieces."""
        yield self._used()
        for name in self.sections if len(self.sections) > 1 else ():
            rest = {key: node for key, node in self.sections.items() if key != name}
            yield replace(self, sections=rest)
        for name, node in self.sections.items():
            for less in node.without():
                yield replace(self, sections={**self.sections, name: less})
        for key in self.keys:
            if key not in ("title", "slug", "language", "date"):
                yield replace(self, keys={k: v for k, v in self.keys.items() if k != key})
        for document, entries in self.documents.items():
            for name, entry in entries.items():
                rest = {key: keys for key, keys in entries.items() if key != name}
                yield replace(self, documents={**self.documents, document: rest})
                for key in entry:
                    less_keys = {k: v for k, v in entry.items() if k != key}
                    changed = {**entries, name: less_keys}
                    yield replace(self, documents={**self.documents, document: changed})
        for name, rows in self.tables.items():
            yield replace(
                self, tables={key: kept for key, kept in self.tables.items() if key != name}
            )
            for size in (len(rows) // 2, len(rows) - 1):
                if 1 < size < len(rows):
                    yield replace(self, tables={**self.tables, name: rows[:size]})


def briefing(seed: int, number: int, without: frozenset[str] = frozenset()) -> Briefing:
    """Return the briefing of a seed that has this number; always the same one."""
    draw = Draw(f"{seed}/{number}", without)
    language = draw.weighted(LANGUAGES)
    stock = _stock(language[:2])
    work = Work(draw, language, stock)
    work.sources = [f"src{index}" for index in range(draw.whole(1, 4))]
    sources = {name: _source(work) for name in work.sources}
    add_figures(work)
    add_cells(work)
    _add_claims(work)
    heads = draw.some(work.words("heads"), 1, 5)
    sections = {f"part-{'abcdefgh'[n]}": section(work, head) for n, head in enumerate(heads)}
    documents: dict[str, Mapping[str, Any]] = {
        "figures": {figure.id: figure.keys for figure in work.figures},
        "charts": work.charts,
        "claims": work.claims,
        "sources": sources,
    }
    declared = {"names": stock["names"], "abbreviations": stock["abbreviations"]}
    if draw.chance(0.3):
        declared["abbreviations"] = {}
    comma = language[:2] != "en" and draw.has("commas", 0.4)
    encoded = draw.one(list(_ENCODINGS)) if draw.has("bytes", 0.2) else ""
    keys = _keys(work, language)
    return Briefing(keys, documents, work.tables, sections, work.notes, declared, comma, encoded)


@cache
def _stock(language: str) -> dict[str, Any]:
    stock: dict[str, Any] = YAML(typ="safe").load(WORDS / f"{language}.yaml")
    return stock


def _keys(work: Work, language: str) -> dict[str, Any]:
    draw = work.draw
    keys: dict[str, Any] = {"title": work.word("titles"), "slug": "brief", "language": language}
    keys["date"] = f"{draw.whole(2020, 2027)}-{draw.whole(1, 12):02}"
    if draw.chance(0.6):
        keys["subtitle"] = work.word("heads")
    if draw.chance(0.5):
        keys["edition"] = draw.one(("1", "2.1"))
    if draw.chance(0.5):
        keys["publisher"] = work.word("titles")
    if draw.chance(0.4):
        keys["authors"] = draw.some(
            [who for who in work.words("people") if not re.search(r"\d", who)], 1, 2
        )
    if draw.chance(0.5):
        glance = draw.some(work.pick(lambda figure: figure.number), 1, 7)
        keys["at_a_glance"] = [figure.id for figure in glance]
    page: dict[str, Any] = {"size": draw.one(("A4", "Letter"))}
    page |= {"columns": 2} if draw.chance(0.35) else {}
    page |= {"binding_mm": draw.whole(1, 15)} if draw.chance(0.2) else {}
    page |= {"notes": draw.one(("page", "end"))} if draw.chance(0.6) else {}
    keys["page"] = page if draw.chance(0.7) else page["size"]
    keys["slide"] = draw.one(("16:9", "4:3"))
    keys["theme"] = draw.one(("paperdeck", "ministry"))
    return keys


def _source(work: Work) -> dict[str, Any]:
    draw = work.draw
    if draw.chance(0.15):
        return {"title": work.word("heads"), "stated": False}
    source: dict[str, Any] = {"title": work.word("heads"), "short": work.word("labels")}
    if draw.chance(0.5):
        source["publisher"] = work.word("titles")
    if draw.chance(0.5):
        source["date"] = f"{draw.whole(1995, 2026)}-{draw.whole(1, 12):02}"
    if draw.chance(0.4):
        source["url"] = "https://line.example/surveys/2024/annual-report_final.html"
    return source


def _add_claims(work: Work) -> None:
    exact = work.pick(lambda figure: figure.id.startswith("n") and figure.exact)
    for figure in work.draw.some(exact, 0, 3):
        value = str(figure.keys["value"])
        says = work.word("heads")
        work.claims[f"holds_{figure.id}"] = {"says": says, "holds": f"{figure.id} >= {value}"}


def _words(text: str) -> set[str]:
    return set(re.findall(r"\w+", text))


def _stands(word: str, text: str) -> bool:
    return re.search(rf"(?<![\w-]){re.escape(word)}(?![\w-])", text) is not None


def _flow(value: object) -> str:
    """Return a value as YAML, in one line; numbers stand as they are written."""
    if isinstance(value, Mapping):
        return (
            "{"
            + ", ".join(
                f"{json.dumps(str(k), ensure_ascii=False)}: {_flow(v)}" for k, v in value.items()
            )
            + "}"
        )
    if isinstance(value, list):
        return "[" + ", ".join(map(_flow, value)) + "]"
    if type(value) is str:
        return json.dumps(value, ensure_ascii=False)
    return str(value).lower() if isinstance(value, bool) else str(value)
