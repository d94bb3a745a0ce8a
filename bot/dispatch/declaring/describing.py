"""Describes the commands for clients that offer them while somebody types.

Each is one state event (MSC4391); on demand they also stand in one list (MSC4332). Both follow from
the commands' own declarations, and both are public in their room.
"""

import json
from base64 import b64encode
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from hashlib import sha256

from bot.dispatch.declaring.command import AnyCommand
from bot.dispatch.declaring.context import Place
from bot.dispatch.declaring.field import Field, FieldKind, from_values
from bot.domain.dialogue.message import Text
from bot.domain.dialogue.people import Role
from bot.domain.dialogue.voice import Voice
from bot.services.hosting import Hosting
from bot.text import Catalogues
from bot.text.catalogue import Catalogue

DESCRIPTION = "org.matrix.msc4391.command_description"
LIST = "org.matrix.msc4332.commands"
Key = tuple[str, str]
"""The type of a state event and its state key."""
Json = dict[str, object]

_TAIL = "fi.mau.tail_parameter"
_TYPES = {FieldKind.NUMBER: "integer", FieldKind.PERSON: "user_id"}
_SCHEMAS: Mapping[FieldKind, Json] = {
    kind: {"schema_type": "primitive", "type": _TYPES.get(kind, "string")} for kind in FieldKind
}


@dataclass(frozen=True, slots=True)
class Menu:
    """The state events that a room should have; rooms with the same have the same `sign`."""

    events: Mapping[Key, Json] = field(default_factory=dict)
    sign: str = ""

    @classmethod
    def of(cls, events: Mapping[Key, Json]) -> "Menu":
        """Signed; the empty one has an empty sign."""
        if not events:
            return cls()
        whole = json.dumps(sorted(events.items()))
        return cls(events, sha256(whole.encode()).hexdigest()[:32])


@dataclass(frozen=True, slots=True)
class Speaker:
    """Who describes, in which voice, and whether to one person alone."""

    ours: str
    catalogue: Catalogue
    english: bool = False
    direct: bool = False

    def words(self, command: AnyCommand) -> tuple[str, ...]:
        """The command's words in the room's language, then those in the other one."""
        paths = (command.alias, command.path) if self.english else (command.path, command.alias)
        return tuple(dict.fromkeys(" ".join(path) for path in paths))

    def said(self, text: Text) -> Json:
        """A text as these events hold it."""
        return {"m.text": [{"body": self.catalogue.line(text)}]}

    def fields(self, command: AnyCommand) -> list[Field]:
        """The parts to be filled in, required ones first; personal ones only in private."""
        shown = [part for part in command.fields if self.direct or not part.personal]
        return sorted(shown, key=lambda part: not part.required)


def state_key(command: str, ours: str) -> str:
    """Where the description of a command stands."""
    return b64encode(sha256(f"{command}{ours}".encode()).digest()).decode()


def description(command: AnyCommand, speaker: Speaker) -> Json:
    """What a client needs to know of a command (MSC4391)."""
    words, *aliases = speaker.words(command)
    fields = speaker.fields(command)
    content: Json = {
        "command": words,
        "description": speaker.said(Text(f"{command.text_id}-help")),
        "parameters": [_parameter(part, speaker) for part in fields],
    }
    if aliases:
        content["aliases"] = aliases
    if tail := _tail(fields):
        content[_TAIL] = tail
    return content


def descriptions(commands: Iterable[AnyCommand], speaker: Speaker) -> dict[Key, Json]:
    """One state event per command."""
    contents = (description(command, speaker) for command in commands)
    return {
        (DESCRIPTION, state_key(str(content["command"]), speaker.ours)): content
        for content in contents
    }


def listed(commands: Iterable[AnyCommand], speaker: Speaker) -> dict[Key, Json]:
    """All commands in one state event (MSC4332), which has no room for optional parts."""
    entries = [_entry(command, speaker) for command in commands]
    return {(LIST, speaker.ours): {"sigil": "!", "commands": entries}}


def _parameter(part: Field, speaker: Speaker) -> Json:
    parameter: Json = {
        "key": part.name,
        "schema": _SCHEMAS[part.kind],
        "description": speaker.said(Text(part.text_id)),
    }
    return parameter if part.required else {**parameter, "optional": True}


def _tail(fields: Sequence[Field]) -> str | None:
    """The part that takes the rest of the line: the last required one, if it is free text.

    Where only numbers and the like are required, it is the first optional text without a label.
    """
    required = [part for part in fields if part.required]
    if required and _is_free(required[-1]):
        return required[-1].name
    optional = (part for part in fields if not part.required)
    plain = (part.name for part in optional if _is_free(part) and part.form == "{}")
    return next(plain, None)


def _is_free(part: Field) -> bool:
    return part.kind not in _TYPES


def _entry(command: AnyCommand, speaker: Speaker) -> Json:
    words = speaker.words(command)[0]
    required = [part for part in speaker.fields(command) if part.required]
    line = from_values(required, {part.name: f"{{{part.name}}}" for part in required})
    return {
        "name": words,
        "syntax": " ".join([words, *line.split()]),
        "variables": {part.name: speaker.said(Text(part.text_id)) for part in required},
        "description": speaker.said(Text(f"{command.text_id}-help")),
    }


@dataclass(frozen=True, slots=True, kw_only=True)
class Describing:
    """Knows which commands make sense in which room, and in which voice it is told of them."""

    commands: Sequence[AnyCommand]
    catalogues: Catalogues
    hosting: Hosting
    admins: frozenset[str]
    ours: str
    both: bool = False
    """Whether there is the list, too."""
    _made: dict[tuple[str, bool, bool], Menu] = field(default_factory=dict)

    def menus(self, room_ids: Iterable[str]) -> dict[str, Menu]:
        """What each of these rooms should have."""
        office = self.hosting.office_room()
        return {room_id: self._menu(room_id, office) for room_id in room_ids}

    def _menu(self, room_id: str, office: str | None) -> Menu:
        room = self.hosting.room(room_id)
        partner = room.direct_with if room else None
        works_here = room_id == office or partner in self.admins
        wanted = (self.hosting.language(room_id), works_here, partner is not None)
        if wanted not in self._made:
            self._made[wanted] = self._make(*wanted)
        return self._made[wanted]

    def _make(self, voice: str, office: bool, direct: bool) -> Menu:
        english = Voice.of(voice) is Voice.ENGLISH
        speaker = Speaker(self.ours, self.catalogues.get(voice), english, direct)
        shown = [command for command in self.commands if _is_open(command, office=office)]
        return Menu.of(
            {**descriptions(shown, speaker), **(listed(shown, speaker) if self.both else {})}
        )


def _is_open(command: AnyCommand, *, office: bool) -> bool:
    """Whether the command makes sense there: the office's own stand where the office works."""
    for_all = command.place is Place.ANYWHERE and command.permission <= Role.COORDINATOR
    return not command.hidden and (office or for_all)
