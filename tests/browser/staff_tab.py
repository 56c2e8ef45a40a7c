"""A browser tab of the shop's staff, in their own words."""

from __future__ import annotations

from selenium.webdriver.common.keys import Keys

from tests.browser.tab import Tab

PASSWORD = "a long password"


class StaffTab:
    """One member of staff at the console."""

    def __init__(self, tab: Tab, address: str) -> None:
        self.tab, self._address = tab, address

    def sign_in(self, name: str, password: str = PASSWORD) -> None:
        """Signs in and waits for the queue."""
        self.tab.driver.get(f"{self._address}/console")
        self.tab.one("[name=name]").send_keys(name)
        self.tab.one("[name=password]").send_keys(password, Keys.ENTER)
        self.tab.until(lambda: self.tab.all("#view > *"))

    def open_ticket(self, said: str) -> None:
        """Opens the ticket whose last message this is."""
        self.tab.until(lambda: any(said in text for text in self.tab.texts(".ticket")))
        next(one for one in self.tab.all(".ticket") if said in one.text).click()
        self.tab.until(lambda: said in self.lines)

    def press(self, css: str, text: str = "") -> None:
        """Presses the button that matches and holds the text."""
        self.tab.until(lambda: any(text in one.text for one in self.tab.all(css)))
        next(one for one in self.tab.all(css) if text in one.text).click()

    def take(self) -> None:
        """Takes the open ticket."""
        self.press("#deeds button", "Take over")
        self.tab.until(lambda: "Give back" in self.tab.one("#deeds").text)

    def say(self, text: str) -> None:
        """Writes a message and sends it with the keys."""
        self.tab.one("#words").send_keys(text, Keys.CONTROL, Keys.ENTER)
        self.hears(text)

    def hears(self, text: str) -> None:
        """Waits until the conversation holds a text."""
        self.tab.until(lambda: text in self.lines)

    @property
    def lines(self) -> str:
        """The conversation as it can be read."""
        return self.tab.one("#lines").text
