"""`!weiter`: a form that was put off goes on."""

from bot.domain.journal import Effect
from tests.commands.conftest import Talk


async def test_the_question_that_goes_on_is_the_only_one_to_be_tapped(talk: Talk) -> None:
    await talk.say("!rolle koordination @anna:demo FKB OWL", who="buero", room="office")
    await talk.say("!angebot neu MINT")
    put_off = talk.key
    await talk.reply("später")
    assert "Wie erfahren" in await talk.say("!weiter")
    gone = [row.key for row in talk.rows if row.effect is Effect.REDACT]
    assert gone == [f"x-{put_off}-c{place}" for place in (1, 2, 3)]
    offered = [row.key for row in talk.rows if row.effect is Effect.REACT]
    assert offered == [f"{talk.key}-c{place}" for place in (1, 2, 3)]
