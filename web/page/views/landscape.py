"""The landscape below the runs and the race on it, in words; web.browser.map_picture shows the picture itself."""

from web.page.markup import escaped
from web.page.runs import baseline_of
from web.page.state import State
from web.page.views.runs import sample

ABOUT = "The error over two of the weights, with the paths of the drawn runs that go down the same landscape as {}."
WAITING = "Python draws it."
REACHED = {"starts": "{:,} of {:,} starts are through.", "places": "{:,} of {:,} places of the map are known."}


def view(state: State) -> list:
    """The writes for it; none while another tab is open or there is no run."""
    baseline, landscape = baseline_of(state), state.landscape
    if state.look.tab != "runs" or not baseline:
        return []
    told = landscape.map_told
    is_race = landscape.map_kind == "race" and bool(told.get("picture"))
    shown = landscape.map_epochs if landscape.race_epoch < 0 else landscape.race_epoch
    return [
        ("landscape-about", "text", ABOUT.format(baseline.letter)),
        ("landscape-draw", "text", "Stop" if landscape.map_wanted == "landscape" else "Draw the landscape"),
        ("race-start", "text", "Stop the race" if landscape.map_wanted == "race" else "Race"),
        ("race-play", "text", "Pause the race" if landscape.race_plays else "Play the race"),
        ("racers", "choice", str(landscape.racers)),
        ("landscape-progress", "text", _progress(state)),
        ("landscape-complaint", "text", told.get("complaint", "")),
        ("landscape-there", "hidden", not told.get("picture")),
        ("landscape-picture", "alt", " ".join([told.get("sentence", ""), told.get("raced", "")]).strip()),
        ("landscape-text", "text", told.get("sentence", "")),
        ("race-text", "text", told.get("raced", "")),
        ("race-canvas", "hidden", not is_race),
        ("race-time-place", "hidden", not is_race),
        ("race-play", "hidden", not is_race),
        ("race-time", "min", "0"),
        ("race-time", "max", str(landscape.map_epochs)),
        ("race-time", "step", str(told.get("stride", 1))),
        ("race-time", "value", str(shown)),
        ("race-time", "aria-valuetext", f"Epoch {shown:,}"),
        ("race-time-text", "text", f"epoch {shown:,}"),
        ("race-moments-place", "hidden", not is_race),
        ("race-moments", "html", "".join([_moment(cells) for cells in told.get("moments", ())])),
        ("landscape-paths", "html", "".join([_path(*path) for path in told.get("paths", ())])),
    ]


def _progress(state: State) -> str:
    landscape = state.landscape
    if not (landscape.map_wanted or landscape.race_file):
        return ""
    what, known, count = landscape.map_reached or ("", 0, 0)
    return REACHED[what].format(known, count) if what else WAITING


def _moment(cells: list) -> str:
    return "<tr>" + "".join([f"<td>{escaped(cell)}</td>" for cell in cells]) + "</tr>"


def _path(letter: str, name: str, words: str, points: list) -> str:
    listed = "".join([f"<li>{escaped(point)}</li>" for point in points])
    return f"<li>{sample(letter)} <b>{letter}</b>, {escaped(name)}. {escaped(words)}<ul>{listed}</ul></li>"
