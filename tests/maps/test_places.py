"""Which places words mean, and that the world lies where it lies."""

from __future__ import annotations

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from builder.language.language import LANGUAGES
from builder.maps import atlas, laying
from builder.maps.projecting import World, WorldPart

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
    assert abs(laying.area(drawn)) == pytest.approx(true, rel=0.01)


@pytest.mark.parametrize("middle", [0.0, 160.0])
def test_nothing_is_drawn_across_the_world_where_it_is_cut(middle: float) -> None:
    world = World(middle)
    for several in atlas.polygons("110m", "un").values():
        for polygon in several:
            for ring in world.rings(polygon[0]):
                for (x1, _), (x2, _) in zip(ring, [*ring[1:], ring[0]], strict=True):
                    assert abs(x1 - x2) < 0.5


def test_the_middle_of_a_place_is_where_its_edge_is_farthest() -> None:
    square = (((9.0, 50.0), (9.4, 50.0), (9.4, 50.26), (9.0, 50.26)),)
    (shape,) = laying.of_own({"square": (square,)}, {"square": 0}).shapes
    corners = [tuple(map(int, each.split())) for each in shape.outline[1:-1].split("L")]
    across, down = zip(*corners, strict=True)
    for place, sides in zip(shape.middle, (across, down), strict=True):
        assert place == pytest.approx((min(sides) + max(sides)) / 2, abs=120)
    assert shape.room > 0.8 * min(max(down) - min(down), max(across) - min(across)) / 2
