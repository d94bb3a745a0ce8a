"""Requests as conversations: put as questions, answered once, seen by everyone, taken back."""

import pytest

from bot.domain.journal import Effect, OutboxRow
from bot.storage import rooms
from bot.storage.database import Database
from tests.commands.conftest import PEOPLE, ROOMS, Collector, SettableClock, Talk, build

ANNA, BERND, CARLA = PEOPLE["anna"], PEOPLE["bernd"], "@carla:demo"


def relation(row: OutboxRow) -> object:
    relates = row.content["m.relates_to"]
    return relates["key"] if isinstance(relates, dict) else None


async def ask(talk: Talk, text: str = "Wie gewinnen Sie Mitglieder?") -> str:
    """Anna asks the Ems-Achse; the key of the question that Bernd is put."""
    await talk.say(f"!pate anfragen 4 {text}")
    return f"p-{talk.event}-request-{BERND}"


async def appoint(talk: Talk, who: str) -> None:
    await talk.say(f"!rolle koordination {who} Ems-Achse", who="buero", room="office")


async def state(talk: Talk, number: int = 1) -> str:
    return (await talk.say(f"!anfrage zeige {number}")).splitlines()[0]


async def test_the_coordinators_are_put_a_question(talk: Talk) -> None:
    await talk.say("!pate anfragen 4 Wie gewinnen Sie Mitglieder?")
    assert dict(talk.posts)[BERND] == (
        f"{ANNA} fragt Ems-Achse um Hilfe (Anfrage #1):\n„Wie gewinnen Sie Mitglieder?“\n"
        "Einen Satz dazu schreiben Sie in einer Antwort auf diese Nachricht,"
        " zum Beispiel !annehmen Gern, rufen Sie am Montag an.\n\n"
        "Zur Wahl stehen ✅ Annehmen und ❌ Ablehnen."
        " Tippen Sie auf ein Zeichen, oder schreiben Sie das Wort."
    )
    seeds = [relation(row) for row in talk.rows if row.effect is Effect.REACT]
    assert seeds == ["✅", "❌"]


@pytest.mark.parametrize(
    ("answer", "became"),
    [
        ("annehmen", "angenommen"),
        ("Annehmen!", "angenommen"),
        ("accept", "angenommen"),
        ("ja, gern", None),
        ("ja", "angenommen"),
        ("gern", "angenommen"),
        ("1", "angenommen"),
        ("ablehnen", "abgelehnt"),
        ("nein", "abgelehnt"),
        ("2", "abgelehnt"),
        ("👍", None),
    ],
)
async def test_a_word_a_number_or_nothing_of_ours_in_reply(
    talk: Talk, answer: str, became: str | None
) -> None:
    key = await ask(talk)
    await talk.say(answer, who="bernd", room="direct", reply_to=f"$sent-{key}")
    assert (became or "wartet auf Antwort") in await state(talk)


@pytest.mark.parametrize(("emoji", "became"), [("✅", "angenommen"), ("❌", "abgelehnt")])
async def test_one_tap_is_enough_and_the_asker_hears_of_it(
    talk: Talk, emoji: str, became: str
) -> None:
    key = await ask(talk)
    said = await talk.react(emoji, who="bernd", room="direct", to=f"$sent-{key}")
    assert f"Anfrage #1 ist jetzt: {became}." in said
    assert list(dict(talk.posts)) == [ANNA]
    word = "Annehmen" if emoji == "✅" else "Ablehnen"
    assert (await talk.said(key)).endswith(f"{BERND}: {emoji} {word}")


async def test_a_reply_with_a_sentence_needs_no_number(talk: Talk) -> None:
    key = await ask(talk)
    said = await talk.say(
        "!annehmen gern, am Montag", who="bernd", room="direct", reply_to=f"$sent-{key}"
    )
    assert "Anfrage #1 ist jetzt: angenommen." in said
    assert "„gern, am Montag“" in dict(talk.posts)[ANNA]
    assert "Annehmen" in await talk.said(key)


async def test_the_asker_goes_on_from_the_message_about_the_outcome(talk: Talk) -> None:
    key = await ask(talk)
    await talk.react("✅", who="bernd", room="direct", to=f"$sent-{key}")
    told = f"$sent-p-{talk.event}-request-1-{ANNA}"
    shown = await talk.say("!anfrage zeige", room="direct", reply_to=told)
    assert shown.startswith("#1 an Ems-Achse")
    back = await talk.say("!anfrage zurück", room="direct", reply_to=told)
    assert "#1 ist zurückgenommen" in back


async def test_of_two_coordinators_the_first_wins_and_the_other_sees_the_result(
    talk: Talk,
) -> None:
    await appoint(talk, CARLA)
    mine = await ask(talk)
    theirs = mine.replace(BERND, CARLA)
    await talk.react("✅", who="bernd", room="direct", to=f"$sent-{mine}")
    assert (await talk.said(theirs)).endswith(f"{BERND}: ✅ Annehmen")
    late = await talk.say("ablehnen", who=CARLA, room="direct", reply_to=f"$sent-{theirs}")
    assert "schon beantwortet oder abgelaufen" in late
    typed = await talk.say("!ablehnen leider", who=CARLA, reply_to=f"$sent-{theirs}")
    assert f"{BERND} war schneller; für Anfrage #1 gilt: angenommen." in typed
    again = await talk.react("✅", who="bernd", room="direct", to=f"$sent-{mine}")
    assert again == ""
    assert "angenommen" in await state(talk)


async def test_a_typed_command_closes_the_questions_too(talk: Talk) -> None:
    await appoint(talk, CARLA)
    mine = await ask(talk)
    await talk.say("!anfrage ablehnen 1 Leider keine Zeit", who="bernd")
    assert (await talk.said(mine)).endswith(f"{BERND}: ❌ Ablehnen")
    assert (await talk.said(mine.replace(BERND, CARLA))).endswith(f"{BERND}: ❌ Ablehnen")


async def test_withdrawing_closes_the_questions(talk: Talk) -> None:
    mine = await ask(talk)
    await talk.say("!anfrage zurück 1")
    assert "zurückgenommen" in dict(talk.posts)[BERND]
    assert (await talk.said(mine)).endswith("Zurückgezogen.")
    late = await talk.react("✅", who="bernd", room="direct", to=f"$sent-{mine}")
    assert "schon beantwortet oder abgelaufen" in late
    assert "zurückgenommen" in await state(talk)


async def test_nobody_else_answers(talk: Talk) -> None:
    mine = await ask(talk)
    for who in ("anna", "mitglied", "gast"):
        assert await talk.react("✅", who=who, room="direct", to=f"$sent-{mine}") == ""
        await talk.say("annehmen", who=who, room="direct", reply_to=f"$sent-{mine}")
    assert "wartet auf Antwort" in await state(talk)


async def test_whoever_lost_the_role_can_no_longer_answer(talk: Talk) -> None:
    mine = await ask(talk)
    await talk.say(f"!rolle entziehen {BERND} Ems-Achse", who="buero", room="office")
    await talk.say("!ja", who="buero", room="office")
    said = await talk.react("✅", who="bernd", room="direct", to=f"$sent-{mine}")
    assert "für Koordinationen" in said
    assert "wartet auf Antwort" in await state(talk)


async def test_a_stray_number_or_yes_in_the_direct_chat_decides_nothing(talk: Talk) -> None:
    await ask(talk)
    for stray in ("1", "2", "ja", "nein"):
        await talk.say(stray, who="bernd", room="direct")
    assert "wartet auf Antwort" in await state(talk)


async def test_the_office_answers_where_there_is_no_coordinator(talk: Talk) -> None:
    await talk.say("!pate anfragen 12 Wie?")
    key = f"p-{talk.event}-request-{ROOMS['office']}"
    assert await talk.react("✅", who="anna", room="office", to=f"$sent-{key}") == ""
    said = await talk.react("✅", who="buero", room="office", to=f"$sent-{key}")
    assert "Anfrage #1 ist jetzt: angenommen." in said


async def test_in_an_encrypted_direct_chat_the_word_is_wanted(
    database: Database, clock: SettableClock
) -> None:
    out = Collector()
    core = await build(database, clock, out)
    await database.write(lambda tx: rooms.enter(tx, "!direct-bernd:demo", encrypted=True))
    await core.services.hosting.refresh()
    talk = Talk(core, database, clock, out)
    key = await ask(talk)
    assert "Zeichen zählen hier nicht" in dict(talk.posts)[BERND]
    tapped = await talk.react("✅", who="bernd", room="direct", to=f"$sent-{key}")
    assert "zählen hier keine Zeichen" in tapped
    await talk.say("annehmen", who="bernd", room="direct")
    assert "angenommen" in await state(talk)


async def test_a_number_that_is_missing_is_asked_for_with_what_fits(talk: Talk) -> None:
    await ask(talk, "Wie gewinnen Sie Mitglieder?")
    await ask(talk, "Und wie halten Sie sie?")
    asked = await talk.say("!anfrage annehmen", who="bernd")
    assert asked.startswith(
        "Welche Anfrage meinen Sie?\n"
        "1. #2 an Ems-Achse, Mo., 23. November 2026: wartet auf Antwort"
        " – „Und wie halten Sie sie?“\n"
        "2. #1 an Ems-Achse"
    )
    assert "So verstehe ich Sie." in await talk.react("2️⃣", who="bernd")
    assert "Anfrage #1 ist jetzt: angenommen." in await talk.say("ja", who="bernd")


async def test_a_sentence_without_a_number_is_kept(talk: Talk) -> None:
    await ask(talk)
    await talk.say("!anfrage annehmen Gern, am Montag", who="bernd")
    assert "Gern, am Montag" in await talk.say("#1", who="bernd")
    await talk.say("ja", who="bernd")
    assert "„Gern, am Montag“" in dict(talk.posts)[ANNA]


async def test_wrong_numbers_are_refused_in_the_form(talk: Talk) -> None:
    await ask(talk)
    await talk.say("!anfrage zurück")
    answer = await talk.say("77")
    assert "#77 gibt es nicht" in answer
    await talk.say("abbrechen")
    assert "wartet auf Antwort" in await state(talk)


async def test_the_last_step_is_taken_back_and_the_asker_told(talk: Talk) -> None:
    key = await ask(talk)
    await talk.react("❌", who="bernd", room="direct", to=f"$sent-{key}")
    back = await talk.say("rückgängig", who="bernd", room="direct")
    assert "gilt wieder: wartet auf Antwort" in back
    assert "Jetzt gilt wieder: wartet auf Antwort." in dict(talk.posts)[ANNA]
    await talk.say("!anfrage annehmen 1", who="bernd")
    assert "angenommen" in await state(talk)


async def test_a_step_is_not_taken_back_after_the_next_one(talk: Talk) -> None:
    await ask(talk)
    await talk.say("!anfrage annehmen 1", who="bernd")
    await talk.say("!anfrage zurück 1")
    back = await talk.say("!rückgängig", who="bernd")
    assert "inzwischen mehr geschehen" in back
    assert "zurückgenommen" in await state(talk)


async def test_an_edited_answer_counts_as_it_reads_now(talk: Talk) -> None:
    await ask(talk)
    await talk.say("!anfrage annehmen 1 Gern", who="bernd")
    answer = talk.key
    await talk.edit(talk.event, "!anfrage ablehnen 1 Leider nicht", who="bernd")
    assert "ist jetzt: abgelehnt" in await talk.said(answer)
    assert "abgelehnt" in await state(talk)


async def test_the_list_goes_page_by_page(talk: Talk) -> None:
    for count in range(17):
        await ask(talk, f"Frage {count}")
    listed = await talk.say("!anfrage liste")
    assert listed.startswith("17 Anfragen:")
    assert listed.count("•") == 15
    assert (await talk.react("▶️")).count("•") == 2
    assert (await talk.say("!request list 2")).startswith("17 requests:")


async def test_in_english(talk: Talk) -> None:
    await talk.say("!sprache hier en", who="buero", room="office")
    asked = await talk.say("!request accept", who="buero", room="office")
    assert asked.startswith("Which request do you mean?")
    await talk.say("!patron request 12 How?", room="community")
    told = dict(talk.posts)[ROOMS["office"]]
    assert "Your choices: ✅ Accept and ❌ Decline." in told


@pytest.mark.parametrize("text", ["<b>@room</b>\u202e", "{ $x }", "x" * 999, "„“\n\n|"])
async def test_hostile_sentences_are_inert(talk: Talk, text: str) -> None:
    key = await ask(talk, text)
    assert "@room" not in dict(talk.posts).get(BERND, "")
    await talk.say(f"!annehmen {text}", who="bernd", room="direct", reply_to=f"$sent-{key}")
    assert "angenommen" in await state(talk)


async def test_a_word_that_fits_two_open_requests_is_asked_about(talk: Talk) -> None:
    await ask(talk, "Eins")
    await ask(talk, "Zwei")
    asked = await talk.say("annehmen", who="bernd", room="direct")
    assert asked.startswith("Welche Anfrage meinen Sie?\n1. #2")
    assert "wartet auf Antwort" in await state(talk, 2)


async def test_back_is_an_answer_amid_a_form_in_the_direct_chat(talk: Talk) -> None:
    await ask(talk)
    await talk.say("anfrage annehmen", who="bernd", room="direct")
    assert "So verstehe ich Sie." in await talk.say("1", who="bernd", room="direct")
    assert "Welche Anfrage meinen Sie?" in await talk.say("zurück", who="bernd", room="direct")


async def test_the_result_is_shown_in_the_language_of_who_was_asked(talk: Talk) -> None:
    await talk.say("sprache englisch", who="bernd", room="direct")
    key = await ask(talk)
    assert "Your choices: ✅ Accept and ❌ Decline." in dict(talk.posts)[BERND]
    await talk.say("!anfrage zurück 1")
    assert (await talk.said(key)).endswith("Withdrawn.")


async def test_each_side_takes_back_only_its_own_step(talk: Talk) -> None:
    key = await ask(talk)
    asked, answer = talk.event, talk.key
    await talk.say("annehmen", who="bernd", room="direct", reply_to=f"$sent-{key}")
    accepted = talk.event
    assert "inzwischen mehr geschehen" in await talk.delete(asked)
    assert "#1 notiert" in await talk.said(answer)
    assert "angenommen" in await state(talk)
    await talk.delete(accepted, who="bernd", room="direct")
    assert "wartet auf Antwort" in await state(talk)


async def test_a_reaction_taken_away_changes_nothing_but_says_how_to(talk: Talk) -> None:
    key = await ask(talk)
    await talk.react("✅", who="bernd", room="direct", to=f"$sent-{key}")
    said = await talk.delete(talk.event, who="bernd", room="direct")
    assert "Ihre Antwort gilt weiter. Zurücknehmen: !rückgängig" in said
    assert "angenommen" in await state(talk)
