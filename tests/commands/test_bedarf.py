"""`!bedarf`: open until its day, then it is shown no more."""

from datetime import timedelta

import pytest

from tests.commands.conftest import START, Talk
from tests.commands.test_angebot import sheet, sheet_name
from tests.commands.test_netzwerk import grant


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
        ("anna", "!bedarf neu", "Um welches Thema geht es?"),
        ("anna", "!bedarf neu MINT bis 31.2.2027", "Den Tag „31.2.2027“ gibt es nicht."),
        ("anna", "!bedarf neu MINT bis irgendwann", "„irgendwann“ verstehe ich nicht als Datum."),
        ("anna", "!bedarf neu MINT bis 1.1.2020", "Mi., 1. Januar 2020 ist schon vorbei."),
        ("anna", "!bedarf neu für Ems-Achse: MINT", "Für Ems-Achse sind Sie nicht eingetragen;"),
        ("anna", "!bedarf zurück 7", "Einen Bedarf #7 gibt es nicht."),
        ("buero", "!bedarf neu MINT", "Um welches Netzwerk geht es?"),
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


async def test_a_form_asks_for_the_topic_and_says_the_day_with_its_weekday(talk: Talk) -> None:
    assert (await talk.say("!bedarf neu")).startswith("Um welches Thema geht es?")
    summary = await talk.say("Bis: nächsten Freitag\nThema: MINT\nBemerkung: Erfahrung")

    assert "• Thema: MINT und Technik\n• Bis: Fr., 27. November 2026\n• Bemerkung: Er" in summary
    talk.clock.now_is(START + timedelta(days=1))
    assert "bis Fr., 27. November 2026: Erfahrung (#1)" in await talk.say("!ja")


async def test_a_day_that_cannot_be_is_asked_for_again(talk: Talk) -> None:
    await talk.say("!bedarf neu")
    await talk.say("MINT")

    again = await talk.reply("Bis: 1.1.2020")

    assert again.startswith("Mi., 1. Januar 2020 ist schon vorbei.")
    assert "Bis wann gilt das?" in again
    assert "• Bis: Do., 31. Dezember 2026" in await talk.say("bis 31.12.")


async def test_who_speaks_for_several_chooses_for_whom(talk: Talk) -> None:
    await grant(talk, "anna", "WiL")
    await talk.say("!bedarf neu MINT")

    assert "• Netzwerk: WiL" in await talk.say("#36")
    assert (await talk.say("!ja")).startswith("Eingetragen für WiL: MINT und Technik (#1)")


async def test_the_form_speaks_english(talk: Talk) -> None:
    await talk.say("!need new")

    assert "• topic: STEM\n• until: Thu, 31 December 2026" in await talk.say(
        "Topic: STEM\nUntil: 31 December"
    )


async def test_undo_takes_back_changes_and_restores(talk: Talk) -> None:
    await talk.say("!bedarf neu MINT bis 31.12.2026: alt")
    await talk.say("!bedarf neu MINT: neu")

    changed = await talk.say("!rückgängig")
    await talk.say("!bedarf zurück 1")
    restored = await talk.say("!rückgängig")

    line = "MINT und Technik, bis Do., 31. Dezember 2026: alt (#1)"
    assert (changed, restored) == (f"Zurückgenommen.\n\nEs gilt wieder: {line}",) * 2
    assert line in await talk.say("!bedarf liste")


async def test_undo_of_a_new_need_and_by_edit_and_deletion(talk: Talk) -> None:
    await talk.say("!bedarf neu MINT")
    event = talk.event
    await talk.edit(event, "!bedarf neu Pflege")
    assert "• FKB OWL: Pflege" in await talk.say("!bedarf liste")

    await talk.delete(event)

    assert (await talk.say("!bedarf liste")).startswith("Dazu liegt kein offener Bedarf vor.")


async def test_undo_leaves_what_has_changed_meanwhile(talk: Talk) -> None:
    await talk.say("!bedarf neu MINT")
    await talk.say("!bedarf zurück 1", who="buero")

    assert (await talk.say("!rückgängig")).startswith("Das hat sich inzwischen geändert")


async def test_which_need_goes_is_asked_and_a_reply_says_it(talk: Talk) -> None:
    await talk.say("!bedarf neu MINT")
    assert "(MINT und Technik) ist zurückgenommen" in await talk.reply("!bedarf zurück")
    await talk.say("!bedarf neu Pflege")

    assert "1. Pflege und Gesundheitswirtschaft (#2)" in await talk.say("!bedarf zurück")
    assert "• Bedarf: Pflege" in await talk.react("1️⃣")
    assert "ist zurückgenommen" in await talk.react("✅")


async def test_a_long_list_has_pages_and_a_file(talk: Talk) -> None:
    for topic in [topic.id for topic in talk.core.services.directory.taxonomy.topics][:16]:
        await talk.say(f"!bedarf neu {topic} bis 31.12.2026: {'x' * 400}")

    first = await talk.say("!bedarf liste")
    second = await talk.react("▶️", who="mitglied")
    await talk.react("📄", who="mitglied")

    assert len(first) < 3_500
    assert [page.count("• FKB OWL") for page in (first, second)] == [15, 1]
    assert sheet(talk)[0] == "network;topic;note;until;example"
    assert len(sheet(talk)) == 17
    assert ";2026-12-31;nein" in sheet(talk)[1]
    assert sheet_name(talk) == "bedarfe.csv"
