"""A typed number that may be a slip is refused until its figure is named, and then taken."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal

import pytest

from builder.cli import run
from builder.facts.reading import Read
from builder.pulling import Pulled
from builder.pulling.changes import DeckPlace, UnknownFigureError
from builder.pulling.changes import Edit as Edited
from builder.pulling.doubts import doubt
from tests.pulling.conftest import Desk
from tests.pulling.editing import Deck
from tests.shares import share

pytestmark = pytest.mark.usefixtures("remembered")

Edit = Callable[[Deck], Deck]

FEWER = "has fewer digits than"
MAGNITUDE = "which is of another magnitude"

# The edit, the name to accept, why it is refused until then, and the value that it is to have.
DOUBTS: dict[str, tuple[Edit, str, str, str]] = {
    "the content's digits cut short": (
        lambda deck: deck.say("A box waits 6.083 days", "A box waits 6.08 days", notes=True),
        "waiting",
        f"“6.08 days” {FEWER} “waiting” has in the content, 6.083",
        "6.08",
    ),
    "another number with fewer digits": (
        lambda deck: deck.say("A box waits 6.083 days", "A box waits 7.1 days", notes=True),
        "waiting",
        f"“7.1 days” {FEWER} “waiting” has in the content, 6.083",
        "7.1",
    ),
    "digits that are not printed": (
        lambda deck: deck.say("pays €27.13", "pays €28.40", slide=2),
        "dues",
        f"“€28.40” {FEWER} “dues” has in the content, 27.125",
        "28.40",
    ),
    "a plotted cell cut short": (
        lambda deck: deck.set("tons", {"B3": 6.08}),
        "tons!2/tonnes",
        f"“6.08” {FEWER} “tons!2/tonnes” has in the content, 6.083",
        "6.080",
    ),
    "a plotted cell without any of its decimals": (
        lambda deck: deck.set("tons", {"B2": 19}),
        "tons!1/tonnes",
        f"“19” {FEWER} “tons!1/tonnes” has in the content, 18.25",
        "19.00",
    ),
    "a cell of a table cut short": (
        lambda deck: deck.say("18.25", "18.2", slide=5),
        "tons!1/tonnes",
        f"“18.2” {FEWER} “tons!1/tonnes” has in the content, 18.25",
        "18.2",
    ),
    "a German thousand": (
        lambda deck: deck.say("moved 61,000 boxes", "moved 61.500 boxes", slide=2),
        "boxes",
        f"“61.500 boxes” would make “boxes” 61.5 where it is 61000, {MAGNITUDE}; "
        "as German writes numbers it is 61500",
        "61.500",
    ),
    "a zero too many": (
        lambda deck: deck.say("moved 61,000 boxes", "moved 610,000 boxes", slide=2),
        "boxes",
        f"“610,000 boxes” would make “boxes” 610000 where it is 61000, {MAGNITUDE}",
        "610000",
    ),
    "a zero too few in a chart": (
        lambda deck: deck.set("stored", {"B2": 41}),
        "stored!1/stored",
        f"“41” would make “stored!1/stored” 41 where it is 410, {MAGNITUDE}",
        "41",
    ),
    "nothing left of a number": (
        lambda deck: deck.set("stored", {"B2": 0}),
        "stored!1/stored",
        f"“0” would make “stored!1/stored” 0 where it is 410, {MAGNITUDE}",
        "0",
    ),
}

# Edits that nothing speaks against, and the value that each brings.
PLAIN: dict[str, tuple[Edit, str, str]] = {
    "all digits": (
        lambda deck: deck.say("A box waits 6.083 days", "A box waits 6.084 days", notes=True),
        "waiting",
        "6.084",
    ),
    "more digits": (
        lambda deck: deck.say("moved 61,000 boxes", "moved 61,234.5 boxes", slide=2),
        "boxes",
        "61234.5",
    ),
    "a last zero that no workbook keeps": (
        lambda deck: deck.set("tons", {"B2": 19.5}),
        "tons!1/tonnes",
        "19.50",
    ),
    "nearly ten times as much": (
        lambda deck: deck.say("moved 61,000 boxes", "moved 609,999 boxes", slide=2),
        "boxes",
        "609999",
    ),
    "a year": (
        lambda deck: deck.say("begun in 2016", "begun in 2018", slide=2),
        "begun",
        "2018",
    ),
}

# Edits that type what the content prints already.
SAME: dict[str, Edit] = {
    "what its printed decimals round to": lambda deck: deck.say("€27.13", "€ 27.13", slide=2),
    "what is printed, at another of its places": lambda deck: deck.say(
        "A box waits 6.083 days", "A box waits 6.0830 days", notes=True
    ),
}


def values(pulled: Pulled) -> dict[str, object]:
    return {str(change.target): change.value for change in pulled.changes}


@pytest.mark.parametrize("name", share(DOUBTS, 6))
def test_a_value_in_doubt_is_refused_with_what_to_add(typed: Desk, name: str) -> None:
    edit, accept, found, _ = DOUBTS[name]
    pulled = typed.compare(edit(typed.open()))
    (refusal,) = pulled.refusals
    assert not pulled.changes
    assert refusal.found == found
    assert f"add --accept {accept}" in refusal.hint.replace("'", "")
    assert refusal.spots


@pytest.mark.longer
@pytest.mark.parametrize("name", share(DOUBTS, 8))
def test_a_value_in_doubt_is_taken_once_it_is_named(typed: Desk, name: str) -> None:
    edit, accept, _, value = DOUBTS[name]
    pulled = typed.compare(edit(typed.open()), accept)
    assert not pulled.refusals
    assert {key: str(each) for key, each in values(pulled).items()} == {accept: value}
    assert not pulled.unneeded


@pytest.mark.parametrize("name", share(PLAIN, 4))
def test_what_is_in_no_doubt_is_taken(typed: Desk, name: str) -> None:
    edit, target, value = PLAIN[name]
    pulled = typed.compare(edit(typed.open()))
    assert not pulled.refusals
    assert {key: str(each) for key, each in values(pulled).items()} == {target: value}


@pytest.mark.parametrize("name", SAME)
def test_what_is_printed_already_is_no_change(typed: Desk, name: str) -> None:
    pulled = typed.compare(SAME[name](typed.open()))
    assert not pulled.refusals
    assert not pulled.changes


@pytest.mark.parametrize(
    ("tag", "typed_over", "value", "language", "meant"),
    [
        ("en-GB", "61.500", "61.500", "German", "61500"),
        ("de-DE", "61,500", "61.500", "English", "61500"),
        ("fr-FR", "61,500", "61.500", "English", "61500"),
        ("uk-UA", "61,500", "61.500", "English", "61500"),
    ],
)
def test_the_language_that_reads_a_number_as_it_was_meant_is_named(
    tag: str, typed_over: str, value: str, language: str, meant: str
) -> None:
    read, spot = Read(Decimal(value), None), DeckPlace(2, "body", "Points")
    edit = Edited("boxes", "boxes", "61000", typed_over, None, read, spot)
    found = doubt("boxes", Decimal(61000), Decimal(value), [edit], tag)
    assert found is not None
    assert found.found.endswith(f"{MAGNITUDE}; as {language} writes numbers it is {meant}")


@pytest.mark.longer
def test_one_name_takes_one_value(typed: Desk) -> None:
    edited = typed.open().say("moved 61,000 boxes", "moved 610,000 boxes", slide=2)
    edited.say("A box waits 6.083 days", "A box waits 6.08 days", notes=True)
    pulled = typed.compare(edited, "boxes")
    assert values(pulled) == {"boxes": Decimal(610000)}
    assert [FEWER in refusal.found for refusal in pulled.refusals] == [True]
    assert not typed.compare(edited, "boxes", "waiting").refusals


def test_a_name_of_no_figure_is_refused_with_those_that_are(typed: Desk) -> None:
    with pytest.raises(UnknownFigureError, match="“boxs”; did you mean boxes"):
        typed.compare(typed.open(), "boxs")
    with pytest.raises(UnknownFigureError, match="tons!9/tonnes"):
        typed.compare(typed.open(), "tons!9/tonnes")


@pytest.mark.longer
def test_a_name_without_a_doubt_is_told(typed: Desk, capsys: pytest.CaptureFixture[str]) -> None:
    path = str(typed.open().save(typed.deck.with_name("edited.pptx")))
    assert run(["pull", path, str(typed.content), "--accept", "boxes"]) == 0
    assert "--accept boxes: nothing about it is in doubt" in capsys.readouterr().out
    assert run(["pull", path, str(typed.content), "--accept", "boxs"]) == 2


@pytest.mark.longer
def test_apply_writes_what_is_named_and_nothing_else_in_doubt(
    typed: Desk, capsys: pytest.CaptureFixture[str]
) -> None:
    edited = typed.open().say("moved 61,000 boxes", "moved 61.500 boxes", slide=2)
    edited.say("A box waits 6.083 days", "A box waits 6.08 days", notes=True)
    path = str(edited.save(typed.deck.with_name("edited.pptx")))
    before = typed.text("figures.yaml")
    assert run(["pull", path, str(typed.content), "--apply"]) == 1
    assert typed.text("figures.yaml") == before
    assert "if 6.08 is meant, add --accept waiting" in capsys.readouterr().err
    assert run(["pull", path, str(typed.content), "--apply", "--accept", "waiting"]) == 1
    assert typed.text("figures.yaml") == before.replace("&wait 6.083 ", "&wait 6.08 ")


# The edit, and the characters of figures.yaml before and after.
ANCHORED: dict[str, tuple[Edit, str, str]] = {
    "before a value in braces": (
        lambda deck: deck.say("moved 61,000 boxes", "moved 62,000 boxes", slide=2),
        "value: &boxes 61000,",
        "value: &boxes 62000,",
    ),
    "before a value and a comment": (
        lambda deck: deck.say("A box waits 6.083 days", "A box waits 6.085 days", notes=True),
        "value: &wait 6.083   # as",
        "value: &wait 6.085   # as",
    ),
    "a tag before a value in quotes": (
        lambda deck: deck.say("pays €27.13", "pays €28.375", slide=2),
        'value: !!str "27.125"',
        'value: !!str "28.375"',
    ),
    "before a figure that is hedged": (
        lambda deck: deck.say("12 cranes", "about 14 cranes", slide=2),
        "  value: 12\n",
        "  value: 14\n  hedge: about\n",
    ),
    "before a figure in braces that is hedged": (
        lambda deck: deck.say("340 lamps", "about 350 lamps", slide=2),
        "lamps: &lamps {label: Lamps on the quay, value: 340,",
        "lamps: &lamps {label: Lamps on the quay, hedge: about, value: 350,",
    ),
}


@pytest.mark.parametrize("name", share(ANCHORED, 4))
def test_an_anchor_beside_a_value_survives(typed: Desk, name: str) -> None:
    edit, old, new = ANCHORED[name]
    before = typed.text("figures.yaml")
    pulled = typed.pull(edit(typed.open()), write=True)
    assert not pulled.refusals
    assert before.count(old) == 1
    assert typed.text("figures.yaml") == before.replace(old, new)
