"""The assistant on a home, for a task: the one named, or a new one with the sample shop that ends with the task."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from assistant.choices import open_assistant
from assistant.conversation import Assistant
from assistant.sample_home import with_goods
from assistant.settings import Settings


@contextmanager
def opened(home: str | None) -> Iterator[Assistant]:
    """The assistant with the settings of the environment and the home; SetupError where the home can't be used."""
    with tempfile.TemporaryDirectory(prefix="daogou-") as folder:
        place = with_goods(Path(home) if home else Path(folder) / "home", asked_for=home is not None)
        settings = Settings.read(os.environ, place.path)
        with open_assistant(settings, place, "python -m assistant evaluate") as assistant:
            yield assistant
