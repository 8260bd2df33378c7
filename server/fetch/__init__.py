"""Fetching: the only place that opens a connection to a stranger's site."""
