"""A home in one file: a consistent copy of the store and the settings, while others read and write."""

from __future__ import annotations

import os
import shutil
import sqlite3
import tempfile
import zipfile
import zlib
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

from catalog.catalogue_upkeep import NOTE
from catalog.errors import SetupError
from catalog.home import Home
from catalog.store import Store
from catalog.storing.faults import disk_faults
from catalog.storing.schema import connect

MARK, LAYOUT = "daogou-backup", b"layout 1\n"
STORE, SETTINGS = "store.sqlite3", "settings.toml"
COPIED = 1 << 20


def back_up(home: Home, file: Path) -> int:
    """Writes the home to a new file and gives its bytes; SetupError where the file exists or can't be written.

    The file appears whole or not at all.
    """
    if file.exists():
        raise SetupError(f"{file} exists already. Name a new file, or move that one away.")
    fresh = file.with_name(f"{file.name}.{os.getpid()}.new")
    try:
        with tempfile.TemporaryDirectory(dir=file.absolute().parent) as folder, disk_faults(file):
            copy = Path(folder) / STORE
            _copy(home.store, copy)
            with zipfile.ZipFile(fresh, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as archive:
                archive.writestr(MARK, LAYOUT)
                archive.write(copy, STORE)
                if home.settings.exists():
                    archive.write(home.settings, SETTINGS)
            with fresh.open("rb") as written:
                os.fsync(written.fileno())
        os.replace(fresh, file)
    except OSError as error:
        raise SetupError(f"{file} can't be written ({error.strerror or error}). Name another file.") from error
    finally:
        fresh.unlink(missing_ok=True)
    return file.stat().st_size


def put_back(file: Path, home: Home) -> None:
    """Makes the store and the settings of a home, owned by the caller, what the backup holds; its index goes.

    The store changes in one transaction: whatever happens, it is the old one or the new one. SetupError where the file
    is no whole backup.
    """
    with _unpacked(file) as folder, disk_faults(home.store):
        source = connect(folder / STORE, readonly=True)
        with closing(source):
            if (told := source.execute("PRAGMA quick_check(1)").fetchone()[0]) != "ok":
                raise SetupError(f"{file} is damaged ({told}). Restore another backup.")
            # An index is of one store only: it goes first, so that none is left beside a store that it doesn't fit.
            shutil.rmtree(home.chroma, ignore_errors=True)
            with closing(connect(home.store)) as target:
                source.backup(target)
        if (folder / SETTINGS).exists():
            fresh = home.settings.with_name(f"{SETTINGS}.{os.getpid()}.new")
            shutil.copyfile(folder / SETTINGS, fresh)
            os.replace(fresh, home.settings)


def check_backup(file: Path) -> None:
    """SetupError where the file is no backup of this program."""
    with _archive(file):
        pass


def _copy(store: Path, copy: Path) -> None:
    source = Store.open(store, readonly=True)
    try:
        with closing(sqlite3.connect(copy, isolation_level=None)) as target:
            source.connection.backup(target)
            target.execute("PRAGMA journal_mode=DELETE")
            # The index stays behind, so its note does too.
            target.execute("DELETE FROM note WHERE key=?", (NOTE,))
    finally:
        source.close()


@contextmanager
def _archive(file: Path) -> Iterator[zipfile.ZipFile]:
    try:
        with zipfile.ZipFile(file) as archive:
            if MARK not in archive.namelist() or STORE not in archive.namelist():
                raise SetupError(f"{file} is no backup of this program. Name a file that `backup` wrote.")
            if (layout := archive.read(MARK)) != LAYOUT:
                raise SetupError(f"{file} was written by another version of this program ({layout[:40]!r}).")
            yield archive
    except FileNotFoundError:
        raise SetupError(f"There is no file {str(file)!r}. Check the path.") from None
    except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, RuntimeError) as error:
        raise SetupError(f"{file} is no whole backup ({error}). Name a file that `backup` wrote.") from None
    except OSError as error:
        raise SetupError(f"{file} can't be read ({error.strerror or error}). Name another file.") from None


@contextmanager
def _unpacked(file: Path) -> Iterator[Path]:
    with tempfile.TemporaryDirectory() as folder:
        with _archive(file) as archive:
            for name in (STORE, SETTINGS):
                if name in archive.namelist():
                    with archive.open(name) as packed, (Path(folder) / name).open("wb") as out:
                        shutil.copyfileobj(packed, out, COPIED)
        yield Path(folder)
