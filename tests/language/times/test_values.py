"""What each kind of expression is worth, published on Friday, 14 March 2025 unless said otherwise."""

from __future__ import annotations

from typing import Any

import pytest

VALUES = [
    ("The text of 14 March 2025 stands.", {"14 March 2025": "2025-03-14"}),
    ("It was signed on Tuesday, September 22, 2015.", {"Tuesday, September 22, 2015": "2015-09-22"}),
    ("The first call, on Feb. 12, was short.", {"Feb. 12": "2025-02-12"}),
    ("He died on Dec. 31.", {"Dec. 31": "2024-12-31"}),
    ("Voters will decide on Nov. 8.", {"Nov. 8": "2025-11-08"}),
    ("The fair ran from 19 to 21 September 2015.", {"19 to 21 September 2015": "2015-09-19/2015-09-21"}),
    ("The fair ran September 14-16, 2015.", {"September 14-16, 2015": "2015-09-14/2015-09-16"}),
    ("It will be held from November 20 to December 11.", {"November 20": "2025-11-20", "December 11": "2025-12-11"}),
    ("It ran January 23 - March 9 2014.", {"January 23": "2014-01-23", "March 9 2014": "2014-03-09"}),
    ("They met on March 3 and 4.", {"March 3": "2025-03-03", "4": "2025-03-04"}),
    ("He left on June 16th of last year.", {"June 16th": "2024-06-16", "last year": "2024"}),
    ("It began in early March of 2014.", {"early March of 2014": "2014-03"}),
    ("They met in Geneva in December.", {"December": "2024-12"}),
    ("It will begin in June.", {"June": "2025-06"}),
    ("They signed in February last year.", {"February last year": "2024-02"}),
    ("It grew between 2009 and 2011.", {"2009": "2009", "2011": "2011"}),
    ("The season of 2014/15 was poor.", {"2014/15": "2014/2015"}),
    ("It fell early in 2015 and in mid-2014.", {"early in 2015": "2015", "mid-2014": "2014"}),
    ("He left late last year.", {"late last year": "2024"}),
    ("It must be done by the end of the year.", {"the end of the year": "2025-12-31"}),
    ("They have until the end of the month to agree.", {"the end of the month": "2025-03-31"}),
    ("It must be done by the end of March.", {"the end of March": "2025-03-31"}),
    ("Prices fell in the 1990s and the '80s.", {
        "the 1990s": "1990-01-01/1999-12-31", "the '80s": "1980-01-01/1989-12-31",
    }),
    ("He met her earlier this week, not last week.", {"earlier this week": "2025-W11", "last week": "2025-W10"}),
    ("They met last month and will meet next month.", {"last month": "2025-02", "next month": "2025-04"}),
    ("The games will open this weekend.", {"this weekend": "2025-W11-WE"}),
    ("The games took place this weekend.", {"this weekend": "2025-W10-WE"}),
    ("The war began three years ago.", {"three years ago": "2022"}),
    ("[Ten] years ago it was born.", {"Ten] years ago": "2015"}),
    ("He left two months ago, or 24 hours ago.", {"two months ago": "2025-01", "24 hours ago": "2025-03-13"}),
    ("He will be back in two weeks.", {"in two weeks": "2025-W13"}),
    ("He came yesterday; she comes tomorrow night.", {"yesterday": "2025-03-13", "tomorrow night": "2025-03-15TNI"}),
    ("He flew home the day before yesterday.", {"the day before yesterday": "2025-03-12"}),
    ("They met on Thursday evening.", {"Thursday evening": "2025-03-13TEV"}),
    ("It ended last night.", {"last night": "2025-03-13TNI"}),
    ("The guns fell silent at 3 p.m. on Thursday.", {"3 p.m. on Thursday": "2025-03-13T15:00"}),
    ("It was sent at 15:11 on 14 March 2025.", {"15:11 on 14 March 2025": "2025-03-14T15:11"}),
    ("Stamp: 2025-03-14T15:11", {"2025-03-14T15:11": "2025-03-14T15:11"}),
    ("Dated 14.03.2025, or 3/18/2025, or 03/04/2025.", {
        "14.03.2025": "2025-03-14", "3/18/2025": "2025-03-18", "03/04/2025": None,
    }),
    ("A 30-day truce of three weeks or several months.", {
        "30-day": "P30D", "three weeks": "P3W", "several months": "PXM",
    }),
    ("He spoke for two and a half hours.", {"two and a half hours": "PT2.5H"}),
    ("They meet every Tuesday, and weekly.", {"every Tuesday": "XXXX-WXX-2", "weekly": "P1W"}),
    ("They met in the first quarter of 2015.", {"the first quarter of 2015": "2015-Q1"}),
    ("It was paid in fiscal year 2016 and FY17.", {"fiscal year 2016": "FY2016", "FY17": "FY2017"}),
    ("The war began in the spring of 2014.", {"the spring of 2014": "2014-SP"}),
    ("It rose last summer.", {"last summer": "2024-SU"}),
    ("It was quiet on New Year's Day and on Christmas Eve.", {
        "New Year's Day": "2025-01-01", "Christmas Eve": "2024-12-24",
    }),
    ("It cost more over the past 30 days.", {"the past 30 days": "P30D"}),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), VALUES)
def test_value(values: Any, text: str, expected: dict[str, str | None]) -> None:
    assert values(text) == expected


NONE = [
    "The army may march and she will spring a surprise.",
    "Theresa May and April Ryan met August Wilson.",
    "Some 2,000 troops and 1500 soldiers lost power in 1500 homes.",
    "He lives on 14th Street, opposite the Sunday Times.",
    "On Super Tuesday, Fat Tuesday and Black Friday it rained.",
    "Call 020 3353 2000 or turn to page 2014.",
    "See https://example.org/2014/03/14/talks and @news2015.",
    "He fell in the fall of the city.",
    "The envoy told CBS This Morning and USA Today so.",
    "The Sun shone and the sat phone rang.",
    "A 14-year-old boy, aged 42, sang.",
    "The Christmas tree fell.",
    "She charges 30 dollars a day.",
]


@pytest.mark.parametrize("text", NONE)
def test_no_date(values: Any, text: str) -> None:
    assert values(text) == {}


def test_a_printed_date_line_is_an_expression(values: Any) -> None:
    assert values("Talks go on\nTuesday, September 22, 2015\nThe talks went on.", None) == {
        "Tuesday, September 22, 2015": "2015-09-22"
    }


def test_absolute_dates_need_no_publication_date(values: Any) -> None:
    text = "On 3 March 2014 he left; in 2015 he came back; he left again on March 4 and last week."
    assert values(text, None) == {"3 March 2014": "2014-03-03", "2015": "2015", "March 4": None, "last week": None}


def test_a_year_of_publication_dates_years_only(values: Any) -> None:
    assert values("He left last year, and last month.", "2025") == {"last year": "2024", "last month": None}


def test_the_story_moves_on_from_the_last_date_told(values: Any) -> None:
    text = "He left on 3 March 2014. Two days later he came back. The next day he fell ill. The following year he died."
    assert values(text) == {
        "3 March 2014": "2014-03-03",
        "Two days later": "2014-03-05",
        "The next day": "2014-03-06",
        "The following year": "2015",
    }


def test_the_story_goes_on_in_the_next_paragraph_only(times: Any) -> None:
    text = "He left on 3 March 2014.\nThe next day it rained.\nAll was well.\nThe next day it snowed."
    assert [t.value for t in times(text)] == ["2014-03-03", "2014-03-04", None]


def test_days_later_is_the_month_when_that_is_sure(values: Any) -> None:
    assert values("The call of 12 February 2025 was followed days later by talks.")["days later"] == "2025-02"
    assert values("The call of 26 February 2025 was followed days later by talks.")["days later"] is None


def test_a_year_told_in_the_sentence_moves_its_dates(values: Any) -> None:
    assert values("In 2014, troops moved in and on March 18 the pact was signed.")["March 18"] == "2014-03-18"
    text = "The leader is due to speak a year after he celebrated his win in a March 17 election."
    assert values(text, "2025-03-17")["March 17"] == "2024-03-17"


def test_a_weekday_picks_the_year(values: Any) -> None:
    assert values("The fair opened on Saturday, May 4.")["Saturday, May 4"] == "2024-05-04"
    assert values("The fair opened on Sunday, May 1.")["Sunday, May 1"] is None


def test_days_known_without_their_year(values: Any) -> None:
    assert values("He spoke of the Sept. 11 attacks.") == {"Sept. 11": "2001-09-11"}
    assert values("He spoke at the Sept. 11 service.", "2024-11-01") == {"Sept. 11": "2024-09-11"}


def test_tomorrow_as_a_noun_is_no_day(values: Any) -> None:
    assert values("They want a better tomorrow.") == {}


def test_the_weekend_is_the_last_one_early_in_a_week(values: Any) -> None:
    assert values("A report from over the weekend has it.", "2025-03-17") == {"the weekend": "2025-W11-WE"}
    assert values("The curfew will go on through the weekend.", "2025-03-17") == {"the weekend": "2025-W12-WE"}


def test_that_afternoon_is_told_within_its_own_paragraph(values: Any) -> None:
    alone = "On Monday they met. He left that afternoon."
    assert values(alone)["that afternoon"] == "2025-03-10TAF"
    apart = "On Monday they met.\n\nShe said she had called him that afternoon."
    assert values(apart)["that afternoon"] is None
