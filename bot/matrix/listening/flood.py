"""Keeps floods out of the inbox: what is over the limit is not stored, and its sender is told."""

from __future__ import annotations

import logging
from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass
from datetime import datetime

from bot.domain.dialogue.message import Message, MessageKind, Text
from bot.domain.flooding import Asked, Flooding, Limits, Refused, Trial, Whose
from bot.domain.journal import OutboxRow, Outgoing
from bot.matrix.config import Words
from bot.matrix.listening.entries import Arrival
from bot.storage import heard, outbox
from bot.storage.database import Transaction

log = logging.getLogger(__name__)

TOO_MANY = "too-many"
_WIDE = (Whose.SERVER, Whose.EVERYONE)


@dataclass(frozen=True, slots=True)
class Passed:
    """All arrivals, the refused ones without text; `trial` is to be kept once that is stored."""

    arrivals: list[Arrival]
    posts: tuple[OutboxRow, ...]
    trial: Trial


class Floodgate:
    """Decides inside the transaction that stores, so that nothing counts that is not stored."""

    def __init__(self, limits: Limits, answers: Callable[[Message], bool], words: Words) -> None:
        """`answers` says whether a message answers a question of ours."""
        self._flooding = Flooding(limits)
        self._answers = answers
        self._words = words

    def asked(
        self, arrivals: Sequence[Arrival], known_until: datetime, now: datetime
    ) -> list[Asked | None]:
        """What each wants of us, None for what may always come.

        `known_until` is when we listened last.
        After an absence what was said over hours comes at once, and is no flood: what counts is
        when it was sent. The sender's server says so, but can stretch no more than the time that
        did pass.
        """
        start, wants = min(known_until, now), list[Asked | None]()
        for arrival in arrivals:
            message = arrival.message
            if message is None or message.kind is MessageKind.WITHDRAWAL:
                wants.append(None)
                continue
            at = min(max(start, message.sent_at), now)
            answers = self._answers(message)
            wants.append(Asked(message.sender, message.room_id, at, answers))
        return wants

    def let_in(
        self,
        tx: Transaction,
        arrivals: Sequence[Arrival],
        wants: Sequence[Asked | None],
        now: datetime,
    ) -> Passed:
        """As many as the limits allow."""
        refused, trial = self._tried(arrivals, wants, frozenset())
        if refused:
            # After a refused token the homeserver tells old events anew: those ask for nothing.
            stored = heard.known(tx, [arrival.draft.event_id for arrival in arrivals])
            refused, trial = self._tried(arrivals, wants, stored)
        passed = [
            arrival.refused(TOO_MANY) if place in refused else arrival
            for place, arrival in enumerate(arrivals)
        ]
        words: list[Outgoing] = []
        for place, how in refused.items():
            words += self._said(arrivals[place].message, how, now)
        return Passed(passed, outbox.add(tx, words, now), trial)

    def _tried(
        self,
        arrivals: Sequence[Arrival],
        wants: Sequence[Asked | None],
        stored: Collection[str],
    ) -> tuple[dict[int, Refused], Trial]:
        """The refused ones by their place.

        They come room by room, but count in the order in which they were sent: else what was
        said in one room until now would leave no time for what was said in the next one.
        """
        trial, refused = self._flooding.trial(), dict[int, Refused]()
        placed = ((place, want) for place, want in enumerate(wants) if want is not None)
        for place, want in sorted(placed, key=lambda one: one[1].at):
            if arrivals[place].draft.event_id in stored:
                continue
            if how := trial.refuse(want):
                refused[place] = how
        return refused, trial

    def _said(self, message: Message | None, refused: Refused, now: datetime) -> list[Outgoing]:
        if message is None or not refused.told:
            return []
        server = message.sender.partition(":")[2]
        log.warning("over the limit whose=%s event=%s", refused.whose, message.event_id)
        said = [self._words.aside(message, Text("flood-told", whose=refused.whose))]
        if refused.whose in _WIDE:
            text = Text("office-flood", whose=refused.whose, server=server)
            of = server if refused.whose is Whose.SERVER else ""
            said += self._words.office(f"flood-{of}-{now.date()}", text)
        return said
