"""How long data is kept: rules and their examples."""

from server.analysis.rules import PracticeRule

RULES: tuple[PracticeRule, ...] = ()
