"""Articles that come one by one, in any order, or go again, leave what tracing them all at once gives."""

from __future__ import annotations

import random

import pytest
from lights import invented, one_by_one

from parley.lineage import keys, trace


@pytest.fixture(params=[1, 2, 24])
def hubs(request, monkeypatch):
    """With few hubs a key, articles push one another out of sight at every step."""
    monkeypatch.setattr(keys, "HUBS", request.param)
    monkeypatch.setattr(keys, "COPY_HUBS", request.param)
    return request.param


@pytest.mark.parametrize("dated", [0, 0.5, 1])
@pytest.mark.parametrize("seed", range(4))
def test_any_order_and_any_batches_give_the_same_lineage(hubs, dated, seed):
    articles = invented(50, seed, dated=dated)
    expected = one_by_one(articles, every=1000)
    assert any(row.copy_of for row in expected)
    for every in (1, 7):
        random.Random(every).shuffle(articles)
        assert one_by_one(articles, every=every) == expected


@pytest.mark.parametrize("seed", range(4))
def test_what_is_taken_out_leaves_no_trace(hubs, seed):
    articles = invented(50, seed)
    assert one_by_one(articles, gone=articles[10:30]) == one_by_one(articles[:10] + articles[30:], every=1000)


def test_orders_of_two_hundred_articles():
    articles = invented(200, 5, stories=20)
    expected = trace(articles)
    for seed in range(6):
        random.Random(seed).shuffle(articles)
        assert trace(articles) == expected
