"""Slow and broken handlers: their sender is told with a reference, and their room goes on."""

import asyncio
from dataclasses import replace

from bot.dispatch.declaring.command import nothing
from bot.dispatch.declaring.context import Context
from bot.dispatch.hearing.handling import Rules
from bot.domain.dialogue.message import Message, Reply
from bot.domain.dialogue.people import Role
from bot.domain.journal import InboxKind, Incoming
from bot.storage import inbox
from bot.storage.database import Transaction
from tests.commands.conftest import Talk


def _extended(talk: Talk) -> Talk:
    """A talk whose router knows three bad commands."""
    router = talk.core.handling.router

    @router.query("kaputt", alias="broken", args=nothing, permission=Role.GUEST)
    async def broken(ctx: Context, _: None) -> Reply:
        raise ZeroDivisionError("secret words")

    @router.query("endlos", alias="endless", args=nothing, permission=Role.GUEST)
    async def endless(ctx: Context, _: None) -> Reply:
        await asyncio.Event().wait()
        return Reply()

    @router.action("halb", alias="half", args=nothing, permission=Role.GUEST)
    def half(ctx: Context, tx: Transaction, _: None) -> Reply:
        ctx.services.hosting.speak(tx, ctx.message.room_id, "en")
        raise ZeroDivisionError

    talk.core.handling.rules = replace(Rules(), patience=0.05)
    return talk


async def test_a_broken_command_is_answered_with_a_reference_and_not_with_its_fault(
    talk: Talk,
) -> None:
    answer = await _extended(talk).say("!kaputt")
    assert "Nummer" in answer
    assert "secret" not in answer


async def test_an_endless_command_is_broken_off_and_its_room_goes_on(talk: Talk) -> None:
    answers = [await _extended(talk).say("!endlos"), await talk.say("!tagung")]
    assert "zu lange gedauert" in answers[0]
    assert answers[1]


async def test_a_failing_act_leaves_nothing_half_done(talk: Talk) -> None:
    await _extended(talk).say("!halb")
    await talk.core.services.hosting.refresh()
    assert talk.core.services.hosting.language("!community:demo") == "de"
    assert await talk.database.read(inbox.unfinished) == ()


async def test_a_command_that_waits_is_handled_as_its_sender_edited_it(talk: Talk) -> None:
    room, sender = "!community:demo", "@anna:demo"
    started, go_on = asyncio.Event(), asyncio.Event()

    @talk.core.handling.router.query("langsam", alias="slow", args=nothing, permission=Role.GUEST)
    async def slow(ctx: Context, _: None) -> Reply:
        started.set()
        await go_on.wait()
        return Reply()

    def command(number: int, text: str) -> Incoming:
        message = Message(
            event_id=f"$m{number}", room_id=room, sender=sender, text=text, sent_at=talk.clock.now()
        )
        kind = InboxKind.COMMAND
        return Incoming(event_id=f"$m{number}", room_id=room, kind=kind, message=message)

    given = [command(1, "!langsam"), command(2, "!hifle"), command(3, "!pate Pflege")]
    rows = await talk.database.write(lambda tx: inbox.add(tx, given, talk.clock.now()))
    talk.core.dispatcher.take(rows)
    await started.wait()
    await talk.database.write(lambda tx: inbox.replace_text(tx, "$m2", "!tagung"))
    await talk.database.write(lambda tx: inbox.cancel(tx, "$m3", talk.clock.now()))
    go_on.set()
    await talk.core.dispatcher.drain(20)
    answers = {row.key: str(row.content["body"]) for row in talk.out.rows}
    assert list(answers) == ["r-$m2"]
    assert "Jahrestreffen" in answers["r-$m2"]
