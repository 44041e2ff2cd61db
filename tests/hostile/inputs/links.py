"""Links that lead where none may: each is refused where it stands, with what is allowed."""

from pathlib import Path

from tests.hostile.case import hostile, small


def _said(folder: Path, file: str, old: str, new: str) -> None:
    path = small(folder) / file
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new), encoding="utf-8")


@hostile(
    'sources.yaml:5:8: error: url: the link "JaVaScRiPt:alert(1)" leads to javascript:, which is'
    " not allowed",
    "an address is https://..., http://... or mailto:name@host",
)
def a_source_that_runs_a_script(folder: Path) -> None:
    _said(folder, "sources.yaml", "https://example.org/harbour/2024", "JaVaScRiPt:alert(1)")


@hostile('freight.md:7:1: error: the link "java<U+000A>script:alert(1)" holds U+000A')
def a_link_whose_scheme_is_hidden(folder: Path) -> None:
    link = "[x](java&#10;script:alert(1))"
    _said(folder, "sections/freight.md", "\n:::{chart} freight", f"{link}\n\n:::{{chart}} freight")


@hostile('error: the link "//host/share" does not say what it leads to', "holds a backslash")
def links_to_a_share(folder: Path) -> None:
    links = "[x](//host/share) [y](<\\\\\\\\host\\share>)"
    _said(folder, "sections/freight.md", "\n:::{chart} freight", f"{links}\n\n:::{{chart}} freight")


@hostile("has 4,020 characters, more than 2,000")
def a_link_of_four_thousand_characters(folder: Path) -> None:
    link = f"[x](https://example.org/{'a' * 4_000})"
    _said(folder, "sections/freight.md", "\n:::{chart} freight", f"{link}\n\n:::{{chart}} freight")
