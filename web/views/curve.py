"""The curve of the mean squared error over the epochs, and the sentence that says the same."""

from web.state import State


def view(state: State) -> list:
    """The writes for the curve's text twin; the picture itself is drawn by web.chart."""
    if not state.report:
        return [("curve-text", "text", "")]
    report = state.report
    if not state.epoch:
        return [("curve-text", "text", f"Mean squared error at the start: {report['error']}.")]
    now = f"{report['error']} in epoch {state.epoch:,}"
    return [("curve-text", "text", f"Mean squared error: {report['error_at_start']} at the start, {now}.")]
