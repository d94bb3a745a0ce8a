"""Says honestly why there is no answer, and what is nearest to one."""

from __future__ import annotations

from collections.abc import Iterable

from bot.domain.search.answer import Notice, NoticeKind
from bot.domain.search.directory import Directory
from bot.domain.search.findings import Findings
from bot.domain.search.lexicon import WEAK

_NEAREST = 3


def notice(findings: Findings, directory: Directory) -> Notice:
    """The notice for a query without hits."""
    query = findings.query
    topics = findings.decisive or asked_topics(query.topics)
    places = tuple(dict.fromkeys(place.label for place in findings.located))
    unmet = (*query.unrelated, *query.outside, *query.unknown, *query.typed.values())
    words = tuple(dict.fromkeys(unmet))
    if query.unrelated or (words and not topics and not query.outside):
        kind = NoticeKind.NOT_UNDERSTOOD
    elif query.outside and not places:
        kind = NoticeKind.PLACE_UNKNOWN
    elif topics and not any(directory.by_topic.get(topic) for topic in topics):
        kind = NoticeKind.NO_TOPIC
    elif topics and places:
        kind = NoticeKind.NO_BOTH
    elif places:
        kind = NoticeKind.NO_PLACE
    else:
        kind = NoticeKind.NOT_UNDERSTOOD if words else NoticeKind.EMPTY_QUERY
    return Notice(
        kind=kind,
        topics=topics,
        places=places,
        nearest_topics=_nearest(topics, findings, directory),
        neighbours=_neighbours(topics, findings, directory),
        words=words,
    )


def asked_topics(strengths: dict[str, float]) -> tuple[str, ...]:
    """Topic ids, what was asked most clearly first, without the merely weak ones."""
    strongest = max(strengths.values(), default=0.0)
    clear = [t for t, s in strengths.items() if s > WEAK or s == strongest]
    return tuple(sorted(clear, key=lambda topic: -strengths[topic]))


def _nearest(topics: tuple[str, ...], findings: Findings, directory: Directory) -> tuple[str, ...]:
    asked = dict.fromkeys((*topics, *asked_topics(findings.query.topics)))
    near = [n for topic in asked for n in directory.lexicon.topics[topic].near]
    others = [topic for topic in (*asked, *near) if directory.by_topic.get(topic)]
    here = _states(findings)
    known = dict.fromkeys(others)
    if here:
        slots = {slot for code in here for slot in directory.by_state.get(code, ())}
        present = [t for t in known if slots & directory.by_topic[t].keys()]
        known = dict.fromkeys(present or [t for t in known if t not in asked])
    return tuple(known)[:_NEAREST]


def _states(findings: Findings) -> tuple[str, ...]:
    return tuple(dict.fromkeys(code for place in findings.located for code in place.states))


def _neighbours(
    topics: tuple[str, ...], findings: Findings, directory: Directory
) -> tuple[str, ...]:
    """The Länder around the asked place in which somebody fits; the place's own one first."""
    here = _states(findings)
    states = directory.lexicon.states
    around = [n for code in here if code in states for n in states[code].neighbours]
    fitting = list(_fitting(topics, findings, directory))
    near = [code for code in dict.fromkeys((*here, *around)) if code in fitting]
    return tuple(near or (fitting if topics else ()))[:_NEAREST]


def _fitting(topics: tuple[str, ...], findings: Findings, directory: Directory) -> Iterable[str]:
    if not topics:
        return (code for code, slots in directory.by_state.items() if slots)
    best = sorted(findings.without_place, key=lambda match: (-match.score, match.slot))
    networks = (directory.entry(match.slot).network for match in best)
    return dict.fromkeys(code for network in networks for code in network.states)
