"""A browser tab on the page, in the words of a shopper."""

from __future__ import annotations

import json
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeVar

from selenium import webdriver
from selenium.common.exceptions import WebDriverException
from selenium.webdriver.chrome.service import Service
from selenium.webdriver.common.by import By
from selenium.webdriver.remote.webelement import WebElement

FLAGS = (
    *("--headless=new", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-sync"),
    *(
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-dev-shm-usage",
        "--force-prefers-reduced-motion",
    ),
)
RESTING = (
    "const page = document.querySelector('#daogou');"
    "return page && !page.dataset.busy && page.querySelector('#lines > :not(.dots)')"
)
PATIENCE = 30.0
Found = TypeVar("Found")


class Tab:
    """One browser with a profile of its own."""

    def __init__(self, driver: webdriver.Chrome) -> None:
        self.driver = driver

    @classmethod
    def started(cls, binary: str, driver: str, profile: Path, width: int, height: int, language: str) -> Tab:
        """A browser of this size whose owner reads this language."""
        options = webdriver.ChromeOptions()
        options.binary_location = binary
        for flag in (*FLAGS, f"--user-data-dir={profile}", f"--lang={language}"):
            options.add_argument(flag)
        options.add_experimental_option("prefs", {"intl.accept_languages": language})
        options.set_capability("goog:loggingPrefs", {"performance": "ALL", "browser": "ALL"})
        browser = webdriver.Chrome(options=options, service=Service(driver))
        size = {"width": width, "height": height, "deviceScaleFactor": 1, "mobile": False}
        browser.execute_cdp_cmd("Emulation.setDeviceMetricsOverride", size)
        return cls(browser)

    def open(self, address: str) -> None:
        """Opens the address and waits until the page is at rest."""
        self.driver.get(address)
        self.at_rest()

    def reload(self) -> None:
        """Loads the page again, as F5 does."""
        self.driver.refresh()
        self.at_rest()

    def at_rest(self) -> None:
        """Waits until the page shows a conversation or a welcome and asks nothing of the server."""
        self.until(lambda: self.script(RESTING))

    def say(self, text: str) -> None:
        """Types a message and sends it."""
        box = self.one("#message")
        self.script("arguments[0].value = arguments[1]", box, text)
        self.one("#send").click()
        self.answered()

    def press(self, css: str, text: str = "") -> None:
        """Presses the button that matches, and holds the text where one is given, and waits for what it does."""
        button = next(one for one in self.all(css) if text in (one.text + (one.get_attribute("aria-label") or "")))
        self.script("arguments[0].scrollIntoView({block: 'center'})", button)
        button.click()
        self.answered()

    def answered(self) -> None:
        """Waits until nothing is under way."""
        time.sleep(0.05)
        self.at_rest()

    def one(self, css: str) -> WebElement:
        """The element that matches."""
        return self.driver.find_element(By.CSS_SELECTOR, css)

    def all(self, css: str) -> list[WebElement]:
        """All elements that match."""
        return self.driver.find_elements(By.CSS_SELECTOR, css)

    def texts(self, css: str) -> list[str]:
        """The visible texts of all elements that match."""
        return [one.text for one in self.all(css)]

    @property
    def log(self) -> str:
        """The conversation as it can be read."""
        return self.one("#lines").text

    @property
    def titles(self) -> list[str]:
        """The titles of the products shown, in order."""
        return self.texts("#goods > .card h3")

    @property
    def chips(self) -> list[str]:
        """What the page says that it understood."""
        return [text.rstrip("×").strip() for text in self.texts("#ledger .chip")]

    def script(self, code: str, *arguments: Any) -> Any:
        """Runs JavaScript in the page."""
        return self.driver.execute_script(code, *arguments)

    def until(self, true: Callable[[], Found], seconds: float = PATIENCE) -> Found:
        """Waits until something holds."""
        end = time.monotonic() + seconds
        while time.monotonic() < end:
            try:
                found = true()
                if found:
                    return found
            except WebDriverException:
                pass
            time.sleep(0.03)
        raise AssertionError(f"waited {seconds:.0f} s in vain; the browser says: {self.complaints()}")

    def complaints(self) -> list[str]:
        """What the browser's console holds against the page."""
        told = [entry["message"] for entry in self.driver.get_log("browser") if entry["level"] == "SEVERE"]
        # The page's framework tells of a stream that it closes itself when the next message is sent.
        return [message for message in told if "AbortError: signal is aborted" not in message]

    def requested(self) -> set[str]:
        """The addresses that pages of this tab asked for over the network."""
        addresses = set()
        for entry in self.driver.get_log("performance"):
            message = json.loads(entry["message"])["message"]
            if message["method"] == "Network.requestWillBeSent":
                addresses.add(message["params"]["request"]["url"])
        return {address for address in addresses if address.startswith(("http:", "https:", "ws:", "wss:"))}

    def close(self) -> None:
        """Ends this browser."""
        self.driver.quit()
