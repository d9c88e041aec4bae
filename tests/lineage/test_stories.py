from __future__ import annotations

from lights import Light

from parley.lineage import trace
from parley.lineage.theme import theme_of

BRIDGE = """The old bridge at Vellmar collapsed into the Ister on Monday morning, minutes after the school bus had crossed.
Nobody was hurt. Engineer Tomas Reek said the pillars had been undermined by the flood of last spring."""
BRIDGE_TOO = """Vellmar's bridge over the Ister is gone. It fell into the river early on Monday; the school bus to Orrin had
just passed. According to Tomas Reek, an engineer, last year's flood had washed out two pillars."""
PRIZE = """The poet Salome Varga has been given the Corvin Prize for a book about her grandmother's orchard. The jury in
Pesterzel praised its plainness. Varga, 71, said she would spend the money on trees."""
PRIZE_TOO = """Salome Varga, whose orchard poems were turned down by four publishers, won the Corvin Prize on Tuesday. She was
told in Pesterzel by the jury. At 71 she is the oldest winner. She means to plant trees."""


def stories(*articles: Light) -> set[frozenset[str]]:
    groups: dict[str | None, set[str]] = {}
    for row in trace(articles):
        groups.setdefault(row.story, set()).add(row.article)
    return {frozenset(g) for g in groups.values()}


def test_reports_of_one_happening_are_one_story():
    articles = Light("a", BRIDGE), Light("b", PRIZE), Light("c", BRIDGE_TOO), Light("d", PRIZE_TOO)
    assert stories(*articles) == {frozenset("ac"), frozenset("bd")}


def test_what_lies_a_week_apart_is_another_story_and_an_undated_report_joins_either():
    one, other = Light("a", BRIDGE, "2031-05-05"), Light("b", BRIDGE_TOO, "2031-05-12")
    assert stories(one, other) == {frozenset("a"), frozenset("b")}
    assert stories(one, Light("b", BRIDGE_TOO)) == {frozenset("ab")}
    assert stories(one, Light("b", BRIDGE_TOO, "2031-05-06")) == {frozenset("ab")}


def test_a_month_is_no_day():
    assert stories(Light("a", BRIDGE, "2031-05"), Light("b", BRIDGE_TOO, "2031-09-12")) == {frozenset("ab")}


def test_a_story_is_named_for_its_first_report():
    rows = trace([Light("z", BRIDGE, "2031-05-05"), Light("a", BRIDGE_TOO, "2031-05-06")])
    assert {row.story for row in rows} == {"z"}


def test_a_copy_is_in_the_story_of_its_origin():
    rows = trace([Light("a", BRIDGE), Light("b", BRIDGE_TOO), Light("c", BRIDGE.upper())])
    assert len({row.story for row in rows}) == 1


def test_articles_without_words_are_stories_of_their_own():
    assert stories(Light("a", ""), Light("b", " ")) == {frozenset("a"), frozenset("b")}


DAYS = """Tariffs kept Maren Oxvold of Norvane and Lucan Preyde of Sarvia at the table in Kestmoor until midnight over oats.
Prisoners came home to Norvane in two buses as Oxvold and Preyde watched from the Kestmoor town hall; Sarvia freed nine.
A drowned buoy, said Preyde in Kestmoor, proves that Norvane dredges at night, and Oxvold laughed at Sarvia's divers.
Lighthouse keepers struck for pay, and neither Oxvold nor Preyde could land; Sarvia and Norvane met by radio from Kestmoor.
Insurers want a war premium, Norvane's Oxvold told Kestmoor's merchants, and Sarvia's Preyde blamed the brokers.
Herring quotas were cut by a third in Kestmoor, to the grief of skippers whom Oxvold and Preyde call Sarvia's and Norvane's best.
Customs seized a cello that Preyde meant as a present to Oxvold, and Norvane begged Sarvia's pardon at the Kestmoor pier.
Pilots failed an eye test in Kestmoor; Norvane grounded six of them, and Preyde asked Oxvold who steers Sarvia's tankers now."""


def test_what_every_article_of_a_ledger_names_tells_no_happening():
    """Eight notes from one negotiation, each about a day's business of its own; what all share is the parties' names."""
    notes = [Light(f"{n}", line, "2031-05-05") for n, line in enumerate(DAYS.splitlines())]
    assert len(stories(*notes)) == len(notes)
    assert len(stories(*notes[:3])) == 1


def test_the_theme_of_few_articles_is_empty():
    assert theme_of([]) == {}
