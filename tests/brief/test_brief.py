"""The brief of small ledgers shown here: what it says, that its evidence stands on the pages, that all faces agree."""

from __future__ import annotations

import re
from html.parser import HTMLParser

import pytest
from click.testing import CliRunner
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from parley.brief import BriefOptions, build, html, markdown, terminal
from parley.brief.cite import quotation
from parley.brief.text import clean
from parley.cli.brief import brief as command
from parley.errors import InputError, Problem
from parley.records import Actor

ACTORS = (
    Actor("Ada Holm", "person", "Norland", ("Norland's envoy",), ("Holm",)),
    Actor("Norland", "state", "Norland"),
    Actor("Piet Maar", "person", "Coastal League", ("negotiator",), ("Maar",)),
)
MONDAY = """{{Ada Holm|offer|direct|told|2031-03-03|addressee=reporters :: "The door is open"}}, Holm told reporters.
{{Piet Maar|accuse|mixed|accused|2031-03-03 :: Norland of "playing for time"}}, Maar said on Monday."""
TUESDAY = """Holm {{Ada Holm|deny|indirect|denied| :: that she had stalled}}."""

GOLDEN = """\
# What was said

As of Tue 4 March 2031

## What is covered

- **Articles:** 3 articles of 2 origins (1 copy)
- **Outlets:** Brume Courier, Stroud Wire; 1 without a named outlet
- **Published:** Mon 3 March 2031 to Tue 4 March 2031
- **Said:** Mon 3 March 2031
- **Statements:** 3 statements by 2 parties
- **Not read:** 1 page or record

## The parties

- ● **Norland** (2 statements, 2 origins, latest 4 March 2031): Ada Holm (2, Norland's envoy). *denied 1, offered 1*
- ■ **Coastal League** (1 statement, 1 origin, latest 3 March 2031): Piet Maar (1, negotiator). *accused 1*

## What each side said

Newest first, by the date said, or where no page tells it, by that of the report.

### ● Norland

2 statements from 2 origins

- **Ada Holm** denied · paraphrased · “denied” · reported Tue 4 March 2031

  > that she had stalled\\
  > — Outlet not named, 4 March 2031, Untitled page, c.txt

- **Ada Holm** offered · quoted · “told” · Mon 3 March 2031 · to reporters

  > “The door is open”\\
  > — Stroud Wire, 3 March 2031, [Monday](<https://wire.example/a>); also in Brume Courier

### ■ Coastal League

1 statement from 1 origin

- **Piet Maar** accused · partly quoted · “accused” · Mon 3 March 2031

  > Norland of "playing for time"\\
  > — Stroud Wire, 3 March 2031, [Monday](<https://wire.example/a>); also in Brume Courier

## Who answered whom

Statements in which one side accuses, denies, accepts, rejects, praises, warns or demands, and whose words or hearer \
name the other side. To be named is not always to be meant.

### ■ Coastal League on Norland

accused 1

- **Piet Maar** accused · partly quoted · “accused” · Mon 3 March 2031 · names Norland

  > Norland of "playing for time"\\
  > — Stroud Wire, 3 March 2031, [Monday](<https://wire.example/a>); also in Brume Courier

## Timeline

By the date said, oldest first; weeks and months after the days, what no page dates at the end.

### Mon 3 March 2031

2 statements

- **Ada Holm** (● Norland) offered · quoted · “told” · to reporters

  > “The door is open”\\
  > — Stroud Wire, 3 March 2031, [Monday](<https://wire.example/a>); also in Brume Courier

- **Piet Maar** (■ Coastal League) accused · partly quoted · “accused”

  > Norland of "playing for time"\\
  > — Stroud Wire, 3 March 2031, [Monday](<https://wire.example/a>); also in Brume Courier

### Day not told

1 statement

- **Ada Holm** (● Norland) denied · paraphrased · “denied” · reported Tue 4 March 2031

  > that she had stalled\\
  > — Outlet not named, 4 March 2031, Untitled page, c.txt

## Sources

- Brume Courier, 4 March 2031, A copy, b.txt · copy
- Outlet not named, 4 March 2031, Untitled page, c.txt · 1 statement
- Stroud Wire, 3 March 2031, [Monday](<https://wire.example/a>) · 2 statements

## Not read

- **scan.pdf**: not text

---

*Speakers, parties, dates and the verb before each quotation are suggested by Parley from the words shown under them \
(0 of 3 reviewed by a person). The words are as they stand on the page; those without quotation marks are the \
outlet's own.*
"""


@pytest.fixture
def talks(newsroom, tmp_path):
    pages = [
        newsroom.Page("https://wire.example/a", MONDAY, "Stroud Wire", "2031-03-03", "Monday"),
        newsroom.Page("b.txt", MONDAY, "Brume Courier", "2031-03-04", "A copy"),
        newsroom.Page("c.txt", TUESDAY, None, "2031-03-04"),
    ]
    return newsroom.ledger(tmp_path / "talks.db", pages, ACTORS, [Problem("scan.pdf", "binary", "not text")])


class Outline(HTMLParser):
    """What a page is made of: open elements, addresses, text, and whether its tags are nested as they should be."""

    VOID = frozenset({"meta", "link", "br", "img", "hr", "input"})

    def __init__(self, page: str) -> None:
        super().__init__()
        self.stack: list[str] = []
        self.tags: list[str] = []
        self.attributes: list[tuple[str, str, str | None]] = []
        self.text: list[str] = []
        self.feed(page)
        self.close()

    def handle_starttag(self, tag, attrs):
        self.tags.append(tag)
        self.attributes += [(tag, name, value) for name, value in attrs]
        if tag not in self.VOID:
            self.stack.append(tag)

    def handle_endtag(self, tag):
        assert tag in self.VOID or self.stack.pop() == tag

    def handle_data(self, data):
        if self.stack[-1:] != ["style"]:
            self.text.append(data)

    @property
    def words(self):
        return " ".join("".join(self.text).split())


def test_the_whole_brief_of_a_small_ledger(talks):
    assert markdown.render(build(talks)) == GOLDEN


def test_every_line_has_evidence_that_stands_in_its_article(talks):
    brief = build(talks)
    lines = list(brief.lines())
    assert lines
    for line in lines:
        assert line.evidence
        for e in (*line.evidence, *line.also):
            assert talks.text(e.article)[e.start : e.end] == e.text
    for side in brief.sides:
        for speaker in side.speakers:
            assert talks.text(speaker.evidence.article)[speaker.evidence.start : speaker.evidence.end]


def test_the_renderers_show_the_same_lines_in_the_same_order(talks):
    brief = build(talks)
    faces = {
        "markdown": markdown.render(brief),
        "html": Outline(html.render(brief)).words,
        "terminal": " ".join(terminal.render(brief, width=110).split()),
    }
    for name, shown in faces.items():
        at = 0
        for line in brief.lines():
            for part in (line.who, line.does, quotation(line), clean(line.evidence[0].outlet) or "Outlet not named"):
                found = shown.find(part, at)
                assert found >= 0, (name, part)
                at = found


def test_the_html_is_sound_and_loads_nothing(talks):
    page = html.render(build(talks))
    outline = Outline(page)
    assert outline.stack == []
    assert not {"script", "link", "img", "iframe", "object", "form", "base"} & set(outline.tags)
    assert not [a for a in outline.attributes if a[1] in ("src", "srcset", "style") or a[1].startswith("on")]
    assert {v for _, n, v in outline.attributes if n == "href" and not v.startswith("#")} == {"https://wire.example/a"}
    assert "@import" not in page
    assert "url(" not in page
    ids = [v for _, n, v in outline.attributes if n == "id"]
    assert len(ids) == len(set(ids))
    targets = [v for _, n, v in outline.attributes if n == "href" and v.startswith("#")]
    assert {t[1:] for t in targets} <= set(ids)
    assert {v for _, n, v in outline.attributes if n == "aria-labelledby"} <= set(ids)
    assert {"header", "nav", "main", "footer"} <= set(outline.tags)
    assert ("html", "lang", "en") in outline.attributes
    assert outline.tags.count("h1") == 1


HOSTILE = (
    "<script>alert(1)</script> [bold red]x[/] *s* _u_ `c` [l](javascript:x) ![i](http://i.example) "
    "\x1b[2J\u202egnp &amp;"
)


def test_hostile_words_are_shown_and_do_nothing(newsroom, tmp_path):
    actors = [Actor(f"Eve {HOSTILE}", "person", f"Side {HOSTILE}", (HOSTILE,))]
    marked = f"{{{{Eve {HOSTILE}|accuse|direct|{HOSTILE}|2031-03-03|medium={HOSTILE} :: {HOSTILE}}}}} was said."
    marked += f" {{{{Eve {HOSTILE}|deny|direct|said|2031-03-03 :: {HOSTILE} again}}}}."
    page = newsroom.Page("javascript:alert(1)", marked, HOSTILE, "2031-03-03", HOSTILE, HOSTILE)
    ledger = newsroom.ledger(tmp_path / "t.db", [page], actors, [Problem(HOSTILE, "binary", HOSTILE, HOSTILE)])
    brief = build(ledger, BriefOptions(title=HOSTILE, ledger=HOSTILE, limit=1))

    outline = Outline(html.render(brief))
    assert outline.stack == []
    assert "script" not in outline.tags
    assert "img" not in outline.tags
    assert all(v.startswith("#") for _, n, v in outline.attributes if n == "href")
    assert clean(HOSTILE) in outline.words

    text = markdown.render(brief)
    read = Outline(MarkdownIt("commonmark").enable(["table", "strikethrough"]).render(text))
    assert not {"script", "img", "a", "table", "s"} & set(read.tags)
    assert clean(HOSTILE) in read.words
    assert read.tags.count("code") == text.count(" more: ") > 0

    shown = terminal.render(brief)
    assert "[bold red]x[/]" in shown
    for face in (text, shown, html.render(brief)):
        assert not set(face) & set("\x1b\u202e\x07")


def test_markdown_at_the_start_of_a_line_stays_text():
    texts = ("- a", "1. a", "# a", "+ a", "=== a", "> a", "www.a.example", "a@b.example")
    assert [markdown.escape(t) for t in texts] == [
        "\\- a", "1\\. a", "\\# a", "\\+ a", "\\=== a", "&gt; a", "www\\.a.example", "a\\@b.example",
    ]  # fmt: skip


MARKS = st.text(alphabet="ab1 \n\\`*_{}[]()<>#+-.!|~&;:/@$^=\"'“\u202e\x1b", max_size=40)


@given(st.one_of(MARKS, st.text()), st.sampled_from(["- **x** ", "  > ", "# ", "- x\n\n  > "]))
def test_escaped_words_are_read_back_as_they_are(text, before):
    read = Outline(
        MarkdownIt("commonmark").enable(["table", "strikethrough"]).render(f"{before}{markdown.escape(text)}\n")
    )
    assert read.words.removeprefix("x").strip() == clean(text).removeprefix("x").strip()
    assert not {"a", "img", "code", "em", "s", "table", "hr", "pre"} & set(read.tags)


def test_an_empty_ledger_gives_a_sensible_brief(newsroom, tmp_path):
    brief = build(newsroom.ledger(tmp_path / "t.db", []))
    for face in (markdown.render(brief), html.render(brief), terminal.render(brief)):
        assert "0 articles" in face
        assert "No statements yet." in face
    assert brief.sections == ()


def test_options_narrow_what_is_shown(talks):
    def shown(**options):
        return [(line.who, line.does) for s in build(talks, BriefOptions(**options)).sections[:1] for g in s.groups
                for line in g.lines]  # fmt: skip

    assert shown(parties=("norland",)) == [("Ada Holm", "denied"), ("Ada Holm", "offered")]
    assert shown(since="2031-03-04") == [("Ada Holm", "denied")]
    assert shown(until="2031-03-03") == [("Piet Maar", "accused"), ("Ada Holm", "offered")]
    assert shown(limit=1) == [("Ada Holm", "denied"), ("Piet Maar", "accused")]
    assert build(talks, BriefOptions(parties=("Norland",))).sections[1].groups[0].title == "Coastal League on Norland"


def test_what_is_not_shown_is_counted_with_the_command_that_shows_it(talks):
    brief = build(talks, BriefOptions(limit=1, ledger="my talks.db", since="2031-03-01"))
    more = brief.sections[0].groups[0].more
    assert (more.count, more.command) == (
        1, "parley show statements --ledger 'my talks.db' --party Norland --since 2031-03-01",
    )  # fmt: skip


@pytest.mark.parametrize("options", [{"parties": ("Atlantis",)}, {"since": "March"}, {"until": "2031-02-30"}])
def test_an_option_that_fits_nothing_is_told(talks, options):
    with pytest.raises(InputError):
        build(talks, BriefOptions(**options))


def test_a_stand_taken_earlier_is_not_lost_under_the_remarks_of_the_last_day(newsroom, tmp_path):
    remarks = ". ".join(f"{{{{Ada Holm|assert|indirect|said|2031-03-09 :: remark number {n}}}}}" for n in range(9))
    page = f"{{{{Ada Holm|accept|indirect|said|2031-03-01 :: that Norland took the plan}}}}. {remarks}."
    brief = build(newsroom.ledger(tmp_path / "t.db", [newsroom.Page("a.txt", page)], ACTORS), BriefOptions(limit=4))
    shown = [line.evidence[0].text for line in brief.sections[0].groups[0].lines]
    assert shown == ["remark number 0", "remark number 1", "remark number 2", "that Norland took the plan"]
    assert brief.sections[0].groups[0].more.count == 6


def test_a_headline_steps_back_where_the_body_says_it(newsroom, tmp_path):
    page = "{{Ada Holm|offer|indirect|says|2031-03-03|where=headline :: door open}}\n\n" + MONDAY
    ledger = newsroom.ledger(tmp_path / "t.db", [newsroom.Page("a.txt", page)], ACTORS)
    assert "door open" not in markdown.render(build(ledger))
    alone = newsroom.ledger(tmp_path / "u.db", [newsroom.Page("a.txt", page.split("\n")[0])], ACTORS)
    assert "in the headline" in markdown.render(build(alone))


def test_a_statement_that_names_several_sides_stands_once_among_the_exchanges(newsroom, tmp_path):
    actors = (*ACTORS, Actor("Tessaly", "state", "Tessaly"))
    page = """{{Piet Maar|warn|indirect|warned|2031-03-03 :: that Norland and Tessaly would pay}}.
    {{Piet Maar|demand|indirect|urged|2031-03-03|addressee=Ada Holm :: Holm to drop Tessaly}}."""
    brief = build(newsroom.ledger(tmp_path / "t.db", [newsroom.Page("a.txt", page)], actors))
    (group,) = next(s for s in brief.sections if s.key == "exchanges").groups
    assert group.title == "Coastal League on Norland"
    assert [line.tags[-1] for line in group.lines] == ["names Norland, Tessaly", "to Ada Holm · names Tessaly"]


def test_long_words_are_cut_in_the_terminal_and_whole_elsewhere(newsroom, tmp_path):
    words = " ".join(f"word{n}" for n in range(200))
    page = newsroom.Page("a.txt", f'{{{{Ada Holm|offer|direct|said|2031-03-03 :: "{words}"}}}}, Holm said.')
    brief = build(newsroom.ledger(tmp_path / "t.db", [page], ACTORS))
    assert f"“{words}”" in markdown.render(brief)
    assert f"“{words}”" in Outline(html.render(brief)).words
    shown = terminal.render(brief, width=80)
    assert "word199" not in shown
    assert "…”" in shown
    assert max(map(len, shown.splitlines())) <= 80


def test_the_pieces_of_a_split_quotation_are_shown_without_what_stands_between(newsroom, tmp_path):
    page = '{{Ada Holm|offer|direct|said|2031-03-03 :: "The door [[," Holm said, "]]is open"}}.'
    brief = build(newsroom.ledger(tmp_path / "t.db", [newsroom.Page("a.txt", page)], ACTORS))
    assert quotation(next(brief.lines())) == "“The door … is open”"


def contrast(one, other):
    """The contrast ratio of two colours (WCAG 2.1)."""

    def luminance(colour):
        parts = [int(colour[k : k + 2], 16) / 255 for k in (1, 3, 5)]
        linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in parts]
        return sum(weight * c for weight, c in zip((0.2126, 0.7152, 0.0722), linear, strict=True))

    lighter, darker = sorted((luminance(one), luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def test_every_colour_of_words_is_readable_in_light_dark_and_print(talks):
    sheets = [dict(re.findall(r"--([\w-]+): (#[0-9a-f]{3,6})\b", block))
              for block in re.findall(r":root \{(.*?)\}", html.render(build(talks)), re.DOTALL)]  # fmt: skip
    whole = [{name: c if len(c) == 7 else "#" + "".join(2 * x for x in c[1:]) for name, c in s.items()} for s in sheets]
    schemes = [s for s in whole if "paper" in s]
    assert len(schemes) == 3
    for scheme in schemes:
        for name in ("ink", "soft", "link", *(f"c{k}" for k in range(8))):
            assert contrast(scheme[name], scheme["paper"]) >= 4.5, name


def run(*arguments):
    return CliRunner().invoke(command, [str(a) for a in arguments])


def test_the_command_writes_the_form_its_suffix_names(talks, tmp_path):
    for name, start in (("b.md", "# What was said"), ("b.html", "<!DOCTYPE html>"), ("b.txt", "What was said")):
        result = run("--ledger", tmp_path / "talks.db", "-o", tmp_path / name)
        assert (result.exit_code, result.output) == (0, "")
        assert (tmp_path / name).read_text(encoding="utf-8").startswith(start)


def test_the_command_prints_the_brief_and_refuses_an_unknown_suffix(talks, tmp_path):
    shown = run("--ledger", tmp_path / "talks.db", "--party", "Coastal League", "--title", "The strait")
    assert shown.exit_code == 0
    assert shown.output.startswith("The strait")
    assert 'Norland of "playing for time"' in shown.output
    refused = run("--ledger", tmp_path / "talks.db", "-o", tmp_path / "brief.docx")
    assert refused.exit_code == 2
    assert ".html, .md or .txt" in refused.output
    assert not (tmp_path / "brief.docx").exists()


def test_the_same_ledger_gives_the_same_bytes(talks):
    assert html.render(build(talks)) == html.render(build(talks))
    assert terminal.render(build(talks)) == terminal.render(build(talks))
