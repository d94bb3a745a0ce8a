"""Makes a backup a day, and tells the office when that does not work."""

from datetime import timedelta

from bot.dispatch.job import Due, Moment, Outcome, Schedule
from bot.domain.dialogue.message import Post, Text
from bot.domain.dialogue.signals import BackupDue
from bot.storage.database import Transaction

schedule = Schedule()


@schedule.every(timedelta(hours=1))
def backup(moment: Moment, tx: Transaction) -> Outcome:  # noqa: ARG001 -- it is made outside of it
    """Ask for one where this day has none; after a failure again, and a word to the office."""
    keeping = moment.services.safekeeping
    due: tuple[Due, ...] = ()
    if keeping.trouble:
        said = Text("office-backup-failed", reason=keeping.trouble)
        office = moment.services.hosting.office_targets()
        posts = tuple(Post(to=target, name=target, blocks=(said,)) for target in office)
        due = (Due(cause=f"backup-failed/{moment.now.date()}", posts=posts),)
    wanted = keeping.due(moment.now)
    return Outcome(due=due, signals=(BackupDue(moment.now),) if wanted else ())
