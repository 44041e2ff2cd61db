"""Running text: takes a `Work`, returns sentences, paragraphs, lists, quotes and questions."""

from __future__ import annotations

import re

from tests.fuzz.chance import Node, Work
from tests.fuzz.figures import year

_SLOT = re.compile(r"\{(\w)(?::(\w+))?\}")
_TOKEN = re.compile(r"(?:\{\{.*?\}\}|\S)+")
_WORD = re.compile(r"[^\W\d_]{3,}")
_STOPS = ".,;:!?"
_JOINT = "\ue000"


def sentence(work: Work, plain: bool = False) -> str:
    """Return a sentence of the paper's prose; a `plain` one, as slides take it, has no notes."""
    text = filled(work, work.word("sentences"))
    end = work.draw.weighted({".": 9.0, "!": 0.4, "?": 0.4})
    text += "" if text.endswith(".") else end
    return _dressed(work, text, plain)


def filled(work: Work, template: str) -> str:
    """Return a sentence, point or label with figures, dates, years and names in their places."""
    text = _SLOT.sub(lambda slot: _slot(work, slot[1], slot[2] or ""), template)
    return text


def _slot(work: Work, kind: str, form: str) -> str:
    draw = work.draw
    if kind == "f":
        if form == "number" and not draw.has("glued"):
            return work.word("labels")
        return figure_use(work, form)
    if kind == "d":
        dates = work.pick(lambda figure: figure.date)
        forms = {"": 6.0, " | as_of": 0.0, " | label": 0.4, " | short": 0.6, " | capital": 0.4}
        return f"{{{{ {draw.one(dates).id}{draw.weighted(forms)} }}}}"
    if kind == "n":
        return _whole(work.word("names") if draw.has("names") else work.word("labels"))
    if kind == "a":
        shorts: dict[str, str] = work.stock["abbreviations"]
        return draw.one(list(shorts))
    if kind == "y" and draw.has("years"):
        return _whole(year(work))
    return ""


def figure_use(work: Work, form: str = "") -> str:
    """Return the use of a number in one of the forms that it can be said in."""
    draw = work.draw
    figure = draw.one(work.pick(lambda figure: figure.number))
    if form:
        return f"{{{{ {figure.id} | {form} }}}}"
    forms: dict[str, float] = {"": 5, "number": 2, "short": 2, "capital": 0.5, "label": 0.5}
    if "as_of" in figure.keys:
        forms["as_of"] = 1
    if figure.sayable:
        forms |= {"words": 3, "words | capital": 1}
    if not figure.exact:
        forms |= {"bare": 0.7, "number | bare": 0.3}
    chosen = draw.weighted(forms)
    return f"{{{{ {figure.id}{' | ' if chosen else ''}{chosen} }}}}"


def _dressed(work: Work, text: str, plain: bool) -> str:
    """Return a sentence with emphasis, links and code on some words, and notes after some."""
    draw = work.draw
    tokens = []
    for token in _TOKEN.findall(" ".join(text.split())):
        if draw.has("emphasis", 0.05):
            token = _emphasised(work, token)
        if not plain and draw.has("notes", 0.025) and not token.endswith(("--", "-")):
            token = _noted(work, token)
        tokens.append(token)
    return " ".join(tokens).replace(_JOINT, " ")


def _whole(words: str) -> str:
    """Return a name of several words as one token, which no mark of emphasis or a note divides."""
    return words.replace(" ", _JOINT)


def _emphasised(work: Work, token: str) -> str:
    draw = work.draw
    core = token.rstrip(_STOPS)
    stops = token[len(core) :]
    if "{{" in core:
        wrap = draw.one(("**{}**", "*{}*", "[{}](https://line.example/data)"))
        return wrap.format(core) + stops if core.endswith("}}") and core.startswith("{{") else token
    if not _WORD.fullmatch(core):
        return token
    wraps = (
        "**{}**",
        "*{}*",
        "`{}`",
        "***{}***",
        "[{}](https://line.example/a-page/{})",
        "foreign",
    )
    wrap = draw.one(wraps)
    if wrap == "foreign":
        language, words = draw.one(list(work.stock["foreign"].items()))
        return f"[{words}]{{lang={language}}}{stops}"
    return wrap.format(core, "x") + stops


def _noted(work: Work, token: str) -> str:
    key = f"k{len(work.notes) + 1}"
    work.notes[key] = sentence(work, plain=True)
    core = token.rstrip(_STOPS)
    before = work.draw.chance(0.4) or not core
    return f"{core}[^{key}]{token[len(core) :]}" if before else f"{token}[^{key}]"


def paragraph(work: Work, least: int = 1, most: int = 5, plain: bool = False) -> Node:
    """Return a paragraph of some sentences; a claim guards a few of its words at times."""
    draw = work.draw
    parts = [sentence(work, plain) for _ in range(draw.whole(least, most))]
    if work.claims and draw.chance(0.2):
        claim = draw.one(list(work.claims))
        parts.append(f"[{work.claims[claim]['says']}]{{claim={claim}}}.")
    return Node(tuple(parts), joint=" ")


def points(work: Work, most: int = 6, deep: bool = True) -> Node:
    """Return a list, numbered or not, with points below points at times."""
    draw = work.draw
    mark = draw.one(("- ", "- ", "1. "))
    items: list[Node | str] = []
    for _ in range(draw.whole(1, most)):
        items.append(mark + point(work))
        if deep and draw.chance(0.15):
            indent = " " * len(mark)
            items[-1] = Node((f"{items[-1]}", f"{indent}- {point(work)}"), joint="\n")
    return Node(tuple(items), joint="\n")


def point(work: Work) -> str:
    """Return a point of a list, without notes, so that it may stand on a slide."""
    template = work.word("points") if work.draw.chance(0.8) else work.word("sentences")
    return _dressed(work, filled(work, template), plain=True).strip()


def quote(work: Work) -> Node:
    """Return a quotation, with or without who is quoted."""
    if work.draw.chance(0.3):
        return Node((sentence(work, plain=True),), "> ")
    who = work.word("people") if work.draw.has("names") else work.word("labels")
    who = who if work.draw.chance(0.8) else ""
    parts = tuple(sentence(work, plain=True) for _ in range(work.draw.whole(1, 2)))
    return Node(parts, f":::{{quote}} {who}\n", "\n:::")


def question(work: Work, plain: bool = False) -> Node:
    """Return a question and its answer."""
    parts: list[Node | str] = [paragraph(work, 1, 2, plain)]
    if work.draw.chance(0.3):
        parts.append(points(work, 3, deep=False))
    return Node(tuple(parts), f":::{{question}} {work.word('questions')}\n", "\n:::")
