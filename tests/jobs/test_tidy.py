"""What nobody needs any more is forgotten, and nothing else."""

from datetime import UTC, datetime, timedelta
from functools import partial

from bot.storage import inbox, outbox
from tests.commands.conftest import START, Talk

MONTH = timedelta(days=30)
MINUTE = timedelta(minutes=1)


async def known(talk: Talk, event_id: str) -> bool:
    return await talk.database.read(lambda tx: inbox.was_command(tx, event_id))


async def contents(talk: Talk) -> list[bool]:
    """Whether each answer still has its content."""
    found = [
        row
        for cause in ("$event1", "$event2")
        for row in await talk.database.read(partial(outbox.by_cause, cause=cause))
    ]
    return [bool(row.content) for row in found]


async def test_after_thirty_days_texts_go_and_what_waits_stays(talk: Talk) -> None:
    await talk.say("!tagung")
    await talk.deliver()
    await talk.say("!ansagen")
    talk.clock.now_is(START + MONTH)
    await talk.tick()
    assert [await known(talk, "$event1"), await contents(talk)] == [True, [True, True]]
    talk.clock.now_is(START + MONTH + MINUTE)
    await talk.tick()
    assert not await known(talk, "$event1")
    assert await contents(talk) == [False, True]  # the second answer was never sent


async def test_a_draft_can_be_confirmed_for_a_week(talk: Talk) -> None:
    for wait, answer in ((timedelta(days=7), "eingetragen"), (timedelta(days=8), "kein Entwurf")):
        ordinal = wait.days
        draft = f"!tagung neu {ordinal}. Fachtagung | 8.12.2027 10:00 | Berlin"
        await talk.say(draft, who="buero", room="office")
        talk.clock.now_is(talk.clock.now() + wait)
        await talk.tick()
        assert answer in await talk.say("!tagung bestätigen", who="buero", room="office")
    assert talk.clock.now() == datetime(2026, 12, 8, 9, 0, tzinfo=UTC)
