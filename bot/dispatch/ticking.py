"""Runs a job and stores what it found due in the transaction that decided it."""

from collections.abc import Mapping
from datetime import datetime

from bot.dispatch.dispatcher import Listener, tell
from bot.dispatch.job import Job, Moment, Outcome
from bot.dispatch.saying.wording import Wording
from bot.domain.dialogue.signals import Signal
from bot.domain.journal import OutboxRow, Outgoing, Priority
from bot.services import Services
from bot.services.ports import Carrier, Clock
from bot.storage import outbox, stale
from bot.storage.database import Database, Transaction


class Ticking:
    """The clock's counterpart of the dispatcher."""

    def __init__(
        self,
        database: Database,
        services: Services,
        wording: Wording,
        carrier: Carrier,
        clock: Clock,
        listeners: Mapping[type[Signal], Listener],
    ) -> None:
        self._database = database
        self._services = services
        self._wording = wording
        self._carrier = carrier
        self._clock = clock
        self._listeners = listeners

    async def run(self, job: Job) -> datetime | None:
        """Run the job once, now; when it wants to run again, if it says so."""
        moment = Moment(services=self._services, now=self._clock.now())

        def work(tx: Transaction) -> tuple[Outcome, tuple[OutboxRow, ...]]:
            outcome = job.run(moment, tx)
            words: list[Outgoing] = []
            for due in outcome.due:
                words += self._wording.posts(due.posts, due.cause, Priority.ANNOUNCEMENT)
            if not words:
                return outcome, ()
            again = stale.reword(tx, words, moment.now)
            return outcome, (*again, *outbox.add(tx, words, moment.now))

        outcome, rows = await self._database.write(work)
        self._carrier.carry(rows)
        for signal in outcome.signals:
            await tell(self._listeners, signal)
        return outcome.again
