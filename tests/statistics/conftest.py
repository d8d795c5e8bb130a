"""Property tests here are the same on every run, leave no files, and may be slow on a busy day."""

from hypothesis import settings

settings.register_profile("steady", deadline=None, derandomize=True)
settings.load_profile("steady")
