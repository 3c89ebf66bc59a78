"""The landscape and the race on the page: pictures that say what they show, with the same in words, step by step."""

from xml.etree import ElementTree

import pytest

from perceptron.findings.grid import Axis
from perceptron.findings.landscape import Surface, points_for
from perceptron.seeds import paths
from perceptron.settings import Settings
from tests.unit.playing import Trainer, play, ready, says
from web.page import messages as m
from web.page.request import next_request
from web.page.state import State
from web.page.update import update
from web.worker.runs_maps import Maps

pytestmark = pytest.mark.slow  # left to “make unit” and “make test”

FEW = m.RacersChosen(30)


@pytest.fixture
def trained() -> tuple[State, Trainer]:
    state, trainer = ready(m.SettingTyped("epochs", "40"), m.TabChosen("runs"))
    return play(state, trainer, m.TrainPressed()), trainer


def words_of(state: State) -> str:
    """All that is written in the picture, which must be whole XML without anything that runs."""
    picture = ElementTree.fromstring(state.landscape.map_told["content"])
    assert "script" not in state.landscape.map_told["content"]
    return " ".join(picture.itertext())


def test_nothing_is_drawn_before_somebody_wants_it(trained: tuple[State, Trainer]) -> None:
    assert trained[0].landscape.map_told == {}
    assert says(trained[0])["landscape-there", "hidden"] is True


def test_the_landscape_has_the_paths_of_the_runs_that_go_down_it(trained: tuple[State, Trainer]) -> None:
    state, trainer = trained
    state = play(state, trainer, m.NewStartPressed(7), m.TrainPressed())
    state = play(state, trainer, m.ChoiceMade("activation", "tanh"), m.TrainPressed(), m.LandscapePressed())
    page = says(state)
    assert page["landscape-there", "hidden"] is False
    assert str(page["landscape-text", "text"]).startswith(
        "The mean squared error of all 28 training rows, over weight 1"
    )
    paths = str(page["landscape-paths", "html"])
    assert "<b>A</b>, " in paths
    assert "<b>B</b>, seed 7" in paths
    assert "<b>C</b>" not in paths  # tanh has another landscape
    assert "Epoch 40: " in paths
    words = words_of(state)
    assert "weight 2 (of Second number)" in words
    assert "B: seed 7" in words
    state = play(state, trainer, m.MapFileWanted("svg"))
    assert state.sharing.made_file[:2] == ("landscape-the-usual-settings.svg", "image/svg+xml")


def test_where_there_is_no_landscape_it_says_why() -> None:
    state, trainer = ready(m.ChoiceMade("data", "celsius"), m.SettingTyped("epochs", "5"), m.TabChosen("runs"))
    state = play(state, trainer, m.ChoiceMade("bias", "off"), m.TrainPressed(), m.LandscapePressed())
    assert says(state)["landscape-complaint", "text"] != ""
    assert says(state)["landscape-there", "hidden"] is True


def test_a_start_by_hand_has_no_other_starts_to_race(trained: tuple[State, Trainer]) -> None:
    state, trainer = trained
    state = play(state, trainer, m.ParameterTyped("weight-1", "0.5"), m.TrainPressed(), m.BaselineChosen("B"))
    state = play(state, trainer, m.RacePressed())
    assert says(state)["landscape-complaint", "text"] != ""


def test_a_race_tells_who_ended_where_and_how_far_apart_they_were(trained: tuple[State, Trainer]) -> None:
    state, trainer = trained
    state = play(state, trainer, FEW, m.RacePressed())
    page = says(state)
    assert "30 starts" in str(page["race-text", "text"])
    assert str(page["race-moments", "html"]).count("<tr>") == 3  # the start, 10 and 40
    assert (page["race-time", "max"], page["race-time", "value"]) == ("40", "40")
    assert "30 starts" in words_of_the_file(state, trainer)


def words_of_the_file(state: State, trainer: Trainer) -> str:
    """All that is written in the picture that a person takes with them."""
    name, kind, content = play(state, trainer, m.MapFileWanted("svg")).sharing.made_file
    assert (name, kind) == ("race-40-epochs.svg", "image/svg+xml")
    return " ".join(ElementTree.fromstring(content).itertext())


def test_all_ways_of_a_race_come_once_to_the_digit_that_can_be_seen(trained: tuple[State, Trainer]) -> None:
    state, trainer = trained
    told = play(state, trainer, FEW, m.RacePressed()).landscape.map_told
    first, last = map(ord, told["ends"])
    assert (told["starts"], len(told["ways"])) == (30, 2 * 30 * 41)
    assert {first <= ord(letter) <= last for letter in told["ways"]} == {True}
    settings = Settings(seed=109)
    way = next(iter(paths(settings, [109], 40, 1)))
    across = [(ord(letter) - first) / (last - first) for letter in told["ways"][:: 2 * 30]]
    # An axis is straight: the shares of any two moments tell those of all others.
    weights = way.weights[0]
    least = (across[-1] - across[0]) / (weights[-1] - weights[0])
    for share, weight in zip(across, weights, strict=True):
        assert share == pytest.approx(across[0] + least * (weight - weights[0]), abs=0.001)


def test_the_race_can_be_looked_at_in_every_moment_and_played(trained: tuple[State, Trainer]) -> None:
    state, trainer = trained
    state = play(state, trainer, m.MotionAsked(False), FEW, m.RacePressed(), m.RaceEpochChosen(10))
    assert not next_request(state)  # the page has all ways, and draws them
    assert "30 starts, at epoch 10" in words_of_the_file(state, trainer)
    state = update(update(state, m.RaceEpochChosen(0)), m.RacePlayPressed())
    assert says(state)["race-play", "text"] == "Pause the race"
    state = update(state, m.RacePlayed(7))
    assert says(state)["race-time", "aria-valuetext"] == "Epoch 7"
    paused = update(update(state, m.RacePlayPressed()), m.RacePlayed(20))
    assert (paused.landscape.race_epoch, paused.landscape.race_plays) == (7, False)
    state = update(state, m.RacePlayed(40))
    assert (state.landscape.race_epoch, state.landscape.race_plays) == (-1, False)
    assert update(state, m.RacePlayPressed()).landscape.race_epoch == 0


def test_who_wants_little_motion_sees_the_end_of_the_race_at_once(trained: tuple[State, Trainer]) -> None:
    state, trainer = trained
    state = play(state, trainer, m.MotionAsked(True), FEW, m.RacePressed(), m.RaceEpochChosen(3), m.RacePlayPressed())
    assert (state.landscape.race_epoch, state.landscape.race_plays) == (-1, False)


def test_a_race_says_how_far_it_is_and_can_be_stopped(trained: tuple[State, Trainer]) -> None:
    state, trainer = trained
    state = update(state, m.RacePressed())
    request = next_request(state)
    own = {"done": False, "what": "starts", "known": 12, "of": 30}
    reply = {"request": request, "at": [40, 0], "engine": ["python", ""], "own": own}
    state = update(update(state, m.RequestSent(request, 0)), m.RequestAnswered(reply, 1))
    page = says(state)
    assert page["landscape-progress", "text"] == "12 of 30 starts are through."
    assert page["race-start", "text"] == "Stop the race"
    state = play(state, trainer, m.RacePressed())
    page = says(state)
    assert str(page["race-text", "text"]).startswith("12 starts end")
    assert (page["race-start", "text"], page["landscape-progress", "text"]) == ("Race", "")
    assert "12 starts" in words_of_the_file(state, trainer)


def test_what_stops_before_any_start_is_through_leaves_nothing(trained: tuple[State, Trainer]) -> None:
    state = trained[0]
    for message in (m.RacePressed(), m.LandscapePressed()):
        state = update(update(state, message), message)
        assert not next_request(state)
    assert says(state)["landscape-there", "hidden"] is True


def test_a_landscape_comes_in_slices_and_each_goes_on_where_the_last_one_ended() -> None:
    settings, maps, seen = Settings(activation="linear"), Maps(), []
    run = ["A", "the run", 0, [], [0, 10], [[0.1, 0.2], [0.3, 0.4], [0.0, 0.1]]]
    told: dict[str, object] = {"done": False}
    while not told["done"]:
        told = maps.of_runs(settings, [run], 600, 0.0)  # no time, so one place
        seen.append(told.get("known"))
    places = points_for(Surface(settings, Axis(0, 0, 1), Axis(1, 0, 1), (0.0,) * 3, "best")) ** 2 + 2
    assert seen == [*range(1, places + 1), None]
    assert told == Maps().of_runs(settings, [run], 600, 1000.0)


def test_which_rows_only_one_of_two_runs_gets_right_is_told(trained: tuple[State, Trainer]) -> None:
    state, trainer = trained
    state = play(state, trainer, m.ChoiceMade("activation", "linear"), m.TrainPressed(), m.RunChosen("B"))
    told = str(says(state)["run-verdicts", "text"])
    assert told.startswith("Beside run A: Both get ")
    assert "Only this run gets " in told
