"""Words that say how many and how they compare: warned of unless a figure or claim backs them.

A number word is backed by the figure that prints it or a claim that guards it; a comparison in
a sentence that prints figures, or heads them, by a claim in that sentence. What neither can back
is exempted in briefing.yaml, with the reason; an exemption that exempts nothing is an error.
"""

from __future__ import annotations

import re
from collections.abc import Hashable, Iterable, Mapping, Sequence
from fractions import Fraction
from functools import partial
from typing import Final

from builder.facts.again import printed_again
from builder.facts.text import Printer
from builder.frozen import dataclass, replace
from builder.language.courses import courses_of
from builder.language.language import base_language
from builder.language.lexicon import Lexicon, lexicon_of, may_count, rate_bases, value_of
from builder.language.years.rule import grammar_of
from builder.memory import memory, same
from builder.model.briefing import Exemption
from builder.model.figure import Claim
from builder.model.text import FigureUse, Text, plain
from builder.resolve.exemptions import Exemptions
from builder.resolve.passages import Passage, Plainly, claims_of, found, plainly, prints_number
from builder.resolve.wording.agreeing import tell_of_figures
from builder.resolve.wording.below_zero import tell_of_amounts
from builder.resolve.wording.cases import tell_of_cases
from builder.resolve.wording.compared import compared, with_numbers
from builder.resolve.wording.doubled import told_of_hedges
from builder.resolve.wording.ends import Said, meet
from builder.resolve.wording.exchanged import tell_of_exchanged
from builder.resolve.wording.factors import multiplied_alone
from builder.resolve.wording.matching import matching_figures
from builder.resolve.wording.multiples import tell_of_multiples
from builder.resolve.wording.other_units import is_own_scale, tell_of_other_units
from builder.resolve.wording.quoting import (
    AFTER,
    FOLLOWING,
    exemptible,
    in_capitals,
    in_marks,
    quoted_all,
    shown,
    with_a_neighbour,
)
from builder.resolve.wording.twice import tell_of_references, tell_of_units
from builder.resolve.wording.upside_down import tell_of_order
from builder.resolve.wording.weighed import unproved

__all__ = ["check_wording"]

_NO_CLAIMS: Final[Mapping[str, Claim]] = {}
_BYTES: Final = 4000  # of a passage and what is told of it
_SMALL: Final = 12  # up to which numbers in words are those that prose counts by


def check_wording(
    passages: Iterable[Passage],
    exempt: Iterable[Exemption],
    printer: Printer,
    claims: Mapping[str, Claim] = _NO_CLAIMS,
    used: Iterable[str] = (),
) -> None:
    """Warn of every unbacked word, and report exemptions that nothing needs, `used` aside."""
    declared, passages = tuple(exempt), tuple(passages)
    exemptions = Exemptions(declared)
    exemptions.used |= set(used)
    again = same("exempt", declared)
    # A text that says what one has said of which nothing was told needs no second look. Builds
    # that remember more than this know each text by itself.
    known: dict[Hashable, set[str]] | None = {} if memory() is None else None
    for passage in passages:
        said = passage.said if known is not None else None
        if said is not None and known is not None and said in known:
            exemptions.used |= known[said]
            continue
        guards = {name: claims[name] for name in claims_of(passage) if name in claims}
        made = partial(_checked, passage, declared, guards)
        held = tuple((name, claim.holds) for name, claim in guards.items())
        settled = tuple((each.start, each.stop) for each in passage.settled)
        things, kind = (passage.text, again), (passage.claim, held, passage.over, settled)
        told = len(printer.problems.found)
        needed = printed_again(printer, things, ("wording", *kind), made, _BYTES)
        if known is not None and said is not None and len(printer.problems.found) == told:
            known[said] = needed
        exemptions.used |= needed
    # Where something could not be read, what an exemption is for may be missing with it.
    if not printer.problems.errors:
        exemptions.report_unused(printer.problems, lambda: (plainly(p).words for p in passages))


def _checked(
    passage: Passage,
    declared: tuple[Exemption, ...],
    claims: Mapping[str, Claim],
    printer: Printer,
) -> set[str]:
    """Tell what is to be told of a passage; return the exemptions that it needs."""
    check = _Check(printer, lexicon_of(printer.tag), Exemptions(declared))
    words = plainly(passage)
    numbers = check.numbers(words)
    check.multiples(words)
    exempted = partial(check.exemptions.cover, words.words, whole=True)
    hedges = told_of_hedges(words, check.printer, exempted)
    denied = check.comparisons(words, hedges, numbers)
    for span in numbers:
        if not any(meet(span, each) for each in passage.settled):
            check.warn_of_number(words, span)
    tell_of_units(words, printer)
    tell_of_cases(words, printer, check.exemptions)
    tell_of_references(words, printer)
    tell_of_other_units(words, printer)
    tell_of_exchanged(words, printer, check.exemptions)
    tell_of_amounts(words, printer, check.exemptions)
    tell_of_order(words, printer, check.exemptions)
    tell_of_figures(words, printer, check.exemptions, denied)
    tell_of_multiples(words, printer, check.lexicon, claims, check.exemptions)
    return check.exemptions.used


def _is_small(value: Fraction | None) -> bool:
    """Return whether a number is one that prose counts by: "on two mornings"."""
    return value is not None and value.denominator == 1 and value <= _SMALL


@dataclass(frozen=True)
class _Check:
    printer: Printer
    lexicon: Lexicon
    exemptions: Exemptions

    def numbers(self, words: Plainly) -> list[slice]:
        """Return the number words that neither a figure prints nor a claim guards."""
        left: list[slice] = []
        if words.passage.claim or not may_count(words.words, self.lexicon):
            return left
        bases = [span.start for span in rate_bases(words.words, self.lexicon)]
        for span in found(self.lexicon.counted, self.lexicon.uncounted, words.words):
            if words.guarded(span) or self._is_name(words, span):
                continue
            # A rate needs no exemption; one that was written for it is no mistake.
            covered = self.exemptions.cover(words.words, span, whole=True)
            covered = covered or is_own_scale(words, span, self.printer)
            if not covered and not any(span.start <= at < span.stop for at in bases):
                left.append(span)
        return left

    def multiples(self, words: Plainly) -> None:
        """Warn of verbs such as "tripled" in sentences that print no figure to compare with."""
        if words.passage.claim or words.passage.over:
            return
        for span in multiplied_alone(words.words, self.lexicon, self.printer.tag):
            sentence = self._sentence(words, span)
            if self._has_figures(words, sentence) or words.guarded(span):
                continue
            if not self.exemptions.cover(words.words, span, whole=False):
                self.warn_of_number(words, span)

    def _sentence(self, words: Plainly, span: slice) -> slice:
        spans = words.sentences(self.lexicon)
        return next(each for each in spans if each.start <= span.start < each.stop)

    def warn_of_number(self, words: Plainly, span: slice) -> None:
        """Warn of a number word, and say which figure prints it, or what else may be done."""
        phrase, noun = words.words[span], self._noun(words.words, span)
        exempted = f"{phrase}{noun}" if noun else with_a_neighbour(words.words, span)
        exempt = f'exempt: {{words: "{exempted}", because: ...}} in briefing.yaml'
        value = value_of(phrase, self.lexicon)
        after = AFTER.match(words.words, span.stop)
        behind, multiples = after.group() if after else "", courses_of(self.printer.tag).multiples
        times = multiples.fullmatch(phrase.lower()) is not None
        sentence = words.words[self._sentence(words, span)]
        hints = matching_figures(value, self.printer, noun, behind, sentence=sentence, times=times)
        if value is None or value.denominator > 1:  # a share or "tripled", seldom a figure's own
            guard = "by `claim:`" if words.passage.over else f"[{phrase}]{{claim=id}}"
            exempt = f"tie it to a claim that proves it, {guard}, or {exempt}"
        last = (
            f"if it counts something else, {exempt}"
            if hints
            else f"name it in figures.yaml and print it by {{{{ figure | words }}}}, or {exempt}"
        )
        self.printer.problems.warning(
            words.place(span.start),
            f'unbound number in words "{phrase}"',
            "\n".join([*hints, last]),
            minor=not hints and not words.passage.over and _is_small(value),
        )

    def _noun(self, words: str, span: slice) -> str:
        """Return the counted noun that follows, after an adjective of its own, or nothing."""
        counted = grammar_of(base_language(self.printer.tag)).counted
        found = FOLLOWING.match(words, span.stop)
        if found is None or self.lexicon.counts(found["first"].lower()):
            return ""
        for said in (f" {found['first']}", found.group()):
            if counted("", said):
                return said
        return ""

    def comparisons(
        self, words: Plainly, hedges: tuple[slice, ...], numbers: list[slice]
    ) -> list[Said]:
        """Warn once of each sentence over figures that compares by words without a claim.

        One with a claim is held against the figures beside its words all the same. What stands in
        `hedges` is told of as what it is. Of the `numbers` those are taken out by which it
        compares, "twice as many", "less than half a minute". Returned is what figures deny.
        """
        if not self._has_figures(words, slice(0, len(words.words))):
            return []
        spans, left = compared(words, self.printer)
        known = (*hedges, *words.passage.settled)
        spans = [span for span in spans if not any(meet(span, each) for each in known)]
        spans, proved, denied = unproved(spans, numbers, words, self.printer)
        # These need no exemption; one that was written for them is no mistake.
        for span in (*proved, *left):
            self.exemptions.cover(words.words, span, whole=False)
        for sentence in words.sentences(self.lexicon) if spans else ():
            if words.guarded(sentence):
                self._warn_of_contrary(words, sentence, denied)
                continue
            if not self._has_figures(words, sentence):
                continue
            left = [
                span
                for span in spans
                if sentence.start <= span.start < sentence.stop
                and (
                    any(s.sure and meet(span, s.span) for s in denied)
                    or not self._is_name(words, span)
                )
                and not self.exemptions.cover(words.words, span, whole=False)
            ]
            if left:
                left = with_numbers(left, numbers, words.words, self.lexicon)
                contrary = [said for said in denied if any(meet(s, said.span) for s in left)]
                self._warn_of_comparison(words, left, sentence, contrary)
        return [said for said in denied if said.sure or not words.guarded(said.span)]

    def _warn_of_comparison(
        self, words: Plainly, spans: Sequence[slice], sentence: slice, denied: Sequence[Said]
    ) -> None:
        phrase, *others = dict.fromkeys(shown(words.words[span]) for span in spans)
        tie = (
            "name the claim that proves it by `claim:`"
            if words.passage.over
            else f"tie it to a claim that proves it, [{phrase}]{{claim=id}}"
        )
        also = f"it compares by {quoted_all(others)} as well\n" if others else ""
        quotable = quoted_all(tuple(dict.fromkeys(exemptible(words.words, span) for span in spans)))
        exempted = f"[{quotable}]" if len(spans) > 1 else quotable
        really = in_marks(next((f": {s.really}" for s in denied if s.really), ""), self.printer.tag)
        says = f"the figures beside it say otherwise{really}\n" if denied else ""
        self.printer.problems.warning(
            words.place(spans[0].start),
            f'comparison without a claim: "{phrase}"',
            f"in: {self._written(words.cut(sentence))}\n{says}{also}{tie}, or reword it; what no "
            f"figure can prove, exempt: {{words: {exempted}, because: ...}} in briefing.yaml",
        )

    def _warn_of_contrary(self, words: Plainly, sentence: slice, denied: Sequence[Said]) -> None:
        """Warn of the first word that figures beside it deny, whatever its claim says of others."""
        for said in denied:
            span, within = said.span, sentence.start <= said.span.start < sentence.stop
            if not (said.sure and within) or self.exemptions.cover(words.words, span, whole=False):
                continue
            quoted = quoted_all([exemptible(words.words, span)])
            self.printer.problems.warning(
                words.place(span.start),
                f'the figures beside "{shown(words.words[span])}" say otherwise',
                f"in: {self._written(words.cut(sentence))}\n"
                f"{in_marks(said.really, self.printer.tag)}\n"
                "a claim of the sentence says nothing of this: mend the words, or the figures; "
                f"what means another thing, exempt: {{words: {quoted}, because: ...}} "
                "in briefing.yaml",
            )
            return

    def _has_figures(self, words: Plainly, sentence: slice) -> bool:
        return words.passage.over or any(
            isinstance(item, FigureUse) and prints_number(item, self.printer.stated)
            for item in words.within(sentence)
        )

    def _written(self, text: Text) -> str:
        """Return a text as readers see it, its figures printed."""
        uses = (replace(i, formula=None) if isinstance(i, FigureUse) else i for i in text)
        return plain(self.printer.line(tuple(uses))).strip()

    def _is_name(self, words: Plainly, span: slice) -> bool:
        """Return whether a capital inside a sentence makes a word part of a name."""
        phrase, nouns = words.words[span], self.lexicon.nouns
        if not phrase[:1].isupper() or (nouns is not None and nouns.match(phrase)):
            return False
        before = words.words[self._sentence(words, span).start : span.start]
        return not (re.fullmatch(r"\W*|.*[:–—]\W*", before) or in_capitals(words.words))
