"""Three people say, answer, edit, delete and undo at random: what they were told is what is stored.

`LOTSE_CHAOS=50` walks fifty seeds of two hundred steps; a failing walk is repeated by its seed.
"""

import os
import random
import re
import shutil
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import select

from bot.app.core import Core
from bot.domain.dialogue.act import Act
from bot.domain.dialogue.question import WAITING, Question
from bot.domain.journal import Effect, InboxState, OutboxRow
from bot.matrix.content.reading import Draft
from bot.matrix.listening import entries
from bot.matrix.listening.inbound import Inbound
from bot.matrix.said.trail import Trail
from bot.services.describing import need_line
from bot.storage import acts, inbox, outbox, questions
from bot.storage.database import Database, Transaction
from bot.storage.needs import NEEDS
from bot.storage.schema import inbox as inbox_table
from bot.storage.sqlite import Sqlite
from tests.commands.conftest import PEOPLE, ROOMS, Collector, SettableClock, Talk, build, opened

SEEDS = range(int(os.environ.get("LOTSE_CHAOS", "2")))
STEPS = 200 if "LOTSE_CHAOS" in os.environ else 60
ADMINS = frozenset({PEOPLE["buero"], "@chef:demo"})
"""Two, so that one of them needs the other."""
WHO = ("anna", "bernd", "buero", "@chef:demo")
PLACES = ("community", "community", "office", "direct")
COMMANDS = (
    "!bedarf neu MINT",
    "!bedarf neu Pflege: dringend",
    "!bedarf neu Pflege bis 31.12.2027",
    "!bedarf neu",
    "!bedarf neu",
    "!bedarf neu für Ems-Achse: MINT",
    "!bedarf neu Quatschundtratsch",
    "!bedarf neu MINT\n!bedarf neu Pflege: zwei",
    "!bedarf zurück",
    "!bedarf zurück 1",
    "!bedarf liste alle",
    "!bedafr neu Pflege",
    "!rückgängig",
    "!rückgängig",
    "!weiter",
    "!hilfe",
    "!pate anfragen Ems-Achse: Wie geht das?",
    "!anfrage annehmen",
    "!anfrage zurück",
    "!projekt neu",
    "!rolle entziehen @bernd:demo Ems-Achse",
    "!rolle koordination @bernd:demo Ems-Achse",
    "!rolle büro @bernd:demo",
)
WORDS = (
    *("MINT", "Pflege", "Thema: MINT\nBemerkung: neu", "bis morgen", "ja", "!ja", "Lotse: ja"),
    *("nein", "!nein", "zurück", "später", "abbrechen", "1", "2", "#1", "Danke!", "x" * 4100),
)
SIGNS = ("✅", "✅", "❌", "↩️", "1️⃣", "▶️", "🎉")
PAUSES = (timedelta(minutes=1), timedelta(minutes=6), timedelta(minutes=11), timedelta(days=1))
_ENTERED = re.compile(r"(?:Eingetragen für|gilt jetzt|Es gilt wieder)[^\n]*?\(#(\d+)\)")
_GONE = re.compile(r"Nicht mehr eingetragen ist: [^\n]*?\(#(\d+)\)|Der Bedarf #(\d+) \(")


class Killed(Talk):
    """Whatever is said, the process is gone before it is handled, and comes back."""

    async def _take(self, draft: Draft, room: str) -> str:
        arrivals = await self._inbound.consider([draft], lambda _: room == "direct")
        now = self.clock.now()
        await self.database.write(lambda tx: entries.store(tx, arrivals, now))
        self.out = Collector()
        self.core = await opened(self.database, self.clock, self.out, ADMINS)
        self._inbound = Inbound(self.database, self.core.handling.concerns_us, Trail())
        await self.core.dispatcher.resume()
        await self.core.dispatcher.drain(20)
        return await self._heard(f"r-{draft.event_id}")


@dataclass
class Walk:
    """One walk, and what its people know of it."""

    talk: Talk
    dice: random.Random
    told: dict[int, str] = field(default_factory=dict)
    """What is entered, by number, as people were told last."""
    transcript: list[str] = field(default_factory=list)
    events: list[tuple[str, str, str]] = field(default_factory=list)
    """Whatever was said: event, person, place."""
    heard: list[tuple[str, str]] = field(default_factory=list)
    """The bot's messages: key and target."""
    carried: set[str] = field(default_factory=set)
    over: dict[int, Question] = field(default_factory=dict)

    async def step(self) -> None:
        talk = self.talk
        talk.clock.now_is(talk.clock.now() + timedelta(seconds=self.dice.randint(1, 20)))
        if self.dice.random() < 0.05:
            talk.clock.now_is(talk.clock.now() + self.dice.choice(PAUSES))
        who, place = self.dice.choice(WHO), self.dice.choice(PLACES)
        act = self.dice.choice((self._say, self._say, self._answer, self._answer, self._change))
        done = await act(who, place)
        self.transcript += [done, *(f"  {row.key} {_body(row)}" for row in talk.rows)]
        await self._check()

    async def _say(self, who: str, place: str) -> str:
        text = self.dice.choice(COMMANDS)
        await self.talk.say(text, who=who, room=place)
        self.events.append((self.talk.event, who, place))
        return f"{who} in {place}: {text}"

    async def _answer(self, who: str, place: str) -> str:
        room = ROOMS.get(place, f"!direct-{who}:demo")
        near = [key for key, target in self.heard[-40:] if target in (room, PEOPLE.get(who, who))]
        text, sign = self.dice.choice(WORDS), self.dice.choice(SIGNS)
        known = self.talk.core.services.asking._by_key
        now = self.talk.clock.now()
        open_still = [key for key in near if key in known and known[key].answerable_at(now)]
        way, key = self.dice.random(), self.dice.choice(open_still or near[-4:] or [""])
        if way < 0.4 and key:
            await self.talk.react(sign, who=who, room=place, to=f"$sent-{key}")
            text = f"{sign} to {key}"
        elif way < 0.7 and key:
            await self.talk.say(text, who=who, room=place, reply_to=f"$sent-{key}")
            text = f"{text[:40]} to {key}"
        else:
            await self.talk.say(text, who=who, room=place)
        self.events.append((self.talk.event, who, place))
        return f"{who} in {place}: {text[:60]}"

    async def _change(self, who: str, place: str) -> str:
        if not self.events:
            return "nothing to change"
        event, author, place = self.dice.choice(self.events[-8:])
        who = author if self.dice.random() < 0.8 else who
        text = self.dice.choice((*COMMANDS, *WORDS)) if self.dice.random() < 0.5 else ""
        before = await self.talk.database.read(lambda tx: acts.by_event(tx, event))
        if text:
            await self.talk.edit(event, text, who=who, room=place)
            self._corrected([act for act in before if not act.undone])
        else:
            await self.talk.delete(event, who=who, room=place)
        return f"{who} changes {event}: {text[:60]}"

    def _corrected(self, done: Sequence[Act]) -> None:
        """An edit says that it was corrected; what was there before is known from its acts."""
        said = [_body(row) for row in self.talk.rows]
        if not any(one.startswith(("Ich habe das korr", "Zurückgenommen.")) for one in said):
            return
        for act in done:
            memory: dict[str, Any] = dict(act.memory or {})
            if act.path[0] == "bedarf" and memory["after"]:
                self.told.pop(memory["after"]["number"], None)
            if act.path[0] == "bedarf" and memory["before"]:
                self.told[memory["before"]["number"]] = "?"

    async def _check(self) -> None:
        for row in self.talk.rows:
            assert row.key not in self.carried
            self.carried.add(row.key)
            if row.effect is Effect.SEND:
                self.heard.append((row.key, row.target))
            self._read(_body(row))
        await self.talk.database.read(self._check_stored)

    def _read(self, said: str) -> None:
        """What somebody was told about needs."""
        assert "der Fehler liegt bei mir" not in said
        if said.startswith("So verstehe ich Sie"):
            return
        for found in _ENTERED.finditer(said):
            self.told[int(found[1])] = found[0]
        for found in _GONE.finditer(said):
            self.told.pop(int(found[1] or found[2]), None)

    def _check_stored(self, tx: Transaction) -> None:
        core: Core = self.talk.core
        stored = NEEDS.every(tx)
        assert set(core.services.directory.needs()) == set(stored)
        assert set(self.told) == {need.number for need in stored}
        words = core.wording.catalogues.get("de")
        for need in stored:
            told = self.told[need.number]
            assert told == "?" or words.line(need_line(need, core.services.directory)) in told
        self._check_questions(tx)
        assert not inbox.unfinished(tx)
        states = tx.execute(select(inbox_table.c.state)).scalars()
        assert InboxState.FAILED not in set(states)

    def _check_questions(self, tx: Transaction) -> None:
        """An answer stays what it was, is of one who may give it, and memory knows as much."""
        asking = self.talk.core.services.asking
        for one in questions.recent(tx, self.talk.clock.now()):
            assert asking._by_key[one.key] == one
            assert outbox.by_key(tx, one.key) is not None
            if one.state in WAITING:
                continue
            assert self.over.setdefault(one.number, one) == one
            if one.answered_by and one.people:
                assert one.answered_by in one.people or one.role is not None
            assert one.answered_by is None or one.answered_by != one.but


def _body(row: OutboxRow) -> str:
    new = row.content.get("m.new_content")
    return str((new if isinstance(new, dict) else row.content).get("body", ""))


async def walked(path: Path, seed: int, way: type[Talk]) -> list[str]:
    """The transcript of the walk of that seed."""
    database, clock, out = Database(Sqlite(path)), SettableClock(), Collector()
    await database.open()
    try:
        talk = way(await build(database, clock, out, ADMINS), database, clock, out)
        walk = Walk(talk, random.Random(seed))
        for _ in range(STEPS):
            try:
                await walk.step()
            except Exception:
                print("\n".join(walk.transcript[-30:]))
                raise
        return walk.transcript
    finally:
        await database.close()


@pytest.fixture
def fresh(migrated: Path, tmp_path: Path) -> Callable[[str], Path]:
    return lambda name: Path(shutil.copy(migrated, tmp_path / name))


@pytest.mark.parametrize("seed", SEEDS)
async def test_whatever_people_do_what_they_are_told_is_so_and_outlasts_any_restart(
    fresh: Callable[[str], Path], seed: int
) -> None:
    through = await walked(fresh("through.db"), seed, Talk)
    killed = await walked(fresh("killed.db"), seed, Killed)
    assert killed == through
