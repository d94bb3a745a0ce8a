"""What the README says of speed: a few figures of a whole run, renewed together with the page."""

from __future__ import annotations

from pathlib import Path
from statistics import median

from tests.benchmarks.figures import OURS, Figures, plain
from tests.benchmarks.goals import GOALS

README = Path(__file__).parents[2] / "README.md"
_BEGIN = "<!-- speed: made by python -m tests.benchmarks --write -->\n"
_END = "<!-- end of speed -->\n"
_SAYS = """\
Beside a real Synapse an answer takes {synapse} times as long as that of a minimal bot that stores nothing. Without the
homeserver's own time it takes {trip} times as long and {cpu} times the CPU, because every command and every answer is durably
stored. Of commands that came 300 at once it lost {lost} of {asked} and doubled {doubled}; a plain nio bot lost {nio} of as many. It starts in
{start} s ({rooms_start} s in 1,000 rooms) and takes {memory} MiB ({rooms_memory} MiB). Of {bounds} bounds that users need {reached} are reached:
[docs/benchmarks.md](docs/benchmarks.md) has the run, the bounds that are missed, and why; `make benchmark` measures again.
"""


def renew(figures: Figures) -> bool:
    """Put the figures into the README; False, and nothing is changed, if the run had not all."""
    try:
        said = _said(figures)
    except LookupError:
        return False
    before, _, rest = README.read_text("utf-8").partition(_BEGIN)
    after = rest.partition(_END)[2]
    README.write_text(f"{before}{_BEGIN}{said}{_END}{after}", "utf-8")
    return True


def _said(figures: Figures) -> str:
    judged = [goal.is_reached(figures) for goal in GOALS if goal.must is not None]
    measured = [one for one in judged if one is not None]
    return _SAYS.format(
        synapse=_middle(figures.ratios("synapse-trip", OURS)),
        trip=_middle(figures.ratios("trip", OURS)),
        cpu=_middle(figures.ratios("wide-cpu", OURS)),
        lost=_total(figures.of("burst-300-lost", OURS)),
        asked=_total(figures.of("burst-300-asked", OURS)),
        doubled=_total(figures.of("burst-300-doubled", OURS)),
        nio=_total(figures.of("burst-300-lost", "nio")),
        start=_middle(figures.of("start-10", OURS)),
        rooms_start=_middle(figures.of("start-1000", OURS)),
        memory=_middle(figures.of("memory-10", OURS)),
        rooms_memory=_middle(figures.of("memory-1000", OURS)),
        bounds=len(measured),
        reached=sum(measured),
    )


def _middle(values: list[float]) -> str:
    if not values:
        raise LookupError
    return plain(median(values))


def _total(values: list[float]) -> str:
    if not values:
        raise LookupError
    return plain(sum(values))
