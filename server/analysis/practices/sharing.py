"""Who gets the data: rules and their examples."""

from server.analysis.rules import PracticeRule

RULES: tuple[PracticeRule, ...] = ()
