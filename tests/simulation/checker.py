"""The judge: knows every promise and looks only at the rooms' final history."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

from tests.simulation.ledger import CALM, Asked, Ledger, Planned, body, said, tokens
from tests.simulation.town import BOT, Json, Town
from tests.simulation.world import World

_MONTHS = (
    *("Januar", "Februar", "März", "April", "Mai", "Juni", "Juli", "August"),
    *("September", "Oktober", "November", "Dezember"),
)
BERLIN = ZoneInfo("Europe/Berlin")
KEY = "org.netzwerklotse.key"
_PUNCTUAL = 120.0
_DOUBTFUL = 900.0
_ON_ITS_WAY = 120.0
_LATE = 600.0
_LATEST = 86_400.0
_DONE = re.compile(r"als #\d+ eingetragen|ist notiert")
_TOLD = re.compile(r"als #(\d+) (?:eingetragen|notiert)")


def faults(world: World, ledger: Ledger, now: datetime) -> list[str]:
    """Every promise that was broken, in words; `now` is the moment up to which it counts."""
    town = ledger.town
    return [
        *world.homeserver.misuse,
        *_doubles(town),
        *_unanswered(ledger),
        *_entries(ledger),
        *_requests(ledger),
        *_order(ledger),
        *_announcements(world, ledger, now),
        *_calm(world, ledger),
        *_pace(world, ledger),
    ]


def _doubles(town: Town) -> Iterator[str]:
    """Each effect has a key of its own; an event with a key that was there is said twice."""
    keys: Counter[str] = Counter()
    texts: Counter[tuple[str, str, str]] = Counter()
    for room, event in town.said_by(BOT):
        content = said(event)
        if event["type"] == "m.room.message":
            keys[str(content.get(KEY) or content["m.new_content"].get(KEY))] += 1
            answered = content.get("m.relates_to", {}).get("m.in_reply_to", {}).get("event_id")
            if answered:
                texts[room, answered, body(event)] += 1
        elif event["type"] == "m.reaction":
            relation = content["m.relates_to"]
            keys[f"{relation['event_id']} {relation['key']}"] += 1
    yield from (f"said {count} times: {key}" for key, count in keys.items() if count > 1)
    yield from (f"answered {count} times: {key}" for key, count in texts.items() if count > 1)


def _unanswered(ledger: Ledger) -> Iterator[str]:
    for asked in ledger.asked.values():
        count = len(ledger.answers(asked.event_id))
        if count == 0 and (asked.withdrawn or _shown_out(ledger, asked)):
            continue
        if count != 1:
            yield f"{count} answers to {asked.event_id} {asked.text!r} of {asked.at}"


def _shown_out(ledger: Ledger, asked: Asked) -> bool:
    """Whether the bot had to leave the room within a day, so that it may not have been able to."""
    at = asked.at.timestamp() - ledger.began.timestamp()
    return any(
        room == asked.room_id and at - 60 < start < at + 86_400 for room, start, _ in ledger.absent
    )


def _entries(ledger: Ledger) -> Iterator[str]:
    """What people were told is what is there; the last lists show that."""
    # Who takes something back late is told that it stays.
    stays = any("gilt weiter" in body(event) for _, event in ledger.town.said_by(BOT))
    shown = Counter(word for text in _lists(ledger) for word in tokens(text))
    for word, entry in ledger.entries.items():
        if entry.kind not in ("project", "update"):
            continue
        count = shown[word]
        done = _DONE.search(entry.told) is not None
        if count > 1:
            yield f"{word} is there {count} times"
        if entry.rival:
            if count and shown[entry.rival]:
                yield f"{word} is there, although edited to or from {entry.rival}"
            continue
        if done and entry.gone:
            done = False
        if entry.told and not entry.gone and done != (count == 1):
            yield f"{word} was told as {entry.told[:80]!r}, but is there {count} times"
        if entry.gone and count and not stays:
            yield f"{word} was taken back, but is there"


def _lists(ledger: Ledger) -> Iterator[str]:
    """The answers to the questions that are asked at the end."""
    for asked in ledger.asked.values():
        if asked.text.startswith("!projekt zeige") and asked.text.endswith(" "):
            yield from (body(answer) for answer in ledger.answers(asked.event_id))


def _requests(ledger: Ledger) -> Iterator[str]:
    """A request reaches its receiver once, and its answer the asker."""
    asked = set(ledger.asked)
    posts = [
        event
        for _, event in ledger.town.said_by(BOT)
        if event["type"] == "m.room.message" and _cause(event) not in asked
    ]
    reached = Counter(
        word
        for event in posts
        if "m.new_content" not in said(event)
        for word in tokens(body(event))
    )
    for word, entry in ledger.entries.items():
        if entry.kind == "request" and "notiert" in entry.told and reached[word] != 1:
            yield f"the request {word} reached its receiver {reached[word]} times"
        if entry.kind == "reply" and "ist jetzt" in entry.told and reached[word] != 1:
            yield f"the reply {word} reached the asker {reached[word]} times"


def _cause(event: Json) -> str | None:
    found = said(event).get("m.relates_to", {}).get("m.in_reply_to", {}).get("event_id")
    return str(found) if found else None


def _order(ledger: Ledger) -> Iterator[str]:
    """What is said in one room is done in its order: so numbers rise."""
    numbers: dict[tuple[str, str], list[int]] = defaultdict(list)
    for asked in ledger.asked.values():
        kind = " ".join(asked.text.split()[:2])
        if asked.withdrawn or asked.edits or kind not in ("!projekt neu", "!pate anfragen"):
            continue
        for answer in ledger.answers(asked.event_id):
            numbers[asked.room_id, kind] += map(int, _TOLD.findall(body(answer)))
    for (room, kind), found in numbers.items():
        if found != sorted(found):
            yield f"{room}: {kind} done in the wrong order: {found}"


def _announcements(world: World, ledger: Ledger, now: datetime) -> Iterator[str]:
    rooms = [room.room_id for room in (world.posts, *world.regions)]
    posts: dict[tuple[str, str], list[tuple[float, bool]]] = defaultdict(list)
    for room, event in ledger.town.said_by(BOT):
        if room in rooms and event["type"] == "m.room.message" and not _cause(event):
            for word in set(tokens(body(event))):
                sorry = "zu spät" in body(event)
                posts[room, word].append((event["origin_server_ts"] / 1000, sorry))
    office = [
        body(event)
        for room, event in ledger.town.said_by(BOT)
        if room == world.office.room_id and "ausgelassen" in body(event)
    ]
    for plan in ledger.planned:
        for room in rooms:
            yield from _of(world, ledger, plan, room, posts[room, plan.token], office, now)


def _of(
    world: World,
    ledger: Ledger,
    plan: Planned,
    room: str,
    posts: list[tuple[float, bool]],
    office: list[str],
    now: datetime,
) -> Iterator[str]:
    """One announcement in one room: each moment once, not too early, or skipped and told."""
    due = [d for d in plan.due if d < now - timedelta(hours=1)]
    due = [d for d in due if plan.until is None or d < plan.until]
    early = 310.0 if any("clock" in t.name for t in ledger.troubles) else 2.0
    ends = [d.timestamp() - early for d in plan.due[1:]]
    name = ledger.town.rooms[room].state["m.room.name", ""]["content"]["name"]
    for moment, end in zip(due, [*ends, float("inf")], strict=False):
        start = moment.timestamp() - early
        there = [at for at, _ in posts if start <= at < end]
        if _absent(world, ledger, room, moment):
            continue
        label = f"{plan.token} of {moment:%d.%m.%Y %H:%M} in {room}"
        if len(there) > 1:
            yield f"{label} came {len(there)} times"
        skipped = any(_skips(text, plan, moment, name) for text in office)
        if not there and not skipped:
            yield f"{label} did not come, and nobody was told"
        if there and skipped:
            yield f"{label} came, although it was told to be skipped"
        if _calm_weather(world, ledger, moment) and (
            not there or there[0] - moment.timestamp() > _PUNCTUAL
        ):
            yield f"{label} was late without a reason"
    if plan.over and any(
        at >= d.timestamp() - early for d in plan.due if d > plan.over for at, _ in posts
    ):
        yield f"{plan.token} came in {room}, although it was stopped"
    if due and any(at < due[0].timestamp() - early for at, _ in posts):
        yield f"{plan.token} came too early in {room}"
    yield from _late(plan, room, posts, early)


def _late(plan: Planned, room: str, posts: list[tuple[float, bool]], early: float) -> Iterator[str]:
    """Who comes late says so, and nobody else; after a day nobody comes."""
    for at, sorry in posts:
        due = (moment.timestamp() for moment in plan.due)
        late = at - max((start for start in due if start - early <= at), default=at)
        least, most = (_LATE - early, _LATEST) if sorry else (-early, _LATE)
        if not least <= late <= most + _ON_ITS_WAY + early:
            yield f"{plan.token} came {late:.0f} s late in {room}, {sorry=}"


def _skips(text: str, plan: Planned, moment: datetime, room: str) -> bool:
    """Whether the office is told that it did not come there: a line without a room is of all."""
    local = moment.astimezone(BERLIN)
    clock = f"{local:%H:%M} Uhr"
    day = f" {local.day}. {_MONTHS[local.month - 1]} {local.year}"
    name = "Fachtagung" if plan.meeting else plan.token
    said = (line for line in text.splitlines() if name in line and clock in line and day in line)
    return any(", in " not in line or room in line for line in said)


def _absent(world: World, ledger: Ledger, room: str, moment: datetime) -> bool:
    at = _virtual(world, moment)
    # Whoever is in the room when a late post is decided hears it.
    late = 0.0 if _calm_weather(world, ledger, moment) else 86_400.0
    return any(
        room == gone and start - 600 - late < at < end + 1200 for gone, start, end in ledger.absent
    )


def _calm_weather(world: World, ledger: Ledger, moment: datetime) -> bool:
    at = _virtual(world, moment)
    spans = [(trouble.start, trouble.end) for trouble in ledger.troubles] + world.absences
    return not any(start - _DOUBTFUL < at < end + _DOUBTFUL for start, end in spans)


def _virtual(world: World, moment: datetime) -> float:
    return (moment - world.machine.truth()).total_seconds() + world.loop.time()


def _calm(world: World, ledger: Ledger) -> Iterator[str]:
    """Nothing unasked in calm hours: a post to a chat, in that chat's night."""
    for room, event in ledger.town.said_by(BOT):
        people = [m for m in ledger.town.rooms[room].members("join") if m != BOT]
        since = ledger.calm.get(people[0]) if len(people) == 1 else None
        if (
            since is None
            or event["origin_server_ts"] < since
            or event["type"] != "m.room.message"
            or _cause(event)
        ):
            continue
        if "m.new_content" in said(event):
            continue
        local = datetime.fromtimestamp(event["origin_server_ts"] / 1000, UTC).astimezone(BERLIN)
        if _misled(world, ledger, local):
            continue
        if local.hour >= CALM[0] or local.hour < CALM[1]:
            yield f"unasked at {local:%H:%M} in {room}: {body(event)[:60]!r}"


def _misled(world: World, ledger: Ledger, moment: datetime) -> bool:
    """Whether the bot may have known a wrong time, or slept with a request under way."""
    at = _virtual(world, moment)
    return any(
        trouble.start < at < trouble.end + (86_400 if "clock" in trouble.name else _ON_ITS_WAY)
        for trouble in ledger.troubles
        if trouble.name in ("clock jump", "suspended")
    )


def _pace(world: World, ledger: Ledger) -> Iterator[str]:
    """Less than one request a second against a dead homeserver, and soon back afterwards."""
    for trouble in ledger.troubles:
        if not trouble.name.startswith("outage") or trouble.end - trouble.start < 120:
            continue
        within = [at for at in world.network.at if trouble.start + 60 < at < trouble.end]
        if len(within) > trouble.end - trouble.start - 60:
            yield f"{len(within)} requests in {trouble.end - trouble.start:.0f} s of {trouble.name}"
