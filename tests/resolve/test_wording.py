"""Number words and comparisons: what is found in each language, and what must not be."""

from __future__ import annotations

import tomllib
from fractions import Fraction
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from builder.facts.text import Printer
from builder.language.language import CannotSayError, language_of
from builder.language.lexicon import lexicon_of, places_of, value_of
from builder.language.numbers import plural
from builder.model.briefing import Exemption
from builder.model.figure import Figure, Moment
from builder.model.text import FigureUse, Run, Text
from builder.problems import Place, Problem, Problems
from builder.resolve.passages import Passage, plainly, sentence_spans
from builder.resolve.wording.checking import check_wording
from tests.content.broken import CASES
from tests.resolve.making import content, figure, resolved
from tests.shares import share

LANGUAGES = ["en", "de", "fr", "uk"]
HERE = Place("sections/one.md", 3, 1)


def corpus(key: str) -> list[Any]:
    params = []
    for language in LANGUAGES:
        cases = tomllib.loads((CASES / "wording" / f"{language}.toml").read_text("utf-8"))
        for case in cases[key]:
            sentence, *rest = [case] if isinstance(case, str) else case
            params.append(pytest.param(language, sentence, *rest, id=f"{language}: {sentence}"))
    return params


def text_of(sentence: str, claim: str | None = None) -> Text:
    """Return a sentence with a use of a figure at each `#`."""
    items: list[Run | FigureUse] = []
    column = 1
    for number, part in enumerate(sentence.split("#")):
        if number:
            items.append(FigureUse("count", (), Place(HERE.file, HERE.line, column)))
            column += 1
        if part:
            place = Place(HERE.file, HERE.line, column)
            items.append(Run(part, claim=claim, place=place))
            column += len(part)
    return tuple(items)


def warnings(
    language: str,
    *texts: Text,
    figures: tuple[Figure, ...] = (),
    exempt: tuple[str, ...] = (),
    **about: Any,
) -> list[Problem]:
    """Return what is said of the wording of texts."""
    stated = (figure("count", "400", "boats"), *figures)
    problems = Problems()
    printer = Printer(
        language,
        {each.id: each for each in stated},
        resolved(content(*stated, language=language)).figures,
        {},
        problems,
    )
    passages = [Passage(text, **about) for text in texts]
    declared = Exemption(exempt, (), tuple(HERE for _ in exempt))
    check_wording(passages, [declared], printer)
    return problems.found


@pytest.mark.parametrize(("language", "sentence", "phrase", "value"), share(corpus("counted"), 3))
def test_a_number_word_is_warned_of(language: str, sentence: str, phrase: str, value: str) -> None:
    found = [w for w in warnings(language, text_of(sentence)) if "number in words" in w.found]
    assert [w.found for w in found][:1] == [f'unbound number in words "{phrase}"']
    assert sentence.replace("'", "’")[found[0].place.column - 1 :].startswith(phrase)
    assert value_of(phrase, lexicon_of(language)) == Fraction(value)


@pytest.mark.parametrize(("language", "sentence"), share(corpus("uncounted"), 3))
def test_words_that_count_nothing_raise_no_alarm(language: str, sentence: str) -> None:
    assert warnings(language, text_of(sentence)) == []


@pytest.mark.parametrize(("language", "sentence", "phrase"), share(corpus("compared"), 3))
def test_a_comparison_over_figures_without_a_claim_is_warned_of(
    language: str, sentence: str, phrase: str
) -> None:
    found = [w for w in warnings(language, text_of(sentence)) if "comparison" in w.found]
    assert [w.found for w in found] == [f'comparison without a claim: "{phrase}"']
    assert sentence[found[0].place.column - 1 :].startswith(phrase)
    assert found[0].hint.startswith("in: ")


@pytest.mark.parametrize(("language", "sentence"), share(corpus("uncompared"), 3))
def test_words_that_compare_nothing_raise_no_alarm(language: str, sentence: str) -> None:
    assert warnings(language, text_of(sentence)) == []


@pytest.mark.parametrize(("language", "sentence", "phrase"), share(corpus("compared"), 3))
def test_a_claim_anywhere_in_the_sentence_answers_for_its_comparison(
    language: str, sentence: str, phrase: str
) -> None:
    assert warnings(language, text_of(sentence, claim="proven")) == []
    whole = warnings(language, text_of(sentence), claim="proven")
    assert whole == []


@pytest.mark.parametrize(("language", "sentence", "phrase"), share(corpus("compared"), 3))
def test_a_comparison_in_a_sentence_without_figures_is_left_alone(
    language: str, sentence: str, phrase: str
) -> None:
    found = warnings(language, text_of(sentence.replace("#", "it")))
    assert [w for w in found if "comparison" in w.found] == []


def test_a_comparison_that_heads_figures_is_warned_of() -> None:
    (found,) = warnings("en-GB", text_of("Trade rose"), over=True)
    assert "name the claim that proves it by `claim:`" in found.hint


@pytest.mark.parametrize(("language", "title", "phrase"), share(corpus("headed"), 3))
def test_a_title_over_figures_that_compares_is_warned_of(
    language: str, title: str, phrase: str
) -> None:
    found = [w for w in warnings(language, text_of(title), over=True) if "comparison" in w.found]
    assert [w.found for w in found] == [f'comparison without a claim: "{phrase}"']
    assert warnings(language, text_of(title), over=True, claim="proven") == []


@pytest.mark.parametrize(("language", "title"), share(corpus("unheaded"), 3))
def test_a_title_over_figures_that_compares_nothing_raises_no_alarm(
    language: str, title: str
) -> None:
    assert warnings(language, text_of(title), over=True) == []


def test_a_comparison_of_dates_is_left_to_the_sentence() -> None:
    day = figure("day", Moment(2024, 6))
    text = (Run("The largest came in "), FigureUse("day", (), HERE), Run("."))
    assert warnings("en-GB", text, figures=(day,)) == []


def test_the_label_of_a_figure_is_no_number() -> None:
    text = (Run("The largest is "), FigureUse("count", ("label",), HERE), Run("."))
    assert warnings("en-GB", text) == []


def test_number_words_are_matched_with_figures_of_their_value() -> None:
    figures = (
        figure("rounds", "5000000", "rounds"),
        figure("trade", "240", "USD bn"),
        figure("share", "33", "%"),
        figure("drowned", "0.8", "‰"),
    )

    def hints(sentence: str) -> list[str]:
        (found,) = warnings("en-GB", text_of(sentence), figures=figures)
        return found.hint.splitlines()

    assert hints("Some five million rounds.") == [
        'bind it to a figure: {{ rounds | words }} prints "five million rounds"',
        'if it counts something else, exempt: {words: "five million rounds", because: ...} '
        "in briefing.yaml",
    ]
    assert hints("It is two hundred and forty billion.")[0] == (
        'bind it to a figure: {{ trade | words }} prints "two hundred and forty billion US dollars"'
    )
    assert hints("A third of it.")[0].startswith("bind it to a figure: {{ share | words }}")
    assert hints("Four fifths pay.")[0].startswith("name it in figures.yaml")
    assert hints("Some six ships.") == [
        "name it in figures.yaml and print it by {{ figure | words }}, or exempt: "
        '{words: "six ships", because: ...} in briefing.yaml'
    ]


def test_where_a_noun_is_counted_only_figures_that_print_it_are_named() -> None:
    figures = (
        figure("fall", "10", "%"),
        figure("seats", "10", "places"),
        figure("money", "1000", "EUR"),
    )

    def named(sentence: str) -> list[str]:
        found = warnings("fr", text_of(sentence), figures=figures)
        return [line.split()[6] for each in found for line in each.hint.splitlines()[:-1]]

    assert named("Il ferme dans dix ans.") == []
    assert named("Il perd dix places.") == ["seats"]
    assert named("Il perd mille habitants.") == []
    assert named("Il en perd dix.") == ["seats"]


def test_hints_name_figures_of_the_kind_that_words_count() -> None:
    figures = (
        figure("dentists", "6", "dentists", label="Dentists in the district"),
        figure("share", "24", "%"),
        figure("councils", "24", "councils"),
        figure("minutes", "2", "minute"),
        figure("times", "2", "times"),
    )

    def named(sentence: str, language: str = "en-GB") -> list[str]:
        found = warnings(language, text_of(sentence), figures=figures)
        return [line.split()[6] for each in found for line in each.hint.splitlines()[:-1]]

    assert named("Six doctors serve the Dover district.") == ["dentists"]
    assert named("Six laws were passed.") == []
    assert named("It takes six hours.") == []
    assert named("It has eleven of twenty-four.") == ["councils"]
    assert named("Черга довша вдвічі.", "uk") == ["times"]


def test_what_words_follow_must_be_a_figures_own() -> None:
    figures = (figure("risk", "4", "%"), figure("routes", "14", "routes"))

    def named(sentence: str) -> list[str]:
        found = warnings("en-GB", text_of(sentence), figures=figures)
        return [line.split()[6] for each in found for line in each.hint.splitlines()[:-1]]

    assert named("It costs four to nine euros.") == []
    assert named("Four per cent are at risk.") == ["risk"]
    assert named("It is four.") == ["risk"]
    assert named("All fourteen of the night routes run.") == ["routes"]
    assert named("Fourteen came by car.") == []


def test_a_bare_word_is_offered_for_exemption_with_a_neighbour() -> None:
    (found,) = warnings("uk", text_of("Тут зростають #."))
    assert 'exempt: {words: "Тут зростають", because' in found.hint
    (found,) = warnings("uk", text_of("Зростають видатки на #."))
    assert 'exempt: {words: "Зростають видатки на", because' in found.hint
    other = text_of("Ціни зростають до #.")
    assert len(warnings("uk", other, exempt=("Тут зростають",))) == 2


EXEMPTED = {
    "Un sur cinq dépasse le but.": "Un sur cinq",
    "La moitié des cars roulent.": "La moitié",
    "Il y a cinq cars de plus.": "cinq cars",
    "Trois quarts pour la ville.": "Trois quarts",
}


@pytest.mark.parametrize("sentence", EXEMPTED)
def test_the_phrase_to_exempt_is_one_that_reads_as_such(sentence: str) -> None:
    (found,) = warnings("fr", text_of(sentence))
    assert f'exempt: {{words: "{EXEMPTED[sentence]}", because' in found.hint


def test_all_that_compares_in_a_sentence_is_told_at_once() -> None:
    (found,) = warnings("fr", text_of("Le nombre recule de #, puis augmente de #."))
    assert found.found == 'comparison without a claim: "recule"'
    assert 'it compares by "augmente" as well' in found.hint
    assert 'exempt: {words: ["nombre recule", "puis augmente"], because: ...}' in found.hint
    text = text_of("Le nombre recule de #, puis augmente de #.")
    assert warnings("fr", text, exempt=("nombre recule", "puis augmente")) == []


@pytest.mark.parametrize(
    ("language", "sentence", "phrase"),
    [
        ("en", "It is more than twice as often as before, #.", "more than twice as often as"),
        ("en", "Less than half a minute is left, #.", "Less than half"),
        ("de", "Mehr als doppelt so häufig rief man sie, #.", "Mehr als doppelt so"),
        ("de", "Weniger als eine halbe Minute bleibt, #.", "Weniger als eine halbe"),
    ],
)
def test_a_number_by_which_words_compare_is_told_and_exempted_with_them(
    language: str, sentence: str, phrase: str
) -> None:
    (found,) = warnings(language, text_of(sentence))
    assert found.found == f'comparison without a claim: "{phrase}"'
    assert f'{{words: "{phrase}"' in found.hint
    assert warnings(language, text_of(sentence), exempt=(phrase,)) == []


def test_a_number_beside_words_that_compare_is_told_for_itself() -> None:
    found = warnings("de", text_of("Mehr als dreißig Wehren kamen, # blieben."))
    assert {each.found.split(" ")[0] for each in found} == {"comparison", "unbound"}


def test_an_exemption_covers_whole_phrases_only_and_must_be_needed() -> None:
    four = text_of("The four countries sent four ships, and four million rounds.")
    found = warnings("en-GB", four, exempt=("four countries", "Four", "five"))
    assert [problem.found for problem in found] == [
        'unbound number in words "four million"',
        'the exemption "five" exempts nothing',
    ]
    twice = warnings("en-GB", four, exempt=("four", "four"))
    assert twice[-1].found == 'the exemption "four" is declared twice'


def test_an_exemption_of_what_is_no_number_any_more_is_a_warning_while_its_words_stand() -> None:
    text = text_of("A third party sent four ships.")
    found = warnings("en-GB", text, exempt=("four ships", "third party", "fourth party"))
    assert [(problem.severity, problem.found) for problem in found] == [
        ("warning", 'the exemption "third party" is not needed'),
        ("error", 'the exemption "fourth party" exempts nothing'),
    ]


def test_an_exemption_covers_a_comparison_that_no_figure_can_prove() -> None:
    text = text_of("The largest city has #.")
    assert warnings("en-GB", text, exempt=("the largest city",)) == []


@given(number=st.integers(2, 10**12 - 1), language=st.sampled_from(LANGUAGES))
def test_what_the_form_words_prints_is_read_as_its_number(number: int, language: str) -> None:
    if (language, number) == ("fr", 9):
        # Alone, "neuf" means "new" as often.
        return
    try:
        said = language_of(language).cardinal(number)
    except CannotSayError:
        return
    lexicon = lexicon_of(language)
    assert value_of(said, lexicon) == number
    words = plainly(Passage((Run(f"({said})"),))).words
    found = places_of(lexicon.counted, words)
    assert [words[slice(*match.span())] for match in found] == [said]


def test_plurals_of_scales_are_read_in_ukrainian() -> None:
    scales = language_of("uk").spoken_scales["mn"]
    for count in (2, 5, 21):
        phrase = f"{language_of('uk').cardinal(5)} {plural(scales, count, 'uk')}"  # type: ignore[arg-type]
        assert value_of(phrase, lexicon_of("uk")) == 5_000_000


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "It is so (see Penrose, 2021, p. 58, and Nos. 3 and 4). The rest follows."),
        ("de", "So ist es (vgl. Penrose, 2021, S. 58, Abb. 4). Das Weitere folgt."),
        ("fr", "C’est ainsi (voir Penrose, 2021, p. 58, fig. 4). Le reste suit."),
        ("uk", "Це так (див. Пенроуз, 2021, с. 58, рис. 4). Решта далі."),
    ],
)
def test_what_says_where_in_a_work_ends_no_sentence(language: str, text: str) -> None:
    spans = sentence_spans(text, lexicon_of(language).abbreviations)
    assert [text[span].count(".") for span in spans][1:] == [1]


@pytest.mark.parametrize(
    ("sentence", "over", "minor"),
    [
        ("It meets on two mornings.", False, True),
        ("It has twenty mornings.", False, False),
        ("It has seven ships.", False, False),  # as a figure says
        ("Half of it is shut.", False, False),
        ("On two mornings", True, False),
    ],
)
def test_a_small_number_in_prose_that_no_figure_backs_is_minor(
    sentence: str, over: bool, minor: bool
) -> None:
    ships = figure("ships", "7", "ships")
    (found,) = warnings("en-GB", text_of(sentence), figures=(ships,), over=over)
    assert found.minor is minor
