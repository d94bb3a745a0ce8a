"""What the command line imports is found by the running bot."""

import json
from pathlib import Path

from bot.services.importing import import_offers
from tests.commands.conftest import START, Talk


async def test_an_import_beside_the_running_bot_is_noticed_at_the_next_tick(
    talk: Talk, tmp_path: Path
) -> None:
    file = tmp_path / "angebote.json"
    file.write_text(json.dumps([{"network": "ThAFF", "topic": "pflege", "level": "3"}]))
    await import_offers(talk.database, file, now=START)
    before = await talk.say("!pate Pflege")
    await talk.tick()
    after = await talk.say("!pate Pflege")
    assert "ThAFF" not in before
    assert "ThAFF" in after.splitlines()[1]
