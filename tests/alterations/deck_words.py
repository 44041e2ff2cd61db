"""Words of slides, notes and alt texts, altered."""

from __future__ import annotations

import re
from collections.abc import Callable
from random import Random

from tests.alterations import wording
from tests.alterations.kinds import Altered, kind
from tests.alterations.package import (
    A,
    P,
    Package,
    Run,
    holder_of,
    name_of,
    runs,
    shapes,
    text_of,
    words,
)

_MONTH = re.compile(r"[A-ZЄІЇҐА-Я][^\W\d_]{2,8}[\u00a0 ]\d{4}|\b(?:19|20)\d\d\b")
_WORDS, _GUARDED, _NUMBERS = "words", "guarded words", "number words"
_UNIT, _PLACES = "unit, subtitle, label", "places swapped"

Change = Callable[[str, Random, str], str | None]


def changed(package: Package, found: list[Run], rng: Random, change: Change) -> Altered | None:
    """Change one run of those that can be changed so."""
    every = words(found)
    if not every:
        return None
    other = rng.choice(every)[1][0]
    for run in rng.sample(found, len(found)):
        text = change(run.text, rng, other)
        if text is not None and text != run.text:
            place = run.say(text)
            return Altered(package.write(), place)
    return None


def _enter(name: str, group: str, change: Change) -> None:
    @kind(name, group)
    def alter(data: bytes, rng: Random) -> Altered | None:
        package = Package.read(data)
        return changed(package, runs(package, package.shown()), rng, change)


_enter("deck: word replaced", _WORDS, wording.with_other_word)
_enter("deck: word added", _WORDS, wording.with_a_word)
_enter("deck: word removed", _WORDS, lambda text, rng, _: wording.without_a_word(text, rng))
_enter("deck: word turned", _GUARDED, lambda text, rng, _: wording.turned(text, wording.TURNS, rng))
_enter("deck: sentence negated", _GUARDED, lambda text, rng, _: wording.negated(text, rng))
_enter("deck: number word added", _NUMBERS, lambda t, rng, _: wording.with_number_words(t, rng))
_enter("deck: digit changed", _PLACES, lambda text, rng, _: wording.with_other_digit(text, rng))
_enter("deck: unit changed", _UNIT, lambda text, rng, _: wording.turned_unit(text, rng))


def _of_shapes(package: Package, wanted: str, paragraph: int) -> list[Run]:
    """Return the runs of the paragraphs from one on, in shapes of a name."""
    found = []
    for run in runs(package, package.shown()):
        if not holder_of(run.element).startswith(wanted):
            continue
        holder = next(run.element.iterancestors(A + "p"))
        if len(list(holder.itersiblings(A + "p", preceding=True))) >= paragraph:
            found.append(run)
    return found


@kind("deck: subtitle word changed", _UNIT)
def subtitle(data: bytes, rng: Random) -> Altered | None:
    package = Package.read(data)
    return changed(package, _of_shapes(package, "Caption", 1), rng, wording.with_other_word)


@kind("deck: panel label word changed", _UNIT)
def label(data: bytes, rng: Random) -> Altered | None:
    package = Package.read(data)
    return changed(package, _of_shapes(package, "Figure", 1), rng, wording.with_other_word)


@kind("deck: text of a whole shape emptied", _WORDS)
def emptied(data: bytes, rng: Random) -> Altered | None:
    package = Package.read(data)
    # A slide's number stands in a field, which programs fill: it has no run to be taken out.
    shapes = (s for p in package.shown() for s in package.root(p).iter(P + "sp") if text_of(s))
    found = [shape for shape in shapes if next(shape.iter(A + "r"), None) is not None]
    shape = rng.choice(found)
    place = f"{name_of(shape)}: “{text_of(shape)}” emptied"
    for run in list(shape.iter(A + "r")):
        run.getparent().remove(run)
    return Altered(package.write(), place)


@kind("deck: paragraph added", _WORDS)
def paragraph_added(data: bytes, rng: Random) -> Altered | None:
    import copy

    package = Package.read(data)
    found = [
        p
        for s in package.shown()
        for p in package.root(s).iter(A + "p")
        if text_of(p).count(" ") > 2
    ]
    paragraph = rng.choice(found)
    added = copy.deepcopy(paragraph)
    other = rng.choice(words(runs(package, package.shown())))[1][0]
    for position, held in enumerate(list(added.iter(A + "t"))):
        held.text = f"Nobody believes any of it, {other} said" if position == 0 else ""
    paragraph.addnext(added)
    return Altered(package.write(), f"{holder_of(paragraph)}: “{text_of(added)}” added")


def _swap(package: Package, one: Run, a: re.Match[str], other: Run, b: re.Match[str]) -> Altered:
    first, second = wording.swapped(one.text, a, other.text, b)
    place = "; ".join((one.say(first), other.say(second)))
    return Altered(package.write(), place)


def _swap_two(data: bytes, rng: Random, pattern: re.Pattern[str]) -> Altered | None:
    """Swap two different stretches of one slide that a pattern finds, in two shapes or runs."""
    package = Package.read(data)
    slides = package.shown()
    for slide in rng.sample(slides, len(slides)):
        found = [(run, m) for run in runs(package, [slide]) for m in pattern.finditer(run.text)]
        pairs = [
            (one, other)
            for i, one in enumerate(found)
            for other in found[i + 1 :]
            if one[1][0] != other[1][0] and one[0].element is not other[0].element
        ]
        if pairs:
            one, other = rng.choice(pairs)
            return _swap(package, *one, *other)
    return None


@kind("deck: two dates swapped", _PLACES)
def dates(data: bytes, rng: Random) -> Altered | None:
    return _swap_two(data, rng, _MONTH)


@kind("deck: two amounts swapped", _PLACES)
def amounts(data: bytes, rng: Random) -> Altered | None:
    return _swap_two(data, rng, re.compile(r"\d+(?:[.,\u00a0\u202f]\d+)*"))


@kind("deck: two panels' figures swapped", _PLACES)
def panels(data: bytes, rng: Random) -> Altered | None:
    """The large figure of one panel stands over the other's label."""
    package = Package.read(data)
    slides = package.shown()
    for slide in rng.sample(slides, len(slides)):
        firsts = []
        for shape in package.root(slide).iter(P + "sp"):
            texts = [held for held in shape.iter(A + "t") if held.text]
            if name_of(shape).startswith("Figure ") and len(texts) > 1:
                firsts.append(Run(slide, texts[0]))
        pairs = [(a, b) for a in firsts for b in firsts if a.text < b.text]
        if pairs:
            one, other = rng.choice(pairs)
            first, second = one.text, other.text
            place = "; ".join((one.say(second), other.say(first)))
            return Altered(package.write(), place)
    return None


@kind("deck: two paragraphs swapped", _PLACES)
def paragraphs(data: bytes, rng: Random) -> Altered | None:
    package = Package.read(data)
    found = [
        (one, other)
        for slide in package.shown()
        for body in package.root(slide).iter(P + "txBody")
        for one in body.findall(A + "p")
        if (other := one.getnext()) is not None and text_of(one) != text_of(other) != ""
    ]
    if not found:
        return None
    one, other = rng.choice(found)
    other.addnext(one)
    return Altered(package.write(), f"{holder_of(one)}: “{text_of(one)}” after “{text_of(other)}”")


@kind("deck: titles of two slides swapped", _PLACES)
def titles(data: bytes, rng: Random) -> Altered | None:
    package = Package.read(data)
    found = []
    for slide in package.shown():
        shape = next((s for s in package.root(slide).iter(P + "sp") if name_of(s) == "Title"), None)
        texts = [] if shape is None else [t for t in shape.iter(A + "t") if t.text]
        if len(texts) == 1:
            found.append(Run(slide, texts[0]))
    pairs = [(one, other) for one in found for other in found if one.text < other.text]
    if not pairs:
        return None
    one, other = rng.choice(pairs)
    first, second = one.text, other.text
    place = "; ".join((one.say(second), other.say(first)))
    return Altered(package.write(), place)


def _enter_notes(name: str, change: Change) -> None:
    @kind(name, "notes", "notes")
    def alter(data: bytes, rng: Random) -> Altered | None:
        package = Package.read(data)
        return changed(package, runs(package, package.notes()), rng, change)


_enter_notes("deck: notes, word replaced", wording.with_other_word)
_enter_notes("deck: notes, word turned", lambda t, rng, _: wording.turned(t, wording.TURNS, rng))


@kind("deck: notes emptied", "notes", "notes")
def notes_emptied(data: bytes, rng: Random) -> Altered | None:
    package = Package.read(data)
    names = package.notes()
    if not names:
        return None
    name = rng.choice(names)
    for run in list(package.root(name).iter(A + "r")):
        run.getparent().remove(run)
    return Altered(package.write(), f"{name} emptied")


@kind("deck: alt text changed", "alt texts", "alt text")
def alt(data: bytes, rng: Random) -> Altered | None:
    package = Package.read(data)
    found = [
        held
        for slide in package.shown()
        for shape in shapes(package.root(slide))
        if (held := shape.find(".//" + P + "cNvPr")) is not None and held.get("descr")
    ]
    for held in rng.sample(found, len(found)):
        text = wording.with_other_word(str(held.get("descr")), rng, "nothing")
        if text:
            before = held.get("descr")
            held.set("descr", text)
            return Altered(package.write(), f"{held.get('name')}: “{before}” -> “{text}”")
    return None
