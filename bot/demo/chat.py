"""The visitor's chat, apart from the terminal: who they are, where they are, what they see."""

from __future__ import annotations

import asyncio
from collections.abc import Callable

import aiohttp

from bot.demo import words
from bot.demo.api import MatrixError
from bot.demo.choosing import choices, pick
from bot.demo.event import Attachment, Event
from bot.demo.person import Person
from bot.demo.render import harmless
from bot.demo.showing import contents, shown
from bot.demo.world import DIRECT, World

_START = ("anna", "gemeinschaft")
_SHOWN_ON_ENTERING = 20
_LINES_OF_OLD = 3
_BROKEN = 500  # HTTP: from here on it is the server that failed


class Chat:
    """One visitor at a time; `write` gets what they see, `width` says how wide that may be."""

    def __init__(
        self,
        world: World,
        write: Callable[[str], None],
        width: Callable[[], int],
        *,
        colour: bool = True,
    ) -> None:
        self.who, self.place = _START
        self._world = world
        self._write = write
        self._width = width
        self._colour = colour
        self._room = world.rooms[self.place]
        self._seen: set[str] = set()
        self._latest: Event | None = None
        self._file: Attachment | None = None
        # One thing at a time: what arrives while a room is entered is part of its history.
        self._busy = asyncio.Lock()

    @property
    def person(self) -> Person:
        return self._world.people[self.who]

    @property
    def prompt(self) -> str:
        return words.PROMPT.format(person=words.PEOPLE[self.who], room=words.ROOMS[self.place])

    async def enter(self, text: str) -> bool:
        """Do what the visitor typed; False when they want to go."""
        try:
            async with self._busy:
                return await self._obey(text) if text.strip() else True
        except MatrixError as fault:
            reason = harmless(f"{fault.status} {fault.code}".strip())
            refused = words.FORBIDDEN.format(reason=reason)
            self._write(refused if fault.status < _BROKEN else words.UNREACHED)
        except (aiohttp.ClientError, TimeoutError):
            self._write(words.UNREACHED)
        return True

    async def _obey(self, text: str) -> bool:
        if not text.startswith(":"):
            self._seen.add(await self.person.say(self._room, text))
            return True
        command, _, name = text[1:].strip().partition(" ")
        match command.casefold():
            case "raum" | "r":
                await self._go(name.strip())
            case "person" | "p":
                await self._become(name.strip())
            case "antwort" | "a":
                await self._answer(name.strip())
            case "datei" | "d":
                await self._open()
            case "hilfe" | "h":
                self._write(words.HELP)
            case "ende" | "e":
                return False
            case _:
                self._write(words.NO_SUCH_COMMAND)
        return True

    async def follow(self) -> None:
        """Show what the current person hears, for ever; whoever they are changes on the way."""
        await asyncio.gather(*(self._follow(who) for who in self._world.people))

    async def _follow(self, who: str) -> None:
        async for event in self._world.people[who].events():
            async with self._busy:
                # Our own words stand on the prompt's line already, others in the history.
                if who == self.who and event.event_id not in self._seen:
                    self._print(event)

    def _print(self, event: Event, most: int | None = None) -> None:
        """Show an event, of its words at most so many lines."""
        head, *lines = self._lines(event) or [""]
        if not lines:
            return
        cut = [f"  {words.CUT}"] if most is not None and len(lines) > most else []
        self._write("\n".join([head, *lines[:most], *cut]))
        self._seen.add(event.event_id)
        self._file = event.file or self._file
        if event.sender == self._world.bot and event.is_message and not event.replaces:
            self._latest = event

    def _lines(self, event: Event) -> list[str]:
        """What an event looks like, headed by its room if that is not the current one."""
        lines = shown(event, width=self._width() - 3, colour=self._colour)
        if not lines:
            return []
        head = f"{self._bold(self._name(event))}{words.EDITED if event.replaces else ''}:"
        if event.room_id != self._room:
            head = f"[{self._title(event.room_id)}] {head}"
        return [head, *(f"  {line}".rstrip() for line in lines)]

    def _name(self, event: Event) -> str:
        return harmless(self._world.name_of(event.sender))

    def _title(self, room: str) -> str:
        return words.ROOMS[self._world.name_of_room(room)]

    def _bold(self, text: str) -> str:
        return f"\x1b[1m{text}\x1b[0m" if self._colour else text

    async def _go(self, wish: str) -> None:
        name = pick(wish, words.ROOMS)
        if not wish:
            self._write("\n".join(choices(words.ROOMS, self.place)))
        elif name is None:
            self._write(words.NO_SUCH_ROOM)
        elif not await self._world.admits(self.who, name):
            title, room = words.PEOPLE[self.who], words.ROOMS[name]
            self._write(words.NOT_A_MEMBER.format(person=title, room=room))
        else:
            await self._settle(self.who, name)

    async def _become(self, wish: str) -> None:
        name = pick(wish, words.PEOPLE)
        if not wish:
            self._write("\n".join(choices(words.PEOPLE, self.who)))
        elif name is None:
            self._write(words.NO_SUCH_PERSON)
        else:
            admitted = await self._world.admits(name, self.place)
            if self._latest and not await self._reaches(name, self._latest.room_id):
                self._latest = None
            await self._settle(name, self.place if admitted else _START[1])

    async def _reaches(self, who: str, room: str) -> bool:
        name = self._world.name_of_room(room)
        return name != DIRECT and await self._world.admits(who, name)

    async def _answer(self, text: str) -> None:
        """Reply to what the bot said last, in the room where it said it."""
        if not text:
            self._write(words.NO_ANSWER)
        elif self._latest is None:
            self._write(words.NOTHING_TO_ANSWER)
        else:
            room = self._latest.room_id
            self._seen.add(await self.person.reply(room, self._latest.event_id, text))
            if room != self._room:
                self._move(self.who, self._world.name_of_room(room), room)

    async def _open(self) -> None:
        """Download the file that was shown last."""
        if self._file is None:
            self._write(words.NO_FILE)
        else:
            raw = await self.person.download(self._file)
            self._write("\n".join(contents(raw, width=self._width() - 3)))

    async def _settle(self, who: str, place: str) -> None:
        """Be that person in that room, and see what was said there last."""
        self._move(who, place, await self._world.room(who, place))
        said = [event for event in await self.person.messages(self._room) if self._lines(event)]
        for event in said[-_SHOWN_ON_ENTERING:-1]:
            self._print(event, _LINES_OF_OLD)
        # The last one in full: it may be news, such as the greeting in a new direct chat.
        for event in said[-1:]:
            self._print(event)

    def _move(self, who: str, place: str, room: str) -> None:
        self.who, self.place, self._room = who, place, room
        self._write(words.NOW.format(person=words.PEOPLE[who], room=words.ROOMS[place]))
