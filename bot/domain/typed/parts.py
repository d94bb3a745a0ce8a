"""Parts of an entry that bear labels, in any order: `Stufe: 2`, `Thema: MINT`."""

from __future__ import annotations

import re

_EDGE = " \t\r\n,;|"
_LABEL = re.compile(
    r"(?:^|[\n|])[ \t]*(?:(?P<network>netzwerk|network)|(?P<topic>thema|topic)"
    r"|(?P<level>stufe|level)|(?P<until>bis|until)|(?P<note>bemerkung|notiz|note))[ \t]*:[ \t]*",
    re.IGNORECASE,
)
_LEVEL_ALONE = re.compile(r"(?:stufe|level)\s*:?\s*(\w+)", re.IGNORECASE)
_ORDER = {"network": "für {}:", "topic": "{}", "level": "Stufe {}", "until": "bis {}", "note": "{}"}


def in_order(text: str) -> str:
    """The same as somebody writes it who uses no labels; a text that begins otherwise stays."""
    labels = list(_LABEL.finditer(text))
    head = text[: labels[0].start()].strip(_EDGE) if labels else text
    level = _LEVEL_ALONE.fullmatch(head)
    if not labels or (head and not level):
        return text
    ends = [*(label.start() for label in labels[1:]), len(text)]
    parts = {"level": level[1]} if level else {}
    parts |= {
        str(label.lastgroup): text[label.end() : end].strip(_EDGE)
        for label, end in zip(labels, ends, strict=True)
    }
    return "\n".join(form.replace("{}", parts[n]) for n, form in _ORDER.items() if parts.get(n))
