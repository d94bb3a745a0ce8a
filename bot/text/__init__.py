"""Words: the only package that knows Fluent and Babel, and the only one that forms sentences."""

from bot.text.body import Body
from bot.text.catalogue import Catalogue, Catalogues
from bot.text.content import content
from bot.text.sentences import BrokenText, MissingText

__all__ = ["Body", "BrokenText", "Catalogue", "Catalogues", "MissingText", "content"]
