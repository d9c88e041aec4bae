"""Times: every expression that names a date, a clock time, a duration or a set, and the verb a date belongs to."""

from parley.language.times.calendar import date_of

__all__ = ["TimeIndex", "date_of", "find_times", "time_of"]


def __getattr__(name: str) -> object:
    """Loads the recogniser on first use, so that importing the package stays cheap."""
    if name == "find_times":
        from parley.language.times.find import find_times

        return find_times
    if name in ("TimeIndex", "time_of"):
        from parley.language.times import attach

        return getattr(attach, name)
    raise AttributeError(name)
