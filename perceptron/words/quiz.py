"""What a person is told about an answer in the quiz."""

from perceptron.fields import shortened
from perceptron.findings.quiz import Marked
from perceptron.words.numbers import past_floats


def mark_in_words(marked: Marked) -> str:
    """Whether the answer is right. The sentence for a wrong one never shows the value."""
    text = marked.text.strip()
    match marked.found:
        case "right":
            return f"Right. In full it is {marked.value!r}."
        case "wrong":
            return f"Not {shortened(text)}."
        case "sign":
            return "Almost: only the sign is wrong."
        case "zero":
            return "It rounds to 0, but it is not 0. Give at least one digit that is not 0."
        case "overflow":
            return f"There is nothing to work out here: the number is {past_floats(marked.value)}."
        case "none":
            said = f"“{shortened(marked.text)}” is not a number" if text else "There is no number here"
            return f"{said}. Write digits, with a decimal point or comma if needed."
