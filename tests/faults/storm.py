"""A storm: many commands while the bot, and now and then its homeserver, is killed at any moment."""

from __future__ import annotations

import asyncio
import itertools
import random
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from tests.faults.figures import Figure
from tests.faults.ground import Ground
from tests.faults.witness import Witness, unanswered

WORDS = "Wie geht das, Nummer"
ASKING = "!pate anfragen 4"
"""A command with an effect: the office hears of each."""
_HARMLESS = ("!tagung", "!hilfe", "!anfrage liste", "!pate Pflege in NRW", "!netzwerk 4")
# Shares of all rounds, and seconds.
_BLIND = 0.35
_TALK = 1.2
_START = 3.0
_TOLD = 20


@dataclass(frozen=True, slots=True)
class Said:
    """A command, so many seconds into its round."""

    after: float
    room: int
    text: str


@dataclass(frozen=True, slots=True)
class Round:
    """Talk from the moment on at which the bot is ready, or has just been started (`blind`).

    It is killed so many seconds later; its homeserver, if at all, at a moment of its own.
    """

    said: tuple[Said, ...]
    blind: bool
    kill: float
    kill_homeserver: float | None


def plan(seed: int, commands: int, kills: int, homeserver_kills: int) -> list[Round]:
    """The same for the same seed: `kills` rounds, with all commands spread over them by chance."""
    dice = random.Random(seed)
    number_of = [0] * kills
    for _ in range(commands):
        number_of[dice.randrange(kills)] += 1
    unlucky = dice.sample(range(kills), homeserver_kills)
    rounds, commands_left = [], commanding(dice, seed)
    for index, number in enumerate(number_of):
        said = [
            Said(dice.uniform(0, _TALK), dice.randrange(3), next(commands_left))
            for _ in range(number)
        ]
        blind = dice.random() < _BLIND
        kill = dice.uniform(0, _START if blind else _TALK)
        moment = dice.uniform(0, _TALK) if index in unlucky else None
        rounds.append(Round(tuple(sorted(said, key=lambda s: s.after)), blind, kill, moment))
    return rounds


def commanding(dice: random.Random, seed: int) -> Iterator[str]:
    """Commands without an end, every second one with an effect of its own."""
    for number in itertools.count(1):
        yield f"{ASKING} {WORDS} {seed}/{number}?" if number % 2 else dice.choice(_HARMLESS)


@dataclass(frozen=True, slots=True)
class Outcome:
    """What is left when it is over, by the rooms' history."""

    asked: int
    lost: int
    doubled: int
    untold: int
    """Requests of which the office did not hear exactly once."""

    @classmethod
    async def of(cls, ground: Ground) -> Outcome:
        """Wait until nothing more comes, and look."""
        seen = await ground.quiet(lambda seen: unanswered(seen) + untold(seen))
        return cls(len(seen.asked), len(seen.lost), len(seen.doubled), untold(seen))

    def figures(self, commands: int) -> tuple[Figure, ...]:
        """Held against their bounds."""
        return (
            Figure("commands that the homeserver took", self.asked, commands, least=True),
            Figure("commands lost", self.lost, 0),
            Figure("answers and posts doubled", self.doubled, 0),
            Figure("effects lost or doubled", self.untold, 0),
        )


def untold(seen: Witness) -> int:
    """How many requests the office did not hear of as often as they were asked.

    Somebody whose homeserver died amid a message has said it twice.
    """
    told = [event.body for event in seen.said(WORDS)]
    asked = Counter(event.body.removeprefix(ASKING).strip() for event in seen.asked.values())
    requests = {words: times for words, times in asked.items() if words.startswith(WORDS)}
    return sum(sum(words in body for body in told) != n for words, n in requests.items())


async def rage(
    ground: Ground, rounds: Sequence[Round], tell: Callable[[str], None] = lambda _: None
) -> None:
    """Let the bot live through all rounds; it runs at the end."""
    for number, one in enumerate(rounds, 1):
        if number % _TOLD == 0:
            tell(f"killed {number} times")
        if not one.blind:
            await ground.ready()
        async with asyncio.TaskGroup() as group:
            for said in one.said:
                group.create_task(_say(ground, said))
            group.create_task(_kill(ground, one.kill))
            if one.kill_homeserver is not None:
                group.create_task(_kill_homeserver(ground, one.kill_homeserver))


async def talk(ground: Ground, seed: int, commands: int, per_second: float = 5) -> None:
    """As many commands, evenly spread; each seed has its own."""
    dice = random.Random(seed)
    for text, _ in zip(commanding(dice, seed), range(commands), strict=False):
        await ground.say(dice.choice(ground.rooms), text)
        await asyncio.sleep(1 / per_second)


async def _say(ground: Ground, said: Said) -> None:
    await asyncio.sleep(said.after)
    await ground.say(ground.rooms[said.room], said.text)


async def _kill(ground: Ground, seconds: float) -> None:
    await asyncio.sleep(seconds)
    ground.lotse.kill()
    ground.lotse.start()


async def _kill_homeserver(ground: Ground, seconds: float) -> None:
    await asyncio.sleep(seconds)
    await ground.restart_homeserver()
