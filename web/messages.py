"""Everything that can happen to the page, each named for what happened."""

from collections import namedtuple

# The address bar was read: a dict of all settings, and sentences about what could not be used.
AddressRead = namedtuple("AddressRead", ("settings", "notices"))
# The field of a setting was changed to this text.
SettingTyped = namedtuple("SettingTyped", ("name", "text"))
# The first (0) or second (1) number of the question was changed to this text.
QuestionTyped = namedtuple("QuestionTyped", ("position", "text"))
# Train was pressed, or Pause, which is the same button while it trains.
TrainPressed = namedtuple("TrainPressed", ())
StepPressed = namedtuple("StepPressed", ())
ResetPressed = namedtuple("ResetPressed", ())
# New start was pressed, and this seed was drawn for it.
NewStartPressed = namedtuple("NewStartPressed", ("seed",))

# Python's start has come so far: an index of web.views.controls.PHASES.
PhaseReached = namedtuple("PhaseReached", ("phase",))
# The worker said that it can train.
TrainerReady = namedtuple("TrainerReady", ())
# The worker cannot go on: a sentence for the person, and details to copy.
TrainerFailed = namedtuple("TrainerFailed", ("sentence", "details"))
# The worker has been silent for longer than it should, and the person would rather wait, or start another.
TrainerOverdue = namedtuple("TrainerOverdue", ())
WaitPressed = namedtuple("WaitPressed", ())
RestartPressed = namedtuple("RestartPressed", ())
# The service worker keeps the page for when there is no network; and a newer version of the page waits.
KeptOffline = namedtuple("KeptOffline", ())
NewVersionWaiting = namedtuple("NewVersionWaiting", ())
# A call, a tuple of its name and arguments, went to the worker; and its reply. Both with the page's clock.
CallSent = namedtuple("CallSent", ("call", "milliseconds"))
CallAnswered = namedtuple("CallAnswered", ("reply", "milliseconds"))
