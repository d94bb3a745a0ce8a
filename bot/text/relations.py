"""What events hold that change or mark an earlier one; its event id comes in where `AFTER` stands."""

from __future__ import annotations

from collections.abc import Mapping

from bot.text.content import AFTER, KEY


def edited(content: Mapping[str, object]) -> dict[str, object]:
    """The event that puts `content` in place of an earlier message of ours; it alerts nobody."""
    new = {name: value for name, value in content.items() if name not in ("m.relates_to", KEY)}
    return {
        **new,
        "body": f"* {new.get('body', '')}",
        "formatted_body": f"* {new.get('formatted_body', '')}",
        "m.mentions": {},
        "m.new_content": new,
        "m.relates_to": {"rel_type": "m.replace", "event_id": AFTER},
        **({KEY: content[KEY]} if KEY in content else {}),
    }


def reaction(emoji: str) -> dict[str, object]:
    """A reaction to an earlier message."""
    return {"m.relates_to": {"rel_type": "m.annotation", "event_id": AFTER, "key": emoji}}


def redaction() -> dict[str, object]:
    """The removal of an earlier event of ours."""
    return {"redacts": AFTER}
