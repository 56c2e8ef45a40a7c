"""The one error that asks an operator to act."""


class SetupError(Exception):
    """Says in one sentence what is wrong with the set-up and what to type to mend it."""
