"""Each promise is stored once and decided once."""

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from functools import partial

from bot.domain.journal import Outgoing
from bot.domain.plans.meeting import Detail
from bot.domain.plans.occurrence import Occurrence, OccurrenceState, Reason, StepName
from bot.storage import occurrences, outbox
from bot.storage.database import Database, Transaction

NOW = datetime(2026, 11, 23, 9, 0, tzinfo=UTC)
HOUR = timedelta(hours=1)


def post(key: str, due: datetime = NOW, announcement: int | None = None) -> Occurrence:
    return Occurrence(
        key=key,
        step=StepName.LAST_CALL,
        due_local=datetime(2026, 11, 23, 10, 0),  # noqa: DTZ001 -- a wall clock
        zone="Europe/Berlin",
        due_utc=due,
        not_after=due + 24 * HOUR,
        late_limit=12 * HOUR,
        meeting=None if announcement else 1,
        announcement=announcement,
    )


async def store(database: Database, *posts: Occurrence) -> None:
    await database.write(lambda tx: occurrences.add(tx, posts))


async def states(database: Database, *keys: str) -> list[OccurrenceState | None]:
    found = [await database.read(partial(occurrences.get, key=key)) for key in keys]
    return [one.state if one else None for one in found]


async def test_a_key_that_was_promised_before_stays_as_it_is(database: Database) -> None:
    await store(database, post("a"))
    await database.write(lambda tx: occurrences.enqueue(tx, "a", NOW))
    await store(database, post("a", NOW + HOUR), post("b"))
    assert await states(database, "a", "b", "c") == ["enqueued", "planned", None]


async def test_due_is_what_is_planned_until_now_earliest_first(database: Database) -> None:
    late, now, later = post("late", NOW - HOUR), post("now"), post("later", NOW + HOUR)
    await store(database, later, now, late)
    assert await database.read(lambda tx: occurrences.due(tx, NOW)) == (late, now)
    assert await database.read(occurrences.planned) == (late, now, later)
    assert await database.read(lambda tx: occurrences.next_due(tx, NOW)) == later.due_utc
    assert await database.read(lambda tx: occurrences.next_due(tx, NOW + HOUR)) is None


async def test_what_is_decided_is_never_decided_again(database: Database) -> None:
    decisions: tuple[Callable[[Transaction], None], ...] = (
        lambda tx: occurrences.enqueue(tx, "a", NOW),
        lambda tx: occurrences.skip(tx, "a", Reason.TOO_LATE, NOW),
        lambda tx: occurrences.cancel(tx, ["a"], Reason.REPLANNED, NOW),
    )
    await store(database, post("a"))
    for decide in decisions:
        await database.write(decide)
    assert await states(database, "a") == [OccurrenceState.ENQUEUED]
    assert await database.read(lambda tx: occurrences.due(tx, NOW)) == ()


async def test_stopping_cancels_what_one_announcement_had_to_say(database: Database) -> None:
    await store(database, post("a", announcement=1), post("b", announcement=2))
    await database.write(lambda tx: occurrences.stop(tx, 1, NOW))
    assert await states(database, "a", "b") == ["cancelled", "planned"]


async def test_the_next_post_is_one_of_the_same_meeting_or_announcement(
    database: Database,
) -> None:
    this, that = post("this"), post("that", NOW + 2 * HOUR)
    await store(database, this, that, post("other", NOW + HOUR, announcement=1))
    assert await database.read(lambda tx: occurrences.next_of(tx, this)) == that
    assert await database.read(lambda tx: occurrences.newest_due(tx, 1)) == NOW + HOUR
    assert await database.read(lambda tx: occurrences.newest_due(tx, 2)) is None


async def test_only_what_is_planned_moves(database: Database) -> None:
    await store(database, post("a"), post("b"))
    await database.write(lambda tx: occurrences.enqueue(tx, "a", NOW))
    moved = [replace(post(key), due_utc=NOW + HOUR) for key in ("a", "b")]
    await database.write(lambda tx: occurrences.move(tx, moved))
    found = await database.read(lambda tx: occurrences.of_meeting(tx, 1))
    assert [(one.key, one.due_utc) for one in found] == [("a", NOW), ("b", NOW + HOUR)]


async def test_a_correction_remembers_what_it_corrects(database: Database) -> None:
    await database.write(lambda tx: occurrences.add(tx, [post("a")], {Detail.PLACE}))
    await database.write(lambda tx: occurrences.add(tx, [post("b")], {Detail.MOTTO}))
    both = await database.read(lambda tx: occurrences.details(tx, ["a", "b", "c"]))
    assert both == {Detail.PLACE, Detail.MOTTO}


async def test_who_heard_are_the_targets_of_all_posts_but_those_that_never_left(
    database: Database,
) -> None:
    sent = [
        Outgoing(key=f"{cause}-{room}", target=room, cause=cause, content={})
        for cause, room in (("a", "!1:x"), ("a", "!2:x"), ("b", "!1:x"), ("c", "!3:x"))
    ]
    rows = await database.write(lambda tx: outbox.add(tx, sent, NOW))
    await database.write(lambda tx: outbox.mark_dead(tx, rows[1].seq, "forbidden", NOW))
    assert await database.read(lambda tx: occurrences.heard_by(tx, ["a", "b"])) == ("!1:x",)
