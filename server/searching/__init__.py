"""Searches: finding a site's policy by the site's own word, reading it, and reading it again."""
