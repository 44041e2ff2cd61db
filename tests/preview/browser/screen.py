"""What a person does with the preview's page, and what they see of it."""

from __future__ import annotations

import time
from pathlib import Path
from typing import Any

PATIENCE = 60.0
"""Seconds after which a test gives up: on a busy machine a build takes long."""


class Screen:
    """One tab that shows a preview; `complaints` are what the browser says on its console."""

    def __init__(
        self, browser: Any, address: str, patience: float = PATIENCE, **context: Any
    ) -> None:
        self.patience = patience
        told = {"viewport": {"width": 1440, "height": 900}, "reduced_motion": "reduce"}
        self.context = browser.new_context(**{**told, **context})
        self.context.grant_permissions(["clipboard-read", "clipboard-write"])
        self.page = self.context.new_page()
        self.page.set_default_timeout(patience * 1000)
        self.complaints: list[str] = []
        self.asked: list[str] = []
        self.page.on("console", self._heard)
        self.page.on("pageerror", lambda error: self.complaints.append(str(error)))
        self.page.on("request", lambda request: self.asked.append(request.url))
        self.page.goto(address)

    def _heard(self, message: Any) -> None:
        refused = "status of 400" in message.text  # told beside the field
        if message.type in ("error", "warning") and not refused:
            self.complaints.append(message.text)

    def close(self) -> None:
        self.context.close()

    def until(self, script: str, given: object = None) -> Any:
        """Wait until a function of the page returns something true, and return that.

        The page's own policy forbids what Playwright's `wait_for_function` does.
        """
        end = time.monotonic() + self.patience
        while time.monotonic() < end:
            found = self.page.evaluate(script, given)
            if found:
                return found
            time.sleep(0.02)
        raise AssertionError(f"never became true: {script} ({self.status}; {self.complaints})")

    @property
    def status(self) -> str:
        found: str = self.page.evaluate("() => document.documentElement.dataset.status")
        return found

    def reach(self, *statuses: str) -> None:
        """Wait until the page says one of these of what it shows."""
        self.until("wanted => wanted.includes(document.documentElement.dataset.status)", statuses)

    def settle(self) -> None:
        """Wait until the proved files are shown, and what stands on the first sheets is known."""
        self.reach("proved")
        self.until("() => document.querySelector('#deck .heard p') !== null")

    def save(self, path: Path, was: str, now: str) -> None:
        """Save a file with something else in place of words that stand in it once."""
        text = path.read_text("utf-8")
        assert text.count(was) == 1, f"{was!r} stands {text.count(was)} times in {path.name}"
        path.write_text(text.replace(was, now), "utf-8")

    def words(self, side: str) -> str:
        """Return what the sheets drawn of a side say, as one text without spaces.

        Spaces are left out since words are drawn one by one.
        """
        found: str = self.page.evaluate(
            """side => [...document.querySelectorAll(`#${side} .picture`)]
                .map(each => each.shadowRoot.textContent).join(" ").replace(/\\s/g, "")""",
            side,
        )
        return found

    def shows(self, side: str, text: str) -> None:
        """Wait until a side shows words."""
        self.until(
            """([side, text]) => [...document.querySelectorAll(`#${side} .picture`)].some(
                each => each.shadowRoot.textContent.replace(/\\s/g, "").includes(text))""",
            [side, text.replace(" ", "").replace("\N{NO-BREAK SPACE}", "")],
        )

    def go(self, side: str, number: int) -> None:
        """Bring a sheet into view by its number, and wait until it and its things are drawn."""
        at = self.page.locator(f"#{side} .at")
        at.fill(str(number))
        at.press("Enter")
        self.until(
            """([side, number]) => {
                const sheet = document.querySelector(`#${side} .sheet[data-number="${number}"]`);
                const { top, bottom } = sheet.getBoundingClientRect();
                return sheet.querySelector(".picture").shadowRoot.firstChild !== null
                    && top < innerHeight && bottom > 0;
            }""",
            [side, number],
        )

    def apart(self) -> None:
        """Let each side stay where it is when the other is scrolled."""
        self.page.keyboard.press("s")

    def choose(self, figure: str) -> None:
        """Open the account of a figure by the list that is searched."""
        if self.page.locator("#whatif-banner").is_hidden():  # else it would end what is tried
            self.page.keyboard.press("Escape")
        if self.page.locator("#tab-figures").get_attribute("aria-selected") != "true":
            self.page.click("#tab-figures")
        if self.page.locator("#account").is_visible():
            self.page.click("#account .back")
        self.page.fill("#search", figure)
        self.page.click(f'#figure-list [data-figure="{figure}"]')
        self.page.fill("#search", "") if self.page.locator("#search").is_visible() else None
        self.page.wait_for_selector("#account h2")

    def lit(self, side: str) -> int:
        """Return how many things are lit on the sheets drawn of a side."""
        return self.page.locator(f"#{side} .over .figure.lit").count()
