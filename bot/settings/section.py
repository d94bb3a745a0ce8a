"""What all groups of settings have in common."""

from pydantic import BaseModel, ConfigDict

TOGETHER = "together"
"""Type of the faults that lie between settings; their messages hold no value."""


class Section(BaseModel):
    """A group of settings; a key that it does not know is a fault."""

    model_config = ConfigDict(frozen=True, extra="forbid", hide_input_in_errors=True)
