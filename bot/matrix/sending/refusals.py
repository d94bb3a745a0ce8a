"""How long the homeserver asks us to wait before the next message, for the process after this one."""

from __future__ import annotations

import json
import logging
import math

from bot.matrix.door.patience import seconds
from bot.services.ports import Machine
from bot.storage import markers
from bot.storage.database import Database, DatabaseClosed, StorageFault

log = logging.getLogger(__name__)

_MARK = "asked-to-wait"
_WORTH_KEEPING = 2.0
"""Seconds; until another process sends something, shorter ones have passed."""


class Refusals:
    """Kept with both clocks of the machine: of those only the wall clock outlives its restart."""

    def __init__(self, database: Database, machine: Machine) -> None:
        self._database = database
        self._machine = machine
        self._until = -math.inf

    async def keep(self, span: float) -> None:
        """Store that we wait so many seconds from now, unless that is short or known.

        If it cannot be stored, all that it costs the next process is a refusal of its own.
        """
        until = seconds() + span
        if span < _WORTH_KEEPING or until <= self._until:
            return
        self._until = until
        kept = json.dumps([span, *self._clocks()])
        try:
            await self._database.write(lambda tx: markers.put(tx, _MARK, kept))
        except (StorageFault, DatabaseClosed) as fault:
            log.warning("cannot note that we are to wait for %.0f s: %s", span, fault)

    async def left(self) -> float:
        """Seconds that an earlier process would still have to wait, never more than it was asked."""
        kept = await self._database.read(lambda tx: markers.get(tx, _MARK))
        if kept is None:
            return 0.0
        (span, *then), now = json.loads(kept), self._clocks()
        passed = [after - before for before, after in zip(then, now, strict=True)]
        # A clock that was set back, or runs anew, does not tell.
        told = next((one for one in passed if one >= 0), math.inf)
        return max(0.0, float(span) - told)

    def _clocks(self) -> tuple[float, float]:
        """What nobody sets comes first; seconds."""
        return self._machine.boot().total_seconds(), self._machine.now().timestamp()
