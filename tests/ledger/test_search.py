"""Search: what is found, in which order, and that no query is ever an error."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from factory import INFO, TEXT, article, coded, statement
from hypothesis import example, given
from hypothesis import strategies as st
from sqlalchemy import update

from parley.errors import LedgerError
from parley.ledger import opening, schema
from parley.ledger.marks import excerpt, marks
from parley.ledger.phrases import parse
from parley.ledger.search import Conditions, find_articles, find_statements
from parley.ledger.store import Ledger
from parley.records import Coded, Lineage

SAID = {
    "Mira Tal": "The power plants must be shut down.",
    "Oskar Lind": "Plants need power, and we have none.",
    "Volodymyr Zelenský": "Ceasefire talks begin on Monday.",
    "李明": "和平谈判很重要。",
    None: "“Nothing” [bold]was[/bold] agreed\x1b[31m; power OR nothing.",
}


def page(name: str, said: dict[str | None, str], **fields: object) -> Coded:
    """An article whose paragraphs are statements."""
    text = "\n\n".join(said.values())
    a = article(name, text, **fields)
    return Coded(a, statements=tuple(statement(a, words, speaker=who, party=None) for who, words in said.items()))


@pytest.fixture(scope="module")
def ledger(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Ledger]:
    with Ledger.open(tmp_path_factory.mktemp("search") / "l.db", create=True) as opened:
        opened.add(opened.begin_run(INFO), [page("a.txt", SAID), coded("b.txt", title="Plants of the sea")])
        yield opened


def speakers(ledger: Ledger, query: str, **conditions: object) -> list[str | None]:
    hits = find_statements(ledger, query, Conditions(**conditions)).hits  # type: ignore[arg-type]
    return sorted((h.row.speaker for h in hits), key=str)


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("power plants", ["Mira Tal", "Oskar Lind"]),
        ('"power plants"', ["Mira Tal"]),
        ("“power plants”", ["Mira Tal"]),
        ("plants -shut", ["Oskar Lind"]),
        ("plants NOT shut", ["Oskar Lind"]),
        ('plants -"power plants"', ["Oskar Lind"]),
        ("ceasefire OR shut", ["Mira Tal", "Volodymyr Zelenský"]),
        ("cease*", ["Volodymyr Zelenský"]),
        ('"must be sh"*', ["Mira Tal"]),
        ("cease", ["Volodymyr Zelenský"]),  # by its letters, no word being so
        ("ZELENSKY", ["Volodymyr Zelenský"]),
        ("Zelenský", ["Volodymyr Zelenský"]),  # the accent as a character of its own
        ("elensk", ["Volodymyr Zelenský"]),
        ("zelensky talks", ["Volodymyr Zelenský"]),
        ("和平谈判", ["李明"]),
        ("谈判", ["李明"]),
        ("李明", ["李明"]),
        ("谈判 -和平", []),
        ("power-plants", ["Mira Tal"]),
        ("nowhere", []),
        ("", []),
        ("*", []),
    ],
)
def test_what_a_query_finds(ledger: Ledger, query: str, found: list[str]) -> None:
    assert speakers(ledger, query) == found


@pytest.mark.parametrize(
    "query",
    [
        '"power plants', "power plants OR", "OR power plants", "AND power plants", "power NOT plants NOT", "-power -plants",
        "power OR OR plants", "NOT power",
    ],
)  # fmt: skip
def test_what_does_not_hold_together_is_searched_as_plain_words(query: str) -> None:
    found = parse(query)
    assert all(len(group) == 1 for group in found.wanted)
    assert found.unwanted == ()
    assert "power" in [t.text for t in found.terms]


def test_a_word_typed_twice_is_asked_once() -> None:
    assert parse("power power -gas NOT gas").words() == '(("power")) NOT ("gas")'
    assert parse('"power power power').words() == '("power")'


def test_operators_of_the_index_are_words(ledger: Ledger) -> None:
    for query in (
        "NEAR(power plants)",
        "speaker:power",
        "{content}:power",
        "^power",
        "power + plants",
        "(power",
        "a AND",
    ):
        find_statements(ledger, query)
        find_articles(ledger, query)
    assert speakers(ledger, "content:power") == []
    assert speakers(ledger, "^shut") == ["Mira Tal"]


QUERIES = st.text(max_size=40) | st.lists(
    st.sampled_from(['"', "-", "*", "OR", "AND", "NOT", "NEAR", "(", ")", ":", "^", "+", "power", "é", "谈判", "\0", "'", "{", "--", "%", "_", "\ud800", "\n"])
).map(" ".join) | st.lists(st.sampled_from(['"', "-", "*", "OR ", "a", " ", "\0", "谈"])).map("".join)  # fmt: skip


@given(QUERIES)
@example('"' * 501)
@example("a OR " * 300 + "a")
@example("ab " * 5000)
@example("(" * 400)
@example("x" * 100_000)
@example("谈" * 1000)
def test_no_query_ever_raises(ledger: Ledger, query: str) -> None:
    for find in (find_statements, find_articles):
        for hit in find(ledger, query).hits:
            text = hit.row.text if hasattr(hit.row, "text") else hit.excerpt
            at = 0
            for start, end in hit.marks:
                assert at <= start < end <= len(text)
                at = end


@given(QUERIES, st.text(max_size=200) | st.just(SAID[None]), st.booleans())
def test_marks_lie_in_any_text_in_order(query: str, text: str, letters: bool) -> None:
    asked, at = parse(query), 0
    for start, end in marks(asked, text, letters):
        assert at <= start < end <= len(text)
        at = end
    start, end, inside = excerpt(asked, text, letters, 30)
    assert 0 <= start <= end <= len(text)
    assert all(0 <= a < b <= end - start for a, b in inside)


def test_marks_stand_on_the_words_found(ledger: Ledger) -> None:
    def marked(query: str) -> list[list[str]]:
        return [[h.row.text[a:b] for a, b in h.marks] for h in find_statements(ledger, query).hits]

    assert marked('"power plants" down') == [["power plants", "down"]]
    assert marked("cease*") == [["Ceasefire"]]
    assert marked("easef") == [["easef"]]
    assert marked("谈判") == [["谈判"]]
    (hit,) = find_articles(ledger, "plants sea").hits
    assert [hit.row.title[a:b] for a, b in hit.title_marks] == ["Plants", "sea"]


def test_an_excerpt_is_cut_around_the_first_place() -> None:
    text = "start " * 100 + "the harbour is open " + "end " * 100
    start, end, inside = excerpt(parse("harbour"), text, False, 60)
    shown = text[start:end]
    assert [shown[a:b] for a, b in inside] == ["harbour"]
    assert len(shown) <= 60
    assert shown.split() == text[start:end].split()


def test_the_better_match_comes_first_and_equals_by_place(tmp_path: Path) -> None:
    texts = {None: "A word about nothing at all that goes on and on about harbour things and others."}
    pages = [page(n, texts) for n in ("c.txt", "a.txt", "b.txt")]
    pages.append(page("z.txt", {"Harbour Master": "Harbour harbour."}))
    pages += [page(f"n{i}.txt", {None: f"Number {i}."}) for i in range(20)]
    orders = []
    for n, order in enumerate((pages, pages[::-1])):
        with Ledger.open(tmp_path / f"{n}.db", create=True) as opened:
            for p in order:
                opened.add(opened.begin_run(INFO), [p])
            hits = find_statements(opened, "harbour").hits
            orders.append([(h.row.source, h.score) for h in hits])
            assert [h.row.source for h in find_statements(opened, "harbour", limit=2).hits] == ["z.txt", "a.txt"]
            assert [h.row.source for h in find_articles(opened, "harbour").hits] == ["z.txt", "a.txt", "b.txt", "c.txt"]
    assert orders[0] == orders[1]
    assert [source for source, _ in orders[0]] == ["z.txt", "a.txt", "b.txt", "c.txt"]


def test_conditions(tmp_path: Path) -> None:
    with Ledger.open(tmp_path / "l.db", create=True) as opened:
        opened.add(opened.begin_run(INFO), [coded("a.txt"), coded("b.txt", outlet="Lake News", published="2031-07-01")])

        def found(query: str, **conditions: object) -> list[str]:
            hits = find_statements(opened, query, Conditions(**conditions)).hits  # type: ignore[arg-type]
            return [f"{h.row.source} {h.row.mood}" for h in hits]

        assert found("the") == ["a.txt deny", "b.txt deny", "a.txt assert", "b.txt assert"]
        assert found("the", party="Sudland") == ["a.txt deny", "b.txt deny"]
        assert found("the", speaker=["Mira Tal"]) == ["a.txt assert", "b.txt assert"]
        assert found("the", mood="deny", outlet="Lake News") == ["b.txt deny"]
        assert found("the", since="2031-06") == ["b.txt deny"]
        assert found("the", until="2031-05-05") == ["a.txt assert", "b.txt assert"]
        assert found("he", party="Sudland") == ["a.txt deny", "b.txt deny"]

        def articles(query: str, **conditions: object) -> list[str]:
            hits = find_articles(opened, query, Conditions(**conditions)).hits  # type: ignore[arg-type]
            return [h.row.source for h in hits]

        assert articles("talks") == ["a.txt", "b.txt"]
        assert articles("talks", since="2031-06") == ["b.txt"]
        assert articles("talks", until="2031-06", outlet="The Sea Post") == ["a.txt"]
        assert articles("talks", party="Norland", mood="deny") == []
        assert articles("talks", party="Sudland", mood="deny") == ["a.txt", "b.txt"]
        with pytest.raises(ValueError, match="is not a date"):
            found("the", since="yesterday")


def test_copies_are_found_once_and_old_versions_never(tmp_path: Path) -> None:
    with Ledger.open(tmp_path / "l.db", create=True) as opened:
        origin, copy, other = coded("z.txt"), coded("a.txt"), coded("m.txt")
        for p in (origin, copy, other, coded("m.txt", TEXT + "A later harbour.")):
            opened.add(opened.begin_run(INFO), [p])
        opened.set_lineage([Lineage(copy.article.id, origin.article.id, origin.article.id, "identical")])
        assert [h.row.source for h in find_statements(opened, "going").hits] == ["m.txt", "z.txt"]
        assert [h.row.source for h in find_articles(opened, "going").hits] == ["z.txt", "m.txt"]  # the longer one last
        assert len(find_articles(opened, "harbour").hits) == 1


def test_the_index_follows_when_an_article_is_coded_anew(tmp_path: Path) -> None:
    with Ledger.open(tmp_path / "l.db", create=True) as opened:
        opened.add(opened.begin_run(INFO), [coded("a.txt"), coded("b.txt")])
        a = coded("a.txt").article
        again = Coded(replace(a, title="Quite another title"), statements=(statement(a, "progress"),))
        opened.add(opened.begin_run(INFO), [again], replace=True)
        assert [h.row.source for h in find_statements(opened, "going").hits] == ["b.txt"]
        assert [h.row.source for h in find_statements(opened, "goin").hits] == ["b.txt"]
        assert [h.row.text for h in find_statements(opened, "progress").hits] == ["progress"]
        assert [h.row.source for h in find_articles(opened, "another").hits] == ["a.txt"]
        check(opened.path)


def check(path: Path) -> None:
    """What SQLite itself says of the indexes, and of one that holds a text of its own."""
    connection = sqlite3.connect(path)
    for name in ("article_words", "statement_words", "article_letters", "statement_letters"):
        connection.execute(f"INSERT INTO {name}({name}) VALUES ('integrity-check')")
    assert connection.execute("PRAGMA integrity_check").fetchone() == ("ok",)
    places = connection.execute("SELECT count(*) FROM statement_places").fetchone()
    documents = connection.execute("SELECT count(*) FROM statement_words_docsize").fetchone()
    assert (
        places
        == documents
        == connection.execute('SELECT count(*) FROM (SELECT DISTINCT article, start, "end" FROM statements)').fetchone()
    )
    connection.close()


def test_two_who_said_the_same_words_together(tmp_path: Path) -> None:
    a = article()
    both = [statement(a, "the talks", speaker=who, id=f"s{i}") for i, who in enumerate(("Ann Ore", "Bo Pit"))]
    with Ledger.open(tmp_path / "l.db", create=True) as opened:
        opened.add(opened.begin_run(INFO), [Coded(a, statements=tuple(both))])
        assert [h.row.speaker for h in find_statements(opened, "talks").hits] == ["Ann Ore", "Bo Pit"]
        assert [h.row.speaker for h in find_statements(opened, "talks", Conditions(speaker="Bo Pit")).hits] == [
            "Bo Pit"
        ]
        check(opened.path)


def test_pieces_are_searched_without_what_stands_between(tmp_path: Path) -> None:
    text = "“We stay,” the envoy said, “and talk.”"
    a = article(text=text)
    s = statement(a, "We stay,” the envoy said, “and talk.", spans=((1, 8), (28, 37)))
    with Ledger.open(tmp_path / "l.db", create=True) as opened:
        opened.add(opened.begin_run(INFO), [Coded(a, statements=(s,))])
        (hit,) = find_statements(opened, "stay talk").hits
        assert [hit.row.text[x:y] for x, y in hit.marks] == ["stay", "talk"]
        assert find_statements(opened, "envoy").hits == ()


def test_a_decided_statement_of_a_recoded_article_stays_found(tmp_path: Path) -> None:
    with Ledger.open(tmp_path / "l.db", create=True) as opened:
        opened.add(opened.begin_run(INFO), [coded()])
        with opened._writing() as tx:
            tx.execute(update(schema.statements).where(schema.statements.c.mood == "deny").values(decision="accepted"))
        opened.add(opened.begin_run(INFO), [Coded(coded().article)], replace=True)
        assert [h.row.decision for h in find_statements(opened, "report").hits] == ["accepted"]
        check(opened.path)


def test_without_full_text_search_in_sqlite_the_message_says_so() -> None:
    for said in ("no such module: fts5", "no such tokenizer: trigram"):
        error = opening.explain(sqlite3.OperationalError(said), Path("l.db"), 0)
        assert isinstance(error, LedgerError)
        assert "full-text search" in str(error)
        assert "FTS5" in str(error)
