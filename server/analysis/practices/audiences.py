"""Children, regions, other countries: rules and their examples."""

from server.analysis.rules import PracticeRule

RULES: tuple[PracticeRule, ...] = ()
