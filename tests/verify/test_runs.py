"""Paragraphs of nothing but runs, read in one look, say what they say when read at length."""

from __future__ import annotations

import pytest
from lxml import etree

from builder.verify.drawingml import A, P, paragraph_text
from builder.verify.runs import plainly, size_of, struck_in

FILLED = '<a:solidFill><a:schemeClr val="tx1"/></a:solidFill>'
RUN = f'<a:r><a:rPr sz="1800">{FILLED}</a:rPr><a:t>{{}}</a:t></a:r>'
PLAIN = [
    "",
    "<a:r><a:t/></a:r>",
    RUN.format("12") + '<a:r><a:rPr sz="900"/><a:t> km</a:t></a:r>',
    RUN.format("up") + "<a:br><a:rPr/></a:br>" + RUN.format("down") + "<a:endParaRPr/>",
    '<a:pPr lvl="1"><a:buNone/></a:pPr><a:r><a:rPr strike="sngStrike"/><a:t>old</a:t></a:r>',
    "<a:r><a:t>no look</a:t></a:r>" + RUN.format("a look"),
]
OTHERS = [
    '<a:fld type="slidenum"><a:rPr/><a:t>4</a:t></a:fld>',
    "<a:r><a:rPr><a:t>hidden in a look</a:t></a:rPr><a:t>seen</a:t></a:r>",
    "<a:r><a:t>one</a:t><a:t>two</a:t></a:r>",
    "<a:r><a:r><a:t>deeper</a:t></a:r></a:r>",
    "<a:t>in no run</a:t>",
    f'<p:hlinkHover xmlns:p="{P[1:-1]}"/>',
    "<a:pPr><a:br/></a:pPr>",
]


def paragraph(inner: str) -> etree._Element:
    return etree.fromstring(f'<a:p xmlns:a="{A[1:-1]}">{inner}</a:p>')


@pytest.mark.parametrize("inner", PLAIN)
def test_plain_runs_say_what_they_say_when_read_at_length(inner: str) -> None:
    held = paragraph(inner)
    said = plainly(held)
    assert said is not None
    assert said[:3] == (paragraph_text(held, "4"), size_of(held), struck_in(held))
    assert not said.leads


@pytest.mark.parametrize("inner", OTHERS)
def test_whatever_else_a_paragraph_holds_is_read_at_length(inner: str) -> None:
    assert plainly(paragraph(inner)) is None


def test_a_link_within_runs_is_told() -> None:
    said = plainly(paragraph("<a:r><a:rPr><a:hlinkClick/></a:rPr><a:t>see</a:t></a:r>"))
    assert said is not None
    assert said.leads
