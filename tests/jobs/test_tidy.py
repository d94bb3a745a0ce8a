"""What nobody needs any more is forgotten, and nothing else."""

from datetime import timedelta
from functools import partial

from bot.storage import acts, inbox, outbox, questions
from tests.commands.conftest import PEOPLE, START, Talk

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
    talk.keeps = True
    await talk.say("!ansagen")
    talk.clock.now_is(START + MONTH)
    await talk.tick()
    assert [await known(talk, "$event1"), await contents(talk)] == [True, [True, True]]
    talk.clock.now_is(START + MONTH + MINUTE)
    await talk.tick()
    assert not await known(talk, "$event1")
    assert await contents(talk) == [False, True]  # the second answer was never sent


async def test_questions_and_acts_go_when_nobody_can_answer_or_undo_them_any_more(
    talk: Talk,
) -> None:
    await talk.say(
        "!tagung neu 9. Fachtagung | 8.12.2027 10:00 | Berlin", who="buero", room="office"
    )
    await talk.say("!sprache du")
    talk.clock.now_is(START + MONTH)
    await talk.tick()
    assert await remembered(talk) == (1, 1)
    talk.clock.now_is(START + MONTH + MINUTE)
    await talk.tick()
    assert await remembered(talk) == (1, 0)
    talk.clock.now_is(START + MONTH + timedelta(days=1, minutes=1))
    await talk.tick()
    assert await remembered(talk) == (0, 0)


async def remembered(talk: Talk) -> tuple[int, int]:
    """How many questions, and how many acts of anna's."""
    long_ago = START - MONTH
    asked = await talk.database.read(lambda tx: questions.recent(tx, long_ago))
    done = await talk.database.read(lambda tx: acts.latest(tx, PEOPLE["anna"], long_ago))
    return len(asked), int(done is not None)
