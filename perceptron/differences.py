"""What a person changed in a program, line by line."""

LINES_AROUND = 2
Difference = tuple[str, str]


def differences(old: str, new: str) -> list[Difference]:
    """The lines that differ, each as a sign and the line: “-” for one that is gone, “+” for a new one.

    A blank stands before the lines around them, and “…” where others are left out. Empty when nothing differs.
    """
    import difflib  # few ever change the program

    found: list[Difference] = []
    for line in list(difflib.unified_diff(old.splitlines(), new.splitlines(), n=LINES_AROUND, lineterm=""))[2:]:
        sign, text = line[:1], line[1:]
        if sign != "@":
            found.append((sign, text))
        elif found:
            found.append(("…", ""))
    return found
