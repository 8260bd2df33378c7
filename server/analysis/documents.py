"""A page or a pasted text as a document of blocks."""

from server.analysis.reading_html import read_html
from server.analysis.reading_text import read_text

__all__ = ["read_html", "read_text"]
