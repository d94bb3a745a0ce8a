"""`!projekt`: what the networks do, told step by step and found again."""

import pytest

from tests.commands.conftest import Talk
from tests.commands.test_angebot import sheet, sheet_name
from tests.commands.test_netzwerk import grant


async def test_a_project_is_entered_with_topic_and_duty(talk: Talk) -> None:
    answer = await talk.say("!projekt neu Pflegecampus\nThema: Pflege\nPflicht: verstetigen")

    assert answer == (
        "Das Projekt „Pflegecampus“ von FKB OWL ist als #1 eingetragen "
        "(Pflicht: verstetigen, Thema: Pflege und Gesundheitswirtschaft). "
        "Melden Sie, was geschieht: !projekt meldung 1 Ihr Text"
    )


async def test_a_project_without_more_is_a_project_of_ones_own(talk: Talk) -> None:
    assert "(Pflicht: eigenes Projekt)" in await talk.say("!projekt neu Pflegecampus")


async def test_dated_lines_are_updates_of_their_own_and_breaks_stay(talk: Talk) -> None:
    await talk.say("!projekt neu Campus")

    answer = await talk.say(
        "!projekt meldung #1\n12.11.: Auftakt – „gut“\nmit 30 Betrieben\n20.10.2026: Bewilligt"
    )
    shown = await talk.say("!projekt zeige 1", who="mitglied")

    assert answer.startswith(
        "2 Meldungen zu „Campus“ (#1) sind notiert: "
        "Do., 12. November 2026 und Di., 20. Oktober 2026."
    )
    assert shown.splitlines()[3:] == [
        "• Do., 12. November 2026: Auftakt – „gut“",
        "  mit 30 Betrieben",
        "• Di., 20. Oktober 2026: Bewilligt",
    ]
    assert "„gut“<br>mit 30 Betrieben" in talk.html


async def test_a_text_without_a_day_is_of_today(talk: Talk) -> None:
    await talk.say("!projekt neu Campus")

    answer = await talk.say("!project update 1 12 companies joined")

    assert answer.startswith("Your update of “Campus” (#1) for Mon, 23 November 2026 is noted.")


async def test_the_list_begins_with_what_was_heard_of_last(talk: Talk) -> None:
    await talk.say("!projekt neu Erstes Thema: Pflege", who="anna")
    await talk.say("!projekt neu Zweites", who="bernd")
    assert (await talk.say("!projekt liste")).splitlines()[1:3] == [
        "• #2 Zweites (Ems-Achse): noch keine Meldung",
        "• #1 Erstes (FKB OWL): noch keine Meldung",
    ]
    talk.clock.now_is(talk.clock.now().replace(hour=10))
    await talk.say("!projekt meldung 1 12.11.: Los geht es", who="anna")

    assert (await talk.say("!projekt liste")).splitlines()[1] == (
        "• #1 Erstes (FKB OWL): Do., 12. November 2026: Los geht es"
    )


@pytest.mark.parametrize(
    ("wanted", "titles"),
    [
        ("", ["Zweites", "Erstes"]),
        ("eigene", ["Erstes"]),
        ("Ems-Achse", ["Zweites"]),
        ("#2", ["Erstes"]),
        ("Pflege", ["Erstes"]),
        ("Pflege seit 1.11.", ["Erstes"]),
        ("seit heute", ["Zweites", "Erstes"]),
    ],
)
async def test_the_list_is_narrowed(talk: Talk, wanted: str, titles: list[str]) -> None:
    await talk.say("!projekt neu Erstes Thema: Pflege", who="anna")
    await talk.say("!projekt neu Zweites", who="bernd")

    answer = await talk.say(f"!projekt liste {wanted}", who="anna")

    assert [line.split()[2] for line in answer.splitlines() if line[:1] == "•"] == titles


async def test_what_happened_before_is_left_out(talk: Talk) -> None:
    await talk.say("!projekt neu Erstes")
    talk.clock.now_is(talk.clock.now().replace(month=12))

    assert (await talk.say("!projekt liste seit 1.12.")).startswith("Dazu ist noch kein Projekt")
    await talk.say("!projekt meldung 1 1.12.: Neues")
    assert (await talk.say("!projekt liste seit 1.12.")).startswith("Ein Projekt ist eingetragen:")


async def enter_many(talk: Talk, count: int) -> None:
    for number in range(1, count + 1):
        await talk.say(f"!projekt neu Projekt {number} {'mit langem Titel ' * 8}")


async def test_a_long_list_has_pages_that_anyone_turns(talk: Talk) -> None:
    await enter_many(talk, 17)

    first = await talk.say("!projekt liste eigene")
    second = await talk.react("▶️", who="bernd")

    assert "Seite 1 von 2." in first
    assert first.count("…") == 15
    assert len(first) < 3_500
    assert [page.count("• #") for page in (first, second)] == [15, 2]
    assert "Projekt 1 " in second
    assert (
        second.splitlines()[1:3]
        == (await talk.say("!projekt liste eigene Seite 2")).splitlines()[1:3]
    )


async def test_the_next_page_is_of_the_same_day_however_late_it_is_turned(talk: Talk) -> None:
    await enter_many(talk, 16)
    await talk.say("!projekt liste seit heute")
    talk.clock.now_is(talk.clock.now().replace(day=24, hour=8))

    assert (await talk.reply("mehr")).startswith("16 Projekte sind eingetragen")


async def test_a_history_has_pages_by_length(talk: Talk) -> None:
    await talk.say("!projekt neu Campus")
    for day in (1, 2, 3):
        await talk.say(f"!projekt meldung 1 {day}.11.: {'lang ' * 300}")

    first = await talk.say("!projekt zeige 1")
    second = await talk.reply("mehr", who="mitglied")

    assert "Seite 1 von 2." in first
    assert len(first) < 3_500
    assert ["1. November" in page for page in (first, second)] == [False, True]
    assert "Seite 2 von 2." in await talk.say("!projekt zeige 1 Seite 2")


async def test_a_history_of_many_short_updates_has_pages_by_number(talk: Talk) -> None:
    await talk.say("!projekt neu Campus")
    days = "\n".join(f"{day}.11.: Schritt" for day in range(1, 18))
    await talk.say(f"!projekt meldung 1\n{days}")

    first = await talk.say("!project show 1")

    assert first.count("• ") == 15
    assert (await talk.reply("next")).count("• ") == 2


async def test_lists_and_histories_are_files_on_request(talk: Talk) -> None:
    await talk.say("!projekt neu Campus Thema: Pflege")
    await talk.say("!projekt meldung 1\n12.11.: Auftakt\n20.11.: =1+1")

    await talk.say("!projekt liste datei", who="mitglied")
    projects = sheet(talk)
    await talk.say("!projekt zeige 1 als Datei", who="mitglied")

    assert projects == [
        "number;network;title;topic;duty;since;last_day;last_update",
        "1;FKB OWL;Campus;pflege;own-project;2026-11-23;2026-11-20;'=1+1",
    ]
    assert sheet(talk) == [
        "project;title;day;text",
        "1;Campus;2026-11-20;'=1+1",
        "1;Campus;2026-11-12;Auftakt",
    ]
    assert sheet_name(talk) == "projekt-1.csv"


@pytest.mark.parametrize(
    ("who", "said", "answer"),
    [
        ("anna", "!projekt neu", "Wie heißt das Projekt?"),
        ("anna", f"!projekt neu {'x' * 201}", "Der Titel ist zu lang."),
        ("anna", "!projekt neu A Pflicht: Spaß", "Die Pflicht „Spaß“ kenne ich nicht."),
        ("anna", "!projekt neu A Thema: Raumfahrt", "Das Thema „Raumfahrt“ kenne ich nicht."),
        ("anna", "!projekt neu A\nund B", "„und B“ kann ich hier nicht zuordnen."),
        ("anna", "!projekt neu für Ems-Achse: A", "Für Ems-Achse sind Sie nicht eingetragen;"),
        ("anna", "!projekt meldung", "Welches Projekt meinen Sie?"),
        ("anna", "!projekt meldung 1", "Was ist geschehen?"),
        ("anna", "!projekt meldung 9 etwas", "Ein Projekt #9 gibt es nicht."),
        ("anna", "!projekt meldung 9", "Ein Projekt #9 gibt es nicht."),
        ("bernd", "!projekt meldung 1", "Für FKB OWL sind Sie nicht eingetragen;"),
        ("anna", "!projekt neu für Ems-Achse:", "Für Ems-Achse sind Sie nicht eingetragen;"),
        ("anna", "!projekt meldung 1 1.12.2026: etwas", "Di., 1. Dezember 2026 liegt noch vor uns."),
        ("anna", "!projekt meldung 1 31.2.: etwas", "Den Tag „31.2.“ gibt es nicht."),
        ("anna", f"!projekt meldung 1 {'x' * 2001}", "Eine Meldung darf höchstens 2.000 Zeichen"),
        ("bernd", "!projekt meldung 1 etwas", "Für FKB OWL sind Sie nicht eingetragen;"),
        ("anna", "!projekt zeige 9", "Ein Projekt #9 gibt es nicht."),
        ("anna", "!projekt zeige 1 Seite 2", "Eine Seite 2 gibt es nicht, alles steht auf einer"),
        ("anna", "!projekt liste Quatsch", "„Quatsch“ kenne ich weder als Netzwerk noch als Thema."),
        ("anna", "!projekt liste seit Mond", "„Mond“ verstehe ich nicht als Datum."),
        ("mitglied", "!projekt liste eigene", "Sie sprechen für kein Netzwerk, das ich kenne."),
        ("mitglied", "!projekt neu A", "!projekt neu ist für Koordinationen"),
        ("buero", "!projekt neu A", "Um welches Netzwerk geht es?"),
    ],
)  # fmt: skip
async def test_what_cannot_be_done_is_refused_with_the_next_step(
    talk: Talk, who: str, said: str, answer: str
) -> None:
    await talk.say("!projekt neu Campus", who="anna")

    assert (await talk.say(said, who=who)).startswith(answer)


async def test_the_office_writes_for_any_network(talk: Talk) -> None:
    await talk.say("!projekt neu für Ems-Achse: Campus", who="buero")

    assert "ist notiert" in await talk.say("!projekt meldung 1 Es geht voran", who="buero")


async def test_a_hostile_update_does_nothing(talk: Talk) -> None:
    await talk.say("!projekt neu <script>alert(1)</script>")
    await talk.say(
        "!projekt meldung 1 @room <a href='x'>y</a>\u202e https://matrix.to/#/@anna:demo"
    )
    await talk.say("!projekt zeige 1")

    assert "<script" not in talk.html
    assert "<a " not in talk.html
    assert "@room" not in talk.html
    assert "\u202e" not in talk.html


async def test_a_form_asks_for_title_and_network_and_shows_what_was_understood(
    talk: Talk,
) -> None:
    await grant(talk, "anna", "WiL")

    assert (await talk.say("!projekt neu")).startswith("Wie heißt das Projekt?")
    assert "2. WiL (#36)" in await talk.say("Campus\nThema: Pflege")
    summary = await talk.say("WiL")

    assert (
        "• Netzwerk: WiL\n• Titel: Campus\n• Thema: Pflege und Gesundheitswirtschaft\n"
        "• Pflicht: eigenes Projekt"
    ) in summary
    assert (await talk.react("✅")).startswith("Das Projekt „Campus“ von WiL ist als #1")


@pytest.mark.parametrize(
    "answer",
    [
        "Pflicht: verstetigen\nTitel: Campus\nThema: Pflege",
        "Thema: Pflege\nTitel: Campus\nPflicht: verstetigen",
        "Campus Thema: Pflege Pflicht: verstetigen",
    ],
)
async def test_parts_with_labels_come_in_any_order(talk: Talk, answer: str) -> None:
    await talk.say("!projekt neu")
    summary = await talk.say(answer)

    assert "• Titel: Campus\n• Thema: Pflege und Gesund" in summary
    assert "• Pflicht: verstetigen" in summary
    assert "(Pflicht: verstetigen, Thema: Pflege" in await talk.say(f"!projekt neu\n{answer}")


@pytest.mark.parametrize(
    ("wrong", "because", "asked"),
    [
        ("Thema: Raumfahrt", "Das Thema „Raumfahrt“ kenne ich nicht.", "Um welches Thema"),
        ("Pflicht: Spaß", "Die Pflicht „Spaß“ kenne ich nicht.", "Welcher Pflicht"),
        ("Netzwerk: Ems-Achse", "Für Ems-Achse sind Sie nicht", "Um welches Netzwerk"),
        ("Titel: " + "x" * 201, "Der Titel ist zu lang.", "Wie heißt das Projekt?"),
    ],
)
async def test_a_wrong_part_is_asked_for_again_and_the_others_stay(
    talk: Talk, wrong: str, because: str, asked: str
) -> None:
    await talk.say("!projekt neu")
    await talk.say("Campus")

    again = await talk.reply(wrong)

    assert again.startswith(because)
    assert asked in again


async def test_an_update_is_asked_for_piece_by_piece(talk: Talk) -> None:
    await talk.say("!projekt neu Erstes")
    await talk.say("!projekt neu Zweites")

    asked = await talk.say("!projekt meldung")
    assert "1. Zweites (#2)\n2. Erstes (#1)" in asked
    assert (await talk.say("#1")).startswith("Was ist geschehen?")
    summary = await talk.say("gestern: Presse da\n12.11.: Auftakt")

    assert (
        "• Projekt: Erstes (#1)\n• Meldung: So., 22. November 2026: Presse da\n"
        "• Meldung: Do., 12. November 2026: Auftakt"
    ) in summary
    assert (await talk.say("!ja")).startswith("2 Meldungen zu „Erstes“ (#1) sind notiert")


async def test_what_was_written_without_a_number_is_kept_while_the_project_is_asked_for(
    talk: Talk,
) -> None:
    await talk.say("!projekt neu Erstes")
    await talk.say("!projekt meldung 12.11.: Auftakt gelungen")

    assert "• Meldung: Do., 12. November 2026: Auftakt gelungen" in await talk.react("1️⃣")


async def test_a_number_and_a_day_that_cannot_be_are_asked_for_again(talk: Talk) -> None:
    await talk.say("!projekt neu Erstes")
    await talk.say("!project update")

    number = await talk.say("#7")
    await talk.say("#1")
    day = await talk.say("31.2.: x")

    assert number.startswith("There is no project #7.")
    assert "Which project do you mean?" in number
    assert day.startswith("There is no day “31.2.”")
    assert "• update: Mon, 23 November 2026: done" in await talk.say("done")


async def test_a_form_is_left_and_gone_back_in(talk: Talk) -> None:
    await talk.say("!projekt neu Erstes")
    await talk.say("!projekt meldung")
    await talk.say("1")

    assert (await talk.say("zurück")).startswith("Welches Projekt meinen Sie?")
    await talk.say("später")
    assert (await talk.say("!weiter")).startswith("Welches Projekt meinen Sie?")
    assert "bleibt alles, wie es war" in await talk.say("abbrechen")


@pytest.mark.parametrize(
    ("typed", "told"),
    [
        ("!meldung Auftakt gelungen", "Mo., 23. November 2026: Auftakt gelungen"),
        ("!projekt meldung Auftakt", "Mo., 23. November 2026: Auftakt"),
        ("meldung: Auftakt", "Mo., 23. November 2026: Auftakt"),
        ("!meldung 30 Betriebe dabei", "Mo., 23. November 2026: 30 Betriebe dabei"),
        ("!meldung 12.11.: Start", "Do., 12. November 2026: Start"),
        ("!meldung 1 Start", "Mo., 23. November 2026: Start"),
        ("!meldung #1 Start", "Mo., 23. November 2026: Start"),
        ("!update kick-off", "Mo., 23. November 2026: kick-off"),
    ],
)
async def test_a_reply_to_a_message_about_a_project_needs_no_number(
    talk: Talk, typed: str, told: str
) -> None:
    await talk.say("!projekt neu Campus")

    await talk.reply(typed)

    assert (await talk.reply("!projekt zeige")).endswith(f"• {told}")


async def test_a_reply_may_name_another_project(talk: Talk) -> None:
    await talk.say("!projekt neu Erstes")
    await talk.say("!projekt neu Zweites")

    assert "„Erstes“ (#1)" in await talk.reply("!meldung #1 Start")
    assert "Zweites (#2)" in await talk.reply("!projekt zeige 2")


async def test_a_reply_to_other_messages_is_no_answer_to_an_open_form(talk: Talk) -> None:
    await talk.say("!projekt neu Campus")
    project = talk.key
    await talk.say("!projekt neu")

    told = await talk.say("meldung: Auftakt", reply_to=f"$sent-{project}")

    assert "„Campus“ (#1)" in told
    assert await talk.say("Glückwunsch!", reply_to=f"$sent-{project}") == ""


async def test_a_word_in_a_reply_is_no_command_without_its_colon(talk: Talk) -> None:
    await talk.say("!projekt neu Campus")

    assert await talk.reply("Meldung ist raus") == ""


async def test_undo_takes_exactly_those_updates_back(talk: Talk) -> None:
    await talk.say("!projekt neu Campus")
    await talk.say("!projekt meldung 1 bleibt")
    await talk.say("!projekt meldung 1 geht\n12.11.: geht auch")

    assert (await talk.say("!rückgängig")).startswith("Zurückgenommen.\n\n2 Meldungen zu „Campus“")
    assert (await talk.reply("!projekt zeige")).endswith("• Mo., 23. November 2026: bleibt")


async def test_undo_takes_a_project_back_while_nothing_was_reported(talk: Talk) -> None:
    await talk.say("!projekt neu Campus")

    assert (await talk.say("!undo")).startswith("Taken back.\n\nThe project “Campus” (#1)")
    assert (await talk.say("!projekt liste")).startswith("Dazu ist noch kein Projekt")


async def test_a_project_with_updates_stays(talk: Talk) -> None:
    await talk.say("!projekt neu Campus")
    await talk.say("!projekt meldung 1 Auftakt", who="buero")

    assert (await talk.say("!rückgängig")).startswith("Zum Projekt #1 gibt es schon Meldungen")
    assert "#1 Campus" in await talk.say("!projekt liste")


async def test_who_lost_the_role_takes_nothing_back(talk: Talk) -> None:
    await grant(talk, "anna", "WiL")
    await talk.say("!projekt neu für FKB OWL: Campus")
    await talk.say("!projekt meldung 1 Auftakt")
    await talk.say("!rolle entziehen @anna:demo FKB OWL", who="buero", room="office")
    await talk.say("!ja", who="buero", room="office")

    refused = await talk.say("!rückgängig")

    assert refused.startswith("Für FKB OWL sind Sie nicht eingetragen; Sie sprechen für WiL.")
    assert "Auftakt" in await talk.say("!projekt zeige 1")


async def test_an_edited_update_is_corrected_and_a_deleted_one_is_gone(talk: Talk) -> None:
    await talk.say("!projekt neu Campus")
    await talk.say("!projekt meldung 1 Auftackt")
    event, answer = talk.event, talk.key

    await talk.edit(event, "!projekt meldung 1 12.11.: Auftakt")
    assert "vom Do., 12. November 2026 ist notiert" in await talk.said(answer)
    assert (await talk.say("!projekt zeige 1")).endswith("• Do., 12. November 2026: Auftakt")

    await talk.delete(event)
    assert (await talk.said(answer)).startswith("Zurückgenommen.")
    assert "Es gibt noch keine Meldung" in await talk.say("!projekt zeige 1")


async def test_several_projects_may_stand_in_one_message(talk: Talk) -> None:
    answer = await talk.say("!projekt neu Erstes\n!projekt neu Zweites\n!projekt meldung 1 Los")

    assert answer.count("ist als #") == 2
    assert "Ihre Meldung zu „Erstes“ (#1)" in answer
