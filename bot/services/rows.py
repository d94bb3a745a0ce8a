"""What an import file may hold, row by row, and what is wrong with a row that holds else."""

import re
from datetime import date
from functools import cache
from typing import Annotated, Literal, TypeVar

from pydantic import (
    AfterValidator,
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    StringConstraints,
)
from pydantic_core import PydanticCustomError

from bot.domain.community.network import Level
from bot.domain.search.words import fold
from bot.services import shipped

_UNPRINTABLE = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")
_NUMBER_LIKE = re.compile(r"#?\s*[0-9]+")
_YES = frozenset({"ja", "yes", "true", "wahr", "1"})
_NO = frozenset({"", "nein", "no", "false", "falsch", "0"})
_GERMAN_DAY = re.compile(r"([0-9]{1,2})\.([0-9]{1,2})\.([0-9]{4})")
_PARTS_OF_NAMES = ":|\n"

T = TypeVar("T")


def _unified(value: object) -> object:
    return re.sub("\r\n?", "\n", value).strip() if isinstance(value, str) else value


def _printable(value: str) -> str:
    if _UNPRINTABLE.search(value):
        raise PydanticCustomError("control", "control characters")
    return value


def _short_name(value: str) -> str:
    if _NUMBER_LIKE.fullmatch(value) or any(sign in value for sign in _PARTS_OF_NAMES):
        raise PydanticCustomError("short-name", "a number, or a sign that ends a name")
    return value


def _website(value: str) -> str:
    if not re.fullmatch(r"https?://[^\s<>\"]+", value):
        raise PydanticCustomError("website", "no web address")
    return value


def _filled(value: list[str]) -> list[str]:
    return [item for item in value if item]


def _absent(value: object) -> object:
    return None if isinstance(value, str) and not value.strip() else value


def _decimal(value: object) -> object:
    if isinstance(value, bool):
        raise PydanticCustomError("float_type", "a truth value")
    return value.replace(",", ".") if isinstance(value, str) else value


def _plain_number(value: object) -> object:
    is_number = isinstance(value, int) and not isinstance(value, bool)
    return str(value) if is_number else value


@cache
def _topics() -> dict[str, str]:
    topics = shipped.taxonomy().topics
    return {fold(label): topic.id for topic in topics for label in (topic.id, topic.de, topic.en)}


@cache
def _lands() -> dict[str, str]:
    lands = shipped.taxonomy().states
    return {fold(label): land.code for land in lands for label in (land.code, land.name)}


def _topic(value: str) -> str:
    if (topic := _topics().get(fold(value))) is None:
        raise PydanticCustomError("topic", "unknown")
    return topic


def _land(value: str) -> str:
    if (code := _lands().get(fold(value))) is None:
        raise PydanticCustomError("land", "unknown")
    return code


def _truth(value: object) -> object:
    word = str(value).strip().casefold() if isinstance(value, str | int) else None
    if word in _YES | _NO:
        return word in _YES
    raise PydanticCustomError("truth", "neither yes nor no")


def _day(value: object) -> object:
    if isinstance(value, str) and (german := _GERMAN_DAY.fullmatch(value.strip())):
        return f"{german[3]}-{german[2]:0>2}-{german[1]:0>2}"
    if value is not None and not isinstance(value, str):
        raise PydanticCustomError("day", "no day")
    return value


Words = Annotated[str, BeforeValidator(_unified), AfterValidator(_printable)]
Short = Annotated[Words, StringConstraints(max_length=200)]
Long = Annotated[Words, StringConstraints(max_length=2_000)]
Name = Annotated[Short, StringConstraints(min_length=1)]
Optional = Annotated[T | None, BeforeValidator(_absent)]
Several = Annotated[list[T], Field(max_length=100), AfterValidator(_filled)]
Degrees = Annotated[float, BeforeValidator(_decimal), Field(allow_inf_nan=False)]


class Row(BaseModel):
    """A row; columns that it does not know are a fault."""

    model_config = ConfigDict(extra="forbid")


class NetworkRow(Row):
    """A network; only the columns that a file has are changed on one that is known."""

    name: Name
    short_name: Annotated[Name, AfterValidator(_short_name)]
    role: Literal["unknown"] = "unknown"
    """Kept in the public files; a network is patron or mentee per topic, never as a whole."""
    region: Long = ""
    states: Several[Annotated[Words, AfterValidator(_land)]] = []
    seat: Optional[Short] = None
    lat: Optional[Annotated[Degrees, Field(ge=-90, le=90)]] = None
    lon: Optional[Annotated[Degrees, Field(ge=-180, le=180)]] = None
    website: Optional[Annotated[Short, AfterValidator(_website)]] = None
    topics: Several[Annotated[Words, AfterValidator(_topic)]] = []
    member_since: Annotated[Optional[Short], BeforeValidator(_plain_number)] = None
    source: Long = ""
    aliases: Several[Short] = []
    awards: Several[Short] = []
    note: Long = ""


class OfferRow(Row):
    """An offer of the network with that short name."""

    network: Name
    topic: Annotated[Name, AfterValidator(_topic)]
    level: Annotated[Level, BeforeValidator(_plain_number)]
    note: Annotated[Long, StringConstraints(max_length=500)] = ""
    example: Annotated[bool, BeforeValidator(_truth)] = False


class NeedRow(Row):
    """A need of the network with that short name."""

    network: Name
    topic: Annotated[Name, AfterValidator(_topic)]
    note: Annotated[Long, StringConstraints(max_length=500)] = ""
    until: Annotated[Optional[date], BeforeValidator(_day)] = None
    example: Annotated[bool, BeforeValidator(_truth)] = False


LISTS = frozenset({"states", "topics", "aliases", "awards"})
"""The columns that hold several values."""
