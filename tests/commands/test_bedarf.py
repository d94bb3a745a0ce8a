"""`!bedarf`: open until its day, then it is shown no more."""

from datetime import timedelta

import pytest

from tests.commands.conftest import START, Talk


async def test_a_need_is_entered_changed_and_taken_back(talk: Talk) -> None:
    entered = await talk.say("!bedarf neu Weiterbildung bis 31.12.2026: Wir suchen Verbünde")
    changed = await talk.say("!bedarf neu\nWeiterbildung\nganz neu")
    listed = await talk.say("!bedarf liste")
    gone = await talk.say("!bedarf zurück Nr. 1")

    assert entered.startswith(
        "Eingetragen für FKB OWL: Weiterbildung und Qualifizierung, "
        "bis Do., 31. Dezember 2026: Wir suchen Verbünde (#1)."
    )
    assert changed.startswith("Den Bedarf zu diesem Thema gab es schon")
    assert listed.endswith("• FKB OWL: Weiterbildung und Qualifizierung: ganz neu (#1)")
    assert "(Weiterbildung und Qualifizierung) ist zurückgenommen" in gone
    assert (await talk.say("!bedarf liste")).startswith("Dazu liegt kein offener Bedarf vor.")


async def test_an_expired_need_is_not_open(talk: Talk) -> None:
    await talk.say("!bedarf neu MINT bis morgen")
    talk.clock.now_is(START + timedelta(days=1))
    on_the_day = await talk.say("!bedarf liste MINT")
    talk.clock.now_is(START + timedelta(days=2))

    assert on_the_day.startswith("Es liegt ein offener Bedarf vor:")
    assert (await talk.say("!bedarf liste MINT")).startswith("Dazu liegt kein offener Bedarf vor.")
    assert "Ein Bedarf liegt nicht vor." in await talk.say("!netzwerk FKB OWL")


async def test_a_list_is_narrowed(talk: Talk) -> None:
    await talk.say("!bedarf neu MINT", who="anna")
    await talk.say("!need new nursing until 31 December", who="bernd")

    assert "• Ems-Achse" not in await talk.say("!bedarf liste MINT")
    assert "• FKB OWL" not in await talk.say("!bedarf liste #4")
    assert (await talk.say("!need list all")).startswith("There are 2 open needs:")


@pytest.mark.parametrize(
    ("who", "said", "answer"),
    [
        ("anna", "!bedarf neu", "Es fehlt das Thema."),
        ("anna", "!bedarf neu MINT bis 31.2.2027", "Den Tag „31.2.2027“ gibt es nicht."),
        ("anna", "!bedarf neu MINT bis Ende 2026", "„Ende 2026“ verstehe ich nicht als Datum."),
        ("anna", "!bedarf neu MINT bis 1.1.2020", "Mi., 1. Januar 2020 ist schon vorbei."),
        ("anna", "!bedarf neu für Ems-Achse: MINT", "Für Ems-Achse sind Sie nicht eingetragen;"),
        ("anna", "!bedarf zurück 7", "Einen Bedarf #7 gibt es nicht."),
        ("buero", "!bedarf neu MINT", "Für welches Netzwerk gilt das?"),
        ("mitglied", "!bedarf liste", "Sie sprechen für kein Netzwerk, das ich kenne."),
        ("mitglied", "!bedarf neu MINT", "!bedarf neu ist für Koordinationen"),
    ],
)
async def test_what_cannot_be_done_is_refused_with_the_next_step(
    talk: Talk, who: str, said: str, answer: str
) -> None:
    assert (await talk.say(said, who=who)).startswith(answer)


async def test_others_needs_stay(talk: Talk) -> None:
    await talk.say("!bedarf neu MINT", who="bernd")

    refused = await talk.say("!bedarf zurück 1", who="anna")

    assert refused.startswith("Für Ems-Achse sind Sie nicht eingetragen;")
