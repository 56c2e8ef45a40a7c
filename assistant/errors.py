"""The one error that a turn survives."""


class ModelError(Exception):
    """A language model or scorer failed; the turn goes on without it and says so.

    `passing` says that the same call may well succeed if it is made again at once.
    """

    def __init__(self, text: str, *, passing: bool = False) -> None:
        super().__init__(text)
        self.passing = passing
