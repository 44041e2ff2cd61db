"""Laws are called by their names: these keep their letters, and say their year once."""

from __future__ import annotations

import pytest

from builder.citing.nodes import SHIPPED, shipped_style
from builder.citing.pieces import text_of
from builder.citing.processor import Processor
from builder.citing.relating import Cluster
from builder.content.bibtex import read_bibtex
from builder.content.lines import Lines
from builder.content.works import work_of
from builder.model.inline import Cited
from builder.problems import Problems

LAWS = {
    "act": ("Transport Act 1985", "1985"),
    "wages": ("The National Minimum Wage (Amendment) Regulations 2025", "2025"),
    "short": ("Roads (Scotland) Act", "1984"),
}


def made(style: str, language: str) -> Processor:
    text = "\n".join(
        f"@legislation{{{key}, title={{{title}}}, date={{{date}}}}}"
        for key, (title, date) in LAWS.items()
    )
    raw, _ = read_bibtex(Lines("references.bib", text), Problems())
    works = {entry.key: work_of(entry, Problems(), language) for entry in raw}
    shipped = shipped_style(style, language)
    noted = [Cluster((Cited(key),), at * shipped.in_notes) for at, key in enumerate(works, 1)]
    return Processor(shipped, works, tuple(noted))


@pytest.mark.parametrize("language", ["en-GB", "de"])
@pytest.mark.parametrize("style", SHIPPED)
def test_a_law_keeps_its_letters_and_says_its_year_once(style: str, language: str) -> None:
    processor = made(style, language)
    said = [text_of(entry.pieces) for entry in processor.entries()]
    said += [
        "".join(text_of(part.pieces) for part in parts)
        for parts in processor.citations()
        if not processor.style.by_number
    ]
    said += [processor.short(key) for key in LAWS]
    for title, year in LAWS.values():
        named = [each for each in said if title in each]
        assert len(named) == (2 if processor.style.by_number else 3), said
        assert [each for each in named if each.count(year) != 1] == []
    assert not [each for each in said if "()" in each or " ," in each or ".." in each]


@pytest.mark.parametrize("language", ["en-GB", "de", "fr", "uk"])
@pytest.mark.parametrize("style", SHIPPED)
def test_what_a_law_is_found_by_is_said_in_every_style(style: str, language: str) -> None:
    text = "@legislation{a, title={Water Act}, date={1995-01-27}, number={2145-VIII}}"
    text += (
        "@legislation{b, title={Air Act}, date={1996-01-27}, note={Act of 27 January, 32/95-WR}}"
    )
    raw, _ = read_bibtex(Lines("references.bib", text), Problems())
    works = {entry.key: work_of(entry, Problems(), language) for entry in raw}
    shipped = shipped_style(style, language)
    noted = [Cluster((Cited(key),), at * shipped.in_notes) for at, key in enumerate(works, 1)]
    said = {
        entry.key: text_of(entry.pieces)
        for entry in Processor(shipped, works, tuple(noted)).entries()
    }
    assert said["a"].count("2145-VIII") == 1
    assert said["b"].count("Act of 27 January, 32/95-WR") == 1
    assert not [each for each in said.values() if ".." in each]


@pytest.mark.parametrize(
    ("language", "style", "dated"),
    [
        ("uk", "chicago-author-date", "15 грудня"),
        ("uk", "apa", "15 грудня"),
        ("de", "apa", "15. Dezember"),
        ("fr", "chicago-author-date", "15 décembre"),
        ("en-GB", "apa", "December 15"),
    ],
)
def test_a_day_stands_before_its_month_where_the_language_has_it_so(
    language: str, style: str, dated: str
) -> None:
    text = "@online{a, title={Register}, date={2025-12-15}, url={https://example.org/a}}"
    raw, _ = read_bibtex(Lines("references.bib", text), Problems())
    works = {entry.key: work_of(entry, Problems(), language) for entry in raw}
    processor = Processor(shipped_style(style, language), works, (Cluster((Cited("a"),), 0),))
    (entry,) = processor.entries()
    assert dated in text_of(entry.pieces).replace("\u00a0", " ")
