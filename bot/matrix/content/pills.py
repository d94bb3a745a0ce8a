"""Mentions, as each client writes them, become full Matrix ids in the plain text.

No HTML parser: hostile markup makes those slow. Every repetition in these patterns is bounded,
and only the first part of the markup is looked at.
"""

from __future__ import annotations

import re
from html import unescape
from urllib.parse import unquote

from bot.matrix.content.cleaning import clean, identifier

_MARKUP_LIMIT = 8000
_ADDRESS = r"(?:https://matrix\.to/#/[^\s\"'<>()]{1,300}|matrix:u/[^\s\"'<>()]{1,300})"
_MARKDOWN = re.compile(rf"\[[^\[\]\n]{{0,200}}\]\(<?({_ADDRESS})>?\)")
_ANCHOR = re.compile(
    rf"<a\s[^<>]{{0,300}}?href=[\"']({_ADDRESS})[\"'][^<>]{{0,300}}>([^<>]{{1,200}})</a>"
)
_USER = re.compile(r"@[^\s:?#]{1,200}:[^\s/?#]{1,200}\Z")
_PLACE = 2
_SIGNS = {"u": "@", "r": "#", "roomid": "!"}


def with_ids(body: str, markup: object) -> str:
    """The body with each mention replaced by the Matrix id that it stands for."""
    if "matrix.to/" in body or "matrix:u/" in body:
        body = _MARKDOWN.sub(lambda found: user_of(found[1]) or found[0], body)
    if not isinstance(markup, str) or "href" not in markup:
        return body
    position = 0
    if markup.startswith("<mx-reply>"):
        markup = markup.partition("</mx-reply>")[2]
    for found in _ANCHOR.finditer(markup[:_MARKUP_LIMIT]):
        user = user_of(found[1])
        shown = clean(unescape(found[2])).strip()
        place = body.find(shown, position) if user and shown else -1
        if user and place >= 0:
            # The name may be a part of the id that stands there in full already.
            there = body.find(user, position)
            if 0 <= there <= place < there + len(user):
                place, shown = there, user
            body = body[:place] + user + body[place + len(shown) :]
            position = place + len(user)
    return body


def id_of(address: str) -> str | None:
    """The id of the event, room or person that a matrix.to or matrix: address leads to."""
    if address.startswith("https://matrix.to/#/"):
        parts = address.partition("#/")[2].partition("?")[0].split("/")
        return identifier(unquote(parts[-1]))
    if not address.startswith("matrix:"):
        return None
    parts = address.removeprefix("matrix:").partition("?")[0].split("/")
    if len(parts) > _PLACE and parts[-2] in ("e", "event"):
        return identifier("$" + unquote(parts[-1]))
    sign = _SIGNS.get(parts[0])
    return identifier(sign + unquote(parts[1])) if sign and len(parts) >= _PLACE else None


def user_of(address: str) -> str | None:
    """The person that a matrix.to or matrix: address leads to."""
    if address.startswith("matrix:u/"):
        user = "@" + unquote(address.removeprefix("matrix:u/").partition("?")[0])
    else:
        user = unquote(address.partition("#/")[2].partition("?")[0])
    return user if _USER.match(user) else None
