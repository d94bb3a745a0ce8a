"""The key store of one device: nio's, made quick, durable and unreadable without a key of its own.

Room keys lie in a table of ours. nio's knows one sender per session, so that whoever sends a copied
key could take somebody else's place, and it is read as a whole at every start.
"""

from __future__ import annotations

import hashlib
import os
import secrets
from pathlib import Path

from cachetools import LRUCache
from nio.crypto.memorystores import GroupSessionStore
from nio.crypto.sessions import InboundGroupSession
from nio.store import SqliteStore
from peewee import DatabaseError, OperationalError, SqliteDatabase

_TABLES = (
    """CREATE TABLE IF NOT EXISTS room_key (
        room_id TEXT NOT NULL, session_id TEXT NOT NULL, sender_key TEXT NOT NULL,
        ed25519 TEXT NOT NULL, pickle TEXT NOT NULL,
        PRIMARY KEY (room_id, session_id, sender_key)
    ) WITHOUT ROWID, STRICT""",
    """CREATE TABLE IF NOT EXISTS opened (
        session_id TEXT NOT NULL, place INTEGER NOT NULL, event_id TEXT NOT NULL,
        PRIMARY KEY (session_id, place)
    ) WITHOUT ROWID, STRICT""",
)
_LATELY = 2000  # room keys
_FIND = "SELECT sender_key, ed25519, pickle FROM room_key WHERE room_id = ? AND session_id = ?"
_SAVE = "INSERT OR REPLACE INTO room_key VALUES (?, ?, ?, ?, ?)"
_OPENED = "SELECT event_id FROM opened WHERE session_id = ? AND place = ?"
_NOTE = "INSERT INTO opened VALUES (?, ?, ?)"
_FORGET = (
    "DELETE FROM opened WHERE session_id IN (SELECT session_id FROM room_key WHERE room_id = ?)",
    "DELETE FROM room_key WHERE room_id = ?",
)


class Store(SqliteStore):  # type: ignore[misc]  # nio is untyped
    """To be opened, used and closed in one thread."""

    def _create_database(self) -> SqliteDatabase:
        # With less than FULL a power cut could take back a ratchet whose key was used already.
        pragmas = {"journal_mode": "wal", "synchronous": "full", "foreign_keys": 1}
        return SqliteDatabase(self.database_path, pragmas=pragmas)

    def __post_init__(self) -> None:
        self._lately: LRUCache[tuple[str, str], tuple[InboundGroupSession, ...]] = LRUCache(_LATELY)
        super().__post_init__()
        for table in _TABLES:
            self.database.execute_sql(table)

    def load_inbound_group_sessions(self) -> GroupSessionStore:
        """None: they are looked up one by one when a message needs them."""
        return GroupSessionStore()

    def save_inbound_group_session(self, session: InboundGroupSession) -> None:
        """Keep a room key; of two from the same sender the one that opens more."""
        for known in self.room_keys(session.room_id, session.id):
            same = known.sender_key == session.sender_key
            if same and known.first_known_index <= session.first_known_index:
                return
        pickle = session.pickle(self.pickle_key).decode()
        row = (session.room_id, session.id, session.sender_key, session.ed25519, pickle)
        self.database.execute_sql(_SAVE, row)
        self._lately.pop((session.room_id, session.id), None)

    def room_keys(self, room_id: str, session_id: str) -> tuple[InboundGroupSession, ...]:
        """All keys under that id, of whichever sender."""
        found = self._lately.get((room_id, session_id))
        if found is None:
            rows = self.database.execute_sql(_FIND, (room_id, session_id)).fetchall()
            found = tuple(
                InboundGroupSession.from_pickle(
                    pickle.encode(), ed25519, sender_key, room_id, self.pickle_key
                )
                for sender_key, ed25519, pickle in rows
            )
            if found:
                self._lately[room_id, session_id] = found
        return found

    def first_opened(self, session_id: str, place: int, event_id: str) -> bool:
        """Whether the message at that place of a session is this event, and no copy of another."""
        found = self.database.execute_sql(_OPENED, (session_id, place)).fetchone()
        if found is None:
            self.database.execute_sql(_NOTE, (session_id, place, event_id))
        return found is None or found[0] == event_id

    def forget_room(self, room_id: str) -> None:
        """Drop the keys of a room that we left."""
        for statement in _FORGET:
            self.database.execute_sql(statement, (room_id,))
        self._lately.clear()


def open_store(folder: Path, user_id: str, device_id: str) -> Store:
    """The store of that device, made if there is none; those of other devices are removed.

    An earlier device's ratchets must never be used again, and nothing else is in them.

    Raises:
        OSError, peewee.DatabaseError: it cannot be read or written.
    """
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    owner = hashlib.sha256(f"{user_id}|{device_id}".encode()).hexdigest()[:16]
    for other in folder.glob("olm-*.db*"):
        if not other.name.startswith(f"olm-{owner}.db"):
            other.unlink()
    pickle_key = _pickle_key(folder)
    path = folder / f"olm-{owner}.db"
    path.touch(mode=0o600)
    return Store(user_id, device_id, str(folder), pickle_key, path.name)


def is_damage(fault: Exception) -> bool:
    """Whether the store itself is broken, and not merely busy, or on a full disk."""
    if isinstance(fault, OperationalError):
        return False
    return isinstance(fault, DatabaseError | ValueError)


def wipe_store(folder: Path) -> None:
    """Remove what is there, of whichever device."""
    for file in folder.glob("olm-*.db*"):
        file.unlink()


def _pickle_key(folder: Path) -> str:
    """The key of our own that the stored secrets are encrypted with; without it they are lost."""
    file = folder / "pickle.key"
    if not file.exists():
        wipe_store(folder)
        made = os.open(file, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
        with os.fdopen(made, "w", encoding="ascii") as handle:
            handle.write(secrets.token_urlsafe(32))
            handle.flush()
            os.fsync(handle.fileno())
    return file.read_text(encoding="ascii")
