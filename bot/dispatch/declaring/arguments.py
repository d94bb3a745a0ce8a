"""Reads the small things that many commands share: numbers, Matrix ids, fields."""

import re

from bot.domain.errors import Missing, WrongInput

_NUMBER = re.compile(
    r"\s*(?:nr\.?\s*|no\.?\s*)?#?\s*(\d{1,9})(?=$|[\s:,|]|\.(?!\d))[:,.]?\s*", re.IGNORECASE
)
_USER = re.compile(r"\s*(@[^\s:|]{1,200}:[^\s|,]{0,200}[^\s|,:])[:,]?\s*")
_FIELD_END = re.compile(r"\s*(?:\||\n)\s*")


class NumberMissing(Missing):
    """A short number such as `#12` was expected, of `field`; `text` stands there instead."""

    def __init__(self, field: str = "number", **data: object) -> None:
        super().__init__(**data)
        self.field = field


class UserMissing(WrongInput):
    """A full Matrix id such as @anna:example.org was expected."""


def number(text: str, field: str = "number") -> tuple[int, str]:
    """A short number (`12`, `#12`, `Nr. 12`) and what follows it; a date such as `12.11.` is none.

    Raises:
        NumberMissing: there is none at the start; a form asks for the field of that name.
    """
    found = _NUMBER.match(text)
    if not found:
        raise NumberMissing(field, text=text[:40])
    return int(found[1]), text[found.end() :]


def user(text: str) -> tuple[str, str]:
    """A full Matrix id and what follows it.

    Raises:
        UserMissing: there is none at the start.
    """
    found = _USER.match(text)
    if not found:
        raise UserMissing(text=text[:40])
    return found[1], text[found.end() :]


def fields(text: str) -> tuple[str, ...]:
    """The parts between lines or bars, without empty ones."""
    return tuple(part for part in _FIELD_END.split(text.strip()) if part)
