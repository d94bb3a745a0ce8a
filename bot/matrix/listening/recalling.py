"""After an older copy of the database was put back: what we said since, as the rooms show it.

The homeserver tells from the copy's sync token on, our own messages among the others. What they
answer was handled by the life that is forgotten: it is not handled again.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import datetime, tzinfo

from bot.domain.dialogue.message import Text
from bot.domain.journal import OutboxRow
from bot.domain.plans.occurrence import decide
from bot.matrix.config import Words
from bot.matrix.content.reading import Raw, mapping
from bot.matrix.listening.entries import Arrival
from bot.matrix.listening.opening import Said
from bot.matrix.said.echoes import CAUSE, sign
from bot.storage import epoch, occurrences, outbox
from bot.storage.database import Database, Transaction
from bot.storage.epoch import Doubt
from bot.text.content import KEY

_SHOWN = 15


class Recalling:
    """Without a doubt it does nothing. Filled by the first batch, whose commit settles it."""

    def __init__(self, database: Database, words: Words, ours: str, zone: tzinfo) -> None:
        self._database = database
        self._words = words
        self.ours = ours
        self._zone = zone
        self._doubt: Doubt | None = None
        self._said: set[str] = set()
        self._forgotten: Counter[str] = Counter()

    async def load(self) -> None:
        """Look whether there is a doubt."""
        self._doubt = await self._database.read(epoch.doubt)

    @property
    def pending(self) -> bool:
        """Whether the rooms have still to be heard: nothing scheduled may be decided before."""
        return self._doubt is not None and not self._doubt.told

    def since(self, now: datetime) -> datetime | None:
        """Since when something that is to leave now may have been said already; None: never."""
        return self._doubt.since if self._doubt and now < self._doubt.until else None

    def hear(self, events: Iterable[Raw]) -> None:
        """Note which of these are ours; `sift` forgets what earlier batches held."""
        if self.pending:
            self._said |= {name for event in events for name in self._names(event)}

    def sift(self, arrivals: Sequence[Arrival]) -> list[Arrival]:
        """The arrivals, without the text of those that we answered."""
        if not self.pending:
            return list(arrivals)
        answered = [one for one in arrivals if one.message and self._answered(one.draft.event_id)]
        self._forgotten = Counter(one.draft.sender for one in answered)
        gone = {one.draft.event_id for one in answered}
        return [
            replace(one, message=None) if one.draft.event_id in gone else one for one in arrivals
        ]

    def unanswered(self, said: Said) -> Said:
        """What was said, without what we cannot read but answered when we could."""
        if not self.pending:
            return said
        waiting = [row for row in said.waiting if not self._answered(row.event_id)]
        return replace(said, waiting=waiting)

    def tell(self, tx: Transaction, now: datetime) -> tuple[OutboxRow, ...]:
        """Store that the office is told, once, and what was posted too long ago to be looked for."""
        if self._doubt is None or self._doubt.told:
            return ()
        for post in occurrences.due(tx, now):
            if decide(post, now).reason and self._posted(post.key):
                occurrences.enqueue(tx, post.key, now)
        epoch.settle(tx, self._doubt)
        words = self._words.office(f"restored-{self._doubt.name}", self._text(self._doubt))
        return outbox.add(tx, words, now)

    def settled(self) -> None:
        """The batch is durable."""
        if self._doubt is not None:
            self._doubt = replace(self._doubt, told=True)
            self._said.clear()

    def _text(self, doubt: Doubt) -> Text:
        people = tuple(
            Text("office-restored-person", user=user, count=count)
            for user, count in self._forgotten.most_common(_SHOWN)
        )
        return Text(
            "office-restored",
            since=doubt.since.astimezone(self._zone),
            people=people,
            count=len(people),
            more=len(self._forgotten) - len(people),
        )

    def _names(self, event: Raw) -> Iterator[str]:
        """What an event of ours is: its key and transaction id, in an encrypted room its signs."""
        content, unsigned = mapping(event.get("content")), mapping(event.get("unsigned"))
        names = (content.get(KEY), content.get(CAUSE), unsigned.get("transaction_id"))
        if event.get("sender") == self.ours:
            yield from (name for name in names if isinstance(name, str))

    def _answered(self, event_id: str) -> bool:
        starts = tuple(f"{kind}-{event_id}-" for kind in ("e", "p"))
        known = {f"r-{event_id}", sign(event_id)} & self._said
        return bool(known) or any(key.startswith(starts) for key in self._said)

    def _posted(self, occurrence: str) -> bool:
        start = f"p-{occurrence}-"
        return sign(occurrence) in self._said or any(key.startswith(start) for key in self._said)
