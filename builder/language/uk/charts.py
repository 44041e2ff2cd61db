"""Ukrainian: how alt texts say what a chart shows; names stay in the nominative."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

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
    "above": "{upper} завжди вище, ніж {lower}",
    "above_but": "{upper} вище, ніж {lower}, крім: {names}",
    "above_from": "{upper} вище, ніж {lower}, починаючи з: {start}",
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
