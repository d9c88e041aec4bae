"""Writes `docs/cli.md` from the commands themselves; `--check` only says whether it is up to date.

A test runs the check, so a command cannot change without its page.
"""

from __future__ import annotations

import inspect
import sys
from collections.abc import Iterator
from pathlib import Path

import click

from parley.cli import main as program

PAGE = Path(__file__).resolve().parent.parent / "docs" / "cli.md"

HEAD = """\
# The command line

Written by `make docs` from the commands themselves.

{help}

## Exit codes

| code | meaning |
|---|---|
| 0 | done |
| 1 | refused, with the reason |
| 2 | the command line, an input, a codebook or a language pipeline cannot be used |
| 3 | the ledger cannot be used: not a ledger, of a newer version, in use, or evidence that does not hold |
| {problems} | done, but some pages could not be read; they are listed, and kept with the run |
| {fault} | a fault in Parley itself |
| {io} | the system refused to read or write (a full disk, a missing permission) |
| {interrupted} | interrupted; what was finished is kept |
| {terminated} | ended by SIGTERM; what was finished is kept |
| {pipe} | the reader of the output went away |

Messages go to the standard error, results to the standard output, in UTF-8. `PARLEY_DEBUG=1` in the environment shows
the traceback of an error.
"""


def page() -> str:
    """The whole page, ending with one newline."""
    root = program.main
    parts = [
        HEAD.format(
            help=text_of(root, "parley"),
            problems=program.EXIT_PROBLEMS,
            fault=program.EXIT_FAULT,
            io=program.EXIT_IO,
            interrupted=program.EXIT_INTERRUPTED,
            terminated=program.EXIT_TERMINATED,
            pipe=program.EXIT_PIPE,
        )
    ]
    with click.Context(root, info_name="parley", **root.context_settings) as context:
        parts += [section(*found) for found in commands(context)]
    return "\n".join(parts)


def commands(above: click.Context) -> Iterator[tuple[click.Context, click.Command]]:
    """Every command below a group, each with its context, groups before their own commands."""
    group = above.command
    assert isinstance(group, click.Group)
    for name in group.list_commands(above):
        command = group.get_command(above, name)
        if command is None or command.hidden:
            continue
        context = click.Context(command, parent=above, info_name=name)
        yield context, command
        if isinstance(command, click.Group):
            yield from commands(context)


def section(context: click.Context, command: click.Command) -> str:
    """One command: its help, its usage line, its options as a table."""
    path = context.command_path
    usage = command.get_usage(context).removeprefix("Usage: ")
    lines = [f"## `{path}`", "", text_of(command, path), "", "```", " ".join(usage.split()), "```", ""]
    options = [
        record
        for parameter in command.get_params(context)
        if isinstance(parameter, click.Option) and (record := parameter.get_help_record(context))
    ]
    lines += ["| option | |", "|---|---|"]
    lines += [f"| `{cell(name)}` | {cell(text)} |" for name, text in options]
    lines.append("")
    return "\n".join(lines)


def text_of(command: click.Command, path: str) -> str:
    """The help text of a command as Markdown: paragraphs that click must not re-wrap become code."""
    if not command.help:
        raise SystemExit(f"{path} has no help text")
    paragraphs = inspect.cleandoc(command.help).split("\f")[0].strip().split("\n\n")
    return "\n\n".join(
        f"```\n{inspect.cleandoc(p.lstrip()[1:])}\n```" if p.lstrip().startswith("\b") else p for p in paragraphs
    )


def cell(text: str) -> str:
    """Text as one cell of a Markdown table."""
    return " ".join(text.split()).replace("|", "\\|")


def main() -> int:
    """Write the page, or with `--check` compare; returns the exit code."""
    wanted = page()
    if "--check" in sys.argv[1:]:
        if PAGE.exists() and PAGE.read_text(encoding="utf-8") == wanted:
            return 0
        print("docs/cli.md is out of date: run `make docs`", file=sys.stderr)
        return 1
    PAGE.write_text(wanted, encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
