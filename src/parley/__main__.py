"""`python -m parley` is the command `parley`."""

from parley.cli.main import main

main(prog_name="parley")
