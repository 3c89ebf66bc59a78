"""Prints e^x, from the smallest result to the largest, in full."""

import json
import math
import random

draw = random.Random(1).uniform
numbers = [draw(-30, 30) for _ in range(10_000)] + [draw(-745.2, 709.78) for _ in range(5_000)]
numbers += [draw(-1, 1) * 10 ** draw(-20, 2) for _ in range(3_000)]
numbers += [0.0, -0.0, 709.782712893384, -745.1332191019411, -745.2, -708.4, 512.0, -512.0, 2.0**-54, -1e308]
numbers += [draw(-745.2, -708.0) for _ in range(1_000)]
print(json.dumps([math.exp(x) for x in numbers]))
