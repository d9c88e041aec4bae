"""Bylines, datelines, credits and dates in their forms."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from parley.reading.byline import read_byline, read_foot
from parley.reading.credit import copyright_holder, credit_anew, credit_in, spelled_out
from parley.reading.dateline import read_dateline
from parley.reading.dates_printed import find_date, find_month_day, parse_date


@pytest.mark.parametrize(
    ("line", "names", "agency"),
    [
        ("By Jane Doe and John Q. Smith", ("Jane Doe", "John Q. Smith"), None),
        ("By JANE DOE", ("Jane Doe",), None),
        ("By Jane Doe, Associated Press", ("Jane Doe",), "Associated Press"),
        ("Jane Doe, Bloomberg News on", ("Jane Doe",), "Bloomberg News"),
        ("Jane Doe | March 14, 2025", ("Jane Doe",), None),
        ("Jane Doe, Diplomatic editor", ("Jane Doe",), None),
        ("Jane Doe @janedoe / 2 days", ("Jane Doe",), None),
        ("By Jane Doe - Example Contributor 14 March 2025", ("Jane Doe",), None),
        ("14/11/2024 by Jane Doe", ("Jane Doe",), None),
        ("Posted by Jane Doe on March 14, 2025", ("Jane Doe",), None),
        ("Par Élise Dupont avec AFP", ("Élise Dupont",), "AFP"),
        ("Von Anna Müller, Berlin", ("Anna Müller",), None),
        ("Автор: Иван Петров", ("Иван Петров",), None),
        ("By Ursula von der Leyen", ("Ursula von der Leyen",), None),
        ("By Reuters Staff", (), "Reuters"),
        ("PTI, Geneva,", (), "PTI"),
        ("by Jane Doe (NWA)", ("Jane Doe",), "NWA"),
        ("By Jane Doe (Reuters)", ("Jane Doe",), "Reuters"),
        ("By Jane Doe for the Example Courier", ("Jane Doe",), None),
        ("By Jane Doe, AP National Political Writer", ("Jane Doe",), "Associated Press"),
        ("Jane Doe and agencies", ("Jane Doe",), None),
        ("By Jane Doe BBC News, Geneva", ("Jane Doe",), "BBC News"),
        ("**By Jane Doe**", ("Jane Doe",), None),
        ("Author: Jane Doe", ("Jane Doe",), None),
        ("Von Anna Müller publiziert am 14. März 2025", ("Anna Müller",), None),
        ("Von unserem Korrespondenten Jan Müller", ("Jan Müller",), None),
    ],
)
def test_bylines(line: str, names: tuple[str, ...], agency: str | None) -> None:
    found = read_byline(line)
    assert found is not None
    assert (found.names, found.agency) == (names, agency)


def test_a_byline_tells_where_its_writers_were() -> None:
    found = read_byline("By Jane Doe in Kyiv and Peter O'Neil in Moscow")
    assert found is not None
    assert (found.names, found.places) == (("Jane Doe", "Peter O'Neil"), ("Kyiv", "Moscow"))


@pytest.mark.parametrize(
    "line",
    ["By Friday the talks had failed", "Ukraine, Russia and the US", "Share this article", "By Staff Writer", "World"],
)
def test_lines_that_are_no_bylines(line: str) -> None:
    assert read_byline(line) is None


def test_a_place_may_stand_behind_the_date() -> None:
    found = read_byline("Jane Doe | 14 March 2025 | Geneva")
    assert found is not None
    assert (found.names, found.places) == (("Jane Doe",), ("Geneva",))


def test_writers_named_at_the_foot() -> None:
    assert read_foot("Write to Jane Doe at jane@example.org and Bob Roe at bob@example.org") == ("Jane Doe", "Bob Roe")
    assert read_foot("Jane Doe may be reached at jane@example.org.") == ("Jane Doe",)
    assert read_foot("The talks go on, he said.") == ()


@pytest.mark.parametrize(
    ("opening", "places", "agency"),
    [
        ("KYIV, Ukraine (AP) — Russia said", ("Kyiv",), "Associated Press"),
        ("AMMAN: The prime minister said", ("Amman",), None),
        ("LONDON/BRUSSELS, March 14 (Reuters) - The", ("London", "Brussels"), "Reuters"),
        ("MOSCOW, March 14. /TASS/. The Kremlin", ("Moscow",), "TASS"),
        ("Moscow — The Kremlin said", ("Moscow",), None),
        ("Taipei, Taiwan — The festival", ("Taipei",), None),
        ("KYIV, UKRAINE - Russian forces", ("Kyiv",), None),
        ("BRUSSELS, LONDON — The ministers", ("Brussels", "London"), None),
        ("St. Petersburg, Russia — A court", ("St. Petersburg",), None),
        ("(Reuters) - Russia said", (), "Reuters"),
        ("Hong Kong (CNN)The talks", ("Hong Kong",), "CNN"),
        ("OSTREL, Sept. 14 (LPA) - The leaders", ("Ostrel",), "LPA"),
        ("SANTA FE, N.M. (AP) — A cat", ("Santa Fe",), "Associated Press"),
    ],
)
def test_datelines(opening: str, places: tuple[str, ...], agency: str | None) -> None:
    found = read_dateline(opening)
    assert found is not None
    assert (found.places, found.agency) == (places, agency)


@pytest.mark.parametrize(
    "opening",
    ["Putin: We want peace", "However — The talks", "NATO: The alliance", "The talks (which failed) - The", "EU — The"],
)
def test_openings_that_are_no_datelines(opening: str) -> None:
    assert read_dateline(opening) is None


@pytest.mark.parametrize(
    ("line", "credit"),
    [
        ("© 2024 Bloomberg L.P. Distributed by Tribune Content Agency", "Bloomberg News"),
        ("— Reuters", "Reuters"),
        ("Source: TASS", "TASS"),
        ("This article was originally published by The Guardian.", "The Guardian"),
        ("With inputs from PTI", "PTI"),
        ("© 2025 Example Daily", None),
        ("The talks will go on, according to Reuters.", None),
    ],
)
def test_credits(line: str, credit: str | None) -> None:
    assert credit_in(line) == credit


@pytest.mark.parametrize(
    ("line", "source"),
    [
        ("Republished from the Northern Wire Agency under licence.", "Northern Wire Agency"),
        ("This article first appeared in the Harbour Chronicle.", "Harbour Chronicle"),
        ("First published on March 14, 2025", None),
        ("He first appeared in public on Friday.", None),
    ],
)
def test_a_source_that_is_named_outright(line: str, source: str | None) -> None:
    assert credit_anew(line) == source


def test_letters_are_spelled_out_where_the_page_does() -> None:
    lines = ["NWA | Northern Wire Agency", "Voice of the Littoral"]
    assert spelled_out("NWA", lines) == "Northern Wire Agency"
    assert spelled_out("VL", lines) == "Voice of the Littoral"
    assert spelled_out("XYZ", lines) == "XYZ"


def test_the_holder_of_a_copyright() -> None:
    assert copyright_holder("Copyright © 2025 Kyiv Herald Media Ltd. All rights reserved") == "Kyiv Herald Media"
    assert copyright_holder("© All rights reserved") is None
    assert copyright_holder("Copyright 2025. Harbour Examiner. All Rights Reserved.") == "Harbour Examiner"
    assert copyright_holder("© Copyright 2025, The Harbour Review | Terms") == "The Harbour Review"
    assert copyright_holder("© El Diario del Puerto 2025") == "El Diario del Puerto"


@pytest.mark.parametrize(
    "line",
    [
        "14 March 2025", "March 14, 2025", "Mar. 14, 2025", "14. März 2025", "14 de marzo de 2025", "le 14 mars 2025",
        "14 марта 2025 г.", "14 березня 2025", "14 marca 2025", "2025年3月14日", "Friday, 14th March 2025", "14/03/2025",
        "03/14/2025", "14.3.2025", "2025-03-14T10:00:00Z", "14 مارس 2025", "Fri Mar 14 2025", "Mar 14 20257:05 AM",
        "MARCH 14, 2025", "03/14/25 06:56 AM EST", "14.03.25, 18:04 Uhr", "١٤ مارس ٢٠٢٥",
    ],
)  # fmt: skip
def test_dates_as_pages_print_them(line: str) -> None:
    assert parse_date(line) == "2025-03-14"


@pytest.mark.parametrize(
    "line", ["3/4/2025", "03/14/25", "Published 3 hours ago", "31 February 2025", "March 2025", "14 Foo 2025"]
)
def test_dates_that_stay_unknown(line: str) -> None:
    assert parse_date(line) is None


@given(
    st.dates(date(1900, 1, 1), date(2100, 12, 31)), st.sampled_from(["%d %B %Y", "%B %d, %Y", "%Y-%m-%d", "%d.%m.%Y"])
)
def test_every_day_printed_in_full_is_read_back(day: date, form: str) -> None:
    line = f"Published {day.strftime(form)}, 10:00"
    found = find_date(line)
    assert found is not None
    assert found.iso == day.isoformat()
    assert line[found.start : found.end] == day.strftime(form)


@given(st.text(max_size=300))
def test_no_line_upsets_the_readers_of_mastheads(line: str) -> None:
    read_byline(line)
    read_foot(line)
    read_dateline(line)
    credit_in(line)
    credit_anew(line)
    spelled_out("ABC", [line])
    copyright_holder(line)
    find_month_day(line)
    parse_date(line)
