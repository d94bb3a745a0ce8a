"""What holds for every text, whoever typed it."""

from __future__ import annotations

import json
from pathlib import Path

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bot.domain.search import Answer, Index
from bot.domain.search.words import fold, stem
from tests.domain.search_data import index, networks, taxonomy

GOLD = json.loads((Path(__file__).parent / "search_gold.json").read_text(encoding="utf-8"))
WORDS = sorted({word for case in GOLD for word in case["query"].split()})
SENTENCES = st.lists(st.sampled_from(WORDS) | st.text(max_size=12), max_size=12).map(" ".join)
TEXTS = st.one_of(st.text(max_size=4_000), SENTENCES)
calm = settings(deadline=None, suppress_health_check=[HealthCheck.too_slow], max_examples=150)


@calm
@given(TEXTS)
def test_any_text_gets_hits_or_a_notice_never_both(text: str) -> None:
    answer = index().search(text)
    assert bool(answer.hits) != (answer.notice is not None)
    assert answer.query == text


@calm
@given(TEXTS)
def test_scores_descend_and_no_network_comes_twice(text: str) -> None:
    hits = index().search(text).hits
    scores = [hit.score for hit in hits]
    assert scores == sorted(scores, reverse=True)
    assert len(hits) == len({hit.network.number for hit in hits})


@calm
@given(SENTENCES)
def test_the_same_question_gets_the_same_answer(text: str) -> None:
    assert index().search(text) == index().search(text)


@calm
@given(TEXTS)
def test_names_and_topics_never_fail(text: str) -> None:
    index().by_name(text)
    index().topic(text)
    assert len(index().topics_near(text)) <= 3


@calm
@given(st.text(max_size=40))
def test_folding_and_stemming_are_stable(text: str) -> None:
    assert fold(fold(text)) == fold(text) or "e" in fold(text)
    assert fold(text).startswith(stem(fold(text))[:4])


def test_hostile_texts_are_answered() -> None:
    hostile = [
        "\x00\x07\u202e\u200f" * 1_000,
        "🦄" * 4_000,
        "<b>@room</b> " * 400,
        "a" * 65_000,
        "Pflege " * 10_000,
        "'; DROP TABLE networks; --",
        "²³¼ Ⅻ ٣٤ ⑦",
        "ﬁﬂﬀ ß ẞ İ ı ſ",
    ]
    for text in hostile:
        assert isinstance(index().search(text), Answer)
        index().by_name(text)


def test_order_of_building_does_not_change_the_best_hit() -> None:
    backwards = Index.build(taxonomy(), tuple(reversed(networks())))
    for query in ("Rückkehrer NRW", "Pflegekräfte Niedersachsen", "OWL", "emsachse"):
        best = [among.search(query).hits[0].network for among in (index(), backwards)]
        assert best[0] == best[1]
