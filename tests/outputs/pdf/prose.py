"""Neutral words for test papers: an invented railway on an invented island."""

PARAGRAPHS = (
    "The island's railway was laid out for timber and slate, and its gentle curves still follow"
    " the valleys in which both were found. Passenger carriages were added later, almost as an"
    " afterthought, and for a generation they ran at the tail of goods trains whose departure"
    " depended on the loading of the last waggon. The company's own historians describe this as a"
    " period of patience rather than of punctuality.",
    "Electrification changed the relationship between the line and the towns along it. Stations"
    " that had been built at a respectful distance, because of smoke and noise, found themselves"
    " surrounded by houses; platforms were lengthened, subways were dug, and the timetable was"
    " rewritten around the needs of people who travelled in both directions every day. Freight"
    " moved to the night hours, where it has remained.",
    "Comparisons with the mainland are difficult, because the two administrations count"
    " differently. On the island a journey is counted when it begins; on the mainland, when the"
    " ticket is sold. An interdepartmental working group has recommended that both should publish"
    " the underlying observations, so that researchers can reconcile the series themselves, but"
    " the recommendation has not been acted upon.",
    "Maintenance is organised by the season. Track is renewed in spring, bridges are inspected in"
    " early summer, and the long tunnel beneath the central ridge is closed for a fortnight in"
    " autumn, when replacement buses take an hour over a journey of eleven minutes. The"
    " disproportionate inconvenience is the reason most often given for the proposed second tube.",
    "What the figures cannot show is the extent to which the railway is relied upon by people who"
    " rarely use it. Surveys consistently find that residents overestimate their own travel, and"
    " that they nevertheless regard the service as indispensable: an insurance against the days on"
    " which the mountain roads are impassable.",
)

GERMAN = (
    "Die Verkehrsleistungsstatistik der Inselbahn unterscheidet zwischen Berufspendlerverkehr und"
    " Ausflugsverkehr; die Zusammenarbeit der Eisenbahnverkehrsunternehmen mit den"
    " Gemeindeverwaltungen gilt als außerordentlich zuverlässig."
)
UKRAINIAN = (
    "Залізниця острова перевозить пасажирів і вантажі; її відповідальність за безперервність"
    " сполучення між віддаленими поселеннями закріплено в статуті товариства."
)
