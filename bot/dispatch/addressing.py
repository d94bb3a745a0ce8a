"""Whether a message is meant for us, and which command line it holds."""

import re
from dataclasses import dataclass
from enum import StrEnum
from functools import cache

from bot.dispatch.router import Router
from bot.domain.message import Message

_SIGIL = re.compile(r"(?://?|!)(?=\w)")
_AFTER_NAME = re.compile(r"[:,]?\s+|[:,]?$")
_LINE_LIMIT = 4000
WHY = frozenset({"warum", "why"})


class Address(StrEnum):
    """How a message reached us; only `CLEAR` ones get an answer when they make no sense."""

    NONE = "none"
    SIGIL = "sigil"
    CLEAR = "clear"


@dataclass(frozen=True, slots=True)
class Line:
    """A command line without prefix or name, at most `_LINE_LIMIT` characters of it."""

    address: Address
    text: str
    too_long: bool = False


@dataclass(frozen=True, slots=True)
class Names:
    """What people call the bot."""

    user_id: str
    display_name: str = ""

    @property
    def spoken(self) -> tuple[str, ...]:
        """Every form that may stand in front, longest first."""
        localpart = self.user_id[1:].split(":")[0]
        names = {self.user_id, localpart, f"@{localpart}"}
        if self.display_name.strip():
            names |= {self.display_name.strip(), f"@{self.display_name.strip()}"}
        return tuple(sorted(names, key=len, reverse=True))


def line(message: Message, names: Names, router: Router) -> Line:
    """The command line in a message, and whether it is for us."""
    text = message.text.strip()
    named = _without_name(text, names)
    body = named if named is not None else text
    sigil = _SIGIL.match(body)
    bare = body[sigil.end() :] if sigil else body
    first = bare.split(None, 1)[0] if bare else ""
    if (
        named is not None
        or message.direct
        or (message.replies_to_us and first.rstrip("?!.").casefold() in WHY)
    ):
        address = Address.CLEAR
    elif sigil and router.knows(first):
        address = Address.SIGIL
    else:
        address = Address.NONE
    return Line(address, bare[:_LINE_LIMIT], too_long=len(bare) > _LINE_LIMIT)


@cache
def _spoken(names: Names) -> tuple[str, ...]:
    return names.spoken


def _without_name(text: str, names: Names) -> str | None:
    folded = text.casefold()
    for name in _spoken(names):
        if not folded.startswith(name.casefold()):
            continue
        end = _AFTER_NAME.match(text, len(name))
        if end:
            return text[end.end() :].lstrip()
    return None
