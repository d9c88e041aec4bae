"""Three-sentence articles and the positions a reader finds in them."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from parley.records import Position

Code = Callable[..., tuple[Position, ...]]

# (what it shows, the article, (party, issue, stance, voice, conditions) of each position)
CONSTRUCTIONS = [
    (
        "an inverted condition behind a subject that the parser misplaces",
        "The envoys flew home. Norway’s Prime Minister spoke of this plan as a “league of the ready” aimed at stopping new"
        " Chilean attacks should a ceasefire be signed. Nobody else spoke.",
        [],
    ),
    (
        "accepting",
        "Envoys met in Doha on Monday. Armenia accepted the ceasefire. The weather was fine.",
        [("Armenia", "ceasefire", "support", "narrated", ())],
    ),
    (
        "rejecting",
        "Envoys met in Doha on Monday. Armenia rejected the ceasefire. The weather was fine.",
        [("Armenia", "ceasefire", "oppose", "own", ())],
    ),
    (
        "a deal about it",
        "The envoys flew home. Armenia has approved a ceasefire deal after long debates. Nobody else spoke.",
        [("Armenia", "ceasefire", "support", "narrated", ())],
    ),
    (
        "negation turns acceptance",
        "The envoys flew home. Armenia will not accept a truce. Nobody else spoke.",
        [("Armenia", "ceasefire", "oppose", "narrated", ())],
    ),
    (
        "refusing to accept",
        "The envoys flew home. Armenia refused to accept a truce. Nobody else spoke.",
        [("Armenia", "ceasefire", "oppose", "own", ())],
    ),
    (
        "never",
        "The envoys flew home. “Armenia will never cede territory,” Armenian Foreign Minister Ararat Mirzoyan said. Nobody else spoke.",
        [("Armenia", "territory", "oppose", "own", ())],
    ),
    (
        "no longer insisting is not the other side",
        "The envoys flew home. Armenia no longer insists on sanctions. Nobody else spoke.",
        [],
    ),
    (
        "own words through a pronoun",
        "Azerbaijan spoke on Sunday. It said it was ready to accept a truce. Nobody else did.",
        [("Azerbaijan", "ceasefire", "support", "own", ())],
    ),
    (
        "ascribed",
        "The envoys flew home. Armenia said that Azerbaijan does not want a ceasefire. Baku was silent.",
        [("Azerbaijan", "ceasefire", "oppose", "ascribed", ())],
    ),
    (
        "press for another to agree",
        "The envoys flew home. Turkey is pressing for Armenia to agree to a truce. Nobody else spoke.",
        [("Turkey", "ceasefire", "support", "own", ())],
    ),
    (
        "urge another to accept",
        "The envoys flew home. Turkey urged Armenia to accept a truce. Nobody else spoke.",
        [("Turkey", "ceasefire", "support", "own", ())],
    ),
    (
        "two who urge",
        "The envoys flew home. Egypt and Qatar urged both sides to accept the truce. Nobody else spoke.",
        [("Egypt", "ceasefire", "support", "own", ()), ("Qatar", "ceasefire", "support", "narrated", ())],
    ),
    (
        "a demand on another",
        "The envoys flew home. Russia demanded that Ukraine become a neutral state. Nobody else spoke.",
        [("Russia", "alignment", "support", "own", ())],
    ),
    (
        "several demands in one",
        "The envoys flew home. Russia demanded that Ukraine become neutral, cede territory and reduce its army. Nobody else spoke.",
        [
            ("Russia", "alignment", "support", "own", ()),
            ("Russia", "force-limits", "support", "own", ()),
            ("Russia", "territory", "support", "own", ()),
        ],
    ),
    (
        "abandoning what is against",
        "The envoys flew home. Russia demanded that Ukraine abandon its bid to join NATO. Nobody else spoke.",
        [("Russia", "alignment", "support", "own", ())],
    ),
    (
        "ruled out",
        "The envoys flew home. Russia ruled out any deployment of foreign troops. Nobody else spoke.",
        [("Russia", "foreign-troops", "oppose", "own", ())],
    ),
    (
        "ruled out doing",
        "The envoys flew home. Ukraine ruled out giving up land. Nobody else spoke.",
        [("Ukraine", "territory", "oppose", "own", ())],
    ),
    (
        "lift turns sanctions",
        "The envoys flew home. Iran called for sanctions to be lifted. Nobody else spoke.",
        [("Iran", "sanctions", "oppose", "narrated", ())],
    ),
    (
        "demand to lift",
        "The envoys flew home. Iran demanded that the United States lift sanctions. Nobody else spoke.",
        [("Iran", "sanctions", "oppose", "own", ())],
    ),
    (
        "will not lift",
        "The envoys flew home. France said it would not lift sanctions. Nobody else spoke.",
        [("France", "sanctions", "support", "own", ())],
    ),
    (
        "an end to",
        "The envoys flew home. Iran called for an end to arms deliveries. Nobody else spoke.",
        [("Iran", "arms", "oppose", "own", ())],
    ),
    (
        "act: imposed",
        "The envoys flew home. The European Union imposed new sanctions on Belarus. Nobody else spoke.",
        [("European Union", "sanctions", "support", "narrated", ())],
    ),
    (
        "act: suspended",
        "The envoys flew home. Germany suspended arms deliveries to Turkey. Nobody else spoke.",
        [("Germany", "arms", "oppose", "narrated", ())],
    ),
    (
        "act: agreed to supply",
        "The envoys flew home. Poland agreed to supply weapons to Ukraine. Nobody else spoke.",
        [("Poland", "arms", "support", "narrated", ())],
    ),
    (
        "act: restore ties",
        "The envoys flew home. Iran and Saudi Arabia agreed to restore diplomatic relations. Nobody else spoke.",
        [("Iran", "relations", "support", "narrated", ()), ("Saudi Arabia", "relations", "support", "narrated", ())],
    ),
    (
        "without turns",
        "The envoys flew home. Armenia wants a deal without sanctions. Nobody else spoke.",
        [("Armenia", "sanctions", "oppose", "narrated", ())],
    ),
    (
        "against",
        "The envoys flew home. Hungary is against sending troops to Ukraine. Nobody else spoke.",
        [("Hungary", "foreign-troops", "oppose", "narrated", ())],
    ),
    (
        "voted against",
        "The envoys flew home. Hungary voted against sanctions. Nobody else spoke.",
        [("Hungary", "sanctions", "oppose", "narrated", ())],
    ),
    (
        "opposition as a noun",
        "The envoys flew home. China reiterated its opposition to sanctions. Nobody else spoke.",
        [("China", "sanctions", "oppose", "own", ())],
    ),
    (
        "support as a noun",
        "The envoys flew home. China expressed support for a ceasefire. Nobody else spoke.",
        [("China", "ceasefire", "support", "own", ())],
    ),
    (
        "need as a noun",
        "The envoys flew home. Ukraine stressed the need for security guarantees. Nobody else spoke.",
        [("Ukraine", "guarantees", "support", "own", ())],
    ),
    (
        "a noun with its owner",
        "The envoys flew home. Azerbaijan was angered by Armenia’s demand for peacekeepers. Nobody else spoke.",
        [("Armenia", "foreign-troops", "support", "narrated", ())],
    ),
    (
        "if makes it conditional",
        "The envoys flew home. France is ready to send peacekeepers if a truce holds. Nobody else spoke.",
        [("France", "foreign-troops", "conditional", "narrated", ("if a truce holds",))],
    ),
    (
        "if first",
        "The envoys flew home. If the talks fail, France will impose sanctions on Belarus. Nobody else spoke.",
        [("France", "sanctions", "conditional", "narrated", ("If the talks fail",))],
    ),
    (
        "only if",
        "The envoys flew home. Armenia said it would accept a truce only if Azerbaijan pulled back. Nobody else spoke.",
        [("Armenia", "ceasefire", "conditional", "own", ("only if Azerbaijan pulled back",))],
    ),
    (
        "unless",
        "The envoys flew home. Armenia will not accept a truce unless Azerbaijan pulls back. Nobody else spoke.",
        [("Armenia", "ceasefire", "conditional", "narrated", ("unless Azerbaijan pulls back",))],
    ),
    (
        "until",
        "The envoys flew home. Sudan said it would not agree to a truce until the rebels left Khartoum. Nobody else spoke.",
        [("Sudan", "ceasefire", "conditional", "own", ("until the rebels left Khartoum",))],
    ),
    (
        "in exchange for",
        "The envoys flew home. Iran offered to release the hostages in exchange for money. Nobody else spoke.",
        [("Iran", "prisoners", "conditional", "own", ("in exchange for money",))],
    ),
    (
        "provided that",
        "The envoys flew home. Armenia agreed to a truce, provided that Azerbaijan pulls back. Nobody else spoke.",
        [("Armenia", "ceasefire", "conditional", "own", ("provided that Azerbaijan pulls back",))],
    ),
    (
        "as long as",
        "The envoys flew home. Russia said a ceasefire was impossible as long as the shelling went on. Nobody else spoke.",
        [("Russia", "ceasefire", "conditional", "own", ("as long as the shelling went on",))],
    ),
    (
        "without a guarantee",
        "The envoys flew home. “We cannot sign a truce without guarantees,” Armenia’s foreign minister said. Nobody else spoke.",
        [("Armenia", "ceasefire", "conditional", "own", ("without guarantees",))],
    ),
    (
        "in principle",
        "The envoys flew home. Armenia agreed in principle to a truce. Nobody else spoke.",
        [("Armenia", "ceasefire", "conditional", "narrated", ("in principle",))],
    ),
    (
        "conditions beside it",
        "The envoys flew home. Armenia welcomed a truce but insisted on a number of conditions. Nobody else spoke.",
        [
            ("Armenia", "ceasefire", "conditional", "own", ("a number of conditions",)),
            ("Armenia", "terms", "oppose", "own", ()),
        ],
    ),
    (
        "conditions in the next sentence",
        "The envoys flew home. Armenia said it was willing to accept a truce. It insisted on conditions.",
        [("Armenia", "ceasefire", "conditional", "own", ("conditions",)), ("Armenia", "terms", "oppose", "own", ())],
    ),
    (
        "unconditional",
        "The envoys flew home. Britain insisted that any truce must be unconditional. Nobody else spoke.",
        [("United Kingdom", "terms", "support", "own", ())],
    ),
    (
        "must for another",
        "The envoys flew home. Britain said sanctions must stay in place. Nobody else spoke.",
        [("United Kingdom", "sanctions", "support", "own", ())],
    ),
    (
        "unacceptable",
        "The envoys flew home. Russia said foreign troops would be unacceptable. Nobody else spoke.",
        [("Russia", "foreign-troops", "oppose", "own", ())],
    ),
    (
        "the right step",
        "The envoys flew home. Russia acknowledged that a ceasefire was the right step. Nobody else spoke.",
        [("Russia", "ceasefire", "support", "own", ())],
    ),
    (
        "no X may",
        "The envoys flew home. Sudan said that no peacekeepers may enter the country. Nobody else spoke.",
        [("Sudan", "foreign-troops", "oppose", "own", ())],
    ),
    (
        "there will be no",
        "The envoys flew home. “There will be no ceasefire,” Sudan’s foreign minister said. Nobody else spoke.",
        [("Sudan", "ceasefire", "oppose", "own", ())],
    ),
    (
        "passive with agent",
        "The envoys flew home. The ceasefire was rejected by Sudan. Nobody else spoke.",
        [("Sudan", "ceasefire", "oppose", "own", ())],
    ),
    (
        "relative clause",
        "The envoys flew home. The ceasefire, which Sudan has rejected, begins on Monday. Nobody else spoke.",
        [("Sudan", "ceasefire", "oppose", "own", ())],
    ),
    (
        "proposed by",
        "The envoys flew home. The ceasefire proposed by Turkey begins on Monday. Nobody else spoke.",
        [("Turkey", "ceasefire", "support", "narrated", ())],
    ),
    (
        "first person",
        "The envoys flew home. “We support a ceasefire,” Armenian Foreign Minister Ararat Mirzoyan said. Nobody else spoke.",
        [("Armenia", "ceasefire", "support", "own", ())],
    ),
    (
        "our government",
        "The envoys flew home. “Our government wants a ceasefire,” Armenian Foreign Minister Ararat Mirzoyan said. Nobody else spoke.",
        [("Armenia", "ceasefire", "support", "own", ())],
    ),
    (
        "a member for its bloc",
        "NATO met in Madrid. Spain said that all member states supported the ceasefire. Nobody else spoke.",
        [("NATO", "ceasefire", "support", "own", ())],
    ),
    (
        "hint with might",
        "The envoys flew home. Iran hinted that it might release the hostages. Nobody else spoke.",
        [("Iran", "prisoners", "conditional", "own", ())],
    ),
    (
        "plan without naming it again",
        "Turkey put forward a plan for a truce. Armenia accepted the plan on Tuesday. Nobody else spoke.",
        [("Turkey", "ceasefire", "support", "narrated", ()), ("Armenia", "ceasefire", "support", "narrated", ())],
    ),
    (
        "a short answer",
        "Turkey put forward a plan for a truce. Azerbaijan said it agreed in principle. Nobody else spoke.",
        [
            ("Turkey", "ceasefire", "support", "narrated", ()),
            ("Azerbaijan", "ceasefire", "conditional", "own", ("in principle",)),
        ],
    ),
    (
        "no plans to",
        "The envoys flew home. Spain said it had no plans to send soldiers. Nobody else spoke.",
        [("Spain", "foreign-troops", "oppose", "own", ())],
    ),
    (
        "vetoing a call",
        "The envoys flew home. China vetoed a resolution calling for a ceasefire. Nobody else spoke.",
        [("China", "ceasefire", "oppose", "narrated", ())],
    ),
    (
        "question",
        "The envoys flew home. Will Armenia accept a ceasefire? Nobody knows.",
        [],
    ),
    (
        "hypothesis",
        "The envoys flew home. If Armenia accepts a ceasefire, the guns will fall silent. Nobody knows.",
        [],
    ),
    (
        "should inversion",
        "The envoys flew home. Turkey said it would be pleased should Armenia accept a ceasefire. Nobody knows.",
        [],
    ),
    (
        "violation takes no side",
        "The ceasefire collapsed after two days. Armenia violated the ceasefire, Azerbaijan said. Nobody else spoke.",
        [],
    ),
    (
        "talk takes no side",
        "The envoys flew home. Armenia and Azerbaijan discussed a ceasefire in Doha. Nobody else spoke.",
        [],
    ),
    (
        "history takes no side",
        "The envoys flew home. Russia marked the 2014 annexation of Crimea. Nobody else spoke.",
        [],
    ),
    (
        "may takes no side",
        "The envoys flew home. Armenia may accept a ceasefire, analysts believe. Nobody else spoke.",
        [],
    ),
    (
        "yet to answer",
        "The envoys flew home. Armenia has yet to accept the ceasefire. Nobody else spoke.",
        [],
    ),
    (
        "working conditions are no terms",
        "The envoys flew home. Armenia wants better working conditions for miners. Nobody else spoke.",
        [],
    ),
    (
        "after a truce",
        "The envoys flew home. Armenia wants elections after a ceasefire. Nobody else spoke.",
        [],
    ),
    (
        "despite sanctions",
        "The envoys flew home. Iran wants trade despite sanctions. Nobody else spoke.",
        [],
    ),
    (
        "whether",
        "The envoys flew home. Armenia will decide whether to accept a ceasefire. Nobody else spoke.",
        [],
    ),
]


@pytest.mark.parametrize(("shows", "text", "expected"), CONSTRUCTIONS, ids=[c[0] for c in CONSTRUCTIONS])
def test_constructions(
    positions: Code, shows: str, text: str, expected: list[tuple[str, str, str, str, tuple[str, ...]]]
) -> None:
    found = [(r.actor, r.issue, r.stance, r.voice, r.conditions) for r in positions(text)]
    assert found == expected, shows
