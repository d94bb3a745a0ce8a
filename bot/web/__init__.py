"""What the bot shows over HTTP, to its operators alone: is it alive, is it ready."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from bot.web.report import Report

if TYPE_CHECKING:
    from bot.web.health import Health

__all__ = ["Report", "health_page"]


def health_page(host: str, port: int | None, report: Callable[[], Report]) -> "Health | None":
    """The page at that port, which the caller starts and stops; None where nobody asks for it."""
    if not port:
        return None
    # An HTTP server takes 2 MiB.
    from bot.web.health import Health  # noqa: PLC0415

    return Health(host, port, report)
