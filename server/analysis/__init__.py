"""Reads a privacy policy and says what it states, each statement proved by its own words."""
