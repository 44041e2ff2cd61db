"""Ukrainian words that the files add: labels, alt texts, and where abbreviations stand.

What links say that stand on a number alone, and what heads attached data and panels; how alt texts
say what a chart shows; names stay in the nominative; words before an abbreviation that
would change the form of what it stands for.
"""

from __future__ import annotations

import re
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
    "no_total": "Без суми: даних бракує",
    "off_the_map": "Поза картою: {places}",
    "borders_un": "Кордони за резолюціями ООН",
    "borders_data": "Кордони за даними Natural Earth",
}

SHOWN: Final[Mapping[str, str]] = {
    "Emblem: three rising columns under an arch": "Емблема: три висхідні колони під аркою",
}
"""What our own pictures show, by what is said of them in English."""


LONGEST: Final = 300
"""Characters that an alt text has at most."""

PHRASES: Final[Mapping[str, str]] = {
    "pair": "{name}, {value}",
    "highest": "найбільше: {pair}",
    "lowest": "найменше: {pair}",
    "widest": "найширше: {pair}",
    "narrowest": "найвужче: {pair}",
    "fullest": "найповніший інтервал: {pair}",
    "emptiest": "найменш повний: {pair}",
    "largest_part": "найбільша частка: {pair}",
    "smallest_part": "найменша: {pair}",
    "dated": "{value} ({name})",
    "extremes": "{name}, {high}; {low}",
    "then": "далі {pairs}",
    "reach": "за наведеними даними, найвище {high}, найнижче {low}",
    "equal": "усі значення однакові: {value}",
    "span": "спершу {first} ({start}), наприкінці {last} ({end})",
    "period": "початок: {start}, кінець: {end}",
    "period_of_spans": "початок: {start}, кінець: {end}",
    "from_to": "{name}, спершу {first}, наприкінці {last}",
    "rising": "безперервне зростання",
    "falling": "безперервне спадання",
    "highlighted": "виділено: {pairs}",
    "totals": "разом: спершу {first}, наприкінці {last}",
    "highest_total": "найбільше разом: {pair}",
    "at_the_end": "наприкінці найвище {high}, найнижче {low}",
    "above": "показник «{upper}» завжди вищий, ніж «{lower}»",
    "above_but": "показник «{upper}» вищий, ніж «{lower}», крім: {names}",
    "above_from": "показник «{upper}» вищий, ніж «{lower}», починаючи з: {start}",
    "rising_together": "здебільшого що вище «{x}», то вище «{y}»",
    "falling_against": "здебільшого що вище «{x}», то нижче «{y}»",
    "axis_range": "{name}, найменше {low}, найбільше {high}",
    "begins_at": "вісь «{name}» починається з {value}",
    "labelled": "{name}: {value}",
    "quantity": "{name} {value}",
    "beginning": "початок: {pair}",
    "steps": "кроки: {pairs}",
    "largest_rise": "найбільше зростання: {pair}",
    "largest_fall": "найбільше зменшення: {pair}",
    "largest_rise_by_share": "найбільше відносне зростання: {pair}",
    "largest_fall_by_share": "найбільше відносне зменшення: {pair}",
    "falling_ones": "знижуються: {names}",
    "end": "кінець: {pair}",
    "gives": "надавач — {giver}, отримувач — {receiver}: {what}",
    "gives_to": "надавачі: {givers}; отримувачі: {receivers}",
    "difference": "{end} порівняно з «{start}»: {value}",
    "difference_dated": "{end} порівняно з {start}: {value}",
    "span_of_values": "від {low} до {high}",
    "size_shown": "Площа",
    "own_total": "сума стовпця",
    "yearly": "{value} на рік",
    "as_of": "станом на: {date}",
    "all_data": "усі значення ({count}) є в даних діаграми",
}


INFLECTED: Final = re.compile("\x00")
"""What an abbreviation is not to stand behind, in what is before it, NUL and what it is short for.

There it stands first: any word may be in a case, whatever stands before.
"""


def plural(_long: str) -> str:
    """Return what is several of what an abbreviation is short for: nobody can tell."""
    return ""
