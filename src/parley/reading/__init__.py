"""The reading room: inputs -> pages -> articles. `iter_pages` walks, `read_article` reads one page."""

from parley.reading.article import read_article
from parley.reading.walk import count_inputs, iter_pages

__all__ = ["count_inputs", "iter_pages", "read_article"]
