"""Accuracy as a number: the ledger against annotated pages. `evaluate.evaluate` is the door."""
