"""A human with a Matrix client: what people do in rooms, without any Matrix library.

The demo's visitor and the tests' people are such persons; that they share no code with the bot's
own Matrix part is the point. Only whoever speaks in encrypted rooms has `Keys`, which do.
"""

from __future__ import annotations

import secrets
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Self

from bot.demo.api import Api, Json, MatrixError, part
from bot.demo.keys import ENCRYPTED, SETTING, Keys
from bot.demo.listening import Listening


class Person(Listening):
    """One logged-in account that listens; `async with` it, or `start` and `close`."""

    @classmethod
    async def login(
        cls,
        address: str,
        name: str,
        password: str,
        *,
        joins: bool = True,
        folder: Path | None = None,
    ) -> Self:
        """As a new device, with keys in a `folder`; `joins` accepts every invitation at once."""
        api = Api(address)
        try:
            answer = await api.request(
                "POST",
                "/login",
                {
                    "type": "m.login.password",
                    "identifier": {"type": "m.id.user", "user": name},
                    "password": password,
                    "initial_device_display_name": "Terminal",
                },
            )
        finally:
            await api.close()
        who, token, device = answer["user_id"], answer["access_token"], answer["device_id"]
        keys = Keys(address, who, token, device, folder) if folder else None
        return cls(address, who, token, joins=joins, keys=keys)

    async def __aenter__(self) -> Self:
        await self.start()
        return self

    async def __aexit__(self, *_: object) -> None:
        await self.close()

    # Rooms

    async def create_room(
        self,
        name: str,
        *,
        invite: Iterable[str] = (),
        alias: str | None = None,
        space: bool = False,
        **more: object,
    ) -> str:
        """Make a private room or space and give its id; `more` goes into the request as it is.

        Who has keys makes encrypted rooms.
        """
        body: Json = {"name": name, "invite": list(invite), "preset": "private_chat", **more}
        if self.keys and not space:
            body["initial_state"] = [*body.get("initial_state", ()), SETTING]
        if alias:
            body["room_alias_name"] = alias
        if space:
            body["creation_content"] = {"type": "m.space"}
        made = await self.api.request("POST", "/createRoom", body)
        return str(made["room_id"])

    async def create_direct(self, user_id: str) -> str:
        """Make a direct chat with somebody, remembered in the account as clients do."""
        room = await self.create_room(
            "", invite=[user_id], preset="trusted_private_chat", is_direct=True
        )
        known = await self.direct_rooms()
        known[user_id] = [*known.get(user_id, []), room]
        await self.api.request("PUT", self._account_data("m.direct"), known)
        return room

    async def direct_rooms(self) -> dict[str, list[str]]:
        """The rooms of direct chats by the other one's id."""
        try:
            return await self.api.request("GET", self._account_data("m.direct"))
        except MatrixError as refused:
            if refused.code != "M_NOT_FOUND":
                raise
            return {}

    async def resolve(self, alias: str) -> str | None:
        """The room behind an alias such as `#ansagen:example.org`, or None."""
        try:
            found = await self.api.request("GET", f"/directory/room/{part(alias)}")
        except MatrixError as refused:
            if refused.code != "M_NOT_FOUND":
                raise
            return None
        return str(found["room_id"])

    async def invite(self, room: str, user_id: str) -> None:
        await self.api.request("POST", f"/rooms/{part(room)}/invite", {"user_id": user_id})

    async def join(self, room: str) -> None:
        await self.api.request("POST", f"/join/{part(room)}")

    async def leave(self, room: str) -> None:
        await self.api.request("POST", f"/rooms/{part(room)}/leave")

    async def kick(self, room: str, user_id: str) -> None:
        await self.api.request("POST", f"/rooms/{part(room)}/kick", {"user_id": user_id})

    async def joined_rooms(self) -> dict[str, str]:
        """Ids and names of the rooms that they are in; no name is an empty one."""
        rooms = (await self.api.request("GET", "/joined_rooms"))["joined_rooms"]
        return {room: (await self.state(room, "m.room.name")).get("name", "") for room in rooms}

    async def members(self, room: str) -> dict[str, str]:
        """Ids and display names of those who joined."""
        found = await self.api.request("GET", f"/rooms/{part(room)}/joined_members")
        return {user: one.get("display_name") or user for user, one in found["joined"].items()}

    async def state(self, room: str, kind: str, key: str = "") -> Json:
        """The content of a state event, empty where there is none."""
        try:
            return await self.api.request("GET", f"/rooms/{part(room)}/state/{kind}/{part(key)}")
        except MatrixError as refused:
            if refused.code != "M_NOT_FOUND":
                raise
            return {}

    async def set_state(
        self, room: str, kind: str, content: Mapping[str, object], key: str = ""
    ) -> None:
        await self.api.request("PUT", f"/rooms/{part(room)}/state/{kind}/{part(key)}", content)

    # Saying something; each gives the id of the event that was sent

    async def say(self, room: str, text: str) -> str:
        """Send a plain message as clients do."""
        return await self.send(room, _plain(text))

    async def reply(self, room: str, to: str, text: str) -> str:
        """Answer an event."""
        relation = {"m.in_reply_to": {"event_id": to}}
        return await self.send(room, {**_plain(text), "m.relates_to": relation})

    async def say_in_thread(self, room: str, root: str, text: str) -> str:
        """Write into the thread under an event."""
        relation = {
            "rel_type": "m.thread",
            "event_id": root,
            "is_falling_back": True,
            "m.in_reply_to": {"event_id": root},
        }
        return await self.send(room, {**_plain(text), "m.relates_to": relation})

    async def edit(self, room: str, event_id: str, text: str) -> str:
        """Replace the words of an own message."""
        relation = {"rel_type": "m.replace", "event_id": event_id}
        outer = _plain(f"* {text}")
        return await self.send(
            room, {**outer, "m.new_content": _plain(text), "m.relates_to": relation}
        )

    async def react(self, room: str, event_id: str, key: str) -> str:
        """React to an event with an emoji."""
        relation = {"rel_type": "m.annotation", "event_id": event_id, "key": key}
        return await self.send(room, {"m.relates_to": relation}, "m.reaction")

    async def redact(self, room: str, event_id: str) -> str:
        """Take an event back."""
        path = f"/rooms/{part(room)}/redact/{part(event_id)}/{_transaction()}"
        return str((await self.api.request("PUT", path))["event_id"])

    async def send(
        self, room: str, content: Mapping[str, object], kind: str = "m.room.message"
    ) -> str:
        """Send an event with exactly this content."""
        if self.keys and kind != "m.reaction" and await self._is_encrypted(room):
            content, kind = await self.keys.seal(room, kind, content), ENCRYPTED
        path = f"/rooms/{part(room)}/send/{kind}/{_transaction()}"
        return str((await self.api.request("PUT", path, content))["event_id"])

    async def _is_encrypted(self, room: str) -> bool:
        return bool(await self.state(room, "m.room.encryption"))

    def _account_data(self, kind: str) -> str:
        return f"/user/{part(self.user_id)}/account_data/{kind}"


def _plain(text: str) -> Json:
    return {"msgtype": "m.text", "body": text, "m.mentions": {}}


def _transaction() -> str:
    return secrets.token_hex(8)
