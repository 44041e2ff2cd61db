"""Both files side by side: a number is pointed at, followed and found; nothing is changed."""

from __future__ import annotations

from typing import Any

import pytest

from tests.preview.browser.screen import Screen

pytestmark = pytest.mark.longer

WIDE = {"width": 1600, "height": 1000}
NARROW = {"width": 800, "height": 900}


def test_both_sides_show_the_briefing_and_say_that_it_is_proved(screen: Screen) -> None:
    screen.shows("paper", "sustain the war in Ukraine")
    screen.shows("deck", "sustain the war in Ukraine")
    assert screen.page.locator("#status").inner_text() == "Proved"
    assert screen.page.locator("#files .file").all_inner_texts()[0].startswith("PDF")
    assert screen.page.locator("#deck .notes").first.inner_text() != ""
    assert all(asked.startswith("http://127.0.0.1:") for asked in screen.asked)


def test_a_number_pointed_at_lights_up_on_both_sides(screen: Screen) -> None:
    screen.apart()
    screen.go("paper", 2)
    screen.go("deck", 3)
    thing = screen.page.locator("#paper .over .figure[data-figure=missiles_delivered]").first
    thing.hover()
    screen.until("() => document.querySelector('#paper .over .figure.lit') !== null")
    lit = screen.page.locator(".over .figure.lit")
    assert {each.get_attribute("data-figure") for each in lit.all()} == {"missiles_delivered"}
    assert screen.lit("paper") > 0
    assert screen.lit("deck") > 0
    assert screen.page.locator("#deck .ticks .lit").count() > 0
    screen.until("() => !document.getElementById('card').hidden")
    assert "at least 400" in screen.page.locator("#card").inner_text().replace("\xa0", " ")


def test_a_click_on_a_number_leads_to_its_line_in_the_content(screen: Screen, content: Any) -> None:
    screen.go("paper", 2)
    screen.page.locator("#paper .over .figure[data-figure=missiles_delivered]").first.click()
    account = screen.page.locator("#account")
    told = account.inner_text()
    for expected in ("missiles_delivered", "European Union", "reported", "at least"):
        assert expected in told
    lines = (content / "figures.yaml").read_text("utf-8").splitlines()
    line = lines.index("missiles_delivered:") + 1
    link = account.locator(".line .open")
    assert link.get_attribute("href") == f"vscode://file{content}/figures.yaml:{line}:1"
    account.locator(".line button").click()
    screen.until("() => document.getElementById('said').textContent.startsWith('Copied')")
    copied = screen.page.evaluate("() => navigator.clipboard.readText()")
    assert copied == f"{content}/figures.yaml:{line}"


def test_figures_are_found_by_name_by_label_and_by_value(screen: Screen) -> None:
    for asked, expected in (
        ("russia_share", {"russia_share"}),
        ("short-range", {"missiles_delivered"}),
        ("3,700", {"drones_delivered"}),
        ("3700", {"drones_delivered"}),
    ):
        screen.page.fill("#search", asked)
        rows = screen.page.locator("#figure-list [data-figure]").all()
        assert {row.get_attribute("data-figure") for row in rows} == expected, asked
    screen.page.fill("#search", "no such thing")
    assert "No figure" in screen.page.locator("#figure-list").inner_text()


def test_a_derived_figure_leads_to_its_inputs_and_they_to_their_claims(screen: Screen) -> None:
    screen.choose("semiconductor_rest")
    account = screen.page.locator("#account")
    assert "100 - semiconductor_share" in account.inner_text()
    account.locator("[data-figure=semiconductor_share]").click()
    claim = account.locator("[data-claim=nearly_all_semiconductors]")
    assert "holds" in claim.inner_text()
    claim.click()
    assert "This claim holds" in account.inner_text()
    assert "semiconductor_share >= 85" in account.inner_text()


def test_scrolling_one_side_brings_the_other_to_the_same_section(screen: Screen) -> None:
    screen.page.click("#tab-contents")
    for section in ("China: technology", "What divides them"):
        screen.page.locator(".section", has_text=section).click()
        screen.until(
            """section => {
                const sheets = [...document.querySelectorAll("#deck .sheet")];
                const middle = innerHeight / 2;
                const seen = sheets.findLast(each => each.getBoundingClientRect().top < middle);
                const number = seen?.dataset.number;
                const button = document.querySelector(
                    `#contents-panel [data-side="deck"][data-go="${number}"]`);
                const part = button?.closest(".part");
                return part?.querySelector("h3").textContent.startsWith(section);
            }""",
            section,
        )


def test_only_what_is_near_to_what_is_seen_is_drawn(screen: Screen) -> None:
    drawn = """() => [...document.querySelectorAll(".picture")].filter(
        each => each.shadowRoot.firstChild).length"""
    screen.until(f"() => ({drawn})() >= 2")
    assert screen.page.evaluate(drawn) < 14
    screen.go("paper", 11)
    screen.go("deck", 20)
    assert screen.page.evaluate(drawn) < 14


def test_everything_is_reached_by_the_keyboard_alone(screen: Screen) -> None:
    press = screen.page.keyboard.press
    press("Tab")
    assert screen.page.evaluate("() => document.activeElement.className") == "skip"
    press("p")
    press("j")
    screen.until("() => document.querySelector('#paper .at').value === '2'")
    screen.until("() => document.querySelector('#paper .sheet[data-number=\"2\"] .thing')")
    figure = None
    while figure is None:
        press("]")
        figure = screen.page.evaluate("() => document.activeElement.dataset.figure ?? null")
    press("Enter")
    assert figure in screen.page.locator("#account .id").inner_text()
    press("Escape")
    assert screen.page.evaluate("() => document.activeElement.id") == "search"
    press("Escape")
    assert screen.page.evaluate("() => document.documentElement.dataset.panel") == "closed"
    press("g")
    assert screen.page.locator("#contents-panel").is_visible()
    press("3")
    assert not screen.page.locator("#paper").is_visible()
    press("1")
    press("?")
    assert screen.page.locator("#help").is_visible()
    press("Escape")
    assert not screen.page.locator("#help").is_visible()


def test_the_eye_can_check_colours_order_of_reading_and_alt_texts(screen: Screen) -> None:
    screen.page.click("#tab-checks")
    screen.page.get_by_label("Without green cones").check()
    look = "() => getComputedStyle(document.querySelector('.picture')).filter"
    assert "deutan" in screen.page.evaluate(look)
    screen.go("deck", 12)
    screen.page.get_by_label("Order of reading").check()
    screen.page.wait_for_selector("#deck .laid .read")
    screen.page.get_by_label("Alt texts").check()
    screen.until(
        "() => [...document.querySelectorAll('#deck .laid .alt')].some(e => e.textContent)"
    )
    screen.page.get_by_label("Room left").check()
    screen.page.wait_for_selector("#deck .laid .room")


def test_what_content_says_is_text_wherever_the_page_shows_it(screen: Screen) -> None:
    found = screen.page.evaluate(
        """async () => {
            const bad = '<img src=x onerror="hit=1"><script>hit=1</script><b class=hit>x</b>';
            const { look, state, takePatch } = await import(new URL("page/store.js", location));
            const wild = each => typeof each === "string" ? bad
                : Array.isArray(each) ? each.map(wild)
                : each && typeof each === "object"
                    ? Object.fromEntries(Object.entries(each).map(([key, value]) =>
                        [key, /^(id|digest|marks|side)$/.test(key) ? value : wild(value)]))
                : each;
            const place = { file: bad, line: 1, column: 1 };
            takePatch({
                briefing: wild(state.briefing), sections: wild(state.sections),
                figures: wild(state.figures), claims: wild(state.claims),
                paper: wild(state.paper), deck: wild(state.deck),
                problems: [{ severity: "error", place, where: bad, found: bad, hint: bad,
                             text: bad }],
                since: { against: "", name: bad, figures: [{ id: bad, was: bad, now: bad }],
                         sentences: [{ place: bad, was: bad, now: bad + " new" }],
                         slides: [{ number: 1, was: 2, title: bad }],
                         sheets: { paper: [1], deck: [1] }, editions: [{ id: bad, name: bad }] },
            });
            const first = Object.keys(state.figures)[0];
            for (const panel of ["contents", "whatif", "problems", "since", "checks"])
                look({ panel });
            look({ panel: "figures", chosen: first, figure: first });
            look({ chosen: "", chosenClaim: Object.keys(state.claims)[0] });
            look({ chosenClaim: "" });
            await new Promise(requestAnimationFrame);
            return [document.querySelectorAll("img, .hit, body script").length, typeof hit,
                    document.getElementById("title").textContent.includes("<script>"),
                    [...document.querySelectorAll("a")].filter(
                        each => /^(javascript|data):/.test(each.href)).length];
        }"""
    )
    assert found == [0, "undefined", True, 0]


def _said_by_axe(screen: Screen) -> list[str]:
    from axe_playwright_python.sync_playwright import Axe

    found = Axe().run(screen.page).response["violations"]
    return [f"{each['id']}: {each['nodes'][0]['html']}" for each in found]


def test_axe_has_nothing_to_say_of_the_page(screen: Screen) -> None:
    screen.choose("missiles_delivered")
    assert _said_by_axe(screen) == []


@pytest.mark.parametrize(
    ("scheme", "size"),
    [("light", WIDE), ("dark", WIDE), ("light", NARROW), ("dark", NARROW)],
)
def test_axe_has_nothing_to_say_of_any_panel(
    screen: Screen, scheme: Any, size: dict[str, int]
) -> None:
    screen.page.emulate_media(color_scheme=scheme)
    screen.page.set_viewport_size(size)
    said = {}
    for name in ("contents", "whatif", "problems", "since", "checks", "figures"):
        screen.page.click(f"#tab-{name}")
        said[name] = _said_by_axe(screen)
    screen.page.keyboard.press("?")
    said["keys"] = _said_by_axe(screen)
    assert {name: found for name, found in said.items() if found} == {}


def test_motion_is_left_out_where_it_is_not_wanted(screen: Screen) -> None:
    screen.page.locator("#paper .scroller").focus()
    screen.page.keyboard.press("j")
    top = "() => document.querySelector('#paper .scroller').scrollTop"
    first = screen.page.evaluate(top)
    screen.page.wait_for_timeout(120)
    assert first == screen.page.evaluate(top) > 0


def test_a_link_on_a_page_leads_to_the_page_of_what_it_names(screen: Screen) -> None:
    screen.apart()
    screen.go("paper", 6)
    link = screen.page.locator('#paper .sheet[data-number="6"] .link')
    link.and_(screen.page.get_by_label("Figure\N{NO-BREAK SPACE}3, leads to page 7")).first.click()
    screen.until("() => document.querySelector('#paper .at').value === '7'")
