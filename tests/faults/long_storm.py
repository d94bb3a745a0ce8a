"""1,000 commands, 200 kills of the bot and 5 of Synapse; then the weather through the proxy."""

from __future__ import annotations

from collections.abc import Sequence

from tests.faults.figures import Figure, Run, Scenario, tell
from tests.faults.judging import impatient
from tests.faults.mishaps import Hang, Limited, Page
from tests.faults.staging import stage
from tests.faults.storm import Outcome, plan, rage, talk
from tests.faults.weather import weather

LIMITS = (
    Limited(30_000),
    Limited(4000),
    Limited(header="4"),
    Limited(),
    Limited(-5),
    Limited("soon"),
    Limited(200),
)


async def storm(run: Run) -> Sequence[Figure]:
    commands, kills, homeserver_kills = run.some(60, 1000), run.some(12, 200), run.some(1, 5)
    rounds = plan(run.seed, commands, kills, homeserver_kills)
    async with stage(direct=True) as ground:
        await ground.arrived()
        await rage(ground, rounds, tell)
        outcome = await Outcome.of(ground)
    return outcome.figures(commands)


async def bad_weather(run: Run) -> Sequence[Figure]:
    commands = run.some(30, 80)
    async with stage() as ground:
        await ground.arrived()
        ground.proxy.weather = weather(run.seed, 0.15)
        for limited in LIMITS[: run.some(2, len(LIMITS))]:
            ground.proxy.then("PUT .*/send/", limited)
        ground.proxy.then("PUT .*/send/", Hang(taken=True), times=run.some(1, 3))
        ground.proxy.then("PUT .*/send/", Page(504, taken=True), times=run.some(3, 20))
        await talk(ground, run.seed, commands)
        await ground.settled()
        ground.proxy.calm()
        outcome = await Outcome.of(ground)
        violations = len(impatient(ground.proxy.seen))
        befallen = sum(bool(seen.mishap) for seen in ground.proxy.seen)
    return (
        *outcome.figures(commands),
        Figure("requests that met a mishap", befallen, commands / 5, least=True),
        Figure("violations of retry_after", violations, 0),
    )


SCENARIOS = (
    Scenario(
        "storm",
        "Commands in three rooms while the bot is killed (`kill -9`) 200 times and Synapse 5 times (a"
        " quick run: 12 and 1) at random moments. The rooms' history, read by a client that is no nio, is the only witness.",
        storm,
    ),
    Scenario(
        "weather",
        "Commands through the fault proxy: delays, resets before and after the effect, half"
        " answers, error pages, wrong JSON, hanging sockets, 429 with every kind of retry_after.",
        bad_weather,
    ),
)
