"""A directive as written, `:::{name} argument` with options and a body, and what a kind allows.

Takes a fence of colons, returns its parts with their places, or reports what is wrong with it.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import TYPE_CHECKING

from builder.content.context import MentionKind
from builder.content.markdown import unshielded
from builder.content.sheet import SectionSheet
from builder.frozen import dataclass
from builder.model.text import Text
from builder.problems import Place, known_names

if TYPE_CHECKING:
    from markdown_it.token import Token

_OPENING = re.compile(r"\s*\{\s*([\w-]+)\s*\}[ \t]*(.*?)\s*$")
_OPTION = re.compile(r"([ \t]*):([A-Za-z][\w-]*):(?:[ \t]+(.*?))?[ \t]*$")


@dataclass(frozen=True)
class DirectivePart:
    """Words of a directive and where they begin: line and column from 0."""

    words: str
    line: int
    column: int


@dataclass(frozen=True)
class Allowed:
    """What a kind of directive takes.

    `argument` says what follows the name, in words ("" for nothing; a final "?" makes it
    optional); `within` names the holders in which it may stand; `elsewhere` says where that stands
    which others have as options; `unnamed` what to call one that holds something of its own.
    """

    within: frozenset[str]
    argument: str = ""
    options: tuple[str, ...] = ()
    body: str = ""
    elsewhere: str = ""
    unnamed: str = ""


@dataclass(frozen=True)
class Directive:
    """A directive that stands where it may, with parts that it takes."""

    sheet: SectionSheet
    name: str
    argument: DirectivePart
    options: Mapping[str, DirectivePart]
    body: DirectivePart
    place: Place

    def text(self, option: str = "") -> Text:
        """Return the argument, or an option, as inline text; empty where there is none."""
        part = self.options.get(option) if option else self.argument
        return self.sheet.text(part.words, part.line, part.column) if part else ()

    def word(self, option: str) -> str:
        """Return an option as it is written; empty where there is none."""
        return self.options[option].words if option in self.options else ""

    def flag(self, option: str) -> bool:
        """Return an option that is true or false; false where there is none."""
        written = self.word(option)
        if written not in ("", "true", "false"):
            hint = "write true or false"
            self.sheet.error(self.where(option), f'":{option}:" is "{written}"', hint)
        return written == "true"

    def where(self, option: str) -> Place:
        """Return where an option's value stands."""
        part = self.options[option]
        return self.sheet.place(part.line, part.column)

    def parts(self, option: str = "", comma: str = ",") -> tuple[DirectivePart, ...]:
        """Return the items of a list that is written in one line; none ends at an escaped comma."""
        whole = self.options.get(option) if option else self.argument
        if not whole:
            return ()
        return tuple(
            DirectivePart(
                item.group().strip(), whole.line, whole.column + item.start() + _lead(item.group())
            )
            for item in re.finditer(rf"(?:\\{comma}|[^{comma}])+", whole.words)
            if item.group().strip()
        )

    def mention(self, kind: MentionKind, option: str = "") -> str:
        """Return the argument or an option, noted as a use of something by its name."""
        part = self.options.get(option) if option else self.argument
        if not part:
            return ""
        self.sheet.context.mention(kind, part.words, self.sheet.place(part.line, part.column))
        return part.words

    def mentions(self, kind: MentionKind, option: str = "") -> tuple[str, ...]:
        """Return a list of names, each noted as a use."""
        parts = self.parts(option)
        for part in parts:
            self.sheet.context.mention(kind, part.words, self.sheet.place(part.line, part.column))
        return tuple(part.words for part in parts)


def read_directive(
    token: Token, sheet: SectionSheet, base: int, known: Mapping[str, Allowed], within: str
) -> Directive | None:
    """Return the directive of a `colon_fence` token, or None where it is not to be used."""
    first, end = (base + line for line in token.map or (0, 0))
    place = sheet.begin(first)
    opening = _OPENING.match(token.info)
    if not opening:
        _refuse_opening(token, sheet, place, known)
        return None
    name = opening.group(1)
    if name not in known:
        sheet.error(place, f'unknown directive "{name}"', known_names(name, known))
        return None
    allowed = known[name]
    if within not in allowed.within:
        holders = " or ".join(sorted(allowed.within))
        hint = f"it may stand in a {holders}"
        if within != "section":
            hint += f"; where it is to stand behind the {within}, end that by ::: above"
        article = "an" if within[0] in "aeiou" else "a"
        sheet.error(place, f"{{{name}}} cannot stand in {article} {within}", hint)
        return None
    if not _closed(token, sheet, first, end):
        colons = ":" * len(token.markup)
        sheet.error(
            place,
            f"{{{name}}} is never closed",
            f"end it with a line of {colons}; a directive around it takes more colons",
        )
    start = (place.column - 1) + len(token.markup)
    argument = DirectivePart(unshielded(opening.group(2)), first, start + opening.start(2))
    options, body = _options(token, sheet, first + 1)
    found = Directive(sheet, name, argument, options, body, place)
    return found if _fits(found, allowed) else None


def _refuse_opening(
    token: Token, sheet: SectionSheet, place: Place, known: Mapping[str, Allowed]
) -> None:
    found = token.markup + token.info.rstrip()
    if token.info.strip():
        hint = f"write {token.markup}{{name}}; known: {', '.join(sorted(known))}"
        sheet.error(place, f'"{unshielded(found)}" is no directive', hint)
    else:
        hint = "an outer directive takes more colons than those inside it: ::::{slide}, then :::"
        sheet.error(place, f'"{found}" closes nothing', hint)


def _closed(token: Token, sheet: SectionSheet, first: int, end: int) -> bool:
    last = sheet.lines[end - 1].strip(" \t>") if end - 1 < len(sheet.lines) else ""
    return end - 1 > first and len(last) >= len(token.markup) and not last.strip(":")


def _options(
    token: Token, sheet: SectionSheet, first: int
) -> tuple[dict[str, DirectivePart], DirectivePart]:
    """Return the `:option: value` lines at the front of a directive, and the body after them."""
    options: dict[str, DirectivePart] = {}
    lines = token.content.split("\n")
    count = 0
    for line in lines:
        option = _OPTION.match(line)
        if not option:
            break
        indent = len(sheet.lines[first + count]) - len(sheet.lines[first + count].lstrip())
        value = option.group(3) or ""
        offset = option.start(3) if value else option.end()
        if option.group(2) in options:
            sheet.error(
                sheet.begin(first + count), f'":{option.group(2)}:" is set twice', "remove one"
            )
        column = indent + offset - len(option.group(1))
        options[option.group(2)] = DirectivePart(unshielded(value), first + count, column)
        count += 1
    return options, DirectivePart("\n".join(lines[count:]), first + count, 0)


def _fits(found: Directive, allowed: Allowed) -> bool:
    """Report an argument, options or a body that the directive does not take, or lacks."""
    sheet, name = found.sheet, found.name
    before = len(sheet.context.problems.found)
    optional = allowed.argument.endswith("?")
    if allowed.argument and not optional and not found.argument.words:
        hint = f"write :::{{{name}}} and then {allowed.argument}"
        if found.body.words.strip() and allowed.unnamed:
            hint += f"; {allowed.unnamed}"
        sheet.error(found.place, f"{{{name}}} lacks {allowed.argument}", hint)
    if found.argument.words and not allowed.argument:
        words = found.argument.words
        sheet.error(found.place, f'{{{name}}} takes nothing after it, found "{words}"', "remove it")
    for option, part in found.options.items():
        place = sheet.begin(part.line)
        if option not in allowed.options:
            hint = known_names(option, allowed.options) if allowed.options else "it takes none"
            hint += f"; {allowed.elsewhere}" if allowed.elsewhere else ""
            sheet.error(place, f'unknown option ":{option}:" of {{{name}}}', hint)
        elif not part.words:
            sheet.error(place, f'":{option}:" has no value', "write it after the second colon")
    written = found.body.words.strip()
    if written and not allowed.body:
        place = sheet.begin(_first_line(found.body))
        sheet.error(place, f"{{{name}}} holds nothing", "close it first, then go on below it")
    if not written and allowed.body and not allowed.body.endswith("?"):
        sheet.error(found.place, f"{{{name}}} is empty", f"write {allowed.body} inside it")
    return len(sheet.context.problems.found) == before


def _first_line(body: DirectivePart) -> int:
    lines = body.words.split("\n")
    return body.line + next(i for i, line in enumerate(lines) if line.strip())


def _lead(words: str) -> int:
    return len(words) - len(words.lstrip())
