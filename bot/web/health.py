"""`/livez` and `/readyz` for supervisors; the only place that listens."""

from collections.abc import Callable

from aiohttp import web  # noqa: TID251 -- this package is the one that may

from bot.web.report import Report


class Health:
    """A small HTTP server on its own port."""

    def __init__(self, host: str, port: int, report: Callable[[], Report]) -> None:
        self._host = host
        self._port = port
        self._report = report
        app = web.Application()
        app.router.add_get("/livez", self._live)
        app.router.add_get("/readyz", self._ready)
        self._runner = web.AppRunner(app, access_log=None)

    async def start(self) -> None:
        """Listen.

        Raises:
            OSError: the port is taken.
        """
        await self._runner.setup()
        await web.TCPSite(self._runner, self._host, self._port).start()

    async def stop(self) -> None:
        """Stop listening."""
        await self._runner.cleanup()

    async def _live(self, _: web.Request) -> web.Response:
        return web.json_response({"alive": True})

    async def _ready(self, _: web.Request) -> web.Response:
        report = self._report()
        why = {"why": report.why} if report.why and not report.ready else {}
        return web.json_response(
            {"ready": report.ready, **report.parts, **why}, status=200 if report.ready else 503
        )
