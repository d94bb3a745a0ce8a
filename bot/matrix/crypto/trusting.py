"""Whom we give room keys, and whose word counts: owner-signed devices and pinned master keys."""

from __future__ import annotations

import hashlib
import logging
from collections.abc import Callable, Mapping, Sequence
from datetime import datetime

from bot.domain.dialogue.inline import Mention
from bot.domain.dialogue.message import Text
from bot.domain.journal import OutboxRow, Outgoing
from bot.matrix.config import Rights, Words
from bot.matrix.content.reading import Raw
from bot.matrix.crypto import judging
from bot.matrix.crypto.parts import Standing, Verdict
from bot.storage import outbox, pins
from bot.storage.database import Database, Transaction
from bot.storage.pins import Pin

log = logging.getLogger(__name__)

EVERYBODY = "all"
_UNKNOWN = Verdict(master=None, signed=frozenset())


class Trusting:
    """Verdicts live as long as the run, pins for ever.

    The pin of somebody without rights follows their key in silence: people lose theirs every day,
    and nothing depends on it. Who has rights loses them with a changed key until the office
    confirms it.
    """

    def __init__(
        self,
        database: Database,
        words: Words,
        now: Callable[[], datetime],
        *,
        share_with: str,
        rights: Callable[[], Rights],
        carry: Callable[[Sequence[OutboxRow]], None],
    ) -> None:
        """`carry` takes over what is said to the office."""
        self._database = database
        self._words = words
        self._now = now
        self._everybody = share_with == EVERYBODY
        self._rights = rights
        self._carry = carry
        self._verdicts: dict[str, Verdict] = {}

    def judge(self, answer: Raw) -> Mapping[str, Verdict]:
        return judging.judge(answer)

    async def learn(self, verdicts: Mapping[str, Verdict]) -> frozenset[str]:
        found = {user: one.master for user, one in verdicts.items() if one.master is not None}
        fresh = {user: master for user, master in found.items() if self._is_news(user, master)}
        if fresh:
            await self._pin(fresh)
        told = frozenset(user for user, one in verdicts.items() if self._differs(user, one))
        self._verdicts.update(verdicts)
        return told

    def may_have_keys(self, user_id: str, device_id: str) -> bool:
        verdict = self._verdicts.get(user_id, _UNKNOWN)
        return device_id in (verdict.devices if self._everybody else verdict.signed)

    def standing(self, user_id: str, device_id: str) -> Standing:
        verdict, pin = self._verdicts.get(user_id, _UNKNOWN), self._rights().pinned(user_id)
        if device_id not in verdict.devices:
            return Standing.UNKNOWN
        if device_id not in verdict.signed:
            return Standing.UNSIGNED
        same = pin is not None and pin.master == verdict.master
        return Standing.SIGNED if same else Standing.CHANGED

    def _is_news(self, user_id: str, master: str) -> bool:
        pin = self._rights().pinned(user_id)
        return pin is None or (pin.other or pin.master) != master

    def _differs(self, user_id: str, verdict: Verdict) -> bool:
        before = self._verdicts.get(user_id, _UNKNOWN)
        return (before.master, before.signed) != (verdict.master, verdict.signed)

    async def _pin(self, fresh: Mapping[str, str]) -> None:
        now = self._now()

        def work(tx: Transaction) -> tuple[list[Pin], list[OutboxRow]]:
            held = [self._decide(tx, user, master, now) for user, master in fresh.items()]
            posts: list[OutboxRow] = []
            for pin in held:
                posts += outbox.add(tx, self._warning(pin), now)
            return held, posts

        held, posts = await self._database.write(work)
        self._rights().note(held)
        self._carry(posts)

    def _decide(self, tx: Transaction, user: str, master: str, now: datetime) -> Pin:
        before = pins.get(tx, user)
        if before is None:
            return pins.add(tx, user, master, now)
        if before.master == master:
            log.info("%s has the identity again that we know", user)
            return pins.doubt(tx, before, None, now)
        if not self._rights().has_rights(user):
            return pins.move(tx, user, master, now)
        log.warning("%s has another identity: the person's rights rest until it is confirmed", user)
        return pins.doubt(tx, before, master, now)

    def _warning(self, pin: Pin) -> Sequence[Outgoing]:
        """What the office hears, once for each new identity; nothing if there is no doubt."""
        if pin.other is None:
            return ()
        digest = hashlib.sha256(f"{pin.user_id} {pin.other}".encode()).hexdigest()[:16]
        text = Text("office-identity-changed", user=Mention(pin.user_id))
        return self._words.office(f"identity-{digest}", text)
