"""What follows when the landscape below the runs is looked at, or many starts race on it."""

from web.page import messages
from web.page.runs import baseline_of
from web.page.state import State

RACERS = (30, 100, 300)
KINDS = {"svg": "image/svg+xml", "png": "image/png"}
LEAST_WIDTH, MOST_WIDTH = 260, 640  # of a picture on the page
STARTS = "starts"  # what web.worker.runs_maps counts while a race is trained
NOTHING_WANTED: dict = {"map_wanted": "", "map_reached": (), "race_stopped": 0}


def made(state: State, do: list, own: dict) -> State:
    """Python is so far with a picture, or it is made."""
    kind, landscape = do[1], state.landscape
    is_race = kind == "race"
    if landscape.map_wanted != kind or (is_race and do[6] != (landscape.race_stopped or landscape.racers)):
        return state.but(map_reached=())
    if not own["done"]:
        return state.but(map_reached=(own["what"], own["known"], own["of"]))
    epochs = do[5] if is_race else 0
    return state.but(
        map_told=own, map_kind=kind, map_of=tuple(do), map_epochs=epochs, race_plays=False,
        spoken=own.get("raced") or own.get("sentence") or own["complaint"], **NOTHING_WANTED,
    )  # fmt: skip


def file_made(state: State, do: list, own: dict) -> State:
    """The race as a file; for another run than before, Python has to train it first."""
    if not state.landscape.race_file:
        return state.but(map_reached=())
    if not own["done"]:
        return state.but(map_reached=(own["what"], own["known"], own["of"]))
    after = state.but(race_file="", map_reached=())
    return after if own.get("complaint") else _with_file(after, state.landscape.race_file, own)


def _with_file(state: State, kind: str, own: dict) -> State:
    """The State in which a picture is handed over: Python made it as SVG, which the browser makes a PNG of."""
    name = own["name"].rsplit(".", 1)[0]
    return state.but(made_file=(f"{name}.{kind}", KINDS[kind], own["content"]))


def _played(state: State, message: messages.RacePlayed) -> State:
    """So many moments of the race are played; at its last one it ends."""
    landscape = state.landscape
    if not landscape.race_plays:
        return state
    epoch = max(0, message.place) * landscape.map_told.get("stride", 1)
    if epoch >= landscape.map_epochs:
        return state.but(race_epoch=-1, race_plays=False)
    return state.but(race_epoch=epoch)


def _play_pressed(state: State, _: messages.RacePlayPressed) -> State:
    """At the end there is nothing to play, so it begins at the start. Who wants little motion sees the end."""
    landscape = state.landscape
    if landscape.race_plays or landscape.map_kind != "race" or not landscape.map_told.get("picture"):
        return state.but(race_plays=False)
    if state.visit.still:
        return state.but(race_epoch=-1)
    return state.but(race_plays=True, race_epoch=max(0, landscape.race_epoch))


def _landscape_pressed(state: State, _: messages.LandscapePressed) -> State:
    """Pressed again while it is being made, it stops."""
    if not baseline_of(state):
        return state
    wanted = "" if state.landscape.map_wanted == "landscape" else "landscape"
    return _begun(state, wanted)


def _race_pressed(state: State, _: messages.RacePressed) -> State:
    """Pressed again while starts are trained, it ends with those that are through; and after that, at once."""
    if not baseline_of(state):
        return state
    landscape = state.landscape
    if landscape.map_wanted != "race":
        return _begun(state.but(race_epoch=-1), "race")
    what, known, _ = landscape.map_reached or (STARTS, 0, 0)
    if what != STARTS or not known or landscape.race_stopped:
        return _begun(state, "")
    return state.but(race_stopped=known, map_reached=())


def _begun(state: State, wanted: str) -> State:
    return state.but(**NOTHING_WANTED).but(map_wanted=wanted, halted=False, race_plays=False)


def _racers_chosen(state: State, message: messages.RacersChosen) -> State:
    return state.but(racers=message.count, **NOTHING_WANTED) if message.count in RACERS else state


def _race_epoch_chosen(state: State, message: messages.RaceEpochChosen) -> State:
    landscape = state.landscape
    if landscape.map_kind != "race":
        return state
    epoch = max(0, min(message.epoch, landscape.map_epochs))
    shown = -1 if epoch == landscape.map_epochs else epoch
    return state.but(race_epoch=shown, race_plays=False)


def _file_wanted(state: State, message: messages.MapFileWanted) -> State:
    told = state.landscape.map_told
    if not told.get("picture") or message.kind not in KINDS:
        return state
    if state.landscape.map_kind == "race":
        return state.but(race_file=message.kind, halted=False)
    return _with_file(state, message.kind, told)


def _room_known(state: State, message: messages.MapRoomKnown) -> State:
    return state.but(map_width=max(LEAST_WIDTH, min(message.width, MOST_WIDTH)))


UPDATES: dict = {
    messages.MapRoomKnown: _room_known,
    messages.LandscapePressed: _landscape_pressed,
    messages.RacePressed: _race_pressed,
    messages.RacersChosen: _racers_chosen,
    messages.RaceEpochChosen: _race_epoch_chosen,
    messages.RacePlayPressed: _play_pressed,
    messages.RacePlayed: _played,
    messages.MapFileWanted: _file_wanted,
}
