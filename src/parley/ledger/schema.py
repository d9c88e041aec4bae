"""The ledger's tables, as SQLAlchemy Core sees them. Nothing here is peculiar to SQLite except hints it alone reads.

    runs ──< articles ──< statements      what sources are reported to have said
      │          ├──────< times           time expressions
      │          ├──────< actors          who appears, as this article shows them
      │          ├──────< mentions        where they appear
      │          ├──────o lineage         derived: copies, origins, stories; rebuilt whole, never edited
      │          ├──────o versions        derived: which articles are one page as it was edited, and which one counts
      │          ├──────o sketches        derived: what lineage compares articles by, with `sketch_keys`, `sketch_finds`
      │          └──────< statement_places  derived: the rows of the full-text indexes (`index.py`)
      └──< problems                       pages that could not be read
    pipeline, parses                      derived: the parser's answers by what was asked (`parses.py`)

Lists are stored as JSON in text columns. Offsets count code points of `articles.text`. Rows of an article hang on its
`seq`, the order of reading: a small integer keeps a ledger of many rows small, and the public `id` is joined in.
"""

from __future__ import annotations

from sqlalchemy import (
    Column,
    Float,
    ForeignKey,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    PrimaryKeyConstraint,
    String,
    Table,
    Text,
    UniqueConstraint,
    text,
)

VERSION = 7
"""Version of the tables below; `migrate.py` brings older files up to it."""

APPLICATION_ID = 0x5041524C
"""What SQLite keeps in the file's header to tell whose file it is: the letters PARL."""

metadata = MetaData()

runs = Table(
    "runs",
    metadata,
    Column("id", Integer, primary_key=True, autoincrement=True),
    Column("parley", String, nullable=False),
    Column("model", String, nullable=False),
    Column("codebook", String, nullable=False),
    Column("codebook_sha256", String, nullable=False),
    Column("settings", Text, nullable=False),
    Column("inputs", Text, nullable=False),
    Column("started", String, nullable=False),
    Column("finished", String),
    Column("pages", Integer),
    Column("problems", Integer),
    sqlite_autoincrement=True,
)

# The long columns stand last: SQLite then finds the short ones without walking a page's text.
articles = Table(
    "articles",
    metadata,
    Column("seq", Integer, primary_key=True, autoincrement=True),
    Column("id", String, nullable=False, unique=True),
    Column("source", String, nullable=False),
    Column("location", String, nullable=False),
    Column("sha256", String, nullable=False),
    Column("run", ForeignKey("runs.id"), nullable=False),
    Column("coded_by", ForeignKey("runs.id"), nullable=False),
    Column("title", Text),
    Column("outlet", Text),
    Column("credit", Text),
    Column("byline", Text, nullable=False),
    Column("published", String),
    Column("published_from", String),
    Column("dateline", Text, nullable=False),
    Column("language", String),
    Column("words", Integer, nullable=False),
    Column("blocks", Text, nullable=False),
    Column("body_text", Text, nullable=False),
    Column("text", Text, nullable=False),
    UniqueConstraint("sha256", "location"),
    UniqueConstraint("source", "id"),
    Index("articles_location", "location", "seq"),
    sqlite_autoincrement=True,
)

statements = Table(
    "statements",
    metadata,
    Column("article", ForeignKey("articles.seq"), nullable=False),
    Column("start", Integer, nullable=False),
    Column("end", Integer, nullable=False),
    Column("id", String, nullable=False),
    Column("text", Text, nullable=False),
    Column("spans", Text, nullable=False),
    Column("speaker", Text),
    Column("speaker_text", Text),
    Column("speaker_start", Integer),
    Column("speaker_end", Integer),
    Column("party", Text),
    Column("type", String, nullable=False),
    Column("mood", String, nullable=False),
    Column("cue", Text),
    Column("cue_start", Integer),
    Column("cue_end", Integer),
    Column("addressee", Text),
    Column("medium", Text),
    Column("said_on", String),
    Column("day_first", String),
    Column("day_last", String),
    Column("where", String, nullable=False),
    Column("confidence", Float, nullable=False),
    Column("decision", String, nullable=False),
    PrimaryKeyConstraint("article", "start", "end", "id"),
    UniqueConstraint("article", "id"),
    sqlite_with_rowid=False,
)

times = Table(
    "times",
    metadata,
    Column("article", ForeignKey("articles.seq"), nullable=False),
    Column("start", Integer, nullable=False),
    Column("end", Integer, nullable=False),
    Column("type", String, nullable=False),
    Column("text", Text, nullable=False),
    Column("value", String),
    PrimaryKeyConstraint("article", "start", "end", "type"),
    sqlite_with_rowid=False,
)

actors = Table(
    "actors",
    metadata,
    Column("name", Text, nullable=False),
    Column("article", ForeignKey("articles.seq"), nullable=False),
    Column("kind", String, nullable=False),
    Column("party", Text),
    Column("roles", Text, nullable=False),
    Column("aliases", Text, nullable=False),
    Column("mentions", Integer, nullable=False),
    Column("start", Integer),
    Column("end", Integer),
    Column("text", Text),
    PrimaryKeyConstraint("name", "article"),
    Index("actors_article", "article"),
    sqlite_with_rowid=False,
)

mentions = Table(
    "mentions",
    metadata,
    Column("article", ForeignKey("articles.seq"), nullable=False),
    Column("start", Integer, nullable=False),
    Column("end", Integer, nullable=False),
    Column("actor", Text, nullable=False),
    Column("kind", String, nullable=False),
    Column("text", Text, nullable=False),
    PrimaryKeyConstraint("article", "start", "end", "actor"),
    sqlite_with_rowid=False,
)

problems = Table(
    "problems",
    metadata,
    Column("id", Integer, primary_key=True, autoincrement=True),
    Column("run", ForeignKey("runs.id"), nullable=False),
    Column("source", String, nullable=False),
    Column("code", String, nullable=False),
    Column("reason", Text, nullable=False),
    Column("place", String, nullable=False),
    UniqueConstraint("run", "source", "code", "place", "reason"),
)

lineage = Table(
    "lineage",
    metadata,
    Column("article", ForeignKey("articles.id"), primary_key=True),
    Column("origin", ForeignKey("articles.id"), nullable=False),
    Column("copy_of", ForeignKey("articles.id")),
    Column("copy_kind", String),
    Column("story", String),
)

# Only pages that were read in more than one version have rows here, so the table is small and mostly in memory.
versions = Table(
    "versions",
    metadata,
    Column("article", ForeignKey("articles.seq"), primary_key=True),
    Column("id", ForeignKey("articles.id"), nullable=False, unique=True),
    Column("number", Integer, nullable=False),
    Column("version_of", ForeignKey("articles.id")),
    Column("superseded_by", ForeignKey("articles.id")),
    Index("versions_of", "version_of"),
)

# A document of the full-text indexes is known by a number. `statements` has none (its key is its order), so the numbers
# stand here; statements of several speakers at one place, the words being the same, are one document.
statement_places = Table(
    "statement_places",
    metadata,
    Column("row", Integer, primary_key=True),
    Column("article", ForeignKey("articles.seq"), nullable=False),
    Column("start", Integer, nullable=False),
    Column("end", Integer, nullable=False),
    UniqueConstraint("article", "start", "end"),
)

# What servers said of pages that were fetched; state of the reading room, no entry of the ledger: never exported.
fetched = Table(
    "fetched",
    metadata,
    Column("url", Text, primary_key=True),
    Column("coder", String, nullable=False),
    Column("feed", Integer, nullable=False),
    Column("etag", Text),
    Column("modified", Text),
    Column("mark", String),
    Column("tries", Integer, nullable=False),
)

# What the language pipeline named here (one row) found in a text, by a hash of both. A cache: it may be emptied.
pipeline = Table("pipeline", metadata, Column("name", String, primary_key=True))
parses = Table(
    "parses",
    metadata,
    Column("key", LargeBinary, primary_key=True),
    Column("parse", LargeBinary, nullable=False),
    sqlite_with_rowid=False,
)

# What lineage keeps of each article (see `lineages.py`): derived, never edited. Articles are known here by a number
# that their id hashes to, so that order by it is the same in every ledger. Keys stand in a table without row numbers:
# the first holders of a key are a short walk.
sketches = Table(
    "sketches",
    metadata,
    Column("handle", Integer, primary_key=True, autoincrement=False),
    Column("article", ForeignKey("articles.id"), nullable=False, unique=True),
    Column("placed", Integer, nullable=False),
    Column("day", Integer),
    Column("published", String, nullable=False),
    Column("credit", Text, nullable=False),
    Column("outlet", Text, nullable=False),
    Column("parent", Integer),
    Column("alike", Float, nullable=False, server_default="0"),
    Column("root", Integer),
    Column("digest", LargeBinary, nullable=False),
    Column("signature", LargeBinary, nullable=False),
    Column("terms", LargeBinary, nullable=False),
    Column("weights", LargeBinary, nullable=False),
    Column("anchors", LargeBinary, nullable=False),
    Column("quotes", LargeBinary, nullable=False),
    Column("shingles", LargeBinary, nullable=False),
    Index("sketches_parent", "parent"),
    Index("sketches_unplaced", "placed", sqlite_where=text("placed = 0")),
)

sketch_keys = Table(
    "sketch_keys",
    metadata,
    Column("key", Integer, nullable=False),
    Column("stretch", Integer, nullable=False),
    Column("handle", Integer, nullable=False),
    PrimaryKeyConstraint("key", "stretch", "handle"),
    sqlite_with_rowid=False,
)

sketch_finds = Table(
    "sketch_finds",
    metadata,
    Column("handle", Integer, nullable=False),
    Column("other", Integer, nullable=False),
    Column("kind", String, nullable=False),
    PrimaryKeyConstraint("handle", "other"),
    Index("sketch_finds_other", "other"),
    sqlite_with_rowid=False,
)

lineage_pending = Table(
    "lineage_pending",
    metadata,
    Column("article", ForeignKey("articles.seq"), primary_key=True, autoincrement=False),
)

lineage_notes = Table(
    "lineage_notes",
    metadata,
    Column("name", String, primary_key=True),
    Column("value", Text, nullable=False),
)
