"""Which date dates a verb, published on Friday, 14 March 2025."""

from __future__ import annotations

from typing import Any

import pytest

from parley.language.times import TimeIndex, time_of


def dated(times: Any, passages: Any, text: str, verb: str, content: str | None) -> str | None:
    """The words of the date that `time_of` gives the verb; `content` is what the statement says."""
    [passage] = passages(text)
    exclude = [(text.index(content), text.index(content) + len(content))] if content else []
    found = time_of(passage, passage.words.index(verb), times(text), exclude)
    return found.text if found else None


ATTACHED = [
    ("The talks are set for Tuesday, the spokesman told reporters on Monday.", "told",
     "The talks are set for Tuesday", "Monday"),
    ("The minister said Tuesday that the plan had failed.", "said", "that the plan had failed", "Tuesday"),
    ("The envoy, speaking on Sunday, said the deal was close.", "said", "the deal was close", "Sunday"),
    ("Speaking to parliament on Tuesday, the premier vowed to fight.", "vowed", "to fight", "Tuesday"),
    ("The president promised help in a Thursday speech.", "promised", None, "Thursday"),
    ('"We are ready," he said in a televised address late on Tuesday.', "said", "We are ready,", "late on Tuesday"),
    ("Yesterday the army warned that the bridge would fall.", "warned", "that the bridge would fall", "Yesterday"),
    ("In a statement issued on Monday, the ministry said the truce held.", "said", "the truce held", "Monday"),
    ("A statement published on Monday said the truce held.", "said", "the truce held", "Monday"),
    ("She told reporters before a meeting of ministers in Geneva on Monday that peace was far off.", "told",
     "that peace was far off", "Monday"),
    ("On Friday, the minister continued his criticism, stating online that the other side had no plan.", "stating",
     "that the other side had no plan", "Friday"),
    ("The leader announced the call to reporters aboard his plane on Sunday, saying there was a chance.", "saying",
     "there was a chance", "Sunday"),
    ("On Thursday, the premier acknowledged the losses but insisted the army would hold.", "insisted",
     "the army would hold", "Thursday"),
    ("On Thursday, the premier acknowledged that a pause was the right step but insisted on certain terms.", "insisted",
     "certain terms", "Thursday"),
    ("The chancellor rejected the plan on Wednesday and said he would travel on Friday.", "said",
     "he would travel on Friday", "Wednesday"),
]  # fmt: skip
NOT_ATTACHED = [
    ("The minister said that the call would be on Tuesday.", "said", "that the call would be on Tuesday"),
    ("The minister said the army left the city on Tuesday.", "said", "the army left the city on Tuesday"),
    ("He warned of Tuesday's attack.", "warned", None),
    ("The man arrested on Monday said he was innocent.", "said", "he was innocent"),
    ("The minister said the plan had failed. On Monday it rained.", "said", "the plan had failed"),
    ("He spoke for three hours, he said.", "said", "He spoke for three hours"),
]


@pytest.mark.parametrize(("text", "verb", "content", "words"), ATTACHED)
def test_the_date_of_a_verb(times: Any, passages: Any, text: str, verb: str, content: str | None, words: str) -> None:
    assert dated(times, passages, text, verb, content) == words


@pytest.mark.parametrize(("text", "verb", "content"), NOT_ATTACHED)
def test_dates_of_something_else(times: Any, passages: Any, text: str, verb: str, content: str | None) -> None:
    assert dated(times, passages, text, verb, content) is None


def test_index_gives_what_stands_inside(times: Any, passages: Any) -> None:
    text = "He came on Monday. He left on Tuesday.\nHe died in 2014."
    index = TimeIndex(times(text))
    first, second = passages(text)
    assert [t.text for t in index.inside(0, len(text))] == ["Monday", "Tuesday", "2014"]
    assert [t.text for t in index.inside(text.index("He left"), text.index("\n"))] == ["Tuesday"]
    assert [t.text for t in index.within(first, 0, len(first) - 1)] == ["Monday", "Tuesday"]
    assert [t.text for t in index.within(second, 0, len(second) - 1)] == ["2014"]
    assert index.inside(text.index("Monday") + 1, 20) == []
