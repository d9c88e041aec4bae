"""Which articles are copies, rewrites or reports of one happening, and which one counts: `trace`, `update_lineage`."""

from parley.lineage.node import Traceable
from parley.lineage.quotations import quotation_key
from parley.lineage.trace import trace

__all__ = ["Traceable", "quotation_key", "trace"]
