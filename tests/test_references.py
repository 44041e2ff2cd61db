"""References and citations as the shipped styles set them, held against pandoc's."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple

import pytest
import yaml

from builder.citing.nodes import SHIPPED, shipped_style
from builder.citing.pieces import text_of
from builder.citing.processor import Processor
from builder.citing.relating import Cluster
from builder.content.bibtex import read_bibtex
from builder.content.citing import Locators, citation_of
from builder.content.lines import Lines
from builder.content.works import work_of
from builder.model.inline import Cited
from builder.model.work import Work
from builder.problems import NOWHERE, Problems
from tests.shares import share

CYRILLIC_FIRST = {"chicago-author-date uk-UA"}
"""Sets that we sort by the Ukrainian order of scripts (CLDR: Cyrillic before Latin), pandoc not."""
_CYRILLIC = re.compile(r"\W*[а-яіїєґ]", re.IGNORECASE)
CASE = Path(__file__).parent / "cases" / "references"


class Set(NamedTuple):
    """What a style makes of the references, as the case holds it."""

    order: list[str]
    citations: dict[str, str]
    entries: dict[str, str]
    clusters: dict[str, str]


@cache
def case() -> dict[str, Any]:
    stored: dict[str, Any] = yaml.load(
        (CASE / "expected.yaml").read_text("utf-8"), yaml.CSafeLoader
    )
    return stored


@cache
def works(language: str) -> dict[str, Work]:
    problems = Problems()
    text = (CASE / "references.bib").read_text("utf-8")
    raw, whole = read_bibtex(Lines("references.bib", text), problems)
    assert whole
    found = {entry.key: work_of(entry, problems, language) for entry in raw}
    assert not problems.found
    return found


def spaced(text: str) -> str:
    return re.sub(r"\s+", " ", re.sub("[\u00a0\u2009\u202f]", " ", text)).strip()


def ours(name: str) -> Set:
    style_name, language = name.split()
    style, known = shipped_style(style_name, language), works(language)
    alone = [
        Cluster((Cited(key),), number if style.in_notes else 0)
        for number, key in enumerate(known, 1)
    ]
    processor = Processor(style, known, tuple(alone))
    said = ["".join(text_of(part.pieces) for part in parts) for parts in processor.citations()]
    entries = {
        entry.key: spaced(f"{text_of(entry.label)} {text_of(entry.pieces)}")
        for entry in processor.entries()
    }
    return Set(
        list(processor.order),
        dict(zip(known, map(spaced, said), strict=True)),
        entries,
        clusters(name),
    )


def clusters(name: str) -> dict[str, str]:
    style_name, language = name.split()
    written = case()["expected"][name].get("clusters", {})
    style, locators = shipped_style(style_name, language), Locators(language)
    cites = [citation_of(each.split(" ", 1)[1], lambda _: NOWHERE, locators) for each in written]
    set_so = [
        Cluster(
            tuple(
                replace(
                    work,
                    without_author=work.without_author or (cite.narrative and not style.in_notes),
                )
                for work in cite.works
            ),
            number if style.in_notes else 0,
        )
        for number, cite in enumerate(cites, 1)
    ]
    processor = Processor(style, works(language), tuple(set_so))
    found = {}
    for each, cite, parts in zip(written, cites, processor.citations(), strict=True):
        who = processor.authors(cite.works[0].key) + " " if cite.narrative else ""
        found[each] = spaced(who + "".join(text_of(part.pieces) for part in parts))
    return found


def wanted(name: str) -> Set:
    """Return what pandoc makes of it, with our own text where that is judged."""
    stored = case()["expected"][name]
    found = Set(
        stored["order"],
        dict(stored["citations"]),
        dict(stored["entries"]),
        dict(stored.get("clusters", {})),
    )
    for each in case()["judged"]:
        if each["style"] == name:
            held = {"citation": found.citations, "entry": found.entries, "cluster": found.clusters}
            assert held[each["of"]][each["key"]] != each["ours"], "no difference to judge"
            held[each["of"]][each["key"]] = each["ours"]
    return found


@pytest.mark.parametrize("name", share(list(case()["expected"]), 16))
def test_a_style_sets_references_as_pandoc_does_but_for_what_is_judged(name: str) -> None:
    found, expected = ours(name), wanted(name)
    assert found.entries == expected.entries
    assert found.citations == expected.citations
    assert found.clusters == expected.clusters
    assert sorted(found.order) == sorted(expected.order)
    order = expected.order
    if name in CYRILLIC_FIRST:
        order = sorted(order, key=lambda key: not _CYRILLIC.match(expected.entries[key]))
    assert found.order == order


def test_every_shipped_style_is_held_against_at_least_sixty_references() -> None:
    tried = {name.split()[0] for name in case()["expected"]}
    assert tried == set(SHIPPED)
    assert all(len(stored["entries"]) >= 60 for stored in case()["expected"].values())
    assert {each["better"] for each in case()["judged"]} <= {"ours", "pandoc"}
    assert all(each["because"] for each in case()["judged"])


@pytest.mark.longer
def test_terms_are_in_the_language_of_the_briefing() -> None:
    said = {
        language: ours(f"{style} {language}").entries["benjamin1968"]
        for style, language in (
            ("apa", "de-DE"),
            ("harvard-cite-them-right", "fr-FR"),
            ("chicago-author-date", "uk-UA"),
        )
    }
    assert "(Hrsg.)" in said["de-DE"]
    assert "(trad.)" in said["fr-FR"]
    assert "перекладено Harry Zohn" in said["uk-UA"]
