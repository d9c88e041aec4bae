"""The ledger as a writer sees it: runs, batches of coded articles, problems, lineage. Reading is in `query.py`.

One batch is one transaction: it is stored whole or not at all. An article that is there already adds nothing, so a
repeated run finishes what a stopped one began. Machine rows may be replaced; what a person decided never is.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from types import TracebackType
from typing import Any

from sqlalchemy import Connection, Table, delete, insert, select, update

from parley.errors import Problem
from parley.ledger import coded as negotiation
from parley.ledger import entries, index, lineages, opening, parses, recode, schema, versions
from parley.ledger.evidence import check
from parley.ledger.query import Reader
from parley.ledger.versions import chunks
from parley.records import Article, Coded, Lineage, RunInfo


class Ledger(Reader):
    """An open ledger file; a context manager. Made by `Ledger.open`."""

    @classmethod
    def open(cls, path: str | Path, *, create: bool = False, read_only: bool = False, wait: float = 10.0) -> Ledger:
        """Opens the ledger at `path`, making it when `create` is set and bringing an older one up to date.

        `wait`: seconds to wait for another writer. Raises LedgerError (no such file, no folder, damaged, read-only),
        NotALedger, LedgerTooNew or LedgerBusy.
        """
        path = Path(path)
        opening.look(path, create)
        engine = opening.engine(path, read_only=read_only, wait=wait)
        try:
            if not read_only:
                opening.prepare(engine, path, wait, create)
            elif opening.outdated(engine, path, wait):
                cls.open(path, wait=wait).close()
        except BaseException:
            engine.dispose()
            raise
        return cls(engine, path, wait)

    def __enter__(self) -> Ledger:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """Closes the file; iterators still held must be finished or dropped first."""
        self._engine.dispose()

    @contextmanager
    def _writing(self) -> Iterator[Connection]:
        with (
            opening.explained(self.path, self._wait),
            self._engine.connect().execution_options(**opening.WRITE) as connection,
            connection.begin(),
        ):
            yield connection

    # Runs

    def begin_run(self, info: RunInfo) -> int:
        """Records that a run starts and what makes it repeatable; returns its number."""
        with self._writing() as tx:
            return _insert(tx, schema.runs, {**entries.run(info), "started": _now()})

    def finish_run(self, run_id: int, pages: int, problems: int) -> None:
        """Records that a run reached its end, with how many pages it met and how many it could not read."""
        values = {"finished": _now(), "pages": pages, "problems": problems}
        with self._writing() as tx:
            tx.execute(update(schema.runs).where(schema.runs.c.id == run_id).values(**values))

    def known(self, keys: Iterable[tuple[str, str]], like: RunInfo | None = None) -> set[tuple[str, str]]:
        """Which of these (location, sha256) are in the ledger.

        With `like`, only those coded by a run of the same versions, model, codebook and settings: what such a run
        need not code again.
        """
        wanted = {(entries.storable(location), sha): (location, sha) for location, sha in keys}
        a, r = schema.articles.c, schema.runs.c
        query = select(a.location, a.sha256)
        if like is not None:
            query = query.join(schema.runs, r.id == a.coded_by).where(*recode.same(like))
        found: set[tuple[str, str]] = set()
        with self._reading() as connection:
            for part in chunks(sorted({sha for _, sha in wanted})):
                rows = connection.execute(query.where(a.sha256.in_(part)))
                found.update(wanted[key] for location, sha in rows if (key := (location, sha)) in wanted)
        return found

    # Articles

    def add(
        self, run_id: int, coded: Sequence[Coded], problems: Sequence[Problem] = (), *, replace: bool = False
    ) -> int:
        """Stores a batch in one transaction; returns how many articles it added (with `replace`: or coded anew).

        An article whose (location, sha256) or id is there adds nothing. With `replace` its machine rows give way to
        the new ones; the article stays, and so does every statement somebody decided on, and each of these keeps out
        the new one it stands for (see `decided.py`). A page whose text has come to be another since (a newer
        extraction) cannot be coded anew: it becomes a problem `text-changed`.

        Raises EvidenceError for a row whose text is not what stands at its offsets (nothing of the batch is stored),
        LedgerBusy when another writer does not finish in time, LedgerError when the disk is full or read-only.
        """
        fit = [c for c in coded if entries.is_storable(c)]
        found = [*problems, *(entries.unstorable(c.article) for c in coded if not entries.is_storable(c))]
        for c in fit:
            check(c)
        with self._writing() as tx:
            there = _there(tx, [c.article for c in fit])
            batch = entries.Batch(run_id)
            touched: list[int] = []
            for c in fit:
                a = c.article
                seq = there.get(a.id) or there.get((entries.storable(a.location), a.sha256))
                if seq is None:
                    seq = _insert(tx, schema.articles, {**entries.article(a), "run": run_id, "coded_by": run_id})
                    there[a.id] = there[entries.storable(a.location), a.sha256] = seq
                    touched.append(seq)
                    batch.take(seq, c)
                elif replace:
                    if seq in touched:
                        continue
                    if _same_text(tx, seq, a):
                        touched.append(seq)
                        index.remove(tx, [seq])
                        batch.take(seq, c, _clear(tx, run_id, seq, a), negotiation.clear(tx, seq))
                    else:
                        found.append(entries.text_changed(a))
            versions.renew(tx, touched)
            versions.carry_over(tx, batch.statements)
            batch.store(tx)
            index.add(tx, touched)
            lineages.wait(tx, touched)
            _store_problems(tx, run_id, found)
        return batch.articles

    def keep_parses(self, pipeline: str, packed: Mapping[bytes, bytes]) -> None:
        """Keeps packed parses by key for later runs of the same pipeline (name and version), in one transaction."""
        if packed:
            with self._writing() as tx:
                parses.keep(tx, pipeline, packed)

    def to_recode(self, like: RunInfo) -> list[int]:
        """Numbers of the articles that such a run has not coded, in the order in which they were read."""
        with self._reading() as connection:
            return recode.others(connection, like)

    def stored(self, numbers: Sequence[int]) -> list[Article]:
        """The articles of these numbers as they were read, in this order."""
        with self._reading() as connection:
            try:
                return recode.stored(connection, numbers)
            except (ValueError, TypeError) as error:
                raise opening.damaged(self.path, error) from error

    def coded_with(self, run_id: int) -> set[str]:
        """Ids of the articles whose rows come from this run."""
        a = schema.articles.c
        with self._reading() as connection:
            return set(connection.execute(select(a.id).where(a.coded_by == run_id)).scalars())

    @contextmanager
    def tracing(self) -> Iterator[lineages.Desk]:
        """What lineage reads and writes, in one transaction; `parley.lineage.update` uses it."""
        with self._writing() as tx:
            yield lineages.Desk(tx)

    def set_lineage(self, rows: Iterable[Lineage]) -> None:
        """Puts these rows in place of all lineage, in one transaction; an article not named is its own origin."""
        values = [
            {"article": x.article, "origin": x.origin, "copy_of": x.copy_of, "copy_kind": x.copy_kind, "story": x.story}
            for x in rows
        ]
        with self._writing() as tx:
            tx.execute(delete(schema.lineage))
            if values:
                tx.execute(insert(schema.lineage), values)


def _now() -> str:
    return datetime.now(UTC).isoformat(timespec="seconds")


def _there(tx: Connection, articles: Sequence[Article]) -> dict[Any, int]:
    """The number of each article of a batch that is stored, by id and by (location, sha256)."""
    a = schema.articles.c
    there: dict[Any, int] = {}
    for part in chunks(sorted({x.sha256 for x in articles})):
        for location, sha, seq in tx.execute(select(a.location, a.sha256, a.seq).where(a.sha256.in_(part))):
            there[location, sha] = seq
    for part in chunks(sorted({x.id for x in articles})):
        there.update((i, seq) for i, seq in tx.execute(select(a.id, a.seq).where(a.id.in_(part))))
    return there


def _insert(tx: Connection, table: Table, values: entries.Values) -> int:
    key = tx.execute(insert(table), values).inserted_primary_key
    assert key is not None  # one row, so the database says its key
    return int(key[0])


def _same_text(tx: Connection, seq: int, article: Article) -> bool:
    stored = tx.execute(select(schema.articles.c.text).where(schema.articles.c.seq == seq)).scalar_one()
    return bool(stored == article.text)


def _clear(tx: Connection, run_id: int, seq: int, article: Article) -> list[entries.Values]:
    """Takes away the machine's rows of an article, renews its masthead; returns the decided statements, which stay."""
    s = schema.statements.c
    for table in (schema.times, schema.actors, schema.mentions):
        tx.execute(delete(table).where(table.c.article == seq))
    tx.execute(delete(schema.statements).where(s.article == seq, s.decision == "suggested"))
    masthead = {k: v for k, v in entries.article(article).items() if k not in entries.FIXED}
    tx.execute(update(schema.articles).where(schema.articles.c.seq == seq).values(**masthead, coded_by=run_id))
    kept = select(s.id, s.start, s.end, s.spans, s.speaker, s.speaker_start, s.speaker_end).where(s.article == seq)
    return [dict(row) for row in tx.execute(kept.order_by(s.start, s.end, s.id)).mappings()]


def _store_problems(tx: Connection, run_id: int, problems: Sequence[Problem]) -> None:
    p = schema.problems.c
    new = {tuple(entries.problem(run_id, x).values()): entries.problem(run_id, x) for x in problems}
    for part in chunks(sorted({x["source"] for x in new.values()})):
        query = select(p.run, p.source, p.code, p.reason, p.place).where(p.run == run_id, p.source.in_(part))
        for row in tx.execute(query):
            new.pop(tuple(row), None)
    if new:
        tx.execute(insert(schema.problems), list(new.values()))
