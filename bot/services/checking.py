"""Holds the rows of a file against what rows may be, and names every fault."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Generic, TypeVar

from pydantic import ValidationError
from pydantic_core import ErrorDetails
from rapidfuzz import fuzz, process

from bot.services import shipped
from bot.services.faults import BadImport, FaultKind, RowFault, Unit
from bot.services.rows import Row
from bot.services.sheets import Sheet

R = TypeVar("R", bound=Row)
_NEAR = 60  # rapidfuzz ratio, per cent
_SHOWN = 60
_KINDS = {
    "missing": FaultKind.MISSING,
    "extra_forbidden": FaultKind.UNKNOWN_COLUMN,
    "string_type": FaultKind.TEXT,
    "string_too_short": FaultKind.MISSING,
    "too_short": FaultKind.MISSING,
    "string_too_long": FaultKind.TOO_LONG,
    "string_unicode": FaultKind.CONTROL,
    "list_type": FaultKind.LIST,
    "too_long": FaultKind.TOO_LONG,
    "float_type": FaultKind.NUMBER,
    "float_parsing": FaultKind.NUMBER,
    "finite_number": FaultKind.NUMBER,
    "greater_than_equal": FaultKind.RANGE,
    "less_than_equal": FaultKind.RANGE,
    "enum": FaultKind.LEVEL,
    "literal_error": FaultKind.ROLE,
    "control": FaultKind.CONTROL,
    "short-name": FaultKind.SHORT_NAME,
    "website": FaultKind.WEBSITE,
    "topic": FaultKind.TOPIC,
    "land": FaultKind.LAND,
    "truth": FaultKind.TRUTH,
}


@dataclass(frozen=True, slots=True)
class Rows(Generic[R]):
    """Rows without fault, with their numbers in the file."""

    unit: Unit
    numbered: tuple[tuple[int, R], ...]


def checked(sheet: Sheet, row: type[R], key: Sequence[str]) -> Rows[R]:
    """The rows as values with their numbers; no two may agree in all columns of the key.

    Raises:
        BadImport: with every fault of every row.
    """
    rows: list[tuple[int, R]] = []
    faults: list[RowFault] = []
    for number, cells in sheet.rows:
        try:
            rows.append((number, row.model_validate(cells)))
        except ValidationError as wrong:
            faults += _faults(number, cells, wrong, tuple(row.model_fields), key)
    faults += _twice(rows, key)
    if faults:
        ordered = dict.fromkeys(sorted(faults, key=lambda fault: fault.row))
        raise BadImport.of(tuple(replace(fault, unit=sheet.unit) for fault in ordered))
    return Rows(sheet.unit, tuple(rows))


def nearest(text: str, known: Iterable[str]) -> str:
    """The known word that looks most like the text; "" if none does."""
    found = process.extractOne(text, list(known), scorer=fuzz.ratio, score_cutoff=_NEAR)
    return found[0] if found else ""


def _faults(
    number: int,
    cells: Mapping[str, object],
    wrong: ValidationError,
    columns: Sequence[str],
    key: Sequence[str],
) -> Iterator[RowFault]:
    name = _shown(cells.get(key[0]))
    for error in wrong.errors(include_url=False, include_context=False):
        field = _shown(error["loc"][0]) if error["loc"] else ""
        kind = _kind(error, field)
        yield RowFault(
            row=number,
            kind=kind,
            name=name,
            field=field,
            value="" if kind is FaultKind.UNKNOWN_COLUMN else _shown(error["input"]),
            near=_near(kind, field, error["input"], columns),
        )


def _kind(error: ErrorDetails, field: str) -> FaultKind:
    if error["type"].startswith("date") or error["type"] == "day":
        return FaultKind.DAY
    if field == "level":
        return FaultKind.MISSING if error["type"] == "missing" else FaultKind.LEVEL
    return _KINDS.get(error["type"], FaultKind.OTHER)


def _near(kind: FaultKind, field: str, value: object, columns: Sequence[str]) -> str:
    taxonomy = shipped.taxonomy()
    match kind:
        case FaultKind.UNKNOWN_COLUMN:
            return nearest(field.casefold(), columns)
        case FaultKind.TOPIC:
            return nearest(
                str(value), [t for topic in taxonomy.topics for t in (topic.id, topic.de)]
            )
        case FaultKind.LAND:
            return nearest(
                str(value), [s for land in taxonomy.states for s in (land.code, land.name)]
            )
        case _:
            return ""


def _shown(value: object) -> str:
    if not isinstance(value, str | int | float):
        return ""
    text = str(value).encode(errors="replace").decode()
    return text if len(text) <= _SHOWN else text[: _SHOWN - 1] + "…"


def _twice(rows: Iterable[tuple[int, R]], key: Sequence[str]) -> Iterator[RowFault]:
    first: dict[tuple[str, ...], int] = {}
    for number, row in rows:
        values = tuple(str(getattr(row, column)) for column in key)
        if (earlier := first.setdefault(values, number)) != number:
            yield RowFault(
                row=number,
                kind=FaultKind.TWICE,
                name=values[0],
                field=", ".join(key),
                value=str(earlier),
            )
