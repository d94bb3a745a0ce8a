"""Convening: meetings are entered, changed and cancelled; each act is shown before it counts."""

from dataclasses import replace
from datetime import datetime

from bot.domain.plans.draft import Act, Draft, Entry, Proposal, Target
from bot.domain.plans.meeting import Meeting
from bot.domain.plans.occurrence import Occurrence
from bot.domain.plans.planning import PlanRules, plan
from bot.domain.plans.proposing import ahead, meant, proposed
from bot.domain.plans.replanning import replan
from bot.storage import meetings, occurrences
from bot.storage.database import Database, Transaction


class Convening:
    """The meetings of all series; `series` is the one that goes without saying."""

    def __init__(self, database: Database, rules: PlanRules, series: str = "Fachtagung") -> None:
        self._database = database
        self._rules = rules
        self._series = series

    async def all(self) -> tuple[Meeting, ...]:
        """Every meeting that was ever confirmed, earliest first."""
        return await self._database.read(meetings.every)

    def every(self, tx: Transaction) -> tuple[Meeting, ...]:
        """The same, inside a transaction."""
        return meetings.every(tx)

    async def ahead(self, now: datetime) -> tuple[Meeting, ...]:
        """Meetings of today and later, earliest first; cancelled ones too."""
        return ahead(await self.all(), now)

    async def posts(self, meeting: Meeting) -> tuple[Occurrence, ...]:
        """All posts of a meeting, of all its versions, earliest first."""
        return await self._database.read(lambda tx: occurrences.of_meeting(tx, meeting.number))

    def enter(self, tx: Transaction, user_id: str, entry: Entry, now: datetime) -> Proposal:
        """What entering a meeting would do.

        Raises:
            MeetingExists, PastMoment: see there.
        """
        return self._propose(
            tx, Draft(user_id=user_id, act=Act.NEW, meeting=None, entry=entry, created_at=now)
        )

    def alter(
        self, tx: Transaction, user_id: str, target: Target, entry: Entry, now: datetime
    ) -> Proposal:
        """What a change would do.

        Raises:
            UnknownMeeting, WhichMeeting: which one is meant?
            MeetingCancelled, MeetingExists, PastMoment, NothingChanged: see there.
        """
        number = meant(target, meetings.every(tx), now).number
        return self._propose(
            tx, Draft(user_id=user_id, act=Act.CHANGE, meeting=number, entry=entry, created_at=now)
        )

    def cancel(self, tx: Transaction, user_id: str, target: Target, now: datetime) -> Proposal:
        """What cancelling would do.

        Raises:
            UnknownMeeting, WhichMeeting: which one is meant?
            MeetingCancelled, MeetingOver: see there.
        """
        number = meant(target, meetings.every(tx), now).number
        return self._propose(
            tx,
            Draft(user_id=user_id, act=Act.CANCEL, meeting=number, entry=Entry(), created_at=now),
        )

    @staticmethod
    def carry_out(tx: Transaction, proposal: Proposal, now: datetime) -> Proposal:
        """Let it count; the same with the number that a new meeting got."""
        if proposal.before is None:
            proposal = _numbered(proposal, meetings.add(tx, proposal.after))
        else:
            meetings.change(tx, proposal.after)
        _store(tx, proposal, now)
        return proposal

    def _propose(self, tx: Transaction, draft: Draft) -> Proposal:
        now = draft.created_at
        every = meetings.every(tx)
        before, after = proposed(draft, every, self._rules.zone, self._series, now)
        if before is None:
            posts = plan(after, self._rules, now)
            return Proposal(act=draft.act, before=None, after=after, plan=posts)
        old = occurrences.of_meeting(tx, before.number)
        new = replan(old, before, after, self._rules, now)
        return Proposal(
            act=draft.act,
            before=before,
            after=after,
            plan=new.add,
            dropped=tuple(post for post in old if post.key in new.cancel),
            reason=new.reason,
            news=new.news,
        )


def _numbered(proposal: Proposal, number: int) -> Proposal:
    return replace(
        proposal,
        after=replace(proposal.after, number=number),
        plan=tuple(replace(post, meeting=number) for post in proposal.plan),
    )


def _store(tx: Transaction, proposal: Proposal, now: datetime) -> None:
    """The posts that follow; a correction also says what an unsent one before it would have."""
    dropped = [post.key for post in proposal.dropped]
    occurrences.cancel(tx, dropped, proposal.reason, now)
    occurrences.add(tx, proposal.plan)
    if proposal.news and proposal.before:
        changes = proposal.before.changes(proposal.after) | occurrences.details(tx, dropped)
        occurrences.add(tx, [proposal.news], changes)
