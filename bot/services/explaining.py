"""Why a search gave what it gave, as ids and data for one sentence each."""

from collections.abc import Sequence

from bot.domain.dialogue.message import Text
from bot.domain.search import Hit, Notice, NoticeKind, Reason, ReasonKind
from bot.services.directory import Directory

_TOPICS_NAMED = 3


def explain(hit: Hit, directory: Directory) -> Text:
    """One reason, without a full stop, so that it can follow a colon."""
    reason = hit.reason
    if reason.kind is ReasonKind.OFFER and reason.offer:
        return Text(
            "reason-offer",
            topic=directory.topic_text(reason.offer.topic),
            level=reason.offer.level,
            example=reason.offer.example,
            place=_place(reason),
        )
    if reason.kind is ReasonKind.TOPIC:
        topics = directory.quoted(reason.topics[:_TOPICS_NAMED])
        return Text("reason-topic", topics=topics, place=_place(reason))
    if reason.kind is ReasonKind.PLACE:
        return _place_alone(reason)
    return Text("reason-text" if reason.kind is ReasonKind.TEXT else "reason-name")


def reasons(hits: Sequence[Hit], directory: Directory) -> tuple[Text, ...]:
    """One for each line of a list; that of the line before is not said again in full."""
    whole = [explain(hit, directory) for hit in hits]
    before = [None, *whole]
    return tuple(
        Text("reason-again") if reason == last else reason
        for reason, last in zip(whole, before, strict=False)
    )


def _place_alone(reason: Reason) -> Text:
    if reason.place is None:
        return Text("reason-nationwide")
    if reason.instead_of:
        return Text("reason-instead", place=reason.place, instead_of=reason.instead_of)
    return Text("reason-place", place=reason.place)


def _place(reason: Reason) -> Text:
    """The rest of a sentence that has named a topic."""
    if reason.place is not None or reason.nationwide:
        return Text("reason-and", place=_place_alone(reason))
    return Text("reason-nowhere")


def explain_notice(notice: Notice, directory: Directory) -> Text:
    """Why there is no hit, and which topic and Land are nearest."""
    words, places = notice.words, notice.places
    topics = directory.quoted(notice.topics)
    match notice.kind:
        case NoticeKind.EMPTY_QUERY:
            said = Text("notice-empty-query")
        case NoticeKind.NOT_UNDERSTOOD:
            said = Text("notice-not-understood", words=words, count=len(words))
        case NoticeKind.NO_TOPIC:
            said = Text("notice-no-topic", topics=topics)
        case NoticeKind.NO_PLACE:
            said = Text("notice-no-place", places=places)
        case NoticeKind.NO_BOTH:
            said = Text("notice-no-both", topics=topics, places=places)
        case NoticeKind.PLACE_UNKNOWN:
            said = Text("notice-place-unknown", words=words)
    return Text("notice", said=said, nearest=_nearest(notice, directory))


def _nearest(notice: Notice, directory: Directory) -> Text:
    topics = directory.quoted(notice.nearest_topics)
    lands = tuple(directory.lands.get(code, code) for code in notice.neighbours)
    if topics and lands:
        return Text("nearest-both", topics=topics, lands=lands)
    if topics:
        return Text("nearest-topics", topics=topics)
    return Text("nearest-lands", lands=lands) if lands else Text("nearest-none")
