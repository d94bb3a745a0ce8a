"""From an event's JSON to the turn that it leads to: read, addressed, matched, permitted, parsed."""

from __future__ import annotations

import json
import random
import time
from collections.abc import Callable
from typing import Any

from bot.app.core import Community, Core
from bot.dispatch.hearing.addressing import Names
from bot.dispatch.turns.making import Turns
from bot.domain.errors import Refusal
from bot.matrix.content.reading import read
from bot.services.hosting import ConfiguredRooms
from bot.storage.database import Database
from bot.storage.engines import engine
from bot.storage.migrate import migrate
from tests.benchmarks.bench import scratch
from tests.benchmarks.figures import OURS, percentile
from tests.benchmarks.scheduling import Recording
from tests.benchmarks.session import Scenario, Session
from tests.benchmarks.tables import Column, Table

_ROOM = "!room:stub.localhost"
_BOT = "@bot:stub.localhost"
_LARGE = 65_000
_PILL = f'<a href="https://matrix.to/#/{_BOT}">Lotse</a>'

_USUAL: tuple[dict[str, Any], ...] = (
    {"body": "!hilfe"},
    {"body": "!pate Pflege in Niedersachsen"},
    {"body": "!projekt meldung 12 Auftakt mit 30 Gästen – sehr gut besucht"},
    {"body": "!projekt 12 meldung 20.11.: Auftakt"},
    {"body": "!project list"},
    {"body": "Lotse:  projekt liste", "formatted_body": f"{_PILL}:  projekt liste"},
    {"body": f"[Lotse](https://matrix.to/#/{_BOT}) tagung"},
    {"body": "!tagung neu Jahrestreffen | 14. Mai 2027, 10 Uhr | Erfurt"},
    {"body": "!ansage neu jeden Freitag 14 Uhr: Heute ist Redaktionsschluss"},
    {"body": "!projket meldnug 12 Auftakt"},
    {"body": "!wetter Berlin"},
    {"body": "Kommt jemand am Freitag mit zum Mittagessen? Ich würde um zwölf gehen."},
    {"body": "!hilfe\n!pate Pflege\n!projekt liste"},
    {
        "body": "/projekt meldung 12",
        "m.mentions": {"user_ids": [_BOT]},
        "org.matrix.msc4391.command": {
            "command": "projekt meldung",
            "arguments": {"number": 12, "text": "Auftakt"},
        },
    },
)

_REPEATED = {
    "letters": "a",
    "words": "a ",
    "lines": "x\n",
    "commands": "!hilfe\n",
    "almost commands": "!hilfx\n",
    "fences": "```\n",
    "accents": "a\u0323\u0301",
    "other forms": "ﷺ",
    "invisible": "\u200b",
    "pills": f"[x](https://matrix.to/#/{_BOT}) ",
    "brackets": "[",
    "open links": "[x](<https://matrix.to/#/",
    "anchors": _PILL,
    "open anchors": "<a href='https://matrix.to/#/",
    "quotes": "„a",
    "quoted": "> a\n",
    "dashes": " —a",
    "addresses": "a@b ",
    "digits": "1",
    "dates": "1.1. ",
    "numbers": "#1 ",
    "bars": "|",
    "colons": "a:",
}
_STARTS = (
    "",
    "!pate ",
    "!projekt meldung 12 ",
    "!projekt neu ",
    "!tagung neu ",
    "!ansage neu ",
    "!",
)


def _hostile() -> list[dict[str, Any]]:
    """65 kB of each of them behind each start, in body and markup."""
    found: list[dict[str, Any]] = []
    for start in _STARTS:
        for repeated in _REPEATED.values():
            size = _LARGE // len(repeated.encode())
            text = f"{start}{repeated * size}"
            reply = {"m.relates_to": {"m.in_reply_to": {"event_id": "$q"}}}
            found += [{"body": text}, {"body": f"{start}Lotse", "formatted_body": text, **reply}]
    found.append(
        {"body": "".join(random.Random(1).choices("!/@[](){}<>\"'„“-–#:,.| \na1ä", k=65_000))}
    )
    arguments = {f"a{number}": ["x" * 50] * 100 for number in range(10)}
    block = {"command": "projekt neu", "arguments": arguments}
    mentions = {"user_ids": [_BOT]}
    found.append({"body": "x", "m.mentions": mentions, "org.matrix.msc4391.command": block})
    return found


async def parsing(session: Session) -> None:
    """The core on an empty database, without sending."""
    async with scratch() as folder:
        database = Database(engine(f"sqlite+aiosqlite:///{folder / 'lotse.db'}"))
        await database.open()
        try:
            await migrate(database)
            await _measure(session, await _core(database))
        finally:
            await database.close()


async def _core(database: Database) -> Core:
    ports = Recording()
    community = Community(
        names=Names(_BOT, "Lotse"),
        admins=frozenset({"@office:stub.localhost"}),
        rooms=ConfiguredRooms(office=_ROOM, announcements=(_ROOM,)),
    )
    core = Core.build(
        database,
        community,
        clock=ports,
        carrier=ports,
        attention=ports,
        members=ports,
        plan_changed=lambda: None,
    )
    await core.open()
    return core


async def _measure(session: Session, core: Core) -> None:
    for number in range(session.rounds):
        for name, contents, times in (
            ("usual", _USUAL, session.some(20, 100)),
            ("hostile", _hostile(), session.some(3, 5)),
        ):
            took = [await _median(core, content, times) for content in contents]
            for part, figure in ((0.5, "p50"), (1.0, "max")):
                session.figures.add(f"parse-{name}-{figure}", OURS, number, percentile(took, part))


async def _median(core: Core, content: dict[str, Any], times: int) -> float:
    """Milliseconds of CPU, the median of so many runs; the JSON is read before."""
    turns = Turns(core.handling)
    raw = json.loads(json.dumps(_event(content)))
    took = []
    for _ in range(times):
        began = time.thread_time()
        await _turn(core.handling.concerns_us, turns, raw, core)
        took.append((time.thread_time() - began) * 1000)
    return percentile(took, 0.5)


async def _turn(
    concerns_us: Callable[..., bool], turns: Turns, raw: dict[str, Any], core: Core
) -> None:
    draft = read(raw, _ROOM, _BOT, core.handling.now())
    if draft is None or draft.message is None or not concerns_us(draft.message):
        return
    try:
        await turns.of(draft.message)
    except Refusal:
        return


def _event(content: dict[str, Any]) -> dict[str, Any]:
    return {
        "type": "m.room.message",
        "event_id": "$event",
        "sender": "@office:stub.localhost",
        "origin_server_ts": round(time.time() * 1000) - 1000,
        "content": {"msgtype": "m.text", **content},
    }


SCENARIOS = (
    Scenario(
        "parsing",
        parsing,
        (
            Table(
                "From JSON to a permitted, parsed command, without sending (CPU)",
                (
                    Column("usual p50 ms", "parse-usual-p50", ratio=False),
                    Column("usual max", "parse-usual-max", ratio=False),
                    Column("hostile 65 kB p50 ms", "parse-hostile-p50", ratio=False),
                    Column("hostile max", "parse-hostile-max", ratio=False),
                ),
            ),
        ),
    ),
)
