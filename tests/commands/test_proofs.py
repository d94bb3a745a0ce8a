"""In encrypted rooms rights need a message that surely comes from the person."""

from __future__ import annotations

from dataclasses import replace

import pytest

from bot.domain.dialogue.message import Message, Proof
from bot.domain.journal import InboxKind, Incoming
from bot.storage import inbox
from tests.commands.conftest import START, Talk

SAID = Message(event_id="$1", room_id="!r", sender="@a:b", text="!tagung", sent_at=START)
NEW = "!tagung neu 9. Fachtagung; Motto: Mut; Termin: 8.12.2026 10 Uhr; Ort: Berlin"


@pytest.mark.parametrize("proof", [Proof.UNSIGNED, Proof.CHANGED])
async def test_an_unproven_device_may_ask_but_not_act(talk: Talk, proof: Proof) -> None:
    talk.proof = proof
    assert "Pflegenetz SON" in await talk.say("!pate Pflege in Niedersachsen")
    refused = await talk.say(NEW, who="buero", room="office")
    assert "Ihr Gerät ist aber noch nicht bestätigt" in refused
    talk.proof = Proof.DEVICE
    assert "Entwurf: 9. Fachtagung" in await talk.say(NEW, who="buero", room="office")


async def test_what_comes_in_clear_is_refused_whatever_it_is(talk: Talk) -> None:
    talk.proof = Proof.NONE
    for text in ("!hilfe", "!pate Pflege", "!hilfe\n!tagung"):
        assert "ohne Verschlüsselung" in await talk.say(text)


async def test_nobody_agrees_in_clear(talk: Talk) -> None:
    talk.proof = Proof.DEVICE
    await talk.say(NEW, who="buero", room="office")
    key = talk.key
    talk.proof = Proof.NONE
    said = await talk.say("ja", who="buero", room="office", reply_to=f"$sent-{key}")
    assert "ohne Verschlüsselung" in said
    assert "mit dem Wort" in await talk.react("✅", who="buero", room="office", to=f"$sent-{key}")
    assert await talk.core.services.convening.all() == ()


async def test_an_edit_in_clear_changes_nothing(talk: Talk) -> None:
    talk.proof = Proof.DEVICE
    before = await talk.say("!pate Pflege in Niedersachsen")
    event, key = talk.event, talk.key
    talk.proof = Proof.NONE
    assert "ohne Verschlüsselung" in await talk.edit(event, "!tagung")
    assert await talk.said(key) == before


async def test_a_proof_is_kept_until_the_message_is_handled(talk: Talk) -> None:
    message = replace(SAID, proof=Proof.UNSIGNED)
    event = Incoming(event_id="$1", room_id="!r", kind=InboxKind.COMMAND, message=message)
    write = talk.database.write
    await write(lambda tx: inbox.add(tx, [event], talk.clock.now()))
    (row,) = await talk.database.read(inbox.unfinished)
    assert row.message == message
    await write(lambda tx: inbox.replace_text(tx, "$1", "!hilfe", Proof.NONE))
    (row,) = await talk.database.read(inbox.unfinished)
    assert (row.message.text, row.message.proof) == ("!hilfe", Proof.NONE)
