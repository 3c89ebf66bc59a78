"""Settings as texts by their names in the table, as address, file and page hold them: the way back from `Settings`."""

from dataclasses import replace

from perceptron.datasets import DataSet
from perceptron.legs import write_legs
from perceptron.packed import pack, pack_program
from perceptron.presets import PRESETS
from perceptron.settings import Settings
from perceptron.settings_table import DEFAULTS

_last: list[object] = []


def texts_of(settings: Settings) -> dict[str, str]:
    """All settings as texts; own data and a changed program are packed. Data too large for that is there in full."""
    data = settings.data
    texts = {**DEFAULTS, "data": data.name if PRESETS.get(data.name) == data else _packed(data)}
    for name in ("seed", "epochs", "activation", "loss", "bias", "order", "scaling"):
        texts[name] = str(getattr(settings, name))
    texts["learning_rate"] = number_as_text(settings.learning_rate)
    texts["tolerance"] = "" if settings.tolerance is None else number_as_text(settings.tolerance)
    texts["legs"] = write_legs(settings.legs)
    texts["rule"] = pack_program(settings.rule) if settings.rule else ""
    if isinstance(settings.start, tuple):
        texts["start"] = ",".join(map(number_as_text, settings.start))
    else:
        texts["start"] = settings.start or ""
    return texts


def _packed(data: DataSet) -> str:
    """The data packed; what was packed last is kept, because many runs may share ten thousand rows."""
    if not _last or _last[0] is not data:
        try:
            _last[:] = [data, pack(data)]
        except ValueError:  # no address has room for it, but names of runs only need to know which data it is
            _last[:] = [data, repr(replace(data, name=""))]
    return str(_last[1])


def number_as_text(number: float) -> str:
    """A number with the digits that bring it back, without a point where it is whole: 0.1, 1, 1e-05."""
    return repr(float(number)).removesuffix(".0")
