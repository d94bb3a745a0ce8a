"""Reads `LOTSE_...` variables, the files they name and systemd's credentials."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path as FilePath

from bot.settings.faults import Fault, visible
from bot.settings.keys import BY_VARIABLE, KEYS, PREFIX, Key, nearest
from bot.settings.written import Source

FILE_VARIABLE = f"{PREFIX}CONFIG"
CREDENTIAL = "credential "
"""With the name behind it: the place of a value that systemd handed over."""
_SUFFIX = "_FILE"
_LARGEST = 64 * 1024
# Ours by prefix, but read by others: the test suite's database.
_FOREIGN = frozenset({f"{PREFIX}TEST_POSTGRES"})
_SECRET_FILES = {k.variable + _SUFFIX: k for k in KEYS.values() if k.secret}
_KNOWN = [FILE_VARIABLE, *BY_VARIABLE, *_SECRET_FILES]


def read_environment(environ: Mapping[str, str]) -> Source:
    """The settings of the environment; an empty variable counts as unset."""
    source = Source()
    _read_credentials(source, environ.get("CREDENTIALS_DIRECTORY", ""))
    for variable in sorted(environ):
        if variable.upper().startswith(PREFIX) and variable not in _FOREIGN:
            _read_variable(source, environ, variable)
    return source


def _read_variable(source: Source, environ: Mapping[str, str], variable: str) -> None:
    text = environ[variable]
    if variable in BY_VARIABLE:
        if text:
            _take(source, BY_VARIABLE[variable], variable, text)
    elif variable in _SECRET_FILES:
        if text:
            _take_file(source, environ, variable, FilePath(text))
    elif variable != FILE_VARIABLE:
        near = nearest(variable.upper(), _KNOWN)
        source.faults.append(Fault(visible(variable), "(unknown)", "a known variable", near))


def _take(source: Source, key: Key, where: str, text: str) -> None:
    source.places[key.path] = where
    source.values[key.path] = _json(text) if key.many else text


def _json(text: str) -> object:
    """The list that the text is, else the text, which is then refused as no list."""
    try:
        value = json.loads(text)
    except (ValueError, RecursionError):
        return text
    return value if isinstance(value, list) else text


def _take_file(source: Source, environ: Mapping[str, str], variable: str, file: FilePath) -> None:
    key = _SECRET_FILES[variable]
    if environ.get(key.variable):
        expected = f"only one of {key.variable} and {variable}"
        source.faults.append(Fault(variable, key.name, expected))
        return
    _take_secret(source, key, variable, file)


def _read_credentials(source: Source, directory: str) -> None:
    try:
        given = {file.name: file for file in FilePath(directory).iterdir()} if directory else {}
    except (OSError, ValueError):
        given = {}
    for key in _SECRET_FILES.values():
        if key.name in given:
            _take_secret(source, key, f"{CREDENTIAL}{key.name}", given[key.name])


def _take_secret(source: Source, key: Key, where: str, file: FilePath) -> None:
    text = _secret(file)
    if text:
        _take(source, key, where, text)
        return
    # The path is not shown: it may be the secret itself, set by mistake.
    expected = "the path of a readable text file with the secret in it"
    source.places[key.path] = where
    source.faults.append(Fault(where, key.name, expected))


def _secret(file: FilePath) -> str | None:
    """The text without the line's end that editors add; None if it cannot be read."""
    try:
        with file.open("rb") as stream:
            raw = stream.read(_LARGEST + 1)
        return raw.decode("utf-8-sig").rstrip("\r\n") if len(raw) <= _LARGEST else None
    except (OSError, ValueError):
        return None
