"""`!sprache`: how the bot speaks to a person or in a room."""

from tests.commands.conftest import PEOPLE, Talk


async def test_a_person_is_spoken_to_as_they_chose_in_every_room(talk: Talk) -> None:
    assert "„du“" in await talk.say("!sprache du")
    assert "Das kannst du hier tun" in await talk.say("!hilfe")
    assert "Das kannst du hier tun" in await talk.say("hilfe", room="direct")
    assert "Das können Sie hier tun" in await talk.say("!hilfe", who="mitglied", room="office")


async def test_a_room_is_spoken_to_as_a_coordinator_chose(talk: Talk) -> None:
    await talk.say("!sprache hier du", who="bernd")
    assert "Das kannst du hier tun" in await talk.say("!hilfe", who="mitglied")


async def test_members_do_not_choose_for_a_room(talk: Talk) -> None:
    assert "ohne „hier“" in await talk.say("!sprache hier du", who="mitglied")


async def test_posts_to_a_person_come_in_their_voice(talk: Talk) -> None:
    await talk.say("!language english", who="bernd")
    await talk.say("!pate anfragen 4 Wie geht das?")
    ((target, said),) = [post for post in talk.posts if post[0] == PEOPLE["bernd"]]
    assert target == PEOPLE["bernd"]
    assert "asks" in said


async def test_without_a_word_it_asks_and_a_digit_answers(talk: Talk) -> None:
    said = await talk.say("!sprache")
    assert "2. Deutsch mit „du“" in said
    said = await talk.react("2️⃣")
    assert "So verstehe ich Sie" in said
    assert "„du“" in await talk.reply("ja")


async def test_unknown_voices_are_refused_with_what_is_possible(talk: Talk) -> None:
    assert "Möglich sind" in await talk.say("!sprache französisch")


async def test_it_can_be_taken_back(talk: Talk) -> None:
    await talk.say("!sprache du")
    assert "wieder wie vorher" in await talk.say("!rückgängig")
    assert "Das können Sie hier tun" in await talk.say("!hilfe")


async def test_a_rooms_voice_is_taken_back_too(talk: Talk) -> None:
    await talk.say("!sprache hier englisch", who="bernd")
    assert "What you can do here" in await talk.say("!hilfe", who="mitglied")
    await talk.say("!undo", who="bernd")
    assert "steht gerade erst" in await talk.say("!hilfe", who="mitglied")
