"""Ukrainian: what links say that stand on a number alone; what heads attached data and panels."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

LABELS: Final[Mapping[str, str]] = {
    "key_figures": "Ключові показники",
    "note_link": "Примітка {number}",
    "note_back": "Назад до тексту, примітка {number}",
    "page_figure": "Сторінка {page}, показник: {label}",
    "page_cited": "Сторінка {page}, посилання",
    "data_heads": (
        "Категорія | Ряд | Значення | як надруковано | Дата | "
        "Подія | Від | До | Що | Скільки | Точка | Розмір"
    ),
    "findings": "Головні висновки",
    "in_a_sentence": "Одним реченням",
    "mean": "Середнє",
    "points_short": "в.\u00a0п.",
    "takeaway": "Що це означає",
    "no_data": "Немає даних",
    "values_counted": "Кількість значень: {count}",
    "box_series": (
        "Кінець нижнього вуса | Кінець верхнього вуса | Нижній квартиль | Верхній квартиль "
        "| Медіана | Викид"
    ),
    "box_note": (
        "Коробка охоплює середню половину значень і поділена медіаною. Вуса сягають "
        "найдальших значень у межах півтори довжини коробки, точки лежать далі."
    ),
    "gantt_note": "Темна частина смуги — вже виконане.",
    "hatched": "Заштриховано: даних бракує",
    "off_the_map": "Поза картою: {places}",
    "borders_un": "Кордони за резолюціями ООН",
    "borders_data": "Кордони за даними Natural Earth",
}

SHOWN: Final[Mapping[str, str]] = {
    "Emblem: three rising columns under an arch": "Емблема: три висхідні колони під аркою",
}
"""What our own pictures show, by what is said of them in English."""
