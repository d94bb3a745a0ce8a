"""Rooms: which serves what, which language it speaks, what it wants to hear."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from functools import partial

from bot.domain.community.room import PostKind, Room
from bot.domain.errors import NotAllowed
from bot.domain.journal import Purpose
from bot.services.preferring import Preferring
from bot.storage import rooms
from bot.storage.database import Database, Transaction

SINGLE = (Purpose.OFFICE, Purpose.SPACE)
"""What one room alone can serve as."""


class SetInConfiguration(NotAllowed):
    """The configuration names the room for this purpose, so chat cannot change it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ConfiguredRooms:
    """The rooms that the configuration names; they win over what was said in chat."""

    office: str | None = None
    announcements: tuple[str, ...] = ()
    space: str | None = None

    def now(self, tx: Transaction) -> "ConfiguredRooms":
        """Those that stand in their place now: the configuration knows of no upgrade."""
        return ConfiguredRooms(
            office=self.office and _now(tx, self.office),
            announcements=tuple(_now(tx, room_id) for room_id in self.announcements),
            space=self.space and _now(tx, self.space),
        )


class Hosting:
    """Holds the rooms in memory, since every answer asks for its room's language."""

    def __init__(
        self,
        database: Database,
        configured: ConfiguredRooms,
        admins: frozenset[str],
        language: str,
        preferring: Preferring,
    ) -> None:
        self._database = database
        self._written = configured
        self._configured = configured
        self._admins = admins
        self._default_language = language
        self.preferring = preferring
        self._rooms: Mapping[str, Room] = {}
        self._choices: Mapping[PostKind, Mapping[str, bool]] = {kind: {} for kind in PostKind}

    async def refresh(self) -> None:
        """Read the rooms and their choices anew."""
        self._configured = await self._database.read(self._written.now)
        found = await self._database.read(rooms.joined)
        self._rooms = {room.room_id: room for room in found}
        self._choices = {
            kind: await self._database.read(partial(rooms.choices, kind=kind)) for kind in PostKind
        }

    def language(self, target: str) -> str:
        """The voice for a person (by Matrix id) or a room; a direct chat's is its person's."""
        room = self._rooms.get(target) or self._direct(target)
        person = room.direct_with if room and room.direct_with else target
        chosen = self.preferring.of(person).voice
        return chosen or (room.language if room else None) or self._default_language

    def calm_until(self, target: str, now: datetime) -> datetime | None:
        """Until when nothing unasked may arrive in a room or at a person; None if it may now."""
        return self.preferring.calm_until(self._resting(target), now)

    def calm_from(self, target: str, now: datetime) -> datetime | None:
        """From when on nothing unasked may arrive there; None if it always may."""
        return self.preferring.calm_from(self._resting(target), now)

    def room(self, target: str) -> Room | None:
        """The room as we know it, if we are in it; for a person (by Matrix id) the direct chat."""
        return self._rooms.get(target) or self._direct(target)

    def called(self, room_id: str) -> str:
        """The room's name, or its id if it has none."""
        room = self.room(room_id)
        return room.name if room and room.name else room_id

    def joined(self) -> tuple[Room, ...]:
        """All rooms that we are in, by name."""
        return tuple(sorted(self._rooms.values(), key=lambda room: (room.name, room.room_id)))

    def space(self) -> str | None:
        """The space whose members are the community."""
        return self._configured.space or next(iter(self._serving(Purpose.SPACE)), None)

    def office_room(self) -> str | None:
        """The office's room."""
        return self._configured.office or next(iter(self._serving(Purpose.OFFICE)), None)

    def is_office(self, room_id: str) -> bool:
        """Whether the room is the office's, or an admin's direct chat with the bot.

        Without any office room every admin may work from wherever they are.
        """
        office = self.office_room()
        room = self._rooms.get(room_id)
        return (
            office is None
            or room_id == office
            or (room is not None and room.direct_with in self._admins)
        )

    def office_targets(self) -> tuple[str, ...]:
        """Where the office is told something: its room, else each admin's direct chat."""
        office = self.office_room()
        return (office,) if office else tuple(sorted(self._admins))

    def purposes(self, room_id: str) -> tuple[Purpose, ...]:
        """All that a room serves, by configuration or by what was said in chat."""
        serves = {
            Purpose.OFFICE: (self.office_room(),),
            Purpose.ANNOUNCEMENTS: self._configured.announcements
            or self._serving(Purpose.ANNOUNCEMENTS),
            Purpose.SPACE: (self.space(),),
        }
        return tuple(purpose for purpose, rooms_of in serves.items() if room_id in rooms_of)

    def announcement_rooms(self, kind: PostKind) -> tuple[str, ...]:
        """The rooms that hear a kind of scheduled post."""
        chosen = self._configured.announcements or self._serving(Purpose.ANNOUNCEMENTS)
        choices = self._choices[kind]
        wanted = [room_id for room_id in chosen if choices.get(room_id, True)]
        more = [room_id for room_id, yes in choices.items() if yes and room_id in self._rooms]
        return tuple(dict.fromkeys([*wanted, *sorted(more)]))

    def losing(self, tx: Transaction, room_id: str, purpose: Purpose) -> tuple[str, ...]:
        """The rooms that a single office or space would be taken over from.

        Raises:
            SetInConfiguration: the configuration says which room serves this.
        """
        configured = {
            Purpose.OFFICE: self._configured.office,
            Purpose.ANNOUNCEMENTS: self._configured.announcements,
            Purpose.SPACE: self._configured.space,
        }
        if configured[purpose]:
            raise SetInConfiguration
        if purpose not in SINGLE:
            return ()
        return tuple(other for other in rooms.serving(tx, purpose) if other != room_id)

    def serve(self, tx: Transaction, room_id: str, purpose: Purpose | None) -> tuple[str, ...]:
        """Give a room its purpose; the rooms that lost it.

        Raises:
            SetInConfiguration: the configuration says which room serves this.
        """
        others = self.losing(tx, room_id, purpose) if purpose else ()
        for other in others:
            rooms.change(tx, other, purpose=None)
        rooms.enter(tx, room_id, purpose=purpose)
        return others

    def speak(self, tx: Transaction, room_id: str, language: str | None) -> str | None:
        """Set the voice of a room; how it was before."""
        room = rooms.get(tx, room_id)
        rooms.enter(tx, room_id, language=language)
        return room.language if room else None

    def choose(
        self, tx: Transaction, room_id: str, kind: PostKind, *, wanted: bool, by: str
    ) -> None:
        """Let a room hear a kind of scheduled post, or not."""
        rooms.choose(tx, room_id, kind, wanted=wanted, by=by)

    def _resting(self, target: str) -> str:
        """Whose calm hours count: a direct chat's are its person's."""
        room = self._rooms.get(target)
        return room.direct_with if room and room.direct_with else target

    def _serving(self, purpose: Purpose) -> tuple[str, ...]:
        return tuple(r.room_id for r in self._rooms.values() if r.purpose is purpose)

    def _direct(self, user_id: str) -> Room | None:
        """The one that is written to: rather one that is not encrypted, as storage has it."""
        if not user_id.startswith("@"):
            return None
        found = [room for room in self._rooms.values() if room.direct_with == user_id]
        return min(found, key=lambda room: room.encrypted, default=None)


def _now(tx: Transaction, room_id: str) -> str:
    """The latest in the chain of rooms that replaced one another."""
    seen = {room_id}
    while (later := rooms.replaced_by(tx, room_id)) is not None and later not in seen:
        seen.add(later)
        room_id = later
    return room_id
