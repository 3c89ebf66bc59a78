"""One run, one question and one way of looking at them: what the worker holds for the page, and what it answers.

Settings and numbers come as text, see Field.canonical, and every reply is a dict of plain values.
"""

from perceptron.experiment import Run
from perceptron.fields import QUESTION
from perceptron.findings.milestones import ScoreBook, milestones
from perceptron.findings.quiz import mark
from perceptron.settings import Settings
from perceptron.settings_table import read_settings
from perceptron.words.milestones import milestone_in_words
from perceptron.words.quiz import mark_in_words
from web.worker import reports
from web.worker.reports.look import Look, shown
from web.worker.reports.run import at_the_start
from web.worker.reports.update import asked_value
from web.worker.reports.why import summary

Reply = dict[str, object]


class Session:
    """Begins with the default run at its start, which is also what the page is built with."""

    def __init__(self) -> None:
        self.run = Run(Settings())
        self._book = ScoreBook(self.run)
        self._look = Look()
        self._question = [0.3, 0.4]

    def first_reply(self) -> Reply:
        """What the page is built with."""
        return {**self.look_back(), "start": at_the_start(self.run)}

    def open_run(self, texts: dict[str, str]) -> Reply:
        """Replace the run with a new one at its start. The settings are texts, see perceptron.settings_table."""
        self.run = Run(Settings(**read_settings(texts)))
        self._book = ScoreBook(self.run)
        return self._at_rest(start=at_the_start(self.run))

    def follow(self, texts: dict[str, str], epoch: float, row: float) -> Reply:
        """Go on with the run at other learning rates, from where they part, and at the latest from this moment."""
        self.run.follow(Settings(**read_settings(texts)))
        if (self.run.epoch, self.run.row) > (epoch, row):
            self.run.rewind(int(epoch), int(row))
        self._book.forget_after(self.run.epoch)
        return self._at_rest()

    def advance(self, epochs: float, seconds: float) -> Reply:
        """Train on by at most so many epochs and for about so many seconds."""
        self.run.advance(int(epochs), float(seconds))
        return self._reply()

    def step(self) -> Reply:
        """Make one update, with the next training row."""
        self.run.step()
        return self._at_rest()

    def rewind(self, epoch: float, row: float = 0) -> Reply:
        """Make an earlier moment the present one; what came after it is forgotten."""
        self.run.rewind(int(epoch), int(row))
        return self._at_rest()

    def ask(self, first: str, second: str) -> Reply:
        """Change the question that every reply answers."""
        self._question = [QUESTION.parse(first), QUESTION.parse(second)]
        return self._at_rest()

    def look_at(self, *values: float | str) -> Reply:
        """Change where every reply looks; the values are those of Look, in its order."""
        self._look = Look(*(value if isinstance(value, str) else int(value) for value in values))  # type: ignore[arg-type]
        return self._at_rest()

    def look_back(self) -> Reply:
        """Also the milestones of the run, for which all of it is looked through."""
        marks = [{"epoch": mark.epoch, "sentence": milestone_in_words(mark)} for mark in milestones(self._book)]
        return self._at_rest(milestones=marks)

    def mark(self, stage: str, guess: str) -> Reply:
        """Say whether a guess at the number of a stage of the shown update is right."""
        marked = mark(guess, asked_value(shown(self.run, self._look).update, stage))
        return self._at_rest(mark={"stage": stage, "right": marked.right, "sentence": mark_in_words(marked)})

    def _at_rest(self, **more: object) -> Reply:
        """A reply with what would change too fast to be read while the neuron is trained."""
        neuron = shown(self.run, self._look).neuron
        return self._reply(summary=summary(neuron, self.run.settings.data), **more)

    def _reply(self, **more: object) -> Reply:
        return {**reports.reply(self.run, self._look, self._question, self._book), **more}
