"""How a log line looks. A fault is told by its kind and its place, never by its words.

What an exception says may quote what somebody typed: the place in the code is enough to find it.
"""

import json
import logging
import traceback
from collections.abc import Iterator
from datetime import UTC, datetime
from types import TracebackType

_Fault = tuple[type[BaseException], BaseException, TracebackType | None] | tuple[None, None, None]


class Lines(logging.Formatter):
    """Lines for people."""

    def __init__(self) -> None:
        super().__init__("%(asctime)s %(levelname)s %(name)s: %(message)s")

    def formatException(self, ei: _Fault) -> str:  # noqa: N802 -- the library's name
        return "".join(_told(ei[1])).rstrip("\n") if ei[1] else ""


class JsonLines(Lines):
    """One JSON object a line, for machines."""

    def format(self, record: logging.LogRecord) -> str:
        line = {
            "time": datetime.fromtimestamp(record.created, UTC).isoformat(),
            "level": record.levelname.lower(),
            "logger": record.name,
            "message": record.getMessage(),
        }
        if record.exc_info:
            line["fault"] = self.formatException(record.exc_info)
        return json.dumps(line, ensure_ascii=False)


def _told(fault: BaseException) -> Iterator[str]:
    """What led to it first, as Python does it."""
    before = fault.__cause__ or (None if fault.__suppress_context__ else fault.__context__)
    if before is not None:
        yield from _told(before)
        yield "which led to\n"
    yield from traceback.format_tb(fault.__traceback__)
    # What the operating system says holds no word of anybody's.
    why = f": {fault.strerror}" if isinstance(fault, OSError) and fault.strerror else ""
    yield f"{type(fault).__module__}.{type(fault).__qualname__}{why}\n"
    if isinstance(fault, BaseExceptionGroup):
        for one in fault.exceptions:
            yield "among them\n"
            yield from _told(one)
