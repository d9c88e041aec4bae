"""The group `parley`: its table of commands, and what becomes of an error.

Nothing heavy is imported here: `parley --help` must answer before a person notices.
"""

from __future__ import annotations

import contextlib
import io
import os
import signal
import sys
import traceback
from typing import Any, NoReturn

import click

from parley import __version__
from parley.cli.lazy import LazyGroup
from parley.errors import ParleyError

EXIT_PROBLEMS = 4
"""Some pages could not be read; the others were."""
EXIT_FAULT = 70
"""A fault in Parley itself (EX_SOFTWARE)."""
EXIT_IO = 74
"""The system refused to read or write: a full disk, a missing permission (EX_IOERR)."""
EXIT_INTERRUPTED = 130
"""Ctrl-C, as a shell reports it."""
EXIT_TERMINATED = 143
"""Ended by the system or another program (SIGTERM), as a shell reports it."""
EXIT_PIPE = 141
"""The reader of the output went away (`parley export … | head`), as a shell reports it."""

COMMANDS = {
    "read": ("parley.cli.read:read", "Read pages into a ledger."),
    "follow": ("parley.cli.follow:follow", "Poll feeds into a ledger until stopped."),
    "recode": ("parley.cli.recode:recode", "Code the articles of a ledger anew, with another codebook."),
    "brief": ("parley.cli.brief:brief", "Write the brief: who said what, with its sources."),
    "matrix": ("parley.cli.matrix:matrix", "Show where each party stands on each issue."),
    "proposals": ("parley.cli.proposals:proposals", "List proposals with their terms and the answers to them."),
    "claims": ("parley.cli.claims:claims", "List claims of fact: who asserts and who denies them."),
    "calendar": ("parley.cli.calendar:calendar", "List appointments: planned events and what came of them."),
    "timeline": ("parley.cli.timeline:timeline", "List events and dated statements by day, oldest first."),
    "figures": ("parley.cli.draw:figures", "Draw positions, a timeline, and who speaks of whom."),
    "why": ("parley.cli.why:why", "Tell which rule and which words gave an entry."),
    "search": ("parley.cli.search:search", "Search articles and statements."),
    "changes": ("parley.cli.changes:changes", "Tell what is new in a ledger since a day or a run."),
    "show": ("parley.cli.show:show", "List rows of a ledger."),
    "export": ("parley.cli.export:export", "Write a table of a ledger as JSON Lines, CSV or Parquet."),
    "evaluate": ("parley.cli.evaluate:evaluate", "Measure a ledger against annotated pages."),
    "codebook": ("parley.cli.codebook:codebook", "List codebooks and check your own."),
}


class Terminated(BaseException):
    """The system asked this process to end."""


class Program(LazyGroup):
    """The whole program: errors become one line for a person and an exit code for a script, never a traceback.

    `PARLEY_DEBUG=1` in the environment shows the traceback of any error.
    """

    def invoke(self, ctx: click.Context) -> Any:
        """Run the command and turn what it raises into a message and an exit code."""
        speak_utf8()
        end_politely()
        try:
            result = super().invoke(ctx)
            sys.stdout.flush()
        except (click.exceptions.Exit, click.Abort, click.ClickException):
            raise
        except KeyboardInterrupt:
            stop(
                ctx, "interrupted; what was finished is kept, and the same command goes on from there", EXIT_INTERRUPTED
            )
        except Terminated:
            stop(ctx, "stopped; what was finished is kept, and the same command goes on from there", EXIT_TERMINATED)
        except BrokenPipeError:
            abandon_stdout()
            ctx.exit(EXIT_PIPE)
        except ParleyError as error:
            stop(ctx, str(error), error.exit_code)
        except OSError as error:
            stop(ctx, in_words(error), EXIT_IO)
        except Exception as error:
            stop(
                ctx,
                f"a fault in Parley, not in your pages ({type(error).__name__}: {error}).\n"
                "Please report it with the command you gave and what PARLEY_DEBUG=1 shows "
                "(see “Reporting a fault” in the README).",
                EXIT_FAULT,
            )
        return result


def stop(ctx: click.Context, message: str, exit_code: int) -> NoReturn:
    """End the program with `parley: message` on the standard error; with PARLEY_DEBUG, after the traceback."""
    if os.environ.get("PARLEY_DEBUG", "0") not in ("", "0"):
        traceback.print_exc()
    click.echo(f"parley: {message}", err=True)
    ctx.exit(exit_code)


def in_words(error: OSError) -> str:
    """An operating system's error as a person reads it: the file first, then the reason."""
    reason = error.strerror or str(error) or type(error).__name__
    return f"{error.filename}: {reason}" if error.filename else reason


def end_politely() -> None:
    """Make SIGTERM an exception, so that whatever is under way cleans up: the terminal, its files, its workers."""

    def end(*_: object) -> NoReturn:
        raise Terminated

    with contextlib.suppress(ValueError):  # not in the main thread: somebody else's program, and theirs to decide
        signal.signal(signal.SIGTERM, end)


def speak_utf8() -> None:
    """Write UTF-8 whatever the locale says, so that an export is the same bytes on any machine.

    Only a terminal keeps its own character set (it could not show another); there, what it lacks becomes "?".
    """
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            if stream.isatty():
                stream.reconfigure(errors="replace")
            else:
                stream.reconfigure(encoding="utf-8", errors="backslashreplace")


def abandon_stdout() -> None:
    """Point the standard output at nothing, so that the interpreter's last flush finds no broken pipe."""
    with contextlib.suppress(OSError, ValueError, AttributeError):
        nothing = os.open(os.devnull, os.O_WRONLY)
        os.dup2(nothing, sys.stdout.fileno())


@click.command(
    cls=Program, table=COMMANDS, context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100}
)
@click.version_option(__version__, prog_name="parley", message="%(prog)s %(version)s")
def main() -> None:
    """Parley reads the news coverage of a negotiation and keeps its ledger.

    Who said what, in which words, on which page: every entry is tied to the exact words it came from.

    \b
      parley read clippings/ --ledger talks.db
      parley brief --ledger talks.db
    """
