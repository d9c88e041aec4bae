"""What a sentence tells of who did what to whom, when, and whether it happened: three-sentence articles, events expected."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from parley.coder import Coder
from parley.coding.events import EventCoder
from parley.language.actors import find_actors
from parley.language.parse import parse
from parley.language.times import find_times
from parley.records import Article, Block, Event

Code = Callable[[str], tuple[Event, ...]]


@pytest.fixture(scope="session")
def events(coder: Coder) -> Code:
    """The events of a page of Friday 12 September 2031; each line is a paragraph, "# " marks a headline."""
    events_of = EventCoder(coder.codebook)

    def code(text: str) -> tuple[Event, ...]:
        blocks, at = [], 0
        for line in text.split("\n"):
            headline = line.startswith("# ")
            if line.strip():
                blocks.append(Block(at + 2 * headline, at + len(line), "headline" if headline else "body"))
            at += len(line) + 1
        page = Article("a", "a.txt", "a.txt", "0", text, tuple(blocks), text, published="2031-09-12")
        parsed = parse(coder.nlp, [page])[0]
        parsed.times = find_times(parsed.passages, page.published)
        actors = find_actors(parsed, coder.codebook)
        parsed.mentions = actors.mentions
        found = events_of.code(parsed, actors, coder.statements.code(parsed, actors))
        for e in found:
            assert text[e.start : e.end] == e.text
            assert 0 <= e.confidence <= 1
            assert e.rule
        return found

    return code


def told(found: Sequence[Event]) -> list[str]:
    return [" | ".join(str(x) for x in (e.type, e.actor, e.recipient_text, e.date, e.status)) for e in found]


# Type, actor, the recipient's words, date, status.
TOLD = [
    (
        "They will gather in June to mark the 2014 invasion of Chile.",
        ["ASSAULT | None | Chile | 2014 | happened"],
    ),
    ("Norway invaded Chile in February 2029.", ["ASSAULT | Norway | Chile | 2029-02 | happened"]),
    (
        "Norwegian airstrikes on Santiago on Monday damaged a hospital.",
        ["ASSAULT | Norway | Santiago | 2031-09-08 | happened"],
    ),
    ("Norway carried out strikes on Santiago on Sunday.", ["ASSAULT | Norway | Santiago | 2031-09-07 | happened"]),
    (
        "Norwegian forces shelled the port of Iquique on Thursday.",
        ["ASSAULT | Norwegian Forces | the port of Iquique | 2031-09-11 | happened"],
    ),
    ("Santiago was bombed by Norwegian warplanes on Tuesday.", ["ASSAULT | Norway | Santiago | 2031-09-09 | happened"]),
    ("Norway's invasion of Chile surprised the market.", ["ASSAULT | Norway | Chile | None | happened"]),
    (
        "Norwegian troops, who seized the town of Arica on Thursday, dug in.",
        ["ASSAULT | Norway | Arica | 2031-09-11 | happened"],
    ),
    ("Norway launched an attack on Chile last week.", ["ASSAULT | Norway | Chile | 2031-W36 | happened"]),
    ("Norway broke the truce on Sunday.", ["ASSAULT | Norway | the truce | 2031-09-07 | happened"]),
    ("If Norway attacked Chile, the price of copper would rise.", ["ASSAULT | Norway | Chile | None | hypothetical"]),
    ("Norway might attack Chile.", ["ASSAULT | Norway | Chile | None | hypothetical"]),
    ("Norway did not attack the pipeline on Monday.", ["ASSAULT | Norway | the pipeline | 2031-09-08 | denied"]),
    ("Norway denied that it had attacked Chile.", ["ASSAULT | Norway | Chile | None | denied"]),
    ("Norway observed the truce on Sunday.", ["RETREAT | Norway | the truce | 2031-09-07 | happened"]),
    ("Norwegian forces withdrew from Arica on Monday.", ["RETREAT | Norwegian Forces | Arica | 2031-09-08 | happened"]),
    ("Norway declared a ceasefire in Chile on Saturday.", ["CONCEDE | Norway | Chile | 2031-09-06 | happened"]),
    (
        "Norway released 20 Chilean prisoners on Sunday.",
        ["CONCEDE | Norway | 20 Chilean prisoners | 2031-09-07 | happened"],
    ),
    ("Norway lifted the ban on Chilean wine.", ["CONCEDE | Norway | Chilean wine | None | happened"]),
    ("Norway will not lift the ban on Chilean wine.", ["REJECT | Norway | Chilean wine | None | happened"]),
    ("Norway offered to free 12 Chilean sailors.", ["CONCEDE | Norway | 12 Chilean sailors | None | proposed"]),
    ("Norway refused to withdraw its troops from Arica.", ["REJECT | Norway | Arica | None | happened"]),
    (
        "Norway rejected the Chilean proposal on Thursday.",
        ["REJECT | Norway | the Chilean proposal | 2031-09-11 | happened"],
    ),
    ("Norway turned down an invitation from Chile.", ["REJECT | Norway | an invitation from Chile | None | happened"]),
    ("Norway ruled out talks with Chile.", ["REJECT | Norway | talks with Chile | None | happened"]),
    ("Norway cancelled a meeting with Chile on Monday.", ["REJECT | Norway | Chile | 2031-09-08 | happened"]),
    ("Norway accused Chile of stalling.", ["ACCUSE | Norway | Chile | None | happened"]),
    ("Norway condemned the Chilean decision.", ["ACCUSE | Norway | the Chilean decision | None | happened"]),
    ("Norway blamed Chile for the delay.", ["ACCUSE | Norway | Chile | None | happened"]),
    (
        "Norway opened an investigation into a Chilean company.",
        ["ACCUSE | Norway | a Chilean company | None | happened"],
    ),
    ("Norway urged Chile to accept the truce.", ["REQUEST | Norway | Chile | None | happened"]),
    ("Norway demanded that Chile release the children.", ["REQUEST | Norway | Chile | None | happened"]),
    ("Norway demanded guarantees from Chile.", ["REQUEST | Norway | Chile | None | happened"]),
    ("Norway said Chile must stop the attacks.", ["REQUEST | Norway | Chile | None | happened"]),
    ("Norway called on Chile to open the border.", ["REQUEST | Norway | Chile | None | happened"]),
    ("Norway called for a ceasefire in Chile.", ["AGREE | Norway | a ceasefire in Chile | None | happened"]),
    (
        "Norway accepted the Chilean proposal on Tuesday.",
        ["AGREE | Norway | the Chilean proposal | 2031-09-09 | happened"],
    ),
    ("Norway and Chile signed a treaty in Lisbon on Monday.", ["AGREE | Norway | Chile | 2031-09-08 | happened"]),
    ("Norway and Chile agreed to exchange prisoners.", ["AGREE | Norway | Chile | None | happened"]),
    ("Norway is willing to withdraw its troops from Chile.", ["AGREE | Norway | Chile | None | happened"]),
    ("Norway threatened to impose tariffs on Chile.", ["THREATEN | Norway | Chile | None | happened"]),
    ("Norway issued an ultimatum to Chile.", ["THREATEN | Norway | Chile | None | happened"]),
    ("Norway imposed sanctions on Chile on Monday.", ["SANCTION | Norway | Chile | 2031-09-08 | happened"]),
    ("Norway suspended military aid to Chile in March.", ["SANCTION | Norway | Chile | 2031-03 | happened"]),
    (
        "Norway expelled a Chilean diplomat on Wednesday.",
        ["SANCTION | Norway | a Chilean diplomat | 2031-09-10 | happened"],
    ),
    ("Norway sent food to Chile last year.", ["AID | Norway | Chile | 2030 | happened"]),
    ("Norway pledged money for Chile on Sunday.", ["AID | Norway | Chile | 2031-09-07 | planned"]),
    ("Norway has supplied Chile with ammunition.", ["AID | Norway | Chile | None | happened"]),
    ("Norway deployed troops in Chile on Monday.", ["MOBILIZE | Norway | Chile | 2031-09-08 | happened"]),
    (
        "Norwegian police arrested a Chilean journalist on Thursday.",
        ["COERCE | Norwegian Police | a Chilean journalist | 2031-09-11 | happened"],
    ),
    ("Norway trained Chilean pilots last year.", ["COOPERATE | Norway | Chilean pilots | 2030 | happened"]),
    ("Norway shared intelligence with Chile.", ["COOPERATE | Norway | Chile | None | happened"]),
    ("Norway praised the Chilean decision.", ["SUPPORT | Norway | the Chilean decision | None | happened"]),
    ("Norway established diplomatic relations with Chile in May.", ["SUPPORT | Norway | Chile | 2031-05 | happened"]),
    (
        "Workers went on strike in Santiago on Monday.",
        ["PROTEST | anonymous: Workers | Santiago | 2031-09-08 | happened"],
    ),
    (
        "Thousands of students protested against Norway on Saturday.",
        ["PROTEST | anonymous: students | Norway | 2031-09-06 | happened"],
    ),
    (
        "Talks between Norway and Chile in Lisbon last week lasted four hours.",
        ["CONSULT | Norway | Chile | 2031-W36 | happened"],
    ),
    ("Norway held talks with Chile in Lisbon on Thursday.", ["CONSULT | Norway | Chile | 2031-09-11 | happened"]),
    ("Norway and Chile met in Lisbon on Sunday.", ["CONSULT | Norway | Chile | 2031-09-07 | happened"]),
    ("Norway is expected to meet Chile on Tuesday.", ["CONSULT | Norway | Chile | 2031-09-16 | planned"]),
    ("Norway would meet Chile in Lisbon if both agreed.", ["CONSULT | Norway | Chile | None | hypothetical"]),
    ("There are no plans for a meeting between Norway and Chile.", ["CONSULT | Norway | Chile | None | denied"]),
    (
        "The planned meeting between Norway and Chile on Tuesday may be short.",
        ["CONSULT | Norway | Chile | 2031-09-16 | planned"],
    ),
    (
        "Norway proposed talks with Chile in Lisbon.",
        ["REQUEST | Norway | talks with Chile in Lisbon | None | happened"],
    ),
    ("Norway is due to hold talks with Chile on Wednesday.", ["CONSULT | Norway | Chile | 2031-09-17 | planned"]),
    ("Norway said it would meet Chile in October.", ["CONSULT | Norway | Chile | 2031-10 | planned"]),
    (
        "Norway agreed to meet Chile in October.",
        ["AGREE | Norway | Chile | None | happened", "CONSULT | Norway | Chile | 2031-10 | planned"],
    ),
    ("Norway and Chile ended their second meeting on Monday.", ["CONSULT | Norway | Chile | 2031-09-08 | happened"]),
    (
        "The Norwegian government isn't ready to leave Chile.",
        ["REJECT | Norwegian Government | Chile | None | happened"],
    ),
    ("Norway is not willing to meet Chile.", ["CONSULT | Norway | Chile | None | denied"]),
    ("Prisoners were exchanged by Norway and Chile on Sunday.", ["COOPERATE | Norway | Chile | 2031-09-07 | happened"]),
]


@pytest.mark.parametrize(("sentence", "expected"), TOLD)
def test_told(events: Code, sentence: str, expected: list[str]) -> None:
    assert told(events(f"The morning was cold. {sentence} The papers had little to add.")) == expected


@pytest.mark.parametrize(
    "sentence",
    [
        "Norway said the harvest was good.",
        "Norway explained that winters are long.",
        "Norway predicts that prices will rise.",
        "Norway believes that history is on its side.",
        "Norway thinks that the plan is a disaster.",
        "The attack on the problem of prices took years.",
        "Norway met the target on Monday.",
        "Norway declined to comment on Monday.",
        "The path to ending the war is long.",
        "Let those who count the boats count them again.",
        "Norway had breakfast on Monday.",
        "Norway released a report on Monday.",
        "The team attacked in the second half.",
        "The price of copper hit a record on Monday.",
        "The Norwegian plan was met with scorn.",
    ],
)
def test_plain_talk_is_no_event(events: Code, sentence: str) -> None:
    assert told(events(f"The morning was cold. {sentence} The papers had little to add.")) == []


def test_an_event_told_by_its_number(events: Code) -> None:
    found = events(
        "This would be the second call between Norway and Chile. The first, on Aug. 20, was short. Nobody said why."
    )
    assert [e for e in told(found) if "08-20" in e] == ["CONSULT | Norway | Chile | 2031-08-20 | happened"]


def test_a_dateline_is_no_part_of_an_event(events: Code) -> None:
    (talks,) = events(
        "OSTREL, Sept. 14 (LPA) - The leaders of Norway and Chile will speak by telephone on Tuesday, mediator France said on"
        " Friday, in what would be their first direct conversation since the fighting began."
    )
    assert talks.text == "The leaders of Norway and Chile will speak by telephone on Tuesday"


def test_an_event_told_twice_is_one(events: Code) -> None:
    found = events(
        "Norway held talks with Chile in Lisbon on Thursday. It rained all day. "
        "Thursday's meeting between Norway and Chile was short."
    )
    assert told(found) == ["CONSULT | Norway | Chile | 2031-09-11 | happened"]


def test_a_headline_sums_up_the_body(events: Code) -> None:
    found = events("# Norway meets Chile\nNorway met Chile in Lisbon on Thursday. It rained. The talks were short.")
    assert [e.text for e in found] == ["Norway met Chile in Lisbon on Thursday"]
    assert found[0].place == "Lisbon"


def test_what_is_asked_for_is_no_event_of_its_own(events: Code) -> None:
    found = events(
        "The Chilean president urged Norway to release the prisoners and withdraw its troops from Arica. It rained. So it goes."
    )
    assert [e.type for e in found] == ["REQUEST"]


def test_who_says_it_will_not_be_done(events: Code) -> None:
    """One's own refusal is REJECT; what another foretells of one is no event."""
    assert [e.type for e in events("Norway said it would not release the prisoners. It rained. So it goes.")] == [
        "REJECT"
    ]
    assert events("Chile said Norway would not release the prisoners. It rained. So it goes.") == ()


def test_the_speaker_stands_behind_the_pronoun(events: Code) -> None:
    (event,) = events("Norway said it had attacked Chile on Monday. It rained. So it goes.")
    assert (event.actor, event.actor_text, event.recipient_text) == ("Norway", "Norway", "Chile")


def test_the_rule_says_why(events: Code) -> None:
    (event,) = events("Norway imposed sanctions on Chile on Monday. It rained. So it goes.")
    assert event.rule == "SANCTION: imposed + sanctions [verb]"


@settings(max_examples=25, deadline=None, suppress_health_check=list(HealthCheck))
@given(
    st.lists(
        st.sampled_from(
            'Norway Chile attacked talks on Monday , . ; that which and to be will not met with the of a first plan " - :'.split()
        ),
        max_size=40,
    )
)
def test_any_words_give_events_with_their_text(events: Code, words: list[str]) -> None:
    events(" ".join(words))  # the fixture checks spans against the text
