"""Reads the YAML file so that every value keeps its line, which pydantic-settings would lose."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path as FilePath

import yaml

from bot.settings.faults import Fault, visible, visible_key
from bot.settings.keys import KEYS, SECTIONS, Path, children, nearest_key

FILE = "(file)"
"""The key of a fault of the whole file."""
_TAG = "tag:yaml.org,2002:"
_LARGEST = 64 * 1024
_SYNTAX = "correct YAML (blanks, no tabs; a blank behind each colon)"
_QUOTES = "a value in quotes, because it begins with a special character such as @ or !"
_ALIAS = "a value without alias (in quotes, if it begins with *)"


@dataclass(slots=True)
class Source:
    """What one source gives: values and places by path, and what is wrong with it."""

    values: dict[Path, object] = field(default_factory=dict)
    places: dict[tuple[str | int, ...], str] = field(default_factory=dict)
    faults: list[Fault] = field(default_factory=list)


class _UnreadableError(Exception):
    def __init__(self, expected: str, line: int | None = None) -> None:
        super().__init__(expected)
        self.expected = expected
        self.line = line


class _Loader(yaml.SafeLoader):
    def compose_node(self, parent: yaml.Node | None, index: int) -> yaml.Node | None:
        # Aliases make loops and bombs, and nothing here needs them.
        if self.check_event(yaml.AliasEvent):
            event: yaml.Event = self.peek_event()  # type: ignore[no-untyped-call]
            raise _UnreadableError(_ALIAS, event.start_mark.line + 1 if event.start_mark else None)
        return super().compose_node(parent, index)


def read_file(file: FilePath) -> Source:
    """The settings of a file; whatever is wrong with it is among the faults."""
    reading = _Reading(file)
    try:
        root = _compose(_text(file))
    except _UnreadableError as exc:
        reading.fault(exc.line, FILE, exc.expected)
        return reading.source
    if root is not None:
        reading.section((), root)
    return reading.source


def _text(file: FilePath) -> str:
    try:
        with file.open("rb") as stream:
            raw = stream.read(_LARGEST + 1)
    except (OSError, ValueError):
        raise _UnreadableError("a file that can be read") from None
    if len(raw) > _LARGEST:
        raise _UnreadableError(f"a file of at most {_LARGEST // 1024} KiB")
    try:
        return raw.decode("utf-8-sig")
    except UnicodeDecodeError as exc:
        raise _UnreadableError("text in UTF-8", raw.count(b"\n", 0, exc.start) + 1) from None


def _compose(text: str) -> yaml.Node | None:
    # What PyYAML says may quote the file, so only its place and our own words leave this function.
    try:
        return yaml.compose(text, Loader=_Loader)
    except yaml.reader.ReaderError as exc:
        line = text.count("\n", 0, exc.position) + 1
        raise _UnreadableError("text without control characters", line) from None
    except yaml.MarkedYAMLError as exc:
        mark = exc.problem_mark or exc.context_mark
        raise _UnreadableError(_hint(exc.problem or ""), mark.line + 1 if mark else None) from None
    except (yaml.YAMLError, ValueError, OverflowError, RecursionError):
        raise _UnreadableError(_SYNTAX) from None


def _hint(problem: str) -> str:
    special = "cannot start any token" in problem and "\\t" not in problem
    return _QUOTES if special else _SYNTAX


class _Reading:
    """Walks the nodes along the model and notes values, places and faults."""

    def __init__(self, file: FilePath) -> None:
        self.file = visible(str(file), 400)
        self.source = Source()

    def fault(self, line: int | None, key: str, expected: str, nearest: str | None = None) -> None:
        where = self.file if line is None else f"{self.file}:{line}"
        self.source.faults.append(Fault(where, key, expected, nearest))

    def section(self, path: Path, node: yaml.Node) -> None:
        if _empty(node):
            return
        if not isinstance(node, yaml.MappingNode):
            expected = f"a section with: {', '.join(children(path))}"
            self.fault(_line(node), ".".join(path) or FILE, expected)
            return
        first: dict[str, int] = {}
        for key, value in node.value:
            name = key.value if isinstance(key, yaml.ScalarNode) else ""
            if name in first:
                shown = ".".join((*path, visible_key(name)))
                self.fault(_line(key), shown, f"each key once (it is in line {first[name]} too)")
                continue
            first[name] = _line(key)
            self.entry((*path, name), key, value)

    def entry(self, path: Path, key: yaml.Node, value: yaml.Node) -> None:
        if path in SECTIONS:
            self.source.places[path] = f"{self.file}:{_line(key)}"
            self.section(path, value)
        elif path in KEYS:
            self.leaf(path, key, value)
        else:
            self.unknown(path[:-1], path[-1], key, value)

    def unknown(self, section: Path, name: str, key: yaml.Node, value: yaml.Node) -> None:
        near = nearest_key(section, name)
        # A word alone, like none of ours: in `{password, x}` it may be the secret.
        shown = "?" if near is None and _empty(value) else visible_key(name)
        expected = f"one of: {', '.join(children(section))}"
        self.fault(_line(key), ".".join((*section, shown)), expected, near)

    def leaf(self, path: Path, key: yaml.Node, node: yaml.Node) -> None:
        self.source.places[path] = f"{self.file}:{_line(key)}"
        if _empty(node):
            return
        if not node.tag.startswith(_TAG):
            self.fault(_line(node), ".".join(path), _QUOTES)
            return
        if not isinstance(node, yaml.SequenceNode):
            self.source.values[path] = _plain(node)
            return
        self.source.values[path] = [_plain(item) for item in node.value]
        for index, item in enumerate(node.value):
            self.source.places[*path, index] = f"{self.file}:{_line(item)}"


def _line(node: yaml.Node) -> int:
    return int(node.start_mark.line) + 1


def _empty(node: yaml.Node) -> bool:
    return bool(node.tag == f"{_TAG}null")


def _plain(node: yaml.Node) -> object:
    """The text as it is written; something that no setting accepts if it is no plain text."""
    # YAML's own reading would make 10:00 a number and `no` a falsehood.
    if isinstance(node, yaml.ScalarNode) and node.tag.startswith(_TAG):
        return str(node.value)
    return {}
