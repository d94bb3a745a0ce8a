"""Preferences: how people and rooms want to be spoken to, and when not at all."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime

from bot.domain.dialogue.preference import Calm, Preference
from bot.domain.dialogue.voice import Voice
from bot.storage import preferences
from bot.storage.database import Database, Transaction


class Preferring:
    """Holds them in memory, since every answer asks for its reader's voice."""

    def __init__(self, database: Database, zone: str) -> None:
        self._database = database
        self._zone = zone
        self._chosen: Mapping[str, Preference] = {}

    async def refresh(self) -> None:
        """Read them anew."""
        found = await self._database.read(preferences.every)
        self._chosen = {one.target: one for one in found}

    def of(self, target: str) -> Preference:
        """What a person or room chose."""
        return self._chosen.get(target) or Preference(target=target)

    def calm_until(self, target: str, now: datetime) -> datetime | None:
        """Until when nothing unasked may arrive there; None if it may now."""
        calm = self.of(target).calm
        return calm.over(now, self._zone) if calm else None

    def calm_from(self, target: str, now: datetime) -> datetime | None:
        """When calm begins there next; None if it never does."""
        calm = self.of(target).calm
        return calm.next(now, self._zone) if calm else None

    def speak(
        self, tx: Transaction, target: str, voice: Voice | None, by: str, now: datetime
    ) -> Preference:
        """Set the voice; the preference as it was before."""
        before = preferences.get(tx, target)
        preferences.put(tx, replace(before, voice=voice), by, now)
        return before

    def rest(
        self, tx: Transaction, target: str, calm: Calm | None, by: str, now: datetime
    ) -> Preference:
        """Set the calm hours; the preference as it was before."""
        before = preferences.get(tx, target)
        preferences.put(tx, replace(before, calm=calm), by, now)
        return before
