"""`!angebot`: entered once per topic, changed, listed, taken back, each only for one's own."""

import pytest

from bot.domain.journal import Effect
from tests.commands.conftest import Talk
from tests.commands.test_netzwerk import grant


def sheet(talk: Talk) -> list[str]:
    """The lines of the file that the last answer brought."""
    (upload,) = [row for row in talk.rows if row.effect is Effect.UPLOAD]
    return str(upload.content["text"]).lstrip("\ufeff").splitlines()


def sheet_name(talk: Talk) -> object:
    return next(r.content["filename"] for r in talk.rows if r.effect is Effect.UPLOAD)


async def test_an_offer_is_entered_and_found_at_once(talk: Talk) -> None:
    answer = await talk.say("!angebot neu Verbundausbildung Stufe 3: Wir beraten seit 2016")

    line = "Verbundausbildung, Stufe 3: Wir beraten seit 2016 (#1)"
    assert answer.startswith(f"Eingetragen für FKB OWL: {line}.")
    assert answer.endswith("!angebot zurück 1")
    assert f"• FKB OWL: {line}" in await talk.say("!angebot liste")
    assert f"• {line}" in await talk.say("!netzwerk FKB OWL", who="bernd")


async def test_the_same_topic_again_changes_it(talk: Talk) -> None:
    await talk.say("!angebot neu Verbundausbildung Stufe 3: alt")

    answer = await talk.say("!angebot neu Ausbildung im Verbund, 2")

    assert answer.startswith("Das Angebot zu diesem Thema gab es schon")
    assert "• FKB OWL: Verbundausbildung, Stufe 2 (#1)" in await talk.say("!angebot liste")


async def test_an_offer_is_taken_back(talk: Talk) -> None:
    await talk.say("!angebot neu MINT 2")

    assert "(MINT und Technik) ist zurückgenommen" in await talk.say("!angebot zurück #1")
    assert (await talk.say("!angebot liste")).startswith("Dazu liegt noch kein Angebot vor.")


async def test_others_offers_stay(talk: Talk) -> None:
    await talk.say("!angebot neu MINT 2", who="bernd")

    refused = await talk.say("!angebot zurück 1", who="anna")

    assert refused.startswith("Für Ems-Achse sind Sie nicht eingetragen; Sie sprechen für FKB OWL.")
    assert "zurückgenommen" in await talk.say("!angebot zurück 1", who="buero")


async def test_the_office_says_for_whom_it_writes(talk: Talk) -> None:
    answer = await talk.say("!angebot neu für Ems-Achse: Pflege Stufe 3", who="buero")

    assert answer.startswith("Eingetragen für Ems-Achse: Pflege und Gesundheitswirtschaft, Stufe 3")


async def test_who_speaks_for_several_says_for_whom(talk: Talk) -> None:
    await grant(talk, "anna", "WiL")

    asked = await talk.say("!angebot neu MINT 2")

    assert asked.startswith("Um welches Netzwerk geht es?")
    assert "1. FKB OWL (#2)\n2. WiL (#36)" in asked
    assert "• Netzwerk: WiL\n• Thema: MINT und Technik" in await talk.react("2️⃣")
    assert "für WiL: MINT" in await talk.react("✅")
    assert "für WiL: Pflege" in await talk.say("!angebot neu für WiL: Pflege 2")


@pytest.mark.parametrize(
    ("who", "said", "answer"),
    [
        ("anna", "!angebot neu", "Um welches Thema geht es?"),
        ("anna", "!angebot neu MINT", "Wie erfahren ist Ihr Netzwerk damit?"),
        ("anna", "!angebot neu MINT Stufe 9", "Eine Stufe „9“ gibt es nicht."),
        ("anna", "!angebot neu Raumfahrt 2", "Das Thema „Raumfahrt“ kenne ich nicht."),
        ("anna", "!angebot neu Fachkräfte 2", "„Fachkräfte“ kann ich keinem Thema sicher zuordnen."),
        ("anna", f"!angebot neu MINT 2 {'x' * 501}", "Die Bemerkung ist zu lang."),
        ("anna", "!angebot neu für Ems-Achse: MINT 2", "Für Ems-Achse sind Sie nicht eingetragen;"),
        ("anna", "!angebot neu für Quatsch: MINT 2", "Ein Netzwerk „Quatsch“ kenne ich nicht."),
        ("anna", "!angebot neu für MINT 2", "Meinen Sie mit „für MINT 2“ ein Netzwerk?"),
        ("anna", "!angebot zurück", "Welches Angebot meinen Sie?"),
        ("anna", "!angebot zurück 7", "Ein Angebot #7 gibt es nicht."),
        ("anna", "!angebot liste Quatsch", "„Quatsch“ kenne ich weder als Netzwerk noch als Thema."),
        ("anna", "!angebot liste 999", "Dazu liegt noch kein Angebot vor."),
        ("buero", "!angebot neu MINT 2", "Um welches Netzwerk geht es?"),
        ("mitglied", "!angebot liste", "Sie sprechen für kein Netzwerk, das ich kenne."),
        ("mitglied", "!angebot neu MINT 2", "!angebot neu ist für Koordinationen"),
        ("anna", "!offer new MINT", "How experienced is your network in it?"),
    ],
)  # fmt: skip
async def test_what_cannot_be_done_is_refused_with_the_next_step(
    talk: Talk, who: str, said: str, answer: str
) -> None:
    assert (await talk.say(said, who=who)).startswith(answer)


async def test_a_list_is_narrowed_and_the_experienced_come_first(talk: Talk) -> None:
    await talk.say("!angebot neu MINT 1", who="anna")
    await talk.say("!angebot neu MINT 3", who="bernd")
    await talk.say("!angebot neu Pflege 2", who="bernd")

    by_topic = await talk.say("!angebot liste MINT", who="mitglied")
    by_network = await talk.say("!angebot liste Ems-Achse", who="mitglied")
    every = await talk.say("!offer list all", who="mitglied")

    assert [line.split(":")[0] for line in by_topic.splitlines()[1:]] == [
        "• Ems-Achse",
        "• FKB OWL",
    ]
    assert by_network.startswith("Es liegen 2 Angebote vor:")
    assert every.startswith("There are 3 offers:\n• FKB OWL: STEM, level 1 (#1)")


async def enter_many(talk: Talk, count: int) -> None:
    topics = [topic.id for topic in talk.core.services.directory.taxonomy.topics][:count]
    for topic in topics:
        await talk.say(f"!angebot neu {topic} Stufe 1: {'x' * 400}")


async def test_a_long_list_has_pages_that_anyone_turns(talk: Talk) -> None:
    await enter_many(talk, 17)

    first = await talk.say("!angebot liste")
    second = await talk.react("▶️", who="bernd")

    assert "Seite 1 von 2.\n\n▶️ Mehr und 📄 Datei" in first
    assert len(first) < 3_500
    assert [page.count("• FKB OWL") for page in (first, second)] == [15, 2]
    assert second.endswith(
        "📄 Datei – tippen Sie auf das Zeichen, oder antworten Sie mit dem Wort."
    )
    assert "Seite 2 von 2." in await talk.say("!angebot liste Seite 2")
    assert (await talk.say("!angebot liste 3")).startswith("Eine Seite 3 gibt es nicht")


async def test_the_next_page_is_a_word_in_either_language(talk: Talk) -> None:
    await enter_many(talk, 16)

    await talk.say("!offer list all")

    assert (await talk.reply("more")).startswith("There are 16 offers:\n• FKB OWL")


async def test_ones_own_list_of_several_networks_is_turned_by_oneself_alone(talk: Talk) -> None:
    await enter_many(talk, 16)
    await grant(talk, "anna", "WiL")
    await talk.say("!angebot liste")

    assert await talk.react("▶️", who="bernd") == ""
    assert "Seite 2 von 2." in await talk.react("▶️")


async def test_a_long_list_is_a_file_on_request(talk: Talk) -> None:
    await enter_many(talk, 16)
    await talk.say("!angebot liste alle")

    answer = await talk.react("📄")

    assert answer == "Es liegen 16 Angebote vor:"
    rows = sheet(talk)
    assert rows[0] == "network;topic;level;note;example"
    assert len(rows) == 17
    assert rows[1].startswith("FKB OWL;")
    assert sheet_name(talk) == "angebote.csv"


async def test_a_hostile_note_does_nothing(talk: Talk) -> None:
    await talk.say("!angebot neu MINT 2: <img src=x> @room https://matrix.to/#/@anna:demo")
    await talk.say("!angebot liste")

    assert "<img" not in talk.html
    assert "@room" not in talk.html
    assert "<a " not in talk.html


async def test_a_form_asks_one_thing_at_a_time_and_shows_what_was_understood(talk: Talk) -> None:
    assert (await talk.say("!angebot neu")).startswith("Um welches Thema geht es?")
    assert (await talk.say("Verbundausbildung")).startswith("Wie erfahren ist Ihr Netzwerk damit?")
    summary = await talk.say("3")

    assert summary.startswith("So verstehe ich Sie. Stimmt das?")
    assert "• Netzwerk: FKB OWL\n• Thema: Verbundausbildung\n• Stufe: 3, kann" in summary
    assert (await talk.say("!angebot liste")).startswith("Dazu liegt noch kein Angebot vor.")
    assert (await talk.say("!ja")).startswith("Eingetragen für FKB OWL: Verbundausbildung")


async def test_a_form_proposes_what_the_network_works_on_but_does_not_offer(talk: Talk) -> None:
    known = talk.core.services.directory.find("FKB OWL").topics
    await talk.say(f"!angebot neu {known[0]} Stufe 1")

    asked = await talk.say("!angebot neu")
    await talk.react("1️⃣")
    summary = await talk.react("2️⃣")

    topics = {topic.id: topic.de for topic in talk.core.services.directory.taxonomy.topics}
    assert f"1. {topics[known[1]]}" in asked
    assert f"• Thema: {topics[known[1]]}\n• Stufe: 2, erprobt" in summary


async def test_all_parts_may_come_in_one_answer(talk: Talk) -> None:
    await talk.say("!angebot neu")

    summary = await talk.say("MINT Stufe 2: Wir beraten seit 2016")

    assert "• Thema: MINT und Technik\n• Stufe: 2, erprobt\n• Bemerkung: Wir beraten" in summary


@pytest.mark.parametrize(
    "answer",
    [
        "Stufe: 2\nThema: MINT\nBemerkung: gern",
        "Bemerkung: gern\nThema: MINT\nStufe: 2",
        "Note: gern\nTopic: MINT\nLevel: 2",
        "Thema: MINT Stufe 2: gern",
    ],
)
async def test_parts_with_labels_come_in_any_order(talk: Talk, answer: str) -> None:
    await talk.say("!angebot neu")

    assert "• Thema: MINT und Technik\n• Stufe: 2, erprobt\n• Bemerkung: gern" in (
        await talk.say(answer)
    )
    in_one = await talk.say(f"!angebot neu\n{answer}")
    assert in_one.startswith("Eingetragen für FKB OWL: MINT und Technik, Stufe 2: gern")


async def test_a_wrong_value_is_asked_for_again_and_the_others_stay(talk: Talk) -> None:
    await talk.say("!angebot neu")

    topic = await talk.say("Raumfahrt")
    await talk.say("MINT")
    level = await talk.say("9")

    assert topic.startswith("Das Thema „Raumfahrt“ kenne ich nicht.")
    assert "Um welches Thema geht es?" in topic
    assert level.startswith("Eine Stufe „9“ gibt es nicht.")
    assert "• Thema: MINT und Technik\n• Stufe: 2" in await talk.say("erprobt")


async def test_a_wrong_part_among_several_is_the_one_that_is_asked_for_again(talk: Talk) -> None:
    await talk.say("!angebot neu")

    again = await talk.say("Thema: Raumfahrt\nStufe: 2")

    assert again.startswith("Das Thema „Raumfahrt“ kenne ich nicht.")
    assert "Um welches Thema geht es?" in again
    assert "• Thema: MINT und Technik\n• Stufe: 2" in await talk.say("MINT")


@pytest.mark.parametrize(
    ("typed", "answer"),
    [
        ("!angebot neu Raumfahrt", "Das Thema „Raumfahrt“ kenne ich nicht."),
        ("!angebot neu für Ems-Achse: MINT", "Für Ems-Achse sind Sie nicht eingetragen;"),
        ("!angebot neu für Ems-Achse:", "Für Ems-Achse sind Sie nicht eingetragen;"),
    ],
)
async def test_nobody_is_asked_more_for_what_cannot_be(talk: Talk, typed: str, answer: str) -> None:
    assert (await talk.say(typed)).startswith(answer)


async def test_a_summary_is_corrected_by_naming_the_part(talk: Talk) -> None:
    await talk.say("!angebot neu MINT")
    await talk.say("2")

    assert "• Stufe: 3, kann andere anleiten" in await talk.reply("Stufe: 3")
    assert "Stufe 3" in await talk.say("!ja")


async def test_one_may_go_back_put_it_off_and_drop_it(talk: Talk) -> None:
    await talk.say("!angebot neu")
    await talk.say("MINT")
    await talk.say("2")

    assert (await talk.react("↩️")).startswith("Wie erfahren ist Ihr Netzwerk damit?")
    assert (await talk.say("zurück")).startswith("Um welches Thema geht es?")
    await talk.say("Pflege")
    assert "hebe das auf" in await talk.say("später")
    assert (await talk.say("!weiter")).startswith("Wie erfahren ist Ihr Netzwerk damit?")
    assert "• Thema: Pflege" in await talk.say("1")
    assert "bleibt alles, wie es war" in await talk.say("abbrechen")
    assert (await talk.say("!angebot liste")).startswith("Dazu liegt noch kein Angebot vor.")


async def test_after_a_summary_talk_among_people_stays_that(talk: Talk) -> None:
    await talk.say("!angebot neu MINT")
    await talk.say("2")

    assert await talk.say("Guten Morgen zusammen") == ""
    assert "• Thema: MINT" in await talk.reply("Wie bitte?")
    assert (await talk.say("zurück")).startswith("Wie erfahren")


async def test_the_form_speaks_english(talk: Talk) -> None:
    assert (await talk.say("!offer new")).startswith("Which topic is this about?")
    assert "2. practised" in await talk.say("nursing")
    assert "• level: 2, practised" in await talk.say("2")
    assert (await talk.say("!yes")).startswith("Entered for FKB OWL:")


async def test_undo_takes_a_new_offer_back(talk: Talk) -> None:
    await talk.say("!angebot neu MINT 2")

    assert (await talk.say("!rückgängig")).startswith(
        "Zurückgenommen.\n\nNicht mehr eingetragen ist"
    )
    assert (await talk.say("!angebot liste")).startswith("Dazu liegt noch kein Angebot vor.")


async def test_undo_puts_the_old_offer_back(talk: Talk) -> None:
    await talk.say("!angebot neu MINT 2: alt")
    changed = await talk.say("!angebot neu MINT 3: neu")

    assert changed.endswith("Wie vorher: !rückgängig")
    assert (await talk.say("!rückgängig")).endswith("MINT und Technik, Stufe 2: alt (#1)")
    assert "Stufe 2: alt (#1)" in await talk.say("!angebot liste")


async def test_undo_puts_a_withdrawn_offer_back_under_its_number(talk: Talk) -> None:
    await talk.say("!angebot neu MINT 2: gern")
    await talk.say("!angebot neu Pflege 2")
    await talk.say("!angebot zurück 1")

    assert (await talk.say("!undo")).endswith("STEM, level 2: gern (#1)")
    assert "MINT und Technik, Stufe 2: gern (#1)" in await talk.say("!angebot liste")
    assert "zurückgenommen" in await talk.reply("!angebot zurück 1")


async def test_undo_leaves_what_has_changed_meanwhile(talk: Talk) -> None:
    await talk.say("!angebot neu MINT 2")
    await talk.say("!angebot neu für FKB OWL: MINT 3", who="buero")

    assert (await talk.say("!rückgängig")).startswith("Das hat sich inzwischen geändert")
    assert "Stufe 3" in await talk.say("!angebot liste")


async def test_undo_does_not_put_back_beside_a_new_offer_for_the_topic(talk: Talk) -> None:
    await talk.say("!angebot neu MINT 2")
    await talk.say("!angebot zurück 1")
    await talk.say("!angebot neu für FKB OWL: MINT 1", who="buero")

    assert (await talk.say("!rückgängig")).startswith("Das hat sich inzwischen geändert")
    assert "Stufe 1 (#2)" in await talk.say("!angebot liste")


async def test_an_edited_command_corrects_its_offer(talk: Talk) -> None:
    await talk.say("!angebot neu MINT 2: gren")
    first = talk.key

    await talk.edit(talk.event, "!angebot neu MINT 3: gern")

    assert "MINT und Technik, Stufe 3: gern" in await talk.said(first)
    listed = await talk.say("!angebot liste")
    assert listed.startswith("Es liegt ein Angebot vor:")
    assert "Stufe 3: gern" in listed


async def test_a_deleted_command_takes_its_offer_back(talk: Talk) -> None:
    await talk.say("!angebot neu MINT 2")
    first = talk.key

    await talk.delete(talk.event)

    assert (await talk.said(first)).startswith("Zurückgenommen.")
    assert (await talk.say("!angebot liste")).startswith("Dazu liegt noch kein Angebot vor.")


async def test_deleting_what_began_a_form_takes_back_what_it_led_to(talk: Talk) -> None:
    await talk.say("!angebot neu MINT")
    began = talk.event
    await talk.say("2")
    await talk.say("!ja")

    await talk.delete(began)

    assert (await talk.say("!angebot liste")).startswith("Dazu liegt noch kein Angebot vor.")


async def test_a_reply_means_the_offer_that_it_replies_to(talk: Talk) -> None:
    await talk.say("!angebot neu Pflege 1")
    await talk.say("!angebot neu MINT 2")

    assert "(MINT und Technik) ist zurückgenommen" in await talk.reply("!angebot zurück")


async def test_which_offer_goes_is_asked_with_those_that_are_there(talk: Talk) -> None:
    await talk.say("!angebot neu Pflege 1")
    await talk.say("!angebot neu MINT 2")

    asked = await talk.say("!angebot zurück")

    assert "1. MINT und Technik, Stufe 2 (#2)\n2. Pflege" in asked
    assert "• Angebot: Pflege" in await talk.say("#1")
    assert "(Pflege und Gesundheitswirtschaft) ist zurückgenommen" in await talk.react("✅")


async def test_a_number_with_its_sign_means_what_bears_it_not_a_place(talk: Talk) -> None:
    await talk.say("!angebot neu MINT")

    assert "• Stufe: 2, erprobt" in await talk.say("#2")


async def test_a_number_that_is_not_there_is_asked_for_again(talk: Talk) -> None:
    await talk.say("!angebot neu Pflege 1")
    await talk.say("!angebot zurück")

    again = await talk.say("#7")

    assert again.startswith("Ein Angebot #7 gibt es nicht.")
    assert "Welches Angebot meinen Sie?" in again


async def test_a_hostile_answer_in_a_form_does_nothing(talk: Talk) -> None:
    await talk.say("!angebot neu MINT")
    said = "Stufe 2: <img src=x> @room https://matrix.to/#/@anna:demo\nfür Ems-Achse: x"
    summary = await talk.say(said)

    assert "• Netzwerk: FKB OWL\n• Thema: MINT und Technik\n• Stufe: 2" in summary
    assert "<img" not in talk.html
    assert "@room" not in talk.html
