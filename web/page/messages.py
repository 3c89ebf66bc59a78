"""Everything that can happen to the page, each named for what happened."""

from collections import namedtuple

# The address bar was read: a dict of all settings, and sentences about what could not be used.
AddressRead = namedtuple("AddressRead", ("settings", "notices"))
# The field of a setting was changed to this text.
SettingTyped = namedtuple("SettingTyped", ("name", "text"))
# One of the words of a setting was chosen.
ChoiceMade = namedtuple("ChoiceMade", ("name", "word"))
# The change of a setting is wanted with which more rows can be right.
WayUpPressed = namedtuple("WayUpPressed", ())
# The article's own experiment is wanted; or the run that was left for another.
ArticlePressed = namedtuple("ArticlePressed", ())
RunBeforePressed = namedtuple("RunBeforePressed", ())
# A number of the question, counted from 0, was changed to this text.
QuestionTyped = namedtuple("QuestionTyped", ("position", "text"))
# Train was pressed, or Pause, which is the same button while it trains.
TrainPressed = namedtuple("TrainPressed", ())
StepPressed = namedtuple("StepPressed", ())
ResetPressed = namedtuple("ResetPressed", ())
# Somebody types into a field, of which nothing is to be said until they have done.
TypingBegun = namedtuple("TypingBegun", ("name",))

# New start was pressed, and this seed was drawn for it.
NewStartPressed = namedtuple("NewStartPressed", ("seed",))

# Back to the learning rate before the last change of it, and to the moment of that change.
RateBackPressed = namedtuple("RateBackPressed", ())

# Python's start has come so far: an index of web.page.views.controls.PHASES.
PhaseReached = namedtuple("PhaseReached", ("phase",))
# The worker said that it can train.
TrainerReady = namedtuple("TrainerReady", ())
# The worker cannot go on: a key of web.page.views.status.FAULTS, and details to copy.
TrainerFailed = namedtuple("TrainerFailed", ("fault", "details"))
# The worker waits for this file longer than it should; "" when it has come.
FileAwaited = namedtuple("FileAwaited", ("file",))
# It turned out why it could not start, what to do about it, and whether a restart helps; see web/runtime/causes.js.
CauseFound = namedtuple("CauseFound", ("sentence", "advice", "restart"))
# The worker has been silent for longer than it should, and the person would rather wait, or start another.
TrainerOverdue = namedtuple("TrainerOverdue", ())
WaitPressed = namedtuple("WaitPressed", ())
RestartPressed = namedtuple("RestartPressed", ())
# It turned out whether the page is kept for when there is no network: a key of web.page.views.offline.WORDS; a newer
# version of the page waits.
OfflineKnown = namedtuple("OfflineKnown", ("how",))
NewVersionWaiting = namedtuple("NewVersionWaiting", ())
# The worker that started is that of a newer version of the page.
NewVersionTookOver = namedtuple("NewVersionTookOver", ("in_vain",))
# A request, see web.page.request, went to the worker; and its reply came. Both with the page's clock.
RequestSent = namedtuple("RequestSent", ("request", "milliseconds"))
RequestAnswered = namedtuple("RequestAnswered", ("reply", "milliseconds"))
# The request under way raised an exception, which did not end the worker: its traceback.
RequestFailed = namedtuple("RequestFailed", ("details",))

# The person looks at another moment: so many epochs and then so many rows from the start; or at now again.
MomentChosen = namedtuple("MomentChosen", ("epoch", "row"))
NowChosen = namedtuple("NowChosen", ())
# Page up or page down: a hundredth of the run forwards (1) or backwards (-1).
MomentPaged = namedtuple("MomentPaged", ("direction",))
# Train on from here: the moment that is looked at becomes the present one.
RewindPressed = namedtuple("RewindPressed", ())
# Playback was started or stopped, its speed was chosen, and time has passed while it played.
PlayPressed = namedtuple("PlayPressed", ())
PlaybackChosen = namedtuple("PlaybackChosen", ("epochs_a_second",))
PlaybackTicked = namedtuple("PlaybackTicked", ("seconds",))
# How fast it may train was chosen, one of web.page.speeds; and time has passed while it trained at such a pace.
SpeedChosen = namedtuple("SpeedChosen", ("speed",))
TrainingTicked = namedtuple("TrainingTicked", ("seconds",))
# The bias is moved so that the wrong rows are right: what Python said of the wrong rows tells how.
LiftPressed = namedtuple("LiftPressed", ())
# On a phone, the settings are shown, or no longer.
SettingsSwitched = namedtuple("SettingsSwitched", ())
# Whether the browser asks for as little motion as can be.
MotionAsked = namedtuple("MotionAsked", ("still",))

# What of the open lesson’s sight is on the screen now: the ids of elements.
SightChanged = namedtuple("SightChanged", ("names",))

# Another page of the results was chosen, from 0.
PageChosen = namedtuple("PageChosen", ("page",))
# The person wants to know why a test row (from 0) is right or wrong, or no longer; or does so of the next (1) or the
# previous (-1) one; or has read enough.
RowPressed = namedtuple("RowPressed", ("row",))
RowStepped = namedtuple("RowStepped", ("direction",))
ReasonClosed = namedtuple("ReasonClosed", ())
# A test row (from 0), a tab, or a part of the drawing ("" for none) was chosen.
RowChosen = namedtuple("RowChosen", ("row",))
TabChosen = namedtuple("TabChosen", ("tab",))
PartPointed = namedtuple("PartPointed", ("part",))
# A weight (“weight-1”) or the bias was set by hand to this text; its slider was moved so far, and is still held; the
# slider was let go. And the seed's own start is wanted again, or that of the best attempt.
ParameterTyped = namedtuple("ParameterTyped", ("name", "text"))
ParameterMoved = namedtuple("ParameterMoved", ("name", "text"))
ParameterLetGo = namedtuple("ParameterLetGo", ())
BestStartPressed = namedtuple("BestStartPressed", ())
# The sliders are to reach only a little to each side, or all the way again.
FineSwitched = namedtuple("FineSwitched", ("on",))
SeedStartPressed = namedtuple("SeedStartPressed", ())

# In the panel of the update: another stage, the next or previous row, the row of the largest change of the epoch, the
# first update of the run, the last of the epoch; the quiz was switched, a guess was given, or the answer wanted.
StageChosen = namedtuple("StageChosen", ("stage",))
RowMoved = namedtuple("RowMoved", ("direction",))
FirstUpdateChosen = namedtuple("FirstUpdateChosen", ())
LargestUpdateChosen = namedtuple("LargestUpdateChosen", ())
LastUpdateChosen = namedtuple("LastUpdateChosen", ())
QuizSwitched = namedtuple("QuizSwitched", ("on",))
Guessed = namedtuple("Guessed", ("text",))
# The field of the quiz was changed to this text.
GuessTyped = namedtuple("GuessTyped", ("text",))
AnswerWanted = namedtuple("AnswerWanted", ())

# Line by line: this way of looking was switched on or off; a line, from 0 in the order in which they ran, was chosen,
# or the next or previous one, or one by this text; playing was started or stopped; it is time for the next line.
LinesSwitched = namedtuple("LinesSwitched", ("on",))
LineChosen = namedtuple("LineChosen", ("line",))
LineMoved = namedtuple("LineMoved", ("direction",))
LineTyped = namedtuple("LineTyped", ("text",))
LinesPlayPressed = namedtuple("LinesPlayPressed", ())
LinesTicked = namedtuple("LinesTicked", ())

# This point of the curve is under the pointer; -1 when none is.
CurvePointed = namedtuple("CurvePointed", ("index",))
# An axis of the curve ("x" or "y") was made logarithmic, or linear again.
AxisSwitched = namedtuple("AxisSwitched", ("axis", "on"))
# On the map: another quantity, or another place of the cursor, in steps of the grid.
QuantityChosen = namedtuple("QuantityChosen", ("quantity",))
CursorMoved = namedtuple("CursorMoved", ("across", "up"))
# Another input goes “across” or “up”, from 0; an input that does neither is held at what this text says.
MapAxisChosen = namedtuple("MapAxisChosen", ("axis", "position"))
HeldTyped = namedtuple("HeldTyped", ("position", "text"))
# The slider of the tolerance was put to this place, see perceptron.aspects.
ToleranceChosen = namedtuple("ToleranceChosen", ("place",))

# The course was opened or left; a lesson, from 0, or another page of the course was chosen; all lessons are to count as
# undone.
CourseSwitched = namedtuple("CourseSwitched", ())
LessonChosen = namedtuple("LessonChosen", ("lesson",))
CoursePageChosen = namedtuple("CoursePageChosen", ("page",))
ProgressCleared = namedtuple("ProgressCleared", ())
# The address bar was read: the tabs that it hides, and what it locks; and the person does not want that any longer.
GuideRead = namedtuple("GuideRead", ("hidden_tabs", "locks"))
GuideDropped = namedtuple("GuideDropped", ())
# For teachers. It is known where this page is; the link is to open this lesson, from 0, or none (-1), and to hide a tab
# or lock a part, or not; it was copied, or could not be.
PlaceKnown = namedtuple("PlaceKnown", ("page_address",))
LinkLessonChosen = namedtuple("LinkLessonChosen", ("lesson",))
LinkTabSwitched = namedtuple("LinkTabSwitched", ("tab", "hides"))
LinkLockSwitched = namedtuple("LinkLockSwitched", ("lock", "on"))
TeacherLinkCopied = namedtuple("TeacherLinkCopied", ("done",))
# The worksheet is wanted, or no longer; another seed for it was typed.
WorksheetPressed = namedtuple("WorksheetPressed", ())
SheetSeedTyped = namedtuple("SheetSeedTyped", ("text",))
# Keyboard shortcuts were switched on or off.
ShortcutsSwitched = namedtuple("ShortcutsSwitched", ("on",))
# Training anew with every change was switched on or off; its slider of the learning rate was moved to this place, see
# web.page.rates, and let go.
LiveSwitched = namedtuple("LiveSwitched", ("on",))
RateMoved = namedtuple("RateMoved", ("place",))
RateLetGo = namedtuple("RateLetGo", ())
# In the tab “Data”, a cell of the training rows was chosen for the slider there, both counted from 0; the slider was
# moved to this text, and let go.
CellChosen = namedtuple("CellChosen", ("row", "column"))
CellMoved = namedtuple("CellMoved", ("text",))
CellLetGo = namedtuple("CellLetGo", ())
# On the map, a hand took hold of a training row, from 0, by a pointer or by keys; it was dragged to these shares of the
# axes, or moved by so many steps along them; it was let go; or it is to be where it was before.
RowGripped = namedtuple("RowGripped", ("row", "by_pointer"))
RowDragged = namedtuple("RowDragged", ("across", "up"))
RowNudged = namedtuple("RowNudged", ("across", "up"))
RowReleased = namedtuple("RowReleased", ())
RowPutBack = namedtuple("RowPutBack", ())
# Compiling was switched on or off.
CompiledSwitched = namedtuple("CompiledSwitched", ("on",))
# What the browser has kept from an earlier visit: a dict of parts of the State.
MemoryRead = namedtuple("MemoryRead", ("kept",))
# Another tab of the page has changed what the browser keeps.
MemoryShared = namedtuple("MemoryShared", ("kept",))

# In the tab “Data”. What stands in the text box was changed to this, held where it is long; a file was opened, its
# bytes held, or it was not: why.
OwnTyped = namedtuple("OwnTyped", ("text",))
FileOpened = namedtuple("FileOpened", ("name", "content"))
FileRefused = namedtuple("FileRefused", ("sentence",))
# How a table is to be read: one of the parts of web.page.topics.Own.ways, and its text; or one of several readings.
WayChosen = namedtuple("WayChosen", ("name", "text"))
ReadingChosen = namedtuple("ReadingChosen", ("separator", "decimal"))
# What was read is wanted as the data.
UsePressed = namedtuple("UsePressed", ())
# A cell of the training rows was changed to this text, both counted from 0; a row is to go. In the row that is to be
# added a cell was changed; it is complete.
CellTyped = namedtuple("CellTyped", ("row", "column", "text"))
RowRemoved = namedtuple("RowRemoved", ("row",))
NewCellTyped = namedtuple("NewCellTyped", ("column", "text"))
RowAdded = namedtuple("RowAdded", ())
# At a place of web.page.topics.LINK_PLACES, this link to the experiment was copied, or it could not be.
LinkCopied = namedtuple("LinkCopied", ("place", "text", "copied"))
# The experiment is wanted as a file.
SavePressed = namedtuple("SavePressed", ())
# Another page of the training rows was chosen, from 0.
TrainingPageChosen = namedtuple("TrainingPageChosen", ("page",))

# In the tab “Code”. What stands in the text box was changed to this; an address brought a packed program, or ("") none.
ProgramTyped = namedtuple("ProgramTyped", ("text",))
# The text box has become an editor with colours.
EditorReady = namedtuple("EditorReady", ())
ProgramBrought = namedtuple("ProgramBrought", ("packed",))
# The text that another one has replaced is wanted back.
EarlierPressed = namedtuple("EarlierPressed", ())
# The program is to run; what runs is to be stopped; the page's own program is to stand there again.
RunProgramPressed = namedtuple("RunProgramPressed", ())
StopPressed = namedtuple("StopPressed", ())
RestorePressed = namedtuple("RestorePressed", ())
# The page's own program is to train again, at once, and the person's is to stay in the box.
OwnPythonPressed = namedtuple("OwnPythonPressed", ())
# A ready change was chosen by its name; it is to be made.
ChangeChosen = namedtuple("ChangeChosen", ("name",))
ChangePressed = namedtuple("ChangePressed", ())
# The program is wanted as a file.
TakeHomePressed = namedtuple("TakeHomePressed", ())

# In the tab “Runs”. A run, by its letter, was chosen, to be bold; it is to be in the pictures, or no longer; it gets
# this name; it is pinned, or no longer; it goes; the page is to show it again; its changed program may run; the others
# are to be compared with it.
RunChosen = namedtuple("RunChosen", ("letter",))
RunDrawn = namedtuple("RunDrawn", ("letter",))
RunNamed = namedtuple("RunNamed", ("letter", "text"))
RunPinned = namedtuple("RunPinned", ("letter",))
RunRemoved = namedtuple("RunRemoved", ("letter",))
RunGoneBackTo = namedtuple("RunGoneBackTo", ("letter",))
RunLet = namedtuple("RunLet", ("letter",))
BaselineChosen = namedtuple("BaselineChosen", ("letter",))
# The runs are sorted by a measure of web.page.runs.MEASURES, or as they were trained (""); only what differs is shown;
# the picture shows another measure, and is read at this epoch (-1 for its end).
RunsSorted = namedtuple("RunsSorted", ("measure",))
DifferencesSwitched = namedtuple("DifferencesSwitched", ("on",))
MeasureChosen = namedtuple("MeasureChosen", ("measure",))
RunsPointed = namedtuple("RunsPointed", ("epoch",))
# An experiment beside the baseline was chosen by its name; what the person expects of it, by its word.
WhatIfPressed = namedtuple("WhatIfPressed", ("name",))
ExpectationChosen = namedtuple("ExpectationChosen", ("word",))
WhatIfStopped = namedtuple("WhatIfStopped", ())
# Another number is to be swept; one end or the count of its values was typed; they are to be equal factors apart, or
# equal distances; the sweep was started, or stopped where it is.
SweptChosen = namedtuple("SweptChosen", ("name",))
SpanTyped = namedtuple("SpanTyped", ("part", "text"))
FactorsChosen = namedtuple("FactorsChosen", ("on",))
SweepPressed = namedtuple("SweepPressed", ())
# The landscape with the drawn runs is wanted; a race of so many starts is; the race is to be shown up to an epoch; the
# picture is wanted as a file.
MapRoomKnown = namedtuple("MapRoomKnown", ("width",))
LandscapePressed = namedtuple("LandscapePressed", ())
RacePressed = namedtuple("RacePressed", ())
RacersChosen = namedtuple("RacersChosen", ("count",))
RaceEpochChosen = namedtuple("RaceEpochChosen", ("epoch",))
# The race is to go on from epoch to epoch, or to pause; it has come to this of its moments, counted from 0.
RacePlayPressed = namedtuple("RacePlayPressed", ())
RacePlayed = namedtuple("RacePlayed", ("place",))
MapFileWanted = namedtuple("MapFileWanted", ("kind",))
# Two runs side by side: their place was opened or closed; the left (0) or right (1) one is chosen by its letter; both
# are to be seen so many steps along.
PairSwitched = namedtuple("PairSwitched", ())
PairChosen = namedtuple("PairChosen", ("side", "letter"))
PairPlaced = namedtuple("PairPlaced", ("step",))
# The place with files and links was opened or closed; a file is wanted, in one of the forms of
# web.page.update.sharing.FORMS; a history is to have every so many epochs; “markdown” or “link” was copied, or not.
SharingSwitched = namedtuple("SharingSwitched", ("is_open",))
RunsFileWanted = namedtuple("RunsFileWanted", ("form",))
StrideChosen = namedtuple("StrideChosen", ("stride",))
RunsCopied = namedtuple("RunsCopied", ("what", "done", "text"))
# A link or a file brought runs: see web.page.topics.Sharing.brought_runs; a file could not be read: why. They are to
# join the others; or the person does not want them.
RunsBrought = namedtuple("RunsBrought", ("source", "name", "content"))
RunsRefused = namedtuple("RunsRefused", ("sentence",))
BroughtAdded = namedtuple("BroughtAdded", ())
BroughtDropped = namedtuple("BroughtDropped", ())
# The browser has kept these runs from an earlier visit, see web.page.kept_runs; or it keeps none.
RunsRemembered = namedtuple("RunsRemembered", ("runs",))
RunsNotKept = namedtuple("RunsNotKept", ())
# Of what it has kept, all that cannot be read was put aside, or so many runs of it cannot be read and stay where they
# are; and the own data of so many others is gone.
RunsUnread = namedtuple("RunsUnread", ("is_aside", "unread", "without_data"))
# Computing runs again is to stop, or to go on.
HaltPressed = namedtuple("HaltPressed", ())
