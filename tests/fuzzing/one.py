"""One target under atheris, in a process of its own: `python -m tests.fuzzing.one NAME ...`."""

import sys

import atheris

with atheris.instrument_imports(include=["bot"]):
    from tests.fuzzing import targets

if __name__ == "__main__":
    name = sys.argv.pop(1)
    targets.router()
    atheris.Setup(sys.argv, targets.TARGETS[name])
    atheris.Fuzz()
