"""For the office `!warum` tells the whole way of a message or of a scheduled post."""

from datetime import UTC, datetime
from functools import partial

import pytest

from bot.domain.journal import InboxKind, Incoming, Outgoing
from bot.storage import inbox, outbox
from tests.commands.conftest import ROOMS, Talk
from tests.commands.test_warum import announce, last_call, office

COMMUNITY, NEWS = ROOMS["community"], ROOMS["announcements"]


def link(room: str, event: str) -> str:
    return f"https://matrix.to/#/{room}/{event}?via=demo&via=example.org"


@pytest.fixture
async def event(talk: Talk) -> str:
    """A command of Anna's, answered and sent."""
    await talk.say("!tagung")
    return talk.event


@pytest.mark.parametrize(
    "named",
    [
        "{event}",
        "https://matrix.to/#/!community:demo/{event}",
        "https://matrix.to/#/!community:demo/{event}?via=demo&via=example.org",
        "https://matrix.to/#/%21community%3Ademo/%24{bare}?via=demo",
        "<https://matrix.to/#/#gemeinschaft:demo/{event}>",
        "matrix:roomid/community:demo/e/{bare}",
        "matrix:roomid/community:demo/e/{bare}?via=demo",
        "matrix:r/gemeinschaft:demo/event/{bare}",
    ],
)
async def test_every_form_of_a_link_leads_to_the_message(
    talk: Talk, event: str, named: str
) -> None:
    said = await office(talk, f"!warum {named.format(event=event, bare=event[1:])}")
    assert said == (
        "Gekommen am Mo., 23. November 2026, 10:00 Uhr von @anna:demo im Raum community (!community:demo): "
        "ein Befehl oder eine Antwort an mich.\n\n"
        "Bearbeitet am Mo., 23. November 2026, 10:00 Uhr; Ergebnis: tagung\n\n"
        "Daraus folgte:\n"
        f"• Nachricht an community (!community:demo): gesendet als $sent-r-{event}; Versuche: 1"
    )


async def test_our_own_answer_leads_back_to_its_question(talk: Talk, event: str) -> None:
    said = await office(talk, f"!warum {link(COMMUNITY, f'$sent-r-{event}')}")
    assert said.startswith("Gekommen am Mo., 23. November 2026, 10:00 Uhr von @anna:demo")


async def test_a_refusal_tells_its_reason(talk: Talk) -> None:
    await talk.say("!rolle liste", who="gast")
    said = await office(talk, f"!warum {talk.event}")
    assert "Ergebnis: NeedsRole" in said


async def test_what_cannot_be_delivered_stands_first_with_its_reason(talk: Talk) -> None:
    await announce(talk, "täglich 9 Uhr: Guten Morgen")
    talk.keeps = True
    talk.clock.now_is(datetime(2026, 11, 24, 8, 0, tzinfo=UTC))
    await talk.tick()
    talk.keeps = False
    row = next(row for row in talk.rows if row.target == NEWS)
    await talk.database.write(
        partial(outbox.mark_dead, row=row.seq, reason="M_FORBIDDEN", now=talk.clock.now())
    )
    said = await office(talk, "!warum ansage-1/2026-11-24")
    assert said.startswith("Das ist die Ansage #1 (täglich um 09:00 Uhr).")
    assert "Eingetragen hat das @buero:demo am Mo., 23. November 2026, 10:00 Uhr." in said
    assert (
        "Fällig am Di., 24. November 2026, 09:00 Uhr; "
        "am Di., 24. November 2026, 09:00 Uhr zum Versand gegeben, wie geplant."
    ) in said
    assert (
        f"• Nachricht an announcements ({NEWS}): nicht zustellbar: M_FORBIDDEN; Versuche: 0" in said
    )


async def test_a_post_of_a_meeting_is_found_by_its_message_and_by_its_key(talk: Talk) -> None:
    event = await last_call(talk)
    by_message = await office(talk, f"!warum {link(NEWS, event)}")
    by_key = await office(talk, "!warum fachtagung-9/v1/last-call")
    assert by_message == by_key
    assert "Schritt „letzter Aufruf“" in by_key
    assert f"gesendet als {event}" in by_key


async def test_a_post_to_come_and_one_left_out_tell_how_it_stands(talk: Talk) -> None:
    await last_call(talk)
    coming = await office(talk, "!warum fachtagung-9/v1/day-before")
    assert "entschieden ist noch nichts, wie geplant" in coming
    assert coming.endswith("Gesendet habe ich darauf nichts.")
    past = await office(talk, "!warum fachtagung-9/v1/save-the-date")
    assert "weil der Termin beim Planen schon vorbei war" in past


@pytest.mark.parametrize(("outcome", "said"), [("too-many", "zu viele"), (None, "nicht an mich")])
async def test_of_what_was_not_heard_only_that_it_came_is_told(
    talk: Talk, outcome: str | None, said: str
) -> None:
    came = Incoming(event_id="$x", room_id=COMMUNITY, kind=InboxKind.OTHER, outcome=outcome)
    await talk.database.write(partial(inbox.add, events=[came], now=talk.clock.now()))
    told = await office(talk, "!warum $x")
    assert told.startswith(
        "Gekommen am Mo., 23. November 2026, 10:00 Uhr im Raum community (!community:demo)."
    )
    assert said in told


async def test_long_lists_are_cut(talk: Talk, event: str) -> None:
    more = [Outgoing(key=f"k{n}", target=f"!r{n}:demo", content={}, cause=event) for n in range(20)]
    await talk.database.write(partial(outbox.add, effects=more, now=talk.clock.now()))
    said = await office(talk, f"!warum {event}")
    assert "Daraus folgten 21 Sendungen:" in said
    assert said.count("•") == 15
    assert said.endswith("… und 6 weitere.")


@pytest.mark.parametrize(
    "named",
    [
        "https://matrix.to/#/!community:demo",
        "https://matrix.to/#/@anna:demo",
        "https://example.org/$event",
        "matrix:roomid/community:demo",
        "$",
        "$" + "x" * 300,
    ],
)
async def test_a_link_that_names_no_message_is_told_from_one_unknown(
    talk: Talk, named: str
) -> None:
    said = await office(talk, f"!warum {named}")
    assert "nennt keine einzelne Nachricht" in said
    unknown = await office(talk, f"!warum {link(COMMUNITY, '$unknown')}")
    assert unknown.startswith("Dazu habe ich nichts.")


async def test_only_the_office_and_only_in_its_room_hears_of_other_rooms(
    talk: Talk, event: str
) -> None:
    said = await talk.say(f"!warum {link(COMMUNITY, event)}")
    assert "!warum" in said
    assert "Büro" in said
    assert "@anna" not in said
    said = await talk.say(f"!warum {link(COMMUNITY, event)}", who="buero")
    assert said.startswith("!warum geht nur im Raum des Büros.")


async def test_why_speaks_every_voice(talk: Talk, event: str) -> None:
    english = await office(talk, f"!why {event}")
    assert english.startswith("It came on Mon, 23 November 2026")
    await office(talk, "!sprache einfach")
    plain = await office(talk, f"!warum {event}")
    assert "Ergebnis: tagung" in plain
    await office(talk, "!sprache du")
    familiar = await office(talk, "!warum $unbekannt")
    assert familiar.endswith("Bitte prüf den Link.")


async def test_words_behind_it_that_are_no_link_change_nothing(talk: Talk) -> None:
    assert await office(talk, "!warum denn das?") == await office(talk, "!warum")
