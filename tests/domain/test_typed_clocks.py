"""Times of day as people say them."""

from datetime import time

import pytest

from bot.domain.errors import WrongInput
from bot.domain.moments.refusals import MissingTime, NoSuchTime, UnclearMidnight, UnreadableTime
from bot.domain.moments.times import parse_time

TWO, QUARTER, HALF, THREE_QUARTERS = time(14), time(14, 15), time(14, 30), time(14, 45)


@pytest.mark.parametrize(
    ("at", "texts"),
    [
        (TWO, "14 Uhr|14Uhr|14 UHR|14:00|14.00|14.00 Uhr|14:00Uhr|14h|14 h|um 14 Uhr|ab 14 Uhr"),
        (TWO, "gegen 14 Uhr|um 14|um 2|vierzehn Uhr|zwei Uhr|14\u00a0 Uhr.|2 Uhr nachmittags"),
        (TWO, "2pm|2 pm|2PM|2 p.m.|at 2pm|at two|two o'clock|2 o’clock|2 o'clock in the afternoon"),
        (QUARTER, "viertel nach zwei|Viertel nach 2|viertel nach 14|viertel drei|quarter past two"),
        (QUARTER, "a quarter past 2|fünfzehn nach zwei"),
        (
            HALF,
            "halb drei|halb 3|Halb Drei|um halb drei|halb drei nachmittags|half past two|half two",
        ),
        (HALF, "14h30|14:30h|14 Uhr 30|vierzehn Uhr dreißig|2:30pm|2.30 pm|at half past 2"),
        (THREE_QUARTERS, "dreiviertel drei|drei viertel drei|Viertel vor drei|viertel vor 3"),
        (THREE_QUARTERS, "quarter to three|a quarter to three|quarter before three"),
        (time(14, 10), "zehn nach zwei|10 nach 2|10 Minuten nach 2|ten past two"),
        (time(14, 25), "fünf vor halb drei|twenty-five past two|twenty five past two"),
        (time(14, 35), "fünf nach halb drei"),
        (time(12), "mittags|Mittag|um zwölf|zwölf Uhr|um 12|noon|at noon|12 noon|midday|12 pm"),
        (time(12, 30), "halb eins|mittags um halb eins|half past twelve"),
        (time(7), "um 7|um sieben|at seven"),
        (time(18, 30), "halb sieben|abends um halb sieben"),
        (time(8, 30), "halb neun|morgens um halb neun|half past eight in the morning"),
        (time(9), "um 9|9 Uhr früh|9 Uhr morgens|früh um 9|9 in the morning"),
        (time(20), "8 Uhr abends|abends um 8|um 8 Uhr abends|20 Uhr abends|8 in the evening"),
        (time(3), "3 Uhr|03:00|3 Uhr morgens|3 am"),
        (time(0), "0 Uhr|0:00|12 am"),
    ],
)
def test_times_as_people_say_them(at: time, texts: str) -> None:
    assert dict.fromkeys(texts.split("|"), at) == {
        text: parse_time(text) for text in texts.split("|")
    }


@pytest.mark.parametrize(
    ("refused", "texts"),
    [
        (MissingTime, "abends|nachmittags|früh|in the evening"),
        (UnclearMidnight, "Mitternacht|midnight|24 Uhr|24:00|um 24 Uhr|24h"),
        (NoSuchTime, "25 Uhr|14:60|13pm|14 Uhr morgens|24:30|halb 30|2 pm in the morning"),
        (
            UnreadableTime,
            "|10|drei|halb|kurz nach drei|14-16 Uhr|10 bis 12 Uhr|heute Abend|um|1.2.3",
        ),
    ],
)
def test_a_time_is_refused_for_what_is_wrong(refused: type[WrongInput], texts: str) -> None:
    for text in texts.split("|"):
        with pytest.raises(WrongInput) as refusal:
            parse_time(text)
        assert (text, refused) == (text, type(refusal.value))
