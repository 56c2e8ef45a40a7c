"""The console's door: who may come in, how often somebody may try, and that a write comes from our own page."""

from __future__ import annotations

import hmac
import threading
import time
from collections import OrderedDict, deque
from collections.abc import Callable
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from fastapi import HTTPException, Request, Response

from assistant.languages.reading import spoken
from assistant.records.staff_book import SignIn
from assistant.web.console.words import say
from assistant.web.shell import chosen_language

if TYPE_CHECKING:
    from assistant.service.staff_room import StaffRoom

COOKIE, LANGUAGE = "daogou_staff", "daogou_console_language"
PATH = "/console"
GUARD = "x-daogou-guard"
WITHIN = 600.0
MOST = {"both": 5, "address": 20, "name": 50}
"""Failures within so many seconds: of a name from an address, of an address behind which a whole shop may sit, and of
a name from anywhere, so that no stranger can shut somebody out quickly."""
REMEMBERED = 4000


class Attempts:
    """Failed sign-ins of late, by name and by address."""

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        self._clock = clock
        self._failed: OrderedDict[str, deque[float]] = OrderedDict()
        self._lock = threading.Lock()
        # One password takes 32 MB to check: a flood of tries may not take all memory.
        self.room = threading.BoundedSemaphore(2)

    def seconds_left(self, name: str, address: str) -> int:
        """How long the next try has to wait; 0 where it may come now."""
        with self._lock:
            return max(self._left(key, MOST[kind]) for kind, key in _keys(name, address))

    def failed(self, name: str, address: str) -> None:
        """Notes a failure."""
        with self._lock:
            for kind, key in _keys(name, address):
                self._failed.setdefault(key, deque(maxlen=MOST[kind])).append(self._clock())
                self._failed.move_to_end(key)
            while len(self._failed) > REMEMBERED:
                self._failed.popitem(last=False)

    def succeeded(self, name: str, address: str) -> None:
        """Forgets the failures of a name from an address."""
        with self._lock:
            self._failed.pop(dict(_keys(name, address))["both"], None)

    def _left(self, key: str, most: int) -> int:
        now = self._clock()
        late = [at for at in self._failed.get(key, ()) if now - at < WITHIN]
        return 0 if len(late) < most else int(late[-most] + WITHIN - now) + 1


def _keys(name: str, address: str) -> list[tuple[str, str]]:
    return [("both", f"{address} {name}"), ("address", f"{address} "), ("name", f" {name}")]


class Door:
    """Lets staff in by their cookie, and refuses everybody else in one sentence."""

    def __init__(self, room: Callable[[], StaffRoom]) -> None:
        self._room = room
        self.attempts = Attempts()

    def language(self, request: Request) -> str:
        """The language that the switch chose, else the browser's."""
        chosen = request.cookies.get(LANGUAGE, "")
        return chosen if chosen in spoken() else chosen_language(request.headers.get("accept-language", ""), None)

    def who(self, request: Request) -> SignIn | None:
        """Who is signed in."""
        token = request.cookies.get(COOKIE, "")
        return self._room().accounts.signed_in(token, self._room().clock()) if token else None

    def staff(self, request: Request) -> SignIn:
        """Who is signed in; 401 where nobody is."""
        found = self.who(request)
        if found is None:
            raise HTTPException(401, say(self.language(request), "sign_in_first"))
        return found

    def writer(self, request: Request) -> SignIn:
        """Who is signed in and writes from our own page; 403 where another site may have made the request."""
        found = self.staff(request)
        given = request.headers.get(GUARD, "")
        if not self.is_own_page(request) or not hmac.compare_digest(given.encode(), found.guard.encode()):
            raise HTTPException(403, say(self.language(request), "other_page"))
        return found

    def lead(self, request: Request) -> SignIn:
        """Who is signed in and leads; 403 for anybody else on the staff."""
        return self._leading(request, self.staff(request))

    def lead_writer(self, request: Request) -> SignIn:
        """Who leads and writes from our own page."""
        return self._leading(request, self.writer(request))

    def _leading(self, request: Request, found: SignIn) -> SignIn:
        if not found.staff.leads:
            raise HTTPException(403, say(self.language(request), "leads_only"))
        return found

    def is_own_page(self, request: Request) -> bool:
        """Whether the browser says that the request comes from a page of this host."""
        if request.headers.get("sec-fetch-site", "same-origin") not in ("same-origin", "none"):
            return False
        origin = request.headers.get("origin")
        return origin is None or urlsplit(origin).netloc == request.headers.get("host", "")

    def let_in(self, request: Request, name: str, password: str) -> str | int | None:
        """A token for who knows the password, the seconds to wait after too many tries, or nothing."""
        address = request.client.host if request.client else ""
        wait = self.attempts.seconds_left(name, address)
        if wait:
            return wait
        with self.attempts.room:
            token = self._room().accounts.sign_in(name, password, self._room().clock())
        if token is None:
            self.attempts.failed(name, address)
            return None
        self.attempts.succeeded(name, address)
        return token

    def give_cookie(self, request: Request, answer: Response, token: str) -> None:
        """Puts the token where only this browser's requests to the console carry it."""
        secure = request.url.scheme == "https" or request.headers.get("x-forwarded-proto") == "https"
        answer.set_cookie(COOKIE, token, path=PATH, httponly=True, samesite="strict", secure=secure)
