"""A page or a pasted text as a document of blocks."""

from server.analysis.reading.pasted_text import read_text
from server.analysis.reading.web_page import read_html

__all__ = ["read_html", "read_text"]
