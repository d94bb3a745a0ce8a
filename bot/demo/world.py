"""The demo's world: a space with three rooms, an office, two coordinators and an account for the bot."""

from __future__ import annotations

import asyncio
import contextlib
from dataclasses import dataclass, field

from bot.demo import words
from bot.demo.api import Api, MatrixError
from bot.demo.event import Event
from bot.demo.homeserver import Homeserver
from bot.demo.keys import Keys
from bot.demo.memory import Memory
from bot.demo.person import Person

BOT = "lotse"
DIRECT = "direkt"
_COMMON = ("gemeinschaft", "ansagen")
_OFFICE = "buero"


@dataclass(slots=True)
class World:
    """Who is there and where; people and rooms by their short names."""

    address: str
    bot: str
    people: dict[str, Person]
    space: str = ""
    rooms: dict[str, str] = field(default_factory=dict)

    async def room(self, who: str, name: str) -> str:
        """Id of a room as that person sees it; the direct chat is made when first needed."""
        if name != DIRECT:
            return self.rooms[name]
        person = self.people[who]
        known = (await person.direct_rooms()).get(self.bot, [])
        if known and self.bot in await person.members(known[-1]):
            return known[-1]
        return await self._direct_chat(person)

    def name_of_room(self, room: str) -> str:
        """Short name of a room; one that is not everyone's is somebody's direct chat."""
        return next((name for name, known in self.rooms.items() if known == room), DIRECT)

    async def admits(self, who: str, name: str) -> bool:
        """Whether that person is in the room; everyone has a direct chat."""
        if name == DIRECT:
            return True
        members = await self.people[_OFFICE].members(self.rooms[name])
        return self.people[who].user_id in members

    def name_of(self, user_id: str) -> str:
        """How somebody is called here."""
        local = user_id[1:].partition(":")[0]
        return words.BOT if local == BOT else words.PEOPLE.get(local, local)

    async def _direct_chat(self, person: Person) -> str:
        """A new chat in which the bot has arrived and said hello, if it does so."""
        heard = len(person.heard)
        room = await person.create_direct(self.bot)
        await person.wait_for(lambda e: joined(e, room, self.bot), 20)
        with contextlib.suppress(TimeoutError):
            await person.wait_for(
                lambda e: e.room_id == room and e.sender == self.bot and e.is_message,
                2,
                start=heard,
            )
        return room


def joined(event: Event, room: str, user_id: str) -> bool:
    """Whether the event is that person's entry into the room."""
    entry = event.type == "m.room.member" and event.content.get("membership") == "join"
    return entry and event.room_id == room and event.state_key == user_id


async def furnish(server: Homeserver, memory: Memory) -> World:
    """Make whatever of the world is missing; everyone but the bot listens when it is done.

    Whoever ends the world closes its people.
    """
    people: dict[str, Person] = {}
    try:
        for name in words.PEOPLE:
            people[name] = await _person(server, memory, name, words.PEOPLE[name])
            await people[name].start()
        account = (BOT, memory.password(BOT))
        bot = await asyncio.to_thread(server.register, *account, display_name=words.BOT)
        world = World(server.address, bot, people)
        await _rooms(world, server.server_name)
    except BaseException:
        for person in people.values():
            await person.close()
        raise
    return world


async def _person(server: Homeserver, memory: Memory, name: str, title: str) -> Person:
    password = memory.password(name)
    folder = memory.path.parent / "people" / name
    user_id = await asyncio.to_thread(server.register, name, password, display_name=title)
    if name in memory.tokens:
        api = Api(server.address, memory.tokens[name])
        try:
            device = (await api.request("GET", "/account/whoami"))["device_id"]
        except MatrixError:
            pass
        else:
            keys = Keys(server.address, user_id, api.token, device, folder)
            return Person(server.address, user_id, api.token, keys=keys)
        finally:
            await api.close()
    person = await Person.login(server.address, user_id, password, folder=folder)
    memory.tokens[name] = person.api.token
    memory.save()
    return person


async def _rooms(world: World, server_name: str) -> None:
    office = world.people[_OFFICE]
    coordinators = [one.user_id for name, one in world.people.items() if name != _OFFICE]
    everyone = [*coordinators, world.bot]
    world.space = await _room(office, "demo", words.SPACE, everyone, server_name, space=True)
    for name in (*_COMMON, _OFFICE):
        guests = everyone if name in _COMMON else [world.bot]
        room = await _room(office, name, words.ROOMS[name], guests, server_name)
        world.rooms[name] = room
        via = {"via": [server_name], "suggested": True}
        if not await office.state(world.space, "m.space.child", room):
            await office.set_state(world.space, "m.space.child", via, room)
    await _everyone_may_answer(office, world.rooms["ansagen"], world.bot)
    for name, person in world.people.items():
        for room in (world.space, *(world.rooms[one] for one in _COMMON)):
            if name != _OFFICE:
                await person.join(room)


async def _room(
    owner: Person, name: str, title: str, guests: list[str], server: str, *, space: bool = False
) -> str:
    """The room with that alias, made if missing; each guest is in it or invited."""
    room = await owner.resolve(f"#{name}:{server}")
    if room is None:
        return await owner.create_room(title, invite=guests, alias=name, space=space)
    for guest in guests:
        member = await owner.state(room, "m.room.member", guest)
        if member.get("membership") not in {"join", "invite"}:
            await owner.invite(room, guest)
    return room


async def _everyone_may_answer(office: Person, room: str, bot: str) -> None:
    """Demos of old let only the office and the bot speak here."""
    levels = await office.state(room, "m.room.power_levels")
    wanted = {**levels, "events_default": 0, "users": {**levels.get("users", {}), bot: 50}}
    if levels != wanted:
        await office.set_state(room, "m.room.power_levels", wanted)
