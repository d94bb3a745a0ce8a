"""Forgets, once a day, what nobody needs any more: the less is kept, the less can leak."""

from datetime import timedelta

from bot.dispatch.job import Moment, Outcome, Schedule
from bot.storage import acts, inbox, outbox, questions, upkeep
from bot.storage.database import Transaction

schedule = Schedule()
_KEPT = timedelta(days=30)


@schedule.every(timedelta(days=1))
def tidy(moment: Moment, tx: Transaction) -> Outcome:
    """Old inbox rows, the content of old posts, questions and acts that are over."""
    inbox.forget(tx, moment.now - _KEPT)
    outbox.forget_content(tx, moment.now - _KEPT)
    questions.forget(tx, moment.now - _KEPT)
    acts.forget(tx, moment.now - _KEPT)
    upkeep.optimise(tx)
    return Outcome()
