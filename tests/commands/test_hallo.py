"""Small talk is met kindly; whole sentences are led to the search."""

from datetime import timedelta

from tests.commands.conftest import Talk


async def test_greetings_thanks_and_the_natural_question_are_answered(talk: Talk) -> None:
    answers = []
    for text in ("Hallo!", "Danke!", "Was kannst du?", "What can you do?"):
        answers.append(await talk.say(text, room="direct"))
        talk.clock.now_is(talk.clock.now() + timedelta(minutes=2))
    assert "Guten Tag" in answers[0]
    assert "Gern geschehen" in answers[1]
    assert "!pate" in answers[2]
    assert "!patron" in answers[3]


async def test_a_sentence_is_not_run_by_guess_but_offered_as_a_search(talk: Talk) -> None:
    answer = await talk.say("Lotse, wer kann bei Pflege helfen?")
    assert "!pate wer kann bei Pflege helfen?" in answer


async def test_marks_behind_a_command_word_do_no_harm(talk: Talk) -> None:
    assert "Jahrestreffen" in await talk.say("!tagung?")


async def test_guests_are_greeted_with_what_is_open_to_them(talk: Talk) -> None:
    answer = await talk.say("Hallo!", who="gast", room="direct")
    assert ("!tagung" in answer, "!pate" in answer) == (True, False)


async def test_the_natural_question_is_not_answered_twice_in_a_minute(talk: Talk) -> None:
    await talk.say("Was kannst du?", room="direct")
    assert "weiter oben" in await talk.say("Was kannst du?", room="direct")
    assert "weiter oben" in await talk.say("hilfe", room="direct")
