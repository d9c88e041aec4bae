"""Derived state: functions of a ledger that answer what an analyst asks. Nothing here is stored or edited."""

from parley.analysis.exchanges import Exchange, Pair, exchanges
from parley.analysis.origins import statement_origins
from parley.analysis.overview import Overview, Source, overview
from parley.analysis.parties import Party, Spokesperson, parties, statements_by_party
from parley.analysis.said import Evidence, Said, View, view
from parley.analysis.timeline import Moment, Timeline, timeline

__all__ = [
    "Evidence", "Exchange", "Moment", "Overview", "Pair", "Party", "Said", "Source", "Spokesperson", "Timeline", "View",
    "exchanges", "overview", "parties", "statement_origins", "statements_by_party", "timeline", "view",
]  # fmt: skip
