"""Lays the environment over the file, lets the model judge, and says in our words what is wrong."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path as FilePath
from typing import Any

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from bot.settings.environment import CREDENTIAL, FILE_VARIABLE, read_environment
from bot.settings.faults import BadSettings, Fault, visible, visible_value
from bot.settings.keys import KEYS, PREFIX, SECTIONS, Key, nearest
from bot.settings.model import Settings
from bot.settings.section import TOGETHER
from bot.settings.written import FILE, Source, read_file

DEFAULT_FILE = FilePath("/etc/netzwerklotse/lotse.yaml")


def load(environ: Mapping[str, str], file: FilePath | None = None) -> Settings:
    """The settings of the file with the environment over it.

    Without `file` it is the one that `LOTSE_CONFIG` names, else `DEFAULT_FILE` if there is one.

    Raises:
        BadSettings: with every fault of the file and of the environment.
    """
    chosen = file or _chosen(environ)
    lower = read_file(chosen) if chosen else Source()
    upper = read_environment(environ)
    both = Source(
        values={**lower.values, **upper.values},
        places={**_uncovered(lower, upper), **upper.places},
        faults=[*lower.faults, *upper.faults],
    )
    settings, errors = _judge(both.values)
    told = {fault.key for fault in both.faults}
    found = [_fault(error, both, chosen) for error in errors if not _follows(error, told)]
    faults = sorted([*both.faults, *found], key=_order)
    # Outside of any `except`, so that no exception with the values in it hangs on ours.
    if settings is None or faults:
        raise BadSettings(faults)
    return settings


def _chosen(environ: Mapping[str, str]) -> FilePath | None:
    named = environ.get(FILE_VARIABLE)
    if named:
        return FilePath(named)
    try:
        return DEFAULT_FILE if DEFAULT_FILE.exists() else None
    except OSError:
        # It is there, but not for us: reading it will say so.
        return DEFAULT_FILE


def _uncovered(lower: Source, upper: Source) -> dict[tuple[str | int, ...], str]:
    """The places in the file, without the items of lists that the environment replaces."""
    return {path: place for path, place in lower.places.items() if path[:-1] not in upper.places}


def _judge(values: Mapping[tuple[str, ...], object]) -> tuple[Settings | None, list[ErrorDetails]]:
    tree: dict[str, Any] = {}
    for path in sorted(SECTIONS, key=len):
        _put(tree, path, {})
    for path, value in values.items():
        _put(tree, path, value)
    try:
        return Settings(**tree), []
    except ValidationError as exc:
        errors = exc.errors(include_url=False, include_context=False)
    # A list whose items are faulty is called too short besides.
    outer = {error["loc"][:-1] for error in errors}
    return None, [error for error in errors if error["loc"] not in outer]


def _put(tree: dict[str, Any], path: tuple[str, ...], value: object) -> None:
    if not path:
        return
    for name in path[:-1]:
        tree = tree[name]
    tree[path[-1]] = value


def _follows(error: ErrorDetails, told: set[str]) -> bool:
    """Whether a value is called missing only because of a fault that is told already."""
    path = _steps(error["loc"])
    above = {FILE, *(".".join(path[:end]) for end in range(1, len(path) + 1))}
    if error["type"] == TOGETHER:
        return bool(told & (above | {"matrix.password", "matrix.access_token"}))
    return error["type"] == "missing" and bool(told & above)


def _fault(error: ErrorDetails, source: Source, file: FilePath | None) -> Fault:
    loc = error["loc"]
    key = KEYS[_steps(loc)]
    index = next((step for step in loc if isinstance(step, int)), None)
    value = None if key.secret or error["type"] == "missing" else error["input"]
    shown = visible_value(value, _secrets(source))
    return Fault(
        where=_where(loc, key, source, file),
        key=key.name if index is None else f"{key.name}[{index}]",
        expected=_expected(error, key, index, source),
        nearest=nearest(shown, key.form.choices()) if shown else None,
        value=shown,
    )


def _steps(loc: tuple[int | str, ...]) -> tuple[str, ...]:
    return tuple(step for step in loc if isinstance(step, str))


def _secrets(source: Source) -> Iterator[str]:
    for path, value in source.values.items():
        if KEYS[path].secret and isinstance(value, str) and value.strip():
            yield value.strip()


def _expected(error: ErrorDetails, key: Key, index: int | None, source: Source) -> str:
    if error["type"] == TOGETHER:
        return error["msg"]
    text = key.form.text
    if key.many and index is None:
        kind = "JSON list" if source.places.get(key.path) == key.variable else "list"
        least = " with at least one item" if key.field.is_required() else ""
        text = f"a {kind}{least}; each item is {text}"
    return f"{text}; it is missing" if error["type"] == "missing" else text


def _where(loc: tuple[int | str, ...], key: Key, source: Source, file: FilePath | None) -> str:
    """The place of the value, else of what surrounds it, else where it could be set."""
    for end in range(len(loc), 0, -1):
        if loc[:end] in source.places:
            return source.places[loc[:end]]
    return key.variable if file is None else visible(str(file), 400)


def _order(fault: Fault) -> tuple[int, int, str]:
    """Lines of the file, then the file as a whole, then variables and credentials by name."""
    line = fault.where.rpartition(":")[2]
    if line != fault.where and line.isdecimal():
        return (0, int(line), "")
    return (
        2 if fault.where.upper().startswith((PREFIX, CREDENTIAL.upper())) else 1,
        0,
        fault.where,
    )
