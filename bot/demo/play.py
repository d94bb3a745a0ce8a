"""Plays a script in the demo's world and writes down what was said."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from bot.demo import words
from bot.demo.event import Event
from bot.demo.progress import DemoError
from bot.demo.render import harmless
from bot.demo.script import Expected, Line
from bot.demo.world import DIRECT, World

ANSWER_WITHIN = 10.0
POST_WITHIN = 60.0
_LISTENER = "buero"


class RefusedError(DemoError):
    """The answer to a line was another one than the line wanted."""


class Player:
    """Speaks lines one after the other; `write` gets the transcript piece by piece."""

    def __init__(self, world: World, write: Callable[[str], None]) -> None:
        self._world = world
        self._write = write
        self._unanswerable: list[tuple[Line, str]] = []

    async def play(self, lines: Iterable[Line], *, within: float = ANSWER_WITHIN) -> None:
        """Play all lines; an answer has to come `within` so many seconds.

        Raises:
            DemoError: A line went unanswered, was answered against its will, or a post did not
                come; names the line.
        """
        for line in lines:
            if line.expected is Expected.POST:
                await self._hear(line)
            else:
                await self._say(line, within)
        self._check_silence()

    async def _say(self, line: Line, within: float) -> None:
        world, person = self._world, self._world.people[line.who]
        room = await world.room(line.who, line.room)
        self._write(_said(words.PEOPLE[line.who], line))
        start = len(person.heard)
        sent = await person.say(room, line.text)
        if line.expected is Expected.SILENCE:
            self._unanswerable.append((line, sent))
            self._write("")
            return

        def answers(event: Event) -> bool:
            ours = event.sender == world.bot and event.room_id == room and event.is_message
            unaddressed = event.reply_to is None and line.room == DIRECT
            return ours and not event.replaces and (event.reply_to == sent or unaddressed)

        try:
            answer = await person.wait_for(answers, within, start=start)
        except TimeoutError:
            raise DemoError(
                words.UNANSWERED.format(number=line.number, seconds=within, text=line.text)
            ) from None
        if line.wanted and not any(one in answer.body for one in line.wanted):
            raise RefusedError(
                words.REFUSED.format(
                    number=line.number,
                    wanted=" oder ".join(line.wanted),
                    text=line.text,
                    answer=_heard(answer),
                )
            )
        self._write(_heard(answer))

    async def _hear(self, line: Line) -> None:
        """Wait for a post that nobody asked for; it may have come before."""
        world = self._world
        room = await world.room(_LISTENER, line.room)

        def posted(event: Event) -> bool:
            ours = event.sender == world.bot and event.room_id == room and event.is_message
            return ours and line.text in event.body

        try:
            post = await world.people[_LISTENER].wait_for(posted, POST_WITHIN)
        except TimeoutError:
            fault = words.NOT_HEARD.format(
                number=line.number,
                room=words.ROOMS[line.room],
                seconds=POST_WITHIN,
                text=line.text,
            )
            raise DemoError(fault) from None
        self._write(f"[{words.ROOMS[line.room]}]\n{_heard(post)}")

    def _check_silence(self) -> None:
        for line, sent in self._unanswerable:
            heard = self._world.people[line.who].heard
            if any(event.reply_to == sent for event in heard):
                raise DemoError(words.ANSWERED.format(number=line.number, text=line.text))


def _said(who: str, line: Line) -> str:
    first, *more = line.text.split("\n")
    return "\n".join([f"[{words.ROOMS[line.room]}] {who}: {first}", *(f"  {one}" for one in more)])


def _heard(event: Event) -> str:
    """The bot's words, indented, with an empty line after them."""
    lines = [f"    {harmless(line)}".rstrip() for line in event.body.splitlines()]
    return "\n".join([f"  {words.BOT}:", *lines, ""])
