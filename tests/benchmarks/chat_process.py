"""`python -m assistant chat --json` as a process: one line in, one reply out, with a time limit on each."""

from __future__ import annotations

import json
import queue
import subprocess
import sys
import tempfile
import threading
import time
from contextlib import suppress
from pathlib import Path
from types import TracebackType
from typing import Any


class ChatProcess:
    """A running chat on one home; use it in a `with` block. Replies carry `wall_ms`, measured here."""

    def __init__(self, home: Path, environment: dict[str, str] | None = None) -> None:
        self._errors = tempfile.TemporaryFile("w+", encoding="utf-8")  # noqa: SIM115
        self._started = time.perf_counter()
        self._process = subprocess.Popen(
            [sys.executable, "-m", "assistant", "chat", "--json", "--home", str(home)],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=self._errors,
            text=True,
            encoding="utf-8",
            env=environment,
        )
        self._lines: queue.Queue[str] = queue.Queue()
        threading.Thread(target=self._read, daemon=True).start()

    def _read(self) -> None:
        assert self._process.stdout
        for line in self._process.stdout:
            self._lines.put(line)
        self._lines.put("")

    def ask(self, question: dict[str, Any], seconds: float = 120.0) -> dict[str, Any]:
        """The reply to one line; RuntimeError with the process's last words if it ends or stays silent."""
        assert self._process.stdin
        begun = time.perf_counter()
        try:
            self._process.stdin.write(json.dumps(question, ensure_ascii=False) + "\n")
            self._process.stdin.flush()
            line = self._lines.get(timeout=seconds)
        except (OSError, queue.Empty) as failure:
            raise RuntimeError(
                f"chat --json gave no reply to {question}: {failure!r}. {self.last_words()}"
            ) from failure
        if not line:
            raise RuntimeError(f"chat --json ended at {question}. {self.last_words()}")
        return {**json.loads(line), "wall_ms": (time.perf_counter() - begun) * 1000}

    def last_words(self) -> str:
        """The end of what the process wrote to standard error."""
        self._errors.flush()
        self._errors.seek(0)
        return self._errors.read()[-2000:]

    def seconds_since_start(self) -> float:
        """Seconds since the process was started."""
        return time.perf_counter() - self._started

    def kill(self) -> None:
        """Kills the process as the power cut would: it can do nothing more."""
        self._process.kill()
        self._process.wait()

    def resident_mb(self) -> float:
        """Resident memory (VmRSS) of the process and its children, in MB."""
        return sum(_resident_kb(pid) for pid in _family(self._process.pid)) / 1024

    def __enter__(self) -> ChatProcess:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self._process.stdin:
            with suppress(OSError):
                self._process.stdin.close()
        try:
            self._process.wait(timeout=20)
        except subprocess.TimeoutExpired:
            self._process.kill()
            self._process.wait()
        self._errors.close()


def _resident_kb(pid: int) -> int:
    try:
        lines = Path(f"/proc/{pid}/status").read_text(encoding="utf-8").splitlines()
    except OSError:
        return 0
    return next((int(line.split()[1]) for line in lines if line.startswith("VmRSS:")), 0)


def _family(pid: int) -> list[int]:
    try:
        children = Path(f"/proc/{pid}/task/{pid}/children").read_text(encoding="utf-8").split()
    except OSError:
        children = []
    return [pid, *(member for child in children for member in _family(int(child)))]
