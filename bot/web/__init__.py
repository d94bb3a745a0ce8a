"""What the bot shows over HTTP, to its operators alone: is it alive, is it ready."""

from bot.web.health import Health, Report

__all__ = ["Health", "Report"]
