"""What a codebook may not be: each fault with the message a person gets, naming file, line and key."""

from __future__ import annotations

from pathlib import Path

import pytest

from parley.codebook.load import load_codebook
from parley.errors import CodebookError

HEAD = "name: mine\ntitle: Mine\n"


def complaints(tmp_path: Path, text: str | bytes, name: str = "mine.yaml") -> list[str]:
    path = tmp_path / name
    path.write_bytes(text.encode() if isinstance(text, str) else text)
    with pytest.raises(CodebookError) as raised:
        load_codebook(str(path))
    return [line.removeprefix(f"{tmp_path}/") for line in str(raised.value).splitlines()]


SCHEMA = [
    (
        "actors:\n  - {name: A, kind: persn}\n",
        "line 4, actors[0].kind: 'persn' is not one of person, office, state, bloc, force, "
        "organisation, outlet, group, unnamed; did you mean 'person'?",
    ),
    ("actorz: []\n", "line 3, actorz: unknown key; did you mean 'actors'?"),
    (
        "actors:\n  - name: A\n    kind: person\n    alias: [B]\n",
        "line 6, actors[0].alias: unknown key; did you mean 'aliases'?",
    ),
    (
        "actors:\n  - {name: A, kind: person, aliases: B}\n",
        "line 4, actors[0].aliases: a list is expected here, not the word 'B'; write [B]",
    ),
    ("actors:\n  - {kind: person}\n", "line 4, actors[0]: 'name' is missing"),
    (
        "actors:\n  - just words\n",
        "line 4, actors[0]: a mapping (key: value) is expected here, not the word 'just words'",
    ),
    ("actors:\n", "line 3, actors: a list is expected here, not nothing; leave the key out"),
    ("actors: {name: A}\n", "line 3, actors: a list is expected here, not a mapping"),
    ("titles: [2025]\n", "line 3, titles[0]: a word is expected here, not the number 2025; put it in quotes"),
    ("titles: [Sir, ' ']\n", "line 3, titles[1]: an empty word"),
    ("version: two\n", "line 3, version: a whole number is expected here, not the word 'two'"),
    ("states: perhaps\n", "line 3, states: true or false is expected here, not the word 'perhaps'"),
    ("sha256: abc\n", "line 3, sha256: computed, not written; leave it out"),
    (
        "cues:\n  - {words: [say], mood: asert}\n",
        "line 4, cues[0].mood: 'asert' is not one of assert, deny, demand, offer, accept, "
        "reject, accuse, praise, warn, promise, predict, refuse-comment; did you mean 'assert'?",
    ),
    (
        "cues:\n  - {words: [say], moods: {infinitiv: demand}}\n",
        "line 4, cues[0].moods.infinitiv: 'infinitiv' is no complement and no word of this group; "
        "did you mean 'infinitive'?",
    ),
    ("actors: []\nactors: []\n", "line 4, actors: given twice (first in line 3)"),
    ("actors:\n  - {name: A, name: B, kind: person}\n", "line 4, actors[0].name: given twice (first in line 4)"),
]


@pytest.mark.parametrize(("text", "message"), SCHEMA, ids=[message[:40] for _, message in SCHEMA])
def test_schema(tmp_path: Path, text: str, message: str) -> None:
    assert complaints(tmp_path, HEAD + text) == [f"mine.yaml, {message}"]


def test_an_unknown_complement_is_told_with_those_that_are_known(tmp_path: Path) -> None:
    (line,) = complaints(tmp_path, HEAD + "cues:\n  - {words: [say], takes: [claus]}\n")
    assert line.startswith("mine.yaml, line 4, cues[0].takes[0]: 'claus' is not one of clause, quote, infinitive, ")
    assert line.endswith("; did you mean 'clause'?")


def test_all_faults_of_a_file_are_told_at_once_in_its_order(tmp_path: Path) -> None:
    text = HEAD + "titles: ['']\nactors:\n  - {name: A, kind: persn}\n  - {name: B, kin: person}\nwrods: []\n"
    lines = complaints(tmp_path, text)
    assert [line.split(", ")[1:3] for line in lines] == [
        ["line 3", "titles[0]: an empty word"],
        ["line 5", lines[1].split(", ")[2]],
        ["line 6", "actors[1]: 'kind' is missing"],
        ["line 6", lines[3].split(", ")[2]],
        ["line 7", lines[4].split(", ")[2]],
    ]
    assert "'persn'" in lines[1]
    assert "unknown key; did you mean 'kind'?" in lines[3]
    assert "wrods: unknown key" in lines[4]


PARTIES = "a party is a state, bloc, force or organisation of the codebook"
TOGETHER = [
    (
        "actors:\n  - {name: A, kind: person}\n  - {name: B, kind: person}\n  - {name: A, kind: office}\n",
        "line 6, actors[2]: 'A' is listed twice (first in line 4)",
    ),
    (
        "actors:\n  - {name: A, kind: person, aliases: [X]}\n  - {name: B, kind: person, aliases: [Y, X]}\n",
        "line 5, actors[1].aliases[1]: 'X' already leads to 'A' (line 4)",
    ),
    (
        "actors:\n  - {name: A, kind: person, roles: [the boss]}\n  - {name: B, kind: person, roles: [the boss]}\n",
        "line 5, actors[1].roles[0]: 'the boss' already leads to 'A' (line 4)",
    ),
    (
        "actors:\n  - {name: A, kind: state, seats: [X]}\n  - {name: X, kind: office}\n",
        "line 5, actors[1].name: 'X' already leads to 'A' (line 4)",
    ),
    (
        "actors:\n  - {name: Ruritania, kind: state}\n  - {name: A, kind: person, party: Ruritanya}\n",
        "line 5, actors[1].party: 'Ruritanya' names no actor; " + PARTIES + "; did you mean 'Ruritania'?",
    ),
    (
        "actors:\n  - {name: Ruritania, kind: state, aliases: [RU]}\n  - {name: A, kind: person, party: RU}\n",
        "line 5, actors[1].party: 'RU' names no actor; " + PARTIES + "; did you mean 'Ruritania'?",
    ),
    (
        "actors:\n  - {name: A, kind: person}\n  - {name: B, kind: person, party: A}\n",
        "line 5, actors[1].party: 'A' is of kind person; a party is a state, bloc, force or organisation",
    ),
    (
        "media:\n  - {name: M, party: Nowhere}\n",
        "line 4, media[0].party: 'Nowhere' names no actor; " + PARTIES,
    ),
    ("media:\n  - {name: M, aliases: [N]}\n  - {name: N}\n", "line 5, media[1]: 'N' already leads to 'M' (line 4)"),
    (
        "cues:\n  - {words: [say], mood: assert}\n  - {words: [tell, say], mood: deny}\n",
        "line 5, cues[1].words[1]: the verb 'say' has mood 'deny' here and 'assert' in line 4, "
        "with the same complements; list it once",
    ),
    ("extends: [generl]\n", "line 3, extends[0]: no codebook is called 'generl'; did you mean 'general'?"),
    ("extends: [gone.yaml]\n", None),
]


@pytest.mark.parametrize(("text", "message"), TOGETHER, ids=[str(message)[:40] for _, message in TOGETHER])
def test_content(tmp_path: Path, text: str, message: str | None) -> None:
    if message is None:
        message = f"line 3, extends[0]: {tmp_path}/gone.yaml: no such codebook file"
    assert complaints(tmp_path, HEAD + text) == [f"mine.yaml, {message}"]


def test_a_word_may_have_one_mood_a_frame(tmp_path: Path) -> None:
    path = tmp_path / "mine.yaml"
    path.write_text(
        HEAD + "cues:\n  - {words: [tell], mood: assert, takes: [clause]}\n"
        "  - {words: [tell], mood: demand, takes: [infinitive]}\n"
    )
    assert [cue.mood for cue in load_codebook(str(path)).cues] == ["assert", "demand"]


def test_a_fault_in_an_extended_file_names_that_file(tmp_path: Path) -> None:
    (tmp_path / "base.yaml").write_text("name: base\ntitle: Base\nactors:\n  - {name: A, kind: kng}\n")
    (line,) = complaints(tmp_path, HEAD + "extends: [base.yaml]\n")
    assert line.startswith("base.yaml, line 4, actors[0].kind: 'kng' is not one of person, ")


def test_an_alias_taken_by_a_shipped_actor_is_told_with_its_file(tmp_path: Path) -> None:
    text = "extends: [general]\nactors:\n  - {name: Acme, kind: office, aliases: [Moscow]}\n"
    (line,) = complaints(tmp_path, HEAD + text)
    assert line.startswith("mine.yaml, line 5, actors[0].aliases[0]: 'Moscow' already leads to 'Russia' (states.yaml, ")


def test_extends_in_a_circle(tmp_path: Path) -> None:
    (tmp_path / "b.yaml").write_text("name: b\ntitle: B\nextends: [mine.yaml]\n")
    (line,) = complaints(tmp_path, HEAD + "extends: [b.yaml]\n")
    assert "b.yaml: extends goes round in a circle: " in line
    (line,) = complaints(tmp_path, HEAD + "extends: [mine.yaml]\n")
    assert "extends goes round in a circle" in line


BOMB = "a: &a [x,x]\nb: &b [*a,*a]\nc: &c [*b,*b]\n"
FILES = [
    (b"", "mine.yaml: empty; a codebook needs at least name and title"),
    (b"# only a remark\n", "mine.yaml: empty; a codebook needs at least name and title"),
    (b"- a\n- b\n", "mine.yaml, line 1: a codebook is a mapping (name: …, title: …, actors: …), not a list"),
    (b"name: mine\ntitle: caf\xe9\n", "mine.yaml, line 2: not UTF-8 text (byte 21); save the file as UTF-8"),
    (
        b"name: mine\n\ttitle: x\n",
        "mine.yaml, line 2, column 1: not valid YAML: a tab character; YAML indents with spaces",
    ),
    (
        b"name: mine\ntitle: a: b\n",
        "mine.yaml, line 2, column 9: not valid YAML: mapping values are not allowed in this context",
    ),
    (b"name: mine\ntitle: x\x00y\n", "mine.yaml, line 2: not valid YAML: control characters are not allowed"),
    (b"name: mine\n---\nname: two\n", "mine.yaml, line 2: a second YAML document; a codebook is one"),
    (BOMB.encode(), "mine.yaml, line 2: '*a': YAML aliases are not read; write it out"),
    (
        b"name: !!python/object:os.system x\n",
        "mine.yaml, line 1: 'tag:yaml.org,2002:python/object:os.system': YAML tags are not read; write plain text",
    ),
    (b"? [a, b]\n: c\n", "mine.yaml, line 1: a key must be a word, not a list or mapping"),
    (b"name: " + b"[" * 100_000, "mine.yaml, line 1: nested more than 12 deep; no codebook is"),
    (b"name: x\n" + b"#" * 4_000_001, "mine.yaml: too large for a codebook (4000001 bytes; at most 4000000)"),
]


@pytest.mark.parametrize(("raw", "message"), FILES, ids=[str(message)[:50] for _, message in FILES])
def test_files_that_are_no_codebook(tmp_path: Path, raw: bytes, message: str) -> None:
    assert complaints(tmp_path, raw) == [message]


def test_names_and_paths_that_lead_nowhere(tmp_path: Path) -> None:
    for name, message in (
        ("ukraine-2052", "no codebook is called 'ukraine-2052'; did you mean 'ukraine-2025'?"),
        (
            "zzz",
            "no codebook is called 'zzz'; shipped are general, ukraine-2025; a file of your own is named by its path",
        ),
        (f"{tmp_path}/none.yaml", f"{tmp_path}/none.yaml: no such codebook file"),
        (str(tmp_path), f"{tmp_path}: not a file"),
        ("a\0b.yaml", "a\\x00b.yaml: no such codebook file"),
    ):
        with pytest.raises(CodebookError) as raised:
            load_codebook(name)
        assert str(raised.value) == message


def test_a_thousand_faults_are_not_a_thousand_lines(tmp_path: Path) -> None:
    lines = complaints(tmp_path, HEAD + "titles:\n" + "  - ''\n" * 1000)
    assert len(lines) == 101
    assert lines[0] == "mine.yaml, line 4, titles[0]: an empty word"
    assert lines[-1] == "... and 900 more"


def test_what_a_file_holds_is_told_cut_short_and_without_control_characters(tmp_path: Path) -> None:
    (line,) = complaints(tmp_path, HEAD + f'"{"k" * 900}\\e[31m": 1\n')
    assert line.startswith("mine.yaml, line 3, kkkk")
    assert len(line) < 620
    (line,) = complaints(tmp_path, HEAD + 'actors: [{name: A, kind: "\\e[31m"}]\n')
    assert "'\\x1b[31m' is not one of person" in line
