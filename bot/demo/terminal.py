"""The chat on a terminal: a prompt with history and completion, messages arriving above it."""

from __future__ import annotations

import asyncio
import os
import shutil
import signal
from collections.abc import Coroutine, Iterator
from dataclasses import dataclass
from pathlib import Path

from prompt_toolkit import PromptSession, print_formatted_text
from prompt_toolkit.completion import CompleteEvent, Completer, Completion
from prompt_toolkit.document import Document
from prompt_toolkit.formatted_text import ANSI
from prompt_toolkit.history import FileHistory
from prompt_toolkit.patch_stdout import patch_stdout

from bot.demo import words
from bot.demo.chat import Chat
from bot.demo.memory import Memory
from bot.demo.world import World

_CLIENT = ("raum", "person", "antwort", "datei", "hilfe", "ende")
_LONG_ENOUGH = 2


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """What Tab completes: the bot's command words without "!", and names of networks."""

    commands: tuple[str, ...] = ()
    networks: tuple[str, ...] = ()


class Completing(Completer):
    """Completes commands at the beginning of a line, names of networks anywhere else."""

    def __init__(self, vocabulary: Vocabulary) -> None:
        self._vocabulary = vocabulary

    def get_completions(self, document: Document, _: CompleteEvent) -> Iterator[Completion]:
        text = document.text_before_cursor
        yield from _starts(text, self._beginnings())
        # The longest end of the line that begins a name, so that names may hold blanks.
        begins = [0, *(i + 1 for i, sign in enumerate(text) if sign == " ")]
        for begin in begins:
            found = list(_starts(text[begin:], self._vocabulary.networks))
            if len(text) - begin >= _LONG_ENOUGH and found:
                yield from found
                return

    def _beginnings(self) -> tuple[str, ...]:
        commands = tuple(f"!{word}" for word in self._vocabulary.commands)
        people = tuple(f":person {name}" for name in words.PEOPLE)
        rooms = tuple(f":raum {name}" for name in words.ROOMS)
        return (*commands, *(f":{word}" for word in _CLIENT), *people, *rooms)


def _starts(text: str, candidates: tuple[str, ...]) -> Iterator[Completion]:
    typed = text.casefold()
    for one in candidates:
        if typed and one.casefold().startswith(typed) and one != text:
            yield Completion(one, start_position=-len(text))


async def converse(world: World, memory: Memory, folder: Path, vocabulary: Vocabulary) -> None:
    """Let the visitor chat until they end it."""
    # While a message is written above the prompt, Ctrl-C is no key but a signal: both mean the same.
    interrupted = asyncio.Event()
    asyncio.get_running_loop().add_signal_handler(signal.SIGINT, interrupted.set)
    session: PromptSession[str] = PromptSession(
        history=FileHistory(str(folder / "history")),
        completer=Completing(vocabulary),
        complete_while_typing=False,
    )
    typed: asyncio.Queue[str] = asyncio.Queue()
    with patch_stdout(raw=True):
        chat = Chat(world, _write, _width, colour="NO_COLOR" not in os.environ)
        _write(_welcome(world, memory, chat))
        await _until_one_ends(
            _prompting(session, chat, typed),
            _obeying(session, chat, typed),
            chat.follow(),
            interrupted.wait(),
        )
    print(words.GOODBYE)


async def _prompting(session: PromptSession[str], chat: Chat, typed: asyncio.Queue[str]) -> None:
    """Take lines from the visitor, without a pause in which the terminal would echo by itself."""
    while True:
        try:
            text = await session.prompt_async(lambda: chat.prompt, handle_sigint=False)
        except (EOFError, KeyboardInterrupt):
            return
        typed.put_nowait(text)


async def _obeying(session: PromptSession[str], chat: Chat, typed: asyncio.Queue[str]) -> None:
    while await chat.enter(await typed.get()):
        # The prompt may name another room now.
        session.app.invalidate()


async def _until_one_ends(*works: Coroutine[object, object, object]) -> None:
    tasks = [asyncio.create_task(work) for work in works]
    try:
        done, _ = await asyncio.wait(tasks, return_when=asyncio.FIRST_COMPLETED)
        for task in done:
            task.result()
    finally:
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)


def _welcome(world: World, memory: Memory, chat: Chat) -> str:
    logins = "\n".join(
        words.LOGIN.format(name=name, password=memory.password(name)) for name in words.PEOPLE
    )
    person, room = words.PEOPLE[chat.who], words.ROOMS[chat.place]
    return words.WELCOME.format(person=person, room=room, address=world.address, logins=logins)


def _write(text: str) -> None:
    print_formatted_text(ANSI(text))


def _width() -> int:
    return shutil.get_terminal_size((80, 24)).columns
