"""What each page of a paper was made to say and what it says now in, findings out.

For papers that have lost the tags by which places are told: Ghostscript and cairo drop them. The
words of a page are compared in the order in which they are drawn; line ends, spaces and hyphens,
which such programs set as they please, are not.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from builder.verify.reading import Finding, Medium, squeezed

_AROUND = 24
_MOST = 60


def compare_words(
    medium: Medium, expected: Mapping[int, str], actual: Mapping[int, str]
) -> Iterator[Finding]:
    """Yield where a page says other than it was made to, the words around included."""
    for page in sorted(expected.keys() | actual.keys()):
        wanted, found = _letters(expected.get(page, "")), _letters(actual.get(page, ""))
        if wanted != found:
            yield from _differences(medium, page, wanted, found)


def _letters(text: str) -> str:
    return squeezed(text.replace("\ufffe", "").replace("\x02", "")).replace("-", "")


def _differences(medium: Medium, page: int, wanted: str, found: str) -> Iterator[Finding]:
    """Yield from where to where two texts differ, as one stretch."""
    most = min(len(wanted), len(found))
    start = next((at for at in range(most) if wanted[at] != found[at]), most)
    room = most - start
    end = next((at for at in range(room) if wanted[-1 - at] != found[-1 - at]), room)
    expected, said = (
        text[max(0, start - _AROUND) : min(len(text) - end, start + _MOST) + _AROUND]
        for text in (wanted, found)
    )
    why = "the paper has lost its tags: letters are compared without spaces"
    yield Finding(medium, page, "body", said, expected, why)
