"""The one error that a turn survives."""


class ModelError(Exception):
    """A language model or scorer failed; the turn goes on without it and says so."""
