"""The home directory, where all state lives, and the lock of the one process that owns it."""

from __future__ import annotations

import json
import os
import time
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING

from catalog.errors import SetupError

if TYPE_CHECKING:
    from filelock import BaseFileLock

VARIABLE = "DAOGOU_HOME"
MARK = "daogou-home"
LAYOUT = "layout 1\n"
OWN_FILES = frozenset({MARK, "store.sqlite3", "settings.toml", "chroma", "owner.lock", "owner.json", "lost+found"})


def home_path(option: str | Path | None, environment: Mapping[str, str]) -> Path:
    """The folder that --home names, else DAOGOU_HOME, else the user's data directory."""
    named = option or environment.get(VARIABLE)
    if named:
        return Path(named).expanduser()
    from platformdirs import user_data_path

    return user_data_path("daogou")


@dataclass(frozen=True, slots=True)
class Owner:
    """The process that holds a home."""

    pid: int
    command: str


class Ownership:
    """The lock of a home while it is held; leaving the `with` block, closing it or dying gives it back."""

    def __init__(self, lock: BaseFileLock, told: Path) -> None:
        self._lock, self._told = lock, told

    def close(self) -> None:
        """Gives the home back; twice is no error."""
        if self._lock.is_locked:
            self._told.unlink(missing_ok=True)
            self._lock.release()

    def __enter__(self) -> Ownership:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()


@dataclass(frozen=True, slots=True)
class Home:
    """One home directory and the places in it."""

    path: Path

    @classmethod
    def make(cls, path: Path) -> Home:
        """The home in this folder, made if missing or empty; SetupError where it can't be one."""
        _refuse_foreign(path)
        mark = path / MARK
        if not mark.exists():
            try:
                path.mkdir(parents=True, exist_ok=True)
                _write_whole(mark, LAYOUT)
            except OSError as error:
                raise SetupError(_unwritable(path, error)) from error
        return cls(path)

    @classmethod
    def existing(cls, path: Path) -> Home:
        """The home that is in this folder, for commands that only read; SetupError where none is."""
        _refuse_foreign(path)
        home = cls(path)
        if not home.store.exists():
            raise SetupError(
                f"There is no catalogue in {path} yet. Import one: python -m catalog import FILE --home {path}, "
                f"or name the right home with --home or {VARIABLE}."
            )
        return home

    @property
    def store(self) -> Path:
        """The catalogue's SQLite file."""
        return self.path / "store.sqlite3"

    @property
    def chroma(self) -> Path:
        """The folder of the vector index: only the owner opens it."""
        return self.path / "chroma"

    @property
    def settings(self) -> Path:
        """The settings file; it may be missing."""
        return self.path / "settings.toml"

    def own(self, command: str) -> Ownership:
        """Takes the home for this process; SetupError naming the process that has it."""
        ownership = self.own_if_free(command)
        if ownership is None:
            owner = self.owner()
            who = f"{owner.command!r} (process {owner.pid})" if owner else "another process"
            kill = f" (kill {owner.pid})" if owner else ""
            raise SetupError(
                f"The home {self.path} is in use by {who}. Stop that one{kill}, or name another home with --home DIR."
            )
        return ownership

    def own_if_free(self, command: str) -> Ownership | None:
        """Takes the home for this process, or nothing where another has it."""
        from filelock import FileLock, Timeout

        lock = FileLock(self.path / "owner.lock", thread_local=False)
        told = self.path / "owner.json"
        try:
            lock.acquire(timeout=0)
        except Timeout:
            return None
        except OSError as error:
            raise SetupError(_unwritable(self.path, error)) from error
        try:
            _write_whole(told, json.dumps({"pid": os.getpid(), "command": command}))
        except OSError as error:
            lock.release()
            raise SetupError(_unwritable(self.path, error)) from error
        return Ownership(lock, told)

    def owner(self) -> Owner | None:
        """The process that last took this home, if it lives: by name and process id."""
        for _ in range(5):
            try:
                told = json.loads((self.path / "owner.json").read_text())
                owner = Owner(int(told["pid"]), str(told["command"]))
            except (OSError, ValueError, KeyError, TypeError):
                owner = None
            if owner and _lives(owner.pid):
                return owner
            # Between taking the lock and telling who took it, the file may still name a dead owner or nobody.
            time.sleep(0.02)
        return None


def _lives(pid: int) -> bool:
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    except OSError:
        return True
    return True


def _refuse_foreign(path: Path) -> None:
    try:
        if not path.exists():
            return
        if not path.is_dir():
            raise SetupError(f"The home {path} is a file, not a folder. Name a folder with --home DIR.")
        mark = path / MARK
        if mark.exists():
            layout = mark.read_text(errors="replace")
            if layout != LAYOUT:
                raise SetupError(
                    f"The home {path} was made by another version of this program ({layout.strip()!r}). "
                    f"Name another home with --home DIR."
                )
            return
        foreign = sorted(one.name for one in path.iterdir() if not _own(one.name))
    except OSError as error:
        raise SetupError(f"The home {path} can't be read ({error.strerror}). Name another with --home DIR.") from error
    if foreign:
        raise SetupError(
            f"The folder {path} holds other things ({', '.join(foreign[:3])}). Name an empty or new one: --home DIR."
        )


def _own(name: str) -> bool:
    return name in OWN_FILES or name.startswith((".", "store.sqlite3", MARK))


def _write_whole(path: Path, text: str) -> None:
    fresh = path.with_name(f"{path.name}.{os.getpid()}.new")
    fresh.write_text(text)
    os.replace(fresh, path)


def _unwritable(path: Path, error: OSError) -> str:
    return f"The home {path} can't be written ({error.strerror}). Give yourself the right, or name another: --home DIR."
