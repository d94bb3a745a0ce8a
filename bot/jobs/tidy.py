"""Forgets, once a day, what nobody needs any more: the less is kept, the less can leak."""

from datetime import timedelta

from bot.dispatch.job import Moment, Outcome, Schedule
from bot.storage import inbox, meetings, outbox
from bot.storage.database import Transaction

schedule = Schedule()
_KEPT = timedelta(days=30)
_DRAFTS_KEPT = timedelta(days=7)


@schedule.every(timedelta(days=1))
def tidy(moment: Moment, tx: Transaction) -> Outcome:
    """Old inbox rows, the content of old posts, and drafts that nobody confirmed."""
    inbox.forget(tx, moment.now - _KEPT)
    outbox.forget_content(tx, moment.now - _KEPT)
    meetings.forget_drafts(tx, moment.now - _DRAFTS_KEPT)
    return Outcome()
