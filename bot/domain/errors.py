"""What can be refused, as classes with data. The sentence stands in `locales/`.

Refusal                     the user is told why, and what to do next
├── WrongInput              typed wrong: an argument cannot be read
│   └── Missing             an argument is missing, which a form can ask for
├── NotAllowed              this person may not do this (here)
└── NotFound                there is no such network, project, meeting, ...

The text id is the class name in kebab case behind `error-`: UnknownNetwork → error-unknown-network.
"""

from __future__ import annotations

import re
from typing import Self


class Refusal(Exception):  # noqa: N818 -- a refusal is an answer, no fault
    """An answer that says no; `args` name the data that its sentence needs."""

    def __init__(self, **data: object) -> None:
        super().__init__(type(self).__name__)
        self.data = data

    @classmethod
    def text_id(cls) -> str:
        words = re.sub(r"(?<!^)(?=[A-Z])", "-", cls.__name__)
        return f"error-{words.lower()}"


class WrongInput(Refusal):
    """Typed wrong; subclasses say how."""


class Missing(WrongInput):
    """A required part of a command was not typed; a form asks for the `field` of that name.

    `read` is what was typed of other fields, so that a form need not go on in vain.
    """

    field: str

    def __init__(self, **data: object) -> None:
        super().__init__(**data)
        self.read: dict[str, object] = {}

    def knowing(self, **read: object) -> Self:
        """The same, with what was read of other fields."""
        self.read = {name: value for name, value in read.items() if value is not None}
        return self


class NotAllowed(Refusal):
    """The person's role does not reach."""


class NotFound(Refusal):
    """Nothing of that name or number."""
