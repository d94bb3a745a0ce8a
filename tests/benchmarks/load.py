"""The load: commands that each carry a nonce, so that lost and doubled answers are counted."""

from __future__ import annotations

import asyncio
import itertools
import re
import time
from collections import defaultdict
from collections.abc import Awaitable, Callable, Iterable, Sequence
from dataclasses import dataclass, field

Say = Callable[[str, str], Awaitable[None]]

_NONCE = re.compile(r"n\d+x")
_serial = itertools.count()


@dataclass(slots=True)
class Question:
    """A command and what came back; times are seconds of `time.perf_counter`."""

    nonce: str
    asked_at: float = field(default_factory=time.perf_counter)
    answers: int = 0
    took: float = 0.0
    answered: asyncio.Event = field(default_factory=asyncio.Event)


@dataclass(frozen=True, slots=True)
class Count:
    """How many of some questions had no answer, and how many answers were too many."""

    asked: int
    lost: int
    doubled: int


class Load:
    """Asks through `say(room, text)` and is told of each message of the bot by `heard`."""

    def __init__(self, say: Say) -> None:
        self._say = say
        self._open: dict[str, Question] = {}
        self.arrivals: dict[str, dict[str, list[float]]] = defaultdict(lambda: defaultdict(list))
        """By a watched nonce and the room: when messages with it came."""
        self._watched: set[str] = set()
        self.answered = 0
        """How many questions were ever answered."""

    async def ask(self, command: str, room: str) -> Question:
        """Say the command, its `{nonce}` replaced."""
        question = Question(nonce())
        self._open[question.nonce] = question
        await self._say(room, command.replace("{nonce}", question.nonce))
        return question

    async def ask_and_wait(self, command: str, room: str, patience: float = 3) -> Question:
        """Say it and wait for the answer, at most that many seconds."""
        question = await self.ask(command, room)
        waiting = asyncio.get_running_loop().call_later(patience, question.answered.set)
        await question.answered.wait()
        waiting.cancel()
        return question

    def watch(self, word: str) -> None:
        """Note all messages with that nonce, wherever they come."""
        self._watched.add(word)

    def heard(self, room: str, text: str) -> None:
        """The bot said something just now."""
        now = time.perf_counter()
        found = _NONCE.search(text)
        if found is None:
            return
        if found[0] in self._watched:
            self.arrivals[found[0]][room].append(now)
        if question := self._open.get(found[0]):
            question.answers += 1
            if question.answers == 1:
                self.answered += 1
                question.took = now - question.asked_at
                question.answered.set()


def nonce() -> str:
    """A word that was never said before."""
    return f"n{next(_serial)}x"


def count(questions: Sequence[Question]) -> Count:
    """Lost and doubled, as things stand."""
    return Count(
        len(questions),
        sum(not question.answers for question in questions),
        sum(question.answers - 1 for question in questions if question.answers),
    )


async def settle(questions: Iterable[Question], patience: float = 3) -> None:
    """Wait until all are answered, or for so many seconds none was; then for late doubles."""
    waiting = [question for question in questions if not question.answers]
    until = time.perf_counter() + patience
    while waiting and time.perf_counter() < until:
        await asyncio.sleep(0.01)
        left = [question for question in waiting if not question.answers]
        if len(left) < len(waiting):
            until = time.perf_counter() + patience
        waiting = left
    await asyncio.sleep(0.3)
