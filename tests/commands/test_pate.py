"""From the search to an answered request."""

from contextlib import suppress
from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from bot.commands.pate import Asking
from bot.dispatch.declaring.command import Input
from bot.domain.errors import Refusal
from tests.commands.conftest import PEOPLE, Talk


async def test_a_search_names_reason_place_number_and_next_step(talk: Talk) -> None:
    answer = await talk.say("!pate Pflege in Niedersachsen")
    first = answer.splitlines()[1]
    assert "Pflegenetz SON" in first
    assert "#12" in first
    assert "Braunschweig" in first
    assert "laut öffentlicher Quelle" in first
    assert "!pate anfragen 12" in answer


async def test_a_reason_is_said_once_where_the_next_lines_have_the_same(talk: Talk) -> None:
    await talk.say("!angebot neu Pflege Stufe 3", who="anna")
    lines = (await talk.say("!pate Pflege")).splitlines()[1:6]
    assert "bietet an" in lines[0]
    assert lines[1].endswith("ein Angebot liegt nicht vor.")
    assert [line.partition("): ")[2] for line in lines[2:]] == ["ebenso."] * 3
    assert "): likewise." in await talk.say("!patron care")


async def test_no_answer_is_honest_and_names_what_is_near(talk: Talk) -> None:
    answer = await talk.say("!pate Bremen")
    assert "kein Netzwerk gefunden" in answer
    assert "Niedersachsen" in answer


async def test_an_empty_search_asks_what_is_sought(talk: Talk) -> None:
    assert (await talk.say("!pate")).startswith("Wonach suchen Sie?")
    assert "passen" in await talk.say("Pflege in Niedersachsen")


async def test_the_same_in_english(talk: Talk) -> None:
    assert (await talk.say("!patron")).startswith("What are you looking for?")
    assert "networks fit" in await talk.say("care")


async def test_an_offer_outranks_a_mere_topic_and_says_so(talk: Talk) -> None:
    await talk.say("!angebot neu Pflege Stufe 3", who="anna")
    answer = await talk.say("!pate Pflege")
    first = answer.splitlines()[1]
    assert "FKB OWL" in first
    assert "bietet an" in first
    assert "Stufe 3" in first


async def test_a_request_reaches_the_coordinators_and_the_asker_hears_of_it(talk: Talk) -> None:
    asked = await talk.say("!pate anfragen 4 Wie gewinnen Sie Mitglieder?", who="anna")
    told = dict(talk.posts)
    accepted = await talk.say("!anfrage annehmen 1 Gern, rufen Sie an.", who="bernd")
    heard = dict(talk.posts)
    assert "#1" in asked
    assert "Wie gewinnen Sie Mitglieder?" in told[PEOPLE["bernd"]]
    assert "angenommen" in accepted
    assert "Gern, rufen Sie an." in heard[PEOPLE["anna"]]


async def test_without_a_coordinator_the_office_is_told(talk: Talk) -> None:
    asked = await talk.say("!pate anfragen 12 Wie?", who="anna")
    assert "Büro" in asked
    assert list(dict(talk.posts)) == ["!office:demo"]


async def test_a_withdrawn_request_is_told_and_cannot_be_accepted(talk: Talk) -> None:
    await talk.say("!pate anfragen 4 Wie?", who="anna")
    await talk.say("!anfrage zurück 1", who="anna")
    told = dict(talk.posts)
    late = await talk.say("!anfrage annehmen 1", who="bernd")
    assert "zurückgenommen" in told[PEOPLE["bernd"]]
    assert "schon entschieden" in late


async def test_foreign_requests_are_not_shown_or_answered(talk: Talk) -> None:
    await talk.say("!pate anfragen 12 Wie?", who="anna")
    shown = await talk.say("!anfrage zeige 1", who="bernd")
    answered = await talk.say("!anfrage annehmen 1", who="bernd")
    assert "gehört nicht" in shown
    assert "gehört nicht" in answered


REFUSED = (
    ("!pate anfragen 999 Wie?", "999"),
    ("!pate anfragen 999", "999"),
    ("!pate anfragen 2", "eigenes Netzwerk"),
    ("!pate anfragen Mondbasis: Wie?", "Mondbasis"),
    ("!pate anfragen 2 Wie?", "eigenes Netzwerk"),
    ("!pate anfragen 4 " + "x" * 1500, "1.000 Zeichen"),
    ("!anfrage zeige 77", "!anfrage liste"),
)


async def test_bad_requests_are_refused_with_the_next_step(talk: Talk) -> None:
    said = [(answer, await talk.say(typed)) for typed, answer in REFUSED]
    assert [pair for pair in said if pair[0] not in pair[1]] == []
    assert "keine Anfragen" in await talk.say("!anfrage liste")


async def test_a_hit_goes_by_one_number_only_which_asks_it(talk: Talk) -> None:
    answer = await talk.say("!pate Pflege in Niedersachsen")
    assert "• Pflegenetz SON (#12, " in answer
    done = await talk.reply("!anfragen 12 Wie haben Sie begonnen?")
    assert "in der Pflege ist als #1 notiert" in done


async def test_in_the_direct_chat_no_sigil_is_needed(talk: Talk) -> None:
    await talk.say("pate Pflege in Niedersachsen", room="direct")
    assert "#1 notiert" in await talk.reply("anfragen 12 Wie?", room="direct")


async def test_a_network_may_be_named(talk: Talk) -> None:
    assert "#1 notiert" in await talk.say("!pate anfragen Ems-Achse: Wie gewinnen Sie Mitglieder?")
    assert "Wie gewinnen Sie Mitglieder?" in dict(talk.posts)[PEOPLE["bernd"]]


async def test_a_form_asks_for_the_network_and_the_sentence(talk: Talk) -> None:
    assert (await talk.say("!pate anfragen")).startswith("Welches Netzwerk möchten Sie fragen?")
    assert "Mondbasis" in await talk.say("Mondbasis")
    assert "eigenes Netzwerk" in await talk.say("2")
    assert (await talk.say("Ems-Achse")).startswith("Worum geht es?")
    assert (await talk.say("zurück")).startswith("Welches Netzwerk möchten Sie fragen?")
    await talk.say("#4")
    assert "1.000 Zeichen" in await talk.say("x" * 1500)
    summary = await talk.say("Wie gewinnen Sie Mitglieder: durch Besuche?")
    assert "Wie gewinnen Sie Mitglieder: durch Besuche?" in summary
    assert talk.posts == []
    assert "#1 notiert" in await talk.react("✅")
    assert "durch Besuche?" in dict(talk.posts)[PEOPLE["bernd"]]


async def test_a_sentence_without_a_network_is_kept(talk: Talk) -> None:
    await talk.say("!pate anfragen Wie gewinnen Sie Mitglieder?")
    assert "Wie gewinnen Sie Mitglieder?" in await talk.say("4")
    await talk.say("ja")
    assert "„Wie gewinnen Sie Mitglieder?“" in dict(talk.posts)[PEOPLE["bernd"]]


async def test_a_form_waits_a_week_and_may_be_dropped(talk: Talk) -> None:
    await talk.say("!pate anfragen 4")
    assert "!weiter" in await talk.say("später")
    talk.clock.now_is(talk.clock.now() + timedelta(days=7))
    assert (await talk.say("!weiter")).startswith("Worum geht es?")
    await talk.say("abbrechen")
    await talk.say("Wie?")
    assert "keine Anfragen" in await talk.say("!anfrage liste")


async def test_a_deleted_request_vanishes_before_the_coordinators_eyes(talk: Talk) -> None:
    await talk.say("!pate anfragen 4 Wie?")
    answer, question = talk.key, f"p-{talk.event}-request-{PEOPLE['bernd']}"
    await talk.delete(talk.event)
    assert (await talk.said(question)).endswith("Zurückgezogen.")
    assert "als hätten Sie nicht gefragt" in await talk.said(answer)
    assert talk.posts == []
    late = await talk.react("✅", who="bernd", room="direct", to=f"$sent-{question}")
    assert "schon beantwortet oder abgelaufen" in late


async def test_an_edited_request_is_put_anew(talk: Talk) -> None:
    await talk.say("!pate anfragen 4 Wie gewinen Sie Mitglieder?")
    event, question = talk.event, f"p-{talk.event}-request-{PEOPLE['bernd']}"
    answer = talk.key
    await talk.edit(event, "!pate anfragen 4 Wie gewinnen Sie Mitglieder?")
    assert (await talk.said(question)).endswith("Zurückgezogen.")
    ((to, put),) = [post for post in talk.posts if "Hilfe" in post[1]]
    assert to == PEOPLE["bernd"]
    assert "Wie gewinnen" in put
    assert "#2 notiert" in await talk.said(answer)


async def test_an_answered_request_is_not_unasked(talk: Talk) -> None:
    await talk.say("!pate anfragen 4 Wie?")
    event = talk.event
    await talk.say("!anfrage annehmen 1", who="bernd")
    assert "inzwischen mehr geschehen" in await talk.delete(event)
    assert "angenommen" in await talk.say("!anfrage zeige 1")


HOSTILE = ("<b>@room</b>", "\u202e 4 Wie?", ":::", "4:", "|\n|", "#" * 50, "9" * 30 + " Wie?")


async def test_hostile_lines_never_break_it(talk: Talk) -> None:
    for text in HOSTILE:
        answer = await talk.say(f"!pate anfragen {text}")
        assert answer
        assert "@room" not in answer
        assert "Fehler liegt bei mir" not in answer
        await talk.say("abbrechen")


@given(st.text(max_size=200))
def test_whatever_is_typed_is_read_or_refused(text: str) -> None:
    with suppress(Refusal):
        asking = Asking.parse(Input(text, date(2026, 11, 23), "Europe/Berlin"))
        assert asking.network
        assert asking.sentence.strip() == asking.sentence != ""
