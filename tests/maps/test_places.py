"""Which places words mean, and that the world lies where it lies."""

from __future__ import annotations

import math
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from builder import maps
from builder.language.language import LANGUAGES
from builder.maps import atlas
from builder.maps.projecting import World, WorldPart, clipped

SIMFEROPOL = (34.1, 45.2)
HARGEISA = (44.1, 9.5)
KYRENIA = (33.3, 35.3)


@pytest.mark.parametrize(
    ("words", "code"),
    [
        ("UKR", "UA"),
        ("804", "UA"),
        ("ua", "UA"),
        ("Україна", "UA"),
        ("Côte d’Ivoire", "CI"),
        ("Cote d'Ivoire", "CI"),
        ("Bosnia & Herzegovina", "BA"),
        ("États-Unis", "US"),
        ("USA", "US"),
        ("Vereinigtes Königreich", "GB"),
        ("Велика Британія", "GB"),
        ("Czech Republic", "CZ"),
        ("Südkorea", "KR"),
        ("Europe", "150"),
        ("Європейський Союз", "EU"),
        ("Atlantis", ""),
        ("", ""),
    ],
)
def test_places_go_by_codes_and_by_their_names_in_any_language(words: str, code: str) -> None:
    assert {atlas.code_of(words, language) for language in LANGUAGES} == {code}


def test_every_place_is_found_by_all_its_names() -> None:
    for language in LANGUAGES:
        for code in atlas.territories():
            assert atlas.code_of(atlas.named(code, language), language) == code


@pytest.mark.parametrize("scale", ["110m", "50m"])
@pytest.mark.parametrize(
    ("where", "un", "otherwise"),
    [(SIMFEROPOL, "UA", "RU"), (HARGEISA, "SO", "x-somaliland"), (KYRENIA, "CY", "x-n-cyprus")],
)
def test_borders_in_dispute_follow_the_united_nations_unless_asked(
    scale: atlas.Scale, where: tuple[float, float], un: str, otherwise: str
) -> None:
    for borders, owner in (("un", un), ("natural-earth", otherwise)):
        held = atlas.polygons(scale, borders)
        on = [
            code for code, all_ in held.items() if any(atlas.is_inside(where, p[0]) for p in all_)
        ]
        assert on == [owner]


def test_what_is_joined_has_one_outline() -> None:
    (mainland, *_) = atlas.polygons("110m", "un")["UA"]
    assert all(atlas.is_inside(each, mainland[0]) for each in (SIMFEROPOL, (30.5, 50.4)))
    assert all(patch["ground"] for patch in atlas.patches())


@given(
    st.floats(-170, 170), st.floats(-80, 79), st.sampled_from([World(), WorldPart((15.0, 50.0))])
)
def test_projections_keep_areas(east: float, north: float, projection: World | WorldPart) -> None:
    if isinstance(projection, WorldPart) and (abs(east - 15) > 60 or abs(north - 50) > 30):
        return
    side = 0.5
    ring = ((east, north), (east + side, north), (east + side, north + side), (east, north + side))
    (drawn,) = projection.rings(ring)
    true = math.radians(side) * (
        math.sin(math.radians(north + side)) - math.sin(math.radians(north))
    )
    assert abs(maps.area(drawn)) == pytest.approx(true, rel=0.01)


@pytest.mark.parametrize("middle", [0.0, 160.0])
def test_nothing_is_drawn_across_the_world_where_it_is_cut(middle: float) -> None:
    world = World(middle)
    for several in atlas.polygons("110m", "un").values():
        for polygon in several:
            for ring in world.rings(polygon[0]):
                for (x1, _), (x2, _) in zip(ring, [*ring[1:], ring[0]], strict=True):
                    assert abs(x1 - x2) < 0.5


@given(
    st.lists(st.floats(0.1, 1.0), min_size=5, max_size=40), st.sampled_from((0, 1)), st.booleans()
)
def test_what_the_frame_cuts_into_pieces_is_joined_by_nothing_along_it(
    reach: list[float], axis: int, above: bool
) -> None:
    """Of a star whose rays go beyond a line only these are left, each by itself."""
    turn = 2 * math.pi / len(reach)
    star = [(far * math.cos(at * turn), far * math.sin(at * turn)) for at, far in enumerate(reach)]
    limit = 0.3 if above else -0.3
    parts = clipped(star, axis, limit, above=above)
    beyond = [place for place in star if (place[axis] >= limit) == above and place[axis] != limit]
    assert sum(abs(maps.area(part)) for part in parts) == pytest.approx(
        _area_beyond(star, axis, limit, above)
    )
    assert {*beyond} <= {place for part in parts for place in part}
    along = sorted(
        tuple(sorted((one[1 - axis], other[1 - axis])))
        for part in parts
        for one, other in zip(part, [*part[1:], part[0]], strict=True)
        if one[axis] == other[axis] == limit
    )
    assert all(end <= begin + 1e-9 for (_, end), (begin, _) in pairwise(along))


def _area_beyond(ring: list[tuple[float, float]], axis: int, limit: float, above: bool) -> float:
    """Return the area of a ring beyond a line: what a line holds that sweeps over it."""
    total = 0.0
    sign = 1 if above else -1
    for one, other in zip(ring, [*ring[1:], ring[0]], strict=True):
        (a, x), (b, y) = ((each[1 - axis], sign * (each[axis] - limit)) for each in (one, other))
        if x < 0 and y < 0:
            continue
        if (x < 0) != (y < 0):
            cut = a + (b - a) * x / (x - y)
            a, x, b, y = (cut, 0.0, b, y) if x < 0 else (a, x, cut, 0.0)
        total += (b - a) * (x + y) / 2
    return abs(total)


def test_the_middle_of_a_place_is_where_its_edge_is_farthest() -> None:
    square = (((9.0, 50.0), (9.4, 50.0), (9.4, 50.26), (9.0, 50.26)),)
    (shape,) = maps.of_own({"square": (square,)}, {"square": 0}).shapes
    corners = [tuple(map(int, each.split())) for each in shape.outline[1:-1].split("L")]
    across, down = zip(*corners, strict=True)
    for place, sides in zip(shape.middle, (across, down), strict=True):
        assert place == pytest.approx((min(sides) + max(sides)) / 2, abs=120)
    assert shape.room > 0.8 * min(max(down) - min(down), max(across) - min(across)) / 2
