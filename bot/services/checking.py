"""Holds the rows of a file against what rows may be, and names every fault."""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Generic, TypeVar

from pydantic import ValidationError
from pydantic_core import ErrorDetails
from rapidfuzz import fuzz, process

from bot.services import shipped
from bot.services.faults import BadImport, FaultKind, RowFault
from bot.services.rows import Row
from bot.services.sheets import Sheet

R = TypeVar("R", bound=Row)
Key = tuple[str | None, ...]
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

    numbered: tuple[tuple[int, R], ...]


def checked(
    sheet: Sheet, row: type[R], key: Sequence[str], known: Collection[str] | None = None
) -> Rows[R]:
    """The rows as values with their numbers; no two may agree in all columns of the key.

    `known`, if given, are the values that the first column of the key may have: short names.

    Raises:
        BadImport: with every fault of every row.
    """
    rows: list[tuple[int, R]] = []
    keys: list[tuple[int, Key]] = []
    faults: list[RowFault] = []
    for number, cells in sheet.rows:
        try:
            value = row.model_validate(cells)
            rows.append((number, value))
            keys.append((number, tuple(str(getattr(value, column)) for column in key)))
        except ValidationError as wrong:
            faults += _faults(number, cells, wrong, tuple(row.model_fields), key)
            keys.append((number, tuple(_alone(row, column, cells) for column in key)))
    faults += _twice(keys, key)
    if known is not None:
        faults += _strangers(keys, key[0], known)
    if faults:
        ordered = dict.fromkeys(sorted(faults, key=lambda fault: fault.row))
        raise BadImport.of(tuple(replace(fault, unit=sheet.unit) for fault in ordered))
    return Rows(tuple(rows))


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


def _alone(row: type[R], column: str, cells: Mapping[str, object]) -> str | None:
    """The value of one cell, whatever else is wrong with its row; None if it is wrong itself."""
    blank = row.model_construct()
    try:
        row.__pydantic_validator__.validate_assignment(blank, column, cells.get(column))
    except ValidationError:
        return None
    return str(getattr(blank, column))


def _twice(keys: Iterable[tuple[int, Key]], columns: Sequence[str]) -> Iterator[RowFault]:
    first: dict[Key, int] = {}
    for number, values in keys:
        if None in values or (earlier := first.setdefault(values, number)) == number:
            continue
        yield RowFault(
            row=number,
            kind=FaultKind.TWICE,
            name=values[0] or "",
            field=", ".join(columns),
            value=str(earlier),
        )


def _strangers(
    keys: Iterable[tuple[int, Key]], column: str, known: Collection[str]
) -> Iterator[RowFault]:
    for number, (name, *_) in keys:
        if name is not None and name not in known:
            yield RowFault(
                row=number,
                kind=FaultKind.UNKNOWN_NETWORK,
                name=_shown(name),
                field=column,
                value=_shown(name),
                near=nearest(name, known),
            )
