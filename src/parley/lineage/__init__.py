"""Which articles are copies of one another, and which one counts for them all: `trace(articles)`."""

from parley.lineage.trace import Traceable, trace

__all__ = ["Traceable", "trace"]
