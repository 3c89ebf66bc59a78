"""What all tests share: no test fails because the machine was slow, and none fails by chance in CI.

By hand, each run of the randomised tests tries other examples, and may find what nobody has found yet.
"""

import os

from hypothesis import settings

settings.register_profile("project", deadline=None, derandomize=bool(os.environ.get("CI")))
settings.load_profile("project")
