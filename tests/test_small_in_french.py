"""A small French briefing, as a stranger writes it: signs of its language in all three files."""

from __future__ import annotations

from pathlib import Path

import pypdfium2
import pytest
from pptx import Presentation

from builder import build, compare
from builder.verify.heard import listen, told
from tests.content.reading import write
from tests.outputs.pdf import sheets

pytestmark = [pytest.mark.longer, pytest.mark.usefixtures("remembered")]

FILES = {
    "briefing.yaml": """\
title: "Fermer ou équiper ?"
subtitle: Les passages de Brévanne
slug: petit
language: fr
date: 2026-10
authors: [{name: Maëlle Kervadec, affiliation: Observatoire}, {name: Idrissa N’Diaye}]
csl: apa
publisher: Observatoire
imprint: {licence: CC BY 4.0}
sections: [causes]
""",
    "sources.yaml": "registre: {title: Registre, short: Registre}\n",
    "references.bib": """\
@article{lornet2023, author = {Lornet, Aude}, title = {Pourquoi passer}, langid = {french},
  journal = {Revue}, year = {2023}, volume = {14}, number = {2}, pages = {101--129}}
""",
    "data/causes.csv": "cause;voiture;camion\nForcé;31;6\nImmobile;17;11\nÉbloui;9;3\n",
    "data/lieux.csv": """\
lieu;trafic;collisions
A;3,4;5
B;6,1;2
C;8,8;1
D;2,7;9
E;4,5;3
F;12,3;1
""",
    "charts.yaml": """\
causes:
  kind: stacked
  title: Causes selon l’usager
  subtitle: Collisions
  table: causes
  x: cause
  y: [voiture, camion]
  labels: {voiture: Voitures, camion: Poids lourds}
  source: [registre]
lieux:
  kind: scatter
  title: Trafic et collisions
  table: lieux
  x: trafic
  y: [collisions]
  label: lieu
  highlight: [D, F]
  x_axis: {title: "Véhicules par jour, milliers"}
  axis: {title: Collisions en 2025}
  source: [registre]
qui:
  kind: flow
  title: Qui paie quoi
  flows: [{from: État, to: Région, says: Aide aux ponts, amount: "{{ cout | capital }}"}]
""",
    "figures.yaml": """\
cout: {label: Coût, value: 6.4, hedge: about, unit: EUR mn, as_of: 2025, source: registre}
""",
    "sections/causes.md": """\
# Causes

Les causes diffèrent [@lornet2023].

:::{chart} lieux
:::

:::{chart} qui
:::

::::{slide} Qui est heurté

:::{chart} causes
:::

- Une étude le dit [@lornet2023]

:::{notes}
À dire.
:::
::::
""",
}
PAPER, DECK, HANDOUT = "petit.pdf", "petit.pptx", "petit-handout.pdf"


@pytest.fixture(scope="module")
def out(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("petit")
    content = write(folder / "content", FILES)
    build(content, folder, ("paper", "deck", "handout"))
    return folder


def said(path: Path) -> str:
    """Return what the pages say, with one kind of space."""
    with pypdfium2.PdfDocument(path) as document:
        pages = [page.get_textpage().get_text_range() for page in document]
    return " ".join(" ".join(pages).split())


def alts(path: Path) -> list[str]:
    """Return the alternate texts of a deck, with one kind of space."""
    slides = Presentation(str(path)).slides
    told = (each.get("descr") for slide in slides for each in slide.element.iter("{*}cNvPr"))
    return [" ".join(text.split()) for text in told if text]


def test_a_handout_prints_a_range_of_pages_whose_hyphen_its_face_lacks(out: Path) -> None:
    # CSL's French locale parts pages by U+2011, for which Liberation Sans draws a hyphen.
    assert "14(2), 101-129." in said(out / HANDOUT).replace("\u2011", "-").replace("\ufffe", "-")
    assert compare(out / HANDOUT, out / DECK).same


def test_the_imprint_parts_authors_as_its_language_does_and_doubles_no_stop(out: Path) -> None:
    printed = said(out / PAPER)
    assert "(Observatoire) ; Idrissa N’Diaye" in printed
    assert "Kervadec ; Idrissa N’Diaye (2026) : Fermer ou équiper ? Les passages" in printed
    assert "?." not in printed


def test_sums_above_stacks_are_told_apart_as_the_language_does(out: Path) -> None:
    assert "Forcé 37 ; Immobile 28 ; Ébloui 12" in alts(out / DECK)


def test_a_number_after_a_title_that_ends_with_a_year_stands_behind_a_colon(out: Path) -> None:
    heard = " ".join("\n".join(told(listen(out / PAPER))).split())
    assert "D : Véhicules par jour 2,7 milliers, Collisions en 2025 : 9." in heard


def test_an_amount_that_begins_a_label_begins_small_within_the_alternate_text(out: Path) -> None:
    heard = " ".join("\n".join(told(listen(out / PAPER))).split())
    assert "État vers Région : Aide aux ponts, environ 6,4 millions d’euros." in heard
    assert "Environ 6,4 millions" in said(out / PAPER)


@pytest.mark.longer
def test_in_large_print_a_long_publisher_keeps_clear_of_page_numbers_and_pull_quotes_are_large(
    tmp_path: Path,
) -> None:
    publisher = "Observatoire des traversées ferroviaires et fluviales de Brévanne"
    about = FILES["briefing.yaml"].replace("publisher: Observatoire", f"publisher: {publisher}")
    quoted = ":::{pullquote}\nLes causes diffèrent.\n:::\n\nLes causes diffèrent [@lornet2023]."
    prose = FILES["sections/causes.md"].replace("Les causes diffèrent [@lornet2023].", quoted)
    changed = {"briefing.yaml": f"{about}theme: large-print\n", "sections/causes.md": prose}
    build(write(tmp_path / "content", FILES | changed), tmp_path, ("paper",))
    found = sheets.sheets(tmp_path / PAPER, 0, 842)
    assert [pair for each in found for pair in sheets.overlapping(each)] == []
    with pypdfium2.PdfDocument(tmp_path / PAPER) as document:
        assert all("Page" in page.get_textpage().get_text_range() for page in document)
    sizes = [line.size for each in found for line in each.lines if "causes diffèrent" in line.text]
    assert max(sizes) > 1.2 * 18
