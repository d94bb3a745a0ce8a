"""The parts of the search by themselves: words, typos, compounds, postings."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.community.network import Network
from bot.domain.search import Index
from bot.domain.search.compounds import taken_apart
from bot.domain.search.lexicon import Lexicon
from bot.domain.search.postings import Postings
from bot.domain.search.vocabulary import Vocabulary
from bot.domain.search.words import fold, keys, phonetic, stem, tokenise
from tests.domain.search_data import found, taxonomy

LEXICON = Lexicon(taxonomy())


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Nürnberg", "Nuernberg"),
        ("Nürnberg", "Nurnberg"),
        ("Straße", "strasse"),
        ("Pflegekräften", "Pflegekraft"),
        ("Rückkehrerinnen", "Rueckkehrer"),
        ("Verbundausbildungen", "verbundausbildung"),
        ("Główka", "Glowka"),
        ("50+", "50plus"),
    ],
)
def test_spellings_of_one_word_share_their_stem(one: str, other: str) -> None:
    assert stem(fold(one)) in {stem(fold(other)), stem(fold(other)) + "e"}


@pytest.mark.parametrize(("one", "other"), [("Sachsen", "Sachen"), ("Hessen", "Essen")])
def test_different_words_keep_their_stems(one: str, other: str) -> None:
    assert stem(fold(one)) != stem(fold(other))


@pytest.mark.parametrize("apart", ["Ems-Achse", "ems achse", "EMS/ACHSE", "Emsachse"])
def test_a_name_has_one_key_however_it_is_put_together(apart: str) -> None:
    assert "emsachs" in keys(tokenise(apart))


@pytest.mark.parametrize(
    ("one", "other"),
    [("vogtland", "fogtland"), ("berlin", "barlin"), ("eifel", "aifel"), ("witz", "vits")],
)
def test_words_that_sound_alike_share_their_code(one: str, other: str) -> None:
    assert phonetic(one) == phonetic(other)


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("hanwerk", "handwerk"),
        ("hnadwerk", "handwerk"),
        ("handwerrk", "handwerk"),
        ("studienabrecher", "studienabbrecher"),
        ("foktland", "vogtland"),
        ("barlin", "berlin"),
    ],
)
def test_a_mistyped_word_is_guessed(typed: str, meant: str) -> None:
    vocabulary = Vocabulary()
    for word in ("handwerk", "handel", "studienabbrecher", "studieren", "vogtland", "berlin"):
        vocabulary.add(word)
    assert vocabulary.guesses((typed,))[0].term == meant


def test_a_copied_vocabulary_grows_by_itself() -> None:
    vocabulary = Vocabulary()
    vocabulary.add("handwerk")
    copied = vocabulary.copy()
    copied.add("handwagen")
    vocabulary.add("handwerker")

    def near(words: Vocabulary) -> set[str]:
        return {guess.term for guess in words.guesses(("handwerkr", "handwagn"))}

    assert near(copied) == {"handwerk", "handwagen"}
    assert near(vocabulary) == {"handwerk", "handwerker"}


@pytest.mark.parametrize("typed", ["nrv", "mars", "landwirt", "raumfahrt"])
def test_a_different_word_is_no_typo(typed: str) -> None:
    vocabulary = Vocabulary()
    for word in ("nrw", "mark", "handwerk", "raum"):
        vocabulary.add(word)
    assert [g.term for g in vocabulary.guesses((typed,))] == []


@pytest.mark.parametrize(
    ("query", "first"),
    [
        ("Hanwerk Montabaur", "Hände hoch"),
        ("Tourismuss Pirna", "FKA SSOE"),
        ("Logsitik Cloppenburg", "FKB Nordwest"),
        ("Sylt Persnal", "Insel- und Halligkoordination"),
        ("Rheinland-Falz Handwerk", "Hände hoch"),
        ("Niedersaksen Pflege", "Pflegenetz SON"),
    ],
)
def test_typos_do_not_change_the_answer(query: str, first: str) -> None:
    assert found(query)[:1] == [first]


@pytest.mark.parametrize(
    ("compound", "parts"),
    [
        ("pflegekraftemangel", ["pflegekraft", "mangel"]),
        ("bayernweit", ["bayern"]),
        ("nordbayern", ["bayern"]),
        ("frankischer", ["frank"]),
        ("handwerksinitiative", ["handwerk", "initiative"]),
    ],
)
def test_compounds_of_known_words_are_taken_apart(compound: str, parts: list[str]) -> None:
    taken = taken_apart(compound, LEXICON, whole=True)
    assert [stem(part) for part, _ in taken] == [stem(part) for part in parts]


def test_one_known_part_is_enough_if_it_speaks_of_a_topic() -> None:
    assert taken_apart("pflegeclown", LEXICON, whole=True) == []
    assert [part for part, _ in taken_apart("pflegeclown", LEXICON, whole=False)] == ["pflege"]
    assert [part for part, _ in taken_apart("quarztourismus", LEXICON, whole=False)] == [
        "tourismus"
    ]
    assert taken_apart("quarzuhr", LEXICON, whole=False) == []


@pytest.mark.parametrize("word", ["Meisterschaft", "Rasenpflege", "Zahnpflege"])
def test_words_that_only_look_like_a_topic_find_nothing(word: str) -> None:
    assert found(word) == []


ENTRIES = st.lists(st.lists(st.sampled_from("abcdefgh"), max_size=6), max_size=60)


@given(ENTRIES, st.lists(st.sampled_from("abcdefghx"), max_size=4), st.integers(1, 5))
def test_the_best_are_those_of_a_complete_count(
    entries: list[list[str]], asked: list[str], limit: int
) -> None:
    postings = Postings()
    for slot, terms in enumerate(entries):
        postings.add(slot, dict.fromkeys(terms, 1.0), 1.0 + slot % 3)
    complete = [
        sum(postings.rarity(t, len(entries)) * postings.impact(t, slot) for t in set(asked))
        for slot in range(len(entries))
    ]
    best = postings.best(asked, len(entries), limit, lambda _: True)
    expected = sorted((score for score in complete if score), reverse=True)[:limit]
    assert [score for score, _ in best] == pytest.approx(expected)


@pytest.mark.parametrize("common", [30, 2_000])
def test_a_common_word_only_orders_those_that_hold_the_rare_ones(common: int) -> None:
    postings = Postings()
    for slot in range(common):
        weights = {"common": 1.0} | ({"rare": 900.0, "odd": 900.0} if slot in {7, 11, 13} else {})
        postings.add(slot, weights, 1.0 if slot == 11 else 2.0)
    best = postings.best(("common", "odd", "rare"), common, 2, lambda slot: slot != 7)
    assert [slot for _, slot in best] == [11, 13]


def plain(number: int, name: str, *, note: str = "") -> Network:
    return Network(number=number, short_name=f"N{number}", name=name, note=note)


def test_a_rare_word_of_a_note_is_found_if_all_words_stand_there() -> None:
    noted = [
        plain(1, "Alpha", note="Spätschicht mit Bäumchen"),
        plain(2, "Beta", note="Lagerfeuer"),
    ]
    among = Index.build(taxonomy(), noted)
    assert found("Spätschicht Bäumchen", among=among) == ["N1"]
    assert found("Spätschicht Lagerfeuer", among=among) == []
    assert found("mit", among=among) == []


def test_words_nobody_knows_count_against_a_common_word() -> None:
    among = Index.build(taxonomy(), [plain(n, f"Lorem {n}") for n in range(1, 30)])
    assert found("Lorem", among=among) != []
    assert found("Lorem Xylophon", among=among) == []


def test_many_entries_of_a_topic_are_ranked_like_few() -> None:
    many = [
        Network(number=n, short_name=f"N{n}", name=f"Bund {n}", topics=("pflege", "mint", "bgm"))
        for n in range(1, 900)
    ]
    best = Network(number=900, short_name="Best", name="Pflegebund", topics=("pflege",))
    assert found("Pflege", among=Index.build(taxonomy(), [*many, best]))[0] == "Best"


def test_the_name_that_speaks_of_the_topic_comes_first() -> None:
    topics = ("mint", "pflege", "bgm")
    both = [
        Network(number=1, short_name="Alpha", name="Alpha", topics=topics),
        Network(number=2, short_name="Beta", name="Betas Pflegebund", topics=topics),
    ]
    assert found("Pflegekräfte", among=Index.build(taxonomy(), both)) == ["Beta", "Alpha"]
