"""What people notice when the bot loses its keys, its machine or its identity."""

from __future__ import annotations

import pytest

from tests.e2e.encrypted.human import HumanFault
from tests.e2e.encrypted.sealed import Sealed, emoji_shown

pytestmark = pytest.mark.e2e


async def verified_by_anna(sealed: Sealed) -> None:
    """Anna compares the emoji in the room with those in the operator's log."""
    played = await sealed.anna.verify_in_room(sealed.room, sealed.bot)
    assert played.phases[-1] == "done", played
    assert played.emoji == emoji_shown(sealed.community.lotse.log())
    assert await sealed.anna.verified(sealed.bot)


async def test_who_has_verified_the_bot_notices_no_loss(sealed: Sealed) -> None:
    await sealed.answered("!tagung")
    await verified_by_anna(sealed)
    await sealed.restarted(without="crypto")
    await sealed.answered("!tagung")
    sealed.community.lotse.stop()
    key = await sealed.recovery_key()
    sealed.community.lotse.environment["LOTSE_MATRIX__RECOVERY_KEY"] = key
    await sealed.restarted(without="all")
    await sealed.answered("!tagung")
    trust = await sealed.anna("trust", user=sealed.bot)
    assert (trust["verified"], trust["changed"]) == (True, False)
    assert all(one == {"signed": True, "verified": True} for one in trust["devices"].values())


async def test_a_reset_shuts_out_who_had_verified_until_they_agree(sealed: Sealed) -> None:
    await sealed.answered("!tagung")
    await verified_by_anna(sealed)
    sealed.community.lotse.stop()
    await sealed.operator("identity", "reset", says=f"{sealed.bot}\n")
    await sealed.community.lotse.started()
    await sealed.anna("trust", user=sealed.bot)
    with pytest.raises(HumanFault, match="changed their identity"):
        await sealed.anna.say(sealed.room, "!tagung")
    await sealed.anna("agree", user=sealed.bot)
    await sealed.answered("!tagung")
