"""`python -m tests.fuzzing SECONDS`: fuzzes each target for so long, led by the code it reaches.

What is found is written to `found/` beside this file, from where the unit tests play it again.
"""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

from tests.fuzzing import hostile, targets

HERE = Path(__file__).parent
CORPUS = HERE.parents[1] / ".fuzz"
SLOWEST = 5
"""Seconds that one input may take on a busy machine."""


def fuzz(name: str, seconds: int) -> bool:
    """Whether nothing was found."""
    corpus, found = CORPUS / name, HERE / "found" / name
    for folder in (corpus, found):
        folder.mkdir(parents=True, exist_ok=True)
    for number, text in enumerate(hostile.SAID):
        (corpus / f"seed-{number}").write_bytes(targets.seed(name, text))
    command = [
        *(sys.executable, "-m", "tests.fuzzing.one", name, str(corpus)),
        *(f"-max_total_time={seconds}", f"-timeout={SLOWEST}", "-max_len=8192"),
        *("-rss_limit_mb=2048", f"-artifact_prefix={found}/", "-print_final_stats=1"),
    ]
    log = CORPUS / f"{name}.log"
    with log.open("wb") as output:
        done = subprocess.run(command, stdout=output, stderr=output, check=False)
    runs = [line for line in log.read_text("utf-8", "replace").splitlines() if "stat::" in line]
    print(f"{name}: {'nothing found' if done.returncode == 0 else f'see {log} and {found}'}")
    print("\n".join(line for line in runs if "executed" in line or "new_units" in line))
    if not any(found.iterdir()):
        found.rmdir()
    return done.returncode == 0


if __name__ == "__main__":
    time = int(sys.argv[1]) if sys.argv[1:] else 60
    fine = [fuzz(name, time) for name in targets.TARGETS]
    sys.exit(0 if all(fine) else 1)
