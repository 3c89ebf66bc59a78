"""What is remarked on an answer: that the question is not like the training rows."""

from perceptron.findings.answer import Answer
from perceptron.scoring import printed

LARGE = 1e12  # from here on, decimals are noise
NAMES = ("the first number", "the second number")


def remark_on(answer: Answer) -> str:
    """How the question differs from the training rows, and what a sigmoid cannot give; empty when it is like them."""
    spans = _about_numbers(answer)
    if answer.sums:
        spans.append(f"the sums were from {answer.sums.least} to {answer.sums.most}")
    if not spans:
        return ""
    remark = f"It was not trained on numbers like these. In training {' and '.join(spans)}."
    if not answer.out_of_reach:
        return remark
    total = answer.true_sum
    asked_for = printed(total, answer.decimals) if abs(total) < LARGE else f"{total:.12g}"
    near = answer.out_of_reach == "near"
    how = f"can come near {asked_for} but never reach it" if near else f"can never be {asked_for}"
    return f"{remark} A sigmoid’s answer is always between 0 and 1, so it {how}."


def _about_numbers(answer: Answer) -> list[str]:
    """The training spans of the numbers that lie outside them."""
    numbers = answer.numbers
    if len(numbers) == answer.inputs == 2 and numbers[0] == numbers[1]:
        return [f"both numbers were from {numbers[0].least} to {numbers[0].most}"]
    return [f"{_name(i)} was from {least} to {most}" for i, (least, most) in numbers.items()]


def _name(position: int) -> str:
    return NAMES[position] if position < len(NAMES) else f"number {position + 1}"
