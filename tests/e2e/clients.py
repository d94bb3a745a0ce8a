"""What seven clients put into their events when somebody writes, answers, corrects or taps.

`ElementWeb` (3.114) and `Cinny` (4.2.2) are recorded: copied from the events of the real programs;
what was not recorded of Cinny (replies, threads) is built from its source. `ElementXAndroid`,
`ElementXIOS`, `FluffyChat`, `Nheko` and `Gomuks` are built from their sources and were never
watched. Contents only: a person sends them. A deletion has no content; all send the same.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from html import escape
from typing import Any, ClassVar
from urllib.parse import quote

from bot.demo.event import Event

Json = dict[str, Any]

_HTML = "org.matrix.custom.html"
_COMMAND = "org.matrix.msc4391.command"


def quoted(to: Event, words: str) -> str:
    """The words under the quotation that older clients put in front of a reply."""
    lines = f"<{to.sender}> {to.body}".splitlines()
    return "\n".join((*(f"> {line}" for line in lines), "", words))


def quoting(to: Event) -> str:
    """The same quotation as markup."""
    there = f"https://matrix.to/#/{to.room_id}/{to.event_id}"
    who = f'<a href="https://matrix.to/#/{to.sender}">{to.sender}</a>'
    said = to.html or escape(to.body).replace("\n", "<br>")
    start = f'<mx-reply><blockquote><a href="{there}">In reply to</a> {who}'
    return f"{start}<br>{said}</blockquote></mx-reply>"


def phone(words: str) -> str:
    """What a phone's keyboard makes of it: capital, curly quotes, long dash, no-break blank."""
    first = next((at for at, sign in enumerate(words) if sign.isalpha()), 0)
    words = words[:first] + words[first : first + 1].upper() + words[first + 1 :]
    while '"' in words:
        words = words.replace('"', "„", 1).replace('"', "“", 1)
    words = words.replace(" - ", " — ").replace("--", "—").replace("'", "’")
    head, blank, tail = words.partition(" ")
    return f"{head}\u00a0{tail} " if blank else f"{words} "


@dataclass(frozen=True, slots=True)
class Client:
    """One program as it was set up by somebody who knows the bot by its id and its name."""

    bot: str
    name: str

    nobody: ClassVar[Mapping[str, object]] = {"m.mentions": {}}
    quotes: ClassVar[bool] = False
    star: ClassVar[str] = "* "

    def text(self, words: str) -> Json:
        """Plain words."""
        return {**self._words(words), **self.nobody}

    def mention(self, words: str) -> Json:
        """The bot picked from the list of people, then words."""
        raise NotImplementedError

    def reply(self, to: Event, words: str) -> Json:
        """An answer to a message."""
        content = self._quoting(to, words) if self.quotes else self._words(words)
        relation = {"m.in_reply_to": {"event_id": to.event_id}}
        return {**content, **self._told(to), "m.relates_to": relation}

    def thread(self, root: str, latest: str, words: str) -> Json:
        """A message in the thread under an event."""
        relation = {
            "rel_type": "m.thread",
            "event_id": root,
            "is_falling_back": True,
            "m.in_reply_to": {"event_id": latest},
        }
        return {**self.text(words), "m.relates_to": relation}

    def edit(self, event_id: str, words: str, *, to: Event | None = None) -> Json:
        """New words for an own message; `to` is the message that it had replied to."""
        new = self.text(words)
        outer = self._starred(new) if to is None else self._starred_reply(new, to)
        relation = {"rel_type": "m.replace", "event_id": event_id}
        return {**outer, "m.new_content": new, "m.relates_to": relation}

    def react(self, event_id: str, key: str) -> Json:
        """A tap on an emoji; an event of its own type."""
        relation = {"rel_type": "m.annotation", "event_id": event_id, "key": key}
        return {"m.relates_to": relation}

    def _words(self, words: str, markup: str = "") -> Json:
        content: Json = {"msgtype": "m.text", "body": words}
        return content | ({"format": _HTML, "formatted_body": markup} if markup else {})

    def _quoting(self, to: Event, words: str) -> Json:
        return self._words(quoted(to, words), quoting(to) + escape(words).replace("\n", "<br>"))

    def _told(self, to: Event) -> Json:
        return {"m.mentions": {"user_ids": [to.sender]}}

    def _starred(self, new: Json) -> Json:
        starred: Json = {
            key: f"{self.star}{new[key]}" for key in ("body", "formatted_body") if key in new
        }
        return {**new, **starred}

    def _starred_reply(self, new: Json, to: Event) -> Json:
        return self._starred(new)

    def _pill(self, shown: str, address: str, words: str, *, body: str) -> Json:
        return self._words(f"{body}{words}", f'<a href="{address}">{shown}</a>{words}')

    @property
    def _link(self) -> str:
        return f"https://matrix.to/#/{self.bot}"

    @property
    def _us(self) -> Json:
        return {"m.mentions": {"user_ids": [self.bot]}}


class ElementWeb(Client):
    """Recorded (3.114): quotes in replies and again around the edit of one, ` * ` with a blank."""

    quotes: ClassVar[bool] = True
    star: ClassVar[str] = " * "

    def mention(self, words: str) -> Json:
        """A display name, a colon and two blanks."""
        pill = self._pill(self.name, self._link, f":  {words}", body=self.name)
        return {**pill, **self._us}

    def _starred_reply(self, new: Json, to: Event) -> Json:
        body = quoted(to, f"{self.star}{new['body']}")
        return {**new, **self._words(body, f"{quoting(to)}{self.star}{escape(new['body'])}")}


class Cinny(Client):
    """Recorded (4.2.2): mentions nobody, ever; the full id in place of a name."""

    nobody: ClassVar[Mapping[str, object]] = {}
    quotes: ClassVar[bool] = True

    def mention(self, words: str) -> Json:
        """The id without a colon, with two blanks."""
        return self._pill(f"@{self.name}", self._link, f"  {words}", body=self.bot)

    def _told(self, to: Event) -> Json:
        return {}


class ElementXAndroid(Client):
    """Built from its source (26.08): no quotations, and a pill that is a link in the body, too."""

    def mention(self, words: str) -> Json:
        """Markdown in the body."""
        body = f"[{self.bot}]({self._link})"
        return {**self._pill(self.bot, self._link, f" {words}", body=body), **self._us}


class ElementXIOS(ElementXAndroid):
    """Built from its source (2026-07): as on Android, with the display name and a smart keyboard."""

    def mention(self, words: str) -> Json:
        body = f"[{self.name}]({self._link})"
        return {**self._pill(self.name, self._link, f" {words}", body=body), **self._us}

    def _words(self, words: str, markup: str = "") -> Json:
        return super()._words(words if markup else phone(words), markup)


class FluffyChat(Client):
    """Built from its source (2026-08): quotes in replies; mentions stand only where there are any."""

    nobody: ClassVar[Mapping[str, object]] = {}
    quotes: ClassVar[bool] = True

    def mention(self, words: str) -> Json:
        """The name in brackets."""
        shown = f"@[{self.name}]"
        return {**self._pill(shown, self._link, f" {words}", body=shown), **self._us}


class Nheko(Client):
    """Built from its source (2026-05): an edit of a reply stays a reply; links percent-encoded."""

    def mention(self, words: str) -> Json:
        """A name, its address percent-encoded."""
        address = f"https://matrix.to/#/{quote(self.bot, safe='')}"
        return {**self._pill(self.name, address, f": {words}", body=self.name), **self._us}

    def edit(self, event_id: str, words: str, *, to: Event | None = None) -> Json:
        content = super().edit(event_id, words)
        if to is not None:
            content["m.relates_to"]["m.in_reply_to"] = {"event_id": to.event_id}
        return content


class Gomuks(Client):
    """Built from its source (2026-08): edits without outer words; commands also as data."""

    def mention(self, words: str) -> Json:
        """A name, by a matrix.to address."""
        return {**self._pill(self.name, self._link, f" {words}", body=self.name), **self._us}

    def invoke(self, command: str, typed: str, **arguments: object) -> Json:
        """A command picked from its menu (MSC4391), with what its input line said."""
        first, _, rest = typed.partition(" ")
        body = f"/{first}{self.bot} {rest}".strip()
        block = {"command": command, "arguments": arguments}
        return {"msgtype": "m.text", "body": body, **self._us, _COMMAND: block}

    def _starred(self, new: Json) -> Json:
        return {"msgtype": new["msgtype"], "body": ""}
