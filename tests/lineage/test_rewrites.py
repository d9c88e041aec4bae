from __future__ import annotations

import os
from pathlib import Path

import pytest
from lights import Light

from parley.lineage import trace
from parley.reading.article import read_article
from parley.reading.walk import iter_pages
from parley.records import Article, Page
from parley.settings import Settings

ROOT = Path(__file__).resolve().parents[2]
STORIES = ROOT.parent / "shared" / "dev" / "stories"

REPORT = """Norvane will reopen the canal at Kestmoor on 14 June, Transport Minister Odile Farrant told parliament in Brask.

"The gates are mended and the pilots are back," Ms Farrant said. She thanked the engineers of Tolland & Sons, who had
worked for 212 days, and the mayor of Kestmoor, Henrik Alsted, for "a patience I would not have had".

Sarvia's ambassador, Lucan Preyde, called the date "a promise we will hold them to". His government had lost 40 million
crowns in tolls, he said, and expected Norvane to pay a part of it.

Ivo Strand of the Bargemen's League said that 31 vessels were waiting at Dunmere. "We will believe it when we float," he
told the Brask Gazette."""

REWRITTEN = """The Kestmoor waterway is set to open again on 14 June, according to Norvane's Odile Farrant, who heads the transport
ministry.

Speaking to lawmakers in Brask, Farrant declared that "the gates are mended and the pilots are back". She expressed her
gratitude to the builders from Tolland & Sons for their 212 days of labour, and praised Mayor Henrik Alsted of Kestmoor,
who showed "a patience I would not have had".

The envoy of Sarvia, Lucan Preyde, reacted by calling it "a promise we will hold them to", adding that the closure had
cost his country 40 million crowns.

Ivo Strand, speaking for the Bargemen's League, noted that 31 boats are still in line at Dunmere."""

INDEPENDENT = """Bargemen at Dunmere lit a bonfire on Monday night when word came from Brask that the canal would open.

Odile Farrant, the transport minister, gave 14 June as the day. Few here have forgotten the last such day, in March. "We
will believe it when we float," said Ivo Strand, whose own boat has lain at the quay since the Kestmoor gates cracked.

The queue now reaches Ellmark bridge. Petra Quill, who sells coffee to the crews, counted 31 vessels before breakfast.
Norvane pays each of them 90 crowns a day, and Sarvia pays nothing."""


def kinds(*articles: Light) -> dict[str, tuple[str | None, str | None]]:
    return {row.article: (row.copy_of, row.copy_kind) for row in trace(articles)}


def test_the_same_reporting_in_other_words_is_a_rewrite_of_the_earlier():
    assert kinds(Light("a", REPORT, "2031-06-02"), Light("b", REWRITTEN, "2031-06-03"))["b"] == ("a", "rewrite")
    assert kinds(Light("a", REPORT, "2031-06-03"), Light("b", REWRITTEN, "2031-06-02"))["a"] == ("b", "rewrite")


def test_of_undated_ones_the_longer_is_the_origin():
    shorter = REWRITTEN[: REWRITTEN.index("Ivo Strand")]
    assert kinds(Light("z", REPORT), Light("b", shorter))["b"] == ("z", "rewrite")


def test_a_reporter_who_was_there_as_well_is_an_origin():
    got = kinds(Light("a", REPORT, "2031-06-02"), Light("b", INDEPENDENT, "2031-06-02"))
    assert got == {"a": (None, None), "b": (None, None)}


def test_a_credit_that_names_the_outlet_ties_a_freer_rewrite_to_it():
    freer = (
        INDEPENDENT + "\n\nLucan Preyde of Sarvia spoke of 40 million crowns. The Tolland engineers went home to Brask."
    )
    report = Light("a", REPORT, "2031-06-02", outlet="The Brask Gazette")
    assert kinds(report, Light("b", freer, "2031-06-02"))["b"] == (None, None)
    assert kinds(report, Light("b", freer, "2031-06-02", credit="Brask Gazette"))["b"] == ("a", "rewrite")


def test_a_month_later_the_same_names_are_another_report():
    assert kinds(Light("a", REPORT, "2031-06-02"), Light("b", REWRITTEN, "2031-07-03"))["b"] == (None, None)


def read(folder: Path) -> list[Article]:
    pages = (p for p in iter_pages([str(folder)], Settings(), None) if isinstance(p, Page))
    return [a for a in (read_article(p, Settings()) for p in pages) if isinstance(a, Article)]


def test_the_copy_and_the_rewrite_of_the_example_are_found_and_nothing_else():
    articles = read(ROOT / "examples" / "strait-talks" / "pages")
    name = {a.id: os.path.basename(a.source) for a in articles}
    found = {(name[r.article], name[r.origin], r.copy_kind) for r in trace(articles) if r.copy_of}
    assert found == {
        ("quayside-pick-up-the-phone.txt", "lpa-leaders-call.txt", "near"),
        ("merrownow-truce.txt", "courier-truce-accepted.txt", "rewrite"),
    }


@pytest.mark.dev
@pytest.mark.skipif(not STORIES.exists(), reason="the annotated stories are not beside the repository")
def test_independent_reports_of_one_happening_are_seldom_called_rewrites_and_never_copies():
    found = [r.copy_kind for r in trace(read(STORIES / "texts")) if r.copy_of]
    assert set(found) <= {"rewrite"}
    assert len(found) <= 4  # of 373 pairs of reports of one happening: 2 per cent would be 7
