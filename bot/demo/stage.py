"""Puts the demo on: starts everything in order, lets it run, ends everything in reverse."""

from __future__ import annotations

import asyncio
import contextlib
import fcntl
import signal
import sys
import tempfile
from collections.abc import AsyncIterator, Iterator, Sequence
from pathlib import Path

from bot.demo import examples, words
from bot.demo.homeserver import Homeserver
from bot.demo.install import default_venv, ensure_synapse, source_checkout
from bot.demo.memory import Memory
from bot.demo.play import Player
from bot.demo.progress import DemoError, Steps
from bot.demo.robot import COMMAND, Robot, arrival, due_soon, environment
from bot.demo.script import Line, parse
from bot.demo.setting_up import set_up
from bot.demo.terminal import Vocabulary, converse
from bot.demo.world import World, furnish

README_SCRIPT = Path(__file__).with_name("readme.txt")
_INTERRUPTED = 130


def default_folder() -> Path:
    """Where the demo keeps its data: in the source checkout, else where it is started."""
    return (source_checkout() or Path.cwd()) / ".demo"


async def demo(
    script: Path | None = None,
    folder: Path | None = None,
    *,
    commands: Sequence[str] = (),
    networks: Sequence[str] = (),
    robot: Sequence[str] = COMMAND,
) -> int:
    """Run the demo and give the exit code: a script if one is named, else the terminal chat.

    Without a terminal the README's script is played. A script without a folder is played in one
    that lives as long as it, so that it always meets the same world. `commands` (without "!") and `networks` are
    what Tab completes; `robot` is the command line that starts the bot.
    """
    task = asyncio.current_task()
    for number in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
        if task:
            asyncio.get_running_loop().add_signal_handler(number, task.cancel)
    if script is None and not sys.stdin.isatty():
        script = README_SCRIPT
    try:
        lines = _read(script) if script else None
        with _place(folder, fresh=lines is not None) as place:
            await _put_on(lines, place, Vocabulary(tuple(commands), tuple(networks)), robot)
    except DemoError as fault:
        print(fault, file=sys.stderr)
        return 1
    except asyncio.CancelledError:
        return _INTERRUPTED
    return 0


async def _put_on(
    lines: tuple[Line, ...] | None, folder: Path, vocabulary: Vocabulary, command: Sequence[str]
) -> None:
    async with contextlib.AsyncExitStack() as stack:
        stack.enter_context(_alone(folder))
        steps = Steps(5)
        steps(words.PREPARING)
        venv = default_venv()
        ensure_synapse(venv, steps)
        steps(words.STARTING_SERVER)
        server = await stack.enter_async_context(Homeserver(folder / "synapse", venv))
        steps(words.FURNISHING)
        memory = Memory.load(folder / "memory.json")
        world = await stack.enter_async_context(_furnished(server, memory))
        steps(words.STARTING_BOT)
        await examples.fill(folder / "lotse")
        robot = Robot(folder, command)
        stack.callback(robot.stop)
        due = due_soon()
        robot.start(environment(world, memory, folder / "lotse", due))
        await robot.while_running(arrival(world))
        steps(words.SETTING_UP)
        await robot.while_running(set_up(world, memory, due))
        if lines is None:
            await robot.while_running(converse(world, memory, folder, vocabulary))
        else:
            await robot.while_running(Player(world, _write).play(lines))


@contextlib.contextmanager
def _place(folder: Path | None, *, fresh: bool) -> Iterator[Path]:
    """The folder for the data; `fresh`: where none is named, a new one that is removed again."""
    if folder is None and fresh:
        with tempfile.TemporaryDirectory(prefix="lotse-") as place:
            yield Path(place)
    else:
        yield (folder or default_folder()).absolute()


@contextlib.asynccontextmanager
async def _furnished(server: Homeserver, memory: Memory) -> AsyncIterator[World]:
    world = await furnish(server, memory)
    try:
        yield world
    finally:
        for person in world.people.values():
            await person.close()


@contextlib.contextmanager
def _alone(folder: Path) -> Iterator[None]:
    """Let one demo at a time work in a folder."""
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    with (folder / "lock").open("w") as lock:
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError:
            raise DemoError(words.ALREADY_RUNNING.format(folder=folder)) from None
        yield


def _read(script: Path) -> tuple[Line, ...]:
    try:
        text = script.read_text("utf-8")
    except (OSError, UnicodeDecodeError):
        raise DemoError(words.NO_SCRIPT.format(path=script)) from None
    return parse(text, words.PEOPLE, words.ROOMS)


def _write(text: str) -> None:
    print(text, flush=True)
