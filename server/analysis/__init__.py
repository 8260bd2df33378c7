"""Reads a privacy policy and says what it states, each statement proved by its own words.

Pure: no Flask, no Redis, no clock, no network, no environment.
"""

from server.analysis.documents import read_html, read_text
from server.analysis.identity import ANALYSIS, summary_id
from server.analysis.model import Document, Summary
from server.analysis.pipeline import summarise
from server.analysis.refusals import Refusal

__all__ = ["ANALYSIS", "Document", "Refusal", "Summary", "read_html", "read_text", "summarise", "summary_id"]
