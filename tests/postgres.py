"""A throw-away PostgreSQL: `LOTSE_TEST_POSTGRES` where set, else one started from its programs."""

import os
import shutil
import socket
import subprocess
import tempfile
from collections.abc import Iterator
from pathlib import Path

from sqlalchemy import text
from sqlalchemy.ext.asyncio import create_async_engine

MISSING = (
    "PostgreSQL not tested: set LOTSE_TEST_POSTGRES=postgresql+asyncpg://… or install its programs"
)


def programs() -> Path | None:
    """The folder that holds initdb and postgres."""
    found = shutil.which("initdb")
    candidates = [Path(found).parent] if found else []
    candidates += sorted(Path("/usr/lib/postgresql").glob("*/bin"), reverse=True)
    return next((folder for folder in candidates if (folder / "initdb").exists()), None)


def running() -> Iterator[str | None]:
    """The URL of a server for this test run, or None where there is none."""
    if given := os.environ.get("LOTSE_TEST_POSTGRES"):
        yield given
        return
    folder = programs()
    if folder is None:
        yield None
        return
    with tempfile.TemporaryDirectory(prefix="lotse-postgres-") as data:
        yield from _started(folder, Path(data))


def _started(programs: Path, data: Path) -> Iterator[str]:
    # PostgreSQL refuses to run as root; then `nobody` runs it.
    user = ["runuser", "-u", "nobody", "--"] if os.getuid() == 0 else []
    if user:
        shutil.chown(data, "nobody")
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    initdb = [str(programs / "initdb"), "-D", str(data / "db"), "-U", "lotse", "-A", "trust", "-N"]
    subprocess.run([*user, *initdb], check=True, capture_output=True, cwd="/")
    options = f"-p {port} -c listen_addresses=127.0.0.1 -c unix_socket_directories= -c fsync=off"
    control = [*user, str(programs / "pg_ctl"), "-D", str(data / "db"), "-w"]
    log = str(data / "log")
    subprocess.run(
        [*control, "-l", log, "-o", options, "start"], check=True, capture_output=True, cwd="/"
    )
    try:
        yield f"postgresql+asyncpg://lotse@127.0.0.1:{port}/postgres"
    finally:
        subprocess.run(
            [*control, "-m", "immediate", "stop"], check=True, capture_output=True, cwd="/"
        )


async def empty_schema(url: str) -> str:
    """The same server with nothing in it."""
    engine = create_async_engine(url, isolation_level="AUTOCOMMIT")
    async with engine.connect() as connection:
        await connection.execute(text("DROP SCHEMA IF EXISTS public CASCADE"))
        await connection.execute(text("CREATE SCHEMA public"))
    await engine.dispose()
    return url
