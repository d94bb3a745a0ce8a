"""Reads from the source which texts the bot uses, so that none is missing and none is left over.

How an id is seen:

- An id is written out where the text is made: `Text("an-id", …)`, or `Text("one" if x else "two")`.
- Families are best one sentence that chooses: `Text("request-state", state=request.state)` with
  `{ $state -> [asked] … }`. A table of sentences is a table of `Text("…")`, not of strings.
- Only what declares its ids may compose them: refusals by `text_id()`, enums by a property
  `text_id`, commands and their fields by `text_id` with an ending. Then it reads `Text(refusal.text_id(), …)` or
  `Text(f"{command.text_id}-help")`, and `declared_ids` lists them.
"""

import ast
import importlib
import inspect
import pkgutil
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from enum import Enum
from functools import cache
from types import ModuleType
from typing import TypeVar

import bot
from bot.dispatch.declaring.router import Router
from bot.domain.dialogue.message import Text
from bot.domain.errors import Refusal

C = TypeVar("C")
COMMAND_TEXTS = ("help", "usage", "examples")


@dataclass(frozen=True)
class Use:
    """A place in the source that asks for a text; `passed` is None where it cannot be seen."""

    place: str
    text_id: str
    passed: frozenset[str] | None


@cache
def modules() -> tuple[ModuleType, ...]:
    names = [module.name for module in pkgutil.walk_packages(bot.__path__, "bot.")]
    return tuple(importlib.import_module(n) for n in names if not n.endswith("__main__"))


def subclasses(cls: type[C]) -> Iterator[type[C]]:
    for child in cls.__subclasses__():
        yield child
        yield from subclasses(child)


def declared_ids() -> Iterator[str]:
    """The ids that refusals, enums and commands compose themselves."""
    for router in (getattr(module, "router", None) for module in modules()):
        if isinstance(router, Router):
            yield from (f"{command.text_id}-{part}" for command in router for part in COMMAND_TEXTS)
            yield from (f"{command.root_id}-short" for command in router if not command.hidden)
            fields = {field for command in router for field in command.fields}
            yield from (field.text_id for field in fields)
            yield from (f"{field.text_id}-ask" for field in fields)
    yield from (refusal.text_id() for refusal in subclasses(Refusal))
    for enum in subclasses(Enum):
        if enum.__module__.startswith("bot.") and hasattr(enum, "text_id"):
            yield from (member.text_id for member in enum)


def uses_in(source: str, names: Mapping[str, object], file: str) -> Iterator[Use]:
    """The texts made and the refusals raised in a module; an id that nobody sees is ""."""
    for call in (node for node in ast.walk(ast.parse(source)) if isinstance(node, ast.Call)):
        passed = frozenset(k.arg for k in call.keywords if k.arg)
        seen = passed if all(k.arg for k in call.keywords) else None
        called = named(call.func, names)
        ids: Iterable[str] = ()
        if called is Text:
            ids = written_ids(call.args[0])
        elif isinstance(called, type) and issubclass(called, Refusal):
            ids = (called.text_id(),)
        yield from (Use(f"{file}:{call.lineno}", text_id, seen) for text_id in ids)


def named(node: ast.expr, names: Mapping[str, object]) -> object:
    """What `Name` or `module.Name` means there."""
    if isinstance(node, ast.Attribute):
        return getattr(named(node.value, names), node.attr, None)
    return names.get(node.id) if isinstance(node, ast.Name) else None


def written_ids(node: ast.expr) -> Iterator[str]:
    """The ids written out there; none if something declares them, "" if nobody can see them."""
    match node:
        case ast.IfExp():
            yield from written_ids(node.body)
            yield from written_ids(node.orelse)
        case ast.Constant():
            yield str(node.value)
        case (
            ast.Attribute(attr="text_id")
            | ast.Call(func=ast.Attribute(attr="text_id"))
            | ast.JoinedStr(values=[ast.FormattedValue(ast.Attribute(attr="text_id")), _])
        ):
            return
        case _:
            yield ""


@cache
def uses() -> tuple[Use, ...]:
    return tuple(
        use
        for module in modules()
        for use in uses_in(inspect.getsource(module), vars(module), module.__name__)
    )
