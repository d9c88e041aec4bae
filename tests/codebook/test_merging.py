"""Codebooks on top of one another, and the hash of what comes out."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

from parley.codebook.load import load_codebook
from parley.codebook.model import ActorEntry, Codebook

BASE = """\
name: base
title: Base
actors:
  - {name: Ruritania, kind: state, aliases: [Kingdom of Ruritania], seats: [Strelsau], demonyms: [Ruritanian]}
  - {name: Rudolf Elphberg, kind: person, party: Ruritania, gender: male, roles: [king of Ruritania]}
cues:
  - {words: [claim, say], mood: assert}
  - {words: [claim], kind: noun, mood: assert}
media:
  - {name: Strelsau Gazette, aliases: [Gazette]}
role_nouns: [envoy]
titles: [Sir]
modals:
  - {words: [must], mood: demand}
"""
TOP = """\
name: top
title: Top
version: 3
extends: [base.yaml]
actors:
  - {name: Rudolf Elphberg, kind: person, party: Ruritania, aliases: [Rudolf V], roles: [the monarch], surname: false}
  - {name: Zenda Castle, kind: office, party: Ruritania}
cues:
  - {words: [claim], mood: accuse}
media:
  - {name: Strelsau Gazette, kind: newspaper, aliases: [The Gazette], party: Ruritania}
role_nouns: [envoy, chamberlain]
"""


def merged(folder: Path, top: str = TOP, base: str = BASE) -> Codebook:
    (folder / "base.yaml").write_text(base, encoding="utf-8")
    (folder / "top.yaml").write_text(top, encoding="utf-8")
    return load_codebook(str(folder / "top.yaml"))


def actor(book: Codebook, name: str) -> ActorEntry:
    return next(a for a in book.actors if a.name == name)


def test_an_actor_listed_again_keeps_what_the_later_entry_does_not_say(tmp_path: Path) -> None:
    rudolf = actor(merged(tmp_path), "Rudolf Elphberg")
    assert rudolf.gender == "male"
    assert rudolf.surname is False
    assert rudolf.aliases == ("Rudolf V",)
    assert rudolf.roles == ("king of Ruritania", "the monarch")


def test_lists_are_joined_without_repeats_and_media_are_merged_by_name(tmp_path: Path) -> None:
    book = merged(tmp_path)
    assert [a.name for a in book.actors] == ["Ruritania", "Rudolf Elphberg", "Zenda Castle"]
    assert book.role_nouns == ("envoy", "chamberlain")
    assert book.titles == ("Sir",)
    assert [m.mood for m in book.modals] == ["demand"]
    assert [(m.aliases, m.party) for m in book.media] == [(("Gazette", "The Gazette"), "Ruritania")]
    assert (book.name, book.version) == ("top", 3)


def test_no_list_of_a_base_is_lost() -> None:
    general = load_codebook("general")
    for key, field in Codebook.model_fields.items():
        if field.default == () and key != "extends":
            assert getattr(general, key), key


def test_a_cue_listed_later_has_the_later_mood_and_only_that(tmp_path: Path) -> None:
    cues = merged(tmp_path).cues
    assert [(c.kind, c.words, c.mood) for c in cues] == [
        ("verb", ("say",), "assert"),
        ("noun", ("claim",), "assert"),
        ("verb", ("claim",), "accuse"),
    ]


def test_those_who_can_be_a_party_speak_for_themselves(tmp_path: Path) -> None:
    book = merged(tmp_path)
    assert actor(book, "Ruritania").party == "Ruritania"
    (tmp_path / "one.yaml").write_text(
        "name: x\ntitle: X\nactors: [{name: A, kind: person}, {name: B, kind: office}]\n"
    )
    assert [a.party for a in load_codebook(str(tmp_path / "one.yaml")).actors] == [None, None]


def test_plain_spellings_are_added_where_they_lead_to_nobody_else(tmp_path: Path) -> None:
    (tmp_path / "a.yaml").write_text(
        "name: a\ntitle: A\nactors:\n"
        "  - {name: Pál Szőke, kind: person, roles: [chef du cabinet, député]}\n"
        "  - {name: Türk, kind: person}\n"
        "  - {name: Anders Støre, kind: person}\n"
        "  - {name: Quai d’Orsay, kind: office}\n"
        "  - {name: Turkland, kind: state, demonyms: [Turk]}\n",
        encoding="utf-8",
    )
    book = load_codebook(str(tmp_path / "a.yaml"))
    assert actor(book, "Pál Szőke").aliases == ("Pal Szoke", "Szoke")
    assert actor(book, "Pál Szőke").roles == ("chef du cabinet", "député", "depute")
    assert actor(book, "Türk").aliases == ()
    assert actor(book, "Anders Støre").aliases == ("Anders Store",)
    assert actor(book, "Quai d’Orsay").aliases == ("Quai d'Orsay",)


def test_on_and_no_are_words(tmp_path: Path) -> None:
    (tmp_path / "a.yaml").write_text(
        "name: a\ntitle: no\ncues: [{words: [off, yes], takes: [on], moods: {on: demand}}]\n"
    )
    book = load_codebook(str(tmp_path / "a.yaml"))
    assert book.title == "no"
    assert book.cues[0].words == ("off", "yes")
    assert book.cues[0].takes == ("on",)


def test_a_base_reached_by_two_ways_counts_once(tmp_path: Path) -> None:
    (tmp_path / "left.yaml").write_text("name: l\ntitle: L\nextends: [base.yaml]\n")
    (tmp_path / "right.yaml").write_text("name: r\ntitle: R\nextends: [base.yaml]\n")
    book = merged(tmp_path, "name: t\ntitle: T\nextends: [left.yaml, right.yaml]\n")
    assert [a.name for a in book.actors] == ["Ruritania", "Rudolf Elphberg"]
    assert [c.words for c in book.cues] == [("claim", "say"), ("claim",)]


def test_a_folder_s_own_file_is_found_from_any_working_directory(tmp_path: Path, monkeypatch: object) -> None:
    merged(tmp_path)
    here = os.getcwd()
    try:
        os.chdir("/")
        assert load_codebook(str(tmp_path / "top.yaml")).name == "top"
        os.chdir(tmp_path)
        assert load_codebook("top.yaml").name == "top"
    finally:
        os.chdir(here)


def test_the_hash_is_of_the_content_not_of_its_layout(tmp_path: Path) -> None:
    first = merged(tmp_path)
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    assert merged(elsewhere, TOP.replace("\n", "  # a remark\n"), BASE.replace("Sir", '"Sir"')).sha256 == first.sha256
    assert merged(elsewhere, TOP, BASE.replace("envoy", "herald")).sha256 != first.sha256
    assert len(first.sha256) == 64


def test_the_hash_does_not_hang_on_the_process() -> None:
    code = "from parley.codebook.load import load_codebook; print(load_codebook('ukraine-2025').sha256)"
    hashes = {
        subprocess.run(
            [sys.executable, "-c", code],
            env={**os.environ, "PYTHONHASHSEED": seed},
            capture_output=True,
            text=True,
            check=True,
        ).stdout
        for seed in ("1", "2")
    }
    assert len(hashes) == 1
