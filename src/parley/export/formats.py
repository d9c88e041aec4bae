"""Rows -> bytes, one writer a format. Each takes a table, its rows and an open binary file, and returns the row count.

JSON Lines and Parquet are exact. CSV is what people open in a spreadsheet, and page text is hostile: a cell that begins
with `=`, `+`, `-`, `@`, a tab or a carriage return would be run as a formula there, so text cells that do get an
apostrophe in front (as do those that have one there already, so that taking one away restores every cell).
"""

from __future__ import annotations

import csv
import io
import json
import re
from collections.abc import Callable, Iterable, Iterator
from itertools import islice
from typing import IO, Any

from parley.errors import ExportError
from parley.export.tables import Table

_FORMULA = re.compile(r"'*[=+\-@\t\r＝＋－＠]")
_AT_ONCE = 1000
"""Rows of a Parquet group: with page bodies of 5 kB, five megabytes in memory."""

Row = tuple[Any, ...]
Writer = Callable[[Table, Iterable[Row], IO[bytes]], int]


def write_jsonl(table: Table, rows: Iterable[Row], out: IO[bytes]) -> int:
    """One object a line, its keys in the order of the columns, UTF-8, lines ended by a newline everywhere."""
    encode = json.JSONEncoder(ensure_ascii=False, check_circular=False).encode
    count = 0
    for row in rows:
        count += 1
        out.write(encode(dict(zip(table.columns, row, strict=True))).encode("utf-8") + b"\n")
    return count


def write_csv(table: Table, rows: Iterable[Row], out: IO[bytes]) -> int:
    """A heading and one record a row; lists as JSON, unknown as an empty cell, UTF-8, lines ended by a newline."""
    buffer = io.StringIO(newline="")
    writer = csv.writer(buffer, lineterminator="\n")
    writer.writerow(table.columns)
    count = 0
    for row in rows:
        count += 1
        writer.writerow([_cell(value) for value in row])
        out.write(buffer.getvalue().encode("utf-8"))
        buffer.seek(0)
        buffer.truncate()
    out.write(buffer.getvalue().encode("utf-8"))
    return count


def _cell(value: Any) -> Any:
    if isinstance(value, str):
        return "'" + value if _FORMULA.match(value) else value
    if isinstance(value, tuple):
        return json.dumps(value, ensure_ascii=False)
    return value


def write_parquet(table: Table, rows: Iterable[Row], out: IO[bytes]) -> int:
    """Parquet with a typed schema; lists as lists. Needs pyarrow (`pip install parley-ledger[parquet]`)."""
    try:
        import pyarrow as pa
        import pyarrow.parquet as pq
    except ImportError:
        raise ExportError("Parquet needs pyarrow: pip install 'parley-ledger[parquet]'") from None
    types = {
        "text": pa.string(),
        "integer": pa.int64(),
        "number": pa.float64(),
        "texts": pa.list_(pa.string()),
        "spans": pa.list_(pa.list_(pa.int64())),
    }
    schema = pa.schema([(c, types[table.kind(c)]) for c in table.columns])
    count = 0
    with pq.ParquetWriter(out, schema) as writer:
        for group in _groups(rows):
            columns = [
                pa.array(values, field.type) for values, field in zip(zip(*group, strict=True), schema, strict=True)
            ]
            writer.write_table(pa.Table.from_arrays(columns, schema=schema))
            count += len(group)
    return count


def _groups(rows: Iterable[Row]) -> Iterator[list[Row]]:
    rest = iter(rows)
    while group := list(islice(rest, _AT_ONCE)):
        yield group


FORMATS: dict[str, Writer] = {"jsonl": write_jsonl, "csv": write_csv, "parquet": write_parquet}
