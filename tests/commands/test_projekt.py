"""`!projekt`: what the networks do, told step by step and found again."""

import pytest

from tests.commands.conftest import Talk


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


async def test_long_lists_and_histories_have_pages(talk: Talk) -> None:
    for number in range(1, 12):
        await talk.say(f"!projekt neu Projekt {number}")
    await talk.say("!projekt meldung 1\n" + "\n".join(f"{day}.11.: Schritt" for day in range(1, 7)))

    projects = await talk.say("!projekt liste eigene")
    updates = await talk.say("!projekt zeige 1")

    assert projects.endswith("Weiter: !projekt liste eigene Seite 2")
    assert "Projekt 1 " in await talk.say("!projekt liste eigene Seite 2")
    assert updates.endswith("Ältere Meldungen: !projekt zeige 1 Seite 2")
    assert (await talk.say("!projekt zeige 1 Seite 2")).endswith("So., 1. November 2026: Schritt")


@pytest.mark.parametrize(
    ("who", "said", "answer"),
    [
        ("anna", "!projekt neu", "Wie heißt das Projekt?"),
        ("anna", f"!projekt neu {'x' * 201}", "Der Titel ist zu lang."),
        ("anna", "!projekt neu A Pflicht: Spaß", "Die Pflicht „Spaß“ kenne ich nicht."),
        ("anna", "!projekt neu A Thema: Raumfahrt", "Das Thema „Raumfahrt“ kenne ich nicht."),
        ("anna", "!projekt neu A\nund B", "„und B“ kann ich hier nicht zuordnen."),
        ("anna", "!projekt neu für Ems-Achse: A", "Für Ems-Achse sind Sie nicht eingetragen;"),
        ("anna", "!projekt meldung", "Hier fehlt die Nummer"),
        ("anna", "!projekt meldung 1", "Was ist geschehen?"),
        ("anna", "!projekt meldung 9 etwas", "Ein Projekt #9 gibt es nicht."),
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
        ("buero", "!projekt neu A", "Für welches Netzwerk gilt das?"),
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
