"""What follows when the landscape below the runs is looked at, or many starts race on it."""

from web.page import messages
from web.page.runs import baseline_of
from web.page.state import State

RACERS = (30, 100, 300)
FASTER = 12  # a moment of the race lasts until a twelfth more epochs are done


def made(state: State, do: list, own: dict) -> State:
    """Python is so far with a picture, or it is made."""
    kind, landscape = do[1], state.landscape
    if landscape.map_wanted != kind or (kind == "race" and do[6] != landscape.racers):
        return state.but(reached=())
    if not own.get("done") and not own.get("complaint"):
        return state.but(reached=(do[2], own["epoch"], landscape.racers))
    if kind == "race" and do[7] != landscape.race_epoch:
        return state  # it is looked at elsewhere by now
    epochs = do[5] if kind == "race" else 0
    after = state.but(map_told=own, map_kind=kind, map_epochs=epochs, map_wanted="", reached=())
    return _played_on(after) if landscape.race_plays and kind == "race" else after.but(race_plays=False)


def _played_on(state: State) -> State:
    """The next moment of the race: early ones one by one, as most happens there, and later ones further apart."""
    landscape = state.landscape
    if landscape.race_epoch < 0:
        return state.but(race_plays=False)
    stride = landscape.map_told.get("stride", 1)
    epoch = landscape.race_epoch + stride * max(1, landscape.race_epoch // (FASTER * stride))
    return state.but(race_epoch=epoch if epoch < landscape.map_epochs else -1, map_wanted="race")


def _play_pressed(state: State, _: messages.RacePlayPressed) -> State:
    """At the end there is nothing to play, so it begins at the start."""
    landscape = state.landscape
    if landscape.race_plays or landscape.map_kind != "race":
        return state.but(race_plays=False)
    return state.but(race_plays=True, race_epoch=max(0, landscape.race_epoch), map_wanted="race", halted=False)


def _landscape_pressed(state: State, _: messages.LandscapePressed) -> State:
    return _wanted(state, "landscape")


def _race_pressed(state: State, _: messages.RacePressed) -> State:
    return _wanted(state.but(race_epoch=-1), "race")


def _wanted(state: State, kind: str) -> State:
    """Pressed again while it is being made, it stops."""
    if not baseline_of(state):
        return state
    wanted = "" if state.landscape.map_wanted == kind else kind
    return state.but(map_wanted=wanted, halted=False, reached=(), race_plays=False)


def _racers_chosen(state: State, message: messages.RacersChosen) -> State:
    return state.but(racers=message.count, map_wanted="") if message.count in RACERS else state


def _race_epoch_chosen(state: State, message: messages.RaceEpochChosen) -> State:
    landscape = state.landscape
    if landscape.map_kind != "race":
        return state
    epoch = max(0, min(message.epoch, landscape.map_epochs))
    shown = -1 if epoch == landscape.map_epochs else epoch
    return state.but(race_epoch=shown, map_wanted="race", race_plays=False)


def _file_wanted(state: State, _: messages.MapFileWanted) -> State:
    told = state.landscape.map_told
    if not told.get("content"):
        return state
    return state.but(made_file=(told["name"], "image/svg+xml", told["content"]))


UPDATES: dict = {
    messages.LandscapePressed: _landscape_pressed,
    messages.RacePressed: _race_pressed,
    messages.RacersChosen: _racers_chosen,
    messages.RaceEpochChosen: _race_epoch_chosen,
    messages.RacePlayPressed: _play_pressed,
    messages.MapFileWanted: _file_wanted,
}
