"""Which way a weekday lies: the verb tells. Published on Friday, 14 March 2025 unless said otherwise."""

from __future__ import annotations

from typing import Any

import pytest

FORWARD = [
    ("The talks will resume on Tuesday.", "Tuesday", "2025-03-18"),
    ("The envoys are due to meet on Tuesday in Geneva.", "Tuesday", "2025-03-18"),
    ("The premier plans to visit the front on Saturday.", "Saturday", "2025-03-15"),
    ("A vote is expected on Wednesday, officials say.", "Wednesday", "2025-03-19"),
    ("Such a call is being prepared for Tuesday.", "Tuesday", "2025-03-18"),
    ("The minister said the call would be on Tuesday.", "Tuesday", "2025-03-18"),
    ("The exchange of prisoners was postponed until Monday.", "Monday", "2025-03-17"),
    ("We will see whether there is something to announce by Tuesday.", "Tuesday", "2025-03-18"),
    ("He said much of the planned call on Tuesday will be about land.", "Tuesday", "2025-03-18"),
    ("The two sides agreed to meet on Monday.", "Monday", "2025-03-17"),
    ("The ultimatum expires on Sunday, the ministry warned.", "Sunday", "2025-03-16"),
    ("The mayor is flying to Oslo on Sunday.", "Sunday", "2025-03-16"),
    ("The plan calls for a pause from Monday.", "Monday", "2025-03-17"),
    ("They announced a truce starting Monday.", "Monday", "2025-03-17"),
]
BACK = [
    ("The minister told reporters on Monday that the plan was dead.", "Monday", "2025-03-10"),
    ("The minister said Tuesday that the plan was dead.", "Tuesday", "2025-03-11"),
    ("Thursday's meeting in Minsk was productive, she said.", "Thursday", "2025-03-13"),
    ("The delegations have met since Monday.", "Monday", "2025-03-10"),
    ("Three people were killed on Saturday.", "Saturday", "2025-03-08"),
    ("The firing lasted until Sunday.", "Sunday", "2025-03-09"),
    ("The court will look into Monday's attack.", "Monday", "2025-03-10"),
    ("The envoy was able to reach the city on Wednesday.", "Wednesday", "2025-03-12"),
    ("The text published on Wednesday names no city.", "Wednesday", "2025-03-12"),
    ("The president of the court, interviewed on Sunday, was calm.", "Sunday", "2025-03-09"),
]


@pytest.mark.parametrize(("text", "words", "day"), FORWARD + BACK)
def test_the_verb_gives_the_direction(values: Any, text: str, words: str, day: str) -> None:
    assert values(text)[words] == day


def test_past_tense_on_the_weekday_of_publication_is_that_day(values: Any) -> None:
    assert values("He told reporters on Monday that talks went on.", "2025-03-17") == {"Monday": "2025-03-17"}


def test_headlines_tell_the_past_in_the_present_and_the_future_in_the_infinitive(values: Any) -> None:
    assert values("Minister rejects truce plan on Tuesday", kind="headline") == {"Tuesday": "2025-03-11"}
    assert values("Envoys to meet in Geneva on Tuesday", kind="headline") == {"Tuesday": "2025-03-18"}


def test_a_weekday_without_publication_date_stays_unknown(values: Any) -> None:
    assert values("The talks will resume on Tuesday.", None) == {"Tuesday": None}
    assert values("The talks will resume on Tuesday.", "2025-03") == {"Tuesday": None}


def test_what_stands_before_to_belongs_to_the_verb_above(values: Any) -> None:
    assert values("It prompted the firm on Tuesday to start pumping gas.") == {"Tuesday": "2025-03-11"}


def test_last_next_and_the_next_weekday(values: Any) -> None:
    assert values("They met last Friday and will meet next Friday.") == {
        "last Friday": "2025-03-07",
        "next Friday": "2025-03-21",
    }
    text = "He came on Saturday. He left the following Tuesday."
    assert values(text)["the following Tuesday"] == "2025-03-11"


def test_following_may_be_a_preposition(values: Any) -> None:
    assert values("Following Monday's talks, the envoy left.") == {"Monday": "2025-03-10"}
    assert values("It came following months of protest by three-quarters of the town, to this day.") == {}
