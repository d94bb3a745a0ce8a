"""What an answer must hold; one that does not was made by something in between and says nothing.

Taken at its word, a lost message would count as sent, and a room that nobody looked into as empty.
"""

from __future__ import annotations

from http import HTTPStatus

from bot.matrix.content.cleaning import identifier
from bot.matrix.door.errors import Temporary
from bot.matrix.door.homeserver import Json


def named(answer: Json, name: str) -> str:
    """The id, or other short word, that was promised under that name.

    Raises:
        Temporary: there is none.
    """
    found = identifier(answer.get(name))
    if found is None:
        raise Temporary(f"the answer has no {name}", HTTPStatus.OK)
    return found


def listed(answer: Json, name: str) -> list[object]:
    """The items that were promised under that name, none of them looked at.

    Raises:
        Temporary: there is no list.
    """
    found = answer.get(name)
    if not isinstance(found, list):
        raise Temporary(f"the answer has no {name}", HTTPStatus.OK)
    return found
