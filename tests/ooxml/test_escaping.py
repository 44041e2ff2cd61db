"""Text is escaped as the standard library escapes it."""

from __future__ import annotations

from xml.sax import saxutils

from hypothesis import example, given
from hypothesis import strategies as st

from builder.ooxml.escaping import escape, quoteattr

_TEXTS = st.text(st.sampled_from("<>&\"'\n\r\t aé;") | st.characters(), max_size=12)


@given(_TEXTS)
@example("&lt;\"'\n")
@example("\"'")
@example("'")
def test_text_is_escaped_as_the_standard_library_does(text: str) -> None:
    assert escape(text) == saxutils.escape(text)
    assert quoteattr(text) == saxutils.quoteattr(text)
