"""The annual meeting: what everybody may ask and what the office does, as dialogues."""

from datetime import UTC, datetime

from tests.commands.conftest import Talk

NEW = "9. Fachtagung | Gemeinsam stark | 08.12.2026 10:00 | Berlin, Haus der Wirtschaft"


async def office(talk: Talk, text: str) -> str:
    return await talk.say(text, who="buero", room="office")


async def enter(talk: Talk, text: str = NEW) -> str:
    await office(talk, f"!tagung neu {text}")
    return await office(talk, "!ja")


async def test_without_any_meeting_the_answer_says_so_and_whom_to_ask(talk: Talk) -> None:
    assert (
        await talk.say("!tagung") == "Noch ist kein nächstes Jahrestreffen eingetragen. "
        "Wenn Sie Näheres wissen möchten, fragen Sie bitte das Innovationsbüro."
    )


async def test_a_draft_shows_every_step_with_its_moment_and_counts_for_nobody(talk: Talk) -> None:
    assert await office(talk, f"!tagung neu {NEW} | https://example.org/p") == (
        "Entwurf: 9. Fachtagung. Noch gilt nichts davon.\n"
        "• Motto: Gemeinsam stark\n"
        "• Termin: Di., 8. Dezember 2026, 10:00 Uhr\n"
        "• Ort: Berlin, Haus der Wirtschaft\n"
        "• Programm: https://example.org/p\n\n"
        "3 von 6 Ansagen kommen:\n"
        "• Termin vormerken: Mo., 8. Juni 2026, 09:00 Uhr"
        " – entfällt, der Zeitpunkt ist schon vorbei\n"
        "• Programm: Di., 13. Oktober 2026, 09:00 Uhr"
        " – entfällt, der Zeitpunkt ist schon vorbei\n"
        "• Anmeldung: Di., 17. November 2026, 09:00 Uhr"
        " – entfällt, der Zeitpunkt ist schon vorbei\n"
        "• letzter Aufruf: Di., 1. Dezember 2026, 09:00 Uhr\n"
        "• am Tag davor: Mo., 7. Dezember 2026, 09:00 Uhr\n"
        "• Dank: Mi., 9. Dezember 2026, 09:00 Uhr\n\n"
        "Zur Wahl stehen ✅ Ja und ❌ Nein. Tippen Sie auf ein Zeichen, oder antworten Sie auf"
        " diese Nachricht mit dem Wort."
    )
    assert "kein nächstes Jahrestreffen" in await talk.say("!tagung")
    talk.clock.now_is(datetime(2026, 12, 1, 8, 0, tzinfo=UTC))
    assert await talk.tick() == []


async def test_what_is_past_when_the_draft_is_confirmed_is_skipped_too(talk: Talk) -> None:
    talk.clock.now_is(datetime(2026, 12, 1, 7, 30, tzinfo=UTC))
    assert "3 von 6 Ansagen kommen:" in await office(talk, f"!tagung neu {NEW}")
    talk.clock.now_is(datetime(2026, 12, 1, 8, 30, tzinfo=UTC))
    assert "2 von 6 Ansagen kommen:" in await office(talk, "!ja")
    assert await talk.tick() == []


async def test_guests_may_ask_for_the_next_meeting(talk: Talk) -> None:
    await enter(talk, f"{NEW} | https://example.org/p")
    assert await talk.say("!tagung", who="gast") == (
        "9. Fachtagung: noch 15 Tage.\n"
        "• Motto: Gemeinsam stark\n"
        "• Termin: Di., 8. Dezember 2026, 10:00 Uhr\n"
        "• Ort: Berlin, Haus der Wirtschaft\n"
        "• Programm: https://example.org/p"
    )
    assert '<a href="https://example.org/p">' in talk.html
    english = await talk.say("!meeting", who="gast")
    assert english.startswith("9th Fachtagung: 15 days to go.\n• Motto: Gemeinsam stark\n• Date: ")


DAYS = (
    (datetime(2026, 12, 7, 22, 59, tzinfo=UTC), "9. Fachtagung: Morgen ist es so weit."),
    (datetime(2026, 12, 7, 23, 0, tzinfo=UTC), "9. Fachtagung: Heute ist es so weit."),
    (datetime(2026, 12, 8, 22, 59, tzinfo=UTC), "9. Fachtagung: Heute ist es so weit."),
    (datetime(2026, 12, 8, 23, 0, tzinfo=UTC), "Noch ist kein nächstes Jahrestreffen"),
)


async def test_days_are_counted_by_the_local_calendar(talk: Talk) -> None:
    await enter(talk)
    for now, answer in DAYS:
        talk.clock.now_is(now)
        assert (await talk.say("!tagung")).startswith(answer)


async def test_several_series_stand_side_by_side(talk: Talk) -> None:
    await enter(talk)
    await enter(talk, "11. Innovationstag\n16.6.2027 11 Uhr\nKulturbrauerei, Berlin")
    whole = await talk.say("!tagung")
    assert whole.startswith("9. Fachtagung: noch 15 Tage.")
    assert whole.endswith(
        "Außerdem:\n• 11. Innovationstag: Mi., 16. Juni 2027, 11:00 Uhr, Kulturbrauerei, Berlin"
    )
    assert (await talk.say("!tagung innovationstag")).startswith("11. Innovationstag: noch 205")
    assert (await talk.say("!tagung 11")).startswith("11. Innovationstag")
    unknown = await talk.say("!tagung Sommerfest")
    assert unknown.startswith("Zu „Sommerfest“ ist kein kommendes Treffen eingetragen.")


async def test_labels_lines_and_any_order_do_as_well(talk: Talk) -> None:
    shown = await office(
        talk,
        "!tagung neu Ort: Berlin\nTermin: Dienstag, 8. Dezember 2026, 10 Uhr\n"
        "Tagung: Fachtagung Nr. 9\nProgramm: www.example.org/p\nMotto: „Stark“",
    )
    assert shown.startswith(
        "Entwurf: 9. Fachtagung. Noch gilt nichts davon.\n"
        "• Motto: „Stark“\n"
        "• Termin: Di., 8. Dezember 2026, 10:00 Uhr\n"
        "• Ort: Berlin\n"
        "• Programm: https://www.example.org/p\n"
    )


REFUSED = (
    ("9. Fachtagung | 31.02.2027 10:00 | Berlin", "Den Tag „31.02.2027“ gibt es nicht."),
    ("9. Fachtagung | Mo., 8.12.2026 10:00 | Berlin", "passt nicht zusammen; das Datum ist"),
    ("9. Fachtagung | 8.12.2026 | Berlin", "fehlt die Uhrzeit"),
    ("9. Fachtagung | 8.12.2025 10:00 | Berlin", "Mo., 8. Dezember 2025, 10:00 Uhr ist schon"),
    ("Die nächste | 8.12.2026 10:00 | Berlin", "„Die nächste“ verstehe ich nicht als Tagung."),
    ("9. Fachtagung | 8.12.2026 10:00 | Berlin | Link: morgen", "ist keine Internetadresse"),
    (f"9. Fachtagung | {'x' * 301} | 8.12.2026 10:00 | Berlin", "höchstens 300 Zeichen"),
)


async def test_what_cannot_be_is_refused_with_the_next_step(talk: Talk) -> None:
    said = [(answer, await office(talk, f"!tagung neu {typed}")) for typed, answer in REFUSED]
    assert [pair for pair in said if pair[0] not in pair[1]] == []
    await office(talk, "!ja")
    assert "kein nächstes Jahrestreffen" in await talk.say("!tagung")


async def test_a_number_that_is_taken_is_refused_whatever_its_spelling(talk: Talk) -> None:
    await enter(talk)
    refusal = "9. Fachtagung ist schon eingetragen, als #1 für Di., 8. Dezember 2026, 10:00 Uhr."
    again = await office(talk, "!tagung neu 9. fachtagung | 9.12.2026 10:00 | Bonn")
    assert again.startswith(refusal)
    await enter(talk, "10. Fachtagung | 7.12.2027 10:00 | Bonn")
    assert refusal in await office(talk, "!tagung ändern #2 Tagung: 9. FACHTAGUNG")


async def test_only_the_office_enters_meetings(talk: Talk) -> None:
    for command in ("neu", "ändern", "absagen", "plan"):
        assert "dem Büro vorbehalten" in await talk.say(f"!tagung {command} {NEW}")


async def test_a_draft_is_its_authors_alone(talk: Talk) -> None:
    await office(talk, "!rolle büro @bernd:demo")
    await office(talk, "!ja")
    await office(talk, f"!tagung neu {NEW}")
    draft = f"$sent-{talk.key}"
    theirs = await talk.reply("ja", who="bernd", room="office")
    assert "an jemand anderen gerichtet" in theirs
    assert await talk.react("✅", who="bernd", room="office", to=draft) == ""
    await talk.say("!ja", who="bernd", room="office")
    assert "kein nächstes Jahrestreffen" in await talk.say("!tagung")
    await talk.react("✅", who="buero", room="office", to=draft)
    assert "9. Fachtagung" in await talk.say("!tagung")


async def test_a_discarded_draft_cannot_be_confirmed(talk: Talk) -> None:
    await office(talk, f"!tagung neu {NEW}")
    draft, asked = f"$sent-{talk.key}", talk.key
    assert "es bleibt alles, wie es war" in await office(talk, "!nein")
    assert "Nein" in await talk.said(asked)
    late = await talk.say("ja", who="buero", room="office", reply_to=draft)
    assert "schon beantwortet oder abgelaufen" in late
    assert "kein nächstes Jahrestreffen" in await talk.say("!tagung")


async def test_a_draft_goes_with_its_command(talk: Talk) -> None:
    await office(talk, f"!tagung neu {NEW}")
    asked = talk.key
    await talk.delete(talk.event, who="buero", room="office")
    assert "Zurückgezogen." in await talk.said(asked)
    await office(talk, "!ja")
    assert "kein nächstes Jahrestreffen" in await talk.say("!tagung")


async def test_an_edited_command_makes_a_new_draft_and_closes_the_old_one(talk: Talk) -> None:
    await office(talk, f"!tagung neu {NEW}")
    first = talk.key
    event = talk.event
    shown = await talk.edit(
        event, f"!tagung neu {NEW.replace('Berlin', 'Bonn')}", who="buero", room="office"
    )
    assert "Ort: Bonn" in shown
    assert "Zurückgezogen." in await talk.said(first)
    await office(talk, "!ja")
    assert "Ort: Bonn" in await talk.say("!tagung")


async def test_whoever_left_the_office_can_no_longer_confirm(talk: Talk) -> None:
    await office(talk, "!rolle büro @bernd:demo")
    await office(talk, "!ja")
    await talk.say(f"!tagung neu {NEW}", who="bernd", room="office")
    draft = f"$sent-{talk.key}"
    await office(talk, "!rolle entziehen @bernd:demo")
    await office(talk, "!ja")
    answer = await talk.say("ja", who="bernd", room="office", reply_to=draft)
    assert "dem Büro vorbehalten" in answer
    assert "kein nächstes Jahrestreffen" in await talk.say("!tagung")


async def test_a_change_shows_old_and_new_and_counts_only_when_confirmed(talk: Talk) -> None:
    await enter(talk)
    shown = await office(talk, "!tagung ändern Ort: Bonn; Termin: 9.12.2026 11:00 | Motto: -")
    assert shown.startswith(
        "Entwurf einer Änderung: 9. Fachtagung. Noch gilt nichts davon.\n"
        "• Termin: Mi., 9. Dezember 2026, 11:00 Uhr (bisher: Di., 8. Dezember 2026, 10:00 Uhr)\n"
        "• Ort: Bonn (bisher: Berlin, Haus der Wirtschaft)\n"
        "• Motto: keine Angabe (bisher: Gemeinsam stark)\n"
    )
    assert "Berlin" in await talk.say("!tagung")
    assert "ist geändert" in await office(talk, "!ja")
    assert await talk.say("!tagung") == (
        "9. Fachtagung: noch 16 Tage.\n• Termin: Mi., 9. Dezember 2026, 11:00 Uhr\n• Ort: Bonn"
    )


REFUSED_CHANGES = (
    ("ändern Ort: Berlin, Haus der Wirtschaft", "Das steht schon genau so da"),
    ("ändern Ort Bonn", "„Ort Bonn“ verstehe ich nicht als Feld einer Tagung."),
    ("ändern #7 Ort: Bonn", "Die Tagung #7 kenne ich nicht."),
    ("ändern 8. Fachtagung Ort: Bonn", "Die Tagung 8. Fachtagung kenne ich nicht."),
    ("ändern Termin: 1.1.2026 10:00", "ist schon vorbei"),
    ("absagen Sommerfest", "„Sommerfest“ verstehe ich nicht als Tagung."),
)


async def test_changes_that_cannot_be_are_refused(talk: Talk) -> None:
    await enter(talk)
    said = [(answer, await office(talk, f"!tagung {typed}")) for typed, answer in REFUSED_CHANGES]
    assert [pair for pair in said if pair[0] not in pair[1]] == []


async def test_a_meeting_is_cancelled_and_may_take_place_after_all(talk: Talk) -> None:
    await enter(talk)
    shown = await office(talk, "!tagung absagen 9. Fachtagung")
    assert "3 geplante Ansagen entfallen." in shown
    assert "noch 15 Tage" in await talk.say("!tagung")
    await office(talk, "!ja")
    assert (await talk.say("!tagung")).endswith(
        "Abgesagt ist: 9. Fachtagung, geplant für Di., 8. Dezember 2026, 10:00 Uhr."
    )
    assert "ist abgesagt" in await office(talk, "!tagung ändern 1 Ort: Bonn")
    await enter(talk)
    assert (await talk.say("!tagung")).startswith("9. Fachtagung: noch 15 Tage.")


async def test_a_meeting_that_has_begun_cannot_be_cancelled(talk: Talk) -> None:
    await enter(talk)
    talk.clock.now_is(datetime(2026, 12, 8, 9, 0, tzinfo=UTC))
    assert "hat schon begonnen" in await office(talk, "!tagung absagen")


async def test_the_plan_tells_what_was_sent_and_what_comes(talk: Talk) -> None:
    await enter(talk)
    talk.clock.now_is(datetime(2026, 12, 1, 8, 0, tzinfo=UTC))
    await talk.tick()
    plan = await office(talk, "!tagung plan")
    assert "letzter Aufruf: Di., 1. Dezember 2026, 09:00 Uhr – gesendet\n" in plan
    assert "am Tag davor: Mo., 7. Dezember 2026, 09:00 Uhr\n" in plan


async def test_what_the_office_typed_stays_inert(talk: Talk) -> None:
    hostile = "<b>@room</b> https://matrix.to/#/@anna:demo\u202e"
    await enter(talk, f"9. Fachtagung | Motto: {hostile} | 8.12.2026 10:00 | Berlin")
    shown = await talk.say("!tagung")
    assert "@room" not in shown
    assert "\u202e" not in shown
    assert "<b>" not in talk.html
    assert "<a" not in talk.html


async def test_a_form_asks_for_title_start_and_place_and_ends_in_the_draft(talk: Talk) -> None:
    assert (await office(talk, "!tagung neu")).startswith("Um welche Tagung geht es?")
    assert "verstehe ich nicht als Tagung" in await office(talk, "Die nächste")
    assert (await office(talk, "9. Fachtagung")).startswith("Wann beginnt sie?")
    assert "fehlt die Uhrzeit" in await office(talk, "8.12.2026")
    assert "Wo findet sie statt?" in await office(talk, "8.12.2026 10:00")
    shown = await office(talk, "Berlin\nMotto: Gemeinsam stark")
    assert shown.startswith(
        "Entwurf: 9. Fachtagung. Noch gilt nichts davon.\n"
        "• Motto: Gemeinsam stark\n"
        "• Termin: Di., 8. Dezember 2026, 10:00 Uhr\n"
        "• Ort: Berlin\n"
    )
    assert "eingetragen, als #1" in await office(talk, "ja")


async def test_the_form_goes_back_waits_and_is_dropped(talk: Talk) -> None:
    await office(talk, "!tagung neu 9. Fachtagung")
    await office(talk, "8.12.2026 10:00")
    assert (await office(talk, "zurück")).startswith("Wann beginnt sie?")
    assert "hebe das auf" in await office(talk, "später")
    talk.clock.now_is(datetime(2026, 11, 30, 9, 0, tzinfo=UTC))
    assert (await office(talk, "!weiter")).startswith("Wann beginnt sie?")
    assert "Wo findet sie statt?" in await office(talk, "9.12.2026 10:00")
    assert "es bleibt alles, wie es war" in await office(talk, "abbrechen")
    assert "kein nächstes Jahrestreffen" in await talk.say("!tagung")


async def test_the_form_speaks_english_to_whom_began_it_in_english(talk: Talk) -> None:
    assert (await office(talk, "!meeting new 9. Fachtagung")).startswith("When does it begin?")
    assert (await office(talk, "8.12.2026 10:00")).startswith("Where does it take place?")
    shown = await office(talk, "Berlin")
    assert shown.startswith("Draft: 9th Fachtagung. None of it counts yet.")
    assert "Your choices: ✅ Yes, ↩️ Back and ❌ No." in shown
    assert "is entered, as #1" in await office(talk, "yes")


async def test_a_change_without_a_field_asks_for_it(talk: Talk) -> None:
    await enter(talk)
    assert (await office(talk, "!tagung ändern #1")).startswith("Was soll sich ändern?")
    assert "Ort: Bonn (bisher: Berlin" in await office(talk, "Ort: Bonn")
    await office(talk, "ja")
    assert "Ort: Bonn" in await talk.say("!tagung")


async def two(talk: Talk) -> None:
    await enter(talk)
    await enter(talk, "11. Innovationstag | 16.6.2027 11 Uhr | Berlin")


async def test_where_several_meetings_come_it_is_asked_which_one_is_meant(talk: Talk) -> None:
    await two(talk)
    assert (await office(talk, "!tagung absagen")).startswith(
        "Welche Tagung meinen Sie?\n"
        "1. 9. Fachtagung, Di., 8. Dezember 2026, 10:00 Uhr\n"
        "2. 11. Innovationstag, Mi., 16. Juni 2027, 11:00 Uhr"
    )
    shown = await talk.react("2️⃣", who="buero", room="office")
    assert shown.startswith("Entwurf einer Absage: 11. Innovationstag.")
    assert "11. Innovationstag (#2) ist abgesagt" in await office(talk, "!ja")
    await office(talk, "!tagung neu 10. Fachtagung | 7.12.2027 10:00 | Bonn")
    await office(talk, "!ja")
    assert "1. 9. Fachtagung" in await office(talk, "!tagung ändern Ort: Köln")
    assert "Ort: Köln (bisher: Bonn)" in await office(talk, "!2")
    assert "1. 9. Fachtagung" in await office(talk, "!tagung plan")
    assert "Die Ansagen zu 9. Fachtagung (#1):" in await office(talk, "!1")


async def test_a_reply_to_a_meeting_means_it(talk: Talk) -> None:
    await two(talk)
    await office(talk, "!tagung innovationstag")
    shown = await talk.reply("!tagung absagen", who="buero", room="office")
    assert shown.startswith("Entwurf einer Absage: 11. Innovationstag.")


async def test_what_is_confirmed_is_the_meeting_that_was_shown(talk: Talk) -> None:
    await enter(talk)
    await office(talk, "!tagung absagen")
    draft = f"$sent-{talk.key}"
    await enter(talk, "8. Fachtagung | 1.12.2026 10:00 | Bonn")
    done = await talk.react("✅", who="buero", room="office", to=draft)
    assert done.startswith("9. Fachtagung (#1) ist abgesagt.")


async def test_a_second_yes_does_nothing_more(talk: Talk) -> None:
    await office(talk, f"!tagung neu {NEW}")
    draft = f"$sent-{talk.key}"
    await talk.react("✅", who="buero", room="office", to=draft)
    again = await talk.react("✅", who="buero", room="office", to=draft)
    assert again == ""
    assert "noch 15 Tage" in await talk.say("!tagung")
