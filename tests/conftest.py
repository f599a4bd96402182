"""What all tests share: made-up examples may take their time, for two busy cores are slow and only a wrong answer fails."""

from hypothesis import settings

settings.register_profile("atlas", deadline=None)
settings.load_profile("atlas")
