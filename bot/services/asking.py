"""Asking: the questions that wait for an answer, held in memory because every message may be one."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from datetime import datetime, timedelta

from bot.domain.dialogue.message import Message
from bot.domain.dialogue.question import WAITING, Question
from bot.storage import heard, questions
from bot.storage.database import Database

_MOST = 20_000
_REMEMBERED = timedelta(days=2)
"""So long after its time a late answer is still recognised as one."""


class Asking:
    """Questions by the key of their message, and by the place where they were put."""

    def __init__(self, database: Database) -> None:
        self._database = database
        self._by_key: dict[str, Question] = {}
        self._by_target: defaultdict[str, dict[int, Question]] = defaultdict(dict)

    async def refresh(self, now: datetime) -> None:
        """Read them anew; what was noted meanwhile may be newer."""
        found = await self._database.read(lambda tx: questions.recent(tx, now - _REMEMBERED))
        for question in found:
            known = self._by_key.get(question.key)
            if known is None or known.state in WAITING:
                self.note(question)

    def note(self, question: Question) -> None:
        """A question was put, or changed its state."""
        self._by_key[question.key] = question
        self._by_target[question.target][question.number] = question
        if len(self._by_key) > _MOST:
            self._let_go()

    def _let_go(self) -> None:
        """Forget the older half of what is over; a late answer to those gets none."""
        over = [one for one in self._by_key.values() if one.state not in WAITING]
        for question in over[: max(1, len(over) // 2)]:
            del self._by_key[question.key]
            del self._by_target[question.target][question.number]

    def of(self, message: Message) -> Question | None:
        """The question that a message replies or reacts to, whatever its state."""
        return self._by_key.get(message.answers or "")

    def next(self, event_id: str) -> Question | None:
        """The question that our answer to that event was."""
        return self._by_key.get(f"r-{event_id}")

    def here(self, message: Message) -> Iterator[Question]:
        """The questions put in that room and thread, the newest first."""
        places = (message.room_id, message.sender) if message.direct else (message.room_id,)
        found = [q for place in places for q in self._by_target.get(place, {}).values()]
        for question in sorted(found, key=lambda one: one.number, reverse=True):
            if question.target == message.sender or question.thread == message.thread:
                yield question

    async def lately(self, room_id: str, outcomes: Sequence[str], since: datetime) -> bool:
        """Whether something in that room had one of these outcomes since then."""
        return await self._database.read(lambda tx: heard.lately(tx, room_id, outcomes, since))
