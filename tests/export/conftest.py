"""Lets the tests of this room import the factory of the ledger room."""

import sys
from pathlib import Path

HERE = str(Path(__file__).parents[1] / "ledger")
if HERE not in sys.path:
    sys.path.append(HERE)
