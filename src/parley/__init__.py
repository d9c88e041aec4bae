"""Parley reads the news coverage of a negotiation and keeps its ledger: who said what, tied to the exact words.

    import parley

    ledger = parley.read("clippings/", ledger="talks.db", codebook="ukraine-2025")
    for statement in ledger.statements(party="Russia"):
        print(statement.said_on, statement.speaker, statement.text)

What stands in `__all__` is the public surface: it changes only with a new version and a line in the changelog. Each
name is imported when it is first used, so `import parley` itself costs next to nothing.
"""

from __future__ import annotations

import importlib
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from parley.codebook.load import load_codebook as load_codebook
    from parley.errors import CodebookError as CodebookError
    from parley.errors import EvidenceError as EvidenceError
    from parley.errors import InputError as InputError
    from parley.errors import LedgerBusy as LedgerBusy
    from parley.errors import LedgerError as LedgerError
    from parley.errors import LedgerTooNew as LedgerTooNew
    from parley.errors import ModelError as ModelError
    from parley.errors import NotALedger as NotALedger
    from parley.errors import ParleyError as ParleyError
    from parley.errors import Problem as Problem
    from parley.ledger.rows import ActorRow as ActorRow
    from parley.ledger.rows import ArticleRow as ArticleRow
    from parley.ledger.rows import MentionRow as MentionRow
    from parley.ledger.rows import ProblemRow as ProblemRow
    from parley.ledger.rows import RunRow as RunRow
    from parley.ledger.rows import StatementRow as StatementRow
    from parley.ledger.rows import TimeRow as TimeRow
    from parley.ledger.store import Ledger as Ledger
    from parley.pipeline import read as read
    from parley.records import Actor as Actor
    from parley.records import Article as Article
    from parley.records import Block as Block
    from parley.records import Lineage as Lineage
    from parley.records import Mention as Mention
    from parley.records import RunInfo as RunInfo
    from parley.records import Statement as Statement
    from parley.records import TimeExpression as TimeExpression
    from parley.settings import Settings as Settings

__version__ = "0.1.0"

_HOME = {
    "read": "parley.pipeline",
    "Ledger": "parley.ledger.store",
    "Settings": "parley.settings",
    "load_codebook": "parley.codebook.load",
    "Actor": "parley.records",
    "Article": "parley.records",
    "Block": "parley.records",
    "Lineage": "parley.records",
    "Mention": "parley.records",
    "RunInfo": "parley.records",
    "Statement": "parley.records",
    "TimeExpression": "parley.records",
    "ActorRow": "parley.ledger.rows",
    "ArticleRow": "parley.ledger.rows",
    "MentionRow": "parley.ledger.rows",
    "ProblemRow": "parley.ledger.rows",
    "RunRow": "parley.ledger.rows",
    "StatementRow": "parley.ledger.rows",
    "TimeRow": "parley.ledger.rows",
    "Problem": "parley.errors",
    "ParleyError": "parley.errors",
    "InputError": "parley.errors",
    "CodebookError": "parley.errors",
    "LedgerError": "parley.errors",
    "NotALedger": "parley.errors",
    "LedgerTooNew": "parley.errors",
    "LedgerBusy": "parley.errors",
    "EvidenceError": "parley.errors",
    "ModelError": "parley.errors",
}

__all__ = [
    "Actor",
    "ActorRow",
    "Article",
    "ArticleRow",
    "Block",
    "CodebookError",
    "EvidenceError",
    "InputError",
    "Ledger",
    "LedgerBusy",
    "LedgerError",
    "LedgerTooNew",
    "Lineage",
    "Mention",
    "MentionRow",
    "ModelError",
    "NotALedger",
    "ParleyError",
    "Problem",
    "ProblemRow",
    "RunInfo",
    "RunRow",
    "Settings",
    "Statement",
    "StatementRow",
    "TimeExpression",
    "TimeRow",
    "__version__",
    "load_codebook",
    "read",
]


def __getattr__(name: str) -> Any:
    """Import a public name when it is first used."""
    home = _HOME.get(name)
    if home is None:
        raise AttributeError(f"module 'parley' has no attribute {name!r}")
    value = getattr(importlib.import_module(home), name)
    globals()[name] = value
    return value


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__})
