"""Tells the way of a message or of a scheduled post, from its coming to what went out."""

from datetime import datetime

from bot.dispatch.declaring.context import Context
from bot.domain.dialogue.inline import Mention
from bot.domain.dialogue.message import Block, Items, Text
from bot.domain.journal import InboxState, OutboxRow, OutboxState
from bot.domain.plans.occurrence import Occurrence, OccurrenceState
from bot.domain.plans.telling import because
from bot.domain.plans.trace import Came, Trace

_SHOWN = 15
_FIRST = (OutboxState.DEAD, OutboxState.SENDING, OutboxState.NEW, OutboxState.SENT)


def way(ctx: Context, trace: Trace) -> tuple[Block, ...]:
    """One sentence for each step; what could not be sent stands first."""
    blocks: list[Block] = []
    if trace.came:
        blocks += _came(ctx, trace.came)
    if trace.promise:
        post = trace.promise.post
        blocks += [*because(trace.promise, ctx.local), _decided(ctx, post, trace.decided_at)]
    return (*blocks, *_followed(ctx, trace.rows))


def _came(ctx: Context, came: Came) -> list[Text]:
    """When, from whom, where; and what was made of it."""
    at, room = came.received_at.astimezone(ctx.local), _name(ctx, came.room_id)
    if came.sender is None:
        return [
            Text("warum-came-only", at=at, room=room),
            Text("warum-not-heard", why=came.outcome or "none"),
        ]
    said = Text("warum-came", kind=came.kind, at=at, room=room, by=Mention(came.sender))
    if came.state is InboxState.NEW or came.finished_at is None:
        return [said, Text("warum-waits")]
    finished = came.finished_at.astimezone(ctx.local)
    outcome = came.outcome or "?"
    return [said, Text("warum-became", state=came.state, at=finished, outcome=outcome)]


def _decided(ctx: Context, post: Occurrence, decided_at: datetime | None) -> Text:
    """When it was due, and what was made of it."""
    due = post.due_utc.astimezone(ctx.local)
    if post.state is OccurrenceState.PLANNED or decided_at is None:
        reason = Text("warum-reason", reason=post.reason or "none")
        return Text("warum-undecided", due=due, key=post.key, reason=reason)
    return Text(
        "warum-decided",
        state=post.state,
        due=due,
        at=decided_at.astimezone(ctx.local),
        key=post.key,
        reason=Text("warum-reason", reason=post.reason or "none"),
    )


def _followed(ctx: Context, rows: tuple[OutboxRow, ...]) -> list[Block]:
    """What went out because of it, the troubled ones first."""
    if not rows:
        return [Text("warum-nothing-followed")]
    ordered = sorted(rows, key=lambda row: (_FIRST.index(row.state), row.seq))
    blocks: list[Block] = [
        Text("warum-followed", count=len(rows)),
        Items(tuple(_row(ctx, row) for row in ordered[:_SHOWN])),
    ]
    if len(rows) > _SHOWN:
        blocks.append(Text("warum-more", count=len(rows) - _SHOWN))
    return blocks


def _row(ctx: Context, row: OutboxRow) -> Text:
    return Text(
        "warum-row",
        effect=Text("warum-effect", effect=row.effect),
        target=_name(ctx, row.target),
        attempts=row.attempts,
        state=Text("warum-state", state=row.state, id=row.event_id or "?", reason=row.reason or ""),
    )


def _name(ctx: Context, target: str) -> str:
    """A room by its name and id, a person by their id."""
    room = ctx.services.hosting.room(target)
    return f"{room.name} ({target})" if room and room.name and target.startswith("!") else target
