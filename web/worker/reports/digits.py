"""How numbers are written on the page where `repr`, which gives every digit, would be too long."""

from perceptron.scoring import printed

SHORT = 4
SIGNIFICANT = 6


def short(value: float) -> str:
    """Four decimals."""
    return printed(value, SHORT)


def significant(value: float) -> str:
    """Six significant digits, for terms that may be very small: 0.00291422."""
    text = f"{value:.{SIGNIFICANT}g}"
    return text if "e" not in text else f"{value:.{SIGNIFICANT - 1}e}"


def mean_error(value: float) -> str:
    """Six decimals, or six significant digits of an error that is too large or too small for them."""
    return f"{value:.6f}" if 1e-6 <= value < 1e9 or value == 0.0 else f"{value:.6g}".replace("-", "−")
