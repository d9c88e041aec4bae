"""The brief: one page a person wants to read, built from a ledger as a tree and rendered in three ways.

`build(ledger, options)` gives the tree; `terminal.render`, `markdown.render` and `html.render` show the same lines.
"""

from parley.brief.build import build
from parley.brief.model import Brief, BriefOptions

__all__ = ["Brief", "BriefOptions", "build"]
