"""Whole events as no honest client sends them: strategies for hypothesis."""

from __future__ import annotations

import json
from typing import Any

from hypothesis import strategies as st

Json = Any
DEEPEST = 399
"""Levels; a real homeserver refuses more."""
LARGEST = 65_000
"""Bytes of an event, nearly as many as a homeserver takes."""
OURS = "@lotse:hs.example"
_ODD = (
    "\x00\u202e\u200b\u2066\ufeff\u034f\ud800\udfff\u0301\u0915\u094d\U000e0041"
    "аеοр＠！／ß‐\u2028\u0085\u3000„“»«`@:!/#$\n\t"
)
SAID = (
    "!hilfe",
    "/pate Pflege",
    "!projekt neu",
    "Lotse: ja",
    OURS,
    "@room",
    "> zitiert\n\n!hilfe",
    "!tagung neu 9. Fachtagung | x | 8.12.2026 10:00 | y",
    "https://matrix.to/#/@lotse:hs.example",
    "=cmd|' /C calc'!A0",
)
texts = st.one_of(
    st.sampled_from(SAID),
    st.text(st.one_of(st.sampled_from(_ODD), st.characters(exclude_categories=())), max_size=40),
    st.builds(str.__mul__, st.sampled_from((*_ODD, "!a ", "> \n", "[x](")), st.integers(1, 3000)),
)
ids = st.one_of(st.sampled_from(("$event", "!room:hs.example", OURS, "@anna:hs.example")), texts)
scalars = st.one_of(
    st.none(), st.booleans(), st.floats(), st.integers(), st.integers(10**300, 10**320), texts
)
anything: st.SearchStrategy[Json] = st.recursive(
    scalars, lambda inner: st.lists(inner, max_size=4) | st.dictionaries(texts, inner, max_size=4)
)


@st.composite
def deep(draw: st.DrawFn) -> Json:
    """One value inside hundreds of others."""
    value = draw(scalars)
    for wraps in draw(st.lists(st.booleans(), min_size=1, max_size=7)) * (DEEPEST // 8):
        value = [value] if wraps else {"m.relates_to": value}
    return value


def odd(value: st.SearchStrategy[Json]) -> st.SearchStrategy[Json]:
    """Mostly what belongs there, else anything at all."""
    return value | value | value | anything | deep()


def some(**fields: st.SearchStrategy[Json]) -> st.SearchStrategy[dict[str, Json]]:
    """An object with some of these fields, each perhaps of a wrong type; dots are written `__`."""
    named = {name.replace("__", "."): odd(value) for name, value in fields.items()}
    return st.fixed_dictionaries({}, optional=named)


relations = some(
    rel_type=st.sampled_from(("m.replace", "m.thread", "m.annotation", "m.reference")),
    event_id=ids,
    key=texts,
    is_falling_back=st.booleans(),
    m__in_reply_to=some(event_id=ids),
)
invocations = some(command=texts, arguments=st.dictionaries(texts, anything, max_size=5))
said = some(
    msgtype=st.sampled_from(("m.text", "m.text", "m.notice", "m.emote", "m.image")),
    body=texts,
    formatted_body=texts,
    m__mentions=some(user_ids=st.just([OURS]), room=st.booleans()),
    org__matrix__msc4391__command=invocations,
)
contents = st.builds(
    lambda *parts: {
        key: one for part in parts if isinstance(part, dict) for key, one in part.items()
    },
    said,
    some(m__relates_to=relations, m__new_content=said, redacts=ids),
    some(membership=st.sampled_from(("join", "leave", "invite")), name=texts, key=texts),
    some(creator=ids, type=st.just("m.space"), predecessor=some(room_id=ids), room_version=texts),
)
events = some(
    event_id=ids,
    sender=ids,
    type=st.sampled_from(
        (
            "m.room.message",
            "m.room.message",
            "m.reaction",
            "m.room.redaction",
            "m.room.member",
            "m.room.name",
            "m.room.create",
            "m.room.tombstone",
            "m.room.encrypted",
            "org.matrix.msc4391.command",
        )
    ),
    content=contents,
    origin_server_ts=st.integers(),
    state_key=st.sampled_from(("", OURS)),
    redacts=ids,
    unsigned=some(prev_content=contents, transaction_id=texts),
)
lists = st.lists(odd(events), max_size=5)
answers = some(
    next_batch=texts,
    rooms=some(
        join=st.dictionaries(
            ids,
            some(
                timeline=some(events=lists, limited=st.booleans(), prev_batch=texts),
                state=some(events=lists),
                summary=some(
                    m__heroes=st.lists(odd(ids), max_size=3),
                    m__joined_member_count=st.integers(),
                    m__invited_member_count=st.integers(),
                ),
            ),
            max_size=3,
        ),
        invite=st.dictionaries(ids, some(invite_state=some(events=lists)), max_size=3),
        leave=st.dictionaries(ids, anything, max_size=3),
    ),
)
levels = st.one_of(st.integers(), st.integers(10**300, 10**320), st.floats(), texts)
powers = some(
    levels=some(
        users=st.dictionaries(ids, levels, max_size=3),
        events=st.dictionaries(st.just("m.room.tombstone"), levels, max_size=1),
        notifications=some(room=levels),
        users_default=levels,
        state_default=levels,
        events_default=levels,
    ),
    creation=some(
        content=some(
            creator=ids,
            room_version=st.one_of(texts, st.just("9" * 5000), st.just("12"), st.just("²")),
            additional_creators=st.lists(anything, max_size=2),
        ),
        sender=ids,
    ),
)


def as_sent(value: Json) -> bytes:
    """As it comes over the wire; half pairs and numbers that are none travel as escapes."""
    return json.dumps(value).encode()
