"""Entries <-> SQLite. `store.Ledger` is the door; it is not imported here, so that this import stays cheap."""
