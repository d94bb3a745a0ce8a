"""Holds the commands of all modules, as each module declares them."""

import importlib
import pkgutil
from collections.abc import Callable, Iterator
from functools import cached_property
from types import ModuleType
from typing import TypeVar

from bot.dispatch.declaring.command import Action, AnyCommand, Command, Input, Query, Understood
from bot.dispatch.declaring.context import Context, Path, Place, Undo
from bot.dispatch.declaring.field import Field
from bot.dispatch.declaring.nearness import folded
from bot.dispatch.declaring.vocabulary import Match, Vocabulary, typed
from bot.domain.dialogue.people import Role

__all__ = ("Clash", "Router", "folded")

A = TypeVar("A")


class Clash(Exception):  # noqa: N818 -- says what is wrong
    """Two commands were declared with the same words."""


class Router:
    """Commands by their words. One router per module; `discover` joins them."""

    def __init__(self) -> None:
        self._commands: dict[Path, AnyCommand] = {}
        self._taken: set[Path] = set()

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
        words = {typed(one) for one in (command.path, command.alias, *zip(command.also))}
        for path in words & self._taken:
            raise Clash(" ".join(path))
        self._commands[command.path] = command
        self._taken |= words
        self.__dict__.pop("vocabulary", None)

    def query(
        self,
        path: str,
        *,
        alias: str,
        args: Callable[[Input], A],
        permission: Role,
        also: tuple[str, ...] = (),
        fields: tuple[Field, ...] = (),
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
                    also=also,
                    fields=fields,
                    hidden=hidden,
                    query=handler,
                )
            )
            return handler

        return declare

    def action(  # noqa: PLR0913 -- a whole declaration
        self,
        path: str,
        *,
        alias: str,
        args: Callable[[Input], A],
        permission: Role,
        also: tuple[str, ...] = (),
        fields: tuple[Field, ...] = (),
        place: Place = Place.ANYWHERE,
        hidden: bool = False,
        confirm: Action[A] | None = None,
        second: Callable[[Context], bool] | None = None,
        undo: Undo | None = None,
        understood: Understood[A] | None = None,
    ) -> Callable[[Action[A]], Action[A]]:
        """Declare a command that decides and writes, inside one transaction."""

        def declare(handler: Action[A]) -> Action[A]:
            self.add(
                Command(
                    path=tuple(path.split()),
                    alias=tuple(alias.split()),
                    parse=args,
                    permission=permission,
                    also=also,
                    fields=fields,
                    place=place,
                    hidden=hidden,
                    action=handler,
                    confirm=confirm,
                    second=second,
                    undo=undo,
                    understood=understood,
                )
            )
            return handler

        return declare

    @cached_property
    def vocabulary(self) -> Vocabulary:
        """The words of all commands declared so far."""
        return Vocabulary(self)

    def match(self, line: str) -> Match | None:
        """The command that a line begins with; see there."""
        return self.vocabulary.match(line)

    def near(self, word: str, *, english: bool = False) -> tuple[str, ...]:
        """The words of commands that the word is, or nearly is; see there."""
        return self.vocabulary.near(word, english=english)

    def below(self, word: str) -> tuple[AnyCommand, ...]:
        """The commands that begin with that word, in either language."""
        first = folded(word)
        return tuple(
            command
            for command in self
            if first in (folded(command.path[0]), folded(command.alias[0]))
        )
