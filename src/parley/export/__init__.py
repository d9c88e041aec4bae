"""A face: tables of the ledger as JSON Lines, CSV or Parquet. `write.export_table` is the door."""
