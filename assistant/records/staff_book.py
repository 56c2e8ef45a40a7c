"""Accounts of the staff and their sign-ins in SQL; secrets are kept as scrypt hashes, tokens as SHA-256."""

from __future__ import annotations

import hashlib
import hmac
import secrets
from dataclasses import dataclass

from assistant.records.database import Database
from catalog.errors import SetupError

AGENT, LEAD = "agent", "lead"
ROLES = (AGENT, LEAD)
COST, BLOCK, LANES = 15, 8, 1
"""scrypt's: 2**15 rounds of 8 blocks take 32 MB and about a tenth of a second."""
SHORTEST = 10
LONGEST_NAME = 40
IDLE = 12 * 3600.0
"""Seconds after which an unused sign-in ends."""
USED = 60.0
"""A sign-in's last use is noted this often."""


@dataclass(frozen=True, slots=True)
class Staff:
    """One member of staff."""

    name: str
    role: str

    @property
    def leads(self) -> bool:
        """Whether they may approve, export and erase."""
        return self.role == LEAD


@dataclass(frozen=True, slots=True)
class SignIn:
    """Who is signed in, and the word that each of their writes has to carry."""

    staff: Staff
    guard: str


class StaffBook:
    """Who may use the console."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def add(self, name: str, role: str, password: str, at: float) -> None:
        """A new account; SetupError for a name that is taken or unusable, an unknown role or a short password."""
        from sqlalchemy import select

        from assistant.records.staff_schema import ACCOUNTS

        if not name or len(name) > LONGEST_NAME or not name.isprintable() or name != name.strip():
            raise SetupError(f"An account needs a name of at most {LONGEST_NAME} visible letters.")
        if role not in ROLES:
            raise SetupError(f"No role called {role!r}. Choose one of: {', '.join(ROLES)}.")
        secret = hashed(password)
        with self._database.writing() as connection:
            if connection.scalar(select(ACCOUNTS.c.name).where(ACCOUNTS.c.name == name)) is not None:
                raise SetupError(
                    f"There is an account {name!r} already. Change its password with: python -m assistant staff "
                    f"password {name}"
                )
            connection.execute(ACCOUNTS.insert().values(name=name, role=role, secret=secret, made=at))

    def change(self, name: str, *, role: str | None = None, password: str | None = None) -> None:
        """Another role or password, and the end of every sign-in; SetupError where there is no such account."""
        from assistant.records.staff_schema import ACCOUNTS, SIGN_INS

        if role is not None and role not in ROLES:
            raise SetupError(f"No role called {role!r}. Choose one of: {', '.join(ROLES)}.")
        values = {"role": role, "secret": None if password is None else hashed(password)}
        with self._database.writing() as connection:
            given = {key: value for key, value in values.items() if value is not None}
            done = connection.execute(ACCOUNTS.update().where(ACCOUNTS.c.name == name).values(**given))
            connection.execute(SIGN_INS.delete().where(SIGN_INS.c.name == name))
        if done.rowcount != 1:
            raise SetupError(_unknown(name, self.every()))

    def remove(self, name: str) -> None:
        """The account's end, and that of its sign-ins; SetupError where there is none."""
        from assistant.records.staff_schema import ACCOUNTS, SIGN_INS

        with self._database.writing() as connection:
            done = connection.execute(ACCOUNTS.delete().where(ACCOUNTS.c.name == name))
            connection.execute(SIGN_INS.delete().where(SIGN_INS.c.name == name))
        if done.rowcount != 1:
            raise SetupError(_unknown(name, self.every()))

    def every(self) -> list[Staff]:
        """All accounts, by name."""
        from sqlalchemy import select

        from assistant.records.staff_schema import ACCOUNTS

        with self._database.reading() as connection:
            rows = connection.execute(select(ACCOUNTS.c.name, ACCOUNTS.c.role).order_by(ACCOUNTS.c.name))
            return [Staff(row.name, row.role) for row in rows]

    def sign_in(self, name: str, password: str, at: float) -> str | None:
        """A new token for who knows the password; an unknown name takes as long to refuse as a wrong password."""
        from sqlalchemy import select

        from assistant.records.staff_schema import ACCOUNTS, SIGN_INS

        with self._database.reading() as connection:
            secret = connection.scalar(select(ACCOUNTS.c.secret).where(ACCOUNTS.c.name == name))
        if not matches(password, secret or NOBODYS) or secret is None:
            return None
        token = secrets.token_urlsafe(32)
        row = {"token": _told(token), "name": name, "guard": secrets.token_urlsafe(24), "used": at}
        with self._database.writing() as connection:
            connection.execute(SIGN_INS.delete().where(SIGN_INS.c.used < at - IDLE))
            connection.execute(SIGN_INS.insert().values(**row))
        return token

    def signed_in(self, token: str, at: float) -> SignIn | None:
        """Who holds this token; nobody where it was never given, has ended or was idle for half a day."""
        from sqlalchemy import select

        from assistant.records.staff_schema import ACCOUNTS, SIGN_INS

        wanted = (
            select(SIGN_INS, ACCOUNTS.c.role)
            .join(ACCOUNTS, ACCOUNTS.c.name == SIGN_INS.c.name)
            .where((SIGN_INS.c.token == _told(token)) & (SIGN_INS.c.used >= at - IDLE))
        )
        with self._database.reading() as connection:
            row = connection.execute(wanted).one_or_none()
        if row is None:
            return None
        if at - row.used > USED:
            with self._database.writing() as connection:
                connection.execute(SIGN_INS.update().where(SIGN_INS.c.token == row.token).values(used=at))
        return SignIn(Staff(row.name, row.role), row.guard)

    def sign_out(self, token: str) -> None:
        """Ends the sign-in of this token."""
        from assistant.records.staff_schema import SIGN_INS

        with self._database.writing() as connection:
            connection.execute(SIGN_INS.delete().where(SIGN_INS.c.token == _told(token)))


def hashed(password: str) -> str:
    """The password's salted hash with all that checking it needs; SetupError for one that is too short."""
    if len(password) < SHORTEST:
        raise SetupError(f"A password needs at least {SHORTEST} letters. Choose a longer one.")
    salt = secrets.token_bytes(16)
    return f"scrypt${COST}${BLOCK}${LANES}${salt.hex()}${_scrypt(password, salt, COST, BLOCK, LANES).hex()}"


def matches(password: str, secret: str) -> bool:
    """Whether this is the password that was hashed."""
    _, cost, block, lanes, salt, known = secret.split("$")
    made = _scrypt(password, bytes.fromhex(salt), int(cost), int(block), int(lanes))
    return hmac.compare_digest(made.hex(), known)


NOBODYS = f"scrypt${COST}${BLOCK}${LANES}${'00' * 16}${'00' * 32}"


def _scrypt(password: str, salt: bytes, cost: int, block: int, lanes: int) -> bytes:
    room = 132 * 2**cost * block * lanes
    return hashlib.scrypt(password.encode(), salt=salt, n=2**cost, r=block, p=lanes, maxmem=room, dklen=32)


def _told(token: str) -> str:
    return hashlib.sha256(token.encode()).hexdigest()


def _unknown(name: str, known: list[Staff]) -> str:
    names = ", ".join(one.name for one in known) or "none yet"
    return f"No account called {name!r}. Accounts: {names}."
