"""How fast Smallprint is, beside what a user would pick instead: `python -m benchmarks`."""

CASES = ("summarise", "growth", "serve", "start", "extension")
"""What is measured, each by the module of that name."""
