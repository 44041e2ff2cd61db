"""What BibTeX writes: accents, marks, names and dates, as references have them."""

from __future__ import annotations

import pytest

from builder.content.bibtex import read_bibtex
from builder.content.lines import Lines
from builder.content.tex import text_of_tex, when_of
from builder.content.works import work_of
from builder.model.work import Person, When, Work
from builder.problems import Problems


def work(fields: str, kind: str = "book", language: str = "en") -> Work:
    problems = Problems()
    raw, whole = read_bibtex(Lines("r.bib", f"@{kind}{{key, {fields}}}"), problems)
    assert whole
    assert not problems.found
    return work_of(raw[0], problems, language)


@pytest.mark.parametrize(
    ("written", "said"),
    [
        (r"G{\"o}del", "Gödel"),
        (r"\v{S}vejk and \c{C}a and {\ss}", "Švejk and Ça and ß"),
        (r"Na\"{\i}ve \o\ {\AA}", "Naïve ø Å"),
        (r"pp.~3--4 --- ``so''", "pp.\u00a03–4 — “so”"),
        (
            r"\emph{In} \textbf{bold}, 10\textsuperscript{th}",
            "<i>In</i> <b>bold</b>, 10<sup>th</sup>",
        ),
        (r"H$_2$O \& more \% 5", "H<sub>2</sub>O & more % 5"),
        (r"the author's", "the author’s"),
    ],
)
def test_tex_becomes_the_letters_that_it_makes(written: str, said: str) -> None:
    assert text_of_tex(written, lambda name: pytest.fail(name)) == said


@pytest.mark.parametrize(
    ("written", "people"),
    [
        ("Donald E. Knuth", (Person("Knuth", "Donald E."),)),
        ("Ludwig van Beethoven", (Person("Beethoven", "Ludwig", dropping="van"),)),
        ("de la Cruz, Ana", (Person("Cruz", "Ana", dropping="de la"),)),
        ("Strunk, Jr., William", (Person("Strunk", "William", suffix="Jr."),)),
        ("{World Bank}", (Person("World Bank", literal=True),)),
        (
            "{Barnes and Noble} and Roe, A.",
            (Person("Barnes and Noble", literal=True), Person("Roe", "A.")),
        ),
        ("Doe, J. and others", (Person("Doe", "J."), Person("others", literal=True))),
    ],
)
def test_names_are_taken_apart(written: str, people: tuple[Person, ...]) -> None:
    assert work(f"title = {{T}}, author = {{{written}}}").names["author"] == people


def test_a_particle_belongs_to_the_family_where_the_entry_says_so() -> None:
    found = work("title = {T}, author = {van Dijk, T.}, options = {useprefix=true}")
    assert found.names["author"] == (Person("Dijk", "T.", particle="van"),)


@pytest.mark.parametrize(
    ("written", "when"),
    [
        ("2020-05-01", When(((2020, 5, 1),))),
        ("2001/2004", When(((2001,), (2004,)))),
        ("1650~", When(((1650,),), circa=True)),
        ("2020-23", When(((2020,),), season=3)),
        ("forthcoming", When(words="forthcoming")),
    ],
)
def test_dates_are_those_of_iso_8601_or_words(written: str, when: When) -> None:
    assert when_of(written) == when


def test_english_titles_get_small_letters_outside_of_braces_and_others_stay() -> None:
    title = "title = {The Market for {Lemons}: A Theory}"
    assert work(title).fields["title"] == (
        'The market for <span class="nocase">Lemons</span>: A theory'
    )
    assert work(title, language="de").fields["title"].startswith("The Market for")


def test_values_are_joined_of_parts_and_abbreviations() -> None:
    text = (
        "@string{acm = {ACM}}\n@comment{no}\n"
        '@book{k, title = "A" # " B", publisher = acm # { Press}}'
    )
    problems = Problems()
    raw, whole = read_bibtex(Lines("r.bib", text), problems)
    assert whole
    assert raw[0].fields == {"title": "A B", "publisher": "ACM Press"}


def test_a_command_that_is_not_known_is_told_at_its_field() -> None:
    problems = Problems()
    raw, _ = read_bibtex(Lines("r.bib", "@book{k,\n  title = {A \\foo B}}"), problems)
    work_of(raw[0], problems, "en")
    assert [str(each).split("\n")[0] for each in problems] == [
        r'r.bib:2:12: warning: the TeX command \foo in "k" is left out'
    ]


@pytest.mark.parametrize("value", ["{{{}}}", '"{}"'])
@pytest.mark.parametrize(("deep", "found"), [(49, ""), (50, ""), (51, "braces open too deeply")])
def test_braces_open_fifty_deep_and_no_deeper(value: str, deep: int, found: str) -> None:
    inside = deep - value.startswith("{")  # the braces around a value are the first
    written = value.format("{" * inside + "T" + "}" * inside)
    problems = Problems()
    read_bibtex(Lines("r.bib", f"@book{{key, title = {written}}}"), problems)
    assert [each.found for each in problems.found] == ([found] if found else [])
