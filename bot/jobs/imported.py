"""Notices files that the command line imported while the bot was running."""

from datetime import timedelta

from bot.dispatch.job import Moment, Outcome, Schedule
from bot.domain.dialogue.signals import NetworksImported
from bot.services.directory import imports
from bot.storage.database import Transaction

schedule = Schedule()


@schedule.every(timedelta(seconds=30))
def imported(moment: Moment, tx: Transaction) -> Outcome:
    """Look for a mark that is not the one of the last reading."""
    fresh = imports(tx) != moment.services.directory.imports
    return Outcome(signals=(NetworksImported(),) if fresh else ())
