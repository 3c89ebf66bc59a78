"""Says what each data set that comes with the page teaches, and what to try with it."""

TEACHES = {
    "article": "Two numbers and their sum, as in the article. A sigmoid stays below 1, so it gets 21 of 25 right and "
    "no sum of 1. With the activation linear, it gets 25 of 25.",
    "sums": "Sums from 0 to 2. A sigmoid stays below 1, so training gets only 8 of 25 right. With the scaling 0 to 1, "
    "it gets 23 of 25; with the activation linear, 25 of 25.",
    "differences": "The first number minus the second. A sigmoid is never negative, so training gets only 8 of 25 "
    "right. With the activation linear, the second weight becomes −1 and it gets 25 of 25.",
    "averages": "The average of two numbers. It is from 0 to 1, so a sigmoid gets 25 of 25 right. With the activation "
    "linear, each weight becomes 0.5 and it gets 25 of 25, too.",
    "products": "Two numbers multiplied, which one neuron cannot learn, because it only adds what it has weighted. A "
    "sigmoid gets 5 of 25 right; with the activation linear, it gets 1 of 25.",
    "and": "1 only if both are 1. A straight line separates that corner from the three others, so the neuron gets 4 of "
    "4 right. Try the activation step: it gets 4 of 4, too, and answers exactly 0 or 1.",
    "or": "1 if at least one is 1. A straight line separates the corner of zeros from the three others, so the neuron "
    "gets 4 of 4 right.",
    "nand": "The opposite of AND: 0 only if both are 1. Both weights become negative, the bias positive, and the "
    "neuron gets 4 of 4 right.",
    "xor": "1 if just one is 1. No straight line separates these two corners from the two others, so no activation, "
    "scaling or start gets 4 of 4 right. That takes more than one neuron.",
    "celsius": "Degrees Celsius and the same in Fahrenheit. These numbers are large, so choose the activation linear "
    "and the scaling 0 to 1: it gets 8 of 8 right, even 100 degrees, although training ends at 80.",
    "three": "Sums of three numbers: one more input, one more weight. With the activation linear, each weight becomes "
    "1 and it gets 8 of 8 right; a sigmoid, which stays below 1, gets 3 of 8.",
    "iris": "Two kinds of iris by the length and width of their petals, in centimetres. The neuron gets 18 of 20 "
    "right, with the scaling 0 to 1 even 19 of 20. More is not possible: two plants of different kinds have the same "
    "petals.",
}
