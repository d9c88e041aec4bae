"""Where the parties stand: issues of the agenda raised in the text, the side taken, and who takes it."""

from parley.coding.positions.coder import PositionCoder

__all__ = ["PositionCoder"]
