"""From the search to an answered request."""

from tests.commands.conftest import PEOPLE, Talk


async def test_a_search_names_reason_place_number_and_next_step(talk: Talk) -> None:
    answer = await talk.say("!pate Pflege in Niedersachsen")
    first = answer.splitlines()[1]
    assert "Pflegenetz SON" in first
    assert "#12" in first
    assert "Braunschweig" in first
    assert "laut öffentlicher Quelle" in first
    assert "!pate anfragen 12" in answer


async def test_no_answer_is_honest_and_names_what_is_near(talk: Talk) -> None:
    answer = await talk.say("!pate Bremen")
    assert "kein Netzwerk gefunden" in answer
    assert "Niedersachsen" in answer


async def test_an_empty_search_says_how_to_ask(talk: Talk) -> None:
    assert "!pate Pflege in NRW" in await talk.say("!pate")


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


async def test_bad_requests_are_refused_with_the_next_step(talk: Talk) -> None:
    answers = [
        await talk.say(text)
        for text in (
            "!pate anfragen",
            "!pate anfragen 4",
            "!pate anfragen 999 Wie?",
            "!pate anfragen 2 Wie?",
            "!pate anfragen 4 " + "x" * 1500,
            "!anfrage zeige 77",
        )
    ]
    assert [("Nummer" in answers[0]), ("!pate anfragen 4" in answers[1])] == [True, True]
    assert "999" in answers[2]
    assert "eigenes Netzwerk" in answers[3]
    assert "1.000 Zeichen" in answers[4]
    assert "!anfrage liste" in answers[5]
