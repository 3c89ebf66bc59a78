"""The race over the picture of the landscape: which moment of it is drawn, and when; web/runtime/race.js draws it."""

from web.browser.javascript import create_proxy, document, to_js, window
from web.browser.own_data import held
from web.page import messages
from web.page.state import State

TYPE_CHECKING = False  # MicroPython has no typing module
if TYPE_CHECKING:
    from collections.abc import Callable


class RacePicture:
    """The canvas with the id `race-canvas`. `tell` takes messages: how far the race is played."""

    def __init__(self, tell: "Callable[[object], None]") -> None:
        self._tell = tell
        self._canvas = document.getElementById("race-canvas")
        self._told: dict = {}
        self._race = None
        self._epoch = -2  # which the canvas shows; none at first
        self._plays = False
        self._drawn = create_proxy(self._was_drawn)
        window.ResizeObserver.new(create_proxy(self._resized)).observe(self._canvas)

    def draw(self, state: State) -> None:
        """Show the moment of the State, or play on from there."""
        told, landscape = state.landscape.map_told, state.landscape
        if landscape.map_kind != "race" or not told.get("ways"):
            self._stop()
            return
        if told is not self._told:
            self._stop()
            self._told = told
            box = to_js(told["box"])
            ways, starts = held(told["ways"]), told["starts"]
            self._race = window.race.begin(self._canvas, ways, starts, box, told["ends"], self._drawn)
            self._epoch = -2
        if landscape.race_plays:
            if not self._plays:
                self._plays = True
                self._race.play()
            return
        self._stop()
        if landscape.race_epoch != self._epoch:
            self._epoch = landscape.race_epoch
            self._race.show(self._race.last if self._epoch < 0 else self._epoch / told["stride"])

    def tell_place(self) -> None:
        """Say how far it is, so that it stays there when it pauses."""
        if self._plays:
            self._tell(messages.RacePlayed(int(self._race.place)))

    def _stop(self) -> None:
        if self._plays:
            self._plays = False
            self._race.stop()

    def _was_drawn(self, place: float) -> None:
        """It is played so far; that is heard now and then, and at the end at once."""
        is_end = place >= self._race.last
        self._plays = self._plays and not is_end
        self._epoch = -1 if is_end else self._epoch
        self._tell(messages.RacePlayed(int(place)))

    def _resized(self, *_: object) -> None:
        if self._race and self._canvas.clientWidth and not self._plays:
            self._race.show(self._race.place)
