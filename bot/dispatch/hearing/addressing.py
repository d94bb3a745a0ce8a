"""Whether a message is meant for us, and which command line it holds."""

import re
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from itertools import islice

from bot.dispatch.declaring.router import Router
from bot.domain.dialogue.message import Message

_SIGIL = re.compile(r"(?:!|//?)(?=\w)")
_LOOSE_SIGIL = re.compile(r"(?:!|//?)[ \t]*(?=\w)")
_AFTER_NAME = re.compile(r"[:,]?\s+|[:,]?$|[:,](?=[!/])")
_ADDRESSED = re.compile(r"([^\s@]{1,40})@([^\s@]{1,255})(?=\s|\Z)")
_SECOND = re.compile(r"[^\s@]{1,40}\s+")
_LINE_LIMIT = 4000
_NAME_LIMIT = 300
_FENCE = "```"
_STARTS = re.compile(r"^[ \t]*(```|[!/@])", re.MULTILINE)
_MOST_STARTS = 50
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
    prefixed: bool = False
    """Whether it begins with a sigil or a name of ours."""
    sigil: bool = False
    """Whether it looks like a command to some bot."""


@dataclass(frozen=True, slots=True)
class Names:
    """What people call the bot."""

    user_id: str
    display_name: str = ""

    @property
    def localpart(self) -> str:
        """The user id without its server."""
        return self.user_id[1:].split(":")[0]

    @property
    def spoken(self) -> tuple[str, ...]:
        """Every form that may stand in front, longest first."""
        names = {self.user_id, self.localpart, f"@{self.localpart}"}
        shown = " ".join(self.display_name.split())
        if shown:
            names |= {shown, f"@{shown}", f"@[{shown}]"}
        return tuple(sorted(names, key=len, reverse=True))


@dataclass(frozen=True, slots=True)
class _Parts:
    """A line taken apart: what is left, and what stood around it."""

    bare: str
    named: bool
    sigil: bool
    elsewhere: bool = False
    """The command bears another bot's name."""


def line(message: Message, names: Names, router: Router) -> Line:
    """The command line in a message, and whether it is for us."""
    parts = _parts(message.text, names, loose=message.direct)
    bare = parts.bare
    first = bare[:_LINE_LIMIT].split(None, 1)[:1]
    said = bool(first) and _replies(message, first[0], router)
    if parts.elsewhere and not message.direct:
        address = Address.NONE
    elif parts.named or message.direct or said:
        address = Address.CLEAR
    elif parts.sigil and (
        router.vocabulary.claims(bare[:_LINE_LIMIT])
        or (message.answers is not None and router.vocabulary.may_mean(bare[:_LINE_LIMIT]))
    ):
        address = Address.SIGIL
    else:
        address = Address.NONE
    prefixed = parts.named or parts.sigil
    return Line(address, bare[:_LINE_LIMIT], len(bare) > _LINE_LIMIT, prefixed, parts.sigil)


def _replies(message: Message, first: str, router: Router) -> bool:
    """Whether a reply to a message of ours asks "why?", or begins with "meldung:" and the like."""
    if message.answers is None:
        return False
    named = message.about is not None and first.endswith(":") and router.match(first) is not None
    return named or first.rstrip("?!.").casefold() in WHY


def _parts(text: str, names: Names, *, loose: bool) -> _Parts:
    """Takes name, sigil and the name behind the command off; `loose` allows "! hilfe"."""
    text = text.strip()
    behind = _behind_name(text, names)
    named = behind is not None
    body = text if behind is None else behind
    sigil = (_LOOSE_SIGIL if named or loose else _SIGIL).match(body)
    bare = body[sigil.end() :] if sigil else body
    if "@" not in bare[:_NAME_LIMIT] or not (sigil or named or loose):
        return _Parts(bare, named, sigil is not None)
    return _without_suffix(bare, names, named=named, sigil=sigil is not None)


def _without_suffix(bare: str, names: Names, *, named: bool, sigil: bool) -> _Parts:
    """Without the `@bot` or `@bot:server` that some clients append to the command's words."""
    first = _ADDRESSED.match(bare)
    second = None if first else _SECOND.match(bare)
    found = first or (_ADDRESSED.match(bare, second.end()) if second else None)
    if found is None:
        return _Parts(bare, named, sigil)
    called = found[2].rstrip(":,").casefold()
    if called in (names.localpart.casefold(), names.user_id[1:].casefold()):
        return _Parts(bare[: found.end(1)] + bare[found.end() :], named=True, sigil=sigil)
    return _Parts(bare, named, sigil, elsewhere=first is not None and sigil and not named)


@cache
def _spoken(names: Names) -> tuple[tuple[str, int], ...]:
    return tuple((name.casefold(), len(name)) for name in names.spoken)


def _behind_name(text: str, names: Names) -> str | None:
    """What follows a name of ours at the beginning; None if there is none."""
    folded = text[:_NAME_LIMIT].casefold()
    for name, length in _spoken(names):
        if not folded.startswith(name):
            continue
        end = _AFTER_NAME.match(text, length)
        if end:
            return text[end.end() :].lstrip()
    return None


def commands_in(message: Message, names: Names, router: Router, most: int = 6) -> tuple[str, ...]:
    """The commands of a message of which several lines begin with one; each with what follows.

    A quoted line and what stands between code fences begin none. At most `most` are told apart.
    """
    text = message.text.strip()
    starts, fenced = [0], False
    for found in islice(_STARTS.finditer(text), _MOST_STARTS):
        if found[1] == _FENCE:
            fenced = not fenced
        elif found.start() and not fenced and len(starts) < most:
            end = text.find("\n", found.start())
            one = text[found.start() : end if end >= 0 else None]
            if _begins(one, names, router, first=False, direct=message.direct):
                starts.append(found.start())
    head = text.split("\n", 1)[0]
    if len(starts) < 2 or not _begins(head, names, router, first=True, direct=message.direct):  # noqa: PLR2004
        return (message.text,)
    ends = (*starts[1:], len(text))
    return tuple(text[start:end].strip() for start, end in zip(starts, ends, strict=True))


def _begins(text: str, names: Names, router: Router, *, first: bool, direct: bool) -> bool:
    """Whether a line begins a command. Behind the first one, a name alone is ordinary talk."""
    parts = _parts(text, names, loose=False)
    if parts.elsewhere or not parts.bare:
        return False
    if first and parts.named:
        return True
    bare = parts.bare[:_LINE_LIMIT]
    if parts.sigil:
        return router.vocabulary.claims(bare)
    clear = direct if first else parts.named
    return clear and router.match(bare) is not None
