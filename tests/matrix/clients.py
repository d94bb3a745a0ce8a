"""What clients send when people talk to the bot: the contents of their events.

`RECORDED` contents were copied from the events of the real programs, names replaced; `BUILT` ones
follow the sources of the programs.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from bot.dispatch.hearing.addressing import Address

BOT = "@lotse:demo"
NAME = "Lotse"
LINK = f"https://matrix.to/#/{BOT}"
ENCODED = "https://matrix.to/#/%40lotse%3Ademo"
HTML = "org.matrix.custom.html"

RECORDED = "recorded"
BUILT = "built"

ELEMENT = "Element Web 3.114"
CINNY = "Cinny 4.2.2"
ELEMENT_X_ANDROID = "Element X Android 26.08"
ELEMENT_X_IOS = "Element X iOS 2026-07"
ELEMENT_ANDROID = "Element Android classic"
ELEMENT_IOS = "Element iOS classic"
SCHILDICHAT = "SchildiChat Next 2026-08"
FLUFFYCHAT = "FluffyChat 2026-08"
NHEKO = "Nheko 2026-05"
GOMUKS = "gomuks 2026-08"
SABLE = "Sable 2026-06"

REPLY = {"m.in_reply_to": {"event_id": "$bots"}}
THREAD = {
    "rel_type": "m.thread",
    "event_id": "$root",
    "is_falling_back": True,
    "m.in_reply_to": {"event_id": "$latest"},
}
EDIT = {"rel_type": "m.replace", "event_id": "$first"}


@dataclass(frozen=True, slots=True)
class Sent:
    """A message as a client sends it, and the command line that the person meant."""

    client: str
    source: str
    what: str
    content: dict[str, Any]
    means: str
    address: Address = Address.SIGIL
    relations: tuple[str | None, str | None, str | None] = (None, None, None)
    """Thread, message replied to, message edited."""

    def __str__(self) -> str:
        return f"{self.client}, {self.source}: {self.what}"


def _body(body: str, **more: Any) -> dict[str, Any]:
    return {"msgtype": "m.text", "body": body, **more}


def _html(body: str, markup: str, **more: Any) -> dict[str, Any]:
    return _body(body, format=HTML, formatted_body=markup, **more)


_US = {"m.mentions": {"user_ids": [BOT]}}
_NOBODY: dict[str, Any] = {"m.mentions": {}}

PREFIXES = (
    Sent(ELEMENT, RECORDED, "!hilfe", _body("!hilfe", **_NOBODY), "hilfe"),
    Sent(ELEMENT, RECORDED, "/hilfe, sent as a message", _body("/hilfe", **_NOBODY), "hilfe"),
    Sent(ELEMENT, RECORDED, "//hilfe, one slash removed", _body("/hilfe", **_NOBODY), "hilfe"),
    Sent(ELEMENT, BUILT, "backslash and slash", _body("/hilfe", **_NOBODY), "hilfe"),
    Sent(CINNY, RECORDED, "!hilfe", _body("!hilfe"), "hilfe"),
    Sent(CINNY, RECORDED, "/hilfe", _body("/hilfe"), "hilfe"),
    Sent(CINNY, RECORDED, "//hilfe", _body("//hilfe"), "hilfe"),
    Sent(ELEMENT_X_ANDROID, BUILT, "/hilfe", _body("/hilfe", **_NOBODY), "hilfe"),
    Sent(ELEMENT_X_ANDROID, BUILT, "//hilfe", _body("//hilfe", **_NOBODY), "hilfe"),
    Sent(ELEMENT_X_IOS, BUILT, "/hilfe", _body("/hilfe", **_NOBODY), "hilfe"),
    Sent(ELEMENT_X_IOS, BUILT, "//hilfe", _body("//hilfe", **_NOBODY), "hilfe"),
    Sent(SCHILDICHAT, BUILT, "/hilfe", _body("/hilfe", **_NOBODY), "hilfe"),
    Sent(SCHILDICHAT, BUILT, "//hilfe", _body("//hilfe", **_NOBODY), "hilfe"),
    Sent(ELEMENT_ANDROID, BUILT, "//hilfe", _body("//hilfe"), "hilfe"),
    Sent(SABLE, BUILT, "/hilfe", _body("/hilfe"), "hilfe"),
    Sent(SABLE, BUILT, "//hilfe", _body("//hilfe"), "hilfe"),
    Sent(FLUFFYCHAT, BUILT, "/hilfe, sent as text", _body("/hilfe"), "hilfe"),
    Sent(FLUFFYCHAT, BUILT, "//hilfe, one slash removed", _body("/hilfe"), "hilfe"),
    Sent(GOMUKS, BUILT, "!hilfe", _body("!hilfe", **_NOBODY), "hilfe"),
    Sent(GOMUKS, BUILT, "//hilfe, one slash removed", _body("/hilfe", **_NOBODY), "hilfe"),
    Sent(NHEKO, BUILT, "/hilfe with the blank it asks for", _body("/hilfe "), "hilfe"),
    Sent(NHEKO, BUILT, "//hilfe", _body("//hilfe"), "hilfe"),
    Sent(
        GOMUKS,
        BUILT,
        "words with the bot's id",
        _body(f"/projekt liste{BOT} Seite 2"),
        "projekt liste Seite 2",
        Address.CLEAR,
    ),
    Sent(
        GOMUKS,
        BUILT,
        "first word with the bot's id",
        _body(f"/projekt{BOT} liste"),
        "projekt liste",
        Address.CLEAR,
    ),
    Sent(
        GOMUKS,
        BUILT,
        "first word with the localpart",
        _body("/hilfe@lotse"),
        "hilfe",
        Address.CLEAR,
    ),
)

MENTIONS = (
    Sent(
        ELEMENT,
        RECORDED,
        "pill",
        _html("Lotse:  hilfe", f'<a href="{LINK}">Lotse</a>:  hilfe', **_US),
        "hilfe",
        Address.CLEAR,
    ),
    Sent(
        CINNY,
        RECORDED,
        "pill",
        _html(f"{BOT}  hilfe", f'<a href="{LINK}">@Lotse</a>  hilfe'),
        "hilfe",
        Address.CLEAR,
    ),
    Sent(
        CINNY,
        BUILT,
        "pill of a bot whose name begins its id",
        _html(f"{BOT}  hilfe", f'<a href="{LINK}">@lotse</a>  hilfe'),
        "hilfe",
        Address.CLEAR,
    ),
    Sent(
        ELEMENT,
        BUILT,
        "pill of a bot renamed in this room",
        _html("Netz: Lotse:  hilfe", f'<a href="{LINK}">Netz: Lotse</a>:  hilfe', **_US),
        "hilfe",
        Address.CLEAR,
    ),
    Sent(
        ELEMENT_X_ANDROID,
        BUILT,
        "pill",
        _html(f"[{BOT}]({LINK}) hilfe", f'<a href="{LINK}">{BOT}</a> hilfe', **_US),
        "hilfe",
        Address.CLEAR,
    ),
    Sent(
        ELEMENT_X_IOS,
        BUILT,
        "pill",
        _html(f"[Lotse]({LINK}) hilfe", f'<a href="{LINK}">Lotse</a> hilfe', **_US),
        "hilfe",
        Address.CLEAR,
    ),
    Sent(
        ELEMENT_X_IOS,
        BUILT,
        "pill of a bot whose name is a part of its id",
        _html(f"[lotse]({LINK}) hilfe", f'<a href="{LINK}">lotse</a> hilfe', **_US),
        "hilfe",
        Address.CLEAR,
    ),
    Sent(
        ELEMENT_IOS,
        BUILT,
        "pill",
        _html(
            f"[Lotse](<{LINK}>) hilfe",
            f'<a data-mention-type="user" href="{LINK}" contenteditable="false">Lotse</a> hilfe',
        ),
        "hilfe",
        Address.CLEAR,
    ),
    Sent(
        NHEKO,
        BUILT,
        "pill, percent-encoded",
        _html("Lotse: hilfe", f'<p><a href="{ENCODED}">Lotse</a>: hilfe</p>', **_US),
        "hilfe",
        Address.CLEAR,
    ),
    Sent(
        NHEKO,
        BUILT,
        "link in the body, percent-encoded",
        _body(f"[Lotse]({ENCODED}?via=demo): hilfe"),
        "hilfe",
        Address.CLEAR,
    ),
    Sent(
        FLUFFYCHAT,
        BUILT,
        "name in brackets",
        _html("@[Lotse] hilfe", f'<a href="{LINK}">@[Lotse]</a> hilfe', **_US),
        "hilfe",
        Address.CLEAR,
    ),
    Sent(
        FLUFFYCHAT,
        BUILT,
        "name in brackets, no markup",
        _body("@[Lotse] hilfe", **_US),
        "hilfe",
        Address.CLEAR,
    ),
    Sent(
        FLUFFYCHAT,
        BUILT,
        "full id",
        _html(f"{BOT} hilfe", f'<a href="{LINK}">{BOT}</a> hilfe', **_US),
        "hilfe",
        Address.CLEAR,
    ),
    Sent(
        GOMUKS,
        BUILT,
        "pill by matrix: address",
        _html("Lotse hilfe", '<a href="matrix:u/lotse:demo?action=chat">Lotse</a> hilfe', **_US),
        "hilfe",
        Address.CLEAR,
    ),
    *(
        Sent("any client", BUILT, typed, _body(typed), "hilfe", Address.CLEAR)
        for typed in (
            "Lotse: hilfe",
            "lotse, hilfe",
            "Lotse hilfe",
            "LOTSE:!hilfe",
            "Lotse: ! hilfe",
            "@Lotse hilfe",
            "@lotse: hilfe",
            f"{BOT}: hilfe",
            f"{BOT}, /hilfe",
            f"{BOT} hilfe",
        )
    ),
)

_QUOTED = "> <@lotse:demo> Hilfe\n> ...\n\n!anfrage liste"
_MX_REPLY = (
    f'<mx-reply><blockquote><a href="https://matrix.to/#/!r:demo/$bots">In reply to</a> '
    f'<a href="{LINK}">liste</a><br>Hilfe</blockquote></mx-reply>'
)

RELATIONS = (
    Sent(
        ELEMENT,
        RECORDED,
        "reply",
        _html(_QUOTED, f"{_MX_REPLY}!anfrage liste", **{"m.relates_to": REPLY}),
        "anfrage liste",
        relations=(None, "$bots", None),
    ),
    Sent(
        ELEMENT_X_ANDROID,
        BUILT,
        "reply without a quotation",
        _body("!anfrage liste", **{"m.relates_to": REPLY}, **_US),
        "anfrage liste",
        relations=(None, "$bots", None),
    ),
    Sent(
        ELEMENT,
        RECORDED,
        "in a thread",
        _body("!hilfe", **{"m.relates_to": THREAD}),
        "hilfe",
        relations=("$root", None, None),
    ),
    Sent(
        ELEMENT_X_IOS,
        BUILT,
        "reply inside a thread",
        _body("!hilfe", **{"m.relates_to": {**THREAD, "is_falling_back": False}}),
        "hilfe",
        relations=("$root", "$latest", None),
    ),
    Sent(
        ELEMENT,
        RECORDED,
        "edit",
        _body(
            " * !hilfe pate",
            **{"m.new_content": _body("!hilfe pate"), "m.relates_to": EDIT},
        ),
        "hilfe pate",
        relations=(None, None, "$first"),
    ),
    Sent(
        CINNY,
        RECORDED,
        "edit",
        _body(
            "* !hilfe pate",
            **{"m.new_content": _body("!hilfe pate"), "m.relates_to": EDIT},
        ),
        "hilfe pate",
        relations=(None, None, "$first"),
    ),
    Sent(
        ELEMENT,
        RECORDED,
        "edit of a reply, whose markup still quotes",
        _html(
            " * !anfrage liste",
            f"{_MX_REPLY} * !anfrage liste",
            **{"m.new_content": _body("!anfrage liste", **_NOBODY), "m.relates_to": EDIT},
        ),
        "anfrage liste",
        relations=(None, None, "$first"),
    ),
    Sent(
        ELEMENT_X_ANDROID,
        BUILT,
        "edit of a pill",
        _html(
            f"* [{BOT}]({LINK}) hilfe pate",
            f'* <a href="{LINK}">{BOT}</a> hilfe pate',
            **{
                "m.mentions": {},
                "m.new_content": _html(
                    f"[{BOT}]({LINK}) hilfe pate", f'<a href="{LINK}">{BOT}</a> hilfe pate', **_US
                ),
                "m.relates_to": EDIT,
            },
        ),
        "hilfe pate",
        Address.CLEAR,
        (None, None, "$first"),
    ),
)

TYPED = (
    Sent(
        ELEMENT,
        RECORDED,
        "Markdown",
        _html("!projekt neu **fett** x", "!projekt neu <strong>fett</strong> x", **_NOBODY),
        "projekt neu **fett** x",
    ),
    Sent(
        ELEMENT,
        RECORDED,
        "two lines",
        _body("!projekt neu Titel\nThema: Pflege", **_NOBODY),
        "projekt neu Titel\nThema: Pflege",
    ),
    Sent(
        FLUFFYCHAT,
        BUILT,
        "two lines from a Windows clipboard",
        _body("!projekt neu Titel\r\nThema: Pflege"),
        "projekt neu Titel\nThema: Pflege",
    ),
    Sent(
        ELEMENT,
        BUILT,
        "pill as an argument",
        _html(
            "!rolle koordination Anna Müller: FKB OWL",
            '!rolle koordination <a href="https://matrix.to/#/@anna:demo">Anna Müller</a>: FKB OWL',
            **{"m.mentions": {"user_ids": ["@anna:demo"]}},
        ),
        "rolle koordination @anna:demo: FKB OWL",
    ),
    Sent(
        ELEMENT_X_ANDROID,
        BUILT,
        "pill as an argument",
        _body(
            "!rolle koordination [@anna:demo](https://matrix.to/#/@anna:demo) FKB OWL",
            **{"m.mentions": {"user_ids": ["@anna:demo"]}},
        ),
        "rolle koordination @anna:demo FKB OWL",
    ),
    Sent(ELEMENT_X_ANDROID, BUILT, "capital", _body("!Hilfe Pate"), "Hilfe Pate"),
    Sent(
        ELEMENT_X_IOS,
        BUILT,
        "narrow blanks",
        _body("!pate\u00a0Pflege\u202fOWL "),
        "pate Pflege OWL",
    ),
    Sent(
        ELEMENT_X_IOS,
        BUILT,
        "invisible",
        _body("\u2068!pate\u2069 Pfle\u00adge\u200b"),
        "pate Pflege",
    ),
    Sent(ELEMENT_X_IOS, BUILT, "quotes", _body("!hilfe „pate“"), 'hilfe "pate"'),
    Sent(ELEMENT_X_IOS, BUILT, "English quotes", _body("!hilfe “pate”"), 'hilfe "pate"'),
    Sent(ELEMENT_X_IOS, BUILT, "single quotes", _body("!hilfe ‚pate‘"), "hilfe 'pate'"),
    Sent(ELEMENT_X_IOS, BUILT, "guillemets", _body("!hilfe »pate«"), 'hilfe "pate"'),
    Sent(ELEMENT_X_IOS, BUILT, "French guillemets", _body("!hilfe «pate»"), 'hilfe "pate"'),
    Sent(
        ELEMENT_X_IOS,
        BUILT,
        "quotes and dashes inside quoted text",
        _body("!projekt neu „Der ‚Lotse‘ –offen–“ —thema Pflege"),
        'projekt neu "Der ‚Lotse‘ –offen–" --thema Pflege',
    ),
    Sent(
        ELEMENT_X_IOS,
        BUILT,
        "apostrophe",
        _body("!projekt neu Wie geht’s"),
        "projekt neu Wie geht's",
    ),
    Sent(
        ELEMENT_X_IOS,
        BUILT,
        "a dash between times",
        _body("!ansage neu 20:00–22:00 Runde – wie immer"),
        "ansage neu 20:00–22:00 Runde – wie immer",
    ),
    Sent(ELEMENT_X_IOS, BUILT, "a dash for two hyphens", _body("!hilfe —pate"), "hilfe --pate"),
    Sent(CINNY, BUILT, "several blanks", _body("  !projekt   liste  "), "projekt   liste"),
)

HEARD = (*PREFIXES, *MENTIONS, *RELATIONS, *TYPED)

UNHEARD: tuple[tuple[str, dict[str, Any]], ...] = (
    ("talk", _body("Guten Morgen zusammen")),
    ("a command word without sigil", _body("Hilfe beim Umzug gesucht")),
    (
        "a mention inside a sentence",
        _html("Frag Lotse: hilfe", f'Frag <a href="{LINK}">Lotse</a>: hilfe', **_US),
    ),
    ("a relay bot's sender", _body("**Alice**: !hilfe")),
    ("a relay bot's sender in brackets", _body("<Alice> !hilfe")),
    ("a quoted command", _body("> !hilfe\n\nDas meinte ich")),
    ("a command in quotes", _body("„!hilfe“ zeigt alles")),
    ("a command as code", _html("`!hilfe`", "<code>!hilfe</code>")),
    ("a command in a fence", _body("```\n!hilfe\n```")),
    ("another bot's command", _body("!wetter Berlin")),
    ("another bot's name behind ours", _body("/hilfe@meteo:demo")),
    ("another bot's localpart behind ours", _body("/pate@meteo Pflege")),
    ("another bot's short name behind ours", _body("/netzwerk@m")),
    ("a name that begins as ours", _body("Lotsendienst: hilfe")),
    ("a spaced sigil", _body("! hilfe")),
    ("cries", _body("!!! wichtig")),
    ("an action", _body("/me winkt")),
    ("a command in the second line", _body("Schreiben Sie einfach:\n!hilfe")),
    ("an emote", {"msgtype": "m.emote", "body": "!hilfe"}),
    ("an image", {"msgtype": "m.image", "body": "!hilfe", "url": "mxc://demo/x"}),
    ("a file", {"msgtype": "m.file", "body": "!hilfe", "filename": "!hilfe"}),
)
