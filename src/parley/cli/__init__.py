"""The command `parley`. Each command is a module of its own, loaded when it is asked for; `main.py` holds the table."""
