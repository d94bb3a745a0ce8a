"""The patron search over all known networks."""

from bot.domain.search.answer import Answer, Hit, Notice, NoticeKind, Reason, ReasonKind
from bot.domain.search.index import Index

__all__ = ["Answer", "Hit", "Index", "Notice", "NoticeKind", "Reason", "ReasonKind"]
