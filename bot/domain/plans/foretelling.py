"""What an act of the office does to a meeting and to its posts, as texts."""

from __future__ import annotations

from bot.domain.dialogue.message import Block, Items, Text
from bot.domain.plans.draft import Act, Proposal
from bot.domain.plans.meeting import Detail, Meeting
from bot.domain.plans.planning import planned
from bot.domain.plans.telling import fact, facts, step, title


def foretold(proposal: Proposal, *, heard: bool) -> tuple[Block, ...]:
    """All of it, before it counts; `heard` says whether any room hears the posts."""
    headline = Text("tagung-draft", act=proposal.act, title=title(proposal.after))
    return (headline, *_content(proposal), *consequences(proposal, heard=heard))


def consequences(proposal: Proposal, *, heard: bool) -> tuple[Block, ...]:
    """What becomes of the posts."""
    blocks: list[Block] = []
    if proposal.plan:
        blocks += [
            Text("tagung-plan-laid", count=len(planned(proposal.plan)), all=len(proposal.plan)),
            Items(tuple(step(post) for post in proposal.plan)),
        ]
    elif proposal.act is Act.CANCEL:
        blocks.append(Text("tagung-dropped", count=len(proposal.dropped)))
    if proposal.before is not None:
        news = proposal.news.step if proposal.news else "none"
        blocks.append(Text("tagung-news", step=news))
    if proposal.plan and not heard:
        blocks.append(Text("tagung-no-rooms"))
    return tuple(blocks)


def _content(proposal: Proposal) -> tuple[Block, ...]:
    """The meeting, or what is different about it."""
    if proposal.act is not Act.CHANGE or proposal.before is None:
        return (facts(proposal.after),)
    before, after = proposal.before, proposal.after
    changes = (detail for detail in Detail if detail in before.changes(after))
    return (Items(tuple(_changed(before, after, detail) for detail in changes)),)


def _changed(before: Meeting, after: Meeting, detail: Detail) -> Text:
    return Text(
        "tagung-changed",
        detail=Text("tagung-detail", detail=detail),
        before=fact(before, detail) or Text("tagung-nothing"),
        after=fact(after, detail) or Text("tagung-nothing"),
    )
