"""People who use the bot: they say commands, wait for answers, confirm, edit, and take back."""

from __future__ import annotations

import asyncio
import contextvars
import random
import re
from collections.abc import Callable
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from tests.simulation.ledger import Asked, Ledger, Planned, body, said
from tests.simulation.town import BOT, Json, Room
from tests.simulation.world import ANNA, BERND, BUERO, CARLA, World

BERLIN = ZoneInfo("Europe/Berlin")
_PATIENCE = 20 * 3600.0
_NUMBER = re.compile(r"als #(\d+)|Ansage #(\d+)")
_QUERIES = (
    "!pate Pflege in Niedersachsen",
    "!pate Wer hat Erfahrung mit ESF-Anträgen?",
    "!tagung",
    "!hilfe",
    "!netzwerk 4",
    "!projekt liste",
    "!bedarf liste alle",
    "!bedafr liste",
    "Lotse: hilfe",
    "!projekt zeige 999",
)
_TALK = ("Guten Morgen!", "Hat jemand die Folien?", "Danke!", "!1", "/shrug", "Bis morgen.")


class People:
    """What everybody does, each act a coroutine of its own."""

    def __init__(self, world: World, ledger: Ledger, dice: random.Random) -> None:
        self.world = world
        self.ledger = ledger
        self.dice = dice
        self.projects: list[int] = []
        self.rooms: list[Room] = [world.community, world.region]
        self.announcements: list[tuple[int, Planned]] = []
        self.chats: dict[str, Room] = {}
        # What happens in a request of the bot would end with it.
        self._ours = contextvars.copy_context()
        world.town.watchers.append(self._let_in)

    # Acts

    async def query(self) -> None:
        await self.ask(self._room(), self._anyone(), self.dice.choice(_QUERIES))

    async def talk(self) -> None:
        for _ in range(self.dice.randint(1, 6)):
            self.world.town.say(self._room(), self._anyone(), self.dice.choice(_TALK))
            await asyncio.sleep(self.dice.uniform(0, 3))

    async def project(self) -> None:
        await self.tell_project(self._room(), self._coordinator(), self.ledger.token("project"))

    async def tell_project(self, room: Room, who: str, token: str) -> None:
        self.note(token, await self.ask(room, who, f"!projekt neu {token}"))

    async def update(self) -> None:
        if not self.projects:
            await self.project()
            return
        token, number = self.ledger.token("update"), self.dice.choice(self.projects)
        text = f"!projekt meldung {number} {token} ist getan"
        self.note(token, await self.ask(self._room(), ANNA, text))

    async def several(self) -> None:
        """Two commands in one message have one answer."""
        first, second = self.ledger.token("project"), self.ledger.token("project")
        text = f"!projekt neu {first}\n!projekt neu {second}"
        answer = await self.ask(self._room(), self._coordinator(), text)
        self.note(first, answer)
        self.note(second, answer)

    async def request(self) -> None:
        token = self.ledger.token("request")
        text = f"!pate anfragen 4 {token} – können Sie helfen?"
        answer = await self.ask(self._room(), self.dice.choice((ANNA, CARLA)), text)
        number = self.note(token, answer)
        if number is None or self.dice.random() < 0.3:
            return
        await asyncio.sleep(self.dice.uniform(5, 4000))
        reply = self.ledger.token("reply")
        how = self.dice.choice(("annehmen", "ablehnen"))
        answer = await self.ask(self._room(), BERND, f"!anfrage {how} {number} {reply} von mir")
        self.note(reply, answer)

    async def form(self) -> None:
        """Asked for one thing after the other, in a chat with the bot alone."""
        chat = await self._chat(ANNA)
        token = self.ledger.token("project")
        if await self.ask(chat, ANNA, "projekt neu") is None:
            return
        await asyncio.sleep(self.dice.uniform(0, 90))
        if await self.ask(chat, ANNA, token) is None:
            return
        await asyncio.sleep(self.dice.uniform(0, 90))
        self.note(token, await self.ask(chat, ANNA, "ja"))

    async def announce(self) -> None:
        now = self.world.machine.truth().astimezone(BERLIN)
        token = self.ledger.token("announcement")
        when, due = self._rule(now)
        draft = await self.ask(self.world.office, BUERO, f"!ansage neu {when}: {token}")
        answer = await self.agree(draft, self.world.office, BUERO)
        number = self.note(token, answer)
        if number is not None and answer is not None:
            set_at = datetime.fromtimestamp(answer["origin_server_ts"] / 1000, BERLIN)
            plan = Planned(token=token, due=tuple(d for d in due if d > set_at))
            self.ledger.planned.append(plan)
            self.world.stay_awake(plan.due)
            self.announcements.append((number, plan))

    async def stop(self) -> None:
        """The office ends an announcement."""
        if not self.announcements:
            await self.announce()
            return
        chosen = self.dice.randrange(len(self.announcements))
        number, plan = self.announcements.pop(chosen)
        draft = await self.ask(self.world.office, BUERO, f"!ansage stopp {number}")
        plan.until = self.world.machine.truth()
        answer = await self.agree(draft, self.world.office, BUERO)
        if answer is not None and "kommt nicht mehr" in body(answer):
            plan.over = datetime.fromtimestamp(answer["origin_server_ts"] / 1000, BERLIN)
        elif answer is not None or draft is None or "Zur Wahl" not in body(draft):
            plan.until = None

    async def undo(self) -> None:
        """What somebody did last is taken back at once."""
        token = self.ledger.token("project")
        room, who = self.world.community, ANNA
        await self.tell_project(room, who, token)
        answer = await self.ask(room, who, "!rückgängig")
        entry = self.ledger.entries[token]
        if answer is None:
            # Nobody waits so long; what became of it nobody was told.
            entry.told = ""
        else:
            entry.gone = f"„{token}“" in body(answer) and "nicht mehr eingetragen" in body(answer)

    async def meet(self) -> None:
        """The office enters a meeting: its last call and the day before are still to come."""
        now = self.world.machine.truth().astimezone(BERLIN)
        token = self.ledger.token("meeting")
        day = (now + timedelta(days=9)).replace(hour=10, minute=0, second=0, microsecond=0)
        # A working day, so that no step moves.
        while day.weekday() > 4:
            day += timedelta(days=1)
        text = f"!tagung neu 9. Fachtagung | {token} | {day:%d.%m.%Y} 10:00 | Berlin"
        draft = await self.ask(self.world.office, BUERO, text)
        answer = await self.agree(draft, self.world.office, BUERO)
        if self.note(token, answer) is not None:
            due = tuple((day + timedelta(days=n)).replace(hour=9) for n in (-7, -1))
            self.world.stay_awake(due)
            self.ledger.planned.append(Planned(token=token, due=due, meeting=True))

    async def edit(self) -> None:
        """A command with a slip, put right at once or late."""
        first, second = self.ledger.token("project"), self.ledger.token("project")
        room, who = self._room(), self._coordinator()
        event = self.say(room, who, f"!projekt neu {first}")
        await asyncio.sleep(self.dice.choice((0.0, 0.3, 2.0, 40.0)))
        content = {"msgtype": "m.text", "body": f"!projekt neu {second}"}
        relation = {"rel_type": "m.replace", "event_id": event["event_id"]}
        fresh = self.world.town.add(
            room,
            who,
            "m.room.message",
            {
                **content,
                "body": f"* !projekt neu {second}",
                "m.new_content": content,
                "m.relates_to": relation,
            },
        )
        self.ledger.asked[event["event_id"]].edits.append(fresh["event_id"])
        self.ledger.entries[first].rival, self.ledger.entries[second].rival = second, first

    async def withdraw(self) -> None:
        """A command that is taken back, at once or late."""
        token = self.ledger.token("project")
        room, who = self._room(), self._coordinator()
        event = self.say(room, who, f"!projekt neu {token}")
        await asyncio.sleep(self.dice.choice((0.0, 0.3, 2.0, 40.0)))
        self.ledger.asked[event["event_id"]].withdrawn = True
        self.ledger.entries[token].gone = True
        self.world.town.redact(room, who, event["event_id"])

    async def calm(self) -> None:
        """From now on Bernd wants nothing unasked by night."""
        answer = await self.ask(await self._chat(BERND), BERND, "ruhe 22-7 Uhr")
        if answer is not None and "schreibe ich Ihnen nichts Ungefragtes" in body(answer):
            self.ledger.calm.setdefault(BERND, answer["origin_server_ts"])

    # Ways

    def say(self, room: Room, who: str, text: str, **content: object) -> Json:
        """Say something that is owed an answer."""
        event = self.world.town.say(room, who, text, **content)
        self.ledger.asked[event["event_id"]] = Asked(
            event_id=event["event_id"],
            room_id=room.room_id,
            sender=who,
            text=text,
            at=self.world.machine.truth(),
        )
        return event

    async def ask(self, room: Room, who: str, text: str) -> Json | None:
        """Say it and wait for the answer; None if there is none for long."""
        asked = self.say(room, who, text)["event_id"]
        return await self._hears(lambda _, event: _replies_to(event) == asked)

    async def agree(
        self, draft: Json | None, room: Room, who: str, *, by_word: bool = False
    ) -> Json | None:
        """Agree to a draft, at once `by_word` in reply, or after a while by that or by a sign."""
        if draft is None or "Zur Wahl stehen" not in body(draft):
            return None
        question = draft["event_id"]
        if not by_word:
            await asyncio.sleep(self.dice.uniform(1, 200))
        if not by_word and self.dice.random() < 0.5:
            sign = {"rel_type": "m.annotation", "event_id": question, "key": "✅"}
            self.world.town.add(room, who, "m.reaction", {"m.relates_to": sign})
            return await self._hears(
                lambda _, event: _replies_to(event) == question and event is not draft
            )
        relation = {"m.in_reply_to": {"event_id": question}}
        word = self.say(room, who, "ja", **{"m.relates_to": relation})["event_id"]
        return await self._hears(lambda _, event: _replies_to(event) == word)

    async def _hears(self, wanted: Callable[[str, Json], bool]) -> Json | None:
        found: asyncio.Future[Json] = asyncio.get_running_loop().create_future()

        def watch(room_id: str, event: Json) -> None:
            if event["sender"] == BOT and wanted(room_id, event) and not found.done():
                found.set_result(event)

        self.world.town.watchers.append(watch)
        try:
            async with asyncio.timeout(_PATIENCE):
                return await found
        except TimeoutError:
            return None
        finally:
            self.world.town.watchers.remove(watch)

    def note(self, token: str, answer: Json | None) -> int | None:
        """Remember what was told about a word; the number under which it is stored."""
        if answer is None:
            return None
        self.ledger.entries[token].told = text = body(answer)
        own = re.search(rf"„{token}“ von [^#]*als #(\d+)", text)
        number = own or _NUMBER.search(text)
        if number is None:
            return None
        found = int(number[1] or number[2])
        if self.ledger.entries[token].kind == "project":
            self.projects.append(found)
        return found

    async def _chat(self, who: str) -> Room:
        """The room of a person with the bot alone."""
        known = self.chats.get(who)
        if known is None:
            known = self.chats[who] = self.world.town.create(who, BOT)
        while known.membership(BOT) != "join":
            await asyncio.sleep(5)
        return known

    def _rule(self, now: datetime) -> tuple[str, list[datetime]]:
        """When an announcement is to come, in German, and all its moments of the next weeks."""
        kind = self.dice.random()
        if kind < 0.5:
            at = now + timedelta(minutes=self.dice.randint(20, 60 * 40))
            at = at.replace(second=0, microsecond=0)
            if at.utcoffset() != now.utcoffset():
                at = at.replace(hour=12)
            return f"{at:%d.%m.%Y %H:%M}", [at]
        hour, minute = self.dice.choice(((2, 30), (9, 0), (12, 15), (3, 0), (23, 45)))
        days = [now.date() + timedelta(days=n) for n in range(400)]
        word = "täglich"
        if kind > 0.8:
            weekday = self.dice.randint(0, 6)
            days = [day for day in days if day.weekday() == weekday]
            names = ("Montag", "Dienstag", "Mittwoch", "Donnerstag", "Freitag", "Samstag")
            word = f"jeden {(*names, 'Sonntag')[weekday]}"
        moments = [datetime(d.year, d.month, d.day, hour, minute, tzinfo=BERLIN) for d in days]
        return f"{word} {hour}:{minute:02} Uhr", moments

    def _room(self) -> Room:
        return self.dice.choice(self.rooms)

    def _anyone(self) -> str:
        return self.dice.choice((ANNA, BERND, CARLA))

    def _coordinator(self) -> str:
        return self.dice.choice((ANNA, BERND))

    def _let_in(self, room_id: str, event: Json) -> None:
        """Whoever the bot asks into a chat comes."""
        who = event.get("state_key", "")
        if (
            event["type"] == "m.room.member"
            and event["sender"] == BOT
            and event["content"]["membership"] == "invite"
        ):
            room = self.world.town.rooms[room_id]
            come = self.world.town.member
            self.world.loop.call_soon(come, room, who, who, "join", context=self._ours)


def _replies_to(event: Json) -> str | None:
    relation = said(event).get("m.relates_to", {})
    found = relation.get("m.in_reply_to", {}).get("event_id")
    return str(found) if found else None
