"""A directory to search in: the known networks, or many invented ones, and what people would ask."""

from __future__ import annotations

import random
from dataclasses import dataclass

from bot.domain.community.network import Level, Network, Offer
from bot.services.shipped import networks, taxonomy

SHORTEST = 3
"""Letters; shorter words are not asked for."""
_QUESTIONS = 200
_SYLLABLES = [
    "ka",
    "lo",
    "mi",
    "ra",
    "te",
    "no",
    "su",
    "vi",
    "da",
    "pe",
    "ru",
    "sha",
    "gen",
    "tor",
    "bel",
    "min",
    "ost",
    "ar",
    "en",
    "il",
]


@dataclass(frozen=True, slots=True)
class Entries:
    """What is searched, and what is asked: words out of an entry, right and with a typo."""

    networks: tuple[Network, ...]
    offers: tuple[Offer, ...]
    texts: tuple[tuple[str, str], ...]
    questions: tuple[str, ...]
    mistyped: tuple[str, ...]


def entries(size: int) -> Entries:
    """The known networks, or as many invented ones: places and topics real, names made up."""
    chance = random.Random(size)
    invented = networks() if size == len(networks()) else tuple(_invent(chance, size))
    offers = tuple(_offer(chance, network) for network in invented)
    texts = tuple(map(_text, invented, offers))
    questions = tuple(_question(chance, chance.choice(texts)) for _ in range(_QUESTIONS))
    mistyped = tuple(_typo(chance, question) for question in questions)
    return Entries(invented, offers, texts, questions, mistyped)


def _invent(chance: random.Random, size: int) -> list[Network]:
    words = ["".join(chance.choices(_SYLLABLES, k=chance.randint(2, 4))) for _ in range(20_000)]
    usual = [1 / (rank + 5) for rank in range(len(words))]
    made = []
    for number in range(1, size + 1):
        town = chance.choice(taxonomy().towns)
        name = " ".join(chance.choices(words, usual, k=chance.randint(2, 3)))
        made.append(
            Network(
                number=number,
                short_name=f"{name.title()} {number}",
                name=f"Fachkräftenetzwerk {name.title()} {town.name}",
                region=town.name,
                states=(town.state,),
                seat=town.name,
                topics=tuple(topic.id for topic in chance.sample(taxonomy().topics, 2)),
                note=" ".join(chance.choices(words, usual, k=chance.randint(3, 15))),
            )
        )
    return made


def _offer(chance: random.Random, network: Network) -> Offer:
    topic = chance.choice(taxonomy().topics).id
    return Offer(number=network.number, network=network.number, topic=topic, level=Level.TEACHING)


def _text(network: Network, offer: Offer) -> tuple[str, str]:
    """The same words for the full-text search."""
    topics = (taxonomy().topic(topic).de for topic in (*network.topics, offer.topic))
    states = (state.name for state in taxonomy().states if state.code in network.states)
    words = (network.short_name, network.region, *states, *topics, network.note)
    return network.name, " ".join(_letters(word) for word in words)


def _question(chance: random.Random, text: tuple[str, str]) -> str:
    words = [word for word in _letters(" ".join(text)).split() if len(word) >= SHORTEST]
    return " ".join(chance.sample(words, min(len(words), chance.randint(1, 3))))


def _typo(chance: random.Random, text: str) -> str:
    at = chance.randrange(1, max(2, len(text) - 1))
    return text[:at] + chance.choice("aeiou") + text[at + 1 :]


def _letters(text: str) -> str:
    return "".join(c if c.isalnum() else " " for c in text)
