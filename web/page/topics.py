"""The parts of the State by topic: the one place that says what there is, and what it is at first.

A topic is never changed. `but` makes the next one, and refuses a part that is not declared here. MicroPython runs this,
which has no typing module; tuples and dicts say what they hold in words.
"""

from perceptron.aspects import FLOWS, OWN_TOLERANCE, PAIR_STEPS, QUANTITIES
from perceptron.settings_table import DEFAULTS
from web.page.speeds import SPEEDS

TYPE_CHECKING = False  # MicroPython has no typing module
if TYPE_CHECKING:
    from web.page.held import Held
    from web.worker.session import Request

NOTHING: "Request" = {}  # type: ignore[typeddict-item]  # the only request without its parts
TABS = ("update", "why", "activation", "map", "yardsticks", "data", "code", "runs")
TAB_NAMES = {
    "update": "One update",
    "why": "Why right or wrong",
    "activation": "Rows on the curve",
    "map": "Map",
    "yardsticks": "Yardsticks",
    "data": "Data",
    "code": "Code",
    "runs": "Runs",
}
AXES = ("x", "y")  # of the curve
COURSE_PAGES = ("list", "lesson", "end", "teachers")
LINK_PLACES = ("settings", "data")  # where the link to the experiment can be copied
LOCKS = ("settings", "weights")  # what a teacher’s link can lock
LOCK_NAMES = {"settings": "the settings", "weights": "weights and bias"}
PLAYBACKS = (10, 100, 1000, 10000)  # epochs a second


class Topic:
    """Parts with their first values, each an attribute of the class."""

    def but(self, **changes):  # type: ignore[no-untyped-def]  # of the same class as this
        """The same topic with some parts replaced. Raises AttributeError for a part that it does not have."""
        made = self.__class__()
        for name, value in self.__dict__.items():
            setattr(made, name, value)
        known = parts_of(self)
        for name, value in changes.items():
            if name not in known:
                raise AttributeError(f"{self.__class__.__name__} has no part {name}.")
            setattr(made, name, value)
        return made


def parts_of(topic: Topic) -> list:
    """The names of a topic's parts."""
    return [name for name in topic.__class__.__dict__ if not name.startswith("__")]


class Form(Topic):
    """What the person chose, what was wrong with what was typed, and what of it was refused."""

    # Settings and question are texts, as Field.canonical gives them.
    settings = dict(DEFAULTS)
    question: tuple = ("0.2", "0.1")  # whose answer training changes
    # Sentences and texts by the id of their field; what was wrong in the address.
    complaints: dict = {}
    refused: dict = {}
    waiting: dict = {}  # weights and bias that were typed before Python had drawn the start
    # Settings and a moment, the epoch and the row: of the last run that Python accepted, should it refuse the next; and
    # of the last one that was trained and then left for another.
    accepted: dict = {}
    run_before: dict = {}
    notices: tuple = ()


class Wants(Topic):
    """What the person wants of Python, kept until it is done."""

    training = False
    steps = 0  # the single updates still to be asked for
    back_to: tuple = ()  # the moment to train on from, an epoch and a row, if any
    goal = int(DEFAULTS["epochs"])


class Own(Topic):
    """Own data on its way, and changes of rows; the run stays as it is until the person uses them."""

    pasted: "str | Held" = ""  # what stands in the text box
    opened_file: tuple = ()  # its name, and its bytes, held, while it is not in the text box
    file_complaint = ""
    # How a table is to be read; empty leaves it to the table itself. And which of its rows are test rows.
    ways: dict = {
        "separator": "", "decimal": "", "header": "", "target": "",
        "test": "all", "every": "4", "percent": "20", "seed": "0", "column": "",
    }  # fmt: skip
    reading: dict = {}  # what Python found, see web.worker.own_data
    read_of: tuple = ()  # what this is the reading of, as `State.to_read` gives it
    using = False
    used = ""  # the data that “Use this data” brought last
    used_of: tuple = ()  # what it was read from, as `State.to_read` gives it
    edits: tuple = ()  # changes of rows that are still to be made: see web.worker.own_data.edit
    edited = ""  # the data that the last of them made
    saving = False
    saved = ""  # the experiment's file that Python wrote last; web.browser.own_data hands it to the person
    # Sentences and refused texts by the row and the column, as in "3-0"; the row to add is “new”.
    row_complaints: dict = {}
    row_texts: dict = {}


class Code(Topic):
    """The program in the text box, and what is to be done with it; the run has it only when the person runs it."""

    draft: tuple = ()  # the text, where it is another than that of the program in use
    draft_for = ""  # the packed program that the address said when it was typed; "" for none
    draft_is_back = False  # whether it is from an earlier visit
    earlier: tuple = ()  # the text that another one has replaced, if it was not thrown away
    in_address = ""  # the packed program of the address, until a program is run or restored
    in_colours = False  # whether the text box has become an editor
    brought = ""  # a packed program of an address or a file, until Python has read it
    # What Python is to do: try the draft and then train with it, make a ready change, write a file.
    trying = False
    changing = False
    taking_home = False
    change = "momentum"  # the ready change that is chosen
    compared: tuple = ()  # a draft, and how it differs from the page's own program
    fault: dict = {}  # what is wrong with the text in the box or with the program in use, see web.worker.code.told
    # Where the program in use could not go on: that fault, and the settings and the moment of the run.
    run_fault: dict = {}
    # What the person stopped: “trying” a text or “training”; "" for nothing, or when they have gone on since.
    stopped_while = ""
    program_complaint = ""
    program_file = ""  # the file that Python wrote last; web.browser.own_data hands it to the person


class Hand(Topic):
    """Weights and bias set by hand."""

    best_by_hand = -1  # the most rows that were right so; -1 before there were any
    best_start = ""  # the weights and the bias that got them right; "" when that was in an earlier visit
    # How many rows each attempt got right, and the settings of these attempts, see web.page.attempts.
    attempts: tuple = ()
    attempts_of: tuple = ()
    let_go = False  # weights and bias were let go, and are not counted as an attempt yet
    by_training: tuple = ()  # the most rows that training got right, and then the settings as of the attempts
    # Whether the sliders only reach a little to each side; and the numbers in the middle of them then.
    fine = False
    centres: tuple = ()
    # Which of the numbers of this start nobody set by hand: they were learned, or came with the address.
    borrowed: tuple = ()
    lifted: dict = {}  # a start by hand that shows what other weights would do, and the sentence about it


class Live(Topic):
    """Whether all of a run is trained anew while the hand that changes a setting still moves."""

    live = False
    whole = False  # all epochs of the run that is wanted are still to be trained, in one request
    holding = False  # a slider is moved just now, so that only its newest position is asked for
    left_by_hand: dict = {}  # settings and a moment, as run_before: those of the run before the hand took hold
    moved: tuple = ()  # what was moved or typed last, see web.page.update.live; empty after anything else was done
    made_by: tuple = ()  # the same for what made the run that is wanted now
    cell: tuple = (0, 0)  # of the training rows: the row and the column that the slider there moves
    gripped: dict = {}  # the training row on the map that a hand holds, see web.page.update.grip; empty for none
    late = 0  # how many replies in a row came before all epochs were trained
    live_off = ""  # why it has switched itself off: a sentence


class Look(Topic):
    """Where the person looks, which every request says, see web.worker.reports.look; a moment of () is now."""

    moment: tuple = ()
    flow = FLOWS[0]
    test_row = 0
    page = 0  # of the results
    training_page = 0  # of the training rows in the tab “Data”
    tab = TABS[0]
    stage = 0
    by_line = False  # whether the update is shown line by line, and not in its stages
    quantity = QUANTITIES[0]
    cursor: tuple = (12, 16)
    # Of the map: which inputs go across and up, from 0, and where the others are held, as texts; () is the usual.
    across = 0
    up = 1
    held: tuple = ()
    # A training row on the map that a hand holds: its number, and while a pointer holds it the ends of both axes, as
    # texts, which stay meanwhile.
    grip: tuple = ()
    tolerance = OWN_TOLERANCE
    sheet = ""  # the seed of the worksheet that is shown; empty for none


class Runs(Topic):
    """The runs that are kept to be compared, and how they are compared; see web.page.runs."""

    kept: tuple = ()  # of web.page.runs.KeptRun, the oldest first
    present: tuple = ()  # the run that the page shows, while it is trained and rests; as a KeptRun
    letter = "A"  # what the next new run is called
    baseline = ""  # the letter of the run that was made the baseline; "" for the oldest
    chosen_run = ""  # the letter of the run that is bold; "" for the baseline
    drawn: tuple = ("A",)  # the letters of the runs in the pictures
    sorted_by: tuple = ("", False)  # a measure, or "" for the order in which they were trained; and whether backwards
    differences_only = True
    measured = "error"  # which measure the picture shows
    pointed_epoch = -1  # where the pictures are read; -1 for their end
    # How far Python is with a run that it computes: what for (see web.page.runs), the run's letter, its epoch,
    # and the last one.
    reached: tuple = ()
    halted = False  # whether the person has stopped that
    runs_note = ""  # what happened to a run
    run_complaint = ""  # what was wrong with a name


class WhatIf(Topic):
    """A controlled experiment beside the baseline: what is expected, and what comes of it."""

    # What Python offers beside a baseline, and the letter, the settings and the moment of that baseline.
    offers: tuple = ()
    offers_of: tuple = ()
    experiment = ""  # the name of the one that is open
    expected = ""  # the word of the person’s choice; the experiment runs once there is one
    trials: tuple = ()  # its runs, as KeptRun
    outcome: dict = {}


class Sweep(Topic):
    """One number of the baseline over a range: what was typed, and what comes of each value."""

    swept = "learning_rate"
    span: dict = {"from": "0.001", "to": "10", "count": "13"}
    factors = True  # whether each value is the same multiple of the one before
    sweep_of: tuple = ()  # the run that is swept, as web.page.runs.known_as tells it
    sweeping = False
    sweep_values: tuple = ()  # as texts, once Python has made them
    points: tuple = ()  # what came of the first of them, see web.worker.runs
    sweep_told = ""
    sweep_complaint = ""


class Landscape(Topic):
    """The landscape below the runs, or a race of many starts on it: what is wanted, and what Python made last."""

    map_wanted = ""  # “landscape” or “race”, until it is there
    racers = 30
    race_epoch = -1  # up to which the race is shown; -1 for all of it
    race_plays = False
    race_file = ""  # as which kind of file its picture is wanted, of web.page.update.landscape.KINDS
    map_width = 600  # how wide a picture has room
    # How far Python is with it: what it counts, “starts” or “places”, how many of them it has, and of how many.
    map_reached: tuple = ()
    race_stopped = 0  # after how many starts the race was stopped that is wanted; 0 for none
    map_told: dict = {}  # see web.worker.runs_maps
    map_kind = ""  # what that is
    map_of: tuple = ()  # of which deed, see web.page.runs_request
    map_epochs = 0  # how long the race is


class Pair(Topic):
    """Two runs side by side at one moment of them; see web.page.pairs."""

    pair_open = False
    pair: tuple = ("", "")  # their letters, where the person has chosen them
    pair_step = PAIR_STEPS  # how far along both are
    pair_told: dict = {}  # see web.worker.runs_pairs
    pair_of: tuple = ()  # of which runs at which step


class Sharing(Topic):
    """Runs on their way out, as files and links, and on their way in, where they are only looked at until added."""

    out_open = False  # whether the place for it is open
    # A Markdown table and the packed text of a link, and of which runs; see web.page.runs_request.shared.
    out: dict = {}
    out_of: tuple = ()
    wanted_file: tuple = ()  # a form, and for a file of one run its letter
    made_file: tuple = ()  # its name, its kind and its content; web.browser.runs hands it to the person
    stride = 1  # of a history
    sharing_note = ""
    copied_runs: tuple = ()  # what was copied last, whether that was done, and the text
    # A “link”, a “text” or a “file”, its name, and its content, until Python has read it; and what Python found.
    brought_runs: tuple = ()
    preview: dict = {}


class Stepper(Topic):
    """The quiz of the update's stages."""

    quiz = False
    # Of the shown update: what was worked out or shown, as a stage and a number of it, from 0; and every miss, as these
    # two and the wrong text.
    worked_out: tuple = ()
    missed: tuple = ()
    tally: tuple = (0, 0)  # since the quiz began: how many numbers were right at the first try, and of how many
    guess: tuple = ()  # a stage, a number and a text, until it is marked
    typed: tuple = ()  # what stands in the quiz's field, after the question that it was typed for
    mark: dict = {}  # what was said of the guess


class Lines(Topic):
    """The update line by line: which of its lines is looked at."""

    line = 0  # counted from 0 in the order in which they ran; it stays the same from update to update
    lines_playing = False
    line_complaint = ""
    line_refused = ""  # the text that was no number of a line


class Curve(Topic):
    """The curve's axes, and the playback of the run."""

    logarithmic: tuple = ()
    playing = False
    playback = PLAYBACKS[2]
    played = 0.0  # how far it is, in epochs with fractions


class Pointer(Topic):
    """What is pointed at: a part of the drawing, a point of the curve, a row whose reason is open."""

    part = ""
    point = -1
    reason_of: tuple = ()  # the data and the test row


class Course(Topic):
    """The course: whether it is open, at which page and lesson, and what was done."""

    course_open = False
    course_page = COURSE_PAGES[0]
    lesson = 0
    told = ""  # what just happened in the open lesson; "" until it is done
    # What of the open lesson’s sight is on the screen; and whether only that is missing to its end.
    in_sight: tuple = ()
    only_to_see = False
    stages_seen: tuple = ()  # of an update, from 0: those that were open in this lesson
    lessons_done: tuple = ()
    clearings = 0  # how often that was cleared, so that no other tab brings it back
    left: dict = {}  # what was there before the first lesson was opened, see web.page.update.course


class Guide(Topic):
    """What a teacher’s link hides and locks, so that students look where they should. It guides, and is no safe."""

    hidden_tabs: tuple = ()
    locks: tuple = ()


class Teacher(Topic):
    """The link that a teacher makes, and the worksheet."""

    link_lesson = -1  # the lesson, from 0, that it opens; -1 for none
    link_hides: tuple = ()
    link_locks: tuple = ()
    link_copied = ""  # a key of web.page.views.teachers.COPIED
    page_address = ""  # where this page is, without the part behind the #
    sheet_seed = "1"  # as Field.canonical gives it


class Trainer(Topic):
    """How Python is, what it was asked, and where a restarted one must get to first."""

    status = "booting"  # or ready, or failed
    phase = 0
    restarts = 0  # how often another worker was wanted instead of the one there was
    request: "Request" = NOTHING  # the one under way, if any
    error: dict = {}  # the request that failed last, and its details, until another is answered
    overdue = False
    awaited = ""  # the file that the start waits for, once that takes long
    failure: dict = {}
    opened: dict = {}  # the settings of the run that Python told of; empty when that is no longer wanted
    place: tuple = ()  # an epoch and a row


class Said(Topic):
    """What Python said last."""

    report: dict = {}
    old: tuple = ()  # weights and bias as they were drawn before the last update or stretch of training
    start: dict = {}
    columns: dict = {}  # of the start, the names of the data's columns; other settings leave them as they are
    panel: dict = {}
    lines: dict = {}  # the update line by line, see web.worker.reports.lines
    summary: dict = {}  # of the wrong rows
    reason: dict = {}  # why the chosen row is right or wrong, in short
    ceiling: dict = {}
    worksheet: dict = {}
    ground: dict = {}  # of the map
    milestones: tuple = ()
    answer: dict = {}
    answered: tuple = ()  # the inputs that the answer belongs to
    engine: tuple = ("python", "")  # which engine trained last, and a sentence about it
    about: dict = {}  # what each of these is about, see web.page.reply


class Pace(Topic):
    """How fast it trains, and how fast it may."""

    speed = SPEEDS[0]
    owed = 0.0  # the epochs that it may train by now, where it is not to train as fast as it can
    stretch: tuple = ()  # the time in milliseconds and the epoch at which this stretch of training began
    epochs_a_second = 0.0


class Visit(Topic):
    """The page itself."""

    offline = ""  # a key of web.page.views.offline.WORDS; "" while it is not known
    new_version = False  # one waits
    taken_over = False  # one has taken over already
    mixed = False  # the server itself has files of two versions
    shortcuts = True
    settings_open = False  # on a phone, where they are one click away
    still = False  # whether the person wants as little motion as can be
    link: dict = {}  # what became of the link that was copied last, see web.page.update.link
    compiled = True  # whether training may run as a compiled program; plain Python gives the same digits
    spoken = ""  # the sentence for those who listen
