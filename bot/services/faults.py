"""What is wrong with an import file, told for every row at once."""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from bot.domain.dialogue.message import Text
from bot.domain.errors import WrongInput


class FaultKind(StrEnum):
    """What was expected instead."""

    FILE_MISSING = "file-missing"
    ENCODING = "encoding"
    JSON = "json"
    NOT_A_LIST = "not-a-list"
    NO_ROWS = "no-rows"
    CSV = "csv"
    CELLS = "cells"
    NOT_AN_OBJECT = "not-an-object"
    UNKNOWN_COLUMN = "unknown-column"
    COLUMN_TWICE = "column-twice"
    MISSING = "missing"
    TEXT = "text"
    TOO_LONG = "too-long"
    LIST = "list"
    NUMBER = "number"
    RANGE = "range"
    CONTROL = "control"
    SHORT_NAME = "short-name"
    WEBSITE = "website"
    TOPIC = "topic"
    LAND = "land"
    LEVEL = "level"
    TRUTH = "truth"
    DAY = "day"
    ROLE = "role"
    TWICE = "twice"
    UNKNOWN_NETWORK = "unknown-network"
    OTHER = "other"


class Unit(StrEnum):
    """What a file's faults are counted in: a CSV's rows as spreadsheets do, a list's entries."""

    ROW = "row"
    ENTRY = "entry"


@dataclass(frozen=True, slots=True, kw_only=True)
class RowFault:
    """One fault; `row` is 0 where it is the file's as a whole.

    `value` is what stands there, `near` what may be meant, "" if nothing comes near.
    """

    row: int
    kind: FaultKind
    unit: Unit = Unit.ROW
    name: str = ""
    field: str = ""
    value: str = ""
    near: str = ""

    @property
    def text(self) -> Text:
        """The fault in words."""
        return Text(
            "import-fault",
            where=self._where(),
            kind=self.kind,
            field=self.field,
            value=self.value,
            guess=Text("import-near", near=self.near) if self.near else Text("nothing-more"),
        )

    def _where(self) -> Text:
        if not self.row:
            return Text("import-where-file")
        if not self.name:
            return Text("import-where", unit=self.unit, row=self.row)
        return Text("import-where-named", unit=self.unit, row=self.row, name=self.name)


class BadImport(WrongInput):
    """The file has `count` faults, and nothing of it was imported."""

    faults: tuple[RowFault, ...] = ()

    @classmethod
    def of(cls, faults: Iterable[RowFault]) -> "BadImport":
        """The refusal of a file with these faults."""
        found = tuple(faults)
        refusal = cls(count=len(found))
        refusal.faults = found
        return refusal
