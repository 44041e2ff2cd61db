"""Typewriter's marks are printed as those of the language, in both finished files."""

from __future__ import annotations

import shutil
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from builder.language.punctuation import held_together, punctuated
from builder.language.quotes import with_apostrophes
from builder.model.text import Line, Owner, Run, plain
from builder.problems import Place
from builder.project import build
from tests.finished import strings
from tests.shares import examples

SMALL = Path(__file__).parents[1] / "cases" / "small"
HERE = Place("sections/one.md", 3, 5)
MARKED = ["en-GB", "de", "de-CH", "fr", "fr-CA", "uk"]


@pytest.mark.parametrize(
    ("tag", "typed", "printed"),
    [
        ("en-GB", "He said \"yes\" or 'no'.", "He said “yes” or ‘no’."),
        ("en-GB", "It's the dogs' day, since the '90s", "It’s the dogs’ day, since the ’90s"),
        ("en-GB", '"It\'s \'both\'", ("she" says)', "“It’s ‘both’”, (“she” says)"),
        ("en-GB", "a pause -- then---well...", "a pause – then—well…"),
        ("en-GB", "with --strict, -----, and ....", "with --strict, -----, and ...."),
        ("en-GB", 'a rod of 5" and an "open end', 'a rod of 5" and an "open end'),
        ("de", "Er sagte \"ja\", sie 'nein'.", "Er sagte „ja“, sie ‚nein‘."),
        ("fr-FR", 'Il dit "oui" à l\'autre', "Il dit «\u202foui\u202f» à l’autre"),
        ("uk", 'Він каже "так" п\'ять разів', "Він каже «так» п’ять разів"),
        ("en-GB", "“Already” — done…", "“Already” — done…"),
        ("uk", 'Газета "Газета "День"" пише', "Газета «Газета „День“» пише"),
        ("en-GB", 'an empty "" and a "full" one', 'an empty "" and a “full” one'),
        ("uk", "Вода — це життя -- так", "Вода\u00a0— це життя\u00a0– так"),
        ("uk", "на вулиці 8 Березня, 5", "на вулиці 8\u00a0Березня, 5"),
        ("uk", "від 8 березня", "від 8\u00a0березня"),
        ("fr", "rue du 8 Mai", "rue du 8\u00a0Mai"),
        ("fr", "le 8 mai", "le 8\u00a0mai"),
        ("de", "Straße des 17. Juni", "Straße des 17.\u00a0Juni"),
        ("en-GB", "4 July Street", "4\u00a0July Street"),
        ("en-GB", "12 may stay", "12 may stay"),
        ("uk", "2022–2023, Київ-Львів -- ні", "2022–2023, Київ-Львів\u00a0– ні"),
    ],
)
def test_marks_become_those_of_the_language(tag: str, typed: str, printed: str) -> None:
    assert plain(punctuated((Run(typed),), tag)) == printed


@pytest.mark.parametrize(
    ("tag", "typed", "printed"),
    [
        ("en-GB", 'He said "yes."', "He said “yes.”"),
        ("de", 'Sie sagte "ja"', "Sie sagte „ja“"),
        ("fr-FR", 'Il dit "oui"', "Il dit «\u202foui\u202f»"),
        ("uk", 'Він каже "так"', "Він каже «так»"),
    ],
)
def test_a_quotation_closes_before_the_mark_of_a_note(tag: str, typed: str, printed: str) -> None:
    # Its number is no part of the plain words.
    assert plain(punctuated((Run(typed), Run("1", note=1)), tag)) == printed


def test_a_decade_that_is_a_date_has_its_apostrophe() -> None:
    line = (Run("in the "), Run("'90s", owner=Owner("date", "")), Run(" so"))
    assert plain(punctuated(line, "en-GB")) == "in the ’90s so"


def test_a_figure_in_single_marks_is_quoted() -> None:
    figure = Run("5 books", owner=Owner("figure", "n"))
    line: Line = (Run("the '"), figure, Run("' and the '90s, '"), figure, Run("'s"))
    assert plain(punctuated(line, "en-GB")) == "the ‘5 books’ and the ’90s, ’5 books’s"


WORDS = ["a", "b", "été", "5", " ", " ", "\u00a0", "\u202f", "(", ")"]
TYPED = ["'", '"', "«", "»", "--", "...", ";", ":", "?", "!", "."]
typed = st.lists(st.sampled_from([*WORDS, *TYPED]), min_size=1, max_size=14).map("".join)


@settings(max_examples=examples(300), deadline=None)
@given(text=typed, cuts=st.sets(st.integers(1, 30)), tag=st.sampled_from(MARKED))
def test_marks_fall_alike_however_a_line_is_set(text: str, cuts: set[int], tag: str) -> None:
    edges = [0, *sorted(cut for cut in cuts if cut < len(text)), len(text)]
    parts = tuple(Run(text[a:b], strong=bool(n % 2)) for n, (a, b) in enumerate(pairwise(edges)))
    assert plain(punctuated(parts, tag)) == plain(punctuated((Run(text),), tag))


def test_what_others_say_and_code_are_left_as_they_are() -> None:
    owned = Run("O'Neil-5", owner=Owner("name", "O'Neil-5"))
    line: Line = (Run('the "'), owned, Run('" of '), Run('"x"...', code=True))
    assert plain(punctuated(line, "en-GB")) == 'the “O\'Neil-5” of "x"...'


def test_words_in_another_language_have_its_marks() -> None:
    line = (Run('said "no" and '), Run('"nein"', language="de"))
    assert plain(punctuated(line, "en-GB")) == "said “no” and „nein“"


def test_words_in_a_language_that_we_do_not_write_have_curled_marks() -> None:
    line = (Run('said "no" and '), Run("\"mai\" e 'mai'", language="it"))
    assert plain(punctuated(line, "en-GB")) == "said “no” and “mai” e ‘mai’"


def test_words_after_a_longer_or_shorter_mark_are_found_where_they_stand_in_the_file() -> None:
    typed = 'Sea --- road -- "rail"... and air'
    for tag in ("en-GB", "fr"):
        (run,) = punctuated((Run(typed, place=HERE),), tag)
        for word in ("Sea", "road", "rail", "and", "air"):
            place = run.place_at(run.text.index(word))
            assert place.column == HERE.column + typed.index(word), (tag, word)


@pytest.mark.longer
def test_both_finished_files_print_them_and_agree(tmp_path: Path) -> None:
    folder = shutil.copytree(SMALL, tmp_path / "small")
    freight = folder / "sections" / "freight.md"
    slide = "::::{slide} The harbour's \"old\" quay\n\n- It's there -- at last...\n\n::::\n"
    prose = 'It\'s the "old" quay {{ quay_cost | short }} -- at last...\n\n'
    text = freight.read_text(encoding="utf-8").replace("- Bulk goods", f"{prose}- Bulk goods")
    freight.write_text(f"{text}\n{slide}", encoding="utf-8")
    sources = folder / "sources.yaml"
    titles = sources.read_text(encoding="utf-8").replace("Harbour statistics", "Harbour's count")
    sources.write_text(titles, encoding="utf-8")
    outcome = build(folder, tmp_path / "out", ("paper", "deck"))
    for written in outcome.files:
        said = " ".join(strings(written.path))
        assert "It’s the “old” quay" in said or "The harbour’s “old” quay" in said
        assert "– at last…" in said
        assert "Harbour’s count 2024" in said


@pytest.mark.parametrize(
    ("typed", "printed"),
    [
        ("Кам'янський", "Кам’янський"),
        ("O'Brien's", "O’Brien’s"),
        ("sailors' home", "sailors’ home"),
        ("the 'Anna'", "the 'Anna'"),
        ("5' wide", "5' wide"),
        ("L’Isle d'Abeau", "L’Isle d’Abeau"),
    ],
)
def test_words_of_data_have_the_apostrophes_that_prose_has(typed: str, printed: str) -> None:
    assert with_apostrophes(typed) == printed


@pytest.mark.parametrize(
    ("tag", "printed"),
    [
        ("uk", "закон від 6~жовтня 2005~р. №~2961-IV, ст.~17 і~п.~12, у~2027~році"),
        ("uk", "Було. 5 шкіл та 12 лікарень, 2005 ріллі"),
        ("de", "Nach §~5 Abs.~2 Satz~1 am 14.~März 2025, S.~12"),
        ("de", "Es fiel. 5 Jahrbücher danach 3 Märzbecher"),
        ("uk", "А~в~школі с.~Нова Гребля, вул.~Шкільна, 1, учать дітей 6–9~років о~9:00"),
        ("uk", "Площа 5~м. Далі ж зручно, вітамін А~і~риба; с. стара"),
        ("de", "Dr.~Berg, 43~Jahre, kommt um 9~Uhr in die Parkstr. nach Ulm"),
        ("fr", "M.~Petit, 43~ans, part à 6~heures. M. et moi"),
        ("en", "Dr.~Hill, 43~years old, is in at 9~a.m. St.~Ives has a pool"),
        ("fr", "le 1er~janvier 2024, art.~5, n°~2015-991, p.~12"),
        ("fr", "En avr. 5 maisons, 3 maisons"),
        ("en-GB", "On 1~May 2026, see p.~12, s.~63 and No.~5"),
        ("en-US", "It stopped. 5 Mayors said no. 3 Marchers too"),
        ("de", "auf die B~115 zurück, LGBl.~Nr.~85/2023, BGBl.~I~Nr.~5/2020, §~1319a~ABGB"),
        ("de", "nach §~112 Abs.~2~GewO 1994, Art.~15 Abs.~1~B-VG, ÖNORM EN~892, z.~B., i.~d.~R."),
        ("de", "Die EU 2019 und die NATO: 40~%, 5~km, 3~km/h, 9~Mio. Euro, 7~°C, 12 Kühe"),
        ("de", "J.~R.~Huber und Mag.~Egger, Seite~12, Kategorie~3, EUR~5, am Ende 5 Kisten"),
        ("en-GB", "the A~303, Berth~7 and page~12; J.~K.~Hill; 40~km, £~5, 3~million, e.~g. this"),
        ("en-GB", "In the EU 2019 was warm. A 2,019 people and the WHO 40% rule, Act 5 cows"),
        ("fr", "art.~L.~3111-7~CGCT, quai~3, 40~%, 12~km, p.~ex. J.~Petit, la RD~12"),
        ("uk", "ст.~17~КЗпП, 40~%, 12~км, тощо і~т.~д., Т.~Г.~Шевченка, М~06"),
    ],
)
def test_no_line_ends_between_a_day_and_its_month_or_a_short_word_and_its_number(
    tag: str, printed: str
) -> None:
    typed = printed.replace("~", " ")
    assert plain(punctuated((Run(typed),), tag)).replace("\u00a0", "~") == printed


def test_nor_does_one_within_a_day_or_an_act_that_is_owned_as_a_name() -> None:
    day, act = (Run(text, owner=Owner("name", text)) for text in ("6 жовтня", "№ 214"))
    line = punctuated((Run("Від "), day, Run(" діє наказ "), act, Run(".")), "uk")
    assert plain(line) == "Від 6\u00a0жовтня діє наказ №\u00a0214."
    assert [run.owner for run in line if run.owner] == [day.owner, act.owner]
    assert plain(punctuated((day,), "uk")) == "6\u00a0жовтня"


@pytest.mark.parametrize(
    ("tag", "typed", "printed"),
    [
        ("fr", "Qui gagne quoi ? Une étude : le prix", "Qui gagne quoi^? Une étude^: le prix"),
        ("fr-CA", "Une étude : le prix", "Une étude~: le prix"),
        ("fr", "Why? A study: prices", "Why? A study: prices"),
        ("en", "Qui ? Une étude : le prix", "Qui ? Une étude : le prix"),
    ],
)
def test_spaces_by_marks_of_data_are_those_of_the_language_where_there_are_any(
    tag: str, typed: str, printed: str
) -> None:
    assert held_together(typed, tag) == printed.replace("^", "\u202f").replace("~", "\u00a0")
