"""What all tests share: no test fails because the machine was slow."""

from hypothesis import settings

settings.register_profile("project", deadline=None)
settings.load_profile("project")
