"""The exception tree, and the record of a page that could not be read.

    ParleyError                     anything Parley refuses, with a message for a person
    ├── InputError                  a path, folder or stream that cannot be read at all
    ├── CodebookError               a codebook that cannot be used; names file, line and key
    ├── LedgerError                 a ledger file that cannot be used
    │   ├── NotALedger              the file is something else
    │   ├── LedgerTooNew            written by a newer Parley
    │   ├── LedgerBusy              another writer holds it
    │   └── EvidenceError           a row whose text is not what stands at its offsets
    ├── ExportError                 a table that cannot be exported as asked, or a file that cannot be written
    └── ModelError                  the language pipeline is missing or unfit

A problem with one page of many is no exception: it is a `Problem`, kept beside the results.
"""

from __future__ import annotations

from dataclasses import dataclass


class ParleyError(Exception):
    """Base of all errors Parley raises on purpose; its message is meant for a person."""

    exit_code = 1


class InputError(ParleyError):
    """A named input (path, folder, stream) cannot be read at all."""

    exit_code = 2


class CodebookError(ParleyError):
    """A codebook cannot be used; the message names the file, the line and the key."""

    exit_code = 2


class LedgerError(ParleyError):
    """A ledger file cannot be used."""

    exit_code = 3


class NotALedger(LedgerError):
    """The file exists and is not a Parley ledger."""


class LedgerTooNew(LedgerError):
    """The ledger was written by a newer version of Parley."""


class LedgerBusy(LedgerError):
    """Another process is writing to the ledger and did not finish in time."""


class EvidenceError(LedgerError):
    """A row was refused because its text is not what stands at its offsets."""


class ExportError(ParleyError):
    """A table cannot be exported as asked, or its file cannot be written."""

    exit_code = 2


class ModelError(ParleyError):
    """The language pipeline cannot be loaded or lacks a component that Parley needs."""

    exit_code = 2


@dataclass(frozen=True, slots=True, order=True)
class Problem:
    """One page (or one record of a page) that could not be read, kept beside the results.

    `source` is the page as given, `place` where in it ("line 3", "byte 120", "" for the whole page), `reason`
    a sentence for a person, `code` a short stable word for programs (`empty`, `binary`, `too-large`, `unreadable`,
    `invalid-json`, `no-text`, `charset`, …).
    """

    source: str
    code: str
    reason: str
    place: str = ""
