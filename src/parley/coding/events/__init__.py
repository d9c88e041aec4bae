"""Parsed article -> events: PLOVER's sixteen types, coded over the dependency tree."""

from parley.coding.events.coder import EventCoder

__all__ = ["EventCoder"]
