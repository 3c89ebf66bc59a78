"""The page in WebKit, in the same words as in `lab`. Selenium drives WebKitGTK, which Playwright cannot."""

import os
import re
import shutil
import subprocess
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from selenium.common.exceptions import WebDriverException
from selenium.webdriver import Keys, WebKitGTK, WebKitGTKOptions, WebKitGTKService
from selenium.webdriver.common.by import By
from selenium.webdriver.remote.webelement import WebElement
from selenium.webdriver.support.wait import WebDriverWait

from tests.e2e.lab import COPY, in_full

BROWSER = next(Path("/usr/lib").glob("*/webkit2gtk-4.*/MiniBrowser"), None)
DRIVER = shutil.which("WebKitWebDriver")
SCREEN = shutil.which("Xvfb")
SECONDS = 30
SECONDS_BETWEEN_LOOKS = 0.05


class WebKitLab:
    """One opened page. Whatever is read is what the page says now; `wait_for` waits until it says so."""

    def __init__(self, driver: WebKitGTK, site: str) -> None:
        self.driver = driver
        self.site = site

    def open(self) -> None:
        """Go to the page and wait until Python is ready."""
        self.driver.get(self.site)
        self.wait_for_python()

    def wait_for_python(self) -> None:
        """Wait until the trainer is ready or something failed, and complain in the page's own words."""
        self.wait_until(
            lambda: "failed" in (self.data("ui"), self.data("trainer")) or self.data("trainer") == "ready",
            "Python ready",
        )
        assert not self.failure, self.failure

    def wait_for(self, words: str, read: Callable[[], str]) -> None:
        """Wait until what is read has these words."""
        self.wait_until(lambda: words in read(), words)

    def wait_until(self, is_so: Callable[[], bool], what: str) -> None:
        # A page that is just being replaced cannot be asked; the next look asks again.
        waiting = WebDriverWait(self.driver, SECONDS, SECONDS_BETWEEN_LOOKS, (WebDriverException,))
        waiting.until(lambda _: is_so(), f"waited for: {what}")

    def wait_for_run(self, run: str) -> None:
        self.wait_until(lambda: self.data("run") == run, run)

    def button(self, name: str) -> WebElement:
        return self.driver.find_element(By.XPATH, f"//button[normalize-space()='{name}']")

    def press(self, name: str) -> None:
        self.button(name).click()

    def field(self, name: str) -> WebElement:
        label = self.driver.find_element(By.XPATH, f"//label[@for][normalize-space()='{name}']")
        return self.driver.find_element(By.ID, str(label.get_attribute("for")))

    def choose(self, name: str, value: str) -> None:
        """Type over what stands in a setting and leave the field."""
        field = self.field(name)
        field.send_keys(Keys.CONTROL, "a")
        field.send_keys(Keys.DELETE, value, Keys.TAB)

    def choose_a_long_run(self) -> None:
        """A million epochs in plain Python, so that there is time for something while it trains."""
        self.driver.find_element(By.XPATH, "//label[normalize-space()='Compiled']").click()
        self.choose("Epochs", "1000000")

    def paste(self, name: str, text: str) -> None:
        """Paste over what stands in a field, by way of the clipboard, and leave it."""
        place = self.driver.execute_script(f"return ({COPY})(arguments[0])", text)
        place.send_keys(Keys.CONTROL, "c")
        self.driver.execute_script("arguments[0].remove()", place)
        field = self.field(name)
        field.send_keys(Keys.CONTROL, "a")
        field.send_keys(Keys.CONTROL, "v")
        field.send_keys(Keys.TAB)

    def train_to_the_end(self) -> None:
        self.press("Train")
        self.wait_for_run("trained")

    def data(self, name: str) -> str:
        """What the root element says of the page as a whole."""
        return str(self.driver.find_element(By.TAG_NAME, "html").get_attribute(f"data-{name}"))

    @property
    def words(self) -> str:
        """All that the page shows."""
        return self.driver.find_element(By.TAG_NAME, "body").text

    @property
    def spoken(self) -> str:
        """What those hear who listen; nobody sees it."""
        return str(self.driver.find_element(By.CSS_SELECTOR, "[aria-live=polite]").get_property("textContent"))

    @property
    def epoch(self) -> int:
        return int(self.data("epoch"))

    @property
    def score(self) -> str:
        return str(re.findall(r"\S+ of \S+ test sums right", self.words)[-1])

    @property
    def failure(self) -> str:
        """The words of the fault panel, empty when it is not there."""
        return self.driver.find_element(By.CSS_SELECTOR, "[role=alert]").text

    @property
    def parameters(self) -> list[str]:
        """Weight 1, weight 2 and bias, in full, as Python writes them."""
        return [in_full(self.description(name, 1)) for name in ("Weight 1", "Weight 2", "Bias")]

    @property
    def table(self) -> list[list[str]]:
        rows = self.driver.find_elements(By.XPATH, "//table[caption='Results']/tbody/tr[count(td) > 2]")
        return [str(row.get_property("innerText")).split("\t") for row in rows]

    def is_valid(self, name: str) -> bool:
        return self.field(name).get_attribute("aria-invalid") is None

    def complaint(self, name: str) -> str:
        """What the page says about a field: the first text that describes it."""
        return self.description(name, 0)

    def description(self, name: str, number: int) -> str:
        """One of the texts that describe a field."""
        descriptions = str(self.field(name).get_attribute("aria-describedby")).split()
        return self.driver.find_element(By.ID, descriptions[number]).text


@contextmanager
def browser() -> Iterator[WebKitGTK]:
    """A WebKitGTK on a screen of its own."""
    options = WebKitGTKOptions()
    options.binary_location = str(BROWSER)
    options.add_argument("--automation")
    with screen() as display:
        # Under this locale WebKitGTK's language is “C”, which its own Intl refuses.
        environment = {**os.environ, "DISPLAY": display, "GDK_BACKEND": "x11", "LC_ALL": "C.UTF-8"}
        driver = WebKitGTK(options=options, service=WebKitGTKService(executable_path=DRIVER, env=environment))
        try:
            yield driver
        finally:
            driver.quit()


@contextmanager
def screen() -> Iterator[str]:
    """A screen that nobody sees; yields its name."""
    command = [str(SCREEN), "-displayfd", "1", "-screen", "0", "1280x1024x24", "-nolisten", "tcp"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True) as process:
        try:
            assert process.stdout
            yield f":{process.stdout.readline().strip()}"
        finally:
            process.terminate()
