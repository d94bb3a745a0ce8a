"""Days are typed as people say them, and every answer shows them with their weekday."""

import pytest

from tests.commands.conftest import Talk

ROOM = {"anna": "community", "buero": "office"}


@pytest.mark.parametrize(
    ("who", "said", "shown"),
    [
        ("anna", "!bedarf neu MINT bis Ende März", "bis Mi., 31. März 2027"),
        ("anna", "!bedarf neu MINT bis Freitag in 14 Tagen", "bis Fr., 11. Dezember 2026"),
        ("anna", "!projekt meldung 1 letzten Freitag: Auftakt", "vom Fr., 20. November 2026"),
        ("anna", "!projekt meldung 1 gestern: Auftakt", "vom So., 22. November 2026"),
        ("buero", "!ansage neu nächsten Freitag 14 Uhr: x", "Fr., 27. November 2026, 14:00 Uhr"),
        ("buero", "!ansage neu 14 Uhr am 5. März: x", "Fr., 5. März 2027, 14:00 Uhr"),
        ("buero", "!ansage neu montags um halb drei bis Ende März: x", "bis Mi., 31. März 2027"),
        (
            "buero",
            "!tagung neu 9. T | nächsten Fr. um 2 | Bonn",
            "Fr., 27. November 2026, 14:00 Uhr",
        ),
    ],
)
async def test_a_day_is_shown_with_its_weekday(talk: Talk, who: str, said: str, shown: str) -> None:
    await talk.say("!projekt neu Campus", who="anna")

    assert shown in await talk.say(said, who=who, room=ROOM[who])


@pytest.mark.parametrize(
    ("who", "said", "answer"),
    [
        ("anna", "!bedarf neu MINT bis Anfang Mai", "Meinen Sie Sa., 1. Mai 2027?"),
        (
            "anna",
            "!bedarf neu MINT bis 5/3",
            "1. Fr., 5. März 2027\n2. Mo., 3. Mai 2027",
        ),
        ("anna", "!bedarf neu MINT bis gestern", "So., 22. November 2026 ist schon vorbei."),
        ("buero", "!ansage neu 14 Uhr: x", "Zu „14 Uhr“ fehlt der Tag."),
        ("buero", "!ansage neu heute Abend: x", "Zu „heute Abend“ fehlt die Uhrzeit."),
        ("buero", "!ansage neu morgen 24 Uhr: x", "kann der Anfang oder das Ende des Tages sein."),
        ("buero", "!tagung neu 9. T | KW 12 10 Uhr | Bonn", "„KW 12“ ist mehr als ein Tag."),
    ],
)
async def test_what_is_not_clear_is_asked_for_with_an_example(
    talk: Talk, who: str, said: str, answer: str
) -> None:
    assert answer in await talk.say(said, who=who, room=ROOM[who])


async def test_the_example_of_a_vague_day_can_be_typed_back(talk: Talk) -> None:
    refused = await talk.say("!bedarf neu MINT bis Mitte Mai", who="anna")
    example = refused.partition("Meinen Sie ")[2].partition("?")[0]

    assert "bis Sa., 15. Mai 2027" in await talk.say(f"!bedarf neu MINT bis {example}", who="anna")


@pytest.mark.parametrize(
    ("typed", "day"),
    [("nach Pfingsten", "Di., 18. Mai 2027"), ("Frühjahr", "Mo., 1. März 2027")],
)
async def test_for_words_that_are_many_days_one_is_proposed(
    talk: Talk, typed: str, day: str
) -> None:
    said = await talk.say(f"!bedarf neu MINT bis {typed}: Schulen")
    assert f"„{typed}“ ist mehr als ein Tag. Meinen Sie {day}?" in said
    assert f"MINT und Technik, bis {day}: Schulen" in await talk.react("✅")


async def test_of_two_days_one_is_chosen(talk: Talk) -> None:
    assert "Welchen Tag meinen Sie?" in await talk.say("!bedarf neu MINT bis 5/3")
    assert "bis Mo., 3. Mai 2027" in await talk.reply("2")


async def test_what_is_no_day_is_shown_without_what_follows(talk: Talk) -> None:
    said = await talk.say("!bedarf neu MINT bis irgendwann: Schulen")
    assert said.startswith("„irgendwann“ verstehe ich nicht als Datum.")
