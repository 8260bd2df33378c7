"""What the reader can see, change and delete: rules and their examples."""

from server.analysis.rules import PracticeRule

RULES: tuple[PracticeRule, ...] = ()
