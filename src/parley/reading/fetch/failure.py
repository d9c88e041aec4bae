"""Why a page could not be fetched: raised within the client, made a Problem by who asked it."""

from __future__ import annotations


class FetchFailure(Exception):
    """A page was not had: `code` is a short stable word, `reason` a sentence for a person.

    Codes: `bad-url`, `refused` (an address or a host that may not be asked), `robots`, `unreachable`, `timeout`,
    `http` (an answer that is no page), `left-alone` (the host wants no more requests for now, or did not answer the
    last ones), `redirects`, `too-large`, `damaged` (an answer that broke off or cannot be unpacked). `passing` says
    that another try may help, `after` how many seconds the server wants to be left alone.
    """

    def __init__(self, code: str, reason: str, *, passing: bool = False, after: float | None = None) -> None:
        super().__init__(reason)
        self.code = code
        self.reason = reason
        self.passing = passing
        self.after = after
