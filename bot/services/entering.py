"""Offers and needs alike: entering, changing and withdrawing one, and taking that back."""

from collections.abc import Mapping
from dataclasses import asdict, dataclass, replace
from datetime import datetime
from typing import Any, Generic

from bot.domain.community.network import Network, Topic
from bot.domain.dialogue.people import Person
from bot.domain.errors import NotFound, WrongInput
from bot.domain.typed.lists import Listing
from bot.services.directory import Directory
from bot.services.speaking import NothingOwn, check, subject
from bot.storage.database import Transaction
from bot.storage.entries import Entries, Entry

Memory = Mapping[str, Any]


class EntryChanged(WrongInput):
    """What is to be taken back does not stand any more as it was left."""


@dataclass(frozen=True, slots=True)
class Entered(Generic[Entry]):
    """The entry as it stands now, whose it is, and the one for that topic that it replaced."""

    entry: Entry
    network: Network
    before: Entry | None


class Entering(Generic[Entry]):
    """Entries of one kind, one per network and topic."""

    def __init__(
        self, directory: Directory, entries: Entries[Entry], unknown: type[NotFound]
    ) -> None:
        self._directory = directory
        self._entries: Entries[Entry] = entries
        self._unknown = unknown

    def enter(
        self,
        tx: Transaction,
        person: Person,
        wanted: Entry,
        now: datetime,
        former: Memory | None = None,
    ) -> Entered[Entry]:
        """Enter it, or put it in place of the network's earlier one for that topic.

        It takes the number of what it corrects, if that was new: `former`, which is undone.
        """
        before = self._entries.about(tx, wanted.network, wanted.topic)
        if before:
            self._entries.change(tx, entry := replace(wanted, number=before.number))
        elif former and former["before"] is None:
            entry = replace(wanted, number=former["after"]["number"])
            self._entries.put_back(tx, entry, person.user_id, now)
        else:
            number = self._entries.add(tx, wanted, person.user_id, now)
            entry = replace(wanted, number=number)
        return Entered(entry, self._directory.network(wanted.network), before)

    def get(self, tx: Transaction, person: Person, number: int) -> Entry:
        """One that the person may change.

        Raises:
            ForeignNetwork, and the kind's own refusal: it is not theirs, or there is none.
        """
        found = self._entries.get(tx, number)
        if found is None:
            raise self._unknown(number=str(number))
        check(self._directory, person, self._directory.network(found.network))
        return found

    def withdraw(self, tx: Transaction, person: Person, number: int) -> Entry:
        """Take one back; raises as `get`."""
        found = self.get(tx, person, number)
        self._entries.remove(tx, number)
        return found

    def memory(self, after: Entry | None, before: Entry | None) -> Memory:
        """What taking back a change from one to the other will need."""
        return {"after": self._kept(after), "before": self._kept(before)}

    def undo(self, tx: Transaction, person: Person, memory: Memory, now: datetime) -> Entry:
        """Let things be as they were; returns the entry that was changed back, or went.

        Raises:
            EntryChanged: they have changed meanwhile.
            ForeignNetwork: it is not theirs any more.
        """
        after, before = self._read(memory["after"]), self._read(memory["before"])
        entry = before or after
        if entry is None:
            raise LookupError(memory)
        check(self._directory, person, self._directory.network(entry.network))
        if self._entries.about(tx, entry.network, entry.topic) != after:
            raise EntryChanged
        if before is None:
            self._entries.remove(tx, entry.number)
        elif after is None:
            self._entries.put_back(tx, before, person.user_id, now)
        else:
            self._entries.change(tx, before)
        return entry

    def chosen(
        self, person: Person, listing: Listing, known: tuple[Entry, ...]
    ) -> tuple[Entry, ...]:
        """Those of the known ones that a list asks for: by default the person's own.

        Raises:
            NothingOwn: the person speaks for no network.
            UnknownSubject, UnknownNetwork, AmbiguousNetwork: of what the list is about.
        """
        if listing.every:
            return known
        if listing.about:
            about = subject(self._directory, listing.about)
            if isinstance(about, Topic):
                return tuple(entry for entry in known if entry.topic == about.id)
            return tuple(entry for entry in known if entry.network == about.number)
        own = {network.number for network in self._directory.own(person)}
        if not own:
            raise NothingOwn
        return tuple(entry for entry in known if entry.network in own)

    def _kept(self, entry: Entry | None) -> dict[str, Any] | None:
        return self._entries.written(asdict(entry)) if entry else None

    def _read(self, values: dict[str, Any] | None) -> Entry | None:
        return self._entries.read(values) if values else None
