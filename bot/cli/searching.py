"""`suche`: the bot's search without Matrix."""

import asyncio
import json
import os
import sys
from pathlib import Path

from bot.cli.opening import stored
from bot.domain.search import Answer
from bot.services import shipped
from bot.services.directory import Directory
from bot.services.explaining import explain, explain_notice
from bot.services.faults import BadImport
from bot.services.importing import networks_in
from bot.storage.database import Database
from bot.storage.engines import engine
from bot.text import Catalogue, Catalogues

FOUND, NOTHING, FAILED = 0, 1, 2
_SHOWN = 10


def search(text: str, data: Path | None, *, as_json: bool, language: str) -> int:
    """Print the hits, best first; the exit code says whether there are any."""
    words = Catalogues().get(language)
    try:
        directory, answer = asyncio.run(_answer(text, data))
    except BadImport as bad:
        for fault in bad.faults:
            print(words.line(fault.text), file=sys.stderr)
        return FAILED
    _print_json(answer, directory, words) if as_json else _print(answer, directory, words)
    return FOUND if answer.hits else NOTHING


async def _answer(text: str, data: Path | None) -> tuple[Directory, Answer]:
    """Search the named file, else the bot's database where there is one, else the shipped file."""
    url = None if data else stored(os.environ)
    database = Database(engine(url or "sqlite+aiosqlite:///nowhere"))
    directory = Directory(database, shipped.taxonomy())
    if url is None:
        directory.put(networks_in(data) if data else shipped.networks())
        return directory, await directory.search(text, limit=_SHOWN)
    await database.open()
    try:
        await directory.open()
        return directory, await directory.search(text, limit=_SHOWN)
    finally:
        await database.close()


def _print_json(answer: Answer, directory: Directory, words: Catalogue) -> None:
    hits = [
        {
            "short_name": hit.network.short_name,
            "score": round(hit.score, 4),
            "reason": words.line(explain(hit, directory)),
        }
        for hit in answer.hits
    ]
    notice = words.line(explain_notice(answer.notice, directory)) if answer.notice else None
    found = {"query": answer.query, "hits": hits, "notice": notice}
    print(json.dumps(found, ensure_ascii=False, indent=1))


def _print(answer: Answer, directory: Directory, words: Catalogue) -> None:
    for hit in answer.hits:
        network = hit.network
        place = network.seat or network.region
        print(f"{network.short_name} (#{network.number}, {place}): ", end="")
        print(words.line(explain(hit, directory)))
    if answer.notice:
        print(words.line(explain_notice(answer.notice, directory)))
