"""Forms: a command that lacks a part asks for it, waits as long as it takes, and counts only at the end."""

from datetime import UTC, datetime, timedelta

import pytest

from bot.domain.dialogue.ask import Filling
from bot.domain.dialogue.question import QuestionState
from bot.domain.journal import Effect
from bot.services.asking import Asking
from bot.storage import questions, rooms
from bot.storage.database import Transaction
from bot.storage.schema import question as table
from tests.commands.conftest import PEOPLE, ROOMS, START, Collector, Talk, opened

LATER = datetime(2026, 11, 30, 9, 0, tzinfo=UTC)
TOPIC = "Um welches Thema geht es?"


async def restart(talk: Talk) -> None:
    """The same database, everything in memory anew."""
    talk.out = Collector()
    talk.core = await opened(talk.database, talk.clock, talk.out)
    talk._inbound._concerns_us = talk.core.handling.concerns_us


async def needs(talk: Talk) -> list[str]:
    entries = talk.core.services.offering.needs._entries
    found = await talk.database.read(entries.every)
    return [f"{one.topic} {one.until or ''}".strip() for one in found]


async def test_a_form_goes_on_after_a_restart(talk: Talk) -> None:
    assert (await talk.say("!bedarf neu")).startswith(TOPIC)
    await restart(talk)
    assert "• Thema: MINT und Technik" in await talk.say("MINT")
    await restart(talk)
    await talk.react("✅")
    assert await needs(talk) == ["mint"]


async def test_what_was_shown_is_what_counts_however_much_later_the_yes_comes(talk: Talk) -> None:
    await talk.say("!bedarf neu")
    talk.clock.now_is(START + timedelta(days=3))
    shown = await talk.reply("Thema: MINT\nBis: morgen")
    assert "Bis: Fr., 27. November 2026" in shown
    talk.clock.now_is(START + timedelta(days=4, hours=-1))
    await talk.reply("ja")
    assert await needs(talk) == ["mint 2026-11-27"]


async def test_a_summary_that_was_put_aside_still_means_the_days_that_it_showed(
    talk: Talk,
) -> None:
    await talk.say("!bedarf neu")
    shown = await talk.say("Thema: MINT\nBis: übermorgen")
    assert "Bis: Mi., 25. November 2026" in shown
    await talk.say("!später")
    talk.clock.now_is(START + timedelta(days=1))
    assert "Bis: Mi., 25. November 2026" in await talk.say("!weiter")
    talk.clock.now_is(START + timedelta(days=1, hours=20))
    await talk.react("✅")
    assert await needs(talk) == ["mint 2026-11-25"]


async def test_a_form_that_was_put_aside_is_answered_by_a_reply_to_it(talk: Talk) -> None:
    await talk.say("!bedarf neu")
    asked = talk.key
    await talk.say("später")
    assert await talk.say("MINT") == ""
    talk.clock.now_is(LATER)
    assert "• Thema: MINT" in await talk.say("MINT", reply_to=f"$sent-{asked}")


async def test_going_on_offers_the_choices_again(talk: Talk) -> None:
    await talk.say("!projekt neu Campus")
    await talk.say("!projekt meldung")
    await talk.say("später")
    assert "Campus" in await talk.say("!weiter")
    seeds = [row.content["m.relates_to"] for row in talk.rows if row.effect is Effect.REACT]
    assert [relation["key"] for relation in seeds if isinstance(relation, dict)] == ["1️⃣"]
    assert (await talk.say("1")).startswith("Was ist geschehen?")


async def test_going_on_is_no_act_that_undo_would_find(talk: Talk) -> None:
    await talk.say("!projekt neu Campus")
    await talk.say("!bedarf neu")
    await talk.say("später")
    await talk.say("!weiter")
    assert "Campus" in await talk.say("!rückgängig")


async def test_going_on_without_a_form_says_so(talk: Talk) -> None:
    assert await talk.say("!weiter") != ""
    assert await needs(talk) == []


async def test_an_edited_answer_is_corrected_while_the_form_goes_on(talk: Talk) -> None:
    await talk.say("!projekt neu")
    await talk.say("Campuss")
    answered, old = talk.event, talk.key
    assert "Titel: Campus\n" in f"{await talk.edit(answered, 'Campus')}\n"
    assert "schon beantwortet" in await talk.say("ja", reply_to=f"$sent-{old}")
    assert "„Campus“" in await talk.say("!ja")


async def test_an_edited_answer_of_somebody_else_changes_nothing(talk: Talk) -> None:
    await talk.say("!projekt neu")
    await talk.say("Campus")
    assert await talk.edit(talk.event, "Meins", who="bernd") == ""
    assert "„Campus“" in await talk.say("!ja")


async def test_an_edited_command_is_no_answer_to_the_form_that_it_began(talk: Talk) -> None:
    await talk.say("!projekt neu Campus")
    assert (await talk.reply("Lotse: projekt meldung")).startswith("Was ist geschehen?")
    told = await talk.edit(talk.event, "Lotse: projekt meldung 1 Auftakt")
    assert "„Campus“ (#1)" in told


async def test_deleting_an_answer_leaves_the_next_question_where_it_is(talk: Talk) -> None:
    await talk.say("!projekt neu")
    await talk.say("Campus")
    summary = talk.key
    await talk.delete(talk.event)
    assert not [row for row in talk.rows if row.effect is Effect.REDACT]
    assert "„Campus“" in await talk.say("ja", reply_to=f"$sent-{summary}")


async def test_deleting_the_command_ends_its_form(talk: Talk) -> None:
    await talk.say("!projekt neu")
    began = talk.event
    await talk.say("Campus")
    summary = talk.key
    await talk.delete(began)
    assert (await talk.said(summary)).endswith("Zurückgezogen.")
    assert await talk.say("ja") == ""
    assert "schon beantwortet" in await talk.say("ja", reply_to=f"$sent-{summary}")


async def test_an_answer_that_is_too_long_is_refused_and_the_question_stays(talk: Talk) -> None:
    await talk.say("!projekt neu Campus")
    await talk.say("!meldung 1")
    assert "höchstens 4.000 Zeichen" in await talk.say("x" * 4001)
    assert "Schluss" in await talk.say("Schluss")


async def test_an_answer_of_several_lines_is_one_answer(talk: Talk) -> None:
    await talk.say("!projekt neu Campus")
    await talk.say("!meldung 1")
    await talk.say("Erstens\n\nZweitens")
    await talk.say("!ja")
    told = await talk.say("!projekt zeige 1")
    assert "Erstens" in told
    assert "Zweitens" in told


async def test_the_sign_of_a_command_leaves_the_form_and_the_form_waits(talk: Talk) -> None:
    await talk.say("!bedarf neu")
    assert "!pate" in await talk.say("!hilfe")
    assert "• Thema: MINT" in await talk.say("MINT")


@pytest.mark.parametrize("word", ["zurück", "Zurück!", "back"])
async def test_back_at_the_beginning_asks_the_same_again(talk: Talk, word: str) -> None:
    await talk.say("!bedarf neu")
    assert (await talk.say(word)).startswith(TOPIC)
    assert (await talk.say(word)).startswith(TOPIC)


async def test_back_at_the_end_asks_for_the_last_part(talk: Talk) -> None:
    await talk.say("!bedarf neu")
    await talk.say("MINT")
    assert (await talk.react("↩️")).startswith(TOPIC)
    assert "• Thema: Pflege" in await talk.say("Pflege")


async def test_dropping_the_summary_shows_so_in_its_place(talk: Talk) -> None:
    await talk.say("!bedarf neu")
    await talk.say("MINT")
    summary = talk.key
    assert "bleibt alles, wie es war" in await talk.say("abbrechen")
    assert (await talk.said(summary)).endswith("❌ Nein")
    assert await needs(talk) == []


async def test_of_two_forms_in_a_room_the_newer_one_hears_first(talk: Talk) -> None:
    await talk.say("!bedarf neu")
    first = talk.key
    await talk.say("!projekt neu")
    assert "• Titel: Campus" in await talk.say("Campus")
    await talk.say("!ja")
    assert "• Thema: MINT" in await talk.say("MINT", reply_to=f"$sent-{first}")


async def test_the_forms_of_two_people_do_not_meet(talk: Talk) -> None:
    await talk.say("!bedarf neu", who="anna")
    await talk.say("!bedarf neu", who="bernd")
    assert "MINT" in await talk.say("MINT", who="anna")
    assert "Pflege" in await talk.say("Pflege", who="bernd")
    await talk.say("!ja", who="anna")
    await talk.say("!ja", who="bernd")
    assert await needs(talk) == ["mint", "pflege"]


async def test_a_word_to_another_person_is_no_answer(talk: Talk) -> None:
    await talk.say("!bedarf neu")
    assert await talk.say("Pflege, meinst du?", reply_to="$of-somebody") == ""
    assert "• Thema: MINT" in await talk.say("MINT")


async def test_a_form_is_answered_in_its_thread_alone(talk: Talk) -> None:
    await talk.say("!bedarf neu", thread="$root")
    assert await talk.say("MINT") == ""
    assert "• Thema: MINT" in await talk.say("MINT", thread="$root")


async def test_after_five_minutes_a_room_belongs_to_its_people_again(talk: Talk) -> None:
    await talk.say("!bedarf neu")
    talk.clock.now_is(START + timedelta(minutes=6))
    assert await talk.say("MINT") == ""
    assert "• Thema: MINT" in await talk.say("Lotse: MINT")


async def test_a_late_answer_to_a_form_is_told_so(talk: Talk) -> None:
    await talk.say("!bedarf neu")
    talk.clock.now_is(START + timedelta(days=31))
    assert "abgelaufen" in await talk.reply("MINT")
    assert await talk.say("!weiter") != ""
    assert await needs(talk) == []


async def test_an_earlier_question_of_the_form_is_over(talk: Talk) -> None:
    await talk.say("!bedarf neu")
    first = talk.key
    await talk.say("MINT")
    assert "schon beantwortet" in await talk.say("Pflege", reply_to=f"$sent-{first}")


async def test_who_lost_the_right_is_told_so_and_nothing_counts(talk: Talk) -> None:
    await talk.say("!bedarf neu", room="direct")
    await talk.say("!rolle entziehen @anna:demo FKB OWL", who="buero", room="office")
    await talk.say("!ja", who="buero", room="office")
    assert "Koordination" in await talk.say("MINT", room="direct")
    assert await needs(talk) == []


async def test_what_is_personal_is_asked_in_the_direct_chat_at_once(talk: Talk) -> None:
    await talk.say("!ruhe 8-20 Uhr")
    assert "direkten Chat" in await talk.say("!ruhe")
    (post,) = [row for row in talk.rows if row.key.startswith("p-")]
    assert post.target == PEOPLE["anna"]
    assert post.not_before is None
    assert "• " in await talk.say("22-6 Uhr", room="direct")


async def test_at_the_end_of_an_offices_form_in_an_encrypted_room_the_word_counts(
    talk: Talk,
) -> None:
    await talk.database.write(lambda tx: rooms.enter(tx, ROOMS["office"], encrypted=True))
    await talk.core.services.hosting.refresh()
    await talk.say("!rolle koordination @neu:demo", who="buero", room="office")
    await talk.say("WiL", who="buero", room="office")
    summary = f"$sent-{talk.key}"
    assert "mit dem Wort" in await talk.react("✅", who="buero", room="office")
    told = await talk.say("ja", who="buero", room="office", reply_to=summary)
    assert "spricht jetzt für" in told


async def _rewrite(talk: Talk, filling: Filling) -> None:
    """As an earlier version of the bot may have left it."""

    def work(tx: Transaction) -> None:
        tx.execute(table.update().values(filling=questions._stored(filling)))

    await talk.database.write(work)
    await restart(talk)


async def test_a_form_of_a_command_that_is_gone_ends_with_the_next_answer(talk: Talk) -> None:
    await talk.say("!bedarf neu", room="direct")
    await _rewrite(talk, Filling(("verschollen", "neu"), "", (), "topic"))
    assert "kenne ich nicht" in await talk.say("MINT", room="direct")
    waiting = await talk.database.read(
        lambda tx: questions.forms_of(tx, PEOPLE["anna"], talk.clock.now())
    )
    assert waiting == ()


@pytest.mark.parametrize("word", ["zurück", "MINT"])
async def test_a_field_that_is_gone_is_overlooked(talk: Talk, word: str) -> None:
    await talk.say("!bedarf neu")
    gone = (("gone", "etwas"), ("lost", "mehr"))
    await _rewrite(talk, Filling(("bedarf", "neu"), "", gone, "vanished"))
    assert (await talk.reply(word)).startswith(TOPIC)
    await talk.reply("MINT")
    await talk.reply("ja")
    assert await needs(talk) == ["mint"]


async def test_reading_questions_anew_forgets_nothing_that_came_meanwhile(talk: Talk) -> None:
    await talk.say("!bedarf neu")
    asking: Asking = talk.core.services.asking
    await asking.refresh(talk.clock.now())
    assert "• Thema: MINT" in await talk.say("MINT")
    await asking.refresh(talk.clock.now())
    summary = asking._by_key[talk.key]
    await talk.say("!ja")
    assert await needs(talk) == ["mint"]
    asking.note(summary)
    await asking.refresh(talk.clock.now())
    assert asking._by_key[summary.key].state is QuestionState.ANSWERED


async def test_two_answers_at_the_same_moment_count_once(talk: Talk) -> None:
    await talk.say("!bedarf neu")
    await talk.say("MINT")
    key = talk.key
    open_still = talk.core.services.asking._by_key[key]
    await talk.react("✅")
    await talk.say("!bedarf zurück 1")
    talk.core.services.asking.note(open_still)  # as another room's lane may have read it
    assert "schon beantwortet" in await talk.say("ja", reply_to=f"$sent-{key}")
    assert await needs(talk) == []


@pytest.mark.parametrize("words", ["!zeige projekt 1", "!projekte", "!projkt liste"])
async def test_a_command_amid_a_form_is_no_answer(talk: Talk, words: str) -> None:
    await talk.say("!projekt neu Campus")
    await talk.say("!angebot neu")
    key = talk.key
    assert "rojekt" in await talk.say(words)
    assert "Wie erfahren" in await talk.say("Pflege", reply_to=f"$sent-{key}")


@pytest.mark.parametrize("words", ["!pat Pflege", "!proj"])
async def test_a_word_that_may_be_a_command_does_not_fill_a_form(talk: Talk, words: str) -> None:
    await talk.say("!bedarf neu")
    assert "Bemerkung" not in (await talk.say(words))
    assert "Um welches Thema" in await talk.say("!weiter")


async def test_an_answer_may_bear_a_sigil(talk: Talk) -> None:
    await talk.say("!angebot neu")
    assert "Wie erfahren" in await talk.say("!Pflege")


async def test_the_beginning_of_a_choice_chooses_it(talk: Talk) -> None:
    await talk.say("!projekt neu Pflegeschulen gewinnen")
    await talk.say("!projekt neu Campus")
    await talk.say("!meldung")
    await talk.reply("Pflegeschulen")
    assert "Pflegeschulen gewinnen (#1)" in await talk.reply("Auftakt mit 30 Betrieben")


async def test_what_is_no_number_is_shown_alone(talk: Talk) -> None:
    await talk.say("!projekt neu Campus")
    await talk.say("!projekt meldung gestern: Auftakt")
    assert "Verstanden habe ich „das neue“." in await talk.reply("das neue")


async def test_words_behind_a_summary_that_belong_nowhere_say_so_and_lose_nothing(
    talk: Talk,
) -> None:
    await talk.say("!bedarf neu")
    await talk.reply("Pflege")
    said = await talk.reply("bis Ostern")
    assert said.startswith("Das kann ich nicht zuordnen.")
    assert "Thema: Pflege" in said
    assert "Bis: Mo., 29. März 2027" in await talk.reply("bis: Ostermontag")


async def test_a_request_is_shown_with_the_networks_name(talk: Talk) -> None:
    await talk.say("!pate anfragen 4")
    assert "Netzwerk: Ems-Achse (#4)" in await talk.reply("Wie fangen wir an?")


@pytest.mark.parametrize(
    ("typed", "tapped", "day"),
    [
        ("Anfang Mai", "1\ufe0f\u20e3", "Sa., 1. Mai 2027"),
        ("5/3", "1\ufe0f\u20e3", "Fr., 5. März 2027"),
        ("5/3", "2\ufe0f\u20e3", "Mo., 3. Mai 2027"),
    ],
)
async def test_the_days_that_an_answer_may_mean_are_tapped(
    talk: Talk, typed: str, tapped: str, day: str
) -> None:
    await talk.say("!bedarf neu")
    asked = await talk.reply(f"Thema: MINT\nBis: {typed}")
    assert f"„{typed}“" in asked
    assert f". {day}" in asked
    assert f"• Bis: {day}" in await talk.react(tapped)


async def test_another_day_than_those_proposed_is_typed(talk: Talk) -> None:
    await talk.say("!bedarf neu")
    await talk.reply("Thema: MINT\nBis: Anfang Mai")
    assert "• Bis: Do., 6. Mai 2027" in await talk.reply("6. Mai")
