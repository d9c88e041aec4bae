"""The program itself: what it loads, what becomes of errors, and whether every command is documented."""

from __future__ import annotations

import os
import shlex
import subprocess
import sys
from pathlib import Path

import click
import pytest
from click.testing import CliRunner, Result

from parley.cli.lazy import LazyGroup
from parley.cli.main import COMMANDS, Program, main
from parley.errors import InputError, LedgerBusy

ROOT = Path(__file__).resolve().parents[2]
HEAVY = ("spacy", "trafilatura", "sqlalchemy", "rich", "pydantic", "babel", "pycountry", "numpy", "lxml", "yaml")


def run(*arguments: str, **environment: str) -> subprocess.CompletedProcess[str]:
    """`python -m parley …` as a process of its own."""
    return subprocess.run(
        [sys.executable, "-m", "parley", *arguments],
        capture_output=True,
        text=True,
        encoding="utf-8",
        env=os.environ | environment,
        check=False,
    )


def raising(error: BaseException) -> Result:
    """The result of a command that raises `error` inside the program."""

    @click.command()
    def bad() -> None:
        """Raise what the test wants raised."""
        raise error

    return CliRunner().invoke(Program("parley", commands={"bad": bad}), ["bad"], prog_name="parley")


@pytest.mark.parametrize("arguments", [["--help"], ["-h"], ["--version"]])
def test_help_loads_nothing_heavy(arguments: list[str]) -> None:
    code = (
        f"import sys\nfrom parley.cli.main import main\ntry:\n    main({arguments})\n"
        f"finally:\n    print([m for m in {HEAVY} if m in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.rstrip().endswith("[]"), done.stdout


def test_help_lists_every_command_with_its_line() -> None:
    shown = run("--help").stdout
    width = max(map(len, COMMANDS)) + 2
    for name, (_, line) in COMMANDS.items():
        assert f"  {name:<{width}}{line}" in shown


def test_version() -> None:
    from parley import __version__

    assert run("--version").stdout == f"parley {__version__}\n"


def test_no_arguments_shows_the_help_and_fails() -> None:
    done = run()
    assert done.returncode == 2
    assert "Commands:" in done.stdout + done.stderr


def test_unknown_command() -> None:
    done = run("raed")
    assert done.returncode == 2
    assert "raed" in done.stderr
    assert "Traceback" not in done.stderr


@pytest.mark.parametrize(
    ("error", "code", "message"),
    [
        (InputError("clippings/: there is no such folder"), 2, "parley: clippings/: there is no such folder\n"),
        (LedgerBusy("talks.db is being written to"), 3, "parley: talks.db is being written to\n"),
        (OSError(28, "No space left on device", "talks.db"), 74, "parley: talks.db: No space left on device\n"),
        (PermissionError(13, "Permission denied"), 74, "parley: Permission denied\n"),
        (KeyboardInterrupt(), 130, "parley: interrupted; what was finished is kept, and the same command goes on"),
        (BrokenPipeError(32, "Broken pipe"), 141, ""),
        (ZeroDivisionError("division by zero"), 70, "parley: a fault in Parley, not in your pages (ZeroDivisionError"),
        (RecursionError("too deep"), 70, "parley: a fault in Parley"),
    ],
)
def test_an_error_is_one_message_and_a_code(
    monkeypatch: pytest.MonkeyPatch, error: BaseException, code: int, message: str
) -> None:
    monkeypatch.delenv("PARLEY_DEBUG", raising=False)
    result = raising(error)
    assert result.exit_code == code
    assert result.stderr.startswith(message)
    assert bool(result.stderr) == bool(message)
    assert "Traceback" not in result.stderr


def test_debug_shows_the_traceback(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PARLEY_DEBUG", "1")
    result = raising(InputError("no such folder"))
    assert result.exit_code == 2
    assert "Traceback" in result.stderr
    assert result.stderr.endswith("parley: no such folder\n")


def test_a_reader_that_goes_away_leaves_no_noise(tmp_path: Path) -> None:
    """As with `parley export … | head -1`: far more is written than a pipe holds."""
    script = tmp_path / "chatter.py"
    script.write_text(
        "import click\nfrom parley.cli.main import Program\n"
        "@click.command()\ndef talk():\n    for _ in range(200_000):\n        click.echo('said ' * 20)\n"
        "Program('parley', commands={'talk': talk})(['talk'])\n",
        encoding="utf-8",
    )
    talker = subprocess.Popen([sys.executable, str(script)], stdout=subprocess.PIPE, stderr=subprocess.PIPE)
    assert talker.stdout is not None
    assert talker.stderr is not None
    talker.stdout.readline()
    talker.stdout.close()
    assert talker.stderr.read() == b""
    talker.stderr.close()
    assert talker.wait(timeout=60) == 141


def test_output_is_utf8_whatever_the_locale(tmp_path: Path) -> None:
    script = tmp_path / "quote.py"
    script.write_text(
        "import click\nfrom parley.cli.main import Program\n"
        "@click.command()\ndef say():\n    click.echo('“мир”')\n"
        "Program('parley', commands={'say': say})(['say'])\n",
        encoding="utf-8",
    )
    environment = os.environ | {"PYTHONIOENCODING": "ascii", "LC_ALL": "C"}
    done = subprocess.run([sys.executable, str(script)], capture_output=True, env=environment, check=True)
    assert done.stdout.decode("utf-8").splitlines() == ["“мир”"]


def test_a_lazy_command_is_imported_only_when_it_runs(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "late_command.py").write_text(
        "import click\n@click.command()\ndef go():\n    'Go.'\n    click.echo('gone')\nnot_one = 3\n", encoding="utf-8"
    )
    monkeypatch.syspath_prepend(str(tmp_path))
    group = LazyGroup("g", table={"go": ("late_command:go", "Go."), "odd": ("late_command:not_one", "Odd.")})
    assert "Go." in CliRunner().invoke(group, ["--help"]).output
    assert "late_command" not in sys.modules
    assert CliRunner().invoke(group, ["go"]).output == "gone\n"
    assert isinstance(CliRunner().invoke(group, ["odd"]).exception, TypeError)


def every_command() -> list[tuple[str, click.Command]]:
    """All commands of the program with their full names."""

    def below(group: click.Group, path: str) -> list[tuple[str, click.Command]]:
        found: list[tuple[str, click.Command]] = []
        context = click.Context(group)
        for name in group.list_commands(context):
            command = group.get_command(context, name)
            assert command is not None, name
            found.append((f"{path} {name}", command))
            if isinstance(command, click.Group):
                found += below(command, f"{path} {name}")
        return found

    return below(main, "parley")


def test_every_command_and_option_has_help() -> None:
    for path, command in every_command():
        assert command.help, f"{path} has no help text"
        for parameter in command.params:
            if isinstance(parameter, click.Option) and not parameter.hidden:
                assert parameter.help, f"{path} {parameter.opts[0]} has no help text"


def test_the_table_says_what_each_command_says_first() -> None:
    context = click.Context(main)
    for name, (_, line) in COMMANDS.items():
        command = main.get_command(context, name)
        assert command is not None
        assert command.get_short_help_str(limit=200).startswith(line.rstrip("."))


def test_the_reference_is_up_to_date() -> None:
    check = [sys.executable, str(ROOT / "tools" / "make_cli_docs.py"), "--check"]
    done = subprocess.run(check, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr


@pytest.mark.parametrize("name", sorted(COMMANDS))
def test_each_command_answers_help(name: str) -> None:
    result = CliRunner().invoke(main, [name, "--help"], prog_name="parley")
    assert result.exit_code == 0, result.output
    assert result.output.startswith(f"Usage: parley {name}")


def readme_commands() -> list[str]:
    """The command lines that the README shows."""
    lines = (ROOT / "README.md").read_text(encoding="utf-8").splitlines()
    return sorted({line.split("  #")[0].strip() for line in lines if line.startswith("parley ")})


@pytest.mark.parametrize("line", readme_commands())
def test_what_the_readme_shows_is_understood(line: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Each command line parses: its command, its options and their values exist."""
    monkeypatch.chdir(tmp_path)
    Path("talks.db").touch()
    Path("GOLD").mkdir()
    Path("clippings").mkdir()
    Path("my-codebook.yaml").touch()
    arguments = shlex.split(line)[1:]
    command: click.Command = main
    context = click.Context(main, info_name="parley")
    while isinstance(command, click.Group):
        found = command.get_command(context, arguments.pop(0))
        assert found is not None, line
        command = found
    command.make_context(line, arguments, parent=context)
