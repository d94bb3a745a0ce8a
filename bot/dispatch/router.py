"""Holds the commands of all modules and finds the one that a line means."""

import importlib
import pkgutil
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from types import ModuleType
from typing import TypeVar

from rapidfuzz import fuzz, process

from bot.dispatch.command import Action, AnyCommand, Command, Input, Path, Place, Query
from bot.domain.people import Role

A = TypeVar("A")
_NEAR = 75  # rapidfuzz ratio, per cent
_SHORTEST_TYPO = 4
_WITHOUT_UMLAUTS = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue"})


def folded(word: str) -> str:
    """The word as commands are compared: any case, umlauts written out, no mark behind it."""
    return word.rstrip("?!.,:;").casefold().translate(_WITHOUT_UMLAUTS)


class Clash(Exception):  # noqa: N818 -- says what is wrong
    """Two commands were declared with the same words."""


@dataclass(frozen=True, slots=True)
class Match:
    """The command, what follows its words, and whether its English words were used."""

    command: AnyCommand
    rest: str
    english: bool


class Router:
    """Commands by their words. One router per module; `discover` joins them."""

    def __init__(self) -> None:
        self._commands: dict[Path, AnyCommand] = {}
        self._words: dict[Path, tuple[AnyCommand, bool]] = {}
        self._firsts: tuple[str, ...] = ()

    @classmethod
    def discover(cls, package: ModuleType) -> "Router":
        """All commands of the package's modules, each of which has a `router`.

        Raises:
            Clash: two commands share their words.
        """
        whole = cls()
        for module in pkgutil.iter_modules(package.__path__, f"{package.__name__}."):
            for command in importlib.import_module(module.name).router:
                whole.add(command)
        return whole

    def __iter__(self) -> Iterator[AnyCommand]:
        return iter(self._commands.values())

    def add(self, command: AnyCommand) -> None:
        """Declare a command.

        Raises:
            Clash: its words are taken.
        """
        german, english = _typed(command.path), _typed(command.alias)
        for path in {german, english} & self._words.keys():
            raise Clash(" ".join(path))
        self._commands[command.path] = command
        self._words[german] = (command, False)
        self._words.setdefault(english, (command, True))
        self._firsts = tuple(sorted({path[0] for path in self._words}))

    def query(
        self,
        path: str,
        *,
        alias: str,
        args: Callable[[Input], A],
        permission: Role,
        hidden: bool = False,
    ) -> Callable[[Query[A]], Query[A]]:
        """Declare a command that only reads."""

        def declare(handler: Query[A]) -> Query[A]:
            self.add(
                Command(
                    path=tuple(path.split()),
                    alias=tuple(alias.split()),
                    parse=args,
                    permission=permission,
                    hidden=hidden,
                    query=handler,
                )
            )
            return handler

        return declare

    def action(
        self,
        path: str,
        *,
        alias: str,
        args: Callable[[Input], A],
        permission: Role,
        place: Place = Place.ANYWHERE,
        hidden: bool = False,
    ) -> Callable[[Action[A]], Action[A]]:
        """Declare a command that decides and writes, inside one transaction."""

        def declare(handler: Action[A]) -> Action[A]:
            self.add(
                Command(
                    path=tuple(path.split()),
                    alias=tuple(alias.split()),
                    parse=args,
                    permission=permission,
                    place=place,
                    hidden=hidden,
                    action=handler,
                )
            )
            return handler

        return declare

    def match(self, line: str) -> Match | None:
        """The command with the most words that the line begins with."""
        words = line.split(None, 2)
        for count in range(min(len(words), 2), 0, -1):
            found = self._words.get(_typed(words[:count]))
            if found:
                command, english = found
                rest = line.split(None, count)[count:]
                return Match(command, rest[0] if rest else "", english)
        return None

    def knows(self, word: str) -> bool:
        """Whether a command begins with the word, or with one that looks like it."""
        return bool(self.near(word))

    def near(self, word: str) -> tuple[str, ...]:
        """The first words of commands that the word is, or nearly is; best first."""
        typed = folded(word)
        if typed in self._firsts:
            return (typed,)
        if len(typed) < _SHORTEST_TYPO:
            return ()
        found = process.extract(typed, self._firsts, scorer=fuzz.ratio, score_cutoff=_NEAR)
        return tuple(word for word, _, _ in found)

    def below(self, word: str) -> tuple[AnyCommand, ...]:
        """The commands that begin with that word, in either language."""
        typed = folded(word)
        return tuple(
            command
            for command in self
            if typed in (folded(command.path[0]), folded(command.alias[0]))
        )


def _typed(words: Sequence[str]) -> Path:
    return tuple(folded(word) for word in words)
