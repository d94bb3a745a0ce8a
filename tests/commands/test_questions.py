"""Questions: by reaction or typed twin, the first valid answer wins, once and for everyone to see."""

from collections.abc import Sequence
from datetime import timedelta

import pytest

from bot.domain.journal import Effect
from bot.storage import rooms
from tests.commands.conftest import ROOMS, Talk

NEW = "!tagung neu 9. Fachtagung; Motto: Mut; Termin: 8.12.2027 10 Uhr; Ort: Berlin"


async def asked(talk: Talk, *, who: str = "buero") -> str:
    """The key of a question that only the office's person may answer."""
    said = await talk.say(NEW, who=who, room="office")
    assert "Zur Wahl stehen ✅ Ja und ❌ Nein" in said
    return talk.key


def effects(talk: Talk, effect: Effect) -> Sequence[str]:
    return [row.key for row in talk.rows if row.effect is effect]


async def meetings(talk: Talk) -> int:
    return len(await talk.core.services.convening.all())


async def test_choices_are_one_tap_away_in_their_order(talk: Talk) -> None:
    await asked(talk)
    emoji = [row.content["m.relates_to"] for row in talk.rows if row.effect is Effect.REACT]
    assert [relation["key"] for relation in emoji if isinstance(relation, dict)] == ["✅", "❌"]


@pytest.mark.parametrize(
    "words", ["ja", "Ja!", "JA", "ja.", "yes", "ok", "✅", "1", "stimmt", "„ja“"]
)
async def test_a_reply_with_a_word_or_number_answers(talk: Talk, words: str) -> None:
    await asked(talk)
    assert "ist eingetragen" in await talk.reply(words, who="buero", room="office")
    assert await meetings(talk) == 1


@pytest.mark.parametrize("words", ["!ja", "/ja", "Lotse: ja", "@lotse:demo ja", "!1", "Lotse ok"])
async def test_an_addressed_word_answers_without_being_a_reply(talk: Talk, words: str) -> None:
    await asked(talk)
    assert "ist eingetragen" in await talk.say(words, who="buero", room="office")


@pytest.mark.parametrize("emoji", ["✅", "✅\ufe0f", "✅\U0001f3fd"])
async def test_a_reaction_answers_whatever_its_style(talk: Talk, emoji: str) -> None:
    await asked(talk)
    assert "ist eingetragen" in await talk.react(emoji, who="buero", room="office")


async def test_everyone_sees_the_result_in_place_of_the_question(talk: Talk) -> None:
    key = await asked(talk)
    await talk.react("✅", who="buero", room="office")
    said = await talk.said(key)
    assert said.startswith("Entwurf: 9. Fachtagung")
    assert said.endswith("@buero:demo: ✅ Ja")
    assert effects(talk, Effect.REDACT) == [f"x-{key}-c1", f"x-{key}-c2"]


async def test_no_leaves_everything_as_it_was(talk: Talk) -> None:
    key = await asked(talk)
    assert "bleibt alles, wie es war" in await talk.say("!nein", who="buero", room="office")
    assert (await talk.said(key)).endswith("❌ Nein")
    assert await meetings(talk) == 0


async def test_no_by_reaction_is_seen_in_place_and_not_said_again(talk: Talk) -> None:
    key = await asked(talk)
    assert await talk.react("❌", who="buero", room="office") == ""
    assert (await talk.said(key)).endswith("❌ Nein")


async def test_the_first_answer_wins_and_the_second_is_told_so(talk: Talk) -> None:
    await asked(talk)
    key = talk.key
    await talk.react("✅", who="buero", room="office")
    late = await talk.react("❌", who="buero", room="office", to=f"$sent-{key}")
    assert "schon beantwortet" in late
    assert await meetings(talk) == 1


async def test_the_same_answer_again_is_not_commented(talk: Talk) -> None:
    key = await asked(talk)
    await talk.react("✅", who="buero", room="office")
    assert await talk.react("✅", who="buero", room="office", to=f"$sent-{key}") == ""
    assert await meetings(talk) == 1


async def test_answers_of_others_do_not_count(talk: Talk) -> None:
    key = await asked(talk)
    assert await talk.react("✅", who="bernd", room="office") == ""
    said = await talk.say("ja", who="bernd", room="office", reply_to=f"$sent-{key}")
    assert "an jemand anderen gerichtet" in said
    assert await meetings(talk) == 0


async def test_a_bare_word_in_a_room_is_talk_among_people(talk: Talk) -> None:
    await asked(talk)
    assert await talk.say("ja", who="buero", room="office") == ""
    assert await meetings(talk) == 0


async def test_other_reactions_mean_nothing(talk: Talk) -> None:
    await asked(talk)
    assert await talk.react("🎉", who="buero", room="office") == ""
    assert await meetings(talk) == 0


async def test_an_answer_after_the_time_is_told_so(talk: Talk) -> None:
    await asked(talk)
    talk.clock.now_is(talk.clock.now() + timedelta(hours=25))
    assert "abgelaufen" in await talk.reply("ja", who="buero", room="office")
    assert await meetings(talk) == 0


async def test_deleting_the_command_withdraws_its_question(talk: Talk) -> None:
    key = await asked(talk)
    await talk.delete(talk.event, who="buero", room="office")
    assert (await talk.said(key)).endswith("Zurückgezogen.")
    assert "schon beantwortet" in await talk.reply("ja", who="buero", room="office")
    assert await meetings(talk) == 0


async def test_editing_the_command_asks_anew_and_the_old_question_is_void(talk: Talk) -> None:
    key, event = await asked(talk), talk.event
    said = await talk.edit(event, NEW.replace("Berlin", "Bonn"), who="buero", room="office")
    assert "Bonn" in said
    assert (await talk.said(key)).endswith("Zurückgezogen.")
    await talk.reply("ja", who="buero", room="office")
    assert [one.place for one in await talk.core.services.convening.all()] == ["Bonn"]


async def test_relative_dates_mean_the_day_on_which_they_were_typed(talk: Talk) -> None:
    typed = "!tagung neu 9. Fachtagung; Motto: Mut; Termin: morgen 10 Uhr; Ort: Berlin"
    said = await talk.say(typed, who="buero", room="office")
    assert "Di., 24. November 2026" in said
    talk.clock.now_is(talk.clock.now() + timedelta(hours=16))
    await talk.reply("ja", who="buero", room="office")
    (meeting,) = await talk.core.services.convening.all()
    assert meeting.starts_local.day == 24


async def test_in_an_encrypted_room_a_reaction_does_not_act_by_anyones_rights(
    talk: Talk,
) -> None:
    await talk.database.write(lambda tx: rooms.enter(tx, ROOMS["office"], encrypted=True))
    await talk.core.services.hosting.refresh()
    said = await talk.say(NEW, who="buero", room="office")
    assert "Zeichen zählen hier nicht" in said
    key = talk.key
    assert "mit dem Wort" in await talk.react("✅", who="buero", room="office")
    assert await meetings(talk) == 0
    told = await talk.say("ja", who="buero", room="office", reply_to=f"$sent-{key}")
    assert "ist eingetragen" in told


async def test_what_became_impossible_meanwhile_is_refused_and_the_question_stays(
    talk: Talk,
) -> None:
    await asked(talk)
    first = talk.key
    await talk.say(NEW, who="buero", room="office")
    await talk.say("!ja", who="buero", room="office")
    said = await talk.say("ja", who="buero", room="office", reply_to=f"$sent-{first}")
    assert "schon eingetragen" in said
    assert await meetings(talk) == 1


async def test_rights_are_those_of_the_moment_of_the_answer(talk: Talk) -> None:
    await talk.say("!rolle büro @bernd:demo", who="buero", room="office")
    await talk.say("!ja", who="buero", room="office")
    await talk.say(NEW, who="bernd", room="office")
    key = talk.key
    await talk.say("!rolle entziehen @bernd:demo", who="buero", room="office")
    await talk.say("!ja", who="buero", room="office")
    said = await talk.say("ja", who="bernd", room="office", reply_to=f"$sent-{key}")
    assert "dem Büro vorbehalten" in said
    assert await meetings(talk) == 0


async def test_questions_outlast_a_restart(talk: Talk) -> None:
    await asked(talk)
    await talk.core.services.asking.refresh(talk.clock.now())
    assert "ist eingetragen" in await talk.reply("ja", who="buero", room="office")


async def test_a_question_in_a_thread_is_answered_in_that_thread(talk: Talk) -> None:
    await talk.say(NEW, who="buero", room="office", thread="$root")
    assert await talk.say("!ja", who="buero", room="office") == ""
    assert "ist eingetragen" in await talk.say("!ja", who="buero", room="office", thread="$root")
    relation = talk.rows[0].content["m.relates_to"]
    assert isinstance(relation, dict)
    assert relation["event_id"] == "$root"


async def test_a_suggested_command_runs_when_it_is_confirmed(talk: Talk) -> None:
    said = await talk.say("!tagnug")
    assert "Meinten Sie !tagung?" in said
    assert "kein nächstes Jahrestreffen" in await talk.react("✅")


async def test_a_withdrawn_reaction_does_not_undo_what_counts(talk: Talk) -> None:
    await asked(talk)
    await talk.react("✅", who="buero", room="office")
    assert await talk.delete(talk.event, who="buero", room="office") == ""
    assert await meetings(talk) == 1


async def test_a_tap_in_a_thread_is_answered_there_as_a_reply_to_the_question(talk: Talk) -> None:
    await talk.say(NEW, who="buero", room="office", thread="$root")
    key = talk.key
    await talk.react("✅", who="buero", room="office")
    relation = talk.rows[0].content["m.relates_to"]
    assert isinstance(relation, dict)
    assert relation["event_id"] == "$root"
    assert relation["m.in_reply_to"] == {"event_id": f"$sent-{key}"}


LATE = timedelta(hours=2)


async def test_a_yes_that_comes_late_does_nothing_and_can_be_said_again(talk: Talk) -> None:
    key = await asked(talk)
    said = await talk.say("ja", who="buero", room="office", reply_to=f"$sent-{key}", age=LATE)
    assert said.endswith("senden Sie bitte noch einmal: !ja")
    assert await meetings(talk) == 0
    assert "ist eingetragen" in await talk.say("!ja", who="buero", room="office")


async def test_a_late_tap_names_the_word_to_type(talk: Talk) -> None:
    await talk.say("!angebt neu Pflege Stufe 2")
    talk.clock.now_is(talk.clock.now() + LATE)
    talk.delay = LATE
    assert (await talk.react("✅")).endswith("!ja")


async def test_a_late_no_and_a_late_part_of_a_form_count(talk: Talk) -> None:
    key = await asked(talk)
    late = {"who": "buero", "room": "office", "reply_to": f"$sent-{key}"}
    assert "bleibt alles" in await talk.say("nein", **late, age=LATE)
    await talk.say("!angebot neu")
    assert "Wie erfahren" in await talk.say("Pflege", reply_to=f"$sent-{talk.key}", age=LATE)


async def listed(talk: Talk) -> str:
    """The key of the first of three pages."""
    for number in range(33):
        await talk.say(f"!projekt neu P{number}")
    await talk.say("!projekt liste")
    return talk.key


async def test_the_file_is_there_when_the_page_was_turned(talk: Talk) -> None:
    key = await listed(talk)
    assert "Seite 2 von 3" in await talk.react("▶️", to=f"$sent-{key}")
    assert effects(talk, Effect.REDACT) == [f"x-{key}-c1"]
    assert "33 Projekte" in await talk.react("📄", who="bernd", to=f"$sent-{key}")
    assert effects(talk, Effect.UPLOAD) == [f"u-{talk.event}"]


async def test_a_page_is_turned_once(talk: Talk) -> None:
    key = await listed(talk)
    await talk.react("▶️", to=f"$sent-{key}")
    assert await talk.react("▶️", who="bernd", to=f"$sent-{key}") == ""
    again = await talk.say("mehr", who="bernd", reply_to=f"$sent-{key}")
    assert "schon beantwortet" in again
    assert "Seite 3 von 3" in await talk.say("!mehr")
