"""Smallprint: what a privacy policy says, each statement proved by its own words."""
