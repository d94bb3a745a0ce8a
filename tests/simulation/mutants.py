"""Deliberate defects, each of which breaks a promise: a judge that lets one pass is void."""

from __future__ import annotations

import contextlib
import random
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from types import SimpleNamespace
from typing import Any
from unittest.mock import patch
from zoneinfo import ZoneInfo

from bot.dispatch import settling, ticking
from bot.dispatch.dispatcher import Dispatcher
from bot.domain.clock import ClockVerdict
from bot.domain.journal import InboxKind, OutboxRow
from bot.domain.plans import announcement as announcements
from bot.domain.plans import occurrence as occurrences_of
from bot.jobs import announce
from bot.matrix.content import effects, reading
from bot.matrix.content.reading import Draft
from bot.matrix.door import errors, patience
from bot.matrix.listening import opening, sync
from bot.matrix.listening.gaps import Gap, Gaps
from bot.matrix.listening.intake import Intake
from bot.matrix.rooms import upgrades
from bot.matrix.said.trail import Trail
from bot.matrix.sending.delivery import Delivery
from bot.matrix.sending.lanes import Lane
from bot.matrix.sending.marks import Marks
from bot.matrix.sending.outbound import Outbound
from bot.matrix.sending.refusals import Refusals
from bot.services.reporting import Reporting
from bot.services.timing import Timing
from bot.storage import markers, occurrences, outbox
from tests.simulation.scenes import A_DAY_LATER, AT_ONCE, ELSEWHERE, Comeback

Patch = Callable[[], AbstractContextManager[object]]


@dataclass(frozen=True, slots=True)
class Mutant:
    """A defect, and the scene in which it must come to light at the latest."""

    name: str
    planted: Patch
    scene: str
    comeback: Comeback = AT_ONCE
    killed: bool = True
    """Whether it takes a death to see it."""


def _random_transaction() -> AbstractContextManager[object]:
    return patch.object(effects, "transaction_id", lambda _: f"{random.random()}")


@contextmanager
def _token_before_effects() -> Iterator[None]:
    store = Intake.store

    async def early(self: Intake, batch: Any, *more: Any) -> Any:
        await self._database.write(lambda tx: markers.put(tx, markers.SYNC_TOKEN, batch.token))
        return await store(self, batch, *more)

    with patch.object(Intake, "store", early):
        yield


def _no_back_fill() -> AbstractContextManager[object]:
    async def fill(_: Gaps, news: Any, *more: Any) -> Gap:
        return Gap(news)

    return patch.object(Gaps, "fill", fill)


def _not_resumed() -> AbstractContextManager[object]:
    async def resume(_: Dispatcher) -> None:
        pass

    return patch.object(Dispatcher, "resume", resume)


def _forgotten_position() -> AbstractContextManager[object]:
    def position(tx: Any) -> tuple[str | None, datetime | None]:
        return markers.get(tx, markers.SYNC_TOKEN), None

    return patch.object(sync, "_position", position)


def _no_look_into_the_room() -> AbstractContextManager[object]:
    return patch.object(Delivery, "_doubtful", lambda *_: False)


def _device_ignored() -> AbstractContextManager[object]:
    def doubtful(self: Delivery, load: Any) -> bool:
        return load.since is not None and self._now() - load.since > timedelta(minutes=20)

    return patch.object(Delivery, "_doubtful", doubtful)


@contextmanager
def _patience_ignored() -> Iterator[None]:
    with patch.object(errors, "_pause", lambda *_: 0.0):
        yield


def _forgotten_patience() -> AbstractContextManager[object]:
    async def left(_: Refusals) -> float:
        return 0.0

    return patch.object(Refusals, "left", left)


def _keeping(kept: list[Any]) -> Callable[..., tuple[()]]:
    """What stands in for `outbox.add` while the rows are held back."""

    def add(_: Any, rows: Any, now: Any, **__: Any) -> tuple[()]:
        kept.append((rows, now))
        return ()

    return add


@contextmanager
def _answer_in_a_second_transaction() -> Iterator[None]:
    """What the command did is durable before its answer is."""
    write = settling.Settling._write

    async def twice(self: Any, row: Any, turn: Any, state: Any) -> Any:
        kept: list[Any] = []
        later = SimpleNamespace(add=_keeping(kept), by_key=outbox.by_key)
        with patch.object(settling, "outbox", later):
            signals = await write(self, row, turn, state)
        for rows, now in kept:
            stored = await self._database.write(
                lambda tx, rows=rows, now=now: outbox.add(tx, rows, now)
            )
            self._carrier.carry(stored)
        return signals

    # The outer patch also takes away what side by side left behind.
    with (
        patch.object(settling, "outbox", outbox),
        patch.object(settling.Settling, "_write", twice),
    ):
        yield


@contextmanager
def _post_in_a_second_transaction() -> Iterator[None]:
    """What is due is marked before its posts are stored."""
    run = ticking.Ticking.run

    async def twice(self: Any, job: Any) -> Any:
        kept: list[Any] = []
        later = SimpleNamespace(add=_keeping(kept))
        with patch.object(ticking, "outbox", later):
            again = await run(self, job)
        for rows, now in kept:
            stored = await self._database.write(
                lambda tx, rows=rows, now=now: outbox.add(tx, rows, now)
            )
            self._carrier.carry(stored)
        return again

    with patch.object(ticking, "outbox", outbox), patch.object(ticking.Ticking, "run", twice):
        yield


def _sent_before_it_is_noted() -> AbstractContextManager[object]:
    """The request leaves before it is durable that it may have."""

    async def sending(self: Marks, row: int, device: str) -> None:
        pass

    return patch.object(Marks, "sending", sending)


def _edit_is_a_command() -> AbstractContextManager[object]:
    """What was edited is done as well as what stood there before."""

    def read(*given: Any) -> Draft | None:
        draft = reading.read(*given)
        if draft is None or draft.message is None or draft.message.replaces is None:
            return draft
        message = replace(draft.message, replaces=None)
        return replace(draft, kind=InboxKind.COMMAND, target=None, message=message)

    return patch.object(opening, "read", read)


def _wrong_fold() -> AbstractContextManager[object]:
    def second(local: datetime, zone: str) -> datetime:
        return local.replace(tzinfo=ZoneInfo(zone), fold=1).astimezone(UTC)

    stack = contextlib.ExitStack()
    for module in (announcements, occurrences_of):
        stack.enter_context(patch.object(module, "to_utc", second))
    return stack


def _clock_believed() -> AbstractContextManager[object]:
    return patch.object(Timing, "check", lambda *_: ClockVerdict.OK)


def _key_of_the_attempt() -> AbstractContextManager[object]:
    """A post is named after the moment at which it was looked at, and not marked."""
    due = announce._due
    stack = contextlib.ExitStack()
    stack.enter_context(
        patch.object(
            announce,
            "_due",
            lambda posting, now: replace(due(posting, now), cause=now.isoformat()),
        )
    )
    stack.enter_context(patch.object(occurrences, "enqueue", lambda *_: None))
    return stack


def _no_pause() -> AbstractContextManager[object]:
    return patch.object(patience.Backoff, "next", lambda *_: 0.05)


def _failure_taken_for_success() -> AbstractContextManager[object]:
    async def failed(self: Outbound, lane: Lane, fault: Any) -> None:
        self._arrived(lane, "$nowhere", 0.0)

    return patch.object(Outbound, "_failed", failed)


def _deaf_to_itself() -> AbstractContextManager[object]:
    """That the room shows what was sent teaches nothing."""
    return patch.object(Trail, "find", lambda *_: None)


def _stale_sent() -> AbstractContextManager[object]:
    """What waits is not looked at again."""
    return patch.object(OutboxRow, "is_stale", lambda *_: False)


def _decided_unseen() -> AbstractContextManager[object]:
    """What may have arrived is decided anew without a look."""

    async def look(*_: object) -> None:
        return None

    return patch.object(Delivery, "_look", look)


def _stopped_in_words_only() -> AbstractContextManager[object]:
    return patch.object(occurrences, "stop", lambda *_: None)


def _room_not_followed() -> AbstractContextManager[object]:
    return patch.object(upgrades, "_move", lambda *_: None)


def _undone_in_words_only() -> AbstractContextManager[object]:
    def forget(self: Reporting, tx: Any, person: Any, number: int) -> Any:
        return self.writable(tx, person, number)

    return patch.object(Reporting, "forget", forget)


MUTANTS = (
    Mutant("random transaction id", _random_transaction, "action"),
    Mutant("token stored before effects", _token_before_effects, "query"),
    Mutant("no back-fill of gaps", _no_back_fill, "gap", killed=False),
    Mutant("inbox not taken up again", _not_resumed, "query"),
    Mutant("position forgotten at start", _forgotten_position, "query"),
    Mutant("no look into the room", _no_look_into_the_room, "query", A_DAY_LATER),
    Mutant("change of device ignored", _device_ignored, "query", ELSEWHERE),
    Mutant("retry_after ignored", _patience_ignored, "limit", killed=False),
    Mutant("patience forgotten at start", _forgotten_patience, "limit"),
    Mutant("answer in a second transaction", _answer_in_a_second_transaction, "action"),
    Mutant("post in a second transaction", _post_in_a_second_transaction, "announcement"),
    Mutant("sent before it is noted", _sent_before_it_is_noted, "announcement", A_DAY_LATER),
    Mutant("stale post sent", _stale_sent, "announcement", A_DAY_LATER),
    Mutant("stale post decided unseen", _decided_unseen, "announcement", A_DAY_LATER),
    Mutant("edit executed as a command", _edit_is_a_command, "slip", killed=False),
    Mutant("wrong fold", _wrong_fold, "fold", killed=False),
    Mutant("clock believed", _clock_believed, "jump", killed=False),
    Mutant("key of the attempt", _key_of_the_attempt, "announcement", killed=False),
    Mutant("no pause after a failure", _no_pause, "outage", killed=False),
    Mutant("own messages not heard", _deaf_to_itself, "unheard", killed=False),
    Mutant("stopped in words only", _stopped_in_words_only, "stop", killed=False),
    Mutant("replaced room not followed", _room_not_followed, "upgrade", killed=False),
    Mutant("undone in words only", _undone_in_words_only, "undo", killed=False),
    Mutant("failure taken for success", _failure_taken_for_success, "outage", killed=False),
)
