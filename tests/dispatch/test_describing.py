"""What clients are told of the commands can be drawn, filled in and read again."""

from __future__ import annotations

import json
import pathlib
import re
import shutil
from base64 import b64decode
from collections.abc import AsyncIterator, Iterator
from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import bot.commands
from bot.dispatch.declaring.command import AnyCommand, Command, Input, nothing
from bot.dispatch.declaring.context import Path, Place
from bot.dispatch.declaring.describing import (
    DESCRIPTION,
    LIST,
    Describing,
    Menu,
    Speaker,
    description,
    descriptions,
    listed,
    state_key,
)
from bot.dispatch.declaring.field import Field, FieldKind, from_values
from bot.dispatch.declaring.router import Router
from bot.domain.dialogue.message import Text
from bot.domain.dialogue.people import Role
from bot.domain.dialogue.voice import Voice
from bot.domain.errors import Missing, Refusal
from bot.domain.journal import Purpose
from bot.services.hosting import ConfiguredRooms, Hosting
from bot.services.preferring import Preferring
from bot.storage import rooms
from bot.storage.database import Database, Transaction
from bot.storage.sqlite import Sqlite
from bot.text import Catalogues

BOT = "@lotse:hs.example"
ANNA = "@anna:hs.example"
CATALOGUES = Catalogues()
ROUTER = Router.discover(bot.commands)
SHOWN = [command for command in ROUTER if not command.hidden]
GERMAN = Speaker(BOT, CATALOGUES.get("de"))
ENGLISH = Speaker(BOT, CATALOGUES.get("en"), english=True)
SPEAKERS = {
    voice: Speaker(BOT, CATALOGUES.get(voice), english=voice is Voice.ENGLISH, direct=direct)
    for voice, direct in ((voice, direct) for voice in Voice for direct in (False, True))
}
PRIMITIVES = {
    "string",
    "integer",
    "boolean",
    "user_id",
    "server_name",
    "room_alias",
    "room_id",
    "event_id",
}
SAMPLES = {"meeting-change": "Ort: Bonn"}
VALUES = {FieldKind.NUMBER: "3", FieldKind.PERSON: ANNA}


def faults(content: dict[str, Any]) -> Iterator[str]:
    """Where a description breaks a rule of the proposal, or one of its best-known reader."""
    if not set(content) <= {
        "command",
        "description",
        "parameters",
        "aliases",
        "fi.mau.tail_parameter",
    }:
        yield "an unknown key"
    command = content["command"]
    if not command or command != " ".join(command.split()) or command[0] in "!/":
        yield "a command that is no path of words"
    if command in content.get("aliases", ()) or content.get("aliases") == []:
        yield "an alias that says nothing"
    yield from _faulty_text(content["description"])
    parameters = content["parameters"]
    keys = [parameter["key"] for parameter in parameters]
    if len(set(keys)) < len(keys) or not all(keys):
        yield "a key twice, or an empty one"
    optional = [parameter.get("optional", False) for parameter in parameters]
    if optional != sorted(optional):
        yield "a required parameter behind an optional one"
    for parameter in parameters:
        yield from _faulty_text(parameter["description"])
        yield from _faulty_schema(parameter["schema"], top=True)
    yield from _faulty_tail(content.get("fi.mau.tail_parameter"), parameters)
    yield from _floats(content)


def _faulty_tail(tail: str | None, parameters: list[dict[str, Any]]) -> Iterator[str]:
    if tail is None:
        return
    keys = [parameter["key"] for parameter in parameters]
    if tail not in keys:
        yield "a tail that is no parameter"
    elif any(not parameter.get("optional") for parameter in parameters[keys.index(tail) + 1 :]):
        yield "a required parameter behind the tail"


def _faulty_text(text: dict[str, Any]) -> Iterator[str]:
    [said] = text["m.text"]
    if set(said) != {"body"} or not said["body"].strip() or re.search(r"</?\w+>", said["body"]):
        yield f"no plain text: {said}"


def _faulty_schema(schema: dict[str, Any], *, top: bool = False) -> Iterator[str]:
    kind = schema["schema_type"]
    if kind == "primitive":
        if schema["type"] not in PRIMITIVES:
            yield "an unknown type"
    elif kind == "array" and top:
        yield from _faulty_schema(schema["items"])
    elif kind == "union":
        for variant in schema["variants"]:
            yield from _faulty_schema(variant)
    elif kind == "literal":
        if schema["literal_type"] not in PRIMITIVES:
            yield "an unknown literal"
    else:
        yield f"{kind} stands in the wrong place"


def _floats(value: object) -> Iterator[str]:
    if isinstance(value, float):
        yield "a number with a fraction"
    for one in value.values() if isinstance(value, dict) else ():
        yield from _floats(one)
    for one in value if isinstance(value, list) else ():
        yield from _floats(one)


def declared(
    *fields: Field, path: str = "pate anfragen", alias: str = "patron request"
) -> AnyCommand:
    """A command with the texts of a real one."""
    return Command(
        path=tuple(path.split()),
        alias=tuple(alias.split()),
        parse=nothing,
        permission=Role.GUEST,
        fields=fields,
    )


def parameters(*fields: Field) -> list[dict[str, Any]]:
    found = description(declared(*fields), GERMAN)["parameters"]
    assert isinstance(found, list)
    return found


def tail(*fields: Field) -> object:
    return description(declared(*fields), GERMAN).get("fi.mau.tail_parameter")


def said(voice: str, text_id: str) -> dict[str, Any]:
    return {"m.text": [{"body": CATALOGUES.get(voice).line(Text(text_id))}]}


def by_command(speaker: Speaker) -> dict[str, dict[str, Any]]:
    return {str(d["command"]): d for d in descriptions(SHOWN, speaker).values()}


def test_the_state_key_is_that_of_the_proposals_own_example() -> None:
    key = state_key("ban", "@draupnir:draupnir.space")
    assert key == "JBDLR6YMe+72yqsEMi/MVdTmjN3ynPThMz+M7QLATZQ="


@given(st.text(), st.text())
def test_every_state_key_is_a_padded_hash(command: str, ours: str) -> None:
    key = state_key(command, ours)
    assert (len(key), len(b64decode(key, validate=True))) == (44, 32)


@pytest.mark.parametrize("voice", list(SPEAKERS))
@pytest.mark.parametrize("command", list(ROUTER), ids=lambda command: command.text_id)
def test_every_declared_command_has_a_valid_description(command: AnyCommand, voice: Voice) -> None:
    assert list(faults(description(command, SPEAKERS[voice]))) == []


@pytest.mark.parametrize("speaker", [GERMAN, ENGLISH], ids=["de", "en"])
def test_each_command_has_a_state_event_of_its_own(speaker: Speaker) -> None:
    assert len(descriptions(SHOWN, speaker)) == len(SHOWN)
    for (kind, key), content in descriptions(SHOWN, speaker).items():
        assert kind == DESCRIPTION
        assert key == state_key(str(content["command"]), BOT)


def test_a_room_reads_its_own_language_and_may_type_the_other() -> None:
    german, english = by_command(GERMAN)["pate anfragen"], by_command(ENGLISH)["patron request"]
    assert (german["aliases"], english["aliases"]) == (["patron request"], ["pate anfragen"])
    assert german["description"] == said("de", "pate-anfragen-help")
    assert english["description"] == said("en", "pate-anfragen-help")


def test_words_that_are_the_same_in_both_languages_are_no_alias() -> None:
    assert "aliases" not in description(declared(path="tagung", alias="tagung"), GERMAN)


@pytest.mark.parametrize("speaker", [GERMAN, ENGLISH], ids=["de", "en"])
def test_the_router_reads_every_published_word_as_that_command(speaker: Speaker) -> None:
    for command in SHOWN:
        content = description(command, speaker)
        aliases = content.get("aliases", [])
        assert isinstance(aliases, list)
        for words in [content["command"], *aliases]:
            match = ROUTER.match(str(words))
            assert match is not None
            assert (match.command, match.rest) == (command, "")


def test_numbers_people_and_all_else_have_their_types() -> None:
    fields = [Field(name=kind, kind=kind) for kind in FieldKind]
    shown = Speaker(BOT, _Echo())  # type: ignore[arg-type]
    content = description(declared(*fields), shown)["parameters"]
    assert isinstance(content, list)
    assert {p["key"]: p["schema"]["type"] for p in content} == {
        "text": "string",
        "number": "integer",
        "person": "user_id",
        "day": "string",
        "moment": "string",
    }


class _Echo:
    """Says the id of a text."""

    def line(self, text: Any) -> str:
        return str(text.id)


def test_required_parts_come_first_in_their_order_and_optional_ones_are_marked() -> None:
    topic = Field(name="request", required=False)
    first, second = Field(name="search"), Field(name="request-sentence")
    found = parameters(first, topic, second)
    assert [p["key"] for p in found] == ["search", "request-sentence", "request"]
    assert [p.get("optional") for p in found] == [None, None, True]


def test_the_last_required_text_takes_the_rest_of_the_line() -> None:
    text, more = Field(name="search"), Field(name="request-sentence")
    number = Field(name="request", kind=FieldKind.NUMBER)
    spare = Field(name="voice", required=False)
    assert tail(number, text) == "search"
    assert tail(text, more, spare) == "request-sentence"
    assert tail(text, number) is None
    assert tail(number, spare) == "voice"
    assert tail(number) is None


def test_a_labelled_optional_part_is_never_meant_by_the_rest_of_the_line() -> None:
    number = Field(name="request", kind=FieldKind.NUMBER)
    assert tail(number, Field(name="voice", form="Stimme: {}", required=False)) is None


def test_personal_parts_are_not_asked_for_where_others_read() -> None:
    hours = next(command for command in SHOWN if command.path[0] == "ruhe" and command.fields)
    private = Speaker(BOT, CATALOGUES.get("de"), direct=True)
    assert '"hours"' not in json.dumps(description(hours, GERMAN))
    assert '"hours"' in json.dumps(description(hours, private))


def written(field: Field, value: str) -> str:
    """A value as it has to look; what a command is about is named by its number."""
    if field.name in SAMPLES:
        return SAMPLES[field.name]
    return VALUES.get(field.kind) or ("3" if field.first or field.subject else value)


def is_complete(command: AnyCommand, line: str) -> bool:
    """Whether the command's own parser has all it needs; what it refuses besides is the value."""
    try:
        command.parse(Input(line, date(2026, 11, 23), "Europe/Berlin"))
    except Missing:
        return False
    except Refusal:
        return True
    return True


WITH_FIELDS = [command for command in ROUTER if command.fields]


@pytest.mark.parametrize("command", WITH_FIELDS, ids=lambda command: command.text_id)
@settings(max_examples=30)  # of each of some thirty commands
@given(
    value=st.from_regex(r"[A-Za-zäöü]{1,12}( [A-Za-zäöü0-9.]{1,12}){0,3}", fullmatch=True),
    data=st.data(),
)
def test_what_a_client_fills_in_is_a_line_with_nothing_missing(
    command: AnyCommand, value: str, data: st.DataObject
) -> None:
    speaker = Speaker(BOT, CATALOGUES.get("de"), direct=True)
    shown = description(command, speaker)["parameters"]
    assert isinstance(shown, list)
    optional = [p["key"] for p in shown if p.get("optional")]
    left_out = data.draw(st.sets(st.sampled_from(optional))) if optional else set()
    keys = [p["key"] for p in shown if p["key"] not in left_out]
    filled = {f.name: written(f, value) for f in command.fields if f.name in keys}
    assert filled.keys() == set(keys)
    assert is_complete(command, from_values(command.fields, filled))


def test_filled_in_parts_reach_the_command_as_they_were_meant() -> None:
    command = next(c for c in WITH_FIELDS if c.path == ("pate", "anfragen"))
    keys = [p["key"] for p in by_command(GERMAN)["pate anfragen"]["parameters"]]
    line = from_values(command.fields, dict(zip(keys, ["6", "Wie ging es los?"], strict=True)))
    assert line.startswith("6")
    assert line.endswith("\nWie ging es los?")


@pytest.mark.parametrize("voice", ["de", "en"])
@pytest.mark.parametrize("command", SHOWN, ids=lambda command: command.text_id)
def test_a_filled_in_entry_of_the_list_is_a_line_with_nothing_missing(
    command: AnyCommand, voice: str
) -> None:
    speaker = Speaker(BOT, CATALOGUES.get(voice), english=voice == "en", direct=True)
    content: dict[str, Any] = next(iter(listed([command], speaker).values()))
    [entry] = content["commands"]
    line = entry["syntax"]
    for field in command.fields:
        if field.required:
            assert field.name in entry["variables"]
            line = line.replace(f"{{{field.name}}}", written(field, "Pflege"))
    assert not set(line) & set("{}\n")
    match = ROUTER.match(line)
    assert match is not None
    assert match.command == command
    assert is_complete(command, match.rest) or not command.fields


def test_the_list_is_one_state_event_that_only_we_can_set() -> None:
    [(key, content)] = listed(SHOWN, GERMAN).items()
    assert (key, content["sigil"]) == ((LIST, BOT), "!")
    entries = content["commands"]
    assert isinstance(entries, list)
    assert len(entries) == len(SHOWN)
    request = next(entry for entry in entries if entry["name"] == "pate anfragen")
    assert request["description"] == said("de", "pate-anfragen-help")
    assert re.findall(r"\{([^}]+)\}", request["syntax"]) == list(request["variables"])


# Which room is told what


class Community:
    """Rooms in a real database, and what they are told."""

    def __init__(self, database: Database, office: str | None, *, both: bool = False) -> None:
        self.database = database
        preferring = Preferring(database, "Europe/Berlin")
        configured = ConfiguredRooms(office=office)
        self.hosting = Hosting(database, configured, frozenset({ANNA}), "de", preferring)
        self.describing = Describing(
            commands=[SPECIAL.get(command.path, command) for command in ROUTER],
            catalogues=CATALOGUES,
            hosting=self.hosting,
            admins=frozenset({ANNA}),
            ours=BOT,
            both=both,
        )

    async def room(self, room_id: str, **facts: object) -> None:
        def enter(tx: Transaction) -> None:
            rooms.enter(tx, room_id, **facts)

        await self.database.write(enter)
        await self.hosting.refresh()

    def menu(self, room_id: str) -> Menu:
        return self.describing.menus([room_id])[room_id]

    def commands(self, room_id: str) -> set[object]:
        events = self.menu(room_id).events
        return {content["command"] for (kind, _), content in events.items() if kind == DESCRIPTION}


OPEN = {command.path: command for command in SHOWN if command.permission <= Role.COORDINATOR}
SPECIAL: dict[Path, AnyCommand] = {
    ("pate",): replace(OPEN["pate",], place=Place.OFFICE_ROOM),
    ("hilfe",): replace(OPEN["hilfe",], hidden=True),
}


@pytest.fixture
async def database(migrated: pathlib.Path, tmp_path: pathlib.Path) -> AsyncIterator[Database]:
    database = Database(Sqlite(pathlib.Path(shutil.copy(migrated, tmp_path))))
    await database.open()
    yield database
    await database.close()


@pytest.fixture
async def community(database: Database) -> Community:
    made = Community(database, "!office:hs.example")
    for room_id in ("!room:hs.example", "!office:hs.example"):
        await made.room(room_id)
    return made


async def test_a_room_is_told_what_its_people_may_do_there(community: Community) -> None:
    told = community.commands("!room:hs.example")
    assert told == {" ".join(path) for path in OPEN.keys() - SPECIAL.keys()}
    assert "pate anfragen" in told


async def test_the_offices_commands_are_told_to_the_office_only(community: Community) -> None:
    await community.room("!anna:hs.example", direct_with=ANNA)
    await community.room("!bernd:hs.example", direct_with="@bernd:hs.example")
    office = {" ".join(command.path) for command in SHOWN if command.path not in OPEN} | {"pate"}
    assert len(office) > 1
    for room_id in ("!office:hs.example", "!anna:hs.example"):
        assert office <= community.commands(room_id)
    for room_id in ("!room:hs.example", "!bernd:hs.example"):
        assert not office & community.commands(room_id)


async def test_without_an_office_room_no_other_room_is_told_its_commands(
    database: Database,
) -> None:
    community = Community(database, None)
    await community.room("!room:hs.example")
    assert not any(str(c).startswith("rolle") for c in community.commands("!room:hs.example"))
    await community.room("!room:hs.example", purpose=Purpose.OFFICE)
    assert any(str(c).startswith("rolle") for c in community.commands("!room:hs.example"))


async def test_the_rooms_language_decides(community: Community) -> None:
    before = community.menu("!room:hs.example")
    await community.room("!room:hs.example", language="en")
    after = community.menu("!room:hs.example")
    assert "patron request" in community.commands("!room:hs.example")
    assert before.sign != after.sign


async def test_equal_rooms_have_equal_signs(community: Community) -> None:
    await community.room("!other:hs.example")
    menus = community.describing.menus(["!room:hs.example", "!other:hs.example"])
    assert menus["!room:hs.example"] is menus["!other:hs.example"]
    again = Community(community.database, "!office:hs.example")
    await again.hosting.refresh()
    assert again.menu("!room:hs.example").sign == menus["!other:hs.example"].sign


async def test_the_list_is_there_on_demand_only(community: Community) -> None:
    assert not any(kind == LIST for kind, _ in community.menu("!room:hs.example").events)
    both = Community(community.database, "!office:hs.example", both=True)
    await both.hosting.refresh()
    assert (LIST, BOT) in both.menu("!room:hs.example").events


def test_nothing_to_tell_has_no_sign() -> None:
    assert Menu.of({}) == Menu() == Menu(sign="")


def test_what_is_told_is_small_enough_for_an_event() -> None:
    [content] = listed(SHOWN, GERMAN).values()
    assert len(json.dumps(content)) < 60_000
