"""What all tests share: no test fails because the machine was slow, and none fails by chance in CI.

By hand, each run of the randomised tests tries other examples, and may find what nobody has found yet. “make quick”
tries fewer (`tests/examples.py`).
"""

import gc
import os

from hypothesis import settings

settings.register_profile("project", deadline=None, derandomize=bool(os.environ.get("CI")))
settings.register_profile("quick", settings.get_profile("project"), max_examples=10)
settings.load_profile("project")


def pytest_collection_finish() -> None:
    """All that was collected stays to the end, so the search for garbage need not look through it again and again."""
    gc.freeze()
