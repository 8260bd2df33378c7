"""What the reader can refuse: rules and their examples."""

from server.analysis.rules import PracticeRule

RULES: tuple[PracticeRule, ...] = ()
