"""What can be set: every setting of the model with its path, its variable and its words."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from difflib import get_close_matches
from typing import Any, Literal, get_args, get_origin

from annotated_types import Ge, Le
from pydantic import BaseModel, SecretStr
from pydantic.fields import FieldInfo
from pydantic_core import PydanticUndefined

from bot.settings.forms import Form
from bot.settings.model import Settings

PREFIX = "LOTSE_"
Path = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Setting:
    """One setting as the documentation shows it; `default` is None where a value is required."""

    name: str
    variable: str
    type: str
    default: str | None
    meaning: str
    secret: bool


@dataclass(frozen=True, slots=True)
class Key:
    """A leaf of the model; `path` leads to it from the top."""

    path: Path
    field: FieldInfo

    @property
    def name(self) -> str:
        return ".".join(self.path)

    @property
    def variable(self) -> str:
        return PREFIX + "__".join(self.path).upper()

    @property
    def secret(self) -> bool:
        return SecretStr in _parts(self.field)

    @property
    def many(self) -> bool:
        """Whether the value is a list."""
        return tuple in _parts(self.field)

    @property
    def form(self) -> Form:
        """What one value (of a list: one item) has to look like."""
        parts = _parts(self.field)
        for part in parts:
            if isinstance(part, Form):
                return part
        choices = [c for p in parts if get_origin(p) is Literal for c in get_args(p)]
        if choices:
            return Form(f"one of: {', '.join(choices)}", lambda: choices)
        low, high = _one(parts, Ge).ge, _one(parts, Le).le
        return Form(f"a whole number from {low} to {high}")


def _one(parts: list[Any], kind: type[Any]) -> Any:  # noqa: ANN401 -- bounds are of any type
    return next(part for part in parts if isinstance(part, kind))


def _parts(field: FieldInfo) -> list[Any]:
    """Everything that a type is made of: members of unions, items of tuples, annotations."""

    def walk(annotation: Any) -> Iterator[Any]:  # noqa: ANN401 -- annotations have no common type
        yield get_origin(annotation) or annotation
        if get_origin(annotation) is Literal:
            yield annotation
            return
        yield from getattr(annotation, "__metadata__", ())
        for inner in get_args(annotation):
            yield from walk(inner)

    return [*walk(field.annotation), *field.metadata]


def _leaves(model: type[BaseModel], path: Path = ()) -> Iterator[tuple[Path, FieldInfo | None]]:
    """Sections (without a field) before what is in them."""
    for name, field in model.model_fields.items():
        kind = field.annotation
        if isinstance(kind, type) and issubclass(kind, BaseModel):
            yield (*path, name), None
            yield from _leaves(kind, (*path, name))
        else:
            yield (*path, name), field


_ALL = dict(_leaves(Settings))
SECTIONS: frozenset[Path] = frozenset({(), *(path for path, field in _ALL.items() if not field)})
KEYS: dict[Path, Key] = {path: Key(path, field) for path, field in _ALL.items() if field}
BY_VARIABLE = {key.variable: key for key in KEYS.values()}


def children(section: Path) -> list[str]:
    """The names that a section knows."""
    return [path[-1] for path in _ALL if path[:-1] == section]


def nearest(word: str, choices: Iterable[str]) -> str | None:
    """The choice that was probably meant."""
    close = get_close_matches(word[:80], list(choices), n=1, cutoff=0.6)
    return close[0] if close else None


def nearest_key(section: Path, word: str) -> str | None:
    """The dotted name that was probably meant: in that section, else the same word elsewhere."""
    here = nearest(word.lower(), children(section))
    if here is not None:
        return ".".join((*section, here))
    elsewhere = nearest(word.lower(), (path[-1] for path in KEYS))
    return next((key.name for key in KEYS.values() if key.path[-1] == elsewhere), None)


def _default(field: FieldInfo) -> str | None:
    value = field.default
    if isinstance(value, bool):
        return str(value).lower()
    if value is PydanticUndefined:
        return None
    if isinstance(value, tuple):
        return json.dumps(value)
    return "" if value is None else str(value)


def reference() -> tuple[Setting, ...]:
    """All settings in the order of the model, for documentation made from it."""
    return tuple(
        Setting(
            name=key.name,
            variable=key.variable,
            type=f"a list; each item is {key.form.text}" if key.many else key.form.text,
            default=_default(key.field),
            meaning=key.field.description or "",
            secret=key.secret,
        )
        for key in KEYS.values()
    )
