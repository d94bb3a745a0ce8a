"""Roles: who a person is to us, and giving or taking a role."""

from collections import defaultdict
from collections.abc import Iterable
from datetime import datetime

from bot.domain.dialogue.people import Grant, Granted, Person, person
from bot.domain.errors import NotFound, WrongInput
from bot.storage import people, pins
from bot.storage.database import Database, Transaction
from bot.storage.pins import Pin


class AlreadyGranted(WrongInput):
    """The person has that role."""


class NotGranted(NotFound):
    """The person does not have that role."""


class NothingToConfirm(NotFound):
    """The person's identity is the one that we know."""


class Appointing:
    """Holds all grants and pins in memory, since every command asks for them."""

    def __init__(self, database: Database, admins: frozenset[str]) -> None:
        self._database = database
        self.admins = admins
        self._grants: dict[str, tuple[Grant, ...]] = {}
        self._pins: dict[str, Pin] = {}

    async def refresh(self) -> None:
        """Read them anew."""
        found: defaultdict[str, list[Grant]] = defaultdict(list)
        for grant in await self._database.read(people.grants):
            found[grant.user_id].append(grant)
        self._pins = {**await self._database.read(pins.known)}
        self._grants = {user_id: tuple(grants) for user_id, grants in found.items()}

    def has_rights(self, user_id: str) -> bool:
        """Whether the person has more to lose than a membership."""
        return user_id in self.admins or user_id in self._grants

    def pinned(self, user_id: str) -> Pin | None:
        """By which cryptographic identity we know the person, if we do."""
        return self._pins.get(user_id)

    def note(self, changed: Iterable[Pin]) -> None:
        """These pins are stored now."""
        self._pins.update((pin.user_id, pin) for pin in changed)

    def person(self, user_id: str, *, member: bool) -> Person:
        """The sender with the role that counts now."""
        return person(
            user_id,
            admins=self.admins,
            grants=self._grants.get(user_id, ()),
            member=member,
            suspended=_is_doubted(self._pins.get(user_id)),
        )

    def person_in(self, tx: Transaction, known: Person) -> Person:
        """The same person by what the database says inside this transaction."""
        return person(
            known.user_id,
            admins=self.admins,
            grants=people.grants(tx, known.user_id),
            member=known.may(known.role.MEMBER),
            suspended=_is_doubted(pins.get(tx, known.user_id)),
        )

    def coordinators(self, tx: Transaction, network: int) -> tuple[str, ...]:
        """The Matrix ids of those who speak for a network."""
        return tuple(
            grant.user_id
            for grant in people.grants(tx)
            if grant.role is Granted.COORDINATOR and grant.network == network
        )

    def office(self, tx: Transaction) -> tuple[str, ...]:
        """The Matrix ids of the office's people, admins first."""
        granted = [g.user_id for g in people.grants(tx) if g.role is Granted.OFFICE]
        return tuple(dict.fromkeys([*sorted(self.admins), *granted]))

    def all(self, tx: Transaction) -> tuple[Grant, ...]:
        """Every grant, by person."""
        return people.grants(tx)

    def give(self, tx: Transaction, grant: Grant, by: str, now: datetime) -> None:
        """Give a role.

        Raises:
            AlreadyGranted: the person has it.
        """
        if not people.give(tx, grant, by, now):
            raise AlreadyGranted(user=grant.user_id)

    def take(self, tx: Transaction, grant: Grant) -> None:
        """Take a role back.

        Raises:
            NotGranted: the person does not have it.
        """
        if not people.take(tx, grant):
            raise NotGranted(user=grant.user_id)

    def check_free(self, tx: Transaction, grant: Grant) -> None:
        """Let pass a role that can be given.

        Raises:
            AlreadyGranted: the person has it.
        """
        if grant in people.grants(tx, grant.user_id):
            raise AlreadyGranted(user=grant.user_id)

    def check_given(self, tx: Transaction, grant: Grant) -> None:
        """Let pass a role that can be taken back.

        Raises:
            NotGranted: the person does not have it.
        """
        if grant not in people.grants(tx, grant.user_id):
            raise NotGranted(user=grant.user_id)

    def suspended(self, tx: Transaction) -> tuple[str, ...]:
        """Whose identity has changed, the latest change first."""
        return tuple(pin.user_id for pin in pins.changed(tx))

    def doubted(self, tx: Transaction, user_id: str) -> datetime:
        """Since when the person has another identity than the one that counts.

        Raises:
            NothingToConfirm: it is the same.
        """
        pin = pins.get(tx, user_id)
        if pin is None or pin.changed_at is None:
            raise NothingToConfirm(user=user_id)
        return pin.changed_at

    def confirm(self, tx: Transaction, user_id: str, now: datetime) -> None:
        """From now on the identity that the person has now counts.

        Raises:
            NothingToConfirm: it does already.
        """
        pin = pins.get(tx, user_id)
        if pin is None or pin.other is None:
            raise NothingToConfirm(user=user_id)
        pins.move(tx, user_id, pin.other, now)


def _is_doubted(pin: Pin | None) -> bool:
    return pin is not None and pin.other is not None
