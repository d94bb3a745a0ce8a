"""Files of rows, as JSON or CSV: read with every fault named, written so that they can be read."""

import csv
import io
import json
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from bot.services.faults import BadImport, FaultKind, RowFault, Unit

# A spreadsheet takes a cell that begins like this for a formula.
_FORMULA = re.compile("'*[=+\\-@\t\r]")
_GUARDED = re.compile("'+[=+\\-@\t\r]")
_BAR = re.compile(r"(?:[^|\\]|\\.)+", re.DOTALL)
_ESCAPED = re.compile(r"\\(.)", re.DOTALL)
_DELIMITERS = ";,\t"


@dataclass(frozen=True, slots=True)
class Sheet:
    """Rows with their numbers, each a mapping from column to value."""

    unit: Unit
    rows: tuple[tuple[int, Mapping[str, object]], ...]


def read(path: Path, lists: frozenset[str]) -> Sheet:
    """The rows of a file; `lists` are the columns whose CSV cells hold several values.

    Raises:
        BadImport: it is no list of rows.
    """
    try:
        text = path.read_bytes().decode("utf-8-sig")
    except OSError as fault:
        raise _broken(FaultKind.FILE_MISSING, value=str(fault.strerror)) from None
    except UnicodeDecodeError:
        raise _broken(FaultKind.ENCODING) from None
    is_json = path.suffix.casefold() == ".json" or text.lstrip()[:1] in ("[", "{")
    sheet = _json(text) if is_json else _csv(text, lists)
    if not sheet.rows:
        raise _broken(FaultKind.NO_ROWS)
    return sheet


def _json(text: str) -> Sheet:
    try:
        records = json.loads(text)
    except (ValueError, RecursionError) as fault:
        raise _broken(FaultKind.JSON, row=getattr(fault, "lineno", 0)) from None
    if not isinstance(records, list):
        raise _broken(FaultKind.NOT_A_LIST)
    numbered = list(enumerate(records, 1))
    wrong = [number for number, record in numbered if not isinstance(record, dict)]
    if wrong:
        raise BadImport.of(
            tuple(
                RowFault(row=number, kind=FaultKind.NOT_AN_OBJECT, unit=Unit.ENTRY)
                for number in wrong
            )
        )
    return Sheet(Unit.ENTRY, tuple(numbered))


def _csv(text: str, lists: frozenset[str]) -> Sheet:
    first = text.partition("\n")[0]
    delimiter = max(_DELIMITERS, key=first.count)
    try:
        lines = list(csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True))
    except csv.Error as fault:
        raise _broken(FaultKind.CSV, value=str(fault)) from None
    header, *body = lines or [[]]
    columns = [column.strip() for column in header]
    filled = [(number, row) for number, row in enumerate(body, 2) if any(c.strip() for c in row)]
    _check(columns, filled)
    return Sheet(
        Unit.ROW,
        tuple(
            (number, {c: _value(cell, c in lists) for c, cell in zip(columns, row, strict=True)})
            for number, row in filled
        ),
    )


def _check(columns: Sequence[str], rows: Iterable[tuple[int, Sequence[str]]]) -> None:
    twice = sorted({column for column in columns if columns.count(column) > 1})
    faults = [RowFault(row=1, kind=FaultKind.COLUMN_TWICE, field=column) for column in twice]
    faults += [
        RowFault(row=number, kind=FaultKind.CELLS, value=str(len(row)), field=str(len(columns)))
        for number, row in rows
        if len(row) != len(columns)
    ]
    if faults:
        raise BadImport.of(faults)


def _value(cell: str, several: bool) -> object:
    plain = cell[1:] if _GUARDED.match(cell) else cell
    if not several:
        return plain
    return [_ESCAPED.sub(r"\1", item).strip() for item in _BAR.findall(plain) if item.strip()]


def _broken(kind: FaultKind, *, row: int = 0, value: str = "") -> BadImport:
    return BadImport.of((RowFault(row=row, kind=kind, value=value),))


def as_json(rows: Sequence[Mapping[str, object]]) -> str:
    """The rows as a JSON list, one value a line."""
    return json.dumps(rows, ensure_ascii=False, indent=1) + "\n"


def as_csv(rows: Iterable[Mapping[str, object]], columns: Sequence[str]) -> str:
    """The rows as CSV for German spreadsheets; no cell begins like a formula."""
    out = io.StringIO(newline="")
    writer = csv.writer(out, delimiter=";", lineterminator="\r\n")
    writer.writerow(columns)
    writer.writerows([_cell(row[column]) for column in columns] for row in rows)
    return "\ufeff" + out.getvalue()


def _cell(value: object) -> str:
    match value:
        case None:
            text = ""
        case bool():
            text = "ja" if value else "nein"
        case list():
            text = "|".join(re.sub(r"([\\|])", r"\\\1", str(item)) for item in value)
        case _:
            text = str(value)
    return f"'{text}" if _FORMULA.match(text) else text
